"""Draws a page of the detail pane: labels and values, passages, tables, each with its clause mark."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.models.detail_page import (
    Block,
    DutyTree,
    Entered,
    Linked,
    Offer,
    Page,
    Part,
    Passage,
    QuotaTable,
    Remark,
    Row,
    Verdicts,
)
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.page_pieces import Look, PagePieces, PageRule
from eitc_desktop.gui.widgets.provenance import Provenance, provenance_word
from eitc_desktop.gui.widgets.word_link import WordLink
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.mapping import NOTHING_MAPPED, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

LABEL_EMS = 5.2
"""Width of the label column: five Chinese characters (括号内名称) and a gap, or more for a longer word of English."""

_VALUE_EMS = 5  # characters of a value that have room beside its label and marks; a longer one goes under them else
_OPENING = 24  # characters of a passage that tell those who hear its mark which one it is


class _Line(NamedTuple):
    """What stands side by side on a page: something narrow, what takes the room that is left, and marks."""

    main: QWidget
    label: WrappedLabel | None = None
    marks: tuple[QWidget, ...] = ()
    centred: bool = False  # *main* and all marks but the last stand in the middle of the line
    gap: int = 0  # logical pixels above, beside the usual space between lines


class _Plan(NamedTuple):
    """Where everything stands on a page of a width."""

    width: int
    height: int
    places: tuple[tuple[QWidget, QRect], ...]


class PageView(PagePieces):
    """One page at a time, as tall as it needs.

    It places its widgets itself, once for a width: boxes within boxes would ask each of them for its size many times.
    """

    def __init__(
        self,
        tokens: Tokens,
        provision: Provision,
        citing: Citing,
        mapping: Mapping = NOTHING_MAPPED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tokens, provision, citing, mapping, parent)
        self._page: Page | None = None
        self._lines: list[_Line] = []
        self._gap = 0  # above the line that comes next
        self._label_width = 0
        self._rest: tuple[Part, ...] = ()  # parts of the page that aren't made yet
        self._plan: _Plan | None = None  # the last one asked for: trees have its width
        self._placed: _Plan | None = None  # the one that was carried out
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.height_changed.connect(self._forget_plan)

    @property
    def page(self) -> Page | None:
        """The page shown, None before the first."""
        return self._page

    @property
    def pieces(self) -> tuple[QWidget, ...]:
        """What is on the page, in the order of reading; what wasn't made yet is made."""
        self.complete()
        return super().pieces

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Marks, links and trees in the order of reading: where the arrows stop, while Tab leads past them all."""
        from eitc_desktop.gui.widgets.facet_bar import FacetBar, FacetBox
        from eitc_desktop.gui.widgets.stance_bar import StanceBar

        self.complete()
        kinds = (ClauseMark, WordLink, FactTreeView, FacetBox, StanceBar)
        each = (widget for line in self._lines for widget in (line.main, *line.marks))
        each = (box for widget in each for box in (widget.boxes if isinstance(widget, FacetBar) else (widget,)))
        return tuple(widget for widget in each if isinstance(widget, kinds))

    @property
    def least_height(self) -> int:
        """What the page needs at least, however wide it is: found without measuring anything."""
        least = QFontInfo(self.font()).pixelSize() + self._tokens.space_s
        height = 0
        for line in self._lines:
            rows = line.main.facts.rowCount() if isinstance(line.main, FactTreeView) else 1
            height += line.gap + (0 if isinstance(line.main, PageRule) else rows * least)
        return height

    def show_page(self, page: Page, in_sight: int | None = None) -> None:
        """Show *page* in the place of the one before; the caller lets it take its size.

        What lies more than *in_sight* logical pixels from its top is made when somebody wants to see or hear it.
        """
        self._page = page
        self._lines, self._gap = [], 0
        self.begin_page()
        self._share_label_width(page)
        self._rest = page.parts
        self._add_rest(in_sight)

    def complete(self) -> None:
        """Make what isn't made yet."""
        if self._rest:
            self._add_rest(None)
            self.height_changed.emit()

    def take(self, size: QSize) -> None:
        """Take *size*, and place everything for its width."""
        self.resize(size)
        plan = self._planned(size.width())
        if plan is not self._placed:
            self._placed = plan
            for widget, place in plan.places:
                widget.setGeometry(place)

    def _add(self, line: _Line) -> None:
        self._lines.append(line._replace(gap=self._gap))
        self._gap = 0

    def _add_rest(self, in_sight: int | None) -> None:
        while self._rest and (in_sight is None or self.least_height <= in_sight):
            self._add_part(self._rest[0])
            self._rest = self._rest[1:]
        self._forget_plan()
        each = (widget for line in self._lines for widget in (line.label, line.main, *line.marks))
        self.end_page(tuple(widget for widget in each if widget is not None))

    def _add_part(self, part: Part) -> None:
        t = self._tokens
        if self._lines:
            self._gap += t.space_m
            self._add(_Line(self.rule()))
            self._gap += t.space_s
        if part.heading:
            self._add(_Line(self.words(part.heading, Look.HEADING)))
        for block in part.blocks:
            self._add_block(block)

    def _add_block(self, block: Block) -> None:
        match block:
            case Row():
                self._add(self._row(block))
            case Passage():
                self._add_passage(block)
            case Linked():
                self._add_linked(block)
            case Remark():
                self._add(_Line(self.words(block.words, Look.REMARK)))
            case QuotaTable():
                self._add(_Line(self.tree(block)))
            case Entered():
                self._add_entered(block)
            case Verdicts():
                self._gap -= self._gap and self._tokens.space_s  # it belongs to the link above
                self._add(_Line(self.stances(block)))
                self._gap += self._tokens.space_s
            case Offer():
                self._add(_Line(self.offer(block)))
            case DutyTree():
                tree = self.tree(block)
                if self._mapping.wordings:
                    self._add(_Line(self.facets(tree)))
                self._add(_Line(tree))

    def _row(self, row: Row) -> _Line:
        label = self.words(row.label, Look.LABEL) if row.label or row.opens else None
        if row.words is None:
            return _Line(self.not_stated(row.absent, row.label), label)
        said = labelled(row.label, row.words) if row.label else row.words
        marks: list[QWidget] = []
        if row.provenance is not Provenance.STATED:
            marks.append(self.tag(row.provenance))
            said = f"{said} {provenance_word(row.provenance)}"
        if row.ref is not None:
            marks.append(self.mark(row.ref, said))
        if row.opens and row.ref is not None:
            return _Line(self.link(row.words, row.ref, row.label), label, tuple(marks))
        return _Line(self.words(row.words, said=said), label, tuple(marks))

    def _share_label_width(self, page: Page) -> None:
        font = self.font()
        labels = (block.label for part in page.parts for block in part.blocks if isinstance(block, Row))
        words = {word for label in labels for word in label.split()}
        widest = max(map(QFontMetricsF(font).horizontalAdvance, words), default=0.0)
        # a layout may take a pixel more than the font's metrics tell
        self._label_width = ceil(max(QFontInfo(font).pixelSize() * LABEL_EMS, widest + 1))

    def _add_passage(self, passage: Passage) -> None:
        label = self.words(passage.label, Look.LABEL)
        opening = passage.words if len(passage.words) <= _OPENING else f"{passage.words[:_OPENING]}…"
        said = labelled(passage.label, opening) if passage.label else opening
        marks: list[QWidget] = []
        if passage.opens:
            marks.append(self.link(self.tr("详情"), passage.ref, said))
        marks.append(self.mark(passage.ref, said))
        self._add(_Line(label, marks=tuple(marks), centred=True))
        words = self.words(passage.words)
        words.mark(passage.marks)
        self._add(_Line(words))
        self._gap += self._tokens.space_s

    def _add_linked(self, linked: Linked) -> None:
        label = self.words(linked.title, Look.LABEL)
        opening = linked.words if len(linked.words) <= _OPENING else f"{linked.words[:_OPENING]}…"
        said = labelled(linked.title, opening)
        link = self.link(self.tr("详情"), linked.ref, said)
        marks: list[QWidget] = [link, self.mark(linked.ref, said)]
        if linked.provenance is not Provenance.STATED:
            marks.insert(0, self.tag(linked.provenance))
        self._add(_Line(label, marks=tuple(marks), centred=True))
        words = self.words(linked.words)
        words.mark(linked.marks)
        self._add(_Line(words))
        if linked.note:
            self._add(_Line(self.words(linked.note, Look.REMARK)))
        self._gap += self._tokens.space_s

    def _add_entered(self, entered: Entered) -> None:
        self._gap -= self._gap and self._tokens.space_s  # it belongs to what stands above
        marks: list[QWidget] = [self.tag(Provenance.ENTERED)]
        if entered.entry:
            marks.append(self.entry_link(self.tr("打开"), entered.entry, entered.heading))
        self._add(_Line(self.words(entered.heading, Look.LABEL), marks=tuple(marks), centred=True))
        if entered.words:
            self._add(_Line(self.words(entered.words)))

    def _forget_plan(self) -> None:
        self._plan = None

    def _planned(self, width: int) -> _Plan:
        if self._plan is None or self._plan.width != width:
            t = self._tokens
            top = t.space_s
            places: list[tuple[QWidget, QRect]] = []
            for number, line in enumerate(self._lines):
                top += line.gap + (t.space_s if number else 0)
                top += self._plan_line(line, QPoint(t.space_l, top), width - 2 * t.space_l, places)
            top += self._gap + t.space_xl + self._expected_rest(width - 2 * t.space_l)
            self._plan = _Plan(width, top, tuple(places))
        return self._plan

    def _expected_rest(self, room: int) -> int:
        """Return about how high the parts are that aren't made yet, so that the scroll bar needn't change with them."""
        em, space = QFontInfo(self.font()).pixelSize(), self._tokens.space_s
        pitch = round(em * self._tokens.line_spacing)
        height = 0
        for part in self._rest:
            height += self._tokens.space_m + 3 * space + pitch
            for block in part.blocks:
                match block:
                    case Passage() | Linked() | Entered():
                        height += 3 * space + pitch * (1 + ceil(len(block.words) * em / room))
                    case QuotaTable():
                        height += (len(self._provision.quotas) + 1) * (pitch + space)
                    case DutyTree():
                        height += len(self._provision.duties) * 2 * (pitch + space)
                    case _:
                        height += space + pitch
        return height

    def _plan_line(self, line: _Line, corner: QPoint, room: int, places: list[tuple[QWidget, QRect]]) -> int:
        """Add to *places* where the widgets of *line* go, and return its height."""
        space, left = self._tokens.space_s, corner.x()
        sizes = [mark.sizeHint() for mark in line.marks]
        beside = (0 if line.label is None else self._label_width + space) + sum(size.width() + space for size in sizes)
        if beside and self._lacks_room(line.main, room - beside):
            return self._plan_stacked(line, corner, room, places)
        placed: list[tuple[QWidget, int, int, int]] = []  # with x, width, height
        if line.label is not None:
            width = self._label_width
            placed.append((line.label, left, width, line.label.heightForWidth(width)))
            left += width + space
        width = room - beside
        fixed = line.main.minimumHeight() if isinstance(line.main, PageRule) else line.main.heightForWidth(width)
        placed.append((line.main, left, width, fixed))
        left += width + space
        for mark, size in zip(line.marks, sizes, strict=True):
            placed.append((mark, left, size.width(), size.height()))
            left += size.width() + space
        tallest = max(height for *_, height in placed)
        for widget, x, wide, height in placed:
            sinks = line.centred and widget is not line.marks[-1]
            places.append((widget, QRect(x, corner.y() + ((tallest - height) // 2 if sinks else 0), wide, height)))
        return tallest

    def _lacks_room(self, main: QWidget, width: int) -> bool:
        """Say whether *main* would be squeezed in *width* to fewer characters than can be read."""
        return width < QFontInfo(self.font()).pixelSize() * _VALUE_EMS and width < main.sizeHint().width()

    def _plan_stacked(self, line: _Line, corner: QPoint, room: int, places: list[tuple[QWidget, QRect]]) -> int:
        """Place a label with the marks at its right, or under it, and then what has the whole width; see _plan_line."""
        space, top = self._tokens.space_s, corner.y()
        head = line.label or line.main
        marks_width = sum(mark.sizeHint().width() + space for mark in line.marks)
        wide = self._label_width if line.label is not None and self._label_width + marks_width <= room else room
        height = head.heightForWidth(wide)
        places.append((head, QRect(corner.x(), top, wide, height)))
        if wide == room:
            top += height
            height = 0
        top += max(self._plan_marks(line.marks, QPoint(corner.x(), top), room, places), height)
        if head is not line.main:
            height = line.main.heightForWidth(room)
            places.append((line.main, QRect(corner.x(), top, room, height)))
            top += height
        return top - corner.y()

    def _plan_marks(
        self, marks: tuple[QWidget, ...], corner: QPoint, room: int, places: list[tuple[QWidget, QRect]]
    ) -> int:
        """Place *marks* at the right, in as many lines as they need, and return the height of these."""
        space, top = self._tokens.space_s, corner.y()
        lines: list[list[tuple[QWidget, QSize]]] = []
        for mark in marks:
            size = mark.sizeHint().boundedTo(QSize(room, mark.sizeHint().height()))
            taken = sum(other.width() + space for _, other in lines[-1]) if lines else room
            if taken + size.width() > room:
                lines.append([])
            lines[-1].append((mark, size))
        for number, line in enumerate(lines):
            top += space if number else 0
            left = corner.x() + room - sum(size.width() for _, size in line) - space * (len(line) - 1)
            for mark, size in line:
                places.append((mark, QRect(QPoint(left, top), size)))
                left += size.width() + space
            top += max(size.height() for _, size in line)
        return top - corner.y()

    # Qt overrides

    def heightForWidth(self, width: int) -> int:
        """Return the height of the page at *width*."""
        return self._planned(width).height
