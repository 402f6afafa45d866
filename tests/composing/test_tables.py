"""Tables on pages: all of their words, in order, with room for each, whatever the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.composing.checking import clipped
from eitc_desktop.composing.page import A3, A4, Furniture, PageSetup, PaperTooSmall, content_area, page_setup
from eitc_desktop.composing.tables import set_table
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM, Document, Drawing, Face, Ink, Text
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell

Texts = Callable[[Document | Drawing], list[Text]]
MEASURER = EvenMeasurer()
A4_ACROSS = page_setup(A4, landscape=True)

MARKS = "，。；、（）《》“” 12-"
HEADINGS = st.text(alphabet="类别名称事项" + MARKS, min_size=1, max_size=30).filter(str.strip)


def letters(column: int) -> str:
    """Characters that only the cells of one column have: so their order is seen however texts are interleaved."""
    return "".join(chr(0x3400 + column * 50 + i) for i in range(20)) + "abcdef"[column]


def lines(column: int) -> st.SearchStrategy[CellLine]:
    short = st.text(alphabet=letters(column) + MARKS, min_size=1, max_size=60)
    long = st.tuples(short, st.integers(5, 60)).map(lambda drawn: drawn[0] * drawn[1])
    return st.builds(CellLine, st.one_of(short, short, short, long), st.sampled_from(Standing))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 6))
    upright = draw(st.booleans()) and count > 1
    columns = [
        Column(draw(HEADINGS), draw(st.floats(0.5, 20)), draw(st.sampled_from(Align)), upright=upright and i > 0)
        for i in range(count)
    ]
    return Table(
        draw(HEADINGS),
        tuple(columns),
        tuple(draw(st.lists(rows(count, upright=upright), max_size=8))),
        tuple(draw(st.lists(HEADINGS, max_size=3))),
        tuple(draw(st.lists(st.integers(0, count - 1), unique=True, max_size=count).map(sorted))),
    )


@st.composite
def rows(draw: st.DrawFn, count: int, *, upright: bool) -> Row:
    if draw(st.integers(0, 5)) == 0:
        return Row((Cell((draw(lines(0)),)), *(Cell() for _ in range(count - 1))), title=True)
    paired = draw(st.booleans())
    most = draw(st.integers(2, 4))
    cells: list[Cell] = []
    for i in range(count):
        if upright and i:
            cells.append(draw(st.sampled_from([Cell(), cell("B", Standing.DERIVED), cell("(B)")])))
            continue
        number = draw(st.sampled_from([1, most])) if paired else draw(st.integers(0, 3))
        same = draw(st.booleans())
        cells.append(cell(letters(i)[:3]) if same else Cell(tuple(draw(lines(i)) for _ in range(number))))
    return Row(tuple(cells), paired=paired)


SETUPS = st.builds(
    lambda paper, landscape, binding: page_setup(paper, landscape=landscape, binding=binding),
    st.sampled_from([A4, A3, (100 * MM, 148 * MM)]),
    st.booleans(),
    st.booleans(),
)


@settings(deadline=None)
@given(tables(), SETUPS, st.sampled_from([9.0, 10.5, 14.0]))
def test_any_table_has_room_for_all_of_its_words_in_order(table: Table, setup: PageSetup, size: float) -> None:
    try:
        document = set_table(table, setup, Furniture(notes=("附注",)), MEASURER, type_size=size)
    except PaperTooSmall:
        return
    area = content_area(setup, Furniture(notes=("附注",), type_size=size if size >= 14 else None), MEASURER)
    for page in document.pages:
        assert clipped(page, MEASURER) == ()
        drawn = [box.rect for box in page.boxes]
        assert all(area.holds(rect, 1) for rect in drawn)
        assert all(
            area.holds(text.area, 1) for text in page.texts if text.area.y < area.bottom - 1 and not _number(text)
        )
    for number in range(len(table.columns)):
        own = letters(number)
        said = "".join(char for page in document.pages for text in page.texts for char in text.words if char in own)
        at = 0
        for row in table.rows:
            words = "".join(char for char in row.cells[number].words if char in own)
            at = said.find(words, at)
            assert at >= 0, (number, words, said)


def _number(text: Text) -> bool:
    return text.words.startswith("— ")


def test_the_head_is_on_every_page_and_later_pages_say_that_they_go_on(texts_of: Texts) -> None:
    table = _numbered(100)
    document = set_table(table, A4_ACROSS, Furniture(), MEASURER)
    assert len(document.pages) > 2
    for number, page in enumerate(document.pages):
        words = [text.words for text in texts_of(page)]
        assert words[0] == ("数目表（续）" if number else "数目表")
        assert words[1:3] == ["号", "内容"]
    assert document.pages[0].texts[0].style.face is Face.TITLE
    found = [text.words for text in texts_of(document) if text.words.startswith("第") and "项" in text.words]
    assert found == [f"第{i}项" for i in range(100)]


def test_notes_never_stand_on_a_page_without_a_row(texts_of: Texts) -> None:
    for count in range(1, 70):
        table = _numbered(count, notes=("甲" * 200, "乙" * 150))
        last = set_table(table, A4_ACROSS, Furniture(), MEASURER).pages[-1]
        words = [text.words for text in texts_of(last)]
        assert any(word.startswith("第") for word in words)
        assert [word for word in words if word.startswith("注")][-1].startswith("注 2：乙")


def test_a_last_page_with_next_to_nothing_is_avoided_where_a_little_less_air_does() -> None:
    counts = [len(set_table(_numbered(count), A4_ACROSS, Furniture(), MEASURER).pages) for count in range(1, 80)]
    rows = [_rows_on_last(count) for count in range(1, 80)]
    assert counts == sorted(counts)
    assert min(rows) >= 1


def test_a_title_row_stands_with_what_follows(texts_of: Texts) -> None:
    for before in range(1, 40):
        table = _numbered(before)
        rows = (*table.rows, Row((cell("一个题目"), Cell()), title=True), *_numbered(3).rows)
        document = set_table(Table("表", table.columns, rows), A4_ACROSS, Furniture(), MEASURER)
        [page] = [page for page in document.pages if "一个题目" in [text.words for text in texts_of(page)]]
        words = [text.words for text in texts_of(page)]
        assert words[words.index("一个题目") + 1] == "0"
        assert document.bookmarks[-1].title == "一个题目"
        assert document.pages.index(page) == document.bookmarks[-1].page


def test_a_merged_cell_is_said_once_on_each_page_it_stands_on(texts_of: Texts) -> None:
    rows = tuple(Row((cell("同一类"), cell(f"第{i}项"))) for i in range(60))
    table = Table("表", (Column("类", 1), Column("内容", 4)), rows, merged=(0,))
    document = set_table(table, A4_ACROSS, Furniture(), MEASURER)
    assert len(document.pages) > 1
    for page in document.pages:
        assert [text.words for text in texts_of(page)].count("同一类") == 1


def test_lines_of_a_paired_row_stand_beside_each_other(texts_of: Texts) -> None:
    quotes = tuple(CellLine(words) for words in ("甲" * 90, "乙" * 10, "丙" * 200))
    clauses = tuple(CellLine(words) for words in ("一", "二", "三"))
    table = Table(
        "表",
        (Column("名", 10, Align.CENTRE), Column("原文", 40), Column("条款", 10, Align.CENTRE)),
        (Row((cell("某处"), Cell(quotes), Cell(clauses)), paired=True),),
    )
    texts = {text.words: text.area for text in texts_of(set_table(table, page_setup(A4), Furniture(), MEASURER))}
    for quote, clause in zip(quotes, clauses, strict=True):
        one, other = texts[quote.words], texts[clause.words]
        assert one.y + one.height / 2 == pytest.approx(other.y + other.height / 2)
    first, last = texts[quotes[0].words], texts[quotes[2].words]
    assert texts["某处"].y + texts["某处"].height / 2 == pytest.approx((first.y + last.bottom) / 2)


def test_a_row_higher_than_a_page_is_divided_and_nothing_of_it_lost(texts_of: Texts) -> None:
    long = "".join(chr(0x4E00 + i) for i in range(6000))
    table = Table("表", (Column("名", 1), Column("原文", 4)), (Row((cell("某处"), cell(long))),))
    document = set_table(table, A4_ACROSS, Furniture(), MEASURER)
    assert len(document.pages) > 2
    found = [text.words for text in texts_of(document) if set(text.words) <= set(long)]
    assert "".join(word for word in found if word not in ("某处", "名")) == long
    for page in document.pages:
        assert "某处" in [text.words for text in texts_of(page)]


def test_the_kinds_of_content_have_inks_of_their_own(texts_of: Texts) -> None:
    lines = tuple(CellLine(standing.value, standing) for standing in Standing)
    table = Table("表", (Column("内容", 1),), (Row((Cell(lines),)),))
    inks = {text.words: text.ink for text in texts_of(set_table(table, A4_ACROSS, Furniture(), MEASURER))}
    assert [inks[standing.value] for standing in Standing] == [
        Ink.TEXT, Ink.DERIVED, Ink.JUDGED, Ink.ENTERED, Ink.SOFT,
    ]  # fmt: skip


def test_words_above_a_table_stand_below_its_title_on_the_first_page_only(texts_of: Texts) -> None:
    table = replace(_numbered(80), lead=("征求意见单位 5 个。", "意见 60 条。"), mark="审阅人意见")
    document = set_table(table, A4_ACROSS, Furniture(), MEASURER)
    first, *others = ([text.words for text in texts_of(page)] for page in document.pages)
    assert first.index(table.title) < first.index("征求意见单位 5 个。") < first.index("意见 60 条。")
    assert others
    assert not any("征求意见单位 5 个。" in page for page in others)
    for page in (first, *others):
        assert any(words.endswith("审阅人意见") for words in page)


def test_a_row_to_write_in_keeps_its_room_on_one_page() -> None:
    empty = Row((Cell(), Cell()), room=6)
    heights: list[float] = []
    for count in range(1, 40):  # wherever the rows above it end
        table = replace(_numbered(count), rows=(*_numbered(count).rows, empty))
        page = set_table(table, A4_ACROSS, Furniture(), MEASURER).pages[-1]
        across = sorted({line.points[0].y for line in page.lines if line.points[0].y == line.points[-1].y})
        heights.append(across[-1] - across[-2])
    assert min(heights) > 6 * 10.5 * 1.34  # six lines


def test_upright_columns_that_have_no_room_follow_on_further_pages(texts_of: Texts) -> None:
    names = [f"第{chr(0x4E00 + i)}处（另一名称）" for i in range(60)]
    columns = (Column("条款", 10), Column("原文", 40), *(Column(name, 4, Align.CENTRE, upright=True) for name in names))
    row = Row((cell("二（一）"), cell("推进工作"), *(cell("B") for _ in names)))
    document = set_table(Table("矩阵", columns, (row,) * 3), A4_ACROSS, Furniture(), MEASURER)
    assert len(document.pages) > 1
    found = [text.words for text in texts_of(document) if text.words in names]
    assert found == names
    for page in document.pages:
        words = [text.words for text in texts_of(page)]
        assert words.count("推进工作") == 3
        assert clipped(page, MEASURER) == ()


def test_large_print_has_nothing_smaller() -> None:
    document = set_table(
        _numbered(30, notes=("注释",)), A4_ACROSS, Furniture("密", "单位", "日期"), MEASURER, type_size=14
    )
    assert min(text.style.size for page in document.pages for text in page.texts) >= 14


@pytest.mark.parametrize(("paper", "least"), [(A4, 9.0), (A3, 10.5)])
def test_nothing_is_smaller_than_can_be_read_on_the_sheet(paper: tuple[float, float], least: float) -> None:
    matrix = Table("表", (Column("甲", 3), Column("某处", 1, upright=True)), (Row((cell("乙"), cell("B"))),), ("注释",))
    for table in (_numbered(3, notes=("注释",)), matrix):
        document = set_table(table, page_setup(paper), Furniture(), MEASURER)
        assert min(text.style.size for page in document.pages for text in page.texts) >= least


def test_paper_without_room_is_refused() -> None:
    with pytest.raises(PaperTooSmall):
        set_table(_numbered(3), page_setup((60 * MM, 50 * MM)), Furniture(), MEASURER)
    wide = Table("表", tuple(Column(f"列{i}", 1) for i in range(80)), ())
    with pytest.raises(PaperTooSmall):
        set_table(wide, page_setup(A4), Furniture(), MEASURER)


def _numbered(count: int, notes: tuple[str, ...] = ()) -> Table:
    rows = tuple(Row((cell(str(i)), cell(f"第{i}项"))) for i in range(count))
    return Table("数目表", (Column("号", 1, Align.CENTRE), Column("内容", 5)), rows, notes)


def _rows_on_last(count: int) -> int:
    last = set_table(_numbered(count), A4_ACROSS, Furniture(), MEASURER).pages[-1]
    return sum(text.words.startswith("第") for text in last.texts)
