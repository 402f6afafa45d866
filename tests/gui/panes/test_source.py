from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontInfo, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.place_facts import PlaceColumn, PlaceRole
from eitc_desktop.gui.panes.source import SourcePane
from eitc_desktop.gui.status_line import ElidedLabel
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.reading import read_provision


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision) -> SourcePane:
    return shown(qtbot, tokens, provision)


def shown(qtbot: QtBot, tokens: Tokens, provision: Provision) -> SourcePane:
    pane = SourcePane(tokens)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show_provision(provision)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def highlighted(pane: SourcePane) -> str:
    return "\n".join(each.cursor.selectedText().replace("\u2029", "\n") for each in pane.text.extraSelections())


def facts_here(pane: SourcePane) -> list[FactRef]:
    model = pane.facts.model()
    return [model.index(row, 0).data(PlaceRole.REF) for row in range(model.rowCount())]


def place_of(pane: SourcePane, unit: int) -> QPoint:
    cursor = QTextCursor(pane.text.document())
    cursor.setPosition(unit)
    return pane.text.cursorRect(cursor).center()


def test_the_text_is_the_provisions_own(pane: SourcePane, provision: Provision) -> None:
    assert pane.text.toPlainText() == provision.text


def test_every_fact_is_highlighted_where_it_stands(pane: SourcePane, provision: Provision) -> None:
    for fact in facts_of(provision):
        pane.show_selected(fact.ref)
        assert highlighted(pane) == fact.span.of(provision.text)


def test_a_chosen_fact_is_in_sight(pane: SourcePane, provision: Provision) -> None:
    for ref in (FactRef(FactKind.HOSTED_OFFICE, 1), FactRef(FactKind.CHANGE, 0), FactRef(FactKind.DIVISION, 24)):
        pane.show_selected(ref)
        rect = pane.text.cursorRect()
        assert rect.top() >= 0
        assert rect.bottom() <= pane.text.viewport().height()


def test_a_fact_stays_in_sight_when_the_pane_shrinks(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 24))
    pane.resize(420, 400)
    assert 0 <= pane.text.cursorRect().top() <= pane.text.viewport().height()


def test_a_place_lists_the_facts_made_of_it(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    name = provision.divisions[0].name
    pane.text.go_to(name.span.start)
    place = place_of(pane, name.span.start + 1)
    qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert facts_here(pane) == [FactRef(FactKind.DIVISION, 0)]


def test_choosing_a_fact_of_a_place_tells_it(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    pane.text.go_to(provision.duties[6].items[0].span.start)
    assert facts_here(pane) == [FactRef(FactKind.DUTY_ITEM, 6, 0), FactRef(FactKind.DUTY, 6)]
    place = pane.facts.visualRect(pane.facts.model().index(1, 0)).center()
    with qtbot.waitSignal(pane.fact_chosen) as told:
        qtbot.mouseClick(pane.facts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [FactRef(FactKind.DUTY, 6)]


def test_keys_move_the_place(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 3))
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_Down)
    qtbot.keyClick(pane.text, Qt.Key.Key_Down)
    assert facts_here(pane) == [FactRef(FactKind.DIVISION, 4)]


def test_showing_a_fact_chooses_nothing(pane: SourcePane) -> None:
    told: list[FactRef] = []
    pane.fact_chosen.connect(told.append)
    pane.show_selected(FactRef(FactKind.QUOTA, 2))
    pane.show_selected(FactRef(FactKind.DUTY, 2))
    assert told == []


def test_an_unknown_fact_takes_the_highlight_away(pane: SourcePane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 3))
    pane.show_selected(FactRef(FactKind.DIVISION, 999))
    assert highlighted(pane) == ""


