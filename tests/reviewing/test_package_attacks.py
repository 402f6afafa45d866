"""Packages made to harm: each is refused with one line that a person can read, or is a good package after all."""

from __future__ import annotations

import copy
import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eitc_desktop.model.review import Adoption, AskedOffice, Handling, Opinion, OpinionCategory, Person, Revision
from eitc_desktop.reviewing import package as package_module
from eitc_desktop.reviewing import package_zip
from eitc_desktop.reviewing.anchors import whole
from eitc_desktop.reviewing.annotations import annotation_of, canonical, seal
from eitc_desktop.reviewing.package import BadPackage, ProvisionNote, package_of, read_package
from eitc_desktop.reviewing.strict_json import strictly_parsed, too_deep

_DIGEST = "1" * 64
_AUTHOR = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")
_TIME = "2026-11-27T08:00:00Z"
_ENTRY = "33333333-3333-4333-8333-333333333333"
_OTHER = "44444444-4444-4444-8444-444444444444"

Members = dict[str, bytes]


def _revisions() -> list[Revision]:
    opinion = Opinion(OpinionCategory.SUGGESTION, "<b>统一</b>表述", "改为此", "理由", "办公室", "陈敏")
    first = seal(_ENTRY, (), _AUTHOR, _TIME, whole(_DIGEST), opinion)
    second = seal(_ENTRY, (first.id,), _AUTHOR, _TIME, whole(_DIGEST), opinion, withdrawn=True)
    handling = seal(_OTHER, (), _AUTHOR, _TIME, whole(_DIGEST), Handling(_ENTRY, Adoption.PARTLY, "说明", "李强"))
    return [first, second, handling]


_GOOD = package_of(_revisions(), [ProvisionNote(_DIGEST, "某局", "")], "1")


def _members() -> Members:
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(members: Members, *, digests: bool = True) -> bytes:
    """A package of *members* whose digests are made to fit, as whoever forges one would."""
    members = dict(members)
    if digests:
        manifest = json.loads(members["manifest.json"])
        manifest["digests"] = {
            name: hashlib.sha256(content).hexdigest() for name, content in members.items() if name != "manifest.json"
        }
        members["manifest.json"] = json.dumps(manifest, ensure_ascii=False).encode()
    return package_zip.zipped(members)


def _with_review(change: Callable[[dict[str, Any]], None]) -> bytes:
    members = _members()
    review = json.loads(members["review.jsonld"])
    change(review)
    members["review.jsonld"] = json.dumps(review, ensure_ascii=False).encode()
    return _packed(members)


def _with_manifest(change: Callable[[dict[str, Any]], None]) -> bytes:
    members = _members()
    manifest = json.loads(members["manifest.json"])
    change(manifest)
    members["manifest.json"] = json.dumps(manifest).encode()
    return _packed(members, digests=False)


def _unchanged(_: dict[str, Any]) -> None: ...


def _of(*revisions: Revision) -> bytes:
    """A package of revisions that nobody checked, with a manifest that fits."""
    members = _members()
    review = json.loads(members["review.jsonld"])
    review["first"]["items"] = [annotation_of(one) for one in revisions]
    review["total"] = len(revisions)
    manifest = json.loads(members["manifest.json"])
    manifest["counts"]["entries"] = len({one.entry for one in revisions})
    members["review.jsonld"] = json.dumps(review, ensure_ascii=False).encode("utf-8", "surrogatepass")
    members["manifest.json"] = json.dumps(manifest).encode()
    return _packed(members)


def _refused(data: bytes, words: str = "") -> None:
    with pytest.raises(BadPackage) as caught:
        read_package(data)
    message = str(caught.value)
    assert words in message
    assert "\n" not in message
    assert message.isprintable()
    assert len(message) < 200


def test_the_package_that_is_attacked_here_is_good() -> None:
    assert set(read_package(_GOOD).revisions) == set(_revisions())
    assert set(read_package(_with_review(_unchanged)).revisions) == set(_revisions())  # other JSON, same words


def test_files_that_are_no_packages() -> None:
    for data in (b"", b"PK", b"not a zip", b"\x00" * 100, b"%PDF-1.7", "审阅".encode()):
        _refused(data, "这不是审阅包")
    _refused(b"PK\x03\x04", "不完整")


def test_a_file_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_zip, "MAX_FILE", len(_GOOD) - 1)
    _refused(_GOOD, "不像是审阅包")


def test_every_truncation() -> None:
    for length in range(len(_GOOD)):
        _refused(_GOOD[:length])


