"""The styles of Word files: named ones for everything, so that a change of one changes the whole paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.package import Package
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.office.setting import FONTS, HEAD, RULE, SECRECY, SOFT, STANDING_COLOURS, Setting
from eitc_desktop.office.word_xml import STANDING_STYLES, Element, attributed, element_of, name_fonts, part_of, put

CLOSER = 5
"""Twips that a character of running text is set closer: 28 of 16 pt are 448 pt, and 156 mm are 442.2 pt.

Word's grid of characters would do so by itself, but LibreOffice gives a character wider than its field two of them.
Set closer and justified, full lines have their 28 characters in the grid's places in either.
"""

BODY_SIZE = 16.0
"""三号: running text of GB/T 9704-2012, 5.2.2."""

LINE_PITCH = 579
"""Twips from line to line: 22 of them in 225 mm (5.2.3)."""

FOOT_LINE = 18.0
"""Points that the line of a page's foot takes."""

TABLE_STYLE = "三定表"
UNOFFICIAL_STYLE = "非正式"
SECRECY_STYLE = "页眉密级"

CELL_MARGIN = 85
"""Twips at either side of a cell's words."""

_CENTRE, _LEFT, _RIGHT = WD_PARAGRAPH_ALIGNMENT.CENTER, WD_PARAGRAPH_ALIGNMENT.LEFT, WD_PARAGRAPH_ALIGNMENT.RIGHT


@dataclass(frozen=True, slots=True)
class _Look:
    """A style of paragraphs. Lengths are points; ``exact`` is the distance of lines, by default the font's own.

    ``first`` and ``left`` indent the first line and all; ``stop`` is a tab stop; ``level`` is a heading's.
    """

    face: Face
    size: float
    align: WD_PARAGRAPH_ALIGNMENT | None = None
    before: float | None = None
    after: float | None = None
    exact: float | None = None
    keep: bool = False
    first: float | None = None
    left: float | None = None
    right: float | None = None
    stop: tuple[float, WD_TAB_ALIGNMENT] | None = None
    level: int = 0
    open_set: bool = False  # not as close as a dossier's running text is set


def bare_document() -> DocumentObject:
    """Return the library's empty document without its theme, its English fonts and styles, and its dates."""
    document = Document()
    parts = document.part.rels
    for key in [key for key, each in parts.items() if each.reltype.rpartition("/")[2] not in {"styles", "settings"}]:
        parts.pop(key)
    package = cast("Package", document.part.package)
    for key in [
        key for key, each in package.rels.items() if not each.reltype.endswith(("Document", "core-properties"))
    ]:
        package.rels.pop(key)
    element_of(document.core_properties).clear()
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _font_table(), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    settings = element_of(document.settings)
    kept = {qn(f"w:{name}") for name in ("defaultTabStop", "characterSpacingControl", "compat", "themeFontLang")}
    for child in list(settings):
        if child.tag not in kept:
            settings.remove(child)
    attributed(part_of(settings, "themeFontLang"), eastAsia="zh-CN")
    compat = part_of(settings, "compat")
    compat.clear()
    # 15, or Word would say that it is in compatibility mode
    uri = "http://schemas.microsoft.com/office/word"
    put(compat, "compatSetting", name="compatibilityMode", uri=uri, val=15)
    _bare_styles(element_of(document.styles))
    return document


def _bare_styles(styles: Element) -> None:
    for child in list(styles):
        if child.tag != qn("w:docDefaults") and child.get(qn("w:default")) is None:
            styles.remove(child)
    defaults = part_of(styles, "docDefaults")
    part_of(defaults, "pPrDefault").clear()
    run = part_of(part_of(defaults, "rPrDefault"), "rPr")
    part_of(run, "rFonts").clear()
    name_fonts(run, Face.SONG)
    attributed(part_of(run, "sz"), val=21)
    attributed(part_of(run, "szCs"), val=21)
    attributed(part_of(run, "lang"), eastAsia="zh-CN")


