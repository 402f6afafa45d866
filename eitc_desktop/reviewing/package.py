"""The review package: whole entries in one file, to be carried to another computer (docs/review-package.md).

What is read is hostile until proven otherwise: everything that can be known twice is compared, and what differs by a
single character is refused, with nothing taken in.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from eitc_desktop.model.review import Person, Revision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.annotation_lines import LineReader, line_of
from eitc_desktop.reviewing.annotations import SHA_FORM, NotAnAnnotation, canonical, kind_of, revision_of
from eitc_desktop.reviewing.cleaning import clean_line, is_plain_line
from eitc_desktop.reviewing.collecting import collector_paused
from eitc_desktop.reviewing.package_listing import listing
from eitc_desktop.reviewing.package_zip import MAX_FILE, BadPackage, PackageTooLarge, Unzipped, refuse_damaged, zipped
from eitc_desktop.reviewing.strict_json import strictly_parsed

__all__ = [
    "BadPackage",
    "Manifest",
    "Package",
    "PackageTooLarge",
    "ProvisionNote",
    "names_in",
    "package_of",
    "read_package",
]

SUFFIX = ".eitcreview"
PROGRAM = "eitc-desktop"
FORMAT, FORMAT_VERSION = "eitcreview", 1
MAX_REVISIONS = 200_000

_MANIFEST, _REVIEW, _LISTING = "manifest.json", "review.jsonld", "说明.txt"
_MIB = 1 << 20
_SIZES = {_MANIFEST: 4 * _MIB, _REVIEW: 160 * _MIB, _LISTING: 160 * _MIB}  # bytes, inflated

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"eitc": "urn:eitc-desktop:review:", "eitc:content": {"@type": "@json"}},
]
_ITEMS_BEGIN = b'{"@context":' + canonical(_CONTEXT) + b',"first":{"items":[\n'
_ITEMS_END = b'\n],"startIndex":0,"type":"AnnotationPage"},"total":%d,"type":"AnnotationCollection"}\n'
_BETWEEN = b",\n"


@dataclass(frozen=True, slots=True)
class ProvisionNote:
    """A provision that entries were made on: its SHA-256, the body and the title as it was called, maybe empty."""

    sha256: str
    body: str
    title: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself, all of it held against its content.

    ``authors`` made any revision in it; ``kinds`` counts revisions by ``kind_of`` their content, ``entries`` entries.
    """

    program: str
    program_version: str
    format_version: int
    authors: tuple[Person, ...]
    entries: int
    kinds: Mapping[str, int]
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was read and checked; ``revisions`` in the order of their making."""

    manifest: Manifest
    revisions: tuple[Revision, ...]
    provisions: tuple[ProvisionNote, ...]


def names_in(notes: Iterable[ProvisionNote]) -> tuple[ProvisionNote, ...]:
    """Return what *notes* call each provision, sorted by SHA-256: where they differ, always the same of them."""
    best: dict[str, ProvisionNote] = {}
    for note in notes:
        best[note.sha256] = max(note, best.get(note.sha256, note), key=lambda one: (one.body, one.title))
    return tuple(best[digest] for digest in sorted(best))


@collector_paused()
def package_of(revisions: Iterable[Revision], provisions: Sequence[ProvisionNote], program_version: str) -> bytes:
    """Return a package of *revisions*, which are to be whole entries with all their states.

    *provisions* says what the provisions are called that the entries were made on; those that aren't needed are left
    out. The same input gives the same bytes.

    Raises:
        PackageTooLarge: if it couldn't be read again for its size.
    """
    ordered = _ordered({one.id: one for one in revisions}.values())
    if len(ordered) > MAX_REVISIONS:
        raise PackageTooLarge(Phrase("ReviewPackage", "条目超过 {0} 条，请分几次导出"), MAX_REVISIONS)
    called = {note.sha256: note for note in provisions}
    notes = tuple(
        ProvisionNote(digest, clean_line(called[digest].body), clean_line(called[digest].title))
        if digest in called
        else ProvisionNote(digest, "", "")
        for digest in _provisions_of(ordered)
    )
    members = {
        _REVIEW: _review_of(ordered),
        _LISTING: listing(ordered, {note.sha256: note.title or note.body for note in notes}).encode("utf-8-sig"),
    }
    manifest = _manifest_of(ordered, notes, PROGRAM, clean_line(program_version), _digests(members))
    members[_MANIFEST] = (json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
    made = zipped(members)
    if len(made) > MAX_FILE or any(len(content) > _SIZES[name] for name, content in members.items()):
        raise PackageTooLarge(Phrase("ReviewPackage", "条目过多，一个审阅包装不下，请分几次导出"))
    return made


@collector_paused()
def read_package(data: bytes, reader: LineReader | None = None) -> Package:
    """Return what the package *data* holds, checked down to the last character.

    A *reader* that is used for several packages reads them more quickly.

    Raises:
        BadPackage: if it is no package, or anything in it is not as it must be. Nothing else is raised.
    """
    unzipped = Unzipped(data)
    manifest = _manifest_in(unzipped)
    if unzipped.names != _SIZES.keys():
        refuse_damaged(Phrase("ReviewPackage", "所含文件不是审阅包应有的"))
    members = {name: unzipped.content(name, _SIZES[name]) for name in (_REVIEW, _LISTING)}
    digests = _digests(members)
    if manifest.get("digests") != digests:
        raise _forged()
    _check_listing(members[_LISTING])
    revisions = _revisions_in(members[_REVIEW], reader or LineReader())
    notes = _notes_in(manifest.get("provisions"))
    program, version = manifest.get("program"), manifest.get("program_version")
    if not _is_line(program) or not _is_line(version):
        refuse_damaged(Phrase("ReviewPackage", "清单"))
    expected = _manifest_of(revisions, notes, str(program), str(version), digests)
    if [note.sha256 for note in notes] != _provisions_of(revisions) or canonical(manifest) != canonical(expected):
        raise _forged()
    kinds = cast("dict[str, dict[str, int]]", expected["counts"])["revisions"]
    told = Manifest(
        str(program),
        str(version),
        FORMAT_VERSION,
        _authors_of(revisions),
        len({revision.entry for revision in revisions}),
        MappingProxyType(kinds),
        MappingProxyType(digests),
    )
    return Package(told, _ordered(revisions), notes)


def _ordered(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    return tuple(sorted(revisions, key=lambda one: (one.made_at, one.entry, one.id)))


def _provisions_of(revisions: Iterable[Revision]) -> list[str]:
    anchors = {id(revision.anchor): revision.anchor for revision in revisions}
    return sorted({anchor.provision for anchor in anchors.values()})


def _authors_of(revisions: Iterable[Revision]) -> tuple[Person, ...]:
    people = set({id(revision.author): revision.author for revision in revisions}.values())
    return tuple(sorted(people, key=lambda person: (person.office, person.name, person.key)))


def _digests(members: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}


def _manifest_of(
    revisions: Sequence[Revision],
    notes: Sequence[ProvisionNote],
    program: str,
    program_version: str,
    digests: Mapping[str, str],
) -> dict[str, object]:
    return {
        "program": program,
        "program_version": program_version,
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "provisions": [{"sha256": note.sha256, "body": note.body, "title": note.title} for note in notes],
        "authors": [
            {"name": person.name, "office": person.office, "key": person.key} for person in _authors_of(revisions)
        ],
        "counts": {
            "entries": len({revision.entry for revision in revisions}),
            "revisions": dict(Counter(kind_of(revision.content) for revision in revisions)),
        },
        "digests": digests,
    }


def _review_of(revisions: Sequence[Revision]) -> bytes:
    lines = _BETWEEN.join(map(line_of, revisions))
    return _ITEMS_BEGIN + lines + _ITEMS_END % len(revisions)


def _forged() -> BadPackage:
    return BadPackage(Phrase("ReviewPackage", "审阅包的内容与清单不符，可能被改动过或已损坏，未导入，请对方重新导出"))


def _manifest_in(unzipped: Unzipped) -> Mapping[str, object]:
    """Return the manifest, of which only the format is checked: one of a later version may say other things."""
    if _MANIFEST not in unzipped.names:
        refuse_damaged(Phrase("ReviewPackage", "没有清单"))
    try:
        manifest = strictly_parsed(unzipped.content(_MANIFEST, _SIZES[_MANIFEST]))
    except ValueError:
        refuse_damaged(Phrase("ReviewPackage", "清单"))
    if not isinstance(manifest, dict):
        refuse_damaged(Phrase("ReviewPackage", "清单"))
    found = cast("dict[str, object]", manifest)
    version = found.get("format_version")
    if found.get("format") != FORMAT or type(version) is not int or version < FORMAT_VERSION:
        refuse_damaged(Phrase("ReviewPackage", "清单"))
    if version > FORMAT_VERSION:
        raise BadPackage(
            Phrase("ReviewPackage", "审阅包由更新版本的程序导出（格式 {0}，本程序读到格式 {1}），请升级本程序后再导入"),
            version,
            FORMAT_VERSION,
        )
    return found


def _notes_in(value: object) -> tuple[ProvisionNote, ...]:
    notes: list[ProvisionNote] = []
    for one in cast("list[object]", value) if isinstance(value, list) else []:
        told = cast("dict[str, object]", one) if isinstance(one, dict) else {}
        digest, body, title = told.get("sha256"), told.get("body"), told.get("title")
        if not isinstance(digest, str) or not SHA_FORM.match(digest) or not _is_line(body) or not _is_line(title):
            refuse_damaged(Phrase("ReviewPackage", "清单"))
        notes.append(ProvisionNote(digest, str(body), str(title)))
    return tuple(notes)


def _is_line(value: object) -> bool:
    return isinstance(value, str) and is_plain_line(value)


def _check_listing(content: bytes) -> None:
    """What is only there for people is never read, but must be text."""
    try:
        content.decode("utf-8-sig")
    except ValueError:
        refuse_damaged(Phrase("ReviewPackage", "说明"))


def _revisions_in(content: bytes, reader: LineReader) -> tuple[Revision, ...]:
    try:
        revisions = _from_lines(content, reader) or _from_any(content)
    except NotAnAnnotation as error:
        raise BadPackage(Phrase("ReviewPackage", "审阅包中有不合格式的条目，未导入：{0}"), error) from None
    except ValueError:
        refuse_damaged(Phrase("ReviewPackage", "条目"))
    _check_states(revisions)
    return revisions


def _from_lines(content: bytes, reader: LineReader) -> tuple[Revision, ...] | None:
    """The revisions of a review in the form that this program writes; None where it has another."""
    ends = content.count(b"\n")  # single bytes are found many times quicker than two in a row
    if ends >= MAX_REVISIONS and content.count(_BETWEEN) >= MAX_REVISIONS:
        refuse_damaged(Phrase("ReviewPackage", "条目过多"))
    end = _ITEMS_END % (ends - 2)  # a line for each revision, one before, and one behind
    if not content.startswith(_ITEMS_BEGIN) or not content.endswith(end):
        return None
    lines = (content[len(_ITEMS_BEGIN) : -len(end)] + b",").split(b"\n")
    if not all(line.endswith(b",") for line in lines):
        return None
    try:
        return tuple(reader.revision(line[:-1]) for line in lines)
    except ValueError:
        return None


def _from_any(content: bytes) -> tuple[Revision, ...]:
    """The revisions of a review in whatever form JSON has."""
    collection = _members(strictly_parsed(content), {"@context", "first", "total", "type"})
    page = _members(collection["first"], {"items", "startIndex", "type"})
    items = page["items"]
    if not isinstance(items, list):
        refuse_damaged(Phrase("ReviewPackage", "条目"))
    found = cast("list[object]", items)
    if len(found) > MAX_REVISIONS:
        refuse_damaged(Phrase("ReviewPackage", "条目过多"))
    told = (collection["@context"], collection["type"], collection["total"], page["type"], page["startIndex"])
    if canonical(told) != canonical((_CONTEXT, "AnnotationCollection", len(found), "AnnotationPage", 0)):
        raise ValueError("collection")
    return tuple(map(revision_of, found))


def _members(value: object, names: set[str]) -> Mapping[str, object]:
    found = cast("dict[str, object]", value) if isinstance(value, dict) else {}
    if found.keys() != names:
        raise ValueError("members")
    return found


def _check_states(revisions: Sequence[Revision]) -> None:
    """No state may be there twice, nor replace one of another entry."""
    entries = {revision.id: revision.entry for revision in revisions}
    if len(entries) != len(revisions):
        refuse_damaged(Phrase("ReviewPackage", "条目重复"))
    for revision in revisions:
        for replaced in revision.replaces:
            if entries.get(replaced, revision.entry) != revision.entry:
                refuse_damaged(Phrase("ReviewPackage", "条目的修改记录"))
