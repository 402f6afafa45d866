"""A way from one fact to the page of another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.word_link import WordLink
from eitc_desktop.model.facts import FactRef


class FactLink(WordLink):
    """Wrapped words that a click, Enter or Space follows to a fact."""

    fact_chosen = Signal(object)  # FactRef

    def __init__(self, tokens: Tokens, text: str, ref: FactRef, parent: QWidget | None = None) -> None:
        super().__init__(tokens, text, parent)
        self.point_to(text, ref)

    def point_to(self, text: str, ref: FactRef) -> None:
        """Be the way to *ref*, which *text* names."""
        self._ref = ref
        self.setText(text)
        self.setAccessibleName(self.tr("查看 {0}").format(text))

    def follow(self) -> None:
        """Ask for the fact's page."""
        self.fact_chosen.emit(self._ref)
