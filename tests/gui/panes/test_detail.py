"""详情 on the real provision: what it says, what it says is not stated, and where its marks lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.detail_facts import FactPages
from eitc_desktop.gui.models.detail_page import Page, Passage, QuotaTable, Remark, Row
from eitc_desktop.gui.panes.detail import DetailPane
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.facet_bar import FacetBar
from eitc_desktop.gui.widgets.fact_link import FactLink
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.labels import NotStatedLabel, WrappedLabel
from eitc_desktop.gui.widgets.page_scroll import PageScroll
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.services.citing import Citing

BODY = FactRef(FactKind.BODY)


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision, mapping: Mapping) -> DetailPane:
    pane = DetailPane(tokens)
    qtbot.addWidget(pane)
    pane.resize(320, 560)
    pane.show_provision(provision, mapping)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def page_of(provision: Provision, ref: FactRef) -> Page:
    page = FactPages(provision, Citing(provision)).page(ref)
    assert page is not None
    return page


def said(page: Page) -> dict[str, list[str | None]]:
    """What the page's rows say, by label."""
    found: dict[str, list[str | None]] = {}
    for part in page.parts:
        for block in part.blocks:
            if isinstance(block, Row):
                found.setdefault(block.label, []).append(block.words)
    return found


def texts(pane: DetailPane) -> list[str]:
    return [label.text() for label in pane.findChildren(WrappedLabel) if label.isVisibleTo(pane)]


def test_every_fact_has_a_page(provision: Provision, other_provisions: tuple[Provision, ...]) -> None:
    for some in (provision, *other_provisions):
        pages = FactPages(some, Citing(some))
        for fact in facts_of(some):
            page = pages.page(fact.ref)
            assert page is not None
            assert page.title
            assert page.kind
            assert any(part.blocks for part in page.parts)


def test_a_division_states_nothing_that_the_text_does_not(provision: Provision) -> None:
    page = page_of(provision, FactRef(FactKind.DIVISION, 11))
    assert (page.title, page.kind) == ("都市产业处", "内设机构（十二）")
    rows = said(page)
    assert rows["括号内名称"] == ["创意与设计产业处"]
    own = next(part for part in page.parts if part.heading == "规格、编制")
    assert [(row.label, row.words) for row in own.blocks if isinstance(row, Row)] == [
        ("规格", None),
        ("编制", None),
        ("职数", None),
        ("实有", None),
    ]
    around = next(part for part in page.parts if part.heading.startswith("所在机关"))
    assert [row.words for row in around.blocks if isinstance(row, Row)] == [
        "上海市经济和信息化委员会",
        "机关行政编制 294 名",
        "正副处级领导职数 77 名（正、副未分列）",
        "非领导职数 按照《公务员法》有关规定核定",
    ]


def test_co_location_is_shown_as_worded(provision: Provision) -> None:
    page = page_of(provision, FactRef(FactKind.DIVISION, 2))
    passages = [block.words for part in page.parts for block in part.blocks if isinstance(block, Passage)]
    assert passages == ["人事教育处与市经济和信息化工作党委干部处合署办公。"]
    assert page.parts[0].heading == "合署办公"


def test_the_body_calls_its_nameplate_as_the_text_does(provision: Provision) -> None:
    rows = said(page_of(provision, BODY))
    assert rows["增挂牌子"] == ["上海市国防科技工业办公室"]
    assert rows["机关性质"] == ["市政府组成部门"]
    for label in ("规格", "标题", "文号", "印发日期", "施行日期", "实有"):
        assert rows[label] == [None]


def test_only_an_agency_that_leads_the_whole_matter_is_called_lead(provision: Provision) -> None:
    rows = said(page_of(provision, BODY))
    assert rows["牵头"] == [
        "上海市商务委员会",
        "上海市商务委员会",
        "上海市发展和改革委员会",
        "上海市发展和改革委员会",
        None,
        None,
    ]


