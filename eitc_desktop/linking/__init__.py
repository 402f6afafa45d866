"""What corresponds to what in a provision: from its text, listed abbreviations and curated judgements to a Mapping."""

from __future__ import annotations

from eitc_desktop.linking.changes import change_links, changed_matters, reached_units
from eitc_desktop.linking.duties import duty_statistics, machine_links, named_units
from eitc_desktop.linking.judgements import Judged, UnusableJudgements, read_abbreviations, read_judgements
from eitc_desktop.linking.matters import SharedMatters, same_subjects, tensions
from eitc_desktop.linking.names import Abbreviation, Listed
from eitc_desktop.linking.wording import FAMILIES, ROLES, wordings_of
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision

__all__ = ["FAMILIES", "ROLES", "Abbreviation", "Listed", "UnusableJudgements", "map_provision", "read_abbreviations"]


def map_provision(provision: Provision, abbreviations: Listed, judgements: str | None = None) -> Mapping:
    """Return all correspondences of *provision*; *judgements* is the text of its curated file, None without one.

    Raises:
        UnusableJudgements: if an entry of *judgements* doesn't hold.
    """
    statistics = duty_statistics(provision)
    units, finder = named_units(provision, abbreviations, statistics)
    shared = SharedMatters(provision)
    machine = tuple(machine_links(provision, units, finder))
    changes = [*change_links(provision, units, finder, statistics), *changed_matters(provision, shared)]
    judged = Judged() if judgements is None else read_judgements(judgements, provision, machine, changes)
    set_aside = {(rejection.item, rejection.unit) for rejection in judged.rejections}
    links = [link for link in machine if (link.item, link.unit) not in set_aside]
    links = sorted([*links, *judged.links], key=lambda link: (link.item, link.unit))
    changes += judged.change_links
    changes += reached_units(changes, links)
    return Mapping(
        duty_links=tuple(links),
        rejections=judged.rejections,
        wordings=tuple(wordings_of(provision)),
        change_links=tuple(sorted(changes, key=lambda link: (link.change, link.target))),
        same_subjects=tuple(same_subjects(shared)),
        findings=tuple(tensions(provision, shared)),
    )
