"""What becomes of an opinion: 采纳情况, 说明 and 承办人."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from eitc_desktop.gui.review.answered import AnsweredEntry
from eitc_desktop.gui.review.entry_form import EntryForm, QuotedPlace, TextField
from eitc_desktop.gui.review.listed import clause_words
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.model.review import Adoption, Handling
from eitc_desktop.reviewing.annotations import entry_id_for
from eitc_desktop.reviewing.cleaning import MAX_LINE, clean_line
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.session import Change
from eitc_desktop.services.reviews.words import ADOPTIONS

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_SIZE = QSize(42, 24)  # in characters
_EXPLAINED = frozenset({Adoption.PARTLY, Adoption.REJECTED})


class HandlingDialog(EntryForm):
    """Enters what becomes of *opinion*; of that there is one entry, whoever makes it: *known*, or a new one."""

    def __init__(
        self,
        tokens: Tokens,
        desk: ReviewDesk,
        opinion: Entry,
        known: Entry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tokens, desk, self.tr("处理意见"), _SIZE, parent)
        self._opinion = opinion
        self._known = known
        before = known.content if known is not None and isinstance(known.content, Handling) else None
        own = desk.reviewer.name if desk.reviewer is not None else ""
        self._group = QButtonGroup(self)
        self.adoptions: dict[Adoption, QRadioButton] = {}
        for number, adoption in enumerate(Adoption):
            button = QRadioButton(f"{said(ADOPTIONS[adoption])}(&{number + 1})", self)
            button.setChecked(before is not None and adoption is before.adoption)
            self._group.addButton(button, number)
            self.adoptions[adoption] = button
        self.explanation = TextField(
            tokens, self.tr("说明(&S)"), before.explanation if before else "", self.tr("办理的情况"), self
        )
        self.handler = QLineEdit(before.handler if before else own, self)
        self.handler.setMaxLength(MAX_LINE)
        self._lay_out()
        self._group.idToggled.connect(self._follow)
        self._follow()
        self._dress()
        tokens.changed.connect(self._dress)
        first = next((one for one in self.adoptions.values() if one.isChecked()), self.adoptions[Adoption.ADOPTED])
        first.setFocus()

    @property
    def adoption(self) -> Adoption | None:
        """What is chosen."""
        return next((adoption for adoption, button in self.adoptions.items() if button.isChecked()), None)

    @Slot()
    def _follow(self) -> None:
        """Say whether an explanation must be given."""
        must = self.adoption in _EXPLAINED
        self.explanation.rename(self.tr("说明（必填）(&S)") if must else self.tr("说明(&S)"))
        hint = self.tr("不采纳或部分采纳的理由") if must else self.tr("办理的情况")
        self.explanation.edit.setPlaceholderText(hint)

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, *self.adoptions.values())

    def _lay_out(self) -> None:
        t = self._tokens
        choices = FlowLayout(t.space_l)
        for button in self.adoptions.values():
            choices.addWidget(button)
        label = QLabel(self.tr("承办人(&H)"), self)
        label.setBuddy(self.handler)
        handler = QHBoxLayout()
        handler.setSpacing(t.space_m)
        handler.addWidget(label)
        handler.addWidget(self.handler, 1)
        body = QVBoxLayout()
        body.setSpacing(t.space_m)
        anchor = self._opinion.anchor
        if not anchor.is_whole:
            body.addWidget(QuotedPlace(t, clause_words(self._opinion), anchor, self, 2))
        body.addWidget(AnsweredEntry(t, self._opinion, self, 3))
        body.addLayout(choices)
        body.addWidget(self.explanation, 1)
        body.addLayout(handler)
        self._complete(body)

    def _missing(self) -> str:
        if self.adoption is None:
            self.adoptions[Adoption.ADOPTED].setFocus()
            return self.tr("请选择采纳情况。")
        if self.adoption in _EXPLAINED and not self.explanation.text:
            self.explanation.edit.setFocus()
            return self.tr("不采纳或部分采纳的，请填写说明。")
        return self.tr("文字太长，请精简。") if self.explanation.is_too_long else ""

    def _changes(self) -> tuple[Change, ...]:
        entry = entry_id_for("handling", self._opinion.id) if self._known is None else self._known.id
        adoption = self.adoption or Adoption.PENDING
        handling = Handling(self._opinion.id, adoption, self.explanation.text, clean_line(self.handler.text()))
        return (Change(entry, self._opinion.anchor, handling),)

    def _step(self) -> str:
        return self.tr("处理意见")

    def _state(self) -> object:
        return self.adoption, self.explanation.text, self.handler.text()

    def _typed(self) -> str:
        adoption = "" if self.adoption is None else said(ADOPTIONS[self.adoption])
        return "\n".join((adoption, self.explanation.text, labelled(self.tr("承办人"), self.handler.text())))
