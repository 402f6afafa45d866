"""A page: its paper, its margins, and what stands around the content on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import MM, Drawing, Face, Ink, Placed, Rect, Run, Style, Text
from eitc_desktop.errors import EitcError
from eitc_desktop.model.papers import page_mark
from eitc_desktop.phrases import Phrase

A4 = (210 * MM, 297 * MM)
A3 = (297 * MM, 420 * MM)

_MARGIN = 15 * MM
_BINDING = 10 * MM  # more where the sheet is bound
_LEADING = 1.4
_GAP = 6.0  # points between the content and what stands around it
_SECRECY = 16.0  # 3号 (GB/T 9704-2012, 7.2.2)
_NUMBER = 14.0  # 4号 (GB/T 9704-2012, 7.5)
_LARGE_SHEET = 330 * MM  # the longer side from which leaders read no less than 10.5 pt


class PaperTooSmall(EitcError):
    """The sheet has no room for what is to stand on it."""

    def __init__(self) -> None:
        super().__init__(Phrase("Errors", "纸张太小，排不下内容；请换用更大的纸张、横向或较小的字号"))


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A sheet as it lies (``width`` × ``height`` points) and its margins in points, the binding margin included."""

    width: float
    height: float
    top: float = _MARGIN
    right: float = _MARGIN
    bottom: float = _MARGIN
    left: float = _MARGIN

    @property
    def area(self) -> Rect:
        """What lies within the margins."""
        return Rect(self.left, self.top, self.width - self.left - self.right, self.height - self.top - self.bottom)

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def smallest_type(self) -> float:
        """The type size, in points, under which leaders can't read a sheet of this size."""
        return 10.5 if max(self.width, self.height) > _LARGE_SHEET else 9.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the content. ``secrecy`` (密级), ``maker`` (制表单位) and ``made_on`` (制表日期) as entered.

    ``notes`` are the fixed foot of the kind of paper; UNOFFICIAL always stands, with ``mark`` behind it.
    ``type_size`` (points) is that of the foot; None takes the smallest that can be read on the sheet.
    """

    secrecy: str = ""
    maker: str = ""
    made_on: str = ""
    notes: tuple[str, ...] = ()
    numbered: bool = True
    type_size: float | None = None
    mark: str = ""


def page_setup(paper: tuple[float, float], *, landscape: bool = False, binding: bool = False) -> PageSetup:
    """Return the setup of a sheet of *paper* (width × height in points, upright), with the usual margins.

    Upright sheets are bound at the left, sheets lying across at their long upper edge.
    """
    width, height = sorted(paper, reverse=landscape)
    setup = PageSetup(width, height)
    if not binding:
        return setup
    return replace(setup, top=_MARGIN + _BINDING) if landscape else replace(setup, left=_MARGIN + _BINDING)


def content_area(setup: PageSetup, furniture: Furniture, measurer: TextMeasurer) -> Rect:
    """Return what the head and the foot of a page leave for its content.

    Raises:
        PaperTooSmall: if that is nothing.
    """
    area = setup.area
    head, foot = _Head(setup, furniture, measurer).height, _Foot(setup, furniture, measurer).height
    if area.width <= 0 or area.height - head - foot <= 0:
        raise PaperTooSmall
    return Rect(area.x, area.y + head, area.width, area.height - head - foot)


def dress(
    pages: Sequence[Drawing], setup: PageSetup, furniture: Furniture, measurer: TextMeasurer
) -> tuple[Drawing, ...]:
    """Return *pages*, drawn in the coordinates of the sheet within its content area, with head, foot and number.

    The number stands as on an issued document (— 1 —, odd pages right, even pages left); on sheets lying across it
    keeps the place that it has when the sheet is bound among upright ones (GB/T 9704-2012, 7.5 and 8).
    """
    head, foot = _Head(setup, furniture, measurer), _Foot(setup, furniture, measurer)
    dressed: list[Drawing] = []
    for number, page in enumerate(pages, 1):
        below = [*foot.texts(len(pages))]
        if furniture.numbered:
            below.append(_page_number(number, setup, measurer))
        texts = (*head.texts(), *page.texts, *(() if page.parts else below))
        parts = page.parts
        if parts:  # the foot is read after all of the page
            parts = (*parts, _over(setup, below))
        dressed.append(Drawing(setup.width, setup.height, page.boxes, page.lines, texts, parts))
    return tuple(dressed)


def line_of_text(words: str, x: float, top: float, style: Style, measurer: TextMeasurer, ink: Ink = Ink.TEXT) -> Text:
    """Return *words* set in one line whose upper left corner is *x*, *top*."""
    ascent, descent = measurer.ascent(style), measurer.descent(style)
    area = Rect(x, top, measurer.advance(words, style), ascent + descent)
    return Text(words, (Run(words, x, top + ascent),), style, area, ink)


class _Head:
    """The 密级 at the left, 制表单位 and 制表日期 at the right; nothing of what wasn't entered."""

    def __init__(self, setup: PageSetup, furniture: Furniture, measurer: TextMeasurer) -> None:
        self._area = setup.area
        self._measurer = measurer
        size = max(10.5, furniture.type_size or setup.smallest_type)
        self._strong, self._plain = Style(Face.HEI, _SECRECY), Style(Face.SONG, size)
        room = max(self._area.width, 1.0)
        self._secrecy = break_lines(furniture.secrecy, self._strong, room, measurer) if furniture.secrecy else ()
        entered = (("制表单位：", furniture.maker), ("制表日期：", furniture.made_on))
        words = "　　".join(label + value for label, value in entered if value)
        taken = max((measurer.advance(line, self._strong) for line in self._secrecy), default=0.0)
        self._beside = measurer.advance(words, self._plain) + 2 * size <= room - taken
        self._made = break_lines(words, self._plain, room, measurer) if words else ()

    @property
    def height(self) -> float:
        """How much of the page the head takes, with the gap below it."""
        left = len(self._secrecy) * _SECRECY * _LEADING
        right = len(self._made) * self._plain.size * _LEADING
        taken = max(left, right) if self._beside else left + right
        return taken + _GAP if taken else 0.0

    def texts(self) -> Iterator[Text]:
        y = self._area.y
        for line in self._secrecy:
            yield line_of_text(line, self._area.x, y, self._strong, self._measurer)
            y += _SECRECY * _LEADING
        if self._beside:
            y = self._area.y + (max(_SECRECY - self._plain.size, 0.0) if self._secrecy else 0.0)
        for line in self._made:
            x = self._area.right - self._measurer.advance(line, self._plain)
            yield line_of_text(line, x, y, self._plain, self._measurer)
            y += self._plain.size * _LEADING


