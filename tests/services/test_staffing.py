"""Sums of stated quotas: ranges stay ranges, and nothing is summed that would say too much."""

from __future__ import annotations

from dataclasses import replace

from eitc_desktop.model.provision import Provision, QuotaKind
from eitc_desktop.services.staffing import amount_words, parts_of, sum_of_parts


def test_posts_within_the_establishment_add_up_to_a_range(provision: Provision) -> None:
    total = sum_of_parts(provision, 0)
    assert total is not None
    assert (total.minimum, total.maximum, total.unit) == (87, 88, "名")
    assert total.parts == parts_of(provision, 0)


def test_what_lies_within_nothing(provision: Provision) -> None:
    labels = [provision.quotas[i].label.text for i in parts_of(provision, None)]
    assert labels == ["机关行政编制", "非领导职数"]


def test_no_sum_of_a_single_part(provision: Provision) -> None:
    assert sum_of_parts(replace(provision, quotas=provision.quotas[:2]), 0) is None


def test_no_sum_where_a_part_has_no_number(provision: Provision) -> None:
    vague = replace(provision.quotas[1], minimum=None, maximum=None)
    quotas = (provision.quotas[0], vague, *provision.quotas[2:])
    assert sum_of_parts(replace(provision, quotas=quotas), 0) is None


def test_no_sum_of_different_units_or_without_unit(provision: Provision) -> None:
    first, *rest = provision.quotas
    mixed = (first, replace(rest[0], unit="人"), *rest[1:])
    assert sum_of_parts(replace(provision, quotas=mixed), 0) is None
    bare = (first, *(replace(quota, unit=None) for quota in rest))
    assert sum_of_parts(replace(provision, quotas=bare), 0) is None


def test_no_sum_of_establishments(provision: Provision) -> None:
    first, second, *rest = provision.quotas
    quotas = (first, replace(second, kind=QuotaKind.ESTABLISHMENT), *rest)
    assert sum_of_parts(replace(provision, quotas=quotas), 0) is None


def test_amounts_in_words() -> None:
    assert amount_words(294, 294, "名") == "294 名"
    assert amount_words(1, 2, "名") == "1-2 名"
    assert amount_words(3, 3, None) == "3"
    assert amount_words(None, None, "名") is None


def test_no_sum_within_what_is_no_establishment(provision: Provision) -> None:
    first, *rest = provision.quotas
    quotas = (replace(first, kind=QuotaKind.LEADERSHIP), *rest)
    assert sum_of_parts(replace(provision, quotas=quotas), 0) is None
