from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QLocale, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.errors import DatabaseError, EitcError
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.translations import install_translations
from eitc_desktop.gui.widgets.labels import WrappedLabel, wrapped_layout
from eitc_desktop.gui.wording import finding_words, in_the_window
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.findings import FINDING_PHRASES
from eitc_desktop.model.provision import Finding, Provision, Severity
from eitc_desktop.phrases import Phrase
from eitc_desktop.settings import Language
from eitc_desktop.store import errors

HAN = re.compile(r"[\u3400-\u9fff]+")
SAME_IN_EVERY_LANGUAGE = {"引言", "中文", "第三条"}
"""What the program itself puts into citations; the name of the other language; how an article is asked for."""


class Shown(NamedTuple):
    """Words on the screen, and the widget that shows them."""

    words: str
    place: QObject


@pytest.fixture
def english(qapp: QApplication, styled: Tokens) -> Iterator[None]:
    install_translations(qapp, Language.ENGLISH)
    yield
    install_translations(qapp, Language.CHINESE)


@pytest.fixture
def english_window(english: None, qtbot: QtBot, library_path: Path, tokens: Tokens) -> MainWindow:
    window = make_window(library_path, tokens)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def shown_in(window: QWidget) -> Iterator[Shown]:
    """All words that *window* and what it holds can show, but those of the provision's own text."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (Shown(words, widget) for words in words_of(widget))
    for action in window.findChildren(QAction):
        yield from (Shown(words, action) for words in (action.text(), action.toolTip()))


def words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle(), widget.statusTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QMenu():
            yield widget.title()
        case QTabWidget():
            yield from (widget.tabText(i) for i in range(widget.count()))
        case QAbstractItemView():
            yield from words_of_model(widget)


def words_of_model(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)
    above = [QModelIndex()]
    while above:
        parent = above.pop()
        for row in range(model.rowCount(parent)):
            yield from (str(model.index(row, column, parent).data() or "") for column in columns)
            above.append(model.index(row, 0, parent))


def chinese_beside(shown: Iterator[Shown], provision: Provision) -> set[tuple[str, str]]:
    """Words with Chinese that is not the provision's."""
    return {
        (words, type(place).__name__)
        for words, place in shown
        if any(run not in provision.text and run not in SAME_IN_EVERY_LANGUAGE for run in HAN.findall(words))
    }


def test_the_english_window_holds_no_chinese_but_the_provisions(
    english_window: MainWindow, provision: Provision
) -> None:
    english_window.changes.show_as_table(True)
    english_window.changes.show_as_table(False)
    for ref in (
        FactRef(FactKind.BODY),
        FactRef(FactKind.DIVISION, 2),
        FactRef(FactKind.QUOTA, 3),
        FactRef(FactKind.CHANGE, 10),
        FactRef(FactKind.DUTY, 1),
        FactRef(FactKind.MATTER, 0, 0),
        FactRef(FactKind.ROLE, 3, 0, 1),
        FactRef(FactKind.SECTION, 2),
        FactRef(FactKind.CO_LOCATION),
        FactRef(FactKind.HOSTED_OFFICE),
    ):
        english_window.selection.select(ref)
        assert chinese_beside(shown_in(english_window), provision) == set()
    titles = [action.text() for action in english_window.menuBar().actions()]
    assert titles[:3] == ["&File", "&Edit", "&View"]


def dialogs_of(window: MainWindow) -> Iterator[QDialog]:
    """Every dialog that the menus open, one at a time."""
    for ask in (
        window.dialogs.go_to_clause,
        window.dialogs.show_findings,
        window.dialogs.enter_validity,
        window.dialogs.show_settings,
        window.dialogs.show_keys,
        window.dialogs.show_input_method,
        window.dialogs.show_about,
    ):
        ask()
        (dialog,) = window.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
        yield dialog
        dialog.close()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_english_dialogs_hold_no_chinese(english_window: MainWindow, provision: Provision) -> None:
    for dialog in dialogs_of(english_window):
        assert chinese_beside(shown_in(dialog), provision) == set()
        assert dialog.windowTitle()


@pytest.mark.parametrize("language", Language)
def test_nothing_beside_each_other_shares_a_mnemonic(
    qapp: QApplication, styled: Tokens, qtbot: QtBot, library_path: Path, tokens: Tokens, language: Language
) -> None:
    install_translations(qapp, language)
    try:
        window = make_window(library_path, tokens)
        qtbot.addWidget(window)
        for actions in (window.menuBar().actions(), *(menu.actions() for menu in window.findChildren(QMenu))):
            assert mnemonics(action.text() for action in actions) == []
        for dialog in dialogs_of(window):
            words = (each.text() for each in dialog.findChildren(QWidget) if isinstance(each, QLabel | QAbstractButton))
            assert mnemonics(words) == []
    finally:
        install_translations(qapp, Language.CHINESE)


