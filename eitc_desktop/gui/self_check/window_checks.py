"""The window: it opens on the library, shows every unit, every tab and dialog, finds, and changes its looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from eitc_desktop import paths
from eitc_desktop.gui.every_dialog import Openers, review_dialogs, window_dialogs
from eitc_desktop.gui.looking import dialogs_over, settle, until
from eitc_desktop.gui.models.flow_rows import Grouping
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.self_check.scene import Check, Scene, require, require_picture
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.units import units_of
from eitc_desktop.services.citing import Citing
from eitc_desktop.services.print_units import printable_units
from eitc_desktop.settings import ChangesView, Language, SettingsFile, Theme

_HAN = re.compile("[\u3400-\u9fff]")
_CANCEL = QDialogButtonBox.StandardButton.Cancel  # which Qt words, not the program
_DARK = 110  # of 255: lightness under which a window is dark on the whole


def open_window(scene: Scene) -> str:
    """Open the window, in folders that are nobody else's."""
    for path in (paths.user_settings_path(), paths.review_path(scene.database)):
        require(path.is_relative_to(scene.folder), f"自检没有自己的文件夹：{path}")
    painted: list[bool] = []
    program = scene.make_program(scene.database, lambda: painted.append(True))
    program.show()
    scene.program = program
    require(until(lambda: bool(painted)), "窗口打开后没有画出内容")
    settle()
    window = program.window
    require(window.opened is not None, window.failure.message if window.opened is None else "")
    require_picture(window, "窗口")
    screen = QGuiApplication.primaryScreen().size()
    return f"{window.width()}×{window.height()}（屏幕 {screen.width()}×{screen.height()}），{window.windowTitle()}"


def hold_against_text(scene: Scene) -> str:
    """Wait until the window has held what it shows against its text."""
    window = scene.reading
    require(until(lambda: window.agrees is not None), "窗口打开后没有核对内容")
    require(window.agrees, "数据库的内容与其中原文重新识读的结果不一致")
    return "与原文重新识读的结果一致"


def select_units(scene: Scene) -> str:
    """Select every unit of every provision, and look at its page."""
    window, first = scene.window, scene.opened.chosen
    told: list[str] = []
    for summary in scene.opened.summaries:
        if scene.opened.chosen != summary.id:
            window.provision_requested.emit(summary.id)
        require(scene.opened.chosen == summary.id, f"没有打开“{summary.body}”")
        units = units_of(scene.opened.provision)
        for unit in units[1:] + units[:1]:  # the body is chosen already
            before = window.detail.grab().toImage()
            window.selection.select(unit.ref)
            settle()
            page = window.detail.page
            require(page is not None and page.ref == unit.ref, f"选中“{unit.name}”后，详情没有显示它")
            require(page is not None and unit.name in page.title, f"“{unit.name}”的详情标题不对")
            image = require_picture(window.detail, f"“{unit.name}”的详情")
            require(image != before or len(units) == 1, f"选中“{unit.name}”后，详情的画面没有变")
        told.append(f"{summary.body} {len(units)} 个机构")
    if scene.opened.chosen != first:
        window.provision_requested.emit(first)
    return "；".join(told)


def open_tabs(scene: Scene) -> str:
    """Open every tab, and each view within it."""
    window, names = scene.reading, []
    panes = (
        *(window.source, window.duty_map, window.splits, window.chart, window.review, window.allocation),
        *(window.tree, window.detail, window.changes),
    )
    for pane in panes:
        window.go_to(pane)
        settle()
        name = pane.accessibleName() or pane.windowTitle() or type(pane).__name__
        require_picture(pane, f"“{name}”")
        names.append(name)
    window.go_to(window.duty_map)
    for view in (1, 2, 0):
        window.duty_map.page.bar.choose_view(view)
        settle()
        require_picture(window.duty_map, "职责对应")
    window.go_to(window.changes)
    for shown in (*ChangesView, window.changes.view):
        window.changes.show_view(shown)
        settle()
        require_picture(window.changes, "职能转变")
        for grouping in Grouping if shown is ChangesView.FLOW else ():
            window.changes.flow.grouping.choose(grouping)
            settle()
    window.go_to(window.chart)
    window.chart.page.view.fit()
    settle()
    return f"{len(names)} 个窗格"


def search(scene: Scene) -> str:
    """Find a unit by its name, and by its sounds."""
    window, opened = scene.window, scene.opened
    chosen = next(iter(printable_units(opened.provision)), FactRef(FactKind.BODY))
    unit = next(each for each in units_of(opened.provision) if each.ref == chosen)
    key = opened.name_keys.get(unit.name)
    require(key is not None, f"数据库中没有“{unit.name}”的拼音")
    words = [unit.name] if key is None else [unit.name, key.initials, "".join(each[0] for each in key.syllables)]
    for typed in words:
        window.search.call()
        window.ways.search_box.setText(typed)
        found = until(lambda: _finds(scene, unit.ref))
        require(found, f"查找“{typed}”没有找到“{unit.name}”")
        window.ways.search_box.clear()
    window.ways.search_box.left.emit()
    return f"“{unit.name}”：{'、'.join(words)}"


