"""What the picture 去向图 shows: groups, other ends in the sentence's words, grades under divisions."""

from __future__ import annotations

import pytest

from eitc_desktop.gui.models.changes import ChangesModel
from eitc_desktop.gui.models.concerned import concerned
from eitc_desktop.gui.models.flow_rows import FlowGroup, FlowRows, Grouping, Target, Way, target_of
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing


def rows_of(provision: Provision, mapping: Mapping) -> FlowRows:
    model = ChangesModel()
    model.set_provision(provision, Citing(provision))
    return FlowRows(provision, model, mapping)


def groups_of(provision: Provision, mapping: Mapping, grouping: Grouping) -> tuple[FlowGroup, ...]:
    return rows_of(provision, mapping).groups(range(len(provision.changes)), grouping)


def ends(provision: Provision) -> list[Target]:
    return [target_of(change, provision.body.text) for change in provision.changes]


def test_the_other_end_is_what_the_sentence_names(provision: Provision) -> None:
    found = ends(provision)
    assert found[0] == Target(Way.OUT, ("上海市工艺美术行业协会",))
    assert found[3] == Target(Way.END)
    assert found[8] == Target(Way.OUT, ("试点分园政府行政管理机构", "分园所在区（县）管理部门"), ("或",))
    assert found[10] == Target(Way.OUT, ("上海市商务委员会",))
    assert {target.way for target in found[11:]} == {Way.HERE}
    assert all(provision.body.text not in target.names for target in found)


def test_what_comes_in_comes_from_whom_the_sentence_names(other_provisions: tuple[Provision, ...]) -> None:
    came = [target for some in other_provisions for target in ends(some) if target.way is Way.IN]
    assert [target.names[0] for target in came] == ["自治区建设厅", "原青禾县人民政府法制办公室", "县民政局"]


@pytest.mark.usefixtures("styled")
def test_changes_stand_by_kind_and_by_recipient(provision: Provision, mapping: Mapping) -> None:
    kinds = groups_of(provision, mapping, Grouping.KIND)
    assert [group.heading for group in kinds] == ["✕ 取消  8", "↓ 下放  2", "→ 整合  1", "＋ 增加  1", "↑ 加强  4"]
    assert [group.heading for group in groups_of(provision, mapping, Grouping.RECIPIENT)] == [
        "去向：上海市工艺美术行业协会  3",
        "去向：试点分园政府行政管理机构或分园所在区（县）管理部门  1",
        "去向：张江国家自主创新示范区  1",
        "去向：上海市商务委员会  1",
        "去向：本规定未载明  5",
        "＋ 增加  1",
        "↑ 加强  4",
    ]


@pytest.mark.usefixtures("styled")
def test_under_a_division_stand_grade_evidence_and_way(provision: Provision, mapping: Mapping) -> None:
    groups = {group.heading.split("  ")[0]: group for group in groups_of(provision, mapping, Grouping.UNIT)}
    assert len(groups["软件和信息服务业处"].rows) == 4
    moved = groups["生产性服务业处"].rows[0].tie
    assert moved is not None
    assert (moved.grade, moved.evidence) == ("涉及领域 · 名称对应 B · 经 二（九）[2]", "“电子商务”")
    assert moved.provenance is Provenance.DERIVED
    judged = groups["产业投资处"].rows[0].tie
    assert judged is not None
    assert "职能研判 C · 未经本单位确认" in judged.grade
    assert judged.provenance is Provenance.JUDGED
    assert judged.reason
    rest = groups["未对应内设机构"].rows
    assert [row.change for row in rest] == [0, 1, 2, 3, 4, 11, 12]
    shown = {row.change for group in groups.values() for row in group.rows}
    assert shown == set(range(len(provision.changes)))


@pytest.mark.usefixtures("styled")
def test_every_change_of_every_provision_is_in_every_grouping(
    other_provisions: tuple[Provision, ...],
) -> None:
    for some in other_provisions:
        for grouping in Grouping:
            groups = groups_of(some, Mapping(), grouping)
            assert {row.change for group in groups for row in group.rows} == set(range(len(some.changes)))


def test_a_unit_a_duty_and_a_matter_tell_which_changes_concern_them(mapping: Mapping) -> None:
    assert concerned(mapping, FactRef(FactKind.DIVISION, 14)) == {5, 6, 7, 8}
    assert concerned(mapping, FactRef(FactKind.SECOND_NAME, 5)) == {13}
    assert concerned(mapping, FactRef(FactKind.DUTY_ITEM, 7, 2)) == {11}
    assert concerned(mapping, FactRef(FactKind.DUTY, 7)) == {11, 12}
    assert concerned(mapping, FactRef(FactKind.ROLE, 0, 0, 1)) == concerned(mapping, FactRef(FactKind.SPLIT, 0)) == {10}
    assert concerned(mapping, FactRef(FactKind.HOSTED_OFFICE, 1)) == {15}
    assert concerned(mapping, FactRef(FactKind.BODY)) == frozenset()
