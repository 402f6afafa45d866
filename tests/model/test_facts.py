from __future__ import annotations

import pytest

from eitc_desktop.model.facts import FactKind, FactRef, fact_of_clause, facts_of
from eitc_desktop.model.provision import Provision


@pytest.mark.parametrize(
    ("place", "ref"),
    [
        ("一（一）3", FactRef(FactKind.CHANGE, 2)),
        ("二（七）", FactRef(FactKind.DUTY, 6)),
        ("三（十二）", FactRef(FactKind.DIVISION, 11)),
        ("五（二）", FactRef(FactKind.SPLIT, 1)),
        ("五（二）2", FactRef(FactKind.MATTER, 1, 1)),
        ("五（五）", FactRef(FactKind.HOSTED_OFFICE, 0)),
        ("五（七）", None),
        ("四", None),
        ("一（一）", None),
    ],
)
def test_a_clause_stands_for_the_fact_that_it_states(provision: Provision, place: str, ref: FactRef | None) -> None:
    clause = next(each for each in provision.clauses if provision.cite(each.span) == place)
    assert fact_of_clause(facts_of(provision), clause) == ref
