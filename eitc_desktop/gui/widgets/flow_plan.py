"""Where everything stands in the picture 去向图: arrays of boxes and lines, measured once for a width."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.flow_rows import FlowGroup, FlowRow, Target, Way
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import mark_size
from eitc_desktop.gui.widgets.clipped import clipped_layout
from eitc_desktop.gui.widgets.labels import wrapped_layout
from eitc_desktop.gui.widgets.provenance import provenance_size
from eitc_desktop.model.provision import ChangeKind

_LINES = 2  # of a label; the tooltip and the details hold the whole
_AGENCY = (0.13, 5.6, 9.0)  # share of the width, least and most in characters
_ENDS = (0.27, 9.0, 22.0)
_LABEL = 17.0  # characters of a label at least: a narrower picture scrolls sideways
_STUB, _GAP, _LANE, _BRACE = 2.4, 3.2, 0.9, 1.6  # in characters


class Words(NamedTuple):
    """Words laid out, and where their first line begins."""

    layout: QTextLayout
    place: QPointF
    height: float


class Note(NamedTuple):
    """One line in small letters, cut to the room it has."""

    words: str
    box: QRectF


class PlacedRow(NamedTuple):
    """One change: its box, the symbol and word of its kind, its words, limits, tie and clause mark."""

    row: FlowRow
    box: QRectF
    chip: QRectF
    words: Words
    notes: tuple[Note, ...]
    tag: QRectF | None
    mark: QRectF


class End(NamedTuple):
    """Who receives or had functions, or 去向：本规定未载明; ``changes`` are those of its own lines."""

    box: QRectF
    words: QTextLayout
    height: float
    target: Target
    name: str
    changes: tuple[int, ...]


class Head(Enum):
    """How a line ends."""

    ARROW = auto()
    BAR = auto()  # the function goes no further
    DOT = auto()  # it stays


class Line(NamedTuple):
    """A line of a change from one box to another, through ``points``."""

    number: int  # of its row
    kind: ChangeKind
    points: tuple[QPointF, ...]
    head: Head | None


class Brace(NamedTuple):
    """What holds together those of whom one sentence speaks; ``joints`` are its words between them."""

    box: QRectF
    joints: tuple[Note, ...]


class Heading(NamedTuple):
    """The heading of a group."""

    words: str
    box: QRectF
    kind: ChangeKind | None


class FlowPlan(NamedTuple):
    """The picture, in logical pixels from its top left corner."""

    width: float
    height: float
    agency: QRectF
    agency_words: QTextLayout
    agency_height: float
    headings: tuple[Heading, ...]
    rows: tuple[PlacedRow, ...]
    ends: tuple[End, ...]
    braces: tuple[Brace, ...]
    lines: tuple[Line, ...]


class _Block(NamedTuple):
    """Rows beside each other with one other end, if any; ``far``: its boxes stand beside other rows."""

    rows: tuple[FlowRow, ...]
    target: Target
    far: bool

    @property
    def has_end(self) -> bool:
        """True where the boxes of the other end stand beside these rows."""
        return not self.far and self.target.way is not Way.HERE


class _Columns(NamedTuple):
    """Where the columns begin and how wide they are."""

    agency: QRectF  # height 0
    label: float
    label_width: float
    lanes: float
    end: float
    end_width: float
    width: float


class FlowPlanner:
    """Plans pictures in the tokens' sizes. ``left`` leaves room for another picture at its side."""

    def __init__(self, tokens: Tokens, font: QFont, body: str, unknown: str, left: float = 0.0) -> None:
        self._tokens = tokens
        self._font = font
        self._body = body
        self._unknown = unknown  # what stands where the text names nobody
        self._left = left
        self._small = QFont(font)
        self._small.setPointSizeF(tokens.font_small)
        self._metrics = QFontMetricsF(font)
        self._small_metrics = QFontMetricsF(self._small)
        self._em = float(QFontInfo(font).pixelSize())
        self._pitch = tokens.line_spacing * self._em
        self._rows: list[PlacedRow] = []
        self._ends: list[End] = []
        self._braces: list[Brace] = []
        self._lines: list[Line] = []
        self._homes: dict[str, QRectF] = {}

    def plan(self, groups: tuple[FlowGroup, ...], width: float) -> FlowPlan:
        """Return the picture of *groups* at *width*, or as wide as it must be."""
        self._rows, self._ends, self._braces, self._lines, self._homes = [], [], [], [], {}
        blocks = _blocks(groups)
        far = tuple(dict.fromkeys(one.target.names[0] for own in blocks for one in own if one.far))
        chip = max((self._chip_width(row.kind) for group in groups for row in group.rows), default=0.0)
        has_ends = any(one.target.way is not Way.HERE for own in blocks for one in own)
        columns = self._columns(width, len(far), has_ends=has_ends)
        space = float(self._tokens.space_s)
        top = space
        headings: list[Heading] = []
        start: float | None = None
        for group, own in zip(groups, blocks, strict=True):
            height = self._pitch + space
            headings.append(
                Heading(group.heading, QRectF(columns.label, top, columns.width - columns.label, height), group.kind)
            )
            top += height
            start = top if start is None else start
            for block in own:
                top = self._place_block(block, columns, chip, top) + space
            top += space
        self._join_far(blocks, far, columns)
        words, height = self._laid_out(self._body, columns.agency.width() - 2 * space)
        start = top if start is None else start
        agency = QRectF(
            columns.agency.left(), start, columns.agency.width(), max(top - 2 * space - start, height + 2 * space)
        )
        return FlowPlan(
            columns.width + self._tokens.space_m,
            max(top, agency.bottom() + space),
            agency,
            words,
            height,
            tuple(headings),
            tuple(self._rows),
            tuple(self._ends),
            tuple(self._braces),
            tuple(self._lines),
        )

    def _columns(self, width: float, far: int, *, has_ends: bool) -> _Columns:
        em, space = self._em, float(self._tokens.space_m)
        agency = _share(_AGENCY, width, em)
        label = self._left + space + agency + _STUB * em
        ends = _share(_ENDS, width, em) if has_ends else 0.0
        gap = (_GAP + _LANE * far) * em if has_ends else 0.0
        room = max(width - self._left - space - label - gap - ends, _LABEL * em)
        end = label + room + gap
        return _Columns(
            QRectF(self._left + space, 0.0, agency, 0.0), label, room, label + room + em, end, ends, end + ends
        )

    def _place_block(self, block: _Block, columns: _Columns, chip: float, top: float) -> float:
        """Place the rows of a block from *top* on, and its end beside them; return where it ends."""
        space = float(self._tokens.space_s)
        planned = [self._row(row, columns, chip) for row in block.rows]
        natural = sum(each.box.height() for each in planned) + space * (len(planned) - 1)
        needed = self._end_height(block.target, columns) if block.has_end else 0.0
        more = max(needed - natural, 0.0) / len(planned)
        first = len(self._rows)
        below = top
        for each in planned:
            placed = _moved(each, below, more)
            self._rows.append(placed)
            below = placed.box.bottom() + space
        bottom = below - space
        if block.has_end:
            self._place_end(block, columns, QRectF(columns.end, top, columns.end_width, bottom - top))
        for number in range(first, len(self._rows)):
            self._join(number, columns, (top + bottom) / 2, beside=block.has_end)
        return bottom

    def _row(self, row: FlowRow, columns: _Columns, chip: float) -> PlacedRow:
        """Return a row placed at the top of the picture."""
        t, small = self._tokens, self._small_metrics
        space = float(t.space_s)
        size = mark_size(small, row.mark)
        left = columns.label + 2 * space
        words_left = left + chip + 2 * space
        right = columns.label + columns.label_width - 2 * space
        layout = QTextLayout()
        layout.setFont(self._font)
        room = right - size.width() - 2 * space - words_left
        height, _ = clipped_layout(row.words, self._metrics, layout, room, self._pitch, _LINES)
        words = Words(layout, QPointF(words_left, space), height)
        mark = QRectF(right - size.width(), space + (self._pitch - size.height()) / 2, size.width(), size.height())
        below = max(space + height, mark.bottom())
        tag = None
        notes: list[Note] = []
        line = small.height() + 2.0
        if row.tie is not None:
            tagged = provenance_size(small, row.tie.provenance)
            tag = QRectF(words_left, below, tagged.width(), tagged.height())
            line = max(line, float(tagged.height()))
            spot = tag.right() + space
            notes.append(self._note(_tied(row), QRectF(spot, below, right - spot, line)))
            below += line
        for limit in row.limits:
            notes.append(self._note(limit, QRectF(words_left, below, right - words_left, small.height() + 2.0)))
            below += small.height() + 2.0
        box = QRectF(columns.label, 0.0, columns.label_width, below + space)
        return PlacedRow(row, box, QRectF(left, space, chip, self._pitch), words, tuple(notes), tag, mark)

    def _note(self, words: str, box: QRectF) -> Note:
        return Note(self._small_metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width()), box)

    def _chip_width(self, kind: ChangeKind) -> float:
        return self._metrics.horizontalAdvance(f"{kind_symbol(kind)} {kind_word(kind)}")

    def _laid_out(self, words: str, room: float) -> tuple[QTextLayout, float]:
        layout = QTextLayout()
        layout.setFont(self._font)
        return layout, wrapped_layout(words, self._metrics, layout, room, self._pitch)

    def _names(self, target: Target) -> tuple[str, ...]:
        return target.names or (self._unknown,)

    def _end_room(self, target: Target, columns: _Columns) -> float:
        brace = _BRACE * self._em if len(target.names) > 1 else 0.0
        return columns.end_width - brace - 4 * self._tokens.space_s

    def _end_height(self, target: Target, columns: _Columns) -> float:
        space, room = 2.0 * self._tokens.space_s, self._end_room(target, columns)
        heights = [self._laid_out(name, room)[1] + space for name in self._names(target)]
        return sum(heights) + (len(heights) - 1) * self._joint_height()

    def _joint_height(self) -> float:
        return self._small_metrics.height() + 2.0

    def _place_end(self, block: _Block, columns: _Columns, area: QRectF) -> None:
        """Place the boxes of who stands at the other end, one under the other; several are held by a brace."""
        target, names = block.target, self._names(block.target)
        space, room = 2.0 * self._tokens.space_s, self._end_room(target, columns)
        laid = [self._laid_out(name, room) for name in names]
        brace = _BRACE * self._em if len(names) > 1 else 0.0
        joint = self._joint_height()
        spare = area.height() - sum(height + space for _, height in laid) - joint * (len(names) - 1)
        joints: list[Note] = []
        changes = tuple(row.change for row in block.rows)
        top = area.top()
        for number, (name, (layout, height)) in enumerate(zip(names, laid, strict=True)):
            box = QRectF(area.left() + brace, top, area.width() - brace, height + space + spare / len(names))
            self._ends.append(End(box, layout, height, target, name, changes))
            if target.names:
                self._homes.setdefault(name, box)
            top = box.bottom()
            if number + 1 < len(names):
                joints.append(Note(target.joints[number], QRectF(box.left(), top, box.width(), joint)))
                top += joint
        if brace:
            self._braces.append(Brace(QRectF(area.left(), area.top(), brace, area.height()), tuple(joints)))

    def _join(self, number: int, columns: _Columns, middle: float, *, beside: bool) -> None:
        """Draw the lines of a row: to or from the agency, and to or from the end that stands beside it."""
        row, box = self._rows[number].row, self._rows[number].box
        y, way = box.center().y(), row.target.way
        here, label = QPointF(columns.agency.right(), y), QPointF(box.left(), y)
        if way is Way.HERE:
            head = Head.DOT if row.kind in {ChangeKind.STRENGTHENED, ChangeKind.UNSPECIFIED} else Head.ARROW
            self._lines.append(Line(number, row.kind, (label, here), head))
            return
        coming = way is Way.IN
        self._lines.append(
            Line(number, row.kind, (label, here) if coming else (here, label), Head.ARROW if coming else None)
        )
        if not beside:
            return
        points = [QPointF(box.right(), y), QPointF(columns.end, y)]
        if len(row.target.names) > 1 and y != middle:
            bend = columns.end - 0.7 * self._em
            points[1:] = [QPointF(bend, y), QPointF(bend, middle), QPointF(columns.end, middle)]
        head = Head.BAR if way is Way.END else None if coming else Head.ARROW
        self._lines.append(Line(number, row.kind, tuple(points[::-1] if coming else points), head))

    def _join_far(self, blocks: tuple[tuple[_Block, ...], ...], far: tuple[str, ...], columns: _Columns) -> None:
        """Draw the lines of rows whose end stands beside others: one lane for each such end."""
        rows = iter(range(len(self._rows)))
        for block in (block for own in blocks for block in own):
            numbers = [next(rows) for _ in block.rows]
            if not block.far:
                continue
            name = block.target.names[0]
            lane = columns.lanes + (far.index(name) + 0.5) * _LANE * self._em
            home = self._homes[name]
            for number in numbers:
                placed = self._rows[number]
                y, inset = placed.box.center().y(), min(6.0, home.height() / 4)
                entry = home.bottom() - inset if y > home.bottom() else home.top() + inset
                points = (
                    QPointF(placed.box.right(), y),
                    QPointF(lane, y),
                    QPointF(lane, entry),
                    QPointF(home.left(), entry),
                )
                coming = block.target.way is Way.IN
                self._lines.append(
                    Line(number, placed.row.kind, points[::-1] if coming else points, None if coming else Head.ARROW)
                )


