"""Two scenarios beside each other, as a table and as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.allocation.bar import inset, scenario_name
from eitc_desktop.gui.allocation.compare_model import CompareModel, CompareRole, items_of, pair_of
from eitc_desktop.gui.allocation.heads import ColumnHead, Corner, RowHead, shared_widths
from eitc_desktop.gui.allocation.model import Index, places_of
from eitc_desktop.gui.allocation.words import row_name
from eitc_desktop.gui.icons import Icon, icon
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.allocation import sheet_of
from eitc_desktop.reviewing.allocation_compare import Comparison, compare
from eitc_desktop.reviewing.review import Review

if TYPE_CHECKING:
    from eitc_desktop.gui.allocation.bars import CompareBars

_CHOICE, _ITEM = 9.5, 9.5  # characters: widths of the choices, with their arrows
_WIDEST = 9.0  # characters of a column


class CompareView(QWidget):
    """Chooses two scenarios and what of them is compared; the bars and their library are made when first asked for."""

    rows_copied = Signal(str)
    left = Signal()  # Escape: back to one scenario

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision: Provision | None = None
        self._review: Review | None = None
        self._comparison: Comparison | None = None
        self._bars: CompareBars | None = None
        self.bar = FlowBar(tokens.space_s, self)
        self.first, self.second = self._choice(self.tr("前一方案")), self._choice(self.tr("后一方案"))
        self.item = self._choice(self.tr("比较的项目"))
        self.only = QCheckBox(self.tr("只看差异"), self.bar)
        self.views = QButtonGroup(self)
        self.model = CompareModel(self)
        self.table = CompareTable(tokens, self.model, self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self._dress()

    @property
    def home(self) -> QWidget:
        """Where the keyboard goes: the table, or the choice of an item over the bars."""
        return self.table if self._stack.currentWidget() is self.table else self.item

    @property
    def bars(self) -> CompareBars:
        """The bars; made when they are first asked for."""
        if self._bars is None:
            from eitc_desktop.gui.allocation.bars import CompareBars

            self._bars = CompareBars(self._tokens, self._stack)
            self._stack.addWidget(self._bars)
        return self._bars

    @property
    def comparison(self) -> Comparison | None:
        """What is compared."""
        return self._comparison

    def show_review(self, provision: Provision, review: Review, scenario: str) -> None:
        """Offer the scenarios of *review*; *scenario* is compared with the one before it where none was chosen yet."""
        self._provision, self._review = provision, review
        ids = [entry.id for entry in review.scenarios]
        chosen = [self.first.currentData(), self.second.currentData()]
        if chosen[0] not in ids or chosen[1] not in ids or chosen[0] == chosen[1]:
            later = max(1, ids.index(scenario) if scenario in ids else 1)
            chosen = [ids[later - 1], ids[later]] if later < len(ids) else [ids[0], ids[0]]
        for box, one in zip((self.first, self.second), chosen, strict=True):
            with QSignalBlocker(box):
                box.clear()
                for entry in review.scenarios:
                    box.addItem(scenario_name(entry), entry.id)
                box.setCurrentIndex(box.findData(one))
        self._compare()

    @Slot()
    def copy_all(self) -> None:
        """Copy the whole table for a spreadsheet."""
        QGuiApplication.clipboard().setText(self.model.as_tsv())
        self.rows_copied.emit(self.tr("已复制 {0} 行，可粘贴到表格").format(self.model.rowCount()))

    @Slot()
    def _compare(self) -> None:
        if self._provision is None or self._review is None:
            return
        sheets = [sheet_of(self._provision, self._review, box.currentData()) for box in (self.first, self.second)]
        self._comparison = compare(*sheets)
        items = items_of(self._comparison)
        if [self.item.itemText(i) for i in range(self.item.count() - 1)] != items:
            with QSignalBlocker(self.item):
                self.item.clear()
                for number, words in enumerate(items):
                    self.item.addItem(words, number)
                self.item.addItem(self.tr("全部项目"), None)
        self._show()

    @Slot()
    def _show(self) -> None:
        as_bars = self.views.checkedId() == 1
        item = self.item.currentData()
        self.model.show(self._comparison, item, only_different=self.only.isChecked())
        if not as_bars:
            self._stack.setCurrentWidget(self.table)
            return
        comparison = self._comparison
        if comparison is not None:
            place = places_of(comparison.columns, comparison.sums)[item or 0]
            rows = [(row_name(row.row), pair_of(row, place)) for row in self.model.rows]
            names = (comparison.first.name, comparison.second.name)
            self.bars.show_pairs(self.item.itemText(item or 0), names, rows)
        self._stack.setCurrentWidget(self.bars)

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self.bar)
        box.setAccessibleName(name)
        box.setToolTip(name)
        return box

    def _arrange(self) -> None:
        t, flow = self._tokens, self.bar.flow
        back = QToolButton(self.bar)
        back.setText(self.tr("返回"))
        back.setIcon(icon(t, Icon.BACK))
        back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        back.clicked.connect(lambda _checked=False: self.left.emit())
        between = QLabel(self.tr("与"), self.bar)
        for widget in (back, self.first, between, self.second, self.item):
            flow.addWidget(widget)
        for number, (words, tip) in enumerate(
            ((self.tr("表"), self.tr("两个方案的数字和差")), (self.tr("图"), self.tr("两个方案的条形图")))
        ):
            button = QToolButton(self.bar)
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setCheckable(True)
            button.setChecked(number == 0)
            self.views.addButton(button, number)
            flow.addWidget(button)
        flow.addWidget(self.only)
        copy = QToolButton(self.bar)
        copy.setText(self.tr("复制"))
        copy.setToolTip(self.tr("把比较结果复制为表格"))
        copy.clicked.connect(self.copy_all)
        flow.addWidget(copy)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset(self.bar, t))
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.first.currentIndexChanged.connect(self._compare)
        self.second.currentIndexChanged.connect(self._compare)
        self.item.currentIndexChanged.connect(self._show)
        self.only.toggled.connect(self._show)
        self.views.idToggled.connect(lambda _number, checked: self._show() if checked else None)
        self._tokens.changed.connect(self._dress)
        leave = QAction(self.tr("回到方案"), self)
        leave.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        leave.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.triggered.connect(lambda _checked=False: self.left.emit())
        self.addAction(leave)

    def _dress(self) -> None:
        character = QFontInfo(self.font()).pixelSize()
        for box, width in ((self.first, _CHOICE), (self.second, _CHOICE), (self.item, _ITEM)):
            box.setFixedWidth(round(character * width))
        outline(self._tokens, self.first, self.second, self.item, self.only)


class CompareTable(QTableView):
    """Numbers of two scenarios; where they differ the difference stands out."""

    def __init__(self, tokens: Tokens, model: CompareModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._columns, self._rows = ColumnHead(tokens, self), RowHead(tokens, model.row_told, self)
        self._corner = Corner(tokens, self)
        self.setModel(model)
        self.setHorizontalHeader(self._columns)
        self.setVerticalHeader(self._rows)
        self.setItemDelegate(_PairDelegate(tokens, self))
        self.setAccessibleName(self.tr("两个方案的比较"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(80)
        model.modelReset.connect(self.share_width)
        tokens.changed.connect(self.share_width)

    def share_width(self) -> None:
        """Share the width among the columns, and give every row the height of its words."""
        em, count = QFontMetricsF(self.font()).horizontalAdvance("\u4e00"), self.model().columnCount()
        left = self._rows.wanted_width(self.width())
        self._rows.setFixedWidth(left)
        room = self.width() - left - self.verticalScrollBar().sizeHint().width()
        least = [max(self._columns.least_width(column), 3.5 * em) for column in range(count)]
        for column, wanted in enumerate(shared_widths(least, _WIDEST * em, room)):
            self.setColumnWidth(column, wanted)
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, self._rows.needed_height(row, left))
        self._columns.setFixedHeight(self._columns.needed_height())
        self.updateGeometries()
        self._corner.setGeometry(0, 0, left, self._columns.height())

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()


class _PairDelegate(QStyledItemDelegate):
    """Entered numbers in their colour; the third column, which is derived, in bold where something differs."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        t, rect = self._tokens, option.rect
        third, differs = index.column() % 3 == 2, bool(index.data(CompareRole.DIFFERS))
        total = bool(index.data(CompareRole.IS_SUM))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selection))
        elif total:
            painter.fillRect(rect, QColor(t.raised))
        painter.setPen(QPen(QColor(t.muted if third else t.border), 1.0))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QPen(QColor(t.border), 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.accent), 2.0))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        font = option.font
        font.setBold(total or (third and differs))
        painter.setFont(font)
        words = str(index.data() or "")
        ink = t.derived if third or total else t.entered
        painter.setPen(QColor(ink if (third and differs) or (words.isdecimal() and not third) else t.muted))
        room = rect.adjusted(t.space_m, 0, -t.space_m, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
