"""What of a review is shown beside what it is about: verdicts link by link, opinions fact by fact, unit by unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.models.verdict_wish import Link
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Opinion, Person, Stance, UnitName, Verdict
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.reviews.progress import ITEM_STATES, ItemState, Progress, progress
from eitc_desktop.services.reviews.words import CATEGORIES, ON_BEHALF, STANCES, TWO_DRAFTS

translate = QCoreApplication.translate

_BETWEEN = " · "
_OF_DIVISION = (FactKind.DIVISION, FactKind.SECOND_NAME, FactKind.DIVISION_NAMEPLATE, FactKind.DIVISION_DUTY)
DISPUTED = "disputed"
"""The sign of a link of which reviewers think differently; the others are values of ``Stance``."""


class Remark(NamedTuple):
    """What somebody entered, in words: what it is and of whom, and its own words, which may be empty.

    ``entry`` is the id of the entry.
    """

    heading: str
    words: str
    entry: str


class Marked(NamedTuple):
    """A place of the text that opinions speak of; ``whole``: they are on a fact, not on words marked by hand."""

    span: Span
    whole: bool
    entry: Entry


class ReviewSight:
    """One *review* of a provision as *reviewer* sees it, whose own verdicts are told from the others'."""

    def __init__(self, review: Review, reviewer: Person | None, provision: Provision, mapping: DutyMapping) -> None:
        self.review = review
        self._key = None if reviewer is None else reviewer.key
        self._provision = provision
        self._mapping = mapping

    @property
    def has_verdicts(self) -> bool:
        """Whether anybody gave a verdict."""
        return bool(self.review.verdicts)

    @cached_property
    def progress(self) -> Progress:
        """How far the duty items are reviewed."""
        return progress(self.review, self._provision, self._mapping)

    def verdicts(self, link: Link) -> tuple[Entry, ...]:
        """Return the verdicts on a link."""
        return self._verdicts.get(link, ())

    def remarks(self, link: Link) -> tuple[Remark, ...]:
        """Return the verdicts on a link in words, each state of those that stand in two."""
        return tuple(remark for entry in self.verdicts(link) for remark in self._verdict_remarks(entry, link))

    def lines(self, link: Link) -> tuple[str, ...]:
        """Return the verdicts on a link, a line for each."""
        return tuple(_in_one_line(remark) for remark in self.remarks(link))

    def counts(self, link: Link) -> tuple[str, ...]:
        """Return how many reviewers think what of a link, each in words, 有分歧 first where they differ."""
        stances = Counter(entry.content.stance for entry in self.verdicts(link) if isinstance(entry.content, Verdict))
        words = tuple(f"{stance_word(stance)} {stances[stance]}" for stance in Stance if stances[stance])
        return (dispute_word(), *words) if self.is_disputed(link) else words

    def tally(self, link: Link) -> str:
        """Return the same in one line, empty without any."""
        return _BETWEEN.join(self.counts(link))

    def sign(self, link: Link) -> str:
        """Return what a link is marked with: the value of the only Stance, DISPUTED, or nothing."""
        if self.is_disputed(link):
            return DISPUTED
        first = next((entry.content for entry in self.verdicts(link)), None)
        return first.stance.value if isinstance(first, Verdict) else ""

    def is_disputed(self, link: Link) -> bool:
        """Say whether reviewers think differently of a link, or propose different units."""
        heads = (head for entry in self.verdicts(link) for head in entry.heads if not head.withdrawn)
        thoughts = (_thought(head.content) for head in heads)
        first = next(thoughts, None)
        return any(thought != first for thought in thoughts)

    def has_state(self, link: Link, state: str) -> bool:
        """Say whether a link is in a *state*, the value of an ItemState; the disputed are reviewed, too."""
        match ItemState(state):
            case ItemState.UNREVIEWED:
                return not self.verdicts(link)
            case ItemState.REVIEWED:
                return bool(self.verdicts(link))
            case ItemState.DISPUTED:
                return self.is_disputed(link)

    def own(self, link: Link) -> str:
        """Return the reader's own verdict on a link, the value of a Stance; empty without one."""
        entry = self.own_entry(link)
        return entry.content.stance.value if entry is not None and isinstance(entry.content, Verdict) else ""

    def own_entry(self, link: Link) -> Entry | None:
        """Return the entry of the reader's own verdict on a link, the newest where there are several."""
        own = [entry for entry in self.verdicts(link) if entry.author.key == self._key]
        return own[-1] if own else None

    def proposals(self, link: Link) -> tuple[str, ...]:
        """Return who proposes a link, a line for each: in verdicts on other links of its item, or on its none."""
        return tuple(
            labelled(translate("ReviewSight", "建议对应"), _who(entry)) for entry in self._proposals.get(link, ())
        )

    def proposed(self, link: Link) -> tuple[str, ...]:
        """Return the units that verdicts on a link propose instead, each once, in words."""
        units = (entry.content.proposed for entry in self.verdicts(link) if isinstance(entry.content, Verdict))
        names = dict.fromkeys(unit.name for unit in units if unit is not None)
        return tuple(labelled(translate("ReviewSight", "建议对应"), name) for name in names)

    def opinions(self, ref: FactRef) -> tuple[Remark, ...]:
        """Return the opinions on a fact in words."""
        return tuple(opinion_remark(entry) for entry in self.review.on(ref))

    @cached_property
    def opinions_at(self) -> Mapping[FactRef, int]:
        """How many opinions there are at each unit: on itself, its names, its duties, and what lies in it."""
        units: Counter[FactRef] = Counter()
        for ref, entries in self.review.opinions_on.items():
            unit = _unit_of(ref)
            if unit is not None:
                units[unit] += len(entries)
        return units

    @cached_property
    def disputed_at(self) -> Mapping[FactRef, int]:
        """How many links of each unit reviewers think differently of."""
        return Counter(link[1] for link in self._verdicts if link[1] is not None and self.is_disputed(link))

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """The places of the text that opinions speak of, in the text's order, without those on the whole of it."""
        found = [
            Marked(span, entry.placement.ref is not None, entry)
            for entry in self.review.opinions
            if (span := entry.placement.span) is not None and span.end > span.start
        ]
        return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end)))

    @cached_property
    def _verdicts(self) -> dict[Link, tuple[Entry, ...]]:
        found: dict[Link, list[Entry]] = defaultdict(list)
        for entry in self.review.verdicts:
            item, content = entry.placement.ref, entry.content
            if item is None or not isinstance(content, Verdict):
                continue
            unit = None if content.unit is None else self.review.unit_ref(content.unit)
            if (unit is None) is (content.unit is None):  # else it is of a unit that this provision hasn't
                found[item, unit].append(entry)
        return {link: tuple(entries) for link, entries in found.items()}

    @cached_property
    def _proposals(self) -> dict[Link, tuple[Entry, ...]]:
        found: dict[Link, list[Entry]] = defaultdict(list)
        for entry in self.review.verdicts:
            item, content = entry.placement.ref, entry.content
            proposed = content.proposed if isinstance(content, Verdict) else None
            unit = None if proposed is None else self.review.unit_ref(proposed)
            if item is not None and unit is not None:
                found[item, unit].append(entry)
        return {link: tuple(entries) for link, entries in found.items()}

    def _verdict_remarks(self, entry: Entry, link: Link) -> Iterable[Remark]:
        heads = [head for head in entry.heads if not head.withdrawn] if entry.in_conflict else [entry.current]
        for head in heads:
            content = head.content
            if isinstance(content, Verdict):
                parts = [stance_word(content.stance), person_words(entry.author)]
                if link[1] is None and content.stance is Stance.AGREE:
                    parts[0] = translate("ReviewSight", "同意未对应")
                if entry.in_conflict:
                    parts.append(said(TWO_DRAFTS))
                yield Remark(_BETWEEN.join(parts), _because(content), entry.id)


