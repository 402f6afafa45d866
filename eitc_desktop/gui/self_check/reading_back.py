"""Reading what the program wrote: the pages and the words of a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QXmlStreamReader
from PySide6.QtGui import QImage

from eitc_desktop.gui.self_check.scene import is_drawn_on, require
from eitc_desktop.services.print_files import format_of
from eitc_desktop.services.print_request import FileFormat


class Words(NamedTuple):
    """Pages (of Excel: sheets; of Word always 1), and the words without blanks and line ends.

    Of a PDF they are those of the first and the last page: to read them all would take as long as to make them.
    """

    pages: int
    text: str


def words_in(path: Path) -> Words:
    """Return what stands in a file that a paper was saved as.

    Raises:
        NotAsItShould: if there is none, or it isn't what its name says.
    """
    require(path.is_file() and path.stat().st_size, f"没有写出 {path.name}")
    match format_of(path):
        case FileFormat.PDF:
            return _pdf(path)
        case FileFormat.SVG:
            return _svg(path)
        case FileFormat.PNG:
            image = QImage(str(path))
            require(not image.isNull(), f"{path.name} 不是图片")
            require(is_drawn_on(image), f"{path.name} 是一片空白")
            return Words(1, "")
        case FileFormat.WORD:
            return _word(path)
        case FileFormat.EXCEL:
            return _excel(path)


def _pdf(path: Path) -> Words:
    from pypdf import PdfReader

    with PdfReader(path) as reader:
        count = len(reader.pages)
        return Words(count, _joined(reader.pages[number].extract_text() for number in sorted({0, count - 1})))


def _svg(path: Path) -> Words:
    reader = QXmlStreamReader(path.read_text(encoding="utf-8"))
    found: list[str] = []
    while not reader.atEnd():
        if reader.readNext() is QXmlStreamReader.TokenType.Characters:
            found.append(reader.text())
    require(not reader.hasError(), f"{path.name} 不是 XML：{reader.errorString()}")
    return Words(1, _joined(found))


def _word(path: Path) -> Words:
    from docx import Document
    from docx.oxml.ns import qn

    body = Document(str(path)).element.body
    return Words(1, _joined(node.text or "" for node in body.iter(qn("w:t"))))


def _excel(path: Path) -> Words:
    from openpyxl import load_workbook

    book = load_workbook(path)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row]
    sheets = len(book.worksheets)
    book.close()
    return Words(sheets, _joined(str(cell) for cell in cells if cell is not None))


def _joined(parts: Iterable[str]) -> str:
    return "".join("".join(parts).split())
