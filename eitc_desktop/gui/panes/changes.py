"""职能转变: what was abolished, devolved, moved, added and strengthened, side by side, as a table or as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontInfo, QGuiApplication, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.changes import ChangesModel
from eitc_desktop.gui.models.changes_filter import ChangesFilter
from eitc_desktop.gui.models.concerned import concerned
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.change_board import ChangeBoard
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.widgets.no_changes import NoChanges
from eitc_desktop.gui.widgets.short_scroll import ShortScroll
from eitc_desktop.gui.wording import listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.services.citing import Citing
from eitc_desktop.settings import ChangesView

if TYPE_CHECKING:
    from eitc_desktop.gui.widgets.change_table import ChangeTable
    from eitc_desktop.gui.widgets.flow_desk import FlowDesk

_NARROW = 43  # characters: in less width the bar says less
_TALLEST = 270  # logical pixels: the pane asks for no more, which a window of 911×512 has beside its menus and bars
_WORDS, _WORDS_NARROW = 17, 11.5  # characters: width of the filter's line


class ChangesPane(QWidget):
    """One model, seen as columns of cards (对照), table (表格) or picture (去向图), narrowed by kind and by words."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    notice_given = Signal(str)
    view_chosen = Signal(object)  # ChangesView

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision: Provision | None = None
        self._mapping = Mapping()
        self._citing: Citing | None = None
        self._selected: FactRef | None = None
        self._model = ChangesModel(self)
        self._changes = ChangesFilter(self._model, self)
        self._kinds: dict[ChangeKind, QToolButton] = {}
        self._scroll = ShortScroll(_TALLEST, self)
        self._bar_frame = FlowBar(tokens.space_s, self._scroll.content)
        self._bar = self._bar_frame.flow
        self._make_bar()
        self._stack = QStackedWidget(self._scroll.content)
        self._make_views()
        self._arrange()
        clear = QAction(self.tr("清除筛选"), self)
        clear.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        clear.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        clear.triggered.connect(self.clear_filters)
        self.addAction(clear)
        self._words.answer_in(self)
        self._dress()
        tokens.changed.connect(self._dress)
        tokens.changed.connect(self._fit_bar)
        self._fit_bar()
        self._show_result()

    @property
    def model(self) -> ChangesModel:
        """All changes."""
        return self._model

    @property
    def changes(self) -> ChangesFilter:
        """The changes that are shown."""
        return self._changes

    @property
    def board(self) -> ChangeBoard:
        """The columns of cards."""
        return self._board

    @property
    def table(self) -> ChangeTable:
        """The table; made when it is first asked for, since most look at the cards alone."""
        if self._table is None:
            self._table = self._make_table()
        return self._table

    @property
    def flow(self) -> FlowDesk:
        """The picture and its grouping; made when it is first asked for."""
        if self._flow is None:
            self._flow = self._make_flow()
        return self._flow

    @property
    def view(self) -> ChangesView:
        """How the changes are seen."""
        return next(view for view, button in self._views.items() if button.isChecked())

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes when the pane is called: the first cards, the table, or the picture."""
        shown = self._stack.currentWidget()
        if self._flow is not None and shown is self._flow.picture:
            return self._flow.picture
        views = () if shown is None else (shown, *shown.findChildren(QAbstractItemView))
        return next((view for view in views if isinstance(view, QAbstractItemView) and view.isVisible()), self._words)

    @property
    def words(self) -> QLineEdit:
        """Where words are typed that the changes must hold."""
        return self._words

    @property
    def count_words(self) -> str:
        """How many changes are shown: 显示 3 / 16."""
        return self._count.accessibleName()

    def kind_button(self, kind: ChangeKind) -> QToolButton:
        """Return the button that shows and hides a kind.

        Raises:
            KeyError: if the provision has no change of this kind.
        """
        return self._kinds[kind]

    def go_to_filter(self) -> None:
        """Give the keyboard to the filter."""
        self._words.call()

    def show_provision(
        self, provision: Provision, mapping: Mapping | None = None, citing: Citing | None = None
    ) -> None:
        """Show the changes of *provision*, all of them, and what corresponds to them."""
        self._provision = provision
        self._mapping = mapping or Mapping()
        if self._flow is not None:
            self._flow.show_provision(provision, self._mapping)
        self._citing = citing or Citing(provision)
        self._selected = None
        self.clear_filters()
        self._model.set_provision(provision, self._citing)
        self._board.rebuild()
        self._make_kind_buttons()
        if self._table is not None:
            self._table.share_width()
        self._show_result()

    def show_selected(self, ref: FactRef) -> None:
        """Mark the change that *ref* is or belongs to; softly those that concern another fact."""
        row = self._model.row_of(ref)
        self._selected = None if row is None else FactRef(FactKind.CHANGE, row)
        self._model.mark_concerned(concerned(self._mapping, ref))
        self._board.choose(self._selected)
        if self._table is not None:
            self._table.choose(self._selected)
        if self._flow is not None:
            self._flow.show_selected(self._selected)

    def show_as_table(self, table: bool) -> None:
        """Show the table, or the columns of cards."""
        self.show_view(ChangesView.TABLE if table else ChangesView.BOARD)

    def show_view(self, view: ChangesView) -> None:
        """Show cards, table or picture."""
        self._views[view].setChecked(True)

    def clear_filters(self) -> None:
        """Show all changes again."""
        self._words.clear()
        for button in self._kinds.values():
            button.setChecked(True)

    def copy_rows(self) -> None:
        """Copy the table's selected rows as tab-separated text."""
        rows = self.table.chosen_rows
        if rows:
            QGuiApplication.clipboard().setText(self._model.as_tsv(rows))
            self.notice_given.emit(self.tr("已复制 {0} 行，可粘贴到表格").format(len(rows)))

    def copy_words(self, ref: FactRef) -> None:
        """Copy a change's own words."""
        QGuiApplication.clipboard().setText(self._model.change_at(ref.index).text.text)
        self.notice_given.emit(self.tr("已复制文字（不含出处）：{0}").format(self._model.mark_at(ref.index)))

    def copy_cited(self, refs: list[FactRef]) -> None:
        """Copy changes with their source, one in a line."""
        if self._citing is None or not refs:
            self.notice_given.emit(self.tr("请先选中一项职能转变，再复制。"))
            return
        QGuiApplication.clipboard().setText("\n".join(self._citing.cite(ref) for ref in refs))
        marks = listed(self._citing.mark(ref) for ref in refs)
        self.notice_given.emit(self.tr("已复制（含出处）：{0}").format(marks))

    def _arrange(self) -> None:
        """Put the bar over the changes; where both don't fit with large text, they scroll together."""
        space = self._tokens.space_s
        column = QVBoxLayout(self._scroll.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space)
        inset = QVBoxLayout()
        inset.setContentsMargins(space, 0, space, 0)
        inset.addWidget(self._bar_frame)
        column.addLayout(inset)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, space, 0, 0)
        whole.addWidget(self._scroll)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def _fit_bar(self) -> None:
        """Keep the bar to two lines where the pane is narrow."""
        character = QFontInfo(self.font()).pixelSize()
        narrow = self._is_narrow
        self._words.setFixedWidth(round(character * (_WORDS_NARROW if narrow else _WORDS)))
        self._words.setPlaceholderText(self.tr("按词筛选") if narrow else self.tr("按词筛选，例如去向或事项"))
        self._cite.setText(self.tr("复制") if narrow else self.tr("复制（含出处）"))
        self._say_count()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _NARROW * QFontInfo(self.font()).pixelSize()

    def _say_count(self) -> None:
        shown, total = self._changes.rowCount(), self._model.rowCount()
        words = self.tr("显示 {0} / {1}").format(shown, total)
        self._count.setText(f"{shown} / {total}" if self._is_narrow else words)
        self._count.setAccessibleName(words)

    def _make_bar(self) -> None:
        self._views = {
            ChangesView.BOARD: self._toggle(self.tr("对照"), self.tr("按类别并列")),
            ChangesView.TABLE: self._toggle(self.tr("表格"), self.tr("可排序、可复制的表格")),
            ChangesView.FLOW: self._toggle(self.tr("去向图"), self.tr("从本机关到承接单位的图")),
        }
        group = QButtonGroup(self)
        for button in self._views.values():
            group.addButton(button)
            self._bar.addWidget(button)
        self._views[ChangesView.BOARD].setChecked(True)
        group.buttonToggled.connect(self._show_view)
        self._words = FilterLine(self)
        self._words.setAccessibleName(self.tr("按词筛选职能转变"))
        self._words.words_settled.connect(self._narrow)
        self._words.left_below.connect(lambda: self.home.setFocus(Qt.FocusReason.TabFocusReason))
        self._bar.addWidget(self._words)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.addWidget(self._count)
        self._cite = QToolButton(self)
        self._cite.setToolTip(self.tr("复制选中的职能转变及其出处"))
        self._cite.setAccessibleName(self.tr("复制（含出处）"))
        self._cite.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cite.clicked.connect(self._copy_chosen)
        self._bar.addWidget(self._cite)

    def _toggle(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _make_views(self) -> None:
        self._board = ChangeBoard(self._tokens, self._model, self._changes, self)
        self._table: ChangeTable | None = None
        self._flow: FlowDesk | None = None
        self._nothing = NoChanges(self._tokens, self)
        self._nothing.clear_requested.connect(self.clear_filters)
        for view in (self._board, self._nothing):
            self._stack.addWidget(view)
        self._board.fact_chosen.connect(self._choose)
        self._board.clause_requested.connect(self.clause_requested)
        self._board.words_copied.connect(self.copy_words)
        self._board.citation_requested.connect(lambda ref: self.copy_cited([ref]))

    def _make_table(self) -> ChangeTable:
        from eitc_desktop.gui.widgets.change_table import ChangeTable

        table = ChangeTable(self._tokens, self._changes, self)
        table.fact_chosen.connect(self._choose)
        table.clause_requested.connect(self.clause_requested)
        table.rows_copied.connect(self.copy_rows)
        table.citation_requested.connect(self._copy_chosen)
        table.notice_given.connect(self.notice_given)
        self._stack.addWidget(table)
        table.choose(self._selected)
        return table

    def _make_flow(self) -> FlowDesk:
        from eitc_desktop.gui.widgets.flow_desk import FlowDesk

        flow = FlowDesk(self._tokens, self._model, self._changes, self)
        flow.picture.fact_chosen.connect(self._choose)
        flow.picture.clause_requested.connect(self.clause_requested)
        flow.picture.words_copied.connect(self.copy_words)
        flow.picture.citation_requested.connect(lambda ref: self.copy_cited([ref]))
        self._stack.addWidget(flow.picture)
        self._bar.insert_widget(len(self._views), flow.grouping)
        QWidget.setTabOrder(self._views[ChangesView.FLOW], flow.grouping)
        flow.grouping.dress(self._cite.styleSheet())
        if self._provision is not None:
            flow.show_provision(self._provision, self._mapping)
        return flow

    def _make_kind_buttons(self) -> None:
        for button in self._kinds.values():
            self._bar.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._kinds = {}
        for kind in self._model.kinds:
            button = self._toggle(f"{kind_symbol(kind)} {kind_word(kind)}", self.tr("显示或隐藏这一类"))
            button.setAccessibleName(kind_word(kind))
            button.setChecked(True)
            button.setProperty("small", True)  # noqa: FBT003  a font of its own would not outlive another dock
            button.toggled.connect(lambda shown, kind=kind: self._show_kind(kind, shown=shown))
            self._bar.addWidget(button)
            self._kinds[kind] = button
        self._bar.removeWidget(self._cite)
        self._bar.addWidget(self._cite)

    def _dress(self) -> None:
        border, focus = self._tokens.border, self._tokens.accent
        look = f"QToolButton {{ border-color: {border}; }} QToolButton:focus {{ border-color: {focus}; }}"
        self._cite.setStyleSheet(look)
        if self._flow is not None:
            self._flow.grouping.dress(look)

    def _show_kind(self, kind: ChangeKind, *, shown: bool) -> None:
        self._changes.show_kind(kind, shown=shown)
        self._show_result()

    def _narrow(self, words: str) -> None:
        self._changes.show_words(words)
        self._show_result()

    def _show_result(self) -> None:
        shown, total = self._changes.rowCount(), self._model.rowCount()
        self._say_count()
        self._board.recount()
        self._board.choose(self._selected)  # it may have been filtered out, and be back
        if self._table is not None:
            self._table.share_width()  # a column may say nothing now, or say something again
        if self._flow is not None:
            self._flow.grouping.setVisible(self.view is ChangesView.FLOW)
        if shown:
            self._stack.setCurrentWidget(self._view_shown())
            return
        self._nothing.tell(filtered=bool(total))
        self._stack.setCurrentWidget(self._nothing)

    def _view_shown(self) -> QWidget:
        match self.view:
            case ChangesView.BOARD:
                return self._board
            case ChangesView.TABLE:
                return self.table
            case ChangesView.FLOW:
                self.flow.fill()
                self.flow.show_selected(self._selected)
                return self.flow.picture

    def _show_view(self, _button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._show_result()
            self.view_chosen.emit(self.view)

    def _choose(self, ref: FactRef) -> None:
        self._selected = ref
        self.fact_chosen.emit(ref)

    def _copy_chosen(self) -> None:
        if self.view is ChangesView.TABLE:
            self.copy_cited([FactRef(FactKind.CHANGE, row) for row in self.table.chosen_rows])
        else:
            chosen = self.flow.picture.chosen if self.view is ChangesView.FLOW else self._board.chosen
            self.copy_cited([chosen] if chosen is not None else [])

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the bar to the new width."""
        self._fit_bar()
        super().resizeEvent(event)
