"""The picture 去向图 with what it is filled from, and the button that groups it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.models.changes import ChangesModel
from eitc_desktop.gui.models.changes_filter import ChangesFilter
from eitc_desktop.gui.models.flow_rows import FlowRows
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.change_flow import ChangeFlow
from eitc_desktop.gui.widgets.grouping_button import GroupingButton
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision


class FlowDesk(QObject):
    """Fills one picture with the changes that a filter lets through."""

    def __init__(self, tokens: Tokens, model: ChangesModel, changes: ChangesFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._changes = changes
        self._rows: FlowRows | None = None
        self._body = ""
        self.picture = ChangeFlow(tokens, parent)
        self.grouping = GroupingButton(parent)
        self.grouping.grouping_chosen.connect(self.fill)

    def show_provision(self, provision: Provision, mapping: Mapping) -> None:
        """Show changes of *provision* from now on, once :meth:`fill` is called."""
        self._rows = FlowRows(provision, self._model, mapping, self)
        self._body = provision.body.text

    def fill(self) -> None:
        """Show the changes that the filter lets through, in the text's order."""
        if self._rows is not None:
            shown = sorted(self._changes.source_row(row) for row in range(self._changes.rowCount()))
            groups = self._rows.groups(shown, self.grouping.grouping)
            self.picture.show_groups(self._rows, groups, self._body)

    def show_selected(self, ref: FactRef | None) -> None:
        """Mark the change chosen, or none, and softly those that concern what is chosen elsewhere."""
        self.picture.mark_concerned(self._model.concerned)
        self.picture.choose(ref)
