"""The first column of the facts of a place: the kind, beside a sample of the line that its words have in the text."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eitc_desktop.gui.models.place_facts import PlaceRole
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.fact_line import FAMILIES, FactPens
from eitc_desktop.model.facts import FactRef

_SAMPLE = 28  # logical pixels: long enough to tell every pattern


class PlaceDelegate(QStyledItemDelegate):
    """Paints the samples while the text shows its lines."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.samples_shown = True

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the sample, as for an icon."""
        super().initStyleOption(option, index)
        if self.samples_shown:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration  # pyright: ignore[reportAttributeAccessIssue]
            option.decorationSize = QSize(_SAMPLE, 1)  # pyright: ignore[reportAttributeAccessIssue]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the kind's name, and the line."""
        super().paint(painter, option, index)
        ref = index.data(PlaceRole.REF)
        if not self.samples_shown or not isinstance(ref, FactRef):
            return
        box = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        left, y = box.left() + 2 * self._tokens.space_s, box.center().y() + 0.5
        painter.save()
        FactPens(self._tokens, 1).draw(painter, FAMILIES[ref.kind], QLineF(left, y, left + _SAMPLE, y))
        painter.restore()
