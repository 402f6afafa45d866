"""Made-up tables, and ways to read pages again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from eitc_desktop.drawing.shapes import Document, Drawing, Text


@pytest.fixture(scope="session")
def texts_of() -> Callable[[Document | Drawing], list[Text]]:
    """All texts of a document or page in the order in which they are read, parts included."""
    return lambda paper: [
        text for page in (paper.pages if isinstance(paper, Document) else (paper,)) for text in _texts(page)
    ]


def _texts(drawing: Drawing) -> Iterator[Text]:
    yield from drawing.texts
    for part in drawing.parts:
        yield from _texts(part.drawing)
