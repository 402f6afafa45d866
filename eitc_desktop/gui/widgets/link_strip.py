"""What lies between a duty and a unit, in full: below the matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from eitc_desktop.gui.icons import Icon, icon
from eitc_desktop.gui.models.duty_words import LinkReading, grade_word
from eitc_desktop.gui.models.verdict_wish import Link
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.evidence_label import EvidenceLabel
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.widgets.grade_mark import SET_ASIDE, paint_grade
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.widgets.stance_bar import StanceBar
from eitc_desktop.model.mapping import Grade
from eitc_desktop.services.citing import Citing, item_mark


class NoLink(NamedTuple):
    """What is entered of an item without a division: what a verdict is on, a line for each, and the reader's own."""

    links: tuple[Link, ...]
    entered: tuple[str, ...] = ()
    own: str = ""


_TALLEST = 0.4  # of the page
_LEAST = 64  # logical pixels


class LinkStrip(QScrollArea):
    """A heading, and for each link its grade, its clauses, the item's words with the evidence marked, and why."""

    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef
    verdict_requested = Signal(object)  # VerdictWish
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._room = self._left = 0
        self._wanted = _LEAST
        self.offers_review = False  # whether verdicts can be entered
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("对应的说明"))
        self.hide()

    def show_readings(
        self, heading: str, readings: Sequence[LinkReading], citing: Citing, none: NoLink | None = None
    ) -> None:
        """Show what is to be said under *heading*; that nothing corresponds where there are no *readings*.

        *none* is what is entered of that.
        """
        t = self._tokens
        page = QWidget(self)
        page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(t.space_m, t.space_s, t.space_s, t.space_s)
        column.setSpacing(t.space_xs)
        column.addLayout(self._top(heading, page))
        for number, reading in enumerate(readings):
            if number:
                column.addSpacing(t.space_m)
            self._add(column, reading, citing, page)
        if not readings:
            column.addWidget(WrappedLabel(t, self.tr("未对应：二者之间没有查到对应。"), page, muted=True))
            if none is not None:
                self._add_review(column, none.links, none.entered, none.own, page)
        column.addStretch(1)
        self.setWidget(page)
        self.show()
        self._fit()

    def set_room(self, room: int, left: int) -> None:
        """Take note of the height of the page, and of what is left of it below all that must stay in sight."""
        if (room, left) != (self._room, self._left):
            self._room, self._left = room, left
            self._fit()

    def _top(self, heading: str, page: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(WrappedLabel(self._tokens, heading, page, bold=True), 1)
        close = QToolButton(page)
        close.setIcon(icon(self._tokens, Icon.CLOSE))
        close.setAutoRaise(True)
        close.setIconSize(QSize(12, 12))
        close.setToolTip(self.tr("收起说明"))
        close.setAccessibleName(self.tr("收起说明"))
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.closed)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _add(self, column: QVBoxLayout, reading: LinkReading, citing: Citing, page: QWidget) -> None:
        bar = FlowBar(self._tokens.space_m, page)
        bar.flow.addWidget(GradeTag(self._tokens, reading.grade, bar))
        words = WrappedLabel(self._tokens, reading.heading, bar)
        bar.flow.addWidget(words)
        for label, ref in ((item_mark(citing, reading.item), reading.item), (citing.mark(reading.unit), reading.unit)):
            mark = ClauseMark(self._tokens, label, ref, bar)
            mark.setAccessibleDescription(citing.words(ref))
            mark.clause_requested.connect(self.clause_requested)
            mark.copy_requested.connect(self.copy_requested)
            bar.flow.addWidget(mark)
        column.addWidget(bar)
        column.addWidget(EvidenceLabel(self._tokens, reading.quote, reading.evidence, page))
        notes = "　".join(reading.notes)
        if notes:
            column.addWidget(WrappedLabel(self._tokens, notes, page, muted=True, points=self._tokens.font_small))
        links = () if reading.grade is None else ((reading.item, reading.unit),)
        self._add_review(column, links, reading.entered, reading.own, page)

    def _add_review(
        self, column: QVBoxLayout, links: tuple[Link, ...], entered: Sequence[str], own: str, page: QWidget
    ) -> None:
        """Show what is entered of *links*, and offer verdicts on them."""
        for line in entered:
            beside = QHBoxLayout()
            tag = ProvenanceTag(self._tokens, Provenance.ENTERED, page)
            beside.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
            beside.addWidget(WrappedLabel(self._tokens, line, page), 1)
            column.addLayout(beside)
        if self.offers_review and links:
            bar = StanceBar(self._tokens, page)
            bar.show_links(links, own)
            bar.wished.connect(self.verdict_requested)
            column.addWidget(bar)

    def _fit(self) -> None:
        page = self.widget()
        if page is None:
            return
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        wanted = max(page.heightForWidth(width), page.sizeHint().height() if not page.hasHeightForWidth() else 0)
        self._wanted = max(min(wanted + 2, round(self._room * _TALLEST), self._left), _LEAST)
        self.updateGeometry()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(320, self._wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class GradeTag(QWidget):
    """A grade's letter in its shape."""

    def __init__(self, tokens: Tokens, grade: Grade | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._grade = grade
        font = self.font()
        font.setPointSizeF(tokens.font_small)
        font.setBold(True)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("不采纳") if grade is None else f"{grade.value} {grade_word(grade)}")

    # Qt overrides

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        side = round(max(metrics.height(), metrics.horizontalAdvance(SET_ASIDE))) + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_grade(painter, QRectF(self.rect()), self._tokens, self._grade)
