"""Words of the text with some of them marked as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.model.text import Quote, Span


def evidence_formats(tokens: Tokens, quote: Quote, evidence: Iterable[Span]) -> list[QTextLayout.FormatRange]:
    """Return the looks that mark *evidence*, spans of the whole text, within the words of *quote*."""
    ranges: list[QTextLayout.FormatRange] = []
    for span in evidence:
        if not quote.span.covers(span):
            continue
        start = span.start - quote.span.start
        found = QTextLayout.FormatRange()
        found.start = _units(quote.text[:start])
        found.length = _units(quote.text[start : start + len(span)])
        look = QTextCharFormat()
        look.setBackground(QColor(tokens.highlight))
        look.setForeground(QColor(tokens.text))
        look.setFontUnderline(True)  # pyright: ignore[reportArgumentType]
        found.format = look
        ranges.append(found)
    return ranges


class EvidenceLabel(WrappedLabel):
    """A quotation whose evidence is marked by ground and underline; otherwise a WrappedLabel."""

    def __init__(self, tokens: Tokens, quote: Quote, evidence: Sequence[Span], parent: QWidget | None = None) -> None:
        super().__init__(tokens, quote.text, parent)
        self._quote = quote
        self._evidence = evidence

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks under the words, and a selection as always."""
        if self.selected_words:
            super().paintEvent(event)
            return
        self._lay_out(self.width())
        with QPainter(self) as painter:
            painter.setPen(QPen(QColor(self.ink)))
            formats = evidence_formats(self._tokens, self._quote, self._evidence)
            self._layout.draw(painter, QPointF(0.0, 0.0), formats)


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
