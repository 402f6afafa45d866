"""Words in a cell that each lead to a place of their own, one behind the other and on into the next line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QTextLayout

from eitc_desktop.gui.models.split_rows import Chip
from eitc_desktop.gui.models.splits import LEAD_SYMBOL
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import wrapped_layout
from eitc_desktop.gui.wording import listed

_BETWEEN = listed(("", ""))


class PlacedChip(NamedTuple):
    """A chip, its words with the mark that joins it to the next, and where they stand in the cell."""

    chip: Chip
    words: str
    box: QRectF


class PlacedChips(NamedTuple):
    """The chips of one cell; ``top`` is the height of the line that says who leads, 0 without one."""

    chips: tuple[PlacedChip, ...]
    height: float
    top: float

    def at(self, place: QPointF) -> Chip | None:
        """Return the chip at *place*, or the nearest before it in its line; None where the cell is empty."""
        lines = [one for one in self.chips if one.box.top() <= place.y()] or self.chips[:1]
        beside = [one for one in lines if one.box.top() == lines[-1].box.top()] if lines else []
        return next((one.chip for one in reversed(beside) if one.box.left() <= place.x()), None) or (
            beside[0].chip if beside else None
        )


def pitch_of(font: QFont, tokens: Tokens) -> float:
    """Return the distance from line to line in a cell, in logical pixels."""
    return max(tokens.line_spacing * QFontInfo(font).pixelSize(), QFontMetricsF(font).height())


def place_chips(chips: Sequence[Chip], width: float, font: QFont, tokens: Tokens) -> PlacedChips:
    """Lay *chips* out in lines of *width*; one that is longer than a line is wrapped. All in logical pixels."""
    metrics, pitch = QFontMetricsF(font), pitch_of(font, tokens)
    top = pitch if any(chip.lead for chip in chips) else 0.0
    placed: list[PlacedChip] = []
    x, y = 0.0, top
    for number, chip in enumerate(chips):
        words = chip.words if number == len(chips) - 1 else f"{chip.words}{_BETWEEN}"
        wanted = metrics.horizontalAdvance(words)
        if x > 0 and x + wanted > width:
            x, y = 0.0, y + pitch
        if wanted > width:
            height = wrapped_layout(words, metrics, QTextLayout(words, font), width, pitch)
            placed.append(PlacedChip(chip, words, QRectF(0.0, y, width, height)))
            y += height
        else:
            placed.append(PlacedChip(chip, words, QRectF(x, y, wanted, pitch)))
            x += wanted
    return PlacedChips(tuple(placed), y + pitch if x > 0 or not placed else y, top)


def paint_chips(painter: QPainter, placed: PlacedChips, at: QPointF, font: QFont, tokens: Tokens, lead: str) -> None:
    """Paint chips with their upper left corner *at*; *lead* are the words for the one that leads."""
    pitch = pitch_of(font, tokens)
    bold = QFont(font)
    bold.setBold(True)
    painter.save()
    painter.translate(at)
    if placed.top:
        painter.setPen(QColor(tokens.text))
        painter.setFont(bold)
        width = QFontMetricsF(bold).horizontalAdvance(f"{LEAD_SYMBOL} {lead}") + 1
        painter.drawText(QRectF(0.0, 0.0, width, placed.top), Qt.AlignmentFlag.AlignVCenter, f"{LEAD_SYMBOL} {lead}")
    painter.setPen(QColor(tokens.accent))
    painter.setFont(font)
    for one in placed.chips:
        layout = QTextLayout()
        layout.setFont(font)
        wrapped_layout(one.words, QFontMetricsF(font), layout, one.box.width() + 1, pitch)
        layout.draw(painter, one.box.topLeft())
    painter.restore()
