"""Marks beside the boxes of every layout: upon no box, no words and no other mark, and on the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pytest

from eitc_desktop.chart.checks import Drawn, check
from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit, chart_content
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import PLANNERS, ChartLayout, lay_out
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Rect
from eitc_desktop.gui.chart.mark_places import WORDS, BoxMarks, MarkSetter
from eitc_desktop.gui.chart.marks import GAP_SIGN, NO_MARKS, Overlay, UnitMarks, marks_of
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Grade
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import ChangeKind, Provision

MANY = UnitMarks(
    (ChangeKind.ABOLISHED, ChangeKind.DEVOLVED, ChangeKind.HANDED_OVER),
    ((Grade.STATED, 12), (Grade.NAMED, 1), (Grade.JUDGED, 3)),
    opinions=12,
    disputed=3,
)


def real_marks(content: ChartContent, provision: Provision, mapping: DutyMapping) -> dict[int, UnitMarks]:
    """Real correspondences, and a review that speaks of every other unit."""
    refs: list[FactRef] = [unit.ref for unit in content.units if unit.ref is not None]
    found = marks_of(provision, mapping, refs)
    return {
        box: found[unit.ref]._replace(opinions=(box + 1) % 2, disputed=box % 3 // 2) if unit.ref in found else NO_MARKS
        for box, unit in enumerate(content.units)
    }


def all_marked(content: ChartContent) -> dict[int, UnitMarks]:
    """Every unit that any mark can be of has many."""
    kinds = (ChartKind.DIVISION, ChartKind.HOSTED_OFFICE)
    return {box: MANY if unit.kind in kinds else NO_MARKS for box, unit in enumerate(content.units)}


def set_marks(
    content: ChartContent,
    kind: LayoutKind,
    marks: Mapping[int, UnitMarks],
    overlays: frozenset[Overlay],
    ems: float,
    folds: frozenset[int] = frozenset({0}),
) -> tuple[ChartLayout, dict[int, BoxMarks]]:
    before = lay_out(content, kind, None, EvenMeasurer())
    setter = MarkSetter(content, marks, overlays, folds, len)
    return setter.with_marks(before, ems * before.type_size, sideways=kind is LayoutKind.SIDEWAYS)


def places(layout: ChartLayout, marks: Mapping[int, BoxMarks]) -> list[Rect]:
    """Where the marks stand on the sheet, beside boxes without a sign for folding."""
    rects = dict(layout.placed)
    found: list[Rect] = []
    for box, each in marks.items():
        rect = rects[box]
        x, y = (rect.right, rect.y + rect.height / 2) if each.beside else (rect.x + rect.width / 2, rect.bottom)
        found += [place._replace(x=x + place.x, y=y + place.y) for _, place in each.placed]
    return found


def hold(layout: ChartLayout, marks: Mapping[int, BoxMarks]) -> None:
    stand = places(layout, marks)
    sheet = Rect(0, 0, layout.drawing.width, layout.drawing.height)
    around = [rect for _, rect in layout.placed] + [text.area for text in layout.drawing.texts]
    assert stand
    assert all(sheet.holds(mark, 0.1) for mark in stand)
    assert not [(mark, other) for mark in stand for other in around if mark.meets(other)]
    assert not [(one, other) for one, other in combinations(stand, 2) if one.meets(other)]


@pytest.mark.parametrize("ems", [0.8, 1.3, 2.0, 3.0])
@pytest.mark.parametrize("overlays", [*(frozenset({each}) for each in Overlay), frozenset(Overlay)])
@pytest.mark.parametrize("kind", PLANNERS)
def test_marks_are_upon_nothing(
    provision: Provision, mapping: DutyMapping, kind: LayoutKind, overlays: frozenset[Overlay], ems: float
) -> None:
    content = chart_content(provision)
    layout, marks = set_marks(content, kind, real_marks(content, provision, mapping), overlays, ems)
    hold(layout, marks)
    assert check(Drawn(content, layout.drawing, layout.placed, layout.edges), EvenMeasurer(), 9.0) == ()


@pytest.mark.parametrize("kind", PLANNERS)
def test_many_marks_on_every_unit_are_upon_nothing(
    provision: Provision, other_provisions: tuple[Provision, ...], kind: LayoutKind
) -> None:
    for each in (provision, *other_provisions):
        content = chart_content(each)
        hold(*set_marks(content, kind, all_marked(content), frozenset(Overlay), 1.5))


@pytest.mark.parametrize("kind", PLANNERS)
def test_nothing_is_left_out_where_a_box_is_narrow(provision: Provision, kind: LayoutKind) -> None:
    content = chart_content(provision)
    _, marks = set_marks(content, kind, all_marked(content), frozenset({Overlay.GRADES}), 2.0)
    for each in marks.values():
        assert [(mark.grade, mark.words) for mark, _ in each.placed] == [
            (Grade.STATED, "12"),
            (Grade.NAMED, ""),
            (Grade.JUDGED, "3"),
        ]


@pytest.mark.parametrize("kind", PLANNERS)
def test_a_gap_has_its_sign_before_its_words_or_alone(kind: LayoutKind) -> None:
    units = [ChartUnit("某局"), *(ChartUnit(f"第{n}综合业务管理处", ChartKind.DIVISION, 0) for n in range(3))]
    gap = {1: UnitMarks(is_gap=True)}
    _, marks = set_marks(ChartContent("某局", tuple(units)), kind, gap, frozenset({Overlay.GAPS}), 1.3)
    [(mark, place)] = marks[1].placed
    if kind is LayoutKind.OFFICIAL:
        assert (mark.words, place.width) == (GAP_SIGN, place.height)
    else:
        assert mark.words == f"{GAP_SIGN}未对应"
        assert place.width >= (len(mark.words) * WORDS + 0.6) * place.height


@pytest.mark.parametrize("kind", PLANNERS)
def test_who_has_no_mark_changes_nothing(provision: Provision, kind: LayoutKind) -> None:
    content = chart_content(provision)
    layout, marks = set_marks(content, kind, {}, frozenset(Overlay), 1.3)
    assert (layout, marks) == (lay_out(content, kind, None, EvenMeasurer()), {})


@pytest.mark.parametrize("kind", PLANNERS)
def test_there_is_room_for_the_sign_for_folding_too(kind: LayoutKind) -> None:
    units = [ChartUnit("某局"), *(ChartUnit(f"第{n}处", ChartKind.DIVISION, 0) for n in range(3))]
    content = ChartContent("某局", (*units, ChartUnit("综合科", ChartKind.DIVISION, 1)))
    sideways = kind is LayoutKind.SIDEWAYS
    layout, marks = set_marks(content, kind, {1: MANY}, frozenset(Overlay), 1.3, frozenset({0, 1}))
    plain, _ = set_marks(content, kind, {1: MANY}, frozenset(Overlay), 1.3, frozenset())
    if marks[1].beside is sideways:
        more = (layout.drawing.width - plain.drawing.width, layout.drawing.height - plain.drawing.height)
        assert more[not sideways] >= marks[1].side
