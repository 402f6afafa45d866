"""审阅对应: what one thinks of a link, why, and which unit it ought to be instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.models.review_sight import stance_word
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.printing.unit_box import UnitBox
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.wording import labelled, sentence_of
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.review import Stance
from eitc_desktop.services.print_units import printable_units, unit_label

_SIZE = QSize(40, 24)  # in characters

Save = Callable[[Stance, str, FactRef | None], EitcError | None]
"""Saves a verdict with its reason and the unit it proposes; returns why it couldn't."""


class VerdictDialog(FittedDialog):
    """Starts with *stance*, *reason* and *proposed*; *about* says in words what it is on.

    ``of_none``: it is on a duty item corresponding to no unit. What can't be saved stays and can be copied.
    """

    def __init__(
        self,
        tokens: Tokens,
        opened: OpenedLibrary,
        about: str,
        stance: Stance,
        save: Save,
        parent: QWidget | None = None,
        *,
        reason: str = "",
        proposed: FactRef | None = None,
        of_none: bool = False,
    ) -> None:
        super().__init__(self.tr("审阅对应"), _SIZE, parent)
        self._tokens = tokens
        self._opened = opened
        self._about = about
        self._save = save
        self._of_none = of_none
        self._group = QButtonGroup(self)
        self.stances = {each: QRadioButton(self._words_of(each), self) for each in Stance}
        for number, button in enumerate(self.stances.values()):
            self._group.addButton(button, number)
        self.reason = QPlainTextEdit(reason, self)
        self.reason.setTabChangesFocus(True)
        self.proposes = QCheckBox(self.tr("建议对应其他机构(&U)"), self)
        self.units = UnitBox(opened.provision, printable_units(opened.provision), opened.name_keys, self)
        self.units.choose(proposed)
        self.failure = QLabel(self)
        self.failure.setTextFormat(Qt.TextFormat.PlainText)
        self.failure.setWordWrap(True)
        self.copy_button = QPushButton(self.tr("复制内容"), self)
        self._lay_out()
        self.stances[stance].setChecked(True)
        self.proposes.setChecked(proposed is not None or (of_none and stance is Stance.DISAGREE))
        self._group.idToggled.connect(self._judge)
        self.proposes.toggled.connect(self._judge)
        self._judge()
        self._dress()
        tokens.changed.connect(self._dress)
        (self.units if self.proposes.isChecked() else self.reason).setFocus()

    @property
    def stance(self) -> Stance:
        """What is chosen."""
        return tuple(self.stances)[self._group.checkedId()]

    @property
    def proposed(self) -> FactRef | None:
        """The unit that is proposed; None where none is, or the words typed leave none."""
        wanted = self.proposes.isEnabled() and self.proposes.isChecked()
        return self.units.chosen if wanted else None

    @Slot()
    def enter(self) -> None:
        """Save, and close; stay and say why where that failed."""
        error = self._save(self.stance, self.reason.toPlainText(), self.proposed)
        if error is None:
            self.accept()
        else:
            self.show_failure(error)

    def show_failure(self, error: EitcError) -> None:
        """Say why it wasn't saved."""
        self.failure.setText(labelled(self.tr("没有保存"), sentence_of(error)))
        self.failure.show()
        self.copy_button.show()
        self.fit()
        QTimer.singleShot(0, self, lambda: self._sheet.ensureWidgetVisible(self.copy_button))

    @Slot()
    def copy_typed(self) -> None:
        """Put all that is entered on the clipboard."""
        unit = self.proposed
        named = "" if unit is None else unit_label(self._opened.provision, unit)
        lines = (
            self._about,
            self._words_of(self.stance).partition("(")[0],
            labelled(self.tr("理由"), self.reason.toPlainText()) if self.reason.toPlainText() else "",
            labelled(self.tr("建议对应"), named) if named else "",
        )
        QGuiApplication.clipboard().setText("\n".join(filter(None, lines)))

    def _words_of(self, stance: Stance) -> str:
        if self._of_none and stance is Stance.AGREE:
            return self.tr("同意未对应(&1)")
        number = tuple(Stance).index(stance) + 1
        return f"{stance_word(stance)}(&{number})"

    @Slot()
    def _judge(self) -> None:
        """Offer another unit where the verdict isn't agreement."""
        self.proposes.setEnabled(self.stance is not Stance.AGREE)
        shown = self.proposes.isEnabled() and self.proposes.isChecked()
        if self.units.isHidden() is shown:
            self.units.setVisible(shown)
            if self.isVisible():
                self.fit()
                self.units.setFocus()

    def _lay_out(self) -> None:
        stances = FlowLayout(self._tokens.space_l)
        for button in self.stances.values():
            stances.addWidget(button)
        label = QLabel(self.tr("理由(&R)"), self)
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(self.tr("理由"))
        self.units.hide()
        self.failure.hide()
        self.copy_button.hide()
        self.copy_button.clicked.connect(self.copy_typed)
        buttons = QDialogButtonBox(self)
        enter = buttons.addButton(self.tr("保存"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        enter.setDefault(True)
        enter.clicked.connect(self.enter)
        cancel.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setSpacing(self._tokens.space_m)
        body.addWidget(WrappedLabel(self._tokens, self._about, self))
        body.addLayout(stances)
        body.addWidget(label)
        body.addWidget(self.reason, 1)
        body.addWidget(self.proposes)
        body.addWidget(self.units)
        body.addWidget(self.failure)
        body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill(body, buttons, (self.reason,))

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, *self.stances.values(), self.proposes)
        self.failure.setStyleSheet(f"color: {self._tokens.error};")
