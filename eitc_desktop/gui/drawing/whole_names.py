"""Names that are set in several runs and still are found and copied as one string."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTransform

from eitc_desktop.drawing.shapes import Run, Text
from eitc_desktop.gui.drawing.glyphs import EM
from eitc_desktop.gui.drawing.measurer import ASCENT, DESCENT


def is_broken(text: Text) -> bool:
    """Say whether a name that is to be found whole is set in more than one upright run."""
    return text.as_one and (len(text.runs) > 1 or any(run.turned for run in text.runs) or is_altered(text))


def is_altered(text: Text) -> bool:
    """Say whether the runs show other characters than the words have: vertical forms, say."""
    return "".join(run.words for run in text.runs) != text.words


def is_vertical(runs: Sequence[Run]) -> bool:
    """Say whether the characters stand one under the other."""
    return 2 * sum(run.turned or len(run.words) == 1 for run in runs) > len(runs)


def over_runs(text: Text, lengths: Sequence[float], advance: float) -> QTransform:
    """Return what lays the words, set in one line of *advance* ems from the origin, over the runs of *text*.

    *lengths* are those of the runs in points.
    """
    size = text.style.size
    left = min(run.x - DESCENT * size if run.turned else run.x for run in text.runs)
    top = min(run.y if run.turned else run.y - ASCENT * size for run in text.runs)
    ends = list(zip(text.runs, lengths, strict=True))
    right = max(run.x + (ASCENT * size if run.turned else length) for run, length in ends)
    bottom = max(run.y + (length if run.turned else DESCENT * size) for run, length in ends)
    along = max(advance, 0.01) * EM
    if is_vertical(text.runs):
        across, down = (right - left) / EM, (bottom - top) / along
        return QTransform(0, down, -across, 0, left + DESCENT * (right - left), top)
    return QTransform((right - left) / along, 0, 0, (bottom - top) / EM, left, bottom - DESCENT * (bottom - top))
