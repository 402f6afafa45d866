"""Every dialog over a window of 911×512, in every size of text and both languages: nothing is cut or out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.about import AboutDialog
from eitc_desktop.gui.dialogs.crash import CrashDialog
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.dialogs.findings import FindingsDialog
from eitc_desktop.gui.dialogs.go_to_clause import GoToClauseDialog
from eitc_desktop.gui.dialogs.input_method import InputMethodDialog
from eitc_desktop.gui.dialogs.keys import KeysDialog, Use
from eitc_desktop.gui.dialogs.message import MessageDialog, open_message
from eitc_desktop.gui.dialogs.settings import SettingsDialog
from eitc_desktop.gui.dialogs.validity import ValidityDialog
from eitc_desktop.gui.opened import OpenedLibrary, open_at
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.services.input_method import Choice, Programs, Way
from eitc_desktop.settings import EnteredValidity, Language, PrintChoices, Settings, Validity

SMALL = (911, 512)  # a screen of 1366×768 at 150 %
PRINTING = QSize(871, 461)  # what that leaves for a dialog that goes by the screen and not by the window
LONG_WORDS = f"上次打开的数据库找不到了：/home/{'很长的文件夹名/' * 20}eitc.db\n现在打开的是随程序提供的数据库。"
USES = tuple(
    Use(place, "Ctrl+Shift+Home / Ctrl+Shift+End", "选中到开头、到末尾") for place in ("窗口", "原文") for _ in range(9)
)
ENTERED = EnteredValidity(Validity.AMENDED, "沪委办〔2018〕73号", "2026-01-05")

Make = Callable[[Tokens, OpenedLibrary, QWidget], QDialog]

DIALOGS: dict[str, Make] = {
    "about": lambda tokens, opened, behind: AboutDialog(tokens, opened, None, behind),
    "crash": lambda _tokens, _opened, behind: CrashDialog("Traceback (most recent call last):\n" * 30, behind),
    "findings": lambda tokens, opened, behind: FindingsDialog(tokens, opened.provision, opened.mapping, behind),
    "go to clause": lambda tokens, opened, behind: GoToClauseDialog(tokens, opened.provision, behind),
    "input method": lambda tokens, _opened, behind: InputMethodDialog(
        tokens, Choice({}, Way.NONE), Programs(("ibus-daemon", "fcitx5"), ()), behind
    ),
    "keys": lambda tokens, _opened, behind: KeysDialog(tokens, USES, behind),
    "message": lambda _tokens, _opened, behind: MessageDialog("打开数据库", LONG_WORDS, behind, warning=True),
    "print": lambda tokens, opened, behind: PrintDialog(tokens, opened, PrintChoices(), parent=behind, size=PRINTING),
    "print a division": lambda tokens, opened, behind: PrintDialog(
        tokens, opened, PrintChoices("division", "own", scaling="fixed"), parent=behind, size=PRINTING
    ),
    "print a poster": lambda tokens, opened, behind: PrintDialog(
        tokens, opened, PrintChoices("chart", "own", scaling="poster"), parent=behind, size=PRINTING
    ),
    "settings": lambda tokens, _opened, behind: SettingsDialog(tokens, Settings(), behind),
    "validity": lambda tokens, _opened, behind: ValidityDialog(tokens, ENTERED, date(2026, 11, 23), behind),
}


@pytest.fixture
def opened(library_path: Path) -> OpenedLibrary:
    return open_at(library_path)


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Language]:
    install_translations(qapp, request.param)
    yield request.param
    install_translations(qapp, Language.CHINESE)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(*SMALL)
    behind.show()
    return behind


def shown(qtbot: QtBot, dialog: QDialog) -> QDialog:
    with qtbot.waitActive(dialog):
        dialog.open()
    settle()
    return dialog


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.objectName()


def cut_in(dialog: QDialog) -> list[str]:
    """Name what has less room than its words need, or stands outside of what it stands on."""
    cut: list[str] = []
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QLabel | QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox
        ):
            continue
        if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QAbstractItemView | QLineEdit):
            continue
        around = widget.parentWidget().rect()
        if not around.contains(widget.geometry()):
            cut.append(f"{words_of(widget)}: outside")
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
        else:
            needed = widget.minimumSizeHint().height()
            if widget.width() < widget.minimumSizeHint().width():
                cut.append(f"{words_of(widget)}: {widget.width()} < {widget.minimumSizeHint().width()} wide")
        if widget.height() < needed:
            cut.append(f"{words_of(widget)}: {widget.height()} < {needed} high")
    return cut


def few_rows_in(dialog: QDialog) -> list[str]:
    """Name the lists of which fewer than three rows are seen."""
    return [
        f"{view.accessibleName()}: {view.viewport().height()} for rows of {view.sizeHintForRow(0)}"
        for view in dialog.findChildren(QAbstractItemView)
        if view.isVisible() and view.viewport().height() < 3 * view.sizeHintForRow(0)
    ]


def scrolled_sideways(dialog: QDialog) -> list[str]:
    """Name the bodies that are wider than the dialog."""
    return [
        area.accessibleName()
        for area in dialog.findChildren(QScrollArea)
        if area.isVisible() and area.widget().width() > area.viewport().width()
    ]


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_cut(
    qtbot: QtBot, tokens: Tokens, opened: OpenedLibrary, behind: QWidget, language: Language, name: str, size: int
) -> None:
    tokens.wear(LIGHT, size)
    dialog = shown(qtbot, DIALOGS[name](tokens, opened, behind))
    assert dialog.width() <= SMALL[0] - 40
    assert dialog.height() <= SMALL[1] - 40
    assert QRect(QPoint(0, 0), behind.screen().availableSize()).contains(dialog.frameGeometry())
    assert cut_in(dialog) == []
    assert few_rows_in(dialog) == []
    assert scrolled_sideways(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("name", [name for name in DIALOGS if not name.startswith("print")])  # they take the screen
def test_a_dialog_grows_with_the_text(
    qtbot: QtBot, tokens: Tokens, opened: OpenedLibrary, behind: QWidget, name: str
) -> None:
    behind.resize(1366, 768)
    sizes: list[int] = []
    for size in (100, 140):
        tokens.wear(LIGHT, size)
        dialog = shown(qtbot, DIALOGS[name](tokens, opened, behind))
        sizes.append(dialog.width())
        dialog.reject()
    assert sizes[1] > sizes[0]


def test_settings_grow_as_the_text_is_made_larger_in_them(qtbot: QtBot, tokens: Tokens, behind: QWidget) -> None:
    dialog = shown(qtbot, SettingsDialog(tokens, Settings(), behind))
    before = dialog.size()
    tokens.wear(LIGHT, 200)
    settle()
    assert dialog.width() > before.width()
    assert dialog.height() > before.height()
    assert cut_in(dialog) == []
    dialog.reject()


def test_what_is_too_tall_scrolls_by_key_above_its_buttons(qtbot: QtBot, tokens: Tokens, behind: QWidget) -> None:
    tokens.wear(LIGHT, 200)
    dialog = shown(qtbot, MessageDialog("消息", "一句很长的话。" * 200, behind))
    (sheet,) = dialog.findChildren(QScrollArea)
    bar = sheet.verticalScrollBar()
    assert bar.maximum() > 0
    assert sheet.focusPolicy() & Qt.FocusPolicy.TabFocus
    sheet.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    dialog.reject()
    tokens.wear(LIGHT, 100)
    dialog = shown(qtbot, MessageDialog("消息", "一句话。", behind))
    (sheet,) = dialog.findChildren(QScrollArea)
    assert sheet.focusPolicy() is Qt.FocusPolicy.NoFocus
    dialog.reject()


def test_a_message_is_plain_text_and_waits_for_nobody(qtbot: QtBot, behind: QWidget) -> None:
    open_message(behind, "打开数据库", "人员<b>编制</b>", warning=True)
    (dialog,) = behind.findChildren(MessageDialog)
    assert dialog.isVisible()
    assert dialog.words == "人员<b>编制</b>"
    (label,) = [each for each in dialog.findChildren(QLabel) if each.text()]
    assert label.textFormat() is Qt.TextFormat.PlainText
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_the_dialog_for_files_stays_within_the_window(
    qtbot: QtBot, tokens: Tokens, behind: QWidget, tmp_path: Path, size: int
) -> None:
    tokens.wear(LIGHT, size)
    dialog = shown(qtbot, file_dialog(tokens, "打开数据库", str(tmp_path), behind))
    assert dialog.width() <= SMALL[0] - 40
    assert dialog.height() <= SMALL[1] - 40
    listed = dialog.findChild(QTreeView, "treeView")
    assert listed is not None
    assert listed.viewport().height() >= 3 * listed.fontMetrics().lineSpacing()
    dialog.reject()
