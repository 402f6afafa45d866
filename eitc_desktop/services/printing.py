"""What is wanted on paper, and the pages that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.composing.page import A4
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Grade


class PaperKind(StrEnum):
    """The papers that can be printed; the value is the word of the command line."""

    CHART = "chart"  # 机构设置图
    DIVISION = "division"  # one division with its duties
    DIVISIONS = "divisions"  # every division on a page of its own
    DUTIES = "duties"  # 处室职责对应一览表
    QUOTAS = "quotas"  # 编制职数表
    CHANGES = "changes"  # 职能转变对照表
    SPLITS = "splits"  # 部门间职责分工表
    MATRIX = "matrix"  # 职责对应矩阵
    DOSSIER = "dossier"  # 三定概览


class Scaling(StrEnum):
    """How the content takes the room of the paper."""

    FIT = "fit"
    FIXED = "fixed"  # the type has the size asked for
    LARGE = "large"  # 大字版: at least 14 pt
    POSTER = "poster"  # over several sheets


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """One paper as asked for.

    ``paper`` is width × height in points, upright; ``landscape`` None leaves it to the kind of paper. ``unit`` is the
    division of a DIVISION paper. ``type_size`` (points) counts with FIXED, ``sheets`` (columns, rows) with POSTER.
    ``grades`` are those of the duty links that are shown.
    """

    kind: PaperKind
    unit: FactRef | None = None
    paper: tuple[float, float] = A4
    landscape: bool | None = None
    layout: LayoutKind = LayoutKind.AUTO
    scaling: Scaling = Scaling.FIT
    type_size: float = 10.5
    sheets: tuple[int, int] = (1, 1)
    binding: bool = False
    secrecy: str = ""
    maker: str = ""
    made_on: str = ""
    grades: frozenset[Grade] = frozenset({Grade.STATED, Grade.NAMED})
