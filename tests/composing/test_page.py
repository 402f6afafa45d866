"""What stands around the content of every page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eitc_desktop.composing.checking import clipped
from eitc_desktop.composing.page import (
    A3,
    A4,
    Furniture,
    PageSetup,
    PaperTooSmall,
    content_area,
    dress,
    page_setup,
)
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM, Box, Document, Drawing, Face, Ink, Placed, Rect, Run, Style, Text
from eitc_desktop.model.papers import UNOFFICIAL

Texts = Callable[[Document | Drawing], list[Text]]
MEASURER = EvenMeasurer()
FULL = Furniture("机密★1年", "市委编办综合处", "2026年3月1日", ("本图仅反映该规定所载机构。",))


def dressed(setup: PageSetup, furniture: Furniture, pages: int = 1) -> tuple[Drawing, ...]:
    return dress([Drawing(setup.width, setup.height)] * pages, setup, furniture, MEASURER)


@pytest.mark.parametrize("paper", [A4, A3])
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("furniture", [Furniture(), FULL])
def test_nothing_around_the_content_reaches_into_it(
    paper: tuple[float, float], landscape: bool, furniture: Furniture, texts_of: Texts
) -> None:
    setup = page_setup(paper, landscape=landscape, binding=True)
    area = content_area(setup, furniture, MEASURER)
    assert setup.area.holds(area)
    for page in dressed(setup, furniture, 3):
        assert clipped(page, MEASURER) == ()
        assert not any(text.area.meets(area) for text in texts_of(page))


def test_every_page_says_that_it_is_no_issued_document(texts_of: Texts) -> None:
    for page in dressed(page_setup(A4), Furniture(), 3):
        words = [text.words for text in texts_of(page)]
        assert UNOFFICIAL in words
        assert "共 3 页" in words


def test_what_was_not_entered_leaves_no_label(texts_of: Texts) -> None:
    [page] = dressed(page_setup(A4), Furniture(numbered=False))
    assert [text.words for text in texts_of(page)] == [UNOFFICIAL]
    [page] = dressed(page_setup(A4), Furniture(maker="综合处", numbered=False))
    assert [text.words for text in texts_of(page)] == ["制表单位：综合处", UNOFFICIAL]


def test_what_the_maker_says_of_the_paper_is_black(texts_of: Texts) -> None:
    [page] = dressed(page_setup(A4), FULL)
    inks = {text.words: text.ink for text in texts_of(page)}
    assert inks["机密★1年"] is Ink.TEXT
    assert inks["制表单位：市委编办综合处　　制表日期：2026年3月1日"] is Ink.TEXT


def test_the_secrecy_is_black_face_at_the_upper_left(texts_of: Texts) -> None:
    setup = page_setup(A4)
    [page] = dressed(setup, FULL)
    first, made = texts_of(page)[:2]
    assert (first.words, first.style) == ("机密★1年", Style(Face.HEI, 16))
    assert (first.area.x, first.area.y) == (setup.left, setup.top)
    assert made.words == "制表单位：市委编办综合处　　制表日期：2026年3月1日"
    assert made.area.right == pytest.approx(setup.area.right)


def test_a_long_maker_stands_below_the_secrecy(texts_of: Texts) -> None:
    setup = page_setup(A4)
    [page] = dressed(setup, Furniture("机密", "某" * 60))
    assert clipped(page, MEASURER) == ()
    assert "".join(text.words for text in texts_of(page)[1:3]) == "制表单位：" + "某" * 60


def test_numbers_stand_odd_right_and_even_left_upright(texts_of: Texts) -> None:
    setup = page_setup(A4)
    one, two = (texts_of(page)[-1] for page in dressed(setup, Furniture(), 2))
    assert (one.words, two.words) == ("— 1 —", "— 2 —")
    assert one.style == Style(Face.SONG, 14)
    assert one.area.right == pytest.approx(setup.area.right - 14)  # one character from the edge (GB/T 9704, 7.5)
    assert two.area.x == pytest.approx(setup.area.x + 14)
    assert one.area.y > setup.area.bottom


def test_across_numbers_keep_the_place_of_the_upright_sheet(texts_of: Texts) -> None:
    setup = page_setup(A4, landscape=True)
    one, two = (texts_of(page)[-1] for page in dressed(setup, Furniture(), 2))
    assert all(run.turned for text in (one, two) for run in text.runs)
    for text in (one, two):  # the left edge is the foot of the sheet turned upright
        assert text.area.right <= setup.left
    assert one.area.bottom == pytest.approx(setup.area.bottom - 14)  # its lower end is that sheet's right
    assert two.area.y == pytest.approx(setup.area.y + 14)


def test_sheets_are_bound_at_the_left_or_at_their_long_upper_edge() -> None:
    upright, across = page_setup(A4, binding=True), page_setup(A4, landscape=True, binding=True)
    assert (upright.left, upright.top) == (25 * MM, 15 * MM)
    assert (across.left, across.top) == (15 * MM, 25 * MM)
    assert (across.width, across.height) == (297 * MM, 210 * MM)
    assert page_setup((A4[1], A4[0])) == page_setup(A4)  # a paper is upright however it was given


def test_the_foot_is_as_large_as_the_sheet_asks() -> None:
    assert page_setup(A4).smallest_type == 9.0
    assert page_setup(A3, landscape=True).smallest_type == 10.5


def test_the_foot_is_read_after_all_of_the_page(texts_of: Texts) -> None:
    setup = page_setup(A4)
    area = content_area(setup, Furniture(), MEASURER)
    words = Text("图", (Run("图", area.x, area.y + 20),), Style(Face.SONG, 10), Rect(area.x, area.y, 20, 30))
    whole = Drawing(setup.width, setup.height, (Box(area),), texts=(words,))
    for page in (whole, Drawing(setup.width, setup.height, parts=(Placed(whole, 0, 0),))):
        [made] = dress([page], setup, Furniture(), MEASURER)
        assert [text.words for text in texts_of(made)] == ["图", UNOFFICIAL, "— 1 —"]


def test_a_sheet_without_room_is_refused() -> None:
    with pytest.raises(PaperTooSmall):
        content_area(PageSetup(100, 100), FULL, MEASURER)
    with pytest.raises(PaperTooSmall):
        content_area(PageSetup(60, 800), Furniture(), MEASURER)
