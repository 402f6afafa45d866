"""Pages as files: PDF for all of them, SVG and PNG one each."""

from __future__ import annotations

from pathlib import Path

from eitc_desktop.drawing.shapes import Document
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.services.print_files import write_files
from eitc_desktop.services.print_request import FileFormat


def save_pages(
    document: Document, path: Path, form: FileFormat, dpi: int, fonts: PaperFonts | None = None
) -> tuple[Path, ...]:
    """Save *document*, set with *fonts*, as *form* at *path* and return the files: as SVG and PNG one a page.

    Raises:
        EitcError: if they can't be made or written; none is there then.
    """
    files = _files(document, path, form, dpi, PaperFonts() if fonts is None else fonts)
    write_files(files)
    return tuple(each for each, _data in files)


def _files(document: Document, path: Path, form: FileFormat, dpi: int, fonts: PaperFonts) -> list[tuple[Path, bytes]]:
    match form:
        case FileFormat.SVG:
            from eitc_desktop.gui.printing.svg import svgs_of

            named = svgs_of(document, path.stem, QtMeasurer(fonts))
        case FileFormat.PNG:
            from eitc_desktop.gui.printing.png import pngs_of

            named = pngs_of(document, path.stem, dpi, fonts)
        case _:
            from eitc_desktop.gui.printing.pdf import pdf_of

            return [(path, pdf_of(document, fonts))]
    if len(named) == 1:
        return [(path, named[0][1])]
    return [(path.with_name(name), data) for name, data in named]
