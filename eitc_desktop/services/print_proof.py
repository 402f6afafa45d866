"""The print proof: what stands on the pages that were composed, measured from them and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from eitc_desktop.composing.page import A3, A4
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import MM, Document, Drawing, Face, Rect, Run, Text
from eitc_desktop.phrases import Listed, Phrase, Sentence
from eitc_desktop.services.print_request import Scaling

_LEAST_A4, _LEAST_A3 = 9.0, 10.5  # points: under that leaders can't read it (design: printing facts)
_SLACK = 0.5  # points by which a stroke may reach over: less than a hairline and its pixel
_SAME = 0.01  # points: sizes that differ by less are one
_OPENING = frozenset("（《〈〔【「『“‘")
_CLOSING = frozenset("、。，；：？！）》〉〕】」』”’")
_MOST_NAMED = 3  # words of what is cut
_MOST_LACKING = 20  # characters that are listed
_MOST_QUOTED = 10  # characters of what is set smallest


@dataclass(frozen=True, slots=True)
class Composed:
    """What was chosen while pages were composed. ``layout`` and ``why`` are the chart's; ``faults`` are
    what the geometry itself found wrong. ``spread``: sheets (columns, rows) that make up one picture.
    """

    layout: Phrase | None = None
    why: Sentence | None = None
    scaling: Scaling = Scaling.FIT
    spread: tuple[int, int] | None = None
    faults: tuple[Sentence, ...] = ()
    official: bool = False  # the layout is that of GB/T 9704-2012


@dataclass(frozen=True, slots=True)
class ProofFacts:
    """What stands on the pages.

    ``sheet`` is the first page's width × height in points; ``smallest`` the smallest type in points,
    ``smallest_words`` the first words that are set so small, and ``least`` what is readable on such a sheet. ``cut``
    are the words that reach out of their place or of the page; ``blank`` counts the sheets of a picture that show
    nothing of it.
    """

    pages: int
    sheet: tuple[float, float]
    smallest: float
    least: float
    cut: tuple[str, ...]
    smallest_words: str = ""
    composed: Composed = field(default_factory=Composed)
    blank: int = 0


class FontUse(NamedTuple):
    """The font that serves a face. ``genuine``: it is the face asked for, not what stands in; ``bundled``: the
    program's own.
    """

    face: Face
    family: str
    genuine: bool
    bundled: bool


class FontFacts(NamedTuple):
    """The fonts that pages are really set in, and the characters that none of them can draw."""

    uses: tuple[FontUse, ...] = ()
    lacking: tuple[str, ...] = ()


class ProofLine(NamedTuple):
    """One line of the proof; ``warning``: somebody should look at it before printing; ``stands_in``: it tells of a
    font that stands in for the one asked for, which is something to know and no fault of the page.
    """

    label: Phrase
    words: Sentence
    warning: bool = False
    stands_in: bool = False

    def __str__(self) -> str:
        return f"{self.label}：{self.words}"


def facts_of_pages(document: Document, composed: Composed, measurer: TextMeasurer) -> ProofFacts:
    """Measure the pages of *document*."""
    look = _Look(measurer)
    for page in document.pages:
        # what is said on a sheet of several, of how to stick them together, is none of the picture
        look.at(page, 1.0, counted=composed.spread is None)
    first = document.pages[0]
    sheet = (first.width, first.height)
    return ProofFacts(
        len(document.pages),
        sheet,
        look.smallest,
        least_type(sheet),
        tuple(dict.fromkeys(look.cut)),
        look.smallest_words,
        composed,
        0 if composed.spread is None else sum(_is_blank(page) for page in document.pages),
    )


def _is_blank(sheet: Drawing) -> bool:
    """Say whether a sheet of several shows nothing of the picture, but for its own label."""
    pieces = [part.drawing for part in sheet.parts]
    return bool(pieces) and not any(piece.boxes or piece.lines or piece.texts or piece.parts for piece in pieces)


def least_type(sheet: tuple[float, float]) -> float:
    """Return the smallest type, in points, that is readable on a *sheet* of this size, held at its own distance."""
    return _LEAST_A3 if sheet[0] * sheet[1] > (A4[0] * A4[1] + A3[0] * A3[1]) / 2 else _LEAST_A4


class _Look:
    """Walks drawings; a picture that lies on several sheets is looked at once."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self._measurer = measurer
        self._seen: set[tuple[int, float]] = set()
        self.smallest, self.smallest_words = float("inf"), ""
        self.cut: list[str] = []

    def at(self, drawing: Drawing, scale: float, *, counted: bool = True) -> None:
        """Look at *drawing*, which is painted *scale* times its size; the size of its own type is *counted* or not."""
        if (id(drawing), scale) in self._seen:
            return
        self._seen.add((id(drawing), scale))
        sheet = Rect(0, 0, drawing.width, drawing.height)
        for box in drawing.boxes:
            if not sheet.holds(box.rect, _SLACK):
                self.cut.append("▭")
        shown = [text for text in drawing.texts if text.words.strip()]
        for text in shown:
            self._text(text, sheet, scale if counted else None)
        runs = ((run, text) for text in shown for run in text.runs if run.words.strip())
        self.cut += _covering((self._extent(run, text), text.words) for run, text in runs)
        for part in drawing.parts:
            self.at(part.drawing, scale * part.scale)
            whole = Rect(part.x, part.y, part.drawing.width * part.scale, part.drawing.height * part.scale)
            if part.clip is None and not sheet.holds(whole, _SLACK):
                self.cut.append("▭")

    def _text(self, text: Text, sheet: Rect, scale: float | None) -> None:
        if scale is not None and text.style.size * scale < self.smallest - _SAME:
            self.smallest, self.smallest_words = text.style.size * scale, text.words
        inside = sheet.holds(text.area, _SLACK) and all(
            text.area.holds(self._extent(run, text), _SLACK) for run in text.runs if run.words.strip()
        )
        if not inside:
            self.cut.append(text.words)

    def _extent(self, run: Run, text: Text) -> Rect:
        style, words = text.style, run.words.rstrip()
        along = self._measurer.advance(words, style)
        above, below = self._measurer.ascent(style), self._measurer.descent(style)
        # a mark's blank half may stand in the margin, as it does where punctuation is squeezed
        ahead = style.size / 2 if words[0] in _OPENING else 0.0
        along -= ahead + (style.size / 2 if words[-1] in _CLOSING else 0.0)
        if run.turned:  # a quarter clockwise: what stood above the baseline is right of it
            return Rect(run.x - below, run.y + ahead, above + below, along)
        return Rect(run.x + ahead, run.y - above, along, above + below)


