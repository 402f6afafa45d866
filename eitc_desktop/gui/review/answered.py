"""The entry that an answer is given to, as its dialog quotes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from eitc_desktop.gui.review.listed import clause_words, content_words, provider
from eitc_desktop.gui.review.opinion_dialog import opinion_text
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.wording import said
from eitc_desktop.model.review import Opinion
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.words import kind_words


class AnsweredEntry(QWidget):
    """What the entry says, to be read while one writes."""

    def __init__(self, tokens: Tokens, entry: Entry, parent: QWidget, lines: int = 4) -> None:
        super().__init__(parent)
        content = entry.content
        office, person = provider(content, entry.author)
        head = QLabel(
            " · ".join(part for part in (said(kind_words(content)), clause_words(entry), office, person) if part), self
        )
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        words = QPlainTextEdit(opinion_text(content) if isinstance(content, Opinion) else content_words(content), self)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(head.text())
        words.setStyleSheet(f"background: {tokens.raised};")
        words.setFixedHeight(round(lines * QFontMetricsF(words.font()).lineSpacing()) + 2 * tokens.space_m)
        line = QHBoxLayout()
        line.setSpacing(tokens.space_m)
        line.addWidget(ProvenanceTag(tokens, Provenance.ENTERED, self))
        line.addWidget(head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_s)
        column.addLayout(line)
        column.addWidget(words)
