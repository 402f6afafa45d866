"""Scrolls a page of the detail pane."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

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
        self._sheet = QWidget(self.viewport())
        self.setWidget(self._sheet)

    @property
    def sheet(self) -> QWidget:
        """What pages are made on and stay on: to move one here or away would restyle each of its widgets."""
        return self._sheet

    def show_page(self, page: PageView) -> None:
        """Show *page*, which was made on the sheet, from its top."""
        self._page = page
        page.height_changed.connect(self._fit)
        if self.isVisible():
            self._fit()
        page.show()
        self.verticalScrollBar().setValue(0)

    def leave_page(self) -> None:
        """Take the page away; the keyboard stays here."""
        page, self._page = self._page, None
        if page is not None:
            if page.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus()
            page.hide()
            page.deleteLater()  # it may be the page that asked for another

    def _fit(self) -> None:
        page = self._page
        if page is None:
            return
        width, height = self.width(), self.height()
        beside = width - self.verticalScrollBar().sizeHint().width()
        needed = page.heightForWidth(beside)
        # a page that is a little too long beside the bar may fit without one
        scrolls = needed > 2 * height or (needed > height and page.heightForWidth(width) > height)
        size = QSize(beside, needed) if scrolls else QSize(width, max(page.heightForWidth(width), height))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy is not self.verticalScrollBarPolicy():  # Qt would arrange everything, even for the same one
            self.setVerticalScrollBarPolicy(policy)
        self._sheet.resize(size)
        page.resize(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the new size."""
        self._fit()
        super().resizeEvent(event)
