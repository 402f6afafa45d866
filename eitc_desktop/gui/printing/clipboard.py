"""A page for the clipboard: as a picture, as SVG and as PDF, for whatever the other program takes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.printing.pdf import pdf_of
from eitc_desktop.gui.printing.png import image_of
from eitc_desktop.gui.printing.svg import svg_of


def mime_of(page: Drawing, title: str, dpi: float = 200, fonts: PaperFonts | None = None) -> QMimeData:
    """Return *page* for the clipboard.

    It holds no plain text: office programs would paste that instead of the picture.

    Raises:
        PictureTooLarge: the picture would have more pixels than can be held.
    """
    fonts = PaperFonts() if fonts is None else fonts
    data = QMimeData()
    data.setImageData(image_of(page, dpi, fonts))
    data.setData("image/svg+xml", svg_of(page, title, QtMeasurer(fonts)))
    data.setData("application/pdf", pdf_of(Document(title, (page,)), fonts))
    return data