def test_a_post_shows_its_range_and_what_it_lies_within(provision: Provision) -> None:
    page = page_of(provision, FactRef(FactKind.QUOTA, 3))
    rows = said(page)
    assert rows["职数"][0] == "1-2 名"
    assert rows["所属"] == ["市国防科技工业办公室"]
    assert rows["列入"] == ["机关行政编制 294 名"]
    assert rows["分管"] == [None]


def test_an_establishment_shows_what_lies_within_it(provision: Provision) -> None:
    page = page_of(provision, FactRef(FactKind.QUOTA, 0))
    assert QuotaTable(0) in page.parts[0].blocks


def test_a_hosted_office_is_quoted(provision: Provision) -> None:
    page = page_of(provision, FactRef(FactKind.HOSTED_OFFICE, 1))
    first = page.parts[0].blocks[0]
    assert isinstance(first, Passage)
    assert first.words == "上海市征信管理办公室设在上海市经济和信息化委员会。"


def test_the_condition_of_a_devolution_is_quoted_not_resolved(provision: Provision) -> None:
    rows = said(page_of(provision, FactRef(FactKind.CHANGE, 8)))
    assert rows["去向"] == ["试点分园政府行政管理机构或分园所在区（县）管理部门"]
    assert rows["条件"][0] in provision.changes[8].text.text  # type: ignore[operator]


def test_what_is_not_stated_looks_different(pane: DetailPane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 0))
    absent = [label for label in pane.findChildren(NotStatedLabel) if label.isVisibleTo(pane)]
    assert sorted(label.text() for label in absent) == sorted(
        [*["本规定未载明"] * 4, "本规定未载明各内设机构职责", "未对应：没有职责分项与其名称对应"]
    )
    assert all(label.font().italic() for label in absent)


def test_a_mark_leads_to_its_clause_by_mouse_and_by_key(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 11))
    marks = [mark for mark in pane.findChildren(ClauseMark) if mark.isVisibleTo(pane)]
    second_name = next(mark for mark in marks if mark.ref.kind is FactKind.SECOND_NAME)
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.mouseClick(second_name, Qt.MouseButton.LeftButton)
    assert asked.args == [FactRef(FactKind.SECOND_NAME, 11, 0)]
    second_name.setFocus()
    with qtbot.waitSignal(pane.clause_requested):
        qtbot.keyClick(second_name, Qt.Key.Key_Return)


def test_copying_gives_the_source(
    qtbot: QtBot,
    pane: DetailPane,
    clipboard_text: Callable[[], str],
    provision: Provision,
) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 11))
    button = next(b for b in pane.findChildren(QAbstractButton) if b.text() == "复制（含出处）")
    with qtbot.waitSignal(pane.notice_given) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "三（十二）" in told.args[0]
    assert clipboard_text() == Citing(provision).cite(FactRef(FactKind.DIVISION, 11))
    mark = next(mark for mark in pane.findChildren(ClauseMark) if mark.ref.kind is FactKind.SECOND_NAME)
    qtbot.keyClick(mark, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard_text().endswith("“创意与设计产业处”")


def test_a_link_leads_to_another_fact(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 11))
    link = to_body(pane)
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert chosen.args == [BODY]
    with qtbot.waitSignal(pane.fact_chosen):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def duties_of(pane: DetailPane) -> FactTreeView:
    return next(view for view in pane.findChildren(FactTreeView) if view.accessibleName() == "主要职责")


