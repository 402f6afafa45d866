"""The widgets that a page of the detail pane is made of, taken again from page to page.

To make and style a widget costs several times what other words in it cost, and most pages are made of the same kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.models.detail_page import DutyTree, Entered, Offer, QuotaTable, Verdicts
from eitc_desktop.gui.models.quotas import QuotasModel
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.clause_mark import ClauseMark
from eitc_desktop.gui.widgets.fact_link import FactLink
from eitc_desktop.gui.widgets.fact_tree_view import FactTreeView
from eitc_desktop.gui.widgets.labels import NotStatedLabel, WrappedLabel
from eitc_desktop.gui.widgets.provenance import Provenance, ProvenanceTag
from eitc_desktop.gui.widgets.word_link import WordLink
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import NOTHING_MAPPED, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing

if TYPE_CHECKING:
    from eitc_desktop.gui.widgets.facet_bar import FacetBar
    from eitc_desktop.gui.widgets.stance_bar import StanceBar
    from eitc_desktop.services.facets import Facets

_Piece = TypeVar("_Piece", bound=QWidget)


class Look(Enum):
    """How words on a page look."""

    PLAIN = auto()
    HEADING = auto()
    LABEL = auto()
    REMARK = auto()


class PageRule(QWidget):
    """A thin line between parts."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with QPainter(self) as painter:
            fill(painter, event.rect(), self._tokens.border)


