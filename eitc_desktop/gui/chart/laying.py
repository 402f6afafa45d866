"""Lays a chart out for the screen: as on paper while that is worth it, tidily where there are very many units."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from eitc_desktop.chart.content import ChartContent
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import ChartLayout, lay_out
from eitc_desktop.chart.opening import opened
from eitc_desktop.gui.chart.broad import BroadSheet
from eitc_desktop.gui.chart.sheet import DrawnSheet, Sheet
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer

_DRAWN = 300
"""Units up to which a chart is drawn as on paper: more are on no sheet."""


_MARK, _WORDED_MARK = 1.6, 3.4
"""Ems of the room that a mark takes in height and width, and in width where it has words."""

_LEAST = 60.0
"""Points of width or height for which 自动 doesn't pick: the view isn't shown yet."""


class Laid(NamedTuple):
    """A sheet, its layout (never AUTO), and whether 自动 picked that."""

    sheet: Sheet
    kind: LayoutKind
    picked: bool


class Layer:
    """Lays out as is wanted. What 自动 picked stays when units are folded: boxes would all change places."""

    def __init__(self, fonts: PaperFonts) -> None:
        self._measurer = QtMeasurer(fonts)
        self._wanted = LayoutKind.AUTO
        self._picked: LayoutKind | None = None

    @property
    def wanted(self) -> LayoutKind:
        """The layout asked for."""
        return self._wanted

    def want(self, kind: LayoutKind) -> None:
        """Ask for a layout from now on."""
        self._wanted = kind
        self.pick_anew()

    def pick_anew(self) -> None:
        """Let 自动 pick the next time: another chart comes."""
        self._picked = None

    def would_change(self, content: ChartContent, room: tuple[float, float]) -> bool:
        """Let 自动 pick for another room (points), and say whether it picks another layout than before."""
        if self._wanted is not LayoutKind.AUTO or len(content.units) > _DRAWN or min(room) < _LEAST:
            return False
        before, self._picked = self._picked, lay_out(content, LayoutKind.AUTO, room, self._measurer).kind
        return self._picked is not (before or LayoutKind.OFFICIAL)

    def lay_out(
        self, content: ChartContent, room: tuple[float, float], marks: Callable[[int], int] | None = None
    ) -> Laid:
        """Lay *content* out at its natural size; *room* (points) is what 自动 picks for.

        *marks* says how many marks a unit has, for which there is to be room under its box (左右: right of it).
        """
        if len(content.units) > _DRAWN:
            kind = LayoutKind.SIDEWAYS if self._wanted is LayoutKind.SIDEWAYS else LayoutKind.OFFICIAL
            return Laid(BroadSheet(content, self._measurer, sideways=kind is LayoutKind.SIDEWAYS), kind, picked=False)
        kind = self._wanted
        if kind is LayoutKind.AUTO:
            if self._picked is None:
                self.would_change(content, room)
            kind = self._picked or LayoutKind.OFFICIAL
        layout = lay_out(content, kind, None, self._measurer)
        if marks is not None:
            layout = _with_room(layout, marks, sideways=kind is LayoutKind.SIDEWAYS)
        drawn = DrawnSheet(layout)
        return Laid(drawn, kind, picked=self._wanted is LayoutKind.AUTO)


def _with_room(layout: ChartLayout, marks: Callable[[int], int], *, sideways: bool) -> ChartLayout:
    """Return *layout* with room for the marks of its units."""
    rooms: dict[int, float] = {}
    for unit, rect in layout.placed:
        ems = rect.width / layout.type_size
        across = max(1, int(ems / (_WORDED_MARK if ems >= _WORDED_MARK else _MARK)))
        needed = marks(unit) * _WORDED_MARK if sideways else ceil(marks(unit) / across) * _MARK
        rooms[unit] = needed * layout.type_size
    return opened(layout, rooms, sideways=sideways)
