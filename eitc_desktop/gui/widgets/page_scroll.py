"""Scrolls a page of the detail pane."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.key_uses import KeyUse, answer_key
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.phrases import Phrase

LINES_AT_A_STEP = 3


class PageScroll(QScrollArea):
    """Gives a page its width and the height it needs.

    Qt's own resizing would measure every page without the scroll bar first and then again beside it; here a page that
    is longer than the pane beside the bar is measured once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PageView | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget(self))  # one of Qt's own would cost a search among all classes of widgets
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys scroll what is read
        self.setAccessibleDescription(self.tr("用上、下键到条款标记、链接和表格"))
        self._sheet = QWidget(self.viewport())
        self.setWidget(self._sheet)
        self.verticalScrollBar().valueChanged.connect(self._complete)

    def hold(self, page: PageView) -> None:
        """Have *page* among the pages that are shown here. It stays: to move it would restyle all that it has."""
        page.setParent(self._sheet)
        page.height_changed.connect(self._fit)

    def show_page(self, page: PageView) -> None:
        """Show what *page*, which is held, has now, from its top."""
        if self._page is not None and self._page is not page:
            self._page.hide()
        self._page = page
        if self.isVisible():
            self._fit()
        page.show()
        # Qt asks again, later, for the painting of all that was shown; asked now, it is painted once
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateLater.value)  # pyright: ignore[reportArgumentType]
        self.verticalScrollBar().setValue(0)

    def take_keyboard(self) -> None:
        """Take the keyboard from the page, where it has it: what is there goes, and the keyboard stays here."""
        if self._page is not None and self._page.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()

    def let_go(self, pages: Iterable[PageView]) -> None:
        """Throw away *pages* that were held."""
        self.take_keyboard()
        self._page = None
        for page in pages:
            page.hide()
            page.deleteLater()  # it may be the page that asked for another

    def read_on(self, way: int) -> None:
        """Go to the next mark, link or row down (*way* 1) or up (-1), or scroll towards it where it is far."""
        stops = () if self._page is None else self._page.stops[::way]
        here = QApplication.focusWidget()
        if here is not None and here in stops and not here.visibleRegion().isEmpty():
            ahead = stops[stops.index(here) + 1 :]
        else:
            ahead = tuple(stop for stop in stops if self._top(stop, way) * way >= self._edge(-way) * way)
        bar, step = self.verticalScrollBar(), LINES_AT_A_STEP * round(QFontMetricsF(self.font()).lineSpacing())
        if ahead and (self._edge(way) - self._top(ahead[0], way)) * way + step >= 0:
            self._enter(ahead[0], way)
        else:
            bar.setValue(bar.value() + way * step)

    def read_from_end(self, way: int) -> None:
        """Show the beginning of the page (*way* 1) or its end (-1)."""
        if self._page is not None:
            self._page.complete()
        bar = self.verticalScrollBar()
        bar.setValue(bar.minimum() if way > 0 else bar.maximum())
        self.setFocus()  # a mark left behind would be brought back into sight by the next arrow

    def _fit(self) -> None:
        page = self._page
        if page is None:
            return
        width, height = self.width(), self.height()
        beside = width - self.verticalScrollBar().sizeHint().width()
        # each width that a page is measured for has it wrap all its words
        scrolls = page.least_height > height or page.heightForWidth(beside) > height
        if scrolls:
            width = beside
        size = QSize(width, max(page.heightForWidth(width), height))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy is not self.verticalScrollBarPolicy():  # Qt would arrange everything, even for the same one
            self.setVerticalScrollBarPolicy(policy)
        self._sheet.resize(size)
        page.take(size)

    def _complete(self, value: int) -> None:
        """Have the rest of the page made before it comes into sight."""
        if value and self._page is not None:
            self._page.complete()

    def _enter(self, stop: QWidget, way: int) -> None:
        if isinstance(stop, FactTreeView):
            stop.enter(way)
        else:
            line = round(QFontMetricsF(self.font()).lineSpacing())
            self.ensureWidgetVisible(stop, 0, line)
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _top(self, stop: QWidget, way: int) -> int:
        """Return where *stop* begins for who comes that way, in the viewport's coordinates."""
        return stop.mapTo(self.viewport(), QPoint(0, 0 if way > 0 else stop.height())).y()

    def _edge(self, way: int) -> int:
        """Return where the viewport ends that way."""
        return self.viewport().height() if way > 0 else 0

    KEYS: ClassVar[tuple[KeyUse, ...]] = (
        KeyUse(("Down",), Phrase("KeyUses", "往下到条款标记、链接或表格"), lambda page: page.read_on(1)),
        KeyUse(("Up",), Phrase("KeyUses", "往上到条款标记、链接或表格"), lambda page: page.read_on(-1)),
        KeyUse(("Home",), Phrase("KeyUses", "到开头"), lambda page: page.read_from_end(1)),
        KeyUse(("End",), Phrase("KeyUses", "到末尾"), lambda page: page.read_from_end(-1)),
    )

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the table above, whatever in the page has the keyboard; other keys scroll."""
        if not answer_key(self, self.KEYS, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the new size."""
        self._fit()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the page that came while nobody saw it."""
        self._fit()
        super().showEvent(event)
