"""Tables and dossiers as Word files, made with python-docx of named styles for further work in Word or WPS."""

from __future__ import annotations

import io

from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.section import _Footer as Footer  # pyright: ignore[reportPrivateUsage] - it has no other name
from docx.section import _Header as Header  # pyright: ignore[reportPrivateUsage]
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph as WordParagraph

from eitc_desktop.drawing.shapes import MM
from eitc_desktop.model.papers import Block, Dossier, Heading, Paragraph, Standing, Table, page_mark
from eitc_desktop.office.files import legal, without_clock
from eitc_desktop.office.setting import Setting, dossier_setting, numbered_note, size_for, table_setting
from eitc_desktop.office.word_styles import (
    BODY_SIZE,
    FOOT_LINE,
    LINE_PITCH,
    SECRECY_STYLE,
    UNOFFICIAL_STYLE,
    add_dossier_styles,
    add_table_styles,
    bare_document,
)
from eitc_desktop.office.word_table import add_table
from eitc_desktop.office.word_xml import STANDING_STYLES, attributed, element_of, part_of, write, write_field

_A4 = (210 * MM, 297 * MM)
_BODY = "公文正文"


def word_of(
    *papers: Table | Dossier,
    title: str = "",
    secrecy: str = "",
    maker: str = "",
    made_on: str = "",
    notes: tuple[str, ...] = (),
    size: tuple[float, float] = _A4,
    landscape: bool = True,
    binding: bool = False,
    type_size: float = 10.5,
) -> bytes:
    """Return one table, or one dossier or more, each beginning a page, as a .docx file; the same gives the same bytes.

    ``title`` is what the file is called in its properties, by default what the first of *papers* is called.
    ``secrecy``, ``maker`` and ``made_on`` as entered; ``notes`` are the paper's fixed foot. ``size`` is the sheet in
    points, whichever way it lies; it, ``landscape``, ``binding`` and ``type_size`` count for tables only, because the
    page of a dossier is that of GB/T 9704-2012.
    """
    first = papers[0]
    document = bare_document()
    if isinstance(first, Dossier):
        setting = dossier_setting(secrecy=secrecy, maker=maker, made_on=made_on, notes=notes)
        add_dossier_styles(document, setting)
        _dress_dossier(document, setting, page_mark(first.mark))
        for i, paper in enumerate(paper for paper in papers if isinstance(paper, Dossier)):
            _add_dossier(document, paper, setting, later=i > 0)
    else:
        setting = table_setting(
            paper=size,
            landscape=landscape,
            binding=binding,
            type_size=size_for(first, type_size),
            secrecy=secrecy,
            maker=maker,
            made_on=made_on,
            notes=notes,
        )
        add_table_styles(document, setting)
        _dress_table(document, first, setting)
        _add_table_paper(document, first, setting)
    _tell(document, title or first.title, first.subject, maker, page_mark(first.mark))
    data = io.BytesIO()
    document.save(data)
    return without_clock(data.getvalue())


def _tell(document: DocumentObject, title: str, subject: str, maker: str, mark: str) -> None:
    """Set the file's properties, which take no more than 255 characters each; what nobody stated isn't there."""
    properties = document.core_properties
    properties.title = legal(title)[:255]
    properties.subject = legal(subject)[:255]
    if maker:
        properties.author = legal(maker)[:255]
    properties.comments = mark
    properties.language = "zh-CN"


def _add(document: DocumentObject, style: str, words: str = "", standing: Standing = Standing.STATED) -> None:
    paragraph = document.add_paragraph(style=style)
    if words:
        write(paragraph, words, STANDING_STYLES.get(standing))


def _add_table_paper(document: DocumentObject, paper: Table, setting: Setting) -> None:
    if setting.secrecy:
        _add(document, "密级", setting.secrecy)
    _add(document, "Title", paper.title)
    if setting.maker or setting.made_on:
        maker = f"制表单位：{setting.maker}" if setting.maker else ""
        date = f"\t制表日期：{setting.made_on}" if setting.made_on else ""
        _add(document, "制表", maker + date)
    for words in paper.lead:
        _add(document, "表前", words)
    add_table(document, paper, setting)
    _add_notes(document, paper.notes + setting.notes)


def _add_dossier(document: DocumentObject, paper: Dossier, setting: Setting, *, later: bool) -> None:
    _add(document, _BODY)
    if later:
        document.paragraphs[-1].paragraph_format.page_break_before = True
    _add(document, "Title", _broken(paper.title, paper.subject, 22, setting.across))
    _add(document, _BODY)
    for block in paper.blocks:
        _add_block(document, block, setting)
    made = [words for words in (setting.maker, setting.made_on) if words]
    if made:
        _add(document, _BODY)
    for words in made:
        _add(document, "落款", words)
    for words in setting.notes:
        _add(document, _BODY, words, Standing.NOT_STATED)


