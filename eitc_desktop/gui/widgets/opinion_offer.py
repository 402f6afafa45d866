"""添加意见… in the menus of facts: one item for all of them, where opinions may be entered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.text import Span


class OpinionOffer(QObject):
    """A child of the widget in which opinions are offered: menus of whatever lies in that find it."""

    wanted = Signal(object)  # FactRef or Span


def offer_opinion(menu: QMenu, widget: QWidget, place: FactRef | Span, words: str = "") -> None:
    """Add to the *menu* of *widget* the item that adds an opinion on *place*; *words* where several are offered.

    Nothing is added where opinions aren't offered.
    """
    offer = offer_around(widget)
    if offer is not None:
        menu.addSeparator()
        menu.addAction(words or opinion_words(), lambda: offer.wanted.emit(place))


def offer_around(widget: QWidget) -> OpinionOffer | None:
    """Return the offer that holds for *widget*, None where there is none."""
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    above: QWidget | None = widget
    while above is not None:
        offer = above.findChild(OpinionOffer, options=directly)
        if offer is not None:
            return offer
        above = above.parentWidget()
    return None


def opinion_words() -> str:
    """Return 添加意见…."""
    return QCoreApplication.translate("OpinionOffer", "添加意见…")
