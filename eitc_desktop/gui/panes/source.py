"""原文: the provision as a document, its outline beside it, and the facts made of a place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.models.caret_sentence import sentence_at
from eitc_desktop.gui.models.outline import OutlineModel, OutlineRole
from eitc_desktop.gui.models.place_facts import PlaceFactsModel, PlaceRole
from eitc_desktop.gui.models.source_places import chapter_headings, meant_point, place_of_clause
from eitc_desktop.gui.pane_actions import find_action
from eitc_desktop.gui.panes.place_list import PlaceList
from eitc_desktop.gui.panes.source_text import SourceText
from eitc_desktop.gui.place_here import Here
from eitc_desktop.gui.scrolling import bring_into_sight
from eitc_desktop.gui.status_line import ElidedLabel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.captioned import Captioned
from eitc_desktop.gui.widgets.hidden_header import hide_header
from eitc_desktop.gui.widgets.opinion_offer import offer_opinion
from eitc_desktop.gui.widgets.row_menu import MenuTree
from eitc_desktop.model.facts import FactRef, fact_of_clause, facts_of
from eitc_desktop.model.mapping import NOTHING_MAPPED
from eitc_desktop.model.provision import Clause, Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import Citing, document_name, place_of

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import Marked
    from eitc_desktop.gui.review.desk import ReviewDesk

_OPINION_KEYS = "Ctrl+Shift+M"
_OPINIONS_TOLD = 6  # of a place, one by one


class SourcePane(QWidget):
    """Choosing a fact anywhere highlights its words here; a place here leads to the facts made of it."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    find_requested = Signal()
    place_visited = Signal(object)  # Span of a clause gone to by the outline
    opinion_requested = Signal(object)  # Span of the words selected
    entry_requested = Signal(str)  # id of an entry of the review
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision: Provision | None = None
        self._shown: FactRef | None = None
        self._desk: ReviewDesk | None = None
        self._offers_review = False
        self._marked: tuple[Marked, ...] = ()  # the places that opinions speak of
        self._following = False  # the outline's row moves because the caret moved
        self._keeping = False  # the caret moves to a fact of the clause whose facts are listed: they stay
        self._clauses = OutlineModel(self)
        self._places = PlaceFactsModel(self)
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._reading = QSplitter(Qt.Orientation.Vertical, self._across)
        self._text = SourceText(tokens, self._reading)
        self._text.setAccessibleName(self.tr("原文"))
        self._outline = MenuTree(self._across)
        self._outline.setModel(self._clauses)
        hide_header(self._outline)
        self._facts = PlaceList(tokens, self._places, self)
        _set_look(self._outline, self.tr("条款目录"))
        _set_look(self._facts, self.tr("此处的事实"))
        self._caption = ElidedLabel(self)
        self._arrange()
        self._add_actions()
        self._connect()

    @property
    def text(self) -> SourceText:
        """The document."""
        return self._text

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self._text

    @property
    def marked(self) -> Span | None:
        """Where the words stand that are selected in the text; None where none are."""
        span = self._text.selected_span
        return span if len(span) else None

    def place_here(self) -> Here | None:
        """Return where the keyboard stands: the row of a list beside the text, or else the place in the text.

        That is the words selected, or the fact that was just shown, or the one at the caret or of its clause, or its
        sentence.
        """
        if self._provision is None:
            return None
        listed = self._listed_here(self._provision)
        if listed is not None:
            return Here(listed)
        span = self._text.selected_span
        if len(span):
            return Here(span)
        shown = None if self._shown is None else self._places.span_of(self._shown)
        if shown is not None and shown.start == span.start:
            return Here(self._shown)
        facts = self._places.facts_at(meant_point(self._provision, span.start))
        ref = facts[0].ref if facts else self._fact_of_clause(self._provision, span.start)
        sentence = sentence_at(self._provision, span.start)
        return Here(ref or (sentence if len(sentence) else None))

    def _listed_here(self, provision: Provision) -> FactRef | Span | None:
        """Return the fact or the clause of the row that has the keyboard, in the list of facts or the outline."""
        if self._facts.hasFocus():
            ref = self._facts.currentIndex().data(PlaceRole.REF)
            return ref if isinstance(ref, FactRef) else None
        clause = self._outline.currentIndex().data(OutlineRole.CLAUSE) if self._outline.hasFocus() else None
        return place_of_clause(provision, clause) if isinstance(clause, Clause) else None

    @staticmethod
    def _fact_of_clause(provision: Provision, point: int) -> FactRef | None:
        return fact_of_clause(facts_of(provision), provision.clause_at(point)) if provision.clauses else None

    @property
    def outline(self) -> QTreeView:
        """The clauses beside the document."""
        return self._outline

    @property
    def facts(self) -> QTreeView:
        """The facts made of the place where the caret is."""
        return self._facts

    def show_provision(self, provision: Provision, citing: Citing | None = None) -> None:
        """Show the text of *provision* from its beginning; *citing*, if there is one, knows its facts already."""
        self._provision = provision
        self._shown = None
        self._clauses.set_provision(provision)
        self._places.set_provision(provision, citing or Citing(provision))
        self._text.show_text(provision.text, chapter_headings(provision), self._places.map)
        self._outline.expandToDepth(0)
        self._follow_caret(0)
        self._show_review()

    def offer_review(self) -> None:
        """Offer from now on to enter an opinion on words that are selected."""
        if not self._offers_review:
            self._offers_review = True
            self._add_opinion_action()

    def set_desk(self, desk: ReviewDesk) -> None:
        """Mark from now on the places that the review of *desk* has opinions on."""
        self._desk = desk
        desk.changed.connect(self._show_review)
        self._show_review()

    def give_opinion(self) -> None:
        """Ask for an opinion on the words selected."""
        span = self._text.selected_span
        if not len(span):
            self.notice_given.emit(self.tr("请先选中要提意见的文字。"))
        else:
            self.opinion_requested.emit(span)

    def show_selected(self, ref: FactRef) -> None:
        """Highlight the words that state *ref* and bring them into sight."""
        span = self._places.span_of(ref)
        self._shown = ref if span is not None else None
        if span is None:
            self._text.clear_span()
            return
        self._keeping = self._places.clause is not None and self._places.row_of(ref) >= 0
        self._text.show_span(span)
        self._keeping = False
        row = self._places.row_of(ref)
        if row >= 0:
            self._facts.setCurrentIndex(self._places.index(row, 0))

    def show_place(self, span: Span) -> None:
        """Show a place that no fact stands for, such as that of a finding."""
        self._shown = None
        self._text.show_span(span)

    def go_to_clause(self, span: Span) -> None:
        """Point out the first line of the clause at *span*, and list its facts."""
        if self._provision is None:
            return
        line_end = self._provision.text.find("\n", span.start, span.end)
        self.show_place(Span(span.start, line_end if line_end >= 0 else span.end))
        self._list_clause(span)

    def is_clause(self, span: Span) -> bool:
        """Say whether *span* is that of a clause, and not of any other words."""
        return self._provision is not None and self._provision.clause_at(span.start).span == span

    def set_underlines_shown(self, shown: bool) -> None:
        """Show or hide the lines under facts, and their samples in the list below."""
        if shown is not self._facts.samples_shown:
            self._text.set_lines_shown(shown)
            self._facts.show_samples(shown=shown)

    @property
    def splitters(self) -> tuple[QSplitter, ...]:
        """What shares the room among outline, text and facts, by their object names."""
        return (self._across, self._reading)

    def reset_sizes(self) -> None:
        """Share the room as at first start."""
        self._across.setSizes([176, 600])
        self._reading.setSizes([400, 116])

    def set_outline_shown(self, shown: bool) -> None:
        """Show or hide the outline: a narrow window has no room for it."""
        self._outline.setVisible(shown)

    def copy_selection(self) -> None:
        """Put the selected words on the clipboard."""
        self._text.copy()

    def copy_with_citation(self) -> None:
        """Put the selected words, or else those where the caret stands, on the clipboard with document and clause."""
        words = self.cited_words()
        if self._provision is None or not words:
            self.notice_given.emit(self.tr("此处没有可复制的文字。"))
            return
        self._copy_words(words, words.removeprefix(document_name(self._provision)).partition("“")[0])

    def cited_words(self) -> str:
        """Return what :meth:`copy_with_citation` copies: the selection, a fact just shown, or the caret's sentence."""
        if self._provision is None:
            return ""
        span = self._text.selected_span
        if not len(span):
            shown = None if self._shown is None else self._places.span_of(self._shown)
            if self._shown is not None and shown is not None and shown.start == span.start:
                return Citing(self._provision).cite(self._shown)
            span = sentence_at(self._provision, span.start)
        return Citing(self._provision).cite_passage(span) if len(span) else ""

    def _arrange(self) -> None:
        space = self._tokens.space_m
        self._caption.setContentsMargins(space, self._tokens.space_s, space, self._tokens.space_s)
        reading, across = self._reading, self._across
        below = Captioned(self._caption, self._facts, reading)
        reading.setObjectName("reading")
        reading.setChildrenCollapsible(False)
        reading.addWidget(self._text)
        reading.addWidget(below)
        reading.setStretchFactor(0, 1)
        across.setObjectName("across")
        across.addWidget(self._outline)
        across.addWidget(reading)
        across.setStretchFactor(1, 1)
        across.setChildrenCollapsible(False)
        self.reset_sizes()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        self._facts.setMinimumHeight(64)
        self._text.setMinimumHeight(96)

    def _add_actions(self) -> None:
        copy = QAction(self.tr("复制（含出处）"), self)
        copy.setShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_C))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.triggered.connect(self.copy_with_citation)
        self.addActions([copy, find_action(self, self.find_requested)])

    def _add_opinion_action(self) -> None:
        action = QAction(self.tr("对选中文字提意见…"), self)
        action.setShortcut(QKeySequence(_OPINION_KEYS))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.give_opinion)
        self.addAction(action)

    def _show_review(self) -> None:
        """Mark the places that opinions speak of."""
        self._marked = ()
        if self._desk is not None and self._provision is not None and self._desk.review.opinions:
            from eitc_desktop.gui.models.review_sight import ReviewSight

            review = self._desk.review
            self._marked = ReviewSight(review, self._desk.reviewer, self._provision, NOTHING_MAPPED).marked
        self._text.show_opinions(self._marked)

    def _opinions_in(self, span: Span) -> list[Marked]:
        return [each for each in self._marked if each.span.start < span.end and span.start < each.span.end]

    def opinion_words(self, span: Span) -> list[str]:
        """Return how many opinions speak of a place, and whose they are."""
        here = self._opinions_in(span)
        if not here:
            return []
        from eitc_desktop.gui.models.review_sight import opinion_remark

        return [
            self.tr("审阅意见 {0} 条（录入）").format(len(here)),
            *(opinion_remark(each.entry).heading for each in here[:_OPINIONS_TOLD]),
        ]

    def _connect(self) -> None:
        self._tokens.changed.connect(self._show_clause_again)
        self._text.place_reached.connect(self._follow_caret)
        self._text.point_chosen.connect(self._choose_at)
        self._text.tip_requested.connect(self._show_tip)
        self._text.margin_pointed.connect(self._show_margin_tip)
        self._text.margin_clicked.connect(self._open_beside)
        self._text.menu_requested.connect(self._show_menu)
        self._outline.selectionModel().currentChanged.connect(self._go_to_clause)
        self._outline.clicked.connect(self._go_to_clause)
        self._outline.activated.connect(lambda _index: self._text.setFocus())
        self._facts.clicked.connect(self._tell)
        self._facts.activated.connect(self._tell)
        self._outline.menu_requested.connect(self._show_clause_menu)
        self._facts.menu_requested.connect(self._show_fact_menu)

    def _show_clause_again(self) -> None:
        QTimer.singleShot(0, self, lambda: bring_into_sight(self._outline, self._outline.currentIndex()))

    def _follow_caret(self, point: int) -> None:
        if self._provision is None:
            return
        point = meant_point(self._provision, point)
        here = self._places.facts_at(point)
        self._text.point_out(here[0] if here else None)
        if not self._keeping:
            self._places.set_place(point)
            none, some = self.tr("此处没有识读出的事实 · {1}"), self.tr("此处的事实 {0} 项 · {1}")
            self._caption_for(Span(point, point), some if here else none)
        if self._provision.clauses:
            self._following = True
            row = self._clauses.index_of(self._provision.clause_at(point))
            self._outline.setCurrentIndex(row)
            bring_into_sight(self._outline, row)
            self._following = False

    def _go_to_clause(self, index: QModelIndex) -> None:
        clause = index.data(OutlineRole.CLAUSE)
        if not self._following and isinstance(clause, Clause):
            self._visit(clause)

    def _go_into(self, clause: Clause) -> None:
        self._visit(clause)
        self._text.setFocus()

    def _visit(self, clause: Clause) -> None:
        self.go_to_clause(clause.span)
        self.place_visited.emit(clause.span)

    def _list_clause(self, span: Span) -> None:
        self._places.set_clause(span)
        none, some = self.tr("条款内没有识读出的事实 · {1}"), self.tr("条款内的事实 {0} 项 · {1}")
        self._caption_for(span, some if self._places.rowCount() else none)

    def _caption_for(self, span: Span, words: str) -> None:
        """Caption the list with *words*, which have places for the number of facts and for where *span* begins."""
        if self._provision is not None:
            self._caption.setText(words.format(self._places.rowCount(), place_of(self._provision, span)))

    def _choose_at(self, point: int) -> None:
        here = self._places.facts_at(meant_point(self._provision, point)) if self._provision is not None else ()
        if here:
            self.fact_chosen.emit(here[0].ref)
        else:
            self.notice_given.emit(self.tr("此处没有识读出的事实。"))

    def _show_tip(self, point: int, place: QPoint) -> None:
        words = (*self._places.words_at(point), *self.opinion_words(Span(point, point + 1)))
        show_plain_tooltip(place, "\n".join(words), self._text)

    def _show_margin_tip(self, span: Span, place: QPoint) -> None:
        show_plain_tooltip(place, "\n".join(self.opinion_words(span)), self._text)

    def _tell(self, index: QModelIndex) -> None:
        ref = index.data(PlaceRole.REF)
        if isinstance(ref, FactRef):
            self.fact_chosen.emit(ref)

    def _cite_clause(self, clause: Clause) -> None:
        """Copy the whole clause, what is below it included; its ordinal is in the citation."""
        if self._provision is not None:
            whole = Span(clause.body.start, clause.span.end)
            self._copy_words(Citing(self._provision).cite_passage(whole), clause.citation)

    def _cite_fact(self, ref: FactRef) -> None:
        if self._provision is not None:
            citing = Citing(self._provision)
            self._copy_words(citing.cite(ref), citing.mark(ref))

    def _copy_words(self, words: str, place: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.notice_given.emit(self.tr("已复制（含出处）：{0}").format(place))

    def _show_clause_menu(self, index: QModelIndex, place: QPoint) -> None:
        clause = index.data(OutlineRole.CLAUSE)
        menu = self._new_menu()
        menu.addAction(self.tr("到此条款"), lambda: self._go_into(clause))
        menu.addAction(self.tr("复制条款原文（含出处）"), lambda: self._cite_clause(clause))
        if self._provision is not None:
            offer_opinion(menu, self, place_of_clause(self._provision, clause))
        menu.popup(place)

    def _show_fact_menu(self, index: QModelIndex, place: QPoint) -> None:
        ref = index.data(PlaceRole.REF)
        menu = self._new_menu()
        menu.addAction(self.tr("查看详情"), lambda: self.fact_chosen.emit(ref))
        menu.addAction(self.tr("在原文中显示"), lambda: self.clause_requested.emit(ref))
        menu.addAction(self.tr("复制（含出处）"), lambda: self._cite_fact(ref))
        offer_opinion(menu, self, ref)
        menu.popup(place)

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self._new_menu()
        copy = menu.addAction(self.tr("复制"), self.copy_selection)
        copy.setEnabled(bool(len(self._text.selected_span)))
        cited = menu.addAction(self.tr("复制（含出处）"), self.copy_with_citation)
        cited.setEnabled(bool(self.cited_words()))
        if self._offers_review:
            self._offer_opinions(menu)
        menu.addSeparator()
        menu.addAction(self.tr("全选"), self._text.selectAll)
        menu.popup(place)

    def _offer_opinions(self, menu: QMenu) -> None:
        """Offer to add an opinion on the words selected, and to open those on what is here."""
        menu.addSeparator()
        keys = QKeySequence(_OPINION_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        give = menu.addAction(f"{self.tr('对选中文字提意见…')}\t{keys}", self.give_opinion)
        span = self._text.selected_span
        give.setEnabled(bool(len(span)))
        here = self._opinions_in(span if len(span) else Span(span.start, span.start + 1))
        if here:
            self._offer_entries(menu, here)

    def _offer_entries(self, menu: QMenu, here: list[Marked]) -> None:
        from eitc_desktop.gui.models.review_sight import opinion_remark

        for each in here[:_OPINIONS_TOLD]:
            words = self.tr("打开：{0}").format(opinion_remark(each.entry).heading)
            menu.addAction(words.replace("&", "&&"), partial(self.entry_requested.emit, each.entry.id))

    def _open_beside(self, span: Span, place: QPoint) -> None:
        """Open what is entered on the line at *span*; several are offered."""
        here = self._opinions_in(span)
        if len(here) == 1:
            self.entry_requested.emit(here[0].entry.id)
        elif here:
            menu = self._new_menu()
            self._offer_entries(menu, here)
            menu.popup(place)


def _set_look(view: QTreeView, name: str) -> None:
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setIndentation(14)
    view.setUniformRowHeights(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setExpandsOnDoubleClick(False)
    view.setAccessibleName(name)
