"""Scrolls a page of the detail pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from eitc_desktop.gui.widgets.page_view import PageView


class PageScroll(QScrollArea):
    """Gives a page its width and the height it needs.

    Most pages are longer than the pane. Qt's own resizing would measure a page without the scroll bar first and
    then again beside it; here the room beside it is tried first, and only when the page has a width to fill.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PageView | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget(self))  # one of Qt's own would cost a search among all classes of widgets
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys scroll what is read

    def show_page(self, page: PageView) -> None:
        """Show *page* from its top."""
        self._page = page
        self.setWidget(page)
        page.height_changed.connect(self._fit)
        if self.isVisible():
            self._fit()
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        page = self._page
        if page is None or page is not self.widget():
            return
        width, height = self.width(), self.height()
        beside = width - self.verticalScrollBar().sizeHint().width()
        needed = page.heightForWidth(beside)
        policy = Qt.ScrollBarPolicy
        # a page that is a little too long beside the bar may fit without one
        if needed > 2 * height or (needed > height and page.heightForWidth(width) > height):
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn)
            page.resize(beside, needed)
        else:
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff)
            page.resize(width, max(page.heightForWidth(width), height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the new size."""
        self._fit()
        super().resizeEvent(event)
