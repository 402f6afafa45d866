"""The looks of cells in Excel files: named styles, and what single cells differ in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, NamedStyle, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.model.papers import Align, Standing
from eitc_desktop.office.grid import Above
from eitc_desktop.office.setting import FONTS, HAIR, HEAD, RULE, SECRECY, SOFT, STANDING_COLOURS, TITLE_ROW

DIGIT = 8
"""Pixels (of 96 to the inch) that a digit of the workbook's Normal font is wide: widths of columns count in it.

The font is Excel's own in Chinese, 宋体 of 11 points. A digit of what stands in for it elsewhere rounds to 8 as well.
"""

_CHINESE = 134
"""The character set of simplified Chinese."""

_DOWNWARDS = 180
"""A quarter clockwise (18.8.1). The fonts of Windows whose names begin with @ have their characters lying, so that they
stand upright in words turned so. Characters stacked upon each other (255) are half as high again, and break no lines.
"""

_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_EDGES = {Above.ROW: Side("thin", RULE), Above.PAIR: Side("hair", HAIR), Above.NOTHING: Side()}


class Kind(Enum):
    """The named styles of cells: the name that Excel shows, the face, and the ground; no ground is no frame."""

    TITLE = ("三定标题", Face.TITLE, None)
    SECRECY = ("三定密级", Face.HEI, None)
    MAKER = ("三定制表", Face.SONG, None)
    HEAD = ("三定表头", Face.HEI, HEAD)
    GROUP = ("三定分组", Face.HEI, TITLE_ROW)
    TEXT = ("三定表文", Face.SONG, "FFFFFF")
    NOTE = ("三定表注", Face.SONG, None)

    @property
    def shown(self) -> str:
        return self.value[0]

    @property
    def font_name(self) -> str:
        return FONTS[self.value[1]].name

    @property
    def ground(self) -> str | None:
        return self.value[2]

    def size(self, size: float) -> float:
        """Return the type size of this kind of cell in a table of *size* points."""
        sizes = {Kind.TITLE: max(18.0, 1.7 * size), Kind.SECRECY: SECRECY, Kind.NOTE: max(9.0, size - 1.5)}
        return sizes.get(self, size)

    def colour(self, standing: Standing) -> str:
        """Return the colour of words."""
        return SOFT if self is Kind.NOTE else STANDING_COLOURS.get(standing, "000000")


@dataclass(frozen=True, slots=True)
class CellLook:
    """How one cell looks and what may become of its content when it is edited."""

    kind: Kind
    align: Align = Align.LEFT
    standing: Standing = Standing.STATED
    above: Above = Above.ROW
    below: Above = Above.ROW
    as_text: bool = False
    quoted: bool = False
    upright: bool = False
    from_top: bool = False
    one_line: bool = False


def inline_font(kind: Kind, size: float, standing: Standing) -> InlineFont:
    """Return the font of one run of words among others in a cell."""
    return InlineFont(rFont=kind.font_name, charset=_CHINESE, sz=kind.size(size), color=Color(kind.colour(standing)))


class Looks:
    """The named styles of a workbook, and each look that its cells have, which the library would be slow to find."""

    def __init__(self, book: Workbook, size: float) -> None:
        self._size = size
        self._known: dict[CellLook, Cell] = {}
        # Cells without a style and the widths of columns go by the first font, which has no public way in
        normal = Font(name=FONTS[Face.SONG].name, sz=11, charset=_CHINESE)
        book._fonts = IndexedList([normal])  # noqa: SLF001  # pyright: ignore[reportAttributeAccessIssue]
        book._named_styles["Normal"].font = normal  # noqa: SLF001  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue]
        for kind in Kind:
            style = NamedStyle(kind.shown, self._font(kind, Standing.STATED), alignment=_alignment(CellLook(kind)))
            if kind.ground:
                style.border = _border(CellLook(kind))
            if kind.ground and kind is not Kind.TEXT:
                style.fill = PatternFill("solid", fgColor=kind.ground)
            book.add_named_style(style)

    def dress(self, cell: Cell, look: CellLook) -> None:
        """Give *cell* its *look*."""
        known = self._known.get(look)
        if known is not None:
            cell._style = known._style  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            return
        cell.style = look.kind.shown
        cell.font = self._font(look.kind, look.standing, upright=look.upright)
        cell.alignment = _alignment(look)
        if look.kind.ground:
            cell.border = _border(look)
        cell.number_format = "@" if look.as_text else "General"  # @ keeps what is typed into the cell as it is
        cell.quotePrefix = look.quoted  # pyright: ignore[reportAttributeAccessIssue]
        self._known[look] = cell

    def _font(self, kind: Kind, standing: Standing, *, upright: bool = False) -> Font:
        name = f"@{kind.font_name}" if upright else kind.font_name
        return Font(name=name, charset=_CHINESE, sz=kind.size(self._size), color=kind.colour(standing))


def _alignment(look: CellLook) -> Alignment:
    return Alignment(
        horizontal=_ALIGN[look.align],
        vertical="top" if look.from_top else "center",
        wrap_text=not look.one_line,
        indent=1 if look.kind.ground and look.align is not Align.CENTRE else 0,
        text_rotation=_DOWNWARDS if look.upright else 0,
    )


def _border(look: CellLook) -> Border:
    side = _EDGES[Above.ROW]
    return Border(left=side, right=side, top=_EDGES[look.above], bottom=_EDGES[look.below])
