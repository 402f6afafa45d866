"""Matters shared with other agencies: which of them treat one subject, and where a duty words the same otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from eitc_desktop.linking.matching import part_of
from eitc_desktop.linking.passages import Passages
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.findings import FINDING_PHRASES
from eitc_desktop.model.mapping import SameSubject
from eitc_desktop.model.provision import Finding, Provision, Severity
from eitc_desktop.model.text import Quote

_LEAST_OF_SUBJECT = 7  # characters that two matters on one subject have in common: 战略性新兴产业
_LEAST_OF_TENSION = 10  # that a duty and a matter on one thing have in common
_LONGEST_NAMED = 24  # characters of what a finding names

_VERBS = ("牵头负责", "牵头", "负责", "会同", "配合", "协助", "参与", "承办")


class SharedMatters:
    """The shared matters of a provision, their words without names of agencies, and how those words are spread.

    Agencies and mechanisms are named in all of them and are no subject.
    """

    def __init__(self, provision: Provision) -> None:
        self.matters = [
            (FactRef(FactKind.MATTER, s, m), matter)
            for s, split in enumerate(provision.responsibility_splits)
            for m, matter in enumerate(split.matters)
        ]
        names = {provision.body.text}
        names |= {split.counterpart.text for split in provision.responsibility_splits if split.counterpart}
        for _ref, matter in self.matters:
            names |= {name.text for name in (*(role.agency for role in matter.roles), *matter.mechanisms)}
        self._names = names
        self._initials = {name[:1] for name in names}
        self._lengths = sorted({len(name) for name in names}, reverse=True)
        self.words = [self.without_agencies(matter.text) for _ref, matter in self.matters]
        # what only two matters have in common may be their subject
        self.statistics = WordStatistics(self.words, general_least=3)

    def without_agencies(self, words: Quote) -> str:
        """Return the words with the names of agencies and mechanisms put out of the way, each character by a mark."""
        text, kept, place = words.text, list[str](), 0
        while place < len(text):
            length = 0
            if text[place] in self._initials:
                length = next((n for n in self._lengths if text[place : place + n] in self._names), 0)
            kept.append("。" * length or text[place])
            place += length or 1
        return "".join(kept)


def same_subjects(shared: SharedMatters) -> Iterator[SameSubject]:
    """Yield pairs of shared matters with different counterparts that speak of one subject in the same words."""
    passages = Passages(shared.statistics, _LEAST_OF_SUBJECT)
    index = passages.index(shared.words)
    for number, (ref, matter) in enumerate(shared.matters):
        for other_number in index.near(shared.words[number]):
            other_ref, other = shared.matters[other_number]
            if other_number <= number or other_ref.index == ref.index:
                continue
            found = passages.common(shared.words[number], shared.words[other_number])
            if found:
                longest = max(found, key=lambda passage: passage.length)
                quotes = (
                    part_of(matter.text, longest.first, longest.first + longest.length),
                    part_of(other.text, longest.second, longest.second + longest.length),
                )
                yield SameSubject((ref, other_ref), quotes)


def tensions(provision: Provision, shared: SharedMatters) -> Iterator[Finding]:
    """Yield findings where a duty and a shared matter speak of one thing with different verbs: to be read.

    Of one duty item and one part of a matter the longest such words are told.
    """
    passages = Passages(WordStatistics(()), _LEAST_OF_TENSION, begun=0)
    items = [item for duty in provision.duties for item in duty.items]
    index = passages.index(item.text for item in items)
    for _ref, matter in shared.matters:
        for role in matter.roles:
            if role.agency.text not in provision.body.text and provision.body.text not in role.agency.text:
                continue
            for number in index.near(role.text.text):
                item = items[number]
                for passage in sorted(passages.common(item.text, role.text.text), key=lambda one: -one.length):
                    here = _verb_before(item.text, passage.first)
                    there = _verb_before(role.text.text, passage.second)
                    if here and there and here != there:
                        words = part_of(item, passage.first, passage.first + passage.length)
                        yield _tension(provision, words, role.text, (here, there))
                        break


def _tension(provision: Provision, item: Quote, role: Quote, verbs: tuple[str, str]) -> Finding:
    subject = item.text.strip("，；、的")
    opening = subject if len(subject) <= _LONGEST_NAMED else f"{subject[:_LONGEST_NAMED]}…"
    places = provision.cite(item.span), provision.cite(role.span)
    message = FINDING_PHRASES["wording-differs"].words.format(places[0], verbs[0], places[1], verbs[1], opening)
    return Finding(Severity.INFO, "wording-differs", message, item.span)


def _verb_before(text: str, offset: int) -> str | None:
    """Return the role verb that stands last before *offset* in its phrase, as worded."""
    phrase = text[max(text.rfind(mark, 0, offset) for mark in "，；。：") + 1 : offset]
    found = [(phrase.rfind(verb) + len(verb), len(verb), verb) for verb in _VERBS if verb in phrase]
    return max(found)[2] if found else None
