"""The five tables: everything that the text states is there, in its order, and nothing that it doesn't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import NOTHING_MAPPED, Grade, Mapping
from eitc_desktop.model.papers import CellLine, Standing, Table
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.model.text import Quote
from eitc_desktop.services.gaps import gaps_of
from eitc_desktop.services.links import duty_items, unmapped_items
from eitc_desktop.services.papers.changes import changes_table
from eitc_desktop.services.papers.duties import HOSTED, duties_table
from eitc_desktop.services.papers.matrix import matrix_table
from eitc_desktop.services.papers.quotas import quotas_table
from eitc_desktop.services.papers.splits import NO_LEAD, splits_table
from eitc_desktop.services.papers.words import NONE_CORRESPONDS, NOT_STATED, UNCONFIRMED, rooms_word

Read = tuple[Provision, Mapping]
TABLES = (duties_table, quotas_table, changes_table, splits_table, matrix_table)
EVERY = frozenset(Grade)


def lines_of(table: Table) -> list[CellLine]:
    return [line for row in table.rows for cell in row.cells for line in cell.lines]


def column(table: Table, number: int) -> list[str]:
    return [row.cells[number].words for row in table.rows if not row.title]


@pytest.mark.parametrize("make", TABLES)
def test_every_row_has_every_column_and_the_title_names_the_body(read: Read, make: object) -> None:
    table = make(*read, EVERY)  # type: ignore[operator]
    body = read[0].body.text
    assert table.title.startswith(body)
    assert table.subject == body
    assert table.notes
    for row in table.rows:
        assert len(row.cells) == len(table.columns)
        counts = {len(cell.lines) for cell in row.cells[3:]}
        assert not row.paired or len(counts) == 1


def test_divisions_stand_in_the_duties_table_in_order_with_what_corresponds(read: Read) -> None:
    provision, mapping = read
    table = duties_table(provision, mapping, EVERY)
    names = [division.name.text for division in provision.divisions]
    offices = [office.name.text for office in provision.hosted_offices]
    assert column(table, 1) == [*names, *offices, *[NONE_CORRESPONDS] * len(unmapped_items(provision, mapping))]
    for i, division in enumerate(provision.divisions):
        row = table.rows[i]
        own = [duty.text for duty in division.duties]
        links = mapping.links_of_unit(FactRef(FactKind.DIVISION, i))
        items = [provision.duties[link.item.index].items[link.item.part].text for link in links]
        words = [line.words for line in row.cells[3].lines]
        assert words == [*own, *items] or (words == [NONE_CORRESPONDS] and not own + items)
        grades = [line.words[0] for line in row.cells[5].lines]
        assert grades == [*"A" * len(own), *(link.grade.value for link in links)] or grades == ["—"]


def test_every_duty_item_is_in_the_duties_table(read: Read) -> None:
    provision, mapping = read
    table = duties_table(provision, mapping, EVERY)
    shown = {line.words for row in table.rows for line in row.cells[3].lines}
    assert {quote.text for _, quote in duty_items(provision)} <= shown


def test_judgements_are_left_out_unless_asked_for_and_then_marked(provision: Provision, mapping: Mapping) -> None:
    usual, every = duties_table(provision, mapping), duties_table(provision, mapping, EVERY)
    assert not any(line.standing is Standing.JUDGED for line in lines_of(usual))
    assert any("C 级研判共 22 条，未列入。" in note for note in usual.notes)
    judged = [line for line in lines_of(every) if line.standing is Standing.JUDGED]
    assert len(judged) == sum(link.grade is Grade.JUDGED for link in mapping.duty_links)
    assert all(UNCONFIRMED in line.words and "理由：" in line.words for line in judged)
    assert not any("未列入" in note for note in every.notes)
    research = next(row for row in usual.rows if row.cells[1].words == "研究室")
    # it isn't said to correspond to nothing
    assert research.cells[3].words == "按 A、B 级未对应，另有 C 级研判 3 条，未列入"


def test_the_real_provision_assigns_no_duty_and_says_so(provision: Provision, mapping: Mapping) -> None:
    table = duties_table(provision, mapping)
    assert table.title == "上海市经济和信息化委员会处室职责对应一览表"
    assert "没有 A 级对应" in table.notes[0]
    assert not any(line.words.startswith("A ") for line in lines_of(table))
    titles = [row.cells[0].words for row in table.rows if row.title]
    assert titles == [HOSTED, "未对应内设机构的职责分项：按 A、B 级未对应 38 项，其中 17 项另有 C 级研判"]


@pytest.mark.parametrize(("end", "word"), [("处", "处室"), ("科", "科室"), ("股", "股室"), ("部", "内设机构")])
def test_divisions_are_called_as_in_such_an_office(provision: Provision, end: str, word: str) -> None:
    first = provision.divisions[0]  # 办公室 tells nothing
    second = replace(first, name=Quote(f"综合{end}", first.name.span))
    assert rooms_word(replace(provision, divisions=(first, second))) == word


def test_the_matrix_holds_every_item_every_unit_and_each_link_once(read: Read) -> None:
    provision, mapping = read
    table = matrix_table(provision, mapping, EVERY)
    assert column(table, 1) == [quote.text for _, quote in duty_items(provision)]
    upright = [column.heading for column in table.columns if column.upright]
    assert len(upright) == len(provision.divisions) + len(provision.hosted_offices)
    for division, heading in zip(provision.divisions, upright, strict=False):
        assert heading.startswith(division.name.text)
    marks = [cell.words.strip("()") for row in table.rows for cell in row.cells[2:] if cell.lines]
    assert sorted(marks) == sorted(link.grade.value for link in mapping.duty_links)
    table = matrix_table(provision, mapping)
    usual = frozenset({Grade.STATED, Grade.NAMED})
    unmapped = gaps_of(provision, mapping, usual).items
    absent = [row.cells[1].words for row in table.rows if NONE_CORRESPONDS in row.cells[0].words]
    assert absent == [provision.duties[ref.index].items[ref.part].text for ref in unmapped]


def test_quotas_stand_with_what_they_lie_within(read: Read) -> None:
    provision, mapping = read
    table = quotas_table(provision, mapping)
    stated = [row for row in table.rows if row.cells[1].lines[0].standing is Standing.STATED]
    labels = [row.cells[1].words for row in stated]
    for quota in provision.quotas:
        row = stated[labels.index(quota.label.text)]
        if quota.part_of is not None:
            assert row.cells[0].words == f"其中（{provision.quotas[quota.part_of].label.text}）"
        words = row.cells[2].words
        if quota.rule is not None:
            assert words == quota.rule.text
        else:
            low, high = quota.minimum, quota.maximum
            assert words.startswith(str(low) if low == high else f"{low}-{high}")


def test_a_sum_is_explained_only_where_there_is_one(read: Read) -> None:
    provision, mapping = read
    table = quotas_table(provision, mapping)
    derived = any(row.cells[2].lines[0].standing is Standing.DERIVED for row in table.rows)
    assert any("相加" in note for note in table.notes) == derived


def test_divisions_without_posts_of_their_own_are_told_beside_those_that_have_some(read: Read) -> None:
    provision, mapping = read
    own = {quota.of.text for quota in provision.quotas if quota.of is not None}
    untold = [division for division in provision.divisions if division.name.text not in own]
    places = {row.cells[0].words for row in quotas_table(provision, mapping).rows}
    expected = {"各内设机构"} if len(untold) == len(provision.divisions) else {"其他内设机构"}
    assert places & {"各内设机构", "其他内设机构"} == (expected if untold else set())


def test_sums_are_ranges_marked_as_derived_and_nothing_else_is_added_up(provision: Provision, mapping: Mapping) -> None:
    table = quotas_table(provision, mapping)
    derived = [row for row in table.rows if row.cells[2].lines[0].standing is Standing.DERIVED]
    assert [row.cells[2].words for row in derived] == ["87-88 名"]
    assert "推算" in derived[0].cells[3].words
    numbers = [row.cells[2].words for row in table.rows if row not in derived]
    assert numbers == [
        "294 名", "1 名", "6 名", "1-2 名", "1 名", "1 名", "77 名",
        "按照《公务员法》有关规定核定", NOT_STATED, NOT_STATED,
    ]  # fmt: skip


def test_people_in_post_are_told_from_establishment(read: Read) -> None:
    provision, mapping = read
    rows = [row for row in quotas_table(provision, mapping).rows if row.cells[0].words == "实有"]
    if provision.actual_staff:
        assert [row.cells[2].words for row in rows] == [f"{one.count} {one.unit}" for one in provision.actual_staff]
    else:
        assert [row.cells[2].words for row in rows] == [NOT_STATED]


def test_changes_stand_in_order_each_part_in_its_column(read: Read) -> None:
    provision, mapping = read
    rows = [row for row in changes_table(provision, mapping).rows if not row.title]
    assert len(rows) == len(provision.changes)
    for change, row in zip(provision.changes, rows, strict=True):
        _, matter, scope, recipients, limits, clause = (cell.words for cell in row.cells)
        assert matter in change.text.text
        assert scope == ("—" if change.scope is None else change.scope.text)
        assert change.recipients_worded is None or recipients.startswith(change.recipients_worded)
        assert not change.recipients or recipients.split("\n")[0] in change.text.text
        for quote, label in ((change.condition, "条件："), (change.exception, "例外：")):
            assert (quote is None) == (label not in limits)
            assert quote is None or f"{label}{quote.text}" in limits
        assert clause == provision.cite(change.span)


def test_what_the_real_changes_say(provision: Provision, mapping: Mapping) -> None:
    rows = changes_table(provision, mapping).rows
    devolved, integrated, strengthened = rows[8], rows[10], rows[12]
    assert rows[0].cells[3].words == "上海市工艺美术行业协会组织专家评审认定"
    assert devolved.cells[3].words == "试点分园政府行政管理机构或分园所在区（县）管理部门负责"
    assert integrated.cells[3].lines == (
        CellLine("上海市商务委员会"), CellLine("移出本机关（推算）", Standing.DERIVED),
    )  # fmt: skip
    assert strengthened.cells[1].words == provision.changes[12].text.text
    assert rows[3].cells[3].lines == (CellLine("—", Standing.NOT_STATED),)
    kinds = [change.kind for change in provision.changes]
    assert kinds.count(ChangeKind.ABOLISHED) == column(changes_table(provision, mapping), 0).count("取消")


def test_splits_name_each_role_as_worded_and_a_lead_only_where_one_leads(read: Read) -> None:
    provision, mapping = read
    table = splits_table(provision, mapping)
    roles = [role for split in provision.responsibility_splits for one in split.matters for role in one.roles]
    rows = [row for row in table.rows if not row.title]
    told = [(row.cells[4].words, row.cells[6].words) for row in rows]
    assert [pair for pair in told if not pair[0].startswith("协调机制")] == [
        (role.agency.text, role.text.text) for role in roles
    ]
    for row in rows:
        [matter] = [
            one for split in provision.responsibility_splits for one in split.matters
            if provision.cite(one.span) == row.cells[1].words
        ]  # fmt: skip
        assert row.cells[3].words == (NO_LEAD if matter.lead is None else matter.lead.text)
    mechanisms = [q.text for split in provision.responsibility_splits for one in split.matters for q in one.mechanisms]
    assert [unit.removeprefix("协调机制：") for unit, _ in told if unit.startswith("协调机制")] == mechanisms


def test_what_a_text_does_not_have_is_said(provision: Provision) -> None:
    empty = replace(
        provision, changes=(), quotas=(), responsibility_splits=(), divisions=(), hosted_offices=(), duties=()
    )
    for make in (changes_table, splits_table, quotas_table):
        assert NOT_STATED in {line.words for line in lines_of(make(empty, NOTHING_MAPPED))}
    assert duties_table(empty, NOTHING_MAPPED).rows == ()


def test_nothing_is_stated_that_the_text_does_not_state(read: Read) -> None:
    provision, mapping = read
    own = {"对方", "—", NONE_CORRESPONDS, "未载明"}
    for make, columns in ((duties_table, (3,)), (splits_table, (6,)), (changes_table, (1, 2))):
        for row in make(provision, mapping, EVERY).rows:
            if row.title:
                continue
            for number in columns:
                for line in row.cells[number].lines:
                    if line.standing is Standing.STATED:
                        assert line.words in provision.text or line.words in own
