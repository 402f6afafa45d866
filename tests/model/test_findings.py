from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from eitc_desktop.model.findings import FINDING_PHRASES, phrase_of
from eitc_desktop.model.provision import Finding, Severity

CODE = re.compile(r'_(?:warning|information)\(\s*"([a-z-]+)"|, "([a-z-]+-not-stated)"\)|Severity\.INFO, "([a-z-]+)"')


@pytest.mark.parametrize("code", FINDING_PHRASES)
def test_what_fills_a_phrase_is_found_again_in_the_sentence(code: str) -> None:
    phrase = FINDING_PHRASES[code]
    values = ("（一）“甲”", "12", "3", "四", "五")[: phrase.words.count("{")]
    finding = Finding(Severity.WARNING, code, phrase.words.format(*values), None)
    assert phrase_of(finding) == (phrase, values)
    assert phrase_of(replace(finding, message="别的版本写的话。")) is None
    assert phrase_of(replace(finding, code="later")) is None


def test_every_check_has_its_phrase_and_every_phrase_its_check(repository: Path) -> None:
    package = repository / "eitc_desktop"
    files = (package / "reading" / "checks.py", *(package / "linking").glob("*.py"))
    words = "".join(path.read_text(encoding="utf-8") for path in files)
    assert {code for found in CODE.findall(words) for code in found if code} == set(FINDING_PHRASES)
