"""Pinyin of the names in a provision, for the library that is being built.

Only the build comes here: importing pypinyin takes longer than opening the window.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

from pypinyin import Style, pinyin
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.phrases_dict import phrases_dict

from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import names_of

_LETTERS = re.compile("[a-z]+")
_RARE = 0.03
"""Below this share of the dictionary's words with a character a reading of it is a curiosity (市 fu, 央 ying)."""


class Speller:
    """Spells names; knows from the dictionary's words which readings of a character are in use."""

    def __init__(self) -> None:
        self._uses = Counter(
            (char, readings[0])
            for word, of_word in phrases_dict.items()
            for char, readings in zip(word, of_word, strict=False)
        )

    def name_keys(self, provision: Provision) -> tuple[NameKey, ...]:
        """Return the keys of every name that the tree of *provision* shows, in the tree's order."""
        return tuple(self.key(name) for name in names_of(provision))

    def key(self, name: str) -> NameKey:
        """Return the key of one name."""
        found = pinyin(name, style=Style.TONE, heteronym=True, errors=_each)
        spelled = [self._syllable(char, readings) for char, readings in zip(name, found, strict=True)]
        return NameKey(name, " ".join(spelled), "".join(syllable[0] for syllable in spelled))

    def _syllable(self, char: str, readings: list[str]) -> str:
        if readings == [char]:
            return _itself(char)
        common = readings if len(readings) == 1 else self._common(char, readings)
        plain = (to_normal(reading, v_to_u=False) for reading in common)
        return "/".join(dict.fromkeys(syllable for syllable in plain if _LETTERS.fullmatch(syllable))) or _itself(char)

    def _common(self, char: str, readings: list[str]) -> list[str]:
        """The readings in use, the commonest first; a word of the dictionary has left no choice where there is one."""
        uses = {reading: self._uses[char, reading] for reading in readings}
        least = _RARE * sum(uses.values())
        return sorted((reading for reading in readings if uses[reading] >= least), key=lambda reading: -uses[reading])


def _each(others: str) -> Any:  # noqa: ANN401  pypinyin takes a list too, but its types don't say so
    """What is no Chinese character, one by one."""
    return list(others)


def _itself(char: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", char).casefold().split())
    return folded.replace("/", "_") or "_"  # neither may be taken for what parts syllables and readings
