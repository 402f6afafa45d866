"""To the printer: the pages as composed, on sheets of their size, as many as the printer's dialog says.

The printer here is Qt's own that writes a PDF file: nothing of the computer's print service is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from eitc_desktop.composing.page import A3, A4
from eitc_desktop.drawing.shapes import MM, Document, Drawing, Face, Rect, Run, Style, Text
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.printing.printer import layout_of, print_pages

MakeDialog = Callable[..., PrintDialog]

_REFUSING = pytest.mark.qt_log_ignore("Returned false$", extend=True)  # Qt says so too


def page(words: str, paper: tuple[float, float] = A4) -> Drawing:
    area = Rect(50, 50, 200, 20)
    return Drawing(*paper, texts=(Text(words, (Run(words, 50, 65),), Style(Face.SONG, 14), area),))


def document(count: int, paper: tuple[float, float] = A4) -> Document:
    return Document("某表", tuple(page(f"P{number}", paper) for number in range(1, count + 1)))


def printer_for(path: Path, first: Drawing) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(first))
    return printer


def read(path: Path) -> list[tuple[str, float, float]]:
    """The first words of each page of a file, and its size in points."""
    opened = pypdfium2.PdfDocument(path)
    pages = [
        (opened[number].get_textpage().get_text_range().split("\n")[0].strip(), *opened.get_page_size(number))
        for number in range(len(opened))
    ]
    opened.close()
    return pages


@pytest.mark.parametrize("paper", [A4, A4[::-1], A3, A3[::-1], (300 * MM, 500 * MM)])
def test_pages_are_printed_on_sheets_of_their_size(tmp_path: Path, paper: tuple[float, float]) -> None:
    papers = document(2, paper)
    printer = printer_for(tmp_path / "a.pdf", papers.pages[0])
    lies = paper[0] > paper[1]
    assert printer.pageLayout().orientation() is (
        QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    )
    assert print_pages(papers, printer) == 2
    assert [words for words, _, _ in read(tmp_path / "a.pdf")] == ["P1", "P2"]
    assert [size[1:] for size in read(tmp_path / "a.pdf")] == [pytest.approx(paper, abs=1)] * 2


def test_a_known_sheet_goes_by_its_name() -> None:
    assert layout_of(page("", A4)).pageSize().id() is QPageSize.PageSizeId.A4
    assert layout_of(page("", A3[::-1])).pageSize().id() is QPageSize.PageSizeId.A3


def test_what_stands_at_the_edge_is_printed_there(tmp_path: Path) -> None:
    papers = document(1)
    assert print_pages(papers, printer_for(tmp_path / "a.pdf", papers.pages[0])) == 1
    opened = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    left, bottom, _, top = opened[0].get_textpage().get_charbox(0)
    opened.close()
    assert left == pytest.approx(50, abs=2)
    assert A4[1] - top == pytest.approx(53, abs=3)
    assert bottom < top


def test_a_range_and_the_last_page_first(tmp_path: Path) -> None:
    papers = document(5)
    printer = printer_for(tmp_path / "a.pdf", papers.pages[0])
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    assert print_pages(papers, printer) == 3
    assert [words for words, _, _ in read(tmp_path / "a.pdf")] == ["P2", "P3", "P4"]
    printer = printer_for(tmp_path / "b.pdf", papers.pages[0])
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert print_pages(papers, printer) == 5
    assert [words for words, _, _ in read(tmp_path / "b.pdf")] == ["P5", "P4", "P3", "P2", "P1"]


def test_scattered_pages(tmp_path: Path) -> None:
    papers = document(6)
    printer = printer_for(tmp_path / "a.pdf", papers.pages[0])
    ranges = QPageRanges()
    ranges.addPage(1)
    ranges.addRange(5, 6)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(ranges)
    assert print_pages(papers, printer) == 3
    assert [words for words, _, _ in read(tmp_path / "a.pdf")] == ["P1", "P5", "P6"]


@pytest.mark.parametrize(("collate", "order"), [(True, ["P1", "P2", "P1", "P2"]), (False, ["P1", "P1", "P2", "P2"])])
def test_copies_are_painted_where_the_printer_makes_none(tmp_path: Path, *, collate: bool, order: list[str]) -> None:
    papers = document(2)
    printer = printer_for(tmp_path / "a.pdf", papers.pages[0])
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    assert print_pages(papers, printer) == 2
    assert [words for words, _, _ in read(tmp_path / "a.pdf")] == order


def test_on_another_sheet_a_page_is_made_to_fit_whole(tmp_path: Path) -> None:
    papers = document(1, A3)
    printer = printer_for(tmp_path / "a.pdf", papers.pages[0])
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert print_pages(papers, printer) == 1
    assert read(tmp_path / "a.pdf")[0][1:] == pytest.approx(A4, abs=1)
    opened = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    left = opened[0].get_textpage().get_charbox(0)[0]
    opened.close()
    assert left == pytest.approx(50 / 2**0.5, abs=2)


@_REFUSING
def test_a_printer_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    printer = printer_for(tmp_path / "没有" / "a.pdf", page(""))
    assert print_pages(document(1), printer) == 0


def test_the_dialogs_own_way_to_the_printer(qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path) -> None:
    dialog = make_dialog("duties")
    assert dialog.job is not None
    dialog.print_button.click()
    printing = dialog.printing
    assert printing is not None
    assert printing.dialog.isVisible()
    assert printing.dialog.windowModality().name == "WindowModal"
    assert (printing.dialog.minPage(), printing.dialog.maxPage()) == (1, len(dialog.job.document.pages))
    printing.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing.printer.setOutputFileName(str(tmp_path / "表.pdf"))
    printing.printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))  # as Qt's dialog does on CUPS, unasked
    with qtbot.waitSignal(printing.printed) as printed:
        printing.dialog.done(QDialog.DialogCode.Accepted)
    assert printed.args == [len(dialog.job.document.pages)]
    first = dialog.job.document.pages[0]
    sizes = [size[1:] for size in read(tmp_path / "表.pdf")]
    assert sizes == [pytest.approx((first.width, first.height), abs=1)] * len(dialog.job.document.pages)
    dialog.reject()


def test_a_dialog_that_is_left_prints_nothing(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("quotas")
    dialog.print_button.click()
    printing = dialog.printing
    assert printing is not None
    with qtbot.waitSignal(printing.finished), qtbot.assertNotEmitted(printing.printed):
        printing.dialog.reject()
    assert dialog.isVisible()
    assert dialog.findChildren(MessageDialog) == []
    dialog.reject()


@_REFUSING
def test_a_printer_that_refuses_is_told_in_words(qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path) -> None:
    dialog = make_dialog("quotas")
    dialog.print_button.click()
    printing = dialog.printing
    assert printing is not None
    printing.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing.printer.setOutputFileName(str(tmp_path / "没有" / "表.pdf"))
    with qtbot.waitSignal(printing.not_printed):
        printing.dialog.done(QDialog.DialogCode.Accepted)
    (message,) = dialog.findChildren(MessageDialog)
    assert "打印机没有接受" in message.words
    message.accept()
    dialog.reject()
