"""Where pictures of the window are taken: windows that look as wished, and files for what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.theme import Palette, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.settings import Language, Loaded, Reviewer, Settings, Theme

WindowMaker = Callable[[Path, Tokens, Preferences, Callable[[Path], Path] | None], MainWindow]

LARGE = (1366, 768)
SMALL = (911, 512)  # the same screen at 150 %
_PATIENCE = 30.0  # seconds
_LOOK = 50  # milliseconds


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which the window can look."""

    language: Language
    palette: Palette
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """The beginning of the pictures' names: zh-light-1366."""
        theme = "dark" if self.palette.dark else "light"
        return f"{self.language.value[:2]}-{theme}-{self.size[0]}"


@dataclass(frozen=True, slots=True)
class Studio:
    """What every picture needs."""

    app: QApplication
    tokens: Tokens
    out: Path
    database: Path
    make_window: WindowMaker

    def window(
        self,
        look: Look,
        database: Path | None = None,
        reviewer: Reviewer | None = None,
        review: Path | None = None,
    ) -> MainWindow:
        """Return a shown window that looks so; what *reviewer* enters in it is kept in *review*, or else nothing is."""
        install_translations(self.app, look.language)
        self.tokens.wear(look.palette, 100)
        theme = Theme.DARK if look.palette.dark else Theme.LIGHT
        preferences = Preferences(Loaded(Settings(language=look.language, theme=theme, reviewer=reviewer)))
        path_of = None if review is None else lambda _library: review
        window = self.make_window(database or self.database, self.tokens, preferences, path_of)
        window.resize(*look.size)
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

    def until(self, done: Callable[[], bool]) -> None:
        """Wait for what happens beside the window, but not for ever: the picture then shows what is missing."""
        end = monotonic() + _PATIENCE
        while not done() and monotonic() < end:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _LOOK)

    @contextmanager
    def dialogs(self, window: QWidget) -> Iterator[list[QDialog]]:
        """Give the dialogs of *window* that are seen, and close them afterwards."""
        self.settle()
        seen = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
        yield seen
        for dialog in seen:
            if dialog.isVisible():
                dialog.close()
        self.settle()
