"""Cut Qt's ICU data to what the program uses: ``cut(library, out)``, called by build.spec.

ICU's data are 31 MB of every language's names for everything. Of them the program uses Chinese collation; GB 18030 and
GBK, time zones and the basics stay, so that whatever Qt asks for is answered. An empty stub in its place breaks them.
``icupkg`` is ICU's own tool for this (Debian: icu-devtools); ``as`` and ``ld`` come with binutils, which PyInstaller
needs too.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path

KEPT_FOLDERS = {"", "coll"}
"""The others (brkitr, curr, lang, rbnf, region, translit, unit, zone) hold what Qt has itself or never asks for."""

KEPT_LOCALES = re.compile(r"(root|pool|res_index|zh|zh_Hans|zh_Hans_CN|zh_CN|en|en_US)\.res")
KEPT_CONVERTERS = re.compile(r"(gb18030|ibm-1386_P100-2001|ibm-1383_P110-1999|ibm-5348_P100-1997)\.cnv")
"""GB 18030, GBK, GB 2312, windows-1252; the Unicode ones are in ICU's code."""

_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]*)*\.res")
_HEADER = struct.Struct("<HBBHHBBBB4s")
"""``DataHeader`` of ICU's udatamem.h: size of the header, two bytes of magic, UDataInfo up to its data format."""


class NoIcuTool(RuntimeError):
    """A program that the cut needs isn't installed."""


def cut(library: Path, out: Path) -> Path:
    """Write a library like *library* (``libicudata.so.NN``), with the kept items only, into folder *out*.

    Raises:
        NoIcuTool: if icupkg, as or ld is missing.
        ValueError: if *library* holds no ICU data in a form that is known.
        subprocess.CalledProcessError: if a tool refuses.
    """
    out.mkdir(parents=True, exist_ok=True)
    name, data = _data_of(library.read_bytes())
    # icupkg wants the file's name to be that of the package inside: little-endian, ASCII
    whole, small, unwanted = out / "whole" / f"{name}l.dat", out / f"{name}l.dat", out / "unwanted.txt"
    whole.parent.mkdir(exist_ok=True)
    whole.write_bytes(data)
    items = _run("icupkg", "--list", str(whole)).split()
    unwanted.write_text("\n".join(item for item in items if not kept(item)) + "\n", encoding="ascii")
    _run("icupkg", "--remove", str(unwanted), str(whole), str(small))
    source = f'.globl {name}_dat\n.section .rodata\n.balign 16\n{name}_dat:\n.incbin "{small.name}"\n'
    source += '.section .note.GNU-stack,"",%progbits\n'
    (out / "data.s").write_text(source, encoding="ascii")
    _run("as", "-o", "data.o", "data.s", folder=out)
    made = out / library.name
    _run("ld", "-shared", "-soname", library.name, "--build-id=none", "-o", made.name, "data.o", folder=out)
    return made


def kept(item: str) -> bool:
    """Whether an item of the data (``coll/zh.res``) stays."""
    folder, _, file = item.rpartition("/")
    if folder not in KEPT_FOLDERS:
        return False
    if file.endswith(".cnv"):
        return KEPT_CONVERTERS.fullmatch(file) is not None
    return KEPT_LOCALES.fullmatch(file) is not None or not _LOCALE.fullmatch(file)


def _data_of(library: bytes) -> tuple[str, bytes]:
    """Return the name (``icudt73``) and the bytes of the data in a shared library's read-only section."""
    name = re.search(rb"\0(icudt\d+)_dat\0", library)
    marks = (at for at in range(0, min(len(library), 1 << 20), 16) if library[at + 2 : at + 4] == b"\xda\x27")
    start = next((at for at in marks if _HEADER.unpack_from(library, at)[-1] == b"CmnD"), None)
    if name is None or start is None:
        raise ValueError("no ICU data found in the library")
    return name[1].decode("ascii"), library[start : _section_end(library, start)]


def _section_end(library: bytes, start: int) -> int:
    """Return where the ELF section that begins at file offset *start* ends."""
    sections, width, number = (
        struct.unpack_from(form, library, at)[0] for form, at in (("<Q", 40), ("<H", 58), ("<H", 60))
    )
    for index in range(number):
        offset, size = struct.unpack_from("<QQ", library, sections + index * width + 24)
        if offset == start:
            return offset + size
    raise ValueError("the ICU data fill no section of the library")


def _run(*command: str, folder: Path | None = None) -> str:
    try:
        done = subprocess.run(command, check=True, cwd=folder, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise NoIcuTool(
            f"{command[0]} 未安装：请安装 icu-devtools 和 binutils（apt-get install icu-devtools binutils）"
        ) from error
    return done.stdout.decode("utf-8", "replace")


if __name__ == "__main__":
    print(cut(Path(sys.argv[1]), Path(sys.argv[2])))
