"""What a screen reader hears: every pane, dialog and menu is walked as it would walk them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.dialogs.crash import CrashDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.navigation import NavigationBar
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.gui.widgets.change_column import ChangeList
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_link import FactLink
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.gui.widgets.provenance import ProvenanceTag
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.settings import ChangesView, Language

BODY = FactRef(FactKind.BODY)

_Role = QAccessible.Role

_SPEAKING = {
    _Role.Button,
    _Role.Cell,
    _Role.CheckBox,
    _Role.ComboBox,
    _Role.Dialog,
    _Role.Document,
    _Role.EditableText,
    _Role.Heading,
    _Role.Link,
    _Role.List,
    _Role.ListItem,
    _Role.MenuItem,
    _Role.PageTab,
    _Role.PageTabList,
    _Role.Pane,
    _Role.RadioButton,
    _Role.SpinBox,
    _Role.StaticText,
    _Role.StatusBar,
    _Role.Table,
    _Role.Tree,
    _Role.TreeItem,
    _Role.Window,
}
"""What stands for content; the rest are frames around it."""

_ROWS = {_Role.Cell, _Role.ColumnHeader, _Role.ListItem, _Role.TreeItem}
"""Never widgets: those out of sight are there all the same."""

_NO_WORDS = {"Alt", "Ctrl", "Shift", "Tab", "Esc", "Enter", "Home", "End", "PgUp", "PgDown", "Del", "English"}
"""Names of keys, and of a language in its own words."""

_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[A-Za-z]{2,}")

_DIALOGS = (
    "print_paper",
    "go_to_clause",
    "show_findings",
    "enter_validity",
    "show_settings",
    "show_keys",
    "show_input_method",
    "show_about",
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one interface says, without the interface: that must not outlive its widget."""

    role: QAccessible.Role
    name: str
    description: str
    value: str
    flags: frozenset[str]
    thing: str  # the class, for whoever reads a failure


_FLAGS = ("focusable", "selectable", "selected", "checkable", "checked", "expandable", "expanded", "disabled")


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Somebody listens while a test runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def english_window(qtbot: QtBot, qapp: QApplication, library_path: Path, tokens: Tokens) -> Iterator[MainWindow]:
    """A window made in English."""
    install_translations(qapp, Language.ENGLISH)
    window = shown(qtbot, make_window(library_path, tokens))
    yield window
    window.close()
    install_translations(qapp, Language.CHINESE)


