"""Revisions as Web Annotations: what goes in comes out, and nothing else comes in."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AllotmentColumn,
    AllotmentRow,
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
    Verdict,
)
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.anchors import anchor_of_fact, anchor_of_passage, unit_name, whole
from eitc_desktop.reviewing.annotations import (
    NotAnAnnotation,
    annotation_of,
    canonical,
    entry_id_for,
    new_entry_id,
    revision_of,
    seal,
)

_ENTRY = "33333333-3333-4333-8333-333333333333"
_TIME = "2026-11-27T08:00:00Z"
_ITEM = FactRef(FactKind.DUTY_ITEM, 1, 0)
_UNIT = FactRef(FactKind.DIVISION, 3)


def _contents(provision: Provision) -> list[Content]:
    unit = unit_name(provision, _UNIT)
    return [
        Opinion(OpinionCategory.SUGGESTION, "表述宜统一", "拟订并组织实施", "与上位文件一致", "办公室", "陈敏"),
        NoOpinion("财务处", "", on_behalf=True),
        Reply(_ENTRY, "", no_objection=True),
        Handling(_ENTRY, Adoption.REJECTED, "上位文件如此", "李强"),
        Verdict(unit, Stance.DISAGREE, "名称相近而已", unit_name(provision, FactRef(FactKind.HOSTED_OFFICE, 0))),
        Verdict(None, Stance.AGREE, ""),
        Scenario("方案一", "按现有职责"),
        Allotment(_ENTRY, AllotmentRow(RowKind.UNIT, unit), AllotmentColumn(6, "正副处级领导职数", Post.CHIEF), None),
        Allotment(_ENTRY, AllotmentRow(RowKind.BODY, body="下属中心"), AllotmentColumn(0, "机关行政编制"), 0),
        AskedOffice("市财政局"),
    ]


def test_every_kind_comes_back_as_it_was(provision: Provision, digest: str, chen: Person) -> None:
    anchor = anchor_of_fact(provision, digest, _ITEM)
    for content in _contents(provision):
        made = seal(_ENTRY, ("a" * 64,), chen, _TIME, anchor, content)
        carried = json.loads(canonical(annotation_of(made)))
        assert revision_of(carried) == made
        assert revision_of(carried).content == content


def test_the_id_follows_from_all_the_rest(provision: Provision, digest: str, chen: Person, li: Person) -> None:
    anchor = anchor_of_fact(provision, digest, _ITEM)
    content = Reply(_ENTRY, "同意")
    first = seal(_ENTRY, (), chen, _TIME, anchor, content)
    assert first == seal(_ENTRY, (), chen, _TIME, anchor, content)
    others = [
        seal(_ENTRY, (), li, _TIME, anchor, content),
        seal(_ENTRY, (first.id,), chen, _TIME, anchor, content),
        seal(_ENTRY, (), chen, _TIME, whole(digest), content),
        seal(_ENTRY, (), chen, _TIME, anchor, content, withdrawn=True),
        seal(_ENTRY, (), chen, _TIME, anchor, Reply(_ENTRY, "同意", no_objection=True)),
    ]
    assert len({first.id, *(one.id for one in others)}) == 6


def test_a_changed_word_is_noticed(provision: Provision, digest: str, chen: Person) -> None:
    made = seal(_ENTRY, (), chen, _TIME, whole(digest), Reply(_ENTRY, "同意"))
    forged = annotation_of(made)
    forged["created"] = "2026-11-27T08:00:01Z"
    with pytest.raises(NotAnAnnotation, match="与其编号不符"):
        revision_of(forged)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("type",), "Note"),
        (("motivation",), "tagging"),
        (("eitc:kind",), "essay"),
        (("eitc:content", "category"), "praise"),
        (("eitc:content", "on_behalf"), 1),
        (("eitc:content", "more"), "x"),
        (("more",), "x"),
        (("creator", "name"), "陈\u202e敏"),
        (("creator", "id"), "urn:uuid:me"),
        (("created",), "2026-11-27"),
        (("created",), "2026-11-27T08:00:00.5Z"),
        (("created",), "2026-11-27T08:00:00,500000Z"),
        (("created",), "2026-11-27T08:00:0\u0660Z"),
        (("target", "selector", 1, "start"), True),
        (("target", "selector", 1, "start"), 1.0),
        (("target", "selector", 0, "exact"), ""),
        (("target", "eitc:fact"), "duty_item:01:0:0"),
        (("body", 0, "value"), "一\x00二"),
        (("body", 0, "format"), "text/html"),
        (("body",), {}),
        (("eitc:replaces",), ["urn:sha256:1"]),
        (("eitc:withdrawn",), False),
    ],
)
def test_what_is_otherwise_is_refused(
    provision: Provision, digest: str, chen: Person, path: tuple[str | int, ...], value: object
) -> None:
    content = Opinion(OpinionCategory.OPINION, "宜删去", "", "", "办公室", "陈敏")
    made = seal(_ENTRY, (), chen, _TIME, anchor_of_fact(provision, digest, _ITEM), content)
    changed = deepcopy(json.loads(canonical(annotation_of(made))))
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(NotAnAnnotation):
        revision_of(changed)


def test_it_is_said_in_words_of_officials_what_is_wrong(digest: str, chen: Person) -> None:
    for name, said in (("陈\u202e敏", "录入人的姓名中有看不见的或改变方向的字符"), (3, "条目格式不对：录入人的姓名")):
        forged = annotation_of(seal(_ENTRY, (), chen, _TIME, whole(digest), Reply(_ENTRY, "同意")))
        forged["creator"] = {**forged["creator"], "name": name}  # pyright: ignore[reportGeneralTypeIssues]
        with pytest.raises(NotAnAnnotation, match=said):
            revision_of(forged)


def test_a_missing_member_is_refused(provision: Provision, digest: str, chen: Person) -> None:
    made = seal(_ENTRY, (), chen, _TIME, whole(digest), Reply(_ENTRY, "同意"))
    for key in annotation_of(made):
        less = annotation_of(made)
        del less[key]
        with pytest.raises(NotAnAnnotation):
            revision_of(less)
    for odd in (None, [], "x", 3, {}):
        with pytest.raises(NotAnAnnotation):
            revision_of(odd)


def test_ids_of_what_there_is_one_of_are_the_same_everywhere() -> None:
    assert entry_id_for("handling", _ENTRY) == entry_id_for("handling", _ENTRY)
    assert entry_id_for("a", "b") != entry_id_for("ab")
    assert new_entry_id() != new_entry_id()


def test_a_passage_is_quoted_without_the_blanks_at_its_ends(provision: Provision, digest: str) -> None:
    start = provision.text.index("拟订")
    anchor = anchor_of_passage(provision, digest, Span(start, start + 2))
    assert (anchor.exact, anchor.ref) == ("拟订", None)
    assert provision.text.startswith(anchor.prefix + "拟订" + anchor.suffix, start - len(anchor.prefix))