def stance_word(stance: Stance) -> str:
    """Return 同意, 不同意 or 存疑."""
    return said(STANCES[stance])


def dispute_word() -> str:
    """Return 有分歧."""
    return said(ITEM_STATES[ItemState.DISPUTED])


def person_words(person: Person) -> str:
    """Return somebody's name with the office."""
    return translate("ReviewSight", "{0}（{1}）").format(person.name, person.office) if person.office else person.name


def opinion_remark(entry: Entry) -> Remark:
    """Return an opinion in words: its category and who gave it; what it says, and what it would rather have there."""
    content = entry.content
    if not isinstance(content, Opinion):
        return Remark("", "", entry.id)
    parts = [said(CATEGORIES[content.category]), _who(entry)]
    if content.on_behalf:
        parts.append(said(ON_BEHALF))
    if entry.in_conflict:
        parts.append(said(TWO_DRAFTS))
    proposed = labelled(translate("ReviewSight", "建议修改为"), content.proposed) if content.proposed else ""
    reason = labelled(translate("ReviewSight", "理由"), content.reason) if content.reason else ""
    return Remark(_BETWEEN.join(parts), "\n".join(filter(None, (content.text, proposed, reason))), entry.id)


def _who(entry: Entry) -> str:
    content = entry.content
    if isinstance(content, Opinion) and (content.person or content.office):
        return person_words(Person(content.person or content.office, content.office if content.person else "", ""))
    return person_words(entry.author)


def _because(verdict: Verdict) -> str:
    """Return the reason of a verdict and the unit it proposes, a line for each."""
    proposed = "" if verdict.proposed is None else labelled(translate("ReviewSight", "建议对应"), verdict.proposed.name)
    reason = labelled(translate("ReviewSight", "理由"), verdict.reason) if verdict.reason else ""
    return "\n".join(filter(None, (proposed, reason)))


def _in_one_line(remark: Remark) -> str:
    return _BETWEEN.join(filter(None, (remark.heading, *remark.words.splitlines())))


def _thought(content: object) -> tuple[Stance, UnitName | None] | None:
    return (content.stance, content.proposed) if isinstance(content, Verdict) else None


def _unit_of(ref: FactRef) -> FactRef | None:
    """Return the unit that a fact is or belongs to, None where it belongs to none that is drawn."""
    if ref.kind in _OF_DIVISION:
        return FactRef(FactKind.DIVISION, ref.index)
    if ref.kind in {FactKind.BODY, FactKind.HOSTED_OFFICE, FactKind.QUOTA}:
        return ref
    return None
