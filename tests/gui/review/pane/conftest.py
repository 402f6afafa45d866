"""The pane 审阅 over a real review file, with what three people entered."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.panes.review import ReviewPane
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.opinion_desk import OpinionDesk
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    Anchor,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Scenario,
    Stance,
    UnitName,
    Verdict,
)
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import entry_id_for, new_entry_id, seal
from eitc_desktop.services.reviews.session import Change, added

CHEN = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")
LI = Person("李强", "研究室", "22222222-2222-4222-8222-222222222222")
WANG = Person("王芳", "市财政局", "33333333-3333-4333-8333-333333333333")
FIRST = FactRef(FactKind.DUTY_ITEM, 1, 0)
SECOND = FactRef(FactKind.DUTY_ITEM, 4, 1)
UNIT = FactRef(FactKind.DIVISION, 5)

D = TypeVar("D", bound=QDialog)


def opinion(
    text: str, who: Person = CHEN, category: OpinionCategory = OpinionCategory.OPINION, **more: str | bool
) -> Opinion:
    return replace(Opinion(category, text, "", "", who.office, who.name), **more)


@pytest.fixture
def enter(desk: ReviewDesk) -> Callable[..., str]:
    """Enter something on a place as somebody, past the window; return the entry's id."""

    moments = itertools.count()
    desk.open_session()._clock = lambda: datetime(
        2026, 11, 27, 1, next(moments), tzinfo=UTC
    )  # in the order of entering

    def enter(
        place: FactRef | Span | Anchor | None, content: Content, who: Person = CHEN, entry: str | None = None
    ) -> str:
        anchor = place if isinstance(place, Anchor) else desk.anchor_of(place)
        (made,) = desk.open_session().record([added(anchor, content, entry)], who)
        desk._look_through()
        return made.entry

    return enter


@pytest.fixture
def entered(desk: ReviewDesk, enter: Callable[..., str], provision: Provision) -> dict[str, str]:
    """Seven entries of every kind that is listed, by a word for each."""
    name = UnitName(UNIT, provision.divisions[UNIT.index].name.text)
    passage = Span(provision.text.index("专职副主任"), provision.text.index("专职副主任") + 5)
    exact = desk.anchor_of(FIRST).exact
    found = {
        "first": enter(FIRST, opinion("宜增加数据", proposed=f"{exact}和数据", reason="见文件")),
        "second": enter(FIRST, opinion("由谁承办", LI, OpinionCategory.QUESTION), LI),
        "passage": enter(passage, opinion("职数偏少", WANG, OpinionCategory.SUGGESTION, on_behalf=True)),
        "whole": enter(None, opinion("总体同意", WANG), WANG),
        "agree": enter(SECOND, Verdict(name, Stance.AGREE, ""), CHEN),
        "disagree": enter(SECOND, Verdict(name, Stance.DISAGREE, "职责不在此"), LI),
        "none": enter(None, NoOpinion("市审计局", "赵云")),
        "scenario": enter(None, Scenario("方案一", "按现有")),
    }
    handling = Handling(found["second"], Adoption.REJECTED, "与条文不符", "赵云")
    change = Change(entry_id_for("handling", found["second"]), desk.anchor_of(FIRST), handling)
    desk.open_session().record([change], CHEN)
    desk._look_through()
    return found


@pytest.fixture
def drafts(desk: ReviewDesk) -> str:
    """Make an opinion of which two drafts stand side by side, and return its id."""
    entry, anchor = new_entry_id(), desk.anchor_of(FIRST)
    first = seal(entry, (), CHEN, "2026-11-27T01:00:00Z", anchor, opinion("原稿"))
    one = seal(entry, (first.id,), CHEN, "2026-11-27T02:00:00Z", anchor, opinion("甲稿", reason="甲理由"))
    other = seal(entry, (first.id,), LI, "2026-11-27T03:00:00Z", anchor, opinion("乙稿"))
    desk.take_in([first, one, other])
    return entry


@pytest.fixture
def lost(enter: Callable[..., str]) -> str:
    """Enter an opinion on words that the provision doesn't have, and return its id."""
    anchor = Anchor("0" * 64, None, "三（九）", Span(3, 23), "另一版本里才有的一整段毫不相干的文字内容", "", "")
    return enter(anchor, opinion("作于另一版本", LI), LI)


@pytest.fixture
def pane(qtbot: QtBot, tokens: Tokens, desk: ReviewDesk, home: QWidget) -> Iterator[ReviewPane]:
    """The pane in a window, shown; additions are answered as by the window."""
    pane = ReviewPane(tokens, home)
    pane.setGeometry(0, 0, 900, 700)
    opinions = OpinionDesk(tokens, desk, home)
    pane.opinion_requested.connect(opinions.add)
    pane.set_desk(desk)
    with qtbot.waitActive(home):
        home.show()
        home.activateWindow()
    settle()
    yield pane
    for dialog in home.findChildren(QDialog):
        dialog.done(0)


@pytest.fixture
def opinions(tokens: Tokens, desk: ReviewDesk, home: QWidget) -> OpinionDesk:
    return OpinionDesk(tokens, desk, home)


@pytest.fixture
def opened_dialog(qtbot: QtBot, home: QWidget) -> Callable[[type[D]], D]:
    """Return the dialog of a kind that is open."""

    def find(kind: type[D]) -> D:
        settle()
        (dialog,) = [one for one in home.findChildren(kind) if one.isVisible()]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return find


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
