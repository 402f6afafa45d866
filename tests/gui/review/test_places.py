"""What an opinion is on: before anything else the row, the place in the text or the entry that one stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.unit_tree import UnitRole
from eitc_desktop.gui.panes.unit_view import UnitView
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.entry_form import QuotedPlace
from eitc_desktop.gui.review.opinion_dialog import OpinionDialog
from eitc_desktop.gui.review.relocate_dialog import RelocateDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.opinion_offer import OpinionOffer, offer_around
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor, NoOpinion, Opinion, OpinionCategory, Person, Stance, UnitName, Verdict
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import new_entry_id, seal
from eitc_desktop.services.reviews.session import added
from tests.gui.conftest import settle

BODY = FactRef(FactKind.BODY)
UNIT = FactRef(FactKind.DIVISION, 3)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    qtbot: QtBot, library_path: Path, tokens: Tokens, preferences: Preferences, review_file: Path
) -> Iterator[MainWindow]:
    """The whole window, in which entries are kept."""
    window = make_window(library_path, tokens, preferences, lambda _library: review_file)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


@pytest.fixture
def asked(window: MainWindow, qtbot: QtBot) -> Callable[[], Anchor]:
    """Press Ctrl+I, and return what the dialog that opens is about."""

    def ask() -> Anchor:
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_I, CONTROL)
        (dialog,) = (each for each in window.findChildren(OpinionDialog) if each.isVisible())
        anchor = dialog.anchor
        dialog.reject()
        return anchor

    return ask


def click_row(qtbot: QtBot, tree: FactTreeView, ref: FactRef) -> None:
    index = tree.facts.index_of(ref)
    place = tree.visualRect(index).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def tree_with(window: MainWindow, kind: FactKind) -> FactTreeView:
    trees = (tree for tree in window.detail.findChildren(FactTreeView) if tree.isVisible())
    return next(tree for tree in trees if tree.facts.ref_at(tree.facts.index(0, 0)).kind is kind)


def post_quota(provision: Provision) -> FactRef:
    words = "正副处级领导职数"
    return next(FactRef(FactKind.QUOTA, i) for i, each in enumerate(provision.quotas) if words in each.label.text)


def enter(window: MainWindow, place: FactRef | Span | None, words: str) -> str:
    desk = window.reviewing.desk
    change = added(desk.anchor_of(place), Opinion(OpinionCategory.OPINION, words, "", "", "办公室", "陈敏"))
    assert desk.save([change], "添加意见") is None
    return next(entry.id for entry in desk.review.opinions if entry.content.text == words)  # pyright: ignore[reportAttributeAccessIssue]


def test_the_row_clicked_is_what_an_opinion_is_on(
    window: MainWindow, qtbot: QtBot, provision: Provision, asked: Callable[[], Anchor]
) -> None:
    window.journey.choose(BODY)
    window.docks.bring_forward(window.detail)
    for ref in (post_quota(provision), FactRef(FactKind.DUTY, 2)):
        tree = tree_with(window, ref.kind)
        click_row(qtbot, tree, ref)
        assert tree.selectionModel().isSelected(tree.facts.index_of(ref))
        assert window.selection.current == BODY
        assert asked().ref == ref
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert asked().ref == FactRef(FactKind.DUTY_ITEM, 2, 0)


def test_no_row_looks_chosen_when_the_keyboard_is_elsewhere(
    window: MainWindow, qtbot: QtBot, provision: Provision, asked: Callable[[], Anchor]
) -> None:
    window.journey.choose(BODY)
    tree = tree_with(window, FactKind.QUOTA)
    click_row(qtbot, tree, post_quota(provision))
    window.tree.home.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not tree.selectionModel().hasSelection()
    assert asked().is_whole
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert asked().ref == post_quota(provision)


def test_in_the_text_it_is_the_place_of_the_caret(
    window: MainWindow, qtbot: QtBot, provision: Provision, asked: Callable[[], Anchor]
) -> None:
    window.journey.choose(UNIT)
    window.go_to(window.source)
    assert asked().ref == UNIT  # it is shown there
    item = provision.duties[2].items[1]
    window.source.text.go_to(item.span.start + 3)
    assert asked().ref == FactRef(FactKind.DUTY_ITEM, 2, 1)
    qtbot.keyClick(window.source.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    passage = asked()
    assert (passage.ref, passage.span) == (None, Span(item.span.start + 3, item.span.start + 4))
    window.tree.home.setFocus(Qt.FocusReason.OtherFocusReason)
    window.journey.choose(UNIT)
    assert asked().ref == UNIT


def test_in_the_lists_beside_the_text_it_is_the_row(
    window: MainWindow, provision: Provision, asked: Callable[[], Anchor]
) -> None:
    window.journey.choose(UNIT)
    window.go_to(window.source)
    window.source.text.go_to(provision.duties[2].items[1].span.start)
    window.source.facts.setFocus()
    window.source.facts.setCurrentIndex(window.source.facts.model().index(1, 0))
    assert asked().ref == FactRef(FactKind.DUTY, 2)


def test_in_the_matrix_it_is_the_duty_of_the_row(window: MainWindow, qtbot: QtBot, asked: Callable[[], Anchor]) -> None:
    window.journey.choose(UNIT)
    window.go_to(window.duty_map)
    settle(window)
    view = window.duty_map.page.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cell_rect((1, 2)).center())
    assert asked().ref == view.rows[1].ref


def test_in_the_review_it_is_the_place_of_the_entry_unless_another_was_chosen_after_it(
    window: MainWindow, qtbot: QtBot, provision: Provision, asked: Callable[[], Anchor]
) -> None:
    passage = Span(provision.text.index("专职副主任"), provision.text.index("专职副主任") + 5)
    marked, whole, fact = enter(window, passage, "甲"), enter(window, None, "乙"), enter(window, UNIT, "丙")
    window.journey.choose(FactRef(FactKind.DUTY, 2))
    window.go_to(window.review)
    for entry, ref, span in ((marked, None, passage), (fact, UNIT, None), (whole, None, None)):
        window.review.show_entry(entry)
        window.review.home.setFocus()
        anchor = asked()
        assert anchor.ref == ref
        assert anchor.is_whole is (entry == whole)
        assert span is None or anchor.span == span
    window.journey.choose(FactRef(FactKind.DUTY, 3))
    assert asked().ref == FactRef(FactKind.DUTY, 3)
    with qtbot.waitSignal(window.review.opinion_requested) as wanted:
        window.review._add()
    assert wanted.args == [FactRef(FactKind.DUTY, 3)]
    for dialog in window.findChildren(OpinionDialog):
        dialog.reject()


def test_an_entry_is_moved_to_what_is_selected_elsewhere(
    window: MainWindow, provision: Provision, qtbot: QtBot
) -> None:
    entry = enter(window, UNIT, "甲")
    words = provision.duties[2].items[1].span
    window.journey.choose(FactRef(FactKind.DUTY, 3))
    window.go_to(window.review)
    window.review.show_entry(entry)
    window.journey.choose(FactRef(FactKind.DUTY, 3))
    assert window.selected_place() == FactRef(FactKind.DUTY, 3)
    cursor = window.source.text.textCursor()
    cursor.setPosition(words.start)
    cursor.setPosition(words.start + 4, QTextCursor.MoveMode.KeepAnchor)
    window.source.text.setTextCursor(cursor)
    assert window.selected_place() == Span(words.start, words.start + 4)
    window.review.page.entry.relocate.click()
    (dialog,) = (each for each in window.findChildren(RelocateDialog) if each.isVisible())
    old, new = (place.words for place in dialog.findChildren(QuotedPlace))
    assert provision.divisions[UNIT.index].name.text in old
    assert new == Span(words.start, words.start + 4).of(provision.text)
    dialog.reject()


def test_both_usual_keys_do_again(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.reviewing.desk
    for key, modifiers in (
        (Qt.Key.Key_Y, CONTROL),
        (Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier),
    ):
        assert desk.save([added(desk.anchor_of(None), NoOpinion(str(key), ""))], "无意见") is None
        count = len(desk.review.live)
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
        assert len(desk.review.live) == count - 1
        qtbot.keyClick(window, key, modifiers)
        assert len(desk.review.live) == count


def test_every_menu_of_a_fact_offers_an_opinion(window: MainWindow, qtbot: QtBot) -> None:
    window.journey.choose(BODY)
    window.go_to(window.splits)
    window.go_to(window.duty_map)
    settle(window)
    matrix, splits, units = window.duty_map.page.view, window.splits.table, window.tree.view
    change = FactRef(FactKind.CHANGE, 0)
    assert splits is not None
    assert isinstance(units, UnitView)
    mark = next(mark for mark in window.detail.findChildren(ClauseMark) if mark.isVisible())
    menus = [
        units.context_menu(units.currentIndex()),
        tree_with(window, FactKind.QUOTA).context_menu(FactRef(FactKind.QUOTA, 0)),
        window.changes.board.columns[0].list.context_menu(change),
        window.changes.table.context_menu(change),
        window.changes.flow.picture.context_menu(change),
        window.duty_map.page.items.context_menu(FactRef(FactKind.DUTY_ITEM, 0, 0)),
        splits.context_menu(splits.model().index(0, 1)),
        mark.context_menu(),
    ]
    for menu in menus:
        (give,) = (action for action in menu.actions() if action.text() == "添加意见…")
    with qtbot.waitSignal(window.findChildren(OpinionOffer)[0].wanted) as wanted:
        give.trigger()
    assert wanted.args == [mark.ref]
    words = {action.text() for action in matrix.context_menu((1, 2)).actions()}
    assert {"对这项职责添加意见…", "对这个机构添加意见…"} <= words


def test_an_opinion_is_added_from_the_head_of_the_details(window: MainWindow, qtbot: QtBot) -> None:
    window.journey.choose(UNIT)
    head = window.detail.findChildren(QToolButton)
    give = next(button for button in head if button.text() == "添加意见…" and button.isVisible())
    give.click()
    (dialog,) = (each for each in window.findChildren(OpinionDialog) if each.isVisible())
    assert dialog.anchor.ref == UNIT
    dialog.reject()


def test_nothing_is_offered_where_nothing_is_kept(qtbot: QtBot, library_path: Path, tokens: Tokens) -> None:
    window = make_window(library_path, tokens)
    qtbot.addWidget(window)
    assert offer_around(window.tree.home) is None


def test_a_click_beside_a_line_opens_what_is_entered_on_it(
    window: MainWindow, qtbot: QtBot, provision: Provision
) -> None:
    item = provision.duties[2].items[1]
    entry = enter(window, Span(item.span.start, item.span.start + 4), "甲")
    window.go_to(window.source)
    window.source.text.go_to(item.span.start)
    settle(window)
    text = window.source.text
    margin = text.viewport().width() - 5
    place = QPoint(margin, text.cursorRect().center().y())
    with qtbot.waitSignal(window.source.entry_requested) as wanted:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [entry]
    assert window.review.page.chosen == entry


def test_a_unit_says_of_how_many_links_reviewers_differ(window: MainWindow, provision: Provision) -> None:
    assert window.opened is not None
    link = next(link for link in window.opened.mapping.duty_links if link.unit.kind is FactKind.DIVISION)
    desk = window.reviewing.desk
    unit = UnitName(link.unit, provision.divisions[link.unit.index].name.text)
    for number, stance in enumerate((Stance.AGREE, Stance.DISAGREE)):
        person = Person(f"某{number}", "局", f"2222222{number}-2222-4222-8222-222222222222")
        verdict = Verdict(unit, stance, "")
        anchor = desk.anchor_of(link.item)
        desk.take_in([seal(new_entry_id(), (), person, "2026-11-20T08:00:00Z", anchor, verdict)])
    index = next(
        index for index in walk(window.tree.view.model(), QModelIndex()) if index.data(UnitRole.REF) == link.unit
    )
    row = index.data(UnitRole.ROW)
    assert (row.opinions, row.disputed, row.entered) == ("", "分歧 1", "职责对应有分歧 1 处（录入）")


def walk(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from walk(model, index)


def test_the_crossing_explained_stays_in_sight_and_stands_out(window: MainWindow, qtbot: QtBot) -> None:
    window.journey.choose(UNIT)
    window.go_to(window.duty_map)
    settle(window)
    page = window.duty_map.page
    view = page.view
    other = next(at for at, column in enumerate(view.columns) if column.ref == UNIT) + 1
    for row in (1, len(view.rows) - 1):
        view.go(row - view.current[0], other - view.current[1])
        view.choose_current()
        settle(window)
        assert page.strip.isVisible()
        cell = view.cell_rect((row, other))
        assert view.viewport().rect().contains(cell)
        assert view._marked_places() == (row, other)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view._marked_places() == (None, other - 1)
