"""What the pane 审阅 shows: the bar, the table of all entries, and the one chosen in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from eitc_desktop.gui.review.bar import ReviewBar
from eitc_desktop.gui.review.empty_review import EmptyReview
from eitc_desktop.gui.review.entries_model import EntriesModel, PlaceHead
from eitc_desktop.gui.review.entry_view import EntryView
from eitc_desktop.gui.review.listed import EntryRow, RowMaker
from eitc_desktop.gui.review.nothing_wanted import NothingWanted
from eitc_desktop.gui.review.table import EntryTable
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactRef
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review

_WIDE = 1100  # logical pixels: from here on the entry stands beside the table
_SHARES, _SHARES_WIDE = (1, 2), (2, 3)  # of the room, the table's at most
_FEW, _MANY = 4, 1000  # rows: seen even in a small window; more of them are higher than any window
_LEAST = 130  # logical pixels of the entry, with its buttons


class ReviewPage(QWidget):
    """Shows a review, and tells what is wanted of it."""

    fact_chosen = Signal(object)  # FactRef
    place_wanted = Signal(object)  # Place
    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._review: Review = NOTHING_REVIEWED
        self._maker = RowMaker()
        self._moved = False  # somebody shared the room by hand
        self._quiet = 0  # the table changes by itself: nobody chose anything
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.bar = ReviewBar(tokens, self)
        self.model = EntriesModel(self)
        self.table = EntryTable(tokens, self.model, self)
        self.table.setMinimumHeight(80)
        self.entry = EntryView(tokens, self)
        self.empty = EmptyReview(tokens, self)
        self._nothing = NothingWanted(tokens, self)
        self._rows = QStackedWidget(self)
        self._rows.addWidget(self.table)
        self._rows.addWidget(self._nothing)
        self._splitter = _Splitter(self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._rows)
        self._splitter.addWidget(self.entry)
        self._full = QWidget(self)
        inner = QVBoxLayout(self._full)
        inner.setContentsMargins(0, tokens.space_s, 0, 0)
        inner.setSpacing(tokens.space_s)
        over = QVBoxLayout()
        over.setContentsMargins(tokens.space_m, 0, tokens.space_m, 0)
        over.addWidget(self.bar)
        inner.addLayout(over)
        inner.addWidget(self._splitter, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._turn_page()
        self._share()
        self._connect()

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes: the table, or the button for the first opinion."""
        return self.empty.add if self.is_empty else self.table

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet."""
        return not self.model.rows

    @property
    def chosen(self) -> str | None:
        """The id of the entry chosen."""
        row = self.table.current
        return row.id if isinstance(row, EntryRow) else None

    def show_review(self, review: Review) -> bool:
        """Show *review*; say whether one entry that is new in it was chosen."""
        focused = self.window().focusWidget()  # of the window: a dialog may be open over it
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        known = {row.id for row in self.model.rows}
        chosen, seen = self.chosen, self.model.count
        other = review.digest != self._review.digest and self._review is not NOTHING_REVIEWED
        self._review = review
        rows = self._maker.rows(review)
        self.bar.offer(rows)
        fresh = [row.id for row in rows if row.id not in known]
        alone = fresh[0] if len(fresh) == 1 and not other else None
        found = False
        with self._unasked():
            self.table.choose_next(alone)
            self.model.show_rows(rows)
            self._refresh()
            if alone is not None:
                found = self.model.row_of(alone) is not None
                if not found:
                    self.notice_given.emit(self.tr("已保存；按现在的筛选，这一条不显示。"))
            elif seen and not self.model.count and self.bar.is_narrowed:
                self._let_through(chosen)
        if had_keyboard and self.window().focusWidget() is not focused:  # it would wander off, as to the tree
            self.home.setFocus()
        return found

    def _let_through(self, entry: str | None) -> None:
        """Drop the filters that keep back the last entry they had left, which was just settled."""
        row = next((row for row in self.model.rows if row.id == entry), None)
        if row is None or row.withdrawn:
            self.bar.clear_filters()
        else:
            self.bar.let_through(row)
            self.table.choose(row.id)

    def show_selected(self, ref: FactRef) -> None:
        """Choose the first entry shown that is on *ref*, unless one on it is chosen already."""
        row = self.table.current
        if row is not None and row.place.ref == ref:
            return
        found = next((one for one in self.model.shown if one.place.ref == ref), None)
        if found is not None:
            with self._unasked():
                self.table.choose(found.id)

    def show_entry(self, entry: str) -> None:
        """Choose an entry, filters or not."""
        if not self.table.choose(entry):
            self.bar.clear_filters()
            self.table.choose(entry)

    def show_only(self, *, conflicts: bool = False, unplaced: bool = False) -> None:
        """Show the entries in two drafts, or those without a place, and no others."""
        self.bar.clear_filters()
        self.bar.conflicts.setChecked(conflicts)
        self.bar.unplaced.setChecked(unplaced)

    def step_back(self) -> None:
        """Show everything again, with the keyboard in the table."""
        if self.bar.is_narrowed:
            self.bar.clear_filters()
        self.home.setFocus()

    def with_chosen(self, do: Callable[[str], object]) -> None:
        """Do something with the entry chosen, if there is one."""
        if self.chosen is not None:
            do(self.chosen)

    def _connect(self) -> None:
        bar, table, entry = self.bar, self.table, self.entry
        self._splitter.splitterMoved.connect(self._note_moved)
        self._splitter.resized.connect(self._share)
        bar.narrowed.connect(self._narrow)
        bar.grouping_wanted.connect(self._group)
        bar.words.left_below.connect(table.setFocus)
        self._nothing.clear_requested.connect(bar.clear_filters)
        table.entry_chosen.connect(self._show_chosen)
        table.place_wanted.connect(self.place_wanted)
        table.rows_copied.connect(self.copy_rows)
        table.menu_wanted.connect(self._open_menu)
        table.withdrawal_wanted.connect(lambda: self.with_chosen(entry.withdrawal_wanted.emit))
        entry.place_wanted.connect(self.place_wanted)
        entry.entry_wanted.connect(self.show_entry)
        self._tokens.changed.connect(self._show_again)

    def copy_rows(self) -> None:
        """Copy the selected entries for a spreadsheet."""
        rows = [row for row in self.table.chosen_rows if isinstance(self.model.at(row), EntryRow)]
        if not rows:
            self.notice_given.emit(self.tr("请先选中一条，再复制。"))
            return
        QGuiApplication.clipboard().setText(self.model.as_tsv(rows))
        self.notice_given.emit(self.tr("已复制 {0} 条，可粘贴到表格").format(len(rows)))

    def menu(self, row: EntryRow | PlaceHead) -> QMenu:
        """Return a menu with what can be done with a row; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = menu.addAction(self.tr("在原文中显示"), lambda: self.place_wanted.emit(row.place))
        go.setEnabled(not row.place.lost)
        if isinstance(row, EntryRow):
            view = self.entry
            menu.addSeparator()
            for button in (view.edit, view.reply, view.handle, view.relocate, view.withdraw):
                if not button.isHidden():
                    menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())
            menu.addSeparator()
            menu.addAction(self.tr("复制为表格"), self.copy_rows)
        return menu

    def _open_menu(self, row: EntryRow | PlaceHead, place: QPoint) -> None:
        self.menu(row).popup(place)

    def _narrow(self) -> None:
        with self._unasked():
            self.model.narrow(self.bar.narrowing)
            self._refresh()

    def _group(self, grouped: bool) -> None:
        with self._unasked():
            self.model.group(grouped=grouped)
            self._refresh()

    def _refresh(self) -> None:
        """Show the table or what stands in its place, and the count."""
        self.bar.show_count(self.model.total, self.model.count)
        self._turn_page()
        self._nothing.tell(filtered=self.bar.is_narrowed)
        self._rows.setCurrentWidget(self.table if self.model.count else self._nothing)
        self.table.share_width()
        self._share()

    def _turn_page(self) -> None:
        """Show the entries, or what stands in their place; the page that isn't seen asks for no room."""
        shown, hidden = (self.empty, self._full) if self.is_empty else (self._full, self.empty)
        shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        hidden.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._pages.setCurrentWidget(shown)

    def _show_again(self) -> None:
        self._show_chosen(self.table.current)

    def _show_chosen(self, row: EntryRow | PlaceHead | None) -> None:
        match row:
            case EntryRow():
                entry = self._review.entry(row.id)
                if entry is not None:
                    self.entry.show_entry(entry, self._review)
            case PlaceHead():
                self.entry.show_place(row, self.model.head_words(row), self.model.entries_at(row.place))
            case None:
                self.entry.show_nothing()
        if row is not None and row.place.ref is not None and not self._quiet:
            self.fact_chosen.emit(row.place.ref)

    @contextmanager
    def _unasked(self) -> Iterator[None]:
        """Within it, what the table chooses was chosen by nobody."""
        self._quiet += 1
        yield
        self._quiet -= 1

    def _note_moved(self) -> None:
        self._moved = True

    def _share(self) -> None:
        """Share the room between the table and the entry: a short table leaves the entry what it doesn't need."""
        way = self._way()
        if self._splitter.orientation() is not way:
            self._splitter.setOrientation(way)
            self._moved = False
        if self._moved:
            return
        beside = way is Qt.Orientation.Horizontal
        room = (self._splitter.width() if beside else self._splitter.height()) - self._splitter.handleWidth()
        part, whole = _SHARES_WIDE if beside else _SHARES
        table = room * part // whole
        if not beside:
            few = min(self.table.height_of(_FEW), room - _LEAST) if self.bar.is_folded else 0
            table = max(min(max(table, few), self.table.height_of(_MANY)), self.table.minimumHeight())
        self._splitter.setSizes([table, room - table])

    def _way(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal if self.width() >= _WIDE else Qt.Orientation.Vertical


class _Splitter(QSplitter):
    """Tells when it has another size."""

    resized = Signal()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the size, then tell."""
        super().resizeEvent(event)
        self.resized.emit()
