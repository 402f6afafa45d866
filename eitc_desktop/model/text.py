"""Words of a provision and where they stand."""

from __future__ import annotations

from eitc_desktop.records import record


@record(order=True)
class Span:
    """Half-open range ``[start, end)`` in code points of the normalised text.

    Raises:
        ValueError: if the range is negative or runs backwards.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of *text* in this span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether *other* lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


@record
class Quote:
    """Words exactly as the provision writes them: ``text == span.of(provision.text)``."""

    text: str
    span: Span

    def __str__(self) -> str:
        return self.text
