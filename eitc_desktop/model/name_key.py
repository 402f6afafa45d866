"""How a name is found by its sounds: what an official types who doesn't switch to Chinese for a filter."""

from __future__ import annotations

from eitc_desktop.records import record


@record
class NameKey:
    """The pinyin of one name, character by character.

    ``pinyin`` holds a syllable for each character of ``name``, parted by one space: lower case, without tones, ü as
    v; readings of one character between which no word decides are parted by ``/``, the commonest first. What is no
    Chinese character stands for itself, white space and ``/`` as ``_``. ``initials`` are the first readings' first
    letters.
    """

    name: str
    pinyin: str
    initials: str

    def __post_init__(self) -> None:
        if not len(self.pinyin.split(" ")) == len(self.initials) == len(self.name):
            raise ValueError(f"not a syllable for each character of {self.name!r}: {self.pinyin!r}, {self.initials!r}")

    @property
    def syllables(self) -> tuple[tuple[str, ...], ...]:
        """The readings of each character."""
        return tuple(tuple(syllable.split("/")) for syllable in self.pinyin.split(" "))
