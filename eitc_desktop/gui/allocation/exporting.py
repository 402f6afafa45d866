"""Exporting a scenario: asks where, and writes the file beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet
from eitc_desktop.services.print_request import FileFormat
from eitc_desktop.services.reviews.allocation_export import FORMATS, save_allocation

_NEVER_IN_NAMES = '<>:"/\\|?*'


class Exporting(QObject):
    """Exports once, over the window of *page*, and is gone then."""

    exported = Signal(object)  # Path

    def __init__(self, tokens: Tokens, provision: Provision, sheet: AllocationSheet, page: QWidget) -> None:
        super().__init__(page)
        self._tokens = tokens
        self._window = page.window()
        self._provision = provision
        self._sheet = sheet
        self._work: Work | None = None

    @Slot()
    def ask(self) -> None:
        """Ask where to write the file, and write it there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = file_dialog(self._tokens, self.tr("导出编制分配方案"), folder, self._window)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        words = {FileFormat.EXCEL: self.tr("Excel 工作簿"), FileFormat.WORD: self.tr("Word 文档")}
        dialog.setNameFilters([f"{words[form]} (*.{form.value})" for form in FORMATS])
        dialog.setDefaultSuffix(FORMATS[0].value)
        dialog.filterSelected.connect(partial(_take_format, dialog))
        dialog.selectFile(f"{self._file_name()}.{FORMATS[0].value}")
        dialog.fileSelected.connect(self.write)
        dialog.rejected.connect(self.deleteLater)
        dialog.open()

    @Slot(str)
    def write(self, name: str) -> None:
        """Write the file *name*, and say so."""
        self._work = Work(partial(_saved, self._provision, self._sheet, Path(name)), self)
        self._work.done.connect(self._tell)
        self._work.start()

    @Slot(object)
    def _tell(self, outcome: Path | EitcError) -> None:
        self.deleteLater()
        if isinstance(outcome, EitcError):
            open_message(self._window, self.tr("导出编制分配方案"), sentence_of(outcome), warning=True)
        else:
            self.exported.emit(outcome)

    def _file_name(self) -> str:
        name = self.tr("编制分配方案（设想）{0}").format(self._sheet.name)
        return "".join(char for char in name if char.isprintable() and char not in _NEVER_IN_NAMES)


def _take_format(dialog: QFileDialog, chosen: str) -> None:
    """Let the name end as the format that was chosen."""
    form = next(form for form in FORMATS if f"*.{form.value}" in chosen)
    dialog.setDefaultSuffix(form.value)
    named = dialog.selectedFiles()
    if named:
        dialog.selectFile(f"{Path(named[0]).stem}.{form.value}")


def _saved(provision: Provision, sheet: AllocationSheet, path: Path) -> Path | EitcError:
    try:
        save_allocation(provision, sheet, path)
    except EitcError as error:
        return error
    return path
