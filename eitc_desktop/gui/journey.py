"""Going to facts and places of the provision shown, and back to where one has been."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from eitc_desktop.gui.history import History, Visit, visit_of
from eitc_desktop.gui.panes.source import SourcePane
from eitc_desktop.gui.selection import Selection
from eitc_desktop.gui.wording import fact_kind_name
from eitc_desktop.model.facts import FactKind, FactRef, fact_of_clause, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import Citing, place_of
from eitc_desktop.settings import ProvisionMemory

if TYPE_CHECKING:
    from eitc_desktop.gui.main_window import MainWindow

_OPENING = 20  # characters of a fact in the list of places visited last


class Journey(QObject):
    """Chooses facts in every pane, shows places that no fact stands for, and notes both in the history."""

    def __init__(self, selection: Selection, history: History, source: SourcePane, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._selection = selection
        self._history = history
        self._source = source
        self._leading = False  # a chapter is chosen on the way to one of its clauses: that is no visit
        selection.fact_selected.connect(self._note)
        source.place_visited.connect(lambda span: history.visit(Visit(span=span)))
        history.visit_requested.connect(self._go_back_to)

    def begin(self, provision: Provision, citing: Citing, memory: ProvisionMemory) -> None:
        """Choose what was chosen in *provision*, whose facts *citing* knows, last, or else the body."""
        recent = tuple(_known(provision, citing, memory.recent))
        self._history.begin(recent)
        last = next(_known(provision, citing, [memory.selection or ""]), Visit()).ref
        self._selection.select(last or FactRef(FactKind.BODY))
        if recent and recent[0].span is not None:  # what was read last, though no fact stands for it
            self._visit_again(recent[0])

    def choose(self, ref: FactRef) -> None:
        """Choose *ref* in every pane; where it is chosen already, lead back to its words from wherever one has read."""
        if ref != self._selection.current:
            self._selection.select(ref)
            return
        self._source.show_selected(ref)
        self._history.visit(Visit(ref))

    def visit_fact(self, ref: FactRef) -> None:
        """Go to where the text states *ref*, with the keyboard in the text, and choose it in every pane."""
        self._window.go_to(self._source)
        self.choose(ref)

    def visit_clause(self, span: Span) -> None:
        """Go to the clause at *span*, with the keyboard in the text: its fact is chosen, or its heading pointed out."""
        provision = self._provision
        if provision is None:
            return
        ref = fact_of_clause(facts_of(provision), provision.clause_at(span.start))
        self._window.go_to(self._source)
        if ref is None:
            self._go_to_heading(span)
            self._history.visit(Visit(span=span))
        else:
            self.choose(ref)

    def visit_place(self, span: Span) -> None:
        """Show a place of the text that no fact stands for, and note that it was visited."""
        self._window.show_place(span)
        self._history.visit(Visit(span=span))

    def recent_places(self) -> list[tuple[str, Callable[[], None]]]:
        """Return the facts and places visited last, each in words with its clause and with the way back to it."""
        if self._provision is None:
            return []
        words = partial(_place_words, self._provision, Citing(self._provision))
        return [(words(visit), partial(self._visit_again, visit)) for visit in self._history.recent]

    @property
    def _provision(self) -> Provision | None:
        return None if self._window.opened is None else self._window.opened.provision

    def _note(self, ref: FactRef) -> None:
        if not self._leading:
            self._history.visit(Visit(ref))

    def _go_to_heading(self, span: Span) -> None:
        """Point out a clause that states no fact itself; its chapter is what the other panes show meanwhile."""
        sections = () if self._provision is None else self._provision.sections
        for number, section in enumerate(sections):
            if section.span.start <= span.start < section.span.end:
                self._leading = True
                self._selection.select(FactRef(FactKind.SECTION, number))
                self._leading = False
        self._source.go_to_clause(span)

    def _go_back_to(self, visit: Visit) -> None:
        if visit.ref is not None:
            self.choose(visit.ref)
        elif visit.span is not None:
            self._window.show_source()
            if self._source.is_clause(visit.span):
                self._go_to_heading(visit.span)
            else:
                self._source.show_place(visit.span)

    def _visit_again(self, visit: Visit) -> None:
        self._go_back_to(visit)
        self._history.visit(visit)


def _known(provision: Provision, citing: Citing, remembered: Iterable[str]) -> Iterator[Visit]:
    """Yield those of the visits *remembered* that lead somewhere in *provision*."""
    for words in remembered:
        visit = visit_of(words) or Visit()
        in_the_text = visit.span is not None and visit.span.end <= len(provision.text)
        if in_the_text or (visit.ref is not None and visit.ref in citing):
            yield visit


def _place_words(provision: Provision, citing: Citing, visit: Visit) -> str:
    if visit.ref is not None:
        words, place = citing.words(visit.ref), f"{fact_kind_name(visit.ref.kind)} {citing.mark(visit.ref)}"
    else:
        span = visit.span or Span(0, 0)
        words, place = span.of(provision.text), place_of(provision, span)
    words = "".join(words.split())
    opening = f"{words[:_OPENING]}…" if len(words) > _OPENING else words
    return f"{opening}  {place}"
