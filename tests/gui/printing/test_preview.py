"""The preview is what is printed: the same pages, painted by the same painter."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eitc_desktop.drawing.shapes import Document, Drawing
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.printing.page_bar import PageBar
from eitc_desktop.gui.printing.pdf import pdf_of
from eitc_desktop.gui.printing.preview import PagePreview
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens

MakeDialog = Callable[..., PrintDialog]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def preview(qtbot: QtBot, tokens: Tokens) -> PagePreview:
    preview = PagePreview(tokens)
    qtbot.addWidget(preview)
    preview.resize(700, 500)
    preview.show()
    qtbot.waitExposed(preview)
    return preview


@pytest.fixture
def pages(paper: Drawing) -> Document:
    return Document("某图", (paper,) * 5)


def darkness(image: QImage, cells: int = 24) -> list[float]:
    """Return how dark each of *cells* × *cells* fields is, from 0 to 1."""
    small = image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        cells, cells, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return [1 - small.pixelColor(x, y).lightnessF() for y in range(cells) for x in range(cells)]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("kind", ["chart", "duties", "dossier"])
def test_the_preview_is_the_page_of_the_pdf(
    make_dialog: MakeDialog, tokens: Tokens, kind: str, palette: object
) -> None:
    tokens.wear(palette, 100)  # pyright: ignore[reportArgumentType]
    dialog = make_dialog(kind)
    settle()
    assert dialog.job is not None
    seen = dialog.preview.viewport().grab(dialog.preview.place_of(0)).toImage()
    read = pypdfium2.PdfDocument(pdf_of(dialog.job.document, PaperFonts()))
    bitmap = read[0].render(scale=seen.width() / dialog.job.document.pages[0].width)
    printed = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888
    ).copy()
    read.close()
    assert abs(seen.height() - printed.height()) <= 2
    differences = [abs(a - b) for a, b in zip(darkness(seen), darkness(printed), strict=True)]
    assert max(differences) < 0.12
    assert sum(differences) / len(differences) < 0.015
    assert sum(darkness(printed)) > 1  # there is something to see
    dialog.reject()


def test_a_page_fits_and_follows_the_size_of_the_view(preview: PagePreview, pages: Document) -> None:
    preview.show_document(pages)
    before = preview.zoom
    assert preview.fits
    assert preview.verticalScrollBar().maximum() == preview.horizontalScrollBar().maximum() == 0
    preview.resize(1000, 900)
    settle()
    assert preview.zoom > before
    assert preview.verticalScrollBar().maximum() == 0


def test_zoom_by_key_and_wheel(qtbot: QtBot, preview: PagePreview, pages: Document) -> None:
    preview.show_document(pages)
    fitted = preview.zoom
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.zoom == pytest.approx(fitted * 1.25)
    for _ in range(40):
        qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.zoom == 8
    assert preview.verticalScrollBar().maximum() > 0
    settle()  # only what is seen of so large a page is painted
    for _ in range(40):
        qtbot.keyClick(preview, Qt.Key.Key_Minus)
    assert preview.zoom == pytest.approx(0.1)
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.zoom == pytest.approx(fitted)
    place = QPointF(preview.viewport().rect().center())
    turn = QWheelEvent(
        *(place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(preview.viewport(), turn)
    assert preview.zoom == pytest.approx(fitted * 1.25)


def test_keys_lead_through_the_pages(qtbot: QtBot, preview: PagePreview, pages: Document) -> None:
    preview.show_document(pages)
    seen: list[int] = []
    preview.page_changed.connect(seen.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(preview, key)
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    qtbot.keyClick(preview, Qt.Key.Key_Left)
    assert seen == [1, 2, 4, 3, 0]


def test_a_large_page_is_scrolled_before_the_next_one_comes(
    qtbot: QtBot, preview: PagePreview, pages: Document
) -> None:
    preview.show_document(pages)
    for _ in range(5):
        preview.zoom_by(1)
    bar = preview.verticalScrollBar()
    presses = 0
    while preview.page == 0:
        qtbot.keyClick(preview, Qt.Key.Key_PageDown)
        presses += 1
        assert presses < 30
    assert presses > 1
    assert bar.value() == 0
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert (preview.page, bar.value()) == (0, bar.maximum())


def test_all_pages_side_by_side(qtbot: QtBot, preview: PagePreview, pages: Document) -> None:
    preview.show_document(pages)
    alone = preview.zoom
    preview.show_together(together=True)
    assert preview.zoom < alone
    assert preview.verticalScrollBar().maximum() == 0
    qtbot.keyClick(preview, Qt.Key.Key_Right)
    assert preview.page == 1
    view, last = preview.viewport(), preview.place_of(4).center()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=last)
    assert preview.page == 4
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=last)
    assert not preview.together


def test_so_many_pages_that_they_scroll(preview: PagePreview, paper: Drawing) -> None:
    preview.show_document(Document("各处室", (paper,) * 60))
    preview.show_together(together=True)
    assert preview.verticalScrollBar().maximum() > 0
    preview.show_page(59)
    assert preview.verticalScrollBar().value() == preview.verticalScrollBar().maximum()
    settle()


def test_sheets_of_a_poster_stand_as_they_are_stuck_together(preview: PagePreview, pages: Document) -> None:
    preview.show_document(Document("某图", pages.pages[:4]), columns=2)
    preview.show_together(together=True)
    image = preview.viewport().grab().toImage()
    middle = image.width() // 2
    assert image.pixelColor(middle, image.height() // 4) != Qt.GlobalColor.white  # the gap between two columns
    assert preview.verticalScrollBar().maximum() == 0


def test_fewer_pages_leave_the_last_one(preview: PagePreview, pages: Document, paper: Drawing) -> None:
    preview.show_document(pages)
    preview.show_page(4)
    preview.show_document(Document("某图", (paper, paper)))
    assert preview.page == 1


def test_words_stand_where_there_are_no_pages(preview: PagePreview, pages: Document) -> None:
    preview.show_document(pages)
    preview.say("纸张太小。")
    assert preview.document is None
    assert preview.accessibleDescription() == "纸张太小。"
    preview.viewport().grab()


def test_the_bar_leads_and_follows(qtbot: QtBot, tokens: Tokens, preview: PagePreview, pages: Document) -> None:
    bar = PageBar(tokens, preview)
    qtbot.addWidget(bar)
    assert not bar.page.isEnabled()
    preview.show_document(pages)
    assert (bar.page.value(), bar.page.maximum()) == (1, 5)
    bar.page.setValue(4)
    assert preview.page == 3
    preview.show_page(1)
    assert bar.page.value() == 2
    bar.all.click()
    assert preview.together
    bar.larger.click()
    zoom = preview.zoom
    bar.smaller.click()
    assert preview.zoom < zoom
    bar.whole.click()
    assert preview.fits
    preview.show_together(together=False)
    assert not bar.all.isChecked()
    for button in (bar.all, bar.smaller, bar.larger, bar.whole):
        assert button.accessibleName()


def test_looks_follow_the_theme_and_the_page_stays_white(preview: PagePreview, tokens: Tokens, pages: Document) -> None:
    preview.show_document(pages)
    light = preview.viewport().grab().toImage().pixelColor(2, 2)
    tokens.wear(DARK, 100)
    settle()
    image = preview.viewport().grab().toImage()
    assert image.pixelColor(2, 2).lightness() < light.lightness()
    assert image.pixelColor(image.width() // 2, 30) == Qt.GlobalColor.white
    assert preview.sizeHint() == QSize(420, 320)
