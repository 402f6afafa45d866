"""What office files share: paper, what stands around the content, fonts by name, colours of the standings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from eitc_desktop.drawing.shapes import MM, PAPER_COLOURS, Face, Ink
from eitc_desktop.model.papers import Standing, Table


@dataclass(frozen=True, slots=True)
class OfficeFont:
    """A font by the name it goes by in offices; ``other`` is what stands in where it isn't installed."""

    name: str
    other: str
    family: str = "auto"


FONTS: Mapping[Face, OfficeFont] = MappingProxyType(
    {
        Face.SONG: OfficeFont("宋体", "SimSun"),
        Face.FANG: OfficeFont("仿宋_GB2312", "仿宋", "modern"),
        Face.KAI: OfficeFont("楷体_GB2312", "楷体", "modern"),
        Face.HEI: OfficeFont("黑体", "SimHei", "modern"),
        Face.TITLE: OfficeFont("方正小标宋简体", "方正小标宋_GBK"),
    }
)


def _colour(ink: Ink) -> str:
    return PAPER_COLOURS[ink].removeprefix("#").upper()


STANDING_COLOURS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.DERIVED: _colour(Ink.DERIVED),
        Standing.JUDGED: _colour(Ink.JUDGED),
        Standing.ENTERED: _colour(Ink.ENTERED),
        Standing.NOT_STATED: _colour(Ink.SOFT),
    }
)
"""Of everything but the text's own words, which are black."""

SECRECY = 16.0
"""Points of 密级: 三号 (GB/T 9704-2012, 7.2.2)."""

SOFT = _colour(Ink.SOFT)
RULE = _colour(Ink.RULE)
HAIR = "A6A6A6"
HEAD = _colour(Ink.HEAD)
"""The ground of heads."""
TITLE_ROW = "F7F7F7"
"""The ground of rows that are titles of what follows."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A sheet as it lies (points) and what stands around the content, as entered. ``notes``: the paper's fixed foot."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    type_size: float
    secrecy: str = ""
    maker: str = ""
    made_on: str = ""
    notes: tuple[str, ...] = ()

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def down(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


def size_for(table: Table, size: float) -> float:
    """Return the type size of *table*: no more than 9 points where columns are as narrow as those of a matrix."""
    return min(size, 9.0) if any(column.upright for column in table.columns) else size


def table_setting(
    *,
    paper: tuple[float, float],
    landscape: bool,
    binding: bool,
    type_size: float,
    secrecy: str,
    maker: str,
    made_on: str,
    notes: tuple[str, ...],
) -> Setting:
    """Return the setting of a table on *paper* (width × height in points).

    Landscape tables are bound on their upper edge, upright ones on their left (GB/T 9704-2012, 8).
    """
    width, height = sorted(paper, reverse=landscape)
    bound = 10 * MM if binding else 0.0
    return Setting(
        width,
        height,
        top=18 * MM + (bound if landscape else 0.0),
        right=15 * MM,
        bottom=18 * MM,
        left=15 * MM + (0.0 if landscape else bound),
        type_size=type_size,
        secrecy=secrecy,
        maker=maker,
        made_on=made_on,
        notes=notes,
    )


def dossier_setting(*, secrecy: str, maker: str, made_on: str, notes: tuple[str, ...]) -> Setting:
    """Return the page of GB/T 9704-2012, 5.2: A4, 37 mm above and 28 mm left of a text area of 156 × 225 mm."""
    return Setting(
        210 * MM,
        297 * MM,
        top=37 * MM,
        right=26 * MM,
        bottom=35 * MM,
        left=28 * MM,
        type_size=10.5,
        secrecy=secrecy,
        maker=maker,
        made_on=made_on,
        notes=notes,
    )


def numbered_note(words: str, number: int, count: int, gap: str = "") -> str:
    """Return a note as it stands below a table: 注： before the first, numbers where there are several."""
    counted = f"{number}. " if count > 1 else ""
    return f"{'注：' if number == 1 else ''}{gap}{counted}{words.removeprefix('注：')}"
