"""The layouts of the shipped provision's chart, and of others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eitc_desktop.chart.checks import Fault
from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit, chart_content
from eitc_desktop.chart.kinds import LAYOUTS, LayoutKind
from eitc_desktop.chart.layout import PLANNERS, ChartLayout, lay_out
from eitc_desktop.chart.plan import EdgeKind
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM, Rect
from eitc_desktop.reading import decode, read_provision

OTHERS = sorted((Path(__file__).parents[1] / "reading" / "provisions").glob("*.txt"))
AREAS = {
    "A4 landscape": (267 * MM, 180 * MM, 9.0),
    "A4": (180 * MM, 267 * MM, 9.0),
    "A3 landscape": (390 * MM, 267 * MM, 10.5),
    "A3": (267 * MM, 390 * MM, 10.5),
}


def laid(content: ChartContent, kind: LayoutKind, sheet: str = "A4 landscape") -> ChartLayout:
    width, height, smallest = AREAS[sheet]
    return lay_out(content, kind, (width, height), EvenMeasurer(), smallest=smallest)


def rects(layout: ChartLayout, units: tuple[int, ...]) -> list[Rect]:
    places = dict(layout.placed)
    return [places[unit] for unit in units]


@pytest.mark.parametrize("sheet", AREAS)
@pytest.mark.parametrize("kind", PLANNERS)
def test_nothing_is_wrong_with_the_chart_on_any_sheet(content: ChartContent, kind: LayoutKind, sheet: str) -> None:
    layout = laid(content, kind, sheet)
    assert layout.findings == ()
    assert layout.type_size >= AREAS[sheet][2]
    assert layout.kind is kind


@pytest.mark.parametrize("sheet", ["A3 landscape", "A3"])
@pytest.mark.parametrize("kind", PLANNERS)
def test_large_type_goes_on_a3(content: ChartContent, kind: LayoutKind, sheet: str) -> None:
    assert laid(content, kind, sheet).type_size >= 14.0


@pytest.mark.parametrize("kind", PLANNERS)
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_other_agencies(path: Path, kind: LayoutKind) -> None:
    layout = laid(chart_content(read_provision(decode(path.read_bytes()))), kind)
    assert layout.findings == ()


@pytest.mark.parametrize("kind", PLANNERS)
def test_only_what_the_text_states_is_written(content: ChartContent, kind: LayoutKind) -> None:
    layout = laid(content, kind)
    written = [text.words for text in layout.drawing.texts]
    for unit in content.units:
        stated = [unit.name, *([unit.amount] if unit.amount else []), *(f"（{name}）" for name in unit.second_names)]
        stated += [f"（挂{name}牌子）" for name in unit.nameplates]
        for words in stated:
            written.remove(words)
    assert set(written) <= {"设在", *(unit.ordinal for unit in content.units)}


def test_the_grid_is_numbered_as_the_text_numbers(content: ChartContent) -> None:
    ordinals = [content.units[i].ordinal for i in content.children()[0]]
    texts = [text.words for text in laid(content, LayoutKind.GRID).drawing.texts]
    assert [words for words in texts if re.fullmatch("（[一二三四五六七八九十]+）", words)] == ordinals


def test_the_official_row_is_one_bus_in_order_with_boxes_of_one_height(content: ChartContent) -> None:
    layout = laid(content, LayoutKind.OFFICIAL)
    row = rects(layout, content.children()[0])
    assert [rect.x for rect in row] == sorted(rect.x for rect in row)
    assert len({(round(rect.y, 3), round(rect.height, 3)) for rect in row}) == 1
    buses = {edge.points[1].y for edge in layout.edges if edge.kind is EdgeKind.WITHIN}
    assert len(buses) == 1
    body = dict(layout.placed)[0]
    assert body.x + body.width / 2 == pytest.approx(layout.drawing.width / 2)


def test_the_grid_reads_row_by_row_and_columns_hang_one_after_the_other(content: ChartContent) -> None:
    divisions = content.children()[0]
    grid = rects(laid(content, LayoutKind.GRID), divisions)
    assert [(rect.y, rect.x) for rect in grid] == sorted((rect.y, rect.x) for rect in grid)
    columns = rects(laid(content, LayoutKind.HANGING), divisions)
    assert [(round(rect.x), rect.y) for rect in columns] == sorted((round(rect.x), rect.y) for rect in columns)
    assert len({(round(rect.width, 3), round(rect.height, 3)) for rect in columns}) == 1


def test_sideways_reads_from_top_to_bottom(content: ChartContent) -> None:
    rows = rects(laid(content, LayoutKind.SIDEWAYS, "A4"), content.children()[0])
    assert [(round(rect.x), rect.y) for rect in rows] == sorted((round(rect.x), rect.y) for rect in rows)


@pytest.mark.parametrize("kind", PLANNERS)
def test_posts_stand_in_the_bodys_box_and_no_line_reaches_them(content: ChartContent, kind: LayoutKind) -> None:
    layout = laid(content, kind)
    body = dict(layout.placed)[0]
    posts = content.of_kind(ChartKind.POST)
    assert all(body.holds(rect) for rect in rects(layout, posts))
    assert not {edge.parent for edge in layout.edges} & set(posts)
    assert not {edge.child for edge in layout.edges} & set(posts)


@pytest.mark.parametrize("kind", PLANNERS)
def test_offices_hang_on_a_line_of_their_own_and_ties_are_dashed(content: ChartContent, kind: LayoutKind) -> None:
    layout = laid(content, kind)
    hosted = [edge for edge in layout.edges if edge.kind is EdgeKind.HOSTED]
    assert [edge.child for edge in hosted] == list(content.of_kind(ChartKind.HOSTED_OFFICE))
    [tie] = [edge for edge in layout.edges if edge.kind is EdgeKind.TIED]
    assert (tie.parent, tie.child) == content.ties[0][:2]
    dashed = [line for line in layout.drawing.lines if line.dashed]
    assert {point for line in dashed for point in line.points} <= set(tie.points)
    outside = dict(layout.placed)[tie.child]
    assert [box.dashed for box in layout.drawing.boxes if box.rect == outside] == [True]
    assert sum(box.dashed for box in layout.drawing.boxes) == 1


def test_the_automatic_choice_is_the_largest_type_and_says_so(content: ChartContent) -> None:
    for sheet in AREAS:
        chosen = laid(content, LayoutKind.AUTO, sheet)
        sizes = {kind: laid(content, kind, sheet).type_size for kind in PLANNERS}
        assert chosen.type_size >= max(sizes.values()) - 0.5
        why = str(chosen.why)
        assert why.startswith("自动选用：")
        others = [str(LAYOUTS[kind]) for kind in PLANNERS if kind is not chosen.kind]
        assert all(name in why for name in others) or "各种版式" in why
    assert str(laid(content, LayoutKind.GRID).why) == "按所选"


def test_a_small_body_may_have_any_layout() -> None:
    layout = laid(ChartContent("题", (ChartUnit("局", ChartKind.BODY), ChartUnit("股", parent=0))), LayoutKind.AUTO)
    assert layout.kind is LayoutKind.OFFICIAL
    assert str(layout.why) == "自动选用：在 267×180 毫米的图幅上，各种版式的字号都可达 24 磅"


@pytest.mark.parametrize("kind", PLANNERS)
def test_a_hundred_divisions_are_in_order_and_the_finding_is_honest(kind: LayoutKind) -> None:
    units = (ChartUnit("某某总局", ChartKind.BODY), *(ChartUnit(f"第{i}业务管理处", parent=0) for i in range(100)))
    layout = laid(ChartContent("题", units), kind)
    assert [finding.fault for finding in layout.findings if finding.fault is not Fault.SMALL] == []
    assert bool(layout.findings) == (layout.type_size < 9.0)


def test_a_hundred_divisions_stand_under_several_buses() -> None:
    units = (ChartUnit("某某总局", ChartKind.BODY), *(ChartUnit("业务管理处", parent=0) for _ in range(100)))
    layout = laid(ChartContent("题", units), LayoutKind.OFFICIAL, "A3 landscape")
    assert layout.findings == ()
    assert len({rect.y for unit, rect in layout.placed if unit}) > 1


def test_a_size_that_is_asked_for_is_kept_and_what_does_not_fit_is_found(content: ChartContent) -> None:
    area = AREAS["A4 landscape"][:2]
    fits = lay_out(content, LayoutKind.OFFICIAL, area, EvenMeasurer(), type_size=10.5)
    assert (fits.type_size, fits.findings) == (10.5, ())
    larger = lay_out(content, LayoutKind.OFFICIAL, area, EvenMeasurer(), type_size=30.0)
    assert larger.type_size == 30.0
    assert {finding.fault for finding in larger.findings} == {Fault.OVERFLOW}


@pytest.mark.parametrize("kind", PLANNERS)
def test_without_a_sheet_the_chart_has_its_natural_size(content: ChartContent, kind: LayoutKind) -> None:
    layout = lay_out(content, kind, None, EvenMeasurer(), type_size=13.0)
    assert layout.findings == ()
    assert 0.8 < layout.drawing.width / layout.drawing.height < 4


def test_the_deepest_tree_is_laid_out() -> None:
    units = [ChartUnit("甲", ChartKind.BODY), *(ChartUnit("乙", parent=i) for i in range(1500))]
    for kind in PLANNERS:
        layout = lay_out(ChartContent("题", tuple(units)), kind, None, EvenMeasurer())
        assert len(layout.placed) == 1501


@pytest.mark.parametrize("sheet", AREAS)
def test_who_works_together_with_a_division_stands_outside_the_columns(content: ChartContent, sheet: str) -> None:
    layout = laid(content, LayoutKind.HANGING, sheet)
    [outside] = rects(layout, content.of_kind(ChartKind.OUTSIDE))
    [tie] = content.ties
    [division] = rects(layout, (tie.unit,))
    others = rects(layout, content.of_kind(ChartKind.DIVISION))
    assert outside.y == pytest.approx(division.y)
    assert all(outside.right < other.x or outside.x > other.right for other in others)
    assert not layout.findings


@pytest.mark.parametrize("kind", PLANNERS)
def test_a_chart_without_a_sheet_takes_the_shape_asked_for(content: ChartContent, kind: LayoutKind) -> None:
    wide, high = (
        lay_out(content, kind, None, EvenMeasurer(), shape=shape).drawing for shape in ((3.0, 1.0), (1.0, 1.0))
    )
    assert wide.width / wide.height > high.width / high.height


@pytest.mark.parametrize("words", ["内设机构（已收起 25 项）", "Divisions (25 folded)"])
@pytest.mark.parametrize("kind", PLANNERS)
def test_a_flat_box_has_whole_words_in_lines_wherever_it_stands(kind: LayoutKind, words: str) -> None:
    for group in (ChartKind.POST, ChartKind.DIVISION, ChartKind.HOSTED_OFFICE):
        units = (ChartUnit("某局", ChartKind.BODY), ChartUnit(words, group, 0, flat=True))
        layout = lay_out(ChartContent("某局", units), kind, None, EvenMeasurer())
        [text] = [text for text in layout.drawing.texts if text.words == words]
        lines = {run.y for run in text.runs}
        assert len(lines) == len(text.runs) <= 2
        assert not any(run.turned for run in text.runs)
        assert words.isascii() is False or [word for run in text.runs for word in run.words.split()] == words.split()
