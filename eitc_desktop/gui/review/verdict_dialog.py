"""审阅对应: what one thinks of a link, why, and which unit it ought to be instead."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.models.review_sight import stance_word
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.printing.unit_box import UnitBox
from eitc_desktop.gui.review.guarded import GuardedDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.wording import labelled, sentence_of
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.review import Stance
from eitc_desktop.services.print_units import printable_units, unit_label

_SIZE = QSize(40, 24)  # in characters
_LINKS = 4  # rows seen of the list of links

Save = Callable[[Sequence[int], Stance, str, FactRef | None], EitcError | None]
"""Saves a verdict on the links of these numbers, with its reason and the unit it proposes; returns why it couldn't."""


class VerdictDialog(GuardedDialog):
    """Starts with *stance*, *reason* and *proposed*; *about* says in words what it is on.

    ``links`` names each link where there are several, to be left out one by one. ``disputed`` are the units that it is
    on: none of them is proposed instead. ``of_none``: it is on a duty item corresponding to no unit. What can't be
    saved stays and can be copied.
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
        links: Sequence[str] = (),
        disputed: Collection[FactRef] = (),
        reason: str = "",
        proposed: FactRef | None = None,
        of_none: bool = False,
    ) -> None:
        super().__init__(tokens, self.tr("审阅对应"), _SIZE, parent)
        self._opened = opened
        self._about = about
        self._save = save
        self._of_none = of_none
        self.links = QListWidget(self)
        for words in links:
            item = QListWidgetItem(words, self.links)
            item.setCheckState(Qt.CheckState.Checked)
        self._group = QButtonGroup(self)
        self.stances = {each: QRadioButton(self._words_of(each), self) for each in Stance}
        for number, button in enumerate(self.stances.values()):
            self._group.addButton(button, number)
        self.reason = QPlainTextEdit(reason, self)
        self.reason.setTabChangesFocus(True)
        self.proposes = QCheckBox(self.tr("建议对应其他机构(&U)"), self)
        others = [unit for unit in printable_units(opened.provision) if unit not in disputed]
        self.units = UnitBox(opened.provision, others, opened.name_keys, self, first=False)
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
        for change in (self.reason.textChanged, self.units.unit_chosen, self.links.itemChanged):
            change.connect(self._forget_missing)
        self.settle()
        (self.units if self.proposes.isChecked() else self.reason).setFocus()

    @property
    def stance(self) -> Stance:
        """What is chosen."""
        return tuple(self.stances)[self._group.checkedId()]

    @property
    def proposed(self) -> FactRef | None:
        """The unit that is proposed; None where none is, or none is chosen yet."""
        return self.units.chosen if self._is_proposing else None

    @property
    def chosen_links(self) -> tuple[int, ...]:
        """The numbers of the links that are meant; of one link alone it is 0."""
        rows = range(self.links.count())
        ticked = (row for row in rows if self.links.item(row).checkState() is Qt.CheckState.Checked)
        return tuple(ticked) if rows else (0,)

    @Slot()
    def save(self) -> None:
        """Save, and close; stay and say why where that failed."""
        if not self.chosen_links:
            self._say(self.tr("请至少勾选一项对应。"), self.links)
        elif self._is_proposing and self.proposed is None:
            self._say(self.tr("请选择机构，或不勾选“建议对应其他机构”。"), self.units)
        else:
            error = self._save(self.chosen_links, self.stance, self.reason.toPlainText(), self.proposed)
            if error is None:
                self.accept()
            else:
                self.show_failure(error)

    def show_failure(self, error: EitcError) -> None:
        """Say why it wasn't saved."""
        self.copy_button.show()
        self._say(labelled(self.tr("没有保存"), sentence_of(error)))

    def _say(self, words: str, meant: QWidget | None = None) -> None:
        """Say *words* under the fields, with the keyboard in the field that is *meant*."""
        self.failure.setText(words)
        self.failure.show()
        self.fit()
        if meant is not None:
            meant.setFocus()
        QTimer.singleShot(
            0, self, lambda: self._sheet.ensureWidgetVisible(self.copy_button if meant is None else meant)
        )

    @Slot()
    def _forget_missing(self) -> None:
        """Say no longer that something is missing; why saving failed stays."""
        if self.copy_button.isHidden():
            self.failure.hide()

    @property
    def _is_proposing(self) -> bool:
        return self.proposes.isEnabled() and self.proposes.isChecked()

    def _state(self) -> object:
        return self.stance, self.reason.toPlainText(), self._is_proposing, self.proposed, self.chosen_links

    @Slot()
    def copy_typed(self) -> None:
        """Put all that is entered on the clipboard."""
        unit = self.proposed
        named = "" if unit is None else unit_label(self._opened.provision, unit)
        lines = (
            self._about,
            *(self.links.item(row).text() for row in self.chosen_links if self.links.count()),
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
        self._forget_missing()
        self.proposes.setEnabled(self.stance is not Stance.AGREE)
        shown = self._is_proposing
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
        self._lay_out_links()
        self.units.hide()
        self.failure.hide()
        self.copy_button.hide()
        self.copy_button.clicked.connect(self.copy_typed)
        buttons = QDialogButtonBox(self)
        self.save_button = buttons.addButton(self.tr("保存"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setToolTip(self.tr("保存到本机的审阅文件（Ctrl+Enter）"))
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setSpacing(self._tokens.space_m)
        body.addWidget(WrappedLabel(self._tokens, self._about, self))
        body.addWidget(self.links)
        body.addLayout(stances)
        body.addWidget(label)
        body.addWidget(self.reason, 1)
        body.addWidget(self.proposes)
        body.addWidget(self.units)
        body.addWidget(self.failure)
        body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill(body, buttons, (self.reason,))

    def _lay_out_links(self) -> None:
        several = self.links.count()
        self.links.setAccessibleName(self.tr("要审阅的各项对应"))
        self.links.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = max(self.links.sizeHintForRow(0), self.fontMetrics().height())
        self.links.setFixedHeight(min(several, _LINKS) * row + 2 * self.links.frameWidth() + 2)
        self.links.setVisible(several > 0)
        if several:
            self.reason.setPlaceholderText(self.tr("所勾选的各项录入同一理由"))

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, *self.stances.values(), self.proposes)
        self.failure.setStyleSheet(f"color: {self._tokens.error};")