def test_bytes_before_behind_and_comments() -> None:
    _refused(b"MZ" + _GOOD)
    _refused(_GOOD + b"\x00")
    _refused(_GOOD[:-2] + b"\x04\x00abcd")


def test_a_bomb_in_every_member(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _members():
        bomb = _members() | {name: b" " * (package_zip.FREE_SIZE + 1)}
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
            for each, content in bomb.items():
                package.writestr(zipfile.ZipInfo(each), content, zipfile.ZIP_DEFLATED)
        if name == "manifest.json":
            _refused(data.getvalue(), "过大")
        else:
            monkeypatch.setattr(
                package_module, "_digests", lambda _: json.loads(_members()["manifest.json"])["digests"]
            )
            _refused(data.getvalue(), "过大")


def test_a_bomb_whose_headers_lie() -> None:
    """Ten megabytes of nothing that claim to be ten bytes."""
    packed = zlib.compress(b" " * (10 << 20), wbits=-15)
    name = b"manifest.json"
    common = struct.pack("<5H3L", 20, 0, 8, 0, 0x21, zlib.crc32(b" " * 10), len(packed), 10)
    local = b"PK\x03\x04" + common + struct.pack("<2H", len(name), 0) + name
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<5H2L", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 1, 1, len(central), len(local) + len(packed), 0)
    _refused(local + packed + central + end, "过大")


def test_members_that_are_unknown_missing_double_or_elsewhere() -> None:
    good = _members()
    _refused(_packed(good | {"x.txt": b""}), "所含文件")
    _refused(_packed({name: good[name] for name in ("manifest.json", "review.jsonld")}), "所含文件")
    _refused(package_zip.zipped({name: good[name] for name in ("review.jsonld", "说明.txt")}), "清单")
    for name in (
        "../review.jsonld",
        "/review.jsonld",
        "a/review.jsonld",
        "C:\\review.jsonld",
        "REVIEW.JSONLD",
        "review.jsonld/",
    ):
        moved = {key: value for key, value in good.items() if key != "review.jsonld"} | {name: good["review.jsonld"]}
        _refused(_packed(moved))
    _refused(package_zip.zipped({f"{number}": b"" for number in range(20)}), "文件过多")
    twice = _packed(good | {"manifest.jsox": good["manifest.json"]}).replace(b"manifest.jsox", b"manifest.json")
    _refused(twice, "同名")


def test_members_that_are_encrypted_links_or_folders() -> None:
    central = _GOOD.index(b"PK\x01\x02")
    for bit in (0x01, 0x40, 0x2000):
        data = bytearray(_GOOD)
        data[central + 8 : central + 10] = struct.pack("<H", bit)
        _refused(bytes(data), "加了密")
    for attributes in (0o120777 << 16, 0o040755 << 16, 0x10, 0o020666 << 16):
        data = bytearray(_GOOD)
        data[central + 38 : central + 42] = struct.pack("<L", attributes)
        _refused(bytes(data), "目录")


def test_members_that_share_bytes_or_leave_gaps() -> None:
    second = _GOOD.index(b"PK\x01\x02", _GOOD.index(b"PK\x01\x02") + 4)
    data = bytearray(_GOOD)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    _refused(bytes(data), "文件位置")
    first = _GOOD.index(b"PK\x01\x02")
    for change in (-1, 1, 0xFFFFFFFF - 100):
        data = bytearray(_GOOD)
        size = struct.unpack_from("<L", data, first + 20)[0]
        struct.pack_into("<L", data, first + 20, (size + change) % (1 << 32))
        _refused(bytes(data))


def test_zip64_and_data_descriptors() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in _members().items():
            with package.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                member.write(content)
    _refused(data.getvalue())

    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    stream = Unseekable()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in _members().items():
            package.writestr(name, content)
    _refused(stream.getvalue())


def test_forged_digests_counts_authors_and_provisions() -> None:
    changed = _members()
    changed["review.jsonld"] = changed["review.jsonld"].replace("改为此".encode(), "改为彼".encode())
    _refused(_packed(changed, digests=False), "清单不符")
    _refused(_packed(changed), "编号不符")
    _refused(_with_manifest(lambda one: one["digests"].update({"说明.txt": "0" * 64})), "清单不符")
    _refused(_with_manifest(lambda one: one["counts"].update(entries=3)), "清单不符")
    _refused(_with_manifest(lambda one: one["counts"]["revisions"].update(opinion=1)), "清单不符")
    _refused(_with_manifest(lambda one: one["counts"]["revisions"].update(handling=True)), "清单不符")
    _refused(_with_manifest(lambda one: one["authors"][0].update(name="李强")), "清单不符")
    _refused(_with_manifest(lambda one: one["authors"].clear()), "清单不符")
    _refused(_with_manifest(lambda one: one["provisions"].clear()), "清单不符")
    _refused(_with_manifest(lambda one: one["provisions"].append(one["provisions"][0])), "清单不符")
    _refused(_with_manifest(lambda one: one["provisions"][0].update(sha256="2" * 64)), "清单不符")
    _refused(_with_manifest(lambda one: one["provisions"][0].update(sha256="x")), "清单")
    _refused(_with_manifest(lambda one: one["provisions"][0].update(title="\u202e")), "清单")
    _refused(_with_manifest(lambda one: one.update(provisions={})), "清单")
    _refused(_with_manifest(lambda one: one.update(provisions=[1])), "清单")
    _refused(_with_manifest(lambda one: one.update(program="a\nb")), "清单")
    _refused(_with_manifest(lambda one: one.update(program_version=1)), "清单")
    _refused(_with_manifest(lambda one: one.update(more=1)), "清单不符")


def test_formats_of_other_versions() -> None:
    _refused(_with_manifest(lambda one: one.update(format_version=2)), "请升级本程序")
    _refused(_with_manifest(lambda one: one.update(format_version=2, other=[], program=None)), "请升级本程序")
    newer = _members() | {"other.json": b"{}"}
    newer["manifest.json"] = json.dumps({"format": "eitcreview", "format_version": 3}).encode()
    _refused(_packed(newer, digests=False), "请升级本程序")
    for version in (0, -1, True, "1", None, [], 10**14):
        _refused(_with_manifest(lambda one, version=version: one.update(format_version=version)))
    _refused(_with_manifest(lambda one: one.update(format="other")), "清单")


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"1",
        b"{",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format":"eitcreview","format":"eitcreview","format_version":1}',
        b'{"format":"eitcreview","format_version":NaN}',
        b'{"format":"eitcreview","format_version":Infinity}',
        b'{"format":"eitcreview","format_version":1.0}',
        b'{"format":"eitcreview","format_version":1e400}',
        b'{"format":"eitcreview","format_version":' + b"9" * 5000 + b"}",
        b'{"format":"eitcreview","format_version":1,"program":"\\ud800"}',
        b"\xef\xbb\xbf{}",
    ],
)
def test_manifests_that_are_no_plain_json(manifest: bytes) -> None:
    members = _members() | {"manifest.json": manifest}
    _refused(_packed(members, digests=False), "清单")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"{", b"\xff{"),
        (b'"total":3', b'"total":3,"total":3'),
        (b'"total":3', b'"total":3.0'),
        (b'"total":3', b'"total":NaN'),
        (b'"total":3', b'"total":4'),
        (b'"total":3', b'"total":3,"more":1'),
        (b'"startIndex":0', b'"startIndex":false'),
        (b'"AnnotationCollection"', b'"Other"'),
        (b"http://www.w3.org", b"http://example.org"),
        (b'"first":{', b'"first":{"x":' + b"[" * 1000 + b"]" * 1000 + b","),
        ("改为此".encode(), b"\\ud800"),
        ("改为此".encode(), b"\\u202e"),
        ("改为此".encode(), b"\\u0000"),
        ("改为此".encode(), b"\x00"),
        ("改为此".encode(), "\u202e".encode()),
        ("改为此".encode(), b"\xed\xa0\x80"),
        ('"name":"陈敏"'.encode(), '"name":"陈敏","name":"陈敏"'.encode()),
        ('"name":"陈敏"'.encode(), '"name":"陈\u202e敏"'.encode()),
        ('"name":"陈敏"'.encode(), b'"name":["a"]'),
        ('"name":"陈敏"'.encode(), b'"name":{"a":1}'),
        (b'"on_behalf":false', b'"on_behalf":0'),
        (b'"eitc:replaces":[]', b'"eitc:replaces":{}'),
    ],
)
def test_reviews_that_are_not_as_they_must_be(old: bytes, new: bytes) -> None:
    members = _members()
    assert old in members["review.jsonld"]
    members["review.jsonld"] = members["review.jsonld"].replace(old, new)
    _refused(_packed(members))


