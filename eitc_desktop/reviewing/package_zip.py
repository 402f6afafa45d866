"""The ZIP of a review package: written the same each time, and read so narrowly that nothing unexpected gets in.

A general reader of ZIPs forgives much: bytes before and between members, sizes that contradict each other, two members
of one name, members that share bytes. Whatever is forgiven can be abused, so this one takes what :func:`zipped` writes,
and nothing else. Sizes in headers are never believed: what is inflated is counted.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple, NoReturn

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase

_MIB = 1 << 20
MAX_FILE = 64 * _MIB
"""Largest package in bytes."""

FREE_SIZE, MAX_RATIO = 4 * _MIB, 200
"""A member may be inflated to so many bytes anyhow, and beyond that to so many times its packed size.

Reviews are packed to a seventh. What the writer couldn't pack within these bounds it leaves unpacked.
"""

_MOST_MEMBERS = 16  # a later version of the format may have more than three
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first time a ZIP can tell
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_UTF_8, _ENCRYPTED = 0x0800, 0x2041  # bits of the flags: names in UTF-8; any kind of encryption
_LEVELS = 0x0006  # bits that only tell how hard it was tried to pack
_REGULAR, _FILE_TYPES = 0o100000, 0o170000
_FOLDER = 0x10


class BadPackage(EitcError):
    """The file is no review package, or not one that can be trusted: nothing of it is taken in."""


class PackageTooLarge(EitcError):
    """So many entries make a package that no program would read; they go into several."""


def refuse_damaged(what: Phrase) -> NoReturn:
    """Refuse a package that isn't built as it must be; *what* names the part."""
    raise BadPackage(Phrase("ReviewPackage", "审阅包不完整或结构不对（{0}），未导入，请对方重新导出后再传"), what)


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of *members*, sorted by name: the same bytes for the same members."""
    made, large = _zipped(members, frozenset())
    return _zipped(members, large)[0] if large else made


def _zipped(members: Mapping[str, bytes], unpacked: frozenset[str]) -> tuple[bytes, frozenset[str]]:
    """Return a ZIP with all but the *unpacked* packed, and which of those couldn't be read again.

    Nobody writes so many of the same words, but somebody may.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.create_system = 3  # as on every system
            entry.external_attr = (_REGULAR | 0o644) << 16
            entry.compress_type = zipfile.ZIP_STORED if name in unpacked else zipfile.ZIP_DEFLATED
            package.writestr(entry, members[name])
        written = package.infolist()
    large = frozenset(one.filename for one in written if one.file_size > _bound(one.compress_size))
    return made.getvalue(), large - unpacked


