"""The quick way of reading annotations gives what the slow way gives, or an error."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Opinion, OpinionCategory, Person, Reply, Revision
from eitc_desktop.reviewing.anchors import whole
from eitc_desktop.reviewing.annotation_lines import LineReader, line_of
from eitc_desktop.reviewing.annotations import NotAnAnnotation, annotation_of, canonical, revision_of, seal

from .strategies import histories, revisions

_ENTRY = "33333333-3333-4333-8333-333333333333"


def _slowly(line: str) -> Revision:
    annotation = json.loads(line)
    revision = revision_of(annotation)
    assert canonical(annotation).decode() == line, "not canonical"
    return revision


@given(st.lists(revisions, max_size=4), histories())
@settings(deadline=None)
def test_what_is_written_is_read_the_first_time_and_every_other(
    some: list[Revision], others: tuple[Revision, ...]
) -> None:
    reader = LineReader()
    for _ in range(2):
        for revision in (*some, *others):
            assert reader.revision(line_of(revision)) == revision


@given(histories(), st.data())
@settings(deadline=None, max_examples=2 * settings().max_examples)
def test_a_line_that_was_tampered_with_is_read_as_by_the_slow_way_or_refused(
    some: tuple[Revision, ...], data: st.DataObject
) -> None:
    reader = LineReader()
    lines = [line_of(revision).decode() for revision in some]
    for line in lines:
        reader.revision(line.encode())
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, min(len(line), start + 3)))
    other = data.draw(st.sampled_from(lines))
    at = data.draw(st.integers(0, len(other)))
    piece = data.draw(
        st.sampled_from(
            ["", " ", '"', "\\", "\\u0041", "0", "1.0", "null", "true", "\t", "\u202e", "{}", "[[", ',"a":1']
        )
        | st.just(other[at : at + data.draw(st.integers(0, 80))])
    )
    changed = line[:start] + piece + line[end:]
    try:
        found = reader.revision(changed.encode())
    except (NotAnAnnotation, ValueError):
        return
    assert found == _slowly(changed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-11-27T08:00:00Z", "2026-11-27T08:00:01Z"),
        ("2026-11-27T08:00:00Z", "2026-11-27T08:00:00.000001Z"),
        ('"created":"2026-11-27T08:00:00Z', '"created":"'),
        ("陈敏", "陈明"),
        ('"text/plain"', '"text/html"'),
        ("表述", "标题"),
        ('"eitc:replaces":[]', '"eitc:replaces":["urn:sha256:' + "0" * 64 + '"]'),
        ('"eitc:replaces":[]', '"eitc:replaces":[],"eitc:withdrawn":true'),
        (_ENTRY, "33333333-3333-4333-8333-333333333334"),
        ('"commenting"', '"editing"'),
        ('"motivation":"commenting"', '"motivation":"replying"'),
        ("表述宜统一", "表述宜\\u7edf一"),
        ("表述宜统一", "表述\u200f宜统一"),
        ("表述宜统一", "表述\t宜统一"),
        ('{"body"', '{ "body"'),
        ('"type":"Annotation"}', '"type":"Annotation" }'),
        (',"type":"Annotation"}', ',"type":"Annotation","type":"Annotation"}'),
    ],
)
def test_no_change_goes_unnoticed(provision: Provision, digest: str, chen: Person, old: str, new: str) -> None:
    content = Opinion(OpinionCategory.OPINION, "表述宜统一", "", '“理由”\n"引号"', "办公室", "陈敏")
    line = line_of(seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", whole(digest), content)).decode()
    assert old in line
    for knows in (True, False):
        reader = LineReader()
        if knows:
            reader.revision(line.encode())
        with pytest.raises((NotAnAnnotation, ValueError)):
            reader.revision(line.replace(old, new, 1).encode())
        assert reader.revision(line.encode()).content == content


def test_a_forged_line_whose_id_fits_is_still_checked(digest: str, chen: Person) -> None:
    """Whoever forges a line can compute the id of what isn't allowed, too."""
    reply = seal(_ENTRY, (), chen, "2026-11-27T08:00:00Z", whole(digest), Reply(_ENTRY, "同意", no_objection=False))
    reader = LineReader()
    reader.revision(line_of(reply))
    for forged in (
        replace(reply, made_at="yesterday"),
        replace(reply, entry="x"),
        replace(reply, content=Reply("x" * 36, "同意")),
        replace(reply, content=Reply(_ENTRY, "\u202e同意")),
        replace(reply, content=Reply(_ENTRY, "长" * 20_001)),
        replace(reply, replaces=("b" * 64, "a" * 64)),
        replace(reply, replaces=("a" * 64, "a" * 64)),
        replace(reply, replaces=("A" * 64,)),
        replace(reply, author=replace(chen, name="陈\u202e敏")),
    ):
        members = annotation_of(forged)
        members["eitc:replaces"] = [f"urn:sha256:{one}" for one in forged.replaces]
        del members["id"]
        members["id"] = f"urn:sha256:{sha256(canonical(members)).hexdigest()}"
        with pytest.raises(NotAnAnnotation):
            reader.revision(canonical(members))


def test_deep_nesting_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ValueError, match="deep"):
        LineReader().revision(b"[" * 100_000)
