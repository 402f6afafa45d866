"""意见汇总表 and 审阅报告 as Word and Excel files, for whoever has a review at hand and no window."""

from __future__ import annotations

from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.review import Review
from eitc_desktop.services.print_office import office_file
from eitc_desktop.services.print_request import FileFormat, PaperKind, PrintRequest


def review_request(kind: PaperKind, *, secrecy: str = "", maker: str = "", made_on: str = "") -> PrintRequest:
    """Return the request of a paper of a review on A4; pages of it are made with ``gui.printing.offscreen``."""
    return PrintRequest(kind, secrecy=secrecy, maker=maker, made_on=made_on)


def review_file(
    kind: PaperKind,
    form: FileFormat,
    provision: Provision,
    mapping: Mapping,
    review: Review,
    *,
    secrecy: str = "",
    maker: str = "",
    made_on: str = "",
) -> bytes:
    """Return a paper of *review* as the bytes of a Word or Excel file.

    Raises:
        CannotPrint: if nothing is entered, or the kind of paper has no such format.
    """
    request = review_request(kind, secrecy=secrecy, maker=maker, made_on=made_on)
    return office_file(request, provision, mapping, form, review=review)
