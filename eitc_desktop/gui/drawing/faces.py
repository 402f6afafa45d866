"""The fonts of papers as users meet them: which font serves each face, and what no font can draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont

from eitc_desktop.drawing.shapes import Drawing, Face, Style, Text
from eitc_desktop.gui.drawing import families
from eitc_desktop.gui.drawing.families import FAMILIES
from eitc_desktop.gui.drawing.glyphs import PaperFonts


class FaceUse(NamedTuple):
    """One face that a paper uses: the name asked for (仿宋), and the family that serves it.

    ``genuine``: it is that face; otherwise something stands in. ``bundled``: it comes with the program.
    """

    face: Face
    asked: str
    family: str
    genuine: bool
    bundled: bool


class LackingCharacter(NamedTuple):
    """A character that no font has; on paper 〓 stands for it. ``page`` counts from 0, ``words`` is where it stands."""

    char: str
    page: int
    words: str


class FontsReport(NamedTuple):
    """The fonts really used, in the order of Face, and what they lack, each character once, at its first place."""

    uses: tuple[FaceUse, ...]
    lacking: tuple[LackingCharacter, ...]

    @property
    def conforms(self) -> bool:
        """Say whether every face is the one asked for, so that conformity of the fonts may be claimed."""
        return all(use.genuine for use in self.uses)


def font_of(style: Style, pixels: float) -> QFont:
    """Return the font of *style* with *pixels* for an em, for those who paint single words by themselves."""
    choice = families.choose(style.face, bold=style.bold, bundled_only=False)
    font = families.font_of(choice.family, pixels, bold=choice.bold)
    font.setFamilies(list(dict.fromkeys((choice.family, FAMILIES[style.face].bundled, families.SERIF))))
    font.setStyleStrategy(QFont.StyleStrategy.PreferDefault)
    return font


def fonts_report(pages: Sequence[Drawing], fonts: PaperFonts | None = None) -> FontsReport:
    """Report on the fonts of *pages*."""
    fonts = PaperFonts() if fonts is None else fonts
    used: set[tuple[Face, bool]] = set()
    seen: set[tuple[Face, bool, str]] = set()
    lacking: dict[str, LackingCharacter] = {}
    for number, page in enumerate(pages):
        for text in texts_of(page):
            face, bold = text.style.face, text.style.bold
            used.add((face, bold))
            for run in text.runs:
                if (face, bold, run.words) in seen:
                    continue
                seen.add((face, bold, run.words))
                for char in run.words:
                    if char not in lacking and not fonts.glyph(char, face, bold=bold).found:
                        lacking[char] = LackingCharacter(char, number, text.words)
    uses: dict[tuple[Face, str], FaceUse] = {}
    for face, bold in sorted(used, key=lambda each: (list(Face).index(each[0]), each[1])):
        choice = fonts.choice(face, bold=bold)
        use = FaceUse(face, FAMILIES[face].name, choice.family, choice.genuine, choice.bundled)
        uses.setdefault((face, choice.family), use)
    return FontsReport(tuple(uses.values()), tuple(lacking.values()))


def texts_of(drawing: Drawing) -> Iterator[Text]:
    """Go through the texts of *drawing*, those of its parts included, in the order in which they are read."""
    yield from drawing.texts
    for part in drawing.parts:
        yield from texts_of(part.drawing)
