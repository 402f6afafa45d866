"""What each paper says, as a table or a dossier; and that there is nothing to say."""

from __future__ import annotations

from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.papers import Dossier, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import NoOpinion, Opinion
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.print_request import KINDS, CannotPrint, PaperKind, PrintRequest
from eitc_desktop.services.print_units import printable_units

_NOTHING = Phrase("Printing", "没有可打印的内容：这份三定规定中没有{0}")
_NOTHING_ENTERED = Phrase("Printing", "没有可打印的内容：这份三定规定还没有录入{0}。请先在“审阅”中录入，或导入审阅包")
_NONE_CHOSEN = Phrase("Printing", "没有选定处室。请先选一个")


def require_content(request: PrintRequest, provision: Provision, review: Review = NOTHING_REVIEWED) -> None:
    """Make sure that *provision*, or its *review*, has something for the paper asked for.

    Raises:
        CannotPrint: if it hasn't, or if no division of it was chosen.
    """
    divisions = (provision.divisions, Phrase("Printing", "内设机构"))
    units = (printable_units(provision), divisions[1])
    needed: dict[PaperKind, tuple[tuple[object, ...], Phrase]] = {
        PaperKind.DIVISION: units,
        PaperKind.DIVISIONS: units,
        PaperKind.DUTIES: divisions,
        PaperKind.MATRIX: divisions if not provision.divisions else (provision.duties, Phrase("Printing", "主要职责")),
        PaperKind.QUOTAS: (provision.quotas, Phrase("Printing", "编制和职数")),
        PaperKind.CHANGES: (provision.changes, Phrase("Printing", "职能转变")),
        PaperKind.SPLITS: (provision.responsibility_splits, Phrase("Printing", "部门间职责分工")),
    }
    if request.kind in needed and not needed[request.kind][0]:
        raise CannotPrint(_NOTHING, needed[request.kind][1])
    if request.kind is PaperKind.DIVISION and request.unit not in printable_units(provision):
        raise CannotPrint(_NONE_CHOSEN)
    if request.kind is PaperKind.OPINIONS and not (review.asked or _has_opinions(review)):
        raise CannotPrint(_NOTHING_ENTERED, Phrase("Printing", "意见"))
    if request.kind is PaperKind.REVIEW_REPORT and not review.live:
        raise CannotPrint(_NOTHING_ENTERED, Phrase("Printing", "审阅内容"))


def _has_opinions(review: Review) -> bool:
    from eitc_desktop.services.papers.authorship import answers_of

    return any(isinstance(one.content, Opinion | NoOpinion) for one in answers_of(review))


def table_of(request: PrintRequest, provision: Provision, mapping: Mapping, review: Review = NOTHING_REVIEWED) -> Table:
    """Return the table that a paper is; *request* is of one of the six kinds that are tables."""
    shown = review if request.verdicts else NOTHING_REVIEWED
    match request.kind:
        case PaperKind.OPINIONS:
            from eitc_desktop.services.papers.opinions import opinions_table

            return opinions_table(provision, review)
        case PaperKind.DUTIES:
            from eitc_desktop.services.papers.duties import duties_table

            return duties_table(provision, mapping, request.grades, shown)
        case PaperKind.QUOTAS:
            from eitc_desktop.services.papers.quotas import quotas_table as make
        case PaperKind.CHANGES:
            from eitc_desktop.services.papers.changes import changes_table as make
        case PaperKind.SPLITS:
            from eitc_desktop.services.papers.splits import splits_table as make
        case _:
            from eitc_desktop.services.papers.matrix import matrix_table

            return matrix_table(provision, mapping, request.grades, shown)
    return make(provision, mapping, request.grades)


def dossiers_of(
    request: PrintRequest, provision: Provision, mapping: Mapping, review: Review = NOTHING_REVIEWED
) -> tuple[Dossier, ...]:
    """Return the papers of running text that make up one: a page of its own for each division, or the one paper."""
    if request.kind is PaperKind.REVIEW_REPORT:
        from eitc_desktop.services.papers.review_report import review_report

        return (review_report(provision, mapping, review),)
    if request.kind is PaperKind.DOSSIER:
        from eitc_desktop.services.papers.dossier import dossier

        return (dossier(provision, mapping, request.grades, request.validity),)
    from eitc_desktop.services.papers.divisions import division_paper

    units = printable_units(provision)
    chosen = (request.unit,) if request.kind is PaperKind.DIVISION else units
    return tuple(division_paper(provision, mapping, ref, request.grades) for ref in units if ref in chosen)


def joined_title(request: PrintRequest, provision: Provision) -> str:
    """Return what several papers of running text are called together."""
    return f"{provision.body.text}{KINDS[request.kind].name}"
