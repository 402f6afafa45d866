"""Draws a page of the detail pane: labels and values, passages, tables, each with its clause mark."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eitc_desktop.gui.models.detail_page import Block, DutyTree, Page, Part, Passage, QuotaTable, Remark, Row
from eitc_desktop.gui.models.duties import DutiesModel
from eitc_desktop.gui.models.fact_tree import FactTreeModel
from eitc_desktop.gui.models.quotas import QuotasModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_link import FactLink
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.labels import NotStatedLabel, WrappedLabel
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

LABEL_EMS = 5.2
"""Width of the label column: five Chinese characters (括号内名称) and a gap."""


class PageView(QWidget):
    """One page, as tall as it needs."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef
    place_reached = Signal(QRect)  # in this widget's coordinates

    def __init__(
        self,
        tokens: Tokens,
        provision: Provision,
        citing: Citing,
        page: Page,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision = provision
        self._citing = citing
        self._page = page
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.space_l, tokens.space_s, tokens.space_l, tokens.space_xl)
        column.setSpacing(tokens.space_s)
        for number, part in enumerate(page.parts):
            self._add_part(column, part, first=number == 0)
        column.addStretch(1)

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._page

    def _add_part(self, column: QVBoxLayout, part: Part, *, first: bool) -> None:
        t = self._tokens
        if not first:
            column.addSpacing(t.space_m)
            column.addWidget(_Rule(t, self))
            column.addSpacing(t.space_s)
        if part.heading:
            heading = WrappedLabel(t, part.heading, self, colour=t.text, points=t.font_base, bold=True)
            column.addWidget(heading)
        for block in part.blocks:
            self._add_block(column, block)

    def _add_block(self, column: QVBoxLayout, block: Block) -> None:
        match block:
            case Row():
                column.addLayout(self._row(block))
            case Passage():
                self._add_passage(column, block)
            case Remark():
                column.addWidget(
                    WrappedLabel(
                        self._tokens, block.words, self, colour=self._tokens.muted, points=self._tokens.font_small
                    ),
                )
            case QuotaTable():
                model = QuotasModel(self._provision, self._citing, block.whole)
                view = self._tree(model)
                view.setRootIsDecorated(False)
                view.setItemsExpandable(False)
                view.setIndentation(self._tokens.space_m)
                view.unfold_all()
                view.setAccessibleName(self.tr("编制职数"))
                column.addWidget(view)
            case DutyTree():
                view = self._tree(DutiesModel(self._provision, self._citing))
                view.setAccessibleName(self.tr("主要职责"))
                column.addWidget(view)

    def _row(self, row: Row) -> QHBoxLayout:
        t = self._tokens
        line = QHBoxLayout()
        line.setSpacing(t.space_s)
        if row.label or row.opens:
            label = WrappedLabel(t, row.label, self, colour=t.muted)
            label.setFixedWidth(round(QFontInfo(label.font()).pixelSize() * LABEL_EMS))
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._value(row), 1, Qt.AlignmentFlag.AlignTop)
        if row.words is not None and row.provenance is not Provenance.STATED:
            line.addWidget(ProvenanceTag(t, row.provenance, self), 0, Qt.AlignmentFlag.AlignTop)
        if row.words is not None and row.ref is not None:
            line.addWidget(self._mark(row.ref), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _value(self, row: Row) -> QWidget:
        if row.words is None:
            return NotStatedLabel(self._tokens, row.absent, self)
        if row.opens and row.ref is not None:
            return self._link(row.words, row.ref)
        return WrappedLabel(self._tokens, row.words, self)

    def _add_passage(self, column: QVBoxLayout, passage: Passage) -> None:
        t = self._tokens
        head = QHBoxLayout()
        head.setSpacing(t.space_s)
        label = WrappedLabel(t, passage.label, self, colour=t.muted)
        head.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        if passage.opens:
            more = self._link(self.tr("详情"), passage.ref)
            more.setFixedWidth(more.sizeHint().width())
            head.addWidget(more, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._mark(passage.ref), 0, Qt.AlignmentFlag.AlignTop)
        words = WrappedLabel(t, passage.words, self)
        column.addLayout(head)
        column.addWidget(words)
        column.addSpacing(t.space_s)

    def _link(self, words: str, ref: FactRef) -> FactLink:
        link = FactLink(self._tokens, words, ref, self)
        link.fact_chosen.connect(self.fact_chosen)
        return link

    def _mark(self, ref: FactRef) -> ClauseMark:
        mark = ClauseMark(self._tokens, self._citing.mark(ref), ref, self)
        mark.clause_requested.connect(self.clause_requested)
        mark.copy_requested.connect(self.copy_requested)
        return mark

    def _tree(self, model: FactTreeModel) -> FactTreeView:
        view = FactTreeView(self._tokens, model, self)
        view.fact_chosen.connect(self.fact_chosen)
        view.clause_requested.connect(self.clause_requested)
        view.copy_requested.connect(self.copy_requested)
        view.place_reached.connect(lambda place: self.place_reached.emit(place.translated(view.pos())))
        return view


class _Rule(QWidget):
    """A thin line between parts."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = QColor(tokens.border)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._colour)
