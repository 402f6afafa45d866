"""The lines under a provision's words: one colour and one pattern for each family of facts, alike on every screen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind


class FactFamily(StrEnum):
    """Kinds of facts that belong together."""

    UNIT = "unit"  # 机构
    CHANGE = "change"  # 职能转变
    DUTY = "duty"  # 职责
    STAFFING = "staffing"  # 编制职数
    SHARED = "shared"  # 职责分工与角色
    DOCUMENT = "document"  # 身份与依据


FAMILIES: Mapping[FactKind, FactFamily] = MappingProxyType(
    {
        FactKind.TITLE: FactFamily.DOCUMENT,
        FactKind.DOCUMENT_NUMBER: FactFamily.DOCUMENT,
        FactKind.ISSUED: FactFamily.DOCUMENT,
        FactKind.EFFECTIVE: FactFamily.DOCUMENT,
        FactKind.BODY: FactFamily.UNIT,
        FactKind.STATUS: FactFamily.DOCUMENT,
        FactKind.LEVEL: FactFamily.DOCUMENT,
        FactKind.BASIS: FactFamily.DOCUMENT,
        FactKind.NAMEPLATE: FactFamily.UNIT,
        FactKind.SECTION: FactFamily.DOCUMENT,
        FactKind.CHANGE: FactFamily.CHANGE,
        FactKind.CHANGE_ITEM: FactFamily.CHANGE,
        FactKind.DUTY: FactFamily.DUTY,
        FactKind.DUTY_ITEM: FactFamily.DUTY,
        FactKind.DIVISION: FactFamily.UNIT,
        FactKind.SECOND_NAME: FactFamily.UNIT,
        FactKind.DIVISION_NAMEPLATE: FactFamily.UNIT,
        FactKind.DIVISION_DUTY: FactFamily.DUTY,
        FactKind.DIVISION_COUNT: FactFamily.UNIT,
        FactKind.CO_LOCATION: FactFamily.UNIT,
        FactKind.QUOTA: FactFamily.STAFFING,
        FactKind.ACTUAL_STAFF: FactFamily.STAFFING,
        FactKind.SPLIT: FactFamily.SHARED,
        FactKind.MATTER: FactFamily.SHARED,
        FactKind.ROLE: FactFamily.SHARED,
        FactKind.MECHANISM: FactFamily.SHARED,
        FactKind.HOSTED_OFFICE: FactFamily.UNIT,
        FactKind.REFERENCE: FactFamily.DOCUMENT,
        FactKind.CLOSING: FactFamily.DOCUMENT,
    }
)
"""Which family each kind belongs to."""

# In widths of the line, drawn and left out by turns. What fills whole pages has the lightest line.
_PATTERNS: Mapping[FactFamily, tuple[float, ...]] = MappingProxyType(
    {
        FactFamily.UNIT: (),
        FactFamily.CHANGE: (4, 4),
        FactFamily.DUTY: (1, 4),
        FactFamily.STAFFING: (),  # a double line
        FactFamily.SHARED: (9, 4, 1, 4),
        FactFamily.DOCUMENT: (15, 4),
    }
)


def family_colour(tokens: Tokens, family: FactFamily) -> str:
    """Return the colour of a family's line as #RRGGBB."""
    match family:
        case FactFamily.UNIT:
            return tokens.facts.unit
        case FactFamily.CHANGE:
            return tokens.facts.change
        case FactFamily.DUTY:
            return tokens.facts.duty
        case FactFamily.STAFFING:
            return tokens.facts.staffing
        case FactFamily.SHARED:
            return tokens.facts.shared
        case FactFamily.DOCUMENT:
            return tokens.facts.document


class FactPens:
    """Draws the families' lines, ``width`` logical pixels thick, in the colours now in force."""

    def __init__(self, tokens: Tokens, width: int) -> None:
        self._tokens = tokens
        self._width = width
        self._pens: dict[FactFamily, QPen] = {}

    def draw(self, painter: QPainter, family: FactFamily, line: QLineF) -> None:
        """Draw *line*, upright or level; the second of a double line lies below or to the right of it."""
        pen = self._pens.get(family)
        if pen is None:
            pen = self._pens[family] = _pen(self._tokens, family, self._width)
        painter.setPen(pen)
        painter.drawLine(line)
        if family is FactFamily.STAFFING:
            step = 2 * self._width
            painter.drawLine(line.translated(QPointF(step, 0) if line.dx() == 0 else QPointF(0, step)))


def _pen(tokens: Tokens, family: FactFamily, width: int) -> QPen:
    pen = QPen(QColor(family_colour(tokens, family)), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if _PATTERNS[family]:
        pen.setDashPattern(list(_PATTERNS[family]))
    return pen
