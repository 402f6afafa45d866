"""Searching the open provision: hits grouped by kind, with the matched places marked and each clause cited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import Fact, FactKind, FactRef, fact_of_clause, facts_of
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.model.units import UnitKind, units_of
from eitc_desktop.phrases import Phrase
from eitc_desktop.services import matching
from eitc_desktop.services.citing import Citing, place_of
from eitc_desktop.store import Library
from eitc_desktop.store.search import SearchHit, SearchKind, SearchStopped, search_provision
from eitc_desktop.store.terms import asked_words, folded, folded_with_places

__all__ = ["Found", "FoundGroup", "ProvisionSearch", "SearchKind", "SearchStopped"]

_MOST = 50  # of each kind
_BETWEEN_LOOKS = 64  # names that are held against what was typed before looking whether to go on
_LATIN = re.compile("[a-z]")
_OF_DIVISION = frozenset({FactKind.SECOND_NAME, FactKind.DIVISION_NAMEPLATE})

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: its ``words`` as they are shown, ``marks`` the places in them that match, ``place`` its clause as cited.

    ``ref`` is the fact to go to; None for a clause that states none, which is gone to by its ``span``.
    """

    kind: SearchKind
    ref: FactRef | None
    span: Span
    words: str
    marks: tuple[Span, ...]
    place: str


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The hits of one kind in the text's order, units called exactly so first; ``more`` where some are left out."""

    kind: SearchKind
    hits: tuple[Found, ...]
    more: bool


