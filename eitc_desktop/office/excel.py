"""Tables as Excel files (SpreadsheetML): cells that print as they stand, and can be filtered and worked on."""

from __future__ import annotations

from eitc_desktop.drawing.shapes import MM
from eitc_desktop.model.papers import Table
from eitc_desktop.office.excel_sheet import Sheet
from eitc_desktop.office.excel_styles import MAIN
from eitc_desktop.office.markup import element, text
from eitc_desktop.office.package import RELATIONS, Part, packed, relation_id
from eitc_desktop.office.setting import size_for, table_setting

_A4 = (210 * MM, 297 * MM)
_TYPE = "officedocument.spreadsheetml."
_OWNER = "xl/workbook.xml"


def excel_of(
    table: Table,
    *,
    secrecy: str = "",
    maker: str = "",
    made_on: str = "",
    notes: tuple[str, ...] = (),
    size: tuple[float, float] = _A4,
    landscape: bool = True,
    binding: bool = False,
    type_size: float = 10.5,
) -> bytes:
    """Return *table* as an .xlsx file of one sheet; the same table gives the same bytes. Keywords: see ``word_of``."""
    setting = table_setting(
        paper=size,
        landscape=landscape,
        binding=binding,
        type_size=size_for(table, type_size),
        secrecy=secrecy,
        maker=maker,
        made_on=made_on,
        notes=notes,
    )
    sheet = Sheet(table, setting)
    xml = sheet.xml()
    parts = [
        Part(_OWNER, f"{_TYPE}sheet.main", "officeDocument", ""),
        Part("xl/worksheets/sheet1.xml", f"{_TYPE}worksheet", "worksheet", xml, _OWNER),
        Part("xl/styles.xml", f"{_TYPE}styles", "styles", sheet.book.xml(), _OWNER),
    ]
    parts[0] = Part(_OWNER, parts[0].type, parts[0].relation, _workbook(sheet, relation_id(parts, parts[1])))
    return packed(tuple(parts), title=table.title, subject=table.subject, maker=maker)


def _workbook(sheet: Sheet, sheet_id: str) -> str:
    """Return the part of the workbook: its sheet, what is printed of it, and the row repeated on every page."""
    name = sheet.printed
    names = {
        "_xlnm.Print_Area": f"{name}!$A$1:${sheet.corner}${sheet.height}",
        "_xlnm.Print_Titles": f"{name}!${sheet.head}:${sheet.head}",
    }
    if sheet.filtered:
        names["_xlnm._FilterDatabase"] = f"{name}!$A${sheet.head}:${sheet.corner}${sheet.last}"
    return element(
        "workbook",
        element("bookViews", element("workbookView")),
        element("sheets", element("sheet", name=sheet.name, sheetId=1, r__id=sheet_id)),
        element(
            "definedNames",
            *(
                element("definedName", text(place), name=key, localSheetId=0, hidden=True if "Filter" in key else None)
                for key, place in names.items()
            ),
        ),
        xmlns=MAIN,
        xmlns__r=RELATIONS,
    )
