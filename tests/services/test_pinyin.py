"""Names spelled in pinyin: in context, without curiosities, a syllable for each character whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import names_of
from eitc_desktop.services.build import build_database
from eitc_desktop.services.library import open_library
from eitc_desktop.services.pinyin import Speller

SPELLER = Speller()


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("都市产业处", "du shi chan ye chu", "dscyc"),
        ("重大专项办公室", "zhong da zhuan xiang ban gong shi", "zdzxbgs"),
        ("社会计划处", "she hui ji hua chu", "shjhc"),
        ("会计银行处", "kuai ji yin hang chu", "kjyhc"),
        ("女性律师处", "nv xing lv shi chu", "nxlsc"),
        ("重庆长江处", "chong qing chang jiang chu", "cqcjc"),
        ("上海市央企局", "shang hai shi yang qi ju", "shsyqj"),
    ],
)
def test_readings_in_context(name: str, pinyin: str, initials: str) -> None:
    key = SPELLER.key(name)
    assert (key.pinyin, key.initials) == (pinyin, initials)


def test_where_no_word_decides_every_reading_in_use_is_kept_the_commonest_first() -> None:
    assert SPELLER.key("朝阳处").pinyin == "zhao/chao yang chu"
    assert SPELLER.key("都匀处").pinyin == "du/dou yun chu"
    assert SPELLER.key("秘书长").syllables == (("mi",), ("shu",), ("chang", "zhang"))


def test_other_characters_stand_for_themselves() -> None:
    assert SPELLER.key("Ａ级2 处（𠮷）").pinyin == "a ji 2 _ chu ( 𠮷 )"


@given(st.text(min_size=1))
def test_any_name_has_a_syllable_for_each_character(name: str) -> None:
    key = SPELLER.key(name)
    assert len(key.syllables) == len(name) == len(key.initials)
    assert all(reading for syllable in key.syllables for reading in syllable)


def test_the_library_holds_a_key_for_every_name_of_the_tree(
    tmp_path: Path, library_path: Path, provision: Provision, repository: Path
) -> None:
    target = tmp_path / "all.db"
    report = build_database(target, repository / "tests" / "reading" / "provisions")
    with open_library(target) as library:
        for number, (_, each) in enumerate(report.provisions, 1):
            assert tuple(library.name_keys(number)) == names_of(each)
    with open_library(library_path) as library:
        keys = library.name_keys(1)
    assert tuple(keys) == names_of(provision)
    assert {"创意与设计产业处", "秘书长", "上海市国防科技工业办公室", "上海市征信管理办公室"} <= set(keys)
