"""转到条款: a line for an ordinal, a heading or any words, over the clauses that answer to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QTreeView, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.models.clause_hits import ClauseHitColumn, ClauseHitRole, ClauseHitsModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.clauses import find_clauses

_SIZE = QSize(46, 32)  # in characters
_MOST = 200  # clauses listed: who types on needs fewer


class GoToClauseDialog(FittedDialog):
    """Finds a clause of one provision; the keyboard stays in the line while the arrows move in the list."""

    place_requested = Signal(object)  # Span

    def __init__(self, tokens: Tokens, provision: Provision, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("转到条款"), _SIZE, parent)
        self._provision = provision
        self.line = FilterLine(self)
        self.line.setPlaceholderText(self.tr("如 三（十二）、3.12、人员编制，或条文中的字词"))
        self.line.setAccessibleName(self.tr("条款序号、标题或条文中的字词"))
        self._hits = ClauseHitsModel(self)
        self.view = self._make_view(tokens, provision)
        self._nothing = WrappedLabel(tokens, "", self, muted=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(self)
        self.go_button = buttons.addButton(self.tr("转到"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(self.line)
        body.addWidget(self.view, 1)
        body.addWidget(self._nothing, 1)
        self.fill(body, buttons, (self.view,))
        self.line.words_settled.connect(self._find)
        self.line.left_below.connect(self._go_down)
        self.view.doubleClicked.connect(self._go)  # Enter goes through the button, in the line and in the list alike
        self.go_button.clicked.connect(self._go)
        cancel.clicked.connect(self.reject)
        self.go_button.setDefault(True)
        self._find("")

    def _make_view(self, tokens: Tokens, provision: Provision) -> QTreeView:
        view = QTreeView(self)
        view.setModel(self._hits)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setAccessibleName(self.tr("找到的条款"))
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(ClauseHitColumn.WORDS, QHeaderView.ResizeMode.Stretch)
        # as wide as the widest of all: a column that follows what is listed would jump with every key
        measure = view.fontMetrics().horizontalAdvance
        widest = max((measure(clause.citation) for clause in provision.clauses), default=0)
        view.setColumnWidth(ClauseHitColumn.PLACE, max(widest + 2 * tokens.space_l, header.sectionSizeHint(0)))
        return view

    def _find(self, typed: str) -> None:
        """List what *typed* may mean, with the best as the current one; or say what can be typed."""
        self._hits.show_hits(find_clauses(self._provision, typed, _MOST))
        found = self._hits.rowCount() > 0
        self._nothing.setText(
            self.tr(
                "没有找到“{0}”。可以输入：\n"
                "· 序号，如 三（十二）、3.12、二7；以条编写的规定，如 第三条\n"
                "· 标题，如 人员编制\n"
                "· 条文中的字词，如 处级",
            ).format(typed.strip())
        )
        self.view.setVisible(found)
        self._nothing.setVisible(not found)
        self.go_button.setEnabled(found)
        if found:
            self.view.setCurrentIndex(self._hits.index(0, 0))

    def _go_down(self) -> None:
        self._move(1)

    def _move(self, rows: int) -> None:
        """Move the current row in the list, as far as it goes."""
        last = self._hits.rowCount() - 1
        if last >= 0:
            row = min(max(self.view.currentIndex().row() + rows, 0), last)
            self.view.setCurrentIndex(self._hits.index(row, 0))

    def _go(self) -> None:
        """Close, and ask for the current clause's place."""
        span = self.view.currentIndex().data(ClauseHitRole.SPAN)
        if isinstance(span, Span):
            self.accept()
            self.place_requested.emit(span)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list by the keys for which the line has no use."""
        page = self.view.viewport().height() // max(self.view.visualRect(self.view.currentIndex()).height(), 1)
        steps: dict[int, int] = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }
        rows = steps.get(event.key())
        if rows is None:
            super().keyPressEvent(event)
        else:
            self._move(rows)
