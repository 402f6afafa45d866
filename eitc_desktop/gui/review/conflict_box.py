"""两稿并存: drafts that were made without knowing of each other, side by side, to be settled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from eitc_desktop.gui.review.differing import Place, differing
from eitc_desktop.gui.review.history_list import revision_text
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.wording import said
from eitc_desktop.model.review import Opinion, Revision
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.words import TWO_DRAFTS, WITHDRAWN


class ConflictBox(QWidget):
    """Each draft with its buttons; which one holds, a reviewer says."""

    adoption_wanted = Signal(str)  # Revision.id
    merging_wanted = Signal(str)  # Revision.id

    def __init__(self, tokens: Tokens, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = t = tokens
        self._entry = entry
        column = QVBoxLayout(self)
        column.setContentsMargins(t.space_l, t.space_m, t.space_l, t.space_m)
        column.setSpacing(t.space_m)
        column.addWidget(WrappedLabel(t, said(TWO_DRAFTS), self, bold=True, points=t.font_base))
        column.addWidget(
            WrappedLabel(
                t,
                self.tr("这一条在两处分别修改过，两稿都保留着。请选一稿，或合并为新稿；未采用的仍在历史中。"),
                self,
                muted=True,
                points=t.font_small,
            )
        )
        drafts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        drafts.setSpacing(t.space_l)
        first = revision_text(entry.heads[0])
        others = [differing(first, revision_text(head)) for head in entry.heads[1:]]
        places = [others[0].removed if len(others) == 1 else (), *(one.added for one in others)]
        for number, (head, differs) in enumerate(zip(entry.heads, places, strict=True), start=1):
            drafts.addWidget(self._draft(number, head, differs), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(drafts)

    def _draft(self, number: int, head: Revision, differs: tuple[Place, ...]) -> QWidget:
        """Return a draft with its buttons; the characters that the other one has otherwise are marked."""
        t = self._tokens
        draft = QWidget(self)
        column = QVBoxLayout(draft)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.space_s)
        origin = self._entry.origin(head)
        who = " · ".join(
            part
            for part in (
                self.tr("第 {0} 稿").format(number),
                origin.author.office,
                origin.author.name,
                local_time(origin.made_at),
                said(WITHDRAWN) if head.withdrawn else "",
            )
            if part
        )
        column.addWidget(WrappedLabel(t, who, draft, muted=True, points=t.font_small))
        buttons = FlowLayout(t.space_s)
        adopt = QPushButton(self.tr("采用此稿"), draft)
        adopt.setAutoDefault(False)
        adopt.setAccessibleDescription(who)
        adopt.clicked.connect(lambda: self.adoption_wanted.emit(head.id))
        buttons.addWidget(adopt)
        if isinstance(head.content, Opinion):
            merge = QPushButton(self.tr("合并为新稿…"), draft)
            merge.setAutoDefault(False)
            merge.setAccessibleDescription(who)
            merge.clicked.connect(lambda: self.merging_wanted.emit(head.id))
            buttons.addWidget(merge)
        column.addLayout(buttons)  # above the words, which may be long: the choice stays in sight
        words = WrappedLabel(t, revision_text(head), draft)
        words.mark(differs)
        column.addWidget(words)
        return draft

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            painter.setPen(QPen(QColor(self._tokens.error), 1.0, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
