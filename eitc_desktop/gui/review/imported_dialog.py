"""What came of taking packages in: what stands in two versions, what found no place, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.import_words import ImportWords
from eitc_desktop.gui.review.rows import RowsView
from eitc_desktop.gui.review.said_lines import PlainLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.services.reviews.preview import Preview

_SIZE = QSize(56, 12)  # in characters
_SIZE_LISTED = QSize(66, 28)


class ImportedDialog(FittedDialog):
    """Says what *taken* brought, lists what needs somebody's look, and leads there."""

    entry_requested = Signal(str)  # id of an entry
    drafts_requested = Signal()
    unplaced_requested = Signal()

    def __init__(self, tokens: Tokens, taken: Preview, parent: QWidget | None = None) -> None:
        odd = [each for each in taken.fresh if taken.needs_a_look(each)]
        super().__init__(self.tr("已并入"), _SIZE_LISTED if odd else _SIZE, parent)
        words = ImportWords(self)
        self.words = PlainLine(
            tokens,
            self.tr("已并入 {0} 个文件：新增 {1} 条，改动 {2} 条，已有 {3} 条。").format(
                len(taken.paths), taken.new, taken.newer, taken.known
            ),
            self,
        )
        self.odd = PlainLine(tokens, self._odd_words(taken), self)
        self.view = RowsView(tokens, self.tr("需要过目的条目"), words.news_columns(), self, many=False, opens=True)
        self.view.show_rows(words.news_rows(taken, odd))
        self.view.row_opened.connect(self._go)
        self.buttons = QDialogButtonBox(self)
        self.drafts_button = self._button(self.tr("查看两稿并存(&D)"))
        self.unplaced_button = self._button(self.tr("查看未能定位(&U)"))
        self.drafts_button.setVisible(bool(taken.drafts))
        self.unplaced_button.setVisible(bool(taken.unplaced))
        self.drafts_button.clicked.connect(self._show_drafts)
        self.unplaced_button.clicked.connect(self._show_unplaced)
        close = self.buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        for each in (self.odd, self.view):
            each.setVisible(bool(odd))
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(self.words)
        body.addWidget(self.odd)
        body.addWidget(self.view, 1)
        if not odd:
            body.addStretch(1)
        self.fill(body, self.buttons, (self.view,) if odd else ())
        close.setFocus()

    def _odd_words(self, taken: Preview) -> str:
        """Return what needs somebody's look, and how much of it."""
        if not taken.unplaced:
            words = self.tr("有 {0} 条两稿并存，需要过目。都已保存，没有丢弃。").format(taken.drafts)
        elif not taken.drafts:
            words = self.tr("有 {0} 条未能定位，需要过目。都已保存，没有丢弃。").format(taken.unplaced)
        else:
            both = self.tr("下列条目需要过目：两稿并存 {0} 条，未能定位 {1} 条。都已保存，没有丢弃。")
            words = both.format(taken.drafts, taken.unplaced)
        return words

    def _button(self, words: str) -> QPushButton:
        return self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)

    def _go(self, entry: str) -> None:
        self.accept()
        self.entry_requested.emit(entry)

    def _show_drafts(self) -> None:
        self.accept()
        self.drafts_requested.emit()

    def _show_unplaced(self) -> None:
        self.accept()
        self.unplaced_requested.emit()
