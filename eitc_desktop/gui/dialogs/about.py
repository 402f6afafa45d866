"""关于: version, the database and how far it was read, fonts, and the licences of all that comes along."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from textwrap import wrap

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop import __version__
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.fonts import FontsReport, fonts_report
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import in_the_window, listed
from eitc_desktop.gui.workers import Work
from eitc_desktop.services.diagnostics import file_digest
from eitc_desktop.services.licences import IN_PYTHON, IN_QT, Licence, licences
from eitc_desktop.whole_file import reason_of

_MOST = 20  # characters that are listed one by one
_LICENCE_LINE = 100  # characters: what has longer lines is left to be broken here
_SIZE = QSize(64, 34)  # in characters: lines of licences in capitals fit beside their list


class AboutDialog(FittedDialog):
    """Tells of the program, and of the library *opened* if there is one.

    ``agrees``: whether its text, read anew, gives what is shown; None as long as that isn't known.
    """

    def __init__(
        self, tokens: Tokens, opened: OpenedLibrary | None, agrees: bool | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("关于"), _SIZE, parent)
        self._tokens = tokens
        self._rows: list[tuple[str, QLabel | QLineEdit]] = []
        self._digest = self._line(self.tr("正在计算…"))
        self._digest.setVisible(opened is not None)  # without a place on the page it would lie upon the tabs
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self._facts(opened, agrees), self.tr("程序与数据库(&P)"))
        self.tabs.addTab(self._licences(), self.tr("许可证(&L)"))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("复制内容(&C)"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy_text)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.addWidget(self.tabs)
        self.fill(body, buttons, (self.licences, self.licence))
        self._work = None if opened is None else self._compute(opened.path)

    @property
    def text(self) -> str:
        """What the first page says, a line for each row."""
        return "\n".join(self.tr("{0}：{1}").format(name, value.text()) for name, value in self._rows)

    @Slot()
    def copy_text(self) -> None:
        """Put what the first page says on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)

    def _compute(self, path: Path) -> Work:
        work = Work(partial(_digest_of, path), self)
        work.done.connect(self._show_digest)
        work.start()
        return work

    @Slot(object)
    def _show_digest(self, digest: str | OSError) -> None:
        if isinstance(digest, OSError):
            self._digest.setText(self.tr("无法读取（{0}）").format(in_the_window(reason_of(digest))))
        else:
            self._digest.setText(digest)
        self._digest.setCursorPosition(0)

    def _facts(self, opened: OpenedLibrary | None, agrees: bool | None) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setSpacing(self._tokens.space_m)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add(form, self.tr("程序"), self.tr("三定规定阅读器 {0}").format(__version__))
        self._add(form, self.tr("说明"), self.tr("不联网。显示的内容不是正式文件，以正式印发文本为准。"))
        if opened is None:
            self._add(form, self.tr("数据库"), self.tr("没有打开"))
        else:
            self._add_library(form, opened, agrees)
        report = fonts_report("" if opened is None else opened.provision.text)
        self._add(form, self.tr("字体"), self._font_words(report))
        scroll = QScrollArea(self)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("程序与数据库"))
        return scroll

    def _add_library(self, form: QFormLayout, opened: OpenedLibrary, agrees: bool | None) -> None:
        coverage = opened.provision.coverage
        self._add(form, self.tr("数据库"), self._line(str(opened.path)))
        self._add(form, self.tr("状态"), self._state_words(agrees))
        self._add(form, self.tr("文件校验值（SHA-256）"), self._digest)
        sources = [
            self.tr("{0}（{1}，原文校验值 {2}…）").format(each.body, each.source_name, each.sha256[:16])
            for each in opened.summaries
        ]
        self._add(form, self.tr("生成自"), "\n".join(sources))
        self._add(
            form,
            self.tr("识读"),
            self.tr(
                "共 {0} 句：识读为事实 {1} 句，标题、引语等 {2} 句，未识别 {3} 句。\n未识别 0 句，不代表识别无误。"
            ).format(coverage.sentences, coverage.typed, coverage.context, coverage.unparsed),
        )

    def _add(self, form: QFormLayout, name: str, value: str | QLineEdit) -> None:
        field = self._words(value) if isinstance(value, str) else value
        field.setAccessibleName(name)
        form.addRow(name, field)
        self._rows.append((name, field))

    def _words(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _line(self, words: str) -> QLineEdit:
        """Return a line for what has no place to break and may be longer than there is room."""
        line = QLineEdit(words, self)
        line.setReadOnly(True)
        line.setTextMargins(-2, 0, 0, 0)  # Qt's own margin: it stands in line with the labels then
        line.setStyleSheet(
            "QLineEdit { background: transparent; border: 1px solid transparent; padding: 0; }"
            " QLineEdit:focus { border-color: palette(link); }"
        )
        return line

    def _state_words(self, agrees: bool | None) -> str:
        if agrees is None:
            return self.tr("尚未核对：窗口打开后会把内容与其中的原文核对一遍")
        if agrees:
            return self.tr("内容与其中原文重新识读的结果一致")
        return self.tr("内容与其中原文重新识读的结果不一致，请逐项对照原文，不要直接引用")

    def _font_words(self, report: FontsReport) -> str:
        family = self.tr("{0}（随程序提供）") if report.bundled else self.tr("{0}（本机）")
        lines = [family.format(report.family)]
        if not report.lacking:
            lines.append(self.tr("原文中的字符都能显示。"))
        else:
            named = listed(f"{char}（U+{ord(char):04X}）" for char in report.lacking[:_MOST])
            words = self.tr("原文中有 {0} 个字符没有字体可以显示，屏幕上是空框：{1}")
            lines.append(words.format(len(report.lacking), named))
        return "\n".join(lines)

    def _licences(self) -> QWidget:
        self.licences = QListWidget(self)
        self.licences.setAccessibleName(self.tr("许可证"))
        self.licence = QPlainTextEdit(self)
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(self.tr("许可证原文"))
        self._texts = licences()
        for each in self._texts:
            self.licences.addItem(" ".join(word for word in (self._name_of(each), each.version) if word))
        self.licences.currentRowChanged.connect(self._show_licence)
        self.licences.setCurrentRow(0)
        splitter = QSplitter(self)
        splitter.addWidget(self.licences)
        splitter.addWidget(self.licence)
        splitter.setStretchFactor(1, 1)
        names = self.licences.sizeHintForColumn(0) + self._tokens.space_xl
        splitter.setSizes([names, 3 * names])
        splitter.setChildrenCollapsible(False)
        return splitter

    def _name_of(self, licence: Licence) -> str:
        ours = {IN_QT: self.tr("Qt 所含的第三方代码"), IN_PYTHON: self.tr("Python 所含的第三方代码")}
        return ours.get(licence.name, licence.name)

    @Slot(int)
    def _show_licence(self, row: int) -> None:
        chosen = self._texts[row]
        head = "\n".join((self._name_of(chosen), *wrap(chosen.terms, _LICENCE_LINE)))
        words = chosen.text() or self.tr("没有随附许可证原文。")
        # most are broken into short lines by their authors: broken again, they can hardly be read
        broken = max(map(len, words.splitlines())) <= _LICENCE_LINE
        mode = QPlainTextEdit.LineWrapMode
        self.licence.setLineWrapMode(mode.NoWrap if broken else mode.WidgetWidth)
        self.licence.setPlainText(f"{head}\n\n{words}")


def _digest_of(path: Path) -> str | OSError:
    try:
        return file_digest(path)
    except OSError as error:
        return error
