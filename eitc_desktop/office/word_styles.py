"""The styles of Word files: named ones for everything, so that a change of one changes the whole paper."""

from __future__ import annotations

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.model.papers import Standing
from eitc_desktop.office.setting import FONTS, HEAD, RULE, SOFT, STANDING_COLOURS, Setting
from eitc_desktop.office.word_markup import NAMESPACE, STANDING_STYLES, fonts, sized, tabs, twips, w

CLOSER = 5
"""Twips that a character of running text is set closer: 28 of 16 pt are 448 pt, and 156 mm are 442.2 pt.

Word's grid of characters would do so by itself, but LibreOffice gives a character wider than its field two of them.
Set closer and justified, full lines have their 28 characters in the grid's places in either.
"""

BODY_SIZE = 16.0
"""三号: running text of GB/T 9704-2012, 5.2.2."""

LINE_PITCH = 579
"""Twips from line to line: 22 of them in 225 mm (5.2.3)."""

FOOT_LINE = 360
"""Twips that the line of a page's foot takes."""

TABLE_STYLE = "PaperTable"

_STANDING_NAMES = {
    Standing.DERIVED: "推算",
    Standing.JUDGED: "研判",
    Standing.ENTERED: "录入",
    Standing.NOT_STATED: "未载明",
}


def dossier_styles(setting: Setting) -> str:
    """Return the styles of a dossier: running text and headings of GB/T 9704-2012, tables smaller."""
    body = _spacing(exact=LINE_PITCH)
    indent = w("ind", firstLineChars=200, firstLine=twips(2 * setting.across / 28))
    plain = (
        w("widowControl", val=False)
        + w("autoSpaceDE", val=False)
        + w("autoSpaceDN", val=False)
        + w("snapToGrid", val=False)
    )
    closer = w("snapToGrid", val=False) + w("spacing", val=-CLOSER)
    headings = [
        _paragraph_style(
            f"Heading{level}",
            f"heading {level}",
            face,
            BODY_SIZE,
            w("keepNext") + body + indent + w("outlineLvl", val=level - 1),
            after="Body",
        )
        for level, face in ((1, Face.HEI), (2, Face.KAI), (3, Face.FANG))
    ]
    return _styles(
        w(
            "style",
            w("name", val="Normal"),
            w("qFormat"),
            w("pPr", plain, body, w("jc", val="both")),
            w("rPr", fonts(Face.FANG), closer, sized(BODY_SIZE)),
            type="paragraph",
            default=True,
            styleId="Normal",
        ),
        _paragraph_style("Body", "公文正文", Face.FANG, BODY_SIZE, indent, custom=True),
        _paragraph_style("Title", "Title", Face.TITLE, 22, body + w("jc", val="center"), after="Body"),
        *headings,
        _paragraph_style(
            "Maker", "落款", Face.FANG, BODY_SIZE, w("ind", right=twips(32)) + w("jc", val="right"), custom=True
        ),
        _paragraph_style(
            "Header", "header", Face.HEI, BODY_SIZE, tabs(("right", twips(setting.across))) + _spacing(exact=FOOT_LINE)
        ),
        _footer(setting, 14, 10.5),
        *_table_parts(setting),
    )


def table_styles(setting: Setting) -> str:
    """Return the styles of a paper that is one table."""
    size = setting.type_size
    return _styles(
        w(
            "style",
            w("name", val="Normal"),
            w("qFormat"),
            w("rPr", fonts(Face.SONG), sized(size)),
            type="paragraph",
            default=True,
            styleId="Normal",
        ),
        _paragraph_style(
            "Title",
            "Title",
            Face.TITLE,
            max(18.0, 1.7 * size),
            w("keepNext") + w("spacing", before=0, after=120) + w("jc", val="center"),
        ),
        _paragraph_style(
            "Maker",
            "制表",
            Face.SONG,
            size,
            w("keepNext") + tabs(("right", twips(setting.across))) + w("spacing", before=0, after=60),
            custom=True,
        ),
        _paragraph_style("Secrecy", "密级", Face.HEI, max(14.0, size), custom=True),
        _paragraph_style("Header", "header", Face.SONG, 9, w("jc", val="center")),
        _footer(setting, 9, 9),
        *_table_parts(setting),
    )


def font_table() -> str:
    """Return the fonts with what may stand in for each, and that they are fonts of simplified Chinese (charset 86)."""
    listed = [
        w(
            "font",
            w("altName", val=font.other),
            w("charset", val="86"),
            w("family", val=font.family),
            w("pitch", val="variable"),
            name=font.name,
        )
        for font in FONTS.values()
    ]
    return w("fonts", *listed, xmlns__w=NAMESPACE)


