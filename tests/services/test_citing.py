"""Quoting with the source: the rule of citation on the real text and on others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.services.citing import (
    Citing,
    document_name,
    in_quotation_marks,
    opening_words,
    place_of,
    sentence_around,
)

UNTITLED = "上海市经济和信息化委员会三定规定（标题原文未载明）"


def test_a_duty_item_is_quoted_with_its_place(provision: Provision) -> None:
    cited = Citing(provision).cite(FactRef(FactKind.DUTY_ITEM, 6, 0))
    assert cited.startswith(f"{UNTITLED}二（七）“根据本市国民经济和社会发展总体规划和产业发展的导向和政策，")
    assert cited.endswith("推进创意产业、工业设计业发展”")


def test_a_division_is_quoted_with_what_stands_in_brackets(provision: Provision) -> None:
    assert Citing(provision).cite(FactRef(FactKind.DIVISION, 11)) == (
        f"{UNTITLED}三（十二）“都市产业处（创意与设计产业处）”"
    )
    assert Citing(provision).words(FactRef(FactKind.DIVISION, 0)) == "办公室"


def test_a_bare_name_is_quoted_with_its_sentence(provision: Provision) -> None:
    citing = Citing(provision)
    assert citing.words(FactRef(FactKind.NAMEPLATE, 0)) == (
        "上海市经济和信息化委员会增挂上海市国防科技工业办公室牌子。"
    )
    assert citing.words(FactRef(FactKind.STATUS)) == citing.words(FactRef(FactKind.BODY))
    assert citing.words(FactRef(FactKind.BODY)).startswith("根据《")
    assert citing.words(FactRef(FactKind.BODY)).endswith("为市政府组成部门。")


def test_every_fact_can_be_cited(provision: Provision) -> None:
    citing = Citing(provision)
    for fact in facts_of(provision):
        assert fact.ref in citing
        assert citing.mark(fact.ref)
        assert citing.words(fact.ref) in provision.text
        assert citing.cite(fact.ref).endswith("”")


def test_an_unknown_fact_is_refused(provision: Provision) -> None:
    citing = Citing(provision)
    unknown = FactRef(FactKind.DIVISION, 999)
    assert unknown not in citing
    with pytest.raises(KeyError):
        citing.cite(unknown)


def test_a_stated_title_stands_in_title_marks(provision: Provision) -> None:
    titled = replace(provision, title=Quote("关于印发《职能规定》的通知", Span(0, 13)))
    assert document_name(titled) == "《关于印发〈职能规定〉的通知》"


def test_quotation_marks_within_become_single_and_lines_join() -> None:
    assert in_quotation_marks("实行“一口受理、\n　　一口反馈”。") == "“实行‘一口受理、一口反馈’。”"


def test_a_text_without_clauses_has_a_place_all_the_same(provision: Provision) -> None:
    assert place_of(replace(provision, clauses=()), Span(0, 1)) == "引言"


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        ("负责本市无线电管理工作。", "负责本市无线电管理工作"),
        ("贯彻法律；起草草案。", "贯彻法律…"),
        ("负" * 40, "负" * 24 + "…"),
        ("", ""),
    ],
)
def test_opening_words(words: str, opening: str) -> None:
    assert opening_words(Quote(words, Span(0, len(words)))) == opening


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("一、甲\n　　设立乙局。另行规定。", "乙局", "设立乙局。"),
        ("设立乙局。　另行规定。", "规定", "另行规定。"),
        ("设立乙局\n另行规定", "乙局", "设立乙局"),
        ("设立乙局", "设立", "设立乙局"),
    ],
)
def test_the_sentence_around(text: str, word: str, sentence: str) -> None:
    start = text.index(word)
    assert sentence_around(text, Span(start, start + len(word))).of(text) == sentence


@pytest.mark.parametrize(
    ("text", "second_names", "quoted"),
    [
        ("甲处（乙处）、丙处（", (Quote("乙处", Span(3, 5)),), "甲处（乙处）"),
        ("甲处(乙处)、丙处）", (Quote("乙处", Span(3, 5)),), "甲处(乙处)"),
        ("甲处（乙处", (Quote("乙处", Span(3, 5)),), "甲处（乙处"),  # left open: does not swallow the text
        ("甲处（暂缺）", (), "甲处"),  # a bracket that holds no name
    ],
)
def test_what_stands_in_brackets(provision: Provision, text: str, second_names: tuple[Quote, ...], quoted: str) -> None:
    division = replace(provision.divisions[0], name=Quote("甲处", Span(0, 2)), second_names=second_names)
    cut = replace(provision, text=text, divisions=(division,))
    assert Citing(cut).words(FactRef(FactKind.DIVISION, 0)) == quoted


def test_a_passage_is_cited_by_the_clause_its_words_stand_in(provision: Provision) -> None:
    text = provision.text
    start = text.index("（十八）负责本市无线电管理工作。")
    line = Span(text.rindex("\n", 0, start), text.index("\n", start) + 3)  # with the indent before and after it
    assert Citing(provision).cite_passage(line) == f"{UNTITLED}二（十八）“（十八）负责本市无线电管理工作。”"
    first = text.index("（二）研究室")
    both = Span(first, text.index("（四）综合规划处") - 1)
    assert "三（二）至三（三）“" in Citing(provision).cite_passage(both)
    assert Citing(provision).cite_passage(Span(start - 3, start - 1)) == ""
