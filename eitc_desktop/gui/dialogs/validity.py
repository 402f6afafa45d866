"""时效: the user enters whether the provision is in force; the text itself does not say."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.settings import MAX_NOTE, EnteredValidity, Validity

_SIZE = QSize(36, 16)  # in characters


class ValidityDialog(FittedDialog):
    """Shows what was *entered*, or that nothing was, and tells what is entered on *today*."""

    validity_entered = Signal(object)  # EnteredValidity

    def __init__(
        self, tokens: Tokens, entered: EnteredValidity | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("录入时效"), _SIZE, parent)
        self._tokens = tokens
        self._today = today
        self._before = EnteredValidity(Validity.UNVERIFIED) if entered is None else entered
        self._group = QButtonGroup(self)
        self.states = {
            Validity.IN_FORCE: QRadioButton(self.tr("现行(&1)"), self),
            Validity.AMENDED: QRadioButton(self.tr("已修订(&2)"), self),
            Validity.REPEALED: QRadioButton(self.tr("已废止(&3)"), self),
            Validity.UNVERIFIED: QRadioButton(self.tr("未核实(&4)"), self),
        }
        for number, button in enumerate(self.states.values()):
            self._group.addButton(button, number)
        self.states[self._before.state].setChecked(True)
        self.note = QLineEdit(self._before.note, self)
        self.note.setMaxLength(MAX_NOTE)
        self.note.setPlaceholderText(self.tr("例如修订或废止文件的文号、查询的出处"))
        self._lay_out(tokens)
        self._dress()
        tokens.changed.connect(self._dress)
        self.states[self._before.state].setFocus()

    @Slot()
    def enter(self) -> None:
        """Tell what was entered, and close."""
        state = list(self.states)[self._group.checkedId()]
        note = " ".join(self.note.text().split())
        self.validity_entered.emit(EnteredValidity(state, note, self._today.isoformat()))
        self.accept()

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, *self.states.values())

    def _lay_out(self, tokens: Tokens) -> None:
        words = self._words(
            self.tr("原文不载明自身是否有效。这里填的是您本人核实的结果，标为“录入”，只保存在这台电脑的设置文件夹中。")
        )
        states = FlowLayout(tokens.space_l)
        for button in self.states.values():
            states.addWidget(button)
        label = QLabel(self.tr("依据(&N)"), self)
        label.setBuddy(self.note)
        buttons = QDialogButtonBox(self)
        enter = buttons.addButton(self.tr("录入"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        enter.setDefault(True)
        enter.clicked.connect(self.enter)
        cancel.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_l)
        body.addWidget(words)
        body.addLayout(states)
        body.addWidget(label)
        body.addWidget(self.note)
        body.addWidget(self._words(self._dates()))
        body.addStretch(1)
        self.fill(body, buttons)

    def _dates(self) -> str:
        today = self.tr("录入日期：今天，{0}").format(self._today.isoformat())
        if not self._before.entered_on:
            return today
        return self.tr("{0}（上次录入：{1}）").format(today, self._before.entered_on)

    def _words(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
