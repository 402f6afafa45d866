"""Where the boxes of a tree stand along their levels: as near as they may, parents over the middle of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from eitc_desktop.chart.plan import Tree


class Spread(NamedTuple):
    """Where the middles of the boxes are along their levels, and from where to where each level reaches."""

    middle: Mapping[int, float]
    start: float
    end: float


class _Contour(NamedTuple):
    """The ends of a subtree's levels, deepest first, less ``shift``."""

    starts: list[float]
    ends: list[float]
    shift: float


def spread(tree: Tree, reach: Mapping[int, tuple[float, float]], gap: float) -> Spread:
    """Set the boxes of *tree* along their levels as near as they may stand, each parent over the middle of its own.

    *reach* tells how far each box reaches before and after its middle. Each step compares two subtrees only as deep as
    the less deep one goes, so the whole takes time in proportion to the units.
    """
    offset: dict[int, float] = {0: 0.0}
    below = {node: tree.below(node) for node in tree.nodes}
    contours: dict[int, _Contour] = {}
    for node in reversed(tree.nodes):
        before, after = reach[node]
        kids = below[node]
        if not kids:
            contours[node] = _Contour([-before], [after], 0.0)
            continue
        places = [0.0]
        whole = contours.pop(kids[0])
        for kid in kids[1:]:
            other = contours.pop(kid)
            if not below[kid]:  # one level: no need to compare and merge
                place = whole.ends[-1] + whole.shift + gap - other.starts[0]
                whole.ends[-1] = place + other.ends[0] - whole.shift
                places.append(place)
                continue
            place = max(
                end + whole.shift - start - other.shift + gap
                for end, start in zip(reversed(whole.ends), reversed(other.starts), strict=False)
            )
            places.append(place)
            whole = _merged(whole, other, place)
        own = tree.within[node] or kids
        middle = (places[0] + places[len(own) - 1]) / 2
        for kid, place in zip(kids, places, strict=True):
            offset[kid] = place - middle
        shift = whole.shift - middle
        whole.starts.append(-before - shift)
        whole.ends.append(after - shift)
        contours[node] = _Contour(whole.starts, whole.ends, shift)
    whole = contours[0]
    middles = {0: 0.0}
    for node in tree.nodes:
        for kid in below[node]:
            middles[kid] = middles[node] + offset[kid]
    return Spread(middles, min(whole.starts) + whole.shift, max(whole.ends) + whole.shift)


def _merged(whole: _Contour, other: _Contour, place: float) -> _Contour:
    """Join *other*, moved by *place*, to the right of *whole*; the longer of the two lists is kept and changed."""
    common = min(len(whole.ends), len(other.ends))
    if len(whole.ends) >= len(other.ends):
        by = other.shift + place - whole.shift
        for i in range(1, common + 1):
            whole.ends[-i] = other.ends[-i] + by
        return whole
    by = whole.shift - other.shift - place
    for i in range(1, common + 1):
        other.starts[-i] = whole.starts[-i] + by
    return _Contour(other.starts, other.ends, other.shift + place)
