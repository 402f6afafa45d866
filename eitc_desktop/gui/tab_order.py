"""Where Tab leads: pane by pane, and within a pane as one reads.

Qt's own chain follows the order in which widgets were made, and panes make theirs anew with every page.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_SAME_LINE = 12  # logical pixels: tops nearer than that stand in one line


def next_stop(areas: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return the widget that Tab (or Shift+Tab) leads to from *current*, None where there is nowhere to go.

    *areas* are the panes, and single widgets between them, in reading order; hidden ones are passed over.
    """
    stops = [stop for area in areas for stop in stops_in(area)]
    if not stops:
        return None
    stop = current
    while stop is not None and stop not in stops:
        stop = stop.parentWidget()  # in a page that is one stop, the arrows lead from mark to mark
    if stop is not None:
        return stops[(stops.index(stop) + (1 if forward else -1)) % len(stops)]
    return _nearest(areas, stops, current, forward=forward)


def stops_in(area: QWidget) -> list[QWidget]:
    """Return *area* and the widgets in it that Tab stops at, in lines from left to right.

    Places count within the parent, so that scrolling changes nothing.
    """
    if not area.isVisible():
        return []
    stops = [area] if _takes_tab(area) else []
    children = [child for child in area.children() if isinstance(child, QWidget) and not child.isWindow()]
    for child in _in_lines(children):
        stops += stops_in(child)
    return stops


def _in_lines(widgets: list[QWidget]) -> list[QWidget]:
    line, top = 0, None
    placed: list[tuple[int, int, int, QWidget]] = []
    for number, widget in enumerate(sorted(widgets, key=QWidget.y)):
        if top is None or widget.y() - top >= _SAME_LINE:
            line, top = line + 1, widget.y()
        placed.append((line, widget.x(), number, widget))
    return [widget for *_, widget in sorted(placed, key=lambda entry: entry[:3])]


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )


def _nearest(areas: Sequence[QWidget], stops: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> QWidget:
    """Return the first stop of the area that holds *current* though Tab doesn't stop there."""
    holder = next((area for area in areas if current is not None and area.isAncestorOf(current)), None)
    within = stops_in(holder) if holder is not None else []
    candidates = within or stops
    return candidates[0] if forward else candidates[-1]
