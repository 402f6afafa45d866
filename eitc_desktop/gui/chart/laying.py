"""Lays a chart out for the screen: as on paper while that is worth it, tidily where there are very many units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from eitc_desktop.chart.content import ChartContent
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import NATURAL, lay_out
from eitc_desktop.drawing.shapes import Face, Style
from eitc_desktop.gui.chart.broad import BroadSheet
from eitc_desktop.gui.chart.mark_places import BoxMarks, MarkSetter
from eitc_desktop.gui.chart.sheet import DrawnSheet, Sheet
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer

_DRAWN = 300
"""Units up to which a chart is drawn as on paper: more are on no sheet."""

_MARK, _LARGEST_MARK = 1.3, 3.0  # heights of marks in ems: in a chart of very many units, and at most
_ROUNDS = 3
_MARKED = 0.8  # what marks leave a chart of the room, roughly
_IN_MARKS = Style(Face.HEI, 1.0)

SideAt = Callable[[tuple[float, float], float], float]
"""How many points high marks are on a sheet of this size with this size of type."""

_LEAST = 60.0
"""Points of width or height for which nothing is picked: the view isn't shown yet."""

_ALIKE = 1.15
"""How much wider for its height a view may become before the chart takes another shape."""


class Laid(NamedTuple):
    """A sheet, its layout (never AUTO), whether 自动 picked that, and the marks of its boxes."""

    sheet: Sheet
    kind: LayoutKind
    picked: bool
    marks: Mapping[int, BoxMarks]


class Layer:
    """Lays out as is wanted. What was picked stays when units are folded: boxes would all change places."""

    def __init__(self, fonts: PaperFonts) -> None:
        self._measurer = QtMeasurer(fonts)
        self._wanted = LayoutKind.AUTO
        self._picked: LayoutKind | None = None
        self._shape = NATURAL
        self._fresh = True

    @property
    def wanted(self) -> LayoutKind:
        """The layout asked for."""
        return self._wanted

    def want(self, kind: LayoutKind) -> None:
        """Ask for a layout from now on."""
        self._wanted = kind
        self.pick_anew()

    def pick_anew(self) -> None:
        """Pick the next time: another chart comes."""
        self._picked = None
        self._fresh = True

    def would_change(self, content: ChartContent, room: tuple[float, float]) -> bool:
        """Take the shape of another room (points), let 自动 pick for it, and say whether the chart changes by that."""
        if len(content.units) > _DRAWN or min(room) < _LEAST:
            return False
        wider = room[0] / room[1] / (self._shape[0] / self._shape[1])
        reshaped = not 1 / _ALIKE <= wider <= _ALIKE
        if reshaped:
            self._shape = room
        if self._wanted is not LayoutKind.AUTO:
            return reshaped
        before, self._picked = self._picked, lay_out(content, LayoutKind.AUTO, room, self._measurer).kind
        return reshaped or self._picked is not (before or LayoutKind.OFFICIAL)

    def lay_out(
        self, content: ChartContent, room: tuple[float, float], setter: MarkSetter | None, side_at: SideAt
    ) -> Laid:
        """Lay *content* out at its natural size; *room* (points) is what is picked for.

        *setter* has the marks that the sheet needs room for, *side_at* says how high they are.
        """
        if len(content.units) > _DRAWN:
            kind = LayoutKind.SIDEWAYS if self._wanted is LayoutKind.SIDEWAYS else LayoutKind.OFFICIAL
            sideways = kind is LayoutKind.SIDEWAYS
            broad = BroadSheet(content, self._measurer, sideways=sideways)
            side = min(side_at(broad.size, broad.type_size), _MARK * broad.type_size)
            marks = {} if setter is None else setter.in_gaps(broad.rect, side, broad.gap, sideways=sideways)
            return Laid(broad, kind, picked=False, marks=marks)
        kind = self._wanted
        if self._fresh:
            self._fresh = False
            self.would_change(content, room)
        if kind is LayoutKind.AUTO:
            kind = self._picked or LayoutKind.OFFICIAL
        width, height = self._shape
        if setter is not None:  # marks take room right of boxes, or below them
            width, height = (width * _MARKED, height) if kind is LayoutKind.SIDEWAYS else (width, height * _MARKED)
        layout = lay_out(content, kind, None, self._measurer, shape=(width, height))
        picked = self._wanted is LayoutKind.AUTO
        if setter is None:
            return Laid(DrawnSheet(layout), kind, picked, {})
        with_marks, marks = layout, dict[int, BoxMarks]()
        for _ in range(_ROUNDS):  # the more room marks take, the smaller the chart is seen, and the larger they must be
            side = side_at((with_marks.drawing.width, with_marks.drawing.height), layout.type_size)
            side = min(side, _LARGEST_MARK * layout.type_size)
            with_marks, marks = setter.with_marks(layout, side, sideways=kind is LayoutKind.SIDEWAYS)
        return Laid(DrawnSheet(with_marks), kind, picked, marks)

    def ems(self, words: str) -> float:
        """Return how many ems *words* in a mark reach."""
        return self._measurer.advance(words, _IN_MARKS)
