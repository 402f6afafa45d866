"""Three officials review in windows of their own; a fourth takes their files in and makes the papers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.printing.offscreen import print_offscreen
from eitc_desktop.gui.review.no_opinion_dialog import NoOpinionDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink
from eitc_desktop.model.review import NoOpinion, Opinion, Stance
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.allocation import sheet_of
from eitc_desktop.services.papers.opinions import opinions_table
from eitc_desktop.services.print_request import FileFormat, PaperKind, PrintRequest
from eitc_desktop.services.reviews.progress import ItemState, progress
from tests.gui.review.officials import Official, opened

_ITEM = FactRef(FactKind.DUTY_ITEM, 5, 0)

Sit = Callable[[str, str], Official]


@pytest.fixture
def sit(qtbot: QtBot, tokens: Tokens, library_path: Path, tmp_path: Path) -> Sit:
    """Sit down before a window as somebody of a name and an office."""
    return lambda name, office: Official(qtbot, tokens, library_path, tmp_path / name, name, office)


def _three_reviews(sit: Sit) -> tuple[list[Path], DutyLink]:
    """Review as three officials do, each in a window; return their files and the link that two of them judge."""
    first, second, third = sit("王芳", "市财政局"), sit("李强", "市委编办"), sit("赵敏", "市统计局")
    library = first.window.opened
    assert library is not None
    link, text = library.mapping.duty_links[0], library.provision.text

    first.window.selection.select(_ITEM)
    first.object_to("范围宜明确", "拟订并组织实施", first=True)
    first.judge(link, Stance.AGREE)
    first.spread("从紧方案", 12, 8)

    start = text.index("信息化")
    second.window.go_to(second.window.source)
    cursor = second.window.source.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 3, QTextCursor.MoveMode.KeepAnchor)
    second.window.source.text.setTextCursor(cursor)
    assert second.window.source.marked == Span(start, start + 3)
    second.object_to("全文用语宜统一", first=True)
    second.judge(link, Stance.DISAGREE)
    second.spread("均衡方案", 10, 10, 10)

    third.window.reviewing.enter_no_opinion()
    third.say_who()
    opened(third.qtbot, third.window, NoOpinionDialog).save_button.click()

    files = [one.hand_on() for one in (first, second, third)]
    for one in (first, second, third):
        one.window.close()
    return files, link


def _printed(kind: PaperKind, official: Official) -> str:
    """Return what stands in the PDF of a paper of what an official has, read back, without blanks."""
    library, path = official.window.opened, official.profile / f"{kind.value}.pdf"
    assert library is not None
    print_offscreen(
        PrintRequest(kind),
        library.provision,
        library.mapping,
        path,
        FileFormat.PDF,
        dpi=300,
        bundled=True,
        review=official.review,
    )
    return re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(path).pages))


def test_what_three_have_said_is_merged_and_printed(sit: Sit) -> None:
    files, link = _three_reviews(sit)
    gatherers: list[Official] = []
    for number, way in enumerate((files, files[::-1])):
        gatherer = sit(f"汇总{number}", "市经信委")
        gatherer.take_in(way)
        gatherer.find_nothing_new(way[:1])
        gatherers.append(gatherer)
        gatherer.window.close()
    review, other = (one.review for one in gatherers)
    library = gatherers[0].window.opened
    assert library is not None
    assert {entry.current.id for entry in review.entries} == {entry.current.id for entry in other.entries}
    assert len(review.entries) == 5 + 2 + 5  # opinions, verdicts, no opinion; scenarios; their numbers
    assert [entry.content.office for entry in review.no_opinions if isinstance(entry.content, NoOpinion)] == [
        "市统计局"
    ]
    assert ItemState.DISPUTED in progress(review, library.provision, library.mapping).states[link.item]
    words = "\n".join(cell.words for row in opinions_table(library.provision, review).rows for cell in row.cells)
    for said in ("范围宜明确", "拟订并组织实施", "全文用语宜统一", "市财政局", "市委编办", "市统计局"):
        assert said in words
    sheets = [sheet_of(library.provision, review, entry.id) for entry in review.scenarios]
    sums = {sheet.name: sum(row[0].count or 0 for row in sheet.cells) for sheet in sheets if sheet is not None}
    assert sums == {"从紧方案": 20, "均衡方案": 30}


def test_the_papers_of_three_reviews_tell_who_said_what(sit: Sit) -> None:
    files, _ = _three_reviews(sit)
    gatherer = sit("汇总", "市经信委")
    gatherer.take_in(files)
    gatherer.ask("市规划局", "市财政局", "市委编办", "市统计局", first=True)

    summary = _printed(PaperKind.OPINIONS, gatherer)
    assert "征求意见单位4个：反馈3个（提出意见2个，无意见1个），未反馈1个（市规划局）。" in summary
    for said in ("范围宜明确", "拟订并组织实施", "全文用语宜统一", "市财政局", "市委编办", "市统计局", "市规划局"):
        assert said in summary

    report = _printed(PaperKind.REVIEW_REPORT, gatherer)
    assert "已审1/65，未审64项；有分歧1项。" in report
    disputed = report[report.index("二、有分歧") : report.index("三、其他")]
    assert "同意：王芳（市财政局）不同意：李强（市委编办）。理由：名称相近而已" in disputed
    assert "征求意见单位4个：反馈3个（提出意见2个，无意见1个），未反馈1个（市规划局）。" in report
    for person in ("王芳市财政局", "李强市委编办", "赵敏市统计局"):
        assert person in report
    tight, even = report.index("（一）从紧方案"), report.index("（二）均衡方案")
    assert "由王芳（市财政局）录入" in report[tight:even]
    assert "合计20已填2/29格" in report[tight:even]
    assert "未分配274名" in report[tight:even]
    assert "由李强（市委编办）录入" in report[even:]
    assert "合计30已填3/29格" in report[even:]
    assert "未分配264名" in report[even:]
    gatherer.window.close()


def test_an_opinion_that_two_have_edited_is_settled_by_a_third(sit: Sit) -> None:
    first = sit("王芳", "市财政局")
    first.window.selection.select(_ITEM)
    first.object_to("范围宜明确", first=True)
    paper = first.hand_on()
    first.window.close()
    edited: list[Path] = []
    for name, office, becomes in (("李强", "市委编办", "二稿：甲"), ("赵敏", "市统计局", "二稿：乙")):
        other = sit(name, office)
        other.take_in([paper])
        other.edit("范围宜明确", becomes, first=True)
        edited.append(other.hand_on())
        other.window.close()

    gatherer = sit("汇总", "市经信委")
    gatherer.take_in(edited)
    (entry,) = gatherer.review.conflicts
    assert {head.content.text for head in entry.heads if isinstance(head.content, Opinion)} == {"二稿：甲", "二稿：乙"}
    summary = _printed(PaperKind.OPINIONS, gatherer)
    for said in ("二稿：甲", "二稿：乙", "两稿并存", "李强", "赵敏"):
        assert said in summary

    gatherer.settle(entry, "合并稿", first=True)
    assert gatherer.review.conflicts == ()
    assert [one.content.text for one in gatherer.review.opinions if isinstance(one.content, Opinion)] == ["合并稿"]
    told = gatherer.hand_on()
    gatherer.window.close()
    for number, way in enumerate(([told, *edited], [*edited, told])):
        other = sit(f"另一台{number}", "市经信委")
        other.take_in(way)
        assert other.review.conflicts == ()
        other.window.close()
