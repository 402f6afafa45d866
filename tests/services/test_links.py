"""The duty mapping as a document and as a report: in the text's order, with its evidence, and with what is missing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eitc_desktop import paths
from eitc_desktop.model.facts import FactKind
from eitc_desktop.model.mapping import Grade, Mapping, weakest
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.links import describe, document
from eitc_desktop.services.mapping import Mapper

MADE_UP = sorted((Path(__file__).parents[1] / "reading" / "provisions").glob("*.txt"))
Json = dict[str, Any]


@pytest.fixture(scope="module")
def links(provision: Provision, mapping: Mapping) -> Json:
    return document(provision, mapping)


@pytest.fixture(scope="module", params=[path.name for path in MADE_UP])
def made_up(request: pytest.FixtureRequest) -> tuple[Provision, Mapping]:
    [path] = [path for path in MADE_UP if path.name == request.param]
    read = read_provision(decode(path.read_bytes()))
    return read, Mapper(paths.resources_dir()).mapping(read, path.name)


def of_item(links: Json, ordinal: str, number: int) -> Json:
    [item] = [item for item in links["items"] if (item["ordinal"], item["number"]) == (ordinal, number)]
    return item


def check_contract(links: Json, provision: Provision) -> None:
    """What holds for the document of any provision."""
    assert list(links) == [
        "format", "body", "items", "changes", "unmapped_items", "divisions_without_duty", "counts"
    ]  # fmt: skip
    assert links["format"] == "eitc.links/1"
    assert links["body"] == provision.body.text
    assert json.loads(json.dumps(links, ensure_ascii=False)) == links
    assert [(item["ordinal"], item["number"], item["text"]) for item in links["items"]] == [
        (duty.ordinal, number, item.text) for duty in provision.duties for number, item in enumerate(duty.items, 1)
    ]
    divisions = [division.name.text for division in provision.divisions]
    offices = [office.name.text for office in provision.hosted_offices]
    counts = dict.fromkeys("ABC", 0)
    unmapped, mapped = [], set()
    for item in links["items"]:
        for link in item["links"]:
            assert set(link) == {"target", "part", "division", "grade", "method", "evidence", "reason"}
            assert link["division"] in (divisions if link["target"] == "division" else offices)
            assert link["method"] == {"A": "stated", "B": "name", "C": "judgement"}[link["grade"]]
            assert link["evidence"]
            for one in link["evidence"]:
                assert one["quote"] in item["text"]
                assert provision.text[slice(*one["span"])] == one["quote"]
            assert isinstance(link["part"], bool)
            assert link["reason"] if link["grade"] == "C" else True
        found = [link for link in item["links"] if link["target"] == "division"]
        for link in found:
            counts[link["grade"]] += 1
            mapped.add(link["division"])
        if not found:
            unmapped.append([item["ordinal"], item["number"]])
    assert links["unmapped_items"] == unmapped
    assert links["divisions_without_duty"] == [name for name in divisions if name not in mapped]
    assert links["counts"] == {**counts, "unmapped": len(unmapped)}
    assert [(change["kind"], change["ordinal"], change["text"]) for change in links["changes"]] == [
        (change.kind.value, change.ordinal, change.text.text) for change in provision.changes
    ]
    for change in links["changes"]:
        for item in change["items"]:
            assert of_item(links, item["ordinal"], item["number"])
            assert all(one["quote"] in change["text"] for one in item["evidence"])
            assert item["grade"] in ("A", "B", "C")
        assert {division["division"] for division in change["divisions"]} <= set(divisions)


def test_the_document_of_the_source(links: Json, provision: Provision) -> None:
    check_contract(links, provision)
    assert len(links["items"]) == 65
    assert links["divisions_without_duty"] == ["办公室", "人事教育处", "装备产业处"]
    assert links["counts"]["A"] == 0
    assert links["counts"]["B"]
    assert links["counts"]["C"]


def test_the_document_of_a_made_up_provision(made_up: tuple[Provision, Mapping]) -> None:
    check_contract(document(*made_up), made_up[0])
    assert describe(*made_up)


def test_a_provision_without_duties_divisions_and_changes(provision: Provision) -> None:
    bare = replace(
        provision, duties=(), divisions=(), changes=(), hosted_offices=(), responsibility_splits=(), co_locations=()
    )
    links = document(bare, Mapping())
    check_contract(links, bare)
    assert links["counts"] == {"A": 0, "B": 0, "C": 0, "unmapped": 0}
    assert "未读出主要职责" in describe(bare, Mapping())


def test_a_match_by_name(links: Json) -> None:
    """The contract's own example."""
    assert of_item(links, "（十）", 2)["links"] == [
        {
            "target": "division",
            "part": False,
            "division": "节能与综合利用处",
            "grade": "B",
            "method": "name",
            "evidence": [{"quote": "综合利用", "span": [2658, 2662]}],
            "reason": None,
        }
    ]


