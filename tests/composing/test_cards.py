"""Papers one after another, each on pages of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eitc_desktop.composing.cards import set_cards
from eitc_desktop.composing.checking import clipped
from eitc_desktop.composing.page import A4, Furniture, page_setup
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Document, Drawing, Ink, Text
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Column, Dossier, Heading, Paragraph, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.papers.divisions import division_paper
from eitc_desktop.services.print_units import printable_units

Texts = Callable[[Document | Drawing], list[Text]]
MEASURER = EvenMeasurer()


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("size", [10.5, 14.0])
def test_every_unit_begins_a_page_and_nothing_is_clipped(
    provision: Provision, mapping: Mapping, landscape: bool, size: float, texts_of: Texts
) -> None:
    papers = [division_paper(provision, mapping, ref, frozenset(Grade)) for ref in printable_units(provision)]
    setup = page_setup(A4, landscape=landscape)
    document = set_cards(papers, setup, Furniture(), MEASURER, title="各内设机构", type_size=size)
    assert document.title == "各内设机构"
    starts = [mark for mark in document.bookmarks if mark.level == 0]
    assert [mark.title for mark in starts] == [paper.title for paper in papers]
    assert len({mark.page for mark in starts}) == len(papers)
    for mark in starts:
        first, second = texts_of(document.pages[mark.page])[:2]
        assert (first.words, second.words) == (provision.body.text, mark.title)
    for page in document.pages:
        assert clipped(page, MEASURER) == ()
    if size > 10.5:
        return  # rows higher than half a page are divided there
    said = "".join(text.words for text in texts_of(document))
    for paper in papers:
        for block in paper.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    assert all(line.words in said for one in row.cells for line in one.lines)


def test_a_unit_takes_one_page_where_one_suffices(provision: Provision, mapping: Mapping) -> None:
    papers = [division_paper(provision, mapping, ref) for ref in printable_units(provision)]
    document = set_cards(papers, page_setup(A4), Furniture(), MEASURER)
    assert len(document.pages) == len(papers)


def test_less_air_rather_than_a_page_with_next_to_nothing(texts_of: Texts) -> None:
    def pages(rows: int) -> list[Drawing]:
        table = Table(
            "", (Column("甲", 1), Column("乙", 1)), tuple(Row((cell(f"行{i}"), cell("值"))) for i in range(rows))
        )
        return list(set_cards([Dossier("某处", (table,))], page_setup(A4), Furniture(), MEASURER).pages)

    counts = [len(pages(rows)) for rows in range(20, 60)]
    first = counts.index(2) + 20
    assert counts == sorted(counts)
    said = [text.words for text in texts_of(pages(first)[1])]
    assert "某处（续）" in said
    assert sum(words.startswith("行") for words in said) > 1


def test_a_heading_stands_with_what_follows(texts_of: Texts) -> None:
    table = Table("", (Column("甲", 1), Column("乙", 1)), tuple(Row((cell(f"行{i}"), cell("值"))) for i in range(4)))
    for count in range(20, 60):
        blocks = (*(Paragraph(f"第{i}段") for i in range(count)), Heading("一、题", 1), table)
        document = set_cards([Dossier("某处", blocks)], page_setup(A4), Furniture(), MEASURER)
        [page] = [page for page in document.pages if "一、题" in [text.words for text in texts_of(page)]]
        assert "行0" in [text.words for text in texts_of(page)]


def test_paragraphs_keep_their_kind_and_their_clause(texts_of: Texts) -> None:
    blocks = (Paragraph("负责文电。", clause="三（一）"), Paragraph("本规定未载明。", Standing.NOT_STATED))
    texts = texts_of(set_cards([Dossier("办公室", blocks)], page_setup(A4), Furniture(), MEASURER))
    inks = {text.words: text.ink for text in texts}
    assert inks["负责文电〔原文三（一）〕。"] is Ink.TEXT
    assert inks["本规定未载明。"] is Ink.SOFT


def test_a_paragraph_longer_than_a_page_goes_on(texts_of: Texts) -> None:
    long = "".join(chr(0x4E00 + i) for i in range(5000))
    document = set_cards([Dossier("某处", (Paragraph(long),))], page_setup(A4), Furniture(), MEASURER)
    assert len(document.pages) > 1
    assert "".join(text.words for text in texts_of(document) if set(text.words) <= set(long)) == long


def test_no_papers_are_no_document() -> None:
    with pytest.raises(ValueError, match="no papers"):
        set_cards([], page_setup(A4), Furniture(), MEASURER)
