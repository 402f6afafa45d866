"""Paints and measures the card of a change: subject, scope, recipients, conditions, and its full text unfolded."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.models.changes import ChangeRole, ChangesModel, Field
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import mark_size, paint_mark
from eitc_desktop.gui.widgets.labels import wrapped_layout
from eitc_desktop.gui.widgets.provenance import Provenance, paint_provenance, provenance_colour, provenance_size
from eitc_desktop.gui.widgets.row_state import row_state
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import ChangeKind

STRIPE = 3  # px at the left edge, in the kind's colour
ARROW = 12  # px kept for the arrow of a card that unfolds
BESIDE = 180  # px: from this width on the mark stands beside the subject, below it under the card's text
LABEL_SHARE = 0.45  # of the room: a wider label stands above its value
CARDS_KEPT = 60
HEIGHTS_KEPT = 2000
CONCERNED = 1.6  # px: the dashed frame of what concerns something chosen elsewhere

Index = QModelIndex | QPersistentModelIndex


class _Block(NamedTuple):
    layout: QTextLayout
    place: QPointF
    colour: str


class _Card(NamedTuple):
    blocks: list[_Block]
    mark: QRectF
    words: str
    height: int
    rule: float | None
    unfolds: bool
    tags: list[tuple[QRectF, Provenance]]


class CardDelegate(QStyledItemDelegate):
    """Draws rows of a KindFilter as cards. Which cards are unfolded is kept here, by fact."""

    clause_requested = Signal(object)  # FactRef
    fold_requested = Signal(object)  # FactRef

    def __init__(self, tokens: Tokens, model: ChangesModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._model = model
        self._view = view
        self._unfolded: frozenset[FactRef] = frozenset()
        self._heights: dict[tuple[FactRef, int, bool, str], int] = {}  # a list asks for each height many times
        self._cards: dict[tuple[FactRef, int, bool, str], _Card] = {}  # what was measured is painted soon
        tokens.changed.connect(self._measure_anew)

    def is_unfolded(self, ref: FactRef) -> bool:
        """Say whether the card of *ref* shows its full text."""
        return ref in self._unfolded

    def unfold(self, index: Index, *, unfolded: bool) -> None:
        """Show or hide a card's full text."""
        ref = index.data(ChangeRole.REF)
        self._unfolded = self._unfolded | {ref} if unfolded else self._unfolded - {ref}
        self.sizeHintChanged.emit(index)

    @property
    def arrow_width(self) -> int:
        """Width at the left of a card that folds and unfolds it, in logical pixels."""
        return STRIPE + self._tokens.space_s + ARROW

    def mark_rect(self, index: Index) -> QRect:
        """Return where the clause mark of a card stands, in the viewport's coordinates."""
        rect = self._view.visualRect(index)
        return self._card(index, rect.width(), self._view.font()).mark.translated(rect.topLeft()).toRect()

    def _card(self, index: Index, width: int, font: QFont) -> _Card:
        ref = index.data(ChangeRole.REF)
        key = (ref, width, ref in self._unfolded, font.key())
        card = self._cards.get(key)
        if card is None:
            if len(self._cards) >= CARDS_KEPT:
                self._cards.clear()
            card = self._cards[key] = self._lay_out(index, width, font)
        return card

    def _lay_out(self, index: Index, width: int, font: QFont) -> _Card:
        t = self._tokens
        row = index.data(ChangeRole.REF).index
        change = self._model.change_at(row)
        unfolded = index.data(ChangeRole.REF) in self._unfolded
        headline = self._model.headline_of(row)
        unfolds = change.text.text not in headline
        left = STRIPE + t.space_s + ARROW
        inner = max(width - left - 2 * t.space_s, 40)
        mark_words = self._model.mark_at(row)
        mark = QSize(mark_size(QFontMetricsF(self._small(font)), mark_words))
        beside = width >= BESIDE
        blocks: list[_Block] = []
        top = float(2 * t.space_s)
        first = inner - mark.width() - t.space_s if beside else None
        top = self._add(blocks, headline, font, t.text, QPointF(left, top), inner, first)
        tags: list[tuple[QRectF, Provenance]] = []
        fields = self._model.fields_of(row)
        indent = self._label_width(fields, font, inner)
        for field in fields:
            top = self._add_field(blocks, tags, field, font, QPointF(left, top), inner, indent)
        rule = None
        if unfolded and unfolds:
            rule = top + t.space_s
            top = self._add(blocks, change.text.text, font, t.text, QPointF(left, rule + t.space_s), inner)
        if beside:
            place = QRectF(width - 2 * t.space_s - mark.width(), 2 * t.space_s - 2, mark.width(), mark.height())
            top = max(top, place.bottom())
        else:
            place = QRectF(width - 2 * t.space_s - mark.width(), top + 2, mark.width(), mark.height())
            top = place.bottom()
        return _Card(blocks, place, mark_words, round(top + 2 * t.space_s), rule, unfolds, tags)

    def _add(
        self,
        blocks: list[_Block],
        words: str,
        font: QFont,
        colour: str,
        place: QPointF,
        room: float,
        first: float | None = None,
    ) -> float:
        layout = QTextLayout()
        layout.setFont(font)
        pitch = self._tokens.line_spacing * QFontInfo(font).pixelSize()
        height = wrapped_layout(words, QFontMetricsF(font), layout, room, pitch, first)
        blocks.append(_Block(layout, place, colour))
        return place.y() + height

    def _label_width(self, fields: tuple[Field, ...], font: QFont, room: float) -> float:
        """Return where a card's values begin; 0 where they stand below their labels, which leave too little room."""
        metrics = QFontMetricsF(self._small(font))
        widest = max((metrics.horizontalAdvance(f"{field.label}\u3000") for field in fields), default=0.0)
        return widest if widest <= LABEL_SHARE * room else 0.0

    def _add_field(
        self,
        blocks: list[_Block],
        tags: list[tuple[QRectF, Provenance]],
        field: Field,
        font: QFont,
        place: QPointF,
        room: float,
        indent: float,
    ) -> float:
        t, small = self._tokens, self._small(font)
        metrics = QFontMetricsF(small)
        below = self._add(blocks, field.label, small, t.muted, place, room)
        if not indent:
            place = QPointF(place.x(), below)
        if field.provenance is Provenance.STATED:
            colour = t.muted if field.absent else t.text
            return self._add(blocks, field.words, small, colour, place + QPointF(indent, 0.0), room - indent)
        colour = provenance_colour(t, field.provenance)
        bottom = self._add(blocks, field.words, small, colour, place + QPointF(indent, 0.0), room - indent)
        size = provenance_size(metrics, field.provenance)
        used = indent + metrics.horizontalAdvance(field.words) + t.space_s
        beside = used + size.width() <= room
        corner = QPointF(used, 0.0) if beside else QPointF(indent, bottom - place.y())
        tags.append((QRectF(place + corner, size), field.provenance))
        return max(bottom, tags[-1][0].bottom())

    def _measure_anew(self) -> None:
        self._heights.clear()
        self._cards.clear()
        self._view.doItemsLayout()

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(self._tokens.font_small)
        return small

    def _paint_ground(self, painter: QPainter, box: QRectF, index: Index, kind: ChangeKind) -> None:
        t = self._tokens
        chosen, focused, over = row_state(self._view, index)
        ground = t.selection if chosen else t.hover if over else t.raised
        pen = QPen(QColor(t.accent if chosen or focused else t.border), 2.0 if focused else 1.0)
        if index.data(ChangeRole.CONCERNED) and not (chosen or focused):
            pen = QPen(QColor(t.accent), CONCERNED, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRect(box)
        stripe = QRectF(box.left(), box.top(), STRIPE, box.height())
        fill(painter, stripe, t.change_colour(kind))

    def _paint_arrow(self, painter: QPainter, rect: QRect, *, unfolded: bool) -> None:
        t = self._tokens
        middle = QPointF(rect.left() + STRIPE + t.space_s + 4, rect.top() + 2 * t.space_s + 10)
        if unfolded:
            points = [QPointF(-4, -2), QPointF(4, -2), QPointF(0, 3)]
        else:
            points = [QPointF(-2, -4), QPointF(3, 0), QPointF(-2, 4)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.muted))
        painter.drawPolygon(QPolygonF([middle + point for point in points]))

    def _must_scroll(self, font: QFont) -> bool:
        """Say whether the cards need a scroll bar even if each had one line only: it is on its way then."""
        least = round(self._tokens.line_spacing * QFontInfo(font).pixelSize()) + 4 * self._tokens.space_s
        return self._view.model().rowCount() * least > self._view.height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the card's text takes at the view's present width."""
        bar = self._view.verticalScrollBar()
        scrolls = bar.isVisibleTo(self._view) or self._must_scroll(option.font)
        width = self._view.width() - (bar.sizeHint().width() if scrolls else 0)
        ref = index.data(ChangeRole.REF)
        key = (ref, width, ref in self._unfolded, option.font.key())
        if key not in self._heights:
            if len(self._heights) > HEIGHTS_KEPT:
                self._heights.clear()
            self._heights[key] = self._card(index, width, option.font).height + self._tokens.space_s
        return QSize(min(width, 100), self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        rect = option.rect
        card = self._card(index, rect.width(), option.font)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -self._tokens.space_s + 0.5)
        self._paint_ground(painter, box, index, ChangeKind(str(index.data(ChangeRole.KIND))))
        if card.unfolds:
            self._paint_arrow(painter, rect, unfolded=card.rule is not None)
        if card.rule is not None:
            painter.setPen(QColor(self._tokens.border))
            painter.drawLine(
                QPointF(box.left() + 8, rect.top() + card.rule), QPointF(box.right() - 8, rect.top() + card.rule)
            )
        for block in card.blocks:
            painter.setPen(QColor(block.colour))
            block.layout.draw(painter, block.place + QPointF(rect.topLeft()))
        painter.setFont(self._small(option.font))
        for box, provenance in card.tags:
            paint_provenance(painter, box.translated(QPointF(rect.topLeft())), self._tokens, provenance)
        place = card.mark.translated(QPointF(rect.topLeft()))
        paint_mark(painter, place, self._tokens, card.words, hot=False, focused=False)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002
        """Answer a click on the mark or the arrow."""
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        place = event.position() - QPointF(option.rect.topLeft())
        card = self._card(index, option.rect.width(), option.font)
        if card.mark.contains(place):
            self.clause_requested.emit(index.data(ChangeRole.REF))
            return True
        if card.unfolds and place.x() <= self.arrow_width:
            self.fold_requested.emit(index.data(ChangeRole.REF))
            return True
        return False
