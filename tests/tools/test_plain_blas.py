"""numpy reckons right with the plain BLAS in OpenBLAS's place."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import plain_blas
import pytest

pytestmark = pytest.mark.skipif(
    platform.machine() != "x86_64" or shutil.which("ld") is None or not plain_blas.PLAIN.is_file(),
    reason="there is no plain BLAS or linker: make app installs them",
)

_RECKONING = """
import sys
from types import ModuleType

for name in ("_umath_linalg", "lapack_lite"):
    sys.modules[f"numpy.linalg.{name}"] = ModuleType(name)
import numpy as np

random = np.random.default_rng(1)


def by_hand(a, b):
    return np.array([[sum(x * y for x, y in zip(row, column)) for column in b.T] for row in a])


def check(found, wanted, atol):
    if not np.allclose(found, wanted, atol=atol):
        raise SystemExit(f"{found} is not {wanted}")


for kind, close in (("f4", 1e-4), ("f8", 1e-11), ("c8", 1e-4), ("c16", 1e-11)):
    for rows, inner, columns in ((1, 7, 1), (3, 4, 5), (17, 9, 33)):
        turn = 1 + 1j if kind[0] == "c" else 1
        a = (random.standard_normal((rows, inner)) * turn).astype(kind)
        b = (random.standard_normal((inner, columns)) * turn).astype(kind)
        check(a @ b, by_hand(a, b), atol=close)
        check(a.T @ a, by_hand(a.T, a), atol=close)  # syrk
        check(a @ b[:, 0], by_hand(a, b)[:, 0], atol=close)  # gemv
        check(a[::-1, ::-1] @ b[::-1], by_hand(a[::-1, ::-1], b[::-1]), atol=close)
        check(np.dot(a[0], b[:, 0]), sum(a[0] * b[:, 0]), atol=close)
        check(np.vdot(a[0], b[:, 0]), sum(a[0].conj() * b[:, 0]), atol=close)
        check(a[0] + 2 * a[0], 3 * a[0], atol=close)
loaded = [line.split()[-1] for line in open("/proc/self/maps") if "blas" in line]
print("\\n".join(sorted(set(loaded))))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with numpy as the packaged program has it."""
    scratch, made = tmp_path_factory.mktemp("blas"), tmp_path_factory.mktemp("folder")
    package = Path(np.__file__).parent
    files = [path for top in (package, package.parent / "numpy.libs") for path in top.rglob("*") if path.is_file()]
    entries = [(str(path.relative_to(package.parent)), str(path), "BINARY") for path in files]
    for place, source, _ in plain_blas.in_place(entries, scratch):
        if "linalg" in place and ".so" in place:
            continue  # left out by build.spec
        (made / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, made / place)
    return made


def test_arrays_are_multiplied_by_the_plain_one(folder: Path) -> None:
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(folder)!r})\n{_RECKONING}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    loaded = done.stdout.split()
    assert [Path(each).parent for each in loaded] == [folder, folder / "numpy.libs"]
    assert not done.stderr


def test_openblas_and_fortran_stay_away(folder: Path) -> None:
    libraries = [path for path in folder.glob("numpy.libs/*") if path.is_file()]
    assert len(libraries) == 1
    assert libraries[0].stat().st_size < 100_000


def test_without_a_plain_one_all_stays_as_it_is(tmp_path: Path) -> None:
    entries = [
        ("numpy.libs/libscipy_openblas64_-1.so", "/nowhere/libscipy_openblas64_-1.so", "BINARY"),
        ("numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so", "/nowhere/core.so", "BINARY"),
    ]
    assert plain_blas.in_place(entries, tmp_path, tmp_path / "none.so.3") == entries


@pytest.mark.skipif(shutil.which("dpkg-shlibdeps") is None, reason="dpkg-dev is missing: make app installs it")
def test_the_package_of_the_plain_one_is_not_asked_for(folder: Path) -> None:
    """It comes along; on Debian its name is a link that no package owns, for others may stand in for it."""
    from deb_depends import needs

    assert [package for package in needs(folder).depends if "blas" in package] == []
