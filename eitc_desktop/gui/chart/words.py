"""What the interface calls the layouts of a chart and the groups in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eitc_desktop.chart.content import ChartKind
from eitc_desktop.chart.kinds import LayoutKind


def layout_name(kind: LayoutKind) -> str:
    """Return the name of a layout."""
    translate = QCoreApplication.translate
    match kind:
        case LayoutKind.AUTO:
            return translate("LayoutKind", "自动")
        case LayoutKind.OFFICIAL:
            return translate("LayoutKind", "公文式")
        case LayoutKind.HANGING:
            return translate("LayoutKind", "双列悬挂")
        case LayoutKind.GRID:
            return translate("LayoutKind", "网格")
        case LayoutKind.SIDEWAYS:
            return translate("LayoutKind", "左右")


def group_name(kind: ChartKind) -> str:
    """Return what the units of a kind under the body are called together, as in the tree."""
    translate = QCoreApplication.translate
    match kind:
        case ChartKind.POST:
            return translate("UnitTreeModel", "领导职务")
        case ChartKind.HOSTED_OFFICE:
            return translate("UnitTreeModel", "设在本机关的机构")
        case _:
            return translate("UnitTreeModel", "内设机构")