def copy(scene: Scene) -> str:
    """Copy words with their source; what somebody else has on the clipboard stays there."""
    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    if held is not None and held.formats():  # pyright: ignore[reportUnnecessaryComparison]  None where it is empty
        return "剪贴板里有内容，没有动它，未检查"
    window, opened = scene.window, scene.opened
    chosen = next(iter(printable_units(opened.provision)), FactRef(FactKind.BODY))
    window.go_to(window.source)
    window.selection.select(chosen)
    settle()
    window.source.copy_with_citation()
    copied = clipboard.text()
    clipboard.clear()
    require(copied == Citing(opened.provision).cite(chosen), f"复制的内容不对：{copied[:40]}")
    return f"{copied[:40]}…" if len(copied) > 40 else copied


def change_looks(scene: Scene) -> str:
    """Wear dark, then light."""
    preferences, window = scene.running.preferences, scene.window
    for theme, dark in ((Theme.DARK, True), (Theme.LIGHT, False)):
        preferences.take(replace(preferences.current, theme=theme))
        settle()
        image = require_picture(window, "窗口")
        on_the_whole = image.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation)
        lightness = on_the_whole.pixelColor(0, 0).lightness()
        require((lightness < _DARK) is dark, f"换成{'深' if dark else '浅'}色后，画面没有变{'深' if dark else '浅'}")
    return "深色、浅色"


def change_language(scene: Scene) -> str:
    """Speak English and come back to Chinese: the window is made anew each time, and shows the same."""
    program, chosen = scene.running, scene.window.selection.current
    told: list[str] = []
    for language in (Language.ENGLISH, Language.CHINESE):
        before = program.window
        program.preferences.take(replace(program.preferences.current, language=language))
        require(until(lambda old=before: program.window is not old), "换语言后没有重新打开窗口")
        settle()
        window = program.window
        require(window.opened is not None and window.selection.current == chosen, "换语言后显示的不是原来的内容")
        titles = [action.text() for action in window.menuBar().actions()]
        chinese = [bool(_HAN.search(title)) for title in titles]
        wanted = language is Language.CHINESE
        require(all(each is wanted for each in chinese), f"菜单没有换语言：{'、'.join(titles)}")
        box = QDialogButtonBox(_CANCEL)
        button = box.button(_CANCEL).text()
        require(bool(_HAN.search(button)) is wanted, f"系统按钮没有换语言：{button}")
        require_picture(window, "窗口")
        told.append(titles[0])
    return " → ".join(told)


def open_window_dialogs(scene: Scene) -> str:
    """Open the dialogs of the window, one at a time."""
    return _open_each(scene, window_dialogs)


def open_review_dialogs(scene: Scene) -> str:
    """Open the dialogs of the review, which has entries by now."""
    require(scene.window.reviewing.desk.review.opinions, "审阅中没有意见，无法检查")
    scene.window.selection.select(FactRef(FactKind.BODY))
    return _open_each(scene, review_dialogs)


def remember(scene: Scene) -> str:
    """Write the settings, and read the same ones again."""
    preferences, path = scene.running.preferences, paths.user_settings_path()
    preferences.save()
    require(path.is_file(), f"设置没有写到 {path.name}")
    loaded = SettingsFile(path).load()
    require(loaded.trouble is None, "刚写的设置读不出来")
    require(loaded.settings == preferences.current, "读回的设置与写入的不同")
    return f"写入 {path.stat().st_size} 字节，读回相同"


def _open_each(scene: Scene, openers: Callable[..., Openers]) -> str:
    window, titles = scene.reading, []
    for show, name in openers(window):
        show()
        with dialogs_over(window) as seen:
            require(seen, f"对话框没有打开：{name}")
            for dialog in seen:
                if isinstance(dialog, PrintDialog):
                    require(until(lambda shown=dialog: shown.job is not None), "打印对话框没有排出版面")
                require(dialog.windowTitle(), f"对话框没有标题：{name}")
                if not isinstance(dialog, QFileDialog):  # it may be the system's, which nobody can look into
                    require_picture(dialog, f"对话框“{dialog.windowTitle()}”")
                titles.append(dialog.windowTitle())
    return f"{len(titles)} 个：{'、'.join(dict.fromkeys(titles))}"


def _finds(scene: Scene, ref: FactRef) -> bool:
    return any(hit == ref for hit in _hits(scene))


def _hits(scene: Scene) -> Iterator[FactRef | None]:
    model = scene.window.search.popup.model
    for row in range(model.rowCount()):
        hit = model.hit_at(row)
        if hit is not None:
            yield hit.ref


OPENING = (
    Check("window", "打开窗口", open_window),
    Check("agreement", "窗口核对内容", hold_against_text),
    Check("units", "选中每个机构", select_units),
    Check("tabs", "打开每个页签", open_tabs),
    Check("search", "查找（名称、拼音）", search),
    Check("copy", "复制", copy),
    Check("looks", "浅色与深色", change_looks),
    Check("language", "中文与英文", change_language),
)
"""The checks that open the window and go about in it."""

DIALOGS = (
    Check("dialogs", "打开每个对话框", open_window_dialogs),
    Check("review-dialogs", "打开审阅的对话框", open_review_dialogs),
    Check("settings", "保存设置", remember),
)
"""Those that need a review with entries."""
