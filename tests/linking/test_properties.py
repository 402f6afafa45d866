"""What holds for every provision: evidence is where it says, nothing crashes, the same text gives the same mapping."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitc_desktop import paths
from eitc_desktop.linking import map_provision, read_abbreviations
from eitc_desktop.linking.names import name_terms
from eitc_desktop.linking.passages import Passages
from eitc_desktop.linking.statistics import WordStatistics
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Evidence, Grade, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote
from eitc_desktop.reading import decode, read_provision

LISTED = read_abbreviations(decode((paths.resources_dir() / "abbreviations.toml").read_bytes()))
PROVISIONS = sorted((Path(__file__).parents[1] / "reading" / "provisions").glob("*.txt"))

PIECES = (
    *(
        "电力",
        "港口",
        "船舶",
        "信用",
        "信息",
        "产业",
        "业",
        "等产业",
        "等",
        "基金",
        "管理",
        "推进",
        "组织实施",
        "负责",
        "会同",
        "配合",
    ),
    *(
        "按照规定",
        "的",
        "和",
        "与",
        "及",
        "、",
        "，",
        "；",
        "。",
        "《",
        "》",
        "（",
        "）",
        "节能减排",
        "中央在沪企业",
        "中央在",
        "企业",
    ),
    *(
        "市",
        "省",
        "州",
        "处",
        "科",
        "办公室",
        "领导小组",
        "并",
        "对",
        "除",
        "外",
        "1",
        "?",
        ".",
        "[",
        "\\",
        "𠮷",
        "é",
        "规划",
        "发展",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
NAMES = st.lists(st.sampled_from([piece for piece in PIECES if piece not in "，；。（）"]), min_size=1, max_size=5).map(
    "".join
)


def examples(number: int) -> settings:
    """The same *number* of examples in every run, however slow the machine."""
    too_much = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(deadline=None, derandomize=True, database=None, max_examples=number, suppress_health_check=too_much)


@st.composite
def provisions(draw: st.DrawFn) -> Provision:
    duties = draw(st.lists(TEXTS, min_size=1, max_size=5))
    names = draw(st.lists(NAMES, min_size=1, max_size=5))
    changes, matters = draw(st.lists(TEXTS, max_size=3)), draw(st.lists(TEXTS, max_size=3))
    numerals = "一二三四五六七八九"
    lines = [
        "根据《某方案》（某字〔2014〕20号）的规定，设立江城市港口局，为市政府工作部门。",
        "一、职能转变",
        "（一）加强的职责",
    ]
    lines += [f"{i}.加强{text}。" for i, text in enumerate(changes, 1)]
    lines += ["二、主要职责", *(f"（{numerals[i]}）负责{text}。" for i, text in enumerate(duties))]
    lines += [
        "三、内设机构",
        f"设{len(names)}个内设机构：",
        *(f"（{numerals[i]}）{name}处" for i, name in enumerate(names)),
    ]
    lines += ["四、其他事项", "（一）与江城市某某局的职责分工。"]
    lines += [f"{i}.江城市某某局牵头{text}，江城市港口局负责{text}。" for i, text in enumerate(matters, 1)]
    lines += ["（二）江城市港口船舶领导小组办公室设在江城市港口局。"]
    return read_provision("\n".join(lines) + "\n")


def quotes(mapping: Mapping) -> Iterator[tuple[FactRef, Quote]]:
    """Yield every quotation with the fact that it must lie inside."""
    for link in mapping.duty_links:
        yield from ((link.item, one.quote) for one in link.evidence)
    for rejection in mapping.rejections:
        yield from ((rejection.item, one.quote) for one in rejection.evidence)
    for wording in mapping.wordings:
        yield wording.item, wording.quote
    for link in mapping.change_links:
        yield from ((link.change, one.quote) for one in link.evidence)
        yield from ((link.via or link.target, quote) for quote in link.counterpart)
    for same in mapping.same_subjects:
        yield from zip(same.matters, same.quotes, strict=True)


def words_of(provision: Provision, ref: FactRef) -> Quote:
    if ref.kind is FactKind.DUTY_ITEM:
        return provision.duties[ref.index].items[ref.part]
    if ref.kind is FactKind.CHANGE:
        return provision.changes[ref.index].text
    assert ref.kind is FactKind.MATTER
    return provision.responsibility_splits[ref.index].matters[ref.part].text


def check(provision: Provision, mapping: Mapping) -> None:
    for ref, quote in quotes(mapping):
        assert quote.text
        assert quote.span.of(provision.text) == quote.text
        assert words_of(provision, ref).span.covers(quote.span)
    for link in mapping.duty_links:
        assert link.evidence
        assert link.item.kind is FactKind.DUTY_ITEM
        assert link.unit.kind in (FactKind.DIVISION, FactKind.HOSTED_OFFICE)
        assert (link.judgement is not None) == (link.grade is Grade.JUDGED)
        if link.grade is Grade.NAMED:
            assert all(named(one) for one in link.evidence)
    assert [(link.item, link.unit) for link in mapping.duty_links] == sorted(
        {(link.item, link.unit) for link in mapping.duty_links}
    )
    pairs = [(link.change, link.target) for link in mapping.change_links]
    assert pairs == sorted(set(pairs))
    for finding in mapping.findings:
        assert finding.span is not None
        assert finding.span.of(provision.text)


def named(evidence: Evidence) -> bool:
    """Say whether words show a term: they are the same, or there is a ground, or the list's head stands at its end."""
    term, quote = evidence.term, evidence.quote.text
    assert term is not None
    return term == quote or evidence.ground is not None or (quote[:2] == term[:2] and quote[-1] == term[-1])


def test_the_shipped_provision(provision: Provision, mapping: Mapping) -> None:
    check(provision, mapping)


@pytest.mark.parametrize("path", PROVISIONS, ids=lambda path: path.stem)
def test_provisions_of_other_fields(path: Path) -> None:
    provision = read_provision(decode(path.read_bytes()))
    check(provision, map_provision(provision, LISTED))


@examples(2 * settings().max_examples)
@given(provisions())
def test_made_up_provisions(provision: Provision) -> None:
    mapping = map_provision(provision, LISTED)
    check(provision, mapping)
    assert map_provision(read_provision(provision.text), LISTED) == mapping


@examples(300)
@given(st.one_of(NAMES, st.text(max_size=12)))
def test_terms_are_parts_of_their_name(name: str) -> None:
    terms = name_terms(name)
    assert len(set(terms)) == len(terms)
    for term in terms:
        assert len(term) >= 2
        assert set(term) <= set(name)


@examples(300)
@given(TEXTS, TEXTS)
def test_common_passages_are_the_same_words_in_both_texts(first: str, second: str) -> None:
    passages = Passages(WordStatistics(()))
    found = passages.common(first, second)
    taken: set[int] = set()
    for one in found:
        assert first[one.first : one.first + one.length] == second[one.second : one.second + one.length]
        assert one.length >= 4
        places = set(range(one.first, one.first + one.length))
        assert not places & taken
        taken |= places
    assert bool(found) == bool(passages.common(second, first))
