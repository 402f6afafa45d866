"""设置: language, looks, size of text and underlines; everything at once, the language when the dialog closes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.settings import TEXT_SIZES, Language, Settings, Theme

_SIZE = QSize(30, 18)  # in characters
_TEXT_STEP = 10  # per cent
# each in its own words: who can't read the one finds the other
_LANGUAGES = ((Language.CHINESE, "中文"), (Language.ENGLISH, "English"))


class SettingsDialog(FittedDialog):
    """Shows *settings* and tells what they are to be; it saves nothing."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, tokens: Tokens, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("设置"), _SIZE, parent)
        self._tokens = tokens
        self._settings = settings
        self.language = QComboBox(self)
        for language, name in _LANGUAGES:
            self.language.addItem(name, language)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.theme = QComboBox(self)
        for theme, name in (
            (Theme.SYSTEM, self.tr("跟随系统")),
            (Theme.LIGHT, self.tr("浅色")),
            (Theme.DARK, self.tr("深色")),
        ):
            self.theme.addItem(name, theme)
        self.text_size = QSpinBox(self)
        self.text_size.setRange(*TEXT_SIZES)
        self.text_size.setSingleStep(_TEXT_STEP)
        self.text_size.setSuffix("%")
        self.text_size.setKeyboardTracking(False)  # 1 and 12 are on the way to 120
        self.underlines = QCheckBox(self.tr("在原文中按类别标出事实(&U)"), self)
        self.follow(settings)
        self._lay_out(tokens)
        self._dress()
        tokens.changed.connect(self._dress)
        tokens.changed.connect(self.fit)
        self.theme.currentIndexChanged.connect(self._tell)
        self.text_size.valueChanged.connect(self._tell)
        self.underlines.toggled.connect(self._tell)
        self.finished.connect(self._tell_language)
        self.language.setFocus()

    @Slot(object)
    def follow(self, settings: Settings) -> None:
        """Show *settings*, which were changed elsewhere; a language that was chosen here stays chosen."""
        if settings.language is not self._settings.language:
            self.language.setCurrentIndex(self.language.findData(settings.language))
        self._settings = settings
        with QSignalBlocker(self.theme), QSignalBlocker(self.text_size), QSignalBlocker(self.underlines):
            self.theme.setCurrentIndex(self.theme.findData(settings.theme))
            self.text_size.setValue(settings.text_size)
            self.underlines.setChecked(settings.underlines)

    @Slot()
    def restore_defaults(self) -> None:
        """Set what this dialog offers as it was at first start."""
        plain = Settings()
        self.language.setCurrentIndex(self.language.findData(plain.language))
        fresh = replace(self._settings, theme=plain.theme, text_size=plain.text_size, underlines=plain.underlines)
        self.follow(fresh)
        self.settings_changed.emit(fresh)

    @Slot()
    def _tell(self) -> None:
        self._take(
            replace(
                self._settings,
                theme=Theme(self.theme.currentData()),  # Qt gives back a plain str
                text_size=self.text_size.value(),
                underlines=self.underlines.isChecked(),
            )
        )

    @Slot()
    def _tell_language(self) -> None:
        self._take(replace(self._settings, language=Language(self.language.currentData())))

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, self.language, self.theme, self.text_size, self.underlines)

    def _take(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.settings_changed.emit(settings)

    def _lay_out(self, tokens: Tokens) -> None:
        form = QFormLayout()
        form.setSpacing(tokens.space_m)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("界面语言(&L)"), self.language)
        form.addRow("", self._note(self.tr("关闭设置后生效，窗口会重新打开。")))
        form.addRow(self.tr("外观(&A)"), self.theme)
        form.addRow(self.tr("文字大小(&T)"), self.text_size)
        form.addRow("", self._note(self.tr("外观和文字大小改动后立即生效。")))
        form.addRow("", self.underlines)
        buttons = QDialogButtonBox(self)
        restore = buttons.addButton(self.tr("恢复默认设置(&R)"), QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.AcceptRole)
        restore.setAutoDefault(False)
        restore.clicked.connect(self.restore_defaults)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        body = QVBoxLayout()
        body.addLayout(form)
        body.addStretch(1)
        self.fill(body, buttons)

    def _note(self, words: str) -> QLabel:
        note = QLabel(words, self)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return note
