"""Finding units of the chart by words, pinyin and initials, as in the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eitc_desktop.chart.content import ChartContent, ChartUnit
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.services.matching import Searched, SearchedText, asked_words, folded, matches, searched_text


class UnitFinder:
    """Makes the names ready when it is first asked."""

    def __init__(self, content: ChartContent, keys: Mapping[str, NameKey]) -> None:
        self._content = content
        self._keys = keys
        self._searched: Sequence[Searched] | None = None

    def find(self, words: str) -> tuple[int, ...]:
        """Return the units whose names answer all of *words*; none where there are no words.

        First those with a name that is asked for as a whole (by its characters, its pinyin or its initials), then
        those with one that begins with what is asked for, then the others; each in the text's order.
        """
        asked = asked_words(words)
        if not asked:
            return ()
        if self._searched is None:
            self._searched = [self._made_ready(unit) for unit in self._content.units]
        found = [
            (_distance(asked, searched), number)
            for number, searched in enumerate(self._searched)
            if matches(asked, searched)
        ]
        return tuple(number for _, number in sorted(found))

    def _made_ready(self, unit: ChartUnit) -> Searched:
        names = [name for name in (unit.name, *unit.second_names, *unit.nameplates) if name]
        words = folded(" ".join((unit.ordinal, *names)))
        return Searched(words, tuple(searched_text((name,), self._keys) for name in names))


def _distance(asked: Sequence[str], searched: Searched) -> int:
    """Return 0 where a name is asked for as a whole, 1 where one begins with what is asked for, and otherwise 2."""
    return min((max(_distance_of(word, text) for word in asked) for text in searched.texts), default=2)


def _distance_of(word: str, text: SearchedText) -> int:
    start, end = text.find(word) or (1, 0)
    if start:
        return 2
    return 0 if end == len(text.spellings) else 1
