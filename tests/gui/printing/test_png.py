from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.printing.clipboard import mime_of
from eitc_desktop.gui.printing.png import PictureTooLarge, numbered, png_of, pngs_of


def test_a_picture_has_the_pixels_of_its_resolution_and_tells_it(paper: Drawing, fonts: PaperFonts) -> None:
    for dpi, size in ((72, (595, 842)), (150, (1240, 1754))):
        image = QImage.fromData(png_of(paper, dpi, fonts))
        assert (image.width(), image.height()) == size
        assert image.dotsPerMeterX() == image.dotsPerMeterY() == round(dpi / 0.0254)
        assert image.pixel(0, 0) == 0xFFFFFFFF
        assert image.pixel(round(61 * dpi / 72), round(330 * dpi / 72)) == 0xFFEEEEEE


def test_one_file_for_each_page_and_the_same_each_time(paper: Drawing, fonts: PaperFonts) -> None:
    document = Document("图", (paper, Drawing(50, 50)))
    files = pngs_of(document, "图", 60, fonts)
    assert [name for name, _ in files] == ["图-1.png", "图-2.png"]
    assert files == pngs_of(document, "图", 60, PaperFonts(bundled_only=True))


def test_numbers_of_many_files_sort_as_they_count() -> None:
    names = numbered("图", "png", 25)
    assert (names[0], names[-1]) == ("图-01.png", "图-25.png")
    assert names == sorted(names)


def test_a_picture_that_no_memory_holds_is_refused(paper: Drawing) -> None:
    with pytest.raises(PictureTooLarge, match="图片过大：165354 × 233858 像素"):
        png_of(paper, 20_000)


def test_the_clipboard_has_picture_svg_and_pdf_but_no_words(paper: Drawing, fonts: PaperFonts) -> None:
    data = mime_of(paper, "机构设置图", 100, fonts)
    assert data.hasImage()
    assert QImage(data.imageData()).width() == 827
    assert b"<title>" in bytes(data.data("image/svg+xml").data())
    assert bytes(data.data("application/pdf").data()).startswith(b"%PDF-1.4")
    assert not data.hasText()
