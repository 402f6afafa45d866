"""Wrapped labels: height, selection, copying."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag, provenance_word

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def label(qtbot: QtBot, tokens: Tokens) -> WrappedLabel:
    label = WrappedLabel(tokens, "负责本市无线电管理工作。𠮷字也算一个字。")
    qtbot.addWidget(label)
    label.resize(120, label.heightForWidth(120))
    label.show()
    qtbot.waitExposed(label)
    return label


def test_a_narrower_label_is_higher(label: WrappedLabel) -> None:
    assert label.heightForWidth(60) > label.heightForWidth(120) > label.heightForWidth(600)


def test_other_words_are_measured_anew(label: WrappedLabel) -> None:
    label.setText("短")
    assert label.heightForWidth(120) == label.heightForWidth(600)


def test_the_mouse_selects_and_the_keyboard_copies(
    qtbot: QtBot,
    label: WrappedLabel,
    clipboard_text: Callable[[], str],
) -> None:
    qtbot.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(0, 8))
    qtbot.mouseMove(label, QPoint(200, 8))
    qtbot.mouseRelease(label, Qt.MouseButton.LeftButton, pos=QPoint(200, 8))
    qtbot.keyClick(label, Qt.Key.Key_A, CONTROL)
    assert label.selected_words == label.text()
    qtbot.keyClick(label, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert label.selected_words == label.text()[:-1]
    qtbot.keyClick(label, Qt.Key.Key_C, CONTROL)
    assert clipboard_text() == label.text()[:-1]


def test_without_a_selection_all_is_copied(
    qtbot: QtBot,
    label: WrappedLabel,
    clipboard_text: Callable[[], str],
) -> None:
    qtbot.keyClick(label, Qt.Key.Key_C, CONTROL)
    assert clipboard_text() == label.text()


def test_provenances_differ_in_word_and_shape(qtbot: QtBot, tokens: Tokens) -> None:
    assert [provenance_word(some) for some in Provenance] == ["原文", "推算", "研判", "录入"]
    images = []
    for some in Provenance:
        tag = ProvenanceTag(tokens, some)
        qtbot.addWidget(tag)
        tag.resize(tag.sizeHint())
        image = tag.grab().toImage()
        # the frame alone, in black and white: shapes differ without words and colours
        images.append(tuple(image.pixelColor(x, 0).lightness() < 220 for x in range(image.width())))
    assert images[0] != images[1]
    assert images[0] != images[2]
