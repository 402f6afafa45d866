"""Papers composed of the real provision and of others: what stands on the pages, and what can't be put there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.composing.page import A3, A4
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM, Document, Drawing, Text
from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import UNOFFICIAL
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.reviewing.review import Review
from eitc_desktop.services.print_request import KINDS, CannotPrint, FileFormat, check_format
from eitc_desktop.services.printing import PaperKind, PrintJob, PrintRequest, Scaling, compose

TABLES = [kind for kind in PaperKind if FileFormat.EXCEL in KINDS[kind].formats]
Composed = Callable[..., PrintJob]
DIVISION = FactRef(FactKind.DIVISION, 11)


@pytest.fixture
def composed(reviewed: Review) -> Composed:
    """Compose a paper of a provision and the review of it."""

    def made(provision: Provision, mapping: Mapping, kind: PaperKind, **options: object) -> PrintJob:
        request = replace(PrintRequest(kind, unit=DIVISION), **options)  # pyright: ignore[reportArgumentType]
        return compose(request, provision, mapping, EvenMeasurer(), review=reviewed)

    return made


def texts_in(drawing: Drawing) -> Iterator[Text]:
    yield from drawing.texts
    for part in drawing.parts:
        yield from texts_in(part.drawing)


def words_of(document: Document) -> str:
    return "\n".join(text.words for page in document.pages for text in texts_in(page))


@pytest.fixture
def other() -> Provision:
    """A small provision of another agency, without any division of responsibilities."""
    path = Path(__file__).parents[1] / "reading" / "provisions" / "jiangcheng-library-2020.txt"
    return read_provision(decode(path.read_bytes()))


NO_LINKS = Mapping()


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_paper_has_pages_of_its_size_and_says_that_it_is_unofficial(
    composed: Composed, provision: Provision, mapping: Mapping, kind: PaperKind
) -> None:
    job = composed(provision, mapping, kind)
    width, height = A4[::-1] if KINDS[kind].landscape else A4
    assert {(page.width, page.height) for page in job.document.pages} == {(width, height)}
    for page in job.document.pages:
        assert UNOFFICIAL in "".join(text.words for text in texts_in(page))
    assert job.proof.pages == len(job.document.pages)
    assert job.proof.cut == ()
    assert job.document.title


@pytest.mark.parametrize("kind", list(PaperKind))
def test_what_was_entered_stands_there_and_nothing_by_itself(
    composed: Composed, provision: Provision, mapping: Mapping, kind: PaperKind
) -> None:
    assert "制表" not in words_of(composed(provision, mapping, kind).document)
    words = words_of(
        composed(provision, mapping, kind, secrecy="内部", maker="某某办公室", made_on="2026年1月5日").document
    )
    for entered in ("内部", "某某办公室", "2026年1月5日"):
        assert entered in words


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if KINDS[kind].graded])
def test_judgements_stand_there_only_when_asked_for(
    composed: Composed, provision: Provision, mapping: Mapping, kind: PaperKind
) -> None:
    unit = next(link.unit for link in mapping.duty_links if link.grade is Grade.JUDGED)
    judged = next(link.judgement for link in mapping.duty_links if link.grade is Grade.JUDGED and link.unit == unit)
    assert judged is not None
    plain = composed(provision, mapping, kind, unit=unit)
    asked = composed(provision, mapping, kind, unit=unit, grades=frozenset(Grade))
    assert words_of(plain.document) != words_of(asked.document)
    assert judged.reason[:12] not in words_of(plain.document).replace("\n", "")


@pytest.mark.parametrize("kind", [PaperKind.CHART, *TABLES, PaperKind.DIVISION])
def test_paper_and_orientation_are_as_asked(
    composed: Composed, provision: Provision, mapping: Mapping, kind: PaperKind
) -> None:
    for paper in (A3, (300 * MM, 500 * MM)):
        for lies in (True, False):
            page = composed(provision, mapping, kind, paper=paper, landscape=lies).document.pages[0]
            assert (page.width, page.height) == (paper[::-1] if lies else paper)


def test_a_binding_margin_moves_what_stands_there(composed: Composed, provision: Provision, mapping: Mapping) -> None:
    def left(*, binding: bool) -> float:
        job = composed(provision, mapping, PaperKind.QUOTAS, binding=binding, landscape=False)
        return min(text.area.x for page in job.document.pages for text in page.texts)

    assert left(binding=True) - left(binding=False) == pytest.approx(10 * MM, abs=0.5)


@pytest.mark.parametrize("kind", [*TABLES, PaperKind.DIVISION, PaperKind.CHART])
def test_large_type_is_large(composed: Composed, provision: Provision, mapping: Mapping, kind: PaperKind) -> None:
    usual = composed(provision, mapping, kind)
    large = composed(provision, mapping, kind, scaling=Scaling.LARGE)
    assert large.proof.pages >= usual.proof.pages
    sizes = [text.style.size for page in large.document.pages for text in texts_in(page)]
    body = max(set(sizes), key=sizes.count)
    assert body >= 14


def test_tables_take_the_type_asked_for(composed: Composed, provision: Provision, mapping: Mapping) -> None:
    job = composed(provision, mapping, PaperKind.CHANGES, scaling=Scaling.FIXED, type_size=12.0)
    sizes = [text.style.size for page in job.document.pages for text in texts_in(page)]
    assert max(set(sizes), key=sizes.count) == 12


# the chart


@pytest.mark.parametrize("layout", list(LayoutKind))
@pytest.mark.parametrize("paper", [A4, A3])
def test_the_chart_fits_one_sheet_with_every_unit(
    composed: Composed, provision: Provision, mapping: Mapping, layout: LayoutKind, paper: tuple[float, float]
) -> None:
    job = composed(provision, mapping, PaperKind.CHART, layout=layout, paper=paper)
    assert job.proof.pages == 1
    words = words_of(job.document)
    assert f"{provision.body.text}机构设置图" in words
    for division in provision.divisions:
        assert division.name.text in words
    assert "党组织、派驻、群团、离退休机构及所属事业单位未载明或另行规定" in words
    assert "图例" in words
    assert job.proof.cut == ()
    assert job.proof.composed.faults == ()
    assert job.proof.smallest >= job.proof.least - 0.05


def test_a_layout_that_is_asked_for_is_taken_and_an_automatic_one_says_why(
    composed: Composed, provision: Provision, mapping: Mapping
) -> None:
    asked = composed(provision, mapping, PaperKind.CHART, layout=LayoutKind.GRID).proof.composed
    assert str(asked.layout) == "网格"
    chosen = composed(provision, mapping, PaperKind.CHART).proof.composed
    assert str(chosen.layout) in {"公文式", "双列悬挂", "网格", "左右"}
    assert chosen.why


@pytest.mark.parametrize("sheets", [(1, 1), (2, 1), (3, 2), (9, 9)])
def test_a_poster_is_exactly_so_many_sheets(
    composed: Composed, provision: Provision, mapping: Mapping, sheets: tuple[int, int]
) -> None:
    job = composed(provision, mapping, PaperKind.CHART, scaling=Scaling.POSTER, sheets=sheets)
    assert job.proof.pages == sheets[0] * sheets[1]
    assert job.proof.composed.spread == sheets
    pieces = [page.parts[0].drawing for page in job.document.pages]
    assert job.proof.blank == sum(not (one.boxes or one.lines or one.texts or one.parts) for one in pieces)
    assert job.proof.cut == ()
    assert {(page.width, page.height) for page in job.document.pages} == {A4[::-1]}


def test_a_larger_poster_has_larger_type(composed: Composed, provision: Provision, mapping: Mapping) -> None:
    sizes = [
        composed(provision, mapping, PaperKind.CHART, scaling=Scaling.POSTER, sheets=sheets).proof.smallest
        for sheets in ((1, 1), (2, 2), (4, 4))
    ]
    assert sizes == sorted(set(sizes))


def test_type_too_large_for_one_sheet_goes_over_as_few_as_it_takes(
    composed: Composed, provision: Provision, mapping: Mapping
) -> None:
    small = composed(provision, mapping, PaperKind.CHART, scaling=Scaling.FIXED, type_size=9.0)
    assert (small.proof.pages, small.proof.composed.spread) == (1, None)
    large = composed(provision, mapping, PaperKind.CHART, scaling=Scaling.FIXED, type_size=40.0)
    assert large.proof.pages > 1
    columns, rows = large.proof.composed.spread or (0, 0)
    assert large.proof.pages == columns * rows
    names = {division.name.text for division in provision.divisions}
    drawn = {text.style.size for page in large.document.pages for text in texts_in(page) if text.words in names}
    assert drawn == {40.0}


def test_a_chart_of_another_agency(composed: Composed, other: Provision) -> None:
    job = composed(other, NO_LINKS, PaperKind.CHART)
    assert f"{other.body.text}机构设置图" in words_of(job.document)
    assert "合署办公" not in words_of(job.document)  # no sign in the legend that the chart hasn't


# what can't be


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        (PaperKind.CHART, {"paper": (60 * MM, 60 * MM)}, "纸张太小"),
        (PaperKind.CHART, {"paper": (75 * MM, 75 * MM)}, "纸张太小"),
        (PaperKind.DUTIES, {"paper": (72 * MM, 72 * MM)}, "纸张太小"),
        (PaperKind.CHART, {"paper": (20 * MM, 600 * MM)}, "50 至 2000 毫米"),
        (PaperKind.CHART, {"paper": (200 * MM, 6000 * MM)}, "50 至 2000 毫米"),
        (PaperKind.CHART, {"scaling": Scaling.FIXED, "type_size": 500.0}, "5 至 72 磅"),
        (PaperKind.CHART, {"scaling": Scaling.FIXED, "type_size": 72.0, "paper": (100 * MM, 100 * MM)}, "也拼不下"),
        (PaperKind.CHART, {"scaling": Scaling.POSTER, "sheets": (0, 2)}, "1 至 20 张"),
        (PaperKind.CHART, {"scaling": Scaling.POSTER, "sheets": (2, 21)}, "1 至 20 张"),
        (PaperKind.CHART, {"scaling": Scaling.POSTER, "sheets": (2, 2), "overlap": 200 * MM}, "重叠太多"),
        (PaperKind.DUTIES, {"scaling": Scaling.POSTER}, "处室职责对应一览表不能拼成海报"),
        (PaperKind.DUTIES, {"layout": LayoutKind.GRID}, "没有几种版式可选"),
        (PaperKind.DOSSIER, {"paper": A3}, "GB/T 9704-2012"),
        (PaperKind.DOSSIER, {"landscape": True}, "不能换纸张或横放"),
        (PaperKind.DOSSIER, {"scaling": Scaling.LARGE}, "没有大字版"),
        (PaperKind.DOSSIER, {"scaling": Scaling.FIXED}, "不能另定"),
        (PaperKind.DIVISION, {"unit": None}, "没有选定处室"),
        (PaperKind.DIVISION, {"unit": FactRef(FactKind.DUTY, 3)}, "没有选定处室"),
        (PaperKind.DIVISION, {"unit": FactRef(FactKind.DIVISION, 99)}, "没有选定处室"),
    ],
)
def test_what_cannot_be_put_on_paper_says_why(
    composed: Composed, provision: Provision, mapping: Mapping, kind: PaperKind, options: dict[str, object], said: str
) -> None:
    with pytest.raises(EitcError, match=said) as refused:
        composed(provision, mapping, kind, **options)
    assert refused.value.phrase is not None  # a window can say it in another language
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("kind", [PaperKind.SPLITS, PaperKind.CHANGES])
def test_nothing_to_print_is_said(composed: Composed, other: Provision, kind: PaperKind) -> None:
    with pytest.raises(CannotPrint, match="没有可打印的内容"):
        composed(other, NO_LINKS, kind)


def test_each_kind_has_its_formats() -> None:
    for kind in PaperKind:
        for form in FileFormat:
            if form in KINDS[kind].formats:
                check_format(kind, form)
            else:
                with pytest.raises(CannotPrint, match=f"不能存为 .{form.value}。可以存为：.pdf"):
                    check_format(kind, form)
