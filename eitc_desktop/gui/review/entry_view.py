"""The entry chosen in full, under a head that stays while it scrolls; or all that is said of one place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from eitc_desktop.gui.review.entries_model import PlaceHead
from eitc_desktop.gui.review.entry_body import EntryBody
from eitc_desktop.gui.review.listed import (
    EntryRow,
    EntryState,
    Place,
    change_words,
    clause_words,
    place_of_entry,
    provider,
    state_words,
    states_of,
)
from eitc_desktop.gui.review.place_body import PlaceBody
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.wording import said
from eitc_desktop.model.review import Opinion, Verdict
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.words import kind_words

_LITTLE = 44  # logical pixels seen of what scrolls


class EntryView(QWidget):
    """Tells what is wanted; saving is others' affair."""

    place_wanted = Signal(object)  # Place
    entry_wanted = Signal(str)  # an entry's id, as are those below
    edit_wanted = Signal(str)
    reply_wanted = Signal(str)
    handling_wanted = Signal(str)
    withdrawal_wanted = Signal(str)
    restoring_wanted = Signal(str)
    relocation_wanted = Signal(str)
    adoption_wanted = Signal(str, str)  # the entry, the revision that it is to be
    merging_wanted = Signal(str, str)  # the entry, the revision to begin with

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._entry: Entry | None = None
        self._place: Place | None = None
        self._history = False
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._make_head()
        self._make_buttons()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setMinimumHeight(_LITTLE)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(self.tr("条目全文"))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.space_s, 0, 0)
        column.setSpacing(tokens.space_xs)
        bars = QVBoxLayout()
        bars.setContentsMargins(tokens.space_l, 0, tokens.space_l, 0)
        bars.setSpacing(tokens.space_xs)
        for bar in (self._head, self._buttons):
            bars.addWidget(bar)
        column.addLayout(bars)
        column.addWidget(self._scroll, 1)
        self._dress()
        tokens.changed.connect(self._dress)
        self.show_nothing()

    @property
    def heading(self) -> tuple[str, str]:
        """Who made the entry shown and when; who else changed it since, empty where nobody did."""
        return self._who.text(), "" if self._changed.isHidden() else self._changed.text()

    @property
    def entry(self) -> Entry | None:
        """The entry shown."""
        return self._entry

    @property
    def body(self) -> QWidget | None:
        """What is scrolled: an EntryBody, a PlaceBody, or a line that says to choose something."""
        return self._scroll.widget()

    def show_entry(self, entry: Entry, review: Review) -> None:
        """Show an entry in full; the same one, changed, stays scrolled to where it was read."""
        same = self._entry is not None and self._entry.id == entry.id
        place = self._scroll.verticalScrollBar().value() if same else 0
        self._entry, self._place = entry, place_of_entry(entry)
        self._show_head(entry, review)
        body = EntryBody(self._tokens, entry, review, history=self._history)
        body.edit_wanted.connect(self.edit_wanted)
        body.withdrawal_wanted.connect(self.withdrawal_wanted)
        body.handling_wanted.connect(self.handling_wanted)
        body.adoption_wanted.connect(self.adoption_wanted)
        body.merging_wanted.connect(self.merging_wanted)
        body.history_shown.connect(self._note_history)
        self._show(body)
        self._scroll.verticalScrollBar().setValue(place)

    def show_place(self, head: PlaceHead, words: str, entries: Sequence[EntryRow]) -> None:
        """Show in short what everybody says of one place; *words* say how far they agree."""
        self._entry, self._place = None, head.place
        self._mark.setText(head.clause)
        self._mark.setEnabled(not head.place.lost)
        self._kind.hide()
        self._states.hide()
        self._changed.hide()
        self._who.setText(words)
        self._head.show()
        self._buttons.hide()
        body = PlaceBody(self._tokens, head, entries)
        body.entry_wanted.connect(self.entry_wanted)
        self._show(body)

    def show_nothing(self) -> None:
        """Say that an entry is to be chosen."""
        self._entry = self._place = None
        self._head.hide()
        self._buttons.hide()
        words = QLabel(self.tr("选中上面的一条，在这里看全文、回复和处理情况。"))
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setStyleSheet(f"color: {self._tokens.muted}; padding: {self._tokens.space_l}px;")
        self._show(words)

    def _show(self, body: QWidget) -> None:
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.setWidget(body)
        body.show()

    def _make_head(self) -> None:
        t = self._tokens
        self._head = FlowBar(t.space_m, self)
        self._tag = ProvenanceTag(t, Provenance.ENTERED, self._head)
        self._kind = QLabel(self._head)
        self._mark = QToolButton(self._head)
        self._mark.setToolTip(self.tr("在原文中显示"))
        self._mark.setCursor(Qt.CursorShape.PointingHandCursor)
        self._mark.clicked.connect(self._go)
        self._who = QLabel(self._head)
        self._changed = QLabel(self._head)
        self._states = QLabel(self._head)
        for label in (self._kind, self._who, self._changed, self._states):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self._tag, self._kind, self._mark, self._states, self._who, self._changed):
            self._head.flow.addWidget(widget)

    def _make_buttons(self) -> None:
        self._buttons = FlowBar(self._tokens.space_s, self)
        self.edit = self._button(self.tr("编辑…"), self.edit_wanted.emit)
        self.reply = self._button(self.tr("回复…"), self.reply_wanted.emit)
        self.handle = self._button(self.tr("处理…"), self.handling_wanted.emit)
        self.handle.setToolTip(self.tr("录入采纳情况、说明和承办人"))
        self.withdraw = self._button(self.tr("撤回"), self._turn)
        self.relocate = self._button(self.tr("重新定位…"), self.relocation_wanted.emit)
        self.relocate.setToolTip(self.tr("改为针对窗口中当前选中的机构、职责或文字"))

    def _button(self, words: str, ask: object) -> QToolButton:
        button = QToolButton(self._buttons)
        button.setText(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._ask(ask))
        self._buttons.flow.addWidget(button)
        return button

    def _ask(self, ask: object) -> None:
        if self._entry is not None and callable(ask):
            ask(self._entry.id)

    def _turn(self, entry: str) -> None:
        """Withdraw the entry, or restore it where it is withdrawn."""
        if self._entry is not None:
            (self.restoring_wanted if self._entry.withdrawn else self.withdrawal_wanted).emit(entry)

    def _go(self) -> None:
        if self._place is not None:
            self.place_wanted.emit(self._place)

    def _show_head(self, entry: Entry, review: Review) -> None:
        content = entry.content
        office, person = provider(content, entry.author)
        self._kind.setText(said(kind_words(content)))
        self._kind.show()
        self._mark.setText(clause_words(entry))
        self._mark.setEnabled(not place_of_entry(entry).lost)
        typed_by = self.tr("{0} 录入").format(entry.author.name)
        by = "" if (entry.author.name, entry.author.office) == (person, office) else typed_by
        changed = change_words(entry)
        when = local_time(entry.made_at if changed else entry.changed_at)
        self._who.setText(" · ".join(part for part in (office, person, when, by) if part))
        self._changed.setText(changed)
        self._changed.setVisible(bool(changed))
        states = tuple(state for state in states_of(entry, review) if state is not EntryState.BY_OTHER)
        self._states.setText(" ".join(state_words(state, entry) for state in states))
        self._states.setVisible(bool(states))
        alarming = {EntryState.CONFLICT, EntryState.UNPLACED} & set(states)
        self._states.setStyleSheet(f"color: {self._tokens.error if alarming else self._tokens.entered};")
        is_opinion = isinstance(content, Opinion)
        self.edit.setEnabled(not entry.withdrawn)
        self.handle.setVisible(is_opinion)
        self.handle.setEnabled(not entry.withdrawn)
        self.reply.setEnabled(not entry.withdrawn)
        self.withdraw.setText(self.tr("恢复") if entry.withdrawn else self.tr("撤回"))
        self.relocate.setVisible(isinstance(content, Opinion | Verdict))  # others speak of the provision as a whole
        self.relocate.setEnabled(not entry.withdrawn)
        self._head.show()
        self._buttons.show()

    def _note_history(self, shown: bool) -> None:
        self._history = shown

    def _dress(self) -> None:
        t = self._tokens
        bold = self._kind.font()
        bold.setBold(True)
        self._kind.setFont(bold)
        self._who.setStyleSheet(f"color: {t.muted};")
        self._changed.setStyleSheet(f"color: {t.entered};")
        look = f"border-color: {t.border}; padding: {t.space_xs}px {t.space_s}px;"
        focus = f"QToolButton:focus {{ border-color: {t.accent}; }}"
        self._mark.setStyleSheet(
            f"QToolButton {{ color: {t.accent}; border-color: {t.border}; padding: 1px {t.space_s}px; }} {focus}"
        )
        self._buttons.setStyleSheet(f"QToolButton {{ {look} }} QToolButton:hover {{ background: {t.hover}; }} {focus}")

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the bars in all their lines, over a little of what scrolls."""
        return QSize(200, self._column.minimumSize().height())
