"""What a finished folder of the program consists of: each file belongs to a part, each part has terms and their texts.

Read from the folder itself, not from a list of what should be in it: the modules inside the executable, the extension
modules and libraries beside it. What belongs to nothing known is an error, so that nothing comes along unnoticed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import copyright_file
import elf
from PyInstaller.archive.readers import CArchiveReader

from eitc_desktop.paths import APP_NAME
from eitc_desktop.services.licences import Licence, licence_of, own_licences

INTERNAL = "_internal"
_BOOTLOADER = "PyInstaller bootloader"
_MARK = {".exe": b"MZ", "": b"\x7fELF"}
_TERMS = {  # of the library alone, by source package: the copyright file tells of programs, tests and scripts too
    "bzip2": "bzip2-1.0.6", "lapack": "BSD-3-Clause", "libffi": "MIT", "libx11": "MIT", "libxau": "MIT",
    "libxcb": "MIT", "libxdmcp": "MIT", "libxkbcommon": "MIT", "libzstd": "BSD-3-Clause", "sqlite3": "public-domain",
    "util-linux": "BSD-3-Clause",
    "xcb-util": "MIT", "xcb-util-cursor": "MIT", "xcb-util-image": "MIT", "xcb-util-keysyms": "MIT",
    "xcb-util-renderutil": "MIT", "xcb-util-wm": "MIT", "xz-utils": "public-domain", "zlib": "Zlib",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that comes along: its licence, its package URL, the files of the folder that are its own."""

    licence: Licence
    purl: str
    kind: str  # as CycloneDX has it
    files: tuple[Path, ...] = ()


class _Library(NamedTuple):
    """A shared library of this system, by the source package that its binary one was built from."""

    source: str
    version: str
    copyright: Path


def inventory(folder: Path) -> tuple[Part, ...]:
    """Return the parts of the program in *folder* (as PyInstaller leaves it), the program first.

    Raises:
        SystemExit: if a file, a module or a library belongs to nothing known, or a part has no text of its terms.
    """
    internal = folder / INTERNAL
    programs = [path for path in sorted(folder.iterdir()) if _is_program(path)]
    if not internal.is_dir() or not programs:
        raise SystemExit(f"{folder} 不是 PyInstaller 生成的程序文件夹")
    parts = _known()
    owners = _owners(parts, programs)
    files: dict[str, list[Path]] = defaultdict(list)
    for path in _files(internal):
        files[_owner(path.relative_to(internal), path, owners)].append(path.relative_to(folder))
    for path, library in _libraries([folder / path for path in files.pop("", [])]).items():
        files[library.source].append(path.relative_to(folder))
        if library.source not in parts:
            parts[library.source] = _of_system(library)
    files[APP_NAME] += [path.relative_to(folder) for path in programs]
    kept = {**dict.fromkeys(name for name in parts if name in files), **dict.fromkeys(owners.values())}
    found = tuple(replace(parts[name], files=tuple(files[name])) for name in _in_order(parts, set(kept)))
    for part in found:
        if not part.licence.text().strip():
            raise SystemExit(f"{part.licence.name}：没有许可证原文")
    return found


def _known() -> dict[str, Part]:
    """Return what comes along in any case, by the name its files are told apart with."""
    program, noto, wenkai, lucide, qt, in_qt, python, in_python = own_licences()
    installer = licence_of(metadata.distribution("pyinstaller"))
    boot = Licence(_BOOTLOADER, installer.version, "GPL-2.0-or-later WITH Bootloader-exception", installer.files)
    return {
        APP_NAME: Part(program, f"pkg:generic/{APP_NAME}@{program.version}", "application"),
        "noto": Part(noto, "pkg:generic/noto-sans-sc", "data"),
        "wenkai": Part(wenkai, "pkg:generic/lxgw-wenkai", "data"),
        "lucide": Part(lucide, "pkg:npm/lucide-static", "data"),
        "qt": Part(qt, f"pkg:pypi/pyside6-essentials@{qt.version}", "framework"),
        "in-qt": Part(in_qt, f"pkg:generic/qt@{qt.version}", "framework"),
        "python": Part(python, f"pkg:generic/cpython@{python.version}", "platform"),
        "in-python": Part(in_python, f"pkg:generic/cpython@{python.version}#third-party", "platform"),
        "boot": Part(boot, f"pkg:pypi/pyinstaller@{boot.version}", "library"),
    }


def _in_order(parts: dict[str, Part], kept: set[str]) -> list[str]:
    always = ("in-qt", "in-python", "boot")
    first = [name for name in _known() if name in kept or name in always]
    return first + sorted((name for name in parts if name in kept and name not in first), key=str.lower)


def _owners(parts: dict[str, Part], programs: list[Path]) -> dict[str, str]:
    """Return who owns each top-level module that is in the executables or may lie beside them; fills *parts*."""
    distributions = metadata.packages_distributions()
    owners = {"PySide6": "qt", "shiboken6": "qt", "shibokensupport": "qt", "eitc_desktop": APP_NAME}
    for module in sorted({name.partition(".")[0] for program in programs for name in _modules(program)}):
        if module in owners or module in sys.stdlib_module_names or module.startswith("_sysconfigdata"):
            continue
        if module.startswith(("_pyi", "pyi")):
            owners[module] = "boot"
            continue
        names = distributions.get(module)
        if not names:
            raise SystemExit(f"模块 {module}：不知道来自哪个软件包，无法附上它的许可证")
        package = metadata.distribution(names[0])
        licence = licence_of(package)
        parts[licence.name] = Part(licence, f"pkg:pypi/{_key(licence.name)}@{licence.version}", "library")
        owners[module] = licence.name
    return owners


