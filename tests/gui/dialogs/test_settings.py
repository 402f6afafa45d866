from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.settings import SettingsDialog
from eitc_desktop.gui.theme import DARK, LIGHT, Tokens
from eitc_desktop.settings import Language, ProvisionMemory, Settings, Theme

BEFORE = Settings(text_size=110, provisions={"ab": ProvisionMemory("duty/1")})


@pytest.fixture
def dialog(parent: QWidget, tokens: Tokens) -> SettingsDialog:
    dialog = SettingsDialog(tokens, BEFORE, parent)
    dialog.open()
    return dialog


@pytest.fixture
def told(dialog: SettingsDialog) -> list[Settings]:
    told: list[Settings] = []
    dialog.settings_changed.connect(told.append)
    return told


def test_looks_and_size_are_told_at_once_with_all_the_rest(
    dialog: SettingsDialog, told: list[Settings], qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.theme, Qt.Key.Key_Down)
    assert told == [replace(BEFORE, theme=Theme.LIGHT)]
    assert told[0].theme is Theme.LIGHT  # no str, which would be equal and could not be written down
    qtbot.keyClick(dialog.text_size, Qt.Key.Key_Up)
    assert told[-1] == replace(BEFORE, theme=Theme.LIGHT, text_size=120)
    qtbot.keyClick(dialog.underlines, Qt.Key.Key_Space)
    assert told[-1] == replace(BEFORE, theme=Theme.LIGHT, text_size=120, underlines=False)
    assert len(told) == 3


def test_a_size_that_is_typed_is_told_once_and_kept_within_bounds(
    dialog: SettingsDialog, told: list[Settings], qtbot: QtBot
) -> None:
    dialog.text_size.setFocus()
    dialog.text_size.selectAll()
    qtbot.keyClicks(dialog.text_size, "150")
    assert told == []
    qtbot.keyClick(dialog.text_size, Qt.Key.Key_Tab)
    assert [each.text_size for each in told] == [150]
    dialog.text_size.selectAll()
    qtbot.keyClicks(dialog.text_size, "900")
    qtbot.keyClick(dialog.text_size, Qt.Key.Key_Tab)
    assert told[-1].text_size <= 200


def test_the_language_is_told_when_the_dialog_closes(
    dialog: SettingsDialog, told: list[Settings], qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    assert dialog.language.currentText() == "English"
    dialog.follow(replace(BEFORE, theme=Theme.DARK))
    assert told == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == [replace(BEFORE, theme=Theme.DARK, language=Language.ENGLISH)]
    assert told[0].language is Language.ENGLISH


def test_nothing_is_told_where_nothing_was_changed(dialog: SettingsDialog, told: list[Settings]) -> None:
    dialog.follow(BEFORE)
    dialog.close()
    assert told == []


def test_what_was_changed_elsewhere_is_shown_and_kept(
    dialog: SettingsDialog, told: list[Settings], qtbot: QtBot
) -> None:
    elsewhere = replace(BEFORE, theme=Theme.DARK, text_size=90, underlines=False, drawer_open=False)
    dialog.follow(elsewhere)
    assert told == []
    assert (dialog.theme.currentText(), dialog.text_size.value(), dialog.underlines.isChecked()) == ("深色", 90, False)
    qtbot.keyClick(dialog.text_size, Qt.Key.Key_Up)
    assert told == [replace(elsewhere, text_size=100)]


def test_defaults_come_back_for_what_the_dialog_offers(
    dialog: SettingsDialog, told: list[Settings], qtbot: QtBot
) -> None:
    other = replace(BEFORE, theme=Theme.DARK, underlines=False, database="/a.db", language=Language.ENGLISH)
    dialog.follow(other)
    (restore,) = [each for each in dialog.findChildren(QPushButton) if each.text().startswith("恢复默认设置")]
    restore.click()
    assert told == [replace(other, theme=Theme.SYSTEM, text_size=100, underlines=True)]
    assert dialog.theme.currentText() == "跟随系统"
    dialog.accept()
    assert told[-1] == replace(BEFORE, text_size=100, database="/a.db")


def test_every_control_has_a_label_with_a_key(dialog: SettingsDialog) -> None:
    for control in (dialog.language, dialog.theme, dialog.text_size):
        (label,) = [label for label in dialog.findChildren(QLabel) if label.buddy() is control]
        assert "&" in label.text()
    assert "&" in dialog.underlines.text()


def test_outlines_follow_the_palette(parent: QWidget) -> None:
    tokens = Tokens(LIGHT)
    dialog = SettingsDialog(tokens, BEFORE, parent)
    tokens.wear(DARK, 100)
    assert dialog.underlines.palette().color(QPalette.ColorRole.Window) == QColor(DARK.muted)
