"""Pieces of WordprocessingML (ECMA-376 part 1, 17). Lengths are twips: a twentieth of a point."""

from __future__ import annotations

from collections.abc import Iterable

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.model.papers import Standing
from eitc_desktop.office.markup import element, legal, text
from eitc_desktop.office.setting import FONTS

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

STANDING_STYLES = {
    Standing.DERIVED: "Derived",
    Standing.JUDGED: "Judged",
    Standing.ENTERED: "Entered",
    Standing.NOT_STATED: "NotStated",
}


def w(name: str, /, *content: str, **attributes: object) -> str:
    """Return an element of WordprocessingML, its attributes (r__id aside) in the same namespace."""
    named = {key if "__" in key else f"w__{key}": value for key, value in attributes.items()}
    return element(f"w:{name}", *content, **named)


def twips(points: float) -> int:
    """Return a length in twips."""
    return round(points * 20)


def fonts(face: Face) -> str:
    """Return the font of a face for characters of every script, so that no font of a theme takes any of them.

    The hint makes quotation marks, dashes and dots, which Latin text has too, Chinese ones.
    """
    name = FONTS[face].name
    return w("rFonts", hint="eastAsia", ascii=name, eastAsia=name, hAnsi=name, cs=name)


def sized(points: float) -> str:
    """Return a type size."""
    return w("sz", val=round(points * 2)) + w("szCs", val=round(points * 2))


def run(words: str, face: Face, style: str | None = None) -> str:
    """Return a run of *words*, its line feeds as line breaks and its tabs as tabs."""
    inner = "".join(
        {"\n": w("br"), "\t": w("tab")}.get(piece) or w("t", text(piece), xml__space="preserve")
        for piece in _pieces(legal(words))
    )
    return w("r", w("rPr", w("rStyle", val=style) if style else "", fonts(face)), inner)


def standing_run(words: str, standing: Standing, face: Face) -> str:
    """Return a run in the character style of its standing."""
    return run(words, face, STANDING_STYLES.get(standing))


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """Return a paragraph of a style. *properties* come after the style's name, in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), properties), *runs)


def tabs(*stops: tuple[str, int]) -> str:
    """Return tab stops (kind, place), those inherited cleared by the style that sets these."""
    return w("tabs", *(w("tab", val=kind, pos=place) for kind, place in stops))


def field(code: str, shown: str, face: Face) -> str:
    """Return a field such as PAGE, with what it shows until it is counted."""
    return w("fldSimple", run(shown, face), instr=f" {code} ")


def _pieces(words: str) -> Iterable[str]:
    piece = ""
    for char in words:
        if char in "\n\t":
            if piece:
                yield piece
            yield char
            piece = ""
        else:
            piece += char
    if piece:
        yield piece
