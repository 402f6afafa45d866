"""The page of 职责对应: bar, counts, the matrix with what lies at its crossings, and the plain tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from eitc_desktop.gui.models.duty_matrix import DutyMatrix, MatrixColumn, MatrixRow
from eitc_desktop.gui.models.duty_tables import DivisionDutiesModel, DutyTableModel, UnmappedItemsModel
from eitc_desktop.gui.models.duty_words import grade_word, readings_of, review_lines
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.duty_map_bar import DutyMapBar
from eitc_desktop.gui.widgets.duty_matrix_view import DutyMatrixView
from eitc_desktop.gui.widgets.duty_table import DutyTable
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.widgets.link_strip import LinkStrip, NoLink
from eitc_desktop.gui.widgets.stance_bar import StanceBar
from eitc_desktop.gui.wording import said
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing
from eitc_desktop.services.gaps import gaps_of, item_gaps

_MATRIX, _DIVISIONS, _UNMAPPED = range(3)  # the views, as the bar numbers them
_GAPS = 3  # above and between what stands in the page
_GOOD_STRIP = 112  # logical pixels of an explanation: its heading, a link, and what is said of it
_OPENING = 28  # characters of a duty in the heading of the strip

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import ReviewSight


class DutyMapPage(QWidget):
    """One provision's correspondences; what is chosen in any of its views is chosen in all."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    verdict_requested = Signal(object)  # VerdictWish
    words_copied = Signal(str, str)  # the words, and what to say of it
    rows_copied = Signal(str, int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._matrix: DutyMatrix | None = None
        self._citing: Citing | None = None
        self._selected: FactRef | None = None
        self._explained: tuple[MatrixRow, MatrixColumn] | None = None  # what the strip is about
        self._offers_review = False
        self.bar = DutyMapBar(tokens, self)
        self.counts = WrappedLabel(tokens, "", self, muted=True)
        self.view = DutyMatrixView(tokens, self)
        self.strip = LinkStrip(tokens, self)
        self._divisions = DivisionDutiesModel(self)
        self._unmapped = UnmappedItemsModel(self)
        self._tables: dict[int, DutyTable] = {}
        self._nothing = QWidget(self)
        self._reason = WrappedLabel(tokens, "", self._nothing, muted=True)
        self._undo = QPushButton(self.tr("清除筛选"), self._nothing)
        self._stack = QStackedWidget(self)
        self._shown = _MATRIX
        self._arrange()
        self._connect()

    @property
    def reason(self) -> str:
        """Why nothing is shown; empty where something is."""
        return self._reason.text()

    @property
    def words(self) -> FilterLine:
        """Where words are typed that the items must hold."""
        return self.bar.words

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes: the view shown."""
        shown = self._stack.currentWidget()
        return self._undo if shown is self._nothing and self._undo.isVisible() else shown or self

    @property
    def matrix(self) -> DutyMatrix | None:
        """The correspondences shown, None before there are any."""
        return self._matrix

    @property
    def table(self) -> DutyTable:
        """处室职责对应一览表; made when it is first asked for."""
        return self._table(_DIVISIONS)

    @property
    def items(self) -> DutyTable:
        """The duty items without a division; made when it is first asked for."""
        return self._table(_UNMAPPED)

    def show_provision(self, provision: Provision, mapping: Mapping) -> None:
        """Show the correspondences of *provision*, all of them."""
        self._matrix = DutyMatrix(provision, mapping)
        self._citing = Citing(provision)
        self._selected = None
        self._hide_strip()
        self.bar.show_progress(0, 0, 0)
        self.bar.offer(self._matrix.roles, self._matrix.acts)
        self.bar.clear_filters()
        self.view.show_matrix(self._matrix, self._citing)
        self.counts.setText(self._count_words(self._matrix))
        self._fit_counts()
        self._show_result()

    def offer_review(self) -> None:
        """Offer from now on to give verdicts."""
        self._offers_review = True
        for view in (self.view, self.strip, *self._tables.values()):
            view.offers_review = True

    def show_review(self, sight: ReviewSight | None) -> None:
        """Show what *sight* tells of a review, None where nothing is entered.

        The reader stays where they were: with the keyboard in a table in the same row, or the next one.
        """
        if self._matrix is None or (sight is None and self._matrix.sight is None):
            return
        self._matrix.sight = sight
        if sight is None or not sight.has_verdicts:
            self._matrix.sight = None
            self.bar.show_progress(0, 0, 0)
        else:
            far = sight.progress
            self.bar.show_progress(far.reviewed, far.total, far.disputed)
        table = self._tables.get(self._shown)
        row = -1 if table is None else table.currentIndex().row()
        self._show_result()
        if table is not None and row >= 0:
            table.stand_on(row)
        if self.strip.isVisible() and self._explained is not None:
            self._explain_anew(*self._explained)

    def show_selected(self, ref: FactRef) -> None:
        """Mark what *ref* is or belongs to in every view."""
        self._selected = ref
        self.view.show_selected(ref)
        self._mark_row()

    def step_back(self) -> None:
        """Put the explanation away; without one, show everything again."""
        if self.strip.isVisible():
            self._close_strip()
        else:
            self.bar.clear_filters()

    def explain(self, row: MatrixRow, column: MatrixColumn) -> None:
        """Show what lies between a duty and a unit."""
        if self._matrix is None or self._citing is None:
            return
        words = "".join(row.words.split())
        opening = f"{words[:_OPENING]}…" if len(words) > _OPENING else words
        heading = f"{row.label}{opening} × {column.full_name}"
        grades = self.bar.narrowing.grades
        readings = [each for each in readings_of(self._matrix, row, column) if (each.grade or Grade.JUDGED) in grades]
        self._explained = row, column
        self.view.point_out((row.ref, column.ref))
        self._share_height()
        self.strip.show_readings(heading, readings, self._citing, None if readings else self._no_link(row, column))

    def _explain_anew(self, row: MatrixRow, column: MatrixColumn) -> None:
        """Say what the strip says with what is entered now; scroll bar and keyboard stay where they were."""
        bar, focus = self.strip.verticalScrollBar(), QApplication.focusWidget()
        place = bar.value()
        links = focus.links if isinstance(focus, StanceBar) and self.strip.isAncestorOf(focus) else None
        self.explain(row, column)
        bar.setValue(place)
        again = next((each for each in self.strip.findChildren(StanceBar) if each.links == links), None)
        if links is not None and again is not None:
            again.setFocus()

    def _no_link(self, row: MatrixRow, column: MatrixColumn) -> NoLink | None:
        """Return what is entered where nothing corresponds; None where a verdict would be on nothing."""
        matrix = self._matrix
        if matrix is None or self._citing is None:
            return None
        entered = review_lines(matrix, row, column, self._citing)
        links = matrix.links_at(row, column, frozenset(Grade))
        if not links or matrix.sight is None:
            return NoLink(links, entered)
        return NoLink(links, (*matrix.sight.lines(links[0]), *entered), matrix.sight.own(links[0]))

    def _arrange(self) -> None:
        space = self._tokens.space_s
        above = QVBoxLayout()
        above.setContentsMargins(space, space, space, 0)
        above.setSpacing(0)
        above.addWidget(self.bar)
        above.addWidget(self.counts)
        empty = QVBoxLayout(self._nothing)
        empty.addWidget(self._reason)
        empty.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)
        empty.addStretch(1)
        for view in (self.view, self._nothing):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._tokens.space_xs)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        self.bar.view_chosen.connect(self._show_view)
        self.bar.narrowed.connect(self._show_result)
        self.bar.zoom_wanted.connect(self.view.zoom_by)
        self.bar.unfolding_wanted.connect(lambda on: self.view.unfold_all(unfolded=on))
        self.bar.words.left_below.connect(lambda: self.home.setFocus(Qt.FocusReason.TabFocusReason))
        self._undo.clicked.connect(self.bar.clear_filters)
        self._tokens.changed.connect(self._fit_counts)
        self.view.cell_chosen.connect(self.explain)
        self.view.rows_changed.connect(self._tell_state)
        self.view.fact_chosen.connect(self.fact_chosen)
        self.view.words_copied.connect(lambda words: self.words_copied.emit(words, self.tr("已复制此处的文字")))
        for asker in (self.view, self.strip):
            asker.clause_requested.connect(self.clause_requested)
            asker.verdict_requested.connect(self.verdict_requested)
        self.strip.copy_requested.connect(self._copy_cited)
        self.strip.closed.connect(self._close_strip)

    def _show_view(self, number: int) -> None:
        self._shown = number
        self._show_result()

    def _show_result(self) -> None:
        """Show what the bar asks for, in the view that is chosen, or say why there is nothing."""
        if self._matrix is None or self._citing is None:
            return
        narrowing = self.bar.narrowing
        self.view.narrow(narrowing)
        if self._shown == _DIVISIONS:
            self._divisions.show_matrix(self._matrix, self._citing, narrowing)
        elif self._shown == _UNMAPPED:
            self._unmapped.show_matrix(self._matrix, self._citing, narrowing)
        empty, filtered = self._emptiness()
        self._reason.setText(empty)
        self._undo.setVisible(filtered)
        view = self.view if self._shown == _MATRIX else self._table(self._shown)
        self._stack.setCurrentWidget(self._nothing if empty else view)
        self._mark_row()
        self._tell_state()
        if self._shown or empty:
            self._hide_strip()

    def _emptiness(self) -> tuple[str, bool]:
        """Return why there is nothing to show, empty words where there is, and whether a filter is the reason."""
        provision = self._matrix.provision if self._matrix is not None else None
        if provision is None or not provision.duties:
            return self.tr("本规定未载明主要职责，没有可以对应的职责分项。"), False
        if not (provision.divisions or provision.hosted_offices):
            return self.tr("本规定未载明内设机构，职责分项没有可以对应的处室。"), False
        if self._shown == _MATRIX and not self.view.rows:
            return self._nothing_found(), True
        if self._shown == _UNMAPPED and not self._unmapped.rowCount():
            if self.bar.narrowing.of_items:
                return self._nothing_found(), True
            return self.tr("每一职责分项都有对应的处室。"), False
        return "", False

    def _nothing_found(self) -> str:
        """Say that the filters leave nothing, and which of them to change."""
        if self.bar.narrowing.state is None:
            return self.tr("没有符合条件的职责分项。请减少筛选词，或改选角色和行为。")
        state = self.bar.review.currentText()
        if self.bar.narrowing._replace(state=None).of_items:
            return self.tr("没有符合条件、且审阅情况为“{0}”的职责分项。请改选审阅情况，或减少其他筛选。").format(state)
        return self.tr("没有审阅情况为“{0}”的职责分项。请改选“全部审阅”。").format(state)

    def _count_words(self, matrix: DutyMatrix) -> str:
        """Return the counts by grade; where the text assigns nothing, that it doesn't."""
        parts = [f"{grade_word(grade)} {grade.value} {matrix.count_of(grade)}" for grade in Grade]
        if not matrix.count_of(Grade.STATED):
            parts[0] = self.tr("{0}：本规定未将职责分配到内设机构").format(parts[0])
        told = item_gaps(gaps_of(matrix.provision, matrix.mapping))
        parts.append(said(told.phrase, *told.values))
        parts.append(self.tr("数量不表示工作量"))
        return " · ".join(parts)

    def _table(self, number: int) -> DutyTable:
        if number not in self._tables:
            model: DutyTableModel = self._divisions if number == _DIVISIONS else self._unmapped
            names = {_DIVISIONS: self.tr("处室职责对应一览表"), _UNMAPPED: self.tr("未对应的职责分项")}
            table = self._tables[number] = DutyTable(self._tokens, model, names[number], self._stack)
            table.fact_chosen.connect(self.fact_chosen)
            table.clause_requested.connect(self.clause_requested)
            table.verdict_requested.connect(self.verdict_requested)
            table.offers_review = self._offers_review
            table.rows_copied.connect(lambda: self._copy_rows(table, model))
            self._stack.addWidget(table)
        return self._tables[number]

    def _mark_row(self) -> None:
        """Mark what is chosen in the table shown."""
        ref, table = self._selected, self._tables.get(self._shown)
        if table is None or ref is None or self._matrix is None:
            return
        row, unit = self._matrix.place_of(ref)
        items = table is self._tables.get(_UNMAPPED)
        table.choose((ref if row is not None else None) if items else unit)

    def _tell_state(self) -> None:
        self.bar.show_state(matrix=self._shown == _MATRIX, unfolded=self.view.all_unfolded)

    def _fit_counts(self) -> None:
        """Keep the line of counts whole: what can shrink beside it would leave it one line."""
        self.counts.setMinimumHeight(self.counts.heightForWidth(self.counts.width()))

    def _hide_strip(self) -> None:
        self._explained = None
        self.strip.hide()
        self.view.point_out(None)
        self._share_height()

    def _share_height(self) -> None:
        """Keep a row of the matrix in sight above an explanation; where that is hard, the counts make room for it."""
        taken = self.bar.height() + self.view.least_height + _GAPS * self._tokens.space_s
        counts = self.counts.heightForWidth(self.width())
        short = self._explained is not None and self.height() - taken - counts < _GOOD_STRIP
        self.counts.setVisible(not short)
        self.strip.set_room(self.height(), self.height() - taken - (0 if short else counts))

    def _close_strip(self) -> None:
        self._hide_strip()
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_rows(self, table: DutyTable, model: DutyTableModel) -> None:
        rows = table.chosen_rows
        if rows:
            self.rows_copied.emit(model.as_tsv(rows), len(rows))

    def _copy_cited(self, ref: FactRef) -> None:
        if self._citing is not None:
            notice = self.tr("已复制（含出处）：{0}").format(self._citing.mark(ref))
            self.words_copied.emit(self._citing.cite(ref), notice)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height between matrix and strip."""
        super().resizeEvent(event)
        self._fit_counts()
        below = self.strip.height() if self.strip.isVisible() else 0
        self.view.set_room(self.view.viewport().height() + below)
        self._share_height()
