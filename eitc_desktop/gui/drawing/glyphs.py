"""From characters to glyphs: which font draws each, how wide it is, and where it stands in a line.

Advances are those of the unhinted outlines and grow with the size, so that what was measured is what is painted, on
every device. A character that the font of the face lacks comes from another font; one that no font has is drawn as 〓,
the setters' mark for a missing sort, and told of in the report (faces.fonts_report).
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainterPath, QPainterPathStroker, QRawFont, QTextLayout

from eitc_desktop.drawing.shapes import Face
from eitc_desktop.gui.drawing.families import FAMILIES, KAI, SERIF, Choice, choose, font_of
from eitc_desktop.gui.fonts import BUNDLED_FAMILY

EM = 1000
"""Pixels of an em in which glyphs are placed; whoever paints them scales."""

MISSING = "〓"
_CACHED_LINES = 20_000
_THICKENED = 0.03
"""How much thicker strokes get where a font has no bold cut, in ems."""
_NARROW_IN_KAI = frozenset("“”‘’")
"""The bundled 楷体 has these for Latin text alone; in Chinese they take an em."""
_SHAPELESS = frozenset({"Cc", "Cf", "Zl", "Zp"})


class Glyph(NamedTuple):
    """One character in one font; ``font`` is None for what has no shape, ``advance`` in ems.

    ``found`` is False where 〓 stands for it.
    """

    font: QRawFont | None
    number: int
    advance: float
    found: bool = True


class SetLine(NamedTuple):
    """Words set from the origin to the right in EM pixels an em; ``advance`` in ems."""

    runs: tuple[QGlyphRun, ...]
    advance: float


class PaperFonts:
    """The fonts of papers on this computer, and what has been found out about them so far.

    ``bundled_only`` leaves the computer's own fonts alone, so that every computer makes the same. A *family* serves
    all faces: the interface's, for papers that are looked at on the screen; no font of papers is read then.
    """

    def __init__(self, *, bundled_only: bool = False, family: str | None = None) -> None:
        self.bundled_only = bundled_only
        self._family = family
        self._faces: dict[tuple[Face, bool], _FaceFonts] = {}

    def choice(self, face: Face, *, bold: bool) -> Choice:
        """Return what serves *face*."""
        return self._of(face, bold).choice

    def glyph(self, char: str, face: Face, *, bold: bool) -> Glyph:
        """Return what draws *char*."""
        return self._of(face, bold).glyph(char)

    def advance(self, words: str, face: Face, *, bold: bool) -> float:
        """Return how many ems *words* reach when set in one line."""
        return self._of(face, bold).advance(words)

    def line(self, words: str, face: Face, *, bold: bool) -> SetLine:
        """Return *words* set in one line."""
        return self._of(face, bold).line(words)

    def unseen_line(self, words: str, face: Face, *, bold: bool) -> SetLine:
        """Return *words* in one line for finding alone: in one font if any has them all, whatever it looks like.

        Readers of files take a change of font for the end of a word where little stands around it.
        """
        return self._of(face, bold).unseen_line(words)

    def is_thickened(self, face: Face, *, bold: bool) -> bool:
        """Say whether bold is made up, since the font has no bold cut: only the outlines are bold then."""
        return self._of(face, bold).thickened

    def outline(self, char: str, face: Face, *, bold: bool) -> QPainterPath:
        """Return the shape of *char*, EM units an em, its baseline at 0."""
        return self._of(face, bold).outline(char)

    def twins(self, chars: str) -> dict[str, str]:
        """Return the radicals (⼀) that share a glyph with one of *chars* (一), and that character.

        A PDF names glyphs by numbers, and whoever reads characters back from it may take the one for the other.
        """
        found: dict[str, str] = {}
        wanted = sorted(set(chars))
        for fonts in self._faces.values():
            found |= fonts.twins("".join(wanted))
        return {radical: char for radical, char in found.items() if radical not in wanted}

    def _of(self, face: Face, bold: bool) -> _FaceFonts:
        key = (face, bold)
        fonts = self._faces.get(key)
        if fonts is None:
            fonts = self._faces[key] = _FaceFonts(face, bold=bold, bundled_only=self.bundled_only, family=self._family)
        return fonts


class _FaceFonts:
    """One face in one weight: its font and those that help it out."""

    def __init__(self, face: Face, *, bold: bool, bundled_only: bool, family: str | None) -> None:
        if family is None:
            self.choice = choose(face, bold=bold, bundled_only=bundled_only)
            families = dict.fromkeys((self.choice.family, FAMILIES[face].bundled, SERIF, BUNDLED_FAMILY, KAI))
        else:
            self.choice = Choice(family, bold=bold, genuine=False, bundled=family == BUNDLED_FAMILY)
            families = dict.fromkeys((family, BUNDLED_FAMILY))
        self._fonts = [QRawFont.fromFont(font_of(name, EM, bold=self.choice.bold)) for name in families]
        self.thickened = self.choice.bold and _is_same(self._fonts[0], font_of(self.choice.family, EM, bold=False))
        self._bundled_only = bundled_only
        self._glyphs: dict[str, Glyph] = {}
        self._advances: dict[str, float] = {}
        self._lines: dict[str, SetLine] = {}
        self._outlines: dict[str, QPainterPath] = {}

    def glyph(self, char: str) -> Glyph:
        glyph = self._glyphs.get(char)
        if glyph is None:
            glyph = self._glyphs[char] = self._look_up(char)
        return glyph

    def advance(self, words: str) -> float:
        advances = self._advances
        if len(words) == 1 and words in advances:
            return advances[words]
        if self._is_plain(words):
            return sum([advances[char] for char in words])
        return self.line(words).advance

    def line(self, words: str) -> SetLine:
        line = self._lines.get(words)
        if line is None:
            if len(self._lines) >= _CACHED_LINES:
                self._lines.clear()
            line = self._lines[words] = self._set(words) if self._is_plain(words) else self._shape(words)
        return line

    def unseen_line(self, words: str) -> SetLine:
        line = self.line(words)
        if len(line.runs) <= 1:
            return line
        for font in self._fonts:
            indexes = list(font.glyphIndexesForString(words))
            if len(indexes) == len(words) and all(indexes):
                ends = [0.0]
                for step in font.advancesForGlyphIndexes(indexes):
                    ends.append(ends[-1] + step.x())
                return SetLine((_run(font, indexes, [QPointF(x, 0) for x in ends[:-1]]),), ends[-1] / EM)
        return line

    def outline(self, char: str) -> QPainterPath:
        path = self._outlines.get(char)
        if path is None:
            glyph = self.glyph(char)
            path = QPainterPath() if glyph.font is None else glyph.font.pathForGlyph(glyph.number)
            if self.thickened and glyph.font is self._fonts[0]:
                stroker = QPainterPathStroker()
                stroker.setWidth(_THICKENED * EM)
                path.addPath(stroker.createStroke(path))
            path.setFillRule(Qt.FillRule.WindingFill)
            self._outlines[char] = path
        return path

    def twins(self, chars: str) -> dict[str, str]:
        radicals = [chr(code) for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))]
        found: dict[str, str] = {}
        for font in self._fonts[:2]:
            here = {index: char for char in chars for index in font.glyphIndexesForString(char) if index}
            for radical in radicals:
                index = next(iter(font.glyphIndexesForString(radical)), 0)
                if index in here and here[index] != radical:
                    found[radical] = here[index]
        return found

    def _is_plain(self, words: str) -> bool:
        """Say whether each character of *words* can be set by itself; their advances are known then."""
        for char in words:
            if char not in self._advances:
                if _needs_shaping(char):
                    return False
                self._advances[char] = self.glyph(char).advance
        return True

    def _set(self, words: str) -> SetLine:
        """Set characters one after the other, in as few runs as there are changes of font."""
        runs: list[QGlyphRun] = []
        at = 0.0
        font: QRawFont | None = None
        indexes: list[int] = []
        places: list[QPointF] = []
        for char in words:
            glyph = self.glyph(char)
            if glyph.font is not None:
                if glyph.font is not font:
                    if font is not None:
                        runs.append(_run(font, indexes, places))
                    font, indexes, places = glyph.font, [], []
                indexes.append(glyph.number)
                places.append(QPointF(at * EM, 0))
            at += glyph.advance
        if font is not None:
            runs.append(_run(font, indexes, places))
        return SetLine(tuple(runs), at)

    def _shape(self, words: str) -> SetLine:
        """Let Qt set what joins, stacks or runs from right to left."""
        font = font_of(self.choice.family, EM, bold=self.choice.bold)
        font.setStyleStrategy(QFont.StyleStrategy.PreferDefault)
        layout = QTextLayout(words, font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        line.setPosition(QPointF(0, -line.ascent()))
        return SetLine(tuple(layout.glyphRuns()), line.naturalTextWidth() / EM)

    def _look_up(self, char: str) -> Glyph:
        if unicodedata.category(char) in _SHAPELESS or 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF:
            return Glyph(None, 0, 0.0)
        elsewhere = char in _NARROW_IN_KAI and self.choice.family == KAI
        for font in self._fonts[1:] if elsewhere else self._fonts:
            indexes = font.glyphIndexesForString(char)
            if indexes and indexes[0]:
                return _glyph(font, indexes[0])
        if not self._bundled_only:
            for run in self._shape(char).runs:
                index = next(iter(run.glyphIndexes()), 0)
                if index:
                    return _glyph(run.rawFont(), index)
        if char == MISSING:  # the program's own fonts are gone
            return Glyph(self._fonts[0], 0, 1.0, found=False)
        return self._look_up(MISSING)._replace(found=False)


def _glyph(font: QRawFont, index: int) -> Glyph:
    return Glyph(font, index, font.advancesForGlyphIndexes([index])[0].x() / EM)


def _is_same(font: QRawFont, other: QFont) -> bool:
    """Say whether two fonts draw alike."""
    number = next(iter(font.glyphIndexesForString("国")), 0)
    return font.pathForGlyph(number) == QRawFont.fromFont(other).pathForGlyph(number)


def _run(font: QRawFont, indexes: list[int], places: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(indexes)
    run.setPositions(places)
    return run


def _needs_shaping(char: str) -> bool:
    """Say whether a character joins with its neighbours, stacks on them, or runs to the left."""
    if ord(char) < 0x300 or 0x2E80 <= ord(char) < 0xFB1D:
        return False
    return (
        unicodedata.combining(char) != 0
        or unicodedata.category(char) == "Mc"
        or unicodedata.bidirectional(char) in {"R", "AL"}
        or 0x0F00 <= ord(char) <= 0x0FFF  # Tibetan
        or 0x1800 <= ord(char) <= 0x18AF  # Mongolian
    )
