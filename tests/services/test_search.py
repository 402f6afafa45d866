"""Searching the open provision: groups, marks, pinyin, and nothing listed twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.build import build_database
from eitc_desktop.services.search import Found, FoundGroup, ProvisionSearch, SearchKind, SearchStopped
from eitc_desktop.store import Library, open_library


@pytest.fixture(scope="module")
def library(library_path: Path) -> Iterator[Library]:
    with open_library(library_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def search(library: Library) -> ProvisionSearch:
    return ProvisionSearch(1, library.load(1), library.name_keys(1))


def of_kind(groups: tuple[FoundGroup, ...], kind: SearchKind) -> tuple[Found, ...]:
    return next((group.hits for group in groups if group.kind is kind), ())


def marked(hit: Found) -> list[str]:
    return [mark.of(hit.words) for mark in hit.marks]


def test_hits_come_in_groups_with_what_matches_marked(search: ProvisionSearch, library: Library) -> None:
    groups = search.find(library, "信息")
    assert [group.kind for group in groups] == [
        SearchKind.UNIT,
        SearchKind.DUTY,
        SearchKind.CHANGE,
        SearchKind.MATTER,
        SearchKind.CLAUSE,
    ]
    assert not any(group.more for group in groups)
    for group in groups:
        for hit in group.hits:
            assert set(marked(hit)) == {"信息"}
            assert "\n" not in hit.words
    assert of_kind(groups, SearchKind.DUTY)[0].place == "二（一）"


@pytest.mark.parametrize(
    ("query", "mark"),
    [
        ("dscy", "都市产业"),
        ("dushi", "都市"),
        ("都市c", "都市产"),
        ("都市产业处", "都市产业处"),
        ("ＤＳＣＹ", "都市产业"),
    ],
)
def test_units_are_found_by_pinyin_and_initials(
    search: ProvisionSearch, library: Library, query: str, mark: str
) -> None:
    (hit,) = of_kind(search.find(library, query), SearchKind.UNIT)
    assert hit.ref == FactRef(FactKind.DIVISION, 11)
    assert hit.words == "都市产业处（创意与设计产业处）"
    assert marked(hit) == [mark]
    assert hit.place == "三（十二）"


def test_a_division_is_one_row_whichever_of_its_names_are_found(search: ProvisionSearch, library: Library) -> None:
    hits = of_kind(search.find(library, "产业处"), SearchKind.UNIT)
    refs = [hit.ref for hit in hits]
    assert len(set(refs)) == len(refs)
    both = next(hit for hit in hits if hit.ref == FactRef(FactKind.DIVISION, 11))
    assert marked(both) == ["产业处", "产业处"]
    (second,) = of_kind(search.find(library, "cyysj"), SearchKind.UNIT)
    assert marked(second) == ["创意与设计"]


def test_posts_are_found_by_pinyin_too(search: ProvisionSearch, library: Library) -> None:
    hits = of_kind(search.find(library, "fzr"), SearchKind.QUOTA)
    assert marked(hits[0]) == ["副主任"]
    assert hits[0].words == "副主任6名"


def test_a_unit_called_exactly_so_stands_first(search: ProvisionSearch, library: Library, provision: Provision) -> None:
    hits = of_kind(search.find(library, "办公室"), SearchKind.UNIT)
    assert hits[0].words == "办公室"
    assert hits[1].words == "上海市国防科技工业办公室"


def test_a_clause_is_left_out_where_its_fact_is_listed(search: ProvisionSearch, library: Library) -> None:
    assert of_kind(search.find(library, "都市产业处"), SearchKind.CLAUSE) == ()
    # across a name and what stands behind it, no fact has these words
    (clause,) = of_kind(search.find(library, "处（创"), SearchKind.CLAUSE)
    assert clause.ref == FactRef(FactKind.DIVISION, 11)
    (heading,) = of_kind(search.find(library, "人员编制"), SearchKind.CLAUSE)
    assert (heading.words, heading.place, heading.ref) == ("人员编制", "四", None)


def test_nothing_typed_finds_nothing_and_so_does_what_is_not_there(search: ProvisionSearch, library: Library) -> None:
    for query in ("", " \u3000", "龘", "資訊", "\0", "\ud800", "🙂", "x" * 10_000):
        assert search.find(library, query) == ()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.one_of(st.text(max_size=30), st.text("abgsxyz处室信 （", max_size=6)))
def test_marks_are_in_order_within_the_words(
    search: ProvisionSearch, library: Library, provision: Provision, query: str
) -> None:
    known = {fact.ref for fact in facts_of(provision)}
    for group in search.find(library, query):
        for hit in group.hits:
            assert hit.ref is None or hit.ref in known
            assert hit.marks
            ends = [0, *(edge for mark in hit.marks for edge in (mark.start, mark.end)), len(hit.words)]
            assert ends == sorted(ends)


def test_many_hits_are_cut_and_it_is_said(tmp_path: Path) -> None:
    duties = "\n".join(f"{number}.负责第{number}项工作。" for number in range(1, 61))
    text = f"根据某方案的规定，设立某市水务局，为市政府工作部门。\n一、主要职责\n{duties}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build_database(tmp_path / "a.db", tmp_path)
    with open_library(tmp_path / "a.db") as library:
        search = ProvisionSearch(1, library.load(1), {})
        many, few = search.find(library, "负责"), search.find(library, "第60项")
    assert [(len(group.hits), group.more) for group in many if group.kind is SearchKind.DUTY] == [(50, True)]
    assert [(len(group.hits), group.more) for group in few] == [(1, False)]


def test_a_library_that_holds_another_text_by_now_is_refused(library: Library, provision: Provision) -> None:
    other = replace(provision, text=provision.text.replace("信息", "消息"))
    with pytest.raises(EitcError, match="改动"):
        ProvisionSearch(1, other, {}).find(library, "信息")


def test_whoever_asks_can_stop(search: ProvisionSearch, library: Library) -> None:
    with pytest.raises(SearchStopped):
        search.find(library, "dscy", lambda: True)
