from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from eitc_desktop.app import Program
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.window_place import brought_back
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.build import build_database
from eitc_desktop.settings import (
    ChangesView,
    EnteredValidity,
    Language,
    ProvisionMemory,
    Settings,
    SettingsFile,
    Theme,
    Validity,
    WindowPlace,
)

SCREEN = QRect(0, 0, 1366, 768)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "设置" / "settings.json")


@pytest.fixture
def run(qtbot: QtBot, qapp: QApplication, file: SettingsFile, library_path: Path) -> Iterator[Callable[[], Program]]:
    """Start the program as often as is asked for; each start ends the run before."""
    programs: list[Program] = []

    def start() -> Program:
        if programs:
            programs[-1].window.close()
        program = Program(qapp, file.load(), file, library_path)
        programs.append(program)
        program.show()
        qtbot.waitExposed(program.window)
        settle()
        return program

    yield start
    for program in programs:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


def test_size_layout_selection_and_text_size_come_back(
    qtbot: QtBot, run: Callable[[], Program], file: SettingsFile
) -> None:
    first = run().window
    first.showNormal()
    first.setGeometry(30, 40, 1200, 650)
    settle()
    first.docks.detail.close()
    first.resizeDocks([first.docks.tree], [260], Qt.Orientation.Horizontal)
    first.selection.select(FactRef(FactKind.DIVISION, 11))
    for _ in range(2):
        qtbot.keyClick(first, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(first, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    settle()
    tree_width = first.tree.width()
    second = run().window
    settings = file.load().settings
    assert settings.text_size == 125
    assert settings.theme is Theme.DARK
    assert QRect(second.geometry()) == QRect(30, 40, 1200, 650)
    assert not second.docks.detail.isVisible()
    assert second.docks.changes.isVisible()
    assert second.tree.width() == tree_width
    assert second.selection.current == FactRef(FactKind.DIVISION, 11)
    assert second.journey.recent_places()[0][0].startswith("都市产业处")
    assert second.menus._themes[Theme.DARK].isChecked()


def test_places_that_no_fact_stands_for_come_back_among_the_recent(
    run: Callable[[], Program], file: SettingsFile
) -> None:
    first = run().window
    assert first.opened is not None
    first.selection.select(FactRef(FactKind.DIVISION, 11))
    span = first.opened.provision.clauses[-1].span
    first.journey.visit_place(span)
    digest = first.opened.digest
    listed = [words for words, _go in first.journey.recent_places()]
    second = run().window
    assert file.load().settings.of_provision(digest).recent[0] == f"span:{span.start}:{span.end}"
    assert second.source.text.place == span.start
    assert set(listed) <= {words for words, _go in second.journey.recent_places()}


def test_a_remembered_place_that_leads_nowhere_is_left_out(run: Callable[[], Program], file: SettingsFile) -> None:
    first = run().window
    assert first.opened is not None
    memory = ProvisionMemory("span:1:4", ("span:5:9000000", "division:900:0:0", "nonsense", "duty:6:0:0"))
    digest = first.opened.digest
    first.close()
    file.save(Settings(provisions={digest: memory}))
    second = run().window
    assert second.selection.current == FactRef(FactKind.BODY)
    assert [words.split()[-1] for words, _go in second.journey.recent_places()] == ["引言", "二（七）"]


def test_a_maximized_window_comes_back_maximized_and_knows_its_size_before(
    run: Callable[[], Program], file: SettingsFile
) -> None:
    first = run().window
    first.showNormal()
    first.setGeometry(10, 20, 1100, 600)
    settle()
    first.showMaximized()
    settle()
    second = run().window
    assert second.isMaximized()
    assert second.normalGeometry().size() == QSize(1100, 600)


def test_splitters_come_back(run: Callable[[], Program]) -> None:
    first = run().window
    splitter = next(each for each in first.findChildren(QSplitter) if each.objectName() == "across")
    splitter.setSizes([120, 800])
    settle()
    sizes = splitter.sizes()
    second = run().window
    assert next(each for each in second.findChildren(QSplitter) if each.objectName() == "across").sizes() == sizes


def test_nothing_is_written_where_nothing_was_chosen(run: Callable[[], Program], file: SettingsFile) -> None:
    run()
    assert not file.path.exists()


def test_what_was_chosen_is_on_disk_before_the_window_closes(
    qtbot: QtBot, run: Callable[[], Program], file: SettingsFile
) -> None:
    window = run().window
    window.selection.select(FactRef(FactKind.DIVISION, 3))
    qtbot.waitUntil(file.path.exists)
    assert window.opened is not None
    assert file.load().settings.of_provision(window.opened.digest).selection == "division:3:0:0"


def test_restoring_the_layout_forgets_what_was_remembered_of_it(run: Callable[[], Program], file: SettingsFile) -> None:
    first = run().window
    first.docks.tree.close()
    first.restore_layout()
    settle()
    assert first.docks.tree.isVisible()
    assert file.load().settings.layout is None
    second = run().window
    assert second.docks.tree.isVisible()


def test_validity_is_the_users_word_and_stays(run: Callable[[], Program]) -> None:
    program = run()
    assert program.window.status.validity.text() == "时效 未核实"
    digest = program.window.opened.digest if program.window.opened is not None else ""
    program.preferences.enter_validity(digest, EnteredValidity(Validity.REPEALED, "沪委编〔2018〕1号", "2026-11-23"))
    second = run().window
    assert second.status.validity.text() == "时效 已废止（录入）"
    assert "沪委编〔2018〕1号" in second.status.validity.toolTip()
    assert "2026-11-23" in second.status.validity.toolTip()


def test_damaged_settings_are_set_aside_and_told(run: Callable[[], Program], file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text("{ 这不是", encoding="utf-8")
    window = run().window
    box = window.findChild(MessageDialog)
    assert box is not None
    assert "settings.damaged-1.json" in box.words
    assert window.opened is not None
    box.close()


def test_a_folder_that_takes_nothing_is_told_once_and_the_window_works(
    qtbot: QtBot, run: Callable[[], Program], file: SettingsFile
) -> None:
    file.path.parent.write_text("a file where the folder should be")
    window = run().window
    window.selection.select(FactRef(FactKind.DIVISION, 3))
    qtbot.waitUntil(lambda: bool(window.findChildren(MessageDialog)))
    box = window.findChildren(MessageDialog)[0]
    assert "设置没有保存" in box.words
    box.close()
    settle()
    window.selection.select(FactRef(FactKind.DIVISION, 4))
    window.closing.emit()
    settle()
    assert not [each for each in window.findChildren(MessageDialog) if each.isVisible()]


def test_another_language_opens_the_window_anew_at_the_same_place(
    qtbot: QtBot, run: Callable[[], Program], file: SettingsFile
) -> None:
    program = run()
    old = program.window
    old.selection.select(FactRef(FactKind.DIVISION, 7))
    program.preferences.take(Settings(language=Language.ENGLISH, provisions=program.preferences.current.provisions))
    qtbot.waitUntil(lambda: program.window is not old)
    settle()
    new: MainWindow = program.window
    assert new.isVisible()
    assert not Shiboken.isValid(old) or not old.isVisible()
    assert new.selection.current == FactRef(FactKind.DIVISION, 7)
    assert new.menuBar().actions()[0].text() == "&File"
    program.preferences.take(Settings())
    qtbot.waitUntil(lambda: program.window is not new)
    assert program.window.menuBar().actions()[0].text() == "文件(&F)"


@pytest.mark.parametrize(
    ("rect", "expected"),
    [
        (QRect(100, 50, 900, 600), QRect(100, 50, 900, 600)),
        (QRect(1300, 700, 900, 600), QRect(233, 84, 900, 600)),  # no more than a corner is in sight
        (QRect(-5000, 20, 900, 600), QRect(233, 84, 900, 600)),  # on a screen that is gone
        (QRect(200, -300, 900, 600), QRect(233, 84, 900, 600)),  # its top can't be taken hold of
        (QRect(-300, 20, 900, 600), QRect(-300, 20, 900, 600)),  # partly off: as its owner left it
        (QRect(5000, 20, 3000, 2000), QRect(0, 0, 1366, 768)),
        (QRect(0, 0, 3000, 2000), QRect(0, 0, 1366, 768)),
    ],
)
def test_a_window_off_the_screen_is_brought_back(rect: QRect, expected: QRect) -> None:
    back = brought_back(rect, [SCREEN], SCREEN)
    assert back.size() == expected.size()
    assert (back.topLeft() - expected.topLeft()).manhattanLength() <= 2


def test_a_window_on_the_second_screen_stays_there() -> None:
    second = QRect(1366, 0, 1920, 1080)
    there = QRect(2000, 100, 1000, 700)
    assert brought_back(there, [SCREEN, second], SCREEN) == there


def test_a_remembered_place_off_the_screen_is_brought_back(run: Callable[[], Program], file: SettingsFile) -> None:
    file.save(Settings(window=WindowPlace(9000, 9000, 1000, 600, maximized=False)))
    window = run().window
    assert SCREEN.contains(window.geometry())


def test_the_database_opened_last_opens_again(
    run: Callable[[], Program], file: SettingsFile, qapp: QApplication, tmp_path: Path, library_path: Path
) -> None:
    other = tmp_path / "另一个.db"
    other.write_bytes(library_path.read_bytes())
    run().window.database_requested.emit(other)
    settle()
    run().window.close()
    assert file.load().settings.database == str(other)
    program = Program(qapp, file.load(), file, None)
    assert program.window.opened is not None
    assert program.window.opened.path == other
    program.window.deleteLater()
    other.unlink()
    gone = Program(qapp, file.load(), file, None)
    gone.show()
    settle()
    assert gone.window.opened is not None
    assert gone.window.opened.path != other
    box = gone.window.findChild(MessageDialog)
    assert box is not None
    assert str(other) in box.words
    gone.window.close()
    gone.window.deleteLater()
    assert file.load().settings.database is None


def test_a_session_in_a_narrow_window_leaves_the_wide_one_as_it_was(run: Callable[[], Program]) -> None:
    first = run().window
    first.showNormal()
    first.resize(1300, 700)
    settle()
    widths = [dock.width() for dock in first.docks.all()]
    outline = first.source.outline.width()
    first.resize(911, 512)
    settle()
    second = run().window
    assert second.docks.is_narrow
    second.resize(1300, 700)
    settle()
    assert [dock.width() for dock in second.docks.all()] == widths
    assert second.source.outline.width() == outline


def test_an_outline_that_was_made_narrow_comes_back_with_the_layout(run: Callable[[], Program]) -> None:
    window = run().window
    across = window.splitters[0]
    usual = across.sizes()
    across.setSizes([60, 900])
    window.restore_layout()
    settle()
    assert across.sizes() == usual


def test_a_database_that_cannot_even_be_asked_about_is_told(
    qtbot: QtBot, qapp: QApplication, file: SettingsFile
) -> None:
    file.save(Settings(database="/" + "长" * 300))
    program = Program(qapp, file.load(), file, None)
    program.show()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(MessageDialog)))
    assert program.window.opened is not None
    program.window.close()
    program.window.deleteLater()


def test_docks_stay_away_while_nothing_is_open_and_come_back_as_they_were(
    qtbot: QtBot, qapp: QApplication, file: SettingsFile, run: Callable[[], Program], library_path: Path, tmp_path: Path
) -> None:
    first = run().window
    first.docks.detail.close()
    settle()
    first.close()
    program = Program(qapp, file.load(), file, tmp_path / "没有.db")
    window = program.window
    program.show()
    qtbot.waitExposed(window)
    settle()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    window.restore_layout()
    settle()
    assert not any(dock.isVisible() for dock in window.docks.all())
    window.close()
    second = Program(qapp, file.load(), file, tmp_path / "没有.db")
    second.show()
    second.window.database_requested.emit(library_path)
    settle()
    assert second.window.docks.tree.isVisible()
    second.window.resize(911, 512)
    settle()
    assert second.window.docks.is_narrow
    for each in (program, second):
        each.window.close()
        each.window.deleteLater()


def test_a_library_opened_in_a_narrow_window_takes_the_narrow_form(
    qtbot: QtBot, qapp: QApplication, file: SettingsFile, library_path: Path, tmp_path: Path
) -> None:
    program = Program(qapp, file.load(), file, tmp_path / "没有.db")
    window = program.window
    program.show()
    window.showNormal()
    window.resize(911, 512)
    settle()
    window.database_requested.emit(library_path)
    settle()
    assert window.docks.is_narrow
    assert not window.docks.detail.isVisible()
    assert window.detail.isVisible()
    window.close()
    window.deleteLater()


def test_another_language_keeps_provision_past_filter_and_what_is_known_of_the_text(
    qtbot: QtBot, run: Callable[[], Program], tmp_path: Path
) -> None:
    program = run()
    old = program.window
    old.history._clock = iter(range(0, 1000, 10)).__next__
    for number in (1, 2):
        old.selection.select(FactRef(FactKind.DIVISION, number))
    old.changes.words.setText("工艺")
    old.note_agreement(agrees=False)
    old.findChildren(MessageDialog)[0].close()
    program.preferences.take(replace(program.preferences.current, language=Language.ENGLISH))
    qtbot.waitUntil(lambda: program.window is not old)
    settle()
    new = program.window
    assert new.history.can_go_back
    assert new.changes.words.text() == "工艺"
    assert new.agrees is False
    assert new.status.doubt.isVisible()
    assert not new.findChildren(MessageDialog)
    program.preferences.take(replace(program.preferences.current, language=Language.CHINESE))
    qtbot.waitUntil(lambda: program.window is not new)


def test_another_language_does_not_open_another_database(
    qtbot: QtBot, qapp: QApplication, file: SettingsFile, tmp_path: Path
) -> None:
    missing = tmp_path / "没有.db"
    program = Program(qapp, file.load(), file, missing)
    program.show()
    settle()
    old = program.window
    program.preferences.take(Settings(language=Language.ENGLISH))
    qtbot.waitUntil(lambda: program.window is not old)
    settle()
    assert program.window.opened is None
    assert str(missing) in program.window.failure.message.replace("\u200b", "")
    program.preferences.take(Settings())
    second = program.window
    qtbot.waitUntil(lambda: program.window is not second)
    program.window.close()
    program.window.deleteLater()


def test_what_another_window_entered_is_shown_when_one_comes_back(
    run: Callable[[], Program], file: SettingsFile
) -> None:
    program = run()
    window = program.window
    assert window.opened is not None
    program.preferences.enter_validity(window.opened.digest, EnteredValidity(Validity.AMENDED))
    other = SettingsFile(file.path)
    theirs = other.load().settings
    repealed = replace(theirs.of_provision(window.opened.digest), validity=EnteredValidity(Validity.REPEALED))
    other.save(theirs.with_provision(window.opened.digest, repealed))
    window.activated.emit()
    assert window.status.validity.text() == "时效 已废止（录入）"
    program.preferences.save()
    assert file.load().settings.of_provision(window.opened.digest).validity == EnteredValidity(Validity.REPEALED)


def test_the_table_of_changes_comes_back(qtbot: QtBot, run: Callable[[], Program], file: SettingsFile) -> None:
    first = run().window
    first.changes.show_as_table(table=True)
    settle()
    second = run().window
    assert file.load().settings.changes_view is ChangesView.TABLE
    assert second.changes.table.isVisible()


@pytest.mark.parametrize(("remembered", "shown"), [("grid", LayoutKind.GRID), ("spiral", LayoutKind.AUTO)])
def test_the_layout_of_the_chart_comes_back(
    run: Callable[[], Program], file: SettingsFile, remembered: str, shown: LayoutKind
) -> None:
    file.save(replace(file.load().settings, chart_layout=remembered))
    chart = run().window.chart
    assert tuple(LayoutKind)[chart.page.bar.layouts.currentIndex()] is shown
    chart.page.bar.choose_layout(LayoutKind.SIDEWAYS)
    settle()
    run()
    assert file.load().settings.chart_layout == "sideways"


@pytest.mark.parametrize("shown", [True, False])
def test_the_tab_of_the_chart_comes_back_if_it_was_in_front(run: Callable[[], Program], shown: bool) -> None:
    first = run().window
    first.go_to(first.chart)
    if not shown:
        first.go_to(first.source)
    settle()
    second = run().window
    assert second.chart.isVisible() is second.chart.is_made is shown


def test_what_was_laid_over_the_chart_comes_back(run: Callable[[], Program], file: SettingsFile) -> None:
    file.save(replace(file.load().settings, chart_overlays=("gaps", "weather")))
    bar = run().window.chart.page.bar
    assert bar.chosen_overlays == {Overlay.GAPS}
    bar.overlays[Overlay.CHANGES].setChecked(True)
    settle()
    run()
    assert file.load().settings.chart_overlays == ("changes", "gaps")


def test_a_clause_gone_to_last_is_in_sight_at_the_next_start(run: Callable[[], Program]) -> None:
    first = run().window
    assert first.opened is not None
    provision = first.opened.provision
    chapter = next(each for each in provision.clauses if each.heading == "人员编制")
    first.journey.visit_clause(chapter.span)
    settle()
    second = run().window
    assert second.source.text.place == chapter.span.start


def test_a_place_gone_back_from_is_not_where_the_next_start_stands(run: Callable[[], Program]) -> None:
    first = run().window
    first.history._clock = iter(range(0, 1000, 10)).__next__
    assert first.opened is not None
    provision = first.opened.provision
    first.selection.select(FactRef(FactKind.DIVISION, 5))
    first.journey.visit_clause(next(each for each in provision.clauses if each.heading == "人员编制").span)
    first.history.go_back()
    settle()
    second = run().window
    assert second.source.text.place == provision.divisions[5].name.span.start
    assert len(second.journey.recent_places()) == 3


def test_what_another_window_entered_is_not_lost_sight_of_by_saving(
    run: Callable[[], Program], file: SettingsFile
) -> None:
    program = run()
    window = program.window
    assert window.opened is not None
    digest = window.opened.digest
    other = SettingsFile(file.path)
    theirs = other.load().settings
    repealed = replace(theirs.of_provision(digest), validity=EnteredValidity(Validity.REPEALED))
    other.save(theirs.with_provision(digest, repealed))
    window.selection.select(FactRef(FactKind.DIVISION, 3))
    program.preferences.save()
    window.activated.emit()
    assert window.status.validity.text() == "时效 已废止（录入）"


def test_settings_not_saved_at_a_change_of_language_are_told_in_the_new_window(
    qtbot: QtBot, run: Callable[[], Program], file: SettingsFile
) -> None:
    file.path.parent.write_text("a file where the folder should be")
    program = run()
    old = program.window
    program.preferences.take(Settings(language=Language.ENGLISH))
    qtbot.waitUntil(lambda: program.window is not old)
    settle()
    boxes = [each for each in program.window.findChildren(MessageDialog) if each.isVisible()]
    assert len(boxes) == 1
    boxes[0].close()
    new = program.window
    program.preferences.take(Settings())
    qtbot.waitUntil(lambda: program.window is not new)


def test_keys_of_panes_do_nothing_while_nothing_is_open(
    qtbot: QtBot, qapp: QApplication, file: SettingsFile, tmp_path: Path
) -> None:
    program = Program(qapp, file.load(), file, tmp_path / "没有.db")
    program.show()
    settle()
    before = QApplication.focusWidget()
    qtbot.keyClick(program.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is before
    program.window.close()
    program.window.deleteLater()


def test_the_provision_shown_last_is_shown_again(
    qapp: QApplication, file: SettingsFile, tmp_path: Path, other_provisions: tuple[Provision, ...]
) -> None:
    database = tmp_path / "两份.db"
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, each in enumerate(other_provisions[:2]):
        (texts / f"{number}.txt").write_text(each.text, encoding="utf-8")
    build_database(database, texts)
    for wanted in (1, 0, 1):
        program = Program(qapp, file.load(), file, database)
        opened = program.window.opened
        assert opened is not None
        program.window.provision_requested.emit(opened.summaries[wanted].id)
        program.show()
        settle()
        program.window.close()
        program.window.deleteLater()
        again = Program(qapp, file.load(), file, database)
        assert again.window.opened is not None
        assert again.window.opened.chosen == opened.summaries[wanted].id
        again.window.deleteLater()
