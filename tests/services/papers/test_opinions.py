"""意见汇总表: all that was entered is there, counted, grouped by office and told apart from the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.papers import Merge, Row, Standing, Table, merges_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    AskedOffice,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Reply,
    Stance,
    Verdict,
)
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.placing import Confidence, Placement
from eitc_desktop.reviewing.review import NOTHING_REVIEWED
from eitc_desktop.services.papers.opinions import opinions_table

if TYPE_CHECKING:
    from tests.conftest import Pen

ITEM = FactRef(FactKind.DUTY_ITEM, 1, 1)
LATER = FactRef(FactKind.DUTY_ITEM, 4, 0)


def opinion(words: str, office: str = "", **options: object) -> Opinion:
    plain = Opinion(OpinionCategory.OPINION, words, "", "", office, "")
    return replace(plain, **options)  # pyright: ignore[reportArgumentType]


def titles(table: Table) -> list[str]:
    return [row.cells[0].words for row in table.rows if row.title]


def entries(table: Table) -> list[Row]:
    return [row for row in table.rows if not row.title]


def column(table: Table, heading: str) -> list[str]:
    at = [each.heading for each in table.columns].index(heading)
    return [row.cells[at].words for row in entries(table)]


def test_columns_are_those_of_the_office(provision: Provision) -> None:
    table = opinions_table(provision, NOTHING_REVIEWED)
    assert "｜".join(each.heading for each in table.columns) == (
        "序号｜条款｜原文｜修改意见（建议修改为）｜理由｜提出单位｜采纳情况｜说明"
    )
    assert titles(table) == ["没有录入意见"]
    assert "征求意见单位未录入" in table.lead[0]
    assert table.title.endswith("意见汇总表")
    assert provision.body.text in table.title
    assert "非规定内容" in table.mark


def test_offices_stand_as_they_were_asked_and_others_after_them_by_name(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    for name in ("乙局", "甲局"):
        pen.write(author, AskedOffice(name))
    for name in ("丁局", "丙局", "甲局", "", "乙局"):
        pen.write(author, opinion(f"{name}的话", name), ITEM)
    table = opinions_table(provision, pen.review)
    assert [words.partition("（")[0] for words in titles(table)] == ["乙局", "甲局", "丙局", "丁局", "未填单位"]
    assert titles(table)[0] == "乙局（1 条：未处理 1）"
    assert all(("不在征求之列" in words) == (words[0] in "丁丙") for words in titles(table))
    assert column(table, "序号") == ["1", "2", "3", "4", "5"]


def test_what_a_proposal_stands_for_is_quoted_as_the_window_quotes_it(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    named_twice = next(i for i, division in enumerate(provision.divisions) if division.second_names)
    places = [FactRef(FactKind.DIVISION, named_twice), FactRef(FactKind.BODY), FactRef(FactKind.HOSTED_OFFICE, 0)]
    for place in places:
        pen.write(author, opinion("改名", "甲局"), place)
    shown = sorted(entry.anchor.exact for entry in pen.review.opinions)
    assert sorted(column(opinions_table(provision, pen.review), "原文")) == shown
    assert any("（" in words for words in shown)


def test_within_an_office_the_whole_comes_first_and_then_the_order_of_the_text(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    for place in (LATER, ITEM, None):
        pen.write(author, opinion("一条", "甲局"), place)
    table = opinions_table(provision, pen.review)
    assert column(table, "条款") == ["全文", "二（二）[2]", "二（五）[1]"]
    quoted = provision.duties[ITEM.index].items[ITEM.part].text
    assert column(table, "原文")[:2] == ["—", quoted]


def test_offices_are_counted_as_official_tables_count_them(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    for name in ("甲局", "乙局", "丙局", "丁 局"):
        pen.write(author, AskedOffice(name))
    pen.write(author, opinion("一", "甲局"), ITEM)
    pen.write(author, opinion("二", "甲局"), LATER)
    pen.write(author, NoOpinion("甲局", ""))  # has an opinion, too: it is one of those with opinions
    pen.write(author, NoOpinion("丁局", "周舟", on_behalf=True, note="来函〔2026〕1号"))
    pen.write(author, opinion("三", "戊局"))
    pen.write(author, NoOpinion("己局", ""))
    pen.write(author, opinion("四"))
    table = opinions_table(provision, pen.review)
    assert table.lead[0] == (
        "征求意见单位 4 个：反馈 2 个（提出意见 1 个，无意见 1 个），未反馈 2 个（乙局、丙局）。"
        "另有 2 个单位不在征求之列而有反馈，不计入以上各数：戊局、己局（无意见）。"
    )
    assert table.lead[1] == "意见 4 条：意见 4；未处理 4。"
    assert "无意见的单位（2 个）" in titles(table)
    assert any("按提出意见计：甲局" in note for note in table.notes)
    without = [row for row in entries(table) if row.cells[3].words == "无意见"]
    assert [row.cells[5].words for row in without] == ["丁 局\n周舟\n（张伟代录）", "己局\n张伟"]
    assert without[0].cells[7].words == "来函〔2026〕1号"
    assert any("“代录”" in note for note in table.notes)


def test_what_was_proposed_why_and_what_became_of_it(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("张伟", "规划处"), pen.person("李娜", "综合处")
    said = opinion(
        "不妥。\n第二段。",
        "甲局",
        category=OpinionCategory.QUESTION,
        proposed="改为此",
        reason="重复",
        person="陈晨",
        on_behalf=True,
    )
    made = pen.write(author, said, ITEM)
    pen.write(other, Handling(made.entry, Adoption.REJECTED, "上位文件如此。", "王强"), ITEM)
    pen.write(other, Reply(made.entry, "同意不改", no_objection=True), ITEM)
    row = entries(opinions_table(provision, pen.review))[0]
    assert [cell.words for cell in row.cells[3:]] == [
        "【疑问】不妥。\n第二段。\n建议修改为：改为此",
        "重复",
        "甲局\n陈晨\n（张伟代录）",
        "不采纳",
        "上位文件如此。\n承办人：王强\n李娜（综合处）回复：无意见，同意不改",
    ]
    assert {line.standing for line in row.cells[2].lines} == {Standing.STATED}
    entered = [line for cell in row.cells[3:] for line in cell.lines]
    assert {line.standing for line in entered} == {Standing.ENTERED}


def test_two_drafts_stand_side_by_side(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("张伟", "规划处"), pen.person("李娜", "综合处")
    first = pen.write(author, opinion("原稿", "甲局"), ITEM)
    pen.write(author, opinion("甲稿", "甲局", reason="理由甲"), ITEM, replaces=[first])
    pen.write(other, opinion("乙稿", "甲局", reason="理由乙"), ITEM, replaces=[first])
    table = opinions_table(provision, pen.review)
    (row,) = entries(table)
    lines = row.cells[3].words.splitlines()
    assert lines[0].startswith("［稿一：张伟（规划处），")
    assert lines[1] == "【意见】甲稿"
    assert lines[2].startswith("［稿二：李娜（综合处），")
    assert lines[3] == "【意见】乙稿"
    assert "原稿" not in row.cells[3].words
    assert row.cells[4].words == "［稿一］\n理由甲\n［稿二］\n理由乙"
    assert "两稿并存，尚未取舍" in row.cells[7].words
    assert any("两稿并存" in note for note in table.notes)


def test_two_drafts_of_what_became_of_it_are_said(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("张伟", "规划处"), pen.person("李娜", "综合处")
    made = pen.write(author, opinion("原稿", "甲局"), ITEM)
    for who, adoption in ((author, Adoption.ADOPTED), (other, Adoption.REJECTED)):
        pen.write(who, Handling(made.entry, adoption, "", ""), ITEM, entry="0" * 8)
    (row,) = entries(opinions_table(provision, pen.review))
    assert row.cells[6].words == "稿一：采纳\n稿二：不采纳"
    assert "两稿并存，尚未取舍" in row.cells[7].words


def test_what_was_withdrawn_is_not_there(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    made = pen.write(author, opinion("不要了", "甲局"), ITEM)
    pen.write(author, opinion("不要了", "甲局"), ITEM, replaces=[made], withdrawn=True)
    assert titles(opinions_table(provision, pen.review)) == ["没有录入意见"]


def test_what_has_no_place_in_this_version_stands_at_the_end(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    pen.write(author, AskedOffice("甲局"))
    lost = replace(pen.anchor(ITEM), provision="ab" * 32, exact="早已删去的话", clause="二（九十九）")
    pen.write(author, opinion("旧版的", "甲局"), lost)
    pen.write(author, opinion("新版的", "乙局"), ITEM)
    table = opinions_table(provision, pen.review)
    assert "反馈 1 个（提出意见 1 个" in table.lead[0]
    assert titles(table)[-1] == "在本版本中未能定位的意见（1 条）：条款和原文为提出意见时所见版本的"
    last = entries(table)[-1]
    assert [cell.words for cell in last.cells[:4]] == [
        "2",
        "二（九十九）",
        "（另一版本）早已删去的话",
        "【意见】旧版的",
    ]
    assert last.cells[7].words == "据另一版本（abababababab）提出，在本版本中未能定位"
    assert {line.standing for cell in last.cells[1:4] for line in cell.lines} == {Standing.ENTERED}


@pytest.mark.parametrize(
    ("confidence", "said"),
    [(Confidence.MOVED, "按相同文字定位"), (Confidence.SIMILAR, "按相近文字定位（相似 87%）")],
)
def test_what_was_placed_by_its_words_is_noted(
    pen: Pen, provision: Provision, confidence: Confidence, said: str
) -> None:
    anchor = replace(pen.anchor(ITEM), provision="ab" * 32)
    pen.write(pen.person("张伟", "规划处"), opinion("旧版的", "甲局"), anchor)
    (entry,) = pen.review.entries
    placed = replace(entry, placement=Placement(confidence, ITEM, pen.anchor(ITEM).span, "二（二）", 0.87))
    (row,) = entries(opinions_table(provision, replace(pen.review, entries=(placed,))))
    assert row.cells[1].words == "二（二）[2]"
    assert row.cells[7].words == f"据另一版本（abababababab）提出，{said}"
    assert ("（另一版本）" in row.cells[2].words) == (confidence is Confidence.SIMILAR)
    assert row.cells[2].lines[0].standing is Standing.STATED


def test_a_marked_passage_is_quoted_and_a_long_one_shortened(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    start = provision.text.index("无线电")
    pen.write(author, opinion("短", "甲局"), Span(start, start + 8))
    pen.write(author, opinion("长", "乙局"), Span(0, 3000))
    short, long = column(opinions_table(provision, pen.review), "原文")
    assert short == provision.text[start : start + 8]
    assert len(long) < 400
    assert long.endswith("字，以下从略）")


def test_the_same_words_stand_once_for_the_opinions_on_them(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    for office, place in (("甲局", ITEM), ("甲局", ITEM), ("甲局", LATER), ("乙局", LATER)):
        pen.write(author, opinion("话", office), place)
    table = opinions_table(provision, pen.review)
    assert merges_of(table) == (Merge(2, 1, 2), Merge(1, 1, 2))  # not over the title of another office
    assert column(table, "条款") == ["二（二）[2]", "二（二）[2]", "二（五）[1]", "二（五）[1]"]


def test_names_that_look_like_something_else_stay_words(pen: Pen, provision: Provision) -> None:
    words = "<b>=SUM(A1)</b> & 其他"
    pen.write(pen.person(words, words), opinion(words, words, person=words), ITEM)
    (row,) = entries(opinions_table(provision, pen.review))
    assert words in row.cells[3].words
    assert row.cells[5].words == words  # person and office, said once


def test_it_is_the_same_whatever_order_revisions_came_in(pen: Pen, provision: Provision) -> None:
    author = pen.person("张伟", "规划处")
    for name in ("乙局", "甲局", "丙局"):
        pen.write(author, AskedOffice(name))
        pen.write(author, opinion(f"{name}的话", name), ITEM)
    before = opinions_table(provision, pen.review)
    pen.revisions.reverse()
    assert opinions_table(provision, pen.review) == before


def test_what_another_withdrew_stays_with_who_withdrew_it(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("王芳", "甲局"), pen.person("李强", "编办")
    for name in ("甲局", "乙局"):
        pen.write(other, AskedOffice(name))
    made = pen.write(author, opinion("不该丢的话", "甲局"), ITEM)
    pen.write(author, opinion("在后的话", "甲局"), LATER)
    pen.write(other, opinion("不该丢的话", "甲局"), ITEM, replaces=[made], withdrawn=True)
    nothing = pen.write(author, NoOpinion("乙局", ""))
    pen.write(other, NoOpinion("乙局", ""), replaces=[nothing], withdrawn=True)
    own = pen.write(author, opinion("自己撤回的话", "甲局"), ITEM)
    pen.write(author, opinion("自己撤回的话", "甲局"), ITEM, replaces=[own], withdrawn=True)
    table = opinions_table(provision, pen.review)
    assert table.lead[0] == "征求意见单位 2 个：反馈 2 个（提出意见 1 个，无意见 1 个），未反馈 0 个。"
    assert table.lead[1] == "意见 1 条：意见 1；未处理 1。另有 1 条由他人撤回，照录而不计入。"
    assert titles(table) == ["甲局（1 条：未处理 1，另有 1 条由他人撤回）", "无意见的单位（1 个）"]
    assert column(table, "序号") == ["—", "1", "—"]
    first, _, nothing_row = entries(table)
    assert "不该丢的话" in first.cells[3].words
    assert [cell.words for cell in first.cells[6:]] == ["已撤回", "李强（编办）撤回"]
    assert nothing_row.cells[7].words == "李强（编办）撤回"
    assert not any("自己撤回的话" in row.cells[3].words for row in entries(table))
    assert any("由他人撤回" in note for note in table.notes)
    assert any(note == "提出人本人撤回的 1 条不列。" for note in table.notes)


def test_a_table_of_nothing_but_what_another_withdrew(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("王芳", "甲局"), pen.person("李强", "编办")
    made = pen.write(author, opinion("话", "甲局"), ITEM)
    pen.write(other, Handling(made.entry, Adoption.REJECTED, "不采纳的理由", ""), ITEM)
    pen.write(other, opinion("话", "甲局"), ITEM, replaces=[made], withdrawn=True)
    table = opinions_table(provision, pen.review)
    assert table.lead[1] == "意见 0 条，另有 1 条由他人撤回，照录而不计入。"
    assert titles(table) == ["甲局（0 条，另有 1 条由他人撤回）"]
    (row,) = entries(table)
    assert [cell.words for cell in row.cells[6:]] == ["已撤回\n不采纳", "不采纳的理由\n李强（编办）撤回"]


def test_words_of_another_are_not_the_first_authors(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("王芳", "甲局"), pen.person("李强", "编办")
    made = pen.write(author, opinion("更名。", "甲局", person="王芳"), ITEM)
    reply = pen.write(author, Reply(made.entry, "同意"), ITEM)
    nothing = pen.write(author, NoOpinion("乙局", "", note="原"))
    pen.write(other, opinion("不更名。", "甲局", person="王芳"), ITEM, replaces=[made])
    pen.write(other, Reply(made.entry, "不同意"), ITEM, replaces=[reply])
    pen.write(other, NoOpinion("乙局", "", note="改"), replaces=[nothing])
    table = opinions_table(provision, pen.review)
    row, without = entries(table)
    assert row.cells[3].words == "【意见】不更名。"
    assert row.cells[5].words == "甲局\n王芳"
    assert row.cells[7].words == "王芳（甲局）回复（李强（编办）改录）：不同意\n李强（编办）改录"
    assert without.cells[7].words == "改\n李强（编办）改录"
    assert any("“改录”" in note for note in table.notes)


def test_a_place_another_chose_is_said_to_be_so(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("王芳", "甲局"), pen.person("李强", "编办")
    made = pen.write(author, opinion("更名。", "甲局"), ITEM)
    pen.write(other, opinion("更名。", "甲局"), LATER, replaces=[made])
    (row,) = entries(opinions_table(provision, pen.review))
    assert row.cells[7].words == "条款由李强（编办）改定"


def test_an_answer_that_another_withdrew_stands_as_withdrawn(pen: Pen, provision: Provision) -> None:
    author, other = pen.person("王芳", "甲局"), pen.person("李强", "编办")
    made = pen.write(other, opinion("更名。", "乙局"), ITEM)
    for who in (author, other):
        reply = pen.write(author, Reply(made.entry, f"由{who.name}撤回"), ITEM)
        pen.write(who, Reply(made.entry, f"由{who.name}撤回"), ITEM, replaces=[reply], withdrawn=True)
    (row,) = entries(opinions_table(provision, pen.review))
    assert row.cells[7].words == "王芳（甲局）回复（李强（编办）撤回）：由李强撤回"


def test_offices_that_only_reviewed_have_answered(pen: Pen, provision: Provision) -> None:
    for name in ("甲局", "乙局", "丙局"):
        pen.write(pen.person("赵编", "编办"), AskedOffice(name))
    pen.write(pen.person("王芳", "甲局"), opinion("更名。", "甲局"), ITEM)
    pen.write(pen.person("韩法", "乙局"), Verdict(None, Stance.AGREE, ""), ITEM)
    table = opinions_table(provision, pen.review)
    assert table.lead[0] == (
        "征求意见单位 3 个：反馈 2 个（提出意见 1 个，无意见 0 个，只审阅职责对应或回复 1 个〔乙局〕），"
        "未反馈 1 个（丙局）。"
    )


def test_the_division_that_answered_for_its_office_is_named(pen: Pen, provision: Provision) -> None:
    for name in ("市财政局", "市统计局"):
        pen.write(pen.person("赵编", "编办"), AskedOffice(name))
    author = pen.person("王芳", "市财政局行政政法处")
    pen.write(author, opinion("更名。", author.office), ITEM)
    pen.write(author, NoOpinion("市统计局 法规处", "孙"))
    table = opinions_table(provision, pen.review)
    assert table.lead[0] == "征求意见单位 2 个：反馈 2 个（提出意见 1 个，无意见 1 个），未反馈 0 个。"
    assert titles(table) == ["市财政局（1 条：未处理 1），由市财政局行政政法处反馈", "无意见的单位（1 个）"]
    assert column(table, "提出单位") == ["市财政局行政政法处\n王芳", "市统计局\n（由市统计局 法规处反馈）\n孙"]
    assert (
        "按单位名称推定由其所属单位反馈的：市财政局（由市财政局行政政法处反馈）、市统计局（由市统计局 法规处反馈）。"
        in table.notes
    )
