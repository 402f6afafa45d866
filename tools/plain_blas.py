"""numpy with the plain BLAS in OpenBLAS's place: ``in_place(entries, scratch)``, called by build.spec's rules.

numpy's wheel brings OpenBLAS, 25 MB of kernels for every processor and all of LAPACK, with Fortran's libraries. Of it
the program multiplies some small arrays, to draw bars. The reference BLAS (Debian: libblas64-3, 0.4 MB, in C) does that
as well, only slower. numpy itself stays as it is: a small library of OpenBLAS's name leads each of the functions that
numpy asks for to that of BLAS. ``as`` and ``ld`` come with binutils, which PyInstaller needs too.

Linear algebra (``numpy.linalg``) needs LAPACK and is left out, see build.spec and packaging/at_start.py.
"""

from __future__ import annotations

import platform
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import elf

Entry = tuple[str, str, str]  # of PyInstaller: place in the folder, path on this computer, kind

PLAIN = Path(f"/usr/lib/{platform.machine()}-linux-gnu/blas64/libblas64.so.3")
"""The reference BLAS with integers of 64 bits, as numpy's wheels have them; the link beside it may lead elsewhere."""

_OPENBLAS = re.compile(r"libscipy_openblas64_.*\.so.*")
_ASKED = re.compile(r"scipy_(cblas_\w+)64_")


def in_place(entries: Iterable[Entry], scratch: Path, plain: Path = PLAIN) -> list[Entry]:
    """Return the files with OpenBLAS and what it needs replaced; as they are where there is nothing to replace it by.

    Raises:
        subprocess.CalledProcessError: if a tool refuses.
    """
    entries = list(entries)
    blas = next((entry for entry in entries if _OPENBLAS.fullmatch(Path(entry[0]).name)), None)
    core = next((entry for entry in entries if Path(entry[0]).name.startswith("_multiarray_umath.")), None)
    if blas is None or core is None or platform.machine() != "x86_64" or not plain.is_file():
        return entries
    place = Path(blas[0])
    leading = bridge(Path(core[1]), place.name, plain, scratch)
    kept = [entry for entry in entries if Path(entry[0]).parent != place.parent]
    return [*kept, (blas[0], str(leading), "BINARY"), (plain.name, str(plain.resolve()), "BINARY")]


def bridge(core: Path, name: str, plain: Path, out: Path) -> Path:
    """Write library *name*, which leads what numpy's *core* asks OpenBLAS for to the *plain* one, into folder *out*.

    It looks for that one in the folder above its own.
    """
    out.mkdir(parents=True, exist_ok=True)
    asked = [found for name in elf.undefined(core) if (found := _ASKED.fullmatch(name))]
    steps = [
        f".globl {each[0]}\n.type {each[0]}, @function\n{each[0]}: jmp *{each[1]}@GOTPCREL(%rip)\n" for each in asked
    ]
    source = ".text\n" + "".join(steps) + '.section .note.GNU-stack,"",%progbits\n'
    (out / "bridge.s").write_text(source, encoding="ascii")
    told = ["-shared", "-soname", name, "--build-id=none", "-rpath", "$ORIGIN/..", "--no-undefined"]
    for command in (["as", "-o", "bridge.o", "bridge.s"], ["ld", *told, "-o", name, "bridge.o", str(plain)]):
        subprocess.run(command, check=True, cwd=out, stdin=subprocess.DEVNULL)
    return out / name
