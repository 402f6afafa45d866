from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.unit_tree import UnitRole, UnitRow, UnitTreeModel
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import units_of

Model = tuple[UnitTreeModel, QAbstractItemModelTester]


@pytest.fixture
def model(qtbot: QtBot, provision: Provision) -> UnitTreeModel:
    model = UnitTreeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    model.set_provision(provision, {})
    return model


def rows(model: UnitTreeModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from rows(model, index)


def shown(index: QModelIndex) -> UnitRow:
    return index.data(UnitRole.ROW)


def group(model: UnitTreeModel, name: str) -> QModelIndex:
    return next(index for index in rows(model) if index.data() == name)


def below(model: UnitTreeModel, name: str) -> list[QModelIndex]:
    above = group(model, name)
    return [model.index(row, 0, above) for row in range(model.rowCount(above))]


def test_the_body_with_its_nameplate_is_the_only_root(model: UnitTreeModel) -> None:
    assert model.rowCount() == 1
    body = model.index(0, 0)
    assert body.data() == "上海市经济和信息化委员会"
    assert shown(body).second_line.words == "牌子：上海市国防科技工业办公室"
    assert body.data(UnitRole.REF) == FactRef(FactKind.BODY)


def test_posts_with_their_quotas(model: UnitTreeModel) -> None:
    posts = [(index.data(), shown(index).trailing) for index in below(model, "领导职务")]
    assert posts == [
        ("主任", "1 名"),
        ("副主任", "6 名"),
        ("市国防科技工业办公室专职副主任", "1-2 名"),
        ("总工程师", "1 名"),
        ("秘书长", "1 名"),
    ]


def test_divisions_in_the_texts_order(model: UnitTreeModel, provision: Provision) -> None:
    divisions = below(model, "内设机构")
    assert [index.data() for index in divisions] == [division.name.text for division in provision.divisions]
    assert len(divisions) == 25
    assert shown(divisions[1]).ordinal.words == "（二）"
    assert shown(divisions[1]).aside.words == "（政策法规处）"
    assert [index.data() for index in divisions if shown(index).mark == "合署办公"] == ["人事教育处"]


def test_a_count_says_whose_it_is(model: UnitTreeModel) -> None:
    heading = group(model, "内设机构")
    assert shown(heading).trailing == "原文 25"
    assert heading.data(UnitRole.REF) is None
    assert not shown(heading).doubtful
    assert shown(group(model, "设在本机关的机构")).trailing == "列出 2"


def test_a_wrong_count_is_marked(model: UnitTreeModel, provision: Provision) -> None:
    model.set_provision(replace(provision, declared_division_count=26), {})
    heading = group(model, "内设机构")
    assert shown(heading).trailing == "原文 26，列出 25"
    assert shown(heading).doubtful


def test_an_undeclared_count_is_ours(model: UnitTreeModel, provision: Provision) -> None:
    model.set_provision(replace(provision, declared_division_count=None), {})
    assert shown(group(model, "内设机构")).trailing == "列出 25"


def test_every_unit_of_every_agency_has_its_row(
    model: UnitTreeModel,
    provision: Provision,
    other_provisions: tuple[Provision, ...],
) -> None:
    for each in (*other_provisions, provision):
        model.set_provision(each, {})
        shown = [index.data(UnitRole.REF) for index in rows(model) if not index.data(UnitRole.GROUP)]
        assert shown == [unit.ref for unit in units_of(each)]


def test_what_belongs_to_a_division_leads_to_it(model: UnitTreeModel, provision: Provision) -> None:
    second = next(i for i, division in enumerate(provision.divisions) if division.second_names)
    assert model.index_of(FactRef(FactKind.SECOND_NAME, second)).data() == provision.divisions[second].name.text
    assert model.index_of(FactRef(FactKind.DUTY, 4)).data(UnitRole.REF) == FactRef(FactKind.BODY)


def test_an_empty_model_leads_nowhere(qtbot: QtBot) -> None:
    assert not UnitTreeModel().index_of(FactRef(FactKind.BODY)).isValid()


def test_another_provision_is_one_reset(model: UnitTreeModel, other_provisions: tuple[Provision, ...]) -> None:
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsRemoved.connect(lambda: told.append("removed"))
    model.rowsInserted.connect(lambda: told.append("inserted"))
    model.set_provision(other_provisions[0], {})
    assert told == ["reset"]
    assert model.unit_count == len(units_of(other_provisions[0]))
