"""What is written is what is read, for provisions of every shape."""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from eitc_desktop.errors import DatabaseError
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.mapping import DutyLink, Evidence, Grade, Judgement, Mapping, Method, WordingKind
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.store import SCHEMA_VERSION, open_library
from eitc_desktop.store.content import content_digest, content_lines, damage
from eitc_desktop.store.writing import Source, write_library

SourceOf = Callable[[str, Provision], Source]
Bare = Callable[[str, str], Provision]


def test_every_kind_of_fact_comes_back_equal(made_up_library: Path, full_provision: Provision) -> None:
    with open_library(made_up_library) as library:
        loaded = library.load(1)
    assert loaded == full_provision
    assert facts_of(loaded) == facts_of(full_provision)


def test_every_kind_of_correspondence_comes_back_equal(made_up_library: Path, full_mapping: Mapping) -> None:
    with open_library(made_up_library) as library:
        assert library.mapping(1) == full_mapping
    kinds = {link.target.kind for link in full_mapping.change_links}
    assert kinds == {FactKind.DUTY_ITEM, FactKind.DIVISION, FactKind.HOSTED_OFFICE, FactKind.MATTER}
    assert {link.grade for link in full_mapping.duty_links} == set(Grade)
    assert {wording.kind for wording in full_mapping.wordings} == set(WordingKind)
    assert [field.name for field in dataclasses.fields(full_mapping) if not getattr(full_mapping, field.name)] == []


def test_each_provision_has_its_own_correspondences(
    tmp_path: Path, full_provision: Provision, full_mapping: Mapping, bare_provision: Bare, source_of: SourceOf
) -> None:
    """In whatever order tables are first needed, and with a first provision that needs none of them."""
    full = dataclasses.replace(source_of("a.txt", full_provision), mapping=full_mapping)
    few = dataclasses.replace(full, name="b.txt", mapping=Mapping(change_links=full_mapping.change_links[:1]))
    none = source_of("c.txt", bare_provision("设立甲局。", "甲局"))
    for number, sources in enumerate(([none, few, full], [full, none, few])):
        path = tmp_path / f"{number}.db"
        write_library(path, sources)
        with open_library(path) as library:
            assert [library.mapping(summary.id) for summary in library.provisions()] == [one.mapping for one in sources]
            assert damage(library) == ()


def test_a_table_that_only_a_later_provision_needs(
    tmp_path: Path, full_provision: Provision, full_mapping: Mapping, source_of: SourceOf
) -> None:
    """The first has links without judgements and no shared matters, so what the links refer to is made later."""
    first = dataclasses.replace(full_provision, responsibility_splits=(), hosted_offices=())
    links = Mapping(duty_links=full_mapping.duty_links[:1], change_links=full_mapping.change_links[:1])
    sources = [
        dataclasses.replace(source_of("a.txt", first), mapping=links),
        dataclasses.replace(source_of("b.txt", full_provision), mapping=full_mapping),
    ]
    write_library(tmp_path / "a.db", sources)
    with open_library(tmp_path / "a.db") as library:
        assert [library.mapping(1), library.mapping(2)] == [links, full_mapping]
        assert damage(library) == ()


def test_evidence_that_its_duty_item_does_not_hold_is_never_stored(
    tmp_path: Path, full_provision: Provision, source_of: SourceOf
) -> None:
    path = tmp_path / "a.db"
    item, unit = FactRef(FactKind.DUTY_ITEM, 0, 0), FactRef(FactKind.DIVISION, 0)
    elsewhere = Evidence(full_provision.duties[0].items[1])
    link = DutyLink(item, unit, Grade.NAMED, Method.NAME, part=False, evidence=(elsewhere,))
    with pytest.raises(DatabaseError, match="无法读回"):
        write_library(path, [dataclasses.replace(source_of("a.txt", full_provision), mapping=Mapping((link,)))])
    assert not path.exists()


@pytest.mark.parametrize("grade", [Grade.NAMED, Grade.JUDGED])
def test_a_judgement_stands_beside_grade_c_and_no_other(
    tmp_path: Path, full_provision: Provision, full_mapping: Mapping, source_of: SourceOf, grade: Grade
) -> None:
    judgement = None if grade is Grade.JUDGED else Judgement("理由", "甲", "2026-01-02")
    link = dataclasses.replace(full_mapping.change_links[0], grade=grade, judgement=judgement)
    mapping = Mapping(change_links=(link,))
    with pytest.raises(DatabaseError, match="无法写入"):
        write_library(tmp_path / "a.db", [dataclasses.replace(source_of("a.txt", full_provision), mapping=mapping)])


