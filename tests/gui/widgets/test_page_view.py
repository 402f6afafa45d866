"""Pages of the details in a narrow drawer, in every size of text."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.detail_facts import FactPages
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.page_view import PageView
from eitc_desktop.gui.widgets.provenance import ProvenanceTag
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

DIVISION = FactRef(FactKind.DIVISION, 11)
WIDTHS = (240, 292, 352)


def made(qtbot: QtBot, tokens: Tokens, provision: Provision, ref: FactRef) -> PageView:
    citing = Citing(provision)
    page = FactPages(provision, citing).page(ref)
    assert page is not None
    view = PageView(tokens, provision, citing)
    qtbot.addWidget(view)
    view.show_page(page)
    return view


def at_width(view: PageView, width: int) -> list[QWidget]:
    """Place everything for *width*, and return what stands on the page."""
    view.take(QSize(width, view.heightForWidth(width)))
    return list(view.pieces)


def faults(view: PageView, width: int) -> list[str]:
    """Name what is cut, out of sight or covered at *width*."""
    found: list[str] = []
    on_page = at_width(view, width)
    inside = view.rect()
    for child in on_page:
        name = f"{width}: {child.metaObject().className()} {child.accessibleName() or child.objectName()}"
        if child.height() and not inside.contains(child.geometry()):
            found.append(f"{name} outside")
        if isinstance(child, WrappedLabel):
            name = f"{width}: {child.text()}"
            if child.height() < child.heightForWidth(child.width()):
                found.append(f"{name} not high enough")
            em = QFontInfo(child.font()).pixelSize()
            if child.text() and child.width() < min(5 * em, child.sizeHint().width()):
                found.append(f"{name} has {child.width()} px")
        if isinstance(child, ClauseMark | ProvenanceTag) and child.size() != child.sizeHint():
            found.append(f"{name} cut")
    found += [
        f"{width}: {one.accessibleName()} over {other.accessibleName()}"
        for one, other in combinations(on_page, 2)
        if one.geometry().intersects(other.geometry())
    ]
    return found


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_is_cut_or_covered_on_any_page(
    qtbot: QtBot,
    tokens: Tokens,
    provision: Provision,
    other_provisions: tuple[Provision, ...],
    text_size: int,
) -> None:
    tokens.wear(LIGHT, text_size)
    for some in (provision, *(other_provisions if text_size == 200 else ())):
        pages = FactPages(some, Citing(some))
        view = made(qtbot, tokens, some, FactRef(FactKind.BODY))  # a page after others is as if it were the first
        for fact in facts_of(some):
            page = pages.page(fact.ref)
            assert page is not None
            view.show_page(page)
            assert [fault for width in WIDTHS for fault in faults(view, width)] == [], fact.ref


def test_a_value_without_room_beside_its_label_stands_under_it(
    qtbot: QtBot, tokens: Tokens, provision: Provision
) -> None:
    tokens.wear(LIGHT, 200)
    view = made(qtbot, tokens, provision, DIVISION)
    words = {child.text(): child for child in at_width(view, 292) if isinstance(child, WrappedLabel)}
    label, value = words["括号内名称"], words["创意与设计产业处"]
    mark = next(each for each in at_width(view, 292) if isinstance(each, ClauseMark))
    assert value.y() >= label.geometry().bottom()
    assert value.width() == 292 - 2 * tokens.space_l
    assert mark.geometry().right() == value.geometry().right()
    at_width(view, 700)
    assert value.y() == label.y()
    assert value.x() > label.geometry().right()


class Seen(NamedTuple):
    """What one piece of a page is to those who see it and to those who hear it."""

    kind: str
    words: str
    name: str
    description: str
    place: tuple[int, int, int, int]


def seen(view: PageView, width: int) -> list[Seen]:
    """What stands on the page, in the order in which a screen reader walks it."""
    view.take(QSize(width, view.heightForWidth(width)))
    return [
        Seen(
            type(child).__name__,
            child.text() if isinstance(child, WrappedLabel | ClauseMark) else "",
            child.accessibleName(),
            child.accessibleDescription(),
            child.geometry().getRect(),
        )
        for child in view.pieces
    ]


def test_a_page_after_others_is_as_if_it_were_the_first(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    citing = Citing(provision)
    pages = FactPages(provision, citing)
    used = made(qtbot, tokens, provision, DIVISION)
    used.show()
    refs = [fact.ref for fact in facts_of(provision)][::7]
    for ref in (*refs, *reversed(refs)):
        page = pages.page(ref)
        assert page is not None
        used.show_page(page)
        fresh = made(qtbot, tokens, provision, ref)
        fresh.show()
        assert seen(used, 352) == seen(fresh, 352), ref
        assert {child for child in used.children() if isinstance(child, QWidget) and child.isVisible()} == set(
            used.pieces
        )
        assert used.grab().toImage() == fresh.grab().toImage(), ref
        fresh.hide()


def test_a_selection_goes_with_its_page(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    view = made(qtbot, tokens, provision, DIVISION)
    for label in view.findChildren(WrappedLabel):
        label.select_all()
    page = view.page
    assert page is not None
    view.show_page(page)
    assert {label.selected_words for label in view.findChildren(WrappedLabel)} == {""}


def test_duties_stay_unfolded_while_other_pages_are_read(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    pages = FactPages(provision, Citing(provision))
    view = made(qtbot, tokens, provision, FactRef(FactKind.BODY))
    body = view.page
    assert body is not None
    duties = next(tree for tree in view.findChildren(FactTreeView) if tree.accessibleName() == "主要职责")
    folded = view.heightForWidth(352)
    duties.expand(duties.facts.index(1, 0))
    unfolded = view.heightForWidth(352)
    assert unfolded > folded
    other = pages.page(DIVISION)
    assert other is not None
    view.show_page(other)
    assert duties.isHidden()
    view.show_page(body)
    assert view.heightForWidth(352) == unfolded


def test_what_is_out_of_sight_is_made_when_it_is_asked_for(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    whole = made(qtbot, tokens, provision, FactRef(FactKind.BODY))
    page = whole.page
    assert page is not None
    view = PageView(tokens, provision, Citing(provision))
    qtbot.addWidget(view)
    view.show_page(page, in_sight=600)
    assert len([child for child in view.children() if isinstance(child, QWidget)]) < len(whole.pieces) // 2
    assert view.least_height > 600
    assert view.heightForWidth(352) == pytest.approx(whole.heightForWidth(352), rel=0.15)  # for the scroll bar
    view.show()
    whole.show()
    with qtbot.waitSignal(view.height_changed):
        assert len(view.pieces) == len(whole.pieces)
    assert seen(view, 352) == seen(whole, 352)
    assert view.heightForWidth(352) == whole.heightForWidth(352)


def test_the_keyboard_finds_what_is_not_made_yet(qtbot: QtBot, tokens: Tokens, provision: Provision) -> None:
    whole = made(qtbot, tokens, provision, FactRef(FactKind.BODY))
    assert whole.page is not None
    view = PageView(tokens, provision, Citing(provision))
    qtbot.addWidget(view)
    view.show_page(whole.page, in_sight=600)
    assert len(view.stops) == len(whole.stops)
