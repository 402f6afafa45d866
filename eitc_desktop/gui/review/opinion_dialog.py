"""An opinion is entered, edited, or made of two drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.review.entry_form import EntryForm, QuotedPlace, TextField
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.wording import labelled, said
from eitc_desktop.model.review import Anchor, Opinion, OpinionCategory, Person, Revision
from eitc_desktop.reviewing.cleaning import MAX_LINE, clean_line
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.session import Change, added
from eitc_desktop.services.reviews.words import CATEGORIES

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_SIZE = QSize(50, 34)  # in characters


class OpinionDialog(EntryForm):
    """Enters an opinion on *anchor*, or edits *entry*; with *others*, drafts beside it, makes one of them all.

    *whole* is the anchor of the provision as a whole, to which an opinion that is new may be turned.
    """

    def __init__(
        self,
        tokens: Tokens,
        desk: ReviewDesk,
        anchor: Anchor,
        parent: QWidget | None = None,
        *,
        entry: Entry | None = None,
        draft: Opinion | None = None,
        others: Sequence[Revision] = (),
        whole: Anchor | None = None,
    ) -> None:
        title = self.tr("添加意见") if entry is None else self.tr("合并为新稿") if others else self.tr("编辑意见")
        super().__init__(tokens, desk, title, _SIZE, parent)
        self._entry = entry
        self._anchor = anchor
        self._whole = whole
        self._reviewer = desk.reviewer or Person("", "", "")
        self._others = tuple(others)
        known = draft or Opinion(
            OpinionCategory.OPINION, "", "", "", self._reviewer.office, self._reviewer.name, on_behalf=False
        )
        self._own = (
            (known.office, known.person) if not known.on_behalf else (self._reviewer.office, self._reviewer.name)
        )
        self._make_place(anchor)
        self._make_categories(known.category)
        self._make_texts(known)
        self._make_people(known)
        self._lay_out()
        self._dress()
        tokens.changed.connect(self._dress)
        self.text.edit.setFocus()

    @property
    def opinion(self) -> Opinion:
        """What is entered."""
        category = list(OpinionCategory)[self._group.checkedId()]
        return Opinion(
            category,
            self.text.text,
            self.proposed.text,
            self.reason.text,
            clean_line(self.office.text()),
            clean_line(self.person.text()),
            self.on_behalf.isChecked(),
        )

    @property
    def anchor(self) -> Anchor:
        """What the opinion is on."""
        return self._whole if self._whole is not None and self.of_whole.isChecked() else self._anchor

    @Slot()
    def begin_with_original(self) -> None:
        """Put the text's own words into 建议修改为, to be changed there."""
        self.proposed.edit.selectAll()
        self.proposed.edit.insertPlainText(self._anchor.exact.strip())
        self.proposed.edit.setFocus()

    @Slot(bool)
    def _follow_behalf(self, on: bool) -> None:
        """Let office and person be typed where the opinion is somebody else's; else they are the reviewer's own."""
        for line in (self.office, self.person):
            line.setReadOnly(not on)
        if not on:
            self.office.setText(self._own[0])
            self.person.setText(self._own[1])
        elif (self.office.text(), self.person.text()) == self._own:
            self.office.clear()
            self.person.clear()
            self.office.setFocus()
        self._dress()

    @Slot()
    def _follow_whole(self) -> None:
        self.place.show_anchor(self._clause_of(self.anchor), self.anchor)
        self._from_original.setEnabled(not self.anchor.is_whole)
        self.fit()

    @Slot()
    def _dress(self) -> None:
        t = self._tokens
        outline(t, *self.categories.values(), self.on_behalf, self.of_whole)
        flat = f"QLineEdit {{ background: transparent; border-color: transparent; color: {t.muted}; }}"
        focus = f"QLineEdit:focus {{ border-color: {t.border}; }}"
        for line in (self.office, self.person):
            line.setStyleSheet("" if self.on_behalf.isChecked() else f"{flat} {focus}")
            line.setToolTip("" if self.on_behalf.isChecked() else self.tr("就是录入人；代他人录入，请先勾选“代录”"))

    @staticmethod
    def _clause_of(anchor: Anchor) -> str:
        whole = QCoreApplication.translate("OpinionDialog", "针对规定全文，不针对具体条款")
        return whole if anchor.is_whole else anchor.clause

    def _make_place(self, anchor: Anchor) -> None:
        self.place = QuotedPlace(self._tokens, self._clause_of(anchor), anchor, self, 2)
        self.of_whole = QCheckBox(self.tr("针对规定全文(&W)"), self)
        self.of_whole.setVisible(self._whole is not None and not anchor.is_whole)
        self.of_whole.toggled.connect(self._follow_whole)
        self.place.head.addWidget(self.of_whole)

    def _make_categories(self, chosen: OpinionCategory) -> None:
        self._group = QButtonGroup(self)
        self.categories: dict[OpinionCategory, QRadioButton] = {}
        for number, category in enumerate(OpinionCategory):
            button = QRadioButton(f"{said(CATEGORIES[category])}(&{number + 1})", self)
            button.setChecked(category is chosen)
            self._group.addButton(button, number)
            self.categories[category] = button

    def _make_texts(self, known: Opinion) -> None:
        t = self._tokens
        hint = self.tr("对规定全文的看法；要针对某一处，请先点中它，或在原文中选中文字")
        hint = hint if self._anchor.is_whole else self.tr("对这一处的看法")
        self.text = TextField(t, self.tr("意见(&Y)"), known.text, hint, self, 2)
        self.proposed = TextField(
            t, self.tr("建议修改为(&X)"), known.proposed, self.tr("修改后的完整表述；没有修改建议可不填"), self, 2
        )
        self._from_original = QPushButton(self.tr("从原文开始修改(&F)"), self)
        self._from_original.setAutoDefault(False)
        self._from_original.setEnabled(not self._anchor.is_whole)
        self._from_original.clicked.connect(self.begin_with_original)
        self.proposed.add_button(self._from_original)
        self.reason = TextField(t, self.tr("理由(&L)"), known.reason, self.tr("依据、文件、实际情况"), self, 2)

    def _make_people(self, known: Opinion) -> None:
        self.office = QLineEdit(known.office, self)
        self.person = QLineEdit(known.person, self)
        self.on_behalf = QCheckBox(self.tr("代录(&B)"), self)
        self.on_behalf.setToolTip(self.tr("纸质意见等由他人提出、由您代为录入：填提出意见的单位和人，条目标明“代录”"))
        self.on_behalf.setChecked(known.on_behalf)
        for line in (self.office, self.person):
            line.setMaxLength(MAX_LINE)
            line.setReadOnly(not known.on_behalf)
            line.installEventFilter(self)
        self.on_behalf.toggled.connect(self._follow_behalf)

    def _lay_out(self) -> None:
        t = self._tokens
        categories = FlowLayout(t.space_l)
        categories.addWidget(ProvenanceTag(t, Provenance.ENTERED, self))
        for button in self.categories.values():
            categories.addWidget(button)
        people = QHBoxLayout()
        people.setSpacing(t.space_m)
        for words, line in ((self.tr("提出单位(&D)"), self.office), (self.tr("提出人(&P)"), self.person)):
            label = QLabel(words, self)
            label.setBuddy(line)
            people.addWidget(label)
            people.addWidget(line, 2 if line is self.office else 1)
        people.addWidget(self.on_behalf)
        body = QVBoxLayout()
        body.setSpacing(t.space_s)
        body.addWidget(self.place)
        body.addLayout(categories)
        edits = [self.text, self.proposed, self.reason]
        for field in edits:
            body.addWidget(field, 1)
        for other in self._others:
            body.addWidget(self._draft(other))
        body.addLayout(people)
        self._complete(body)

    def _draft(self, other: Revision) -> QWidget:
        """Return another draft to be read, and copied from."""
        who = " ".join((other.author.office, other.author.name, local_time(other.made_at)))
        made = self.tr("另一稿：{0}").format(who)
        words = opinion_text(other.content) if isinstance(other.content, Opinion) else ""
        shown = TextField(self._tokens, made, words, "", self, 3)
        shown.be_read_only()
        return shown

    def _missing(self) -> str:
        if not self.text.text and not self.proposed.text:
            self.text.edit.setFocus()
            return self.tr("请填写意见，或填写建议修改为。")
        if any(field.is_too_long for field in (self.text, self.proposed, self.reason)):
            return self.tr("文字太长，请精简，或分成几条意见。")
        if not clean_line(self.office.text()):
            self.office.setFocus()
            return self.tr("请填写提出单位。")
        return ""

    def _changes(self) -> tuple[Change, ...]:
        if self._entry is None:
            return (added(self.anchor, self.opinion),)
        return (Change(self._entry.id, self.anchor, self.opinion),)

    def _step(self) -> str:
        if self._entry is None:
            return self.tr("添加意见")
        return self.tr("合并两稿") if self._others else self.tr("编辑意见")

    def _state(self) -> object:
        return self.opinion, self.anchor

    def _typed(self) -> str:
        clause, words = self._clause_of(self.anchor), opinion_text(self.opinion)
        return f"{clause}\n{words}"

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say why nothing can be typed for another office yet."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and not self.on_behalf.isChecked()
            and event.text().strip()
            and event.text().isprintable()
            and not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        ):
            self._say(self.tr("代他人录入，请先勾选“代录”，再填提出单位和提出人。"), failed=False)
        return super().eventFilter(watched, event)


def opinion_text(opinion: Opinion) -> str:
    """Return an opinion as text, each part behind its label."""
    translate = QCoreApplication.translate
    parts = (
        (said(CATEGORIES[opinion.category]), opinion.text),
        (translate("OpinionText", "建议修改为"), opinion.proposed),
        (translate("OpinionText", "理由"), opinion.reason),
        (translate("OpinionText", "提出"), " ".join(part for part in (opinion.office, opinion.person) if part)),
    )
    return "\n".join(labelled(label, words) for label, words in parts if words)
