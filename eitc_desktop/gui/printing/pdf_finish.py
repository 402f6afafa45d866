"""What Qt leaves undone in a PDF: exact page boxes, outline, language, honest characters, no clock."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    Fit,
    FloatObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from eitc_desktop import __version__
from eitc_desktop.drawing.shapes import Document
from eitc_desktop.gui.drawing.faces import texts_of
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.printing.pdf_outlines import PdfOutlines, ShapeKey, number, shape
from eitc_desktop.gui.printing.pdf_text import joined

_LANGUAGE = "zh-CN"


def finished(data: bytes, document: Document, outlines: list[PdfOutlines], fonts: PaperFonts) -> bytes:
    """Return Qt's file *data* made whole; *outlines* are the shapes of each page."""
    reader = PdfReader(BytesIO(data))
    root = _entries(reader.trailer["/Root"])
    for holder, name in ((reader.trailer, "/ID"), (reader.trailer, "/Info"), (root, "/Metadata"), (root, "/Names")):
        holder.pop(name, None)  # chance numbers and the clock; a tree without a leaf
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = "%PDF-1.4"
    _set_pages(writer, document, outlines, fonts)
    _mend_fonts(writer, document, fonts)
    _set_catalog(writer, document)
    _set_outline(writer, document)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _set_pages(writer: PdfWriter, document: Document, outlines: list[PdfOutlines], fonts: PaperFonts) -> None:
    """Set the boxes to the thousandth of a point (Qt rounds to points), and the shapes over what Qt drew."""
    forms: dict[str, IndirectObject] = {}
    for page, drawing, shapes in zip(writer.pages, document.pages, outlines, strict=True):
        lowered = drawing.height - float(page.mediabox.height)
        box = ArrayObject([FloatObject(0), FloatObject(0), _float(drawing.width), _float(drawing.height)])
        for name in ("/MediaBox", "/CropBox", "/TrimBox"):
            page[NameObject(name)] = box
        page.pop("/Annots", None)
        content = cast("StreamObject", page.raw_get("/Contents").get_object())
        painted = joined(content.get_data(), _widths(page))
        content.set_data(b"q 1 0 0 1 0 %b cm\n%bQ\n%b" % (number(lowered).encode(), painted, shapes.content()))
        if shapes.used:
            used = DictionaryObject()
            for name, key in shapes.used.items():
                used[NameObject(f"/{name}")] = _form(writer, forms, name, key, fonts)
            _entries(page["/Resources"])[NameObject("/XObject")] = used


def _widths(page: PageObject) -> dict[bytes, dict[int, float]]:
    """Return the widths of each font's glyphs, where they aren't an em."""
    found: dict[bytes, dict[int, float]] = {}
    for name, held in _entries(_entries(page["/Resources"]).get("/Font")).items():
        widths = found[str(name).encode("ascii")] = {}
        described = _entries(cast("ArrayObject", _entries(held)["/DescendantFonts"])[0])
        entries = list(cast("ArrayObject", described.get("/W", ArrayObject())))
        while entries:  # first [width …], or first last width (PDF 32000-1, 9.7.4.3)
            first, second = int(cast("int", entries.pop(0))), entries.pop(0).get_object()
            if isinstance(second, ArrayObject):
                widths.update(enumerate(map(_size, second), first))
            else:
                widths.update(dict.fromkeys(range(first, int(cast("int", second)) + 1), _size(entries.pop(0))))
    return found


def _size(value: PdfObject) -> float:
    return float(cast("float", value))


def _form(
    writer: PdfWriter, forms: dict[str, IndirectObject], name: str, key: ShapeKey, fonts: PaperFonts
) -> IndirectObject:
    form = forms.get(name)
    if form is None:
        operators, box = shape(key, fonts)
        form = forms[name] = _stream(
            writer,
            operators,
            {
                "/Type": NameObject("/XObject"),
                "/Subtype": NameObject("/Form"),
                "/BBox": ArrayObject(map(_float, box)),
                "/Resources": DictionaryObject(),
            },
        )
    return form


