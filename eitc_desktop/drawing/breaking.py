"""Where lines of Chinese text may break: no closing mark begins one, no opening mark ends one (GB/T 15834-2011)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Style

NOT_FIRST = frozenset("，。、；：？！）〕】》〉」』”’％℃·…—～-,.;:?!)]}%°′″／/")
"""What never begins a line."""

NOT_LAST = frozenset("（〔【《〈「『“‘([{￥$")
"""What never ends one."""


def pieces_of(words: str, keep: Sequence[str] = ()) -> tuple[str, ...]:
    """Return *words* cut at every place where a line may break; joined they are *words* again.

    Latin words and numbers stay whole, marks stay with what they belong to, and so do the strings in *keep*.
    """
    kept = {start + i for name in keep for start in _places(words, name) for i in range(1, len(name))}
    pieces: list[str] = []
    start = 0
    for at in range(1, len(words)):
        if at not in kept and _may_break(words[at - 1], words[at]):
            pieces.append(words[start:at])
            start = at
    if start < len(words):
        pieces.append(words[start:])
    return tuple(pieces)


def break_lines(
    words: str, style: Style, width: float, measurer: TextMeasurer, keep: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return *words* in lines no wider than *width* points; "\\n" in them begins a new line.

    Where one piece alone is wider (a long Latin word, a kept name), it is cut between characters. White space at the
    end of a line is dropped. Empty words make one empty line.
    """
    lines: list[str] = []
    for paragraph in words.split("\n"):
        lines += _lines_of(paragraph, style, width, measurer, keep)
    return tuple(lines)


def _lines_of(words: str, style: Style, width: float, measurer: TextMeasurer, keep: Sequence[str]) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces_of(words, keep):
        if measurer.advance((line + piece).rstrip(), style) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = ""
        if measurer.advance(piece.rstrip(), style) <= width:
            line = piece.lstrip(" ")
            continue
        *whole, line = _cut(piece, style, width, measurer)
        lines += whole
    return [*lines, line.rstrip()]


def _cut(piece: str, style: Style, width: float, measurer: TextMeasurer) -> list[str]:
    """Cut what is wider than a line: by the rules if it was kept whole, between any characters otherwise."""
    lines: list[str] = []
    line = ""
    for char in pieces_of(piece) if len(pieces_of(piece)) > 1 else piece:
        if line and measurer.advance(line + char, style) > width:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


def _places(words: str, name: str) -> Iterator[int]:
    at = words.find(name) if name else -1
    while at >= 0:
        yield at
        at = words.find(name, at + len(name))


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    if after.isspace():
        return False
    return before.isspace() or not (_latin(before) and _latin(after))


def _latin(char: str) -> bool:
    """Say whether a character belongs to a word or number that isn't broken: all but Han and full-width characters."""
    return ord(char) < 0x2E80 and not char.isspace() and char not in NOT_LAST and char not in "“”‘’—…·"
