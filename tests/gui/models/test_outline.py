from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.outline import OutlineModel, OutlineRole
from eitc_desktop.model.provision import Provision


@pytest.fixture
def model(qtbot: QtBot, provision: Provision) -> OutlineModel:
    model = OutlineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    model.set_provision(provision)
    return model


def labels(model: OutlineModel, parent: QModelIndex) -> list[str]:
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_chapters(model: OutlineModel) -> None:
    assert labels(model, QModelIndex()) == [
        "引言",
        "一、职能转变",
        "二、主要职责",
        "三、内设机构",
        "四、人员编制",
        "五、其他事项",
        "六、附则",
    ]


def test_clauses_by_heading_or_opening_words(model: OutlineModel) -> None:
    changes, duties, divisions = (model.index(row, 0) for row in (1, 2, 3))
    assert labels(model, changes)[0] == "（一）取消的职责"
    assert len(labels(model, duties)) == 20
    assert labels(model, duties)[17] == "（十八）负责本市无线电管理工作。"
    assert labels(model, duties)[0].startswith("（一）贯彻执行工业和信息化工作的法律")
    assert len(labels(model, divisions)) == 25


def test_every_clause_leads_to_a_row(
    model: OutlineModel,
    provision: Provision,
    other_provisions: tuple[Provision, ...],
) -> None:
    for each in (*other_provisions, provision):
        model.set_provision(each)
        for clause in each.clauses:
            shown = model.index_of(clause).data(OutlineRole.CLAUSE)
            assert shown.span.covers(clause.span)
            assert (shown == clause) or clause.ordinal is None
