"""Verdicts: at once where one agrees, with a reason where one doesn't; changed, taken back, kept where saving fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.verdict_wish import VerdictWish, Wish
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.guarded import UnsavedSheet
from eitc_desktop.gui.review.verdict_desk import VerdictDesk
from eitc_desktop.gui.review.verdict_dialog import VerdictDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink
from eitc_desktop.model.review import Person, Stance, UnitName, Verdict
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.print_units import printable_units, unit_label
from eitc_desktop.services.reviews.session import ReviewSession

ZHANG = Person("张伟", "都市产业处", "22222222-2222-4222-8222-222222222222")
OTHER = FactRef(FactKind.DIVISION, 5)


@pytest.fixture
def verdicts(tokens: Tokens, desk: ReviewDesk, home: QWidget) -> VerdictDesk:
    home.show()
    return VerdictDesk(tokens, desk, home)


def given(desk: ReviewDesk, item: FactRef) -> list[Verdict]:
    return [entry.content for entry in desk.review.verdicts_of_item(item) if isinstance(entry.content, Verdict)]


def dialog_of(home: QWidget) -> VerdictDialog:
    return home.findChildren(VerdictDialog)[-1]


def test_agreement_is_saved_at_once(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, lone: DutyLink, review_file: Path
) -> None:
    verdicts.give(lone.item, lone.unit, Stance.AGREE)
    assert [verdict.stance for verdict in given(desk, lone.item)] == [Stance.AGREE]
    assert not home.findChildren(VerdictDialog)
    again = ReviewSession.open(review_file)
    assert len(again.revisions) == 1
    again.close()


def test_a_reason_given_before_is_not_dropped_without_a_word(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, lone: DutyLink, unmapped: FactRef
) -> None:
    verdicts.give(lone.item, lone.unit, Stance.DOUBT)
    dialog = dialog_of(home)
    dialog.reason.insertPlainText("待核")
    dialog.save()
    verdicts.give(lone.item, lone.unit, Stance.AGREE)
    again = dialog_of(home)
    assert again is not dialog
    assert (again.stance, again.reason.toPlainText()) == (Stance.AGREE, "待核")
    assert [verdict.stance for verdict in given(desk, lone.item)] == [Stance.DOUBT]
    again.save()
    assert [(verdict.stance, verdict.reason) for verdict in given(desk, lone.item)] == [(Stance.AGREE, "待核")]
    verdicts.answer(VerdictWish(((lone.item, lone.unit), (unmapped, None)), Wish.DISAGREE))
    several = dialog_of(home)
    assert several.chosen_links == (1,)  # what one has judged is left out unless one ticks it
    several.reject()


def test_disagreement_asks_why_and_what_instead(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, lone: DutyLink, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    verdicts.give(lone.item, lone.unit, Stance.DISAGREE)
    dialog = dialog_of(home)
    assert (dialog.stance, dialog.proposed) == (Stance.DISAGREE, None)
    dialog.reason.insertPlainText("不由本处牵头")
    dialog.proposes.setChecked(True)
    name = opened.provision.divisions[OTHER.index].name.text
    dialog.units.line.setText(name)
    qtbot.waitUntil(lambda: dialog.proposed == OTHER)
    dialog.save()
    (verdict,) = given(desk, lone.item)
    assert (verdict.stance, verdict.reason, verdict.proposed) == (
        Stance.DISAGREE,
        "不由本处牵头",
        UnitName(OTHER, name),
    )
    assert not dialog.isVisible()


def test_escape_asks_where_something_was_typed(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, lone: DutyLink, qtbot: QtBot
) -> None:
    verdicts.give(lone.item, lone.unit, Stance.DOUBT)
    dialog = dialog_of(home)
    dialog.reason.insertPlainText("写到一半")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    (sheet,) = dialog.findChildren(UnsavedSheet)
    assert dialog.isVisible()
    sheet.discard.click()
    assert not dialog.isVisible()
    assert given(desk, lone.item) == []
    verdicts.give(lone.item, lone.unit, Stance.DOUBT)
    dialog = dialog_of(home)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)  # nothing typed: nothing to ask
    assert not dialog.isVisible()
    verdicts.give(lone.item, lone.unit, Stance.DOUBT)
    dialog = dialog_of(home)
    dialog.reason.insertPlainText("写到一半")
    dialog.close()
    dialog.findChild(UnsavedSheet).save_button.click()
    assert not dialog.isVisible()
    assert [verdict.reason for verdict in given(desk, lone.item)] == ["写到一半"]


def test_control_enter_saves(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, lone: DutyLink, qtbot: QtBot
) -> None:
    verdicts.give(lone.item, lone.unit, Stance.DOUBT)
    dialog = dialog_of(home)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.reason.insertPlainText("待核")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert [verdict.reason for verdict in given(desk, lone.item)] == ["待核"]


def test_no_unit_is_proposed_unless_somebody_chooses_it(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, unmapped: FactRef, qtbot: QtBot
) -> None:
    verdicts.give(unmapped, None, Stance.DISAGREE)
    dialog = dialog_of(home)
    assert dialog.proposes.isChecked()
    assert dialog.proposed is None
    dialog.save()
    assert dialog.isVisible()
    assert "请选择机构" in dialog.message
    assert not dialog.copy_button.isVisible()
    dialog.units.line.setText("没有这个处")
    dialog.save()
    assert given(desk, unmapped) == []
    dialog.units.line.clear()
    dialog.units.list.setFocus()  # to come there is not to choose
    assert dialog.proposed is None
    dialog.units.line.setFocus()
    qtbot.keyClick(dialog.units.line, Qt.Key.Key_Down)
    assert dialog.proposed is not None
    assert not dialog.message
    dialog.save()
    assert [verdict.proposed is not None for verdict in given(desk, unmapped)] == [True]


def test_the_unit_disputed_is_not_proposed_instead(
    verdicts: VerdictDesk, home: QWidget, lone: DutyLink, opened: OpenedLibrary
) -> None:
    verdicts.give(lone.item, lone.unit, Stance.DISAGREE)
    dialog = dialog_of(home)
    listed = [dialog.units.list.item(row).text() for row in range(dialog.units.list.count())]
    assert len(listed) == len(printable_units(opened.provision)) - 1
    assert unit_label(opened.provision, lone.unit) not in listed


def test_several_links_are_named_and_can_be_left_out(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, opened: OpenedLibrary
) -> None:
    links = tuple((link.item, link.unit) for link in opened.mapping.duty_links[:3])
    verdicts.give(*links[1], Stance.AGREE)
    verdicts.answer(VerdictWish(links, Wish.DOUBT))
    dialog = dialog_of(home)
    words = [dialog.links.item(row).text() for row in range(dialog.links.count())]
    assert len(words) == 3
    assert all(unit_label(opened.provision, unit) in line for (_, unit), line in zip(links, words, strict=True) if unit)
    assert words[1].endswith("（您已录：同意）")
    assert "同一理由" in dialog.reason.placeholderText()
    for row in range(3):
        dialog.links.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.save()
    assert "勾选" in dialog.message
    dialog.links.item(0).setCheckState(Qt.CheckState.Checked)
    assert not dialog.message
    dialog.reason.insertPlainText("待核")
    dialog.save()
    assert sorted(str(verdict.stance) for verdict in map(_verdict, desk.review.verdicts)) == ["agree", "doubt"]


def _verdict(entry: Entry) -> Verdict:
    assert isinstance(entry.content, Verdict)
    return entry.content


def test_another_verdict_changes_the_first(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, lone: DutyLink, thinks: Callable[..., None]
) -> None:
    thinks(ZHANG, (lone.item, lone.unit), Stance.DOUBT)
    verdicts.give(lone.item, lone.unit, Stance.AGREE)
    verdicts.give(lone.item, lone.unit, Stance.DISAGREE)
    dialog_of(home).save()
    assert {verdict.stance for verdict in given(desk, lone.item)} == {Stance.DOUBT, Stance.DISAGREE}
    own = [entry for entry in desk.review.entries if entry.author.name == "陈敏"]
    assert [len(entry.history) for entry in own] == [2]


def test_a_reason_can_be_given_later(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, lone: DutyLink, qtbot: QtBot
) -> None:
    verdicts.give(lone.item, lone.unit, Stance.AGREE)
    verdicts.answer(VerdictWish(((lone.item, lone.unit),), Wish.EXPLAIN))
    dialog = dialog_of(home)
    assert dialog.stance is Stance.AGREE
    assert not dialog.proposes.isEnabled()
    dialog.reason.insertPlainText("名称一致")
    dialog.save()
    verdicts.give(lone.item, lone.unit, Stance.AGREE)  # the key pressed once more: the reason stays
    assert [(one.stance, one.reason) for one in given(desk, lone.item)] == [(Stance.AGREE, "名称一致")]


def test_only_ones_own_is_taken_back(
    verdicts: VerdictDesk, desk: ReviewDesk, lone: DutyLink, thinks: Callable[..., None], qtbot: QtBot
) -> None:
    thinks(ZHANG, (lone.item, lone.unit), Stance.DOUBT)
    verdicts.give(lone.item, lone.unit, Stance.AGREE)
    verdicts.withdraw(lone.item, lone.unit)
    assert [verdict.stance for verdict in given(desk, lone.item)] == [Stance.DOUBT]
    with qtbot.waitSignal(verdicts.notice_given):
        verdicts.withdraw(lone.item, lone.unit)
    assert len(given(desk, lone.item)) == 1


def test_a_link_is_proposed_for_an_item_without_one(
    verdicts: VerdictDesk, desk: ReviewDesk, home: QWidget, unmapped: FactRef
) -> None:
    verdicts.give(unmapped, None, Stance.DISAGREE, OTHER)
    dialog = dialog_of(home)
    assert dialog.proposed == OTHER
    dialog.save()
    (verdict,) = given(desk, unmapped)
    assert (verdict.unit, verdict.proposed and verdict.proposed.ref) == (None, OTHER)


def test_several_links_are_one_step(verdicts: VerdictDesk, desk: ReviewDesk, opened: OpenedLibrary) -> None:
    links = tuple((link.item, link.unit) for link in opened.mapping.duty_links[:4])
    verdicts.answer(VerdictWish(links, Wish.AGREE))
    assert len(desk.review.verdicts) == 4
    desk.undo()
    assert desk.review.verdicts == ()


@pytest.fixture
def nowhere(tokens: Tokens, preferences: Preferences, opened: OpenedLibrary, home: QWidget) -> VerdictDesk:
    """A desk that can keep nothing."""
    home.show()
    desk = ReviewDesk(tokens, preferences, None, home)
    desk.show_library(opened)
    return VerdictDesk(tokens, desk, home)


def test_what_cannot_be_saved_stays_and_can_be_copied(
    nowhere: VerdictDesk, home: QWidget, lone: DutyLink, clipboard_text: Callable[[], str]
) -> None:
    nowhere.give(lone.item, lone.unit, Stance.DISAGREE)
    dialog = dialog_of(home)
    dialog.reason.insertPlainText("不由本处牵头")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.message.startswith("没有保存：")
    assert dialog.reason.toPlainText() == "不由本处牵头"
    dialog.copy_button.click()
    assert "不同意" in clipboard_text()
    assert "不由本处牵头" in clipboard_text()


def test_an_agreement_that_cannot_be_saved_is_told_of(nowhere: VerdictDesk, home: QWidget, lone: DutyLink) -> None:
    nowhere.give(lone.item, lone.unit, Stance.AGREE)
    assert dialog_of(home).stance is Stance.AGREE
    assert dialog_of(home).message
