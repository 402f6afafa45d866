"""Trees drawn tidily: nothing overlaps, the order is kept, nothing stands farther away than it must."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.chart.tidy import TidyTree, tidy

GAP, LEVEL = 4.0, 10.0
NEAR = 1e-6

Made = tuple[list[int], list[float], list[float]]


@st.composite
def trees(draw: st.DrawFn, most: int = 24) -> Made:
    """A tree, sometimes several, with boxes of differing sizes."""
    count = draw(st.integers(1, most))
    parents = [draw(st.integers(0 if place else -1, place - 1)) for place in range(count)]
    roots = draw(st.sets(st.integers(0, count - 1), max_size=2))
    parents = [-1 if place in roots else parent for place, parent in enumerate(parents)]
    sizes = st.sampled_from((1.0, 7.0, 20.0, 60.0))
    widths = draw(st.lists(sizes, min_size=count, max_size=count))
    heights = draw(st.lists(sizes, min_size=count, max_size=count))
    return parents, widths, heights


def drawn(made: Made) -> TidyTree:
    return tidy(*made, GAP, LEVEL)


def children_of(parents: list[int], unit: int) -> list[int]:
    return [child for child, parent in enumerate(parents) if parent == unit]


def subtree(parents: list[int], root: int) -> list[int]:
    found = {root}
    for unit in range(root + 1, len(parents)):
        if parents[unit] in found:
            found.add(unit)
    return sorted(found)


def distance(made: Made, tree: TidyTree, left: list[int], right: list[int], reach: float = LEVEL) -> float:
    """How much room is between two groups of boxes where they stand beside each other; infinite where nowhere."""
    _, widths, heights = made
    room = float("inf")
    for one in left:
        for other in right:
            beside = (
                tree.y[one] < tree.y[other] + heights[other] + reach
                and tree.y[other] < tree.y[one] + heights[one] + reach
            )
            if beside:
                room = min(room, tree.x[other] - tree.x[one] - widths[one])
    return room


@given(trees())
def test_no_two_boxes_come_nearer_than_the_gap(made: Made) -> None:
    tree = drawn(made)
    for one, other in combinations(range(len(made[0])), 2):
        first, second = sorted((one, other), key=tree.x.__getitem__)
        assert distance(made, tree, [first], [second], reach=0.0) >= GAP - NEAR


@given(trees())
def test_children_stand_in_order_below_their_parent(made: Made) -> None:
    parents, widths, heights = made
    tree = drawn(made)
    for unit in range(-1, len(parents)):
        children = children_of(parents, unit)
        middles = [tree.x[child] + widths[child] / 2 for child in children]
        assert middles == sorted(middles)
        tops = {round(tree.y[child], 6) for child in children}
        if unit >= 0 and children:
            assert tops == {round(tree.y[unit] + heights[unit] + LEVEL, 6)}
            assert tree.x[unit] + widths[unit] / 2 == pytest.approx((middles[0] + middles[-1]) / 2, abs=NEAR)
        elif children:
            assert tops == {0.0}


@given(trees())
def test_subtrees_stand_as_close_as_they_can(made: Made) -> None:
    """No row of children could be narrower: set one after the other, each as far left as it goes, it is as wide."""
    parents = made[0]
    tree = drawn(made)
    for unit in range(-1, len(parents)):
        children = children_of(parents, unit)
        if not children:
            continue
        shifts = [0.0]  # how far right of where it stands each child comes to stand
        trees_of = [subtree(parents, child) for child in children]
        for number in range(1, len(children)):
            shifts.append(
                max(
                    shifts[before] + GAP - room
                    for before in range(number)
                    if (room := distance(made, tree, trees_of[before], trees_of[number])) < float("inf")
                )
            )
        assert shifts[-1] == pytest.approx(0.0, abs=NEAR)
        assert max(shifts) <= NEAR  # those between stand where they could be, or farther right, spread


@given(trees())
def test_the_extent_holds_all_boxes_and_no_more(made: Made) -> None:
    _, widths, heights = made
    tree = drawn(made)
    assert (min(tree.x), min(tree.y)) == (0.0, 0.0)
    assert tree.width == pytest.approx(max(x + width for x, width in zip(tree.x, widths, strict=True)))
    assert tree.height == pytest.approx(max(y + height for y, height in zip(tree.y, heights, strict=True)))


def test_a_small_subtree_between_large_ones_stands_in_the_middle_of_its_room() -> None:
    # two children with wide rows below them, and one without anything between the two
    parents = [-1, 0, 0, 0, 1, 1, 1, 3, 3, 3]
    made = (parents, [10.0] * 10, [10.0] * 10)
    tree = drawn(made)
    assert tree.x[2] - tree.x[1] == pytest.approx(tree.x[3] - tree.x[2])
    assert tree.x[7] - tree.x[6] == pytest.approx(10.0 + GAP)


def test_a_short_subtree_goes_under_the_overhang_of_a_long_one() -> None:
    # the first child is tall and alone; what is wide under the second stands below it
    parents = [-1, 0, 0, 2, 2, 2]
    tree = tidy(parents, [10.0] * 6, [10.0, 5.0, 30.0, 10.0, 10.0, 10.0], GAP, LEVEL)
    assert tree.x[2] - tree.x[1] == pytest.approx(10.0 + GAP)
    assert tree.x[3] < tree.x[1] + 10.0


def test_very_deep_and_very_wide_trees_are_drawn() -> None:
    deep = tidy(list(range(-1, 49_999)), [10.0] * 50_000, [5.0] * 50_000, GAP, LEVEL)
    assert deep.width == 10.0
    wide = tidy([-1, *[0] * 50_000], [10.0] * 50_001, [5.0] * 50_001, GAP, LEVEL)
    assert wide.width == pytest.approx(50_000 * 14.0 - GAP)


def test_nothing_is_an_empty_tree() -> None:
    assert tidy([], [], [], GAP, LEVEL) == TidyTree([], [], 0.0, 0.0)


@pytest.mark.parametrize("parents", [[0], [-1, 2, 0], [-2]])
def test_a_parent_must_come_before_its_child(parents: list[int]) -> None:
    with pytest.raises(ValueError, match="parent"):
        tidy(parents, [1.0] * len(parents), [1.0] * len(parents), GAP, LEVEL)


def test_every_unit_has_a_size() -> None:
    with pytest.raises(ValueError, match="length"):
        tidy([-1, 0], [1.0], [1.0, 1.0], GAP, LEVEL)
