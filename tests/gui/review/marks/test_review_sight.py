"""What is told of a review: verdicts link by link, who differs, what is proposed, opinions unit by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from eitc_desktop.gui.models.duty_matrix import PROPOSED, DutyMatrix, Narrowing
from eitc_desktop.gui.models.duty_tables import DivisionDutiesModel, UnmappedItemsModel
from eitc_desktop.gui.models.duty_words import cell_words, row_tip
from eitc_desktop.gui.models.review_sight import ReviewSight
from eitc_desktop.gui.models.verdict_wish import Link
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink
from eitc_desktop.model.review import Content, Opinion, OpinionCategory, Person, Stance, UnitName, Verdict
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.services.citing import Citing

ZHANG = Person("张伟", "都市产业处", "22222222-2222-4222-8222-222222222222")
LI = Person("李静", "市委编办", "33333333-3333-4333-8333-333333333333")
OTHER = FactRef(FactKind.DIVISION, 5)
CITY = FactRef(FactKind.DIVISION, 11)
Arrives = Callable[[Person, FactRef | Span | None, Content], None]


def sight_of(desk: ReviewDesk, opened: OpenedLibrary) -> ReviewSight:
    return ReviewSight(desk.review, desk.reviewer, opened.provision, opened.mapping)


def matrix_of(desk: ReviewDesk, opened: OpenedLibrary) -> DutyMatrix:
    matrix = DutyMatrix(opened.provision, opened.mapping)
    matrix.sight = sight_of(desk, opened)
    return matrix


def _name(opened: OpenedLibrary, unit: FactRef) -> str:
    return opened.provision.divisions[unit.index].name.text


def opinion(text: str, proposed: str = "", *, on_behalf: bool = False) -> Opinion:
    return Opinion(OpinionCategory.SUGGESTION, text, proposed, "", ZHANG.office, ZHANG.name, on_behalf)


def test_reviewers_that_differ(
    desk: ReviewDesk, opened: OpenedLibrary, lone: DutyLink, thinks: Callable[..., None]
) -> None:
    link = (lone.item, lone.unit)
    thinks(ZHANG, link, Stance.AGREE)
    assert sight_of(desk, opened).sign(link) == "agree"
    thinks(LI, link, Stance.DISAGREE, reason="不由其牵头", proposed=OTHER)
    sight = sight_of(desk, opened)
    assert sight.sign(link) == "disputed"
    assert sight.tally(link) == "有分歧 · 同意 1 · 不同意 1"
    name = opened.provision.divisions[OTHER.index].name.text
    assert set(sight.lines(link)) == {
        "同意 · 张伟（都市产业处）",
        f"不同意 · 李静（市委编办） · 建议对应：{name} · 理由：不由其牵头",
    }
    assert sight.own(link) == ""
    assert dict(sight.disputed_at) == {lone.unit: 1}


def test_two_states_that_stand_side_by_side_are_both_told(
    desk: ReviewDesk, opened: OpenedLibrary, lone: DutyLink, thinks: Callable[..., None]
) -> None:
    link = (lone.item, lone.unit)
    thinks(ZHANG, link, Stance.AGREE)
    (entry,) = desk.review.verdicts
    for moment, stance in (("2026-11-21T08:00:00Z", Stance.DOUBT), ("2026-11-21T09:00:00Z", Stance.DISAGREE)):
        content = Verdict(UnitName(lone.unit, _name(opened, lone.unit)), stance, "", None)
        revision = seal(entry.id, (entry.current.id,), ZHANG, moment, entry.anchor, content)
        assert desk.take_in([revision]) == 1
    sight = sight_of(desk, opened)
    assert set(sight.lines(link)) == {
        "存疑 · 张伟（都市产业处） · 两稿并存",
        "不同意 · 张伟（都市产业处） · 两稿并存",
    }
    assert sight.is_disputed(link)


def test_the_same_stance_for_different_units_is_a_dispute(
    desk: ReviewDesk, opened: OpenedLibrary, lone: DutyLink, thinks: Callable[..., None]
) -> None:
    link = (lone.item, lone.unit)
    thinks(ZHANG, link, Stance.DISAGREE, proposed=OTHER)
    thinks(LI, link, Stance.DISAGREE, proposed=CITY)
    assert sight_of(desk, opened).is_disputed(link)


def test_cells_are_marked_and_say_it_in_words(
    desk: ReviewDesk, opened: OpenedLibrary, lone: DutyLink, unmapped: FactRef, thinks: Callable[..., None]
) -> None:
    thinks(ZHANG, (lone.item, lone.unit), Stance.DOUBT, reason="待核")
    thinks(LI, (unmapped, None), Stance.DISAGREE, proposed=OTHER)
    matrix, citing = matrix_of(desk, opened), Citing(opened.provision)
    rows = {row.items: row for row in matrix.rows(Narrowing(), range(99))}
    columns = {column.ref: column for column in matrix.columns}
    row, column = rows[lone.item,], columns[lone.unit]
    assert matrix.review_sign(row, column) == "doubt"
    assert "录入：存疑 · 张伟（都市产业处） · 理由：待核" in cell_words(matrix, row, column, citing).splitlines()
    empty = rows[unmapped,]
    assert matrix.review_sign(empty, columns[OTHER]) == PROPOSED
    assert "录入：建议对应：李静（市委编办）" in cell_words(matrix, empty, columns[OTHER], citing)
    assert "不同意 · 李静（市委编办）" in row_tip(matrix, empty, citing)


def test_a_folded_cell_is_agreed_to_where_each_link_is(
    desk: ReviewDesk, opened: OpenedLibrary, thinks: Callable[..., None]
) -> None:
    bare = DutyMatrix(opened.provision, opened.mapping)
    row, column, links = next(
        (row, column, links)
        for row in bare.rows(Narrowing(), ())
        for column in bare.columns
        if len(links := [item for item in row.items if bare.links_of(item, column.ref)]) > 1
    )
    for item in links[:-1]:
        thinks(ZHANG, (item, column.ref), Stance.AGREE)
    assert matrix_of(desk, opened).review_sign(row, column) == ""
    thinks(ZHANG, (links[-1], column.ref), Stance.AGREE)
    assert matrix_of(desk, opened).review_sign(row, column) == "agree"


def test_tables_have_a_column_for_verdicts_only_where_there_are_any(
    desk: ReviewDesk, opened: OpenedLibrary, lone: DutyLink, unmapped: FactRef, thinks: Callable[..., None]
) -> None:
    divisions, items, citing = DivisionDutiesModel(), UnmappedItemsModel(), Citing(opened.provision)
    bare = DutyMatrix(opened.provision, opened.mapping)
    for model in (divisions, items):
        model.show_matrix(bare, citing, Narrowing())
    assert (divisions.columnCount(), items.columnCount()) == (6, 3)
    thinks(ZHANG, (lone.item, lone.unit), Stance.AGREE)
    thinks(LI, (unmapped, None), Stance.DISAGREE, proposed=OTHER)
    matrix = matrix_of(desk, opened)
    for model in (divisions, items):
        model.show_matrix(matrix, citing, Narrowing())
        assert model.headings[-1] == "审阅录入"
    row = divisions.row_of(lone.unit)
    assert row is not None
    words = str(divisions.index(row, 6).data()).splitlines()
    assert len(words) == len(divisions.links_of(row))
    assert words[divisions.links_of(row).index((lone.item, lone.unit))] == "同意 1"
    row = items.row_of(unmapped)
    assert row is not None
    name = opened.provision.divisions[OTHER.index].name.text
    assert items.index(row, 3).data() == f"不同意 1\n建议对应：{name}"
    assert items.links_of(row) == ((unmapped, None),)
    assert "审阅录入" in divisions.as_tsv([0])


def test_the_table_of_divisions_filters_link_by_link(
    desk: ReviewDesk, opened: OpenedLibrary, thinks: Callable[..., None]
) -> None:
    links = opened.mapping.duty_links
    link = next(link for link in links if sum(other.item == link.item for other in links) > 1)
    thinks(ZHANG, (link.item, link.unit), Stance.AGREE)
    matrix, model = matrix_of(desk, opened), DivisionDutiesModel()

    def shown(state: str) -> set[Link]:
        model.show_matrix(matrix, Citing(opened.provision), Narrowing(state=state))
        return {each for row in range(model.rowCount()) for each in model.links_of(row)}

    assert shown("reviewed") == {(link.item, link.unit)}
    assert shown("disputed") == set()
    assert len(shown("unreviewed")) == len({(each.item, each.unit) for each in links}) - 1


def test_items_are_filtered_by_how_far_they_are_reviewed(
    desk: ReviewDesk, opened: OpenedLibrary, lone: DutyLink, unmapped: FactRef, thinks: Callable[..., None]
) -> None:
    thinks(ZHANG, (lone.item, lone.unit), Stance.AGREE)
    thinks(LI, (lone.item, lone.unit), Stance.DOUBT)
    thinks(LI, (unmapped, None), Stance.AGREE)
    matrix = matrix_of(desk, opened)
    assert matrix.sight is not None
    progress = matrix.sight.progress
    assert (progress.reviewed, progress.disputed) == (2, 1)

    def items(state: str) -> list[FactRef]:
        return [item for row in matrix.rows(Narrowing(state=state), ()) for item in row.items]

    assert items("disputed") == [lone.item]
    assert set(items("reviewed")) == {lone.item, unmapped}
    assert len(items("unreviewed")) == progress.total - 2


def test_what_is_disputed_but_not_reviewed_to_the_end_is_counted_as_unreviewed(
    desk: ReviewDesk, opened: OpenedLibrary, thinks: Callable[..., None]
) -> None:
    counts = Counter(link.item for link in opened.mapping.duty_links)
    item = next(item for item, count in counts.items() if count > 1)
    units = [link.unit for link in opened.mapping.duty_links if link.item == item]
    thinks(ZHANG, (item, units[0]), Stance.AGREE)
    thinks(LI, (item, units[0]), Stance.DISAGREE)
    matrix = matrix_of(desk, opened)
    assert matrix.sight is not None
    progress = matrix.sight.progress
    assert (progress.reviewed, progress.disputed, progress.disputed_unreviewed) == (0, 1, 1)
    for state, there in (("disputed", True), ("unreviewed", True), ("reviewed", False)):
        rows = matrix.rows(Narrowing(state=state), ())
        assert any(item in row.items for row in rows) is there
    for unit in units[1:]:
        thinks(LI, (item, unit), Stance.AGREE)
    done = matrix_of(desk, opened).sight
    assert done is not None
    assert (done.progress.reviewed, done.progress.disputed, done.progress.disputed_unreviewed) == (1, 1, 0)


def test_opinions_are_counted_where_they_belong(desk: ReviewDesk, opened: OpenedLibrary, arrives: Arrives) -> None:
    place = opened.provision.text.index("创意产业")
    arrives(ZHANG, CITY, opinion("改名"))
    arrives(ZHANG, FactRef(FactKind.SECOND_NAME, 11, 0), opinion("括号内名称", "创意产业处", on_behalf=True))
    arrives(LI, Span(place, place + 4), opinion("表述"))
    arrives(LI, None, opinion("总的意见"))
    sight = sight_of(desk, opened)
    assert dict(sight.opinions_at) == {CITY: 2}
    (remark,) = sight.opinions(FactRef(FactKind.SECOND_NAME, 11, 0))
    assert remark.heading == "建议 · 张伟（都市产业处） · 代录"
    assert remark.words == "括号内名称\n建议修改为：创意产业处"
    assert [(each.span, each.whole) for each in sight.marked if not each.whole] == [(Span(place, place + 4), False)]
    assert len(sight.marked) == 3
