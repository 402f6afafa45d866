"""How many offices were asked and answered, and what became of their opinions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eitc_desktop.model.review import Adoption, AskedOffice, NoOpinion, Opinion, OpinionCategory
from eitc_desktop.reviewing.review import Entry, Review


@dataclass(frozen=True, slots=True)
class OfficeCounts:
    """Offices by what they did, by name: ``asked`` as entered, all others by name.

    ``commented`` and ``content`` (无意见) are the asked offices that answered, ``silent`` those that didn't;
    ``unasked_commented`` and ``unasked_content`` answered without having been asked. 无意见 is an answer, as in the
    意见汇总处理表 of standards, whose 回函单位 are those with opinions and those without. An office that has given an
    opinion is none of those without, though it has said 无意见 too: ``both``.
    """

    asked: tuple[str, ...]
    commented: tuple[str, ...]
    content: tuple[str, ...]
    silent: tuple[str, ...]
    unasked_commented: tuple[str, ...]
    unasked_content: tuple[str, ...]
    both: tuple[str, ...]

    @property
    def answered(self) -> int:
        """反馈 of the offices asked."""
        return len(self.commented) + len(self.content)

    @property
    def order(self) -> tuple[str, ...]:
        """All offices: as asked, then the others by name."""
        return (*self.asked, *by_name((*self.unasked_commented, *self.unasked_content)))


def office_counts(review: Review) -> OfficeCounts:
    """Return what the offices of *review* did. Names that differ in blanks only are one office's."""
    asked = _names(one.content.name for one in review.asked if isinstance(one.content, AskedOffice))
    opinions = _names(one.content.office for one in review.opinions if isinstance(one.content, Opinion))
    nothing = _names(one.content.office for one in review.no_opinions if isinstance(one.content, NoOpinion))
    both = [name for key, name in nothing.items() if key in opinions]
    nothing = {key: name for key, name in nothing.items() if key not in opinions}
    return OfficeCounts(
        asked=tuple(asked.values()),
        commented=tuple(name for key, name in asked.items() if key in opinions),
        content=tuple(name for key, name in asked.items() if key in nothing),
        silent=tuple(name for key, name in asked.items() if key not in opinions and key not in nothing),
        unasked_commented=by_name(name for key, name in opinions.items() if key not in asked),
        unasked_content=by_name(name for key, name in nothing.items() if key not in asked),
        both=by_name(both),
    )


def handling_counts(review: Review, opinions: Iterable[Entry]) -> Mapping[tuple[OpinionCategory, Adoption | None], int]:
    """Return how many of *opinions* are of each 类别 and 采纳情况; None is 未处理."""
    found = Counter[tuple[OpinionCategory, Adoption | None]]()
    for entry in opinions:
        if isinstance(entry.content, Opinion):
            found[entry.content.category, adoption_of(review, entry)] += 1
    return found


def adoption_of(review: Review, entry: Entry) -> Adoption | None:
    """Return the 采纳情况 of an opinion, None where nobody has handled it; of two drafts the newer counts."""
    handling = review.handling_of(entry.id)
    return None if handling is None else getattr(handling.content, "adoption", None)


def office_key(name: str) -> str:
    """Return what two spellings of one office's name have in common."""
    return "".join(name.split())


def by_name(names: Iterable[str]) -> tuple[str, ...]:
    """Return *names* in the order of their pinyin, as far as GB 18030 has it: its common characters stand in that."""
    return tuple(sorted(names, key=lambda name: name.encode("gb18030", "replace")))


def _names(names: Iterable[str]) -> dict[str, str]:
    """Return the names that aren't empty by their key, in order, as they were first spelt."""
    found: dict[str, str] = {}
    for name in names:
        if office_key(name):
            found.setdefault(office_key(name), name)
    return found
