"""Finding units of the chart by words, pinyin and initials, as in the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eitc_desktop.chart.content import ChartContent, ChartUnit
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.services.matching import Searched, asked_words, folded, matches, searched_text


class UnitFinder:
    """Makes the names ready when it is first asked."""

    def __init__(self, content: ChartContent, keys: Mapping[str, NameKey]) -> None:
        self._content = content
        self._keys = keys
        self._searched: Sequence[Searched] | None = None

    def find(self, words: str) -> tuple[int, ...]:
        """Return the units whose names answer all of *words*, in order; none where there are no words."""
        asked = asked_words(words)
        if not asked:
            return ()
        if self._searched is None:
            self._searched = [self._made_ready(unit) for unit in self._content.units]
        return tuple(number for number, searched in enumerate(self._searched) if matches(asked, searched))

    def _made_ready(self, unit: ChartUnit) -> Searched:
        names = [name for name in (unit.name, *unit.second_names, *unit.nameplates) if name]
        words = folded(" ".join((unit.ordinal, *names)))
        return Searched(words, tuple(searched_text((name,), self._keys) for name in names if name in self._keys))
