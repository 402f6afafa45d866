"""Boxes, lines and set text of one page or picture.

Lengths are points (1 pt = 1/72 inch = 0.3528 mm), x to the right, y downwards, from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

MM = 72 / 25.4
"""Points in a millimetre."""


class Face(StrEnum):
    """The five faces of Chinese office papers; which fonts serve each is known where text is painted."""

    SONG = "song"  # 宋体: tables, page numbers
    FANG = "fang"  # 仿宋: running text
    KAI = "kai"  # 楷体: headings （一）
    HEI = "hei"  # 黑体: headings 一、, heads of tables, 密级
    TITLE = "title"  # 小标宋: titles


class Ink(StrEnum):
    """What a colour means; paper and each theme of the screen give it their own."""

    TEXT = "text"
    SOFT = "soft"  # second names, notes, what is not stated
    FRAME = "frame"  # of boxes, and the lines between them
    RULE = "rule"  # of tables
    PAPER = "paper"  # the ground of a box
    HEAD = "head"  # the ground of the body's box and of heads of tables
    DERIVED = "derived"  # 推算
    JUDGED = "judged"  # 研判
    ENTERED = "entered"  # 录入
    ABOLISHED = "abolished"
    DEVOLVED = "devolved"
    INTEGRATED = "integrated"  # and what moves between bodies
    ADDED = "added"
    STRENGTHENED = "strengthened"


PAPER_COLOURS: Mapping[Ink, str] = MappingProxyType(
    {
        Ink.TEXT: "#000000",
        Ink.SOFT: "#444444",
        Ink.FRAME: "#000000",
        Ink.RULE: "#000000",
        Ink.PAPER: "#ffffff",
        Ink.HEAD: "#eeeeee",
        Ink.DERIVED: "#1f4e79",
        Ink.JUDGED: "#7a3e00",
        Ink.ENTERED: "#38571a",
        Ink.ABOLISHED: "#9c2f2f",
        Ink.DEVOLVED: "#8a5a00",
        Ink.INTEGRATED: "#5b3f8c",
        Ink.ADDED: "#1f5f8b",
        Ink.STRENGTHENED: "#2c6e49",
    }
)
"""What the inks look like on paper, in files of every format. Those of words have 5 : 1 and more on PAPER and HEAD."""


class Point(NamedTuple):
    """A place."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, by: float) -> Rect:
        """Return the rectangle *by* points smaller at each side."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def meets(self, other: Rect) -> bool:
        """Say whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: Rect, slack: float = 0.01) -> bool:
        """Say whether *other* lies within, up to *slack* points."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size in points."""

    face: Face
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a frame, a ground, or both; ``width`` of the frame, which lies centred on the edge."""

    rect: Rect
    frame: Ink | None = Ink.FRAME
    ground: Ink | None = None
    width: float = 0.6
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line through ``points`` (two or more)."""

    points: tuple[Point, ...]
    ink: Ink = Ink.FRAME
    width: float = 0.6
    dashed: bool = False


class Run(NamedTuple):
    """Characters set in one go: ``x``, ``y`` is where their baseline begins.

    ``turned``: a quarter clockwise about that point, as Latin stands in a vertical line.
    """

    words: str
    x: float
    y: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words and how they are set. ``area`` holds them; nothing of them may stand outside.

    ``as_one``: the runs break a name into lines or characters, but in a file the whole of ``words`` is found and
    copied as one string. Otherwise every run is found by itself.
    """

    words: str
    runs: tuple[Run, ...]
    style: Style
    area: Rect
    ink: Ink = Ink.TEXT
    as_one: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page or picture of ``width`` × ``height`` points. Painted are boxes, lines, texts, each in order, then parts.

    The order of the texts is the order in which they are read and copied.
    """

    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    texts: tuple[Text, ...] = ()
    parts: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing within another: its origin at ``x``, ``y`` of the outer one, ``scale`` times its size.

    ``clip``, in the outer one's points, is all of it that is painted; None paints the whole.
    """

    drawing: Drawing
    x: float
    y: float
    scale: float = 1.0
    clip: Rect | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a file's outline: ``page`` counts from 0, ``y`` in points from the page's top, ``level`` from 0."""

    title: str
    page: int
    y: float = 0.0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """Pages with their outline. ``title`` and ``subject`` are the file's metadata."""

    title: str
    pages: tuple[Drawing, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    subject: str = ""
