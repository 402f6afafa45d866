"""Pictures of the window, its panes and its dialogs, drawn without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.crash import CrashDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import ChangeKind, Provision

WindowMaker = Callable[[Path, Tokens], MainWindow]

LARGE = (1366, 768)
SMALL = (911, 512)  # the same screen at 150 %


@dataclass(frozen=True, slots=True)
class _Studio:
    """What every picture needs."""

    app: QApplication
    tokens: Tokens
    out: Path
    database: Path
    make_window: WindowMaker

    def window(self, palette: Palette, size: tuple[int, int]) -> MainWindow:
        """Return a shown window in *palette*'s colours."""
        self.tokens.wear(palette, 100)
        window = self.make_window(self.database, self.tokens)
        window.resize(*size)
        window.show()
        self.settle()
        return window

    def settle(self) -> None:
        """Let sizes, scrolling and painting that wait for the event loop happen."""
        for _ in range(3):
            self.app.processEvents()

    def take(self, widget: QWidget, name: str) -> Path:
        """Draw *widget* into ``name.png``."""
        self.settle()
        path = self.out / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise EitcError(f"无法写入图片：{path}。请用 --out 指定可写的文件夹")
        return path

    def put_away(self, widget: QWidget) -> None:
        """Close *widget* for good."""
        widget.close()
        widget.deleteLater()
        # outside an event loop nobody else does: another theme would then style every window there ever was
        QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def draw_all(app: QApplication, tokens: Tokens, out: Path, database: Path, make_window: WindowMaker) -> list[Path]:
    """Draw every picture into folder *out*, which is made if need be; ``window.png`` comes first.

    Raises:
        EitcError: if the folder can't be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise EitcError(f"无法写入文件夹：{out}（它或它的上级是一个文件）。请用 --out 指定可写的文件夹") from error
    except OSError as error:
        raise EitcError(f"无法写入文件夹：{out}（错误代码 {error.errno}）。请用 --out 指定可写的文件夹") from error
    studio = _Studio(app, tokens, out, database, make_window)
    return [*_windows(studio), *_panes(studio), *_dialogs(studio), *_failure(studio)]


def _windows(studio: _Studio) -> Iterator[Path]:
    for palette, theme in ((LIGHT, "light"), (DARK, "dark")):
        for size in (LARGE, SMALL):
            window = studio.window(palette, size)
            if window.opened is None:
                yield studio.take(window, "window")
                studio.put_away(window)
                return
            for name, ref in _choices(window.opened.provision):
                window.selection.select(ref)
                if theme == "light" and size == LARGE and name == "division":
                    yield studio.take(window, "window")
                yield studio.take(window, f"window-{theme}-{size[0]}-{name}")
            if size == SMALL:
                window.go_to(window.changes)
                yield studio.take(window, f"window-{theme}-{size[0]}-changes")
            studio.put_away(window)


def _panes(studio: _Studio) -> Iterator[Path]:
    """Draw each pane by itself, taller than it stands in the window."""
    window = studio.window(LIGHT, LARGE)
    if window.opened is None:
        return
    for pane, size, name in (
        (window.tree, (304, 900), "tree"),
        (window.detail, (400, 1400), "detail"),
        (window.changes, (1060, 420), "changes"),
        (window.source, (900, 700), "source"),
    ):
        pane.setParent(None)
        pane.resize(*size)
        pane.show()
        yield studio.take(pane, f"pane-{name}")
        studio.put_away(pane)
    studio.put_away(window)


def _dialogs(studio: _Studio) -> Iterator[Path]:
    window = studio.window(LIGHT, LARGE)
    for show, name in (
        (window.dialogs.show_findings, "findings"),
        (window.dialogs.show_keys, "keys"),
        (window.dialogs.show_about, "about"),
    ):
        show()
        for dialog in window.findChildren(QDialog):
            yield studio.take(dialog, f"dialog-{name}")
            dialog.close()
        studio.settle()
    crash = CrashDialog("Traceback (most recent call last):\n  …\nValueError: …", window)
    crash.open()
    yield studio.take(crash, "dialog-crash")
    crash.close()
    studio.put_away(window)


def _failure(studio: _Studio) -> Iterator[Path]:
    missing = studio.out / "没有这个文件.db"
    for palette, theme in ((LIGHT, "light"), (DARK, "dark")):
        studio.tokens.wear(palette, 100)
        window = studio.make_window(missing, studio.tokens)
        window.show()
        yield studio.take(window, f"failure-{theme}")
        studio.put_away(window)


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
