"""Pages of the details in a narrow drawer, in every size of text."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.detail_facts import FactPages
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
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
    view = PageView(tokens, provision, citing, page)
    qtbot.addWidget(view)
    return view


def at_width(view: PageView, width: int) -> list[QWidget]:
    """Place everything for *width*, and return what stands on the page."""
    view.take(QSize(width, view.heightForWidth(width)))
    return [child for child in view.children() if isinstance(child, QWidget)]


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
        for fact in facts_of(some):
            view = made(qtbot, tokens, some, fact.ref)
            assert [fault for width in WIDTHS for fault in faults(view, width)] == [], fact.ref
            view.deleteLater()


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