def _owner(inside: Path, path: Path, owners: dict[str, str]) -> str:
    """Return who owns a file of ``_internal``; empty for a library of the system."""
    top = inside.parts[0]
    if inside.parts[:2] == ("resources", "fonts"):
        return "wenkai" if inside.name.startswith("EITC") else "noto"
    if inside.parts[:2] == ("resources", "icons") and inside.name.startswith("lucide"):
        return "lucide"
    if top in {"resources", "data", "licenses", "share", "LICENSE"}:
        return APP_NAME
    if top == "base_library.zip" or re.fullmatch(r"python3\.?\d+", top) or top.startswith("libpython"):
        return "python"
    if len(inside.parts) > 1:
        module = re.sub(r"(\.libs|-[^-]+\.dist-info)$", "", top)
    else:
        module = re.split(r"\.(?:cpython-|cp3|abi3|so$|pyd$)", top)[0]
    for name, owner in owners.items():
        if _key(module) in {_key(name), _key(owner)}:
            return owner
    if len(inside.parts) == 1 and elf.is_elf(path):
        return ""
    if len(inside.parts) == 1 and path.suffix.lower() in {".dll", ".pyd"}:
        return "python"  # Windows: what its installer brings along, told of in Python's own licence file
    raise SystemExit(f"{inside}：不知道属于哪个组成部分")


def _libraries(paths: list[Path]) -> dict[Path, _Library]:
    """Return which package each library came from: the one that holds a library of that name and the same build id."""
    if not paths:
        return {}
    cached = _asked("/sbin/ldconfig", "-p")
    candidates = {path: re.findall(rf"{re.escape(path.name)} .* => (/.+)", cached) for path in paths}
    # Where /lib is a link to /usr/lib, packages may know a file by either name; one that others may stand in for is
    # known by what the link to it leads to.
    names = {name: _both(name) + _both(str(Path(name).resolve())) for found in candidates.values() for name in found}
    said = _asked("dpkg-query", "-S", *(each for both in names.values() for each in both))
    owned = {
        place: packages.partition(",")[0]
        for packages, _, place in (line.rpartition(": ") for line in said.splitlines())
    }
    owners: dict[Path, str] = {}
    for path in paths:
        same = elf.build_id(path)
        for place in candidates[path]:
            package = next((owned[each] for each in names[place] if each in owned), "")
            if package and same and elf.build_id(Path(place)) == same:
                owners[path] = package
                break
        else:
            raise SystemExit(f"{path.name}：不知道来自哪个软件包，无法附上它的许可证")
    shown = "${binary:Package}\t${Package}\t${source:Package}\t${source:Version}\n"
    told = [
        line.split("\t") for line in _asked("dpkg-query", "-W", "-f", shown, *sorted(set(owners.values()))).splitlines()
    ]
    known = {
        name: _Library(source, version, Path("/usr/share/doc") / package / "copyright")
        for full, package, source, version in told
        for name in (full, package)
    }
    return {path: known[owner] for path, owner in owners.items()}


def _both(place: str) -> tuple[str, ...]:
    return (place, place.removeprefix("/usr") if place.startswith("/usr/") else f"/usr{place}")


def _asked(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # not 0: something was not found
    return done.stdout


def _of_system(library: _Library) -> Part:
    content = library.copyright.read_text(encoding="utf-8", errors="replace")
    common = [Path("/usr/share/common-licenses") / name for name in sorted(set(copyright_file.COMMON.findall(content)))]
    texts = (library.copyright, *(text for text in common if text.is_file()))
    terms = _TERMS.get(library.source) or copyright_file.terms(content)
    licence = Licence(library.source, library.version, terms, texts)
    vendor = re.search(r"^ID=\"?([a-z]+)", Path("/etc/os-release").read_text(encoding="utf-8"), re.MULTILINE)
    place = f"pkg:deb/{vendor[1] if vendor else 'debian'}"
    name, version = quote(library.source, safe=""), quote(library.version, safe=":~")
    return Part(licence, f"{place}/{name}@{version}?arch=source", "library")


def _modules(program: Path) -> set[str]:
    """Return the modules in an executable; of the scripts that start it, those of PyInstaller, told by their names."""
    archive = CArchiveReader(str(program))
    names = {name for name in archive.toc if name.startswith("pyi")}
    if "PYZ.pyz" in archive.toc:
        names |= set(archive.open_embedded_archive("PYZ.pyz").toc)
    return {name for name in names if name.partition(".")[0].isidentifier()}


def _files(internal: Path) -> list[Path]:
    return sorted(path for path in internal.rglob("*") if path.is_file() and not path.is_symlink())


def _is_program(path: Path) -> bool:
    mark = _MARK.get(path.suffix.lower())
    if mark is None or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
