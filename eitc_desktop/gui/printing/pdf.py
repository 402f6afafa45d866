"""Documents as PDF."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.gui.drawing.painter import paint

_RESOLUTION = 1200  # dots per inch


def pdf_of(document: Document) -> bytes:
    """Return *document* as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(document.title)
    _set_page(writer, document.pages[0])
    painter = QPainter(writer)
    for number, page in enumerate(document.pages):
        if number:
            _set_page(writer, page)
            writer.newPage()
        painter.save()
        painter.scale(_RESOLUTION / 72, _RESOLUTION / 72)
        paint(painter, page)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def _set_page(writer: QPdfWriter, page: Drawing) -> None:
    size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
