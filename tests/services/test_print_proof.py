"""The proof is measured from the pages: what is wrong on them stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitc_desktop.composing.page import A3, A4
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM, Box, Document, Drawing, Face, Placed, Rect, Run, Style, Text
from eitc_desktop.phrases import Phrase, Sentence
from eitc_desktop.services.print_proof import Composed, FontFacts, FontUse, ProofFacts, facts_of_pages, proof_lines

SONG = Style(Face.SONG, 10)


def words(said: str = "综合规划处", *, x: float = 100, y: float = 100, style: Style = SONG, room: float = 60) -> Text:
    area = Rect(x, y - 0.88 * style.size, room, style.size)
    return Text(said, (Run(said, x, y),), style, area)


def facts(
    *texts: Text, composed: Composed | None = None, paper: tuple[float, float] = A4, **more: object
) -> ProofFacts:
    page = replace(Drawing(*paper, texts=texts), **more)  # pyright: ignore[reportArgumentType]
    return facts_of_pages(Document("某表", (page,)), composed or Composed(), EvenMeasurer())


def said(found: ProofFacts, fonts: FontFacts | None = None) -> dict[str, tuple[str, bool]]:
    return {str(line.label): (str(line.words), line.warning) for line in proof_lines(found, fonts or FontFacts())}


def test_what_stands_within_its_place_is_not_cut() -> None:
    found = facts(words(), words("（政策法规处）", y=200, room=70))
    assert (found.pages, found.sheet, found.smallest, found.cut) == (1, A4, 10, ())
    assert said(found)["截断、重叠"] == ("0 处", False)


@pytest.mark.parametrize(
    "text",
    [
        words(room=40),
        words(x=A4[0] - 20, room=60),
        words(y=A4[1] + 5),
        words(y=4),
        replace(words(), runs=(Run("综合规划处", 100, 120),)),
        replace(words(), runs=(Run("综合规划处", 95, 100),)),
        replace(words(), runs=(Run("GDP", 100, 98, turned=True),)),
    ],
)
def test_what_reaches_out_of_its_place_or_of_the_page_is_cut(text: Text) -> None:
    found = facts(words("办公室"), text)
    assert found.cut == ("综合规划处",)
    assert said(found)["截断、重叠"] == ("1 处：综合规划处", True)


def test_words_that_cover_others_are_found() -> None:
    found = facts(words(), words("办公室", x=120))
    assert len(found.cut) == 1
    assert said(found)["截断、重叠"][1]


def test_a_box_beyond_the_page_is_cut() -> None:
    assert facts(words(), boxes=(Box(Rect(A4[0] - 10, 5, 20, 20)),)).cut
    assert not facts(words(), boxes=(Box(Rect(A4[0] - 20, 5, 20, 20)),)).cut


def test_the_blank_half_of_a_mark_may_stand_in_the_margin() -> None:
    assert facts(words("综合规划处。", room=55)).cut == ()
    assert facts(words("综合规划处。", room=50)).cut != ()


def test_a_picture_within_the_page_counts_at_its_scale_and_a_sheet_of_a_poster_may_cut_it() -> None:
    picture = Drawing(200, 200, texts=(words(x=10, y=20),))
    assert facts(parts=(Placed(picture, 50, 50, 0.5),)).smallest == 5
    assert facts(parts=(Placed(picture, A4[0] - 100, 50),)).cut != ()
    cut = Placed(picture, A4[0] - 100, 50, clip=Rect(0, 0, A4[0] - 40, A4[1]))
    assert facts(parts=(cut,)).cut == ()
    overfull = Drawing(200, 200, texts=(words(x=10, y=20, room=30),))
    assert facts(parts=(replace(cut, drawing=overfull),)).cut == ("综合规划处",)


@pytest.mark.parametrize(
    ("paper", "size", "warning"),
    [(A4, 9.0, False), (A4, 8.9, True), (A3, 10.5, False), (A3, 10.4, True), ((100 * MM, 150 * MM), 9.0, False)],
)
def test_type_too_small_for_the_sheet_is_warned_of(paper: tuple[float, float], size: float, *, warning: bool) -> None:
    found = said(facts(words(style=Style(Face.SONG, size)), paper=paper))
    assert found["最小字号"][1] is warning
    assert found["最小字号"][0].startswith(f"{size:g} 磅")


def test_pages_and_paper_are_told() -> None:
    assert said(facts(words()))["页数"][0] == "1 页，A4 竖放"
    assert said(facts(words(), paper=A3[::-1]))["页数"][0] == "1 页，A3 横放"
    assert said(facts(words(), paper=(100 * MM, 150 * MM)))["页数"][0] == "1 页，100×150 毫米 竖放"
    poster = facts(words(), composed=Composed(spread=(3, 2)))
    assert said(poster)["页数"][0] == "1 页，A4 竖放，拼成 3 列 2 行"


def test_layout_and_its_reason_are_told() -> None:
    composed = Composed(Phrase("LayoutKind", "网格"), Sentence(Phrase("ChartLayout", "自动选用{0}"), ("网格",)))
    assert said(facts(words(), composed=composed))["版式"][0] == "网格（自动选用网格）"
    assert "版式" not in said(facts(words()))


def test_what_the_geometry_found_is_told() -> None:
    found = facts(words(), composed=Composed(faults=(Sentence(Phrase("ChartFinding", "连线穿过“{0}”"), ("办公室",)),)))
    assert said(found)["截断、重叠"] == ("1 处：连线穿过“办公室”", True)


def test_fonts_are_told_with_what_stands_in() -> None:
    fonts = FontFacts(
        (
            FontUse(Face.SONG, "SimSun", genuine=True, bundled=False),
            FontUse(Face.FANG, "Noto Serif SC", genuine=False, bundled=True),
            FontUse(Face.TITLE, "STZhongsong", genuine=False, bundled=False),
        ),
        ("𰻝",),
    )
    found = said(facts(words()), fonts)
    assert found["宋体"] == ("SimSun", False)
    assert "随程序提供" in found["仿宋"][0]
    assert "相近" in found["小标宋"][0]
    assert found["缺字"] == ("𰻝（哪种字体都没有，印出来是 〓）", True)


@pytest.mark.parametrize(
    ("official", "genuine", "claim"),
    [
        (True, True, "版心、字号和字体按 GB/T 9704-2012"),
        (True, False, "不称符合该标准"),
        (False, True, "不适用"),
        (False, False, "不适用"),
    ],
)
def test_conformity_is_claimed_only_with_layout_and_fonts(*, official: bool, genuine: bool, claim: str) -> None:
    fonts = FontFacts((FontUse(Face.FANG, "仿宋", genuine=genuine, bundled=False),))
    assert claim in said(facts(words(), composed=Composed(official=official)), fonts)["公文格式"][0]


def test_the_smallest_type_is_told_with_what_is_set_in_it() -> None:
    note = words("本图仅反映该规定所载机构，其他另行规定", y=300, style=Style(Face.SONG, 9), room=300)
    found = said(facts(words(), note, words("办公室", y=200)))
    assert found["最小字号"] == ("9 磅，如“本图仅反映该规定所载…”", False)


def test_a_font_that_stands_in_is_told_as_such_and_is_no_warning() -> None:
    fonts = FontFacts(
        (
            FontUse(Face.SONG, "SimSun", genuine=True, bundled=False),
            FontUse(Face.FANG, "Noto Serif SC", genuine=False, bundled=True),
        )
    )
    lines = proof_lines(facts(words()), fonts)
    assert [str(line.label) for line in lines if line.stands_in] == ["仿宋"]
    assert not any(line.warning for line in lines)
