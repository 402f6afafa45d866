"""What ELF files say of themselves, asked of ``readelf`` (binutils, which PyInstaller needs anyway)."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path


def is_elf(path: Path) -> bool:
    """Whether *path* is a program or a shared library of Linux; links are not followed."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed(path: Path) -> tuple[str, ...]:
    """Return the names of the libraries that the loader must find for *path*."""
    return tuple(re.findall(r"\(NEEDED\).*\[(.+)\]", _readelf("-d", path)))


def build_id(path: Path) -> str:
    """Return the id that the linker gave the file, the same after stripping; empty where it gave none."""
    found = re.search(r"Build ID: ([0-9a-f]+)", _readelf("-n", path))
    return found[1] if found else ""


def _readelf(option: str, path: Path) -> str:
    done = subprocess.run(
        ["readelf", "--wide", option, str(path)], check=True, capture_output=True, text=True, errors="replace"
    )
    return done.stdout
