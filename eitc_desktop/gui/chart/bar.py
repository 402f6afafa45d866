"""What is shown of the chart: its layout, what is laid over it, words to find, and its size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QComboBox, QMenu, QStyle, QStyleOptionFrame, QToolButton, QWidget

from eitc_desktop.chart.content import ChartKind
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.chart.words import group_name, layout_name
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.flow_layout import FlowBar

_WORDS = 5.9  # characters: width of the line for words
_BESIDE = 6  # logical pixels that a line edit keeps free beside its words, and one to spare on each side
_SCROLL_BAR = 24  # logical pixels: more than a scroll bar beside the page takes
_MORE = "⋯"  # on the button of the menu where there is no room for a word


class ChartBar(FlowBar):
    """One line where there is room for what is used most: the rest then stands in a menu."""

    layout_wanted = Signal(object)  # LayoutKind
    overlays_wanted = Signal(object)  # frozenset[Overlay]
    focus_wanted = Signal(bool)
    group_wanted = Signal(object, bool)  # ChartKind, and whether it is to be unfolded
    unfolding_wanted = Signal()
    words_settled = Signal(str)
    next_wanted = Signal(int)  # 1 the next one found, -1 the one before
    size_wanted = Signal(int)  # 1 larger, -1 smaller, 0 the usual size
    fit_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens.space_s, parent)
        self._tokens = tokens
        self.layouts = QComboBox(self)
        self.layouts.setAccessibleName(self.tr("布局"))
        self.layouts.setToolTip(self.tr("布局"))
        for kind in LayoutKind:
            self.layouts.addItem(layout_name(kind))
        self.layouts.currentIndexChanged.connect(lambda at: self.layout_wanted.emit(tuple(LayoutKind)[at]))
        self.flow.addWidget(self.layouts)
        self.words = FilterLine(self)
        self.words.setAccessibleName(self.tr("在机构图中查找机构"))
        self.words.setPlaceholderText(self.tr("查找，如 bgs"))
        self.words.setToolTip(self.tr("按名称、拼音或首字母查找；回车或 F3 到下一个，加 Shift 到上一个"))
        self.words.words_settled.connect(self.words_settled)
        self.words.returnPressed.connect(self._go_on)
        self.flow.addWidget(self.words)
        self.found = self._button("", self.tr("到下一个找到的机构（F3；上一个 Shift+F3）"))
        self.found.clicked.connect(lambda _checked=False: self.next_wanted.emit(1))
        self.found.hide()
        self._make_sizes()
        self.overlays: dict[Overlay, QToolButton] = {}
        for overlay, words, tip in (
            (Overlay.CHANGES, self.tr("职能转变"), self.tr("标出职能转变涉及的机构，按类别")),
            (Overlay.GRADES, self.tr("等级"), self.tr("标出各机构对应的职责分项数，按等级")),
            (Overlay.GAPS, self.tr("未对应"), self.tr("标出没有对应职责分项的机构")),
            (Overlay.REVIEW, self.tr("审阅"), self.tr("标出各机构的审阅意见数，以及有分歧的对应数（录入）")),
        ):
            button = self.overlays[overlay] = self._button(words, tip, checkable=True)
            button.toggled.connect(self._tell_overlays)
        self._offers_review = self._chooses_several = False
        self.overlays[Overlay.REVIEW].hide()
        self.focus = self._button(self.tr("突出"), self.tr("突出显示选中的机构及其上下级（F）"), checkable=True)
        self.focus.toggled.connect(self.focus_wanted)
        self._widths_of_words = (0, 0)  # logical pixels of the line for words: where there is least room, and otherwise
        self._width_of_more = self._width_of_dots = (
            0  # logical pixels of the button of the menu: with its word, without
        )
        self._tall_up_to = (0, 0)  # logical pixels of width, and the height that the bar keeps up to it
        self._tucked: tuple[QToolButton, ...] = ()  # what stands in the menu
        self._make_folds()
        self._make_more()
        self._dress()
        tokens.changed.connect(self._dress)

    @property
    def chosen_overlays(self) -> frozenset[Overlay]:
        """What is to be laid over the chart."""
        chosen = frozenset(overlay for overlay, button in self.overlays.items() if button.isChecked())
        return chosen if self._offers_review else chosen - {Overlay.REVIEW}

    def offer_review(self, *, offered: bool) -> None:
        """Offer to mark what is entered in a review, or not while nothing is."""
        if offered is not self._offers_review:
            self._offers_review = offered
            button = self.overlays[Overlay.REVIEW]
            button.setVisible(offered)
            self._tall_up_to = (0, 0)
            self._fit()
            if button.isChecked():
                self.overlays_wanted.emit(self.chosen_overlays)

    def choose_overlays(self, overlays: AbstractSet[Overlay]) -> None:
        """Ask for overlays, all at once."""
        others = [button for overlay, button in self.overlays.items() if button.isChecked() != (overlay in overlays)]
        self._chooses_several = True  # the chart is laid out once for all of them
        for button in others:
            button.toggle()
        self._chooses_several = False
        if others:
            self._tell_overlays()

    @Slot()
    def _tell_overlays(self) -> None:
        if not self._chooses_several:
            self.overlays_wanted.emit(self.chosen_overlays)

    def choose_layout(self, kind: LayoutKind) -> None:
        """Ask for a layout."""
        self.layouts.setCurrentIndex(tuple(LayoutKind).index(kind))

    def show_zoom(self, percent: int) -> None:
        """Say how large the chart is."""
        words = f"{percent}%"
        if words != self.usual.text():
            self.usual.setText(words)
            self.usual.setAccessibleName(self.tr("大小 {0}，按下恢复 100%").format(words))

    def show_sight(self, *, whole: bool) -> None:
        """Say whether all of the chart is in sight, and if not, what shows it."""
        words = self.tr("显示全图（9）") if whole else self.tr("只显示了一部分：按这里或 9 键显示全图")
        if words != self.fit.toolTip():
            self.fit.setToolTip(words)
            self.fit.setAccessibleDescription(words)

    def show_found(self, place: int, count: int, *, asked: bool) -> None:
        """Say which of the units found is shown; where there are none, that; nothing where nothing was asked."""
        self._tall_up_to = (0, 0)
        self.found.setVisible(asked)
        self.found.setEnabled(count > 0)
        self.found.setText(f"{place + 1}/{count}")
        self.found.setAccessibleName(self.tr("找到 {0} 个，到下一个").format(count) if count else self.tr("没有找到"))

    def show_groups(self, groups: Mapping[ChartKind, bool]) -> None:
        """Offer to fold the groups that there are."""
        self._menu.clear()
        self._menu.addAction(self.tr("展开全部"), self.unfolding_wanted.emit)
        self._menu.addSeparator()
        for kind, unfolded in groups.items():
            action = self._menu.addAction(group_name(kind))
            action.setCheckable(True)
            action.setChecked(unfolded)
            action.toggled.connect(lambda on, kind=kind: self.group_wanted.emit(kind, on))
        self._has_folds = bool(groups)
        self._tall_up_to = (0, 0)
        self._fit()

    def show_focused(self, focused: bool) -> None:
        """Say whether a unit stands out."""
        with QSignalBlocker(self.focus):
            self.focus.setChecked(focused)

    def _go_on(self) -> None:
        back = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.next_wanted.emit(-1 if back else 1)

    def _make_sizes(self) -> None:
        self.fit = self._button(self.tr("全图"), self.tr("显示全图（9）"))
        self.fit.clicked.connect(lambda _checked=False: self.fit_wanted.emit())
        self.steps: list[QToolButton] = []
        for words, name, step in (("－", self.tr("缩小机构图"), -1), ("100%", "", 0), ("＋", self.tr("放大机构图"), 1)):
            button = self._button(words, self.tr("{0}（Ctrl+滚轮）").format(name))
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, step=step: self.size_wanted.emit(step))
            if step:
                self.steps.append(button)
            else:
                self.usual = button
                button.setToolTip(self.tr("按 100% 显示：名称与窗口文字一样大（0）"))
        self._words_in_menu = {button: button.accessibleName() for button in self.steps}
        self._words_in_menu[self.usual] = self.tr("按 100% 显示")
        self.show_zoom(100)

    def _make_folds(self) -> None:
        self._menu = QMenu(self.tr("收起"), self)
        self._has_folds = True
        self.folds = self._menu_button(self._menu, self.tr("收起或展开领导职务、内设机构等"))

    def _make_more(self) -> None:
        self._more_menu = QMenu(self.tr("更多"), self)
        self._more_menu.aboutToShow.connect(self._fill_more)
        self.more = self._menu_button(self._more_menu, self.tr("更多：这里放不下的按钮"))
        self._word_of_more = self.more.text()

    def _fill_more(self) -> None:
        self._more_menu.clear()
        for button in self._tucked:
            if button is self.folds:
                self._more_menu.addMenu(self._menu)
                continue
            action = self._more_menu.addAction(self._words_in_menu.get(button, button.text()), button.click)
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())

    def _menu_button(self, menu: QMenu, tip: str) -> QToolButton:
        button = self._button(f"{menu.title()} ▾", tip)
        button.setAccessibleName(tip)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _button(self, words: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setCheckable(checkable)
        button.setProperty("small", True)  # noqa: FBT003
        self.flow.addWidget(button)
        return button

    def _fit(self) -> None:
        """Follow the width; a line more stays for widths hardly larger, or a scroll bar that comes and goes with it.

        Without that the bar and the scroll bar beside the page would turn each other to and fro.
        """
        self._tuck()
        height = self.flow.heightForWidth(self.width())
        if height > self.minimumHeight():
            self._tall_up_to = self.width() + _SCROLL_BAR, height
        width, tall = self._tall_up_to
        height = max(height, tall) if self.width() <= width else height
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _tuck(self) -> None:
        """Move into the menu what has no room in one line: what is used least, then the overlays, then the sizes."""
        marks = tuple(
            button for overlay, button in self.overlays.items() if self._offers_review or overlay is not Overlay.REVIEW
        )
        steps = tuple(self.steps)
        seldom = (self.focus, *((self.folds,) if self._has_folds else ()))
        always = [self.layouts, self.words, self.fit, *(() if self.found.isHidden() else (self.found,))]
        ways = ((), seldom, (*marks, *seldom), (*marks, *seldom, *steps), (*marks, *seldom, *steps, self.usual))
        lines = [(way, [*always, *(each for each in ways[-1] if each not in way)]) for way in ways]
        least, wanted = self._widths_of_words
        beside = wanted - self.words.minimumWidth()
        whole = self._width_of_more + self.flow.spacing()
        fitting = next(
            (way for way, line in lines if self._length(line) + beside + (whole if way else 0) <= self.width()), None
        )
        is_tight = fitting is None and self._length(lines[-1][1]) + beside + least - wanted + whole > self.width()
        self.more.setText(_MORE if is_tight else self._word_of_more)
        self._tucked = ways[-1] if fitting is None else fitting
        if is_tight:
            others = self._length(lines[-1][1]) - self.words.minimumWidth() + self._width_of_dots + self.flow.spacing()
            least = max(min(least, self.width() - others), least // 2)
        self.words.setFixedWidth(least if fitting is None else wanted)
        for button in (*marks, *steps, self.usual, self.focus, self.folds, self.more):
            shown = bool(self._tucked) if button is self.more else button in ways[-1] and button not in self._tucked
            if button.isHidden() is shown:
                button.setVisible(shown)

    def _length(self, widgets: Sequence[QWidget]) -> int:
        """Return how long a line of *widgets* is."""
        widths = [
            widget.sizeHint().boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize()).width()
            for widget in widgets
        ]
        return sum(widths) + self.flow.spacing() * (len(widths) - 1)

    def _length_of_example(self) -> int:
        """Return how wide the line for words must be to show what stands in it at first."""
        line, option = self.words, QStyleOptionFrame()
        line.initStyleOption(option)
        line.ensurePolished()
        words = QSize(line.fontMetrics().horizontalAdvance(line.placeholderText()) + _BESIDE, 1)
        return line.style().sizeFromContents(QStyle.ContentsType.CT_LineEdit, option, words, line).width()

    def _dress(self) -> None:
        self._tall_up_to = (0, 0)
        character = QFontInfo(self.font()).pixelSize()
        least = round(character * _WORDS)
        self._widths_of_words = least, max(least, self._length_of_example())
        self.words.setFixedWidth(self._widths_of_words[1])
        self.layouts.ensurePolished()
        self.layouts.setFixedWidth(self.layouts.sizeHint().width())
        self.usual.setFixedWidth(self.usual.fontMetrics().horizontalAdvance("800%") + 2 * self._tokens.space_m)
        for button in self.steps:
            button.setFixedWidth(round(character * 2))
        self.more.setText(_MORE)
        self._width_of_dots = self.more.sizeHint().width()
        self.more.setText(self._word_of_more)
        self._width_of_more = self.more.sizeHint().width()