def test_outline_leads_to_the_clause_and_follows_the_caret(
    qtbot: QtBot, pane: SourcePane, provision: Provision
) -> None:
    chapter = pane.outline.model().index(4, 0, QModelIndex())
    pane.outline.scrollTo(chapter)
    place = pane.outline.visualRect(chapter).center()
    qtbot.mouseClick(pane.outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert provision.text[pane.text.place :].startswith("四、人员编制")
    pane.text.go_to(provision.divisions[7].span.start)
    assert pane.outline.currentIndex().data() == "（八）外经处"


def test_copy_is_exact(pane: SourcePane, provision: Provision, clipboard_text: Callable[[], str]) -> None:
    pane.text.selectAll()
    pane.copy_selection()
    assert clipboard_text() == provision.text


def test_copy_with_citation(
    qtbot: QtBot,
    pane: SourcePane,
    provision: Provision,
    clipboard_text: Callable[[], str],
) -> None:
    words = provision.duties[6].items[1]
    select(pane, words.span)
    pane.text.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(pane.text, Qt.Key.Key_C, keys)
    assert clipboard_text().endswith(f"二（七）“{words.text}”")
    assert clipboard_text().startswith(provision.body.text)


def test_a_selection_over_two_clauses_is_cited_from_to(pane: SourcePane, provision: Provision) -> None:
    select(pane, Span(provision.divisions[0].span.start, provision.divisions[1].span.end))
    assert "三（一）至三（二）“办公室" in pane.cited_words()


def test_a_fact_just_shown_is_cited_by_its_own_words(pane: SourcePane) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 1))
    assert pane.cited_words().endswith("三（二）“研究室（政策法规处）”")


def test_rare_characters_shift_nothing(qtbot: QtBot, tokens: Tokens, source_text: str) -> None:
    """Beyond U+FFFF Qt counts two where the provision counts one."""
    text = source_text.replace("办公室", "𠮷办公室𬭊", 1).replace("对传统工艺美术大师", "对𠮷𠮷工艺美术大师")
    provision = read_provision(text)
    pane = shown(qtbot, tokens, provision)
    for fact in facts_of(provision):
        pane.show_selected(fact.ref)
        assert highlighted(pane) == fact.span.of(text)
        assert pane.text.place == fact.span.start


