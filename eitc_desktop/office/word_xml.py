"""What python-docx has no call for: the elements beneath its objects (ECMA-376 part 1, 17), and runs of words."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Protocol, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement  # pyright: ignore[reportUnknownVariableType]
from docx.styles.style import CharacterStyle
from docx.text.paragraph import Paragraph

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.model.papers import Standing
from eitc_desktop.office.files import legal
from eitc_desktop.office.setting import FONTS

STANDING_STYLES = {
    Standing.DERIVED: "推算",
    Standing.JUDGED: "研判",
    Standing.ENTERED: "录入",
    Standing.NOT_STATED: "未载明",
}

_ELEMENT = attrgetter("_element")


class Element(Protocol):
    """As much of an element of lxml, which has no types, as is used here."""

    tag: str

    def append(self, child: Element, /) -> None: ...
    def insert(self, index: int, child: Element, /) -> None: ...
    def remove(self, child: Element, /) -> None: ...
    def find(self, path: str, /) -> Element | None: ...
    def findall(self, path: str, /) -> list[Element]: ...
    def get(self, key: str, /) -> str | None: ...
    def set(self, key: str, value: str, /) -> None: ...
    def clear(self) -> None: ...
    def __iter__(self) -> Iterator[Element]: ...


def element_of(holder: object) -> Element:
    """Return the element of an object of python-docx."""
    return cast("Element", _ELEMENT(holder))


def put(parent: Element, name: str, /, **values: object) -> Element:
    """Append an element to *parent* and return it; *values* are its attributes."""
    child = cast("Element", OxmlElement(f"w:{name}"))
    parent.append(child)
    return attributed(child, **values)


def attributed(element: Element, /, **values: object) -> Element:
    """Set attributes of *element* and return it."""
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def part_of(parent: Element, name: str) -> Element:
    """Return the child *name* of *parent*, which a new one becomes the first of: properties stand there."""
    found = parent.find(qn(f"w:{name}"))
    if found is None:
        found = cast("Element", OxmlElement(f"w:{name}"))
        parent.insert(0, found)
    return found


def name_fonts(element: Element, face: Face) -> None:
    """Name the font of a face in run properties for every script, so that no other font takes any of them.

    The hint makes quotation marks, dashes and dots, which Latin text has too, Chinese ones.
    """
    name = FONTS[face].name
    attributed(part_of(element, "rFonts"), hint="eastAsia", ascii=name, eastAsia=name, hAnsi=name, cs=name)


def set_style(paragraph: Paragraph, style: str) -> None:
    """Set a style of our own by its id, which is its name: the library would look through all styles for each cell."""
    attributed(part_of(part_of(element_of(paragraph), "pPr"), "pStyle"), val=style)


def write(paragraph: Paragraph, words: str, style: str | CharacterStyle | None = None) -> None:
    """Add *words* to a paragraph, their line feeds as line breaks and their tabs as tabs."""
    run = paragraph.add_run(legal(words), style)
    properties = part_of(element_of(run), "rPr")
    fonts = cast("Element", OxmlElement("w:rFonts"))
    properties.insert(1 if style else 0, attributed(fonts, hint="eastAsia"))  # the style's name comes first


def write_field(paragraph: Paragraph, code: str) -> None:
    """Add a field such as PAGE, which shows 1 until it is counted."""
    write(paragraph, "1")
    field = put(element_of(paragraph), "fldSimple", instr=f" {code} ")
    field.append(element_of(paragraph.runs[-1]))
