"""A made-up review of any provision, for the pictures of the window: nobody ever said any of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    Anchor,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Reply,
    Revision,
    Scenario,
    Stance,
    UnitName,
    Verdict,
)
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.allocation import cell_entry, columns_of, rows_of
from eitc_desktop.reviewing.anchors import anchor_of_fact, anchor_of_passage, unit_name, whole
from eitc_desktop.reviewing.annotations import entry_id_for, seal
from eitc_desktop.reviewing.review import NOTHING_REVIEWED

PEOPLE = (
    Person("张甲", "甲单位（示例）", "11111111-1111-4111-8111-111111111111"),
    Person("李乙", "乙单位（示例）", "22222222-2222-4222-8222-222222222222"),
    Person("王丙", "丙单位（示例）", "33333333-3333-4333-8333-333333333333"),
)
"""Who reviews; the first sits at this computer."""

_SAID = (
    ("此处与其他内设机构的职责界限不够清楚，建议明确牵头单位和配合单位。", "两处都有涉及，实际工作中容易交叉。"),
    ("请说明依据。", ""),
    ("建议与上位文件的表述一致。", "上位文件已经修订。"),
)
_VERDICTS = 40  # links that have one
_PASSAGE = 12  # characters marked


class Sample(NamedTuple):
    """What the first reviewer's file holds, and what the package of another brings, with a concurrent edit."""

    own: tuple[Revision, ...]
    package: tuple[Revision, ...]


def sample_review(provision: Provision, mapping: DutyMapping, digest: str) -> Sample:
    """Return a review with entries of every kind that *provision* has a place for; the same one each time."""
    maker = _Maker(provision, digest)
    opinions = maker.opinions()
    maker.answers(opinions)
    maker.offices()
    maker.verdicts(mapping)
    maker.scenarios()
    package = maker.concurrent(opinions)
    return Sample(tuple(maker.made), package)