def test_entries_that_are_there_twice_or_replace_those_of_others() -> None:
    first, second, handling = _revisions()
    _refused(_of(first, second, handling, first), "条目重复")
    thief = seal(_OTHER, (first.id,), _AUTHOR, _TIME, whole(_DIGEST), AskedOffice("某局"))
    _refused(_of(first, thief), "修改记录")


def test_more_entries_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MAX_REVISIONS", 2)
    _refused(_GOOD, "条目过多")
    _refused(_with_review(_unchanged), "条目过多")


def test_a_listing_that_is_no_text() -> None:
    _refused(_packed(_members() | {"说明.txt": b"\xff\xfe\x00"}), "说明")


def test_depth_is_told_without_parsing() -> None:
    for value in ('"[[[[[[[[[[[[[[[[[[[["', '"\\"[[[[[[[[[[[[[[[[[[["', '"\\\\","[[[[[[[[[[[[[[[[[[["'):
        assert not too_deep(f"[{value}]".encode())
    assert too_deep(b'["\\\\",' + b"[" * 17 + b"]" * 17 + b"]")
    assert not too_deep(b"[" + b",".join([b"[[]]"] * 50) + b"]")
    with pytest.raises(ValueError, match="twice"):
        strictly_parsed(b'{"a":1,"a":1}')