def _mend_fonts(writer: PdfWriter, document: Document, fonts: PaperFonts) -> None:
    """Name each subset as one, and let its glyphs stand for the characters of the document.

    Some fonts draw a character and a radical with the same glyph (一 and ⼀). Qt writes down the radical, and then no
    search finds the name that was printed.
    """
    twins = fonts.twins("".join({text.words for page in document.pages for text in texts_of(page)}))
    for count, font in enumerate(_fonts(writer)):
        _mend_characters(cast("StreamObject", font["/ToUnicode"].get_object()), twins)
        descendant = _entries(cast("ArrayObject", font["/DescendantFonts"])[0])
        name = NameObject(f"/{_tag(count)}+{str(font['/BaseFont']).removeprefix('/')}")
        font[NameObject("/BaseFont")] = descendant[NameObject("/BaseFont")] = name
        _entries(descendant["/FontDescriptor"])[NameObject("/FontName")] = name


def _fonts(writer: PdfWriter) -> list[DictionaryObject]:
    """Return the fonts of all pages, each once, in the order of the pages."""
    found: dict[int, DictionaryObject] = {}
    for page in writer.pages:
        for held in _entries(_entries(page["/Resources"]).get("/Font")).values():
            font = _entries(held)
            if font.get("/Subtype") == "/Type0":
                found.setdefault(id(font), font)
    return list(found.values())


def _mend_characters(stream: StreamObject, twins: dict[str, str]) -> None:
    def mended(match: re.Match[str]) -> str:
        char = chr(int(match[0], 16))
        if "\u2e80" <= char <= "\u2fd5":
            char = twins.get(char, unicodedata.normalize("NFKC", char))
        return f"{ord(char):04X}" if char >= " " else "0020"  # the tabulator shares the glyph of the space

    code = stream.get_data().decode("ascii")
    values = re.compile(r"\[[^]]*\]")
    stream.set_data(values.sub(lambda found: re.sub("[0-9A-F]{4,}", mended, found[0]), code).encode("ascii"))


def _set_catalog(writer: PdfWriter, document: Document) -> None:
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(_LANGUAGE)
    shows_title = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(value=True)})
    root[NameObject("/ViewerPreferences")] = shows_title
    writer.metadata = None
    facts = {"/Title": document.title, "/Subject": document.subject, "/Producer": f"eitc-desktop {__version__}"}
    writer.add_metadata({name: words for name, words in facts.items() if words})


def _set_outline(writer: PdfWriter, document: Document) -> None:
    parents: list[IndirectObject] = []
    for mark in document.bookmarks:
        del parents[mark.level :]
        fit = Fit.xyz(left=0, top=document.pages[mark.page].height - mark.y)
        parent = parents[-1] if parents else None
        parents.append(writer.add_outline_item(title=mark.title, page_number=mark.page, parent=parent, fit=fit))
    if parents:
        writer.page_mode = "/UseOutlines"


def _entries(held: PdfObject | None) -> DictionaryObject:
    """Return the dictionary that *held* is or leads to."""
    return cast("DictionaryObject", held.get_object() if held is not None else DictionaryObject())


def _stream(writer: PdfWriter, data: bytes, entries: dict[str, PdfObject] | None = None) -> IndirectObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    flat = stream.flate_encode() if len(data) > 100 else stream
    flat.update({NameObject(name): value for name, value in (entries or {}).items()})
    return writer._add_object(flat)  # noqa: SLF001 (pypdf has no other way to add one)


def _float(value: float) -> FloatObject:
    return FloatObject(round(value, 3))


def _tag(count: int) -> str:
    """Return the tag of a subset: six capitals."""
    return "".join(chr(ord("A") + count // 26**place % 26) for place in reversed(range(6)))
