"""Documents as PDF: Qt draws the pages and embeds the fonts, pypdf finishes the file.

The same document gives the same bytes: nothing of the clock, no chance numbers.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.painter import paint
from eitc_desktop.gui.printing.pdf_finish import finished
from eitc_desktop.gui.printing.pdf_outlines import PdfOutlines, ShapeKey

_RESOLUTION = 1200  # dots per inch


def pdf_of(document: Document, fonts: PaperFonts | None = None) -> bytes:
    """Return *document*, which has a page at least, as a PDF file. *fonts*, where given, are those it was set with."""
    fonts = PaperFonts() if fonts is None else fonts
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    _set_page(writer, document.pages[0])
    painter = QPainter(writer)
    names: dict[ShapeKey, str] = {}
    outlines: list[PdfOutlines] = []
    for number, page in enumerate(document.pages):
        if number:
            _set_page(writer, page)
            writer.newPage()
        outlines.append(PdfOutlines(page.height, names))
        painter.save()
        painter.scale(_RESOLUTION / 72, _RESOLUTION / 72)
        paint(painter, page, fonts=fonts, outlines=outlines[-1])
        painter.restore()
    painter.end()
    return finished(bytes(buffer.data().data()), document, outlines, fonts)


def _set_page(writer: QPdfWriter, page: Drawing) -> None:
    size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
