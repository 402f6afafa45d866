"""What is amiss in a provision is found, and what is right is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eitc_desktop.model.provision import Finding, Provision, Severity
from eitc_desktop.reading import read_provision


def warnings(text: str) -> list[Finding]:
    return [finding for finding in read_provision(text).findings if finding.severity is not Severity.INFO]


def line(text: str, words: str) -> str:
    return next(one for one in text.splitlines(keepends=True) if words in one)


def test_declared_and_counted_differ(source_text: str) -> None:
    [finding] = warnings(source_text.replace("设25个内设机构", "设26个内设机构"))
    assert finding.code == "division-count-mismatch"
    assert finding.severity is Severity.WARNING
    assert "26" in finding.message
    assert "25" in finding.message
    assert finding.span is not None


@pytest.mark.parametrize(
    "words", ["（四）负责提出本市工业", "（七）产业投资处", "5.取消对机电设备", "（六）上海市征信"]
)
def test_a_gap_in_the_numbering(words: str, source_text: str, wrong_spans: Callable[[Provision], list[str]]) -> None:
    text = source_text.replace(line(source_text, words), "")
    found = warnings(text)
    assert found
    assert wrong_spans(read_provision(text)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("（五）负责指导行业", "（四）负责指导行业"), ("（八）外经处", "（七）外经处"), ("3.取消对传统", "2.取消对传统")],
)
def test_a_repeated_number(old: str, new: str, source_text: str) -> None:
    assert warnings(source_text.replace(old, new))


def test_a_repeated_number_loses_no_fact(source_text: str) -> None:
    provision = read_provision(source_text.replace("（八）外经处", "（七）外经处"))
    assert [str(division.name) for division in provision.divisions][6:8] == ["产业投资处", "外经处"]
    assert len(provision.divisions) == 25


def test_more_posts_than_establishment(source_text: str) -> None:
    found = warnings(source_text.replace("编制为294名", "编制为80名"))
    assert found
    assert any("80" in finding.message for finding in found)


def test_posts_that_may_just_fit_are_no_finding(source_text: str) -> None:
    """1 + 6 + (1 to 2) + 1 + 1 + 77 are 87 to 88: 88 holds them all."""
    assert warnings(source_text.replace("编制为294名", "编制为88名")) == []


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("　　四、人员编制", "　　五、其他事项", "编制"),
        ("　　三、内设机构", "　　四、人员编制", "内设机构"),
        ("　　二、主要职责", "　　三、内设机构", "主要职责"),
    ],
)
def test_a_missing_chapter(start: str, end: str, name: str, source_text: str) -> None:
    text = source_text[: source_text.index(start)] + source_text[source_text.index(end) :]
    assert any(name in finding.message for finding in read_provision(text).findings)
    assert warnings(text)  # its number is missing too


def test_a_sentence_that_is_not_understood_is_counted_and_shown(source_text: str) -> None:
    strange = "　　今晚的月色很好，河边的柳树也绿了。\n\n"
    text = source_text.replace("　　四、人员编制", strange + "　　四、人员编制")
    provision = read_provision(text)
    assert provision.coverage.unparsed >= 1
    assert provision.coverage.sentences == (
        provision.coverage.typed + provision.coverage.context + provision.coverage.unparsed
    )
    shown = [finding.span.of(text) for finding in provision.findings if finding.span is not None]
    assert any("月色" in words for words in shown)