class ProvisionSearch:
    """Searches one provision of a library. Threads may share it; the library belongs to the thread that opened it."""

    def __init__(self, provision_id: int, provision: Provision, keys: Mapping[str, NameKey]) -> None:
        self._provision_id = provision_id
        self._provision = provision
        self._keys = keys
        self._citing = Citing(provision)

    def find(self, library: Library, query: str, stop: Stop | None = None) -> tuple[FoundGroup, ...]:
        """Return what holds every word of *query*; units also by pinyin or initials. Nothing typed finds nothing.

        A clause is left out where a fact that it states is listed.

        Raises:
            EitcError: if the library can't be read, or holds another text by now.
            SearchStopped: when *stop*, which is asked now and then, says so.
        """
        asked = asked_words(query)
        hits: dict[SearchKind, list[SearchHit]] = {kind: [] for kind in SearchKind}
        for hit in search_provision(library, self._provision_id, query, _MOST + 1, stop=stop):
            if hit.span.of(self._provision.text) != hit.words:
                raise EitcError(Phrase("Errors", "数据库在打开之后被改动过：{0}。请重新打开数据库"), library.path)
            hits[hit.kind].append(hit)
        sounding = self._sounding(query, stop)
        found = {kind: self._found(kind, hits[kind], asked) for kind in SearchKind}
        found[SearchKind.UNIT] = self._units(hits[SearchKind.UNIT], sounding, asked)
        found[SearchKind.QUOTA] = self._posts(found[SearchKind.QUOTA], sounding)
        found[SearchKind.CLAUSE] = self._not_listed(hits[SearchKind.CLAUSE], found, asked)
        return tuple(
            FoundGroup(kind, tuple(listed[:_MOST]), len(listed) > _MOST or len(hits[kind]) > _MOST)
            for kind, listed in found.items()
            if listed
        )

    @cached_property
    def _names(self) -> tuple[tuple[Fact, matching.SearchedText], ...]:
        """Every name of a unit, ready for pinyin."""
        posts = {unit.ref for unit in units_of(self._provision) if unit.kind is UnitKind.POST}
        return tuple(
            (fact, matching.searched_text((fact.words[0],), self._keys))
            for fact in facts_of(self._provision)
            if fact.ref.kind in _NAMES or fact.ref in posts
        )

    @cached_property
    def _stated_by(self) -> Mapping[int, FactRef]:
        """The fact that a clause as a whole states, by the clause's index."""
        starting: dict[int, list[Fact]] = defaultdict(list)
        for fact in facts_of(self._provision):
            starting[fact.span.start].append(fact)
        stated: dict[int, FactRef] = {}
        for clause in self._provision.clauses:
            facts = [fact for start in {clause.span.start, clause.body.start} for fact in starting.get(start, ())]
            ref = fact_of_clause(facts, clause)
            if ref is not None:
                stated[clause.index] = ref
        return stated

    def _sounding(self, query: str, stop: Stop | None) -> dict[FactRef, tuple[Span, ...]]:
        """Where in the text the names stand that answer by pinyin or initials, by the facts that state them."""
        words = matching.asked_words(query)
        if not any(map(_LATIN.search, words)):
            return {}
        found: dict[FactRef, tuple[Span, ...]] = {}
        for number, (fact, name) in enumerate(self._names):
            if stop is not None and number % _BETWEEN_LOOKS == 0 and stop():
                raise SearchStopped
            places = matching.matched_places(words, name)
            if len(places) == len(words):
                # the words of a fact may stand behind its beginning, never elsewhere
                start = self._provision.text.index(name.words, fact.span.start)
                found[fact.ref] = tuple(Span(start + first, start + last) for first, last in places)
        return found

    def _units(
        self, hits: Iterable[SearchHit], sounding: Mapping[FactRef, tuple[Span, ...]], asked: Sequence[str]
    ) -> list[Found]:
        """One row for each unit, whichever of its names were found."""
        marks: dict[FactRef, list[Span]] = defaultdict(list)
        exact: set[FactRef] = set()
        for hit in hits:
            if hit.ref is not None:
                row = _unit_of(hit.ref)
                marks[row] += _places(self._provision.text, hit.span, asked)
                if folded(hit.words) == "".join(asked):
                    exact.add(row)
        for ref, spans in sounding.items():
            if ref.kind is not FactKind.QUOTA:
                marks[_unit_of(ref)] += spans
        order = sorted(marks, key=lambda ref: (ref not in exact, self._citing.fact(ref).span))
        return [self._row(SearchKind.UNIT, ref, self._unit_span(ref), marks[ref]) for ref in order]

    def _unit_span(self, ref: FactRef) -> Span:
        """A division with its names in brackets; of anything else the bare name."""
        if ref.kind is FactKind.DIVISION:
            return self._citing.quoted(ref)
        if ref.kind is FactKind.HOSTED_OFFICE:
            return self._provision.hosted_offices[ref.index].name.span
        return self._citing.fact(ref).span

    def _posts(self, found: list[Found], sounding: Mapping[FactRef, tuple[Span, ...]]) -> list[Found]:
        known = {one.ref for one in found}
        for ref, marks in sounding.items():
            if ref.kind is FactKind.QUOTA and ref not in known:
                found.append(self._row(SearchKind.QUOTA, ref, self._citing.fact(ref).span, marks))
        return sorted(found, key=lambda one: one.span)

    def _found(self, kind: SearchKind, hits: Iterable[SearchHit], asked: Sequence[str]) -> list[Found]:
        text = self._provision.text
        return [self._row(kind, hit.ref, hit.span, _places(text, hit.span, asked)) for hit in hits]

    def _not_listed(
        self, hits: Iterable[SearchHit], found: Mapping[SearchKind, Sequence[Found]], asked: Sequence[str]
    ) -> list[Found]:
        listed = {one.ref for group in found.values() for one in group}
        listed |= {_whole_of(ref) for ref in listed if ref is not None}
        text = self._provision.text
        rows: list[Found] = []
        for hit in hits:
            ref = self._stated_by.get(hit.clause)
            if ref is None or ref not in listed:
                rows.append(self._row(SearchKind.CLAUSE, ref, hit.span, _places(text, hit.span, asked)))
        return rows

    def _row(self, kind: SearchKind, ref: FactRef | None, span: Span, marks: Iterable[Span]) -> Found:
        words = span.of(self._provision.text)
        lead = len(words) - len(words.lstrip())
        start = span.start + lead
        inside = (Span(mark.start - start, mark.end - start) for mark in _joined(marks) if mark.start >= start)
        shown = "".join(" " if char.isspace() else char for char in words.strip())
        return Found(kind, ref, span, shown, tuple(inside), place_of(self._provision, span))


_NAMES = frozenset(
    {
        FactKind.BODY,
        FactKind.NAMEPLATE,
        FactKind.DIVISION,
        FactKind.SECOND_NAME,
        FactKind.DIVISION_NAMEPLATE,
        FactKind.HOSTED_OFFICE,
    }
)


def _unit_of(ref: FactRef) -> FactRef:
    return FactRef(FactKind.DIVISION, ref.index) if ref.kind in _OF_DIVISION else ref


def _whole_of(ref: FactRef) -> FactRef:
    match ref.kind:
        case FactKind.DUTY_ITEM:
            return FactRef(FactKind.DUTY, ref.index)
        case FactKind.DIVISION_DUTY:
            return FactRef(FactKind.DIVISION, ref.index)
        case _:
            return ref


def _places(text: str, span: Span, asked: Iterable[str]) -> list[Span]:
    """Where each word of *asked* stands in *span*, everywhere it does; blanks within it included."""
    held, places = folded_with_places(span.of(text))
    found: list[Span] = []
    for word in asked:
        at = held.find(word)
        while at >= 0:
            last = at + len(word) - 1
            found.append(Span(span.start + places[at], span.start + places[last] + 1))
            at = held.find(word, at + len(word))
    return found


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Put together what overlaps or touches."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
