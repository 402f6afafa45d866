"""The styles of an Excel file (ECMA-376 part 1, 18.8): each font, ground and edge once, found by its markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.model.papers import Align, Standing
from eitc_desktop.office.grid import Above
from eitc_desktop.office.markup import element
from eitc_desktop.office.setting import FONTS, HAIR, HEAD, RULE, SOFT, STANDING_COLOURS, TITLE_ROW

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

DIGIT = 8
"""Pixels (of 96 to the inch) that a digit of the workbook's Normal font is wide: widths of columns count in it.

The font is Excel's own in Chinese, 宋体 of 11 points. A digit of what stands in for it elsewhere rounds to 8 as well.
"""

_GENERAL, _AS_TEXT = 0, 49
"""Formats of numbers (18.8.30): as it comes, and @, which keeps what is typed into the cell as it is."""


class Kind(Enum):
    """The named styles of cells: the name that Excel shows, and the face."""

    NORMAL = ("Normal", Face.SONG)
    TITLE = ("三定标题", Face.TITLE)
    SECRECY = ("三定密级", Face.HEI)
    MAKER = ("三定制表", Face.SONG)
    HEAD = ("三定表头", Face.HEI)
    GROUP = ("三定分组", Face.HEI)
    TEXT = ("三定表文", Face.SONG)
    NOTE = ("三定表注", Face.SONG)

    @property
    def shown(self) -> str:
        return self.value[0]

    @property
    def face(self) -> Face:
        return self.value[1]


_GROUNDS: Mapping[Kind, str] = MappingProxyType({Kind.HEAD: HEAD, Kind.GROUP: TITLE_ROW})
_FRAMED = frozenset({Kind.HEAD, Kind.GROUP, Kind.TEXT})


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


def size_of(kind: Kind, size: float) -> float:
    """Return the type size of a kind of cell in a table of *size* points."""
    return {
        Kind.NORMAL: 11.0,  # DIGIT rests on it
        Kind.TITLE: max(18.0, 1.7 * size),
        Kind.SECRECY: max(14.0, size),
        Kind.NOTE: max(9.0, size - 1.5),
    }.get(kind, size)


def font(kind: Kind, size: float, standing: Standing, *, name: str = "name") -> str:
    """Return the properties of a font; in runs of text the font's name stands in ``rFont``."""
    colour = SOFT if kind is Kind.NOTE else STANDING_COLOURS.get(standing, "000000")
    return (
        element("sz", val=f"{size_of(kind, size):g}")
        + element("color", rgb=f"FF{colour}")
        + element(name, val=FONTS[kind.face].name)
        + element("charset", val=134)  # simplified Chinese
    )


@dataclass(slots=True)
class StyleBook:
    """Collects the looks that a sheet's cells have, and writes them down."""

    size: float
    _fonts: dict[str, int] = field(default_factory=dict[str, int])
    _fills: dict[str, int] = field(default_factory=dict[str, int])
    _borders: dict[str, int] = field(default_factory=dict[str, int])
    _looks: dict[str, int] = field(default_factory=dict[str, int])
    _named: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        for pattern in ("none", "gray125"):  # the first two are Excel's own
            _number(self._fills, element("fill", element("patternFill", patternType=pattern)))
        for kind in Kind:
            self._named.append(self._formatted(CellLook(kind), named=False))
        self.index(CellLook(Kind.NORMAL))

    def index(self, look: CellLook) -> int:
        """Return the number by which cells name *look*."""
        return _number(self._looks, self._formatted(look, named=True))

    def xml(self) -> str:
        """Return the part of styles."""
        kinds = tuple(Kind)
        names = (
            element("cellStyle", name=kind.shown, xfId=i, builtinId=0 if kind is Kind.NORMAL else None)
            for i, kind in enumerate(kinds)
        )
        return element(
            "styleSheet",
            _listed("fonts", self._fonts),
            _listed("fills", self._fills),
            _listed("borders", self._borders),
            element("cellStyleXfs", *self._named, count=len(self._named)),
            _listed("cellXfs", self._looks),
            element("cellStyles", *names, count=len(kinds)),
            xmlns=MAIN,
        )

    def _formatted(self, look: CellLook, *, named: bool) -> str:
        kind = look.kind
        ground = _GROUNDS.get(kind)
        fill = 0
        if ground is not None:
            pattern = element("patternFill", element("fgColor", rgb=f"FF{ground}"), patternType="solid")
            fill = _number(self._fills, element("fill", pattern))
        alignment = element(
            "alignment",
            horizontal={Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}[look.align],
            vertical="top" if look.from_top else "center",
            wrapText=True,
            indent=1 if kind in _FRAMED and look.align is not Align.CENTRE else None,
            textRotation=255 if look.upright else None,  # characters upright, one below the other
        )
        return element(
            "xf",
            alignment,
            numFmtId=_AS_TEXT if look.as_text else _GENERAL,
            fontId=_number(self._fonts, element("font", font(kind, self.size, look.standing))),
            fillId=fill,
            borderId=_number(self._borders, _border(look)),
            xfId=tuple(Kind).index(kind) if named else None,
            quotePrefix=True if look.quoted else None,
            applyNumberFormat=True,
            applyFont=True,
            applyFill=True,
            applyBorder=True,
            applyAlignment=True,
        )


def _border(look: CellLook) -> str:
    if look.kind not in _FRAMED:
        return element("border", *(element(edge) for edge in ("left", "right", "top", "bottom", "diagonal")))
    return element(
        "border",
        _edge("left", Above.ROW),
        _edge("right", Above.ROW),
        _edge("top", look.above),
        _edge("bottom", look.below),
        element("diagonal"),
    )


def _edge(name: str, how: Above) -> str:
    if how is Above.NOTHING:
        return element(name)
    style, colour = ("thin", RULE) if how is Above.ROW else ("hair", HAIR)
    return element(name, element("color", rgb=f"FF{colour}"), style=style)


def _number(known: dict[str, int], markup: str) -> int:
    return known.setdefault(markup, len(known))


def _listed(name: str, known: dict[str, int]) -> str:
    return element(name, *known, count=len(known))
