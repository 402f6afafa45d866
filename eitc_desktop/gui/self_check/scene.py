"""What every check has: the program that was opened for it, and a folder of its own for all that is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.services.self_check import NotAsItShould

_LOOKS = 60  # pixels that are looked at along the shorter side


class OpenProgram(Protocol):
    """One run of the program: ``window`` is another one after the language was changed."""

    window: MainWindow
    preferences: Preferences

    def show(self) -> None: ...


ProgramMaker = Callable[[Path, Callable[[], None]], OpenProgram]
"""Makes the program, its window on the library at a path; who is named last hears when it was painted first."""


@dataclass(slots=True)
class Scene:
    """Where checks take place. ``program`` is None until the first of them has opened it."""

    folder: Path
    database: Path
    make_program: ProgramMaker
    program: OpenProgram | None = None

    @property
    def running(self) -> OpenProgram:
        """The program.

        Raises:
            NotAsItShould: if it could not be opened.
        """
        if self.program is None:
            raise NotAsItShould("窗口没有打开，无法检查")
        return self.program

    @property
    def window(self) -> MainWindow:
        """The window, as :attr:`running`."""
        return self.running.window

    @property
    def opened(self) -> OpenedLibrary:
        """What the window shows.

        Raises:
            NotAsItShould: if it shows nothing.
        """
        opened = self.window.opened
        if opened is None:
            raise NotAsItShould("数据库没有打开，无法检查")
        return opened

    @property
    def reading(self) -> MainWindow:
        """The window, in which a library is read.

        Raises:
            NotAsItShould: if it shows nothing.
        """
        self.opened  # noqa: B018  it raises
        return self.window


class Check(NamedTuple):
    """One thing that is tried; ``run`` returns what was found, in one line, and raises where something is amiss."""

    name: str
    title: str
    run: Callable[[Scene], str]


def require(fine: object, words: str) -> None:
    """Make sure that something is so.

    Raises:
        NotAsItShould: with *words*, if it isn't.
    """
    if not fine:
        raise NotAsItShould(words)


def require_picture(widget: QWidget, what: str) -> QImage:
    """Return what is painted of *widget*, called *what*.

    Raises:
        NotAsItShould: if it isn't shown, or is one empty area.
    """
    require(widget.isVisible(), f"{what}没有显示")
    image = widget.grab().toImage()
    require(is_drawn_on(image), f"{what}是一片空白")
    return image


def is_drawn_on(image: QImage) -> bool:
    """Say whether *image* has more than one colour."""
    first = image.pixel(0, 0) if not image.isNull() else 0
    step = max(1, min(image.width(), image.height()) // _LOOKS)
    places = ((x, y) for y in range(0, image.height(), step) for x in range(0, image.width(), step))
    return any(image.pixel(x, y) != first for x, y in places)
