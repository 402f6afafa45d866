"""Draw the icons' lines out of Lucide, and the program's icon: ``python tools/icons.py`` (needs npm and the development
environment).

The npm package ``lucide-static`` (ISC, in part MIT) holds SVG files; what the program uses of them becomes one file of
lines and curves that it draws itself: to load QtSvg at the start takes longer than to draw all icons. The program's own
icon is rendered from ``resources/icons/eitc-desktop*.svg``, drawn by hand. A second run writes the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib import SVGPath
from npm_package import Package
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from eitc_desktop.gui.icons import WINDOW_ICON_SIZES, Icon
from eitc_desktop.gui.theme import DARK, LIGHT

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "icons"
PACKAGING = ROOT / "packaging" / "linux" / "icons"

LUCIDE = Package("lucide-static", "1.62.0", "386f9080c440d6f5049cefe3456ae8357f7a0c7f76e59670cd1cb83bc7050a44")
HEADER = f"""\
# Lucide {LUCIDE.version}, https://lucide.dev, licence beside this file. Made by tools/icons.py.
# Lines on a field of 24 x 24: M moves, L draws a line, C a cubic curve, Z closes.
"""
LETTERS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z", "endPath": ""}
ARROW_SIDE = 12
SMALL = 32
"""Up to this many pixels the program's icon is the simpler drawing."""


def drawing(svg: Path) -> str:
    """Return the lines of an icon, space between all letters and numbers."""
    for element in ET.parse(svg).iter():  # noqa: S314  pinned by digest
        if element.get("fill", "none") != "none" or element.get("transform") is not None:
            sys.exit(f"{svg.name} is not made of lines alone")
    pen = RecordingPen()
    SVGPath(str(svg)).draw(pen)
    words: list[str] = []
    for operation, points in pen.value:
        words.append(LETTERS[operation])
        words += [f"{round(float(number), 2):g}" for point in points for number in point]
    return " ".join(word for word in words if word)


def render(svg: Path, png: Path, side: int) -> None:
    """Write *svg* as a picture of *side* pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        QSvgRenderer(str(svg)).render(painter)
    if not image.save(str(png)):
        sys.exit(f"{png} can't be written")


def draw_arrow(colour: str, png: Path, scale: int) -> None:
    """Write the arrow of choices: a style sheet can't draw it, and takes pictures from files only."""
    image = QImage(ARROW_SIDE * scale, ARROW_SIDE * scale, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.setPen(QPen(QColor(colour), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(2, 4), QPointF(6, 8), QPointF(10, 4)])
    if not image.save(str(png)):
        sys.exit(f"{png} can't be written")


def draw_arrows(target: Path) -> None:
    """Write the arrows of both palettes, each in two densities."""
    for palette in (LIGHT, DARK):
        name = "arrow-dark" if palette.dark else "arrow-light"
        draw_arrow(palette.muted, target / f"{name}.png", 1)
        draw_arrow(palette.muted, target / f"{name}@2x.png", 2)


def main() -> None:
    """Fetch, draw, render."""
    parser = argparse.ArgumentParser(description="Draw the icons.")
    parser.add_argument("--target", type=Path, default=TARGET, help="where they go (resources/icons)")
    target: Path = parser.parse_args().target
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        lucide = LUCIDE.unpack(Path(scratch))
        names = sorted({icon.value for icon in Icon})
        lines = [f"{name} {drawing(lucide / 'icons' / f'{name}.svg')}\n" for name in names]
        (target / "lucide.txt").write_text(HEADER + "".join(lines), encoding="ascii", newline="\n")
        shutil.copyfile(lucide / "LICENSE", target / "lucide-LICENSE.txt")
    for side in WINDOW_ICON_SIZES:
        svg = TARGET / ("eitc-desktop-small.svg" if side <= SMALL else "eitc-desktop.svg")
        render(svg, target / f"eitc-desktop-{side}.png", side)
        svg = PACKAGING / ("eitcreview-small.svg" if side <= SMALL else "eitcreview.svg")
        render(svg, (PACKAGING if target == TARGET else target) / f"eitcreview-{side}.png", side)
    draw_arrows(target)
    print(f"{len(names)} icons, the program's in {len(WINDOW_ICON_SIZES)} sizes")


if __name__ == "__main__":
    main()
