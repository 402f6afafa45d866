"""What Qt leaves undone in a PDF: exact page boxes, outline, language, honest characters, no clock."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from typing import cast

from pypdf import PdfReader, PdfWriter
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
        before = f"q 1 0 0 1 0 {number(lowered)} cm\n".encode("ascii")
        added = [_stream(writer, before), page.raw_get("/Contents"), _stream(writer, b"\nQ\n" + shapes.content())]
        page[NameObject("/Contents")] = ArrayObject(added)
        if shapes.used:
            used = DictionaryObject()
            for name, key in shapes.used.items():
                used[NameObject(f"/{name}")] = _form(writer, forms, name, key, fonts)
            _entries(page["/Resources"])[NameObject("/XObject")] = used


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
        for held in _entries(_entries(page["/Resources"]).get("/Font", DictionaryObject())).values():
            font = _entries(held)
            if font.get("/Subtype") == "/Type0":
                found.setdefault(id(font), font)
    return list(found.values())


def _mend_characters(stream: StreamObject, twins: dict[str, str]) -> None:
    def mended(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        other = twins.get(char, unicodedata.normalize("NFKC", char) if "\u2e80" <= char <= "\u2fd5" else char)
        return f"<{ord(other):04X}>"

    code = stream.get_data().decode("ascii")
    start = code.find("beginbfrange")
    stream.set_data((code[:start] + re.sub(r"<([0-9A-F]{4})>(?= [<\]])", mended, code[start:])).encode("ascii"))


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
