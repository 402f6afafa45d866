"""Duty items chosen by the role and the act that their words state."""

from __future__ import annotations

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.facets import NO_ROLE, Facets, acts_found, items_of, roles_found


def marks(provision: Provision, items: frozenset[FactRef]) -> list[str]:
    return [f"{provision.duties[ref.index].ordinal}{ref.part + 1}" for ref in sorted(items)]


def test_roles_are_those_that_the_text_has(provision: Provision, mapping: Mapping) -> None:
    assert set(roles_found(mapping)) == {"会同", "参与", "协同", "配合", "承办"}
    assert {"拟订", "组织实施", "指导", "协调", "监督管理", "推进"} <= set(acts_found(mapping))


def test_nine_items_are_done_together_with_others(provision: Provision, mapping: Mapping) -> None:
    found = items_of(provision, mapping, Facets(role="会同"))
    expected = "（一）2 （二）3 （三）5 （四）2 （四）5 （七）2 （十）1 （十一）1 （十四）4"
    assert marks(provision, found) == expected.split()


def test_every_item_states_a_role_or_none(provision: Provision, mapping: Mapping) -> None:
    every = items_of(provision, mapping, Facets())
    assert len(every) == 65
    with_role = frozenset[FactRef]().union(
        *(items_of(provision, mapping, Facets(role=role)) for role in roles_found(mapping))
    )
    without = items_of(provision, mapping, Facets(role=NO_ROLE))
    assert not with_role & without
    assert with_role | without == every


def test_role_and_act_together(provision: Provision, mapping: Mapping) -> None:
    both = items_of(provision, mapping, Facets(role="参与", act="指导"))
    assert marks(provision, both) == ["（十）2"]
