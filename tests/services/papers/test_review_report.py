"""审阅报告: what reviewers entered, part by part, with room to sign; for a review of any size and for an empty one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Mapping
from eitc_desktop.model.papers import Dossier, Heading, Paragraph, Standing, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AskedOffice,
    Handling,
    Opinion,
    OpinionCategory,
    Person,
    Reply,
    Revision,
    Scenario,
    Stance,
    Verdict,
)
from eitc_desktop.reviewing.allocation import cell_entry, columns_of, rows_of
from eitc_desktop.reviewing.anchors import unit_name
from eitc_desktop.reviewing.review import NOTHING_REVIEWED
from eitc_desktop.services.papers.review_report import review_report

if TYPE_CHECKING:
    from tests.conftest import Pen

OFFICE = FactRef(FactKind.DIVISION, 0)
ITEM = FactRef(FactKind.DUTY_ITEM, 1, 1)


def part(paper: Dossier, name: str) -> str:
    """Return all words between the heading of a part and the next of the first level."""
    words: list[str] = []
    inside = False
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = name in block.words
        elif inside:
            words += words_of(block)
    return "\n".join(words)


def words_of(block: object) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [block.words]
        case Table():
            return [block.title, *("｜".join(cell.words for cell in row.cells) for row in block.rows), *block.notes]
        case _:
            return []


def all_words(paper: Dossier) -> str:
    return "\n".join(line for block in paper.blocks for line in words_of(block))


def table_named(paper: Dossier, title: str) -> Table:
    return next(block for block in paper.blocks if isinstance(block, Table) and title in block.title)


def verdict(pen: Pen, link: DutyLink, who: str, stance: Stance, reason: str = "") -> None:
    unit = unit_name(pen.provision, link.unit)
    pen.write(pen.person(who, "规划处"), Verdict(unit, stance, reason), link.item)


def test_an_item_that_is_disputed_and_not_reviewed_to_the_end_is_told_as_both(
    pen: Pen, provision: Provision, mapping: Mapping
) -> None:
    counts = Counter(link.item for link in mapping.duty_links)
    link = next(link for link in mapping.duty_links if counts[link.item] > 1)
    for who, stance in (("张伟", Stance.AGREE), ("李强", Stance.DISAGREE)):
        verdict(pen, link, who, stance)
    overview = part(review_report(provision, mapping, pen.review), "审阅概况")
    assert "已审0/65，未审65项；有分歧1项（其中1项未审完）。" in overview


def test_an_empty_review_has_every_part_and_says_that_it_is_empty(provision: Provision, mapping: Mapping) -> None:
    paper = review_report(provision, mapping, NOTHING_REVIEWED)
    heads = [block.words for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    assert [words[0] for words in heads] == list("一二三四五六七")
    assert "已审0/65" in part(paper, "审阅概况")
    assert "没有录入意见" in part(paper, "征求意见")
    assert "没有录入编制分配方案" in part(paper, "编制分配方案")
    assert paper.mark == "审阅人意见，非规定内容"


def test_signatures_have_room_on_one_page(provision: Provision, mapping: Mapping) -> None:
    last = review_report(provision, mapping, NOTHING_REVIEWED).blocks[-1]
    assert isinstance(last, Table)
    assert [column.heading for column in last.columns] == ["经办人", "处室负责人", "分管领导", "日期"]
    (row,) = last.rows
    assert row.room >= 5
    assert not any(cell.lines for cell in row.cells)


def test_disagreements_come_first_and_each_reviewers_word_is_there(
    pen: Pen, provision: Provision, mapping: Mapping
) -> None:
    items = list(dict.fromkeys(link.item for link in mapping.duty_links))
    disputed, agreed = (next(link for link in mapping.duty_links if link.item == item) for item in items[:2])
    verdict(pen, disputed, "张伟", Stance.AGREE)
    verdict(pen, disputed, "李娜", Stance.DISAGREE, "分工文件另有规定。")
    verdict(pen, agreed, "张伟", Stance.AGREE)
    paper = review_report(provision, mapping, pen.review)
    first, other = part(paper, "有不同意见"), part(paper, "其他职责对应")
    words = provision.duties[disputed.item.index].items[disputed.item.part].text
    assert words in first
    assert "同意：张伟（规划处）\n不同意：李娜（规划处）。理由：分工文件另有规定" in first
    assert words not in other
    assert provision.duties[agreed.item.index].items[agreed.item.part].text in other
    assert "；有分歧1项。" in part(paper, "审阅概况")
    table = table_named(paper, "职责对应审阅表")
    assert "非规定内容" in table.title
    standings = {line.standing for row in table.rows for line in row.cells[3].lines}
    assert Standing.ENTERED in standings
    assert Standing.STATED not in standings


def test_items_without_link_are_there_with_what_is_proposed(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    linked = {link.item for link in mapping.duty_links}
    items = [FactRef(FactKind.DUTY_ITEM, i, j) for i, d in enumerate(provision.duties) for j in range(len(d.items))]
    item = next(one for one in items if one not in linked)
    proposed = Verdict(None, Stance.DISAGREE, "由其承办。", unit_name(provision, OFFICE))
    pen.write(pen.person("张伟", "规划处"), proposed, item)
    paper = review_report(provision, mapping, pen.review)
    name = unit_name(provision, OFFICE).name
    assert f"未对应｜不同意，建议对应{name}：张伟（规划处）。理由：由其承办" in part(paper, "有不同意见")
    words = part(paper, "未对应职责分项")
    assert "有不同意见的1项见第二部分" in words
    assert f"没有审阅意见的{len(items) - len(linked) - 1}项" in words


def test_who_does_not_agree_stands_before_all_who_do(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    links = {link.item: link for link in reversed(mapping.duty_links)}
    agreed, objected, disputed = list(reversed(links.values()))[:3]
    verdict(pen, agreed, "张伟", Stance.AGREE)
    verdict(pen, agreed, "李娜", Stance.AGREE)
    verdict(pen, objected, "张伟", Stance.DOUBT, "待查。")
    verdict(pen, disputed, "张伟", Stance.AGREE)
    verdict(pen, disputed, "李娜", Stance.DISAGREE)
    paper = review_report(provision, mapping, pen.review)
    assert "对职责对应的意见5条：同意3／不同意1／存疑1" in part(paper, "审阅概况")
    first, other = part(paper, "有不同意见"), part(paper, "其他职责对应")
    assert "有分歧的1项，其他有人不同意或存疑的1项。" in first
    places = [
        first.index(words)
        for words in ("有分歧：1 项", "不同意：李娜", "不同意或存疑（没有分歧）", "存疑：张伟（规划处）。理由：待查")
    ]
    assert places == sorted(places)
    assert "同意：张伟（规划处）、李娜（规划处）" in other  # who says the same is named together
    assert "存疑" not in other


def test_a_link_that_the_program_does_not_have_is_told_apart(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    link = next(link for link in mapping.duty_links if link.unit != OFFICE)
    there = {one.unit for one in mapping.duty_links if one.item == link.item}
    assert OFFICE not in there
    pen.write(pen.person("张伟", ""), Verdict(unit_name(provision, OFFICE), Stance.AGREE, ""), link.item)
    gone = replace(unit_name(provision, OFFICE), name="已撤销处")
    pen.write(pen.person("张伟", ""), Verdict(gone, Stance.AGREE, ""), link.item)
    words = all_words(review_report(provision, mapping, pen.review))
    assert f"{unit_name(provision, OFFICE).name}\n程序未列此对应｜同意：张伟" in words
    assert "已撤销处（本版本无此机构）" in words


def test_opinions_are_counted_by_category_and_handling(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    author = pen.person("张伟", "规划处")
    pen.write(author, AskedOffice("甲局"))
    pen.write(author, AskedOffice("ABC Office 分部"))
    for category in (OpinionCategory.OPINION, OpinionCategory.OPINION, OpinionCategory.GROUND):
        made = pen.write(author, Opinion(category, "意见", "", "", "甲局", ""), ITEM)
    pen.write(author, Handling(made.entry, Adoption.PARTLY, "", ""), ITEM)
    paper = review_report(provision, mapping, pen.review)
    assert "征求意见单位2个：反馈1个" in part(paper, "征求意见")
    assert "ABC Office 分部" in part(paper, "征求意见")  # a name keeps its blanks
    rows = ["｜".join(cell.words for cell in row.cells) for row in table_named(paper, "采纳情况").rows]
    assert rows[0] == "意见｜—｜—｜—｜—｜2｜2"
    assert rows[3] == "依据｜—｜1｜—｜—｜—｜1"
    assert rows[4] == "合计｜—｜1｜—｜—｜2｜3"
    people = table_named(paper, "审阅人")
    assert ["｜".join(cell.words for cell in row.cells) for row in people.rows] == ["张伟｜规划处｜3｜—｜—｜3"]


def test_a_scenario_is_held_against_what_is_stated(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    author, other = pen.person("张伟", "规划处"), pen.person("李娜", "综合处")
    made = pen.write(author, Scenario("方案一", "试算"))
    pen.write(author, Scenario("方案二", ""))
    column = columns_of(provision)[0]
    rows = rows_of(provision, pen.review, made.entry)
    for row, count in ((rows[1], 0), (rows[2], 300)):
        entry = cell_entry(made.entry, row.key, column.key)
        pen.write(author, Allotment(made.entry, row.key, column.key, count), entry=entry)
    for who, count in ((author, 4), (other, 6)):
        entry = cell_entry(made.entry, rows[3].key, column.key)
        pen.write(who, Allotment(made.entry, rows[3].key, column.key, count), entry=entry)
    paper = review_report(provision, mapping, pen.review)
    table = table_named(paper, "编制分配方案")
    assert "方案为录入，不是规定内容" in table.title
    numbers = [row.cells[1].words for row in table.rows]
    at = numbers.index("0")
    assert numbers[at - 1] == ""  # an empty cell is not 0
    assert numbers[at + 1] == "300"
    assert numbers[at + 2].startswith("两稿并存")
    assert "294 名" in numbers
    assert any("超出" in words for words in numbers)
    assert "本方案没有填写数额" in part(paper, "编制分配方案")
    assert "（一）方案一" in part(paper, "编制分配方案")
    assert "试算" in part(paper, "编制分配方案")


def test_what_is_unsettled_is_listed(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    author, other = pen.person("张伟", "规划处"), pen.person("李娜", "综合处")
    first = pen.write(author, Opinion(OpinionCategory.OPINION, "原稿", "", "", "甲局", ""), ITEM)
    pen.write(author, Opinion(OpinionCategory.OPINION, "甲稿", "", "", "甲局", ""), ITEM, replaces=[first])
    pen.write(other, Opinion(OpinionCategory.OPINION, "乙稿", "", "", "甲局", ""), ITEM, replaces=[first])
    lost = replace(pen.anchor(ITEM), provision="ab" * 32, exact="早已删去的话", clause="二（九十九）")
    gone = pen.write(author, Opinion(OpinionCategory.OPINION, "旧版的", "", "", "甲局", ""), lost)
    pen.write(author, Reply(gone.entry, "知道了"), lost)
    paper = review_report(provision, mapping, pen.review)
    words = part(paper, "两稿并存和未能定位")
    assert "甲稿" in words
    assert "乙稿" in words
    assert "早已删去的话｜旧版的｜张伟（规划处）\n版本：abababababab" in words
    assert "知道了" not in words  # an answer goes with what it answers
    assert "未能定位的1条见第七部分" in part(paper, "审阅概况")


def test_a_conflict_names_its_scenario_unit_and_column_and_an_opinion_its_parts(
    pen: Pen, provision: Provision, mapping: Mapping
) -> None:
    author, other = pen.person("张伟", "规划处"), pen.person("李娜", "综合处")
    scenario = pen.write(author, Scenario("方案一", ""))
    row, column = rows_of(provision, pen.review, scenario.entry)[1].key, columns_of(provision)[1].key
    for who, count in ((author, 4), (other, 6)):
        content = Allotment(scenario.entry, row, column, count)
        pen.write(who, content, entry=cell_entry(scenario.entry, row, column))
    first = pen.write(author, Opinion(OpinionCategory.OPINION, "原稿", "", "", "甲局", ""), ITEM)
    for who, text in ((author, "甲稿"), (other, "乙稿")):
        pen.write(who, Opinion(OpinionCategory.OPINION, text, "改为此", "依据某文", "甲局", ""), ITEM, replaces=[first])
    words = part(review_report(provision, mapping, pen.review), "两稿并存和未能定位")
    assert "分配数｜—｜" in words
    assert row.unit is not None
    assert f"方案“方案一”，{row.unit.name}，{column.label}（正职）：4\n" in words
    assert "甲稿\n建议修改为：改为此\n理由：依据某文\n［稿二" in words


def test_people_are_counted_by_the_words_that_are_theirs_now(pen: Pen, provision: Provision, mapping: Mapping) -> None:
    author, other = pen.person("张伟", "规划处"), pen.person("李娜", "综合处")
    scenario = pen.write(author, Scenario("方案一", "")).entry
    rows, column = [row.key for row in rows_of(provision, pen.review, scenario)], columns_of(provision)[0].key

    def put(who: Person, at: int, count: int | None, *replaces: Revision) -> Revision:
        entry = cell_entry(scenario, rows[at], column)
        return pen.write(who, Allotment(scenario, rows[at], column, count), entry=entry, replaces=replaces)

    put(author, 1, None, put(author, 1, 5))  # emptied
    put(other, 2, 6, put(author, 2, 5))  # changed by somebody else
    put(author, 3, 5)
    put(other, 3, 6)  # two drafts
    said = pen.write(author, Opinion(OpinionCategory.OPINION, "原文字", "", "", "甲局", ""), ITEM)
    pen.write(other, Opinion(OpinionCategory.OPINION, "改后文字", "", "", "甲局", ""), ITEM, replaces=[said])
    table = table_named(review_report(provision, mapping, pen.review), "审阅人")
    assert ["｜".join(cell.words for cell in row.cells) for row in table.rows] == [
        "李娜｜综合处｜1｜—｜2｜—",
        "张伟｜规划处｜—｜—｜1｜1",
    ]
