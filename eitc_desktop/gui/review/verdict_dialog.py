"""审阅对应: what one thinks of a link, why, and which unit it ought to be instead."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.models.review_sight import stance_word
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.printing.unit_box import UnitBox
from eitc_desktop.gui.review.form_dialog import FormDialog
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


class VerdictDialog(FormDialog):
    """Starts with *stance*, *reason* and *proposed*; *about* says in words what it is on.

    ``links`` names each link where there are several, to be left out one by one; those numbered ``left_out`` are so at
    first. ``disputed`` are the units that it is on: none of them is proposed instead. ``of_none``: it is on a duty item
    corresponding to no unit. What can't be saved stays and can be copied.
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
        left_out: frozenset[int] = frozenset(),
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
        for number, words in enumerate(links):
            item = QListWidgetItem(words, self.links)
            item.setCheckState(Qt.CheckState.Unchecked if number in left_out else Qt.CheckState.Checked)
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
        self.stances[stance].setChecked(True)
        self.proposes.setChecked(proposed is not None or (of_none and stance is Stance.DISAGREE))
        self._group.idToggled.connect(self._judge)
        self.proposes.toggled.connect(self._judge)
        self._lay_out()
        self._judge()
        self.settle()
        self._dress()
        tokens.changed.connect(self._dress)
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

    def show_failure(self, error: EitcError) -> None:
        """Say why it wasn't saved."""
        self._say(sentence_of(error), failed=True)

    def _missing(self) -> str:
        if not self.chosen_links:
            self.links.setFocus()
            return self.tr("请至少勾选一项对应。")
        if self._is_proposing and self.proposed is None:
            self.units.setFocus()
            return self.tr("请选择机构，或不勾选“建议对应其他机构”。")
        return ""

    def _write(self) -> EitcError | None:
        return self._save(self.chosen_links, self.stance, self.reason.toPlainText(), self.proposed)

    @property
    def _is_proposing(self) -> bool:
        return self.proposes.isEnabled() and self.proposes.isChecked()

    def _state(self) -> object:
        return self.stance, self.reason.toPlainText(), self._is_proposing, self.proposed, self.chosen_links

    def _typed(self) -> str:
        unit = self.proposed
        named = "" if unit is None else unit_label(self._opened.provision, unit)
        lines = (
            self._about,
            *(self.links.item(row).text() for row in self.chosen_links if self.links.count()),
            self._words_of(self.stance).partition("(")[0],
            labelled(self.tr("理由"), self.reason.toPlainText()) if self.reason.toPlainText() else "",
            labelled(self.tr("建议对应"), named) if named else "",
        )
        return "\n".join(filter(None, lines))

    def _words_of(self, stance: Stance) -> str:
        if self._of_none and stance is Stance.AGREE:
            return self.tr("同意未对应(&1)")
        number = tuple(Stance).index(stance) + 1
        return f"{stance_word(stance)}(&{number})"

    @Slot()
    def _judge(self) -> None:
        """Offer another unit where the verdict isn't agreement."""
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
        body = QVBoxLayout()
        body.setSpacing(self._tokens.space_m)
        body.addWidget(WrappedLabel(self._tokens, self._about, self))
        body.addWidget(self.links)
        body.addLayout(stances)
        body.addWidget(label)
        body.addWidget(self.reason, 1)
        body.addWidget(self.proposes)
        body.addWidget(self.units)
        self._complete(body, (self.reason,))

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
        outline(self._tokens, *self.stances.values(), self.proposes, self.links)
