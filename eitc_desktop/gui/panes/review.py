"""审阅: everything that reviewers entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk


class ReviewPane(QWidget):
    """Makes its page when it is first shown: until then it only takes note of what there is to show."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    place_requested = Signal(object)  # Span
    notice_given = Signal(str)
    opinion_requested = Signal(object)  # FactRef, Span, or None for the provision as a whole

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._desk: ReviewDesk | None = None
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show what *desk* holds from now on."""
        self._desk = desk

    def show_provision(self, provision: Provision, mapping: DutyMapping) -> None:
        """Show the review of *provision*."""

    def show_selected(self, ref: FactRef) -> None:
        """Point out what was entered on *ref*."""

    def go_to_filter(self) -> None:
        """Give the keyboard to the line that filters."""
