"""The bar over a scenario: which one is shown, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.gui.wording import said
from eitc_desktop.model.review import Scenario
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.words import TWO_DRAFTS

_CHOICE = 16  # characters: width of the choice of a scenario


class AllocationBar(FlowBar):
    """Offers every scenario in force."""

    scenario_chosen = Signal(str)  # entry id
    new_wanted = Signal()
    rename_wanted = Signal()
    copy_wanted = Signal()
    withdrawal_wanted = Signal()
    body_wanted = Signal()
    comparing_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens.space_s, parent)
        self._tokens = tokens
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("编制分配方案"))
        self.choice.currentIndexChanged.connect(self._tell)
        self.flow.addWidget(self.choice)
        self.new = self._button(self.tr("新建…"), self.tr("新建一个编制分配方案"))
        self.new.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        self.more = self._button(self.tr("本方案 ▾"), self.tr("改名、复制或撤回本方案"))
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        self.more.setMenu(self._make_menu())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.body = self._button(self.tr("添加其他单位…"), self.tr("给规定没有列出的单位也分一行"))
        self.body.clicked.connect(lambda _checked=False: self.body_wanted.emit())
        self.comparing = self._button(self.tr("比较…"), self.tr("两个方案并列，看差异"))
        self.comparing.clicked.connect(lambda _checked=False: self.comparing_wanted.emit())
        self.export = self._button(self.tr("导出…"), self.tr("把本方案存为 Excel 或 Word 文件"))
        self.export.clicked.connect(lambda _checked=False: self.export_wanted.emit())
        self._dress()
        tokens.changed.connect(self._dress)

    def offer(self, scenarios: Sequence[Entry], chosen: str) -> None:
        """Offer *scenarios*; the one with the id *chosen* is shown."""
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for entry in scenarios:
                self.choice.addItem(scenario_name(entry), entry.id)
            self.choice.setCurrentIndex(self.choice.findData(chosen))
        for control in (self.choice, self.more, self.body, self.export):
            control.setEnabled(bool(scenarios))
        self.comparing.setEnabled(len(scenarios) > 1)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("改名或改说明…"), self.rename_wanted.emit)
        menu.addAction(self.tr("复制为新方案…"), self.copy_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("撤回本方案"), self.withdrawal_wanted.emit)
        return menu

    def _button(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        self.flow.addWidget(button)
        return button

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.scenario_chosen.emit(self.choice.itemData(index))

    def _dress(self) -> None:
        self.choice.setFixedWidth(round(QFontInfo(self.font()).pixelSize() * _CHOICE))


def scenario_name(entry: Entry) -> str:
    """Return what a scenario is called in a choice, and that two drafts of its name stand side by side."""
    name = entry.content.name if isinstance(entry.content, Scenario) else ""
    return f"{name}（{said(TWO_DRAFTS)}）" if entry.in_conflict else name


def inset(bar: QWidget, tokens: Tokens) -> QHBoxLayout:
    """Return a layout that keeps *bar* from the edges; hidden it takes no room."""
    line = QHBoxLayout()
    line.setContentsMargins(tokens.space_m, 0, tokens.space_m, 0)
    line.addWidget(bar)
    return line
