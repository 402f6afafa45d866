"""Tables and dossiers as Word files (WordprocessingML), made of named styles for further work in Word or WPS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eitc_desktop.drawing.shapes import MM, Face
from eitc_desktop.model.papers import UNOFFICIAL, Block, Dossier, Heading, Paragraph, Standing, Table
from eitc_desktop.office.package import RELATIONS, Part, packed, relation_id
from eitc_desktop.office.setting import Setting, dossier_setting, numbered_note, size_for, table_setting
from eitc_desktop.office.word_markup import NAMESPACE, field, paragraph, run, standing_run, twips, w
from eitc_desktop.office.word_styles import BODY_SIZE, FOOT_LINE, LINE_PITCH, dossier_styles, font_table, table_styles
from eitc_desktop.office.word_table import table

_A4 = (210 * MM, 297 * MM)
_TYPE = "officedocument.wordprocessingml."
_OWNER = "word/document.xml"


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
    told = (title or first.title, first.subject)
    if isinstance(first, Dossier):
        setting = dossier_setting(secrecy=secrecy, maker=maker, made_on=made_on, notes=notes)
        dossiers = [paper for paper in papers if isinstance(paper, Dossier)]
        body = (markup for i, paper in enumerate(dossiers) for markup in _dossier_body(paper, setting, later=i > 0))
        return _file(
            (title or first.title, first.subject), body, dossier_styles(setting), _dossier_page(setting), setting
        )
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
    return _file(told, _table_body(first, setting), table_styles(setting), _table_page(first, setting), setting)


@dataclass(frozen=True, slots=True)
class _Page:
    """The page of a section: its heads and feet as (element, type, paragraph), and its other properties."""

    around: tuple[tuple[str, str, str], ...]
    section: str
    first_apart: bool = False
    even_apart: bool = False


def _file(told: tuple[str, str], body: Iterable[str], styles: str, page: _Page, setting: Setting) -> bytes:
    """Return the file; *told* are the title and subject of its properties."""
    parts = [
        Part(_OWNER, f"{_TYPE}document.main", "officeDocument", ""),
        Part("word/styles.xml", f"{_TYPE}styles", "styles", styles, _OWNER),
        Part("word/settings.xml", f"{_TYPE}settings", "settings", _settings(page), _OWNER),
        Part("word/fontTable.xml", f"{_TYPE}fontTable", "fontTable", font_table(), _OWNER),
    ]
    references = ""
    for i, (element, kind, content) in enumerate(page.around, 1):
        xml = w({"header": "hdr", "footer": "ftr"}[element], content, xmlns__w=NAMESPACE)
        part = Part(f"word/{element}{i}.xml", f"{_TYPE}{element}", element, xml, _OWNER)
        parts.append(part)
        references += w(f"{element}Reference", type=kind, r__id=relation_id(parts, part))
    section = w("sectPr", references, page.section)
    document = w("document", w("body", *body, section), xmlns__w=NAMESPACE, xmlns__r=RELATIONS)
    parts[0] = Part(_OWNER, parts[0].type, parts[0].relation, document)
    return packed(tuple(parts), title=told[0], subject=told[1], maker=setting.maker)


def _table_body(paper: Table, setting: Setting) -> Iterator[str]:
    if setting.secrecy:
        yield paragraph("Secrecy", run(setting.secrecy, Face.HEI))
    yield paragraph("Title", run(paper.title, Face.TITLE))
    if setting.maker or setting.made_on:
        maker = f"制表单位：{setting.maker}" if setting.maker else ""
        date = f"\t制表日期：{setting.made_on}" if setting.made_on else ""
        yield paragraph("Maker", run(maker + date, Face.SONG))
    yield table(paper, setting.across, setting.type_size)
    yield from _notes(paper.notes + setting.notes)


def _dossier_body(paper: Dossier, setting: Setting, *, later: bool) -> Iterator[str]:
    yield paragraph("Body", properties=w("pageBreakBefore") if later else "")
    yield paragraph("Title", run(_broken(paper.title, paper.subject, 22, setting.across), Face.TITLE))
    yield paragraph("Body")
    for block in paper.blocks:
        yield from _block(block, setting)
    made = [words for words in (setting.maker, setting.made_on) if words]
    if made:
        yield paragraph("Body")
    for words in made:
        yield paragraph("Maker", standing_run(words, Standing.ENTERED, Face.FANG))
    for words in setting.notes:
        yield paragraph("Body", standing_run(words, Standing.NOT_STATED, Face.FANG))


def _broken(title: str, subject: str, size: float, across: float) -> str:
    """Return a title that is too long for one line with a break after the name of its body (GB/T 9704-2012, 7.3.1)."""
    rest = title.removeprefix(subject)
    if len(title) * size <= across or rest in {"", title}:
        return title
    return f"{subject}\n{rest}"


def _block(block: Block, setting: Setting) -> Iterator[str]:
    if isinstance(block, Heading):
        level = min(max(block.level, 1), 3)
        yield paragraph(f"Heading{level}", run(block.words, (Face.HEI, Face.KAI, Face.FANG)[level - 1]))
    elif isinstance(block, Paragraph):
        yield paragraph("Body", standing_run(block.cited, block.standing, Face.FANG))
    else:
        if block.title:
            yield paragraph("TableTitle", run(block.title, Face.HEI))
        yield table(block, setting.across, setting.type_size)
        yield from _notes(block.notes)
        yield paragraph("TableNote")  # parts the table from what follows, and from another table


def _notes(notes: tuple[str, ...]) -> Iterator[str]:
    """Yield the notes below a table, numbered where there are several, on the page on which its last row is."""
    for i, note in enumerate(notes, 1):
        words = numbered_note(note, i, len(notes), gap="\t")
        keep = w("keepNext") if i < len(notes) else ""
        yield paragraph("TableNote", run(words, Face.SONG), properties=keep)


def _table_page(paper: Table, setting: Setting) -> _Page:
    unofficial = run(UNOFFICIAL, Face.SONG, "Unofficial")
    pages = (
        run("\t第 ", Face.SONG)
        + field("PAGE", "1", Face.SONG)
        + run(" 页，共 ", Face.SONG)
        + field("NUMPAGES", "1", Face.SONG)
        + run(" 页", Face.SONG)
    )
    foot = paragraph("Footer", unofficial, pages)
    further = paragraph("Header", run(f"{paper.title}（续）", Face.SONG))
    around = (
        ("header", "first", paragraph("Header")),
        ("header", "default", further),
        ("footer", "first", foot),
        ("footer", "default", foot),
    )
    return _Page(around, _size(setting, twips(9 * MM), twips(9 * MM)) + w("titlePg"), first_apart=True)


def _dossier_page(setting: Setting) -> _Page:
    """Number pages — 1 — 7 mm below the text, odd ones right and even ones left, a character in (GB/T 9704, 7.5)."""
    number = run("— ", Face.SONG), field("PAGE", "1", Face.SONG), run(" —", Face.SONG)
    indent = twips(14)
    head = paragraph("Header", run(f"{setting.secrecy}\t", Face.HEI), run(UNOFFICIAL, Face.SONG, "Unofficial"))
    around = (
        ("header", "default", head),
        ("header", "even", head),
        ("footer", "default", paragraph("Footer", *number, properties=w("ind", right=indent) + w("jc", val="right"))),
        ("footer", "even", paragraph("Footer", *number, properties=w("ind", left=indent))),
    )
    foot = twips(setting.bottom - 7 * MM) - FOOT_LINE
    pitch = setting.across / 28 - BODY_SIZE  # points by which a character takes less room than its size
    grid = w("docGrid", type="linesAndChars", linePitch=LINE_PITCH, charSpace=int(pitch * 4096) - 1)
    head = twips(setting.top - 7 * MM) - FOOT_LINE
    return _Page(around, _size(setting, foot, head) + grid, even_apart=True)


def _size(setting: Setting, foot: int, head: int) -> str:
    return w(
        "pgSz",
        w=twips(setting.width),
        h=twips(setting.height),
        orient="landscape" if setting.landscape else None,
    ) + w(
        "pgMar",
        top=twips(setting.top),
        right=twips(setting.right),
        bottom=twips(setting.bottom),
        left=twips(setting.left),
        header=head,
        footer=foot,
        gutter=0,
    )


def _settings(page: _Page) -> str:
    return w(
        "settings",
        w("zoom", percent=100),
        w("evenAndOddHeaders") if page.even_apart else "",
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
        ),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        xmlns__w=NAMESPACE,
    )
