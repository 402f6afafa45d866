"""The mapper: where its files lie, and what it says of those that can't be used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.mapping import Mapper


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    shutil.copytree(paths.resources_dir() / "links", tmp_path / "links")
    shutil.copy(paths.resources_dir() / "abbreviations.toml", tmp_path)
    return tmp_path


def test_judgements_are_those_named_like_the_source(resources: Path, provision: Provision, mapping: Mapping) -> None:
    assert Mapper(resources).mapping(provision, "sheitc-2014.txt") == mapping
    assert Mapper(resources).mapping(provision, "folder/sheitc-2014.docx") == mapping
    other = Mapper(resources).mapping(provision, "sheitc-2024.txt")
    assert other.duty_links
    assert {link.grade for link in other.duty_links} == {Grade.NAMED}
    assert other.rejections == ()


def test_without_files_names_alone_count(tmp_path: Path, provision: Provision) -> None:
    mapping = Mapper(tmp_path).mapping(provision, "sheitc-2014.txt")
    assert {link.grade for link in mapping.duty_links} == {Grade.NAMED}
    words = {one.quote.text for link in mapping.duty_links for one in link.evidence}
    assert "电力" in words
    assert not words & {"能源节约", "中央在沪企业", "信用信息"}


def test_unusable_judgements_are_named(resources: Path, provision: Provision) -> None:
    path = resources / "links" / "sheitc-2014.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('division = "外经处"', 'division = "外事处"'), encoding="utf-8"
    )
    with pytest.raises(EitcError, match=r"^sheitc-2014\.toml：link 第 \d+ 条：没有名为“外事处”"):
        Mapper(resources).mapping(provision, "sheitc-2014.txt")


def test_unusable_abbreviations_are_named(resources: Path) -> None:
    (resources / "abbreviations.toml").write_text("[[abbreviation]]\nterm = '环卫'\n", encoding="utf-8")
    with pytest.raises(EitcError, match=r"^abbreviations\.toml：abbreviation 第 1 条：须有"):
        Mapper(resources)


def test_a_file_in_the_national_encoding_is_read(resources: Path, provision: Provision, mapping: Mapping) -> None:
    for path in (resources / "links" / "sheitc-2014.toml", resources / "abbreviations.toml"):
        path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert Mapper(resources).mapping(provision, "sheitc-2014.txt") == mapping
