"""The papers of a review: read back from the PDF, and as the print dialog offers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.printing.pdf import pdf_of
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.papers import UNOFFICIAL
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    AskedOffice,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Reply,
    Scenario,
    Stance,
    Verdict,
)
from eitc_desktop.reviewing.anchors import unit_name
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.papers.review_words import REVIEWERS
from eitc_desktop.services.print_request import PaperKind, PrintRequest, Scaling
from eitc_desktop.services.printing import PrintJob, compose

if TYPE_CHECKING:
    from tests.conftest import Pen

MakeDialog = Callable[..., PrintDialog]
LONG = "建议对本项职责的表述作进一步斟酌，与上位法和国家部委的三定规定保持一致，并明确与相关部门的分工。" * 21


@pytest.fixture(scope="module")
def fonts() -> PaperFonts:
    return PaperFonts(bundled_only=True)


def composed(
    fonts: PaperFonts, kind: PaperKind, review: Review, provision: Provision, mapping: Mapping, **options: object
) -> PrintJob:
    request = PrintRequest(kind, **options)  # pyright: ignore[reportArgumentType]
    return compose(request, provision, mapping, QtMeasurer(fonts), review=review)


def pages_of(job: PrintJob, fonts: PaperFonts) -> list[str]:
    """Return the words of each page as another program reads them, without breaks."""
    read = pypdfium2.PdfDocument(pdf_of(job.document, fonts))
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in read]


def large_review(pen: Pen, offices: int) -> Review:
    """Sixty opinions, some of a thousand characters and with as long a reason."""
    author = pen.person("张伟", "规划处")
    names = [f"上海市第{number}局" for number in range(1, offices + 1)]
    for name in names:
        pen.write(author, AskedOffice(name))
    items = [FactRef(FactKind.DUTY_ITEM, i, j) for i, d in enumerate(pen.provision.duties) for j in range(len(d.items))]
    for number in range(60):
        category, long = list(OpinionCategory)[number % 4], number % 12 == 0
        words = Opinion(category, LONG if long else LONG[:80], "改", LONG if long else "", names[number % offices], "")
        made = pen.write(author, words, items[number])
        pen.write(author, Handling(made.entry, list(Adoption)[number % 4], LONG[: number % 90], "李娜"), items[number])
    return pen.review


@pytest.mark.parametrize("offices", [1, 7])
@pytest.mark.parametrize("options", [{}, {"scaling": Scaling.LARGE}, {"landscape": False}])
def test_nothing_of_many_and_long_opinions_is_lost(
    pen: Pen, mapping: Mapping, fonts: PaperFonts, offices: int, options: dict[str, object]
) -> None:
    review = large_review(pen, offices)
    job = composed(fonts, PaperKind.OPINIONS, review, pen.provision, mapping, maker="某办", **options)
    assert job.proof.cut == ()
    pages = pages_of(job, fonts)
    assert len(pages) > 10
    for page in pages:
        for heading in ("条款", "原文", "理由", "提出单位"):
            assert heading in page
        assert REVIEWERS in page
        assert UNOFFICIAL in page
    assert f"征求意见单位{offices}个：反馈{offices}个" in pages[0]
    whole = "".join(pages)
    for office in range(1, offices + 1):
        assert f"上海市第{office}局（{len(range(office - 1, 60, offices))}条：" in whole
    assert whole.count("【意见】") == 15


def test_one_opinion_takes_one_page(pen: Pen, mapping: Mapping, fonts: PaperFonts) -> None:
    pen.write(pen.person("张伟", ""), Opinion(OpinionCategory.OPINION, "同意。", "", "", "甲局", ""))
    pen.write(pen.person("张伟", ""), NoOpinion("乙局", ""))
    (page,) = pages_of(composed(fonts, PaperKind.OPINIONS, pen.review, pen.provision, mapping), fonts)
    assert "【意见】同意。" in page
    assert "无意见的单位（1个）" in page


def test_the_report_says_on_every_page_whose_word_it_is(pen: Pen, mapping: Mapping, fonts: PaperFonts) -> None:
    for number, link in enumerate(mapping.duty_links):
        unit = unit_name(pen.provision, link.unit)
        for who, stance in (("张伟", Stance.AGREE), ("李娜", list(Stance)[number % 3])):
            pen.write(pen.person(who, "规划处"), Verdict(unit, stance, LONG[: 40 * (number % 4)]), link.item)
    job = composed(fonts, PaperKind.REVIEW_REPORT, pen.review, pen.provision, mapping, secrecy="内部")
    assert job.proof.cut == ()
    pages = pages_of(job, fonts)
    assert len(pages) > 8
    assert all(REVIEWERS in page for page in pages)
    with_boxes = [page for page in pages if "经办人" in page]
    assert len(with_boxes) == 1
    assert all(word in with_boxes[0] for word in ("处室负责人", "分管领导", "日期"))


@pytest.mark.parametrize("name", ["长" * 120, "w" * 120, "（甲）" * 40])
@pytest.mark.parametrize("kind", [PaperKind.OPINIONS, PaperKind.REVIEW_REPORT])
def test_names_as_long_as_they_can_be_have_room(
    pen: Pen, mapping: Mapping, fonts: PaperFonts, kind: PaperKind, name: str
) -> None:
    author, item = pen.person(name, name), mapping.duty_links[0].item
    pen.write(author, AskedOffice(name))
    first = pen.write(author, Opinion(OpinionCategory.OPINION, name, name, name, name, name), item)
    for words in ("甲", "乙"):
        pen.write(author, Opinion(OpinionCategory.OPINION, words, name, name, name, name), item, replaces=[first])
    pen.write(author, Handling(first.entry, Adoption.PENDING, name, name), item)
    pen.write(author, Reply(first.entry, name), item)
    pen.write(author, Scenario(name, name))
    unit = replace(unit_name(pen.provision, mapping.duty_links[0].unit), name=name)
    pen.write(author, Verdict(unit, Stance.DOUBT, name, unit), item)
    job = composed(fonts, kind, pen.review, pen.provision, mapping, maker="某办")
    assert job.proof.cut == ()


@pytest.mark.parametrize("kind", [PaperKind.DUTIES, PaperKind.MATRIX])
def test_verdicts_beside_the_links_are_not_cut(pen: Pen, mapping: Mapping, fonts: PaperFonts, kind: PaperKind) -> None:
    for link in mapping.duty_links:
        for who, stance in (("张伟", Stance.AGREE), ("李娜", Stance.DOUBT)):
            verdict = Verdict(unit_name(pen.provision, link.unit), stance, LONG[:60])
            pen.write(pen.person(who, "规划处"), verdict, link.item)
    job = composed(fonts, kind, pen.review, pen.provision, mapping)
    assert job.proof.cut == ()
    said = "".join(pages_of(job, fonts))
    assert "非规定内容" in said
    plain = composed(fonts, kind, pen.review, pen.provision, mapping, verdicts=False)
    assert "非规定内容" not in "".join(pages_of(plain, fonts))


@pytest.mark.parametrize(("kind", "what"), [("opinions", "意见"), ("review-report", "审阅内容")])
def test_a_paper_of_nothing_says_so_and_what_to_do(make_dialog: MakeDialog, kind: str, what: str) -> None:
    dialog = make_dialog(kind, review=NOTHING_REVIEWED)
    assert dialog.job is None
    assert f"还没有录入{what}" in dialog.preview.accessibleDescription()
    assert not dialog.print_button.isEnabled()
    dialog.reject()


def test_verdicts_can_be_left_out(
    qtbot: QtBot, make_dialog: MakeDialog, pen: Pen, mapping: Mapping, reviewed: Review
) -> None:
    link = mapping.duty_links[0]
    pen.write(pen.person("张伟", ""), Verdict(unit_name(pen.provision, link.unit), Stance.AGREE, ""), link.item)
    dialog = make_dialog("duties", review=pen.review)
    assert dialog.options.verdicts.isVisibleTo(dialog)
    assert dialog.job is not None
    assert dialog.job.request.verdicts
    with qtbot.waitSignal(dialog.shown):
        dialog.options.verdicts.click()
    assert not dialog.job.request.verdicts
    with qtbot.waitSignal(dialog.shown):
        dialog.options.kind.setCurrentIndex(dialog.options.kind.findData(PaperKind.QUOTAS))
    assert not dialog.options.verdicts.isVisibleTo(dialog)
    dialog.reject()
    without = make_dialog("duties", review=reviewed)
    assert not without.options.verdicts.isVisibleTo(without)
    without.reject()


@pytest.mark.parametrize(("ending", "told"), [("pdf", True), ("docx", False)])
def test_characters_that_no_font_has_are_told_when_a_paper_is_saved(
    qtbot: QtBot, pen: Pen, make_dialog: MakeDialog, tmp_path: Path, ending: str, told: bool
) -> None:
    pen.write(pen.person("张伟", ""), Opinion(OpinionCategory.OPINION, "请核\U0010fffd字", "", "", "甲局", ""), None)
    dialog = make_dialog("opinions", review=pen.review)
    heard: list[str] = []
    dialog.notice_given.connect(heard.append)
    with qtbot.waitSignal(dialog.saved, timeout=30_000):
        dialog.save(tmp_path / f"表.{ending}")
    assert heard[-1].endswith("；1 个字没有字形，以〓代替：\U0010fffd") is told
    dialog.reject()