class _Foot:
    """The fixed notes, and that this is no issued document."""

    def __init__(self, setup: PageSetup, furniture: Furniture, measurer: TextMeasurer) -> None:
        self._area = setup.area
        self._measurer = measurer
        self._style = Style(Face.SONG, furniture.type_size or setup.smallest_type)
        room = max(self._area.width, 1.0)
        self._notes = tuple(line for note in furniture.notes for line in break_lines(note, self._style, room, measurer))
        self._unofficial = break_lines(page_mark(furniture.mark), self._style, room, measurer)

    @property
    def height(self) -> float:
        """How much of the page the foot takes, with the gap above it."""
        return _GAP + (len(self._notes) + len(self._unofficial)) * self._style.size * _LEADING

    def texts(self, total: int) -> Iterator[Text]:
        """Yield the lines; of several pages the last line says how many there are in all."""
        y = self._area.bottom - self.height + _GAP
        for line in self._notes:
            yield line_of_text(line, self._area.x, y, self._style, self._measurer)
            y += self._style.size * _LEADING
        reach = 0.0
        for line in self._unofficial:
            text = line_of_text(line, self._area.x, y, self._style, self._measurer)
            reach = text.area.width
            yield text
            y += self._style.size * _LEADING
        words = f"共 {total} 页"
        width = self._measurer.advance(words, self._style)
        if total > 1 and reach + width + self._style.size <= self._area.width:
            y -= self._style.size * _LEADING
            yield line_of_text(words, self._area.right - width, y, self._style, self._measurer)


def _page_number(number: int, setup: PageSetup, measurer: TextMeasurer) -> Text:
    words = f"— {number} —"
    style = Style(Face.SONG, _NUMBER)
    width, ascent, descent = measurer.advance(words, style), measurer.ascent(style), measurer.descent(style)
    odd = number % 2 == 1
    if setup.landscape:
        # the sheet turned upright has its upper edge at the left: its foot is our left edge, its right our lower one
        x = (setup.left - ascent - descent) / 2 + descent
        y = setup.area.bottom - _NUMBER - width if odd else setup.area.y + _NUMBER
        area = Rect(x - descent, y, ascent + descent, width)
        return Text(words, (Run(words, x, y, turned=True),), style, area)
    x = setup.area.right - _NUMBER - width if odd else setup.area.x + _NUMBER
    top = setup.area.bottom + (setup.bottom - ascent - descent) / 2
    return line_of_text(words, x, top, style, measurer)


def _over(setup: PageSetup, texts: Sequence[Text]) -> Placed:
    return Placed(Drawing(setup.width, setup.height, texts=tuple(texts)), 0.0, 0.0)
