"""What differs between the text's words and those proposed, character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.gui.review.differing import Place, differing


def _kept(words: str, places: tuple[Place, ...]) -> str:
    marked = {number for start, end in places for number in range(start, end)}
    return "".join(char for number, char in enumerate(words) if number not in marked)


@pytest.mark.parametrize(
    ("original", "proposed", "removed", "added"),
    [
        ("负责信息化推进工作", "负责信息化和数据推进工作", [], ["和数据"]),
        ("负责信息化推进工作", "负责推进工作", ["信息化"], []),
        ("组织实施规划", "统筹实施规划", ["组织"], ["统筹"]),
        ("相同", "相同", [], []),
        ("", "全新", [], ["全新"]),
        ("全删", "", ["全删"], []),
        ("𠮷处负责", "𠮷处牵头负责", [], ["牵头"]),
    ],
)
def test_what_differs_is_found(original: str, proposed: str, removed: list[str], added: list[str]) -> None:
    found = differing(original, proposed)
    assert [original[start:end] for start, end in found.removed] == removed
    assert [proposed[start:end] for start, end in found.added] == added


@given(st.text("甲乙丙丁", max_size=40), st.text("甲乙丙丁", max_size=40))
def test_what_is_not_marked_is_common_to_both(original: str, proposed: str) -> None:
    found = differing(original, proposed)
    assert _kept(original, found.removed) == _kept(proposed, found.added)


def test_long_texts_are_compared_as_a_whole() -> None:
    found = differing("头" + "甲" * 9000 + "尾", "头" + "乙" * 9000 + "尾")
    assert found.removed == found.added == ((1, 9001),)
