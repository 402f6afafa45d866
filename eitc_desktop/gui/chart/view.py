"""机构图: one chart that answers mouse and keyboard; no widget and no item for a box."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from eitc_desktop.gui.chart.painting import see_through
from eitc_desktop.gui.chart.stage import ChartStage
from eitc_desktop.gui.chart.walking import Way
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.phrases import Phrase

_PAN = 80  # logical pixels that a key moves the chart
_FOUND = 3.5  # logical pixels of the frame around the unit found that is shown
_REACH = 40  # logical pixels from its box within which a sign for folding stands


class ChartView(ChartStage):
    """A click chooses a unit or folds, a double click folds; what a unit is, its card says."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._hover: int | None = None  # a box
        self.layout_made.connect(lambda _kind, _picked: self._hovered(None))
        self.setAccessibleName(self.tr("机构图"))

    def context_menu(self, unit: int) -> QMenu:
        """Return a menu with what can be done with a unit or a folded group; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ref = self.ref_of(unit)
        if ref is not None:
            menu.addAction(self.choose_phrase, lambda: self._choose(unit))
            menu.addAction(self.tr("在原文中显示这个机构"), lambda: self.clause_requested.emit(ref))
        unfolded = None if self._folds is None else self._folds.is_unfolded(unit)
        if unfolded is not None:
            menu.addAction(self.fold_phrase(unfolded=unfolded), lambda: self.toggle(unit))
        words = self.tr("不再突出显示") if self._is_focused else self.tr("突出显示这个机构")
        menu.addAction(words, lambda: self._focus_on(unit))
        menu.addSeparator()
        menu.addAction(self.tr("显示全图"), self.fit)
        if unit >= 0:
            menu.addAction(self.tr("复制（含出处）"), lambda: self._copy(unit))
        if ref is not None:
            offer_opinion(menu, self, ref)
        return menu

    @property
    def choose_phrase(self) -> str:
        """What choosing a unit is asked for with."""
        return self.tr("查看这个机构")

    def fold_phrase(self, *, unfolded: bool) -> str:
        """Return what the other state of what is below a box is asked for with."""
        return self.tr("收起下属机构") if unfolded else self.tr("展开下属机构")

    def press(self, box: int) -> None:
        """Choose a unit, or unfold a folded group."""
        self._choose(self.number_of(box))

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("Up",), Phrase("KeyUses", "到上级，或上方的机构"), lambda view: view.go(Way.UP)),
        KeyUse(("Down",), Phrase("KeyUses", "到下级，或下方的机构"), lambda view: view.go(Way.DOWN)),
        KeyUse(("Left",), Phrase("KeyUses", "到左边的机构"), lambda view: view.go(Way.LEFT)),
        KeyUse(("Right",), Phrase("KeyUses", "到右边的机构"), lambda view: view.go(Way.RIGHT)),
        KeyUse(("Home",), Phrase("KeyUses", "到机关"), lambda view: view.go_to_end(last=False)),
        KeyUse(("End",), Phrase("KeyUses", "到最后一个机构"), lambda view: view.go_to_end(last=True)),
        KeyUse(("Return", "Enter"), Phrase("KeyUses", "查看详情"), lambda view: view.choose_current()),
        KeyUse(("Ctrl+Return", "Ctrl+Enter"), Phrase("KeyUses", "在原文中显示"), lambda view: view.ask_for_clause()),
        KeyUse(("Space",), Phrase("KeyUses", "收起或展开下属机构"), lambda view: view.toggle(view.current)),
        KeyUse(
            ("+", "Shift++", "Shift+=", "="),
            Phrase("KeyUses", "展开下属机构"),
            lambda view: view.fold(view.current, folded=False),
        ),
        KeyUse(("-",), Phrase("KeyUses", "收起下属机构"), lambda view: view.fold(view.current, folded=True)),
        KeyUse(("*", "Shift+*", "Shift+8"), Phrase("KeyUses", "展开全部"), lambda view: view.unfold_all()),
        KeyUse(
            ("F",),
            Phrase("KeyUses", "突出显示此处的机构，或不再突出"),
            lambda view: view.set_focused(focused=not view.is_focused),
        ),
        KeyUse(("PgUp",), Phrase("KeyUses", "放大机构图"), lambda view: view.zoom_by(1)),
        KeyUse(("PgDown",), Phrase("KeyUses", "缩小机构图"), lambda view: view.zoom_by(-1)),
        KeyUse(("0",), Phrase("KeyUses", "机构图按 100% 显示"), lambda view: view.zoom_to(100)),
        KeyUse(("9",), Phrase("KeyUses", "显示全图"), lambda view: view.fit()),
        KeyUse(("Shift+Up",), Phrase("KeyUses", "往上看机构图"), lambda view: view.pan(0, _PAN)),
        KeyUse(("Shift+Down",), Phrase("KeyUses", "往下看机构图"), lambda view: view.pan(0, -_PAN)),
        KeyUse(("Shift+Left",), Phrase("KeyUses", "往左看机构图"), lambda view: view.pan(_PAN, 0)),
        KeyUse(("Shift+Right",), Phrase("KeyUses", "往右看机构图"), lambda view: view.pan(-_PAN, 0)),
        KeyUse(("F3",), Phrase("KeyUses", "到下一个找到的机构"), lambda view: view.go_to_found(1)),
        KeyUse(("Shift+F3",), Phrase("KeyUses", "到上一个找到的机构"), lambda view: view.go_to_found(-1)),
        KeyUse(("Ctrl+C",), Phrase("KeyUses", "复制（含出处）"), lambda view: view.copy_current()),
    )

    def _choose(self, unit: int) -> None:
        self._stand_on(unit)
        self.choose_current()

    def _focus_on(self, unit: int) -> None:
        self._stand_on(unit)
        self.set_focused(focused=not self._is_focused)

    def _copy(self, unit: int) -> None:
        self._stand_on(unit)
        self.copy_current()

    def _fold_at(self, place: QPointF) -> int | None:
        """Return the unit or group whose sign for folding is at a place of the view."""
        if self._scene is None:
            return None
        area = self._camera.seen_around(place.x(), place.y(), _REACH)
        for box in self._scene.sheet.boxes_in(area):
            sign = self._area_painter.fold_rect(self._camera, self._scene, box)
            if sign is not None and sign.adjusted(-2, -2, 2, 2).contains(place):
                return self.number_of(box)
        return None

    # what the canvas asks for

    def _paint_above(self, painter: QPainter) -> None:
        if self._shown is None:
            return
        accent = QColor(self._tokens.accent)
        if self._hover is not None:
            painter.setPen(QPen(accent, 1.0))
            painter.drawRect(QRectF(*self.box_rect(self._hover)).adjusted(-1, -1, 1, 1))
        if self._chosen is not None and self._chosen in self._shown.places:
            rect = QRectF(*self.box_rect(self._shown.places[self._chosen]))
            painter.fillRect(rect, see_through(self._tokens.accent, 0.14))
            painter.setPen(QPen(accent, 2.0))
            painter.drawRect(rect.adjusted(-1, -1, 1, 1))
        found = self.found_box
        if found is not None:
            painter.setPen(QPen(accent, _FOUND))
            painter.drawRect(QRectF(*self.box_rect(found)).adjusted(-1, -1, 1, 1))
        box = self.current_box
        if self.hasFocus() and box is not None:
            painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(*self.box_rect(box)).adjusted(-3.5, -3.5, 3.5, 3.5))

    def _clicked(self, place: QPointF) -> None:
        folding = self._fold_at(place)
        if folding is not None:
            self.toggle(folding)
            return
        box = self.box_at(place)
        if box is not None:
            self.press(box)

    def _hovered(self, place: QPointF | None) -> None:
        box = None if place is None else self.box_at(place)
        if box != self._hover:
            self._hover = box
            self.update()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold what is below a unit."""
        box = self.box_at(event.position())
        if box is not None and self._fold_at(event.position()) is None:
            self.toggle(self.number_of(box))

    def event(self, event: QEvent) -> bool:
        """Say in a card what is known of a unit."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self.box_at(QPointF(event.pos()))
            show_plain_tooltip(event.globalPos(), "" if box is None else self.card_of(box), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done where one is."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        box = self.current_box if by_key else self.box_at(QPointF(event.pos()))
        if box is not None:
            point = QRectF(*self.box_rect(box)).center().toPoint() if by_key else event.pos()
            self.context_menu(self.number_of(box)).popup(self.mapToGlobal(point))
