"""Whose words an entry's are, and who took it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import NoOpinion, Opinion, OpinionCategory
from eitc_desktop.services.papers.authorship import answers_of, mover_of, rewriter_of, withdrawer_of

if TYPE_CHECKING:
    from tests.conftest import Pen

ITEM = FactRef(FactKind.DUTY_ITEM, 1, 1)
LATER = FactRef(FactKind.DUTY_ITEM, 4, 0)


def opinion(words: str) -> Opinion:
    return Opinion(OpinionCategory.OPINION, words, "", "", "甲局", "")


def test_words_are_whose_who_first_wrote_them(pen: Pen) -> None:
    author, other, third = pen.person("张伟", "甲局"), pen.person("李强", "编办"), pen.person("周舟", "编办")
    first = pen.write(author, opinion("原话"), ITEM)

    def rewriter() -> object:
        (entry,) = pen.review.entries
        return rewriter_of(entry, entry.current)

    assert rewriter() is None
    changed = pen.write(other, opinion("别的话"), ITEM, replaces=[first])
    assert rewriter() == other
    moved = pen.write(third, opinion("别的话"), LATER, replaces=[changed])  # the words stay those of the second
    assert rewriter() == other
    back = pen.write(third, opinion("原话"), LATER, replaces=[moved])
    assert rewriter() is None
    again = pen.write(other, opinion("又改"), LATER, replaces=[back])
    assert rewriter() == other
    pen.write(author, opinion("又改"), LATER, replaces=[again])  # taken up by the author
    assert rewriter() is None


def test_a_place_is_whose_who_first_chose_it(pen: Pen) -> None:
    author, other = pen.person("张伟", "甲局"), pen.person("李强", "编办")
    first = pen.write(author, opinion("原话"), ITEM)
    pen.write(other, opinion("原话"), LATER, replaces=[first])
    (entry,) = pen.review.entries
    assert mover_of(entry, entry.current) == other
    assert rewriter_of(entry, entry.current) is None


def test_what_another_took_back_is_still_an_answer(pen: Pen) -> None:
    author, other = pen.person("张伟", "甲局"), pen.person("李强", "编办")
    for words, who in (("自己撤", author), ("别人撤", other)):
        made = pen.write(author, opinion(words), ITEM)
        pen.write(who, opinion(words), ITEM, replaces=[made], withdrawn=True)
    pen.write(author, NoOpinion("甲局", ""))
    own, others, live = sorted(pen.review.entries, key=lambda entry: entry.made_at)
    assert [withdrawer_of(one) for one in (own, others, live)] == [author, other, None]
    assert set(answers_of(pen.review)) == {others, live}


def test_of_two_states_taken_back_the_authors_counts(pen: Pen) -> None:
    author, other = pen.person("张伟", "甲局"), pen.person("李强", "编办")
    made = pen.write(author, opinion("话"), ITEM)
    for who in (author, other):
        pen.write(who, opinion("话"), ITEM, replaces=[made], withdrawn=True)
    (entry,) = pen.review.entries
    assert withdrawer_of(entry) == author
    assert answers_of(pen.review) == ()
