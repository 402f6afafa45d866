"""What reviewers enter about a provision: opinions, verdicts on links, allocations. Entered, never stated by the text.

A review is a set of revisions that only grows. What is edited gets a further revision that names the ones it replaces;
what is withdrawn likewise. So two reviews are merged by uniting their sets, in any order, and nothing is ever lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.text import Span


class OpinionCategory(StrEnum):
    """类别 of an opinion."""

    OPINION = "opinion"  # 意见
    QUESTION = "question"  # 疑问
    SUGGESTION = "suggestion"  # 建议
    GROUND = "ground"  # 依据


class Adoption(StrEnum):
    """采纳情况 of an opinion."""

    ADOPTED = "adopted"  # 采纳
    PARTLY = "partly"  # 部分采纳
    REJECTED = "rejected"  # 不采纳
    PENDING = "pending"  # 待研究


class Stance(StrEnum):
    """What a reviewer thinks of a link, or of there being none."""

    AGREE = "agree"  # 同意
    DISAGREE = "disagree"  # 不同意
    DOUBT = "doubt"  # 存疑


class Post(StrEnum):
    """Half of a class of leadership posts (处级职数): 正 or 副."""

    CHIEF = "chief"
    DEPUTY = "deputy"


class RowKind(StrEnum):
    """Where posts of an allocation may go."""

    UNIT = "unit"  # a division or hosted office of the provision
    LEADERSHIP = "leadership"  # 委领导 (the body's own leaders)
    RESERVE = "reserve"  # 预留
    BODY = "body"  # another body, entered by name


@dataclass(frozen=True, slots=True)
class Person:
    """Who entered something: ``key`` tells people of one name apart and stays the same on one profile (a UUID)."""

    name: str
    office: str
    key: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a provision that an entry speaks of, kept so that it is found again in another version.

    ``provision`` is the SHA-256 of the normalised text, ``span`` counts in it; ``exact`` are the words there,
    ``prefix`` and ``suffix`` up to 32 characters around them. ``ref`` is the fact, None for a marked passage.
    ``clause`` cites the place (二（七）). An anchor without words is the provision as a whole.
    """

    provision: str
    ref: FactRef | None
    clause: str
    span: Span
    exact: str
    prefix: str
    suffix: str

    @property
    def is_whole(self) -> bool:
        """Whether it is the provision as a whole (全文)."""
        return not self.exact


@dataclass(frozen=True, slots=True)
class UnitName:
    """A division or hosted office, by address and name: in another version the name decides."""

    ref: FactRef
    name: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion on the anchor. ``proposed`` is 建议修改为, ``office`` 提出单位, ``person`` 提出人; texts may be empty.

    ``on_behalf``: it came on paper and was typed in for that office (代录).
    """

    category: OpinionCategory
    text: str
    proposed: str
    reason: str
    office: str
    person: str
    on_behalf: bool = False


@dataclass(frozen=True, slots=True)
class NoOpinion:
    """An office has no opinion on the provision (无意见)."""

    office: str
    person: str
    on_behalf: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to the entry ``to``; ``no_objection`` is 无意见, with or without words."""

    to: str
    text: str
    no_objection: bool = False


@dataclass(frozen=True, slots=True)
class Handling:
    """What became of the opinion ``of``: 采纳情况, 说明 (the reason where it isn't adopted) and 承办人."""

    of: str
    adoption: Adoption
    explanation: str
    handler: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer thinks of a duty item (the anchor) corresponding to ``unit``; None: of it corresponding to none.

    ``proposed`` is the unit it ought to correspond to instead.
    """

    unit: UnitName | None
    stance: Stance
    reason: str
    proposed: UnitName | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named 编制分配方案; its numbers are entries of their own, so that two people may fill it at once."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class AllotmentRow:
    """A row of a scenario. ``unit`` is there for UNIT, ``body`` (its name) for BODY."""

    kind: RowKind
    unit: UnitName | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class AllotmentColumn:
    """A column of a scenario: a stated quota by its place in ``Provision.quotas`` and label, or one half of it."""

    quota: int
    label: str
    post: Post | None = None


@dataclass(frozen=True, slots=True)
class Allotment:
    """One cell of the scenario ``scenario``. ``count`` None is an empty cell, which is not 0."""

    scenario: str
    row: AllotmentRow
    column: AllotmentColumn
    count: int | None


@dataclass(frozen=True, slots=True)
class AskedOffice:
    """An office that was asked for its opinion (征求意见单位)."""

    name: str


Content = Opinion | NoOpinion | Reply | Handling | Verdict | Scenario | Allotment | AskedOffice


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an entry, for ever as it is.

    ``id`` is the SHA-256 of all the rest (``reviewing.annotations``), ``entry`` a UUID that all states of one entry
    share, ``replaces`` the ids of the states it was made from, sorted. ``made_at`` is UTC, ISO 8601 with Z, in
    microseconds; in whole seconds from other programs. A withdrawn entry keeps its content.
    """

    id: str
    entry: str
    replaces: tuple[str, ...]
    author: Person
    made_at: str
    anchor: Anchor
    content: Content
    withdrawn: bool = False
