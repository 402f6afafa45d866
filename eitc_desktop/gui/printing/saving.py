"""Saving what is shown: asking where and as what, and the work of it, which runs beside the window."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.printing.files import save_pages
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_said
from eitc_desktop.reviewing.review import Review
from eitc_desktop.services.print_files import format_of
from eitc_desktop.services.print_office import save_office
from eitc_desktop.services.print_proof import lacking_words
from eitc_desktop.services.print_request import KINDS, FileFormat, check_format
from eitc_desktop.services.printing import PrintJob

Saved = tuple[Path, ...] | EitcError
"""The files that are there now, or why there are none."""


def file_chooser(tokens: Tokens, job: PrintJob, folder: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks where to save *job*, first in *folder* if that is still there; the caller opens it."""
    formats = KINDS[job.request.kind].formats
    if not os.path.isdir(folder):  # noqa: PTH112  Path.is_dir raises where one may not look
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = file_dialog(tokens, QCoreApplication.translate("PrintDialog", "另存为"), folder, parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_filter_of(form) for form in formats])
    dialog.setDefaultSuffix(formats[0].value)
    dialog.filterSelected.connect(partial(_take_format, dialog, formats))
    dialog.selectFile(f"{_file_name(job.document.title)}.{formats[0].value}")
    return dialog


def saving_of(job: PrintJob, opened: OpenedLibrary, review: Review, path: Path, dpi: int) -> Callable[[], Saved]:
    """Return what saves *job*, composed of *opened* and its *review*, at *path*, as the end of its name says.

    Raises:
        EitcError: if no format is meant, or one that this kind of paper doesn't have.
    """
    form = format_of(path)
    check_format(job.request.kind, form)
    if form.is_office:
        return partial(_saved_office, job, opened, review, path, form)
    return partial(_saved_pages, job, path, form, dpi)


def lacking_note(saved: tuple[Path, ...], lacking: Sequence[str]) -> str:
    """Return what is added to where a paper was saved: which characters its pages show 〓 for; empty where none.

    Word and Excel have fonts of their own.
    """
    if not lacking or format_of(saved[0]).is_office:
        return ""
    return QCoreApplication.translate("PrintDialog", "；{0}").format(sentence_said(lacking_words(lacking)))


def _take_format(dialog: QFileDialog, formats: tuple[FileFormat, ...], chosen: str) -> None:
    """Let the name end as the format that was chosen: the name says what is saved."""
    form = next(form for form in formats if f"*.{form.value}" in chosen)
    dialog.setDefaultSuffix(form.value)
    named = dialog.selectedFiles()
    if named:
        path = Path(named[0])
        known = path.suffix[1:].lower() in {each.value for each in formats}
        dialog.selectFile(f"{path.stem if known else path.name}.{form.value}")


def _filter_of(form: FileFormat) -> str:
    translate = QCoreApplication.translate
    words = {
        FileFormat.PDF: translate("PrintDialog", "PDF 文件"),
        FileFormat.SVG: translate("PrintDialog", "SVG 矢量图"),
        FileFormat.PNG: translate("PrintDialog", "PNG 图片"),
        FileFormat.WORD: translate("PrintDialog", "Word 文档"),
        FileFormat.EXCEL: translate("PrintDialog", "Excel 工作簿"),
    }
    return f"{words[form]} (*.{form.value})"


def _file_name(title: str) -> str:
    """Return *title* without what a file's name can't hold on some system."""
    return "".join(char for char in title if char.isprintable() and char not in '<>:"/\\|?*')


def _saved_pages(job: PrintJob, path: Path, form: FileFormat, dpi: int) -> Saved:
    try:
        return save_pages(job.document, path, form, dpi)
    except EitcError as error:
        return error


def _saved_office(job: PrintJob, opened: OpenedLibrary, review: Review, path: Path, form: FileFormat) -> Saved:
    try:
        save_office(job.request, opened.provision, opened.mapping, path, form, review=review)
    except EitcError as error:
        return error
    return (path,)
