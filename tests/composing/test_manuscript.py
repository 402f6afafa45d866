from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.composing.checking import clipped
from eitc_desktop.composing.manuscript import set_dossier
from eitc_desktop.composing.manuscript_grid import AREA, LINES, PITCH
from eitc_desktop.composing.manuscript_title import title_lines
from eitc_desktop.composing.page import Furniture
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM, Document, Drawing, Face, Ink, Style, Text
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import (
    UNOFFICIAL,
    Block,
    Cell,
    CellLine,
    Column,
    Dossier,
    Heading,
    Paragraph,
    Row,
    Standing,
    Table,
    cell,
)
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.papers.dossier import dossier

TITLE_STYLE = Style(Face.TITLE, 22)


def setting(*blocks: Block, furniture: Furniture | None = None, title: str = "某某局三定概览") -> Document:
    return set_dossier(Dossier(title, blocks, "某某局"), EvenMeasurer(), furniture or Furniture())


def inside(page: Drawing) -> list[Text]:
    return [text for text in page.texts if AREA.y <= text.area.y < AREA.bottom]


def body(page: Drawing) -> list[Text]:
    return [text for text in inside(page) if text.style.size == 16]


def stands_within(text: Text) -> bool:
    """Say whether a text's ink lies in the area: the empty half of a mark at a line's end needn't."""
    return AREA.holds(text.area, 8.2 if text.words[-1] in "，。、；：）〕】》〉”’" else 0.5)


def said(texts: Sequence[Text]) -> str:
    return "".join(text.words for text in texts)


def columns(*shares: float) -> tuple[Column, ...]:
    return tuple(Column(f"栏{i}", share) for i, share in enumerate(shares, 1))


def rows(count: int, words: str = "机关行政编制") -> tuple[Row, ...]:
    return tuple(Row((cell(f"第{i}项"), cell(words))) for i in range(count))


def test_a_page_is_a4_with_22_lines_of_equal_height_in_156_by_225_mm() -> None:
    document = setting(Paragraph("机" * 28 * 60))
    assert {(page.width, page.height) for page in document.pages} == {(210 * MM, 297 * MM)}
    page = body(document.pages[1])
    assert len(page) == LINES == 22
    assert [text.area.y for text in page] == pytest.approx([37 * MM + i * 225 * MM / 22 for i in range(22)])
    assert {text.area.x for text in page} == {28 * MM}
    assert {len(text.words) for text in page} == {28}
    assert {text.style for text in page} == {Style(Face.FANG, 16)}


def test_headings_have_faces_by_level_and_make_the_outline() -> None:
    document = setting(
        Heading("一、甲", 1), Heading("（一）乙", 2), Heading("1.丙", 3), Heading("（1）丁", 4), Paragraph("机关。")
    )
    faces = {text.words: text.style.face for text in body(document.pages[0])}
    assert faces == {
        "一、甲": Face.HEI,
        "（一）乙": Face.KAI,
        "1.丙": Face.FANG,
        "（1）丁": Face.FANG,
        "机关。": Face.FANG,
    }
    assert [(mark.title, mark.page, mark.level) for mark in document.bookmarks] == [
        ("一、甲", 0, 0),
        ("（一）乙", 0, 1),
        ("1.丙", 0, 2),
        ("（1）丁", 0, 3),
    ]
    assert document.bookmarks[0].y == pytest.approx(AREA.y + 3 * PITCH)
    assert document.title == "某某局三定概览"
    assert document.subject == "某某局"


@pytest.mark.parametrize("before", range(14, 23))
@pytest.mark.parametrize(
    "below",
    [
        (Paragraph("机" * 80),),
        (Heading("（一）丙", 2), Paragraph("机" * 80)),
        (Table("表", columns(1, 2), rows(3)),),
        (Heading("（一）丙", 2), Table("", columns(1, 2), rows(3, "机" * 60))),
    ],
)
def test_no_heading_stands_alone_at_the_foot_of_a_page(before: int, below: tuple[Block, ...]) -> None:
    document = setting(*(Paragraph("机关。") for _ in range(before)), Heading("一、乙", 1), *below)
    for page in document.pages:
        last = max(inside(page), key=lambda text: text.area.y)
        assert not last.words.startswith(("一、", "（一）"))
        assert last.words != "表"
        assert last.style.face is not Face.HEI  # nor the head of a table without rows


def test_page_numbers_stand_at_the_outer_side_a_character_in_and_7_mm_below() -> None:
    document = setting(Paragraph("机" * 28 * 60))
    numbers = [next(text for text in page.texts if text.words.startswith("—")) for page in document.pages]
    assert [text.words for text in numbers] == [f"— {i} —" for i in range(1, len(document.pages) + 1)]
    character = AREA.width / 28
    for i, text in enumerate(numbers):
        assert text.style == Style(Face.SONG, 14)
        if i % 2:
            assert text.area.x == pytest.approx(AREA.x + character)
        else:
            assert text.area.right == pytest.approx(AREA.right - character)
        assert text.area.y < AREA.bottom + 7 * MM < text.area.bottom


def test_every_page_says_that_it_is_unofficial_and_the_grid_is_the_same_with_what_is_entered() -> None:
    plain = setting(Paragraph("机" * 1500))
    entered = setting(Paragraph("机" * 1500), furniture=Furniture(secrecy="内部", numbered=False))
    for page in (*plain.pages, *entered.pages):
        assert UNOFFICIAL in [text.words for text in page.texts]
    assert [inside(page) for page in plain.pages] == [inside(page) for page in entered.pages]
    assert all("内部" in [text.words for text in page.texts] for page in entered.pages)
    assert not any(text.words.startswith("—") for page in entered.pages for text in page.texts)


