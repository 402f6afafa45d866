"""What is wanted on paper, and what each kind of paper can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.composing.page import A4, PageSetup, page_setup
from eitc_desktop.drawing.shapes import MM
from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Grade
from eitc_desktop.phrases import Listed, Phrase
from eitc_desktop.settings import EnteredValidity

SIDES = (50.0, 2000.0)
"""The shortest and the longest side that a sheet can have, in millimetres."""

TYPE_SIZES = (5.0, 72.0)
"""The smallest and the largest type that can be asked for, in points."""

LARGE_TYPE = 14.0
"""Points of 大字版: 4号, the size of page numbers in GB/T 9704-2012."""

TABLE_TYPE = 10.5
"""Points of tables where none are asked for: 5号."""

MOST_SHEETS = 20
"""Of a poster, in a row and in a column."""

OVERLAP = 10 * MM
_LEAST_ROOM = 40 * MM  # within the margins, each way: below that not even a title can be set


class PaperKind(StrEnum):
    """The papers that can be printed; the value is the word of the command line."""

    CHART = "chart"  # 机构设置图
    DIVISION = "division"  # one division with its duties
    DIVISIONS = "divisions"  # every division on a page of its own
    DUTIES = "duties"  # 处室职责对应一览表
    QUOTAS = "quotas"  # 编制职数表
    CHANGES = "changes"  # 职能转变对照表
    SPLITS = "splits"  # 部门间职责分工表
    MATRIX = "matrix"  # 职责对应矩阵
    DOSSIER = "dossier"  # 三定概览
    OPINIONS = "opinions"  # 意见汇总表
    REVIEW_REPORT = "review-report"  # 审阅报告


class Scaling(StrEnum):
    """How the content takes the room of the paper."""

    FIT = "fit"
    FIXED = "fixed"  # the type has the size asked for
    LARGE = "large"  # 大字版: at least 14 pt
    POSTER = "poster"  # over several sheets


class FileFormat(StrEnum):
    """What a paper can be saved as; the value ends the file's name."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"
    WORD = "docx"
    EXCEL = "xlsx"

    @property
    def is_office(self) -> bool:
        """Whether it is a document of an office program, which sets its pages itself."""
        return self in {FileFormat.WORD, FileFormat.EXCEL}


