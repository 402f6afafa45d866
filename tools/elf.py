"""What ELF files say of themselves, asked of ``readelf`` (binutils, which PyInstaller needs anyway)."""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path
from typing import BinaryIO

_LOAD, _DYNAMIC = 1, 2  # kinds of segments
_END, _STRINGS, _RPATH, _RUNPATH = 0, 5, 15, 29  # tags of the dynamic section


def is_elf(path: Path) -> bool:
    """Whether *path* is a program or a shared library of Linux; links are not followed."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed(path: Path) -> tuple[str, ...]:
    """Return the names of the libraries that the loader must find for *path*."""
    return tuple(re.findall(r"\(NEEDED\).*\[(.+)\]", _readelf("-d", path)))


def undefined(path: Path) -> tuple[str, ...]:
    """Return the names of the functions and data that *path* asks other libraries for, sorted."""
    return tuple(sorted(set(re.findall(r"\bUND (\w+)", _readelf("--dyn-syms", path)))))


def build_id(path: Path) -> str:
    """Return the id that the linker gave the file, the same after stripping; empty where it gave none."""
    found = re.search(r"Build ID: ([0-9a-f]+)", _readelf("-n", path))
    return found[1] if found else ""


def forget_search_paths(folder: Path) -> list[Path]:
    """Take absolute search paths out of the libraries below *folder*; returns which had some.

    A Python that was built by hand remembers where it lay. On another computer that place is somebody else's, and the
    loader would look there first.
    """
    return [path for path in sorted(folder.rglob("*")) if is_elf(path) and _forget(path)]


def _forget(path: Path) -> bool:
    with path.open("r+b") as file:
        head = file.read(64)
        if head[4:6] != b"\x02\x01":  # 64 bits, little-endian: all that is built here
            return False
        (start,) = struct.unpack_from("<Q", head, 32)
        size, count = struct.unpack_from("<HH", head, 54)
        segments = [_segment(file, start + index * size) for index in range(count)]
        dynamic = next((segment for segment in segments if segment[0] == _DYNAMIC), None)
        if dynamic is None:
            return False
        file.seek(dynamic[1])
        entries = list(struct.iter_unpack("<QQ", file.read(dynamic[3] // 16 * 16)))
        strings = next((value for tag, value in entries if tag == _STRINGS), 0)
        base = _place_of(strings, segments)
        kept = [
            (tag, value)
            for tag, value in entries
            if tag not in {_RPATH, _RUNPATH} or not _string(file, base + value).startswith(b"/")
        ]
        if len(kept) == len(entries):
            return False
        kept += [(_END, 0)] * (len(entries) - len(kept))
        file.seek(dynamic[1])
        file.write(b"".join(struct.pack("<QQ", *entry) for entry in kept))
    return True


def _segment(file: BinaryIO, at: int) -> tuple[int, int, int, int]:
    """Return kind, place in the file, address and length of a segment."""
    file.seek(at)
    kind, _, offset, address, _, length = struct.unpack("<IIQQQQ", file.read(40))
    return kind, offset, address, length


def _place_of(wanted: int, segments: list[tuple[int, int, int, int]]) -> int:
    """Return where in the file that lies which is loaded at address *wanted*."""
    for kind, offset, address, length in segments:
        if kind == _LOAD and address <= wanted < address + length:
            return offset + wanted - address
    return 0


def _string(file: BinaryIO, at: int) -> bytes:
    file.seek(at)
    return file.read(4096).partition(b"\0")[0]


def _readelf(option: str, path: Path) -> str:
    done = subprocess.run(
        ["readelf", "--wide", option, str(path)], check=True, capture_output=True, text=True, errors="replace"
    )
    return done.stdout
