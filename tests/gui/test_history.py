from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.history import History, Visit, visit_of, words_of
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def division(number: int) -> Visit:
    return Visit(FactRef(FactKind.DIVISION, number))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(clock: Clock) -> History:
    return History(clock)


def stay(history: History, clock: Clock, *visits: Visit) -> None:
    for visit in visits:
        history.visit(visit)
        clock.now += 5.0


def test_back_and_forward_lead_through_what_was_visited(qtbot: QtBot, history: History, clock: Clock) -> None:
    asked: list[Visit] = []
    history.visit_requested.connect(asked.append)
    place = Visit(span=Span(40, 50))
    stay(history, clock, division(1), place, division(3))
    assert history.can_go_back
    assert not history.can_go_forward
    history.go_back()
    history.go_back()
    assert asked == [place, division(1)]
    assert not history.can_go_back
    history.go_back()
    assert asked == [place, division(1)]
    history.go_forward()
    assert asked[-1] == place


def test_choosing_while_being_led_is_no_visit(history: History, clock: Clock) -> None:
    history.visit_requested.connect(history.visit)
    stay(history, clock, division(1), division(2), division(3))
    history.go_back()
    assert history.can_go_forward
    history.go_forward()
    assert not history.can_go_forward


def test_a_new_visit_forgets_what_was_ahead(history: History, clock: Clock) -> None:
    asked: list[Visit] = []
    history.visit_requested.connect(asked.append)
    stay(history, clock, division(1), division(2), division(3))
    history.go_back()
    clock.now += 5.0
    stay(history, clock, division(9))
    assert not history.can_go_forward
    history.go_back()
    assert asked[-1] == division(2)


def test_what_an_arrow_key_passes_by_is_no_visit(history: History, clock: Clock) -> None:
    asked: list[Visit] = []
    history.visit_requested.connect(asked.append)
    stay(history, clock, division(0))
    for number in range(1, 20):
        history.visit(division(number))
        clock.now += 0.05
    history.go_back()
    assert asked == [division(0)]
    assert history.recent == (division(19), division(0))


def test_recent_names_each_fact_once_the_last_first(history: History, clock: Clock) -> None:
    place = Visit(span=Span(1, 2))
    stay(history, clock, division(1), division(2), place, division(1))
    assert history.recent == (division(1), place, division(2))
    stay(history, clock, *(division(number) for number in range(100)))
    assert len(history.recent) == 12


def test_another_provision_begins_anew_with_what_is_remembered_of_it(history: History, clock: Clock) -> None:
    stay(history, clock, division(1), division(2))
    history.begin((division(7),))
    assert not history.can_go_back
    assert history.recent == (division(7),)


def test_nobody_passes_by_what_he_came_back_to(history: History, clock: Clock) -> None:
    asked: list[Visit] = []
    history.visit_requested.connect(asked.append)
    stay(history, clock, division(1), division(2), division(3))
    history.go_back()
    clock.now += 0.2
    stay(history, clock, division(4))
    assert history.recent == (division(4), division(3), division(2), division(1))
    history.go_back()
    assert asked[-1] == division(2)


def test_a_place_that_is_passed_by_costs_no_other_its_place_among_the_recent(history: History, clock: Clock) -> None:
    stay(history, clock, division(1), division(2))
    history.visit(Visit(span=Span(40, 50)))
    clock.now += 0.2
    stay(history, clock, division(3))
    assert history.recent == (division(3), division(2), division(1))


def test_what_is_passed_by_on_the_way_stays_where_it_was_among_the_recent(history: History, clock: Clock) -> None:
    stay(history, clock, *(division(number) for number in range(12)))
    for number in (5, 0, *range(20, 40)):
        history.visit(division(number))
        clock.now += 0.05
    assert history.recent == (division(39), *(division(number) for number in range(11, 0, -1)))


def test_every_fact_and_place_can_be_remembered(provision: Provision) -> None:
    for fact in facts_of(provision):
        for visit in (Visit(fact.ref), Visit(span=fact.span)):
            assert visit_of(words_of(visit)) == visit


@pytest.mark.parametrize(
    "words",
    [
        *("", "body", "body:0:0", "body:0:0:x", "nobody:0:0:0", "body:-1:0:0", "body:０:0:0"),
        *("span", "span:1", "span:4:4", "span:9:4", "span:1:2:3", "span:-1:4"),
    ],
)
def test_what_names_nothing_is_none(words: str) -> None:
    assert visit_of(words) is None
