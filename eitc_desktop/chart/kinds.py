"""The layouts of a chart."""

from __future__ import annotations

from enum import StrEnum


class LayoutKind(StrEnum):
    """How the units of a chart stand to each other; the value is the word of the command line."""

    AUTO = "auto"  # 自动: the one whose type is largest on the paper
    OFFICIAL = "official"  # 公文式: top-down, the last row in vertical text under one bus line
    HANGING = "hanging"  # 双列悬挂: children in hanging columns
    GRID = "grid"  # 网格: rows that wrap to the page's shape, boxes numbered
    SIDEWAYS = "sideways"  # 左右: from left to right