class _Maker:
    """Makes entries one after the other, a minute apart."""

    def __init__(self, provision: Provision, digest: str) -> None:
        self._provision = provision
        self._digest = digest
        self._whole = whole(digest)
        self._refs = [fact.ref for fact in facts_of(provision)]
        self._count = 0
        self.made: list[Revision] = []

    def opinions(self) -> list[Revision]:
        """One on a fact of each kind, more on duty items, one on marked words, one of an office's on paper."""
        refs = [next((ref for ref in self._refs if ref.kind is kind), None) for kind in FactKind]
        items = self._of(FactKind.DUTY_ITEM)
        places = [*(ref for ref in refs if ref is not None), *items[3 : len(items) : 9]]
        made = [
            self._add(number, anchor_of_fact(self._provision, self._digest, ref), self._opinion(number, ref))
            for number, ref in enumerate(places)
        ]
        start = self._provision.text.find("负责") % max(1, len(self._provision.text) - _PASSAGE)
        passage = anchor_of_passage(self._provision, self._digest, Span(start, start + _PASSAGE))
        said = Opinion(OpinionCategory.QUESTION, "这一表述前后是否一致？", "", "", "丁单位（示例）", "", on_behalf=True)
        return [*made, self._add(0, passage, said)]

    def answers(self, opinions: list[Revision]) -> None:
        """Replies and handlings of some of them."""
        for number, opinion in enumerate(opinions[::3]):
            reply = Reply(opinion.entry, "" if number % 2 else "同意这条意见。", no_objection=bool(number % 2))
            self._add(number + 1, opinion.anchor, reply)
        for number, (adoption, opinion) in enumerate(zip(Adoption, opinions, strict=False)):
            words = "" if adoption is Adoption.ADOPTED else "另行研究后答复。"
            entry = entry_id_for("handling", opinion.entry)
            self._add(0, opinion.anchor, Handling(opinion.entry, adoption, words, PEOPLE[number % 3].name), entry)

    def offices(self) -> None:
        """Offices that were asked, one of which has no opinion and one of which hasn't answered."""
        for name in (*(person.office for person in PEOPLE), "丁单位（示例）", "戊单位（示例）", "己单位（示例）"):
            self._add(0, self._whole, AskedOffice(name), entry_id_for("asked", self._digest, name))
        self._add(0, self._whole, NoOpinion("戊单位（示例）", "", on_behalf=True))

    def verdicts(self, mapping: DutyMapping) -> None:
        """Verdicts on the first links, some of them disputed, and a proposed link where there is none."""
        for number, link in enumerate(islice(mapping.duty_links, _VERDICTS)):
            for turn, person in enumerate(PEOPLE[: 1 + number % 3]):
                stance = tuple(Stance)[number * (turn + 1) % 3]
                self._verdict(person, link.item, unit_name(self._provision, link.unit), stance)
        linked = {link.item for link in mapping.duty_links}
        for item in [ref for ref in self._of(FactKind.DUTY_ITEM) if ref not in linked][:3]:
            self._verdict(PEOPLE[1], item, None, Stance.DISAGREE)

    def scenarios(self) -> None:
        """Two allocations, the second of which gives out one post too many."""
        for number, name in enumerate(("方案一（示例）", "方案二（示例）")):
            made = self._add(number, self._whole, Scenario(name, "仅为演示，数字没有任何依据。"))
            rows = rows_of(self._provision, NOTHING_REVIEWED, made.entry)
            for column in columns_of(self._provision):
                total = column.maximum if column.key.post is None else (column.maximum + number) // 2
                share, left = divmod(total, len(rows))
                for place, row in enumerate(rows):
                    count = share + (place < left) + (number if place == 1 else 0)
                    cell = cell_entry(made.entry, row.key, column.key)
                    self._add(number, self._whole, Allotment(made.entry, row.key, column.key, count), cell)

    def concurrent(self, opinions: list[Revision]) -> tuple[Revision, ...]:
        """Return what the third reviewer's package brings: two new opinions, and another draft of one that is known."""
        first = opinions[0]
        if not isinstance(first.content, Opinion):
            raise TypeError(first)
        mine = replace(first.content, text="请明确本条与上位文件的关系，并注明依据。")
        theirs = replace(first.content, text="建议删去本条中与上位文件重复的表述。")
        self._edit(0, first, mine)
        at_home, self.made = self.made, []
        self._edit(2, first, theirs)
        for number, ref in enumerate(self._of(FactKind.DUTY_ITEM)[5:7]):
            self._add(2, anchor_of_fact(self._provision, self._digest, ref), self._opinion(number, ref))
        brought, self.made = self.made, at_home
        return (first, *brought)

    def _of(self, kind: FactKind) -> list[FactRef]:
        return [ref for ref in self._refs if ref.kind is kind]

    def _opinion(self, number: int, ref: FactRef) -> Opinion:
        person = PEOPLE[number % len(PEOPLE)]
        text, reason = _SAID[number % len(_SAID)]
        proposed = f"（示例）{anchor_of_fact(self._provision, self._digest, ref).exact[:30]}" if number % 2 else ""
        return Opinion(tuple(OpinionCategory)[number % 4], text, proposed, reason, person.office, person.name)

    def _verdict(self, person: Person, item: FactRef, unit: UnitName | None, stance: Stance) -> None:
        divisions = self._of(FactKind.DIVISION)
        proposed = None
        if stance is Stance.DISAGREE and divisions:
            proposed = unit_name(self._provision, divisions[item.index % len(divisions)])
        reason = "" if stance is Stance.AGREE else "该项工作历来由其他处室承担，宜再核对。"
        anchor = anchor_of_fact(self._provision, self._digest, item)
        self._add(PEOPLE.index(person), anchor, Verdict(unit, stance, reason, proposed))

    def _add(self, person: int, anchor: Anchor, content: Content, entry: str = "") -> Revision:
        entry = entry or entry_id_for("sample", self._digest, str(self._count))
        return self._keep(entry, (), PEOPLE[person % len(PEOPLE)], anchor, content)

    def _edit(self, person: int, before: Revision, content: Content) -> None:
        self._keep(before.entry, (before.id,), PEOPLE[person], before.anchor, content)

    def _keep(
        self, entry: str, replaces: tuple[str, ...], author: Person, anchor: Anchor, content: Content
    ) -> Revision:
        minutes = self._count = self._count + 1
        made_at = f"2026-01-{5 + minutes // 480:02}T{1 + minutes // 60 % 8:02}:{minutes % 60:02}:00Z"
        revision = seal(entry, replaces, author, made_at, anchor, content)
        self.made.append(revision)
        return revision
