"""Duties and quotas as Qt models, on the real text and on others'."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from eitc_desktop.gui.models.duties import DutiesModel
from eitc_desktop.gui.models.fact_tree import FactRole, FactTreeModel
from eitc_desktop.gui.models.quotas import QuotasModel
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing


def rows(model: FactTreeModel, parent: QModelIndex | None = None) -> list[tuple[str, ...]]:
    above = parent or QModelIndex()
    return [
        tuple(str(model.index(row, column, above).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount(above))
    ]


def test_models_keep_the_rules_of_qt(provision: Provision, other_provisions: tuple[Provision, ...]) -> None:
    for some in (provision, *other_provisions):
        citing = Citing(some)
        for model in (DutiesModel(some, citing), QuotasModel(some, citing)):
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_duties_unfold_into_their_items(provision: Provision) -> None:
    model = DutiesModel(provision, Citing(provision))
    assert model.rowCount() == 20
    items = sum(max(model.rowCount(model.index(row, 0)), 1) for row in range(20))
    assert items == 65
    first = model.index(0, 0)
    assert rows(model)[0] == (f"（一）{provision.duties[0].text.text}", "二（一）")
    assert first.data(FactRole.LINES) == 2
    assert model.index(0, 0, first).data(FactRole.LINES) == 0
    assert model.index(0, 0, first).data(FactRole.PREFIX) == "[1]"
    assert model.index(1, 0, first).data() == provision.duties[0].items[1].text


def test_a_duty_of_one_item_shows_its_words(provision: Provision) -> None:
    model = DutiesModel(provision, Citing(provision))
    assert rows(model)[17] == ("（十八）负责本市无线电管理工作。", "二（十八）")
    assert not model.hasChildren(model.index(17, 0))


def test_an_item_is_found_by_its_fact(provision: Provision) -> None:
    model = DutiesModel(provision, Citing(provision))
    ref = FactRef(FactKind.DUTY_ITEM, 9, 1)
    assert model.ref_at(model.index_of(ref)) == ref
    assert not model.index_of(FactRef(FactKind.DIVISION, 0)).isValid()


def test_quotas_stand_with_what_lies_within_them(provision: Provision) -> None:
    model = QuotasModel(provision, Citing(provision))
    assert rows(model) == [
        ("机关行政编制", "294 名", "四"),
        ("非领导职数", "按照《公务员法》有关规定核定", "四"),
    ]
    whole = model.index(0, 0)
    assert rows(model, whole) == [
        ("主任", "1 名", "四"),
        ("副主任", "6 名", "四"),
        ("市国防科技工业办公室专职副主任", "1-2 名", "四"),
        ("总工程师", "1 名", "四"),
        ("秘书长", "1 名", "四"),
        ("正副处级领导职数", "77 名", "四"),
        ("以上各项相加", "87-88 名", ""),
    ]
    assert model.index(0, 0, whole).data(FactRole.PREFIX) == "其中"


def test_a_sum_is_marked_as_derived_and_is_no_fact(provision: Provision) -> None:
    model = QuotasModel(provision, Citing(provision))
    total = model.index(6, 0, model.index(0, 0))
    assert total.data(FactRole.PROVENANCE) == Provenance.DERIVED
    assert total.data(FactRole.REF) is None
    assert "推算" in total.data(Qt.ItemDataRole.AccessibleTextRole)


def test_one_quota_alone(provision: Provision) -> None:
    model = QuotasModel(provision, Citing(provision), whole=6)
    assert rows(model) == [("正副处级领导职数", "77 名", "四")]
