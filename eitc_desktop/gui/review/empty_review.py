"""What stands in the place of the entries while there are none: what can be done here, and how."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.labels import WrappedLabel


class EmptyReview(QWidget):
    """Offers to enter the first opinion, or to take in what others entered."""

    addition_wanted = Signal()
    import_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._column = QVBoxLayout(self)
        self._content: QWidget | None = None
        self.add = QPushButton(self.tr("添加意见…"), self)
        self.take_in = QPushButton(self.tr("导入审阅…"), self)
        self.add.clicked.connect(self.addition_wanted)
        self.take_in.clicked.connect(self.import_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.space_m)
        buttons.addWidget(self.add)
        buttons.addWidget(self.take_in)
        buttons.addStretch(1)
        space = tokens.space_xl
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(tokens.space_l)
        self._column.addLayout(buttons)
        self._column.addStretch(1)
        self._fill()
        tokens.changed.connect(self._fill)

    def _fill(self) -> None:
        """Set the words in the sizes and colours in force."""
        t = self._tokens
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        content = self._content = QWidget(self)
        words = QVBoxLayout(content)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(t.space_m)
        words.addWidget(WrappedLabel(t, self.tr("还没有审阅意见"), content, points=t.font_heading, bold=True))
        for line in (
            self.tr(
                "· 在机构树、原文或职责对应中选中一处，点“添加意见…”，写意见、疑问、建议或依据，可附修改后的表述。"
            ),
            self.tr("· 其他单位交来的审阅文件，用“导入审阅…”并入；重复导入不会重复，同一条的不同改稿都会保留。"),
            self.tr("· 意见在这里回复、处理、汇总，可打印意见汇总表。"),
        ):
            words.addWidget(WrappedLabel(t, line, content))
        words.addWidget(
            WrappedLabel(t, self.tr("录入的内容只保存在本机的审阅文件中，不改动三定规定。"), content, muted=True)
        )
        self._column.insertWidget(0, content)
