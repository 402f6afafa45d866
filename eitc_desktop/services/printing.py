"""Composing a paper: from what is wanted to the pages that are shown, printed and saved alike."""

from __future__ import annotations

from dataclasses import dataclass

from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Document
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.print_papers import require_content
from eitc_desktop.services.print_proof import Composed, ProofFacts, facts_of_pages
from eitc_desktop.services.print_request import KINDS, FileFormat, PaperKind, PrintRequest, Scaling, check

__all__ = ["PaperKind", "PrintJob", "PrintRequest", "Scaling", "compose"]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """The pages of a paper, and what the print proof says of them."""

    request: PrintRequest
    document: Document
    proof: ProofFacts


def compose(
    request: PrintRequest,
    provision: Provision,
    mapping: Mapping,
    measurer: TextMeasurer,
    *,
    review: Review = NOTHING_REVIEWED,
) -> PrintJob:
    """Return the pages of what is asked for, set with the fonts that *measurer* measures.

    ``review`` is what reviewers entered on *provision*.

    Raises:
        CannotPrint: if it can't be put on paper as asked, or there is nothing in it.
        PaperTooSmall: if the sheet has no room for it.
    """
    check(request)
    require_content(request, provision, review)
    document, composed = _pages(request, provision, mapping, measurer, review)
    return PrintJob(request, document, facts_of_pages(document, composed, measurer))


def _pages(
    request: PrintRequest, provision: Provision, mapping: Mapping, measurer: TextMeasurer, review: Review
) -> tuple[Document, Composed]:
    if request.kind is PaperKind.CHART:
        from eitc_desktop.services.print_chart import chart_pages

        return chart_pages(request, provision, measurer)
    from eitc_desktop.services.print_pages import table_pages, text_pages

    make = table_pages if FileFormat.EXCEL in KINDS[request.kind].formats else text_pages
    return make(request, provision, mapping, measurer, review)
