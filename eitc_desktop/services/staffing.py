"""Arithmetic on quotas: what is derived from stated numbers, and never anything else."""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.model.provision import Provision, Quota, QuotaKind


class DerivedSum(NamedTuple):
    """A sum of stated quotas: a range where a part is one. ``parts`` are indices of ``Provision.quotas``."""

    minimum: int
    maximum: int
    unit: str
    parts: tuple[int, ...]


def parts_of(provision: Provision, whole: int | None) -> tuple[int, ...]:
    """Return the indices of the quotas directly within quota *whole*; with None, of those within no other."""
    return tuple(i for i, quota in enumerate(provision.quotas) if quota.part_of == whole)


def sum_of_parts(provision: Provision, whole: int) -> DerivedSum | None:
    """Add up the leadership posts stated directly within establishment *whole*.

    None where a sum would say little or something the text doesn't: *whole* is no establishment, fewer than
    two parts, parts of other kinds, a part without a number (a rule), or differing units.
    """
    if provision.quotas[whole].kind is not QuotaKind.ESTABLISHMENT:
        return None
    parts = parts_of(provision, whole)
    quotas = [provision.quotas[i] for i in parts]
    units = {quota.unit for quota in quotas}
    if len(parts) < 2 or len(units) != 1 or any(quota.kind is not QuotaKind.LEADERSHIP for quota in quotas):
        return None
    unit = units.pop()
    bounds = [_bounds(quota) for quota in quotas]
    known = [bound for bound in bounds if bound is not None]
    if unit is None or len(known) != len(bounds):
        return None
    return DerivedSum(sum(low for low, _ in known), sum(high for _, high in known), unit, parts)


def amount_words(minimum: int | None, maximum: int | None, unit: str | None) -> str | None:
    """Return 294 名, or 1-2 名 for a range, or None where no number is stated."""
    if minimum is None or maximum is None:
        return None
    number = str(minimum) if minimum == maximum else f"{minimum}-{maximum}"
    return f"{number} {unit}" if unit else number


def _bounds(quota: Quota) -> tuple[int, int] | None:
    if quota.minimum is None or quota.maximum is None:
        return None
    return quota.minimum, quota.maximum
