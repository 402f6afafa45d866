"""编制、职数 as a table with its 其中: what lies within what, and what is derived from it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from eitc_desktop.gui.models.fact_tree import FactNode, FactTreeModel
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision, Quota
from eitc_desktop.services.citing import Citing
from eitc_desktop.services.staffing import amount_words, parts_of, sum_of_parts


class QuotasModel(FactTreeModel):
    """Columns 名称, 数额, 条款. Below a quota stand those within it (其中), then their sum, marked 推算."""

    def __init__(
        self,
        provision: Provision,
        citing: Citing,
        whole: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        headers = (
            translate("QuotasModel", "名称"),
            translate("QuotasModel", "数额"),
            translate("QuotasModel", "条款"),
        )
        start = parts_of(provision, None) if whole is None else (whole,)
        super().__init__(headers, [_row(provision, citing, i, frozenset()) for i in start], parent)


def amount(quota: Quota) -> str:
    """Return what the text states of a quota: its number, its rule, or that there is none."""
    words = amount_words(quota.minimum, quota.maximum, quota.unit)
    if words is not None:
        return words
    return QCoreApplication.translate("QuotasModel", "本规定未载明") if quota.rule is None else quota.rule.text


def _row(provision: Provision, citing: Citing, i: int, above: frozenset[int]) -> FactNode:
    quota = provision.quotas[i]
    ref = FactRef(FactKind.QUOTA, i)
    row = FactNode((quota.label.text, amount(quota)), citing.mark(ref), ref)
    within = QCoreApplication.translate("QuotasModel", "其中")
    for part in parts_of(provision, i):
        if part not in above:  # a text can't, but a damaged database might, put two quotas within each other
            child = row.add(_row(provision, citing, part, above | {i}))
            if len(row.children) == 1:
                child.prefix = within
            else:
                child.indent = within
    total = sum_of_parts(provision, i)
    if total is not None:
        label = QCoreApplication.translate("QuotasModel", "以上各项相加")
        words = amount_words(total.minimum, total.maximum, total.unit) or ""
        row.add(FactNode((label, words), "", None, Provenance.DERIVED, indent=within))
    return row
