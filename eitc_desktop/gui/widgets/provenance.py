"""Where a shown fact comes from, told apart by word and shape as well as by colour."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eitc_desktop.gui.theme import Tokens


class Provenance(StrEnum):
    """Stated in the text, derived by arithmetic, judged by somebody, or entered by the user."""

    STATED = "stated"
    DERIVED = "derived"
    JUDGED = "judged"
    ENTERED = "entered"


def provenance_word(provenance: Provenance) -> str:
    """Return the interface's word: 原文, 推算, 研判 or 录入."""
    match provenance:
        case Provenance.STATED:
            return QCoreApplication.translate("Provenance", "原文")
        case Provenance.DERIVED:
            return QCoreApplication.translate("Provenance", "推算")
        case Provenance.JUDGED:
            return QCoreApplication.translate("Provenance", "研判")
        case Provenance.ENTERED:
            return QCoreApplication.translate("Provenance", "录入")


def provenance_colour(tokens: Tokens, provenance: Provenance) -> str:
    """Return the colour of a provenance as #RRGGBB."""
    match provenance:
        case Provenance.STATED:
            return tokens.accent
        case Provenance.DERIVED:
            return tokens.derived
        case Provenance.JUDGED:
            return tokens.judged
        case Provenance.ENTERED:
            return tokens.entered


def paint_provenance(painter: QPainter, box: QRectF, tokens: Tokens, provenance: Provenance) -> None:
    """Paint the tag into *box*: 原文 in a solid frame, 推算 dashed, 研判 in a lozenge, 录入 in a double frame."""
    colour = QColor(provenance_colour(tokens, provenance))
    pen = QPen(colour, 1.0)
    if provenance is Provenance.DERIVED:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if provenance is Provenance.JUDGED:
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    else:
        painter.drawRect(frame)
    if provenance is Provenance.ENTERED:
        painter.drawRect(frame.adjusted(2, 2, -2, -2))
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, provenance_word(provenance))
    painter.restore()


def provenance_size(metrics: QFontMetricsF, provenance: Provenance) -> QSize:
    """Return the size of a tag in logical pixels."""
    width = metrics.horizontalAdvance(provenance_word(provenance))
    return QSize(round(width) + 12, round(metrics.height()) + 4)


class ProvenanceTag(QWidget):
    """A small tag with the word of a provenance."""

    def __init__(self, tokens: Tokens, provenance: Provenance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provenance = provenance
        font = self.font()
        font.setPointSizeF(tokens.font_small)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(provenance_word(provenance))

    @property
    def provenance(self) -> Provenance:
        """What the tag says."""
        return self._provenance

    def sizeHint(self) -> QSize:
        return provenance_size(QFontMetricsF(self.font()), self._provenance)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            paint_provenance(painter, QRectF(self.rect()), self._tokens, self._provenance)
