"""A drawing over several sheets, which are trimmed and glued to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eitc_desktop.composing.page import PageSetup, PaperTooSmall, line_of_text
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import MM, Drawing, Face, Ink, Line, Placed, Point, Rect, Style, Text
from eitc_desktop.model.papers import UNOFFICIAL

OVERLAP = 10 * MM
"""What neighbouring sheets have in common: the edge that is glued over."""

_LEADING = 1.4
_LABEL_GAP = 4.0  # points between the picture and the line below it
_MARK, _MARK_GAP = 14.0, 3.0  # points: how long a cut mark is, and how far from the corner
_ASIDE = 6.0  # points: how far from the corners the words below keep
_THICK = 2.0  # points that frames and lines reach beyond their geometry at most


class Sheet(NamedTuple):
    """One sheet: ``shown`` is what it shows of the drawing, in the drawing's points; row and column count from 0."""

    column: int
    row: int
    shown: Rect


class PosterPlan(NamedTuple):
    """How a drawing lies on the sheets: enlarged ``scale`` times, ``frame`` is where a sheet shows its piece."""

    scale: float
    frame: Rect
    sheets: tuple[Sheet, ...]


def plan_of(
    drawing: Drawing, setup: PageSetup, columns: int, rows: int, overlap: float, measurer: TextMeasurer
) -> PosterPlan:
    """Return how *drawing* fills *columns* × *rows* sheets as large as it can, centred, neighbours sharing *overlap*.

    Raises:
        PaperTooSmall: if the sheets have no room beside the overlap.
        ValueError: if there are no sheets, or the drawing has no extent.
    """
    if columns < 1 or rows < 1 or drawing.width <= 0 or drawing.height <= 0:
        raise ValueError(f"no poster: {columns} × {rows} sheets of {drawing.width} × {drawing.height}")
    frame = _frame(setup, _Label(setup, columns, rows, overlap, measurer).height)
    if frame.width <= 2 * overlap or frame.height <= 2 * overlap:
        raise PaperTooSmall
    width = columns * frame.width - (columns - 1) * overlap
    height = rows * frame.height - (rows - 1) * overlap
    scale = min(width / drawing.width, height / drawing.height)
    left, top = (width - scale * drawing.width) / 2, (height - scale * drawing.height) / 2
    sheets = tuple(
        Sheet(
            column,
            row,
            Rect(
                (column * (frame.width - overlap) - left) / scale,
                (row * (frame.height - overlap) - top) / scale,
                frame.width / scale,
                frame.height / scale,
            ),
        )
        for row in range(rows)
        for column in range(columns)
    )
    return PosterPlan(scale, frame, sheets)


def cut_into_sheets(
    drawing: Drawing, setup: PageSetup, columns: int, rows: int, overlap: float, measurer: TextMeasurer
) -> tuple[Drawing, ...]:
    """Return *drawing* on *columns* × *rows* sheets, row by row: exactly so many pages.

    Every sheet names its place, shows where to cut and which edges are glued over, and says that it is no issued
    document. Neighbours share *overlap* points. What a sheet doesn't show isn't on it, so that no words are found
    there that aren't to be seen.

    Raises:
        PaperTooSmall: if the sheets have no room beside the overlap.
        ValueError: if there are no sheets, or the drawing has no extent.
    """
    plan = plan_of(drawing, setup, columns, rows, overlap, measurer)
    label = _Label(setup, columns, rows, overlap, measurer)
    cut: list[Drawing] = []
    for sheet in plan.sheets:
        lines = [*_cut_marks(plan.frame)]
        if sheet.column + 1 < columns:
            x = plan.frame.right - overlap
            lines.append(_line(x, plan.frame.y, x, plan.frame.bottom, dashed=True))
        if sheet.row + 1 < rows:
            y = plan.frame.bottom - overlap
            lines.append(_line(plan.frame.x, y, plan.frame.right, y, dashed=True))
        piece = _piece(drawing, plan, sheet)
        cut.append(Drawing(setup.width, setup.height, (), tuple(lines), tuple(label.texts(sheet)), (piece,)))
    return tuple(cut)


