"""Tidy drawing of general trees, of any depth and width, with boxes of differing sizes.

After A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and Experience 44 (2014),
with contours as linked lists in arrays: no object per unit, no recursion.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class TidyTree(NamedTuple):
    """Where the boxes stand: left and upper edges, one for each unit, and the extent of the whole, from 0 on."""

    x: list[float]
    y: list[float]
    width: float
    height: float


def tidy(
    parents: Sequence[int],
    widths: Sequence[float],
    heights: Sequence[float],
    gap: float,
    level_gap: float,
) -> TidyTree:
    """Place the units of one tree top-down, or of several side by side, in the order given.

    *parents* holds for each unit the place of its parent, which comes before it, and -1 for a root. Children stand
    *level_gap* below their parent; a parent stands over the middle between its first and its last child. Any two
    boxes that share a height are at least *gap* apart, and subtrees stand as close as that allows, also under one
    another's overhang; what lies loose between two of them is spread evenly.

    Time and room grow with the number of units, whatever their shape.

    Raises:
        ValueError: where the lists differ in length, or a parent doesn't come before its child.
    """
    count = len(parents)
    if not len(widths) == len(heights) == count:
        raise ValueError("parents, widths and heights must have the same length")
    if not count:
        return TidyTree([], [], 0.0, 0.0)
    # One more unit, without size, above all roots: it stands first, so units count from 1 in what follows.
    units = list(range(count + 1))  # each number is one object everywhere: much less to fetch from memory
    above = [-1, *[units[parent + 1] for parent in parents]]
    tops, bottoms = _heights(above, heights, level_gap)
    half_of = {width: (width + gap) / 2 for width in set(widths)}
    halves = [0.0, *map(half_of.__getitem__, widths)]
    middles = _middles(_offsets(units, above, halves, bottoms), above)
    x = [middle - width / 2 for middle, width in zip(middles[1:], widths, strict=True)]
    left = min(x)
    x = [value - left for value in x]
    width = max(map(float.__add__, x, map(float, widths)))
    return TidyTree(x, tops[1:], width, max(bottoms[1:]) - level_gap)


def _heights(above: Sequence[int], heights: Sequence[float], level_gap: float) -> tuple[list[float], list[float]]:
    """Return where each unit begins, and where its children do."""
    tops = [0.0] * len(above)
    bottoms = [0.0] * len(above)
    for unit, height in enumerate(heights, start=1):
        parent = above[unit]
        if not 0 <= parent < unit:
            raise ValueError(f"unit {unit - 1}: its parent must come before it")
        top = bottoms[parent]
        tops[unit] = top
        bottoms[unit] = top + height + level_gap
    return tops, bottoms


def _middles(offsets: Sequence[float], above: Sequence[int]) -> list[float]:
    middles = [0.0] * len(above)
    for unit in range(1, len(above)):
        middles[unit] = middles[above[unit]] + offsets[unit]
    return middles


def _offsets(units: list[int], above: list[int], halves: list[float], bottoms: list[float]) -> list[float]:  # noqa: C901, PLR0912, PLR0915
    """Return for each unit how far its middle stands right of its parent's.

    In one piece because it is what takes the time: a call for each unit would cost as much again. ``next_left`` is
    what follows a unit downwards on the left contour of a subtree, ``step_left`` how far right of it that stands;
    ``low_left`` is the lowest unit on the left contour of a subtree, ``at_left`` how far right of its root it stands.
    """
    count = len(above)
    offsets = [0.0] * count
    first, following = [0] * count, [0] * count  # children, in order; 0: none
    next_left, next_right = [0] * count, [0] * count  # 0: the contour ends
    step_left, step_right = [0.0] * count, [0.0] * count
    low_left, low_right = units[:], units[:]
    at_left, at_right = [0.0] * count, [0.0] * count
    # of one row of children after another, so that nothing is made for each unit
    places: list[float] = []
    reached: list[float] = []  # how low children reach, none that one after it outreaches …
    reaching: list[int] = []  # … and which they are
    loose: list[tuple[int, int, float]] = []
    for root in reversed(units):
        eldest = first[root]
        if eldest:
            left_low, left_at = low_left[eldest], at_left[eldest]
            right_low, right_at = low_right[eldest], at_right[eldest]
            before, place = eldest, 0.0
            child = following[eldest]
            places[:] = (0.0,)
            reached[:] = (bottoms[right_low],)
            reaching[:] = (0,)
            while child:
                if bottoms[before] == bottoms[child] and not first[before] and not first[child]:
                    # the same as below, for two boxes of one height with nothing under them: most are such
                    step = halves[before] + halves[child]
                    place += step
                    if next_right[before]:
                        next_right[child] = next_right[before]
                        step_right[child] = step_right[before] - step
                    else:
                        right_low, right_at = child, place
                    reaching[-1] = len(places)
                    places.append(place)
                    before = child
                    child = following[child]
                    continue
                # down the two contours that face each other: that of the children so far, and this child's
                inner, inner_at = before, place
                outer, outer_at = child, 0.0
                place += halves[before] + halves[child]
                behind = len(reached) - 1
                while True:
                    inner_low, outer_low = bottoms[inner], bottoms[outer]
                    if inner_low <= outer_low:
                        inner_at += step_right[inner]
                        inner = next_right[inner]
                    if outer_low <= inner_low:
                        outer_at += step_left[outer]
                        outer = next_left[outer]
                    if not inner or not outer:
                        break
                    wanted = inner_at + halves[inner] + halves[outer] - outer_at
                    if wanted > place:
                        while reached[behind] < bottoms[inner]:
                            behind -= 1
                        met = reaching[behind]
                        if met < len(places) - 1:
                            loose.append((met, len(places), wanted - place))
                        place = wanted
                low = low_right[child]
                if inner:  # the children so far reach lower: their contour goes on under this child
                    next_right[low] = inner
                    step_right[low] = inner_at - place - at_right[child]
                else:
                    right_low, right_at = low, place + at_right[child]
                    if outer:  # this child reaches lower
                        next_left[left_low] = outer
                        step_left[left_low] = place + outer_at - left_at
                        left_low, left_at = low_left[child], place + at_left[child]
                lowest = bottoms[low]
                while reached and reached[-1] <= lowest:
                    reached.pop()
                    reaching.pop()
                reached.append(lowest)
                reaching.append(len(places))
                places.append(place)
                before = child
                child = following[child]
            middle = place / 2
            if loose:
                _spread(places, loose)
                loose.clear()
            child = eldest
            for value in places:
                offsets[child] = value - middle
                child = following[child]
            next_left[root], step_left[root] = eldest, -middle
            next_right[root], step_right[root] = before, middle
            low_left[root], at_left[root] = left_low, left_at - middle
            low_right[root], at_right[root] = right_low, right_at - middle
        parent = above[root]
        following[root] = first[parent]  # -1, above the uppermost, is a place that nobody asks for
        first[parent] = root
    return offsets


def _spread(places: list[float], loose: Sequence[tuple[int, int, float]]) -> None:
    """Move children that stand loose between two others, (from, to), evenly into the room that came between these."""
    slope = [0.0] * (len(places) + 1)  # by how much more than the child before it each is moved
    jump = [0.0] * (len(places) + 1)
    for one, other, room in loose:
        step = room / (other - one)
        slope[one + 1] += step
        slope[other] -= step
        jump[other] -= room - step
    moved, step = 0.0, 0.0
    for number in range(len(places)):
        step += slope[number]
        moved += step + jump[number]
        places[number] += moved
