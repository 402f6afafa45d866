"""Texts that entries were made on are called by what officials know them by, wherever a paper names them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.papers import Paragraph, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Opinion, OpinionCategory
from eitc_desktop.reviewing.package import ProvisionNote
from eitc_desktop.services.papers.opinions import opinions_table
from eitc_desktop.services.papers.review_report import review_report
from eitc_desktop.services.papers.versions import version_names
from eitc_desktop.store import ProvisionSummary

if TYPE_CHECKING:
    from tests.conftest import Pen

HERE, OLD, THIRD, ALIEN = ("1a" * 32, "2b" * 32, "3c" * 32, "4d" * 32)


def summary(number: int, digest: str, **facts: object) -> ProvisionSummary:
    known = ProvisionSummary(number, 1, "某委", None, None, None, f"{number}.txt", "", digest)
    return replace(known, **facts)  # pyright: ignore[reportArgumentType]


def test_a_text_is_called_by_title_number_and_date_or_by_its_file() -> None:
    named = summary(2, OLD, title="某委规定", document_number="某办发〔2009〕1号", issued="2009年1月2日")
    other = summary(3, ALIEN, body_id=2, body="某局")
    assert version_names((summary(1, HERE), named, other), HERE) == {
        HERE: "文件 1.txt",
        OLD: "《某委规定》，某办发〔2009〕1号，2009年1月2日",
        ALIEN: "某局三定规定，文件 3.txt",
    }


def test_the_only_text_of_a_body_needs_no_name_and_equal_names_are_told_apart() -> None:
    assert HERE not in version_names((summary(1, HERE),), HERE)
    alike = version_names((summary(1, HERE), summary(2, OLD, source_name="1.txt")), HERE)
    assert alike[OLD] == f"文件 1.txt，文本校验码 {OLD[:12]}"
    assert alike[HERE] == f"文件 1.txt，文本校验码 {HERE[:12]}"


def test_what_packages_call_a_text_counts_where_the_library_has_none_of_it() -> None:
    notes = (
        ProvisionNote(OLD, "某委", "旧规定"),
        ProvisionNote(THIRD, "某委", ""),
        ProvisionNote(HERE, "某委", "别名"),
    )
    names = version_names((summary(1, HERE),), HERE, notes)
    assert names == {
        OLD: f"《旧规定》，文本校验码 {OLD[:12]}",
        THIRD: f"某委三定规定，文本校验码 {THIRD[:12]}",
    }


def test_papers_name_the_versions(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    item = FactRef(FactKind.DUTY_ITEM, 1, 1)
    said = Opinion(OpinionCategory.OPINION, "意见", "", "", "甲局", "")
    pen.write(pen.person("张伟", ""), said, replace(pen.anchor(item), provision=OLD))
    pen.write(pen.person("李娜", ""), said, replace(pen.anchor(item), provision=THIRD, exact="早已删去的话"))
    known = (summary(1, OLD), summary(2, pen.digest))
    review = replace(pen.review, versions=version_names(known, pen.digest))
    paper = review_report(provision, mapping, review)
    words = [block.words for block in paper.blocks if isinstance(block, Paragraph)]
    assert any(line.endswith(f"文件2.txt，文本校验码{pen.digest[:12]}。") for line in words)
    assert any(f"文件1.txt（1条）、{THIRD[:12]}（1条）" in line for line in words)
    lost = next(block for block in paper.blocks if isinstance(block, Table) and "未能定位" in block.title)
    assert f"版本：{THIRD[:12]}" in lost.rows[0].cells[-1].words
    table = opinions_table(provision, review)
    told = [row.cells[-1].words for row in table.rows]
    assert "据另一版本（文件 1.txt）提出，按相同文字定位" in told
    assert any(f"（文件 2.txt，文本校验码 {pen.digest[:12]}）" in note for note in table.notes)
