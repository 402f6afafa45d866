"""The fonts of papers: each face of Chinese office papers under all the names its fonts go by."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from eitc_desktop import paths
from eitc_desktop.drawing.shapes import Face, Style
from eitc_desktop.gui.fonts import BUNDLED_FAMILY

_FILES = ("NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf", "EITCWenKai-Regular.ttf", "NotoSansSC-Regular.ttf")

FAMILIES: dict[Face, tuple[str, ...]] = {
    Face.SONG: ("宋体", "SimSun", "NSimSun", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC"),
    Face.FANG: ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "Noto Serif SC"),
    Face.KAI: ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "EITC WenKai"),
    Face.HEI: ("黑体", "SimHei", "Noto Sans CJK SC", "Noto Sans SC"),
    Face.TITLE: ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "Noto Serif SC"),
}


def font_of(style: Style, pixels: float) -> QFont:
    """Return the font of *style* with *pixels* for an em."""
    if not QFontDatabase.hasFamily("EITC WenKai"):
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(paths.resources_dir() / "fonts" / name))
    installed = [family for family in FAMILIES[style.face] if QFontDatabase.hasFamily(family)]
    font = QFont()
    font.setFamilies([*installed[:1], BUNDLED_FAMILY])
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(style.bold or style.face is Face.TITLE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
