"""What is shown of a chart when some of it is folded away."""

from __future__ import annotations

import pytest

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit, chart_content
from eitc_desktop.gui.chart.folding import GROUPS, Folds, groups_of
from eitc_desktop.model.provision import Provision

# 局 ─ 甲处 ─ 甲一科, 甲二科；乙处
SMALL = ChartContent(
    "",
    (
        ChartUnit("局", ChartKind.BODY),
        ChartUnit("甲处", parent=0),
        ChartUnit("甲一科", parent=1),
        ChartUnit("甲二科", parent=1),
        ChartUnit("乙处", parent=0),
    ),
)


def names(folds: Folds) -> list[str]:
    return [unit.name for unit in folds.shown().content.units]


def test_what_is_below_a_folded_unit_is_gone_and_comes_back() -> None:
    folds = Folds(SMALL, {})
    assert folds.fold(1, folded=True)
    assert names(folds) == ["局", "甲处", "乙处"]
    shown = folds.shown()
    assert shown.units == (0, 1, 4)
    assert [unit.parent for unit in shown.content.units] == [None, 0, 0]
    assert shown.places[4] == 2
    assert not folds.fold(1, folded=True)
    assert folds.fold(1, folded=False)
    assert folds.shown().content is SMALL


def test_a_fold_within_a_fold_stays() -> None:
    folds = Folds(SMALL, {})
    folds.fold(1, folded=True)
    folds.fold(0, folded=True)
    assert names(folds) == ["局"]
    folds.fold(0, folded=False)
    assert names(folds) == ["局", "甲处", "乙处"]


def test_what_has_nothing_below_it_has_no_fold() -> None:
    folds = Folds(SMALL, {})
    assert folds.is_unfolded(4) is None
    assert not folds.fold(4, folded=True)
    assert (folds.is_unfolded(1), folds.count_below(1)) == (True, 2)


def test_revealing_unfolds_what_hides_a_unit_and_no_more() -> None:
    folds = Folds(SMALL, {})
    folds.fold(1, folded=True)
    assert folds.reveal(3)
    assert names(folds) == [unit.name for unit in SMALL.units]
    assert not folds.reveal(3)
    assert folds.way_up(3) == [1, 0]


@pytest.mark.parametrize("kind", GROUPS)
def test_a_folded_group_leaves_a_word_in_its_place(provision: Provision, kind: ChartKind) -> None:
    content = chart_content(provision)
    counts = groups_of(content)
    assert counts == {ChartKind.POST: 5, ChartKind.DIVISION: 25, ChartKind.HOSTED_OFFICE: 2}
    folds = Folds(content, {each: f"收起的{each}" for each in counts})
    number = -1 - GROUPS.index(kind)
    assert folds.fold(number, folded=True)
    shown = folds.shown()
    stand_ins = [unit for unit in shown.content.units if unit.name.startswith("收起的")]
    assert [(unit.kind, unit.parent, unit.ref) for unit in stand_ins] == [(kind, 0, None)]
    assert shown.units[shown.places[number]] == number
    kept = sum(count for each, count in counts.items() if each is not kind) + 2
    outside = 0 if kind is ChartKind.DIVISION else 1  # a unit that a division works together with goes with it
    assert len(shown.content.units) == kept + outside
    member = next(i for i, unit in enumerate(content.units) if unit.kind is kind)
    assert folds.reveal(member)
    assert folds.shown().content is content


def test_everything_unfolds_at_once(provision: Provision) -> None:
    content = chart_content(provision)
    folds = Folds(content, {ChartKind.POST: "领导职务"})
    assert not folds.unfold_all()
    folds.fold(-1, folded=True)
    folds.fold(0, folded=True)
    assert folds.groups == {ChartKind.POST: False}
    assert folds.unfold_all()
    assert folds.shown().content is content
