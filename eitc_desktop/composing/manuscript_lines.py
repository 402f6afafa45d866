"""Running text on a grid of full-width characters: which characters stand in a line, and where.

Every full-width character has a cell of its own; Latin words and numbers are as wide as they are. No closing mark
begins a line and no opening mark ends one; where one would, marks of that line give up the empty half of their cell
(GB/T 15834-2011, 5.1: marks may be narrowed for the setting's sake), so that it comes into the line; where they can't,
the character before it goes down with it and the rest of the line is spaced out. Nothing hangs outside the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eitc_desktop.drawing.breaking import NOT_FIRST, NOT_LAST
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Style

_HALF_EMPTY_AFTER = frozenset("，。、；：）〕】》〉」』”’")
_HALF_EMPTY_BEFORE = frozenset("（〔【《〈「『“‘")
_FULL_WIDTH = frozenset("“”‘’—…·")
_MOST_SPACE = 0.1  # of a character, between two: a line that needs more to be full is left shorter


class Placing(NamedTuple):
    """Characters and where they begin, from the line's left end."""

    words: str
    x: float


class SetLine(NamedTuple):
    """A line as set; ``words`` are its characters, ``placed`` says where they stand."""

    words: str
    placed: tuple[Placing, ...]

    @classmethod
    def whole(cls, words: str, x: float) -> SetLine:
        """Return a line that is set in one go."""
        return cls(words, (Placing(words, x),))

    def joined(self, em: float) -> tuple[Placing, ...]:
        """Return the same with full-width characters in one piece where each follows the other by *em* points."""
        pieces: list[Placing] = []
        end = 0.0
        for words, x in self.placed:
            full = all(_is_full(char) for char in words)
            if full and pieces and abs(x - end) < 0.001:
                pieces[-1] = Placing(pieces[-1].words + words, pieces[-1].x)
            else:
                pieces.append(Placing(words, x))
            end = x + len(words) * em if full else -1.0
        return tuple(pieces)


class _Unit(NamedTuple):
    words: str
    width: float
    full: bool
    glued: bool = False  # to the unit before it: no line begins here


def set_lines(
    words: str,
    style: Style,
    measurer: TextMeasurer,
    cell: float,
    measure: float,
    indent: float = 0.0,
    keep: str = "",
) -> tuple[SetLine, ...]:
    """Return *words* in lines *measure* wide, the first of each paragraph *indent* further in (points).

    "\\n" begins a new paragraph. White space at a line's end is dropped. *keep*, where the words end with it or with it
    and a mark, stays in one line if a line holds it.
    """
    lines: list[SetLine] = []
    for paragraph in words.split("\n"):
        units = _glued(tuple(_units(paragraph, style, measurer, cell, measure - indent)), keep, measure)
        start, left = 0, indent
        while start < len(units):
            end = _end_of_line(units, start, measure - left)
            last = end == len(units)
            lines.append(_line(_trimmed(units[start:end]), left, measure, cell, last=last))
            start, left = end, 0.0
            while start < len(units) and units[start].words.isspace():
                start += 1
    return tuple(lines)


def _units(words: str, style: Style, measurer: TextMeasurer, cell: float, widest: float) -> Iterator[_Unit]:
    """Yield full-width characters one by one, Latin words and numbers whole unless they are wider than a line."""
    at = 0
    while at < len(words):
        if _is_full(words[at]):
            yield _Unit(words[at], cell, full=True)
            at += 1
            continue
        end = at + 1
        while end < len(words) and not _is_full(words[end]) and words[end].isspace() == words[at].isspace():
            end += 1
        word = words[at:end]
        width = measurer.advance(word, style)
        parts = (word,) if width <= widest else tuple(word)
        for part in parts:
            yield _Unit(part, measurer.advance(part, style), full=False)
        at = end


def _glued(units: tuple[_Unit, ...], keep: str, measure: float) -> tuple[_Unit, ...]:
    """Bind the units of *keep* to each other where it stands at the end."""
    first = len(units)
    words = ""
    while keep and first and keep not in words and len(words) <= len(keep):
        first -= 1
        words = units[first].words + words
    if not keep or keep not in words or sum(unit.width for unit in units[first:]) > measure:
        return units
    return (*units[: first + 1], *(unit._replace(glued=True) for unit in units[first + 1 :]))


def _is_full(char: str) -> bool:
    return ord(char) >= 0x2E80 or char in _FULL_WIDTH


def _end_of_line(units: Sequence[_Unit], start: int, room: float) -> int:
    """Return the index after the last unit of the line that begins at *start*."""
    end, width = start, 0.0
    while end < len(units) and width + units[end].width <= room + 0.01:
        width += units[end].width
        end += 1
    end = max(end, start + 1)
    if end == len(units) or _may_break(units, end):
        return end
    further = end
    while further < len(units) and (further == end or not _may_break(units, further)):
        width += units[further].width
        further += 1
        if width - room > _yields(units[start:further]) + 0.01:
            break
    else:
        return further
    back = end
    while back > start and not _may_break(units, back):
        back -= 1
    return back if back > start else end


def _may_break(units: Sequence[_Unit], at: int) -> bool:
    before, after = units[at - 1].words, units[at].words
    if units[at].glued or after[0] in NOT_FIRST or before[-1] in NOT_LAST:
        return False
    return before.isspace() or after.isspace() or units[at - 1].full or units[at].full


def _yields(units: Sequence[_Unit]) -> float:
    """Return by how much the marks of a line can be narrowed."""
    return sum(_yield_of(units, i) for i in range(len(units)))


def _yield_of(units: Sequence[_Unit], at: int) -> float:
    mark = units[at].words
    # an opening mark that begins the line stays whole: its characters would stand further out than the next line's
    if mark in _HALF_EMPTY_AFTER or (at and mark in _HALF_EMPTY_BEFORE):
        return units[at].width / 2
    return 0.0


def _trimmed(units: Sequence[_Unit]) -> Sequence[_Unit]:
    end = len(units)
    while end and units[end - 1].words.isspace():
        end -= 1
    return units[:end]


def _line(units: Sequence[_Unit], left: float, measure: float, cell: float, *, last: bool) -> SetLine:
    slack = measure - left - sum(unit.width for unit in units)
    narrowed = _narrowing(units, -slack) if slack < -0.01 else [0.0] * len(units)
    space = 0.0
    if not last and 0.01 < slack <= _MOST_SPACE * cell * (len(units) - 1):
        space = slack / (len(units) - 1)
    placed: list[Placing] = []
    x = left
    for unit, less in zip(units, narrowed, strict=True):
        at = x - less if unit.words in _HALF_EMPTY_BEFORE else x
        placed.append(Placing(unit.words, at))
        x += unit.width - less + space
    return SetLine("".join(unit.words for unit in units), tuple(placed))


def _narrowing(units: Sequence[_Unit], by: float) -> list[float]:
    """Return what each unit gives up: the mark at the end first, whose half nobody misses, the others alike."""
    room = [_yield_of(units, i) for i in range(len(units))]
    last = min(room[-1], by)
    rest = sum(room[:-1])
    part = min((by - last) / rest, 1.0) if rest else 0.0
    return [*(each * part for each in room[:-1]), last]
