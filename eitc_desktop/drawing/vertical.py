"""Text set from top to bottom: which characters stand upright, which change their form, which are turned.

Marks take their vertical forms by GB/T 15834-2011, 5.2: brackets and book marks turn, quotation marks become ﹃﹄
and ﹁﹂, stops stand in the upper right of their cell. Latin words and numbers of three figures and more lie on
their side. Charts and the headings of narrow columns are set by these rules alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Run, Style

FORMS = str.maketrans(
    {
        "，": "︐", "、": "︑", "。": "︒", "：": "︓", "；": "︔", "！": "︕", "？": "︖",
        "（": "︵", "）": "︶", "(": "︵", ")": "︶",
        "｛": "︷", "｝": "︸", "〔": "︹", "〕": "︺", "［": "﹇", "］": "﹈",
        "【": "︻", "】": "︼", "《": "︽", "》": "︾", "〈": "︿", "〉": "﹀",
        "「": "﹁", "」": "﹂", "『": "﹃", "』": "﹄",
        "“": "﹃", "”": "﹄", "‘": "﹁", "’": "﹂", "—": "︱", "–": "︲",
    }
)  # fmt: skip
"""The vertical forms of marks (Unicode: Vertical Forms, CJK Compatibility Forms)."""

_WORD = re.compile(r"[^\s　-鿿豈-﫿︐-﹏＀-￯\U00020000-\U0003FFFF“”‘’—–…·()]+|\s+|.", re.DOTALL)
_UPRIGHT = re.compile(r"[一-鿿（）、《》]*")  # a cell each
_TURNED = "…～〜-"  # alone
_UPRIGHT_FIGURES = 2  # so many figures stand side by side in one cell


class Cell(NamedTuple):
    """A piece of a vertical line: ``words`` as they are painted, how far down it reaches (em), turned or not."""

    words: str
    length: float
    turned: bool


def cells_of(words: str, advance: Callable[[str], float], pitch: float = 1.0) -> tuple[Cell, ...]:
    """Return *words* as the cells of a vertical line; *advance* tells how far words reach in ems.

    *pitch* is how many ems a character that stands upright takes.
    """
    return tuple(_cell(word, advance, pitch) for word in _WORD.findall(words))


def set_down(cells: Iterable[Cell], middle: float, top: float, style: Style, measurer: TextMeasurer) -> Iterator[Run]:
    """Yield *cells* one below the other from *top*, all in the middle of a line that runs down at *middle* (points)."""
    aside = (measurer.ascent(style) - measurer.descent(style)) / 2
    y = top
    for cell in cells:
        if cell.turned:
            yield Run(cell.words, middle - aside, y, turned=True)
        elif cell.words:
            left = middle - measurer.advance(cell.words, style) / 2
            yield Run(cell.words, left, y + cell.length * style.size / 2 + aside)
        y += cell.length * style.size


def _cell(word: str, advance: Callable[[str], float], pitch: float) -> Cell:
    if word.isspace():
        return Cell("", advance(word), turned=False)
    if word in _TURNED:
        return Cell(word, advance(word), turned=True)
    if len(word) == 1 or (word.isdigit() and len(word) <= _UPRIGHT_FIGURES):
        return Cell(word.translate(FORMS), pitch, turned=False)
    return Cell(word, advance(word), turned=True)


class VerticalMeasurer:
    """A TextMeasurer whose advance is how far down words reach, so that the rules for breaking lines serve columns."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self._measurer = measurer

    def advance(self, words: str, style: Style) -> float:
        if _UPRIGHT.fullmatch(words):
            return len(words) * style.size
        cells = cells_of(words, lambda word: self._measurer.advance(word, style) / style.size)
        return sum(cell.length for cell in cells) * style.size

    def ascent(self, style: Style) -> float:
        return self._measurer.ascent(style)

    def descent(self, style: Style) -> float:
        return self._measurer.descent(style)
