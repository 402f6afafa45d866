"""Pages as pictures of pixels."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.painter import paint
from eitc_desktop.phrases import Phrase

_MOST = 200_000_000
"""Pixels of a picture (0.8 GB): A0 at 300 dpi has 140 million."""


class PictureTooLarge(EitcError):
    """So many pixels that the computer would have no memory left for them."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(Phrase("Errors", "图片过大：{0} × {1} 像素。请降低分辨率，或输出为 PDF"), width, height)


def image_of(page: Drawing, dpi: float, fonts: PaperFonts | None = None) -> QImage:
    """Return *page* on white at *dpi* dots per inch.

    Raises:
        PictureTooLarge: it would have more pixels than can be held.
    """
    width, height = max(1, round(page.width * dpi / 72)), max(1, round(page.height * dpi / 72))
    image = QImage(width, height, QImage.Format.Format_RGB32) if width * height <= _MOST else QImage()
    if image.isNull():
        raise PictureTooLarge(width, height)
    image.fill(0xFFFFFFFF)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    painter = QPainter(image)
    painter.scale(width / page.width, height / page.height)
    paint(painter, page, fonts=fonts)
    painter.end()
    return image


def png_of(page: Drawing, dpi: float = 150, fonts: PaperFonts | None = None) -> bytes:
    """Return *page* as a PNG file that tells its resolution.

    Raises:
        PictureTooLarge: it would have more pixels than can be held.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(page, dpi, fonts))
    return bytes(buffer.data().data())


def pngs_of(
    document: Document, stem: str, dpi: float = 150, fonts: PaperFonts | None = None
) -> list[tuple[str, bytes]]:
    """Return a file for each page, with its name: ``stem.png``, or ``stem-1.png``, ``stem-2.png`` … of several.

    Raises:
        PictureTooLarge: a page would have more pixels than can be held.
    """
    fonts = PaperFonts() if fonts is None else fonts
    names = numbered(stem, "png", len(document.pages))
    return [(name, png_of(page, dpi, fonts)) for name, page in zip(names, document.pages, strict=True)]


def numbered(stem: str, ending: str, count: int) -> list[str]:
    """Return names for *count* files; the numbers of many sort as they count."""
    if count == 1:
        return [f"{stem}.{ending}"]
    digits = len(str(count))
    return [f"{stem}-{number:0{digits}d}.{ending}" for number in range(1, count + 1)]
