"""The same provision as offices have it: other encodings, marks, indents, line breaks; and what is no provision."""

# ruff: noqa: ANN401 - a document is JSON, its values are of any type
from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eitc_desktop.errors import EitcError, NotAProvision, UnreadableText
from eitc_desktop.model.provision import Provision, Severity
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.inspect import document

HALF_WIDTH_DIGITS = "0123456789"
FULL_WIDTH_DIGITS = "０１２３４５６７８９"
TO_FULL_WIDTH = str.maketrans(HALF_WIDTH_DIGITS, FULL_WIDTH_DIGITS)

FactsOnly = Callable[[Any], Any]

# The bytes of a file say how it is written; the text is the same.
ENCODED: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "gb18030": lambda text: text.encode("gb18030"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "gb18030 with crlf": lambda text: text.replace("\n", "\r\n").encode("gb18030"),
    "BOM and crlf": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
}

# One mark for another: the facts are the same save for that mark in what they quote.
MARKED: dict[str, dict[int, str]] = {
    "half-width brackets": str.maketrans("（）", "()"),
    "half-width commas": str.maketrans("，", ","),
    "half-width semicolons": str.maketrans("；", ";"),
    "half-width colons": str.maketrans("：", ":"),
    "all half-width marks": str.maketrans("（），；：", "(),;:"),
    "full-width digits": TO_FULL_WIDTH,
    "full-width points": str.maketrans(".", "．"),
    "full-width digits and points": {**TO_FULL_WIDTH, ord("."): "．"},
    "square brackets of the number": str.maketrans("〔〕", "[]"),
    "full-width square brackets of the number": str.maketrans("〔〕", "［］"),
    "enumeration commas after digits": str.maketrans(".", "、"),
    "full-width everything": {**TO_FULL_WIDTH, ord("."): "．", ord("-"): "－"},
}

TO_USUAL = str.maketrans(FULL_WIDTH_DIGITS + "()．", HALF_WIDTH_DIGITS + "（）.")
USUAL_ORDINAL = re.compile("^([0-9]+)、")

LINES = re.compile(r"\n+")
ORDINALS = re.compile(r"^(　*)(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)", re.MULTILINE)

# Only white space is different: the facts are the same to the letter.
SPACED: dict[str, Callable[[str], str]] = {
    "no indents": lambda text: text.replace("　", ""),
    "no blank lines": lambda text: LINES.sub("\n", text),
    "no indents, no blank lines": lambda text: LINES.sub("\n", text.replace("　", "")),
    "many blank lines": lambda text: text.replace("\n", "\n\n\n"),
    "ordinary spaces": lambda text: text.replace("　", "  "),
    "tabs": lambda text: text.replace("　　", "\t"),
    "no-break spaces": lambda text: text.replace("　", "\u00a0"),
    "spaces at the ends": lambda text: text.replace("\n", " 　\n"),
    "blank lines of spaces": lambda text: text.replace("\n\n", "\n　　\n"),
    "no newline at the end": lambda text: text.rstrip(),
    "space after ordinals": lambda text: ORDINALS.sub(r"\1\2 ", text),
    "ideographic space after ordinals": lambda text: ORDINALS.sub(r"\1\2　", text),
    "items on one line": lambda text: re.sub(r"\n+　*(?=\d+\.|（)", "", text),
    "items on one line, spaced": lambda text: re.sub(r"\n+　*(?=\d+\.|（)", " ", text),
    "one line": lambda text: text.replace("\n", ""),
    "one line, spaced": lambda text: LINES.sub(" ", text),
    "one line, no indents, spaced": lambda text: LINES.sub(" ", text.replace("　", "")),
    "one line, nothing between": lambda text: re.sub(r"\s+", "", text),
}


def with_usual_ordinals(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: USUAL_ORDINAL.sub(r"\1.", one.translate(TO_USUAL))
            if key == "ordinal" and one
            else with_usual_ordinals(one)
            for key, one in value.items()
        }
    return [with_usual_ordinals(one) for one in value] if isinstance(value, list) else value


def changed(value: Any, table: dict[int, str]) -> Any:
    """Put other marks into every string of a document that quotes the provision; an ordinal may keep its usual form."""
    if isinstance(value, dict):
        return {key: one if key in {"format", "kind", "ordinal"} else changed(one, table) for key, one in value.items()}
    if isinstance(value, list):
        return [changed(one, table) for one in value]
    return value.translate(table) if isinstance(value, str) else value


@pytest.mark.parametrize("form", ENCODED)
def test_encodings_and_line_ends_leave_the_same_text(form: str, source_text: str) -> None:
    assert decode(ENCODED[form](source_text)) == source_text


@pytest.mark.parametrize("form", MARKED)
def test_other_marks_give_the_same_facts(
    form: str, source_text: str, source_document: dict[str, Any], facts_only: FactsOnly, differences: Any
) -> None:
    table = MARKED[form]
    got = document(read_provision(source_text.translate(table)))
    assert differences(changed(facts_only(source_document), table), with_usual_ordinals(got)) == []
    assert got["coverage"]["unparsed"] == 0


@pytest.mark.parametrize("form", SPACED)
def test_other_spacing_gives_the_same_facts(
    form: str, source_text: str, source_document: dict[str, Any], facts_only: FactsOnly, differences: Any
) -> None:
    got = document(read_provision(SPACED[form](source_text)))
    assert differences(facts_only(source_document), got) == []
    assert got["coverage"]["unparsed"] == 0