def test_a_duty_unfolds_by_mouse_and_by_key(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(BODY)
    view = duties_of(pane)
    first, before = view.model().index(0, 0), view.height()
    place = view.visualRect(first).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.isExpanded(first)
    assert view.height() > before
    view.setFocus()
    view.setCurrentIndex(first)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert not view.isExpanded(first)
    assert view.height() == before


def test_a_duty_is_chosen_shown_in_the_text_and_copied_by_key(
    qtbot: QtBot,
    pane: DetailPane,
    clipboard_text: Callable[[], str],
) -> None:
    pane.show_selected(BODY)
    view = duties_of(pane)
    view.setCurrentIndex(view.model().index(17, 0))
    ref = FactRef(FactKind.DUTY, 17)
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [ref]
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [ref]
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard_text().endswith("二（十八）“负责本市无线电管理工作。”")


def test_the_mark_of_a_duty_asks_for_its_clause(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(BODY)
    view = duties_of(pane)
    place = view.visualRect(view.model().index(4, 1)).center()
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [FactRef(FactKind.DUTY, 4)]
    assert not view.isExpanded(view.model().index(4, 0))


@pytest.mark.parametrize("width", [280, 320, 500])
def test_nothing_is_clipped_and_nothing_scrolls_sideways(pane: DetailPane, provision: Provision, width: int) -> None:
    pane.resize(width, 560)
    for ref in (BODY, FactRef(FactKind.DIVISION, 11), FactRef(FactKind.MATTER, 0, 0), FactRef(FactKind.CHANGE, 8)):
        pane.show_selected(ref)
        QApplication.processEvents()
        scroll = pane.findChild(QScrollArea)
        assert scroll is not None
        assert scroll.widget().width() <= scroll.viewport().width()
        for label in pane.findChildren(WrappedLabel):
            if label.isVisibleTo(pane):
                assert label.height() >= label.heightForWidth(label.width()), label.text()
                assert label.mapTo(pane, QPoint(label.width(), 0)).x() <= pane.width()


def test_the_page_begins_at_its_top_and_follows_the_keyboard(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(BODY)
    scroll = pane.findChild(QScrollArea)
    assert scroll is not None
    view = duties_of(pane)
    view.setFocus()
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert scroll.verticalScrollBar().value() > 0
    pane.show_selected(FactRef(FactKind.DIVISION, 0))
    assert scroll.verticalScrollBar().value() == 0


def test_markup_in_a_text_stays_text(
    qtbot: QtBot,
    tokens: Tokens,
    source_text: str,
) -> None:
    from eitc_desktop.reading import read_provision

    hostile = read_provision(source_text.replace("研究室", "<b>研</b>&amp;究室"))
    pane = DetailPane(tokens)
    qtbot.addWidget(pane)
    pane.show_provision(hostile)
    pane.show_selected(FactRef(FactKind.DIVISION, 1))
    assert hostile.divisions[1].name.text in texts(pane)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in pane.findChildren(WrappedLabel))


def test_an_unknown_fact_changes_nothing(pane: DetailPane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 3))
    pane.show_selected(FactRef(FactKind.DIVISION, 300))
    assert pane.page is not None
    assert pane.page.ref == FactRef(FactKind.DIVISION, 3)


def test_another_provision_empties_the_pane(
    qtbot: QtBot,
    pane: DetailPane,
    other_provisions: tuple[Provision, ...],
) -> None:
    pane.show_selected(BODY)
    pane.show_provision(other_provisions[0])
    assert pane.page is None
    pane.show_selected(BODY)
    assert pane.page is not None
    assert pane.page.title == other_provisions[0].body.text


def pressed(qtbot: QtBot, pane: DetailPane, key: Qt.Key) -> QWidget:
    """Press *key* where the keyboard is, and return where it is then."""
    qtbot.keyClick(QApplication.focusWidget() or pane.home, key)
    QApplication.processEvents()
    where = QApplication.focusWidget()
    assert where is not None
    return where


@pytest.mark.parametrize("ref", [BODY, FactRef(FactKind.DIVISION, 11), FactRef(FactKind.MATTER, 0, 0)])
def test_arrows_lead_to_every_mark_link_and_row_in_sight(qtbot: QtBot, pane: DetailPane, ref: FactRef) -> None:
    pane.show_selected(ref)
    pane.activateWindow()
    qtbot.waitActive(pane)
    pane.home.setFocus()
    scroll = pane.findChild(PageScroll)
    assert scroll is not None
    page = scroll.findChild(PageView)
    assert page is not None
    rows: dict[QWidget, set[int]] = {}
    reached: list[QWidget] = []
    for _ in range(400):
        where = pressed(qtbot, pane, Qt.Key.Key_Down)
        if where in page.stops and where not in reached:
            reached.append(where)
        if isinstance(where, FactTreeView):
            rows.setdefault(where, set()).add(where.currentIndex().row())
        assert where is scroll or not where.visibleRegion().isEmpty()
        if where is page.stops[-1] and scroll.verticalScrollBar().value() == scroll.verticalScrollBar().maximum():
            break
    assert reached == list(page.stops)
    for tree, seen in rows.items():
        assert isinstance(tree, FactTreeView)
        assert len(seen) > 1 or tree.facts.rowCount() == 1
    assert any(pressed(qtbot, pane, Qt.Key.Key_Up) is page.stops[0] for _ in range(400))


def test_tab_leads_past_the_page_and_enter_follows_a_mark(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 11))
    pane.activateWindow()
    qtbot.waitActive(pane)
    pane.home.setFocus()
    mark = pressed(qtbot, pane, Qt.Key.Key_Down)
    assert isinstance(mark, ClauseMark)
    with qtbot.waitSignal(pane.clause_requested) as asked:
        qtbot.keyClick(mark, Qt.Key.Key_Return)
    assert asked.args == [FactRef(FactKind.SECOND_NAME, 11, 0)]
    page = pane.findChild(PageView)
    assert page is not None
    assert not [stop for stop in page.stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_the_keyboard_stays_in_a_page_that_leads_to_another(qtbot: QtBot, pane: DetailPane) -> None:
    pane.fact_chosen.connect(pane.show_selected)
    pane.show_selected(FactRef(FactKind.DIVISION, 11))
    pane.activateWindow()
    qtbot.waitActive(pane)
    to_body(pane).setFocus()
    assert pressed(qtbot, pane, Qt.Key.Key_Return) is pane.home
    assert pane.page is not None
    assert pane.page.ref == BODY
    assert isinstance(pressed(qtbot, pane, Qt.Key.Key_Down), ClauseMark)


def test_home_and_end_lead_to_the_ends_of_a_page(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(BODY)
    scroll = pane.findChild(PageScroll)
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    pane.home.setFocus()
    QApplication.processEvents()
    assert pressed(qtbot, pane, Qt.Key.Key_End) is scroll
    assert bar.value() == bar.maximum() > 0
    assert pressed(qtbot, pane, Qt.Key.Key_Home) is scroll
    assert bar.value() == 0


def test_a_nameplate_stands_with_the_unit_that_carries_it(other_provisions: tuple[Provision, ...]) -> None:
    some = next(p for p in other_provisions if any(plate.of for plate in p.nameplates))
    plate = next(plate for plate in some.nameplates if plate.of)
    index = next(i for i, division in enumerate(some.divisions) if division.name.text == plate.of)
    assert said(page_of(some, FactRef(FactKind.DIVISION, index)))["牌子"] == [plate.name.text]
    body = [words for words_of in said(page_of(some, BODY)).values() for words in words_of]
    assert plate.name.text not in body


def test_a_declared_number_that_is_not_listed_is_set_against_the_count(
    provision: Provision, other_provisions: tuple[Provision, ...]
) -> None:
    some = next(p for p in other_provisions if p.declared_division_count not in {None, len(p.divisions)})
    rows = said(page_of(some, BODY))
    assert rows["设置数"] != rows["实际列出"]
    assert "实际列出" not in said(page_of(provision, BODY))


def test_a_division_shows_the_duties_that_the_text_gives_it(other_provisions: tuple[Provision, ...]) -> None:
    some = next(p for p in other_provisions if any(division.duties for division in p.divisions))
    index = next(i for i, division in enumerate(some.divisions) if division.duties)
    page = page_of(some, FactRef(FactKind.DIVISION, index))
    duties = next(part for part in page.parts if part.heading == "职责")
    words = [block.words for block in duties.blocks if isinstance(block, Passage)]
    assert words == [duty.text for duty in some.divisions[index].duties]


def test_people_in_post_are_no_quota(other_provisions: tuple[Provision, ...]) -> None:
    some = next(p for p in other_provisions if p.actual_staff)
    staff = some.actual_staff[0]
    assert said(page_of(some, BODY))["实有"] == [f"{staff.label} {staff.count} {staff.unit}"]


def test_the_items_of_an_unfolded_duty_come_into_sight(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_selected(BODY)
    QApplication.processEvents()
    view = next(v for v in pane.findChildren(FactTreeView) if v.accessibleName() == "主要职责")
    scroll = pane.findChild(QScrollArea)
    assert scroll is not None
    view.setFocus(Qt.FocusReason.TabFocusReason)
    room = scroll.viewport()
    for row in range(view.facts.rowCount()):
        if view.facts.rowCount(view.facts.index(row, 0)):
            view.setCurrentIndex(view.facts.index(row, 0))
            qtbot.keyClick(view, Qt.Key.Key_Space)
            for _ in range(3):
                QApplication.processEvents()
            duty = view.facts.index(row, 0)
            last = view.facts.index(view.facts.rowCount(duty) - 1, 0, duty)
            top = view.mapTo(room, view.visualRect(duty).topLeft()).y()
            bottom = view.mapTo(room, view.visualRect(last).bottomLeft()).y()
            assert top >= 0
            assert bottom < room.height() or bottom - top > room.height() - 40


def to_body(pane: DetailPane) -> FactLink:
    links = [link for link in pane.findChildren(FactLink) if link.isVisibleTo(pane)]
    return next(link for link in links if link.accessibleDescription() == "机关")


def facet_bar(pane: DetailPane) -> FacetBar:
    pane.show_selected(BODY)
    QApplication.processEvents()
    QApplication.processEvents()
    bar = pane.findChild(FacetBar)
    assert bar is not None
    return bar


def test_duties_are_filtered_by_the_role_their_words_state(pane: DetailPane) -> None:
    bar = facet_bar(pane)
    duties = next(v for v in pane.findChildren(FactTreeView) if v.accessibleName() == "主要职责")
    whole = duties.height()
    role, act = bar.boxes
    role.setCurrentIndex(role.findData("会同"))
    assert bar.facets.role == "会同"
    rows = [duties.facts.index(row, 0) for row in range(duties.facts.rowCount())]
    assert sum(duties.facts.rowCount(row) for row in rows) == 9
    assert all(duties.isExpanded(row) for row in rows)
    act.setCurrentIndex(act.findData("提出"))
    assert duties.facts.rowCount() == 0
    assert "没有符合的分项" in [label.text() for label in bar.findChildren(QLabel)]
    for box in bar.boxes:
        box.setCurrentIndex(0)
    assert duties.facts.rowCount() == 20
    assert duties.height() == whole


def test_arrows_pass_over_the_choices_of_role_and_act(qtbot: QtBot, pane: DetailPane) -> None:
    bar = facet_bar(pane)
    pane.activateWindow()
    qtbot.waitActive(pane)
    role, act = bar.boxes
    pane.home.setFocus()
    where = [pressed(qtbot, pane, Qt.Key.Key_Down) for _ in range(40)]
    at = where.index(role)
    assert where[at + 1] is act
    assert isinstance(where[at + 2], FactTreeView)
    assert [box.currentIndex() for box in bar.boxes] == [0, 0]


def mapped_page(provision: Provision, mapping: Mapping, index: int) -> Page:
    page = FactPages(provision, Citing(provision), mapping).page(FactRef(FactKind.CHANGE, index))
    assert page is not None
    return page


def headings(page: Page) -> list[str]:
    return [part.heading for part in page.parts if part.heading]


def test_a_change_says_which_duties_units_and_matters_correspond(provision: Provision, mapping: Mapping) -> None:
    page = mapped_page(provision, mapping, 14)
    assert headings(page)[-3:] == ["对应的现行职责 7", "对应的内设机构 3", "相关的部门间分工 1"]
    duties = [block.ref for part in page.parts for block in part.blocks if isinstance(block, Passage) and block.opens]
    assert [ref for ref in duties if ref.kind is FactKind.DUTY_ITEM] == [
        link.target for link in mapping.links_of_change(page.ref, FactKind.DUTY_ITEM)
    ]
    rows = said(page)
    assert rows["等级"].count("职能研判 C · 未经本单位确认") == len(rows["理由"]) == 2
    assert rows["内设机构"][0] == "信息基础设施管理处"
    assert "“信息安全防范工作”" in rows["依据"]


def test_a_chain_names_its_way_and_both_grades(provision: Provision, mapping: Mapping) -> None:
    rows = said(mapped_page(provision, mapping, 13))
    assert rows["途径"][0] == "经现行职责 二（五）[1]（本事项与该职责：职能研判 C；该职责与本机构：名称对应 B）"
    assert set(rows["等级"]) == {"职能研判 C · 未经本单位确认"}


def test_of_what_left_only_the_field_is_named(provision: Provision, mapping: Mapping) -> None:
    for index, change in enumerate(provision.changes):
        page = mapped_page(provision, mapping, index)
        left = change.kind not in {ChangeKind.ADDED, ChangeKind.STRENGTHENED}
        assert any(heading.startswith("涉及领域的现行职责") for heading in headings(page)) is left
        remarks = [block.words for part in page.parts for block in part.blocks if isinstance(block, Remark)]
        linked = any(link.change == page.ref for link in mapping.change_links)
        assert any("不表示现行职责由该事项保留而来" in words for words in remarks) is (left and linked)


def test_what_corresponds_to_nothing_says_so_and_what_remains_is_quoted(provision: Provision, mapping: Mapping) -> None:
    page = mapped_page(provision, mapping, 0)
    absent = [block.absent for part in page.parts for block in part.blocks if isinstance(block, Row)]
    assert absent.count("未对应") == 3
    assert absent.count("原文未载明") == 1
    limits = next(part for part in mapped_page(provision, mapping, 9).parts if part.heading.startswith("限定"))
    assert [(row.label, row.words) for row in limits.blocks if isinstance(row, Row)] == [
        ("例外", "除限制类内资工业企业投资项目外")
    ]


def test_a_corresponding_duty_is_one_click_away(
    qtbot: QtBot, pane: DetailPane, provision: Provision, mapping: Mapping
) -> None:
    pane.show_provision(provision, mapping)
    pane.resize(320, 1400)
    pane.show_selected(FactRef(FactKind.CHANGE, 11))
    link = next(each for each in pane.findChildren(FactLink) if each.isVisible())
    with qtbot.waitSignal(pane.fact_chosen) as chosen:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert chosen.args == [FactRef(FactKind.DUTY_ITEM, 7, 2)]


def test_a_page_is_whole_before_it_is_scrolled(pane: DetailPane) -> None:
    pane.show_selected(BODY)
    QApplication.processEvents()
    scroll, view = pane.findChild(PageScroll), pane.findChild(PageView)
    assert scroll is not None
    assert view is not None
    made = len(view.findChildren(WrappedLabel))
    scroll.verticalScrollBar().setValue(1)
    assert len(view.findChildren(WrappedLabel)) > made
    assert scroll.verticalScrollBar().value() == 1
