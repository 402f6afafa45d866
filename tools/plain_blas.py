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

Entry = tuple[str, str, str]  # of PyInstaller: place in the folder, path on this computer, kind

PLAIN = Path(f"/usr/lib/{platform.machine()}-linux-gnu/blas64/libblas64.so.3")
"""The reference BLAS with integers of 64 bits, as numpy's wheels have them; the link beside it may lead elsewhere."""

_OPENBLAS = re.compile(r"libscipy_openblas64_.*\.so.*")
_ASKED = re.compile(r"\bUND (scipy_(cblas_\w+)64_)$", re.MULTILINE)


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
    asked = sorted(set(_ASKED.findall(_run("readelf", "--dyn-syms", "--wide", str(core)))))
    steps = [
        f".globl {theirs}\n.type {theirs}, @function\n{theirs}: jmp *{ours}@GOTPCREL(%rip)\n" for theirs, ours in asked
    ]
    source = ".text\n" + "".join(steps) + '.section .note.GNU-stack,"",%progbits\n'
    (out / "bridge.s").write_text(source, encoding="ascii")
    _run("as", "-o", "bridge.o", "bridge.s", folder=out)
    told = ["-shared", "-soname", name, "--build-id=none", "-rpath", "$ORIGIN/..", "--no-undefined"]
    _run("ld", *told, "-o", name, "bridge.o", str(plain), folder=out)
    return out / name


def _run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, check=True, cwd=folder, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    return done.stdout.decode("ascii", "replace")