@given(st.data())
@settings(deadline=None, max_examples=5 * settings().max_examples)
def test_fuzz_bytes_of_a_package(data: st.DataObject) -> None:
    changed = bytearray(_GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        match data.draw(st.integers(0, 2)):
            case 0:
                changed[at] = data.draw(st.integers(0, 255))
            case 1:
                del changed[at : at + data.draw(st.integers(1, 60))]
            case _:
                changed[at:at] = data.draw(st.binary(min_size=1, max_size=40))
        if not changed:
            break
    _refused_or_good(bytes(changed))


@given(st.data())
@settings(deadline=None, max_examples=5 * settings().max_examples, suppress_health_check=[HealthCheck.too_slow])
def test_fuzz_values_of_its_json(data: st.DataObject) -> None:
    members = _members()
    name = data.draw(st.sampled_from(["manifest.json", "review.jsonld"]))
    value = json.loads(members[name])
    for _ in range(data.draw(st.integers(1, 3))):
        value = _mutated(data, value)
    members[name] = data.draw(
        st.sampled_from(
            [
                canonical(value),
                json.dumps(value).encode(),
                json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"),
            ]
        )
    )
    try:
        packed = _packed(members, digests=data.draw(st.booleans()))
    except (TypeError, ValueError, AttributeError):
        packed = package_zip.zipped(members)
    _refused_or_good(packed)


@given(st.data())
@settings(deadline=None, max_examples=3 * settings().max_examples)
def test_fuzz_entries_with_ids_that_fit(data: st.DataObject) -> None:
    members = _members()
    review = json.loads(members["review.jsonld"])
    at = data.draw(st.integers(0, 2))
    item = review["first"]["items"][at]
    changed = _mutated(data, item)
    if isinstance(changed, dict) and "id" in changed:
        del changed["id"]
        changed["id"] = f"urn:sha256:{hashlib.sha256(canonical(changed)).hexdigest()}"
    review["first"]["items"][at] = changed
    members["review.jsonld"] = canonical(review)
    _refused_or_good(_packed(members))


@given(st.dictionaries(st.sampled_from(["manifest.json", "review.jsonld", "说明.txt", "a"]), st.binary(max_size=99)))
@settings(deadline=None)
def test_fuzz_any_zip(members: Members) -> None:
    _refused_or_good(package_zip.zipped(members))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_fuzz_any_bytes(data: bytes) -> None:
    _refused_or_good(data)
    _refused_or_good(b"PK\x03\x04" + data + b"PK\x05\x06" + data[:18].ljust(18, b"\x00"))


def _refused_or_good(data: bytes) -> None:
    try:
        found = read_package(data)
    except BadPackage as error:
        assert str(error).isprintable()  # noqa: PT017
        return
    assert set(read_package(package_of(found.revisions, found.provisions, "1")).revisions) == set(found.revisions)


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2**70),
    st.floats(allow_nan=False),
    st.text(max_size=10),
    st.sampled_from(["", "\u202e", "<script>", "urn:sha256:" + "0" * 64, _ENTRY, "division:0:0:0", [], {}, [[[[]]]]]),
)


def _mutated(data: st.DataObject, value: Any) -> Any:  # noqa: ANN401
    """The value with something at a random path in it changed, added, taken out or doubled."""
    value = copy.deepcopy(value)
    node, path = value, []
    while isinstance(node, dict | list) and node and (not path or data.draw(st.integers(0, 3))):
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        path.append((node, key))
        node = node[key]
    if not path:
        return data.draw(_SCALARS)
    holder, key = path[-1]
    match data.draw(st.integers(0, 3)):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        case 1:
            holder[data.draw(st.text(max_size=5))] = copy.deepcopy(holder[key])
        case _:
            holder[key] = data.draw(_SCALARS)
    return value
