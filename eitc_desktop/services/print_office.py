"""Papers as documents of an office program, which sets the pages itself: no font and no window is needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.print_files import write_files
from eitc_desktop.services.print_papers import dossiers_of, joined_title, require_content, table_of
from eitc_desktop.services.print_request import (
    KINDS,
    LARGE_TYPE,
    TABLE_TYPE,
    FileFormat,
    PaperKind,
    PrintRequest,
    Scaling,
    check,
    check_format,
)


def save_office(
    request: PrintRequest,
    provision: Provision,
    mapping: Mapping,
    path: Path,
    form: FileFormat,
    *,
    review: Review = NOTHING_REVIEWED,
) -> None:
    """Save a paper at *path* as Word or Excel.

    Raises:
        CannotPrint: if there is nothing in it, or the kind of paper has no such format.
        NotSaved: if the file can't be written.
    """
    write_files([(path, office_file(request, provision, mapping, form, review=review))])


def office_file(
    request: PrintRequest,
    provision: Provision,
    mapping: Mapping,
    form: FileFormat,
    *,
    review: Review = NOTHING_REVIEWED,
) -> bytes:
    """Return a paper as the bytes of a Word or Excel file.

    Raises:
        CannotPrint: if there is nothing in it, or the kind of paper has no such format.
    """
    check(request)
    check_format(request.kind, form)
    require_content(request, provision, review)
    if FileFormat.EXCEL not in KINDS[request.kind].formats:
        from eitc_desktop.office.word import word_of

        papers = dossiers_of(request, provision, mapping, review)
        title = "" if len(papers) == 1 else joined_title(request, provision)
        return word_of(*papers, title=title, secrecy=request.secrecy, maker=request.maker, made_on=request.made_on)
    if form is FileFormat.WORD:
        from eitc_desktop.office.word import word_of as file_of
    else:
        from eitc_desktop.office.excel import excel_of as file_of
    sizes = {Scaling.FIXED: request.type_size, Scaling.LARGE: LARGE_TYPE}
    table = table_of(request, provision, mapping, review)
    if form is FileFormat.EXCEL and request.kind is PaperKind.OPINIONS:
        table = replace(table, merged=())  # its rows are sorted and copied, each with the words that it is on
    return file_of(
        table,
        secrecy=request.secrecy,
        maker=request.maker,
        made_on=request.made_on,
        size=request.paper,
        landscape=request.lies,
        binding=request.binding,
        type_size=sizes.get(request.scaling, TABLE_TYPE),
    )
