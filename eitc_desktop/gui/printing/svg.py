"""Pages as SVG whose text is text, in the fonts of whoever opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from PySide6.QtGui import QColor

from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import MM, Box, Document, Drawing, Face, Ink, Line, Placed, Rect, Run, Style, Text
from eitc_desktop.gui.drawing.families import FAMILIES
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.drawing.painter import PAPER_INKS
from eitc_desktop.gui.drawing.whole_names import is_broken
from eitc_desktop.gui.printing.png import numbered

_GENERIC: Mapping[Face, str] = {Face.HEI: "sans-serif"}
_ASIDE = ' aria-hidden="true"'
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def svg_of(page: Drawing, title: str = "", measurer: TextMeasurer | None = None) -> bytes:
    """Return *page* as an SVG file of its size in millimetres, its units points.

    Fonts are named, not embedded, in the order in which the program looks for them. *measurer* (without it: Qt's)
    says how wide lines are in which other fonts would run wider.
    """
    return _Svg(QtMeasurer() if measurer is None else measurer).file(page, title)


def svgs_of(document: Document, stem: str, measurer: TextMeasurer | None = None) -> list[tuple[str, bytes]]:
    """Return a file for each page, with its name: ``stem.svg``, or ``stem-1.svg``, ``stem-2.svg`` … of several."""
    measurer = QtMeasurer() if measurer is None else measurer
    names = numbered(stem, "svg", len(document.pages))
    return [(name, svg_of(page, document.title, measurer)) for name, page in zip(names, document.pages, strict=True)]


class _Svg:
    """One file being written."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self._measurer = measurer
        self._lines: list[str] = []
        self._clips = 0

    def file(self, page: Drawing, title: str) -> bytes:
        width, height = _n(page.width), _n(page.height)
        size = f'width="{_n(page.width / MM)}mm" height="{_n(page.height / MM)}mm" viewBox="0 0 {width} {height}"'
        self._lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} xml:lang="zh-CN">',
            *([f"<title>{_words(title)}</title>"] if title else []),
            "<style>",
            "text{white-space:pre;text-rendering:geometricPrecision}",
            *(f".{face}{{font-family:{_families(face)}{_weight(face)}}}" for face in Face),
            "</style>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        ]
        self._drawing(page, Rect(0, 0, page.width, page.height))
        self._lines.append("</svg>\n")
        return "\n".join(self._lines).encode("utf-8")

    def _drawing(self, drawing: Drawing, shown: Rect) -> None:
        """Write what of *drawing* meets *shown*, in its own points."""
        self._lines += [_box(box) for box in drawing.boxes if _near(shown, box.rect)]
        self._lines += [_line(line) for line in drawing.lines]
        for text in drawing.texts:
            if _near(shown, text.area):
                self._text(text)
        for part in drawing.parts:
            self._part(part, shown)

    def _part(self, part: Placed, shown: Rect) -> None:
        clip = ""
        if part.clip is not None:
            self._clips += 1
            clip = f' clip-path="url(#c{self._clips})"'
            self._lines.append(f'<clipPath id="c{self._clips}"><rect {_place(part.clip)}/></clipPath>')
            shown = _common(shown, part.clip)
        self._lines.append(f"<g{clip}>")
        self._lines.append(f'<g transform="translate({_n(part.x)} {_n(part.y)}) scale({_n(part.scale)})">')
        scale = part.scale
        inner = Rect((shown.x - part.x) / scale, (shown.y - part.y) / scale, shown.width / scale, shown.height / scale)
        self._drawing(part.drawing, inner)
        self._lines.append("</g>")
        self._lines.append("</g>")

    def _text(self, text: Text) -> None:
        if is_broken(text):
            self._whole_name(text)
        else:
            self._lines += [self._run(run, text.style, text.ink) for run in text.runs]

    def _run(self, run: Run, style: Style, ink: Ink, more: str = "") -> str:
        """Write a run by itself; a line with letters gets the length it has here, whatever font sets it."""
        place = f'x="{_n(run.x)}" y="{_n(run.y)}"'
        if run.turned:
            place = f'transform="translate({_n(run.x)} {_n(run.y)}) rotate(90)"'
        if len(run.words) > 1 and any(ord(char) < 0x2E80 for char in run.words):
            length = _n(self._measurer.advance(run.words, style))
            more += f' textLength="{length}" lengthAdjust="spacingAndGlyphs"'
        return f"<text {place} {_look(style, ink)}{more}>{_words(run.words)}</text>"

    def _whole_name(self, text: Text) -> None:
        """Write a name as one text whose characters stand where the runs have them.

        Characters that are turned, or show in another form than the words have, are set by a text of their own,
        hidden from readers, and stand unseen in the name.
        """
        shown = list(self._chars(text))
        if len(shown) != sum(not char.isspace() for char in text.words):  # no answering one by one: over one another
            first = text.runs[0]._replace(words=text.words)
            self._lines.append(self._run(first, text.style, text.ink, ' fill-opacity="0"'))
            self._lines += [self._run(run, text.style, text.ink, _ASIDE) for run in text.runs]
            return
        places = iter(shown)
        pieces: list[str] = []
        others: list[str] = []
        for char in text.words:
            if char.isspace():
                pieces.append(_words(char))
                continue
            run = next(places)
            unseen = run.turned or run.words != char
            if unseen:
                others.append(self._run(run, text.style, text.ink, _ASIDE))
            hidden = ' fill="none"' if unseen else ""
            pieces.append(f'<tspan x="{_n(run.x)}" y="{_n(run.y)}"{hidden}>{_words(char)}</tspan>')
        self._lines.append(f"<text {_look(text.style, text.ink)}>{''.join(pieces)}</text>")
        self._lines += others

    def _chars(self, text: Text) -> Iterator[Run]:
        """Go through the characters that the runs show, each as a run of its own; spaces show nothing."""
        for run in text.runs:
            along = 0.0
            for char in run.words:
                if not char.isspace():
                    x, y = (run.x, run.y + along) if run.turned else (run.x + along, run.y)
                    yield Run(char, x, y, run.turned)
                along += self._measurer.advance(char, text.style)


