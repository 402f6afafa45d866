"""Tables and papers of running text as pages."""

from __future__ import annotations

from eitc_desktop.composing.cards import set_cards
from eitc_desktop.composing.manuscript import set_dossier
from eitc_desktop.composing.page import Furniture
from eitc_desktop.composing.tables import TYPE_SIZE, set_table
from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Document
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.print_papers import dossiers_of, joined_title, table_of
from eitc_desktop.services.print_proof import Composed
from eitc_desktop.services.print_request import KINDS, LARGE_TYPE, PaperKind, PrintRequest, Scaling, setup_of


def table_pages(
    request: PrintRequest,
    provision: Provision,
    mapping: Mapping,
    measurer: TextMeasurer,
    review: Review = NOTHING_REVIEWED,
) -> tuple[Document, Composed]:
    """Return a table in pages, set in the type asked for."""
    table = table_of(request, provision, mapping, review)
    document = set_table(table, setup_of(request), _furniture(request), measurer, type_size=_type_size(request))
    return document, Composed(scaling=request.scaling)


def text_pages(
    request: PrintRequest,
    provision: Provision,
    mapping: Mapping,
    measurer: TextMeasurer,
    review: Review = NOTHING_REVIEWED,
) -> tuple[Document, Composed]:
    """Return a paper of running text in pages: the overview as GB/T 9704-2012 has it, each unit on pages of its own."""
    papers, furniture = dossiers_of(request, provision, mapping, review), _furniture(request)
    if KINDS[request.kind].official:
        return set_dossier(papers[0], measurer, furniture), Composed(official=True)
    title = joined_title(request, provision) if request.kind is PaperKind.DIVISIONS else ""
    size = _type_size(request) or TYPE_SIZE
    document = set_cards(papers, setup_of(request), furniture, measurer, title=title, type_size=size)
    return document, Composed(scaling=request.scaling)


def _type_size(request: PrintRequest) -> float | None:
    return {Scaling.FIXED: request.type_size, Scaling.LARGE: LARGE_TYPE}.get(request.scaling)


def _furniture(request: PrintRequest) -> Furniture:
    return Furniture(request.secrecy, request.maker, request.made_on)
