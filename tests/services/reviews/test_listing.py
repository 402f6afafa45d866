"""Every kind of entry says in one line what it is."""

from __future__ import annotations

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    Anchor,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Post,
    Reply,
    RowKind,
    Scenario,
    Stance,
    UnitName,
    Verdict,
)
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.services.reviews.listing import entries_in, is_allocation, office_named, said_of, state_words
from eitc_desktop.services.reviews.told import Teller

_ID = "44444444-4444-4444-8444-444444444444"
_OFFICE = UnitName(FactRef(FactKind.DIVISION, 0), "办公室")
_LAW = UnitName(FactRef(FactKind.DIVISION, 1), "政策法规处")
_COLUMN = AllotmentColumn(0, "行政编制")


def opinion(text: str, proposed: str = "", reason: str = "") -> Opinion:
    return Opinion(OpinionCategory.OPINION, text, proposed, reason, "", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (opinion("宜\n  删去", "推动"), "宜 删去"),
        (opinion("", "推动"), "建议修改为：推动"),
        (opinion("", "", "依据某文"), "依据某文"),
        (NoOpinion("市商务委", ""), "市商务委：无意见"),
        (NoOpinion("市商务委", "", note="沪商函〔2026〕1号"), "市商务委：沪商函〔2026〕1号"),
        (Reply(_ID, "请看附则"), "请看附则"),
        (Reply(_ID, "", no_objection=True), "无意见"),
        (Handling(_ID, Adoption.ADOPTED, "", ""), "采纳"),
        (Handling(_ID, Adoption.REJECTED, "无依据", ""), "不采纳：无依据"),
        (Verdict(_OFFICE, Stance.AGREE, ""), "办公室：同意"),
        (Verdict(None, Stance.DISAGREE, "", _LAW), "未对应：不同意，建议对应政策法规处"),
        (Scenario("方案一", ""), "方案一"),
        (Allotment(_ID, AllotmentRow(RowKind.UNIT, _OFFICE), _COLUMN, 0), "办公室，行政编制：0"),
        (Allotment(_ID, AllotmentRow(RowKind.RESERVE), _COLUMN, None), "预留，行政编制：未填"),
        (Allotment(_ID, AllotmentRow(RowKind.LEADERSHIP), _COLUMN, 9), "机关领导，行政编制：9"),
        (
            Allotment(_ID, AllotmentRow(RowKind.BODY, None, "某中心"), AllotmentColumn(1, "处级", Post.CHIEF), 3),
            "某中心，处级（正职）：3",
        ),
        (AskedOffice("市财政局"), "市财政局"),
    ],
)
def test_what_an_entry_says(content: Content, said: str) -> None:
    assert str(said_of(content)) == said


def test_states_of_an_entry_are_named(anchor: Anchor, chen: Person, li: Person) -> None:
    first = seal(_ID, (), chen, "2026-11-27T01:00:00Z", anchor, NoOpinion("市商务委", "", on_behalf=True))
    gone = seal(_ID, (first.id,), chen, "2026-11-27T02:00:00Z", anchor, first.content, withdrawn=True)
    kept = seal(_ID, (first.id,), li, "2026-11-27T03:00:00Z", anchor, first.content)
    changed = seal(_ID, (first.id,), li, "2026-11-27T03:00:00Z", anchor, NoOpinion("市商务委", "", note="另函"))
    assert [str(words) for words in state_words(entries_in([first, gone])[0])] == ["已撤回", "代录"]
    both = entries_in([changed, gone, first])[0]
    assert [str(words) for words in state_words(both)] == ["两稿并存"]
    assert [str(words) for words in state_words(entries_in([gone, kept])[0])] == ["两稿并存", "代录"]
    assert (office_named(both), is_allocation(both)) == ("市商务委", False)
    line, count = Teller([both]).listed([both])
    assert line.startswith("无意见｜二")
    assert "市商务委：无意见（已撤回） ／ 市商务委：另函｜市商务委｜陈敏、李强｜" in line  # whose drafts they are
    assert count == "共 1 条：无意见 1"
    assert list(Teller([]).listed([])) == ["共 0 条"]
