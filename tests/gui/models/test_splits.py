"""Shared matters as a table, on the real provision and on others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.split_notes import SplitNotes
from eitc_desktop.gui.models.splits import SplitRole, SplitsModel
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

OWN, COMMERCE, REFORM, SCIENCE, OFFICE, BODIES = range(6)
ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def model(qtbot: QtBot, provision: Provision) -> SplitsModel:
    return SplitsModel(provision, Citing(provision))


def cell(model: SplitsModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def test_the_models_keep_qts_rules(qtbot: QtBot, provision: Provision, other_provisions: tuple[Provision, ...]) -> None:
    for each in (provision, *other_provisions):
        model = SplitsModel(each, Citing(each))
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        assert tester.model() is model
        assert model.rowCount() == sum(max(len(split.matters), 1) for split in each.responsibility_splits)


def test_matters_by_agencies_with_the_verbs_as_worded(model: SplitsModel) -> None:
    assert (model.rowCount(), model.columnCount()) == (6, 6)
    assert [model.headerData(column, ACROSS) for column in (OWN, BODIES)] == ["上海市经济和信息化委员会", "协调机制"]
    assert cell(model, 0, OWN) == "负责、协助"
    assert cell(model, 1, OWN) == "配合、加强协作"
    assert cell(model, 4, SCIENCE) == "负责、加强沟通协调"
    assert cell(model, 4, REFORM) == "加强沟通协调"  # a third party in 五（三）
    assert cell(model, 5, OWN) == "会同的对象、统筹、牵头负责、会同"
    assert cell(model, 0, BODIES) == "上海市电子商务发展联席会议"


def test_only_who_leads_the_whole_is_marked_as_leading(model: SplitsModel) -> None:
    led = [(row, column) for row in range(6) for column in range(5) if cell(model, row, column).startswith("◆")]
    assert led == [(0, COMMERCE), (1, COMMERCE), (2, REFORM), (3, REFORM)]
    assert cell(model, 1, COMMERCE) == "◆ 整体牵头：牵头负责、牵头、加强协作"
    remarks = [model.row_at(row).remark for row in range(6)]
    assert remarks == [""] * 4 + ["未载明对本事项整体牵头的单位"] * 2


def test_what_isnt_stated_is_a_dash_that_says_so(model: SplitsModel) -> None:
    index = model.index(0, SCIENCE)
    assert index.data() == "—"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<div>原文未载明其角色</div>"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "上海市科学技术委员会：原文未载明其角色"
    assert model.index(2, BODIES).data(Qt.ItemDataRole.ToolTipRole) == "<div>原文未载明协调机制</div>"


def test_each_role_leads_to_its_own_words(model: SplitsModel, provision: Provision) -> None:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for chip in model.index(row, column).data(SplitRole.CHIPS):
                assert model.rows_of(chip.ref) == [row]
                assert model.column_of(chip.ref) == column
    assert model.rows_of(FactRef(FactKind.SPLIT, 1)) == [2, 3]
    assert model.rows_of(FactRef(FactKind.DUTY, 1)) == []
    assert model.column_of(FactRef(FactKind.MATTER, 1, 1)) is None
    shown = {chip.ref for row in range(6) for column in range(6) for chip in model.chips_at(row, column)}
    matters = [matter for split in provision.responsibility_splits for matter in split.matters]
    assert len(shown) == sum(len(matter.roles) + len(matter.mechanisms) for matter in matters)


def test_rows_for_a_spreadsheet(model: SplitsModel) -> None:
    lines = [line.split("\t") for line in model.as_tsv([0]).splitlines()]
    assert lines[0] == ["事项", "单位", "原文用语", "原文", "条款"]
    assert [line[1:3] for line in lines[1:]] == [
        ["上海市商务委员会", "牵头"],
        ["上海市经济和信息化委员会", "负责"],
        ["上海市经济和信息化委员会", "协助"],
        ["上海市电子商务发展联席会议", "原文未载明其角色"],
    ]
    assert {line[0] for line in lines[1:]} == {"与上海市商务委员会：1.上海市商务委员会牵头本市电子商务发展推广工作…"}
    assert {line[4] for line in lines[1:]} == {"五（一）1"}
    assert lines[2][3].startswith("上海市经济和信息化委员会负责本市电子商务产业推进")


def test_what_is_noticed_of_a_matter(qtbot: QtBot, provision: Provision, mapping: Mapping) -> None:
    notes = SplitNotes(provision, mapping, Citing(provision))
    (same,) = notes.of_matter(FactRef(FactKind.MATTER, 1, 1))
    assert same.words == "与五（三）同一主题：两处均有“负责战略性新兴产业的产业化推进工作”"
    assert (same.link, same.provenance) == (FactRef(FactKind.MATTER, 2, 0), Provenance.DERIVED)
    (back,) = notes.of_matter(FactRef(FactKind.MATTER, 2, 0))
    assert back.link == FactRef(FactKind.MATTER, 1, 1)
    (change,) = notes.of_matter(FactRef(FactKind.MATTER, 0, 0))
    assert change.words == "→整合 组织编制本市电子商务发展规划等有关职责（名称对应 B：“本市电子商务发展规划”）"
    assert (change.label, change.provenance) == ("职能转变", Provenance.DERIVED)
    tension, strengthened = notes.of_matter(FactRef(FactKind.MATTER, 3, 0))
    assert tension.label == "核查结果"
    assert tension.words.endswith("两处用语不同，请对照原文")
    assert [Citing(provision).mark(ref) for ref in tension.marks] == ["二（四）", "五（四）"]
    assert strengthened.words.startswith("↑加强 ")
