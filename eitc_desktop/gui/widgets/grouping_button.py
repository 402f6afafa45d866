"""Chooses by what the changes of the picture 去向图 stand together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from eitc_desktop.gui.models.flow_rows import Grouping
from eitc_desktop.gui.wording import labelled


class GroupingButton(QToolButton):
    """Shows the grouping in force and opens a menu of all."""

    grouping_chosen = Signal(object)  # Grouping

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {
            Grouping.KIND: self.tr("按类别"),
            Grouping.RECIPIENT: self.tr("按去向"),
            Grouping.UNIT: self.tr("按处室"),
        }
        self._grouping = Grouping.KIND
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("去向图的分组"))
        menu = QMenu(self)
        choices = QActionGroup(menu)
        for grouping, words in self._words.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(grouping is self._grouping)
            action.setActionGroup(choices)
            action.triggered.connect(lambda _checked, grouping=grouping: self.choose(grouping))
        self.setMenu(menu)
        self._show()

    @property
    def grouping(self) -> Grouping:
        """The grouping in force."""
        return self._grouping

    def dress(self, look: str) -> None:
        """Wear *look*, a style sheet, with the arrow among the words."""
        self.setStyleSheet(f"{look} QToolButton::menu-indicator {{ image: none; width: 0; }}")

    def choose(self, grouping: Grouping) -> None:
        """Take *grouping*, and tell of it where it is another."""
        if grouping is not self._grouping:
            self._grouping = grouping
            self._show()
            self.grouping_chosen.emit(grouping)

    def _show(self) -> None:
        words = self._words[self._grouping]
        self.setText(f"{words} ▾")
        self.setAccessibleName(labelled(self.tr("去向图的分组"), words))
