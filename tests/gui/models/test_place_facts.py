from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.place_facts import PlaceColumn, PlaceFactsModel, PlaceRole
from eitc_desktop.gui.wording import fact_kind_name
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing


@pytest.fixture
def model(qtbot: QtBot, provision: Provision) -> PlaceFactsModel:
    model = PlaceFactsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    model.set_provision(provision, Citing(provision))
    return model


def refs(model: PlaceFactsModel) -> list[FactRef]:
    return [model.index(row, 0).data(PlaceRole.REF) for row in range(model.rowCount())]


def test_the_narrowest_fact_comes_first(model: PlaceFactsModel, provision: Provision) -> None:
    item = provision.duties[9].items[1]
    model.set_place(item.span.start)
    assert refs(model) == [FactRef(FactKind.DUTY_ITEM, 9, 1), FactRef(FactKind.DUTY, 9)]
    assert model.row_of(FactRef(FactKind.DUTY, 9)) == 1
    assert model.row_of(FactRef(FactKind.DUTY, 8)) == -1


def test_behind_the_last_character_the_fact_is_still_there(model: PlaceFactsModel, provision: Provision) -> None:
    name = provision.divisions[4].name
    model.set_place(name.span.end)
    assert refs(model) == [FactRef(FactKind.DIVISION, 4)]


def test_rows_say_kind_words_and_clause(model: PlaceFactsModel, provision: Provision) -> None:
    model.set_place(provision.divisions[4].span.start)
    cells = [model.index(0, column).data() for column in PlaceColumn]
    assert cells == ["内设机构", "经济运行处", "三（五）"]


def test_every_fact_is_found_where_it_stands(model: PlaceFactsModel, provision: Provision) -> None:
    for fact in facts_of(provision):
        if fact.ref.kind is FactKind.SECTION:
            continue
        assert model.span_of(fact.ref) == fact.span
        if fact.ref.kind in {FactKind.DUTY_ITEM, FactKind.CHANGE_ITEM} and model.map.wholes(fact.span) == ():
            continue  # the only item: its whole stands for it
        model.set_place(fact.span.start)
        assert fact.ref in refs(model)


def test_every_kind_has_a_chinese_name() -> None:
    names = [fact_kind_name(kind) for kind in FactKind]
    assert len(set(names)) == len(names)
    assert all(name and not name.isascii() for name in names)
