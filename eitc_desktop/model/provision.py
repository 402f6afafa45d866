"""One 三定规定 as frozen facts, each with its span in the normalised text (vocabulary: docs/architecture.md)."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum

from eitc_desktop.model.text import Quote, Span
from eitc_desktop.records import record


class SectionKind(StrEnum):
    """What a section of the provision is about."""

    PREAMBLE = "preamble"
    FUNCTION_CHANGES = "function_changes"
    MAIN_DUTIES = "main_duties"
    DIVISIONS = "divisions"
    STAFFING = "staffing"
    OTHER_MATTERS = "other_matters"
    SUPPLEMENTARY = "supplementary"
    OTHER = "other"


class ChangeKind(StrEnum):
    """What happened to a function (职能转变)."""

    ABOLISHED = "abolished"
    DEVOLVED = "devolved"
    TRANSFERRED_IN = "transferred_in"
    TRANSFERRED_OUT = "transferred_out"
    INTEGRATED = "integrated"
    ADDED = "added"
    STRENGTHENED = "strengthened"
    HANDED_OVER = "handed_over"
    UNSPECIFIED = "unspecified"


LEAVING = frozenset({ChangeKind.DEVOLVED, ChangeKind.TRANSFERRED_OUT, ChangeKind.HANDED_OVER})
"""Kinds by which a function goes to somebody: the kind itself says that it leaves the agency."""

ENDING_HERE = LEAVING | {ChangeKind.ABOLISHED}
"""Kinds by which the agency no longer has the function: where no recipient is named, that is worth saying."""


class Direction(StrEnum):
    """Whether a function comes to the body or leaves it, where the sentence shows it."""

    IN = "in"
    OUT = "out"


def direction_told(kind: ChangeKind, direction: Direction | None) -> Direction | None:
    """Return the direction where it says more than the kind does; it is a reading of the sentence, never its words."""
    return None if kind in LEAVING or kind is ChangeKind.TRANSFERRED_IN else direction


class QuotaKind(StrEnum):
    """编制 (establishment) or 职数 (leadership posts)."""

    ESTABLISHMENT = "establishment"
    LEADERSHIP = "leadership"


class RolePosition(StrEnum):
    """How an agency stands in the sentence that gives its role."""

    SUBJECT = "subject"  # acts by itself: 商务委牵头…
    JOINT = "joint"  # acts together with others named beside it: 甲、乙与丙…加强沟通协调
    PARTNER = "partner"  # is the one acted with: 办公厅会同发展改革委…


class Severity(StrEnum):
    """Weight of a finding."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@record
class Clause:
    """A node of the text's outline, in text order.

    ``index`` is its place in ``Provision.clauses``; ``parent`` the parent's index, None for a section;
    ``depth`` 0 for sections. ``ordinal`` is the label as worded (一, （七）, 1., 第三条), None for a
    paragraph without one. ``span`` holds the clause with all below it, ``body`` what follows the ordinal
    and is the clause's own (up to its first child). ``citation`` names the place the way officials cite
    it (二（七）); a paragraph without ordinal carries its parent's.
    """

    index: int
    parent: int | None
    depth: int
    ordinal: str | None
    number: int | None
    heading: str | None
    citation: str
    span: Span
    body: Span


@record
class Section:
    """A chapter, or an article of a provision written in articles. ``clause`` is an index of ``clauses``."""

    ordinal: str | None
    heading: str | None
    kind: SectionKind
    span: Span
    clause: int


@record
class Basis:
    """A document that the provision names as its legal basis; ``number`` is that document's, never this one's."""

    title: str
    number: str | None
    span: Span


@record
class Nameplate:
    """A second name of a unit (加挂、增挂…牌子); ``of`` is None for the body itself."""

    name: Quote
    of: str | None

    @property
    def span(self) -> Span:
        return self.name.span


@record
class FunctionChange:
    """One function abolished, devolved, moved, added or strengthened.

    ``text`` runs to its closing 。 and includes it; ``items`` are the pieces between ；and 。 without the mark.
    ``recipients`` hold every body that receives the function, alternatives included; ``origin`` is the body
    that the sentence says had it.
    """

    kind: ChangeKind
    direction: Direction | None
    ordinal: str | None
    text: Quote
    subject: Quote | None
    origin: Quote | None
    recipients: tuple[Quote, ...]
    scope: Quote | None
    condition: Quote | None
    exception: Quote | None
    items: tuple[Quote, ...]

    @property
    def span(self) -> Span:
        return self.text.span

    @property
    def leaves(self) -> bool:
        """Whether the agency no longer has the function, or not all of it.

        What corresponds to such a change is its field (涉及领域) and nothing more: no duty is its remnant.
        """
        return self.kind in ENDING_HERE or self.direction is Direction.OUT

    @property
    def recipients_worded(self) -> str | None:
        """The recipients as the sentence lists them, with the words that join them (或, 和); None without any.

        Whether a function goes to both or to one of them is said by those words alone.
        """
        if not self.recipients:
            return None
        offset = self.span.start
        return self.text.text[self.recipients[0].span.start - offset : self.recipients[-1].span.end - offset]


@record
class Duty:
    """A numbered main duty and the items between its ；and 。 (numbered by us from 1: 程序编号)."""

    ordinal: str | None
    text: Quote
    items: tuple[Quote, ...]

    @property
    def span(self) -> Span:
        return self.text.span