def test_keys_of_names_come_back_in_order_and_each_provision_has_its_own(
    tmp_path: Path, bare_provision: Bare, source_of: SourceOf
) -> None:
    keys = tuple(NameKey(name, pinyin, pinyin[0]) for name, pinyin in (("乙", "yi"), ("甲", "jia"), ("'", "'")))
    sources = [source_of(name, bare_provision(f"设立{name}。", name)) for name in ("甲", "乙")]
    write_library(tmp_path / "a.db", [dataclasses.replace(sources[0], name_keys=keys), sources[1]])
    with open_library(tmp_path / "a.db") as library:
        assert tuple(library.name_keys(1).items()) == tuple((key.name, key) for key in keys)
        assert library.name_keys(2) == library.name_keys(3) == {}


def test_the_made_up_provision_leaves_no_field_empty(full_provision: Provision) -> None:
    empty = [
        field.name for field in dataclasses.fields(full_provision) if getattr(full_provision, field.name) in (None, ())
    ]
    assert empty == []


def test_a_provision_that_states_nothing_comes_back_equal(
    tmp_path: Path, bare_provision: Bare, source_of: SourceOf
) -> None:
    bare = bare_provision("设立甲局。", "甲局")
    write_library(tmp_path / "bare.db", [source_of("a.txt", bare)])
    with open_library(tmp_path / "bare.db") as library:
        assert library.load(1) == bare


@pytest.mark.parametrize("body", ["甲\x00局", "局'; DROP TABLE provision; --", "😀局", "1", " 局 "])
def test_odd_words_come_back_as_they_were(tmp_path: Path, bare_provision: Bare, source_of: SourceOf, body: str) -> None:
    bare = bare_provision(f"设立{body}。\n", body)
    write_library(tmp_path / "odd.db", [source_of("a.txt", bare)])
    with open_library(tmp_path / "odd.db") as library:
        assert library.load(1) == bare
        assert library.provisions()[0].body == body


def test_several_bodies_and_two_versions_of_one(
    tmp_path: Path, bare_provision: Bare, full_provision: Provision, source_of: SourceOf
) -> None:
    first = bare_provision("设立甲局。", "甲局")
    second = bare_provision("调整：设立甲局，另设一处。", "甲局")
    path = tmp_path / "many.db"
    write_library(
        path,
        [source_of("jia-2010.txt", first), source_of("linye.txt", full_provision), source_of("jia-2020.txt", second)],
    )
    with open_library(path) as library:
        summaries = library.provisions()
        assert [(s.id, s.body, s.source_name) for s in summaries] == [
            (1, "甲局", "jia-2010.txt"),
            (2, "𠮷县林业局", "linye.txt"),
            (3, "甲局", "jia-2020.txt"),
        ]
        assert summaries[0].body_id == summaries[2].body_id != summaries[1].body_id
        assert [library.load(s.id) for s in summaries] == [first, full_provision, second]
        assert summaries[1].title == "𠮷县林业局职能配置规定"
        assert summaries[0].sha256 != summaries[2].sha256
        assert library.schema_version == SCHEMA_VERSION
        assert damage(library) == ()


def test_two_versions_in_one_library_keep_their_own_facts_apart(
    tmp_path: Path, full_provision: Provision, source_of: SourceOf
) -> None:
    path = tmp_path / "versions.db"
    cut = dataclasses.replace(full_provision, divisions=full_provision.divisions[:1], quotas=full_provision.quotas[:2])
    write_library(path, [source_of("a.txt", full_provision), source_of("b.txt", cut)])
    with open_library(path) as library:
        assert library.load(1) == full_provision
        assert library.load(2) == cut


def test_an_unknown_number_is_told_so(made_up_library: Path) -> None:
    with open_library(made_up_library) as library, pytest.raises(DatabaseError, match="没有编号为 7 的三定规定"):
        library.load(7)
    with open_library(made_up_library) as library, pytest.raises(DatabaseError, match="没有编号为 7 的三定规定"):
        library.mapping(7)


