"""Keys that read through a list of cards, of which one may be taller than the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QListView

LINES_AT_A_STEP = 3


def read_on(view: QListView, way: int, *, page: bool = False) -> None:
    """Scroll what is hidden of the current card, down (*way* 1) or up (-1), or go to the next card that way."""
    index = view.currentIndex()
    rect, room = view.visualRect(index), view.viewport().height()
    hidden = rect.bottom() + 1 - room if way > 0 else -rect.top()
    in_sight = index.isValid() and rect.top() < room and rect.bottom() >= 0
    if in_sight and hidden > 0:
        line = round(QFontMetricsF(view.font()).lineSpacing())
        step = max(room - line, line) if page else LINES_AT_A_STEP * line
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + way * min(step, hidden))
        return
    if not index.isValid():
        read_from_end(view, 1)
        return
    _go(view, _page_away(view, index, way) if page else index.row() + way, way)


def read_from_end(view: QListView, way: int) -> None:
    """Go to the beginning of the first card (*way* 1) or to the end of the last (-1)."""
    _go(view, 0 if way > 0 else view.model().rowCount() - 1, way)


def _page_away(view: QListView, index: QModelIndex, way: int) -> int:
    """Return the row of the farthest card that lies wholly within a page of *index*, of the next one at least."""
    start, room, row = view.visualRect(index), view.viewport().height(), index.row() + way
    while 0 <= row + way < view.model().rowCount():
        beyond = view.visualRect(view.model().index(row + way, 0))
        if (beyond.bottom() - start.top() if way > 0 else start.bottom() - beyond.top()) >= room:
            break
        row += way
    return row


def _go(view: QListView, row: int, way: int) -> None:
    """Make *row* current and show all of it, or the end of it that is read first."""
    index = view.model().index(row, 0)
    if not index.isValid():
        return
    view.setCurrentIndex(index)
    rect, room = view.visualRect(index), view.viewport().height()
    bar = view.verticalScrollBar()
    if rect.height() > room:
        bar.setValue(bar.value() + (rect.top() if way > 0 else rect.bottom() + 1 - room))
    else:
        view.scrollTo(index)
