"""Where everything stands in the picture 去向图: arrays of boxes and lines, measured once for a width."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.flow_rows import FlowGroup, FlowRow, Target, Tie, Way
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import mark_size
from eitc_desktop.gui.widgets.clipped import clipped_layout
from eitc_desktop.gui.widgets.flow_shapes import (
    Brace,
    End,
    FlowPlan,
    Head,
    Heading,
    Line,
    Note,
    PlacedRow,
    Words,
)
from eitc_desktop.gui.widgets.labels import wrapped_layout
from eitc_desktop.gui.widgets.provenance import provenance_size
from eitc_desktop.model.provision import ChangeKind

_LINES, _LINES_NARROW = 2, 3  # of a label; the tooltip and the details hold the whole
_TIE_LINES = 3
_TIE_BESIDE = 14.0  # characters: with less room its words stand below its tag
_NARROW = 46.0  # characters: a narrower picture has its parts closer together
_LANE = 0.9  # in characters


class _Widths(NamedTuple):
    """Widths in characters; of the agency and the ends: share of the picture's width, least, most."""

    agency: tuple[float, float, float]
    ends: tuple[float, float, float]
    label: float  # at least: a narrower picture scrolls sideways
    stub: float
    gap: float
    brace: float


_WIDE_PICTURE = _Widths((0.13, 5.6, 9.0), (0.27, 9.0, 22.0), 17.0, 2.4, 3.2, 1.6)
_NARROW_PICTURE = _Widths((0.0, 2.4, 2.4), (0.3, 8.0, 22.0), 11.0, 1.5, 1.9, 1.2)


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
        self._widths = _WIDE_PICTURE
        self._rows: list[PlacedRow] = []
        self._ends: list[End] = []
        self._braces: list[Brace] = []
        self._lines: list[Line] = []
        self._homes: dict[str, QRectF] = {}

    def plan(self, groups: tuple[FlowGroup, ...], width: float) -> FlowPlan:
        """Return the picture of *groups* at *width*, or as wide as it must be."""
        self._rows, self._ends, self._braces, self._lines, self._homes = [], [], [], [], {}
        self._widths = _NARROW_PICTURE if width - self._left < _NARROW * self._em else _WIDE_PICTURE
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
        words, height = self._laid_out(self._body, columns.agency.width() - 4 * space)
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
        agency = _share(self._widths.agency, width, em)
        label = self._left + space + agency + self._widths.stub * em
        ends = _share(self._widths.ends, width, em) if has_ends else 0.0
        gap = (self._widths.gap + _LANE * far) * em if has_ends else 0.0
        room = max(width - space - label - gap - ends, self._widths.label * em)
        end = label + room + gap
        return _Columns(
            QRectF(self._left + space, 0.0, agency, 0.0), label, room, label + room + 0.8 * em, end, ends, end + ends
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
        narrow = self._widths is _NARROW_PICTURE
        size = mark_size(small, row.mark)
        left = columns.label + 2 * space
        right = columns.label + columns.label_width - 2 * space
        mark = QRectF(right - size.width(), space + (self._pitch - size.height()) / 2, size.width(), size.height())
        if narrow and left + self._chip_width(row.kind) + space > mark.left():
            mark.translate(0.0, self._pitch)
        words_left = left if narrow else left + chip + 2 * space
        layout = QTextLayout()
        layout.setFont(self._font)
        room = right - words_left - (0.0 if narrow else size.width() + 2 * space)
        lines = _LINES_NARROW if narrow else _LINES
        height, _ = clipped_layout(row.words, self._metrics, layout, room, self._pitch, lines)
        words = Words(layout, QPointF(words_left, mark.bottom() + 2.0 if narrow else space), height)
        below = max(words.place.y() + height, mark.bottom())
        tag, tie = None, None
        if row.tie is not None:
            tag, tie = self._tie(row.tie, QPointF(words_left, below), right - words_left)
            below = max(tag.bottom(), tie.place.y() + tie.height)
        notes: list[Note] = []
        for limit in row.limits:
            notes.append(self._note(limit, QRectF(words_left, below, right - words_left, small.height() + 2.0)))
            below += small.height() + 2.0
        box = QRectF(columns.label, 0.0, columns.label_width, below + space)
        return PlacedRow(row, box, QRectF(left, space, chip, self._pitch), words, tuple(notes), tag, tie, mark)

    def _tie(self, tie: Tie, corner: QPointF, room: float) -> tuple[QRectF, Words]:
        """Return where the tag of a tie stands, and its words: beside the tag where there is room, or below it."""
        size = provenance_size(self._small_metrics, tie.provenance)
        tag = QRectF(corner, size)
        beside = room > _TIE_BESIDE * self._em
        left = tag.right() + self._tokens.space_s if beside else corner.x()
        pitch = self._small_metrics.height() + 2.0
        layout = QTextLayout()
        layout.setFont(self._small)
        words = f"{tie.grade}  {tie.evidence}"
        wide = corner.x() + room - left
        height, _ = clipped_layout(words, self._small_metrics, layout, wide, pitch, _TIE_LINES)
        top = corner.y() + max(size.height() - pitch, 0.0) / 2 if beside else tag.bottom()
        return tag, Words(layout, QPointF(left, top), height)

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
        brace = self._widths.brace * self._em if len(target.names) > 1 else 0.0
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
        brace = self._widths.brace * self._em if len(names) > 1 else 0.0
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


def _moved(placed: PlacedRow, top: float, more: float) -> PlacedRow:
    """Return a row *top* lower, in a box that is *more* higher."""
    down = top + more / 2
    return placed._replace(
        box=QRectF(placed.box.left(), top, placed.box.width(), placed.box.height() + more),
        chip=placed.chip.translated(0, down),
        words=placed.words._replace(place=placed.words.place + QPointF(0, down)),
        notes=tuple(note._replace(box=note.box.translated(0, down)) for note in placed.notes),
        tie=None if placed.tie is None else placed.tie._replace(place=placed.tie.place + QPointF(0, down)),
        tag=None if placed.tag is None else placed.tag.translated(0, down),
        mark=placed.mark.translated(0, down),
    )