def _covering(places: Iterable[tuple[Rect, str]]) -> Iterator[str]:
    """Yield the words that stand over others, of words and where their runs stand."""
    near: list[tuple[Rect, str]] = []
    for place, words in sorted(places, key=lambda each: each[0].y):
        near = [other for other in near if other[0].bottom > place.y + _SLACK]
        if any(other.inset(_SLACK).meets(place.inset(_SLACK)) for other, _ in near):
            yield words
        near.append((place, words))


def proof_lines(facts: ProofFacts, fonts: FontFacts) -> tuple[ProofLine, ...]:
    """Return the proof of pages set in *fonts*, line by line."""
    return tuple(_lines(facts, fonts))


def lacking_words(lacking: Sequence[str]) -> Sentence:
    """Return how many characters of saved pages no font has, and which: at most so many as a line takes."""
    if len(lacking) <= _MOST_LACKING:
        return Sentence(Phrase("Proof", "{0} 个字没有字形，以〓代替：{1}"), (len(lacking), Listed(tuple(lacking))))
    words = Phrase("Proof", "{0} 个字没有字形，以〓代替：{1}等")
    return Sentence(words, (len(lacking), Listed(tuple(lacking[:_MOST_LACKING]))))


def _lines(facts: ProofFacts, fonts: FontFacts) -> Iterator[ProofLine]:
    yield ProofLine(Phrase("Proof", "页数"), _pages(facts))
    yield _type(facts)
    cut, faults = facts.cut, facts.composed.faults
    if cut or faults:
        named = Listed(tuple(dict.fromkeys((*cut, *faults)))[:_MOST_NAMED])
        words = Sentence(Phrase("Proof", "{0} 处：{1}"), (len(cut) + len(faults), named))
        yield ProofLine(Phrase("Proof", "截断、重叠"), words, warning=True)
    else:
        yield ProofLine(Phrase("Proof", "截断、重叠"), Sentence(Phrase("Proof", "0 处")))
    if facts.composed.layout is not None:
        chosen = facts.composed.layout
        words, why = Phrase("Proof", "{0}（{1}）"), facts.composed.why
        yield ProofLine(Phrase("Proof", "版式"), Sentence(chosen) if why is None else Sentence(words, (chosen, why)))
    for use in fonts.uses:
        yield _font(use)
    if fonts.lacking:
        words = Sentence(Phrase("Proof", "{0}（哪种字体都没有，印出来是 〓）"), (Listed(fonts.lacking),))
        yield ProofLine(Phrase("Proof", "缺字"), words, warning=True)
    yield ProofLine(Phrase("Proof", "公文格式"), _conformity(facts, fonts))


