"""What the panes show of a review, and how one adds to it there; without one they look as they always did."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.models.fact_map import FactMap
from eitc_desktop.gui.models.unit_tree import UnitRole
from eitc_desktop.gui.models.verdict_wish import VerdictWish, Wish
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.panes.chart import ChartPane
from eitc_desktop.gui.panes.detail import DetailPane
from eitc_desktop.gui.panes.duty_map import DutyMapPane
from eitc_desktop.gui.panes.source import SourcePane
from eitc_desktop.gui.panes.source_text import SourceText
from eitc_desktop.gui.panes.tree import TreePane
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.verdict_desk import VerdictDesk
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.widgets.stance_bar import StanceBar
from eitc_desktop.gui.widgets.word_link import WordLink
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink
from eitc_desktop.model.review import Content, Opinion, OpinionCategory, Person, Stance
from eitc_desktop.model.text import Span

ZHANG = Person("张伟", "都市产业处", "22222222-2222-4222-8222-222222222222")
LI = Person("李静", "市委编办", "33333333-3333-4333-8333-333333333333")
CITY = FactRef(FactKind.DIVISION, 11)
KEY = Qt.Key
Arrives = Callable[[Person, FactRef | Span | None, Content], None]


def opinion(text: str) -> Opinion:
    return Opinion(OpinionCategory.OPINION, text, "", "", ZHANG.office, ZHANG.name)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def words_of(pane: DetailPane) -> list[str]:
    return [piece.text() for piece in pieces(pane) if isinstance(piece, WrappedLabel)]


def pieces(pane: DetailPane) -> tuple[QWidget, ...]:
    (view,) = [view for view in pane.findChildren(PageView) if view.isVisible()]
    return view.pieces


def bars(pane: DetailPane) -> list[StanceBar]:
    return [piece for piece in pieces(pane) if isinstance(piece, StanceBar)]


def links(pane: DetailPane, words: str) -> list[WordLink]:
    return [piece for piece in pieces(pane) if isinstance(piece, WordLink) and piece.text() == words]


class TestDetail:
    @pytest.fixture
    def pane(self, qtbot: QtBot, tokens: Tokens, opened: OpenedLibrary) -> DetailPane:
        pane = DetailPane(tokens)
        qtbot.addWidget(pane)
        pane.resize(320, 560)
        pane.show_provision(opened.provision, opened.mapping)
        pane.show()
        qtbot.waitActive(pane)
        return pane

    def test_pages_offer_nothing_until_something_can_be_kept(self, pane: DetailPane, lone: DutyLink) -> None:
        pane.show_selected(lone.item)
        before = pane.page
        assert not bars(pane)
        pane.offer_review()
        assert [bar.links for bar in bars(pane)] == [((lone.item, lone.unit),)]
        assert links(pane, "添加意见…")
        assert before is not None
        assert pane.page is not None
        assert len(pane.page.parts) == len(before.parts) + 1

    def test_verdicts_stand_below_their_link(
        self, pane: DetailPane, desk: ReviewDesk, lone: DutyLink, thinks: Callable[..., None]
    ) -> None:
        pane.set_desk(desk)
        pane.offer_review()
        pane.show_selected(lone.item)
        thinks(ZHANG, (lone.item, lone.unit), Stance.AGREE)
        thinks(LI, (lone.item, lone.unit), Stance.DISAGREE, reason="不由其牵头", proposed=CITY)
        words = words_of(pane)
        assert "同意 · 张伟（都市产业处）" in words
        assert "建议对应：都市产业处\n理由：不由其牵头" in words
        tags = [piece for piece in pieces(pane) if isinstance(piece, ProvenanceTag)]
        assert sum(tag.provenance is Provenance.ENTERED for tag in tags) == 2

    def test_ones_own_verdict_is_chosen_and_can_be_taken_back(
        self, pane: DetailPane, desk: ReviewDesk, lone: DutyLink, tokens: Tokens, home: QWidget, qtbot: QtBot
    ) -> None:
        pane.set_desk(desk)
        pane.offer_review()
        pane.verdict_requested.connect(VerdictDesk(tokens, desk, home).answer)
        pane.show_selected(lone.item)
        (bar,) = bars(pane)
        bar.setFocus()
        qtbot.keyClick(bar, KEY.Key_Return)
        (bar,) = bars(pane)
        assert bar.own == "agree"
        assert bar.hasFocus()
        assert "已选" in bar.accessibleName()
        qtbot.keyClick(bar, KEY.Key_Space)
        assert bars(pane)[0].own == ""
        assert desk.review.live == ()

    def test_the_words_of_the_bar_by_mouse_and_key(self, pane: DetailPane, unmapped: FactRef, qtbot: QtBot) -> None:
        pane.offer_review()
        pane.show_selected(unmapped)
        (bar,) = bars(pane)
        asked: list[VerdictWish] = []
        pane.verdict_requested.connect(asked.append)
        bar.setFocus()
        for key in (KEY.Key_Right, KEY.Key_Return, KEY.Key_Right, KEY.Key_Right, KEY.Key_Return):
            qtbot.keyClick(bar, key)
        assert asked == [VerdictWish(((unmapped, None),), wish) for wish in (Wish.DISAGREE, Wish.DOUBT)]
        assert "存疑" in bar.accessibleName()
        first = bar.fontMetrics().horizontalAdvance("审阅") + 12
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(first, bar.height() // 2))
        assert asked[-1].wish is Wish.AGREE

    def test_arrows_lead_past_the_bar(self, pane: DetailPane, lone: DutyLink, qtbot: QtBot) -> None:
        pane.offer_review()
        pane.show_selected(lone.item)
        (bar,) = bars(pane)
        bar.setFocus()
        qtbot.keyClick(bar, KEY.Key_Down)
        assert not bar.hasFocus()
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Up)
        assert bar.hasFocus()

    def test_opinions_open_their_entry_and_more_can_be_added(
        self, pane: DetailPane, desk: ReviewDesk, arrives: Arrives, qtbot: QtBot
    ) -> None:
        pane.set_desk(desk)
        pane.offer_review()
        pane.show_selected(CITY)
        arrives(ZHANG, CITY, opinion("<b>改名</b>"))
        assert "<b>改名</b>" in words_of(pane)
        (entry,) = desk.review.on(CITY)
        with qtbot.waitSignal(pane.entry_requested) as asked:
            links(pane, "打开")[0].follow()
        assert asked.args == [entry.id]
        with qtbot.waitSignal(pane.opinion_requested) as wished:
            links(pane, "添加意见…")[0].follow()
        assert wished.args == [CITY]

    def test_the_reader_stays_where_they_were(
        self, pane: DetailPane, desk: ReviewDesk, opened: OpenedLibrary, thinks: Callable[..., None]
    ) -> None:
        pane.set_desk(desk)
        pane.offer_review()
        unit = max(
            (link.unit for link in opened.mapping.duty_links), key=lambda u: len(opened.mapping.links_of_unit(u))
        )
        pane.show_selected(unit)
        pieces(pane)
        bar = pane.home.verticalScrollBar()  # pyright: ignore[reportAttributeAccessIssue]
        bar.setValue(200)
        link = opened.mapping.links_of_unit(unit)[-1]
        thinks(ZHANG, (link.item, unit), Stance.AGREE)
        assert bar.value() == 200


class TestDutyMap:
    @pytest.fixture
    def pane(self, qtbot: QtBot, tokens: Tokens, opened: OpenedLibrary, desk: ReviewDesk) -> DutyMapPane:
        pane = DutyMapPane(tokens)
        qtbot.addWidget(pane)
        pane.resize(900, 640)
        pane.show_provision(opened.provision, opened.mapping)
        pane.set_desk(desk)
        pane.offer_review()
        pane.show()
        qtbot.waitActive(pane)
        settle()
        return pane

    def place(self, pane: DutyMapPane, item: FactRef, unit: FactRef) -> tuple[int, int]:
        view = pane.page.view
        view.unfold_all(unfolded=True)
        row = next(number for number, row in enumerate(view.rows) if row.items == (item,))
        return row, next(number for number, column in enumerate(view.columns) if column.ref == unit)

    def test_nothing_is_seen_of_a_review_without_one(self, pane: DutyMapPane) -> None:
        assert pane.page.bar.review.isHidden()
        assert pane.page.bar.progress.isHidden()

    def test_keys_give_verdicts_in_the_matrix(
        self,
        pane: DutyMapPane,
        opened: OpenedLibrary,
        desk: ReviewDesk,
        lone: DutyLink,
        tokens: Tokens,
        home: QWidget,
        qtbot: QtBot,
    ) -> None:
        pane.verdict_requested.connect(VerdictDesk(tokens, desk, home).answer)
        view = pane.page.view
        row, column = self.place(pane, lone.item, lone.unit)
        view.go(row - view.current[0], column - view.current[1])
        qtbot.keyClick(view, KEY.Key_A)
        items = sum(len(duty.items) for duty in opened.provision.duties)
        assert pane.page.bar.progress.text() == f"已审 1/{items}"
        assert view.current == (row, column)
        sight = view.sight_of(view.current)[0]
        assert sight is not None
        assert sight.signs[column] == "agree"
        assert "录入：同意 · 陈敏（办公室）" in view.accessibleDescription()
        qtbot.keyClick(view, KEY.Key_W)
        assert desk.review.live == ()
        assert pane.page.bar.progress.isHidden()

    def test_an_empty_cell_proposes_its_unit(self, pane: DutyMapPane, unmapped: FactRef, qtbot: QtBot) -> None:
        view = pane.page.view
        row, column = self.place(pane, unmapped, CITY)
        view.go(row - view.current[0], column - view.current[1])
        with qtbot.waitSignal(pane.verdict_requested) as asked:
            qtbot.keyClick(view, KEY.Key_D)
        assert asked.args == [VerdictWish(((unmapped, None),), Wish.DISAGREE, CITY)]

    def test_the_strip_tells_verdicts_and_takes_one(
        self, pane: DutyMapPane, lone: DutyLink, thinks: Callable[..., None], qtbot: QtBot
    ) -> None:
        page = pane.page
        row, column = self.place(pane, lone.item, lone.unit)
        page.explain(page.view.rows[row], page.view.columns[column])
        thinks(ZHANG, (lone.item, lone.unit), Stance.DOUBT, reason="待核")
        said = [label.text() for label in page.strip.findChildren(WrappedLabel)]
        assert "存疑 · 张伟（都市产业处） · 理由：待核" in said
        bar = page.strip.widget().findChildren(StanceBar)[-1]
        with qtbot.waitSignal(pane.verdict_requested) as asked:
            bar.choose(0)
        assert asked.args == [VerdictWish(((lone.item, lone.unit),), Wish.AGREE)]

    def test_the_keyboard_stays_in_the_strip(
        self, pane: DutyMapPane, desk: ReviewDesk, lone: DutyLink, tokens: Tokens, home: QWidget, qtbot: QtBot
    ) -> None:
        pane.verdict_requested.connect(VerdictDesk(tokens, desk, home).answer)
        page = pane.page
        row, column = self.place(pane, lone.item, lone.unit)
        page.explain(page.view.rows[row], page.view.columns[column])
        page.strip.findChildren(StanceBar)[-1].setFocus()
        qtbot.keyClick(page.strip.findChildren(StanceBar)[-1], KEY.Key_Return)
        focus = QApplication.focusWidget()
        assert isinstance(focus, StanceBar)
        assert focus.own == "agree"

    def test_the_table_filters_and_goes_on_to_the_next_row(
        self,
        pane: DutyMapPane,
        desk: ReviewDesk,
        unmapped: FactRef,
        thinks: Callable[..., None],
        tokens: Tokens,
        home: QWidget,
        qtbot: QtBot,
    ) -> None:
        pane.verdict_requested.connect(VerdictDesk(tokens, desk, home).answer)
        thinks(ZHANG, (unmapped, None), Stance.AGREE)
        page = pane.page
        page.bar.choose_view(2)
        every = page.items.model().rowCount()
        page.bar.review.setCurrentIndex(page.bar.review.findData("unreviewed"))
        assert page.items.model().rowCount() == every - 1
        page.items.stand_on(3)
        third = page.items.model().index(3, 0).data()
        qtbot.keyClick(page.items, KEY.Key_A)
        assert page.items.model().rowCount() == every - 2
        assert page.items.currentIndex().row() == 3
        assert page.items.model().index(3, 0).data() != third
        page.bar.review.setCurrentIndex(page.bar.review.findData("reviewed"))
        assert page.items.model().rowCount() == 2
        desk.undo()
        assert page.items.model().rowCount() == 1
        page.bar.choose_view(0)
        page.bar.review.setCurrentIndex(page.bar.review.findData("disputed"))
        assert page.reason == "没有审阅情况为“有分歧”的职责分项。请改选“全部审阅”。"


class TestOthers:
    def test_the_tree_counts_opinions_and_says_so(
        self, tokens: Tokens, opened: OpenedLibrary, desk: ReviewDesk, arrives: Arrives, qtbot: QtBot
    ) -> None:
        pane = TreePane(tokens)
        qtbot.addWidget(pane)
        pane.show_provision(opened.provision, opened.name_keys, opened.mapping)
        pane.set_desk(desk)
        arrives(ZHANG, CITY, opinion("改名"))
        pane.show_selected(CITY)
        index = pane.view.currentIndex()
        assert index.data(UnitRole.ROW).opinions == "意见 1"
        for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            assert "审阅意见 1 条（录入）" in index.data(role)
        desk.undo()  # nothing was entered here: it stays
        assert index.data(UnitRole.ROW).opinions == "意见 1"

    def test_the_text_marks_places_and_takes_opinions(
        self, tokens: Tokens, opened: OpenedLibrary, desk: ReviewDesk, arrives: Arrives, qtbot: QtBot
    ) -> None:
        pane = SourcePane(tokens)
        qtbot.addWidget(pane)
        pane.resize(700, 500)
        pane.show_provision(opened.provision)
        pane.show()
        qtbot.waitActive(pane)
        pane.set_desk(desk)
        pane.offer_review()
        place = opened.provision.text.index("创意产业")
        span = Span(place, place + 4)
        pane.show_place(span)
        settle()
        before = pane.grab().toImage()
        arrives(ZHANG, span, opinion("表述"))
        settle()
        assert pane.grab().toImage() != before
        assert pane.opinion_words(span) == [
            "审阅意见 1 条（录入）",
            "意见 · 张伟（都市产业处）",
        ]
        (action,) = [each for each in pane.findChildren(QAction) if each.shortcut().toString() == "Ctrl+Shift+M"]
        with qtbot.waitSignal(pane.notice_given):
            action.trigger()
        cursor = pane.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 4)
        pane.text.setTextCursor(cursor)
        with qtbot.waitSignal(pane.opinion_requested) as asked:
            action.trigger()
        assert asked.args == [span]

    def test_the_margin_tells_which_line_it_is_beside(
        self, tokens: Tokens, opened: OpenedLibrary, qtbot: QtBot
    ) -> None:
        text = SourceText(tokens)
        qtbot.addWidget(text)
        text.resize(600, 400)
        text.show_text(opened.provision.text, (), FactMap(()))
        text.show()
        qtbot.waitExposed(text)
        place = opened.provision.text.index("创意产业")
        text.go_to(place)
        settle()
        told: list[Span] = []
        text.margin_pointed.connect(lambda line, _place: told.append(line))
        beside = QPoint(text.viewport().width() - 4, text.cursorRect().center().y())
        event = QHelpEvent(QEvent.Type.ToolTip, beside, text.viewport().mapToGlobal(beside))
        QApplication.sendEvent(text.viewport(), event)
        assert [line.start <= place < line.end for line in told] == [True]

    def test_the_chart_offers_the_review_where_there_is_one(
        self,
        tokens: Tokens,
        opened: OpenedLibrary,
        desk: ReviewDesk,
        lone: DutyLink,
        arrives: Arrives,
        thinks: Callable[..., None],
        qtbot: QtBot,
    ) -> None:
        pane = ChartPane(tokens)
        qtbot.addWidget(pane)
        pane.resize(1000, 560)
        pane.show_provision(opened.provision, opened.name_keys, opened.mapping)
        pane.set_desk(desk)
        pane.show()
        qtbot.waitActive(pane)
        settle()
        button = pane.page.bar.overlays[Overlay.REVIEW]
        assert button.isHidden()
        arrives(ZHANG, CITY, opinion("改名"))
        thinks(ZHANG, (lone.item, lone.unit), Stance.AGREE)
        thinks(LI, (lone.item, lone.unit), Stance.DOUBT)
        assert not button.isHidden()
        button.click()
        settle()
        view = pane.page.view
        names = [view.name_of(box) for box in range(view.box_count)]
        assert any(name.endswith("审阅（录入）：意见 1 条，有分歧的对应 0 项") for name in names)
        assert any(name.endswith("审阅（录入）：意见 0 条，有分歧的对应 1 项") for name in names)
        assert "意见 1 条，有分歧的对应 1 项" in pane.page.legend.text()