class PagePieces(QWidget):
    """A sheet that hands out the pieces of one page at a time; those that the page doesn't need are hidden."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    copy_requested = Signal(object)  # FactRef
    place_reached = Signal(QRect)  # in this widget's coordinates
    verdict_requested = Signal(object)  # VerdictWish
    opinion_requested = Signal(object)  # FactRef
    entry_requested = Signal(str)  # id of an entry
    height_changed = Signal()  # a tree needs another height than before

    def __init__(
        self,
        tokens: Tokens,
        provision: Provision,
        citing: Citing,
        mapping: Mapping = NOTHING_MAPPED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._mapping = mapping
        self._provision = provision
        self._citing = citing
        self._stock: dict[Hashable, list[QWidget]] = {}
        self._taken: dict[Hashable, int] = {}  # how many of each kind the page has
        self._pieces: tuple[QWidget, ...] = ()

    @property
    def pieces(self) -> tuple[QWidget, ...]:
        """What is on the page, in the order of reading, which is not the order of making."""
        return self._pieces

    def begin_page(self) -> None:
        """Take all pieces back."""
        self._taken = {}

    def end_page(self, pieces: tuple[QWidget, ...]) -> None:
        """Show the *pieces* that the page has, in the order of reading, and hide the rest."""
        self._pieces = pieces
        for kind, stock in self._stock.items():
            for piece in stock[self._taken.get(kind, 0) :]:
                piece.hide()
        for piece in pieces:
            piece.show()

    def words(self, text: str, look: Look = Look.PLAIN, said: str = "") -> WrappedLabel:
        """Return plain words; *said* is what is heard instead of them where they don't tell enough."""
        t = self._tokens

        def make() -> WrappedLabel:
            match look:
                case Look.PLAIN:
                    return WrappedLabel(t, "", self)
                case Look.HEADING:
                    return WrappedLabel(t, "", self, bold=True)
                case Look.LABEL:
                    return WrappedLabel(t, "", self, muted=True)
                case Look.REMARK:
                    return WrappedLabel(t, "", self, muted=True, points=t.font_small)

        label = self._take(look, make)
        label.setText(text)
        label.mark(())
        if look is not Look.HEADING:
            _say(label, said)
        return label

    def not_stated(self, text: str | None, about: str) -> NotStatedLabel:
        """Return the words for what the provision doesn't state *about* something; *text* words that differently."""
        label = self._take(NotStatedLabel, lambda: NotStatedLabel(self._tokens, self))
        label.show_absence(text)
        _say(label, labelled(about, label.text()) if about else label.text())
        return label

    def link(self, text: str, ref: FactRef, description: str) -> FactLink:
        """Return a way to the page of *ref*."""

        def make() -> FactLink:
            link = FactLink(self._tokens, text, ref, self)
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            link.fact_chosen.connect(self.fact_chosen)
            return link

        link = self._take(FactLink, make)
        link.point_to(text, ref)
        link.setAccessibleDescription(description)
        return link

    def mark(self, ref: FactRef, said: str) -> ClauseMark:
        """Return the mark of *ref*; those who don't see what it stands beside hear what is *said* there."""

        def make() -> ClauseMark:
            mark = ClauseMark(self._tokens, self._citing.mark(ref), ref, self)
            mark.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            mark.clause_requested.connect(self.clause_requested)
            mark.copy_requested.connect(self.copy_requested)
            return mark

        mark = self._take(ClauseMark, make)
        mark.point_to(self._citing.mark(ref), ref)
        mark.setAccessibleDescription(said)
        return mark

    def stances(self, block: Verdicts) -> StanceBar:
        """Return the words that give a verdict."""

        from eitc_desktop.gui.widgets.stance_bar import StanceBar

        def make() -> StanceBar:
            bar = StanceBar(self._tokens, self)
            bar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            bar.wished.connect(self.verdict_requested)
            return bar

        bar = self._take(StanceBar, make)
        bar.show_links(((block.item, block.unit),), block.own)
        return bar

    def offer(self, block: Offer) -> WordLink:
        """Return the way to add an opinion."""
        return self._way(block.words, Offer, lambda: self.opinion_requested.emit(block.ref))

    def entry_link(self, text: str, entry: str, description: str) -> WordLink:
        """Return the way to an entry of the review."""
        link = self._way(text, Entered, lambda: self.entry_requested.emit(entry))
        link.setAccessibleDescription(description)
        return link

    def _way(self, text: str, kind: Hashable, follow: Callable[[], None]) -> WordLink:
        def make() -> WordLink:
            link = WordLink(self._tokens, text, self)
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            return link

        link = self._take(kind, make)
        link.lead(text, follow)
        return link

    def tag(self, provenance: Provenance) -> ProvenanceTag:
        """Return the tag of a provenance."""
        return self._take(provenance, lambda: ProvenanceTag(self._tokens, provenance, self))

    def rule(self) -> PageRule:
        """Return a line between parts."""
        return self._take(PageRule, lambda: PageRule(self._tokens, self))

    def tree(self, block: QuotaTable | DutyTree) -> FactTreeView:
        """Return the tree of *block*, unfolded as it was left."""
        return self._take(block, lambda: self._make_tree(block))

    def facets(self, tree: FactTreeView) -> FacetBar:
        """Return what filters the duties in *tree* by the roles and acts that their words state."""

        from eitc_desktop.gui.widgets.facet_bar import FacetBar

        def make() -> FacetBar:
            bar = FacetBar(self._tokens, self._mapping, self)
            bar.facets_chosen.connect(partial(self._filter_duties, bar, tree))
            return bar

        return self._take(FacetBar, make)

    def _filter_duties(self, bar: FacetBar, tree: FactTreeView, facets: Facets) -> None:
        from eitc_desktop.gui.models.duties import DutiesModel
        from eitc_desktop.services.facets import Facets, items_of

        asked = facets != Facets()
        shown = items_of(self._provision, self._mapping, facets) if asked else None
        bar.show_count(None if shown is None else len(shown))
        tree.show_facts(DutiesModel(self._provision, self._citing, shown), unfolded=asked)

    def _make_tree(self, block: QuotaTable | DutyTree) -> FactTreeView:
        if isinstance(block, QuotaTable):
            view = FactTreeView(self._tokens, QuotasModel(self._provision, self._citing, block.whole), self)
            view.setRootIsDecorated(False)
            view.setItemsExpandable(False)
            view.setIndentation(self._tokens.space_m)
            view.unfold_all()
            view.setAccessibleName(self.tr("编制职数"))
        else:
            from eitc_desktop.gui.models.duties import DutiesModel

            view = FactTreeView(self._tokens, DutiesModel(self._provision, self._citing), self)
            view.setAccessibleName(self.tr("主要职责"))
        view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        view.fact_chosen.connect(self.fact_chosen)
        view.clause_requested.connect(self.clause_requested)
        view.copy_requested.connect(self.copy_requested)
        view.place_reached.connect(lambda place: self.place_reached.emit(place.translated(view.pos())))
        view.height_changed.connect(self.height_changed)
        return view

    def _take(self, kind: Hashable, make: Callable[[], _Piece]) -> _Piece:
        stock, number = self._stock.setdefault(kind, []), self._taken.get(kind, 0)
        self._taken[kind] = number + 1
        if number == len(stock):
            stock.append(make())
        piece = cast("_Piece", stock[number])
        piece.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)  # noqa: FBT003  it goes elsewhere
        return piece


def _say(piece: QWidget, name: str) -> None:
    if piece.accessibleName() != name:
        piece.setAccessibleName(name)
