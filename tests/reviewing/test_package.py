"""Review packages: what goes in comes out, and the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import given, settings

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import AskedOffice, Opinion, OpinionCategory, Person, Reply, Revision
from eitc_desktop.reviewing import package as package_module
from eitc_desktop.reviewing.anchors import whole
from eitc_desktop.reviewing.annotation_lines import LineReader
from eitc_desktop.reviewing.annotations import seal
from eitc_desktop.reviewing.package import PackageTooLarge, ProvisionNote, package_of, read_package

from .strategies import histories

_ENTRY = "33333333-3333-4333-8333-333333333333"
_ANSWER = "44444444-4444-4444-8444-444444444444"
_TIME = "2026-11-27T08:00:00Z"


@given(histories())
@settings(deadline=None)
def test_whatever_a_review_holds_comes_out_of_its_package(some: tuple[Revision, ...]) -> None:
    data = package_of(some, [], "1.2.3")
    assert package_of(reversed(some), [], "1.2.3") == data
    found = read_package(data)
    assert set(found.revisions) == set(some)
    assert package_of(found.revisions, found.provisions, found.manifest.program_version) == data
    assert found.manifest.entries == len({one.entry for one in some})
    assert sum(found.manifest.kinds.values()) == len(some)
    assert set(found.manifest.authors) == {one.author for one in some}
    assert {note.sha256 for note in found.provisions} == {one.anchor.provision for one in some}


def test_one_reader_reads_many_packages(digest: str, chen: Person) -> None:
    reader = LineReader()
    for number in range(3):
        revision = seal(_ENTRY, (), chen, _TIME, whole(digest), AskedOffice(f"第{number}局"))
        assert read_package(package_of([revision], [], "1"), reader).revisions == (revision,)


def test_an_empty_package_is_one() -> None:
    found = read_package(package_of([], [ProvisionNote("1" * 64, "某局", "")], "1"))
    assert (found.revisions, found.provisions, found.manifest.entries) == ((), (), 0)


def test_notes_of_provisions_are_carried_clean(digest: str, chen: Person) -> None:
    revision = seal(_ENTRY, (), chen, _TIME, whole(digest), AskedOffice("某局"))
    found = read_package(package_of([revision], [ProvisionNote(digest, " 某\u202e局 ", "某\n规定")], "1"))
    assert found.provisions == (ProvisionNote(digest, "某局", "某 规定"),)


def test_any_tool_for_zips_and_json_can_read_it(provision: Provision, digest: str, chen: Person, li: Person) -> None:
    opinion = Opinion(OpinionCategory.SUGGESTION, "第一行\n第二行", "改为此", "理由", "办公室", "陈敏", on_behalf=True)
    first = seal(_ENTRY, (), chen, _TIME, whole(digest), opinion)
    drafts = [
        seal(_ENTRY, (first.id,), one, _TIME, whole(digest), opinion, withdrawn=withdrawn)
        for one, withdrawn in ((chen, False), (li, True))
    ]
    answer = seal(_ANSWER, (), li, _TIME, whole(digest), Reply(_ENTRY, "", no_objection=True))
    data = package_of([first, *drafts, answer], [ProvisionNote(digest, provision.body.text, "")], "1")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert package.namelist() == ["manifest.json", "review.jsonld", "说明.txt"]
        review = json.loads(package.read("review.jsonld"))
        told = package.read("说明.txt")
    assert review["type"] == "AnnotationCollection"
    assert review["total"] == len(review["first"]["items"]) == 4
    assert {item["type"] for item in review["first"]["items"]} == {"Annotation"}
    assert told.startswith(b"\xef\xbb\xbf")  # editors on Windows know the encoding by it
    words = told.decode("utf-8-sig")
    for expected in (
        f"规定：{provision.body.text}（SHA-256 {digest}）",
        "条款：全文",
        "（两稿并存）",
        "（已撤回）",
        "意见：第一行\r\n　　第二行",
        "建议修改为：改为此",
        "单位：办公室（代录）",
        "时间：2026-11-27 16:00（北京时间）",
        "答复：无意见",
    ):
        assert expected in words, expected


def test_a_time_that_no_calendar_has_is_listed_as_written(digest: str, chen: Person) -> None:
    revision = seal(_ENTRY, (), chen, "2026-02-31T08:00:00Z", whole(digest), AskedOffice("某局"))
    data = package_of([revision], [], "1")
    assert read_package(data).revisions == (revision,)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "时间：2026-02-31T08:00:00Z" in package.read("说明.txt").decode()


def test_words_that_pack_too_well_are_left_unpacked(digest: str, chen: Person) -> None:
    opinion = Opinion(OpinionCategory.OPINION, "改" * 20_000, "改" * 20_000, "改" * 20_000, "办公室", "陈敏")
    some = [
        seal(f"33333333-3333-4333-8333-{number:012}", (), chen, _TIME, whole(digest), opinion) for number in range(40)
    ]
    assert set(read_package(package_of(some, [], "1")).revisions) == set(some)


def test_more_than_can_be_read_is_not_written(digest: str, chen: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    some = [
        seal(f"33333333-3333-4333-8333-{number:012}", (), chen, _TIME, whole(digest), AskedOffice("某局"))
        for number in range(3)
    ]
    monkeypatch.setattr(package_module, "MAX_REVISIONS", 2)
    with pytest.raises(PackageTooLarge, match="请分几次导出"):
        package_of(some, [], "1")
    monkeypatch.undo()
    monkeypatch.setattr(package_module, "MAX_FILE", 100)
    with pytest.raises(PackageTooLarge, match="请分几次导出"):
        package_of(some, [], "1")
