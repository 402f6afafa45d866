"""The lines under facts in the source, its keys, its tips, and the facts of a clause."""

from __future__ import annotations

import time
from statistics import median

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.models.fact_map import FactMap
from eitc_desktop.gui.models.place_facts import PlaceRole
from eitc_desktop.gui.panes.source import SourcePane
from eitc_desktop.gui.panes.source_lines import visible_lines
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.gui.widgets.fact_line import FAMILIES, family_colour
from eitc_desktop.gui.wording import fact_kind_name
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.reading import read_provision


def shown(qtbot: QtBot, tokens: Tokens, provision: Provision) -> SourcePane:
    pane = SourcePane(tokens)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show_provision(provision)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    pane.outline.setFocus()
    return pane


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, provision: Provision) -> SourcePane:
    return shown(qtbot, tokens, provision)


def box_of(pane: SourcePane, point: int) -> QRect:
    """Where the character behind *point* stands in the text, with the space below it."""
    cursor = QTextCursor(pane.text.document())
    cursor.setPosition(point)
    here = pane.text.cursorRect(cursor)
    cursor.setPosition(point + 1)
    right = pane.text.cursorRect(cursor).left()
    corner = pane.text.viewport().mapTo(pane.text, here.topLeft())
    return QRect(corner.x(), corner.y(), max(right - here.left(), 8), here.height() * 5 // 4)


def lines_in(pane: SourcePane, *boxes: QRect) -> list[set[str]]:
    """Colours of the pixels in each of *boxes* that are there for the lines alone."""
    with_lines = pane.text.grab().toImage()
    pane.set_underlines_shown(False)
    without = pane.text.grab().toImage()
    pane.set_underlines_shown(True)
    return [
        {
            QColor(with_lines.pixel(x, y)).name().upper()
            for x in range(box.left(), box.right() + 1)
            for y in range(max(0, box.top()), min(box.bottom() + 1, with_lines.height()))
            if with_lines.pixel(x, y) != without.pixel(x, y)
        }
        for box in boxes
    ]


def refs_listed(pane: SourcePane) -> list[FactRef]:
    model = pane.facts.model()
    return [model.index(row, 0).data(PlaceRole.REF) for row in range(model.rowCount())]


def caption(pane: SourcePane) -> str:
    return next(label.text() for label in pane.findChildren(QLabel) if "事实" in label.text())


@pytest.mark.parametrize(("palette", "size"), [(LIGHT, 100), (DARK, 100), (LIGHT, 200), (DARK, 80)])
def test_every_kind_of_fact_has_its_familys_line(
    pane: SourcePane, provision: Provision, tokens: Tokens, palette: Palette, size: int
) -> None:
    """Under the words, or for what is divided into others in the margin."""
    tokens.wear(palette, size)
    found = FactMap(facts_of(provision))
    seen: set[FactKind] = set()
    for fact in facts_of(provision):
        if fact.ref.kind in seen or fact.ref.kind is FactKind.SECTION:
            continue
        pane.text.go_to(fact.span.start)
        box = box_of(pane, fact.span.start)
        if found.is_whole(fact):
            if fact not in found.wholes(fact.span):
                continue  # of one part only, which has its own line
            box = QRect(box.left() - 3 * box.width() - 12, box.top(), 3 * box.width(), box.height())
            box.setLeft(0)
        seen.add(fact.ref.kind)
        assert lines_in(pane, box) == [{family_colour(tokens, FAMILIES[fact.ref.kind])}], fact.ref
    assert seen == {fact.ref.kind for fact in facts_of(provision)} - {FactKind.SECTION}


def test_what_is_no_fact_has_no_line(pane: SourcePane, provision: Provision) -> None:
    for words in ("根据", "的规定，设立", "（一）取消", "其中，", "充分发挥上海市电子商务"):
        start = provision.text.index(words)
        pane.text.go_to(start)
        box = box_of(pane, start)
        assert lines_in(pane, box.adjusted(0, 0, -1, 0)) == [set()], words


@pytest.mark.parametrize("size", [80, 100, 140, 200])
def test_lines_touch_neither_their_own_words_nor_the_next_line(
    pane: SourcePane, provision: Provision, tokens: Tokens, size: int
) -> None:
    tokens.wear(LIGHT, size)
    pane.text.go_to(provision.quotas[0].span.start)
    surface = QColor(LIGHT.surface)
    with_lines = pane.text.grab().toImage()
    pane.set_underlines_shown(False)
    without = pane.text.grab().toImage()
    left = pane.text.viewportMargins().left() + tokens.space_l  # the margin's lines stand before that
    covered = [
        (x, y)
        for y in range(with_lines.height())
        for x in range(left, with_lines.width())
        if with_lines.pixel(x, y) != without.pixel(x, y)
    ]
    assert covered
    touched = [place for place in covered if without.pixelColor(*place) != surface]
    assert len(touched) <= len(covered) // 50  # the tail of a comma may reach down to one


def test_lines_can_be_put_away_with_their_samples(pane: SourcePane, provision: Provision) -> None:
    pane.text.go_to(provision.divisions[1].span.start)
    with_lines, listed = pane.text.grab().toImage(), pane.facts.grab().toImage()
    pane.set_underlines_shown(False)
    assert pane.text.grab().toImage() != with_lines
    assert pane.facts.grab().toImage() != listed
    pane.set_underlines_shown(True)
    assert pane.text.grab().toImage() == with_lines
    assert pane.facts.grab().toImage() == listed


def test_the_list_shows_a_sample_of_the_line(pane: SourcePane, provision: Provision, tokens: Tokens) -> None:
    pane.text.go_to(provision.quotas[7].rule.span.start)  # pyright: ignore[reportOptionalMemberAccess]
    law = provision.text.index("公务员法")
    pane.text.go_to(law)
    assert refs_listed(pane) == [FactRef(FactKind.REFERENCE, 1), FactRef(FactKind.QUOTA, 7)]
    image = pane.facts.viewport().grab().toImage()
    for row, family in enumerate((FactKind.REFERENCE, FactKind.QUOTA)):
        box = pane.facts.visualRect(pane.facts.model().index(row, 0))
        colours = {
            image.pixelColor(x, y).name().upper()
            for x in range(box.left(), box.left() + 36)
            for y in range(box.top(), box.bottom())
        }
        assert family_colour(tokens, FAMILIES[family]) in colours


def test_the_fact_at_the_caret_has_a_stronger_line(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    name = provision.divisions[4].name.span
    pane.text.go_to(name.start)
    box = box_of(pane, name.start + 2)  # the caret stands two characters before
    without_keyboard = lines_in(pane, box)
    thin = pane.text.grab(box).toImage()
    pane.text.setFocus()
    qtbot.waitUntil(pane.text.hasFocus)
    assert lines_in(pane, box) == without_keyboard
    assert pane.text.grab(box).toImage() != thin


def test_the_caret_is_seen_and_does_not_blink(qtbot: QtBot, pane: SourcePane, tokens: Tokens) -> None:
    pane.text.setFocus()
    qtbot.waitUntil(pane.text.hasFocus)
    caret = QColor(tokens.accent)
    words = pane.text.viewport().geometry()  # the scroll bar beside them still finds its length
    picture = pane.text.grab(words).toImage()
    rect = pane.text.cursorRect()
    place = pane.text.viewport().mapTo(pane.text, QPoint(rect.left(), rect.center().y()))
    assert picture.pixelColor(place) == caret
    blink = QApplication.styleHints().cursorFlashTime()
    qtbot.wait(blink * 3 // 4)
    assert pane.text.grab(words).toImage() == picture
    pane.outline.setFocus()
    assert pane.text.grab().toImage().pixelColor(place) != caret


def test_keys_lead_from_fact_to_fact(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    pane.text.setFocus()
    starts: list[int] = []
    for _ in range(5):
        qtbot.keyClick(pane.text, Qt.Key.Key_Down, control)
        starts.append(pane.text.place)
    facts = [fact for fact in facts_of(provision) if fact.ref.kind is not FactKind.SECTION]
    assert starts == sorted({fact.span.start for fact in facts})[:5]
    for start in reversed(starts[:-1]):
        qtbot.keyClick(pane.text, Qt.Key.Key_Up, control)
        assert pane.text.place == start
    pane.text.go_to(len(provision.text))
    qtbot.keyClick(pane.text, Qt.Key.Key_Down, control)
    assert pane.text.place == len(provision.text)
    qtbot.keyClick(pane.text, Qt.Key.Key_Up, control)
    assert refs_listed(pane) == [FactRef(FactKind.CLOSING)]
    assert 0 <= pane.text.cursorRect().top() < pane.text.viewport().height()


def test_enter_chooses_the_narrowest_fact_at_the_caret(qtbot: QtBot, window: MainWindow) -> None:
    pane, provision = window.source, window.opened.provision  # pyright: ignore[reportOptionalMemberAccess]
    window.go_to(pane)
    pane.text.go_to(provision.duties[6].items[1].span.start + 3)
    qtbot.keyClick(pane.text, Qt.Key.Key_Return)
    assert window.selection.current == FactRef(FactKind.DUTY_ITEM, 6, 1)
    pane.text.go_to(provision.divisions[11].second_names[0].span.start)
    qtbot.keyClick(pane.text, Qt.Key.Key_Enter)
    assert window.selection.current == FactRef(FactKind.SECOND_NAME, 11)


def test_enter_where_there_is_no_fact_says_so(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    pane.text.go_to(provision.text.index("（一）取消的职责"))
    with qtbot.waitSignal(pane.notice_given), qtbot.assertNotEmitted(pane.fact_chosen):
        qtbot.keyClick(pane.text, Qt.Key.Key_Return)


def test_a_double_click_chooses_and_elsewhere_selects_a_word(
    qtbot: QtBot, pane: SourcePane, provision: Provision
) -> None:
    span = provision.quotas[6].span
    for point in (span.start, span.end - 1):
        pane.text.go_to(span.start)
        box = box_of(pane, point)
        place = pane.text.viewport().mapFrom(pane.text, box.center() + QPoint(box.width() // 4, 0))
        with qtbot.waitSignal(pane.fact_chosen) as told:
            qtbot.mouseDClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert told.args == [FactRef(FactKind.QUOTA, 6)]
    heading = provision.text.index("人员编制")
    pane.text.go_to(heading)
    place = pane.text.viewport().mapFrom(pane.text, box_of(pane, heading + 1).center())
    with qtbot.assertNotEmitted(pane.fact_chosen):
        qtbot.mouseDClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(pane.text.selected_span)


@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
def test_hovering_says_which_facts_there_are(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    def hover(point: int) -> str:
        pane.text.go_to(point)
        place = pane.text.viewport().mapFrom(pane.text, box_of(pane, point).center())
        event = QHelpEvent(QEvent.Type.ToolTip, place, pane.text.viewport().mapToGlobal(place))
        QApplication.sendEvent(pane.text.viewport(), event)
        return QToolTip.text()

    told = hover(provision.divisions[11].span.start)
    assert "内设机构：都市产业处" in told
    role = provision.responsibility_splits[0].matters[0].roles[1]
    told = hover(role.span.start)
    assert f"{fact_kind_name(FactKind.ROLE)}：{role.agency.text}：{role.verb.text}" in told
    assert told.count("<br>") == 2  # the matter and the split hold it too
    hover(provision.text.index("根据"))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_clause_of_the_outline_lists_its_facts(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    outline = pane.outline.model()
    chapter = outline.index(3, 0, QModelIndex())
    with qtbot.waitSignal(pane.place_visited) as told:
        pane.outline.setCurrentIndex(chapter)
    assert told.args == [provision.sections[3].span]
    listed = refs_listed(pane)
    kinds = [ref.kind for ref in listed]
    assert kinds.count(FactKind.DIVISION) == 25
    assert kinds.count(FactKind.SECOND_NAME) == 7
    assert listed[0] == FactRef(FactKind.DIVISION_COUNT)
    assert listed[-1] == FactRef(FactKind.CO_LOCATION)
    assert caption(pane) == f"条款内的事实 {len(listed)} 项 · 三"
    pane.outline.setCurrentIndex(outline.index(9, 0, outline.index(2, 0)))
    duty, item = FactKind.DUTY, FactKind.DUTY_ITEM
    assert refs_listed(pane) == [FactRef(duty, 9), FactRef(item, 9, 0), FactRef(item, 9, 1)]
    pane.outline.setCurrentIndex(outline.index(2, 0, outline.index(1, 0)))
    assert caption(pane).startswith("条款内的事实 1 项 · 一（三）")


def test_facts_of_a_clause_stay_while_one_goes_through_them(qtbot: QtBot, window: MainWindow) -> None:
    pane, provision = window.source, window.opened.provision  # pyright: ignore[reportOptionalMemberAccess]
    pane.outline.setCurrentIndex(pane.outline.model().index(4, 0))
    listed = refs_listed(pane)
    for row in (1, 3):
        place = pane.facts.visualRect(pane.facts.model().index(row, 0)).center()
        qtbot.mouseClick(pane.facts.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert window.selection.current == listed[row]
        assert refs_listed(pane) == listed
        assert pane.facts.currentIndex().row() == row
        assert pane.text.place == provision.quotas[row].span.start
    window.selection.select(FactRef(FactKind.DIVISION, 3))
    assert refs_listed(pane) == [FactRef(FactKind.DIVISION, 3)]
    assert caption(pane).startswith("此处的事实 1 项")


def test_moving_the_caret_is_no_visit(qtbot: QtBot, pane: SourcePane) -> None:
    with qtbot.assertNotEmitted(pane.place_visited):
        pane.text.setFocus()
        qtbot.keyClick(pane.text, Qt.Key.Key_Down)
        pane.show_selected(FactRef(FactKind.DIVISION, 4))
        pane.go_to_clause(Span(118, 1222))
    assert pane.text.place == 118
    assert caption(pane).startswith("条款内的事实")


def test_enter_in_the_outline_leads_into_the_text(qtbot: QtBot, pane: SourcePane, provision: Provision) -> None:
    pane.outline.setFocus()
    qtbot.keyClick(pane.outline, Qt.Key.Key_Down)
    qtbot.keyClick(pane.outline, Qt.Key.Key_Return)
    assert pane.text.hasFocus()
    assert pane.text.place == provision.sections[1].span.start


def test_rare_characters_shift_no_line(qtbot: QtBot, tokens: Tokens, source_text: str) -> None:
    provision = read_provision(source_text.replace("根据《", "根据𠮷𠮷𠮷《", 1))
    pane = shown(qtbot, tokens, provision)
    start = provision.basis[0].span.start
    units = start + 3
    before, first = box_of(pane, units - 2), box_of(pane, units)
    nothing, line = lines_in(pane, before.adjusted(0, 0, -2, 0), first)
    assert nothing == set()
    assert line == {family_colour(tokens, FAMILIES[FactKind.BASIS])}


def test_a_long_text_is_painted_as_fast_as_a_short_one(
    qtbot: QtBot, tokens: Tokens, source_text: str, provision: Provision
) -> None:
    """What is painted, and the time for it, depend on the lines in sight."""
    start, end = source_text.index("　　（一）贯彻执行"), source_text.index("三、内设机构")
    duties = source_text[start:end].strip("\n\u3000")
    long = source_text[:start] + "\n\n".join(["　　" + duties] * 430) + "\n\n　　" + source_text[end:]
    big = read_provision(long)
    assert len(big.text) > 1_000_000
    assert len(facts_of(big)) > 20_000
    pane, small = shown(qtbot, tokens, big), shown(qtbot, tokens, provision)
    for each in (pane, small):
        each.text.go_to(each.text.document().characterCount() // 2)
        each.text.grab()
    whole = pane.text.viewport().rect()
    assert len(list(visible_lines(pane.text, whole))) < 60
    assert median(seconds(pane)) < 5 * median(seconds(small)) + 0.002


def seconds(pane: SourcePane) -> list[float]:
    took: list[float] = []
    for _ in range(15):
        began = time.perf_counter()
        pane.text.grab()
        took.append(time.perf_counter() - began)
    return took
