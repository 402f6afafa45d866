"""Pages that are filled from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eitc_desktop.composing.even import even_lines
from eitc_desktop.composing.page import Furniture, PageSetup, content_area, dress
from eitc_desktop.composing.table_setting import Parts, TableSetting
from eitc_desktop.drawing.breaking import break_lines
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Bookmark, Box, Drawing, Ink, Line, Rect, Run, Style, Text

LEADING = 1.4
_KEPT_WHOLE = 0.35  # of a page: a table no higher is not divided


class Flow:
    """Puts words and tables one below the other and turns pages. ``running`` heads every page after the first."""

    def __init__(self, setup: PageSetup, furniture: Furniture, measurer: TextMeasurer) -> None:
        self.setup = setup
        self.furniture = furniture
        self.measurer = measurer
        self.area = content_area(setup, furniture, measurer)
        self.y = self.area.y
        self.bookmarks: list[Bookmark] = []
        self.running: Callable[[Flow], None] | None = None
        self._pages: list[Drawing] = []
        self._boxes: list[Box] = []
        self._lines: list[Line] = []
        self._texts: list[Text] = []

    @property
    def room(self) -> float:
        """What is left of the page, in points."""
        return self.area.bottom - self.y

    @property
    def page(self) -> int:
        """The page that is being filled, from 0."""
        return len(self._pages)

    def add(self, parts: Parts, height: float) -> None:
        """Put what is drawn at ``area.x``, ``y`` there, and go on below it."""
        self._boxes += parts.boxes
        self._lines += parts.lines
        self._texts += parts.texts
        self.y += height

    def skip(self, height: float) -> None:
        """Leave *height* points free, unless the page ends before."""
        self.y = min(self.y + height, self.area.bottom)

    def turn(self) -> None:
        """Begin a new page."""
        self._close()
        if self.running is not None:
            self.running(self)

    def begin(self) -> None:
        """Begin a new page without a running head."""
        self._close()

    def bookmark(self, title: str, level: int) -> None:
        """Enter the present place into the outline."""
        self.bookmarks.append(Bookmark(title, self.page, self.y, level))

    def pages(self) -> tuple[Drawing, ...]:
        """Return all pages, with what stands around them."""
        self._close()
        return dress(self._pages, self.setup, self.furniture, self.measurer)

    def _close(self) -> None:
        self._pages.append(
            Drawing(self.setup.width, self.setup.height, tuple(self._boxes), tuple(self._lines), tuple(self._texts))
        )
        self._boxes, self._lines, self._texts = [], [], []
        self.y = self.area.y


def put_words(
    flow: Flow, words: str, style: Style, *, centred: bool = False, ink: Ink = Ink.TEXT, indent: float = 0.0
) -> None:
    """Put a paragraph below what is there, over as many pages as it takes; *indent* (points) of its first line."""
    pitch = style.size * LEADING
    lines = _lines(flow, words, style, indent)
    if centred:
        lines = even_lines(words, style, flow.area.width, flow.measurer)
    first = True
    while lines:
        fitting = int((flow.room + 0.01) / pitch)
        if fitting < 1:
            flow.turn()
            fitting = max(1, int(flow.room / pitch))
        piece, lines = lines[:fitting], lines[fitting:]
        said = words if not lines and first else "".join(piece)
        flow.add(_set(flow, said, piece, style, ink, indent if first else 0.0, centred=centred), len(piece) * pitch)
        first = False


def height_of_words(flow: Flow, words: str, style: Style, indent: float = 0.0) -> float:
    """Return how high a paragraph is."""
    return len(_lines(flow, words, style, indent)) * style.size * LEADING


def least_height(flow: Flow, setting: TableSetting) -> float:
    """Return how high the smallest beginning of a table is: small tables aren't divided."""
    whole = setting.height_of(0, setting.bands)
    return whole if whole <= flow.area.height * _KEPT_WHOLE else setting.least


def put_table(flow: Flow, setting: TableSetting, after: float = 0.0) -> None:
    """Put a table below what is there, its head on every page; *after* is the height of what must follow it at once.

    The last page has at least one band of the table above what follows.
    """
    start = 0
    if max(least_height(flow, setting), after) > flow.room:
        flow.turn()
    while True:
        end, height = setting.fill(start, flow.room)
        if end == start and start < setting.bands:
            flow.turn()
            end, height = setting.fill(start, flow.room)
            if end == start:  # higher than a page: is shown, and found by the check of what is clipped
                end, height = start + 1, setting.height_of(start, start + 1)
        if end == setting.bands and end > start + 1 and height + after > flow.room + 0.01:
            end, height = setting.cut_before(start, end - 1)
        for band, words in setting.title_bands():
            if start <= band < end:
                flow.bookmark(words, 1)
        flow.add(setting.draw(start, end, flow.area.x, flow.y), height)
        if end >= setting.bands:
            return
        start = end
        flow.turn()


def _lines(flow: Flow, words: str, style: Style, indent: float) -> Sequence[str]:
    if not indent:
        return break_lines(words, style, flow.area.width, flow.measurer)
    ems = "　" * max(1, round(indent / style.size))
    first, *rest = break_lines(ems + words, style, flow.area.width, flow.measurer)
    return [first.removeprefix(ems), *rest]


def _set(
    flow: Flow, words: str, lines: Sequence[str], style: Style, ink: Ink, indent: float, *, centred: bool
) -> Parts:
    ascent, descent = flow.measurer.ascent(style), flow.measurer.descent(style)
    pitch = style.size * LEADING
    runs: list[Run] = []
    for number, line in enumerate(lines):
        left = (flow.area.width - flow.measurer.advance(line, style)) / 2 if centred else 0.0
        left += indent if number == 0 else 0.0
        runs.append(Run(line, flow.area.x + left, flow.y + number * pitch + (pitch + ascent - descent) / 2))
    area = Rect(flow.area.x, flow.y, flow.area.width, len(lines) * pitch)
    return Parts((), (), (Text(words, tuple(runs), style, area, ink),))
