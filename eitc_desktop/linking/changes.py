"""Function change ↔ what stands today: duty items, units, and the shared matter that explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eitc_desktop.linking.duties import Units
from eitc_desktop.linking.matching import TermFinder, part_of
from eitc_desktop.linking.passages import Passage, Passages
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.findings import FINDING_PHRASES
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, SameSubject, weakest
from eitc_desktop.model.provision import Finding, Matter, Provision, Severity
from eitc_desktop.model.text import Quote

_LEAST_OF_SUBJECT = 7  # characters that two matters on one subject have in common: 战略性新兴产业
_LEAST_OF_TENSION = 10  # that a duty and a matter on one thing have in common


def change_links(
    provision: Provision, units: Units, finder: TermFinder, statistics: WordStatistics
) -> Iterator[ChangeLink]:
    """Yield what each function change concerns by its own words: duty items, units, shared matters (grade B)."""
    passages = Passages(statistics)
    matters = Passages(_without_agencies(provision))
    for i, change in enumerate(provision.changes):
        ref = FactRef(FactKind.CHANGE, i)
        for j, duty in enumerate(provision.duties):
            for k, item in enumerate(duty.items):
                found = passages.common(change.text.text, item.text)
                yield from _linked((ref, FactRef(FactKind.DUTY_ITEM, j, k)), (change.text, item), found)
        for unit, forms in units:
            evidence = finder.evidence(change.text, forms)
            if evidence:
                yield ChangeLink(ref, unit, Grade.NAMED, evidence)
        recipients = {recipient.text for recipient in change.recipients}
        for s, split in enumerate(provision.responsibility_splits):
            told = split.counterpart is not None and split.counterpart.text in recipients
            for m, matter in enumerate(split.matters):
                if told or not recipients:
                    found = matters.common(_blanked(provision, change.text), _blanked(provision, matter.text))
                    yield from _linked((ref, FactRef(FactKind.MATTER, s, m)), (change.text, matter.text), found)


def reached_units(change_links: Iterable[ChangeLink], duty_links: Iterable[DutyLink]) -> Iterator[ChangeLink]:
    """Yield the units that a change reaches through a duty item: as strong as the weaker of both links.

    A unit that the change itself names isn't reached once more, and of several ways the strongest is told.
    """
    direct = list(change_links)
    named = {(link.change, link.target) for link in direct}
    by_item: dict[FactRef, list[DutyLink]] = {}
    for link in duty_links:
        by_item.setdefault(link.item, []).append(link)
    best: dict[tuple[FactRef, FactRef], ChangeLink] = {}
    for link in direct:
        if link.target.kind is FactKind.DUTY_ITEM:
            for onward in by_item.get(link.target, ()):
                if not _meet(link, onward):
                    continue
                key = (link.change, onward.unit)
                grade = weakest((link.grade, onward.grade))
                if key not in named and (key not in best or grade < best[key].grade):
                    judged = onward.judgement or link.judgement
                    best[key] = ChangeLink(
                        link.change, onward.unit, grade, link.evidence, link.counterpart, link.target, judged
                    )
    yield from best.values()


def same_subjects(provision: Provision) -> Iterator[SameSubject]:
    """Yield pairs of shared matters with different counterparts that speak of one subject in the same words."""
    statistics = _without_agencies(provision)
    passages = Passages(statistics, _LEAST_OF_SUBJECT)
    matters = list(_matters(provision))
    for number, (ref, matter) in enumerate(matters):
        for other_ref, other in matters[number + 1 :]:
            if other_ref.index == ref.index:
                continue
            found = passages.common(_blanked(provision, matter.text), _blanked(provision, other.text))
            if found:
                first = max(found, key=lambda passage: passage.length)
                quotes = (
                    part_of(matter.text, first.first, first.first + first.length),
                    part_of(other.text, first.second, first.second + first.length),
                )
                yield SameSubject((ref, other_ref), quotes)


def tensions(provision: Provision) -> Iterator[Finding]:
    """Yield findings where a duty and a shared matter speak of one thing with different verbs: to be read."""
    passages = Passages(WordStatistics(()), _LEAST_OF_TENSION)
    for _ref, matter in _matters(provision):
        for role in matter.roles:
            if role.agency.text not in provision.body.text and provision.body.text not in role.agency.text:
                continue
            for duty in provision.duties:
                for item in duty.items:
                    for passage in passages.common(item.text, role.text.text):
                        here = _verb_before(item.text, passage.first)
                        there = _verb_before(role.text.text, passage.second)
                        if here and there and here != there:
                            words = item.text[passage.first : passage.first + passage.length].strip("，；、的")
                            yield _tension(provision, part_of(item, passage.first, passage.first + passage.length),
                                           role.text, (words, here, there))  # fmt: skip


def _tension(provision: Provision, item: Quote, role: Quote, words: tuple[str, str, str]) -> Finding:
    subject, here, there = words
    opening = subject if len(subject) <= 24 else f"{subject[:24]}…"
    places = provision.cite(item.span), provision.cite(role.span)
    message = FINDING_PHRASES["wording-differs"].words.format(places[0], here, places[1], there, opening)
    return Finding(Severity.INFO, "wording-differs", message, item.span)


_VERBS = ("牵头负责", "牵头", "负责", "会同", "配合", "协助", "参与", "承办")


def _verb_before(text: str, offset: int) -> str | None:
    """Return the role verb that stands last before *offset* in its phrase, as worded."""
    phrase = text[max(text.rfind(mark, 0, offset) for mark in "，；。：") + 1 : offset]
    found = [(phrase.rfind(verb) + len(verb), len(verb), verb) for verb in _VERBS if verb in phrase]
    return max(found)[2] if found else None


def _linked(refs: tuple[FactRef, FactRef], words: tuple[Quote, Quote], found: list[Passage]) -> Iterator[ChangeLink]:
    if found:
        evidence = (Evidence(part_of(words[0], one.first, one.first + one.length)) for one in found)
        counterpart = (part_of(words[1], one.second, one.second + one.length) for one in found)
        yield ChangeLink(*refs, Grade.NAMED, tuple(evidence), tuple(counterpart))


def _meet(change: ChangeLink, duty: DutyLink) -> bool:
    """Say whether both links speak of the same words of the duty item, or the unit's of all of it.

    A change that concerns one thing of an item doesn't concern the unit of another thing beside it.
    """
    return not duty.part or any(
        quote.span.start < one.quote.span.end and one.quote.span.start < quote.span.end
        for quote in change.counterpart
        for one in duty.evidence
    )


def _matters(provision: Provision) -> Iterator[tuple[FactRef, Matter]]:
    for s, split in enumerate(provision.responsibility_splits):
        for m, matter in enumerate(split.matters):
            yield FactRef(FactKind.MATTER, s, m), matter


def _without_agencies(provision: Provision) -> WordStatistics:
    """Return how words are spread over the shared matters; names of agencies are in all of them and are no subject."""
    # what only two matters have in common may be their subject
    return WordStatistics((_blanked(provision, matter.text) for _ref, matter in _matters(provision)), general_least=3)


def _blanked(provision: Provision, words: Quote) -> str:
    """Return the words with the names of agencies and mechanisms put out of the way, each character by a mark."""
    text = words.text
    names = {provision.body.text}
    for split in provision.responsibility_splits:
        names |= {split.counterpart.text} if split.counterpart else set()
        for matter in split.matters:
            names |= {name.text for name in (*(role.agency for role in matter.roles), *matter.mechanisms)}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "。" * len(name))
    return text
