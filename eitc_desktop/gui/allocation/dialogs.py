"""Dialogs of scenarios: names that are asked for, and the warning before a scenario leaves the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.guarded import UnsavedSheet
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.wording import said, sentence_of
from eitc_desktop.reviewing.cleaning import MAX_LINE, clean_line, clean_text
from eitc_desktop.services.reviews.allocation_words import WARNING

_NAME, _NAME_AND_NOTE, _WARNING = QSize(34, 10), QSize(34, 19), QSize(34, 12)  # in characters


class NameDialog(FittedDialog):
    """Asks for a name, and with a *note* for a remark. *save* keeps them, or says why it can't: then all stays here."""

    def __init__(
        self,
        tokens: Tokens,
        title: str,
        save: Callable[[str, str], EitcError | None],
        parent: QWidget,
        *,
        name: str = "",
        note: str | None = None,
        taken: frozenset[str] = frozenset(),
        label: str = "",
    ) -> None:
        super().__init__(title, _NAME if note is None else _NAME_AND_NOTE, parent)
        self._tokens = tokens
        self._save = save
        self._taken = taken
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(MAX_LINE)
        self.name.textChanged.connect(self._judge)
        self.note: QPlainTextEdit | None = None
        form = QFormLayout()
        form.setSpacing(tokens.space_m)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(label or self.tr("方案名称(&N)"), self.name)
        if note is not None:
            self.note = QPlainTextEdit(note, self)
            self.note.setTabChangesFocus(True)
            self.note.setMaximumHeight(96)
            form.addRow(self.tr("说明(&M)，可以不填"), self.note)
        self.trouble = QLabel(self)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._note_before = self._note_words()
        body = QVBoxLayout()
        body.setSpacing(tokens.space_l)
        body.addLayout(form)
        body.addWidget(self.trouble)
        body.addStretch(1)
        buttons = QDialogButtonBox(self)
        self.enter_button = buttons.addButton(self.tr("保存"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy_button = buttons.addButton(self.tr("复制内容"), QDialogButtonBox.ButtonRole.ActionRole)
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.enter_button.setDefault(True)
        self.enter_button.clicked.connect(self.enter)
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.hide()
        cancel.clicked.connect(self.reject)
        self.fill(body, buttons, () if self.note is None else (self.note,))
        self._dress()
        tokens.changed.connect(self._dress)
        self._judge()
        self.name.setFocus()
        self.name.selectAll()

    @Slot()
    def enter(self) -> None:
        """Keep what was typed, and close; stay with it where that fails."""
        error = self._save(clean_line(self.name.text()), self._note_words())
        if error is None:
            self.accept()
            return
        self.copy_button.show()
        self._say(sentence_of(error))

    def reject(self) -> None:
        """Close, but ask first where a remark would be lost."""
        if self._note_words() == self._note_before:
            super().reject()
            return
        sheet = UnsavedSheet(self._tokens, self)
        sheet.discarded.connect(self._leave)
        sheet.saving_wanted.connect(self.enter)
        sheet.open()

    def _leave(self) -> None:
        super().reject()

    def _note_words(self) -> str:
        return "" if self.note is None else clean_text(self.note.toPlainText())

    @Slot()
    def _judge(self) -> None:
        name = clean_line(self.name.text())
        taken = name in self._taken
        self.enter_button.setEnabled(bool(name) and not taken)
        self._say(self.tr("已经有“{0}”，请换一个名称。").format(name) if taken else "")

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        if self.isVisible():
            self.fit()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(filter(None, (self.name.text(), self._note_words()))))

    @Slot()
    def _dress(self) -> None:
        self.trouble.setStyleSheet(f"QLabel {{ color: {self._tokens.error}; }}")


class ExportWarning(FittedDialog):
    """Says what a scenario is not; only who confirms to know it goes on."""

    def __init__(self, tokens: Tokens, name: str, parent: QWidget) -> None:
        super().__init__(self.tr("导出编制分配方案"), _WARNING, parent)
        self._tokens = tokens
        words = self._words(self.tr("将要导出方案“{0}”。").format(name))
        warning = self._words(said(WARNING))
        font = warning.font()
        font.setBold(True)
        warning.setFont(font)
        more = self._words(self.tr("导出的文件在标题和表下都写明这一点。请不要把它当作编制文件使用或转发。"))
        self.known = QCheckBox(self.tr("我知道：这是设想，不是核定数(&K)"), self)
        self.known.toggled.connect(self._judge)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_l)
        for widget in (words, warning, more, self.known):
            body.addWidget(widget)
        body.addStretch(1)
        buttons = QDialogButtonBox(self)
        self.go_on = buttons.addButton(self.tr("继续导出…"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.fill(body, buttons)
        self._judge()
        self._dress()
        tokens.changed.connect(self._dress)
        self.known.setFocus()

    @Slot()
    def _judge(self) -> None:
        self.go_on.setEnabled(self.known.isChecked())

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, self.known)

    def _words(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