def _broken(title: str, subject: str, size: float, across: float) -> str:
    """Return a title that is too long for one line with a break after the name of its body (GB/T 9704-2012, 7.3.1)."""
    rest = title.removeprefix(subject)
    if len(title) * size <= across or rest in {"", title}:
        return title
    return f"{subject}\n{rest}"


def _add_block(document: DocumentObject, block: Block, setting: Setting) -> None:
    if isinstance(block, Heading):
        _add(document, f"Heading {min(max(block.level, 1), 3)}", block.words)
    elif isinstance(block, Paragraph):
        _add(document, _BODY, block.cited, block.standing)
    else:
        if block.title:
            _add(document, "表题", block.title)
        add_table(document, block, setting)
        _add_notes(document, block.notes)
        _add(document, "表注")  # parts the table from what follows, and from another table


def _add_notes(document: DocumentObject, notes: tuple[str, ...]) -> None:
    """Add the notes below a table, numbered where there are several, on the page on which its last row is."""
    for i, note in enumerate(notes, 1):
        paragraph = document.add_paragraph(style="表注")
        write(paragraph, numbered_note(note, i, len(notes), gap="\t"))
        if i < len(notes):
            paragraph.paragraph_format.keep_with_next = True


def _dress_table(document: DocumentObject, paper: Table, setting: Setting) -> None:
    """Set the page of a table: its title above every page but the first, and below each what it is and its number."""
    _set_page(document, setting, head=9 * MM, foot=9 * MM)
    section = document.sections[0]
    _set_grid(document, type="default")
    section.different_first_page_header_footer = True
    further = _begun(section.header, "Header")
    if setting.secrecy:  # on the first page it stands in the text
        write(further, setting.secrecy, SECRECY_STYLE)
    write(further, f"\t{paper.title}（续）")
    _begun(section.first_page_header, "Header")
    for part in (section.footer, section.first_page_footer):
        paragraph = _begun(part, "Footer")
        write(paragraph, page_mark(paper.mark), UNOFFICIAL_STYLE)
        for words, field in (("\t第 ", "PAGE"), (" 页，共 ", "NUMPAGES")):
            write(paragraph, words)
            write_field(paragraph, field)
        write(paragraph, " 页")


def _dress_dossier(document: DocumentObject, setting: Setting, mark: str) -> None:
    """Number pages — 1 — 7 mm below the text, odd ones right and even ones left, a character in (GB/T 9704, 7.5)."""
    _set_page(document, setting, head=setting.top - 7 * MM - FOOT_LINE, foot=setting.bottom - 7 * MM - FOOT_LINE)
    section = document.sections[0]
    pitch = setting.across / 28 - BODY_SIZE  # points by which a character takes less room than its size
    _set_grid(document, type="linesAndChars", linePitch=LINE_PITCH, charSpace=int(pitch * 4096) - 1)
    document.settings.odd_and_even_pages_header_footer = True
    for part in (section.header, section.even_page_header):
        paragraph = _begun(part, "Header")
        write(paragraph, f"{setting.secrecy}\t")
        write(paragraph, mark, UNOFFICIAL_STYLE)
    for part in (section.footer, section.even_page_footer):
        paragraph = _begun(part, "Footer")
        write(paragraph, "— ")
        write_field(paragraph, "PAGE")
        write(paragraph, " —")
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    odd.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
    odd.paragraph_format.right_indent = even.paragraph_format.left_indent = Pt(14)


def _begun(part: Header | Footer, style: str) -> WordParagraph:
    part.is_linked_to_previous = False
    paragraph = part.paragraphs[0]
    paragraph.style = style
    return paragraph


def _set_page(document: DocumentObject, setting: Setting, *, head: float, foot: float) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE if setting.landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = _length(setting.width), _length(setting.height)
    section.top_margin, section.bottom_margin = _length(setting.top), _length(setting.bottom)
    section.left_margin, section.right_margin = _length(setting.left), _length(setting.right)
    section.header_distance, section.footer_distance = _length(head), _length(foot)


def _set_grid(document: DocumentObject, **values: object) -> None:
    section = part_of(part_of(element_of(document), "body"), "sectPr")
    attributed(part_of(section, "docGrid"), **values)


def _length(points: float) -> Twips:
    return Twips(round(points * 20))
