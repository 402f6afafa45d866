"""去向图: from the agency to those who receive its functions, painted from arrays; scrolls, answers mouse and keys."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QWidget

from eitc_desktop.gui.models.flow_rows import FlowGroup, FlowRow, FlowRows, Target, Way
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.flow_painter import FlowPainter, FlowState
from eitc_desktop.gui.widgets.flow_plan import FlowPlanner
from eitc_desktop.gui.widgets.flow_shapes import End, FlowPlan, PlacedRow
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactRef
from eitc_desktop.phrases import Phrase

_NEAR = 5.0  # logical pixels from a line that still mean it
_LEAST = QSize(240, 96)
_UNKNOWN = Target(Way.END)


class ChangeFlow(QAbstractScrollArea):
    """One picture of changes in groups. A row stands for a change; by division, one change may have several rows."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    words_copied = Signal(object)  # FactRef: plain copy was asked for
    citation_requested = Signal(object)  # FactRef

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._rows: FlowRows | None = None
        self._body = ""
        self._groups: tuple[FlowGroup, ...] = ()
        self._plan: FlowPlan | None = None
        self._chosen: int | None = None
        self._current = 0
        self._hovered: int | None = None
        self._concerned: frozenset[int] = frozenset()
        self.setViewport(QWidget(self))  # one of Qt's own would cost a search among all classes of widgets
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setMouseTracking(True)
        tokens.changed.connect(self._plan_anew)
        self._tell()

    @property
    def plan(self) -> FlowPlan | None:
        """Where everything stands; None before anything was shown."""
        return self._plan

    @property
    def current(self) -> FlowRow | None:
        """The row where the keyboard stands."""
        rows = self._shown_rows
        return rows[self._current].row if self._current < len(rows) else None

    @property
    def chosen(self) -> FactRef | None:
        """The chosen change, if it is shown."""
        return next((placed.row.ref for placed in self._shown_rows if placed.row.change == self._chosen), None)

    def show_groups(self, rows: FlowRows, groups: tuple[FlowGroup, ...], body: str) -> None:
        """Show *groups*, which *rows* made; *body* is the agency's name. The keyboard stays at its change."""
        before = self.current
        self._rows, self._groups, self._body = rows, groups, body
        self._hovered = None
        self._plan_anew()
        changes = [placed.row.change for placed in self._shown_rows]
        self._current = changes.index(before.change) if before is not None and before.change in changes else 0
        self._tell()

    def choose(self, ref: FactRef | None) -> None:
        """Mark the change *ref* and bring it into sight, or none."""
        if ref is None:
            self._chosen = None
        elif ref.index != self._chosen:
            self._chosen = ref.index
            number = next((n for n, placed in enumerate(self._shown_rows) if placed.row.change == ref.index), None)
            if number is not None:
                self._stand_at(number)
        self.viewport().update()

    def mark_concerned(self, changes: frozenset[int]) -> None:
        """Mark *changes* softly: they concern what is chosen elsewhere."""
        self._concerned = changes
        self.viewport().update()

    def row_box(self, change: int) -> QRectF:
        """Return where the first row of a change stands, in the viewport's coordinates; empty where it isn't shown."""
        for placed in self._shown_rows:
            if placed.row.change == change:
                return placed.box.translated(-self._offset)
        return QRectF()

    def context_menu(self, ref: FactRef) -> QMenu:
        """Return a menu with what can be done with a change; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("查看详情"), lambda: self._choose(ref))
        menu.addAction(self.tr("在原文中显示"), lambda: self.clause_requested.emit(ref))
        offer_opinion(menu, self, ref)
        menu.addSeparator()
        menu.addAction(self.tr("复制文字（不含出处）"), lambda: self.words_copied.emit(ref))
        menu.addAction(self.tr("复制（含出处）"), lambda: self.citation_requested.emit(ref))
        return menu

    def step(self, by: int) -> None:
        """Go *by* rows down, or up below 0, as far as there are rows."""
        rows = self._shown_rows
        if rows:
            self._stand_at(min(max(self._current + by, 0), len(rows) - 1))

    def page(self, way: int) -> None:
        """Go about as many rows down (*way* 1) or up (-1) as are seen at once."""
        rows = self._shown_rows
        if not rows:
            return
        goal = rows[self._current].box.center().y() + way * max(self.viewport().height() - 40, 20)
        nearest = min(range(len(rows)), key=lambda n: abs(rows[n].box.center().y() - goal))
        self._stand_at(nearest if nearest != self._current else min(max(self._current + way, 0), len(rows) - 1))

    def go_to_end(self, way: int) -> None:
        """Go to the first row (*way* -1) or the last (1)."""
        self.step(way * len(self._shown_rows))

    def choose_current(self) -> None:
        """Choose the change where the keyboard stands."""
        if self.current is not None:
            self._choose(self.current.ref)

    def ask_clause(self) -> None:
        """Ask for the clause of the change where the keyboard stands."""
        if self.current is not None:
            self.clause_requested.emit(self.current.ref)

    def copy_current(self) -> None:
        """Ask for a copy, with its source, of the change where the keyboard stands."""
        if self.current is not None:
            self.citation_requested.emit(self.current.ref)

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("Down",), Phrase("KeyUses", "到下一项"), lambda flow: flow.step(1)),
        KeyUse(("Up",), Phrase("KeyUses", "到上一项"), lambda flow: flow.step(-1)),
        KeyUse(("PgDown",), Phrase("KeyUses", "往下一屏"), lambda flow: flow.page(1)),
        KeyUse(("PgUp",), Phrase("KeyUses", "往上一屏"), lambda flow: flow.page(-1)),
        KeyUse(("Home",), Phrase("KeyUses", "到第一项"), lambda flow: flow.go_to_end(-1)),
        KeyUse(("End",), Phrase("KeyUses", "到最后一项"), lambda flow: flow.go_to_end(1)),
        KeyUse(("Return", "Enter", "Space"), Phrase("KeyUses", "查看详情"), lambda flow: flow.choose_current()),
        KeyUse(("Ctrl+Return", "Ctrl+Enter"), Phrase("KeyUses", "在原文中显示"), lambda flow: flow.ask_clause()),
        KeyUse(("Ctrl+C", "Ctrl+Shift+C"), Phrase("KeyUses", "复制（含出处）"), lambda flow: flow.copy_current()),
    )

    @property
    def _shown_rows(self) -> tuple[PlacedRow, ...]:
        return () if self._plan is None else self._plan.rows

    @property
    def _offset(self) -> QPointF:
        """What of the picture lies at the viewport's corner."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _plan_anew(self) -> None:
        if self._rows is None:
            return
        unknown = self._rows.end_words(_UNKNOWN)
        planner = FlowPlanner(self._tokens, self.font(), self._body, unknown)
        self._plan = planner.plan(self._groups, float(self.viewport().width()))
        self._share_bars()
        self.viewport().update()

    def _share_bars(self) -> None:
        if self._plan is None:
            return
        size = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._plan.width, size.width()),
            (self.verticalScrollBar(), self._plan.height, size.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(round(self._tokens.line_spacing * self.fontMetrics().height()))
            bar.setRange(0, max(round(whole) - seen, 0))

    def _stand_at(self, number: int) -> None:
        self._current = number
        self._show_current()
        self._tell()
        self.viewport().update()

    def _show_current(self) -> None:
        """Bring the row where the keyboard stands into sight, with its group's heading where it is the first of it."""
        box = self._shown_rows[self._current].box
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        heads = () if self._plan is None else self._plan.headings
        above = [head.box.top() for head in heads if 0 <= box.top() - head.box.bottom() < 1]
        top = above[0] if above and box.bottom() - above[0] <= seen else box.top() - self._tokens.space_s
        if top < bar.value():
            bar.setValue(round(top))
        elif box.bottom() + self._tokens.space_s > bar.value() + seen:
            bar.setValue(round(min(box.bottom() + self._tokens.space_s - seen, top)))

    def _tell(self) -> None:
        """Let a screen reader hear what the current row says, and which of how many it is."""
        name, words = self.tr("职能转变去向图"), ""
        if self.current is not None and self._rows is not None:
            words = self._rows.spoken(self.current)
            place = self.tr("{0} 第 {1} 项，共 {2} 项").format(name, self._current + 1, len(self._shown_rows))
            name = labelled(place, words.splitlines()[0])
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)

    def _choose(self, ref: FactRef) -> None:
        self._chosen = ref.index
        self.viewport().update()
        self.fact_chosen.emit(ref)

    def _row_at(self, place: QPoint) -> int | None:
        """Return the row whose label or line lies at *place* of the viewport."""
        if self._plan is None:
            return None
        spot = QPointF(place) + self._offset
        for number, placed in enumerate(self._plan.rows):
            if placed.box.contains(spot):
                return number
        near = [(_distance(spot, line.points), line.number) for line in self._plan.lines]
        distance, number = min(near, default=(_NEAR + 1, 0))
        if distance <= _NEAR:
            return number
        end = self._end_at(place)
        own = () if end is None else tuple(n for n, row in enumerate(self._plan.rows) if row.row.change in end.changes)
        return own[0] if len(own) == 1 else None

    def _end_at(self, place: QPoint) -> End | None:
        ends = () if self._plan is None else self._plan.ends
        return next((end for end in ends if end.box.contains(QPointF(place) + self._offset)), None)

    def _on_mark(self, number: int | None, place: QPoint) -> bool:
        return number is not None and self._shown_rows[number].mark.contains(QPointF(place) + self._offset)

    def _told_at(self, place: QPoint) -> str:
        number, end = self._row_at(place), self._end_at(place)
        if self._rows is None:
            return ""
        if end is not None:
            own = [placed.row for placed in self._shown_rows if placed.row.change in end.changes]
            return "\n".join([end.name, *(f"{row.words}  {row.mark}" for row in own)])
        if number is not None:
            return self._rows.spoken(self._shown_rows[number].row)
        return (
            self._body if self._plan is not None and self._plan.agency.contains(QPointF(place) + self._offset) else ""
        )

    # Qt overrides

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell all of what lies under the mouse that waits; forget the mouse that left."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_plain_tooltip(event.globalPos(), self._told_at(event.pos()), self.viewport())
            return True
        if event.type() is QEvent.Type.Leave and self._hovered is not None:
            self._hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(self._tokens.surface))
            if self._plan is None:
                return
            current = self._current if self.hasFocus() else None
            state = FlowState(self._chosen, current, self._hovered, self._concerned)
            painter.translate(-self._offset)
            seen = QRectF(self.viewport().rect()).translated(self._offset)
            FlowPainter(painter, self._tokens, self.font(), self._plan, state).paint(seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Plan anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._plan_anew()
        else:
            self._share_bars()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Paint anew: names stand in the middle of what is in sight of their boxes."""
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring out the change under the mouse."""
        place = event.position().toPoint()
        number = self._row_at(place)
        hand = Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand)
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a change by its label or line; its mark asks for the clause."""
        place = event.position().toPoint()
        number = self._row_at(place)
        if event.button() is not Qt.MouseButton.LeftButton or number is None:
            return
        self._stand_at(number)
        ref = self._shown_rows[number].row.ref
        if self._on_mark(number, place):
            self.clause_requested.emit(ref)
        else:
            self._choose(ref)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the change under the mouse, or where the keyboard stands."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        number = self._current if by_key else self._row_at(event.pos())
        if number is None or number >= len(self._shown_rows):
            return
        placed = self._shown_rows[number]
        spot = placed.box.translated(-self._offset).center().toPoint()
        place = self.viewport().mapToGlobal(spot) if by_key else event.globalPos()
        self.context_menu(placed.row.ref).popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above; leave the rest to the scroll area."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        super().focusInEvent(event)
        if self._shown_rows:
            self._show_current()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """Return room for some rows: what is taller scrolls."""
        return _LEAST


def _distance(place: QPointF, points: tuple[QPointF, ...]) -> float:
    """Return how far *place* is from the line through *points*."""
    return min(_distance_to_part(place, start, end) for start, end in pairwise(points))


def _distance_to_part(place: QPointF, start: QPointF, end: QPointF) -> float:
    along, away = end - start, place - start
    length = QPointF.dotProduct(along, along)
    share = min(max(QPointF.dotProduct(away, along) / length, 0.0), 1.0) if length else 0.0
    rest = away - along * share
    return hypot(rest.x(), rest.y())
