"""A true preview: the pages as they will be printed, painted by the painter that prints them."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import ClassVar

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.painter import paint
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.phrases import Phrase

_GAP = 14  # logical pixels between pages, and around them
_STEP = 1.25  # of the zoom
_SMALLEST, _LARGEST = 0.1, 8.0  # of the true size
_LEAST_SIDE = 100  # logical pixels of a page's width among others
_MOST_KEPT = 24  # pages kept as pictures
_LARGEST_KEPT = 3_000_000  # device pixels of a page: of larger ones only what is seen is painted


class PagePreview(QAbstractScrollArea):
    """Shows the pages of a document: one of them, or all side by side. Words stand there while there is none."""

    page_changed = Signal(int)  # the current page, from 0
    view_changed = Signal()  # zoom, or one page instead of all

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._document: Document | None = None
        self._columns: int | None = None  # of sheets that belong together
        self._words = ""
        self._page = 0
        self._together = False
        self._zoom: float | None = None  # of the true size; None fits the page or pages into the view
        self._fonts = PaperFonts()
        self._kept: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._places: tuple[QRect, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        tokens.changed.connect(self.viewport().update)

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    @property
    def page(self) -> int:
        """The current page, from 0."""
        return self._page

    @property
    def together(self) -> bool:
        """Whether all pages stand side by side."""
        return self._together

    @property
    def zoom(self) -> float:
        """The scale in force; 1 is the true size."""
        return self._scale() / self._true_scale

    @property
    def fits(self) -> bool:
        """Whether the scale follows the room there is."""
        return self._zoom is None

    def place_of(self, number: int) -> QRect:
        """Return where page *number* stands in the viewport; an empty rectangle where it isn't shown."""
        at = number if self._together else number - self._page
        return self._places[at].translated(-self._offset()) if 0 <= at < len(self._places) else QRect()

    def show_document(self, document: Document, columns: int | None = None) -> None:
        """Show *document*, at the page and the zoom in force; its pages are *columns* side by side where they are
        the sheets of one picture.
        """
        if (columns is None) != (self._columns is None):  # the sheets of one picture are seen together
            self._together, self._zoom = columns is not None, None
            self.view_changed.emit()
        self._document, self._columns, self._words = document, columns, ""
        self._kept.clear()
        last = len(document.pages) - 1
        self._page = min(self._page, last)
        self._arrange()
        self.page_changed.emit(self._page)

    def say(self, words: str) -> None:
        """Show *words* in the place of pages."""
        self._document, self._words = None, words
        self._kept.clear()
        self._arrange()
        self.setAccessibleDescription(words)

    def show_page(self, number: int) -> None:
        """Make page *number*, from 0, the current one, and bring it into sight."""
        if self._document is None or not 0 <= number < len(self._document.pages):
            return
        changed = number != self._page
        self._page = number
        self._arrange()
        if self._together:
            self._bring_into_sight()
        elif changed:
            self.verticalScrollBar().setValue(0)
        if changed:
            self.page_changed.emit(number)

    def show_together(self, *, together: bool) -> None:
        """Show all pages side by side, or the current one alone."""
        if together != self._together:
            self._together, self._zoom = together, None
            self._arrange()
            if together:
                self._bring_into_sight()
            self.view_changed.emit()

    def fit(self) -> None:
        """Take the scale at which the whole page is seen."""
        self._zoom_to(None)

    def zoom_by(self, steps: int) -> None:
        """Make the pages larger by *steps*, or smaller."""
        self._zoom_to(min(max(self.zoom * _STEP**steps, _SMALLEST), _LARGEST))

    def read_on(self, way: int) -> None:
        """Scroll by a view, or go to the page after or before where there is no more to scroll."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.maximum() if way > 0 else bar.minimum())
        if self._together or not at_end:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd if way > 0 else bar.SliderAction.SliderPageStepSub)
        elif 0 <= self._page + way < self._count:
            self.show_page(self._page + way)
            bar.setValue(bar.minimum() if way > 0 else bar.maximum())

    def step(self, way: int) -> None:
        """Go to the page after or before; scroll sideways where one page is larger than the view."""
        bar = self.horizontalScrollBar()
        if not self._together and bar.maximum() > bar.minimum():
            bar.setValue(bar.value() + way * bar.singleStep())
        else:
            self.show_page(self._page + way)

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("PgDown",), Phrase("KeyUses", "往下一屏，到底时到下一页"), lambda view: view.read_on(1)),
        KeyUse(("PgUp",), Phrase("KeyUses", "往上一屏，到顶时到上一页"), lambda view: view.read_on(-1)),
        KeyUse(("Right",), Phrase("KeyUses", "下一页"), lambda view: view.step(1)),
        KeyUse(("Left",), Phrase("KeyUses", "上一页"), lambda view: view.step(-1)),
        KeyUse(("Home",), Phrase("KeyUses", "第一页"), lambda view: view.show_page(0)),
        KeyUse(("End",), Phrase("KeyUses", "最后一页"), lambda view: view.show_page(view.last)),
        KeyUse(("+", "=", "Shift++"), Phrase("KeyUses", "放大"), lambda view: view.zoom_by(1)),
        KeyUse(("-",), Phrase("KeyUses", "缩小"), lambda view: view.zoom_by(-1)),
        KeyUse(("0",), Phrase("KeyUses", "适合窗口"), lambda view: view.fit()),
    )

    @property
    def last(self) -> int:
        """The last page, from 0."""
        return self._count - 1

    @property
    def _count(self) -> int:
        return 0 if self._document is None else len(self._document.pages)

    @property
    def _true_scale(self) -> float:
        """Logical pixels to a point on paper."""
        return self.logicalDpiX() / 72

    def _zoom_to(self, zoom: float | None) -> None:
        if zoom != self._zoom:
            middle = self._middle()
            self._zoom = zoom
            self._kept.clear()
            self._arrange()
            if self._together:
                self._bring_into_sight()
            else:
                self._go_to(middle)
            self.view_changed.emit()

    def _middle(self) -> QPointF:
        """Return which place of the page is in the middle of the view: parts of its width and height."""
        place = self.place_of(self._page)
        if place.isEmpty():
            return QPointF(0.5, 0.5)
        away = self.viewport().rect().center() - place.topLeft()
        return QPointF(away.x() / place.width(), away.y() / place.height())

    def _go_to(self, middle: QPointF) -> None:
        """Bring a place of the page into the middle of the view."""
        place = self._places[0] if self._places else QRect()
        for bar, at, room in (
            (self.horizontalScrollBar(), place.x() + middle.x() * place.width(), self.viewport().width()),
            (self.verticalScrollBar(), place.y() + middle.y() * place.height(), self.viewport().height()),
        ):
            bar.setValue(round(at - room / 2))

    def _scale(self) -> float:
        """Return logical pixels to a point."""
        if self._document is None:
            return self._true_scale
        if self._zoom is not None:
            return self._zoom * self._true_scale
        room = self.maximumViewportSize()
        if not self._together:
            page = self._document.pages[self._page]
            scale = min((room.width() - 2 * _GAP) / page.width, (room.height() - 2 * _GAP) / page.height)
        else:
            scale = self._scale_together(room)
        return max(scale, 0.02)

    def _scale_together(self, room: QSize) -> float:
        """Return the scale at which all pages are seen, but none so small that nothing can be told."""
        width, height = self._largest_page()
        best = 0.0
        for columns in [self._columns] if self._columns else range(1, self._count + 1):
            rows = math.ceil(self._count / columns)
            across = (room.width() - _GAP * (columns + 1)) / (columns * width)
            down = (room.height() - _GAP * (rows + 1)) / (rows * height)
            best = max(best, min(across, down))
        return best if self._columns else max(best, min(_LEAST_SIDE, room.width() - 2 * _GAP) / width)

    def _largest_page(self) -> tuple[float, float]:
        pages = () if self._document is None else self._document.pages
        return max(page.width for page in pages), max(page.height for page in pages)

    def _arrange(self) -> None:
        """Find where the pages stand in the content, and how far it scrolls."""
        view = self.maximumViewportSize()
        places: list[QRect] = []
        if self._document is not None:
            scale = self._scale()
            pages = self._document.pages if self._together else (self._document.pages[self._page],)
            width, height = (side * scale for side in self._largest_page())
            columns = self._columns or max(1, min(len(pages), int((view.width() - _GAP) // (width + _GAP))))
            columns = columns if self._together else 1
            for number, page in enumerate(pages):
                row, column = divmod(number, columns)
                place = QPoint(_GAP + round(column * (width + _GAP)), _GAP + round(row * (height + _GAP)))
                places.append(QRect(place, QSize(round(page.width * scale), round(page.height * scale))))
        right = max((place.x() + place.width() for place in places), default=0) + _GAP
        bottom = max((place.y() + place.height() for place in places), default=0) + _GAP
        middle = QPoint(max(0, (view.width() - right) // 2), max(0, (view.height() - bottom) // 2))
        self._places = tuple(place.translated(middle) for place in places)
        whole = QSize(right - 1, bottom - 1)  # what was rounded up is no reason to scroll
        for bar, wanted, room in (
            (self.horizontalScrollBar(), whole.width(), self.viewport().width()),
            (self.verticalScrollBar(), whole.height(), self.viewport().height()),
        ):
            bar.setRange(0, max(0, wanted - room))
            bar.setPageStep(max(1, room - _GAP))
            bar.setSingleStep(max(1, room // 12))
        self.viewport().update()

    def _bring_into_sight(self) -> None:
        place = self._places[self._page].adjusted(-_GAP, -_GAP, _GAP, _GAP)
        for bar, low, high, room in (
            (self.horizontalScrollBar(), place.left(), place.right(), self.viewport().width()),
            (self.verticalScrollBar(), place.top(), place.bottom(), self.viewport().height()),
        ):
            if low < bar.value() or high - low > room:
                bar.setValue(low)
            elif high > bar.value() + room:
                bar.setValue(high - room)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _page_at(self, point: QPointF) -> int | None:
        inside = point.toPoint() + self._offset()
        found = next((number for number, place in enumerate(self._places) if place.contains(inside)), None)
        return found if self._together or found is None else self._page

    def _paint_page(self, painter: QPainter, number: int, rect: QRect, exposed: QRect) -> None:
        assert self._document is not None  # noqa: S101  there are places for its pages only
        page = self._document.pages[number]
        ratio = self.devicePixelRatioF()
        if rect.width() * rect.height() * ratio * ratio > _LARGEST_KEPT:
            painter.save()
            painter.setClipRect(rect.intersected(exposed))
            painter.translate(rect.topLeft())
            self._paint_whole(painter, page, rect.size())
            painter.restore()
            return
        key = (number, rect.width())
        kept = self._kept.get(key)
        if kept is None:
            kept = QPixmap(rect.size() * ratio)
            kept.setDevicePixelRatio(ratio)
            inner = QPainter(kept)
            self._paint_whole(inner, page, rect.size())
            inner.end()
            self._kept[key] = kept
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), kept)

    def _paint_whole(self, painter: QPainter, page: Drawing, size: QSize) -> None:
        """Paint a whole page into *size*, from the painter's origin."""
        painter.fillRect(QRect(QPoint(0, 0), size), Qt.GlobalColor.white)
        painter.scale(size.width() / page.width, size.height() / page.height)
        paint(painter, page, fonts=self._fonts)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen on their ground, or words."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._tokens.window))
        if self._document is None:
            painter.setPen(QColor(self._tokens.text))
            box = self.viewport().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        offset = self._offset()
        for at, place in enumerate(self._places):
            number = at if self._together else self._page
            moved = place.translated(-offset)
            if not moved.adjusted(-4, -4, 4, 4).intersects(event.rect()):
                continue
            self._paint_page(painter, number, moved, event.rect())
            current = self._together and number == self._page
            painter.setPen(QPen(QColor(self._tokens.accent if current else self._tokens.border), 3 if current else 1))
            painter.drawRect(moved.adjusted(-2, -2, 1, 1) if current else moved.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new size."""
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the page under the pointer."""
        found = self._page_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.show_page(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the page under the pointer alone, or all of them again."""
        if self._page_at(event.position()) is not None:
            self.show_together(together=not self._together)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above; other arrows scroll."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Take what room there is."""
        return QSize(420, 320)