@pytest.mark.parametrize("form", [*SPACED, *MARKED])
def test_every_form_has_right_places(
    form: str, source_text: str, wrong_spans: Callable[[Provision], list[str]]
) -> None:
    text = SPACED[form](source_text) if form in SPACED else source_text.translate(MARKED[form])
    assert wrong_spans(read_provision(text)) == []


def test_all_at_once(
    source_text: str, source_document: dict[str, Any], facts_only: FactsOnly, differences: Any
) -> None:
    """GB18030 with CRLF, half-width marks, ordinary spaces and no blank lines: a file saved by an old editor."""
    table = MARKED["all half-width marks"]
    text = LINES.sub("\n", source_text.replace("　", "  ")).translate(table)
    data = text.replace("\n", "\r\n").encode("gb18030")
    got = document(read_provision(decode(data)))
    assert differences(changed(facts_only(source_document), table), with_usual_ordinals(got)) == []


@pytest.mark.parametrize(
    "words",
    ["1—2名", "1－2名", "1–2名", "1~2名", "1～2名", "1至2名", "一至二名", "１-２名", "1 - 2 名"],
)
def test_ranges_as_they_are_typed(words: str, source_text: str) -> None:
    provision = read_provision(source_text.replace("1-2名", words))
    assert [(str(quota.label), quota.minimum, quota.maximum) for quota in provision.quotas][3] == (
        "市国防科技工业办公室专职副主任",
        1,
        2,
    )
    assert len(provision.quotas) == 8


@pytest.mark.parametrize(
    ("words", "number"),
    [("二百九十四名", 294), ("294人", 294), ("２９４名", 294), (" 294 名", 294), ("三百零五名", 305)],
)
def test_numbers_as_they_are_written(words: str, number: int, source_text: str) -> None:
    provision = read_provision(source_text.replace("294名", words))
    assert (provision.quotas[0].minimum, provision.quotas[0].maximum) == (number, number)
    assert str(provision.quotas[0].label) == "机关行政编制"


def test_cut_off_anywhere_it_is_read_as_far_as_it_goes(
    source_text: str, source: Provision, wrong_spans: Callable[[Provision], list[str]]
) -> None:
    whole = [duty.text.text for duty in source.duties]
    names = [division.name.text for division in source.divisions]
    for end in [*range(0, len(source_text), 83), source_text.index("\n") + 1, len(source_text) - 1]:
        text = source_text[:end]
        try:
            provision = read_provision(text)
        except NotAProvision:
            assert "一、职能转变\n" not in text or len(text) < 400
            continue
        assert wrong_spans(provision) == []
        assert [duty.text.text for duty in provision.duties][:-1] == whole[: max(len(provision.duties) - 1, 0)]
        assert [division.name.text for division in provision.divisions][:-1] == names[
            : max(len(provision.divisions) - 1, 0)
        ]
        coverage = provision.coverage
        assert coverage.sentences == coverage.typed + coverage.context + coverage.unparsed


@pytest.mark.parametrize("words", ["推进信用信息资源", "（十四）生产性服", "秘书长1", "协助推动电子商务信息"])
def test_a_cut_is_found(words: str, source_text: str) -> None:
    provision = read_provision(source_text[: source_text.index(words) + len(words)])
    assert any(finding.severity is not Severity.INFO for finding in provision.findings)


RUBBISH = {
    path.stem: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "rubbish").glob("*.txt")
} | {
    "empty": "",
    "blank": " \n　\n",
    "greeting": "你好。",
    "ordinal": "一、",
    "ordinals": "（一）（二）（三）",
    "full stops": "。。。。",
    "brackets": "《》（）〔〕",
}


@pytest.mark.parametrize("text", RUBBISH.values(), ids=RUBBISH)
def test_what_is_no_provision_is_refused(text: str) -> None:
    with pytest.raises(NotAProvision) as refused:
        read_provision(text)
    message = str(refused.value)
    assert message
    assert "\n" not in message


def noise(seed: int, length: int) -> bytes:
    return random.Random(seed).randbytes(length)  # noqa: S311 - repeatable noise, no secret


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03\x20\x00\x00\x02X\x08\x06\x00\x00\x00" + zlib.compress(
    noise(1, 4000)
)
BINARY = {
    "png": PNG,
    "zip": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + zlib.compress(noise(2, 4000)),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Filter/FlateDecode>>stream\n" + noise(3, 4000),
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
    "zeros": bytes(4000),
    "noise": noise(4, 100_000),
    "every byte": bytes(range(256)) * 40,
    "text with zeros": "上海市某委员会\0\0\0一、主要职责".encode(),
}


@pytest.mark.parametrize("data", BINARY.values(), ids=BINARY)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(EitcError) as refused:
        read_provision(decode(data))
    assert isinstance(refused.value, UnreadableText | NotAProvision)
    assert str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["1.处", "1.并处", "1.处（2.科）"])
def test_a_number_within_a_divisions_name_is_no_crash(name: str, source_text: str) -> None:
    text = source_text.replace("（五）经济运行处", f"（五）{name}")
    assert text != source_text
    assert len(read_provision(text).divisions) >= 24


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(EitcError):
        read_provision(decode(data))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "big5"])
def test_other_encodings_are_read_rightly_or_refused(encoding: str, source_text: str) -> None:
    """What Notepad calls Unicode is UTF-16: never a wrong text."""
    words = source_text if encoding != "big5" else "臺北市政府教育局組織自治條例，掌理教育行政。" * 40
    try:
        text = decode(words.encode(encoding))
    except UnreadableText:
        return
    if encoding == "big5":  # often valid GB18030: then what it gives must not pass for a provision
        with pytest.raises(NotAProvision):
            read_provision(text)
    else:
        assert text == words
