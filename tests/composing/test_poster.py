"""Posters: so many sheets, all of the drawing on them, nothing on a sheet that it doesn't show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.composing.checking import clipped
from eitc_desktop.composing.page import A3, A4, PageSetup, PaperTooSmall, page_setup
from eitc_desktop.composing.poster import OVERLAP, cut_into_sheets, only_within, plan_of
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import (
    MM,
    Box,
    Document,
    Drawing,
    Face,
    Line,
    Placed,
    Point,
    Rect,
    Run,
    Style,
    Text,
)
from eitc_desktop.model.papers import UNOFFICIAL

Texts = Callable[[Document | Drawing], list[Text]]
MEASURER = EvenMeasurer()
STYLE = Style(Face.SONG, 10)


def word(words: str, x: float, y: float) -> Text:
    return Text(words, (Run(words, x, y + 8.8),), STYLE, Rect(x, y, 10 * len(words), 10))


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    width, height = draw(st.floats(50, 3000)), draw(st.floats(50, 3000))
    places = draw(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=12))
    texts = tuple(word(f"{i:02}", x * (width - 20), y * (height - 10)) for i, (x, y) in enumerate(places))
    lines = tuple(Line((Point(x * width, 0), Point(x * width, y * height))) for x, y in places)
    boxes = tuple(Box(text.area) for text in texts)
    return Drawing(width, height, boxes, lines, texts)


SETUPS = st.builds(
    lambda paper, landscape: page_setup(paper, landscape=landscape), st.sampled_from([A4, A3]), st.booleans()
)


@settings(deadline=None)
@given(drawings(), SETUPS, st.integers(1, 4), st.integers(1, 4), st.floats(0, 20 * MM))
def test_the_sheets_together_show_all_of_any_drawing(
    drawing: Drawing, setup: PageSetup, columns: int, rows: int, overlap: float
) -> None:
    plan = plan_of(drawing, setup, columns, rows, overlap, MEASURER)
    sheets = cut_into_sheets(drawing, setup, columns, rows, overlap, MEASURER)
    assert len(sheets) == columns * rows
    shown = [sheet.shown for sheet in plan.sheets]
    # each sheet's piece lies edge to edge with its neighbours' but for the overlap, and they reach over the drawing
    assert min(one.x for one in shown) <= 0.01
    assert min(one.y for one in shown) <= 0.01
    assert max(one.right for one in shown) >= drawing.width - 0.01
    assert max(one.bottom for one in shown) >= drawing.height - 0.01
    for one, next_one in zip(plan.sheets, plan.sheets[1:], strict=False):
        if one.row == next_one.row:
            assert (one.shown.right - next_one.shown.x) * plan.scale == pytest.approx(overlap, abs=0.01)
    for text in drawing.texts:
        holding = [i for i, sheet in enumerate(sheets) if text in sheet.parts[0].drawing.texts]
        assert holding
        for i, piece in enumerate(shown):
            assert (i in holding) == text.area.meets(piece)
    for sheet in sheets:
        [part] = sheet.parts
        assert part.clip == plan.frame
        assert Rect(0, 0, setup.width, setup.height).holds(plan.frame)
        assert all(
            Rect(0, 0, setup.width, setup.height).holds(Rect(p.x, p.y, 0, 0))
            for line in sheet.lines
            for p in line.points
        )
        assert not any(text.area.meets(plan.frame) for text in sheet.texts)


def test_sheets_are_named_by_place_and_say_how_they_are_put_together(texts_of: Texts) -> None:
    drawing = Drawing(400, 300, texts=(word("图", 5, 5),))
    sheets = cut_into_sheets(drawing, page_setup(A4, landscape=True), 2, 3, OVERLAP, MEASURER)
    names = ["".join(text.words for text in sheet.texts) for sheet in sheets]
    assert [name.split("（")[0] for name in names] == [f"第 {i} 张" for i in range(1, 7)]
    assert "第 3 张（第 2 行第 1 列，共 3 行 2 列）" in names[2]
    assert all(UNOFFICIAL in name for name in names)
    assert ["虚线外 10 毫米由相邻一张粘贴覆盖" in name for name in names] == [True] * 5 + [False]
    assert all(clipped(Drawing(s.width, s.height, s.boxes, s.lines, s.texts), MEASURER) == () for s in sheets)
    assert [text.words for text in texts_of(sheets[0])][-1] == "图"
    assert "图" not in [text.words for text in texts_of(sheets[5])]


def test_one_sheet_has_nothing_to_glue() -> None:
    [sheet] = cut_into_sheets(Drawing(400, 300), page_setup(A4), 1, 1, OVERLAP, MEASURER)
    assert not any(line.dashed for line in sheet.lines)
    assert "粘贴" not in "".join(text.words for text in sheet.texts)


def test_edges_that_are_glued_over_are_marked() -> None:
    sheets = cut_into_sheets(Drawing(400, 300), page_setup(A4), 2, 2, OVERLAP, MEASURER)
    dashed = [[line for line in sheet.lines if line.dashed] for sheet in sheets]
    assert [len(lines) for lines in dashed] == [2, 1, 1, 0]


def test_what_lies_elsewhere_is_not_on_a_sheet_even_within_parts() -> None:
    inner = Drawing(100, 100, (Box(Rect(80, 80, 10, 10)),), texts=(word("远", 80, 80), word("近", 5, 5)))
    outer = Drawing(200, 200, parts=(Placed(inner, 100, 100, 0.5), Placed(inner, 0, 0, 1, Rect(0, 0, 50, 50))))
    [part] = only_within(outer, Rect(0, 0, 60, 60)).parts
    assert [text.words for text in part.drawing.texts] == ["近"]
    assert part.drawing.boxes == ()
    [far] = only_within(outer, Rect(130, 130, 70, 70)).parts
    assert [text.words for text in far.drawing.texts] == ["远"]


def test_lines_that_cross_a_sheet_are_on_it_wherever_they_begin() -> None:
    across = Line((Point(0, 50), Point(300, 50), Point(300, 200)))
    drawing = Drawing(400, 300, lines=(across,))
    assert only_within(drawing, Rect(100, 0, 100, 100)).lines == (across,)
    assert only_within(drawing, Rect(100, 100, 100, 100)).lines == ()


def test_sheets_without_room_are_refused() -> None:
    with pytest.raises(PaperTooSmall):
        cut_into_sheets(Drawing(400, 300), PageSetup(110, 110), 2, 2, OVERLAP, MEASURER)
    with pytest.raises(ValueError, match="no poster"):
        plan_of(Drawing(400, 300), page_setup(A4), 0, 2, OVERLAP, MEASURER)
