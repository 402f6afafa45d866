"""导出诊断信息: asks where to write it, gathers what only Qt knows, and writes it beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import PySide6
from PySide6.QtCore import QLocale, QObject, QStandardPaths, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.fonts import lacking
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.services.diagnostics import (
    DiagnosisNotSaved,
    Opened,
    ScreenFacts,
    WindowFacts,
    diagnosis,
    diagnosis_name,
    write_diagnosis,
)
from eitc_desktop.services.input_method import Choice
from eitc_desktop.settings import Settings


def window_facts(window: QWidget, text: str, input_method: Choice) -> WindowFacts:
    """Return what Qt knows of the computer, of *window*, and of the characters of *text*."""
    return WindowFacts(
        qt=qVersion(),
        binding=PySide6.__version__,
        platform=QGuiApplication.platformName(),
        input_method=input_method,
        locale=f"{QLocale().name()}，系统 {QLocale.system().name()}",
        fonts=tuple(QApplication.font().families()),
        lacking=lacking(text),
        screens=tuple(
            ScreenFacts(
                screen.name(),
                screen.geometry().width(),
                screen.geometry().height(),
                screen.devicePixelRatio(),
                screen.logicalDotsPerInch(),
            )
            for screen in QGuiApplication.screens()
        ),
        window=f"{window.width()}×{window.height()}，缩放 {window.devicePixelRatioF():g}",
    )


class Diagnosing(QObject):
    """Exports once, for *window*, which shows *opened*, and is gone then. ``agrees`` as in :class:`Opened`."""

    exported = Signal(object)  # Path
    not_exported = Signal(object)  # DiagnosisNotSaved

    def __init__(
        self,
        tokens: Tokens,
        window: QWidget,
        opened: OpenedLibrary | None,
        agrees: bool | None,
        settings: Settings,
        input_method: Choice,
    ) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._window = window
        self._opened = opened
        self._agrees = agrees
        self._settings = settings
        self._input_method = input_method
        self._work: Work | None = None
        self._now = datetime.now().astimezone()

    def ask(self) -> None:
        """Ask where to write the file, and write it there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = file_dialog(self._tokens, self.tr("导出诊断信息"), folder, self._window)
        dialog.setNameFilter(self.tr("文本文件 (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(diagnosis_name(self._now))
        dialog.fileSelected.connect(self.write)
        dialog.rejected.connect(self.deleteLater)
        dialog.open()

    @Slot(str)
    def write(self, name: str) -> None:
        """Write the file *name*, and say so."""
        library = self._opened
        opened = (
            None if library is None else Opened(library.path, len(library.summaries), library.provision, self._agrees)
        )
        facts = window_facts(self._window, "" if library is None else library.provision.text, self._input_method)
        compose = partial(diagnosis, facts, opened, self._settings, paths.user_log_dir(), self._now)
        self._work = Work(partial(_written, Path(name), compose), self)
        self._work.done.connect(self._tell)
        self._work.start()

    @Slot(object)
    def _tell(self, outcome: Path | DiagnosisNotSaved) -> None:
        self.deleteLater()
        title = self.tr("导出诊断信息")
        if isinstance(outcome, EitcError):
            open_message(self._window, title, sentence_of(outcome), warning=True)
            self.not_exported.emit(outcome)
            return
        words = self.tr("已导出到 {0}\n\n其中不含三定规定的原文，也不含用户名。发送前请自行过目。").format(outcome)
        open_message(self._window, title, words)
        self.exported.emit(outcome)


def _written(path: Path, compose: Callable[[], str]) -> Path | DiagnosisNotSaved:
    try:
        write_diagnosis(path, compose())
    except DiagnosisNotSaved as error:
        return error
    return path