def test_every_fact_row_names_the_clause_that_the_provision_cites(
    made_up_library: Path, full_provision: Provision
) -> None:
    with sqlite3.connect(made_up_library) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if {"clause_id", "span_start"} <= {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        ]
        rows = [
            (table, seq, start)
            for table in tables
            for seq, start in connection.execute(
                f"SELECT clause.seq, {table}.span_start FROM {table} JOIN clause ON clause.id = {table}.clause_id"
            )
        ]
    connection.close()
    assert len(tables) >= 26
    assert [row for row in rows if full_provision.clause_at(row[2]).index != row[1]] == []


def test_one_source_gives_one_content_and_one_file(
    tmp_path: Path, full_provision: Provision, full_mapping: Mapping, source_of: SourceOf
) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    for path in (one, other):
        write_library(path, [dataclasses.replace(source_of("a.txt", full_provision), mapping=full_mapping)])
    with open_library(one) as first, open_library(other) as second:
        assert list(content_lines(first)) == list(content_lines(second))
    assert one.read_bytes() == other.read_bytes()


def test_the_digest_sees_one_changed_word(tmp_path: Path, bare_provision: Bare, source_of: SourceOf) -> None:
    digests = set()
    for text in ("设立甲局。", "设立甲局！"):
        write_library(tmp_path / "a.db", [source_of("a.txt", bare_provision(text, "甲局"))])
        with open_library(tmp_path / "a.db") as library:
            digests.add(content_digest(library))
    assert len(digests) == 2


def test_the_digest_sees_one_changed_link(
    tmp_path: Path, full_provision: Provision, full_mapping: Mapping, source_of: SourceOf
) -> None:
    digests = set()
    links = full_mapping.duty_links
    for changed in (links, (dataclasses.replace(links[0], part=True), *links[1:]), links[:2]):
        mapping = dataclasses.replace(full_mapping, duty_links=changed)
        write_library(tmp_path / "a.db", [dataclasses.replace(source_of("a.txt", full_provision), mapping=mapping)])
        with open_library(tmp_path / "a.db") as library:
            digests.add(content_digest(library))
    assert len(digests) == 3


def test_the_digest_leaves_the_shadow_tables_of_a_full_text_index_aside(made_up_library: Path) -> None:
    with sqlite3.connect(made_up_library) as connection:
        connection.execute("CREATE VIRTUAL TABLE duty_fts USING fts5(text)")
        connection.execute("INSERT INTO duty_fts(text) SELECT text FROM duty")
    connection.close()
    with open_library(made_up_library) as library:
        lines = list(content_lines(library))
    assert any(line.startswith("table duty_fts ") for line in lines)
    assert any(line.startswith("duty_fts (") for line in lines)
    assert not any("duty_fts_data" in line for line in lines)


def test_a_quotation_that_its_text_does_not_hold_is_never_stored(
    tmp_path: Path, bare_provision: Bare, source_of: SourceOf
) -> None:
    path = tmp_path / "a.db"
    good = bare_provision("设立甲局。", "甲局")
    write_library(path, [source_of("a.txt", good)])
    before = path.read_bytes()
    wrong = dataclasses.replace(good, status=Quote("乙局", Span(2, 4)))
    with pytest.raises(DatabaseError, match="无法读回") as caught:
        write_library(path, [source_of("a.txt", wrong)])
    assert f"：{path}（" in str(caught.value)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.db"]


def test_a_library_belongs_to_the_thread_that_opened_it(made_up_library: Path) -> None:
    caught: list[type[Exception]] = []

    def read() -> None:
        try:
            library.provisions()
        except Exception as error:  # noqa: BLE001  whatever it is, it is looked at below
            caught.append(type(error))

    with open_library(made_up_library) as library:
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert caught == [sqlite3.ProgrammingError]


def test_nothing_can_be_written_through_a_library(made_up_library: Path) -> None:
    with open_library(made_up_library) as library, pytest.raises(sqlite3.OperationalError, match="readonly"):
        library.connection.execute("DELETE FROM duty_item")


def test_a_closed_library_is_a_mistake_of_ours_and_no_fault_of_the_file(made_up_library: Path) -> None:
    library = open_library(made_up_library)
    library.close()
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.provisions()
