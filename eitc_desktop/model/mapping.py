"""What corresponds to what in a provision: matched by machine or judged by somebody, never stated by the text.

A provision that assigns duties to its divisions says so itself (grade A). Every other link is a reading of it, with its
grade and evidence; vocabulary: docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Finding
from eitc_desktop.model.text import Quote
from eitc_desktop.records import record


class Grade(StrEnum):
    """How strong a link is, strongest first; a chain of links is as weak as its weakest."""

    STATED = "A"  # 明文: the text assigns it
    NAMED = "B"  # 名称对应: a term of the name stands there, literally or by a listed abbreviation
    JUDGED = "C"  # 职能研判: somebody's reading, with its reason


def weakest(grades: Iterable[Grade]) -> Grade:
    """Return the weakest of *grades*, of which there is at least one."""
    return max(grades)  # A < B < C


class Method(StrEnum):
    """How a link was found."""

    STATED = "stated"
    NAME = "name"
    JUDGEMENT = "judgement"


@record
class Evidence:
    """Words of the duty item or change (``quote``) and what they stand for.

    ``term`` is the term of the unit's name that they match, None for a judgement or words common to both sides;
    ``ground`` says why they may where they aren't literally the same: a listed abbreviation's reason.
    """

    quote: Quote
    term: str | None = None
    ground: str | None = None


@record
class Judgement:
    """Somebody's reading: ``reason`` in one Chinese sentence, ``judge`` who read, ``date`` when (ISO 8601)."""

    reason: str
    judge: str
    date: str


@record
class DutyLink:
    """One duty item ↔ one unit. ``item`` is a DUTY_ITEM, ``unit`` a DIVISION or a HOSTED_OFFICE.

    ``part``: the unit's name covers the item only in part; the evidence is the part covered.
    ``judgement`` is there where the grade is C.
    """

    item: FactRef
    unit: FactRef
    grade: Grade
    method: Method
    part: bool
    evidence: tuple[Evidence, ...]
    judgement: Judgement | None = None


@record
class Rejection:
    """A match by name that a judgement set aside: names deceive. ``item`` and ``unit`` as in DutyLink."""

    item: FactRef
    unit: FactRef
    evidence: tuple[Evidence, ...]
    judgement: Judgement


class WordingKind(StrEnum):
    """What certain words of a duty item say."""

    ROLE = "role"  # the agency's part beside others: 会同, 配合 …
    ACT = "act"  # what it does: 拟订, 指导 …
    LIMIT = "limit"  # what bounds it: 按照市政府批准权限 …


@record
class Wording:
    """Words of a duty item that state a role, an act or a limit; ``name`` is the role or act they count as."""

    item: FactRef
    kind: WordingKind
    name: str
    quote: Quote


@record
class ChangeLink:
    """One function change ↔ what it concerns today.

    ``target`` is a DUTY_ITEM, a DIVISION, a HOSTED_OFFICE or a MATTER. ``evidence`` quotes the change;
    ``counterpart`` the words of a duty item or matter that correspond to it. ``via`` is the duty item through which a
    unit is reached, None where the change itself names it. For abolished and devolved functions a link names a field
    (涉及领域) and nothing more.
    """

    change: FactRef
    target: FactRef
    grade: Grade
    evidence: tuple[Evidence, ...]
    counterpart: tuple[Quote, ...] = ()
    via: FactRef | None = None
    judgement: Judgement | None = None


@record
class SameSubject:
    """Two shared matters (MATTER) that treat one subject, and the words common to both, each at its own place."""

    matters: tuple[FactRef, FactRef]
    quotes: tuple[Quote, Quote]


@record
class Mapping:
    """All correspondences of one provision, in the order of the text."""

    duty_links: tuple[DutyLink, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    wordings: tuple[Wording, ...] = ()
    change_links: tuple[ChangeLink, ...] = ()
    same_subjects: tuple[SameSubject, ...] = ()
    findings: tuple[Finding, ...] = ()

    def links_of_item(self, item: FactRef) -> tuple[DutyLink, ...]:
        """Return the links of a duty item."""
        return tuple(link for link in self.duty_links if link.item == item)

    def links_of_unit(self, unit: FactRef) -> tuple[DutyLink, ...]:
        """Return the links of a division or hosted office."""
        return tuple(link for link in self.duty_links if link.unit == unit)

    def changes_of(self, target: FactRef) -> tuple[ChangeLink, ...]:
        """Return the links of function changes to a duty item, unit or matter."""
        return tuple(link for link in self.change_links if link.target == target)

    def links_of_change(self, change: FactRef, kind: FactKind) -> tuple[ChangeLink, ...]:
        """Return what a change concerns of one kind."""
        return tuple(link for link in self.change_links if link.change == change and link.target.kind is kind)

    def wordings_of(self, item: FactRef, kind: WordingKind) -> tuple[Wording, ...]:
        """Return the roles, acts or limits that the words of a duty item state."""
        return tuple(wording for wording in self.wordings if wording.item == item and wording.kind is kind)


NOTHING_MAPPED = Mapping()
"""Of a provision that nobody mapped."""
