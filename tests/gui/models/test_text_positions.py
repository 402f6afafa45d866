from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.gui.models.text_positions import TextPositions

texts = st.text(st.sampled_from("三定𠮷𬭊。\n"), max_size=40)


@given(texts)
def test_every_place_goes_to_qt_and_back(text: str) -> None:
    positions = TextPositions(text)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le")) // 2
        assert positions.units(point) == units
        assert positions.point(units) == point


def test_within_a_pair_stands_its_character() -> None:
    positions = TextPositions("甲𠮷乙")
    assert [positions.point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_beyond_the_end_stands_the_end() -> None:
    assert TextPositions("甲").point(7) == 1
    assert TextPositions("").point(0) == 0
