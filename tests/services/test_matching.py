"""Words of a filter: characters, pinyin, initials and mixtures find a name; Chinese words find what they always did."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitc_desktop.model.name_key import NameKey
from eitc_desktop.services.library import open_library
from eitc_desktop.services.matching import (
    Searched,
    SearchedText,
    asked_words,
    folded,
    matched_places,
    matches,
    searched_text,
)


@pytest.fixture(scope="module")
def keys(library_path: Path) -> dict[str, NameKey]:
    with open_library(library_path) as library:
        return dict(library.name_keys(1))


def text_of(key: NameKey) -> SearchedText:
    return searched_text([key.name], {key.name: key})


def row(name: str, keys: dict[str, NameKey]) -> Searched:
    return Searched(folded(name), (searched_text([name], keys),))


def found(typed: str, keys: dict[str, NameKey]) -> list[str]:
    asked = asked_words(typed)
    return [name for name in keys if matches(asked, row(name, keys))]


@pytest.mark.parametrize(
    "typed",
    ["都市产业", "dscyc", "dushichanye", "dushi cy", "dschy", "都市cy", "duSHIc", "ＤＳＣＹ", "市chan业", "d市"],
)
def test_one_name_in_many_ways(keys: dict[str, NameKey], typed: str) -> None:
    assert found(typed, keys) == ["都市产业处"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("mszhang", "秘书长"), ("mishuchang", "秘书长"), ("zhongxiaoqiye", "上海市促进中小企业发展协调办公室")],
)
def test_readings_between_which_no_word_decides(keys: dict[str, NameKey], typed: str, name: str) -> None:
    assert found(typed, keys) == [name]


@pytest.mark.parametrize("typed", ["ushi", "dushz", "dscycc", "都产", "处都", "yech u", "0"])
def test_what_is_not_there(keys: dict[str, NameKey], typed: str) -> None:
    assert "都市产业处" not in found(typed, keys)


def test_a_letter_finds_syllables_that_begin_with_it(keys: dict[str, NameKey]) -> None:
    assert found("n", keys) == ["节能与综合利用处"]
    assert found("央q", keys) == ["央企服务处"]


def test_every_word_must_match(keys: dict[str, NameKey]) -> None:
    assert found("信息 aq", keys) == ["信息安全处"]
    assert found("信息 aq 处室", keys) == []


def test_chinese_finds_exactly_the_names_that_hold_it(keys: dict[str, NameKey]) -> None:
    for word in ("处", "信息", "产业处", "办公室", "长", "和"):
        assert found(word, keys) == [name for name in keys if word in name]


def test_no_words_match_everything(keys: dict[str, NameKey]) -> None:
    assert found("  ", keys) == list(keys)


def test_the_rest_of_a_row_is_found_by_its_characters(keys: dict[str, NameKey]) -> None:
    texts = (["（十二）"], ["都市产业处"], ["（", "创意与设计产业处", "）"])
    whole = folded("（十二）都市产业处（创意与设计产业处） 6 名")
    row = Searched(whole, tuple(searched_text(pieces, keys) for pieces in texts))
    for typed in ("(十二)", "（十二）dscy", "6名", "6 名", "６名", "cyysj", "十二 cysj"):
        assert matches(asked_words(typed), row) is (typed not in ("（十二）dscy", "十二 cysj")), typed


def test_a_name_without_a_key_is_found_by_its_characters() -> None:
    assert matches(asked_words("ab处"), row("ＡＢ处", {}))
    assert matched_places(asked_words("b处"), searched_text(["ＡＢ处"], {})) == ((1, 3),)
    assert not matches(asked_words("abchu"), row("ＡＢ处", {}))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("dsc", ["都市产"]), ("产业", ["产业"]), ("chu 都s", ["处", "都市"]), ("xyz", []), ("(十二) cy", ["产业"])],
)
def test_the_characters_that_were_found(keys: dict[str, NameKey], typed: str, shown: list[str]) -> None:
    name = text_of(keys["都市产业处"])
    assert [name.words[start:end] for start, end in matched_places(asked_words(typed), name)] == shown


def test_a_text_of_several_names(keys: dict[str, NameKey]) -> None:
    text = searched_text(["（", "政策法规处", "）（", "航空产业处", "）"], keys)
    assert text.words == "（政策法规处）（航空产业处）"
    assert [text.find(word) for word in ("hk", "zcfg", "chu)(h", "(zc")] == [(8, 10), (1, 5), (5, 9), (0, 3)]


def test_a_syllable_is_typed_from_its_start_and_u_umlaut_as_v() -> None:
    name = text_of(NameKey("绿化率", "lv hua lv/shuai", "lhl"))
    assert [word for word in ("lvhualv", "lhshuai", "lüh", "luh", "vhua") if name.find(folded(word))] == [
        "lvhualv",
        "lhshuai",
        "lüh",
    ]
    assert folded("LÜ") == "lv"


def test_long_words_over_long_names_take_no_long_time() -> None:
    name = "啊" * 300
    key = NameKey(name, " ".join(["a/aa"] * 300), "a" * 300)
    assert text_of(key).find("a" * 40) == (0, 20)
    assert text_of(key).find("a" * 40 + "b") is None
