"""The committed database is what its sources give."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from eitc_desktop import paths
from eitc_desktop.model.facts import facts_of
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.library import newest
from eitc_desktop.store import open_library
from eitc_desktop.store.content import content_lines, damage

_VIEWS = ("clause_view", "duty_item_view", "function_change_view", "quota_view", "responsibility_view", "unit")
# What stands for nothing in the text: names of texts, keys to find names by, and links, whose evidence has the places.
_WITHOUT_PLACE = ("body", "provision", "clause", "name_key")
_RELATIONS = ("judgement", "duty_link", "rejection", "change_link", "same_subject")


def test_it_has_the_content_of_a_fresh_build(library_path: Path) -> None:
    with open_library(paths.default_database()) as shipped, open_library(library_path) as fresh:
        assert list(content_lines(shipped)) == list(content_lines(fresh))
        assert damage(shipped) == ()


def test_it_holds_what_the_reader_makes_of_the_source(provision: Provision, mapping: Mapping) -> None:
    with open_library(paths.default_database()) as shipped:
        loaded = shipped.load(newest(shipped).id)
        assert shipped.mapping(newest(shipped).id) == mapping
    assert loaded == provision
    assert facts_of(loaded) == facts_of(provision)


def test_tables_are_strict_keep_their_spans_and_hold_no_structure_in_a_cell() -> None:
    with closing(sqlite3.connect(paths.default_database())) as connection:
        strict = {
            name: bool(is_strict)
            for _, name, kind, _, _, is_strict in connection.execute("PRAGMA table_list")
            if kind == "table" and not name.startswith(("sqlite_", "_sqlite"))
        }
        assert [name for name, is_strict in strict.items() if not is_strict] == []
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        for name in strict:
            columns = {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({name})")}
            assert set(columns.values()) <= {"TEXT", "INTEGER"}
            if name not in (*_WITHOUT_PLACE, *_RELATIONS):
                assert {"clause_id", "span_start", "span_end"} <= set(columns), name


_QUOTATIONS = (
    ("duty_item", "text"),
    ("division", "name"),
    ("role", "text"),
    ("second_name", "name"),
    ("duty_link_evidence", "text"),
    ("change_link_evidence", "text"),
    ("change_link_counterpart", "text"),
    ("wording", "text"),
)


def test_every_quotation_in_sql_is_found_at_its_span(provision: Provision) -> None:
    with closing(sqlite3.connect(paths.default_database())) as connection:
        for table, column in _QUOTATIONS:
            wrong = connection.execute(
                f"SELECT count(*) FROM {table} JOIN clause ON clause.id = clause_id JOIN provision"
                " ON provision.id = clause.provision_id WHERE substr(provision.text, "
                f"{table}.span_start + 1, {table}.span_end - {table}.span_start) <> {table}.{column}"
            ).fetchone()
            assert wrong == (0,), table


def test_views_read_well() -> None:
    with closing(sqlite3.connect(paths.default_database())) as connection:
        rows = {view: connection.execute(f"SELECT * FROM {view}").fetchall() for view in _VIEWS}
        units = connection.execute("SELECT 类别, 名称, 另称, 编制职数, 条款 FROM unit").fetchall()
        posts = connection.execute("SELECT 名称, 数额或规则, 其中之于 FROM quota_view").fetchall()
        moved = connection.execute("SELECT 去向, 方向_推算 FROM function_change_view WHERE 类别 = '整合'").fetchall()
    assert {view: len(listed) for view, listed in rows.items() if view != "clause_view"} == {
        "duty_item_view": 65,
        "function_change_view": 16,
        "quota_view": 8,
        "responsibility_view": len(rows["responsibility_view"]),
        "unit": 1 + 5 + 25 + 2,
    }
    assert units[0][:3] == ("机构", "上海市经济和信息化委员会", "上海市国防科技工业办公室")
    assert ("领导职务", "市国防科技工业办公室专职副主任", None, "1-2名", "四") in units
    assert ("内设机构", "研究室", "政策法规处", "本规定未载明", "三（二）") in units
    assert ("非领导职数", "按照《公务员法》有关规定核定", None) in posts
    assert moved == [("上海市商务委员会", "移出本机关")]


def test_views_of_the_mapping_read_well(mapping: Mapping) -> None:
    with closing(sqlite3.connect(paths.default_database())) as connection:
        links = connection.execute(
            "SELECT 职责, 程序编号, 对应单位, 单位类别, 等级, 依据原文, 理由, 性质, 整项或部分, 条款"
            " FROM duty_link_view"
        ).fetchall()
        gaps = connection.execute("SELECT 类别, 序号, 程序编号, 原文 FROM duty_gap_view").fetchall()
        rejected = connection.execute("SELECT 对应单位, 名称所对应的原文, 性质 FROM rejection_view").fetchall()
        changes = connection.execute("SELECT 类别, 关系, 所涉, 经由, 等级, 性质 FROM change_link_view").fetchall()
        wordings = connection.execute("SELECT 类别, 归类, 原文用语 FROM wording_view").fetchall()
        subjects = connection.execute("SELECT 对方, 条款, 共同用语 FROM same_subject_view").fetchall()
    assert len(links) == len(mapping.duty_links)
    saving = next(row for row in links if row[:3] == ("（六）", 1, "节能与综合利用处"))
    assert saving[3:6] == ("内设机构", "B 名称对应", "“能源节约”“综合利用”")
    assert "节能" in saving[6]
    assert saving[7:] == ("推算", "部分", "二（六）")
    assert {row[7] for row in links if row[4].startswith("C")} == {"研判（未经本单位确认）"}
    assert all(row[6] for row in links if row[4].startswith("C"))
    assert ("职责分项未对应内设机构", "（十八）", 1, "负责本市无线电管理工作") in gaps
    assert [row[3] for row in gaps if row[2] is None] == ["办公室", "人事教育处", "装备产业处"]
    assert ("新材料处", "“新材料”", "研判（未经本单位确认）") in rejected
    assert {row[1] for row in changes if row[0] in ("取消", "下放")} == {"涉及领域"}
    assert {row[1] for row in changes if row[0] not in ("取消", "下放")} == {"对应"}
    assert ("整合", "对应", "生产性服务业处", "职责（九）第 2 项（程序编号）", "B 名称对应", "推算") in changes
    assert ("整合", "对应", "与上海市商务委员会的职责分工1.", None, "B 名称对应", "推算") in changes
    assert ("协作角色", "会同", "会同") in wordings
    assert {row[:2] for row in subjects} == {
        ("上海市发展和改革委员会", "五（二）2"),
        ("上海市科学技术委员会", "五（三）"),
    }
