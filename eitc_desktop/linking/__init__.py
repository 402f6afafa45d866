"""What corresponds to what in a provision: from its text, listed abbreviations and curated judgements to a Mapping."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf

from eitc_desktop.linking.changes import change_links, reached_units, same_subjects, tensions
from eitc_desktop.linking.duties import duty_statistics, machine_links, unit_forms
from eitc_desktop.linking.judgements import Judged, UnusableJudgements, read_abbreviations, read_judgements
from eitc_desktop.linking.matching import TermFinder
from eitc_desktop.linking.names import Abbreviation
from eitc_desktop.linking.wording import FAMILIES, ROLES, wordings_of
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision

__all__ = ["FAMILIES", "ROLES", "Abbreviation", "UnusableJudgements", "map_provision", "read_abbreviations"]


def map_provision(
    provision: Provision, abbreviations: MappingOf[str, Abbreviation], judgements: str | None = None
) -> Mapping:
    """Return all correspondences of *provision*; *judgements* is the text of its curated file, None without one.

    Raises:
        UnusableJudgements: if an entry of *judgements* doesn't hold.
    """
    units, statistics = unit_forms(provision, abbreviations), duty_statistics(provision)
    finder = TermFinder(statistics)
    machine = tuple(machine_links(provision, units, finder))
    judged = Judged() if judgements is None else read_judgements(judgements, provision, machine)
    set_aside = {(rejection.item, rejection.unit) for rejection in judged.rejections}
    links = [link for link in machine if (link.item, link.unit) not in set_aside]
    links = sorted([*links, *judged.links], key=lambda link: (link.item, link.unit))
    changes = [*change_links(provision, units, finder, statistics)]
    known = {(link.change, link.target) for link in changes}
    changes += [link for link in judged.change_links if (link.change, link.target) not in known]
    changes += reached_units(changes, links)
    return Mapping(
        duty_links=tuple(links),
        rejections=judged.rejections,
        wordings=tuple(wordings_of(provision)),
        change_links=tuple(sorted(changes, key=lambda link: (link.change, link.target))),
        same_subjects=tuple(same_subjects(provision)),
        findings=tuple(tensions(provision)),
    )