def mnemonics(texts: Iterable[str]) -> list[str]:
    """Return the letters that more than one of *texts* asks for."""
    letters = Counter(found[1].upper() for text in texts if (found := re.search(r"&(\w)", text)))
    return [letter for letter, times in letters.items() if times > 1]


def test_every_database_error_is_told_in_english_without_a_command(english: None) -> None:
    path = Path("/library/eitc.db")
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, DatabaseError)]
    kinds.remove(DatabaseError)
    for kind in kinds:
        extras: dict[type, tuple[object, ...]] = {
            errors.NewerDatabase: (9, 2),
            errors.OlderDatabase: (1, 2),
            errors.UnknownProvision: (7,),
            errors.UnusableDatabase: ("disk I/O error",),
            errors.NotWritten: ("disk I/O error",),
        }
        words = in_the_window(kind(path, *extras.get(kind, ())))
        assert str(path) in words
        assert not HAN.search(words)
        assert "eitc-desktop" not in words
        assert "--out" not in words


def test_an_error_within_an_error_is_told_in_english(english: None) -> None:
    inner = EitcError(Phrase("Errors", "文件是空的，没有可读的文字。"))
    outer = EitcError(Phrase("Errors", "找不到文件：{0}。请核对路径"), inner)
    assert str(outer) == "找不到文件：文件是空的，没有可读的文字。。请核对路径"
    assert in_the_window(outer) == "File not found: The file is empty.. Check the path"


@pytest.mark.parametrize("code", FINDING_PHRASES)
def test_every_finding_is_told_in_english_with_the_words_it_quotes(english: None, code: str) -> None:
    words = FINDING_PHRASES[code].words
    values = ["（一）", "12", "（二）", "35", "46"][: words.count("{")]
    told = finding_words(Finding(Severity.INFO, code, words.format(*values), None))
    assert not HAN.search(told.replace("（一）", "").replace("（二）", ""))
    assert all(value in told for value in values)


def test_a_finding_of_the_shipped_provision_keeps_its_sentence_in_chinese(styled: Tokens, provision: Provision) -> None:
    assert provision.findings
    assert [finding_words(finding) for finding in provision.findings] == [
        finding.message for finding in provision.findings
    ]


def test_another_language_takes_the_place_of_the_first(qapp: QApplication, styled: Tokens, qtbot: QtBot) -> None:
    def button_words() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")

    assert button_words() == "取消"
    install_translations(qapp, Language.ENGLISH)
    try:
        assert button_words() == "Cancel"
        assert QLocale().language() is QLocale.Language.English
        install_translations(qapp, Language.ENGLISH)
        assert button_words() == "Cancel"
    finally:
        install_translations(qapp, Language.CHINESE)
    assert button_words() == "取消"
    assert QLocale().language() is QLocale.Language.Chinese


def test_citations_are_chinese_in_the_english_window(english_window: MainWindow, provision: Provision) -> None:
    english_window.selection.select(FactRef(FactKind.DIVISION, 11))
    english_window.source.copy_with_citation()
    copied = QApplication.clipboard().text()
    assert copied.startswith("上海市经济和信息化委员会三定规定（标题原文未载明）三（十二）“")


@pytest.mark.parametrize("size", [100, 110, 125, 140, 150, 175, 200])
def test_no_english_word_is_broken_within(english_window: MainWindow, tokens: Tokens, size: int) -> None:
    tokens.wear(LIGHT, size)
    for ref in (FactRef(FactKind.DIVISION, 11), FactRef(FactKind.BODY), FactRef(FactKind.CHANGE, 9)):
        english_window.selection.select(ref)
        QApplication.processEvents()
        labels = [one for one in english_window.detail.findChildren(WrappedLabel) if one.isVisible()]
        assert labels
        for label in labels:
            for line in lines_of(label)[:-1]:
                assert not re.search(r"[A-Za-z]$", line), (label.text(), line)


def lines_of(label: WrappedLabel) -> list[str]:
    """Return the lines in which *label* shows its words: those that a layout makes of them at its width."""
    layout = QTextLayout()
    layout.setFont(label.font())
    wrapped_layout(label.text(), QFontMetricsF(label.font()), layout, label.width(), 20)
    lines = [layout.lineAt(row) for row in range(layout.lineCount())]
    return [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
