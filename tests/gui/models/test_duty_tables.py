"""处室职责对应一览表 and the items without a division."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from eitc_desktop.gui.models.duty_matrix import DutyMatrix, Narrowing
from eitc_desktop.gui.models.duty_tables import DivisionDutiesModel, DutyTableRole, UnmappedItemsModel
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing


@pytest.fixture
def divisions(provision: Provision, mapping: Mapping) -> DivisionDutiesModel:
    model = DivisionDutiesModel()
    model.show_matrix(DutyMatrix(provision, mapping), Citing(provision), Narrowing())
    return model


def row_words(model: DivisionDutiesModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_models_hold_what_qt_asks_of_them(provision: Provision, mapping: Mapping) -> None:
    matrix, citing = DutyMatrix(provision, mapping), Citing(provision)
    for model in (DivisionDutiesModel(), UnmappedItemsModel()):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        if isinstance(model, DivisionDutiesModel):
            model.show_matrix(matrix, citing, Narrowing())
        else:
            model.show_matrix(matrix, citing, Narrowing())
        assert model.rowCount()


def test_one_row_a_division_with_a_line_for_each_link(divisions: DivisionDutiesModel, mapping: Mapping) -> None:
    assert divisions.rowCount() == 27
    assert divisions.headings == ("序号", "名称", "括号内名称", "对应职责原文", "依据条款", "等级")
    words = row_words(divisions, 3)
    assert words[:3] == ["（四）", "综合规划处", "结构调整推进处"]
    links = mapping.links_of_unit(FactRef(FactKind.DIVISION, 3))
    assert [len(column.splitlines()) for column in words[3:]] == [len(links)] * 3
    assert "二（二）[2]" in words[4]
    assert [line[0] for line in words[5].splitlines()] == [link.grade.value for link in links]
    judged = [line for line in words[5].splitlines() if line.startswith("C")]
    assert judged
    assert all(line.endswith("研判 未经本单位确认") for line in judged)


def test_a_division_without_an_item_says_so(divisions: DivisionDutiesModel) -> None:
    assert row_words(divisions, 0)[3:] == ["未对应", "—", "—"]
    assert row_words(divisions, 26)[0] == "设在本机关"


def test_judgements_can_be_left_out(provision: Provision, mapping: Mapping) -> None:
    model = DivisionDutiesModel()
    model.show_matrix(DutyMatrix(provision, mapping), Citing(provision), Narrowing(frozenset({Grade.NAMED})))
    grades = [line[0] for row in range(25) for line in row_words(model, row)[5].splitlines()]
    assert set(grades) == {"B", "—"}
    assert row_words(model, 1)[3] == "没有符合筛选的对应"  # the research office has judged links alone
    assert row_words(model, 0)[3] == "未对应"


def test_a_spreadsheet_reads_the_copied_rows_back(divisions: DivisionDutiesModel) -> None:
    read = list(csv.reader(io.StringIO(divisions.as_tsv([3, 0])), delimiter="\t"))
    assert read == [list(divisions.headings), row_words(divisions, 3), row_words(divisions, 0)]


def test_items_without_a_division_name_the_office_that_has_them(provision: Provision, mapping: Mapping) -> None:
    model = UnmappedItemsModel()
    model.show_matrix(DutyMatrix(provision, mapping), Citing(provision), Narrowing())
    assert model.rowCount() == 21
    notes = [str(model.index(row, 2).data()) for row in range(21)]
    assert notes.count("未对应") == 19
    told = [note for note in notes if note != "未对应"]
    assert all("上海市促进中小企业发展协调办公室 B 名称对应" in note and "不计入" in note for note in told)
    clauses = [str(model.index(row, 0).data()) for row in range(21)]
    assert "二（十八）" in clauses  # a duty of one item has no number of ours
    refs = [model.index(row, 0).data(DutyTableRole.REF) for row in range(21)]
    assert [model.row_of(ref) for ref in refs] == list(range(21))


def test_the_tables_follow_the_role_and_the_words_asked_for(provision: Provision, mapping: Mapping) -> None:
    matrix, citing = DutyMatrix(provision, mapping), Citing(provision)
    divisions, unmapped = DivisionDutiesModel(), UnmappedItemsModel()
    divisions.show_matrix(matrix, citing, Narrowing(role="参与"))
    shown = [str(divisions.index(row, 4).data()) for row in range(divisions.rowCount())]
    assert [clause for clause in shown if clause != "—"] == ["二（十）[2]"]
    unmapped.show_matrix(matrix, citing, Narrowing(role="参与"))
    assert [str(unmapped.index(row, 0).data()) for row in range(unmapped.rowCount())] == ["二（三）[4]"]
    unmapped.show_matrix(matrix, citing, Narrowing(words=("无线电",)))
    assert unmapped.rowCount() == 1
