"""Hypothesis strategies for whatever a review may hold: revisions of every kind, sets of them with histories."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    Anchor,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Post,
    Reply,
    Revision,
    RowKind,
    Scenario,
    Stance,
    UnitName,
    Verdict,
)
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.reviewing.cleaning import is_plain_line, is_plain_text

_NEVER_ALONE = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])
_AWKWARD = st.sampled_from('"\\{}[],:\n\t甲乙丙。；（）<b>&amp;　𠀀é')

lines = st.text(_NEVER_ALONE, max_size=12).map(str.strip).filter(is_plain_line)
texts = st.text(_NEVER_ALONE | _AWKWARD, max_size=24).filter(is_plain_text)
uuids = st.uuids(version=4).map(str)
digests = st.text(string.hexdigits[:16], min_size=64, max_size=64)
_fractions = st.sampled_from(["", ".000000", ".000001", ".999999"])
times = st.builds(
    lambda moment, fraction: f"20{moment.year % 100:02}-{moment:%m-%dT%H:%M:%S}{fraction}Z", st.datetimes(), _fractions
)
people = st.builds(Person, lines, lines, uuids)
refs = st.builds(FactRef, st.sampled_from(FactKind), st.integers(0, 99), st.integers(0, 9), st.integers(0, 9))
units = st.builds(UnitName, refs, lines)


def _anchor(
    digest: str, ref: FactRef | None, clause: str, place: tuple[int, int], words: tuple[str, str, str]
) -> Anchor:
    span = Span(place[0], place[0] + place[1]) if words[0] else Span(0, 0)
    return Anchor(digest, ref, clause, span, *(words if words[0] else ("", "", "")))


anchors = st.builds(
    _anchor,
    st.sampled_from(["1" * 64, "ab" * 32]) | digests,
    st.none() | refs,
    lines,
    st.tuples(st.integers(0, 60_000), st.integers(0, 500)),
    st.tuples(texts, texts, texts),
)

rows = (
    st.builds(AllotmentRow, st.just(RowKind.UNIT), units)
    | st.builds(AllotmentRow, st.just(RowKind.BODY), st.none(), lines)
    | st.builds(AllotmentRow, st.sampled_from([RowKind.LEADERSHIP, RowKind.RESERVE]))
)
columns = st.builds(AllotmentColumn, st.integers(0, 40), lines, st.none() | st.sampled_from(Post))

contents: st.SearchStrategy[Content] = st.one_of(
    st.builds(Opinion, st.sampled_from(OpinionCategory), texts, texts, texts, lines, lines, st.booleans()),
    st.builds(NoOpinion, lines, lines, st.booleans(), texts),
    st.builds(Reply, uuids, texts, st.booleans()),
    st.builds(Handling, uuids, st.sampled_from(Adoption), texts, lines),
    st.builds(Verdict, st.none() | units, st.sampled_from(Stance), texts, st.none() | units),
    st.builds(Scenario, lines, texts),
    st.builds(Allotment, uuids, rows, columns, st.none() | st.integers(0, 10_000_000)),
    st.builds(AskedOffice, lines),
)

revisions: st.SearchStrategy[Revision] = st.builds(
    lambda entry, replaces, author, made_at, anchor, content, withdrawn: seal(
        entry, tuple(replaces), author, made_at, anchor, content, withdrawn=withdrawn
    ),
    uuids,
    st.lists(digests, max_size=3),
    people,
    times,
    anchors,
    contents,
    st.booleans(),
)


@st.composite
def histories(draw: st.DrawFn, entries: int = 4, states: int = 10) -> tuple[Revision, ...]:
    """Entries by few people, each state made from some of those before it, as when they edit apart."""
    persons = draw(st.lists(people, min_size=1, max_size=3))
    names = draw(st.lists(uuids, min_size=1, max_size=entries, unique=True))
    made: dict[str, list[Revision]] = {name: [] for name in names}
    for _ in range(draw(st.integers(1, states))):
        entry = draw(st.sampled_from(names))
        before = made[entry]
        replaced = draw(st.lists(st.sampled_from(before), max_size=2, unique=True)) if before else []
        made[entry].append(
            seal(
                entry,
                tuple(one.id for one in replaced),
                draw(st.sampled_from(persons)),
                draw(times),
                draw(anchors),
                draw(contents),
                withdrawn=draw(st.booleans()),
            )
        )
    return tuple({one.id: one for states_ in made.values() for one in states_}.values())


@st.composite
def parts(draw: st.DrawFn, count: int = 3) -> tuple[tuple[Revision, ...], ...]:
    """So many reviews that overlap: each has some of the same revisions."""
    everything = draw(histories())
    return tuple(tuple(draw(st.lists(st.sampled_from(everything), max_size=12))) for _ in range(count))
