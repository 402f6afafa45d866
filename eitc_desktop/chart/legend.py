"""What the signs of a chart mean: only those that occur in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from eitc_desktop.chart.content import ChartContent, ChartKind
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Drawing, Face, Ink, Line, Point, Rect, Run, Style, Text

_LINE = 1.5  # ems from one line of the legend to the next
_SAMPLE = 2.2  # ems of a line or box shown as a sample
_APART = 1.8  # ems between entries
_NEAR = 0.4  # ems from a sample to its words


class Sample(StrEnum):
    """What stands before an entry's words."""

    WORDS = "words"
    LINE = "line"
    DASHED = "dashed"


class Key(NamedTuple):
    """An entry of the legend: a sign, ``words`` that stand for it (or none), and what it means."""

    sample: Sample
    sign: str
    meaning: str


def keys_of(content: ChartContent, kind: LayoutKind) -> Iterator[Key]:
    """Yield what needs to be explained in a chart of *content* laid out as *kind*."""
    units = content.units
    if kind is LayoutKind.GRID and any(unit.ordinal for unit in units):
        yield Key(Sample.WORDS, "（一）", "原文序号")
    if any(unit.second_names for unit in units):
        yield Key(Sample.WORDS, "（名称）", "原文括号内名称")
    if any(unit.nameplates for unit in units):
        yield Key(Sample.WORDS, "（挂…牌子）", "加挂的牌子")
    if any(unit.kind is ChartKind.POST and unit.amount for unit in units):
        yield Key(Sample.WORDS, "×名", "原文规定的领导职数")
    if any(unit.kind is ChartKind.HOSTED_OFFICE for unit in units):
        yield Key(Sample.LINE, "设在", "设在该机关的机构")
    if content.ties:
        yield Key(Sample.DASHED, "", "合署办公（虚线框为该机关内设机构以外的单位）")


def notes_of(content: ChartContent) -> Iterator[str]:
    """Yield what the text says of staff and of units working together that no box shows, in its own words."""
    if content.staffing:
        yield f"原文所定编制、职数（图中领导职务除外）：{'；'.join(content.staffing)}。"
    if content.notes:
        yield f"合署办公（原文）：{''.join(content.notes)}"


def legend(content: ChartContent, kind: LayoutKind, width: float, size: float, measurer: TextMeasurer) -> Drawing:
    """Set keys and notes in lines *width* points wide, in type of *size* points; without any, of no height."""
    setter = _Legend(width, Style(Face.SONG, size), measurer)
    for key in keys_of(content, kind):
        setter.add(key)
    for note in notes_of(content):
        setter.note(note)
    return setter.drawing()


class _Legend:
    """Sets one entry after the other; a line that is full is followed by the next."""

    def __init__(self, width: float, style: Style, measurer: TextMeasurer) -> None:
        self.width = width
        self.style = style
        self.measurer = measurer
        self.x = 0.0
        self.lines = 0
        self.texts: list[Text] = []
        self.strokes: list[Line] = []

    def add(self, key: Key) -> None:
        """Set an entry, in a new line if it doesn't fit in this one."""
        size = self.style.size
        head = "" if self.lines else "图例："
        sign = self._reach(key.sign)
        sample = 0.0 if key.sample is Sample.WORDS else max(_SAMPLE * size, sign + size)
        total = self._reach(head) + (sample or sign) + _NEAR * size + self._reach(key.meaning)
        if not self.lines or self.x + _APART * size + total > self.width:
            self.lines += 1
            self.x = 0.0 if self.lines == 1 else self._reach("图例：")
        else:
            self.x += _APART * size
        if head:
            self._put(head, Ink.TEXT)
        if key.sample is Sample.WORDS:
            self._put(key.sign, Ink.SOFT if key.sign.startswith(("（名", "（挂")) else Ink.TEXT)
        else:
            self._stroke(key, sample)
        self.x += _NEAR * size
        self._put(key.meaning, Ink.TEXT)

    def note(self, words: str) -> None:
        """Set a sentence in lines of its own."""
        titles = re.findall("《[^》]*》", words)
        for line in break_lines(words, self.style, self.width, self.measurer, titles):
            self.lines += 1
            self.x = 0.0
            self._put(line, Ink.TEXT)

    def drawing(self) -> Drawing:
        """Return what was set."""
        height = self.lines * _LINE * self.style.size
        return Drawing(self.width, height, (), tuple(self.strokes), tuple(self.texts))

    def _stroke(self, key: Key, reach: float) -> None:
        y = (self.lines - 0.5) * _LINE * self.style.size
        if key.sign:
            left = self.x
            self.x += (reach - self._reach(key.sign)) / 2
            self._put(key.sign, Ink.TEXT)
            self.x = left
            y += 0.62 * self.style.size
        self.strokes.append(
            Line((Point(self.x, y), Point(self.x + reach, y)), Ink.FRAME, 0.75, dashed=key.sample is Sample.DASHED)
        )
        self.x += reach

    def _put(self, words: str, ink: Ink) -> None:
        ascent, descent = self.measurer.ascent(self.style), self.measurer.descent(self.style)
        top = (self.lines - 1) * _LINE * self.style.size
        height = _LINE * self.style.size
        reach = self._reach(words)
        baseline = top + (height - ascent - descent) / 2 + ascent
        area = Rect(self.x, top, reach, height)
        self.texts.append(Text(words, (Run(words, self.x, baseline),), self.style, area, ink))
        self.x += reach

    def _reach(self, words: str) -> float:
        return self.measurer.advance(words, self.style)
