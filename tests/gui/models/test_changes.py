"""职能转变 as a model, and what its filters let through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from eitc_desktop.gui.models.change_words import KIND_ORDER, direction_words, kind_symbol, kind_word
from eitc_desktop.gui.models.changes import ChangeColumn, ChangeRole, ChangesModel, Field
from eitc_desktop.gui.models.changes_filter import ChangesFilter, KindFilter
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import ChangeKind, Direction, Provision
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, DIRECTION_WORDS
from eitc_desktop.services.citing import Citing

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(provision: Provision) -> ChangesModel:
    model = ChangesModel()
    model.set_provision(provision, Citing(provision))
    return model


def column(changes: ChangesFilter, which: ChangeColumn) -> list[str]:
    return [str(changes.index(row, which).data()) for row in range(changes.rowCount())]


def test_models_keep_the_rules_of_qt(
    model: ChangesModel,
    provision: Provision,
    other_provisions: tuple[Provision, ...],
) -> None:
    changes = ChangesFilter(model)
    kind = KindFilter(changes, ChangeKind.ABOLISHED)
    testers = [QAbstractItemModelTester(some, FATAL) for some in (model, changes, kind)]
    changes.show_words("协会")
    changes.show_kind(ChangeKind.ABOLISHED, shown=False)
    changes.show_words("")
    changes.show_kind(ChangeKind.ABOLISHED, shown=True)
    for other in other_provisions:
        model.set_provision(other, Citing(other))
    model.set_provision(provision, Citing(provision))
    assert len(testers) == 3


def test_the_kinds_that_occur_in_their_order(model: ChangesModel) -> None:
    assert [(kind_word(kind), model.count_of(kind)) for kind in model.kinds] == [
        ("取消", 8),
        ("下放", 2),
        ("整合", 1),
        ("增加", 1),
        ("加强", 4),
    ]


def test_every_kind_has_a_word_and_a_symbol_of_its_own() -> None:
    assert len({kind_word(kind) for kind in KIND_ORDER}) == len(ChangeKind)
    assert len({kind_symbol(kind) for kind in KIND_ORDER}) == len(ChangeKind)


def test_words_are_those_of_every_other_output() -> None:
    assert {kind: kind_word(kind) for kind in ChangeKind} == dict(CHANGE_KIND_WORDS)
    for direction in Direction:
        assert direction_words(ChangeKind.INTEGRATED, direction)[2:] == DIRECTION_WORDS[direction]


def test_a_card_says_what_is_stated_and_no_more(model: ChangesModel) -> None:
    assert model.fields_of(0) == (Field("去向", "上海市工艺美术行业协会"),)
    assert model.fields_of(3) == (Field("去向", "本规定未载明", absent=True),)
    devolved = {field.label: field.words for field in model.fields_of(8)}
    assert devolved["去向"] == "试点分园政府行政管理机构或分园所在区（县）管理部门"  # one of the two: 或 is said
    assert "共同认可" in devolved["条件"]
    assert "方向" not in devolved
    integrated = {field.label: field for field in model.fields_of(10)}
    assert integrated["去向"].words == "上海市商务委员会"
    assert integrated["方向"].words == "→ 移出本机关"
    assert integrated["方向"].provenance is Provenance.DERIVED  # the sentence says 划入, of somebody else


def test_rows_as_tab_separated_text(model: ChangesModel) -> None:
    first = model.as_tsv([0]).split("\t")
    assert first == ["取消", "对传统工艺美术大师的认定", "未载明", "上海市工艺美术行业协会", "未载明", "一（一）1"]
    both = model.as_tsv([0, 8]).split("\n")
    assert both[0].split("\t") == ["类别", "事项", "范围", "去向", "条件/例外", "条款"]
    assert len(both) == 3
    assert "试点分园政府行政管理机构或分园所在区（县）管理部门" in both[2]


def test_what_the_program_concludes_is_not_copied(model: ChangesModel) -> None:
    assert model.as_tsv([10]).split("\t")[3] == "上海市商务委员会"
    assert model.index(10, ChangeColumn.RECIPIENTS).data() == "上海市商务委员会"


def test_an_empty_cell_says_that_nothing_is_stated(model: ChangesModel) -> None:
    for row in range(model.rowCount()):
        for which in ChangeColumn:
            cell = model.index(row, which)
            assert cell.data()
            assert cell.data(ChangeRole.ABSENT) == (cell.data() == "未载明")


def test_a_subject_is_as_short_in_the_table_as_on_its_card(model: ChangesModel, provision: Provision) -> None:
    shown = [model.index(row, ChangeColumn.SUBJECT).data() for row in range(model.rowCount())]
    assert shown[12:14] == ["服务企业职责", "行业技术创新引导职责"]
    assert [f"{change.ordinal or ''}{words}" for change, words in zip(provision.changes, shown, strict=True)] == [
        model.headline_of(row) for row in range(model.rowCount())
    ]
    assert model.index(13, ChangeColumn.SUBJECT).data(ChangeRole.WHOLE) == provision.changes[13].text.text


def test_words_narrow_and_kinds_hide(model: ChangesModel) -> None:
    changes = ChangesFilter(model)
    changes.show_words("工艺美术行业协会")
    assert changes.rowCount() == 3
    changes.show_words(" 上海市　品种 ")
    assert column(changes, ChangeColumn.SUBJECT) == ["对传统工艺美术品种和技艺的认定"]
    changes.show_words("")
    changes.show_kind(ChangeKind.ABOLISHED, shown=False)
    assert changes.rowCount() == 8
    assert changes.is_narrowed


def test_sorting_by_kind_and_clause_follows_their_own_order(model: ChangesModel) -> None:
    changes = ChangesFilter(model)
    changes.sort(ChangeColumn.KIND, Qt.SortOrder.DescendingOrder)
    assert column(changes, ChangeColumn.KIND)[0] == "↑ 加强"
    assert column(changes, ChangeColumn.KIND)[-1] == "✕ 取消"
    changes.sort(ChangeColumn.CLAUSE, Qt.SortOrder.AscendingOrder)
    assert column(changes, ChangeColumn.CLAUSE)[0] == "一（一）1"
    changes.sort(ChangeColumn.SUBJECT, Qt.SortOrder.AscendingOrder)
    subjects = column(changes, ChangeColumn.SUBJECT)
    assert subjects == sorted(subjects)


def test_a_column_keeps_the_order_of_the_text(model: ChangesModel) -> None:
    changes = ChangesFilter(model)
    changes.sort(ChangeColumn.CLAUSE, Qt.SortOrder.DescendingOrder)
    abolished = KindFilter(changes, ChangeKind.ABOLISHED)
    refs = [abolished.index(row, 0).data(ChangeRole.REF) for row in range(abolished.rowCount())]
    assert refs == [FactRef(FactKind.CHANGE, i) for i in range(8)]


def test_an_item_belongs_to_its_change(model: ChangesModel) -> None:
    assert model.row_of(FactRef(FactKind.CHANGE_ITEM, 13, 2)) == 13
    assert model.row_of(FactRef(FactKind.DUTY, 0)) is None
    assert model.row_of(FactRef(FactKind.CHANGE, 99)) is None
