"""What everybody says of one place, in short and side by side: who, and what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from eitc_desktop.gui.review.entered_box import CaptionedRows, boxed
from eitc_desktop.gui.review.entries_model import PlaceHead
from eitc_desktop.gui.review.listed import EntryRow
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.labels import WrappedLabel


class PlaceBody(QWidget):
    """Each entry with a way to it."""

    entry_wanted = Signal(str)  # an entry's id

    def __init__(
        self, tokens: Tokens, head: PlaceHead, entries: Sequence[EntryRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        t = tokens
        column = QVBoxLayout(self)
        column.setContentsMargins(t.space_l, t.space_s, t.space_l, t.space_m)
        column.setSpacing(t.space_m)
        if head.quoted:
            quote = CaptionedRows(t, t.space_l)
            quote.fit(self)
            quote.add(self.tr("原文"), WrappedLabel(t, head.quoted, self))
            column.addLayout(quote)
        box, rows = boxed(t, self)
        for entry in entries:
            line = QVBoxLayout()
            line.setSpacing(t.space_xs)
            top = FlowLayout(t.space_m)
            who = " · ".join(part for part in (entry.office, entry.person, entry.adoption, entry.status) if part)
            top.addWidget(WrappedLabel(t, who, box, muted=True, points=t.font_small))
            open_ = QToolButton(box)
            open_.setText(self.tr("看全文"))
            open_.setProperty("small", True)  # noqa: FBT003
            open_.setAccessibleDescription(who)
            open_.clicked.connect(lambda _checked=False, one=entry.id: self.entry_wanted.emit(one))
            top.addWidget(open_)
            line.addLayout(top)
            line.addWidget(WrappedLabel(t, entry.content, box))
            rows.add(entry.category, line)
        column.addWidget(box)
        column.addStretch(1)
