"""The print proof as it is shown: what to look at before printing, with the fonts really used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import labelled, said, sentence_said
from eitc_desktop.services.print_proof import ProofLine

_ROWS = 4  # lines seen at least
_SIGN = "⚠ "


class ProofView(QPlainTextEdit):
    """The proof line by line; those that somebody should look at stand first in sight, marked by sign and colour."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._lines: tuple[ProofLine, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("打印校样"))
        tokens.changed.connect(self._colour)

    @property
    def warnings(self) -> int:
        """How many lines somebody should look at."""
        return sum(line.warning for line in self._lines)

    def show_lines(self, lines: Sequence[ProofLine]) -> None:
        """Show a proof; nothing where there is none."""
        self._lines = tuple(lines)
        self.setPlainText("\n".join(_words(line) for line in self._lines))
        self._colour()

    @Slot()
    def _colour(self) -> None:
        selections: list[QTextEdit.ExtraSelection] = []
        for number, line in enumerate(self._lines):
            if line.warning:
                marked = QTextEdit.ExtraSelection()
                looks = QTextCharFormat()
                looks.setForeground(QColor(self._tokens.error))
                cursor = QTextCursor(self.document().findBlockByNumber(number))
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                marked.format, marked.cursor = looks, cursor  # pyright: ignore[reportAttributeAccessIssue]
                selections.append(marked)
        self.setExtraSelections(selections)


def proof_heading(warnings: int) -> str:
    """Return what stands over a proof."""
    if not warnings:
        return QCoreApplication.translate("ProofView", "打印校样：没有需要注意的")
    return QCoreApplication.translate("ProofView", "打印校样：有 {0} 处需要注意").format(warnings)


def _words(line: ProofLine) -> str:
    words = labelled(said(line.label), sentence_said(line.words))
    return f"{_SIGN}{words}" if line.warning else words
