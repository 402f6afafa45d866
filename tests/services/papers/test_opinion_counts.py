"""Which offices have answered: by what they entered, whatever it was, and under which of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import (
    Adoption,
    AskedOffice,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Reply,
    Stance,
    Verdict,
)
from eitc_desktop.services.papers.opinion_counts import Feedback, office_counts

if TYPE_CHECKING:
    from tests.conftest import Pen

ITEM = FactRef(FactKind.DUTY_ITEM, 1, 1)


def opinion(office: str, *, on_behalf: bool = False) -> Opinion:
    return Opinion(OpinionCategory.OPINION, "话", "", "", office, "", on_behalf)


def ask(pen: Pen, *names: str) -> None:
    for name in names:
        pen.write(pen.person("赵编", "编办"), AskedOffice(name))


def test_verdicts_and_replies_are_answers_too(pen: Pen) -> None:
    ask(pen, "甲局", "乙局", "丙局", "丁局", "戊局")
    made = pen.write(pen.person("张伟", "甲局"), opinion("甲局"), ITEM)
    pen.write(pen.person("李娜", "乙局"), Verdict(None, Stance.AGREE, ""), ITEM)
    pen.write(pen.person("周舟", "丙局"), Reply(made.entry, "", no_objection=True), ITEM)
    pen.write(pen.person("王强", "丁局"), Handling(made.entry, Adoption.ADOPTED, "", ""), ITEM)  # not an answer
    pen.write(pen.person("王强", "己局"), Verdict(None, Stance.AGREE, ""), ITEM)  # nobody asked
    counts = office_counts(pen.review)
    assert counts.commented == ("甲局",)
    assert counts.reviewed == ("乙局", "丙局")
    assert counts.silent == ("丁局", "戊局")
    assert counts.answered == 3
    assert counts.unasked_commented == counts.unasked_content == ()


def test_what_others_entered_for_an_office_is_no_answer_of_their_own(pen: Pen) -> None:
    ask(pen, "编办", "甲局", "乙局")
    pen.write(pen.person("赵编", "编办"), opinion("甲局", on_behalf=True), ITEM)
    pen.write(pen.person("赵编", "编办"), NoOpinion("", "", on_behalf=True))
    pen.write(pen.person("周舟", "乙局"), opinion(""), ITEM)  # its author is of an office that was asked
    counts = office_counts(pen.review)
    assert counts.commented == ("甲局", "乙局")
    assert counts.silent == ("编办",)


def test_a_division_answers_for_its_office(pen: Pen) -> None:
    ask(pen, "市财政局", "市统计局", "市财政局国库处", "市教委")
    author = pen.person("张伟", "市教委 法规处")
    for office in ("市财政局行政政法处", "市财政局国库处", "市统计局", "市统计局一处", "市发展改革委"):
        pen.write(author, opinion(office), ITEM)
    pen.write(author, Verdict(None, Stance.AGREE, ""), ITEM)
    counts = office_counts(pen.review)
    assert counts.commented == ("市财政局", "市统计局", "市财政局国库处")
    assert counts.reviewed == ("市教委",)
    assert counts.unasked_commented == ("市发展改革委",)
    assert {one.name: (one.through, one.itself) for one in counts.asked_answers} == {
        "市财政局": (("市财政局行政政法处",), False),
        "市统计局": (("市统计局一处",), True),
        "市财政局国库处": ((), True),  # asked by its own name
        "市教委": (("市教委 法规处",), False),
    }


def test_the_longest_name_asked_wins(pen: Pen) -> None:
    ask(pen, "市委", "市委办公厅")
    pen.write(pen.person("张伟", ""), opinion("市委办公厅秘书处"), ITEM)
    assert office_counts(pen.review).commented == ("市委办公厅",)


@pytest.mark.parametrize("own", [True, False])
def test_only_its_author_can_take_an_answer_back(pen: Pen, *, own: bool) -> None:
    ask(pen, "甲局")
    author, other = pen.person("张伟", "甲局"), pen.person("李强", "编办")
    made = pen.write(author, opinion("甲局"), ITEM)
    pen.write(author if own else other, opinion("甲局"), ITEM, replaces=[made], withdrawn=True)
    (answer,) = office_counts(pen.review).asked_answers
    assert answer.feedback is (Feedback.SILENT if own else Feedback.COMMENTED)
    assert (answer.opinions, answer.taken) == ((0, 0) if own else (0, 1))
