"""The layouts of a chart."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from eitc_desktop.phrases import Phrase


class LayoutKind(StrEnum):
    """How the units of a chart stand to each other; the value is the word of the command line."""

    AUTO = "auto"  # 自动: the one whose type is largest on the paper
    OFFICIAL = "official"  # 公文式: top-down, the last row in vertical text under one bus line
    HANGING = "hanging"  # 双列悬挂: children in hanging columns
    GRID = "grid"  # 网格: rows that wrap to the page's shape, boxes numbered
    SIDEWAYS = "sideways"  # 左右: from left to right


LAYOUTS: Mapping[LayoutKind, Phrase] = MappingProxyType(
    {
        LayoutKind.AUTO: Phrase("LayoutKind", "自动"),
        LayoutKind.OFFICIAL: Phrase("LayoutKind", "公文式"),
        LayoutKind.HANGING: Phrase("LayoutKind", "双列悬挂"),
        LayoutKind.GRID: Phrase("LayoutKind", "网格"),
        LayoutKind.SIDEWAYS: Phrase("LayoutKind", "左右"),
    }
)
"""What the layouts are called."""
