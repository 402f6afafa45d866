"""编制分配方案: which columns a provision gives, what is filled in, and how it stands to what is stated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision, QuotaKind
from eitc_desktop.model.review import (
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    Person,
    Post,
    Revision,
    RowKind,
    Scenario,
    UnitName,
)
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.reviewing.allocation import (
    INSTITUTION_LEADERS,
    LEADERS,
    RESERVE,
    NoSuchScenario,
    cell_entry,
    columns_of,
    rows_of,
    sheet_of,
    sums_of,
)
from eitc_desktop.reviewing.allocation_compare import compare
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, Draft, HintKind, Outcome, SheetCell, Total, add_up
from eitc_desktop.reviewing.anchors import digest_of, unit_name, whole
from eitc_desktop.reviewing.annotations import entry_id_for, seal
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, review_of
from eitc_desktop.services.reviews.allocation_words import stray_words

_OTHERS = Path(__file__).parents[1] / "reading" / "provisions"
_LI, _WANG = Person("李一", "综合处", "a" * 32), Person("王二", "人事处", "b" * 32)
_LEADERSHIP, _RESERVE = AllotmentRow(RowKind.LEADERSHIP), AllotmentRow(RowKind.RESERVE)


def other(name: str) -> Provision:
    return read_provision(decode((_OTHERS / f"{name}.txt").read_bytes()))


@dataclass
class Writer:
    """Enters things as reviewers do, on one provision."""

    provision: Provision
    revisions: list[Revision] = field(default_factory=list)
    minute: int = 0

    def scenario(self, name: str) -> str:
        entry = entry_id_for("test", name)
        self._add(entry, Scenario(name, ""), _LI, ())
        return entry

    def put(
        self,
        scenario: str,
        row: AllotmentRow,
        column: AllotmentColumn,
        count: int | None,
        *,
        by: Person = _LI,
        replaces: tuple[str, ...] = (),
        withdrawn: bool = False,
    ) -> str:
        entry = cell_entry(scenario, row, column)
        return self._add(entry, Allotment(scenario, row, column, count), by, replaces, withdrawn=withdrawn)

    def sheet(self, scenario: str) -> AllocationSheet:
        review = review_of(self.revisions, self.provision, digest_of(self.provision))
        return sheet_of(self.provision, review, scenario)

    def unit(self, index: int) -> AllotmentRow:
        return AllotmentRow(RowKind.UNIT, unit_name(self.provision, FactRef(FactKind.DIVISION, index)))

    def _add(
        self,
        entry: str,
        content: Scenario | Allotment,
        by: Person,
        replaces: tuple[str, ...],
        *,
        withdrawn: bool = False,
    ) -> str:
        self.minute += 1
        made_at = f"2026-01-01T00:{self.minute:02}:00Z"
        anchor = whole(digest_of(self.provision))
        self.revisions.append(seal(entry, replaces, by, made_at, anchor, content, withdrawn=withdrawn))
        return self.revisions[-1].id


@pytest.fixture
def writer(provision: Provision) -> Writer:
    return Writer(provision)


def columns(provision: Provision) -> list[tuple[str, Post | None]]:
    return [(column.key.label, column.key.post) for column in columns_of(provision)]


def test_the_establishment_is_one_column_and_posts_of_both_halves_are_two(provision: Provision) -> None:
    assert columns(provision) == [
        ("机关行政编制", None),
        ("正副处级领导职数", Post.CHIEF),
        ("正副处级领导职数", Post.DEPUTY),
    ]
    [halves] = sums_of(columns_of(provision))
    assert (halves.quota, halves.columns) == (6, (1, 2))


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("aleteng-agri-2011", ["机关行政编制", "股级领导职数"]),
        ("baishi-urban-2015", ["机关行政编制", "正科级领导职数", "副科级领导职数"]),
        ("dongyu-ethnic", ["行政编制", "事业编制", "科级领导职数"]),
        ("jiangcheng-library-2020", ["事业编制", "内设机构领导职数", "正职", "副职"]),
        ("qinghe-petitions", ["行政编制"]),
    ],
)
def test_classes_of_posts_are_columns_and_named_posts_are_not(name: str, labels: list[str]) -> None:
    assert [label for label, _post in columns(other(name))] == labels


def test_quotas_of_one_kind_are_added_up_unless_they_lie_in_each_other() -> None:
    dongyu = sums_of(columns_of(other("dongyu-ethnic")))
    assert [(each.kind, each.quota, each.columns) for each in dongyu] == [(QuotaKind.ESTABLISHMENT, None, (0, 1))]
    assert sums_of(columns_of(other("jiangcheng-library-2020"))) == ()


def test_rows_are_leaders_divisions_hosted_offices_bodies_and_the_reserve(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    writer.put(scenario, AllotmentRow(RowKind.BODY, body="市信息中心"), columns_of(writer.provision)[0].key, None)
    rows = writer.sheet(scenario).rows
    assert len(rows) == 1 + 25 + 2 + 1 + 1
    assert rows[0].label is LEADERS
    assert [writer.provision.quotas[post].label.text for post in rows[0].posts] == [
        "主任",
        "副主任",
        "市国防科技工业办公室专职副主任",
        "总工程师",
        "秘书长",
    ]
    assert (rows[1].ordinal, rows[1].label) == ("（一）", "办公室")
    assert (rows[26].ordinal, rows[26].label) == (None, "上海市促进中小企业发展协调办公室")
    assert [row.label for row in rows[-2:]] == ["市信息中心", RESERVE]


def test_an_institution_has_leaders_of_another_word() -> None:
    library = other("jiangcheng-library-2020")
    assert rows_of(library, NOTHING_REVIEWED, "")[0].label is INSTITUTION_LEADERS


def test_without_numbers_there_is_nothing_to_spread(provision: Provision) -> None:
    bare = Writer(replace(provision, quotas=tuple(quota for quota in provision.quotas if quota.rule is not None)))
    sheet = bare.sheet(bare.scenario("甲"))
    assert sheet.columns == () == sheet.stated
    assert all(row == () for row in sheet.cells)


def test_a_scenario_that_is_not_there(writer: Writer) -> None:
    with pytest.raises(NoSuchScenario):
        writer.sheet("00000000-0000-0000-0000-000000000000")


def test_sums_are_held_against_the_stated_totals(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    whole, chief, deputy = (column.key for column in columns_of(writer.provision))
    for i in range(25):
        writer.put(scenario, writer.unit(i), whole, 11)
        writer.put(scenario, writer.unit(i), chief, 1)
        writer.put(scenario, writer.unit(i), deputy, 2)
    sheet = writer.sheet(scenario)
    (columns_, posts), (halves, both) = sheet.stated[0], sheet.stated[1]
    assert (columns_, posts.amount, posts.outcome, posts.differences) == ((0,), 275, Outcome.UNDER, (19, 19))
    assert (posts.filled, posts.cells, posts.empty) == (25, 29, 4)
    assert (halves, both.amount, both.outcome, both.differences) == ((1, 2), 75, Outcome.UNDER, (2, 2))
    assert sheet.column_totals[1].outcome is None
    writer.put(scenario, _RESERVE, whole, 19)
    assert writer.sheet(scenario).stated[0][1].outcome is Outcome.MET
    writer.put(scenario, _LEADERSHIP, whole, 10)
    over = writer.sheet(scenario).stated[0][1]
    assert (over.outcome, over.differences) == (Outcome.OVER, (10, 10))
    assert writer.sheet(scenario).row_sum(1, 0).amount == 3


def test_empty_is_not_nought(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    column = columns_of(writer.provision)[0].key
    nothing = writer.sheet(scenario).stated[0][1]
    assert (nothing.amount, nothing.outcome, nothing.differences) == (None, Outcome.EMPTY, (294, 294))
    first = writer.put(scenario, writer.unit(0), column, 0)
    nought = writer.sheet(scenario).stated[0][1]
    assert (nought.amount, nought.filled, nought.outcome) == (0, 1, Outcome.UNDER)
    writer.put(scenario, writer.unit(0), column, None, replaces=(first,))
    assert writer.sheet(scenario).stated[0][1] == nothing


def test_a_range_is_over_only_beyond_its_maximum() -> None:
    def outcome(amount: int) -> tuple[Outcome | None, int]:
        total = add_up([SheetCell(amount)], (10, 12, "名"))
        least, most = total.differences
        assert least == most
        return total.outcome, least

    assert outcome(9) == (Outcome.UNDER, 1)
    assert outcome(10) == outcome(11) == outcome(12) == (Outcome.MET, 0)
    assert outcome(13) == (Outcome.OVER, 1)


def test_two_numbers_for_one_cell_stand_side_by_side(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    column = columns_of(writer.provision)[0].key
    first = writer.put(scenario, writer.unit(3), column, 12)
    second = writer.put(scenario, writer.unit(3), column, 15, by=_WANG)
    sheet = writer.sheet(scenario)
    cell = sheet.cells[4][0]
    assert cell.count is None
    assert [(draft.count, draft.author) for draft in cell.drafts] == [(15, "王二"), (12, "李一")]
    assert sheet.conflicts == 1
    total = sheet.column_totals[0]
    assert (total.amount, total.lowest, total.highest, total.filled, total.unsettled) == (None, 12, 15, 1, 1)
    writer.put(scenario, writer.unit(3), column, 12, replaces=(first, second))
    settled = writer.sheet(scenario)
    assert (settled.cells[4][0].count, settled.conflicts) == (12, 0)


def test_equal_numbers_entered_twice_are_one(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    column = columns_of(writer.provision)[0].key
    writer.put(scenario, writer.unit(3), column, 12)
    writer.put(scenario, writer.unit(3), column, 12, by=_WANG)
    assert writer.sheet(scenario).cells[4][0].count == 12


def test_a_number_withdrawn_beside_one_that_stays_is_to_be_settled(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    column = columns_of(writer.provision)[0].key
    first = writer.put(scenario, writer.unit(3), column, 12)
    writer.put(scenario, writer.unit(3), column, 13, replaces=(first,))
    writer.put(scenario, writer.unit(3), column, 12, by=_WANG, replaces=(first,), withdrawn=True)
    assert {draft.count for draft in writer.sheet(scenario).cells[4][0].drafts} == {13, None}


def test_drafts_leave_open_what_they_decide() -> None:
    drafts = Total(lowest=290, highest=296, filled=29, cells=29, unsettled=1, minimum=294, maximum=294, unit="名")
    assert (drafts.outcome, drafts.amount) == (Outcome.UNSETTLED, None)
    assert replace(drafts, highest=293).outcome is Outcome.UNDER
    assert replace(drafts, lowest=295).outcome is Outcome.OVER


def test_posts_beyond_a_units_establishment_are_hinted_at(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    whole, chief, deputy = (column.key for column in columns_of(writer.provision))
    writer.put(scenario, writer.unit(0), chief, 2)
    writer.put(scenario, writer.unit(0), deputy, 2)
    assert writer.sheet(scenario).hints == ()  # its establishment isn't entered
    writer.put(scenario, writer.unit(0), whole, 3)
    [hint] = writer.sheet(scenario).hints
    assert (hint.kind, hint.row, hint.columns, hint.count, hint.part_columns, hint.parts) == (
        HintKind.PARTS,
        1,
        (0,),
        3,
        (1, 2),
        4,
    )


def test_fewer_posts_for_leaders_than_the_text_names_are_hinted_at(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    column = columns_of(writer.provision)[0].key
    first = writer.put(scenario, _LEADERSHIP, column, 9)
    [hint] = writer.sheet(scenario).hints
    assert (hint.kind, hint.count, hint.parts) == (HintKind.POSTS, 9, 10)
    writer.put(scenario, _LEADERSHIP, column, 10, replaces=(first,))
    assert writer.sheet(scenario).hints == ()


def test_posts_lie_in_all_establishments_where_the_text_names_none() -> None:
    writer = Writer(other("dongyu-ethnic"))
    scenario = writer.scenario("甲")
    staff, institution, posts = (column.key for column in columns_of(writer.provision))
    writer.put(scenario, writer.unit(0), staff, 1)
    writer.put(scenario, writer.unit(0), posts, 2)
    assert writer.sheet(scenario).hints == ()
    writer.put(scenario, writer.unit(0), institution, 0)
    assert [(hint.count, hint.parts) for hint in writer.sheet(scenario).hints] == [(1, 2)]


def test_what_another_version_had_is_kept_and_told(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    column = columns_of(writer.provision)[0].key
    gone = AllotmentRow(RowKind.UNIT, UnitName(FactRef(FactKind.DIVISION, 30), "老干部处"))
    moved = AllotmentRow(RowKind.UNIT, UnitName(FactRef(FactKind.DIVISION, 20), "办公室"))
    writer.put(scenario, gone, column, 4)
    writer.put(scenario, moved, replace(column, quota=3), 5)
    writer.put(scenario, _RESERVE, AllotmentColumn(1, "机关工勤编制"), 6)
    sheet = writer.sheet(scenario)
    assert [(stray.row, stray.column, stray.cell.count) for stray in sheet.strays] == [
        ("老干部处", "机关行政编制", 4),
        ("预留", "机关工勤编制", 6),
    ]
    assert sheet.cells[1][0].count == 5
    assert sheet.column_totals[0].amount == 5


def test_what_has_no_place_stands_in_the_order_of_its_own_version_with_its_half(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    whole, chief, deputy = (column.key for column in columns_of(writer.provision))
    units = {
        name: AllotmentRow(RowKind.UNIT, UnitName(FactRef(FactKind.DIVISION, index), name))
        for name, index in (("离休处", 41), ("老干部处", 40))
    }
    for unit in units.values():
        for column in (deputy, whole, chief):
            writer.put(scenario, unit, column, 1)
    first = writer.put(scenario, units["离休处"], replace(whole, label="工勤编制"), 3)
    writer.put(scenario, units["离休处"], replace(whole, label="工勤编制"), None, replaces=(first,))  # cleared
    writer.put(scenario, units["离休处"], replace(whole, label="事业编制"), 3)
    writer.put(scenario, units["离休处"], replace(whole, label="事业编制"), 4, by=_WANG)
    strays = writer.sheet(scenario).strays
    assert [(one.row, one.column == whole.label, one.post) for one in strays] == [
        ("老干部处", True, None),
        ("老干部处", False, Post.CHIEF),
        ("老干部处", False, Post.DEPUTY),
        ("离休处", False, None),
        ("离休处", True, None),
        ("离休处", False, Post.CHIEF),
        ("离休处", False, Post.DEPUTY),
    ]
    assert {draft.count for draft in strays[3].cell.drafts} == {3, 4}
    words = str(stray_words(strays))
    assert words.startswith("另有 7 格")
    assert f"老干部处，{whole.label}：1、老干部处，{chief.label}（正职）：1、" in words
    assert "离休处，事业编制：4、3（两稿并存）" in words


def test_numbers_for_one_cell_from_two_versions_are_drafts(writer: Writer) -> None:
    scenario = writer.scenario("甲")
    column = columns_of(writer.provision)[0].key
    writer.put(scenario, AllotmentRow(RowKind.UNIT, UnitName(FactRef(FactKind.DIVISION, 20), "办公室")), column, 5)
    writer.put(scenario, writer.unit(0), column, 7)
    cell = writer.sheet(scenario).cells[1][0]
    assert (len(cell.entries), {draft.count for draft in cell.drafts}) == (2, {5, 7})


def test_a_cell_is_one_entry_on_every_computer(writer: Writer) -> None:
    columns_ = [column.key for column in columns_of(writer.provision)]
    rows = [writer.unit(0), writer.unit(1), _LEADERSHIP, _RESERVE, AllotmentRow(RowKind.BODY, body="办公室")]
    ids = {cell_entry("s", row, column) for row in rows for column in columns_}
    assert len(ids) == len(rows) * len(columns_)
    assert cell_entry("s", writer.unit(0), columns_[0]) == cell_entry("s", writer.unit(0), replace(columns_[0]))


def test_two_scenarios_are_held_against_each_other(writer: Writer) -> None:
    first, second = writer.scenario("甲"), writer.scenario("乙")
    whole, chief, deputy = (column.key for column in columns_of(writer.provision))
    writer.put(first, writer.unit(0), whole, 12)
    writer.put(second, writer.unit(0), whole, 10)
    writer.put(first, writer.unit(1), whole, 0)
    writer.put(second, writer.unit(2), chief, 1)
    writer.put(second, writer.unit(2), deputy, 2)
    body = AllotmentRow(RowKind.BODY, body="市信息中心")
    writer.put(second, body, whole, 3)
    compared = compare(writer.sheet(first), writer.sheet(second))
    office, research, third = compared.rows[1:4]
    assert (office.cells[0].first, office.cells[0].second, office.cells[0].difference) == (12, 10, -2)
    assert (research.cells[0].first, research.cells[0].second, research.cells[0].difference) == (0, None, None)
    assert not research.same
    assert (third.sums[0].first, third.sums[0].second) == (None, 3)
    assert [row.row.label for row in compared.rows[-2:]] == ["市信息中心", RESERVE]
    assert (compared.column_totals[0].first, compared.column_totals[0].second) == (12, 13)
    assert compared.rows[5].same


def test_scenarios_of_two_provisions_are_not_compared(writer: Writer) -> None:
    elsewhere = Writer(other("dongyu-ethnic"))
    with pytest.raises(ValueError, match="two provisions"):
        compare(writer.sheet(writer.scenario("甲")), elsewhere.sheet(elsewhere.scenario("乙")))


_COUNTS = st.one_of(st.none(), st.integers(0, 400))


@given(
    st.lists(st.tuples(st.booleans(), _COUNTS, _COUNTS), max_size=40),
    st.tuples(st.integers(0, 500), st.integers(0, 50)),
)
def test_sums_whatever_is_entered(
    entered: Iterable[tuple[bool, int | None, int | None]], stated: tuple[int, int]
) -> None:
    """A sum lies between the least and the most that can be chosen, and says over and under only for certain."""
    minimum, maximum = stated[0], stated[0] + stated[1]
    cells = [
        SheetCell(one)
        if many is None or one == other_
        else SheetCell(None, (), (Draft(one, "", ""), Draft(other_, "", "")))
        for many, one, other_ in entered
    ]
    total = add_up(cells, (minimum, maximum, "名"))
    chosen = [[draft.count for draft in cell.drafts] or [cell.count] for cell in cells]
    least = sum(min(count or 0 for count in counts) for counts in chosen)
    most = sum(max(count or 0 for count in counts) for counts in chosen)
    assert (total.lowest, total.highest) == (least, most)
    assert total.filled + total.empty == total.cells == len(cells)
    assert total.empty == sum(all(count is None for count in counts) for counts in chosen)
    match total.outcome:
        case Outcome.EMPTY:
            assert total.filled == 0
            assert total.amount is None
        case Outcome.OVER:
            assert (least - maximum, most - maximum) == total.differences
            assert total.differences[0] > 0
        case Outcome.UNDER:
            assert (minimum - most, minimum - least) == total.differences
            assert total.differences[0] > 0
        case Outcome.MET:
            assert minimum <= least <= most <= maximum
        case _:
            assert least != most


@given(st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 2)), _COUNTS), st.randoms(use_true_random=False))
def test_a_sheet_depends_on_what_was_entered_and_not_on_the_order(
    cells: dict[tuple[int, int], int | None], random: Random
) -> None:
    writer = Writer(_DONGYU)
    scenario = writer.scenario("甲")
    keys = [column.key for column in columns_of(_DONGYU)]
    for (i, j), count in cells.items():
        writer.put(scenario, writer.unit(i), keys[j], count)
    sheet = writer.sheet(scenario)
    random.shuffle(writer.revisions)
    assert writer.sheet(scenario) == sheet
    for j in range(3):
        column = [count for (_i, k), count in cells.items() if k == j and count is not None]
        assert sheet.column_totals[j].filled == len(column)
        assert sheet.column_totals[j].lowest == sum(column) == sheet.column_totals[j].highest
    for i, row in enumerate(sheet.cells):
        assert sheet.row_sum(i, 0).lowest == sum(cell.count or 0 for cell in row[:2])


_DONGYU = other("dongyu-ethnic")
