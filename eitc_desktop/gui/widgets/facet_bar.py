"""Two choices by which duty items are filtered: the role and the act that their words state."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.services.facets import NO_ROLE, Facets, acts_found, roles_found

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class FacetBox(QComboBox):
    """A choice within a page: Space opens it, arrows and the wheel are the page's."""

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the page."""
        if event.key() in _ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()


class FacetBar(QWidget):
    """Shows the roles and acts that there are in a provision."""

    facets_chosen = Signal(object)  # Facets

    def __init__(self, tokens: Tokens, mapping: Mapping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = self._box(self.tr("协作角色"), [(name, name) for name in roles_found(mapping)])
        self._role.addItem(labelled(self.tr("协作角色"), self.tr("未载明")), NO_ROLE)
        self._act = self._box(self.tr("行为"), [(name, name) for name in acts_found(mapping)])
        self._count = QLabel(self)
        self._flow = FlowLayout(tokens.space_s, self)
        for box in self.boxes:
            self._flow.addWidget(box)
            box.currentIndexChanged.connect(self._tell)
        self._flow.addWidget(self._count)

    @property
    def boxes(self) -> tuple[QComboBox, QComboBox]:
        """The choice of a role and that of an act."""
        return self._role, self._act

    @property
    def facets(self) -> Facets:
        """What is chosen."""
        return Facets(self._role.currentData(), self._act.currentData())

    def show_count(self, count: int | None) -> None:
        """Say how many duty items answer the choices; nothing with None."""
        none, some = self.tr("没有符合的分项"), self.tr("符合 {0} 项")
        self._count.setText("" if count is None else some.format(count) if count else none)

    def _box(self, name: str, choices: list[tuple[str, str]]) -> FacetBox:
        box = FacetBox(self)
        box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box.setAccessibleName(name)
        box.addItem(labelled(name, self.tr("全部")), None)
        for words, value in choices:
            box.addItem(labelled(name, words), value)
        return box

    def _tell(self) -> None:
        self.facets_chosen.emit(self.facets)

    # Qt overrides

    def heightForWidth(self, width: int) -> int:
        """Return the height of the choices at *width*."""
        return self._flow.heightForWidth(width)
