"""Made-up reviews of the shipped provision: opinions, verdicts, replies, handlings and allotments, as offices make.

The same numbers give the same reviews.
"""

from __future__ import annotations

import random
import uuid

from eitc_desktop.model.facts import FactKind, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    Anchor,
    Content,
    Handling,
    Opinion,
    OpinionCategory,
    Person,
    Post,
    Reply,
    Revision,
    RowKind,
    Stance,
    Verdict,
)
from eitc_desktop.reviewing.anchors import anchor_of_fact, digest_of, unit_name, whole
from eitc_desktop.reviewing.annotations import seal

PHRASES = (
    "表述宜与上位文件一致",
    "该项职责与其他处室职责界限不清",
    "建议明确牵头单位和配合单位",
    "根据实际工作情况",
    "该事项已随机构调整划转",
    "建议增加“会同有关部门”的表述",
    "编制数与承担的任务不相适应",
    "请补充依据",
)


class ReviewMaker:
    """Makes revisions on one provision."""

    def __init__(self, provision: Provision, seed: int = 2014) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        digest = digest_of(provision)
        refs = [fact.ref for fact in facts_of(provision)]
        self._anchors = {ref: anchor_of_fact(provision, digest, ref) for ref in refs}
        self._items = [ref for ref in refs if ref.kind is FactKind.DUTY_ITEM]
        self._refs = [ref for ref in refs if ref.kind is not FactKind.SECTION]
        self._units = [unit_name(provision, ref) for ref in refs if ref.kind is FactKind.DIVISION]
        self._columns = [
            AllotmentColumn(i, quota.label.text, post)
            for i, quota in enumerate(provision.quotas)
            for post in (Post.CHIEF, Post.DEPUTY)
        ]
        self._whole = whole(digest)

    def person(self, number: int) -> Person:
        """A reviewer."""
        return Person(f"审阅人{number}", f"第{number % 12 + 1}处", self._id())

    def entries(self, author: Person, count: int, edited: float = 0.1) -> list[Revision]:
        """So many entries of one person, some of them edited once: then both states."""
        made: list[Revision] = []
        earlier: list[str] = []
        for number in range(count):
            entry, (anchor, content) = self._id(), self._content(author, earlier)
            made.append(seal(entry, (), author, _time(number), anchor, content))
            if isinstance(content, Opinion):
                earlier.append(entry)
            if self._chance.random() < edited:
                anchor, content = self._content(author, earlier)
                made.append(seal(entry, (made[-1].id,), author, _time(number + 60), anchor, content))
        return made

    def _content(self, author: Person, earlier: list[str]) -> tuple[Anchor, Content]:
        chance = self._chance
        kind = chance.random()
        item = chance.choice(self._items)
        if kind < 0.4 or not earlier:
            category = chance.choice(list(OpinionCategory))
            opinion = Opinion(category, self._words(40), self._words(60), self._words(30), author.office, author.name)
            return self._anchors[chance.choice(self._refs)], opinion
        if kind < 0.8:
            verdict = Verdict(chance.choice(self._units), chance.choice(list(Stance)), self._words(20))
            return self._anchors[item], verdict
        if kind < 0.87:
            return self._anchors[item], Reply(chance.choice(earlier), self._words(20))
        if kind < 0.93:
            handling = Handling(chance.choice(earlier), chance.choice(list(Adoption)), self._words(20), author.name)
            return self._anchors[item], handling
        row = AllotmentRow(RowKind.UNIT, chance.choice(self._units))
        return self._whole, Allotment(self._id(), row, chance.choice(self._columns), chance.randrange(12))

    def _words(self, length: int) -> str:
        words = "，".join(self._chance.sample(PHRASES, 4))
        return words[: self._chance.randint(length // 2, length)]

    def _id(self) -> str:
        return str(uuid.UUID(int=self._chance.getrandbits(128), version=4))


def _time(minutes: int) -> str:
    hours, minute = divmod(minutes, 60)
    day, hour = divmod(hours, 24)
    return f"2026-11-{day % 28 + 1:02}T{hour:02}:{minute:02}:00Z"