def _font_table() -> bytes:
    """Return the fonts with what may stand in for each, and that they are fonts of simplified Chinese (charset 86)."""
    fonts = "".join(
        f'<w:font w:name="{font.name}"><w:altName w:val="{font.other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{font.family}"/><w:pitch w:val="variable"/></w:font>'
        for font in FONTS.values()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()


def add_dossier_styles(document: DocumentObject, setting: Setting) -> None:
    """Add the styles of a dossier: running text and headings of GB/T 9704-2012, tables smaller."""
    pitch = LINE_PITCH / 20
    normal = _Look(Face.FANG, BODY_SIZE, WD_PARAGRAPH_ALIGNMENT.JUSTIFY, 0, 0, pitch)
    style = _add(document, "Normal", normal)
    style.paragraph_format.widow_control = False
    grid = ("autoSpaceDE", "autoSpaceDN", "snapToGrid")
    properties = part_of(element_of(style), "pPr")
    for i, name in enumerate(grid, 1):  # between widowControl and spacing (17.3.1.26)
        properties.insert(i, attributed(put(properties, name), val=0))
    run = part_of(element_of(style), "rPr")
    for i, (name, value) in enumerate((("snapToGrid", 0), ("spacing", -CLOSER)), 1):  # between rFonts and sz
        run.insert(i, attributed(put(run, name), val=value))
    indent = 2 * setting.across / 28
    _add(document, "公文正文", _Look(Face.FANG, BODY_SIZE, first=indent))
    _add(document, "Title", _Look(Face.TITLE, 22, _CENTRE))
    for level, face in ((1, Face.HEI), (2, Face.KAI), (3, Face.FANG)):
        _add(document, f"Heading {level}", _Look(face, BODY_SIZE, keep=True, first=indent, level=level))
    _add(document, "落款", _Look(Face.FANG, BODY_SIZE, _RIGHT, right=32))
    across = (setting.across, WD_TAB_ALIGNMENT.RIGHT)
    _add(document, "Header", _Look(Face.HEI, BODY_SIZE, exact=FOOT_LINE, stop=across))
    _add(document, "Footer", _Look(Face.SONG, 14, _LEFT, exact=FOOT_LINE, stop=across, open_set=True))
    _add_shared(document, setting, unofficial=10.5)


def add_table_styles(document: DocumentObject, setting: Setting) -> None:
    """Add the styles of a paper that is one table."""
    size = setting.type_size
    across = (setting.across, WD_TAB_ALIGNMENT.RIGHT)
    _add(document, "Normal", _Look(Face.SONG, size))
    _add(document, "Title", _Look(Face.TITLE, max(18.0, 1.7 * size), _CENTRE, 0, 6, keep=True))
    _add(document, "制表", _Look(Face.SONG, size, before=0, after=3, keep=True, stop=across))
    _add(document, "表前", _Look(Face.SONG, size, _LEFT, 1.5, 1.5, keep=True))
    _add(document, "密级", _Look(Face.HEI, SECRECY))
    style = _add_character(document, SECRECY_STYLE, "000000")
    style.font.size = Pt(SECRECY)
    name_fonts(part_of(element_of(style), "rPr"), Face.HEI)
    _add(document, "Header", _Look(Face.SONG, 9, _LEFT, stop=(setting.across / 2, WD_TAB_ALIGNMENT.CENTER)))
    _add(document, "Footer", _Look(Face.SONG, 9, _LEFT, exact=FOOT_LINE, stop=across))
    _add_shared(document, setting, unofficial=9)


def _add_shared(document: DocumentObject, setting: Setting, *, unofficial: float) -> None:
    """Add the styles of standings, of tables, and of the paragraphs in, above and below them."""
    size = setting.type_size
    for standing, name in STANDING_STYLES.items():
        _add_character(document, name, STANDING_COLOURS[standing])
    style = _add_character(document, UNOFFICIAL_STYLE, SOFT)
    style.font.size = Pt(unofficial)
    name_fonts(part_of(element_of(style), "rPr"), Face.SONG)
    _add_table(document)
    cell = _Look(Face.SONG, size, _LEFT, 1.5, 1.5, open_set=True)
    small = max(9.0, size - 1.5)
    hang = 2.2 * small  # past the word 注：
    for name, look in {
        "表文": cell,
        "表头": _Look(Face.HEI, size, _CENTRE, 1.5, 1.5, keep=True, open_set=True),
        "表内分组": _Look(Face.HEI, size, _LEFT, 1.5, 1.5, keep=True, open_set=True),
        "表题": _Look(Face.HEI, size + 1.5, _CENTRE, 1.5, 1.5, keep=True, open_set=True),
        "表注": _Look(
            Face.SONG, small, _LEFT, 1.5, 1.5, first=-hang, left=hang, stop=(hang, WD_TAB_ALIGNMENT.LEFT), open_set=True
        ),
    }.items():
        # single lines, not those that a dossier's Normal is set in
        _add(document, name, look).paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _add(document: DocumentObject, name: str, look: _Look) -> ParagraphStyle:
    """Add a style of paragraphs, or set that of Normal, on which all others are based."""
    styles = document.styles
    if name == "Normal":
        style = cast("ParagraphStyle", styles[name])
    else:
        style = cast("ParagraphStyle", _new(document, name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style = styles["Normal"]
    style.font.size = Pt(round(look.size * 2) / 2)  # Word knows halves
    run = part_of(element_of(style), "rPr")
    name_fonts(run, look.face)
    if look.open_set:
        run.insert(1, attributed(put(run, "spacing"), val=0))
    form = style.paragraph_format
    form.alignment = look.align
    form.keep_with_next = True if look.keep else None
    for attribute, points in {
        "space_before": look.before,
        "space_after": look.after,
        "first_line_indent": look.first,
        "left_indent": look.left,
        "right_indent": look.right,
    }.items():
        if points is not None:
            setattr(form, attribute, Twips(round(points * 20)))
    if look.exact is not None:
        form.line_spacing = Twips(round(look.exact * 20))
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    if look.stop is not None:
        place, kind = look.stop
        form.tab_stops.add_tab_stop(Twips(round(place * 20)), kind)  # pyright: ignore[reportUnknownMemberType]
    if look.level:
        put(part_of(element_of(style), "pPr"), "outlineLvl", val=look.level - 1)
    return style


def _new(document: DocumentObject, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    """Add a style that Word's gallery shows; those with English names are Word's own, and shown in its language."""
    builtin = name.isascii()
    style = document.styles.add_style(name, kind, builtin)  # pyright: ignore[reportUnknownMemberType]
    style.quick_style = True
    return style


def _add_character(document: DocumentObject, name: str, colour: str) -> CharacterStyle:
    style = cast("CharacterStyle", _new(document, name, WD_STYLE_TYPE.CHARACTER))
    style.base_style = document.styles["Default Paragraph Font"]
    style.font.color.rgb = RGBColor.from_string(colour)
    return style


def _add_table(document: DocumentObject) -> None:
    element = element_of(_new(document, TABLE_STYLE, WD_STYLE_TYPE.TABLE))
    properties = put(element, "tblPr")
    borders = put(properties, "tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        put(borders, edge, val="single", sz=4, space=0, color=RULE)
    margins = put(properties, "tblCellMar")
    for edge, width in (("top", 0), ("left", CELL_MARGIN), ("bottom", 0), ("right", CELL_MARGIN)):
        put(margins, edge, w=width, type="dxa")
    first = put(element, "tblStylePr", type="firstRow")
    name_fonts(put(first, "rPr"), Face.HEI)
    put(put(first, "tcPr"), "shd", val="clear", color="auto", fill=HEAD)
