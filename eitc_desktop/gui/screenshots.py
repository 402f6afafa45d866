"""Pictures of the window, its panes and its dialogs, drawn without a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from eitc_desktop.chart.content import ChartKind
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.every_dialog import window_dialogs
from eitc_desktop.gui.looking import dialogs_over, put_away
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.flow_rows import Grouping
from eitc_desktop.gui.panes.changes import ChangesPane
from eitc_desktop.gui.review_screenshots import draw_review
from eitc_desktop.gui.studio import LARGE, Look, Studio, WindowMaker, looks_named
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.settings import ChangesView, Language


def draw_all(
    app: QApplication,
    tokens: Tokens,
    out: Path,
    database: Path,
    make_window: WindowMaker,
    looks: Sequence[str] = (),
) -> list[Path]:
    """Draw every picture into folder *out*, which is made if need be; ``window.png`` comes first.

    Of the windows, menus and dialogs that are drawn once in each look, only those named in *looks*, if any are.

    Raises:
        EitcError: if there is no look of a name, or the folder can't be written.
    """
    chosen = looks_named(looks)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise EitcError(f"无法写入文件夹：{out}（它或它的上级是一个文件）。请用 --out 指定可写的文件夹") from error
    except OSError as error:
        raise EitcError(f"无法写入文件夹：{out}（错误代码 {error.errno}）。请用 --out 指定可写的文件夹") from error
    studio = Studio(app, tokens, out, database, make_window)
    drawn = list(_cover(studio))
    for look in chosen:
        drawn += [*_window(studio, look), *draw_review(studio, look), *_failure(studio, look)]
    drawn += _panes(studio)
    install_translations(app, Language.CHINESE)
    return drawn


def _cover(studio: Studio) -> Iterator[Path]:
    """Draw the window as it is shown in the documentation."""
    window = studio.window(Look(Language.CHINESE, LIGHT, LARGE))
    if window.opened is not None:
        window.selection.select(dict(_choices(window.opened.provision)).get("division", FactRef(FactKind.BODY)))
    yield studio.take(window, "window")
    put_away(window)


def _window(studio: Studio, look: Look) -> Iterator[Path]:
    window = studio.window(look)
    if window.opened is not None:
        for name, ref in _choices(window.opened.provision):
            window.selection.select(ref)
            yield studio.take(window, f"{look.name}-window-{name}")
        if window.docks.is_narrow:
            window.drawer.set_open(open_=False)
            yield studio.take(window, f"{look.name}-window-drawer-closed")
            window.drawer.set_open(open_=True)
            window.go_to(window.changes)
            yield studio.take(window, f"{look.name}-window-changes")
        for view in (ChangesView.FLOW, ChangesView.TABLE):
            window.changes.show_view(view)
            yield studio.take(window, f"{look.name}-window-{view.value}")
        yield from _chart(studio, window, look)
        yield from _duty_map(studio, window, look)
        yield from _splits(studio, window, look)
        yield from _menus(studio, window, look)
        yield from _dialogs(studio, window, look)
    put_away(window)


def _chart(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    """Draw the chart under each overlay, and in Chinese, which its boxes speak, in each layout and state too."""
    if window.opened is None:
        return
    window.drawer.set_open(open_=False)
    window.go_to(window.chart)
    page = window.chart.page
    window.selection.select(dict(_choices(window.opened.provision)).get("division", FactRef(FactKind.BODY)))
    chinese = look.language is Language.CHINESE
    for kind in LayoutKind if chinese else (LayoutKind.AUTO,):
        page.bar.choose_layout(kind)
        yield studio.take(window, f"{look.name}-window-chart-{kind.value}")
    page.bar.choose_layout(LayoutKind.AUTO)
    for overlay, button in page.bar.overlays.items():
        button.setChecked(True)
        yield studio.take(window, f"{look.name}-window-chart-{overlay.name.lower()}")
        button.setChecked(False)
    if not chinese:
        window.drawer.set_open(open_=True)
        return
    page.bar.focus.setChecked(True)
    yield studio.take(window, f"{look.name}-window-chart-focus")
    page.bar.focus.setChecked(False)
    page.words.setText("chanye")
    page.view.zoom_to(100)
    yield studio.take(window, f"{look.name}-window-chart-found")
    page.words.clear()
    page.view.fit()
    page.view.fold_group(ChartKind.DIVISION, folded=True)
    yield studio.take(window, f"{look.name}-window-chart-folded")
    page.view.unfold_all()
    page.view.fit()
    window.drawer.set_open(open_=True)


def _duty_map(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    window.drawer.set_open(open_=False)
    window.go_to(window.duty_map)
    page = window.duty_map.page
    yield studio.take(window, f"{look.name}-window-duty-map")
    linked = next(iter(page.matrix.mapping.duty_links), None) if page.matrix is not None else None
    if linked is not None:
        window.selection.select(linked.item)
        page.view.stand_on_unit(linked.unit)
        page.view.choose_current()
        yield studio.take(window, f"{look.name}-window-duty-link")
        page.step_back()
    for number, name in ((1, "divisions"), (2, "unmapped")):
        page.bar.choose_view(number)
        yield studio.take(window, f"{look.name}-window-duty-{name}")
    page.bar.choose_view(0)
    window.drawer.set_open(open_=True)


def _splits(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    """Draw the shared matters with the last of them chosen."""
    if window.opened is None:
        return
    splits = window.opened.provision.responsibility_splits
    window.go_to(window.splits)
    if splits and splits[-1].matters:
        window.selection.select(FactRef(FactKind.MATTER, len(splits) - 1, 0))
    yield studio.take(window, f"{look.name}-window-splits")


def _menus(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    for number, action in enumerate(window.menuBar().actions(), start=1):
        menu = QMenu.menuInAction(action)
        if isinstance(menu, QMenu):
            menu.popup(window.mapToGlobal(window.menuBar().actionGeometry(action).bottomLeft()))
            yield studio.take(menu, f"{look.name}-menu-{number}")
            menu.close()


def _dialogs(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    for show, name in window_dialogs(window):
        show()
        with dialogs_over(window) as seen:
            for dialog in seen:
                yield studio.take(dialog, f"{look.name}-dialog-{name}")


def _failure(studio: Studio, look: Look) -> Iterator[Path]:
    window = studio.window(look, studio.out / "没有这个文件.db")
    yield studio.take(window, f"{look.name}-failure")
    put_away(window)


def _panes(studio: Studio) -> Iterator[Path]:
    """Draw each pane by itself, taller than it stands in the window."""
    window = studio.window(Look(Language.CHINESE, LIGHT, LARGE))
    if window.opened is None:
        return
    panes = (window.tree, window.detail, window.changes, window.source, window.duty_map, window.splits, window.chart)
    window.go_to(window.duty_map)
    window.duty_map.page.view.unfold_all(unfolded=True)
    for pane, size, name in (
        (window.tree, (304, 900), "tree"),
        (window.detail, (400, 1400), "detail"),
        (window.changes, (1060, 420), "changes"),
        (window.source, (900, 700), "source"),
        (window.duty_map, (1280, 1000), "duty-map"),
        (window.splits, (1200, 620), "splits"),
        (window.chart, (1280, 800), "chart"),
    ):
        pane.setParent(None)
        pane.resize(*size)
        pane.show()
        yield studio.take(pane, f"pane-{name}")
    yield from _flows(studio, window.changes)
    put_away(window)
    for pane in panes:
        put_away(pane)


def _flows(studio: Studio, pane: ChangesPane) -> Iterator[Path]:
    """Draw the whole picture of where functions went, in each grouping."""
    pane.show_view(ChangesView.FLOW)
    pane.resize(1060, 900)
    for grouping in Grouping:
        pane.flow.grouping.choose(grouping)
        yield studio.take(pane, f"pane-flow-{grouping.value}")


def _choices(provision: Provision) -> Iterator[tuple[str, FactRef]]:
    """Return one fact of each sort that this provision has."""
    yield "body", FactRef(FactKind.BODY)
    named_twice = [i for i, division in enumerate(provision.divisions) if division.second_names]
    if provision.divisions:
        yield "division", FactRef(FactKind.DIVISION, (named_twice or [0])[len(named_twice) // 2])
    ranges = [i for i, quota in enumerate(provision.quotas) if quota.is_post and quota.minimum != quota.maximum]
    posts = [i for i, quota in enumerate(provision.quotas) if quota.is_post]
    if posts:
        yield "post", FactRef(FactKind.QUOTA, (ranges or posts)[0])
    moved = [i for i, change in enumerate(provision.changes) if change.kind is ChangeKind.DEVOLVED]
    if provision.changes:
        yield "change", FactRef(FactKind.CHANGE, (moved or [0])[0])
    if provision.responsibility_splits:
        yield "matter", FactRef(FactKind.MATTER, 0, 0)
    if provision.hosted_offices:
        yield "hosted", FactRef(FactKind.HOSTED_OFFICE, 0)
