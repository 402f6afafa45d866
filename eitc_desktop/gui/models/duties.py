"""主要职责 as a tree: duties that unfold into their items."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from eitc_desktop.gui.models.fact_tree import FactNode, FactTreeModel
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Duty, Provision
from eitc_desktop.services.citing import Citing, opening_words


class DutiesModel(FactTreeModel):
    """Columns 职责, 条款. A duty shows its opening words while its items hold the whole of it."""

    def __init__(self, provision: Provision, citing: Citing, parent: QObject | None = None) -> None:
        headers = (QCoreApplication.translate("DutiesModel", "职责"), QCoreApplication.translate("DutiesModel", "条款"))
        super().__init__(headers, [_row(citing, i, duty) for i, duty in enumerate(provision.duties)], parent)


def _row(citing: Citing, i: int, duty: Duty) -> FactNode:
    ref = FactRef(FactKind.DUTY, i)
    mark = citing.mark(ref)
    whole = len(duty.items) < 2
    words = duty.text.text if whole else opening_words(duty.text)
    row = FactNode((f"{duty.ordinal or ''}{words}",), mark, ref)
    if not whole:
        for j, item in enumerate(duty.items):
            row.add(FactNode((item.text,), mark, FactRef(FactKind.DUTY_ITEM, i, j), prefix=f"[{j + 1}]"))
    return row
