"""核查结果: how much of the text was read, and what was noticed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.models.findings import FindingColumn, FindingRole, FindingsModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span

_SIZE = QSize(50, 25)  # in characters


class FindingsDialog(FittedDialog):
    """Lists the findings of one provision and its mapping; choosing one asks for its place in the text."""

    place_requested = Signal(object)  # Span

    def __init__(self, tokens: Tokens, provision: Provision, mapping: Mapping, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("核查结果"), _SIZE, parent)
        coverage = provision.coverage
        words = QLabel(
            self.tr(
                "程序把原文分为 {0} 句：识读为事实 {1} 句，标题、引语等 {2} 句，未识别 {3} 句。\n"
                "“未识别 0 句”不等于识读无误，请对照原文核对。",
            ).format(coverage.sentences, coverage.typed, coverage.context, coverage.unparsed),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.view = QTreeView(self)
        self.view.setModel(FindingsModel(provision, mapping, self))
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setAccessibleName(self.tr("核查结果"))
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(FindingColumn.MESSAGE, QHeaderView.ResizeMode.Stretch)
        self.view.activated.connect(self._tell)
        self.view.clicked.connect(self._tell)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(words)
        body.addWidget(self.view, 1)
        self.fill(body, buttons, (self.view,))

    def _tell(self, index: QModelIndex) -> None:
        span = index.data(FindingRole.SPAN)
        if isinstance(span, Span):
            self.place_requested.emit(span)
