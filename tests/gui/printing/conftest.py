"""A page to make files of, in fonts that every computer has: those of the program; and the dialog that makes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.drawing.shapes import Box, Drawing, Face, Ink, Line, Point, Rect, Run, Style, Text
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.print_context import PrintContext
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.reviewing.review import Review
from eitc_desktop.settings import PrintChoices

MakeDialog = Callable[..., PrintDialog]

NAMES = (
    "办公室",
    "研究室（政策法规处）",
    "人事教育处",
    "中小企业处、非公处",
    "电子信息产业处（软件和信息服务业处）",
    "一二三工人大小行处",
)
TITLE = "某市经济和信息化委员会机构设置图"
FOOT = "非正式文件，以正式印发文本为准"
_STANDING = {"（": "︵", "）": "︶", "、": "︑"}


def standing(name: str, x: float, y: float, size: float, face: Face, rows: int = 10) -> Text:
    """A name in columns of characters, from the right to the left."""
    columns = [name[at : at + rows] for at in range(0, len(name), rows)]
    right = x + (len(columns) - 1) * 1.2 * size
    runs = tuple(
        Run(_STANDING.get(char, char), right - column * 1.2 * size, y + (row + 0.88) * size)
        for column, chars in enumerate(columns)
        for row, char in enumerate(chars)
    )
    area = Rect(x, y, right + size - x, size * min(rows, len(name)))
    return Text(name, runs, Style(face, size), area, as_one=True)


def lying(words: str, x: float, y: float, size: float, face: Face, columns: int = 99) -> Text:
    """Words in lines of so many characters, to be found as one."""
    lines = [words[at : at + columns] for at in range(0, len(words), columns)]
    runs = tuple(Run(line, x, y + (0.88 + 1.3 * row) * size) for row, line in enumerate(lines))
    area = Rect(x, y, size * min(columns, len(words)), size * 1.3 * len(lines))
    return Text(words, runs, Style(face, size), area, as_one=True)


def made_paper() -> Drawing:
    """An upright A4 page: title, bus line, boxes with standing and wrapped names, foot."""
    faces = tuple(Face)
    boxes: list[Box] = []
    lines = [Line((Point(60, 110), Point(560, 110))), Line((Point(60, 700), Point(200, 700), Point(300, 740)), width=1)]
    texts = [lying(TITLE, 60, 40, 22, Face.TITLE)]
    for place, name in enumerate(NAMES):
        x = 60 + 80 * place
        boxes.append(Box(Rect(x, 130, 40, 150), ground=Ink.PAPER, dashed=place == 2))
        lines.append(Line((Point(x + 20, 110), Point(x + 20, 130))))
        texts.append(standing(name, x + 8, 134, 10.5, faces[place % len(faces)]))
        boxes.append(Box(Rect(x, 320, 70, 60), ground=Ink.HEAD, frame=None))
        texts.append(lying(name, x + 4, 324, 12, faces[place % len(faces)], columns=5))
    size = Style(Face.SONG, 12)
    turned = (Run("信", 100, 510), Run("息", 100, 522), Run("A1", 102, 526, turned=True), Run("处", 100, 552))
    texts.append(Text("信息A1处", turned, size, Rect(98, 498, 16, 60), as_one=True))
    texts.append(lying(FOOT, 60, 790, 10, Face.FANG))
    return Drawing(595.276, 841.89, tuple(boxes), tuple(lines), tuple(texts))


@pytest.fixture(scope="session")
def standing_name() -> Callable[..., Text]:
    return standing


@pytest.fixture(scope="session")
def lying_name() -> Callable[..., Text]:
    return lying


@pytest.fixture(scope="session")
def lines_of_paper() -> list[str]:
    """What is read from the page, line by line."""
    return [TITLE, *(name for name in NAMES for _ in range(2)), "信息A1处", FOOT]


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> PaperFonts:
    return PaperFonts(bundled_only=True)


@pytest.fixture(scope="session")
def paper() -> Drawing:
    """A page with everything a page can have."""
    return made_paper()


@pytest.fixture
def opened(library_path: Path) -> OpenedLibrary:
    return open_at(library_path)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1366, 768)
    behind.show()
    return behind


@pytest.fixture
def make_dialog(qtbot: QtBot, tokens: Tokens, opened: OpenedLibrary, behind: QWidget, reviewed: Review) -> MakeDialog:
    """Return a shown dialog with the pages of what it opens with."""

    def make(
        kind: str = "",
        *,
        unit: FactRef | None = None,
        choices: PrintChoices | None = None,
        review: Review = reviewed,
        **chosen: object,
    ) -> PrintDialog:
        choices = choices or PrintChoices(**chosen)  # pyright: ignore[reportArgumentType]
        dialog = PrintDialog(tokens, opened, choices, PrintContext(kind, unit), None, behind, review=review)
        with qtbot.waitSignal(dialog.shown):
            dialog.open()
        return dialog

    return make
