"""The report of a provision for a person tells the same facts as the document."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.wording import role_words
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.inspect import describe, document

MADE_UP = sorted((Path(__file__).parents[1] / "reading" / "provisions").glob("*.txt"))
KEYS = """
format title document_number issued effective body status level basis nameplates sections changes duties divisions
declared_division_count co_locations quotas responsibility_splits hosted_offices references closing coverage findings
"""


@pytest.fixture(scope="module", params=["source", *(path.stem for path in MADE_UP)])
def read(request: pytest.FixtureRequest, provision: Provision) -> Provision:
    if request.param == "source":
        return provision
    [path] = [path for path in MADE_UP if path.stem == request.param]
    return read_provision(decode(path.read_bytes()))


def test_every_key_of_the_contract_is_there(read: Provision) -> None:
    got = document(read)
    assert set(KEYS.split()) <= set(got)
    assert json.loads(json.dumps(got, ensure_ascii=False)) == got
    assert got["coverage"].keys() >= {"sentences", "typed", "context", "unparsed"}
    assert all(finding.keys() >= {"severity", "code", "message", "span"} for finding in got["findings"])


def test_a_person_reads_every_fact(read: Provision) -> None:
    report = describe(read)
    named = [read.body, *(one.name for one in (*read.divisions, *read.hosted_offices, *read.nameplates))]
    named += [item for duty in read.duties for item in duty.items]
    named += [duty for division in read.divisions for duty in division.duties]
    named += [quota.label for quota in read.quotas]
    named += [change.subject for change in read.changes if change.subject is not None]
    assert [quote.text for quote in named if quote.text not in report] == []
    expected = [f"合署办公：{one.text.text}　[" for one in read.co_locations]
    expected += [f"引用：《{one.name.text}》　[" for one in read.references]
    expected += [f"设在本机关：{one.name.text}　[" for one in read.hosted_offices]
    expected += [f"{one.label.text}：{one.count}{one.unit or ''}（实有，非编制）" for one in read.actual_staff]
    for change in read.changes:
        for name, quote in (("范围", change.scope), ("条件", change.condition), ("例外", change.exception)):
            expected += [f"；{name}：{quote.text}"] if quote is not None else []
        expected += [f"；去向：{change.recipients_worded}"] if change.recipients else []
    for matter in (matter for split in read.responsibility_splits for matter in split.matters):
        expected += [f"\n      {role.agency.text}　{role_words(role)}\n" for role in matter.roles]
        expected += [f"\n      机制：{mechanism.text}\n" for mechanism in matter.mechanisms]
    assert [words for words in expected if words not in report] == []
    assert report.count("：推算）") == sum(change.direction is not None for change in read.changes)
    assert all(finding.message in report for finding in read.findings)


def test_it_is_told_in_chinese_and_cites_its_places(read: Provision) -> None:
    report = describe(read)
    assert re.findall("[A-Za-z]{2,}|None", report) == []
    assert report.count("[") > len(read.divisions) + len(read.duties)


def test_what_is_not_stated_is_said_to_be_so(provision: Provision) -> None:
    report = describe(provision)
    for name in ("标题", "文号", "印发日期", "施行日期"):
        [line] = [line for line in report.splitlines() if line.startswith(f"{name}：")]
        assert "未载明" in line
    assert "机关行政编制：294 名　[四]" in report
    assert "其中 市国防科技工业办公室专职副主任：1-2 名　[四]" in report


def test_a_quota_without_number_or_rule(provision: Provision) -> None:
    vague = replace(provision.quotas[0], minimum=None, maximum=None, unit=None)
    assert "机关行政编制：原文未载明" in describe(replace(provision, quotas=(vague,)))


def test_whom_a_matter_is_done_with_is_not_said_to_do_it(provision: Provision) -> None:
    report = describe(provision)
    assert "      上海市发展和改革委员会　会同的对象" in report
    assert "      上海市发展和改革委员会　会同\n" not in report
