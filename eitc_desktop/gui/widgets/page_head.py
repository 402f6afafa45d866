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


class PageHead(QWidget):
    """Stays as the pages change; it has the sizes and colours that were in force when it was made."""

    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef

    def __init__(self, tokens: Tokens, page: Page, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = tokens
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title = WrappedLabel(t, page.title, self, points=t.font_heading, bold=True)
        self._kind = WrappedLabel(t, page.kind, self, muted=True)
        self._mark = ClauseMark(t, mark, page.ref, self)
        self._mark.clause_requested.connect(self.clause_requested)
        self._mark.copy_requested.connect(self.copy_requested)
        copy = QToolButton(self)
        copy.setText(self.tr("复制（含出处）"))
        copy.setStyleSheet(
            f"QToolButton {{ border-color: {t.border}; padding: 1px {t.space_s}px; font-size: {t.font_small}pt; }}"
            f" QToolButton:focus {{ border-color: {t.accent}; }}"
        )
        copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        copy.setToolTip(self.tr("复制原文及其出处"))
        copy.clicked.connect(lambda: self.copy_requested.emit(self._mark.ref))
        line = FlowLayout(t.space_m)
        for widget in (self._kind, self._mark, copy):
            line.addWidget(widget)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(t.space_l, t.space_m, t.space_l, t.space_s)
        column.setSpacing(t.space_s)
        column.addWidget(self._title)
        column.addLayout(line)

    def show_page(self, page: Page, mark: str) -> None:
        """Be the head of *page*; *mark* names the clause of its fact."""
        self._title.setText(page.title)
        self._kind.setText(page.kind)
        self._mark.point_to(mark, page.ref)
        self._column.activate()  # before it is painted
