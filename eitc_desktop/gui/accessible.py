"""What a screen reader is told of widgets that Qt knows only as areas or as words: headings, ways to other facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from eitc_desktop.gui.widgets.fact_link import FactLink
    from eitc_desktop.gui.widgets.page_pieces import PagePieces

_Role = QAccessible.Role


def speak() -> None:
    """Let a screen reader hear what each widget is. Without one nothing is asked and nothing made."""
    QAccessible.installFactory(_spoken)


def _spoken(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what speaks for *thing*; None leaves it to Qt."""
    if class_name == "ChartView":  # made of what is loaded with the chart alone
        return _chart(thing)
    from eitc_desktop.gui.widgets.change_column import ColumnHead
    from eitc_desktop.gui.widgets.fact_link import FactLink
    from eitc_desktop.gui.widgets.labels import WrappedLabel
    from eitc_desktop.gui.widgets.page_pieces import PagePieces
    from eitc_desktop.gui.widgets.page_scroll import PageScroll
    from eitc_desktop.gui.widgets.provenance import ProvenanceTag

    match thing:
        case FactLink():
            return _Link(thing)
        case ColumnHead():
            return QAccessibleWidget(thing, _Role.Heading)
        case WrappedLabel() if thing.font().bold():
            return QAccessibleWidget(thing, _Role.Heading)
        case ProvenanceTag():
            return QAccessibleWidget(thing, _Role.StaticText)
        case PagePieces():
            return _Sheet(thing)
        case PageScroll():
            return QAccessibleWidget(thing, _Role.Document)
        case _:
            return None


def _chart(thing: QObject) -> QAccessibleInterface | None:
    from eitc_desktop.gui.chart.accessible import ChartInterface
    from eitc_desktop.gui.chart.view import ChartView

    return ChartInterface(thing) if isinstance(thing, ChartView) else None


class _Link(QAccessibleWidget):
    """A way to another fact, which a screen reader can follow too."""

    def __init__(self, link: FactLink) -> None:
        super().__init__(link, _Role.Link)
        self._link = link

    # Qt overrides

    def state(self) -> QAccessible.State:
        """Say that it leads somewhere."""
        state = super().state()
        state.linked = True  # pyright: ignore[reportAttributeAccessIssue]
        return state

    def actionNames(self) -> list[str]:
        """Offer to follow it."""
        return [self.pressAction()]

    def doAction(self, actionName: str) -> None:  # noqa: N803
        """Follow it."""
        if actionName == self.pressAction():
            self._link.follow()


class _Sheet(QAccessibleWidget):
    """A page whose pieces are walked as they are read, in whatever order they were made."""

    def __init__(self, sheet: PagePieces) -> None:
        super().__init__(sheet, _Role.Client)
        self._sheet = sheet

    # Qt overrides

    def childCount(self) -> int:
        """Count the pieces of the page."""
        return len(self._sheet.pieces)

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return what speaks for a piece, None beyond the last."""
        pieces = self._sheet.pieces
        return QAccessible.queryAccessibleInterface(pieces[index]) if 0 <= index < len(pieces) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return where a piece stands, -1 for what is none."""
        thing = child.object()
        return self._sheet.pieces.index(thing) if thing in self._sheet.pieces else -1