@record
class Division:
    """An internal division (内设机构). ``second_names`` are what stands in （）after the name.

    ``duties`` are its own duties where the text gives them. ``ordinal`` is None where the text gives none.
    ``counted`` is False for a body named after the declared number without a number of its own (机关党委).
    """

    ordinal: str | None
    name: Quote
    second_names: tuple[Quote, ...]
    nameplates: tuple[Quote, ...]
    duties: tuple[Quote, ...]
    counted: bool = True

    @property
    def span(self) -> Span:
        return self.name.span


@record
class CoLocation:
    """Units working together (合署办公) as worded; nothing more is concluded."""

    units: tuple[Quote, ...]
    text: Quote

    @property
    def span(self) -> Span:
        return self.text.span


_POST_CLASS = re.compile(r"(?:职数|职|级|领导|[正副][省部厅局处科股])$")


@record
class Quota:
    """Establishment or leadership posts: ``minimum``..``maximum`` in ``unit``, or a ``rule`` without a number.

    ``part_of`` is the index in ``Provision.quotas`` of the quota that this one lies within. ``of`` is the
    unit it belongs to when that is not the body itself.
    """

    kind: QuotaKind
    type: str | None
    label: Quote
    minimum: int | None
    maximum: int | None
    unit: str | None
    rule: Quote | None
    of: Quote | None
    part_of: int | None
    span: Span

    @property
    def is_post(self) -> bool:
        """True for a named leadership post (主任), False for an establishment or a class of posts (职数, 正科)."""
        return self.kind is QuotaKind.LEADERSHIP and not _POST_CLASS.search(self.label.text)


@record
class ActualStaff:
    """Staff actually in post (实有), which is never a quota."""

    label: Quote
    count: int
    unit: str | None
    span: Span


@record
class Role:
    """What an agency does in a shared matter; ``verb`` as worded."""

    agency: Quote
    verb: Quote
    text: Quote
    position: RolePosition

    @property
    def span(self) -> Span:
        return self.text.span


@record
class Matter:
    """A matter shared with other agencies. ``lead``: the one agency that is 牵头 for the whole of it, else None."""

    ordinal: str | None
    text: Quote
    lead: Quote | None
    roles: tuple[Role, ...]
    mechanisms: tuple[Quote, ...]

    @property
    def span(self) -> Span:
        return self.text.span

    @property
    def lead_role(self) -> int | None:
        """The place in ``roles`` of the role by which one agency leads the whole matter, None where nobody does."""
        return next((k for k, role in enumerate(self.roles) if role.agency == self.lead), None)


@record
class ResponsibilitySplit:
    """与…的有关职责分工: one per heading; ``counterpart`` as worded, None where the heading names no agency."""

    counterpart: Quote | None
    matters: tuple[Matter, ...]
    span: Span


@record
class HostedOffice:
    """An office set in the body (设在…)."""

    name: Quote
    span: Span  # the sentence that says so


@record
class Reference:
    """A law or document named in 《》 other than the basis."""

    name: Quote

    @property
    def span(self) -> Span:
        return self.name.span


@record
class Closing:
    """Who interprets and who adjusts the provision."""

    interpreted_by: Quote | None
    adjusted_by: Quote | None
    span: Span


@record
class Coverage:
    """Sentences of the text: ``sentences == typed + context + unparsed``."""

    sentences: int
    typed: int
    context: int
    unparsed: int


@record
class Finding:
    """Something the reader or a check noticed. ``span`` is None where it concerns no place in the text."""

    severity: Severity
    code: str
    message: str
    span: Span | None


@record
class Provision:
    """A 三定规定 as read. ``text`` is the normalised text that every span counts in."""

    text: str
    title: Quote | None
    document_number: Quote | None
    issued: Quote | None
    effective: Quote | None
    body: Quote
    status: Quote | None
    level: Quote | None
    basis: tuple[Basis, ...]
    nameplates: tuple[Nameplate, ...]
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    changes: tuple[FunctionChange, ...]
    duties: tuple[Duty, ...]
    divisions: tuple[Division, ...]
    declared_division_count: int | None
    declared_division_span: Span | None
    co_locations: tuple[CoLocation, ...]
    quotas: tuple[Quota, ...]
    actual_staff: tuple[ActualStaff, ...]
    responsibility_splits: tuple[ResponsibilitySplit, ...]
    hosted_offices: tuple[HostedOffice, ...]
    references: tuple[Reference, ...]
    closing: Closing | None
    coverage: Coverage
    findings: tuple[Finding, ...]

    def clause_at(self, offset: int) -> Clause:
        """Return the deepest clause that holds the character at *offset* (code points).

        An offset between two clauses belongs to the nearest one before it that holds it, else to that one.
        """
        place = bisect_right(self.clauses, offset, key=_clause_start) - 1
        clause = self.clauses[max(place, 0)]
        while offset >= clause.span.end and clause.parent is not None:
            parent = self.clauses[clause.parent]
            if offset >= parent.span.end:
                break
            clause = parent
        return clause

    def cite(self, span: Span) -> str:
        """Return the citation of the place where *span* begins, for example 二（七）."""
        return self.clause_at(span.start).citation


def _clause_start(clause: Clause) -> int:
    return clause.span.start