def test_words_that_are_not_literally_those_of_the_name_say_why(links: Json) -> None:
    [link] = of_item(links, "（六）", 1)["links"]
    assert [one["quote"] for one in link["evidence"]] == ["能源节约", "综合利用"]
    assert "节能" in link["reason"]


def test_an_item_without_a_link(links: Json) -> None:
    assert of_item(links, "（十八）", 1)["links"] == []
    assert ["（十八）", 1] in links["unmapped_items"]


def test_an_item_with_a_hosted_office_alone_counts_as_unmapped(links: Json) -> None:
    [link] = of_item(links, "（八）", 4)["links"]
    assert (link["target"], link["division"]) == ("hosted_office", "上海市促进中小企业发展协调办公室")
    assert ["（八）", 4] in links["unmapped_items"]


def test_what_was_set_aside_is_absent(links: Json, mapping: Mapping, provision: Provision) -> None:
    assert mapping.rejections
    for one in mapping.rejections:
        item = of_item(links, provision.duties[one.item.index].ordinal or "", one.item.part + 1)
        assert provision.divisions[one.unit.index].name.text not in {link["division"] for link in item["links"]}


def test_a_chain_is_as_weak_as_its_weakest_link(links: Json, mapping: Mapping, provision: Provision) -> None:
    chains = [link for link in mapping.change_links if link.via is not None]
    assert {link.grade for link in chains} == {Grade.NAMED, Grade.JUDGED}
    for chain in chains:
        [first] = [link for link in mapping.change_links if (link.change, link.target) == (chain.change, chain.via)]
        [second] = [link for link in mapping.duty_links if (link.item, link.unit) == (chain.via, chain.target)]
        assert chain.grade == weakest((first.grade, second.grade))
        if chain.target.kind is FactKind.DIVISION:
            name = provision.divisions[chain.target.index].name.text
            told = links["changes"][chain.change.index]["divisions"]
            assert {"division": name, "grade": chain.grade.value} in told


def test_the_shared_matter_that_explains_a_change(links: Json) -> None:
    [integrated] = [change for change in links["changes"] if change["kind"] == "integrated"]
    assert integrated["splits"] == [{"counterpart": "上海市商务委员会", "ordinal": "1."}]
    assert [(item["ordinal"], item["number"]) for item in integrated["items"]] == [("（九）", 2)]


def test_a_person_reads_all_of_it(links: Json, provision: Provision, mapping: Mapping) -> None:
    report = describe(provision, mapping)
    body, _, gaps = report.partition("\n未对应内设机构的职责分项 ")
    for item in links["items"]:
        assert f"    {item['number']}. {item['text']}\n" in body
        for link in item["links"]:
            words = {"B": "B 名称对应", "C": "C 职能研判"}[link["grade"]]
            quoted = "".join(f"“{one['quote']}”" for one in link["evidence"])
            assert re.search(rf"→ {link['division']}(（.*）)?　{words}，.*　依据{quoted}\n", body)
            if link["grade"] == "C":
                assert f"研判（未经本单位确认）：{link['reason']}（" in body
    for ordinal, number in links["unmapped_items"]:
        assert f"\n  {ordinal}{number}　" in gaps
    for name in links["divisions_without_duty"]:
        assert f"\n  {name}\n" in gaps
    assert report.startswith(f"机构：{links['body']}\n")
    assert "原文未把职责分配到内设机构" in report
    assert report.endswith("以上只是对应的条数，不表示工作量。")
    assert report.count("涉及领域：") == sum(
        provision.changes[link.change.index].kind.value in ("abolished", "devolved") for link in mapping.change_links
    )


def test_nothing_is_said_that_is_not_ours_to_say(provision: Provision, mapping: Mapping) -> None:
    own = describe(provision, mapping)
    quoted = sorted((change.text.text for change in provision.changes), key=len, reverse=True)
    quoted += [item.text for duty in provision.duties for item in duty.items]
    for words in quoted:
        own = own.replace(words, "")
    assert not re.search("承担|职责空白|职责交叉|推定", own)


def test_a_text_that_assigns_duties_itself(made_up: tuple[Provision, Mapping]) -> None:
    read, mapping = made_up
    report = describe(read, mapping)
    stated = any(link.grade is Grade.STATED for link in mapping.duty_links)
    own = any(division.duties for division in read.divisions)
    assert ("标 A 的对应为原文所写" in report) is stated
    assert ("原文另写有内设机构的职责" in report) is (own and not stated)
    assert ("原文未把职责分配到内设机构" in report) is not own
