"""One shared matter in full: its words with the roles marked in them, and what is noticed about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from eitc_desktop.gui.models.split_notes import Note, SplitNotes
from eitc_desktop.gui.models.split_rows import SplitRow
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_link import FactLink
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.widgets.focus_ring import FocusRing
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.marked_text import MarkedText, Underlined
from eitc_desktop.gui.widgets.provenance import ProvenanceTag
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Matter
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import Citing


class MatterCard(QScrollArea):
    """Made anew for every matter, and where sizes or colours change; says what to do while none is chosen."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef

    def __init__(self, tokens: Tokens, citing: Citing, notes: SplitNotes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._citing = citing
        self._notes = notes
        self._row: SplitRow | None = None
        self._chosen: FactRef | None = None
        self._text: MarkedText | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget(self))  # one of Qt's own would cost a search among all classes of widgets
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys scroll what is read
        self.setMinimumHeight(60)
        FocusRing(tokens, self)
        tokens.changed.connect(self._fill)
        self._fill()

    @property
    def text(self) -> MarkedText | None:
        """The matter's words, None while no matter is chosen."""
        return self._text

    def show_row(self, row: SplitRow | None, chosen: FactRef | None) -> None:
        """Show the matter of *row*, with the role or coordinating body *chosen* in it highlighted."""
        self._chosen = chosen
        if row != self._row:
            self._row = row
            self._fill()
        self._highlight()

    def _fill(self) -> None:
        t = self._tokens
        sheet = QWidget(self.viewport())
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        sheet.setAutoFillBackground(True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(t.space_l, t.space_m, t.space_l, t.space_m)
        column.setSpacing(t.space_s)
        self._text = None
        name = self.tr("事项全文")
        matter = None if self._row is None else self._row.matter
        if self._row is None or matter is None:
            words = self.tr("选中一行，可在此读到该事项的全文，其中标出各单位的角色用语。")
            column.addWidget(WrappedLabel(t, words, sheet, muted=True))
        else:
            name = labelled(name, f"{self._row.group} {self._row.mark}")
            column.addWidget(self._head(self._row, matter, sheet))
            self._text = MarkedText(t, sheet)
            self._text.show_words(matter.text.text, tuple(_underlined(matter)))
            column.addWidget(self._text)
            for note in self._notes.of_matter(self._row.ref):
                column.addSpacing(t.space_s)
                for piece in self._note(note, sheet):
                    column.addWidget(piece)
            legend = self.tr("实线：单位的角色用语；点线：协调机制。")
            column.addWidget(WrappedLabel(t, legend, sheet, muted=True, points=t.font_small))
        column.addStretch(1)
        self.setAccessibleName(name)
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setWidget(sheet)
        self.verticalScrollBar().setValue(0)
        self._highlight()

    def _head(self, row: SplitRow, matter: Matter, sheet: QWidget) -> FlowBar:
        t = self._tokens
        bar = FlowBar(t.space_m, sheet)
        title = f"{row.group} {matter.ordinal or ''}".strip()
        lead = row.remark or labelled(self.tr("整体牵头"), matter.lead.text if matter.lead else "")
        copy = QToolButton(bar)
        copy.setText(self.tr("复制（含出处）"))
        copy.setToolTip(self.tr("复制原文及其出处"))
        copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        copy.setStyleSheet(
            f"QToolButton {{ border-color: {t.border}; padding: 1px {t.space_s}px; font-size: {t.font_small}pt; }}"
            f" QToolButton:focus {{ border-color: {t.accent}; }}"
        )
        copy.clicked.connect(lambda: self.copy_requested.emit(row.ref))
        for piece in (
            WrappedLabel(t, title, bar, bold=True),
            self._mark(row.ref, bar),
            copy,
            WrappedLabel(t, lead, bar, muted=not matter.lead),
        ):
            bar.flow.addWidget(piece)
        return bar

    def _note(self, note: Note, sheet: QWidget) -> tuple[QWidget, QWidget]:
        """Return the line that says what is noticed, and the words below it."""
        t = self._tokens
        bar = FlowBar(t.space_m, sheet)
        bar.flow.addWidget(WrappedLabel(t, note.label, bar, muted=True))
        bar.flow.addWidget(ProvenanceTag(t, note.provenance, bar))
        for ref in note.marks:
            bar.flow.addWidget(self._mark(ref, bar, note.label))
        if note.link is None:
            return bar, WrappedLabel(t, note.words, sheet)
        link = FactLink(t, note.words, note.link, sheet)
        link.setAccessibleDescription(note.label)
        link.fact_chosen.connect(self.fact_chosen)
        return bar, link

    def _mark(self, ref: FactRef, parent: QWidget, said: str = "") -> ClauseMark:
        mark = ClauseMark(self._tokens, self._citing.mark(ref), ref, parent)
        mark.setAccessibleDescription(said)
        mark.clause_requested.connect(self.clause_requested)
        mark.copy_requested.connect(self.copy_requested)
        return mark

    def _highlight(self) -> None:
        matter = None if self._row is None else self._row.matter
        if self._text is not None and matter is not None:
            span = _place_of(matter, self._chosen)
            start = matter.span.start
            self._text.mark(() if span is None else ((span.start - start, span.end - start),))


def _underlined(matter: Matter) -> list[Underlined]:
    start = matter.span.start
    verbs = {role.verb.span for role in matter.roles}
    found = [Underlined(span.start - start, span.end - start) for span in verbs]
    found += [Underlined(one.span.start - start, one.span.end - start, True) for one in matter.mechanisms]  # noqa: FBT003
    return sorted(found)


def _place_of(matter: Matter, ref: FactRef | None) -> Span | None:
    """Return where the words of a role or a coordinating body of *matter* stand, None for other facts."""
    if ref is not None and ref.kind is FactKind.ROLE:
        return matter.roles[ref.sub].span
    if ref is not None and ref.kind is FactKind.MECHANISM:
        return matter.mechanisms[ref.sub].span
    return None
