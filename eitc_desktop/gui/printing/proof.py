"""The print proof as it is shown: what to look at before printing, with the fonts really used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import labelled, said, sentence_said
from eitc_desktop.services.print_proof import ProofLine

_SIGN, _STANDS_IN = "⚠ ", "※ "


class ProofView(QPlainTextEdit):
    """The proof line by line; those that somebody should look at stand first, marked by sign and colour, and fonts
    that stand in are marked by another sign.
    """

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

    @property
    def stands_in(self) -> bool:
        """Whether some font stands in for the one asked for."""
        return any(line.stands_in for line in self._lines)

    def show_lines(self, lines: Sequence[ProofLine]) -> None:
        """Show a proof; nothing where there is none."""
        self._lines = tuple(sorted(lines, key=lambda line: not line.warning))
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


def proof_heading(warnings: int, *, stands_in: bool) -> str:
    """Return what stands over a proof with so many warnings; *stands_in*: some font isn't the one asked for."""
    translate = QCoreApplication.translate
    if warnings and stands_in:
        return translate("ProofView", "打印校样：有 {0} 处需要注意；字体有替代（见 ※）").format(warnings)
    if warnings:
        return translate("ProofView", "打印校样：有 {0} 处需要注意").format(warnings)
    if stands_in:
        return translate("ProofView", "打印校样：没有问题；字体有替代（见 ※）")
    return translate("ProofView", "打印校样：没有需要注意的")


def _words(line: ProofLine) -> str:
    words = labelled(said(line.label), sentence_said(line.words))
    return f"{_SIGN if line.warning else _STANDS_IN if line.stands_in else ''}{words}"
