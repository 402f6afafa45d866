"""What the table of shared matters is made of: its rows, and who does what in each of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.wording import role_name
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Matter, Provision
from eitc_desktop.services.agencies import Agency
from eitc_desktop.services.citing import Citing, opening_words


class Chip(NamedTuple):
    """Words in a cell that lead to their place: a role's verb as worded, or the name of a mechanism."""

    words: str
    ref: FactRef
    lead: bool = False  # of the one agency that is 牵头 for the whole matter


class SplitRow(NamedTuple):
    """One shared matter (MATTER), or a heading of the text under which no matter was read (SPLIT)."""

    ref: FactRef
    group: str  # with whom
    first: bool  # of its group
    mark: str
    words: str  # by which the matter is known
    remark: str  # what isn't stated of it
    matter: Matter | None


def rows_of(provision: Provision, citing: Citing) -> Iterator[SplitRow]:
    """Yield the shared matters of *provision*, grouped by counterpart as the text groups them."""
    translate = QCoreApplication.translate
    for i, split in enumerate(provision.responsibility_splits):
        group = group_words(provision, i)
        if not split.matters:
            ref = FactRef(FactKind.SPLIT, i)
            remark = translate("Splits", "未读出分工事项")
            yield SplitRow(ref, group, True, citing.mark(ref), "", remark, None)  # noqa: FBT003  a record
        for j, matter in enumerate(split.matters):
            ref = FactRef(FactKind.MATTER, i, j)
            words = f"{matter.ordinal or ''}{opening_words(matter.text)}"
            remark = "" if matter.lead else translate("Splits", "未载明对本事项整体牵头的单位")
            yield SplitRow(ref, group, j == 0, citing.mark(ref), words, remark, matter)


def group_words(provision: Provision, split: int) -> str:
    """Return with whom the matters of a split are shared, as its heading says."""
    counterpart = provision.responsibility_splits[split].counterpart
    if counterpart is None:
        return QCoreApplication.translate("Splits", "部门间职责分工")
    return QCoreApplication.translate("Splits", "与{0}").format(counterpart.text)


def role_chips(row: SplitRow, agency: Agency) -> tuple[Chip, ...]:
    """Return the roles of *agency* in a matter, in the order of the text; none where it states nothing of them."""
    if row.matter is None:
        return ()
    lead = row.matter.lead_role
    return tuple(
        Chip(role_name(role), FactRef(FactKind.ROLE, row.ref.index, row.ref.part, k), k == lead)
        for k, role in enumerate(row.matter.roles)
        if role.agency.text in agency.forms
    )


def mechanism_chips(row: SplitRow) -> tuple[Chip, ...]:
    """Return the coordinating bodies that a matter names."""
    if row.matter is None:
        return ()
    return tuple(
        Chip(mechanism.text, FactRef(FactKind.MECHANISM, row.ref.index, row.ref.part, k))
        for k, mechanism in enumerate(row.matter.mechanisms)
    )
