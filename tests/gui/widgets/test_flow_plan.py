"""Where things stand in the picture 去向图: nothing covers anything, words stay in their boxes, no recipient twice."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.changes import ChangesModel
from eitc_desktop.gui.models.flow_rows import FlowGroup, FlowRow, FlowRows, Grouping, Target, Way
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.widgets.flow_plan import FlowPlanner
from eitc_desktop.gui.widgets.flow_shapes import FlowPlan, Head
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.services.citing import Citing

UNKNOWN = "去向：本规定未载明"


def planned(tokens: Tokens, provision: Provision, mapping: Mapping, grouping: Grouping, width: float) -> FlowPlan:
    model = ChangesModel()
    model.set_provision(provision, Citing(provision))
    groups = FlowRows(provision, model, mapping).groups(range(len(provision.changes)), grouping)
    return planned_groups(tokens, groups, width, provision.body.text)


def planned_groups(tokens: Tokens, groups: tuple[FlowGroup, ...], width: float, body: str = "某局") -> FlowPlan:
    return FlowPlanner(tokens, QApplication.font(), body, UNKNOWN).plan(groups, width)


def chip_width(row: FlowRow) -> float:
    return QFontMetricsF(QApplication.font()).horizontalAdvance(f"{kind_symbol(row.kind)} {kind_word(row.kind)}")


def faults(plan: FlowPlan) -> list[str]:
    """Name what covers something else, or leaves its box or the picture."""
    found: list[str] = []
    boxes = [
        *((f"row {n}", placed.box) for n, placed in enumerate(plan.rows)),
        *((f"end {end.name}", end.box) for end in plan.ends),
        *((f"brace {n}", brace.box) for n, brace in enumerate(plan.braces)),
        *((f"joint {joint.words}", joint.box) for brace in plan.braces for joint in brace.joints),
        *((f"heading {heading.words}", heading.box) for heading in plan.headings),
        ("agency", plan.agency),
    ]
    inner = QRectF(0.0, 0.0, plan.width, plan.height).adjusted(-0.5, -0.5, 0.5, 0.5)
    found += [f"{name} leaves the picture" for name, box in boxes if not inner.contains(box)]
    for (name, box), (other, second) in combinations(boxes, 2):
        if box.adjusted(0.1, 0.1, -0.1, -0.1).intersects(second.adjusted(0.1, 0.1, -0.1, -0.1)):
            found.append(f"{name} covers {other}")
    for number, placed in enumerate(plan.rows):
        chip = QRectF(placed.chip)
        chip.setWidth(chip_width(placed.row))
        parts = [chip, placed.mark, *(note.box for note in placed.notes)]
        for words in (placed.words, placed.tie):
            if words is not None:
                width = max(words.layout.lineAt(n).naturalTextWidth() for n in range(words.layout.lineCount()))
                parts.append(QRectF(words.place, words.place + QPointF(width, words.height)))
        if placed.tag is not None:
            parts.append(placed.tag)
        found += [f"row {number}: {part} outside" for part in parts if not placed.box.contains(part)]
        for first, second in combinations(parts, 2):
            if first.adjusted(0.5, 2.5, -0.5, -2.5).intersects(second.adjusted(0.5, 2.5, -0.5, -2.5)):
                found.append(f"row {number}: {first} covers {second}")
    for end in plan.ends:
        widest = max(end.words.lineAt(n).naturalTextWidth() for n in range(end.words.lineCount()))
        if widest > end.box.width() - 8 or end.height > end.box.height():
            found.append(f"end {end.name}: words outside")
    return found


@pytest.mark.parametrize("width", [300, 350, 520, 730, 1366])
@pytest.mark.parametrize("text_size", [80, 100, 200])
@pytest.mark.parametrize("grouping", list(Grouping))
def test_nothing_covers_anything_and_no_words_leave_their_box(
    tokens: Tokens, provision: Provision, mapping: Mapping, width: int, text_size: int, grouping: Grouping
) -> None:
    tokens.wear(LIGHT, text_size)
    assert faults(planned(tokens, provision, mapping, grouping, width)) == []


@pytest.mark.parametrize("width", [350, 900])
def test_other_agencies_have_pictures_without_faults(
    tokens: Tokens, other_provisions: tuple[Provision, ...], width: int
) -> None:
    for some in other_provisions:
        for grouping in Grouping:
            assert faults(planned(tokens, some, Mapping(), grouping, width)) == []


@pytest.mark.parametrize("width", [350, 730, 1366])
def test_the_picture_fits_where_a_pane_stands(
    tokens: Tokens, provision: Provision, mapping: Mapping, width: int
) -> None:
    assert planned(tokens, provision, mapping, Grouping.KIND, width).width <= width


@pytest.mark.parametrize("grouping", list(Grouping))
def test_each_recipient_is_once_and_alternatives_stand_under_one_brace(
    tokens: Tokens, provision: Provision, mapping: Mapping, grouping: Grouping
) -> None:
    plan = planned(tokens, provision, mapping, grouping, 900)
    names = [end.name for end in plan.ends if end.target.way is not Way.END]
    assert len(names) == len(set(names)) == 5
    assert [[joint.words for joint in brace.joints] for brace in plan.braces] == [["或"]]
    among = [end.name for end in plan.ends if plan.braces[0].box.right() == end.box.left()]
    assert among == ["试点分园政府行政管理机构", "分园所在区（县）管理部门"]


def test_lines_lead_from_the_agency_to_the_recipient_and_what_stays_has_none_beyond(
    tokens: Tokens, provision: Provision, mapping: Mapping
) -> None:
    plan = planned(tokens, provision, mapping, Grouping.KIND, 900)
    ends = {row.row.change: [line for line in plan.lines if line.number == n] for n, row in enumerate(plan.rows)}
    assert [line.head for line in ends[0]] == [None, Head.ARROW]
    assert [line.head for line in ends[3]] == [None, Head.BAR]
    assert [line.head for line in ends[11]] == [Head.ARROW]
    assert ends[11][0].points[-1].x() == plan.agency.right()
    assert [line.head for line in ends[12]] == [Head.DOT]
    for line in ends[0]:
        assert line.points[0].x() < line.points[-1].x()
    association = next(end for end in plan.ends if end.name == "上海市工艺美术行业协会")
    for change in (0, 1, 2):
        tip = ends[change][1].points[-1]
        assert tip.x() == association.box.left()
        assert association.box.top() < tip.y() < association.box.bottom()


def row(number: int, target: Target, kind: ChangeKind = ChangeKind.DEVOLVED) -> FlowRow:
    return FlowRow(number, kind, f"{number}.某项职责", (), "一（一）", target)


def test_a_recipient_among_others_is_reached_by_a_lane(tokens: Tokens) -> None:
    alone, both = Target(Way.OUT, ("甲局",)), Target(Way.OUT, ("甲局", "乙局"), ("和",))
    came = Target(Way.IN, ("甲局",))
    groups = (
        FlowGroup("一", (row(0, alone), row(1, both))),
        FlowGroup("二", (row(2, alone), row(3, came, ChangeKind.TRANSFERRED_IN))),
    )
    plan = planned_groups(tokens, groups, 700)
    assert [end.name for end in plan.ends] == ["甲局", "乙局"]
    assert faults(plan) == []
    home = plan.ends[0].box
    for number, last in ((0, -1), (2, -1), (3, 0)):
        far = next(line for line in plan.lines if line.number == number and len(line.points) == 4)
        assert home.top() < far.points[last].y() < home.bottom()
        assert far.points[last].x() == home.left()


def test_another_picture_has_room_beside_it(tokens: Tokens) -> None:
    groups = (FlowGroup("一", (row(0, Target(Way.OUT, ("甲局",))),)),)
    first = FlowPlanner(tokens, QApplication.font(), "某局", UNKNOWN).plan(groups, 700)
    second = FlowPlanner(tokens, QApplication.font(), "某局", UNKNOWN, left=first.width).plan(groups, first.width + 700)
    assert second.agency.left() > first.ends[0].box.right()
    assert second.ends[0].box.width() > 0


def test_nothing_to_show_is_no_fault(tokens: Tokens) -> None:
    assert planned_groups(tokens, (), 700).rows == ()