def test_words_that_look_like_html_stay_words(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    text = "<b>甲</b>&amp;" + provision.text
    pane = shown(qtbot, tokens, replace(provision, text=text))
    assert pane.text.toPlainText() == text


def select(pane: SourcePane, span: Span) -> None:
    cursor = pane.text.textCursor()
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    pane.text.setTextCursor(cursor)


def test_the_indent_of_a_line_belongs_to_its_clause(pane: SourcePane, provision: Provision) -> None:
    start = provision.text.index("2.取消")
    select(pane, Span(start - 2, start - 2))
    assert FactRef(FactKind.CHANGE, 1) in facts_here(pane)
    caption = next(label.text() for label in pane.findChildren(QLabel) if "此处" in label.text())
    assert "一（一）2" in caption


def test_the_caret_alone_copies_its_sentence_and_never_an_old_highlight(
    qtbot: QtBot,
    pane: SourcePane,
    provision: Provision,
    clipboard_text: Callable[[], str],
) -> None:
    pane.show_selected(FactRef(FactKind.BODY))
    pane.text.go_to(provision.text.index("本市无线电管理工作"))
    pane.text.setFocus()
    with qtbot.waitSignal(pane.notice_given) as told:
        pane.copy_with_citation()
    assert clipboard_text().endswith("二（十八）“负责本市无线电管理工作。”")
    assert told.args == ["已复制（含出处）：二（十八）"]


def test_a_selection_from_the_indent_is_cited_by_its_words(pane: SourcePane, provision: Provision) -> None:
    start = provision.text.index("（十八）负责本市无线电")
    select(pane, Span(start - 3, start + 17))
    assert "二（十八）“（十八）负责" in pane.cited_words()


def test_rows_of_roles_name_the_agency(pane: SourcePane, provision: Provision) -> None:
    matter = provision.responsibility_splits[0].matters[0]
    pane.text.go_to(matter.roles[0].span.start)
    model = pane.facts.model()
    words = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert any(each.startswith(f"{matter.roles[0].agency.text}：{matter.roles[0].verb.text}") for each in words)
    assert len(set(words)) == len(words)


def test_the_end_of_a_line_belongs_to_it(pane: SourcePane, provision: Provision) -> None:
    for words, ref in (
        ("（十八）负责本市无线电管理工作。", FactRef(FactKind.DUTY, 17)),
        ("（二）研究室（政策法规处）", FactRef(FactKind.DIVISION, 1)),
    ):
        end = provision.text.index(words) + len(words)
        select(pane, Span(end, end))
        assert ref in facts_here(pane)


@pytest.mark.parametrize(("palette", "size"), [(DARK, 100), (LIGHT, 110), (LIGHT, 200), (DARK, 80)])
def test_what_is_shown_stays_in_sight_in_another_look(
    qtbot: QtBot, pane: SourcePane, tokens: Tokens, palette: Palette, size: int
) -> None:
    ref = FactRef(FactKind.QUOTA, 3)
    pane.show_selected(ref)
    for look in ((palette, size), (DARK, size), (LIGHT, 100)):
        tokens.wear(*look)
        QApplication.processEvents()
        assert pane.text.viewport().rect().contains(pane.text.cursorRect())


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_the_clause_of_a_fact_is_seen_in_a_narrow_pane(tokens: Tokens, pane: SourcePane, text_size: int) -> None:
    tokens.wear(LIGHT, text_size)
    pane.set_outline_shown(False)
    pane.resize(330, 400)
    for ref in (FactRef(FactKind.DIVISION, 11), FactRef(FactKind.CHANGE, 8), FactRef(FactKind.MATTER, 2)):
        pane.show_selected(ref)
        for _ in range(3):
            QApplication.processEvents()
        index = pane.facts.model().index(0, PlaceColumn.PLACE)
        place = pane.facts.visualRect(index)
        assert place.right() < pane.facts.viewport().width()
        assert place.width() >= pane.facts.fontMetrics().horizontalAdvance(index.data())
        assert pane.facts.columnWidth(PlaceColumn.WORDS) >= 2 * QFontInfo(pane.font()).pixelSize()


def test_a_caption_too_long_for_the_pane_is_elided(tokens: Tokens, pane: SourcePane) -> None:
    tokens.wear(LIGHT, 200)
    pane.set_outline_shown(False)
    pane.resize(240, 400)
    pane.show_selected(FactRef(FactKind.DIVISION, 11))
    QApplication.processEvents()
    (caption,) = [label for label in pane.findChildren(ElidedLabel) if "此处" in label.text()]
    assert caption.shown.endswith("…")
    assert caption.shown != caption.text()


def test_words_left_on_the_clipboard_do_not_crash_the_end(library_path: Path) -> None:
    """The clipboard is taken down after Python itself."""
    script = """
import sys
from pathlib import Path
from PySide6.QtGui import QClipboard
from eitc_desktop.app import LIGHT, make_application, make_tokens, make_window
app = make_application()
window = make_window(Path(sys.argv[1]), make_tokens(app, LIGHT))
window.show()
text = window.source.text
text.selectAll()
text.copy()
app.clipboard().setMimeData(text.createMimeDataFromSelection(), QClipboard.Mode.Clipboard)
assert app.clipboard().text() == text.selected_span.of(window.opened.provision.text)
"""
    ran = subprocess.run([sys.executable, "-c", script, str(library_path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_what_is_read_stays_in_sight_in_another_size(qtbot: QtBot, pane: SourcePane, tokens: Tokens) -> None:
    pane.show_selected(FactRef(FactKind.DIVISION, 11))
    qtbot.keyClick(pane.text, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    for size in (110, 150, 200, 100, 80):
        QApplication.processEvents()
        tokens.wear(LIGHT, size)
        QApplication.processEvents()
        assert pane.text.viewport().rect().contains(pane.text.cursorRect())
    bar = pane.text.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepSub)
    QApplication.processEvents()
    top = pane.text.cursorForPosition(QPoint(0, 0)).blockNumber()
    for size in (110, 200, 100):
        tokens.wear(LIGHT, size)
        QApplication.processEvents()
        assert abs(pane.text.cursorForPosition(QPoint(0, 2)).blockNumber() - top) <= 1  # blank lines are between
