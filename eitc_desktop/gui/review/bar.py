"""The bar over the entries: how they are filtered, how many are shown, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from PySide6.QtCore import QCollator, QLocale, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QFontInfo, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QToolButton, QWidget

from eitc_desktop.gui.review.entries_model import Narrowing
from eitc_desktop.gui.review.listed import EntryRow, EntryState
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.services.matching import asked_words

_WORDS = 9  # characters: width of the filter's line
_CHOICES = 7.2  # characters: width of a choice
_NARROW = 46  # characters: in a narrower bar the filters are folded away


class ReviewBar(FlowBar):
    """Offers to choose among what there is; what there is only one of still can be chosen.

    In a narrow bar the filters are folded behind a button, but for those that keep something back.
    """

    narrowed = Signal()
    grouping_wanted = Signal(bool)
    addition_wanted = Signal()
    export_requested = Signal()
    import_requested = Signal()
    summary_requested = Signal()  # 意见汇总表

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens.space_s, parent)
        self._tokens = tokens
        self.add = QPushButton(self.tr("添加意见…"), self)
        self.add.setAutoDefault(False)
        self.add.setToolTip(self.tr("针对窗口中选中的机构、职责或文字；没有选中时针对规定全文"))
        self.add.clicked.connect(self.addition_wanted)
        self.more = self._make_menu()
        self.words = FilterLine(self)
        self.words.setAccessibleName(self.tr("按词筛选条目"))
        self.words.setPlaceholderText(self.tr("按词筛选"))
        self.words.words_settled.connect(lambda _words: self.narrowed.emit())
        self.filters = QToolButton(self)
        self.filters.setCheckable(True)
        self.filters.setToolTip(self.tr("展开或收起筛选条件"))
        self.filters.toggled.connect(self._fold)
        self.narrowed.connect(self._fold)
        for widget in (self.add, self.more, self.filters, self.words):
            self.flow.addWidget(widget)
        self.category = self._choice(self.tr("类别"))
        self.adoption = self._choice(self.tr("采纳情况"))
        self.office = self._choice(self.tr("提出单位"))
        self.person = self._choice(self.tr("提出人"))
        self.clause = self._choice(self.tr("条款"))
        self.conflicts = self._toggle(self.tr("两稿并存"), self.tr("只看两处修改过、尚未合并的条目"))
        self.unplaced = self._toggle(self.tr("未定位"), self.tr("只看在本规定中找不到原来位置的条目"))
        self.withdrawn = self._toggle(self.tr("含已撤回"), self.tr("也列出已撤回的条目"))
        for button in (self.conflicts, self.unplaced, self.withdrawn):
            button.toggled.connect(lambda _checked: self.narrowed.emit())
        self.grouped = self._toggle(self.tr("按条款归并"), self.tr("同一处的条目放在一起，标明单位数和有无分歧"))
        self.grouped.toggled.connect(self.grouping_wanted)
        self.grouped.toggled.connect(self._fold)
        self.tag = ProvenanceTag(tokens, Provenance.ENTERED, self)
        self.count = QLabel(self)
        for widget in (self.tag, self.count):
            self.flow.addWidget(widget)
        self._states = frozenset[EntryState]()  # that occur
        self._collator = QCollator(QLocale(QLocale.Language.Chinese))
        self._dress()
        tokens.changed.connect(self._dress)

    @property
    def narrowing(self) -> Narrowing:
        """What is to be shown."""
        return Narrowing(
            asked_words(self.words.text()),
            str(self.category.currentData() or ""),
            str(self.adoption.currentData() or ""),
            str(self.person.currentData() or ""),
            str(self.office.currentData() or ""),
            str(self.clause.currentData() or ""),
            self.withdrawn.isChecked(),
            self.conflicts.isChecked(),
            self.unplaced.isChecked(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether something is kept back beside what was withdrawn."""
        return self.narrowing._replace(withdrawn=False) != Narrowing()

    def offer(self, rows: Sequence[EntryRow]) -> None:
        """Offer what occurs in *rows*; what was chosen stays chosen, as long as it occurs."""
        by_words = self._collator.sortKey
        self._fill(self.category, self.tr("全部类别"), _in_order((row.order, row.category) for row in rows))
        self._fill(self.adoption, self.tr("全部情况"), _in_order((row.adopted, row.adoption) for row in rows))
        self._fill(self.office, self.tr("全部单位"), sorted(dict.fromkeys(row.office for row in rows), key=by_words))
        self._fill(self.person, self.tr("全部提出人"), sorted(dict.fromkeys(row.person for row in rows), key=by_words))
        self._fill(self.clause, self.tr("全部条款"), _in_order((row.order_in_text[0], row.clause) for row in rows))
        self._share_width()
        self._states = frozenset(state for some in {row.states for row in rows} for state in some)
        self._fold()

    def show_count(self, total: int, shown: int) -> None:
        """Say how many entries there are, and how many of them are shown."""
        self.count.setText(self.tr("共 {0} 条，显示 {1} 条").format(total, shown))

    def clear_filters(self) -> None:
        """Show everything again but what was withdrawn."""
        with QSignalBlocker(self):
            self.words.clear()
            for box in self._boxes():
                box.setCurrentIndex(0)
            for button in (self.conflicts, self.unplaced, self.withdrawn):
                button.setChecked(False)
        self.narrowed.emit()

    def let_through(self, row: EntryRow) -> None:
        """Drop those filters that keep *row* back, and no others."""
        values = (row.category, row.adoption, row.person, row.office, row.clause)
        with QSignalBlocker(self):
            if not all(word in row.searched for word in asked_words(self.words.text())):
                self.words.clear()
            for box, value in zip(self._boxes(), values, strict=True):
                if box.currentData() and box.currentData() != value:
                    box.setCurrentIndex(0)
            for button, state in ((self.conflicts, EntryState.CONFLICT), (self.unplaced, EntryState.UNPLACED)):
                if state not in row.states:
                    button.setChecked(False)
        self.narrowed.emit()

    @property
    def is_folded(self) -> bool:
        """Whether the filters are folded away."""
        return not self.filters.isHidden() and not self.filters.isChecked()

    def call_words(self) -> None:
        """Give the keyboard to the line that filters."""
        if self.words.isHidden():
            self.filters.setChecked(True)
        self.words.call()

    @Slot()
    def _fold(self) -> None:
        """Show the filters where there is room or they were asked for, and those that keep something back."""
        character = QFontInfo(self.font()).pixelSize()
        self.filters.setVisible(self.width() < _NARROW * character)
        folded = self.is_folded
        for box in self._boxes():
            box.setVisible(not folded or bool(box.currentData()))
        for button, state in (
            (self.conflicts, EntryState.CONFLICT),
            (self.unplaced, EntryState.UNPLACED),
            (self.withdrawn, EntryState.WITHDRAWN),
        ):
            button.setVisible(button.isChecked() or (state in self._states and not folded))
        self.grouped.setVisible(self.grouped.isChecked() or not folded)
        self.words.setVisible(not folded or bool(self.words.text()))
        for widget in (self.tag, self.count):  # nothing to tell of where all is shown, and rows are dear
            widget.setVisible(not folded or self.is_narrowed)
        self.filters.setText(self.tr("筛选 ▾") if folded else self.tr("筛选 ▴"))

    def _boxes(self) -> tuple[QComboBox, ...]:
        """Return the choices."""
        return self.category, self.adoption, self.person, self.office, self.clause

    def _fill(self, box: QComboBox, every: str, values: Iterable[str]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(every, "")
            for value in values:
                if value:
                    box.addItem(" ".join(value.split()), value)
            box.setCurrentIndex(max(box.findData(chosen), 0) if chosen else 0)

    def _make_menu(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("导出与汇总 ▾"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        asked: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("导出审阅…"), self.export_requested.emit),
            (self.tr("导入审阅…"), self.import_requested.emit),
            (self.tr("意见汇总表…"), self.summary_requested.emit),
        )
        for words, ask in asked:
            menu.addAction(words, ask)
        button.setMenu(menu)
        return button

    def _toggle(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setProperty("small", True)  # noqa: FBT003
        self.flow.addWidget(button)
        return button

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.currentIndexChanged.connect(lambda _index: self.narrowed.emit())
        self.flow.addWidget(box)
        return box

    def _share_width(self) -> None:
        character = QFontInfo(self.font()).pixelSize()
        for box in self._boxes():
            named = QFontMetricsF(self.font()).horizontalAdvance(box.itemText(0))  # 全部类别, or longer in English
            box.setFixedWidth(round(max(character * _CHOICES, named + 3 * character)))
            box.view().setMinimumWidth(round(character * 2 * _CHOICES))

    def _dress(self) -> None:
        t = self._tokens
        character = QFontInfo(self.font()).pixelSize()
        self.words.setFixedWidth(round(character * _WORDS))
        self._share_width()
        outline(t, *self._boxes())
        border = f"border-color: {t.border}; padding: {t.space_xs}px {t.space_s}px;"
        look = f"QToolButton {{ {border} }} QToolButton:focus {{ border-color: {t.accent}; }}"
        self.more.setStyleSheet(f"{look} QToolButton::menu-indicator {{ image: none; width: 0; }}")
        pressed = f"QToolButton:checked {{ background: {t.selection}; border-color: {t.accent}; }}"
        for button in (self.filters, self.conflicts, self.unplaced, self.withdrawn, self.grouped):
            button.setStyleSheet(f"{look} QToolButton:hover {{ background: {t.hover}; }} {pressed}")
        self.count.setStyleSheet(f"color: {t.muted};")

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where the bar becomes narrow."""
        self._fold()
        super().resizeEvent(event)


def _in_order(named: Iterable[tuple[int, str]]) -> list[str]:
    """Return each name once, by the numbers beside them: thousands of rows have few of them."""
    return list(dict.fromkeys(name for _, name in sorted(dict.fromkeys(named), key=itemgetter(0))))
