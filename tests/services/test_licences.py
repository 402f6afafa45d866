from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from eitc_desktop.services.licences import Licence, licences


def test_everything_that_comes_along_is_named_with_its_text() -> None:
    found = {licence.name: licence for licence in licences()}
    noto, wenkai = "Noto Sans SC, Noto Serif SC", "EITC WenKai (LXGW WenKai)"
    in_qt, in_python = "Third-party code in Qt", "Third-party code in Python"
    assert list(found)[:8] == ["eitc-desktop", noto, wenkai, "Lucide", "Qt, PySide6", in_qt, "Python", in_python]
    for name, words in (
        ("eitc-desktop", "MIT License"),
        (noto, "SIL OPEN FONT LICENSE"),
        (wenkai, "with Reserved Font Names '霞鹜' and 'LXGW'"),
        (wenkai, "SIL OPEN FONT LICENSE"),
        ("Lucide", "ISC License"),
        ("Qt, PySide6", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("Qt, PySide6", "15. Disclaimer of Warranty"),
        (in_qt, "src/3rdparty/harfbuzz-ng/*"),
        (in_qt, "The FreeType Project LICENSE"),
        (in_python, "Mersenne Twister"),
        ("click", "Redistribution and use in source and binary forms"),
        ("sqlite-utils", "Apache License"),
        ("platformdirs", "MIT License"),
    ):
        assert words in found[name].text(), name
    assert all(licence.terms and licence.text().strip() for licence in found.values())


def test_what_is_locked_for_the_program_is_told_of(repository: Path) -> None:
    needed = set(re.findall(r"^([a-z0-9-]+)==", (repository / "requirements.txt").read_text(), re.MULTILINE))
    build_only = {"hatchling", "packaging", "pathspec", "tomlkit", "trove-classifiers"}
    elsewhere = {"colorama", "tzdata"} if sys.platform != "win32" else set()
    told = {licence.name.lower().replace("_", "-") for licence in licences()}
    assert needed - build_only - elsewhere - {"pyside6-essentials", "shiboken6", "pypinyin"} <= told


def test_a_package_that_was_left_out_is_no_hindrance(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert [licence.name for licence in licences()][-2:] == ["Python", "Third-party code in Python"]


def test_a_text_that_did_not_come_along_is_empty(tmp_path: Path) -> None:
    assert Licence("x", "", "MIT", (tmp_path / "LICENSE",)).text() == ""
    shutil.copy(__file__, tmp_path / "LICENSE")
    assert "def test" in Licence("x", "", "MIT", (tmp_path / "LICENSE",)).text()


@pytest.mark.parametrize("index", ["", "[", "{}", '[{"name": "x"}]', "[1]"])
def test_a_packaged_program_with_a_damaged_index_tells_what_it_can(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, index: str
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "licenses").mkdir()
    (tmp_path / "licenses" / "index.json").write_text(index, encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert [licence.name for licence in licences()][:2] == ["eitc-desktop", "Noto Sans SC, Noto Serif SC"]
