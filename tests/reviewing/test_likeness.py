"""How alike words are: the quick ways against the plain ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.likeness import (
    LONG,
    Passages,
    Weights,
    Wordings,
    common_characters,
    likeness,
    nearest_ending,
)

_WORDS = st.text("甲乙丙丁", max_size=12)


@given(_WORDS, _WORDS)
def test_common_characters_are_those_of_the_longest_common_subsequence(one: str, other: str) -> None:
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, mine in enumerate(one):
        for j, theirs in enumerate(other):
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if mine == theirs else max(lengths[i][j + 1], lengths[i + 1][j])
    assert common_characters(one, other) == lengths[-1][-1]


@given(_WORDS.filter(bool), st.text("甲乙丙丁", max_size=20))
def test_the_nearest_piece_is_the_one_of_fewest_edits(words: str, text: str) -> None:
    column = list(range(len(words) + 1))
    best = (len(words), 0)
    for end, char in enumerate(text, 1):
        following = [0]
        for i, mine in enumerate(words):
            following.append(min(column[i] + (mine != char), column[i + 1] + 1, following[i] + 1))
        column = following
        if column[-1] < best[0]:
            best = (column[-1], end)
    assert nearest_ending(words, text) == best


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=60))
def test_likeness_is_mutual_and_one_only_for_the_same(one: str, other: str, text: str) -> None:
    weights = Weights(text)
    score = likeness(one, other, weights)
    assert 0 <= score <= 1
    assert (score == 1) == (one == other)
    assert abs(likeness(other, one, weights) - score) < 1e-9


def test_names_that_share_a_few_characters_are_not_alike(source_text: str) -> None:
    weights = Weights(source_text)
    for one, other in (
        ("产业投资处", "装备产业处"),
        ("都市产业处", "装备产业处"),
        ("重大专项办公室", "办公室"),
        ("船舶产业处", "航空产业处"),
        ("副主任6名", "主任1名"),
    ):
        assert likeness(one, other, weights) < 0.5, (one, other)
    assert likeness("软件和信息服务业处", "软件与信息服务业处", weights) > 0.6
    assert likeness("机关行政编制为294名", "机关行政编制为280名", weights) > 0.6


def test_long_texts_are_compared_by_pairs_alone() -> None:
    one = "甲乙丙丁" * LONG
    assert likeness(one, one + "戊", Weights("")) > 0.7
    assert likeness("甲乙", one, Weights("")) < 0.6


def test_the_most_alike_come_first_and_the_same_together() -> None:
    wordings = Wordings(["拟订规划并组织实施", "拟订年度计划", "拟订规划并组织实施", ""], Weights(""))
    assert list(wordings.same("拟订规划并组织实施")) == [0, 2]
    assert list(wordings.same("别的")) == []
    (score, indexes), *_ = wordings.alike("拟订规划，组织实施")
    assert list(indexes) == [0, 2]
    assert 0.5 < score < 1
    assert wordings.alike("完全不同") == ()


def test_a_long_passage_is_found_by_its_ends() -> None:
    words = "".join(chr(0x4E00 + i) for i in range(LONG + 500))
    text = "甲乙丙丁戊。" + words[:1000] + "增加的一句。" + words[1000:] + "己庚辛壬癸。"
    found = Passages(text, Weights(text)).alike(words)
    assert found is not None
    assert found[1] == Span(6, len(text) - 6)
    assert found[0] > 0.9
    assert Passages("甲乙丙丁", Weights("")).alike(words) is None