def _styles(*styles: str) -> str:
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", fonts(Face.SONG), sized(10.5), language)),
        w("pPrDefault"),
    )
    return w("styles", defaults, *styles, *_standing_styles(), xmlns__w=NAMESPACE)


def _standing_styles() -> list[str]:
    """Return a style of characters for each standing but the text's own words."""
    paragraph_font = w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        type="character",
        default=True,
        styleId="DefaultParagraphFont",
    )
    return [paragraph_font] + [
        w(
            "style",
            w("name", val=_STANDING_NAMES[standing]),
            w("basedOn", val="DefaultParagraphFont"),
            w("qFormat"),
            w("rPr", w("color", val=STANDING_COLOURS[standing])),
            type="character",
            customStyle=True,
            styleId=name,
        )
        for standing, name in STANDING_STYLES.items()
    ]


def _table_parts(setting: Setting) -> list[str]:
    """Return the style of tables, and those of the paragraphs in, above and below them."""
    size = setting.type_size
    hang = twips(2.2 * note_size(size))  # past the word 注：
    single = w("spacing", before=30, after=30, line=240, lineRule="auto")
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    no_table = w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), _cell_margins(0)),
        type="table",
        default=True,
        styleId="TableNormal",
    )
    table = w(
        "style",
        w("name", val="三定表"),
        w("basedOn", val="TableNormal"),
        w("qFormat"),
        w(
            "tblPr",
            w("tblBorders", *(w(edge, val="single", sz=4, space=0, color=RULE) for edge in edges)),
            _cell_margins(85),
        ),
        w(
            "tblStylePr",
            w("rPr", fonts(Face.HEI)),
            w("tcPr", w("shd", val="clear", color="auto", fill=HEAD), w("vAlign", val="center")),
            type="firstRow",
        ),
        type="table",
        customStyle=True,
        styleId=TABLE_STYLE,
    )

    def inside(name: str, shown: str, face: Face, points: float, more: str = "", jc: str = "left") -> str:
        indent = w("ind", left=hang, hanging=hang) if name == "TableNote" else ""
        properties = more + single + indent + w("jc", val=jc)
        return _paragraph_style(name, shown, face, points, properties, custom=True, open_set=True)

    return [
        no_table,
        table,
        inside("TableText", "表文", Face.SONG, size),
        inside("TableHead", "表头", Face.HEI, size, w("keepNext"), "center"),
        inside("TableGroup", "表内分组", Face.HEI, size, w("keepNext")),
        inside("TableTitle", "表题", Face.HEI, size + 1.5, w("keepNext"), "center"),
        inside("TableNote", "表注", Face.SONG, note_size(size), tabs(("left", hang))),
    ]


def note_size(size: float) -> float:
    """Return the size of notes below a table of *size* points."""
    return max(9.0, size - 1.5)


def _footer(setting: Setting, size: float, unofficial: float) -> str:
    exact = w("spacing", line=FOOT_LINE, lineRule="exact") + w("jc", val="left")
    stops = tabs(("right", twips(setting.across)))
    return _paragraph_style("Footer", "footer", Face.SONG, size, stops + exact, open_set=True) + w(
        "style",
        w("name", val="非正式"),
        w("basedOn", val="DefaultParagraphFont"),
        w("rPr", fonts(Face.SONG), w("color", val=SOFT), sized(unofficial)),
        type="character",
        customStyle=True,
        styleId="Unofficial",
    )


def _paragraph_style(
    name: str,
    shown: str,
    face: Face,
    size: float,
    properties: str = "",
    *,
    after: str | None = None,
    custom: bool = False,
    open_set: bool = False,
) -> str:
    """Return a style of paragraphs based on Normal; ``after`` is the style of the paragraph that is typed next.

    ``open_set``: not as close as a dossier's running text is set.
    """
    return w(
        "style",
        w("name", val=shown),
        w("basedOn", val="Normal"),
        w("next", val=after) if after else "",
        w("qFormat"),
        w("pPr", properties),
        w("rPr", fonts(face), w("spacing", val=0) if open_set else "", sized(size)),
        type="paragraph",
        customStyle=True if custom else None,
        styleId=name,
    )


def _spacing(*, exact: int) -> str:
    return w("spacing", before=0, after=0, line=exact, lineRule="exact")


def _cell_margins(sides: int) -> str:
    edges = {"top": 0, "left": sides, "bottom": 0, "right": sides}
    return w("tblCellMar", *(w(edge, w=width, type="dxa") for edge, width in edges.items()))
