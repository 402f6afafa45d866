"""Every state an entry had, with who made it and when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.review.entered_box import CaptionedRows
from eitc_desktop.gui.review.listed import content_words
from eitc_desktop.gui.review.opinion_dialog import opinion_text
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.wording import said
from eitc_desktop.model.review import Opinion, Revision
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.words import WITHDRAWN


class HistoryList(QWidget):
    """The newest state is the first."""

    def __init__(self, tokens: Tokens, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = CaptionedRows(tokens, tokens.space_l)
        rows.fit(self)
        self.setLayout(rows)
        for revision in reversed(entry.history):
            head = " · ".join(
                part
                for part in (
                    local_time(revision.made_at),
                    revision.author.office,
                    revision.author.name,
                    self._act(revision, entry),
                )
                if part
            )
            rows.add("", WrappedLabel(tokens, head, self, muted=True, points=tokens.font_small))
            rows.add("", WrappedLabel(tokens, revision_text(revision), self))

    def _act(self, revision: Revision, entry: Entry) -> str:
        """Return what was done to make this state."""
        before = [one for one in entry.history if one.id in revision.replaces]
        if revision.withdrawn:
            return said(WITHDRAWN)
        if not before:
            return self.tr("添加")
        if len(before) > 1:
            return self.tr("合并")
        if before[0].withdrawn:
            return self.tr("恢复")
        if before[0].anchor != revision.anchor:
            return self.tr("重新定位")
        return self.tr("编辑")


def revision_text(revision: Revision) -> str:
    """Return what an entry said in one of its states."""
    content = revision.content
    return opinion_text(content) if isinstance(content, Opinion) else content_words(content)
