"""Made-up provisions of other agencies against what a person reads in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eitc_desktop.model.provision import Provision, Severity
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.inspect import document

FOLDER = Path(__file__).parent / "provisions"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def read(name: str) -> Provision:
    return read_provision(decode((FOLDER / f"{name}.txt").read_bytes()))


def expected(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_reads_what_a_person_reads(name: str, differences: Callable[[Any, Any], list[str]]) -> None:
    assert differences(expected(name), document(read(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_span_holds_its_words(name: str, wrong_spans: Callable[[Provision], list[str]]) -> None:
    assert wrong_spans(read(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_coverage_adds_up_and_nothing_is_left(name: str) -> None:
    """What states none of the facts that the program knows may stay unread, if it is shown."""
    provision = read(name)
    coverage = provision.coverage
    assert coverage.sentences == coverage.typed + coverage.context + coverage.unparsed
    assert coverage.typed > 0
    left = unread(provision)
    assert len(left) == coverage.unparsed
    allowed = expected(name).get("_may_stay_unread", [])
    assert [words for words in left if not any(words.endswith(one) for one in allowed)] == []


def unread(provision: Provision) -> list[str]:
    places = [finding.span for finding in provision.findings if finding.code == "sentence-unparsed"]
    return [place.of(provision.text) for place in places if place is not None]


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_those_a_person_would_make(name: str) -> None:
    provision = read(name)
    warnings = [
        finding.message
        for finding in provision.findings
        if finding.severity is not Severity.INFO and finding.code != "sentence-unparsed"
    ]
    wanted = expected(name)
    if "_agreed_warnings" in wanted:
        assert warnings == []
    for words in wanted.get("_warnings_about", []):
        assert any(word in message for message in warnings for word in words), f"{words}: {warnings}"
    assert all(finding.code and finding.message and "\n" not in finding.message for finding in provision.findings)


def test_a_name_on_a_divisions_plate_is_not_a_second_name() -> None:
    provision = read("qinghe-justice-2010")
    got = document(provision)
    for division, plate in expected("qinghe-justice-2010")["_nameplates_of_divisions"].items():
        [found] = [one for one in got["divisions"] if one["name"] == division]
        assert found["second_names"] == []
        own = [one["name"] if isinstance(one, dict) else one for one in found["nameplates"]]
        shown = [one["name"] for one in got["nameplates"] if one["of"] == division]
        assert plate in own + shown
        assert all(one["of"] is not None for one in got["nameplates"])


def test_people_in_post_and_money_are_no_quotas() -> None:
    provision = read("qinghe-justice-2010")
    assert [staff.count for staff in provision.actual_staff] == expected("qinghe-justice-2010")["_actual"]
    assert "actual" in document(provision)
    numbers = {quota.minimum for quota in provision.quotas} | {quota.maximum for quota in provision.quotas}
    assert not numbers & {27, 120, 1200000, 2010, 6}


def test_the_bodys_own_party_committee_is_last_and_not_counted() -> None:
    provision = read("linxi-forestry-2019")
    assert [division.counted for division in provision.divisions] == [True] * 7 + [False]
    assert provision.divisions[-1].ordinal is None


def test_no_provision_speaks_of_another() -> None:
    """What one reading found must not colour the next."""
    first = [document(read(name)) for name in NAMES]
    again = [document(read(name)) for name in reversed(NAMES)]
    assert first == again[::-1]
