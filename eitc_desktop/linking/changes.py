"""Function change ↔ what stands today: duty items, units, and the shared matter that explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eitc_desktop.linking.duties import NamedUnit
from eitc_desktop.linking.matching import TermFinder, part_of
from eitc_desktop.linking.matters import SharedMatters
from eitc_desktop.linking.passages import Passage, Passages
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import ChangeLink, DutyLink, Evidence, Grade, Judgement, weakest
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote


def change_links(
    provision: Provision, units: list[NamedUnit], finder: TermFinder, statistics: WordStatistics
) -> Iterator[ChangeLink]:
    """Yield what each function change concerns by its own words: duty items, units, shared matters (grade B)."""
    passages = Passages(statistics)
    items = [
        (FactRef(FactKind.DUTY_ITEM, i, j), item)
        for i, duty in enumerate(provision.duties)
        for j, item in enumerate(duty.items)
    ]
    index = passages.index(item.text for _ref, item in items)
    for i, change in enumerate(provision.changes):
        ref = FactRef(FactKind.CHANGE, i)
        for number in index.near(change.text.text):
            target, item = items[number]
            yield from _linked((ref, target), (change.text, item), passages.common(change.text.text, item.text))
        for unit in units:
            evidence = finder.evidence(change.text, unit.sought)
            if evidence:
                yield ChangeLink(ref, unit.ref, Grade.NAMED, evidence)


def changed_matters(provision: Provision, shared: SharedMatters) -> Iterator[ChangeLink]:
    """Yield the shared matters that explain a change (grade B): of whom it went to, if it went to anybody."""
    passages = Passages(shared.statistics, begun=2)  # a matter is another agency's too: its words must be the same
    index = passages.index(shared.words)
    for i, change in enumerate(provision.changes):
        words = shared.without_agencies(change.text)
        recipients = {recipient.text for recipient in change.recipients}
        for number in index.near(words):
            ref, matter = shared.matters[number]
            counterpart = provision.responsibility_splits[ref.index].counterpart
            if not recipients or (counterpart is not None and counterpart.text in recipients):
                found = passages.common(words, shared.words[number])
                yield from _linked((FactRef(FactKind.CHANGE, i), ref), (change.text, matter.text), found)


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
                    judged = _joined(link.judgement, onward.judgement)
                    best[key] = ChangeLink(
                        link.change, onward.unit, grade, link.evidence, link.counterpart, link.target, judged
                    )
    yield from best.values()


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


def _joined(change: Judgement | None, duty: Judgement | None) -> Judgement | None:
    """Return what stands for a chain: both readings where both links are judged."""
    if change is None or duty is None:
        return change or duty
    judges = change.judge if change.judge == duty.judge else f"{change.judge}、{duty.judge}"
    return Judgement(f"{change.reason}{duty.reason}", judges, max(change.date, duty.date))