def _pages(facts: ProofFacts) -> Sentence:
    width, height = facts.sheet
    lies = Phrase("Proof", "横放") if width > height else Phrase("Proof", "竖放")
    spread = facts.composed.spread
    if spread is not None:
        values = (facts.pages, _paper(facts.sheet), lies, *spread)
        if facts.blank:
            words = Phrase("Proof", "{0} 页，{1}{2}，拼成 {3} 列 {4} 行，其中 {5} 张空白")
            return Sentence(words, (*values, facts.blank))
        return Sentence(Phrase("Proof", "{0} 页，{1}{2}，拼成 {3} 列 {4} 行"), values)
    return Sentence(Phrase("Proof", "{0} 页，{1}{2}"), (facts.pages, _paper(facts.sheet), lies))


def _paper(sheet: tuple[float, float]) -> Sentence | str:
    short, long = sorted(sheet)
    for name, paper in (("A4", A4), ("A3", A3)):
        if abs(short - paper[0]) < 1 and abs(long - paper[1]) < 1:
            return f"{name} "
    return Sentence(Phrase("Proof", "{0}×{1} 毫米 "), (round(short / MM), round(long / MM)))


def _type(facts: ProofFacts) -> ProofLine:
    size = f"{facts.smallest:.1f}".removesuffix(".0")
    label, where = Phrase("Proof", "最小字号"), _beginning(facts.smallest_words)
    if facts.smallest < facts.least - 0.05:
        words = Phrase("Proof", "{0} 磅，如“{1}”；小于便于阅读的 {2} 磅，可换大纸、换版式或拼成海报")
        return ProofLine(label, Sentence(words, (size, where, f"{facts.least:g}")), warning=True)
    return ProofLine(label, Sentence(Phrase("Proof", "{0} 磅，如“{1}”"), (size, where)))


def _beginning(words: str) -> str:
    """Return enough of *words* to find them on the page."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST_QUOTED else f"{line[:_MOST_QUOTED]}…"


_FACES: Mapping[Face, Phrase] = {
    Face.SONG: Phrase("Proof", "宋体"),
    Face.FANG: Phrase("Proof", "仿宋"),
    Face.KAI: Phrase("Proof", "楷体"),
    Face.HEI: Phrase("Proof", "黑体"),
    Face.TITLE: Phrase("Proof", "小标宋"),
}


def _font(use: FontUse) -> ProofLine:
    if use.genuine:
        words = Phrase("Proof", "{0}")
    elif use.bundled:
        words = Phrase("Proof", "{0}（替代字体，随程序提供）")
    else:
        words = Phrase("Proof", "{0}（相近的替代字体）")
    return ProofLine(_FACES[use.face], Sentence(words, (use.family,)), stands_in=not use.genuine)


def _conformity(facts: ProofFacts, fonts: FontFacts) -> Sentence:
    """Say whether the page claims to be as GB/T 9704-2012 has it: only with its layout and its fonts, both."""
    if not facts.composed.official:
        return Sentence(Phrase("Proof", "不适用（GB/T 9704-2012 管的是公文，本件是图表）"))
    if all(use.genuine for use in fonts.uses):
        return Sentence(Phrase("Proof", "版心、字号和字体按 GB/T 9704-2012；本件是工作底稿，不是公文"))
    return Sentence(Phrase("Proof", "版心和字号按 GB/T 9704-2012，字体不全，不称符合该标准"))
