"""机构树: the agency's units as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QTreeView, QVBoxLayout, QWidget

from eitc_desktop.gui.models.unit_filter import UnitFilter
from eitc_desktop.gui.models.unit_tree import UnitRole, UnitTreeModel
from eitc_desktop.gui.panes.unit_delegate import UnitDelegate
from eitc_desktop.gui.panes.unit_view import UnitView
from eitc_desktop.gui.scrolling import bring_into_sight
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.hidden_header import hide_header
from eitc_desktop.gui.widgets.nothing_found import NothingFound
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import NOTHING_MAPPED
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

if TYPE_CHECKING:
    from eitc_desktop.gui.review.desk import ReviewDesk

_EXPAND_AT_ONCE = 2000  # rows: beyond that, unfolding everything helps nobody


class TreePane(QWidget):
    """The body, its leadership posts, divisions and hosted offices, with a filter above."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision: Provision | None = None
        self._desk: ReviewDesk | None = None
        self._selected: FactRef | None = None  # what every pane shows as chosen
        self._nothing: NothingFound | None = None  # stands in the tree's place where no unit matches
        self._folded: tuple[QPersistentModelIndex, ...] = ()  # while a filter shows all that it finds: what was folded
        self._following = False  # the row moves because another pane chose: nothing is to be said
        self._units = UnitTreeModel(self)
        self._rows = UnitFilter(self._units, self)
        self._filter = FilterLine(self)
        self._filter.setPlaceholderText(self.tr("按名称、拼音、序号或职务筛选"))
        self._filter.setToolTip(
            self.tr("可输入机构名称、括号内名称、牌子，或其拼音、首字母；也可输入序号、领导职务或其名数")
        )
        self._filter.setAccessibleName(self.tr("筛选机构树"))
        self._view = self._make_view()
        self._delegate = UnitDelegate(tokens, self._view)
        self._view.setItemDelegate(self._delegate)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, tokens.space_s, 0, 0)
        layout.setSpacing(tokens.space_s)
        above = QVBoxLayout()
        above.setContentsMargins(tokens.space_s, 0, tokens.space_s, 0)
        above.addWidget(self._filter)
        layout.addLayout(above)
        layout.addWidget(self._view)
        self._add_actions()
        self._filter.words_settled.connect(self._apply_filter)
        self._filter.returnPressed.connect(self._choose_first)
        self._filter.left_below.connect(self._enter_tree)
        self._view.selectionModel().currentChanged.connect(self._tell_current)
        self._view.clicked.connect(self._tell)
        self._view.activated.connect(self._tell)
        tokens.changed.connect(self._lay_out_anew)

    @property
    def view(self) -> QTreeView:
        """The tree itself."""
        return self._view

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called."""
        return self._view

    @property
    def filter_line(self) -> QLineEdit:
        """Where words to filter by are typed."""
        return self._filter

    def go_to_filter(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.call()

    def show_provision(
        self, provision: Provision, name_keys: Mapping[str, NameKey], mapping: DutyMapping = NOTHING_MAPPED
    ) -> None:
        """Show the units of *provision*, unfolded; *name_keys* hold the pinyin of their names, by name.

        Those that a function change concerns by *mapping* are marked.
        """
        self._provision = provision
        self._selected = None
        self._filter.clear()
        self._folded = ()
        self._following = True
        self._units.set_provision(provision, name_keys, mapping)
        self._unfold()
        self._following = False
        self._show_review()

    def set_desk(self, desk: ReviewDesk) -> None:
        """Show from now on what the review of *desk* has at each unit."""
        self._desk = desk
        desk.changed.connect(self._show_review)
        self._show_review()

    def show_selected(self, ref: FactRef) -> None:
        """Make the unit that *ref* is or belongs to the current row, without choosing it."""
        self._selected = ref
        index = self._units.index_of(ref)
        if self._filter.text() and not self._rows.mapFromSource(index).isValid():
            self._filter.clear()
        self._following = True
        self._stand_on_selected()
        self._following = False

    def copy_current(self) -> None:
        """Put the current row's fact, quoted with its clause, on the clipboard."""
        ref = self._marked_ref()
        if self._provision is None or ref is None:
            self.notice_given.emit(self.tr("请先选中一个机构或职务，再复制。"))
            return
        citing = Citing(self._provision)
        QGuiApplication.clipboard().setText(citing.cite(ref))
        self.notice_given.emit(self.tr("已复制（含出处）：{0}").format(citing.mark(ref)))

    def _show_review(self) -> None:
        if self._desk is None or self._provision is None:
            return
        review = self._desk.review
        if not review.opinions and not review.verdicts:
            self._units.show_review({}, {})
            return
        from eitc_desktop.gui.models.review_sight import ReviewSight

        sight = ReviewSight(review, self._desk.reviewer, self._provision, NOTHING_MAPPED)
        self._units.show_review(sight.opinions_at, sight.disputed_at)

    def _make_view(self) -> UnitView:
        view = UnitView(self)
        view.setModel(self._rows)
        hide_header(view)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setIndentation(14)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setExpandsOnDoubleClick(False)
        view.setAccessibleName(self.tr("机构树"))
        return view

    def _add_actions(self) -> None:
        place = QAction(self.tr("在原文中显示"), self._view)
        place.triggered.connect(self._request_clause)
        copy = QAction(self.tr("复制（含出处）"), self._view)
        copy.triggered.connect(self.copy_current)
        self._view.copy_requested.connect(self.copy_current)
        self._view.clause_requested.connect(self._request_clause)
        self._view.addActions([place, copy])
        clear = QAction(self.tr("清除筛选"), self)
        clear.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        clear.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        clear.triggered.connect(self._filter.clear)
        self.addAction(clear)
        self._filter.answer_in(self)

    def _marked_ref(self) -> FactRef | None:
        marked = self._view.selectionModel().selectedIndexes()
        ref = marked[0].data(UnitRole.REF) if marked else None
        return ref if isinstance(ref, FactRef) else None

    def _lay_out_anew(self) -> None:
        self._view.doItemsLayout()
        QTimer.singleShot(0, self, lambda: bring_into_sight(self._view, self._view.currentIndex()))

    def _stand_on_selected(self) -> None:
        """Mark the row of what is chosen; none where the filter hides it."""
        index = QModelIndex() if self._selected is None else self._units.index_of(self._selected)
        row = self._rows.mapFromSource(index)
        if row.isValid():
            self._view.setCurrentIndex(row)
            bring_into_sight(self._view, row)
        else:
            self._view.selectionModel().clear()

    def _unfold(self) -> None:
        if self._units.unit_count <= _EXPAND_AT_ONCE:
            self._view.expandAll()
        else:
            self._view.expandToDepth(0)

    def _folded_below(self, parent: QModelIndex) -> Iterator[QPersistentModelIndex]:
        """Yield the rows of the units, none of the filter's, that have something below and are folded."""
        for place in range(self._rows.rowCount(parent)):
            row = self._rows.index(place, 0, parent)
            if self._rows.hasChildren(row):
                if not self._view.isExpanded(row):
                    yield QPersistentModelIndex(self._rows.mapToSource(row))
                yield from self._folded_below(row)

    def _request_clause(self) -> None:
        ref = self._marked_ref()
        if ref is not None:
            self.clause_requested.emit(ref)

    def _apply_filter(self, words: str) -> None:
        self._following = True
        if not self._rows.asked:
            self._folded = tuple(self._folded_below(QModelIndex()))
        self._rows.show_words(words)
        self._delegate.mark_words(self._rows.asked)
        self._unfold()
        if not self._rows.asked:
            for index in self._folded:
                self._view.collapse(self._rows.mapFromSource(index))
        self._stand_on_selected()
        self._following = False
        self._show_result(words.strip())

    def _show_result(self, words: str) -> None:
        """Show the tree, or that nothing matches and what to do."""
        found = bool(self._rows.rowCount()) or not words
        if not found:
            if self._nothing is None:
                self._nothing = NothingFound(self._tokens, self._filter, self)
                self._column.addWidget(self._nothing, 1)
            self._nothing.say(
                self.tr(
                    "没有符合“{0}”的机构或职务。\n"
                    "可按名称、拼音、序号、职务查找；编制总数和其他职数不在机构树中，见机关的“详情”。"
                ).format(words)
            )
        if self._nothing is not None:
            self._nothing.setVisible(not found)
        self._view.setVisible(found)

    def _enter_tree(self) -> None:
        if self._view.isVisible():
            self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_first(self) -> None:
        """Choose the first unit that matches itself, not one that merely holds a match."""
        self._view.setFocus()
        row = self._rows.index(0, 0)
        while self._rows.asked and row.isValid():
            if self._rows.answers(row):
                self._view.setCurrentIndex(row)
                self._tell(row)
                return
            row = self._view.indexBelow(row)

    def _tell_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._view.selectionModel().isSelected(current):  # else the keyboard merely arrived there
            self._tell(current)

    def _tell(self, index: QModelIndex) -> None:
        ref = index.data(UnitRole.REF)
        if isinstance(ref, FactRef) and not self._following:
            self._selected = ref
            self.fact_chosen.emit(ref)
