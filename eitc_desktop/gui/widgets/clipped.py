"""Running text cut off after some lines, with … at the end of the last one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from eitc_desktop.gui.widgets.labels import wrapped_layout


def clipped_layout(
    text: str, metrics: QFontMetricsF, layout: QTextLayout, width: float, pitch: float, lines: int
) -> tuple[float, bool]:
    """Lay *text* out in at most *lines* lines, else as :func:`wrapped_layout`; return the height and if it was cut."""
    height = wrapped_layout(text, metrics, layout, width, pitch)
    if layout.lineCount() <= lines:
        return height, False
    start = layout.lineAt(lines - 1).textStart()
    units = layout.text().encode("utf-16-le")  # Qt counts in UTF-16 units
    kept = units[: 2 * start].decode("utf-16-le")
    rest, more, _ = units[2 * start :].decode("utf-16-le").partition("\u2028")
    last = metrics.elidedText(f"{rest}…" if more else rest, Qt.TextElideMode.ElideRight, width)
    return wrapped_layout(kept + last, metrics, layout, width, pitch), True