def only_within(drawing: Drawing, shown: Rect) -> Drawing:
    """Return what of *drawing* reaches into *shown*; shapes stay whole, empty parts fall away."""
    reach = shown.inset(-_THICK)
    return Drawing(
        drawing.width,
        drawing.height,
        tuple(box for box in drawing.boxes if box.rect.meets(reach)),
        tuple(line for line in drawing.lines if _crosses(line, reach)),
        tuple(text for text in drawing.texts if text.area.meets(shown)),
        tuple(_part_within(drawing.parts, shown)),
    )


def _piece(drawing: Drawing, plan: PosterPlan, sheet: Sheet) -> Placed:
    frame, shown = plan.frame, sheet.shown
    x, y = frame.x - shown.x * plan.scale, frame.y - shown.y * plan.scale
    return Placed(only_within(drawing, shown), x, y, plan.scale, frame)


def _frame(setup: PageSetup, below: float) -> Rect:
    """Return where the picture stands on a sheet of which the words below it take *below* points."""
    area = setup.area
    return Rect(area.x, area.y, area.width, area.height - below - _LABEL_GAP)


class _Label:
    """The words below the picture: which sheet this is, how it is put together, and what it isn't."""

    def __init__(self, setup: PageSetup, columns: int, rows: int, overlap: float, measurer: TextMeasurer) -> None:
        self._setup = setup
        self._columns, self._rows, self._overlap = columns, rows, overlap
        self._measurer = measurer
        self._style = Style(Face.SONG, setup.smallest_type)
        self._pitch = self._style.size * _LEADING

    @property
    def height(self) -> float:
        """How much it takes on the sheet whose label is the longest."""
        places = ((column, row) for row in range(self._rows) for column in range(self._columns))
        return max(len(self._lines(column, row)) for column, row in places) * self._pitch

    def texts(self, sheet: Sheet) -> Iterator[Text]:
        top = self._setup.area.bottom - self.height
        for line in self._lines(sheet.column, sheet.row):
            yield line_of_text(line, self._setup.area.x + _ASIDE, top, self._style, self._measurer)
            top += self._pitch

    def _lines(self, column: int, row: int) -> tuple[str, ...]:
        number = row * self._columns + column + 1
        said = [f"第 {number} 张（第 {row + 1} 行第 {column + 1} 列，共 {self._rows} 行 {self._columns} 列）"]
        if column + 1 < self._columns or row + 1 < self._rows:
            said.append(f"虚线外 {self._overlap / MM:g} 毫米由相邻一张粘贴覆盖")
        said.append(UNOFFICIAL)
        room = self._setup.area.width - 2 * _ASIDE
        return break_lines("　　".join(said), self._style, max(room, 1.0), self._measurer, keep=[UNOFFICIAL])


def _part_within(parts: tuple[Placed, ...], shown: Rect) -> Iterator[Placed]:
    for part in parts:
        visible = shown if part.clip is None else _common(part.clip, shown)
        if visible is None:
            continue
        inner = Rect(
            (visible.x - part.x) / part.scale,
            (visible.y - part.y) / part.scale,
            visible.width / part.scale,
            visible.height / part.scale,
        )
        piece = only_within(part.drawing, inner)
        if piece.boxes or piece.lines or piece.texts or piece.parts:
            yield Placed(piece, part.x, part.y, part.scale, part.clip)


def _common(one: Rect, other: Rect) -> Rect | None:
    if not one.meets(other):
        return None
    x, y = max(one.x, other.x), max(one.y, other.y)
    return Rect(x, y, min(one.right, other.right) - x, min(one.bottom, other.bottom) - y)


def _crosses(line: Line, shown: Rect) -> bool:
    """Say whether the rectangle around any stretch of a line reaches into *shown*."""
    return any(
        Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).inset(-_THICK).meets(shown)
        for a, b in zip(line.points, line.points[1:], strict=False)
    )


def _cut_marks(frame: Rect) -> Iterator[Line]:
    """Yield two short lines outside each corner, along the edges that are cut."""
    for x, outwards in ((frame.x, -1), (frame.right, 1)):
        for y, upwards in ((frame.y, -1), (frame.bottom, 1)):
            yield _line(x + outwards * _MARK_GAP, y, x + outwards * (_MARK_GAP + _MARK), y)
            yield _line(x, y + upwards * _MARK_GAP, x, y + upwards * (_MARK_GAP + _MARK))


def _line(x: float, y: float, to_x: float, to_y: float, *, dashed: bool = False) -> Line:
    return Line((Point(x, y), Point(to_x, to_y)), Ink.SOFT, 0.4, dashed)
