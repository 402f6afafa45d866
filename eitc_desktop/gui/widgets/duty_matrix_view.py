"""职责对应矩阵: duties × divisions, with heads and labels that stay in sight."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from eitc_desktop.gui.models.duty_matrix import DutyMatrix, MatrixColumn, MatrixRow, Narrowing
from eitc_desktop.gui.models.duty_words import cell_words, change_symbols, column_tip, row_tip, standing_words
from eitc_desktop.gui.models.verdict_wish import Link, VerdictWish, Wish
from eitc_desktop.gui.place_here import Here
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.matrix_area import MatrixArea
from eitc_desktop.gui.widgets.matrix_painter import ColumnSight, Place, RowSight
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.verdict_keys import VERDICT_KEYS, wish_words
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.citing import Citing


class DutyMatrixView(MatrixArea):
    """Rows and columns are walked and chosen by mouse and keyboard; the heads and labels belong to them."""

    fact_chosen = Signal(object)  # FactRef: a row's label or a column's head
    cell_chosen = Signal(object, object)  # MatrixRow, MatrixColumn
    clause_requested = Signal(object)  # FactRef
    verdict_requested = Signal(object)  # VerdictWish
    words_copied = Signal(str)
    rows_changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._matrix: DutyMatrix | None = None
        self._citing: Citing | None = None
        self._narrowing = Narrowing()
        self._unfolded: set[int] = set()
        self.offers_review = False  # whether verdicts can be entered
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("职责对应矩阵"))

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The rows that are shown, those folded away left out."""
        return tuple(sight.row for sight in self._rows)

    @property
    def columns(self) -> tuple[MatrixColumn, ...]:
        """The columns."""
        return tuple(sight.column for sight in self._columns)

    @property
    def current(self) -> Place:
        """Where the keyboard is."""
        return self._current

    @property
    def all_unfolded(self) -> bool:
        """Whether every duty of several items shows them."""
        return all(sight.unfolded for sight in self._rows if sight.row.unfolds)

    def sight_of(self, place: Place) -> tuple[RowSight | None, ColumnSight | None]:
        """Return what is seen at a place."""
        row, column = place
        return self._rows[row] if row >= 0 else None, self._columns[column] if column >= 0 else None

    def show_matrix(self, matrix: DutyMatrix, citing: Citing) -> None:
        """Show a provision's correspondences, duties folded."""
        self._matrix, self._citing = matrix, citing
        self._unfolded = set()
        self._chosen = None
        self._current = (0, 0)
        self._columns = tuple(
            ColumnSight(column, change_symbols(matrix.change_kinds_of(column.ref)), not matrix.is_linked(column.ref))
            for column in matrix.columns
        )
        self._make_rows()

    def narrow(self, narrowing: Narrowing) -> None:
        """Show what is asked for; where items are picked out, all that match are unfolded."""
        self._narrowing = narrowing
        if narrowing.of_items:
            self._unfolded = set(self._duties())
        self._make_rows()

    def unfold_all(self, *, unfolded: bool) -> None:
        """Unfold every duty, or fold them all."""
        self._unfolded = set(self._duties()) if unfolded else set()
        self._make_rows()

    def toggle(self, row: int) -> None:
        """Unfold or fold the duty of a row."""
        if row < 0:
            return
        duty = self._rows[row].row.ref.index
        head = next(place for place, sight in enumerate(self._rows) if sight.row.ref.index == duty)
        if self._rows[head].row.unfolds:
            self._unfolded ^= {duty}
            self._current = (head, self._current[1])
            self._make_rows()

    def show_selected(self, ref: FactRef) -> None:
        """Mark the row or column that *ref* is or belongs to, and bring it into sight."""
        if self._matrix is None:
            return
        row, column = self._matrix.place_of(ref)
        self._chosen = row or column
        if row is not None and row.kind is FactKind.DUTY_ITEM and row.index not in self._unfolded:
            self._unfolded.add(row.index)
            self._make_rows()
        places = self._chosen_places()
        if places != (None, None):
            here = self._current
            self._current = (
                here[0] if places[0] is None else places[0],
                here[1] if places[1] is None else places[1],
            )
            self._bring_into_sight(places)
            self._tell_current()
        self.viewport().update()

    def words_at(self, place: Place) -> str:
        """Return all that is to be said of a place."""
        if self._matrix is None or self._citing is None:
            return ""
        row, column = self.sight_of(place)
        if row is None and column is None:
            return ""
        if column is None and row is not None:
            return row_tip(self._matrix, row.row, self._citing)
        if row is None and column is not None:
            return column_tip(self._matrix, column.column, self._citing)
        if row is not None and column is not None:
            return cell_words(self._matrix, row.row, column.column, self._citing)
        return ""

    def go(self, rows: int, columns: int) -> None:
        """Move the keyboard's place by so many rows and columns; the heads and labels belong to them."""
        row = min(max(self._current[0] + rows, -1), len(self._rows) - 1)
        column = min(max(self._current[1] + columns, -1), len(self._columns) - 1)
        if (row, column) != (-1, -1):
            self._stand_on((row, column))

    def go_to_edge(self, *, start: bool, rows: bool) -> None:
        """Move to the first or last column, or with *rows* to the first or last row too."""
        row = self._current[0] if not rows else 0 if start else len(self._rows) - 1
        column = 0 if start else len(self._columns) - 1
        self._stand_on((row, column))

    def stand_on_unit(self, unit: FactRef) -> None:
        """Move to the column of a unit, in the current row."""
        column = next((at for at, sight in enumerate(self._columns) if sight.column.ref == unit), None)
        if column is not None:
            self._stand_on((self._current[0], column))

    def choose_current(self) -> None:
        """Choose what the keyboard is on: a duty, a unit, or what lies between them."""
        self._choose(self._current)

    def ask_for_clause(self) -> None:
        """Ask where the text states the row, or the unit at its head."""
        row, column = self.sight_of(self._current)
        if row is not None:
            self.clause_requested.emit(row.row.ref)
        elif column is not None:
            self.clause_requested.emit(column.column.ref)

    def place_here(self) -> Here | None:
        """Return the duty of the row that one stands on, or the unit of the head."""
        row, column = self.sight_of(self._current)
        ref = row.row.ref if row is not None else None if column is None else column.column.ref
        return None if ref is None else Here(ref)

    def copy_current(self) -> None:
        """Copy what is said of the current place."""
        self.words_copied.emit(self._spoken(self._current))

    def wish(self, wish: Wish, place: Place | None = None) -> None:
        """Ask for a verdict on what is at a place, where the keyboard is without one, or that it be taken back."""
        links, proposed = self._links_at(self._current if place is None else place)
        if self.offers_review and links:
            self.verdict_requested.emit(VerdictWish(links, wish, proposed))

    def _links_at(self, place: Place) -> tuple[tuple[Link, ...], FactRef | None]:
        """Return what a verdict at a place is on; and its unit where there is no link, for it may be proposed."""
        row, column = self.sight_of(place)
        if row is None or self._matrix is None:
            return (), None
        unit = None if column is None else column.column
        links = self._matrix.links_at(row.row, unit, self._narrowing.grades)
        return links, None if unit is None or any(link[1] for link in links) else unit.ref

    def context_menu(self, place: Place) -> QMenu:
        """Return a menu with what can be done at a place; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row, column = self.sight_of(place)
        if row is not None and column is not None:
            menu.addAction(self.tr("说明此处的对应"), lambda: self._choose(place))
        if row is not None:
            menu.addAction(self.tr("查看这项职责"), lambda: self.fact_chosen.emit(row.row.ref))
            menu.addAction(self.tr("在原文中显示这项职责"), lambda: self.clause_requested.emit(row.row.ref))
        if column is not None:
            menu.addAction(self.tr("查看这个机构"), lambda: self.fact_chosen.emit(column.column.ref))
            menu.addAction(self.tr("在原文中显示这个机构"), lambda: self.clause_requested.emit(column.column.ref))
        if row is not None:
            offer_opinion(menu, self, row.row.ref, self.tr("对这项职责添加意见…"))
        if column is not None:
            offer_opinion(menu, self, column.column.ref, self.tr("对这个机构添加意见…"))
        menu.addSeparator()
        links = self._links_at(place)[0]
        if self.offers_review and links:
            for wish, words in wish_words(links):
                menu.addAction(words, partial(self.wish, wish, place))
            menu.addSeparator()
        menu.addAction(self.tr("复制文字"), lambda: self.words_copied.emit(self._spoken(place)))
        return menu

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(
            ("Return", "Enter"),
            Phrase("KeyUses", "交叉处：说明对应的依据；表头：查看详情"),
            lambda view: view.choose_current(),
        ),
        KeyUse(("Ctrl+Return", "Ctrl+Enter"), Phrase("KeyUses", "在原文中显示"), lambda view: view.ask_for_clause()),
        KeyUse(("Space",), Phrase("KeyUses", "展开、收起职责分项"), lambda view: view.toggle(view.current[0])),
        KeyUse(("+", "Shift++", "Shift+="), Phrase("KeyUses", "放大矩阵"), lambda view: view.zoom_by(1)),
        KeyUse(("-",), Phrase("KeyUses", "缩小矩阵"), lambda view: view.zoom_by(-1)),
        KeyUse(("0",), Phrase("KeyUses", "恢复矩阵大小"), lambda view: view.zoom_by(0)),
        KeyUse(("Up",), Phrase("KeyUses", "到上一行，直至表头"), lambda view: view.go(-1, 0)),
        KeyUse(("Down",), Phrase("KeyUses", "到下一行"), lambda view: view.go(1, 0)),
        KeyUse(("Left",), Phrase("KeyUses", "到左边一列，直至职责"), lambda view: view.go(0, -1)),
        KeyUse(("Right",), Phrase("KeyUses", "到右边一列"), lambda view: view.go(0, 1)),
        KeyUse(("PgUp",), Phrase("KeyUses", "往上一屏"), lambda view: view.go(-view.page_rows, 0)),
        KeyUse(("PgDown",), Phrase("KeyUses", "往下一屏"), lambda view: view.go(view.page_rows, 0)),
        KeyUse(("Home",), Phrase("KeyUses", "到第一列"), lambda view: view.go_to_edge(start=True, rows=False)),
        KeyUse(("End",), Phrase("KeyUses", "到最后一列"), lambda view: view.go_to_edge(start=False, rows=False)),
        KeyUse(
            ("Ctrl+Home",), Phrase("KeyUses", "到第一行第一列"), lambda view: view.go_to_edge(start=True, rows=True)
        ),
        KeyUse(
            ("Ctrl+End",), Phrase("KeyUses", "到最后一行最后一列"), lambda view: view.go_to_edge(start=False, rows=True)
        ),
        KeyUse(("Ctrl+C",), Phrase("KeyUses", "复制此处的文字"), lambda view: view.copy_current()),
        *VERDICT_KEYS,
    )

    def _duties(self) -> range:
        return range(0 if self._matrix is None else len(self._matrix.provision.duties))

    def _make_rows(self) -> None:
        matrix = self._matrix
        if matrix is None:
            return
        columns = matrix.columns
        self._rows = tuple(
            RowSight(
                row,
                row.ref.index in self._unfolded,
                standing_words(matrix, row),
                change_symbols(matrix.change_kinds_of(row.ref, *row.items)),
                tuple(matrix.mark(row, column, self._narrowing.grades) for column in columns),
                () if matrix.sight is None else tuple(matrix.review_sign(row, column) for column in columns),
            )
            for row in matrix.rows(self._narrowing, self._unfolded)
        )
        row = min(self._current[0], len(self._rows) - 1)
        column = min(self._current[1], len(columns) - 1)
        self._current = (row, column) if (row, column) != (-1, -1) else (-1, 0 if columns else -1)
        self._over = None
        self._lay_out()
        self._tell_current()
        self.rows_changed.emit()

    def _stand_on(self, place: Place) -> None:
        self._current = place
        self._bring_into_sight(place)
        self._tell_current()
        self.viewport().update()

    def _choose(self, place: Place) -> None:
        row, column = self.sight_of(place)
        if row is not None and column is not None:
            self.cell_chosen.emit(row.row, column.column)
        elif row is not None:
            self.fact_chosen.emit(row.row.ref)
        elif column is not None:
            self.fact_chosen.emit(column.column.ref)

    def _spoken(self, place: Place) -> str:
        """Return a place in words that stand alone: which row and column, and what lies there."""
        row, column = self.sight_of(place)
        words = self.words_at(place)
        if row is None or column is None:
            return words
        heading = f"{row.row.label}{row.row.words} × {column.column.full_name}"
        return labelled(heading, words or self.tr("未对应"))

    def _tell_current(self) -> None:
        """Let a screen reader hear where the keyboard is."""
        words = self._spoken(self._current) if self._rows or self._columns else ""
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        if QAccessible.isActive() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand where the mouse is; the sign before a duty unfolds it."""
        place = self.place_at(event.position().toPoint())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._stand_on(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        place = self.place_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or place is None or place != self._current:
            return
        if place[1] < 0 and self._rows[place[0]].row.unfolds and event.position().x() < 16 * self._layout.unit:
            self.toggle(place[0])
        else:
            self._choose(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold a duty."""
        place = self.place_at(event.position().toPoint())
        if place is not None and place[0] >= 0 > place[1]:
            self.toggle(place[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse with the cross-hair."""
        over = self.place_at(event.position().toPoint())
        if over != self._over:
            self._over = over
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what is meant; forget the mouse when it leaves."""
        if event.type() is QEvent.Type.Leave and self._over is not None:
            self._over = None
            self.viewport().update()
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            show_plain_tooltip(event.globalPos(), "" if place is None else self.words_at(place), self)
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done where one is."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self._current if by_key else self.place_at(event.pos())
        if place is not None and place != (-1, -1):
            point = self.cell_rect(place).center() if by_key else event.pos()
            self.context_menu(place).popup(self.viewport().mapToGlobal(point))
