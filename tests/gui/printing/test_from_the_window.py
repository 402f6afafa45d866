"""Ctrl+P in the window: the paper that goes with the place, what was chosen last, what was entered of the validity."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.drawing.faces import texts_of
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.services.printing import PaperKind
from eitc_desktop.settings import EnteredValidity, Loaded, PrintChoices, Settings, SettingsFile, Validity

DIVISION = FactRef(FactKind.DIVISION, 11)


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(Loaded(Settings(printing=PrintChoices("quotas", maker="某办"))))


@pytest.fixture
def window(qtbot: QtBot, opened: OpenedLibrary, tokens: Tokens, preferences: Preferences) -> Iterator[MainWindow]:
    window = make_window(opened.path, tokens, preferences)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    settle()
    yield window
    window.close()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def asked(qtbot: QtBot, window: MainWindow) -> PrintDialog:
    """Press Ctrl+P, and wait for the pages."""
    press = QKeySequence("Ctrl+P")
    action = next(
        each for each in QMenu.menuInAction(window.menuBar().actions()[0]).actions() if each.shortcut() == press
    )  # pyright: ignore[reportAttributeAccessIssue]
    action.trigger()
    dialog = window.findChildren(PrintDialog)[-1]
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.shown):
        pass
    return dialog


@pytest.mark.parametrize(
    ("pane", "kind"),
    [
        ("chart", PaperKind.CHART),
        ("duty_map", PaperKind.MATRIX),
        ("splits", PaperKind.SPLITS),
        ("changes", PaperKind.CHANGES),
        ("source", PaperKind.QUOTAS),  # what was printed last
        ("tree", PaperKind.QUOTAS),
    ],
)
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_the_paper_goes_with_the_place(
    qtbot: QtBot, window: MainWindow, pane: str, kind: PaperKind, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle()
    window.go_to(getattr(window, pane))
    settle()
    dialog = asked(qtbot, window)
    assert dialog.job is not None
    assert dialog.job.request.kind is kind
    dialog.reject()


@pytest.mark.parametrize(("pane", "kind"), [("review", PaperKind.OPINIONS), ("allocation", PaperKind.REVIEW_REPORT)])
def test_the_tabs_of_a_review_go_with_its_papers(qtbot: QtBot, window: MainWindow, pane: str, kind: PaperKind) -> None:
    window.go_to(getattr(window, pane))
    settle()
    dialog = asked(qtbot, window)
    assert dialog.options.kind.currentData() == kind
    assert dialog.job is None
    assert "还没有录入" in dialog.preview.accessibleDescription()
    dialog.reject()


@pytest.mark.parametrize("pane", ["tree", "detail"])
def test_the_division_that_is_chosen_is_offered_where_it_was_chosen(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, pane: str
) -> None:
    window.journey.choose(DIVISION)
    window.go_to(getattr(window, pane))
    settle()
    dialog = asked(qtbot, window)
    assert dialog.options.kind.currentText() == "所选机构：都市产业处"
    assert dialog.job is not None
    assert (dialog.job.request.kind, dialog.job.request.unit) == (PaperKind.DIVISION, DIVISION)
    dialog.copy()
    dialog.reject()
    assert preferences.current.printing.kind == "quotas"


def test_elsewhere_the_division_that_is_chosen_is_one_of_the_papers(qtbot: QtBot, window: MainWindow) -> None:
    window.journey.choose(DIVISION)
    window.go_to(window.chart)
    settle()
    dialog = asked(qtbot, window)
    assert dialog.job is not None
    assert dialog.job.request.kind is PaperKind.CHART
    with qtbot.waitSignal(dialog.shown):
        dialog.options.kind.setCurrentIndex(dialog.options.kind.findData(PaperKind.DIVISION))
    assert dialog.job.request.unit == DIVISION
    dialog.reject()


def test_what_was_saved_is_remembered_and_what_was_left_is_not(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, tmp_path: Path
) -> None:
    dialog = asked(qtbot, window)
    assert dialog.options.maker.text() == "某办"
    with qtbot.waitSignal(dialog.shown):
        dialog.options.paper.setCurrentText("A3")
        dialog.options.secrecy.setText("内部")
    with qtbot.waitSignal(dialog.saved):
        dialog.save(tmp_path / "表.pdf")
    dialog.options.paper.setCurrentText("A4")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert preferences.current.printing == PrintChoices("quotas", "A3", maker="某办", folder=str(tmp_path))
    again = asked(qtbot, window)
    assert again.options.paper.currentText() == "A3"
    assert again.options.secrecy.text() == ""
    again.save_button.click()
    (files,) = again.findChildren(QFileDialog)
    assert files.directory().absolutePath() == str(tmp_path)
    files.reject()
    again.reject()


def test_folder_and_size_are_there_when_the_program_starts_again(
    qtbot: QtBot, opened: OpenedLibrary, tokens: Tokens, tmp_path: Path
) -> None:
    def started() -> tuple[Preferences, MainWindow]:
        file = SettingsFile(tmp_path / "settings.json")
        preferences = Preferences(file.load(), file)
        window = make_window(opened.path, tokens, preferences)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return preferences, window

    (tmp_path / "文件").mkdir()
    preferences, window = started()
    dialog = asked(qtbot, window)
    dialog.resize(1000, 600)
    with qtbot.waitSignal(dialog.saved):
        dialog.save(tmp_path / "文件" / "表.pdf")
    dialog.reject()
    preferences.save()
    window.close()
    _, window = started()
    dialog = asked(qtbot, window)
    assert dialog.size() == QSize(1000, 600)
    dialog.save_button.click()
    (files,) = dialog.findChildren(QFileDialog)
    assert files.directory().absolutePath() == str(tmp_path / "文件")
    files.reject()
    dialog.reject()
    window.close()


def test_the_overview_says_what_was_entered_of_the_validity(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, opened: OpenedLibrary
) -> None:
    preferences.enter_validity(opened.digest, EnteredValidity(Validity.AMENDED, "沪委办〔2018〕73号", "2026-01-05"))
    preferences.take(Settings(printing=PrintChoices("dossier"), provisions=preferences.current.provisions))
    dialog = asked(qtbot, window)
    assert dialog.job is not None
    words = "".join(text.words for page in dialog.job.document.pages for text in texts_of(page))
    assert "沪委办〔2018〕73号" in words
    dialog.reject()


def test_what_is_saved_is_told_in_the_windows_status(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = asked(qtbot, window)
    with qtbot.waitSignal(dialog.notice_given) as told:
        dialog.save(tmp_path / "表.pdf")
    assert told.args == [f"已保存到 {tmp_path / '表.pdf'}"]
    dialog.reject()


def test_the_window_waits_for_a_file_that_is_being_written(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = asked(qtbot, window)
    path = tmp_path / "表.pdf"
    with qtbot.waitSignal(dialog.saved):
        dialog.save(path)
        dialog.reject()
        window.close()
        assert window.isVisible()
    assert path.exists()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_window_stays_where_saving_ends_in_what_nobody_foresaw(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = asked(qtbot, window)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("eitc_desktop.gui.printing.saving.save_pages", broken)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(dialog.saving_ended):
        dialog.save(tmp_path / "表.pdf")
        window.close()
    settle()
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert window.isVisible()
    assert dialog.save_button.isEnabled()


def test_the_window_stays_where_a_file_could_not_be_written(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = asked(qtbot, window)
    with qtbot.waitSignal(dialog.not_saved):
        dialog.save(tmp_path / "没有" / "表.pdf")
        window.close()
        assert window.isVisible()
    settle()
    assert window.isVisible()
