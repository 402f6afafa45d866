"""Anchors find their places again: in the very text, and in other versions of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import Fact, FactKind, FactRef, facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Anchor
from eitc_desktop.model.text import Span
from eitc_desktop.reading import read_provision
from eitc_desktop.reviewing.anchors import anchor_of_fact, anchor_of_passage, anchored, digest_of, whole
from eitc_desktop.reviewing.placing import NOWHERE, THRESHOLD, Confidence, Placer, place
from eitc_desktop.services.citing import Citing

_ITEM = FactRef(FactKind.DUTY_ITEM, 6, 1)
_OTHER = "0" * 64


def _version(provision: Provision, old: str, new: str) -> Provision:
    assert provision.text.count(old) == 1
    return read_provision(provision.text.replace(old, new))


def _fact(provision: Provision, ref: FactRef) -> Fact:
    return next(fact for fact in facts_of(provision) if fact.ref == ref)


def test_on_its_own_text_every_fact_is_exact(provision: Provision, digest: str) -> None:
    placer = Placer(provision, digest)
    for fact in facts_of(provision):
        found = placer.place(anchor_of_fact(provision, digest, fact.ref))
        assert (found.confidence, found.ref, found.span, found.likeness) == (
            Confidence.EXACT,
            fact.ref,
            anchored(provision, fact),
            1.0,
        )
        assert found.clause == provision.cite(fact.span)


def test_in_a_version_with_the_same_facts_every_fact_is_found(provision: Provision, digest: str) -> None:
    placer = Placer(provision, _OTHER)
    for fact in facts_of(provision):
        found = placer.place(anchor_of_fact(provision, digest, fact.ref))
        assert (found.confidence, found.ref, found.span) == (Confidence.MOVED, fact.ref, anchored(provision, fact)), (
            fact
        )


def test_a_division_is_quoted_with_its_whole_name(provision: Provision, digest: str) -> None:
    named_twice = [i for i, division in enumerate(provision.divisions) if division.second_names]
    assert named_twice
    for i in named_twice:
        ref = FactRef(FactKind.DIVISION, i)
        anchor = anchor_of_fact(provision, digest, ref)
        assert anchor.exact == Citing(provision).words(ref)
        assert anchor.exact == f"{provision.divisions[i].name.text}（{provision.divisions[i].second_names[0].text}）"


def test_entries_on_a_division_by_its_bare_name_stay_where_they_are(provision: Provision, digest: str) -> None:
    for i, division in enumerate(provision.divisions):
        ref, span = FactRef(FactKind.DIVISION, i), division.name.span
        behind = provision.text[span.end : span.end + 32]
        bare = Anchor(digest, ref, "", span, division.name.text, provision.text[span.start - 32 : span.start], behind)
        here = place(bare, provision, digest)
        assert (here.confidence, here.ref, here.span) == (Confidence.EXACT, ref, span)
        elsewhere = place(bare, provision, _OTHER)
        assert (elsewhere.confidence, elsewhere.ref) == (Confidence.MOVED, ref)


def test_a_division_renamed_in_brackets_is_found_by_its_likeness(provision: Provision, digest: str) -> None:
    ref = next(FactRef(FactKind.DIVISION, i) for i, each in enumerate(provision.divisions) if each.second_names)
    anchor = anchor_of_fact(provision, digest, ref)
    version = _version(provision, anchor.exact, anchor.exact.partition("（")[0] + "（调查处）")
    found = place(anchor, version, digest_of(version))
    assert (found.confidence, found.ref) == (Confidence.SIMILAR, ref)


def test_the_whole_provision_is_placed_on_every_version(provision: Provision, digest: str) -> None:
    anchor = whole(digest)
    assert place(anchor, provision, digest).confidence is Confidence.EXACT
    moved = place(anchor, provision, _OTHER)
    assert (moved.confidence, moved.ref, moved.span) == (Confidence.MOVED, None, Span(0, 0))


def test_an_anchor_that_lies_about_its_text_is_looked_for_like_one_of_another(
    provision: Provision, digest: str
) -> None:
    honest = anchor_of_fact(provision, digest, _ITEM)
    elsewhere = replace(honest, span=Span(0, len(honest.exact)))
    misnamed = replace(honest, ref=FactRef(FactKind.DUTY_ITEM, 0, 0))
    for anchor in (elsewhere, misnamed):
        found = place(anchor, provision, digest)
        assert (found.confidence, found.ref, found.span) == (Confidence.MOVED, _ITEM, honest.span)
    of_another_kind = replace(honest, ref=FactRef(FactKind.DIVISION, 0))
    assert place(of_another_kind, provision, digest) == NOWHERE
    invented = replace(honest, exact="原文中没有的一段话，谁也没有写过")
    assert place(invented, provision, digest) == NOWHERE
    beyond = replace(honest, span=Span(10**9, 10**9 + 5))
    assert place(beyond, provision, digest).ref == _ITEM


def test_changed_words_are_similar_and_the_less_so_the_more_they_changed(provision: Provision, digest: str) -> None:
    anchor = anchor_of_fact(provision, digest, _ITEM)
    words = anchor.exact
    before = 1.0
    for count in (2, 6, 10):
        changed = "".join("某" if i % 3 == 1 and i // 3 < count else char for i, char in enumerate(words))
        version = _version(provision, words, changed)
        found = place(anchor, version, digest_of(version))
        assert found.ref == _ITEM, changed
        assert found.span is not None
        assert found.span.of(version.text) == changed
        assert (found.confidence, found.likeness < before) == (Confidence.SIMILAR, True)
        before = found.likeness


def test_what_was_deleted_is_nowhere_and_its_neighbours_stay(provision: Provision, digest: str) -> None:
    gone = next(i for i, one in enumerate(provision.divisions) if one.name.text == "都市产业处")
    lines = provision.text.splitlines(keepends=True)
    version = read_provision("".join(line for line in lines if "都市产业处" not in line))
    placer = Placer(version, digest_of(version))
    assert placer.place(anchor_of_fact(provision, digest, FactRef(FactKind.DIVISION, gone))) == NOWHERE
    for i, division in enumerate(provision.divisions):
        if i != gone:
            found = placer.place(anchor_of_fact(provision, digest, FactRef(FactKind.DIVISION, i)))
            assert found.confidence is Confidence.MOVED
            assert found.ref == FactRef(FactKind.DIVISION, i - (i > gone))
            assert version.divisions[i - (i > gone)].name.text == division.name.text


def test_an_office_in_a_sentence_like_another_is_told_apart_by_its_name(provision: Provision, digest: str) -> None:
    anchor = anchor_of_fact(provision, digest, FactRef(FactKind.HOSTED_OFFICE, 0))
    changed = anchor.exact.replace("促进中小企业发展", "推进中小企业发展")
    version = _version(provision, anchor.exact, changed)
    found = place(anchor, version, digest_of(version))
    assert (found.confidence, found.ref) == (Confidence.SIMILAR, FactRef(FactKind.HOSTED_OFFICE, 0))


def test_same_words_twice_are_told_apart_by_what_stands_around(provision: Provision, digest: str) -> None:
    text = provision.text
    words = "配合"
    first, second = text.find(words), text.rfind(words)
    for start in (first, second):
        anchor = anchor_of_passage(provision, digest, Span(start, start + 2))
        found = place(anchor, provision, _OTHER)
        assert (found.confidence, found.span) == (Confidence.MOVED, Span(start, start + 2))
        bare = replace(anchor, prefix="", suffix="")
        assert place(bare, provision, _OTHER) == NOWHERE


def test_of_two_places_that_may_be_meant_the_nearer_is_named_without_certainty(provision: Provision) -> None:
    words = "牵头建设本市工业园区"
    version = read_provision(f"{provision.text}\n（九）{words}。某某。\n（十）{words}。某某。\n")
    second = version.text.rfind(words)
    anchor = Anchor(_OTHER, None, "", Span(second + 3, second + 3 + len(words)), words, "", "")
    found = place(anchor, version, digest_of(version))
    assert (found.confidence, found.span, found.likeness) == (
        Confidence.SIMILAR,
        Span(second, second + len(words)),
        0.5,
    )


def test_a_changed_passage_is_found_where_it_stands(provision: Provision, digest: str) -> None:
    text = provision.text
    start = _fact(provision, FactRef(FactKind.DUTY_ITEM, 9, 0)).span.start
    anchor = anchor_of_passage(provision, digest, Span(start, start + 40))
    changed = "本市" + anchor.exact[:20] + "以及其他" + anchor.exact[20:]
    version = read_provision(text[:start] + changed + text[start + 40 :])
    found = place(anchor, version, digest_of(version))
    assert found.confidence is Confidence.SIMILAR
    assert found.ref is None
    assert found.span == Span(start + 2, start + 46)
    assert found.clause == version.cite(Span(start, start))
    short = replace(anchor, exact="没有的话", span=Span(0, 4))
    assert place(short, version, digest_of(version)) == NOWHERE


def test_characters_that_no_anchor_may_hold_are_passed_over(provision: Provision) -> None:
    text = provision.text.replace("编制", "编\u202e制")
    strange = read_provision(text)
    digest = digest_of(strange)
    start = text.find("编\u202e制")
    anchor = anchor_of_passage(strange, digest, Span(start, start + 3))
    assert anchor.exact == "编制"
    assert place(anchor, strange, digest).confidence is Confidence.EXACT
    found = place(anchor, strange, _OTHER)
    assert (found.confidence, found.span) == (Confidence.MOVED, Span(start, start + 3))
    for fact in facts_of(strange):
        moved = place(anchor_of_fact(strange, digest, fact.ref), strange, _OTHER)
        assert (moved.confidence, moved.ref, moved.span) == (Confidence.MOVED, fact.ref, anchored(strange, fact))


@pytest.fixture(scope="module")
def anchors(provision: Provision, digest: str) -> dict[FactRef, Anchor]:
    return {fact.ref: anchor_of_fact(provision, digest, fact.ref) for fact in facts_of(provision)}


@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_paragraphs_that_come_and_go_elsewhere_leave_the_rest_where_it_is(
    data: st.DataObject, provision: Provision, anchors: dict[FactRef, Anchor]
) -> None:
    lines = provision.text.splitlines()
    gone = data.draw(st.sets(st.integers(1, len(lines) - 1), max_size=6), "gone")
    fresh = data.draw(
        st.lists(
            st.tuples(
                st.integers(1, len(lines)),
                st.sampled_from(["（一）负责本市其他有关工作。", "补充一段。", "9.取消对某事的审批。"]),
            ),
            max_size=4,
        ),
        "fresh",
    )
    kept = [
        line
        for i, old in enumerate([*lines, ""])
        for line in [*(words for at, words in fresh if at == i), *([] if i in gone else [old])]
    ]
    try:
        version = read_provision("\n".join(kept))
    except EitcError:
        return
    there: dict[tuple[FactKind, str], list[Fact]] = {}
    for fact in facts_of(version):
        there.setdefault((fact.ref.kind, anchored(version, fact).of(version.text)), []).append(fact)
    placer = Placer(version, digest_of(version))
    for ref, anchor in anchors.items():
        found = placer.place(anchor)
        same = there.get((ref.kind, anchor.exact), [])
        assert found.ref is None or found.ref.kind is ref.kind
        if len({fact.span for fact in same}) == 1 and version.text != provision.text:
            assert (found.confidence, found.span) == (Confidence.MOVED, anchored(version, same[0]))
        elif not same:
            assert found.confidence in {Confidence.SIMILAR, Confidence.NONE}
            assert (found.span is None) == (found.confidence is Confidence.NONE)
            assert found.span is None or THRESHOLD <= found.likeness < 1


@given(
    st.builds(
        lambda start, length, rest: Anchor(span=Span(start, start + length), **rest),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.fixed_dictionaries(
            {
                "provision": st.just(_OTHER),
                "ref": st.none() | st.builds(FactRef, st.sampled_from(FactKind), st.integers(0, 90), st.integers(0, 9)),
                "clause": st.text(max_size=5),
                "exact": st.text(max_size=80) | st.text("经济和信息化产业处（），。；\n", max_size=200),
                "prefix": st.text(max_size=32),
                "suffix": st.text(max_size=32),
            }
        ),
    ),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_no_anchor_makes_it_fail(provision: Provision, anchor: Anchor, own: bool) -> None:
    found = place(anchor, provision, _OTHER if own else "1" * 64)
    if found.span is not None:
        assert found.span.end <= len(provision.text)
    if found.ref is not None:
        assert anchor.ref is not None
        assert found.ref.kind is anchor.ref.kind
