"""What a screen reader is told of a chart: its boxes, which are no widgets, with their names and how they stand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from eitc_desktop.gui.chart.view import ChartView

_Role = QAccessible.Role


class ChartInterface(QAccessibleWidget):
    """A chart as a tree whose items are the boxes shown, in the text's order."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view, _Role.Tree)
        self._view = view
        self._boxes: dict[int, BoxInterface] = {}  # kept: Qt holds no more than their address

    # Qt overrides

    def childCount(self) -> int:
        """Count the boxes."""
        return self._view.box_count

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return what speaks for a box, None beyond the last."""
        if not 0 <= index < self._view.box_count:
            return None
        if index not in self._boxes:
            self._boxes[index] = BoxInterface(self._view, index)
        return self._boxes[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a box, -1 for what is none."""
        return child.box if isinstance(child, BoxInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the box at a place of the screen."""
        box = self._view.box_at(self._view.mapFromGlobal(QPoint(x, y)).toPointF())
        return None if box is None else self.child(box)

    def focusChild(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the box where the keyboard is."""
        box = self._view.current_box
        return None if box is None or not self._view.hasFocus() else self.child(box)


class BoxInterface(QAccessibleInterface):
    """Speaks for whatever box has this number at the moment."""

    def __init__(self, view: ChartView, box: int) -> None:
        super().__init__()
        self._view = view
        self.box = box
        self._actions = BoxActions(view, box)  # kept: Qt holds no more than its address

    # Qt overrides

    def interface_cast(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, arg__1: QAccessible.InterfaceType
    ) -> QAccessibleActionInterface | None:
        """Return what can be done with it; nothing else that Qt may ask for.

        PySide says that an address is to be returned, and takes it from the object that is.
        """
        return self._actions if arg__1 is QAccessible.InterfaceType.ActionInterface else None

    def isValid(self) -> bool:
        """Say whether there is such a box."""
        return Shiboken.isValid(self._view) and self.box < self._view.box_count

    def object(self) -> QObject | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return nothing: a box is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the window that the chart is in."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return what speaks for the chart."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return nothing: boxes hold no others."""
        del index

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return nothing."""
        del x, y

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return -1."""
        del child
        return -1

    def rect(self) -> QRect:
        """Return where the box stands on the screen."""
        rect = self._view.box_rect(self.box)
        place = self._view.mapToGlobal(QPoint(round(rect.x), round(rect.y)))
        return QRect(place.x(), place.y(), round(rect.width), round(rect.height))

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a tree."""
        return _Role.TreeItem

    def text(self, t: QAccessible.Text) -> str:
        """Return its name, or all else that is to be said of it."""
        if not self.isValid():
            return ""
        if t is QAccessible.Text.Name:
            return self._view.name_of(self.box)
        return self._view.description_of(self.box) if t is QAccessible.Text.Description else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing."""

    def state(self) -> QAccessible.State:
        """Return whether it is chosen, has the keyboard, is unfolded, and is in sight."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True  # pyright: ignore[reportAttributeAccessIssue]
            return state
        view, number = self._view, self._view.number_of(self.box)
        unfolded = None if view.folds is None else view.folds.is_unfolded(number)
        flags = {
            "focusable": True,
            "selectable": view.ref_of(number) is not None,
            "selected": number == view.chosen,
            "focused": view.hasFocus() and self.box == view.current_box,
            "expandable": unfolded is not None,
            "expanded": unfolded is True,
            "collapsed": unfolded is False,
            "offscreen": not view.is_in_sight(self.box),
        }
        for name, flag in flags.items():
            setattr(state, name, flag)
        return state


class BoxActions(QAccessibleActionInterface):
    """What a screen reader can do with the box that has this number: choose it, and fold or unfold what is below."""

    def __init__(self, view: ChartView, box: int) -> None:
        super().__init__()
        self._view = view
        self._box = box

    @property
    def _unfolded(self) -> bool | None:
        """Whether what is below is seen, None where nothing is, or the box is gone."""
        if not Shiboken.isValid(self._view) or self._box >= self._view.box_count or self._view.folds is None:
            return None
        return self._view.folds.is_unfolded(self._view.number_of(self._box))

    # Qt overrides

    def actionNames(self) -> list[str]:
        """Return the names that Qt knows them by."""
        press, toggle = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction()
        return [press] if self._unfolded is None else [press, toggle]

    def localizedActionName(self, name: str) -> str:
        """Return what the menu of a box calls it."""
        if name == QAccessibleActionInterface.toggleAction():
            return self._view.fold_phrase(unfolded=self._unfolded is True)
        return self._view.choose_phrase

    def localizedActionDescription(self, name: str) -> str:
        """Return the same: the name says it all."""
        return self.localizedActionName(name)

    def doAction(self, actionName: str) -> None:  # noqa: N803  Qt's name
        """Do it."""
        if not Shiboken.isValid(self._view) or self._box >= self._view.box_count:
            return
        if actionName == QAccessibleActionInterface.pressAction():
            self._view.press(self._box)
        elif actionName == QAccessibleActionInterface.toggleAction():
            self._view.toggle(self._view.number_of(self._box))

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803  Qt's name
        """Return the key that does it where the keyboard is."""
        return ["Space" if actionName == QAccessibleActionInterface.toggleAction() else "Return"]
