"""A 编制分配方案 as a file for an office program."""

from __future__ import annotations

from pathlib import Path

from eitc_desktop.model.provision import Provision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet
from eitc_desktop.services.print_files import format_of, write_files
from eitc_desktop.services.print_request import CannotPrint, FileFormat
from eitc_desktop.services.reviews.allocation_table import allocation_table

FORMATS = (FileFormat.EXCEL, FileFormat.WORD)

_PORTRAIT = 5  # columns of numbers that a page has room for when it stands upright


def save_allocation(provision: Provision, sheet: AllocationSheet, path: Path) -> None:
    """Write *sheet* to *path*, as Excel or Word by the end of its name; the file says itself what it is not.

    Raises:
        CannotPrint: if the name ends as neither.
        NotSaved: if the file can't be written.
    """
    form = format_of(path)
    if form is FileFormat.EXCEL:
        from eitc_desktop.office.excel import excel_of as file_of
    elif form is FileFormat.WORD:
        from eitc_desktop.office.word import word_of as file_of
    else:
        raise CannotPrint(Phrase("Allocation", "编制分配方案只能存为 Excel 或 Word 文件"))
    landscape = len(sheet.columns) + len(sheet.sums) > _PORTRAIT
    write_files([(path, file_of(allocation_table(provision, sheet), landscape=landscape))])