class Unzipped:
    """The members of the ZIP *data*, whose form is checked as a whole before anything of it is inflated.

    Raises:
        BadPackage: if *data* is anything else than a ZIP that ``zipped`` could have written.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_FILE:
            raise BadPackage(Phrase("ReviewPackage", "文件超过 {0} MiB，不像是审阅包，未导入"), MAX_FILE // _MIB)
        self._members: dict[str, tuple[_Entry, bytes]] = {}
        end = _end_of(data)
        entries = _directory(data, end)
        at = 0
        for entry in sorted(entries, key=lambda one: one.offset):
            if entry.offset != at:  # neither gaps nor shared bytes
                refuse_damaged(Phrase("ReviewPackage", "文件位置"))
            start = _behind_local_header(data, entry)
            at = start + entry.packed
            self._members[entry.name] = entry, data[start:at]
        if at != end.directory:
            refuse_damaged(Phrase("ReviewPackage", "文件位置"))
        if len(self._members) != len(entries):
            refuse_damaged(Phrase("ReviewPackage", "两个文件同名"))

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._members)

    def content(self, name: str, limit: int) -> bytes:
        """Return what a member holds, at most *limit* bytes.

        Raises:
            BadPackage: if it is more, or isn't what the directory says it is.
        """
        entry, packed = self._members[name]
        return _inflated(packed, entry, limit)


class _Entry(NamedTuple):
    """What the directory says of a member; ``common`` is what its own header must say in the same words."""

    name: str
    common: tuple[object, ...]
    method: int
    check: int
    packed: int
    size: int
    offset: int


class _End(NamedTuple):
    members: int
    directory: int


def _end_of(data: bytes) -> _End:
    """The record at the very end, behind which no comment stands."""
    if not data.startswith(b"PK\x03\x04"):
        raise BadPackage(Phrase("ReviewPackage", "这不是审阅包，请选择由本程序导出的 .eitcreview 文件"))
    if len(data) < _END.size:
        refuse_damaged(Phrase("ReviewPackage", "结尾"))
    mark, disk, first_disk, here, count, length, directory, comment = _END.unpack_from(data, len(data) - _END.size)
    good = mark == b"PK\x05\x06" and (disk, first_disk, comment) == (0, 0, 0) and here == count
    if not good or directory + length != len(data) - _END.size:
        refuse_damaged(Phrase("ReviewPackage", "结尾"))
    return _End(count, directory)


def _directory(data: bytes, end: _End) -> list[_Entry]:
    if end.members > _MOST_MEMBERS:
        refuse_damaged(Phrase("ReviewPackage", "文件过多"))
    entries: list[_Entry] = []
    at = end.directory
    for _ in range(end.members):
        if at + _CENTRAL.size > len(data) - _END.size:
            refuse_damaged(Phrase("ReviewPackage", "目录"))
        entry, at = _entry(data, at)
        entries.append(entry)
    if at != len(data) - _END.size:
        refuse_damaged(Phrase("ReviewPackage", "目录"))
    return entries


def _entry(data: bytes, at: int) -> tuple[_Entry, int]:
    (
        mark, _made_by, needed, flags, method, time, date, check, packed, size,
        name_length, extra, comment, disk, _internal, attributes, offset,
    ) = _CENTRAL.unpack_from(data, at)  # fmt: skip
    if flags & _ENCRYPTED:
        raise BadPackage(Phrase("ReviewPackage", "审阅包加了密，本程序不能读取，请对方导出后不要再加密"))
    name = data[at + _CENTRAL.size : at + _CENTRAL.size + name_length]
    kind = attributes >> 16 & _FILE_TYPES
    if (
        mark != b"PK\x01\x02"
        or flags & ~(_UTF_8 | _LEVELS)
        or method not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        or (extra, comment, disk) != (0, 0, 0)
        or kind not in {0, _REGULAR}
        or attributes & _FOLDER
    ):
        refuse_damaged(Phrase("ReviewPackage", "目录"))
    try:
        words = name.decode("utf-8" if flags & _UTF_8 else "ascii")
    except UnicodeDecodeError:
        refuse_damaged(Phrase("ReviewPackage", "文件名"))
    common = (needed, flags, method, time, date, check, packed, size, name)
    return _Entry(words, common, method, check, packed, size, offset), at + _CENTRAL.size + name_length


def _behind_local_header(data: bytes, entry: _Entry) -> int:
    """Where the member's bytes begin; its own header must say what the directory says."""
    if entry.offset + _LOCAL.size > len(data):
        refuse_damaged(Phrase("ReviewPackage", "文件位置"))
    mark, *told, name_length, extra = _LOCAL.unpack_from(data, entry.offset)
    start = entry.offset + _LOCAL.size
    name = data[start : start + name_length]
    if mark != b"PK\x03\x04" or extra != 0 or (*told, name) != entry.common:
        refuse_damaged(Phrase("ReviewPackage", "文件头"))
    return start + name_length


def _inflated(packed: bytes, entry: _Entry, limit: int) -> bytes:
    """The member's content: never more than *limit*, nor than so little could honestly hold."""
    if entry.method == zipfile.ZIP_STORED:
        content = packed
    else:
        bound = min(limit, _bound(len(packed)))
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(packed, bound + 1)
        except zlib.error:
            refuse_damaged(Phrase("ReviewPackage", "压缩数据"))
        if len(content) > bound:
            raise BadPackage(Phrase("ReviewPackage", "审阅包解压后过大，未导入"))
        if not stream.eof or stream.unused_data:
            refuse_damaged(Phrase("ReviewPackage", "压缩数据"))
    if len(content) > limit:
        raise BadPackage(Phrase("ReviewPackage", "审阅包解压后过大，未导入"))
    if len(content) != entry.size or zlib.crc32(content) != entry.check:
        refuse_damaged(Phrase("ReviewPackage", "校验和"))
    return content


def _bound(packed: int) -> int:
    return max(FREE_SIZE, MAX_RATIO * packed)
