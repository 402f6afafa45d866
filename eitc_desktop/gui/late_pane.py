"""A tab whose page is made when somebody first looks at it: the window's start doesn't pay for what it doesn't show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_TALLEST = 270  # logical pixels: the pane asks for no more, which a window of 911×512 has beside its menus and bars

PageT = TypeVar("PageT", bound=QWidget)


class LatePane(QWidget, Generic[PageT]):
    """Until it is first shown it only takes note of what there is to show; its page learns that when it is seen.

    A pane says how its page is made (``new_page``) and how it is brought up to date (``bring_up_to_date``), and calls
    ``catch_up`` whenever there is something else to show.
    """

    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self.desk: ReviewDesk | None = None
        self._page: PageT | None = None
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    @property
    def is_made(self) -> bool:
        """Whether the page was made already."""
        return self._page is not None

    @property
    def page(self) -> PageT:
        """What the pane shows; made when it is first asked for."""
        if self._page is None:
            self._page = self._set_up()
            self.catch_up()
        return self._page

    def new_page(self, parent: QWidget) -> PageT:
        """Make the page, connected, within *parent*."""
        raise NotImplementedError

    def bring_up_to_date(self, page: PageT) -> None:
        """Show on *page* what there is to show and isn't shown yet."""
        raise NotImplementedError

    def note_review(self) -> None:
        """Take note that the review is another one now, or that there is one at all."""
        self.catch_up()

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show from now on what the review of *desk* says."""
        self.desk = desk
        desk.changed.connect(self.note_review)
        self.note_review()

    def catch_up(self) -> None:
        """Bring the page up to date if it is seen; what happens while another tab is, it learns when it is shown."""
        if self._page is not None and self.isVisible():
            self.bring_up_to_date(self._page)

    def add_key(self, words: str, keys: str | Qt.Key, do: Callable[[], object]) -> None:
        """Answer *keys*, where the pane has the keyboard, by calling *do*; *words* say what that is."""
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self.addAction(action)

    def copy_words(self, words: str, notice: str) -> None:
        """Put *words* on the clipboard and say so."""
        QGuiApplication.clipboard().setText(words)
        self.notice_given.emit(notice)

    def _set_up(self) -> PageT:
        from eitc_desktop.gui.widgets.short_scroll import ShortScroll

        scroll = ShortScroll(_TALLEST, self)
        page = self.new_page(scroll.content)
        inner = QVBoxLayout(scroll.content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        return page

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page, or bring it up to date, before it is seen."""
        super().showEvent(event)
        if self._page is None:
            self._page = self._set_up()
        self.catch_up()
