"""Finding a clause by what an official types: 三（十二）, 3.12, 二7, 第三条, a heading, or any words of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from eitc_desktop.model.provision import Clause, Provision
from eitc_desktop.model.text import Span
from eitc_desktop.reading.folding import fold
from eitc_desktop.reading.numerals import HAN_NUMERAL, parse_number
from eitc_desktop.services.citing import place_of

Path = tuple[int, ...]
"""Numbers of a clause from its chapter or article down: 三（十二） is (3, 12)."""

_TOKEN = re.compile(
    rf"[ .。、，·-]*(?P<opening>第?（?)(?P<number>[{HAN_NUMERAL}]+|[0-9]{{1,3}})）?(?P<unit>条|章|部分|项|目)?"
)
_MARKS = "（）.。、，：· -"  # what may stand between an ordinal and words
_TOP_UNITS = frozenset({"条", "章", "部分"})
_LONGEST_RUN = 8  # characters of a Chinese numeral; what is longer is no ordinal
_SENTENCE_END = re.compile(r"[。；\n]")
_OPENING = 60  # characters of a clause without heading that name it
_BEFORE = 12  # characters shown before words found within a clause
_ANYWHERE = 8  # rank of words within a clause: behind those of _rank_of_words


@dataclass(frozen=True, slots=True)
class ClauseHit:
    """A clause that was found: ``place`` as officials cite it, ``words`` its heading, or the words it opens with.

    Where what was typed stands within the clause alone, ``words`` are those around it, with … where more stands.
    """

    clause: int  # index in Provision.clauses
    place: str
    words: str
    span: Span


class _Anchor(Enum):
    """Where the first number that was typed may stand."""

    TOP = auto()  # 第三条, 第三章
    INNER = auto()  # （十二）
    ANY = auto()


@dataclass(frozen=True, slots=True)
class _Asked:
    """One reading of what was typed: numbers, the words behind them, and where the first number may stand."""

    path: Path
    words: str
    anchor: _Anchor
    of_article: bool


def find_clauses(provision: Provision, typed: str, limit: int = 50) -> tuple[ClauseHit, ...]:
    """Return the clauses that *typed* may mean, at most *limit*: the best first, what is as good in the text's order.

    A clause whose whole ordinal was typed comes before what stands below it, then come those that merely end in what
    was typed, then headings and opening words that hold it, then clauses that hold it anywhere. Nothing typed means
    every chapter or article.
    """
    folded = fold(typed).strip()
    if not folded:
        chapters = [clause for clause in provision.clauses if clause.parent is None]
        return tuple(_hit(provision, clause, _words(provision, clause)) for clause in chapters[:limit])
    readings = tuple(_readings(folded))
    paths = _paths(provision)
    held = _holding(provision, _joined(folded))
    ranked: list[tuple[tuple[int, int], int, str]] = []
    for clause in provision.clauses:
        rank = _rank(provision, clause, paths, readings, _joined(folded))
        if rank is not None:
            ranked.append((rank, clause.index, _words(provision, clause)))
        elif clause.index in held:
            ranked.append(((_ANYWHERE, 0), clause.index, _words_around(provision, clause, held[clause.index])))
    return tuple(_hit(provision, provision.clauses[index], words) for _, index, words in sorted(ranked)[:limit])


def _hit(provision: Provision, clause: Clause, words: str) -> ClauseHit:
    return ClauseHit(clause.index, place_of(provision, clause.span), words, clause.span)


def _readings(folded: str) -> Iterator[_Asked]:
    """Every way to take the beginning of *folded* for ordinals; 三十二 is 32, and 三（十二）."""
    paths: list[Path] = [()]
    at, first = 0, None
    while token := _TOKEN.match(folded, at):
        parts = _splits(token["number"])
        if not parts:
            break
        first = first or token
        paths = [(*path, *part) for path in paths for part in parts]
        at = token.end()
    if first is None or (folded[at - 1] in HAN_NUMERAL and folded[at : at + 1] not in _MARKS):
        return  # 一体化 begins with no ordinal
    anchor = _Anchor.ANY
    if first["unit"] in _TOP_UNITS:
        anchor = _Anchor.TOP
    elif "（" in first["opening"]:
        anchor = _Anchor.INNER
    words = _joined(folded[at:].lstrip(_MARKS))
    for path in paths:
        yield _Asked(path, words, anchor, first["unit"] == "条")


def _splits(number: str) -> list[Path]:
    """The ways to part a run of numerals into numbers; digits are parted by marks alone."""
    if number.isdecimal():
        return [(int(number),)]
    if len(number) > _LONGEST_RUN:
        return []
    found: list[Path] = [(whole,)] if (whole := parse_number(number)) else []
    for end in range(1, len(number)):
        if head := parse_number(number[:end]):
            found += [(head, *rest) for rest in _splits(number[end:])]
    return found


def _paths(provision: Provision) -> list[Path]:
    """The path of each clause by its index; a paragraph without ordinal has that of the clause above."""
    paths: list[Path] = []
    for clause in provision.clauses:
        above = () if clause.parent is None else paths[clause.parent]
        paths.append(above if clause.number is None else (*above, clause.number))
    return paths


def _rank(
    provision: Provision, clause: Clause, paths: list[Path], readings: tuple[_Asked, ...], words: str
) -> tuple[int, int] | None:
    """How well *clause* answers, lower is better: (kind of agreement, how many numbers that takes); None if not."""
    ranks = [(rank, 0)] if (rank := _rank_of_words(provision, clause, words)) is not None else []
    for asked in readings:
        rank = _rank_of_path(provision, clause, paths[clause.index], asked)
        if rank is not None and asked.words in _joined(fold(_words(provision, clause))):
            ranks.append((rank, len(asked.path)))
    return min(ranks, default=None)


def _rank_of_path(provision: Provision, clause: Clause, path: Path, asked: _Asked) -> int | None:
    if clause.number is None or (asked.of_article and not _in_article(provision, clause)):
        return None
    length = len(asked.path)
    if path[:length] == asked.path and asked.anchor is not _Anchor.INNER:
        return 0 if len(path) == length else 1
    if path[-length:] == asked.path and len(path) > length and asked.anchor is not _Anchor.TOP:
        return 2
    return None


def _rank_of_words(provision: Provision, clause: Clause, words: str) -> int | None:
    if clause.parent is None and _joined(fold(clause.citation)) == words:
        return 0  # 引言, 附则: chapters that are named, not numbered
    heading = _joined(fold(clause.heading or ""))
    opening = "" if heading else _joined(fold(_opening(provision.text, clause.body)))
    for rank, agrees in enumerate(
        (heading == words, heading.startswith(words), words in heading, opening.startswith(words), words in opening), 3
    ):
        if agrees:
            return rank
    return None


def _holding(provision: Provision, words: str) -> dict[int, Span]:
    """Where *words*, blanks aside, stand first in each clause that holds them behind its ordinal, by its index."""
    pattern = re.compile(r"\s*".join(re.escape(char) for char in words))
    held: dict[int, Span] = {}
    for match in pattern.finditer(fold(provision.text)) if provision.clauses else ():
        clause = provision.clause_at(match.start())
        if clause.body.start <= match.start() and match.end() <= clause.body.end:
            held.setdefault(clause.index, Span(*match.span()))
    return held


def _in_article(provision: Provision, clause: Clause) -> bool:
    while clause.parent is not None:
        clause = provision.clauses[clause.parent]
    return clause.ordinal is not None and "条" in clause.ordinal


def _words(provision: Provision, clause: Clause) -> str:
    if clause.heading:
        return clause.heading
    body = clause.body if clause.body.of(provision.text).strip() else clause.span
    return _opening(provision.text, body)


def _opening(text: str, span: Span) -> str:
    """The first words in *span*: a sentence or piece of one, at most so many characters, with … where more follows."""
    words = text[span.start : min(span.end, span.start + 4 * _OPENING)].strip()
    stop = _SENTENCE_END.search(words)
    first = words[: stop.start()] if stop else words
    return first if len(first) <= _OPENING else f"{first[:_OPENING]}…"


def _words_around(provision: Provision, clause: Clause, found: Span) -> str:
    """The words before and behind *found* within *clause*, so many together as an opening has."""
    text, body = provision.text, clause.body
    start = max(body.start, found.start - _BEFORE)
    end = min(body.end, max(start + _OPENING, found.end))
    before, behind = "…" if start > body.start else "", "…" if end < body.end else ""
    return f"{before}{' '.join(text[start:end].split())}{behind}"


def _joined(words: str) -> str:
    return "".join(words.split())
