"""机构设置图 on paper: title, chart, legend and the fixed foot, on one sheet or over several."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from eitc_desktop.chart.checks import Fault
from eitc_desktop.chart.content import ChartContent, chart_content
from eitc_desktop.chart.kinds import LAYOUTS
from eitc_desktop.chart.layout import ChartLayout
from eitc_desktop.chart.sheet import chart_sheet, foot_of
from eitc_desktop.composing.page import A3, Furniture, PageSetup, PaperTooSmall, content_area, dress
from eitc_desktop.composing.poster import cut_into_sheets, plan_of
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Bookmark, Document, Drawing, Placed
from eitc_desktop.model.provision import Provision
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.print_proof import Composed
from eitc_desktop.services.print_request import (
    LARGE_TYPE,
    MOST_SHEETS,
    CannotPrint,
    PrintRequest,
    Scaling,
    setup_of,
)

_SMALLEST = 5.0  # points: below that nothing can be told apart
_LARGEST = 96.0
_EDGE = 6.0  # points around a picture that is stuck together
_MOST_AT_ALL = 100  # sheets of one chart
_MOST_TRIES = 16  # arrangements of sheets that are looked at
_SHRINKS = 0.7  # how much less room a chart may need on sheets of another shape
_LONGEST_SHAPE = 3.5  # width to height of a chart, or height to width
_BEST_SHAPE = 1.6  # width to height


def chart_pages(request: PrintRequest, provision: Provision, measurer: TextMeasurer) -> tuple[Document, Composed]:
    """Return the sheets of the chart, and what was chosen for them.

    Raises:
        CannotPrint: if it fits the paper in no readable size.
    """
    sheet = _Sheet(request, chart_content(provision), measurer, setup_of(request))
    match request.scaling:
        case Scaling.POSTER:
            return sheet.poster(*request.sheets, _LARGEST)
        case Scaling.FIXED:
            return sheet.in_type(request.type_size, request.type_size)
        case Scaling.LARGE:
            return sheet.in_type(LARGE_TYPE, _LARGEST)
        case Scaling.FIT:
            return sheet.fitted()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Sets one chart on sheets of one size."""

    request: PrintRequest
    content: ChartContent
    measurer: TextMeasurer
    setup: PageSetup

    def fitted(self) -> tuple[Document, Composed]:
        """Set the chart on one sheet, in the largest type that fits."""
        page, layout = self._page(self.setup, _LARGEST)
        if layout.type_size < _SMALLEST:
            raise CannotPrint(
                Phrase("Printing", "纸张太小：整张图放在上面只有 {0} 磅的字，看不清。请换大一些的纸张，或拼成海报"),
                f"{layout.type_size:.1f}",
            )
        return self._document((page,), layout, None)

    def in_type(self, least: float, most: float) -> tuple[Document, Composed]:
        """Set the chart in type of *least* points or more: on one sheet if it fits, else on as few as it takes."""
        page, layout = self._page(self.setup, most)
        if layout.type_size >= least - 0.01:
            return self._document((page,), layout, None)
        for columns, rows in _arrangements((least / layout.type_size) ** 2, self.setup):
            whole, layout = self._page(self._whole(columns, rows), most)
            if layout.type_size >= least - 0.01:
                return self._document(self._cut(whole, columns, rows), layout, (columns, rows))
        raise CannotPrint(
            Phrase("Printing", "用 {0} 磅的字，{1} 张这样的纸也拼不下。请换大一些的纸张或小一些的字号"),
            f"{least:g}",
            _MOST_AT_ALL,
        )

    def poster(self, columns: int, rows: int, most: float) -> tuple[Document, Composed]:
        """Set the chart as large as it gets over *columns* × *rows* sheets."""
        whole, layout = self._page(self._whole(columns, rows), most)
        return self._document(self._cut(whole, columns, rows), layout, (columns, rows))

    def _whole(self, columns: int, rows: int) -> PageSetup:
        """Return what the sheets make up once they are stuck together: without margins, which are cut off."""
        overlap = self.request.overlap
        try:
            frame = plan_of(Drawing(1, 1), self.setup, columns, rows, overlap, self.measurer).frame
        except PaperTooSmall as error:
            raise CannotPrint(Phrase("Printing", "重叠太多：每张纸剩不下什么。请减少重叠，或换大一些的纸张")) from error
        width = columns * frame.width - (columns - 1) * overlap
        height = rows * frame.height - (rows - 1) * overlap
        return PageSetup(width, height, _EDGE, _EDGE, _EDGE, _EDGE)

    def _cut(self, whole: Drawing, columns: int, rows: int) -> tuple[Drawing, ...]:
        return cut_into_sheets(whole, self.setup, columns, rows, self.request.overlap, self.measurer)

    def _page(self, setup: PageSetup, most: float) -> tuple[Drawing, ChartLayout]:
        """Return the whole picture within *setup*: title, chart in type of up to *most* points, legend and foot."""
        request, measurer, content = self.request, self.measurer, self.content
        # a large picture is looked at from further away: what stands under it grows with it
        least = setup.smallest_type if request.scaling is not Scaling.LARGE else LARGE_TYPE
        least *= max(1.0, math.sqrt(setup.width * setup.height / (A3[0] * A3[1])))
        furniture = Furniture(
            request.secrecy,
            request.maker,
            request.made_on,
            (foot_of(content),),
            numbered=False,
            type_size=least if least > setup.smallest_type else None,
        )
        area = content_area(setup, furniture, measurer)
        least = min(least, most)
        sheet = chart_sheet(content, request.layout, (area.width, area.height), measurer, smallest=least, largest=most)
        page = Drawing(setup.width, setup.height, parts=(Placed(sheet.drawing, area.x, area.y),))
        return dress((page,), setup, furniture, measurer)[0], replace(sheet.layout, findings=sheet.findings)

    def _document(
        self, pages: tuple[Drawing, ...], layout: ChartLayout, spread: tuple[int, int] | None
    ) -> tuple[Document, Composed]:
        title = self.content.title
        document = Document(title, pages, (Bookmark(title, 0),), self.content.units[0].name)
        faults = tuple(finding.words for finding in layout.findings if finding.fault is not Fault.SMALL)
        return document, Composed(LAYOUTS[layout.kind], layout.why, self.request.scaling, spread, faults)


def _arrangements(growth: float, setup: PageSetup) -> list[tuple[int, int]]:
    """Return columns and rows of sheets that may hold what is *growth* times too large for one, the fewest first.

    A chart in its best shape may need less than its growth; a strip of sheets is no shape for one.
    """
    fewest = max(2, math.ceil(_SHRINKS * growth))
    found: list[tuple[float, int, int]] = []
    for columns in range(1, MOST_SHEETS + 1):
        for rows in range(1, MOST_SHEETS + 1):
            count, shape = columns * rows, columns * setup.area.width / (rows * setup.area.height)
            if fewest <= count <= _MOST_AT_ALL and 1 / _LONGEST_SHAPE <= shape <= _LONGEST_SHAPE:
                found.append((count + abs(math.log(shape / _BEST_SHAPE)) / 10, columns, rows))
    return [(columns, rows) for _, columns, rows in sorted(found)[:_MOST_TRIES]]
