"""Shapes of characters in a PDF: each is stored once and placed as often as it occurs.

A name set character by character would come back from a PDF in pieces if its characters were text.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath, QTransform

from eitc_desktop.drawing.shapes import Face, Style
from eitc_desktop.gui.drawing.glyphs import EM, PaperFonts
from eitc_desktop.gui.drawing.painter import PlacedChar, rect_of

ShapeKey = tuple[Face, bool, str]
"""A character in a face, bold or not."""


class PdfOutlines:
    """The shapes on one page, as operators of its content; takes them from the painter.

    ``names`` (shared by the pages of a file) gives each shape the name under which the page finds it.
    """

    def __init__(self, height: float, names: dict[ShapeKey, str]) -> None:
        self._height = height
        self._names = names
        self._content: list[str] = []
        self.used: dict[str, ShapeKey] = {}

    def add(
        self, chars: Sequence[PlacedChar], style: Style, color: QColor, place: QTransform, clip: QRectF | None
    ) -> None:
        """Take the characters of a name (see the painter's OutlineSink)."""
        operators = ["q"]
        if clip is not None:
            x, y, width, height = rect_of(clip)
            operators.append(f"{number(x)} {number(self._height - y - height)} {number(width)} {number(height)} re W n")
        operators.append(f"{' '.join(number(part / 255) for part in (color.red(), color.green(), color.blue()))} rg")
        scale = place.m11() * style.size / EM
        corner = f"{number(place.dx())} {number(self._height - place.dy())}"
        operators.append(f"{number(scale)} 0 0 {number(scale)} {corner} cm")
        x, y = 0, 0  # in thousandths of an em from here on, y upwards
        for char, left, base, turned in chars:
            key = (style.face, style.bold, char)
            name = self._names.setdefault(key, f"C{len(self._names)}")
            self.used[name] = key
            to_x, to_y = round(left * EM / style.size), round(-base * EM / style.size)
            operators.append(f"1 0 0 1 {to_x - x} {to_y - y} cm")
            operators.append(f"q 0 -1 1 0 0 0 cm /{name} Do Q" if turned else f"/{name} Do")
            x, y = to_x, to_y
        operators.append("Q\n")
        self._content.append("\n".join(operators))

    def content(self) -> bytes:
        """Return the operators; empty where there are no shapes."""
        return "".join(self._content).encode("ascii")


def shape(key: ShapeKey, fonts: PaperFonts) -> tuple[bytes, tuple[float, ...]]:
    """Return the operators that fill a shape, y upwards, and its bounding box."""
    face, bold, char = key
    path = fonts.outline(char, face, bold=bold)
    bounds = path.controlPointRect().adjusted(-1, -1, 1, 1)
    box = (bounds.left(), -bounds.bottom(), bounds.right(), -bounds.top())
    return _operators(path), tuple(round(edge) for edge in box)


def number(value: float) -> str:
    """Write a number as short as a PDF reads it: five places are a hundredth of a point for a whole em."""
    return f"{value:.5f}".rstrip("0").rstrip(".") if value else "0"


def _operators(path: QPainterPath) -> bytes:
    """Outlines of fonts are filled by the nonzero rule; they have whole numbers in units of EM."""
    parts: list[str] = []
    count = path.elementCount()
    at = 0
    while at < count:
        element = path.elementAt(at)
        if element.isCurveTo():
            points = [path.elementAt(at + step) for step in range(3)]
            parts.append(" ".join(f"{point.x:.4g} {-point.y:.4g}" for point in points) + " c")
            at += 3
        else:
            parts.append(f"{element.x:.4g} {-element.y:.4g} {'m' if element.isMoveTo() else 'l'}")
            at += 1
    return ("\n".join(parts) + "\nf\n").encode("ascii") if parts else b""
