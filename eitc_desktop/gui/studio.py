"""Where pictures of the window are taken: windows that look as wished, and files for what they show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.looking import settle
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.settings import Language, Loaded, Reviewer, Settings, Theme

WindowMaker = Callable[[Path, Tokens, Preferences, Callable[[Path], Path] | None], MainWindow]

LARGE = (1366, 768)
SMALL = (911, 512)  # the same screen at 150 %
_QUALITY = 70  # of 100, all without loss: written in half the time, and as small as with Qt's own choice


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


LOOKS = tuple(Look(*each) for each in product(Language, (LIGHT, DARK), (LARGE, SMALL)))
"""Every language in each palette and size."""


def looks_named(names: Sequence[str]) -> tuple[Look, ...]:
    """Return the looks with these names in the order of :data:`LOOKS`; without names, all of them.

    Raises:
        EitcError: if there is no look of a name.
    """
    known = {look.name: look for look in LOOKS}
    for name in names:
        if name not in known:
            raise EitcError(f"没有这种样子：{name}。--look 可用：{'、'.join(known)}")
    return tuple(look for name, look in known.items() if not names or name in names)


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
        settle()
        return window

    def take(self, widget: QWidget, name: str) -> Path:
        """Draw *widget* into ``name.png``."""
        settle()
        path = self.out / f"{name}.png"
        if not widget.grab().save(str(path), quality=_QUALITY):
            raise EitcError(f"无法写入图片：{path}。请用 --out 指定可写的文件夹")
        return path
