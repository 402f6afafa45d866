"""What an unexpected error looks like to the user."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog

_SIZE = QSize(48, 28)  # in characters


class CrashDialog(FittedDialog):
    """Shows what went wrong; the text can be copied for a report, and more be exported for it."""

    diagnosis_requested = Signal()

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("程序出现意外错误"), _SIZE, parent)
        self._report = report
        words = QLabel(
            self.tr(
                "刚才的操作没有完成，数据库未被改动，窗口可以继续使用。\n"
                "请把下面的内容复制给维护人员，或导出诊断信息一并交去。",
            ),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        details = QPlainTextEdit(report, self)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("错误内容"))
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("复制内容(&C)"), QDialogButtonBox.ButtonRole.ActionRole)
        export = buttons.addButton(self.tr("导出诊断信息(&E)…"), QDialogButtonBox.ButtonRole.ActionRole)
        export.setVisible(parent is not None)  # without a window there is nothing to tell of yet
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self.copy_report)
        export.clicked.connect(self.diagnosis_requested)
        close.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.addWidget(words)
        body.addWidget(details, 1)
        self.fill(body, buttons, (details,))

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
