"""主要职责 as a tree: duties that unfold into their items."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from eitc_desktop.gui.models.fact_tree import FactNode, FactTreeModel
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Duty, Provision
from eitc_desktop.services.citing import Citing


class DutiesModel(FactTreeModel):
    """Columns 职责, 条款. A duty of several items heads them: it shows as much of its text as two lines hold."""

    def __init__(
        self,
        provision: Provision,
        citing: Citing,
        shown: frozenset[FactRef] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Show the duties with an item among those *shown*, and of these the items; all without it."""
        headers = (QCoreApplication.translate("DutiesModel", "职责"), QCoreApplication.translate("DutiesModel", "条款"))
        rows = [_row(citing, i, duty, shown) for i, duty in enumerate(provision.duties) if _has_any(i, duty, shown)]
        super().__init__(headers, rows, parent)


def _has_any(i: int, duty: Duty, shown: frozenset[FactRef] | None) -> bool:
    return shown is None or any(FactRef(FactKind.DUTY_ITEM, i, j) in shown for j in range(len(duty.items)))


def _row(citing: Citing, i: int, duty: Duty, shown: frozenset[FactRef] | None) -> FactNode:
    ref = FactRef(FactKind.DUTY, i)
    mark = citing.mark(ref)
    whole = len(duty.items) < 2
    row = FactNode((f"{duty.ordinal or ''}{duty.text.text}",), mark, ref, heading=not whole)
    if not whole:
        for j, item in enumerate(duty.items):
            part = FactRef(FactKind.DUTY_ITEM, i, j)
            if shown is None or part in shown:
                row.add(FactNode((item.text,), mark, part, prefix=f"[{j + 1}]"))
    return row
