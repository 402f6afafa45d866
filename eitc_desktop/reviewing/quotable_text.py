"""A provision's text as anchors quote it, and where each of its characters stands in the text itself."""

from __future__ import annotations

from bisect import bisect_left

from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.cleaning import quotable


class QuotableText:
    """The *text* without what no anchor may hold, which is nearly always the text itself. Spans of both are converted.

    A plain span counts in ``words``, any other in the text.
    """

    def __init__(self, text: str) -> None:
        self.words = quotable(text)
        self._text = text
        same = len(self.words) == len(text)
        self._places = None if same else [i for i, char in enumerate(text) if quotable(char)]

    def quoted(self, span: Span) -> str:
        """Return the words of the text in *span*, as an anchor quotes them."""
        return quotable(span.of(self._text))

    def of(self, plain: Span) -> str:
        """Return the words at a plain span."""
        return plain.of(self.words)

    def plain(self, span: Span) -> Span:
        """Return where the words in *span* stand in ``words``."""
        if self._places is None:
            return span
        return Span(bisect_left(self._places, span.start), bisect_left(self._places, span.end))

    def span(self, plain: Span) -> Span:
        """Return where in the text a plain span is, which is not empty."""
        if self._places is None:
            return plain
        return Span(self._places[plain.start], self._places[plain.end - 1] + 1)