class CannotPrint(EitcError):
    """What was asked for can't be put on paper as asked."""


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """One paper as asked for.

    ``paper`` is width × height in points, upright; ``landscape`` None leaves it to the kind of paper. ``unit`` is the
    division of a DIVISION paper. ``type_size`` (points) counts with FIXED, ``sheets`` (columns, rows) and ``overlap``
    (points that neighbouring sheets share) with POSTER. ``grades`` are those of the duty links that are shown;
    ``validity`` is what the user entered, None for 未核实. ``verdicts``: reviewers' verdicts on the links stand beside
    them, where there are any.
    """

    kind: PaperKind
    unit: FactRef | None = None
    paper: tuple[float, float] = A4
    landscape: bool | None = None
    layout: LayoutKind = LayoutKind.AUTO
    scaling: Scaling = Scaling.FIT
    type_size: float = 10.5
    sheets: tuple[int, int] = (1, 1)
    overlap: float = OVERLAP
    binding: bool = False
    secrecy: str = ""
    maker: str = ""
    made_on: str = ""
    grades: frozenset[Grade] = frozenset({Grade.STATED, Grade.NAMED})
    validity: EnteredValidity | None = None
    verdicts: bool = True

    @property
    def lies(self) -> bool:
        """Whether the sheet lies on its long side."""
        return KINDS[self.kind].landscape if self.landscape is None else self.landscape


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What one kind of paper can be.

    ``landscape`` is how its sheet lies where nothing is asked for. ``official``: its page is that of GB/T 9704-2012,
    A4 upright, with margins and type of its own. ``graded``: it shows duty links, so the grades matter. ``judged``:
    verdicts on these can stand beside them. ``reviewed``: it tells what reviewers entered and nothing else.
    """

    name: Phrase
    formats: tuple[FileFormat, ...]
    scalings: tuple[Scaling, ...] = (Scaling.FIT,)
    landscape: bool = False
    official: bool = False
    layouts: bool = False
    graded: bool = False
    judged: bool = False
    reviewed: bool = False


_PICTURES = (FileFormat.PDF, FileFormat.SVG, FileFormat.PNG)
_TEXTS = (*_PICTURES, FileFormat.WORD)
_TABLES = (*_PICTURES, FileFormat.WORD, FileFormat.EXCEL)
_OF_TABLES = (Scaling.FIT, Scaling.FIXED, Scaling.LARGE)
_OF_PICTURES = tuple(Scaling)


def _table(name: Phrase, *, graded: bool = False, reviewed: bool = False) -> KindFacts:
    return KindFacts(name, _TABLES, _OF_TABLES, landscape=True, graded=graded, judged=graded, reviewed=reviewed)


KINDS: Mapping[PaperKind, KindFacts] = MappingProxyType(
    {
        PaperKind.CHART: KindFacts(
            Phrase("PaperKind", "机构设置图"), _PICTURES, _OF_PICTURES, landscape=True, layouts=True
        ),
        PaperKind.DIVISION: KindFacts(Phrase("PaperKind", "单个处室及其职责"), _TEXTS, _OF_TABLES, graded=True),
        PaperKind.DIVISIONS: KindFacts(Phrase("PaperKind", "各处室（每处另起一页）"), _TEXTS, _OF_TABLES, graded=True),
        PaperKind.DUTIES: _table(Phrase("PaperKind", "处室职责对应一览表"), graded=True),
        PaperKind.QUOTAS: _table(Phrase("PaperKind", "编制职数表")),
        PaperKind.CHANGES: _table(Phrase("PaperKind", "职能转变对照表")),
        PaperKind.SPLITS: _table(Phrase("PaperKind", "部门间职责分工表")),
        PaperKind.MATRIX: _table(Phrase("PaperKind", "职责对应矩阵"), graded=True),
        PaperKind.DOSSIER: KindFacts(Phrase("PaperKind", "三定概览"), _TEXTS, official=True, graded=True),
        PaperKind.OPINIONS: _table(Phrase("PaperKind", "意见汇总表"), reviewed=True),
        PaperKind.REVIEW_REPORT: KindFacts(Phrase("PaperKind", "审阅报告"), _TEXTS, official=True, reviewed=True),
    }
)


def setup_of(request: PrintRequest) -> PageSetup:
    """Return the sheet as it lies, with its margins.

    Raises:
        CannotPrint: if the sheet leaves no room within its margins.
    """
    setup = page_setup(request.paper, landscape=request.lies, binding=request.binding)
    if min(setup.area.width, setup.area.height) < _LEAST_ROOM:
        raise CannotPrint(
            Phrase("Printing", "纸张太小：{0}×{1} 毫米除去页边距后放不下内容。请换大一些的纸张"),
            round(setup.width / MM),
            round(setup.height / MM),
        )
    return setup


def check(request: PrintRequest) -> None:
    """Make sure that the kind of paper can be what is asked for.

    Raises:
        CannotPrint: if it can't.
    """
    facts = KINDS[request.kind]
    if request.scaling not in facts.scalings:
        words = {
            Scaling.POSTER: Phrase("Printing", "{0}不能拼成海报。可以拼成海报的是机构设置图"),
            Scaling.LARGE: Phrase("Printing", "{0}的字号按公文格式，没有大字版"),
        }.get(request.scaling, Phrase("Printing", "{0}的字号按公文格式，不能另定"))
        raise CannotPrint(words, facts.name)
    if facts.official and (request.landscape or sorted(request.paper) != sorted(A4)):
        raise CannotPrint(
            Phrase("Printing", "{0}按 GB/T 9704-2012 的版式排在竖放的 A4 纸上，不能换纸张或横放"), facts.name
        )
    if request.layout is not LayoutKind.AUTO and not facts.layouts:
        raise CannotPrint(Phrase("Printing", "{0}没有几种版式可选：版式只用于机构设置图"), facts.name)
    shortest, longest = sorted(request.paper)
    if shortest < SIDES[0] * MM or longest > SIDES[1] * MM:
        raise CannotPrint(Phrase("Printing", "纸张每边须在 {0} 至 {1} 毫米之间"), round(SIDES[0]), round(SIDES[1]))
    if request.scaling is Scaling.FIXED and not TYPE_SIZES[0] <= request.type_size <= TYPE_SIZES[1]:
        raise CannotPrint(Phrase("Printing", "字号须在 {0} 至 {1} 磅之间"), f"{TYPE_SIZES[0]:g}", f"{TYPE_SIZES[1]:g}")
    if request.scaling is Scaling.POSTER and not all(1 <= count <= MOST_SHEETS for count in request.sheets):
        raise CannotPrint(Phrase("Printing", "海报每行、每列须为 1 至 {0} 张"), MOST_SHEETS)


def check_format(kind: PaperKind, form: FileFormat) -> None:
    """Make sure that papers of *kind* can be saved as *form*.

    Raises:
        CannotPrint: if they can't.
    """
    facts = KINDS[kind]
    if form not in facts.formats:
        words = Phrase("Printing", "{0}不能存为 {1}。可以存为：{2}")
        endings = Listed(tuple(f".{each.value}" for each in facts.formats))
        raise CannotPrint(words, facts.name, f".{form.value}", endings)
