"""The papers of the shipped provision as Word and Excel files: the same words in each."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document
from openpyxl import load_workbook

from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Heading, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.office.excel import excel_of
from eitc_desktop.office.word import word_of
from eitc_desktop.services.papers.changes import changes_table
from eitc_desktop.services.papers.dossier import dossier
from eitc_desktop.services.papers.duties import duties_table
from eitc_desktop.services.papers.matrix import matrix_table
from eitc_desktop.services.papers.quotas import quotas_table
from eitc_desktop.services.papers.splits import splits_table

EVERY = frozenset(Grade)
MAKERS = [duties_table, quotas_table, changes_table, splits_table, matrix_table]


def lines_of(table: Table) -> set[str]:
    rows = {line.words for row in table.rows for one in row.cells for line in one.lines}
    return (rows | {column.heading for column in table.columns} | {table.title}) - {""}


@pytest.mark.parametrize("make", MAKERS)
def test_every_line_of_a_table_is_in_both_files(
    make: Callable[[Provision, Mapping, frozenset[Grade]], Table], provision: Provision, mapping: Mapping
) -> None:
    table = make(provision, mapping, EVERY)
    upright = {column.heading for column in table.columns if column.upright}
    document = Document(io.BytesIO(word_of(table)))
    word = {one.text for one in document.element.body.iter() if one.tag.endswith("}p")}
    assert lines_of(table) - upright <= word
    assert upright <= {words.replace("\n", "") for words in word}
    sheet = load_workbook(io.BytesIO(excel_of(table))).active
    assert sheet is not None
    excel = {line for row in sheet.iter_rows() for one in row if one.value for line in str(one.value).split("\n")}
    assert lines_of(table) - upright <= excel
    assert upright <= {str(one.value).replace("\n", "") for row in sheet.iter_rows() for one in row}
    assert not [one.coordinate for row in sheet.iter_rows() for one in row if one.data_type == "f"]


def test_every_heading_of_the_dossier_is_one_in_word(provision: Provision, mapping: Mapping) -> None:
    paper = dossier(provision, mapping, EVERY)
    document = Document(io.BytesIO(word_of(paper)))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name.startswith("Heading")]
    assert headings == [block.words for block in paper.blocks if isinstance(block, Heading)]
    assert len(document.tables) == sum(isinstance(block, Table) for block in paper.blocks)


def test_running_text_has_the_room_that_short_columns_leave(provision: Provision, mapping: Mapping) -> None:
    sheet = load_workbook(
        io.BytesIO(excel_of(duties_table(provision, mapping, frozenset(Grade) - {Grade.JUDGED})))
    ).active
    assert sheet is not None
    widths = {str(sheet[f"{letter}2"].value): one.width for letter, one in sheet.column_dimensions.items()}
    assert widths["对应职责原文"] > 0.36 * sum(widths.values())
    assert len(sheet.row_breaks.brk) <= 6


def test_a_matrix_takes_no_more_pages_than_people_leaf_through(provision: Provision, mapping: Mapping) -> None:
    sheet = load_workbook(io.BytesIO(excel_of(matrix_table(provision, mapping, EVERY)))).active
    assert sheet is not None
    assert len(sheet.row_breaks.brk) < 11
