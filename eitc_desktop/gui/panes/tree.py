"""机构树: the agency's units as a tree."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QTreeView, QVBoxLayout, QWidget

from eitc_desktop.gui.models.unit_tree import UnitRole, UnitTreeModel
from eitc_desktop.gui.panes.unit_delegate import UnitDelegate
from eitc_desktop.gui.scrolling import bring_into_sight
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

_EXPAND_AT_ONCE = 2000  # rows: beyond that, unfolding everything helps nobody


class UnitView(QTreeView):
    """A tree whose Ctrl+C is the pane's to answer: a row is quoted with its clause, not as a bare name."""

    copy_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave copying to the pane."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)


class TreePane(QWidget):
    """The body, its leadership posts, divisions and hosted offices, with a filter above."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provision: Provision | None = None
        self._following = False  # the row moves because another pane chose: nothing is to be said
        self._units = UnitTreeModel(self)
        self._rows = QSortFilterProxyModel(self)
        self._rows.setRecursiveFilteringEnabled(True)
        self._rows.setFilterRole(Qt.ItemDataRole.AccessibleTextRole)
        self._rows.setSourceModel(self._units)
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("筛选机构、职务、编制名数"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setAccessibleName(self.tr("筛选机构树"))
        self._view = self._make_view(tokens)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, tokens.space_s, 0, 0)
        layout.setSpacing(tokens.space_s)
        above = QVBoxLayout()
        above.setContentsMargins(tokens.space_s, 0, tokens.space_s, 0)
        above.addWidget(self._filter)
        layout.addLayout(above)
        layout.addWidget(self._view)
        self._add_actions()
        self._filter.textChanged.connect(self._apply_filter)
        self._filter.returnPressed.connect(self._view.setFocus)
        self._view.selectionModel().currentChanged.connect(self._tell_current)
        self._view.clicked.connect(self._tell)
        self._view.activated.connect(self._tell)

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

    def show_provision(self, provision: Provision) -> None:
        """Show the units of *provision*, unfolded."""
        self._provision = provision
        self._following = True
        self._filter.clear()
        self._units.set_provision(provision)
        self._unfold()
        self._following = False

    def show_selected(self, ref: FactRef) -> None:
        """Make the unit that *ref* is or belongs to the current row, without choosing it."""
        index = self._units.index_of(ref)
        if self._filter.text() and not self._rows.mapFromSource(index).isValid():
            self._filter.clear()
        self._following = True
        row = self._rows.mapFromSource(index)
        self._view.setCurrentIndex(row)
        bring_into_sight(self._view, row)
        self._following = False

    def copy_current(self) -> None:
        """Put the current row's fact, quoted with its clause, on the clipboard."""
        ref = self._current_ref()
        if self._provision is None or ref is None:
            return
        QGuiApplication.clipboard().setText(Citing(self._provision).cite(ref))
        self.notice_given.emit(self.tr("已复制，含出处"))

    def _make_view(self, tokens: Tokens) -> UnitView:
        view = UnitView(self)
        view.setModel(self._rows)
        view.setItemDelegate(UnitDelegate(tokens, view))
        view.setHeaderHidden(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setIndentation(14)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setExpandsOnDoubleClick(False)
        view.setAccessibleName(self.tr("机构树"))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return view

    def _add_actions(self) -> None:
        place = QAction(self.tr("在原文中显示"), self._view)
        place.triggered.connect(self._request_clause)
        copy = QAction(self.tr("复制（含出处）"), self._view)
        copy.triggered.connect(self.copy_current)
        self._view.copy_requested.connect(self.copy_current)
        self._view.addActions([place, copy])

    def _current_ref(self) -> FactRef | None:
        ref = self._view.currentIndex().data(UnitRole.REF)
        return ref if isinstance(ref, FactRef) else None

    def _unfold(self) -> None:
        if self._units.unit_count <= _EXPAND_AT_ONCE:
            self._view.expandAll()
        else:
            self._view.expandToDepth(0)

    def _request_clause(self) -> None:
        ref = self._current_ref()
        if ref is not None:
            self.clause_requested.emit(ref)

    def _apply_filter(self, words: str) -> None:
        self._following = True
        self._rows.setFilterFixedString(words.strip())
        self._unfold()
        self._following = False
        if words.strip() and not self._rows.rowCount():
            self.notice_given.emit(self.tr("没有符合筛选的机构"))

    def _tell_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._tell(current)

    def _tell(self, index: QModelIndex) -> None:
        ref = index.data(UnitRole.REF)
        if isinstance(ref, FactRef) and not self._following:
            self.fact_chosen.emit(ref)