def _blocks(groups: tuple[FlowGroup, ...]) -> tuple[tuple[_Block, ...], ...]:
    """Return the rows of each group, those with one end together. Each end has its boxes once in the whole picture."""
    gathered: list[list[tuple[Target, list[FlowRow]]]] = []
    for group in groups:
        own: dict[Target, list[FlowRow]] = {}
        for row in group.rows:
            own.setdefault(row.target, []).append(row)
        gathered.append(list(own.items()))
    held = {name for own in gathered for target, _ in own if len(target.names) > 1 for name in target.names}
    found: list[tuple[_Block, ...]] = []
    for ends in gathered:
        blocks: list[_Block] = []
        for target, rows in ends:
            blocks.append(_Block(tuple(rows), target, len(target.names) == 1 and target.names[0] in held))
            held |= set(target.names)
        found.append(tuple(blocks))
    return tuple(found)


def _share(share: tuple[float, float, float], width: float, em: float) -> float:
    part, least, most = share
    return min(max(part * width, least * em), most * em)


def _tied(row: FlowRow) -> str:
    tie = row.tie
    return "" if tie is None else f"{tie.grade}  {tie.evidence}"


def _moved(placed: PlacedRow, top: float, more: float) -> PlacedRow:
    """Return a row *top* lower, in a box that is *more* higher."""
    down = top + more / 2
    return placed._replace(
        box=QRectF(placed.box.left(), top, placed.box.width(), placed.box.height() + more),
        chip=placed.chip.translated(0, down),
        words=placed.words._replace(place=placed.words.place + QPointF(0, down)),
        notes=tuple(note._replace(box=note.box.translated(0, down)) for note in placed.notes),
        tag=None if placed.tag is None else placed.tag.translated(0, down),
        mark=placed.mark.translated(0, down),
    )
