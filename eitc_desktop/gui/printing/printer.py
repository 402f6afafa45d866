"""To the printer. Nothing of Qt's printing is loaded, and no printer asked for, before somebody wants to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.painter import paint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

_PORTRAIT, _LANDSCAPE = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape


class Printing(QObject):
    """Prints *document* once: asks for the printer in the system's own dialog, over *window*, and is gone then."""

    begun = Signal()  # pages are about to be sent: the window stands still meanwhile
    printed = Signal(int)  # pages sent, copies counted once
    not_printed = Signal()
    finished = Signal()

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        # to make a QPrinter is to ask the system's print service
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._document = document
        self.printer: QPrinter = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setFullPage(True)
        self.printer.setDocName(document.title)
        self.printer.setPageLayout(layout_of(document.pages[0]))
        self.dialog: QPrintDialog = QPrintDialog(self.printer, window)
        self.dialog.setMinMax(1, len(document.pages))
        self.dialog.setFromTo(1, len(document.pages))
        self.dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, len(document.pages) > 1)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.finished.connect(self._go_on)

    def ask(self) -> None:
        """Show the system's dialog; nothing waits for the answer."""
        self.dialog.show()  # modal over its window, as open() would have it; that of Qt's own takes a slot besides

    @Slot(int)
    def _go_on(self, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            # On CUPS, Qt's dialog takes the queue's own default paper instead, unasked: what was previewed counts.
            self.printer.setPageLayout(layout_of(self._document.pages[0]))
            self.begun.emit()
            pages = print_pages(self._document, self.printer)
            if pages:
                self.printed.emit(pages)
            else:
                self.not_printed.emit()
        self.finished.emit()
        self.dialog.deleteLater()
        self.deleteLater()


def layout_of(page: Drawing) -> QPageLayout:
    """Return the sheet of *page* without margins: what is composed has its own."""
    lies = page.width > page.height
    upright = QSizeF(page.height, page.width) if lies else QSizeF(page.width, page.height)
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(size, _LANDSCAPE if lies else _PORTRAIT, QMarginsF())


def print_pages(document: Document, printer: QPrinter) -> int:
    """Send the pages that the printer's dialog asks for, and return how many; 0 if the printer takes none.

    A printer that has no such sheet as a page was composed for gets it made to fit whole on the one it has.
    """
    numbers = _wanted(printer, len(document.pages))
    pages = [document.pages[number] for number in numbers]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    order = pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]
    painter = QPainter()
    if not order or not painter.begin(printer):
        return 0
    fonts = PaperFonts()
    for number, page in enumerate(order):
        if number and not printer.newPage():
            painter.end()
            return 0
        _paint_on(painter, page, printer, fonts)
    return len(pages) if painter.end() else 0


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """Return the pages asked for, from 0, in the order in which they are to come."""
    from PySide6.QtPrintSupport import QPrinter

    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        first, last = printer.fromPage(), min(printer.toPage() or count, count)
    numbers = list(range(first - 1, last))
    ranges = printer.pageRanges()
    if printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        numbers = [number for number in range(count) if ranges.contains(number + 1)]
    return numbers[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else numbers


def _paint_on(painter: QPainter, page: Drawing, printer: QPrinter, fonts: PaperFonts) -> None:
    sheet = printer.pageLayout().fullRectPoints()
    dots = printer.resolution() / 72
    painter.save()
    painter.scale(dots, dots)
    scale = min(sheet.width() / page.width, sheet.height() / page.height)
    if abs(scale - 1) > 0.005:  # whole points of a sheet's size are rounded
        painter.translate((sheet.width() - page.width * scale) / 2, (sheet.height() - page.height * scale) / 2)
        painter.scale(scale, scale)
    paint(painter, page, fonts=fonts)
    painter.restore()
