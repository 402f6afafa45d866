"""Files of a review that are dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from eitc_desktop.paths import REVIEW_ENDINGS


def dropped_reviews(data: QMimeData) -> tuple[Path, ...]:
    """Return the local files among *data* that may be packages or whole reviews, known by how their names end."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.name.lower().endswith(REVIEW_ENDINGS))
