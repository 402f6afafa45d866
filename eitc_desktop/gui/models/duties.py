"""主要职责 as a tree: duties that unfold into their items."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from eitc_desktop.gui.models.fact_tree import FactNode, FactTreeModel
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Duty, Provision
from eitc_desktop.services.citing import Citing


class DutiesModel(FactTreeModel):
    """Columns 职责, 条款. A duty of several items heads them: it shows as much of its text as two lines hold."""

    def __init__(self, provision: Provision, citing: Citing, parent: QObject | None = None) -> None:
        headers = (QCoreApplication.translate("DutiesModel", "职责"), QCoreApplication.translate("DutiesModel", "条款"))
        super().__init__(headers, [_row(citing, i, duty) for i, duty in enumerate(provision.duties)], parent)


def _row(citing: Citing, i: int, duty: Duty) -> FactNode:
    ref = FactRef(FactKind.DUTY, i)
    mark = citing.mark(ref)
    whole = len(duty.items) < 2
    row = FactNode((f"{duty.ordinal or ''}{duty.text.text}",), mark, ref, heading=not whole)
    if not whole:
        for j, item in enumerate(duty.items):
            row.add(FactNode((item.text,), mark, FactRef(FactKind.DUTY_ITEM, i, j), prefix=f"[{j + 1}]"))
    return row
