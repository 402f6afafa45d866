"""The fonts of papers: each face of Chinese office papers under all the names that its fonts go by.

GB/T 9704-2012 names faces for everything in a document and does not tell Latin letters and figures apart, so they stand
in the face of the Chinese around them; a second font for them would be a guess at the habits of an office.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from eitc_desktop import paths
from eitc_desktop.drawing.shapes import Face
from eitc_desktop.gui.fonts import BUNDLED_FAMILY

SERIF, KAI = "Noto Serif SC", "EITC WenKai"
"""Families that come with the program, beside the one of the interface."""

BUNDLED_FILES: Mapping[str, tuple[str, ...]] = {
    SERIF: ("NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf"),
    KAI: ("EITCWenKai-Regular.ttf",),
    BUNDLED_FAMILY: ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"),
}
"""The files of each family that comes with the program."""


class FaceFamilies(NamedTuple):
    """A face: its Chinese name, the families that are this face, what can stand in, and what the program brings.

    ``genuine`` and ``stand_ins`` are in the order of preference; the stand-ins in ``heavy`` take their bold cut.
    """

    name: str
    genuine: tuple[str, ...]
    stand_ins: tuple[str, ...]
    bundled: str
    heavy: frozenset[str] = frozenset()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every family in the order of preference."""
        return tuple(dict.fromkeys((*self.genuine, *self.stand_ins, self.bundled)))


_SERIFS = ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Source Han Serif CN", "思源宋体 CN", SERIF)
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "Source Han Sans CN", "思源黑体 CN", BUNDLED_FAMILY)

FAMILIES: Mapping[Face, FaceFamilies] = {
    Face.SONG: FaceFamilies(
        "宋体",
        ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "FZShuSong-Z01", "方正书宋简体", "华文宋体", "STSong"),
        ("Songti SC", "宋体-简", *_SERIFS, "AR PL UMing CN"),
        SERIF,
    ),
    Face.FANG: FaceFamilies(
        "仿宋",
        (
            *("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02", "方正仿宋简体"),
            *("FZFangSong-Z02S", "华文仿宋", "STFangsong"),
        ),
        _SERIFS,
        SERIF,
    ),
    Face.KAI: FaceFamilies(
        "楷体",
        (
            *(
                "楷体_GB2312",
                "KaiTi_GB2312",
                "楷体",
                "KaiTi",
                "方正楷体_GBK",
                "FZKai-Z03",
                "方正楷体简体",
                "FZKai-Z03S",
            ),
            *("华文楷体", "STKaiti", "Kaiti SC", "楷体-简"),
        ),
        ("AR PL UKai CN", "LXGW WenKai", "霞鹜文楷", "LXGW WenKai GB"),
        KAI,
    ),
    Face.HEI: FaceFamilies(
        "黑体",
        ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "方正黑体简体", "FZHei-B01S", "华文黑体", "STHeiti"),
        ("Heiti SC", "黑体-简", *_SANS, "WenQuanYi Zen Hei", "文泉驿正黑"),
        BUNDLED_FAMILY,
    ),
    Face.TITLE: FaceFamilies(
        "小标宋",
        (
            *("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSJW--GB1-0"),
            *("FZXBSK--GBK1-0", "小标宋", "小标宋体"),
        ),
        ("华文中宋", "STZhongsong", *_SERIFS),
        SERIF,
        frozenset(_SERIFS),
    ),
}


class Choice(NamedTuple):
    """What serves a face on this computer.

    ``genuine``: it is the face that was asked for, not one that stands in.
    """

    family: str
    bold: bool
    genuine: bool
    bundled: bool


def choose(face: Face, *, bold: bool, bundled_only: bool) -> Choice:
    """Return the first family of *face* that this computer has; reads the bundled fonts if that has not been done."""
    read_bundled()
    families = FAMILIES[face]
    names = (families.bundled,) if bundled_only else families.all_names
    family = next((name for name in names if QFontDatabase.hasFamily(name)), families.bundled)
    return Choice(
        family, bold or family in families.heavy, family in families.genuine, bundled=family == families.bundled
    )


def read_bundled(folder: Path | None = None) -> None:
    """Read the bundled fonts of papers that have not been read: some milliseconds, so not before somebody prints."""
    folder = paths.resources_dir() / "fonts" if folder is None else folder
    for family, files in BUNDLED_FILES.items():
        if not QFontDatabase.hasFamily(family):
            for name in files:
                QFontDatabase.addApplicationFont(str(folder / name))


def font_of(family: str, pixels: float, *, bold: bool) -> QFont:
    """Return a font of exactly this family, unhinted, with *pixels* for an em."""
    font = QFont(family)
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font
