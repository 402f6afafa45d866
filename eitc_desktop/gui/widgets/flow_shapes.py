"""What the picture 去向图 is made of: boxes, words and lines with their places."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout

from eitc_desktop.gui.models.flow_rows import FlowRow, Target
from eitc_desktop.model.provision import ChangeKind


class Words(NamedTuple):
    """Words laid out, and where their first line begins."""

    layout: QTextLayout
    place: QPointF
    height: float


class Note(NamedTuple):
    """One line in small letters, cut to the room it has."""

    words: str
    box: QRectF


class PlacedRow(NamedTuple):
    """One change: its box, the symbol and word of its kind, its words, limits, tie and clause mark."""

    row: FlowRow
    box: QRectF
    chip: QRectF
    words: Words
    notes: tuple[Note, ...]
    tag: QRectF | None
    tie: Words | None
    mark: QRectF


class End(NamedTuple):
    """Who receives or had functions, or 去向：本规定未载明; ``changes`` are those of its own lines."""

    box: QRectF
    words: QTextLayout
    height: float
    target: Target
    name: str
    changes: tuple[int, ...]


class Head(Enum):
    """How a line ends."""

    ARROW = auto()
    BAR = auto()  # the function goes no further
    DOT = auto()  # it stays


class Line(NamedTuple):
    """A line of a change from one box to another, through ``points``."""

    number: int  # of its row
    kind: ChangeKind
    points: tuple[QPointF, ...]
    head: Head | None


class Brace(NamedTuple):
    """What holds together those of whom one sentence speaks; ``joints`` are its words between them."""

    box: QRectF
    joints: tuple[Note, ...]


class Heading(NamedTuple):
    """The heading of a group."""

    words: str
    box: QRectF
    kind: ChangeKind | None


class FlowPlan(NamedTuple):
    """The picture, in logical pixels from its top left corner."""

    width: float
    height: float
    agency: QRectF
    agency_words: QTextLayout
    agency_height: float
    headings: tuple[Heading, ...]
    rows: tuple[PlacedRow, ...]
    ends: tuple[End, ...]
    braces: tuple[Brace, ...]
    lines: tuple[Line, ...]
