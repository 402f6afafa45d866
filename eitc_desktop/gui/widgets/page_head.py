"""What stands above a page of the detail pane, however far it is scrolled: its title, what it is, and its clause."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from eitc_desktop.gui.models.detail_page import Page
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.opinion_offer import opinion_words


class PageHead(QWidget):
    """Stays as the pages change; it has the sizes and colours that were in force when it was made."""

    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef
    opinion_requested = Signal(object)  # FactRef

    def __init__(
        self, tokens: Tokens, page: Page, mark: str, parent: QWidget | None = None, *, offers_review: bool = False
    ) -> None:
        super().__init__(parent)
        t = tokens
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title = WrappedLabel(t, page.title, self, points=t.font_heading, bold=True)
        self._kind = WrappedLabel(t, page.kind, self, muted=True)
        self._mark = ClauseMark(t, mark, page.ref, self)
        self._mark.clause_requested.connect(self.clause_requested)
        self._mark.copy_requested.connect(self.copy_requested)
        copy = self._button(t, self.tr("复制（含出处）"), self.tr("复制原文及其出处"))
        copy.clicked.connect(lambda: self.copy_requested.emit(self._mark.ref))
        line = FlowLayout(t.space_m)
        for widget in (self._kind, self._mark, copy):
            line.addWidget(widget)
        if offers_review:
            give = self._button(t, opinion_words(), self.tr("对这一处添加意见"))
            give.clicked.connect(lambda: self.opinion_requested.emit(self._mark.ref))
            line.addWidget(give)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(t.space_l, t.space_m, t.space_l, t.space_s)
        column.setSpacing(t.space_s)
        column.addWidget(self._title)
        column.addLayout(line)

    def _button(self, t: Tokens, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setStyleSheet(
            f"QToolButton {{ border-color: {t.border}; padding: 1px {t.space_s}px; font-size: {t.font_small}pt; }}"
            f" QToolButton:focus {{ border-color: {t.accent}; }}"
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(tip)
        return button

    def show_page(self, page: Page, mark: str) -> None:
        """Be the head of *page*; *mark* names the clause of its fact."""
        self._title.setText(page.title)
        self._kind.setText(page.kind)
        self._mark.point_to(mark, page.ref)
        self._column.activate()  # before it is painted