def test_who_made_it_and_when_stand_at_the_end_in_black() -> None:
    document = setting(
        Paragraph("机关。"), furniture=Furniture(maker="某某处", made_on="2026年11月26日", notes=("附注。",))
    )
    *_, maker, made_on, note = body(document.pages[-1])
    assert (maker.words, made_on.words, note.words) == ("某某处", "2026年11月26日", "附注。")
    assert {maker.ink, made_on.ink} == {Ink.TEXT}
    assert not any("某某处" in text.words for text in setting(Paragraph("机关。")).pages[0].texts)
    # not over two pages
    full = setting(*(Paragraph("机关。") for _ in range(18)), furniture=Furniture(maker="某某处", made_on="今日"))
    assert said(body(full.pages[-1])) == "某某处今日"


def test_what_kind_of_content_words_are_shows_in_their_ink() -> None:
    document = setting(*(Paragraph(f"{standing.value}。", standing) for standing in Standing))
    assert [text.ink for text in body(document.pages[0])] == [
        Ink.TEXT,
        Ink.DERIVED,
        Ink.JUDGED,
        Ink.ENTERED,
        Ink.SOFT,
    ]
    table = Table("", columns(1), tuple(Row((cell("某", standing),)) for standing in Standing))
    inks = [text.ink for text in inside(setting(table).pages[0]) if text.words == "某"]
    assert inks == [Ink.TEXT, Ink.DERIVED, Ink.JUDGED, Ink.ENTERED, Ink.SOFT]


def test_a_title_is_broken_after_the_name_of_the_body_or_into_even_lines() -> None:
    measurer = EvenMeasurer()
    body_name = "江城市某某管理和某某事业发展委员会"
    assert title_lines("短题", "短", TITLE_STYLE, 440, measurer) == ("短题",)
    assert title_lines(body_name + "三定概览", body_name, TITLE_STYLE, 400, measurer) == (body_name, "三定概览")
    lines = title_lines("机" * 45, "", TITLE_STYLE, 440, measurer)
    assert "".join(lines) == "机" * 45
    assert max(map(len, lines)) - min(map(len, lines)) <= 1


def test_a_table_over_several_pages_repeats_its_head_and_its_merged_cells_and_loses_nothing() -> None:
    many = tuple(Row((cell(f"第{i // 40}类"), cell(f"第{i}项"))) for i in range(160))
    document = setting(Table("表一", columns(1, 3), many, ("附注",), merged=(0,)), Paragraph("其后。"))
    assert len(document.pages) > 3
    for page in document.pages:
        assert said(inside(page)).count("栏1") == 1
        assert any(text.words.startswith("第") and text.words.endswith("类") for text in inside(page))
    items = [text.words for page in document.pages for text in page.texts if text.words.endswith("项")]
    assert items == [f"第{i}项" for i in range(160)]
    assert any(text.words == "注：附注" for text in document.pages[-1].texts)
    after = next(text for text in document.pages[-1].texts if text.words == "其后。")
    slot = (after.area.y - AREA.y) / PITCH
    assert slot == pytest.approx(round(slot))  # back on the grid


def test_a_title_row_stands_over_all_columns_and_never_last_on_a_page() -> None:
    grouped = tuple(
        row for i in range(60) for row in (Row((cell(f"第{i}组"), Cell()), title=True), Row((cell("甲"), cell("乙"))))
    )
    for page in setting(Table("", columns(1, 2), grouped)).pages:
        last = max(inside(page), key=lambda text: text.area.y)
        assert not last.words.endswith("组")


WORDS = st.text("机关行政编制，。（）A1 ", min_size=1, max_size=90).filter(lambda words: words.strip())
ROWS = st.lists(
    st.builds(
        lambda name, lines, title: Row((cell(name), Cell(tuple(CellLine(words) for words in lines))), title=title),
        st.sampled_from(["甲", "乙", "机关行政编制" * 4]),
        st.lists(WORDS, max_size=4),
        st.booleans(),
    ),
    max_size=25,
)
BLOCKS = st.lists(
    st.one_of(
        st.builds(Paragraph, WORDS),
        st.builds(Heading, WORDS, st.integers(1, 4)),
        st.builds(lambda found: Table("表", columns(1, 3), tuple(found), ("附注",), merged=(0,)), ROWS),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(BLOCKS)
def test_nothing_stands_outside_the_area_and_no_two_lines_on_each_other(blocks: list[Block]) -> None:
    document = setting(*blocks)
    for page in document.pages:
        texts = inside(page)
        assert all(stands_within(text) for text in texts)
        assert not clipped(page, EvenMeasurer())
        for line in page.lines:
            assert all(AREA.y - 0.5 <= point.y <= AREA.bottom + 0.5 for point in line.points)


@pytest.mark.parametrize("grades", [frozenset({Grade.STATED, Grade.NAMED}), frozenset(Grade)])
def test_the_real_dossier_stands_within_the_area_and_says_everything(
    provision: Provision, mapping: Mapping, grades: frozenset[Grade]
) -> None:
    paper = dossier(provision, mapping, grades)
    document = set_dossier(paper, EvenMeasurer(), Furniture())
    told = "".join(said(inside(page)) for page in document.pages)
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            assert block.cited.replace(" ", "") in told.replace(" ", "")
        elif isinstance(block, Heading):
            assert block.words in told
        else:
            for row in block.rows:
                for line in (line for each in row.cells for line in each.lines):
                    assert line.words.replace(" ", "") in told.replace(" ", "")
    for page in document.pages:
        assert all(stands_within(text) for text in inside(page))
        assert not clipped(page, EvenMeasurer())
    assert [mark.title for mark in document.bookmarks] == [
        block.words for block in paper.blocks if isinstance(block, Heading)
    ]
