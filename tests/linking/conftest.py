"""Made-up provisions of other fields, and short ways to say what was found in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from eitc_desktop import paths
from eitc_desktop.linking import Listed, map_provision, read_abbreviations
from eitc_desktop.linking.duties import duty_statistics, machine_links, named_units
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision

NUMERALS = "一二三四五六七八九"

Writing = Callable[..., Provision]
Links = Callable[[Provision], list[tuple[str, str, str]]]


def numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens - 1]) + ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")


@pytest.fixture(scope="session")
def listed() -> Listed:
    return read_abbreviations(decode((paths.resources_dir() / "abbreviations.toml").read_bytes()))


@pytest.fixture(scope="session")
def write() -> Writing:
    """Write a provision of duties, divisions and further matters, and read it."""

    def written(
        duties: Sequence[str],
        divisions: Sequence[str] = (),
        others: Sequence[str] = (),
        changes: Sequence[str] = (),
        body: str = "江城市某某局",
    ) -> Provision:
        lines = [f"根据《江城市人民政府机构改革方案》（江发〔2011〕7号），设立{body}，为市政府工作部门。"]
        if changes:
            lines += ["一、职能转变", *changes]
        lines += ["二、主要职责"]
        lines += [f"（{numeral(i)}）{duty}。" for i, duty in enumerate(duties, 1)]
        lines += ["三、内设机构", f"{body}设{len(divisions)}个内设机构："]
        lines += [f"（{numeral(i)}）{division}" for i, division in enumerate(divisions, 1)]
        if others:
            lines += ["四、其他事项", *(f"（{numeral(i)}）{other}。" for i, other in enumerate(others, 1))]
        return read_provision("\n".join(lines) + "\n")

    return written


@pytest.fixture(scope="session")
def mapped(listed: Listed) -> Callable[[Provision], Mapping]:
    return lambda provision: map_provision(provision, listed)


@pytest.fixture(scope="session")
def machine(listed: Listed) -> Callable[[Provision], list[DutyLink]]:
    """Find the links of a provision by machine alone."""

    def found(provision: Provision) -> list[DutyLink]:
        units, finder = named_units(provision, listed, duty_statistics(provision))
        return list(machine_links(provision, units, finder))

    return found


@pytest.fixture(scope="session")
def named(machine: Callable[[Provision], list[DutyLink]]) -> Links:
    """Say what was linked: the item by the first words of its evidence, the unit by name, the grade with 部分."""

    def said(provision: Provision) -> list[tuple[str, str, str]]:
        return [
            (
                "+".join(one.quote.text for one in link.evidence),
                unit_name(provision, link.unit),
                link.grade.value + ("部分" if link.part else ""),
            )
            for link in machine(provision)
        ]

    return said


@pytest.fixture(scope="session")
def called() -> Callable[[Provision, FactRef], str]:
    return unit_name


def unit_name(provision: Provision, unit: FactRef) -> str:
    if unit.kind is FactKind.DIVISION:
        return provision.divisions[unit.index].name.text
    return provision.hosted_offices[unit.index].name.text