def shown(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    settle()
    return window


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def heard_in(widget: QWidget) -> list[Heard]:
    """Walk *widget* and all that is seen in it, rows out of sight included."""
    return list(_heard(interface_of(widget)))


def interface_of(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def _heard(interface: QAccessibleInterface) -> Iterator[Heard]:
    state, role = interface.state(), interface.role()
    if state.invisible and role not in _ROWS:
        return
    thing = interface.object()
    if not (isinstance(thing, QWidget) and _is_frame(thing)):
        yield Heard(
            role,
            interface.text(QAccessible.Text.Name),
            interface.text(QAccessible.Text.Description),
            interface.text(QAccessible.Text.Value),
            frozenset(flag for flag in _FLAGS if getattr(state, flag)),
            type(thing).__name__,
        )
    for number in range(interface.childCount()):
        child = interface.child(number)
        assert child is not None
        yield from _heard(child)


def _is_frame(thing: QWidget) -> bool:
    """Say whether *thing* hands the keyboard on, or only keeps a place free."""
    return thing.focusProxy() is not None or (isinstance(thing, QLabel) and not thing.text())


def is_silent(heard: Heard) -> bool:
    """Say whether something that speaks has nothing to say."""
    corner = heard.role is _Role.Pane and heard.thing == "NoneType"  # of a table, above its rows' headings
    speaks = not corner and (heard.role in _SPEAKING or "focusable" in heard.flags)
    return speaks and not any(char.isalnum() for char in heard.name)


def is_unfolded_for_nothing(heard: Heard) -> bool:
    """Say whether a row without anything below claims to be unfolded: its first Left would then do nothing."""
    return "expanded" in heard.flags and "expandable" not in heard.flags


def is_odd_in_chinese(heard: Heard) -> bool:
    """Say whether a name is in another language, or holds markup."""
    words = heard.name.replace("eitc.db", "")
    return bool(set(_WORD.findall(words)) - _NO_WORDS) or "<" in heard.name or "<div>" in heard.description


def window_in(size: tuple[int, int], window: MainWindow) -> MainWindow:
    window.resize(*size)
    settle()
    return window


def dialog_of(window: MainWindow, name: str) -> QDialog:
    ask: Callable[[], None] = getattr(window.dialogs, name)
    ask()
    settle()
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def put_away(dialog: QDialog) -> None:
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
@pytest.mark.parametrize("kind", [FactKind.BODY, FactKind.DIVISION, FactKind.QUOTA, FactKind.CHANGE, FactKind.MATTER])
def test_everything_in_the_window_speaks_chinese(window: MainWindow, size: tuple[int, int], kind: FactKind) -> None:
    window_in(size, window).selection.select(FactRef(kind))
    window.changes.show_as_table(kind is FactKind.CHANGE)
    panes = {FactKind.CHANGE: window.changes, FactKind.MATTER: window.splits}
    window.docks.bring_forward(panes.get(kind, window.source))
    settle()
    heard = heard_in(window)
    assert len(heard) > 100
    assert not any(map(is_unfolded_for_nothing, heard))
    assert [one for one in heard if is_silent(one) or is_odd_in_chinese(one)] == []


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_the_picture_of_changes_speaks_chinese(window: MainWindow, size: tuple[int, int]) -> None:
    window_in(size, window).changes.show_view(ChangesView.FLOW)
    window.go_to(window.changes)
    settle()
    heard = heard_in(window.changes)
    assert [one for one in heard if is_silent(one) or is_odd_in_chinese(one)] == []
    picture = next(one for one in heard if one.thing == "ChangeFlow")
    assert "focusable" in picture.flags
    assert "去向：上海市工艺美术行业协会" in picture.description


@pytest.mark.parametrize("view", range(3))
def test_the_duty_map_speaks(window: MainWindow, mapping: Mapping, view: int) -> None:
    window.go_to(window.duty_map)
    page = window.duty_map.page
    page.bar.choose_view(view)
    if view == 0:
        link = next(link for link in mapping.duty_links if link.judgement is not None)
        window.selection.select(link.item)
        page.view.stand_on_unit(link.unit)
        page.view.choose_current()
    settle()
    heard = heard_in(window.duty_map)
    assert [one for one in heard if is_silent(one) or _WORD.search(one.name.replace("Ctrl", ""))] == []
    names = [one.name for one in heard]
    if view == 0:
        matrix = next(one for one in heard if one.name == "职责对应矩阵")
        assert "研判 未经本单位确认" in matrix.description
        assert "C 职能研判" in names
    else:
        assert any(name.startswith(("等级：", "说明：")) for name in names)


def test_the_chart_speaks(window: MainWindow) -> None:
    window.go_to(window.chart)
    for button in window.chart.page.bar.overlays.values():
        button.setChecked(True)
    settle()
    heard = heard_in(window.chart)
    assert [one for one in heard if is_silent(one) or is_odd_in_chinese(one)] == []
    boxes = [one for one in heard if one.thing == "NoneType"]
    assert len(boxes) == window.chart.page.view.box_count
    assert {"focusable", "selectable"} <= boxes[0].flags


def test_the_chart_speaks_english(english_window: MainWindow, provision: Provision) -> None:
    english_window.go_to(english_window.chart)
    for button in english_window.chart.page.bar.overlays.values():
        button.setChecked(True)
    settle()
    heard = heard_in(english_window.chart)
    assert [one for one in heard if is_silent(one) or not is_english(one, provision)] == []


def test_everything_in_the_window_speaks_english(english_window: MainWindow, provision: Provision) -> None:
    for size in ((1366, 768), (911, 512)):
        window_in(size, english_window)
        heard = heard_in(english_window)
        assert [one for one in heard if is_silent(one) or not is_english(one, provision)] == []


def is_english(heard: Heard, provision: Provision) -> bool:
    """Say whether all Chinese in what is *heard* are words of the provision or of its citations."""
    runs = _HAN.findall(f"{heard.name} {heard.description}")
    return all(run in provision.text or run in {"引言", "中文"} for run in runs)


@pytest.mark.parametrize("name", _DIALOGS)
def test_everything_in_a_dialog_speaks(window: MainWindow, name: str) -> None:
    window.activateWindow()
    dialog = dialog_of(window, name)
    heard = heard_in(dialog)
    assert heard[0].name == dialog.windowTitle()
    assert not any(map(is_unfolded_for_nothing, heard))
    assert [one for one in heard if is_silent(one)] == []
    if name not in {"show_about", "show_input_method"}:  # which name programs, licences and files
        assert [one for one in heard if is_odd_in_chinese(one)] == []
    put_away(dialog)


@pytest.mark.parametrize("name", _DIALOGS)
def test_everything_in_a_dialog_speaks_english(english_window: MainWindow, provision: Provision, name: str) -> None:
    dialog = dialog_of(english_window, name)
    heard = heard_in(dialog)
    assert [one for one in heard if is_silent(one) or not is_english(one, provision)] == []
    put_away(dialog)


def test_the_page_that_says_why_nothing_is_open_speaks(qtbot: QtBot, tmp_path: Path, tokens: Tokens) -> None:
    window = shown(qtbot, make_window(tmp_path / "没有.db", tokens))
    heard = heard_in(window)
    assert [one for one in heard if is_silent(one)] == []
    assert "选择其他数据库…" in [one.name for one in heard if one.role is _Role.Button]
    assert any("没有" in one.name for one in heard if one.role is _Role.StaticText)
    window.close()


def test_a_crash_report_speaks(window: MainWindow) -> None:
    dialog = CrashDialog("Traceback\nValueError", window)
    dialog.open()
    settle()
    heard = heard_in(dialog)
    assert [one for one in heard if is_silent(one) or is_odd_in_chinese(one)] == []
    assert [one.value for one in heard if one.name == "错误内容"] == ["Traceback\nValueError"]
    put_away(dialog)


def test_menus_and_the_buttons_beside_them_speak(window: MainWindow) -> None:
    bar = interface_of(window.menuBar())
    names = [bar.child(number).text(QAccessible.Text.Name) for number in range(bar.childCount())]
    assert names[:2] == ["文件(F)", "编辑(E)"]
    ways = window.menuBar().cornerWidget()
    assert isinstance(ways, NavigationBar)
    said = [one for one in heard_in(ways) if one.role is _Role.Button]
    assert [one.name for one in said] == ["后退", "前进", "列出最近去过的地方"]
    assert "disabled" in said[0].flags
    for action in window.menuBar().actions():
        shown_menu = QMenu.menuInAction(action)
        assert isinstance(shown_menu, QWidget)
        menu = interface_of(shown_menu)
        entries = [menu.child(number) for number in range(menu.childCount())]
        said_there = [one.text(QAccessible.Text.Name) for one in entries if one.role() is _Role.MenuItem]
        assert said_there
        assert all(_HAN.search(name) and not _WORD.search(name) for name in said_there)


def rows_of(window: MainWindow, view: QWidget) -> list[Heard]:
    return [one for one in heard_in(view) if one.role in {_Role.TreeItem, _Role.ListItem, _Role.Cell}]


def test_a_row_of_the_tree_says_all_of_it_and_how_it_stands(qtbot: QtBot, window: MainWindow) -> None:
    window.selection.select(FactRef(FactKind.DIVISION, 2))
    rows = {one.name: one for one in rows_of(window, window.tree.view)}
    assert "selected" in rows["（三）人事教育处 合署办公"].flags
    assert "市国防科技工业办公室专职副主任 1-2 名" in rows
    assert "（四）综合规划处（结构调整推进处）" in rows
    assert "上海市经济和信息化委员会\n牌子：上海市国防科技工业办公室" in rows
    assert {"expandable", "expanded"} <= rows["内设机构 原文 25"].flags
    qtbot.keyClick(window.tree.view, Qt.Key.Key_Space)
    folded = {one.name: one for one in rows_of(window, window.tree.view)}["内设机构 原文 25"]
    assert "expanded" not in folded.flags


def test_a_card_says_kind_subject_recipients_and_clause(window: MainWindow) -> None:
    cards = next(view for view in window.changes.findChildren(ChangeList) if view.accessibleName() == "取消")
    said = rows_of(window, cards)[0].name.splitlines()
    assert said == ["取消：对传统工艺美术大师的认定", "去向：上海市工艺美术行业协会", "条款：一（一）1"]
    assert "去向：本规定未载明" in rows_of(window, cards)[3].name
    window.changes.show_as_table(table=True)
    cells = [one.name for one in rows_of(window, window.changes.table)]
    assert cells[0].startswith("取消：对传统工艺美术大师的认定")
    assert cells[5] == "条款：一（一）1"


def test_what_was_derived_is_heard_to_be(window: MainWindow) -> None:
    window.selection.select(BODY)
    table = next(view for view in window.detail.findChildren(FactTreeView) if view.accessibleName() == "编制职数")
    rows = [one.name for one in rows_of(window, table)]
    assert "机关行政编制 294 名 条款：四" in rows
    assert "其中 市国防科技工业办公室专职副主任 1-2 名 条款：四" in rows
    assert [row for row in dict.fromkeys(rows) if "推算" in row] == ["以上各项相加 87-88 名 推算"]


def test_a_derived_direction_is_heard_with_its_tag_and_its_mark(window: MainWindow, provision: Provision) -> None:
    row = next(i for i, change in enumerate(provision.changes) if change.kind.value == "integrated")
    window.selection.select(FactRef(FactKind.CHANGE, row))
    settle()
    heard = heard_in(window.detail)
    tags = {(one.role, one.name) for one in heard if one.thing == ProvenanceTag.__name__}
    assert tags == {(_Role.StaticText, "推算")}
    said = next(one.name for one in heard if one.name.startswith("方向："))
    assert said.endswith("推算")
    assert said in [one.description for one in heard if one.thing == ClauseMark.__name__]
    card = next(view for view in window.changes.findChildren(ChangeList) if view.accessibleName() == "整合")
    assert said in rows_of(window, card)[0].name.splitlines()


def test_a_page_says_what_is_not_stated_of_what(window: MainWindow) -> None:
    window.selection.select(FactRef(FactKind.DIVISION, 11))
    settle()
    heard = heard_in(window.detail)
    names = [one.name for one in heard]
    assert "内设机构（十二）：都市产业处" in names
    for label in ("规格", "编制", "职数", "实有"):
        assert f"{label}：本规定未载明" in names
    assert {"名称", "规格、编制"} <= {one.name for one in heard if one.role is _Role.Heading}
    mark = next(one for one in heard if one.description == "括号内名称：创意与设计产业处")
    assert (mark.role, mark.name) == (_Role.Button, "原文 三（十二）")


def test_a_cell_of_shared_matters_says_whose_role_it_is_and_what_isnt_stated(window: MainWindow) -> None:
    window.go_to(window.splits)
    window.selection.select(FactRef(FactKind.MATTER, 3, 0))
    settle()
    assert window.splits.table is not None
    cells = [one.name for one in rows_of(window, window.splits.table)]
    assert "上海市商务委员会：◆ 整体牵头：牵头" in cells
    assert "上海市经济和信息化委员会：会同的对象、统筹、牵头负责、会同" in cells
    assert "上海市科学技术委员会：原文未载明其角色" in cells
    heard = heard_in(window.splits)
    assert "事项全文：与上海市人民政府办公厅 五（四）" in [one.name for one in heard]
    assert ("原文 二（四）", "核查结果") in [(one.name, one.description) for one in heard]


def test_a_page_is_heard_as_it_is_read_whatever_was_read_before(window: MainWindow) -> None:
    division = FactRef(FactKind.DIVISION, 11)
    window.selection.select(division)
    settle()
    first = heard_in(window.detail)
    for ref in (FactRef(FactKind.CHANGE, 9), BODY, FactRef(FactKind.MATTER, 0, 1), division):
        window.selection.select(ref)
        settle()
    assert heard_in(window.detail) == first
    page = window.detail.findChild(PageView)
    assert page is not None
    sheet = interface_of(page)
    assert [sheet.indexOfChild(sheet.child(number)) for number in range(3)] == [0, 1, 2]


def test_a_way_to_another_fact_can_be_followed_from_outside(window: MainWindow) -> None:
    window.selection.select(FactRef(FactKind.DIVISION, 11))
    settle()
    links = [link for link in window.detail.findChildren(FactLink) if link.isVisible()]
    interface = interface_of(next(link for link in links if link.accessibleDescription() == "机关"))
    assert interface.role() is _Role.Link
    assert interface.text(QAccessible.Text.Name) == "查看 上海市经济和信息化委员会"
    assert interface.text(QAccessible.Text.Description) == "机关"
    action = interface.actionInterface()
    action.doAction(action.actionNames()[0])
    assert window.selection.current == BODY


def test_buttons_say_whether_they_are_pressed_in(qtbot: QtBot, window: MainWindow) -> None:
    kind = window.changes.model.kinds[0]
    button = window.changes.kind_button(kind)
    assert "checked" in heard_in(button)[0].flags
    assert heard_in(button)[0].name == "取消"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert "checked" not in heard_in(button)[0].flags


def test_the_drawer_says_what_it_would_do(window: MainWindow) -> None:
    handle: QAbstractButton = window_in((911, 512), window).drawer.handle
    assert heard_in(handle)[0].name == "关上详情"
    handle.click()
    assert heard_in(handle)[0].name == "打开详情"


def test_the_text_can_be_read_character_by_character(window: MainWindow, provision: Provision) -> None:
    words = interface_of(window.source.text).textInterface()
    assert words.characterCount() == len(provision.text)
    start = provision.text.index("无线电")
    assert words.text(start, start + 3) == "无线电"


def test_settings_say_their_values(window: MainWindow) -> None:
    dialog = dialog_of(window, "show_settings")
    values = {one.name.partition("(")[0]: one.value for one in heard_in(dialog) if one.role is not _Role.StaticText}
    assert values["文字大小"] == "100%"
    put_away(dialog)


def test_the_dialog_for_files_is_qts_own_in_chinese(window: MainWindow) -> None:
    window.dialogs.choose_database()
    settle()
    dialog = next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())
    buttons = [one.name for one in heard_in(dialog) if one.role is _Role.Button]
    assert buttons
    assert not any(map(_WORD.search, buttons))
    put_away(dialog)


def test_interfaces_go_with_their_widgets(window: MainWindow, provision: Provision) -> None:
    for number in range(len(provision.divisions)):
        window.selection.select(FactRef(FactKind.DIVISION, number))
        assert heard_in(window.detail)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.selection.select(BODY)
    assert heard_in(window)
