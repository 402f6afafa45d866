"""Searching a library: whatever is typed finds something or nothing, in a settled order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.store import Library, open_library
from eitc_desktop.store.content import content_lines, damage, row_counts
from eitc_desktop.store.search import SearchHit, SearchKind, SearchStopped, search, search_provision
from eitc_desktop.store.terms import LONGEST, MOST, asked_words, folded, folded_with_places
from eitc_desktop.store.writing import Source, write_library

_ALL = 10_000


@pytest.fixture(scope="module")
def library(library_path: Path) -> Iterator[Library]:
    with open_library(library_path) as opened:
        yield opened


def kinds(hits: tuple[SearchHit, ...]) -> list[SearchKind]:
    return list(dict.fromkeys(hit.kind for hit in hits))


@pytest.mark.parametrize("query", ["无", "信息", "软件业", "经济和信息化", "294", "厅字〔2014〕20号", "-2", "、"])
def test_every_entry_that_holds_the_words_is_found_and_no_other(library: Library, query: str) -> None:
    everything = {(hit.ref, hit.span, hit.words) for hit in search(library, "", _ALL)}
    assert everything == set()
    with closing(sqlite3.connect(library.path)) as connection:
        spans = connection.execute("SELECT span_start, span_end FROM search_entry").fetchall()
        (text,) = connection.execute("SELECT text FROM provision").fetchone()
    holding = sorted(span for span in spans if folded(query) in folded(text[span[0] : span[1]]))
    found = search(library, query, _ALL)
    assert sorted((hit.span.start, hit.span.end) for hit in found) == holding
    assert all(hit.words == hit.span.of(text) for hit in found)
    assert holding


def test_hits_stand_in_the_order_of_kinds_and_of_the_text(library: Library, provision: Provision) -> None:
    found = search(library, "信息化", _ALL)
    assert kinds(found) == [kind for kind in SearchKind if kind in kinds(found)]
    for kind in SearchKind:
        spans = [hit.span.start for hit in found if hit.kind is kind]
        assert spans == sorted(spans)
    assert search(library, "信息化", 3) == found[:3]
    assert search(library, "信息化", _ALL) == found
    duty = next(hit for hit in found if hit.kind is SearchKind.DUTY)
    assert duty.ref is not None
    assert provision.duties[duty.ref.index].items[duty.ref.part].text == duty.words
    assert duty.citation == "二（一）"


def test_a_unit_called_exactly_so_comes_first(library: Library) -> None:
    found = search(library, "办公室", _ALL)
    assert found[0].words == "办公室"
    assert found[0].ref == FactRef(FactKind.DIVISION, 0)
    assert "上海市国防科技工业办公室" in [hit.words for hit in found[1:]]
    assert len({(hit.ref, hit.clause) for hit in found}) == len(found)


def test_all_words_must_be_there(library: Library) -> None:
    both = search(library, "会同 信息", _ALL)
    assert both
    assert all("会同" in hit.words and "信息" in hit.words for hit in both)
    assert {hit.span for hit in search(library, "信息　会同 会同", _ALL)} == {hit.span for hit in both}


@pytest.mark.parametrize("query", ["（创意", "(创意", "ＩＴ", "it", "1－2名", "1-2名"])
def test_width_and_case_make_no_difference(library: Library, query: str) -> None:
    assert search(library, query) == search(library, query.upper())
    assert search(library, query) == search(library, folded(query))


def test_blanks_in_the_text_part_no_words(tmp_path: Path, bare_provision: Callable[[str, str], Provision]) -> None:
    provision = bare_provision("甲\u3000局\n负责 审\u00a0批。", "甲\u3000局")
    write_library(tmp_path / "a.db", [Source("a.txt", "0" * 64, provision)])
    with open_library(tmp_path / "a.db") as library:
        assert [hit.words for hit in search(library, "甲局")][:1] == ["甲\u3000局"]
        assert search(library, "审批。")


@pytest.mark.parametrize(
    "query",
    [
        *(
            "",
            " ",
            "\u3000",
            '"',
            "''",
            "a OR b",
            "信息 OR",
            "NEAR(信息, 2)",
            "信*",
            "-信息",
            "pairs:信息",
            "{a b}:c",
            "^信",
        ),
        *("\0", "信\0息", "\ud800", "信\udfff息", "🙂", "👩‍👩‍👧", "𠮷", "資訊化發展", "\ue022", "%", "_", "a" * 10_000),
        *("信息" * 5_000, " ".join("信息化工作" * 2_000), "龘靐齉"),
    ],
)
def test_odd_input_finds_nothing_and_raises_nothing(library: Library, query: str) -> None:
    found = search(library, query) + search_provision(library, 1, query)
    assert all(all(word in folded(hit.words) for word in asked_words(query)) for hit in found)
    if "信息化工作" not in query.replace(" ", ""):
        assert found == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40))
def test_anything_typed_finds_what_holds_it(library: Library, query: str) -> None:
    for hit in search(library, query):
        assert all(word in folded(hit.words) for word in asked_words(query))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_piece_of_a_clause_finds_it(library: Library, provision: Provision, data: st.DataObject) -> None:
    clause = data.draw(st.sampled_from([clause for clause in provision.clauses if len(clause.body) > 0]))
    start = data.draw(st.integers(clause.body.start, clause.body.end - 1))
    end = data.draw(st.integers(start + 1, clause.body.end))
    query = "".join(provision.text[start:end].split())
    found = search(library, query, _ALL)
    assert not query or clause.index in [hit.clause for hit in found if hit.kind is SearchKind.CLAUSE]


def test_what_the_index_is_not_asked_for_is_held_against_the_text(library: Library, provision: Provision) -> None:
    long = max((clause.body.of(provision.text) for clause in provision.clauses), key=len)
    assert len(long) > LONGEST
    assert [hit.words for hit in search(library, long) if hit.kind is SearchKind.CLAUSE] == [long]
    assert search(library, f"{long[:LONGEST]}无") == ()
    many = list(dict.fromkeys(long))[: MOST + 2]
    assert long in [hit.words for hit in search(library, " ".join(many), _ALL)]
    assert search(library, " ".join([*many, "龘"]), _ALL) == ()
    assert len(search(library, " ".join(many), 1)) == 1


def test_one_provision_is_searched_by_itself_with_as_many_hits_of_each_kind(
    tmp_path: Path, full_provision: Provision, provision: Provision, source_of: Callable[[str, Provision], Source]
) -> None:
    sources = [source_of("a.txt", full_provision), source_of("b.txt", provision), source_of("c.txt", full_provision)]
    write_library(tmp_path / "three.db", sources)
    with open_library(tmp_path / "three.db") as library:
        own = {number: search_provision(library, number, "办公室", _ALL) for number in (1, 2, 3)}
        whole = search(library, "办公室", _ALL)
        few = search_provision(library, 2, "办公室", 1)
        assert search_provision(library, 9, "办公室") == ()
    assert {hit.provision_id for hit in own[2]} == {2}
    assert [hit.ref for hit in own[1]] == [hit.ref for hit in own[3]]
    assert set(whole) == {hit for hits in own.values() for hit in hits}
    assert [hit.kind for hit in few] == kinds(own[2])
    assert {hit.words for hit in whole[:3]} == {"办公室"}


def test_every_kind_of_entry_is_there(made_up_library: Path) -> None:
    with open_library(made_up_library) as library:
        for query, kind, ref in (
            ("林业局", SearchKind.UNIT, FactRef(FactKind.BODY)),
            ("绿化办公室", SearchKind.UNIT, FactRef(FactKind.NAMEPLATE)),
            ("信访股", SearchKind.UNIT, FactRef(FactKind.SECOND_NAME, 0, 1)),
            ("值班室", SearchKind.UNIT, FactRef(FactKind.DIVISION_NAMEPLATE)),
            ("指挥部", SearchKind.UNIT, FactRef(FactKind.HOSTED_OFFICE)),
            ("湿地", SearchKind.DUTY, FactRef(FactKind.DUTY_ITEM, 0, 1)),
            ("会务", SearchKind.DUTY, FactRef(FactKind.DIVISION_DUTY, 0, 1)),
            ("古树", SearchKind.CHANGE, FactRef(FactKind.CHANGE)),
            ("副局长", SearchKind.QUOTA, FactRef(FactKind.QUOTA, 2)),
            ("商定", SearchKind.MATTER, FactRef(FactKind.MATTER, 0, 1)),
            ("𠮷", SearchKind.CLAUSE, None),
        ):
            assert (kind, ref) in [(hit.kind, hit.ref) for hit in search(library, query)], query


def test_whoever_asks_can_stop(library: Library) -> None:
    with pytest.raises(SearchStopped):
        search(library, "信息", _ALL, stop=lambda: True)
    assert search(library, "信息", stop=lambda: False)


def test_the_index_is_declared_and_its_rows_are_nobodys_content(library: Library) -> None:
    lines = list(content_lines(library))
    assert len([line for line in lines if line.startswith("table search_index CREATE VIRTUAL TABLE")]) == 1
    assert not [line for line in lines if line.startswith("search_index")]
    assert [line for line in lines if line.startswith("search_entry (")]
    assert not [name for name in row_counts(library) if name.startswith("search_index")]
    assert damage(library) == ()


def test_folding_keeps_the_places_of_what_it_unfolds() -> None:
    assert folded("Ａｂ　㎡①") == "abm21"
    assert folded_with_places("甲 ㎡乙") == ("甲m2乙", [0, 2, 2, 3])
    assert asked_words(" 甲\u3000乙 甲 ") == ("甲", "乙")