def _box(box: Box) -> str:
    ground = "none" if box.ground is None else _color(box.ground)
    return f'<rect {_place(box.rect)} fill="{ground}"{_stroke(box.frame, box.width, dashed=box.dashed)}/>'


def _line(line: Line) -> str:
    points = " ".join(f"{_n(point.x)},{_n(point.y)}" for point in line.points)
    return f'<polyline points="{points}" fill="none"{_stroke(line.ink, line.width, dashed=line.dashed)}/>'


def _stroke(ink: Ink | None, width: float, *, dashed: bool) -> str:
    if ink is None:
        return ""
    dashes = f' stroke-dasharray="{_n(4 * width)} {_n(2 * width)}"' if dashed else ""
    return f' stroke="{_color(ink)}" stroke-width="{_n(width)}"{dashes}'


def _look(style: Style, ink: Ink) -> str:
    bold = ' font-weight="bold"' if style.bold else ""
    return f'class="{style.face}" font-size="{_n(style.size)}"{bold} fill="{_color(ink)}"'


def _families(face: Face) -> str:
    names = [f"'{name}'" for name in FAMILIES[face].all_names]
    return ",".join([*names, _GENERIC.get(face, "serif")])


def _weight(face: Face) -> str:
    """A title is heavy where the font has a heavy cut: 小标宋 itself must not be thickened."""
    return ";font-weight:bold;font-synthesis:none" if face is Face.TITLE else ""


def _place(rect: Rect) -> str:
    return f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'


def _near(shown: Rect, rect: Rect) -> bool:
    return Rect(rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2).meets(shown)


def _common(one: Rect, other: Rect) -> Rect:
    left, top = max(one.x, other.x), max(one.y, other.y)
    return Rect(left, top, max(0.0, min(one.right, other.right) - left), max(0.0, min(one.bottom, other.bottom) - top))


def _color(ink: Ink) -> str:
    return QColor(PAPER_INKS[ink]).name()


def _words(words: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", words))


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
