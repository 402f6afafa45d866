"""The licences of everything that comes with the program, and their texts.

Where Python packages are installed, they tell of themselves. A packaged program holds more than those, system libraries
too, and nothing that tells of it: there an index, written when it was built (``tools/notices.py``), lists all.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from eitc_desktop import __version__
from eitc_desktop.paths import APP_NAME, HomeKind, find_home, resources_dir

INDEX = "licenses/index.json"
"""In a packaged program: ``[{"name", "version", "terms", "files"}]``, paths from the folder of ``resources``."""

_QT = ("pyside6-essentials", "shiboken6")  # they come with Qt, and without the texts of its licence
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
IN_QT, IN_PYTHON = "Third-party code in Qt", "Third-party code in Python"
"""Names of what its authors gave no name; the window words them."""

_TERMS_IN_QT = "Apache-2.0, BSD, CC0-1.0, FTL, IJG, ISC, MIT, Unicode, Zlib, libpng"
_TERMS_IN_PYTHON = "Apache-2.0, BSD, HPND, MIT, Zlib"


@dataclass(frozen=True, slots=True)
class Licence:
    """What comes under which terms; ``files`` hold the texts."""

    name: str
    version: str
    terms: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """Return the texts one after the other; empty where none came along."""
        texts = [
            path.read_text(encoding="utf-8", errors="replace").strip("\n") for path in self.files if path.is_file()
        ]
        return f"\n\n{'=' * 70}\n\n".join(texts)


def licences() -> tuple[Licence, ...]:
    """Return the program, its fonts and icons, Qt, Python, and all else that comes along."""
    home = find_home()
    listed = _listed(home.root) if home.kind is HomeKind.PACKAGED else ()
    return listed or (*own_licences(), *(licence_of(each) for each in _packages()))


def own_licences() -> tuple[Licence, ...]:
    """Return what is there in every home: the program, its fonts and icons, Qt and Python."""
    resources = resources_dir()
    texts = resources / "licenses"
    qt, python = _version(_QT[0]), platform.python_version()
    return (
        Licence(APP_NAME, __version__, "MIT", (find_home().root / "LICENSE",)),
        Licence("Noto Sans SC, Noto Serif SC", "", "OFL-1.1", (resources / "fonts" / "OFL.txt",)),
        Licence("EITC WenKai (LXGW WenKai)", "", "OFL-1.1", (resources / "fonts" / "EITCWenKai-OFL.txt",)),
        Licence("Lucide", "", "ISC", (resources / "icons" / "lucide-LICENSE.txt",)),
        Licence("Qt, PySide6", qt, "LGPL-3.0", (texts / "LGPL-3.0.txt", texts / "GPL-3.0.txt")),
        Licence(IN_QT, qt, _TERMS_IN_QT, (texts / "qt-third-party.txt",)),
        Licence("Python", python, "PSF-2.0", _of_python()),
        Licence(IN_PYTHON, python, _TERMS_IN_PYTHON, (texts / "python-third-party.txt",)),
    )


def licence_of(package: metadata.Distribution) -> Licence:
    """Return the terms of a Python package as it states them, and the texts that came with it."""
    files = [
        Path(str(package.locate_file(file)))
        for file in package.files or []
        if _TEXT.search(file.name) and file.suffix not in (".py", ".pyc")
    ]
    return Licence(package.name, package.version, _terms(package), tuple(files))


def _listed(root: Path) -> tuple[Licence, ...]:
    """Read the index of a packaged program; nothing where it is damaged: to show the rest is better than nothing."""
    try:
        content: list[dict[str, Any]] = json.loads((root / INDEX).read_text(encoding="utf-8"))
        return tuple(
            Licence(each["name"], each["version"], each["terms"], tuple(root / file for file in each["files"]))
            for each in content
        )
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def _of_python() -> tuple[Path, ...]:
    places = (Path(os.__file__).parent, Path(sys.base_prefix))  # as Unix and as Windows have it
    return tuple(place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file())[:1]


def _packages() -> Iterator[metadata.Distribution]:
    """Go through what the program needs and what that needs, as far as it is installed; Qt is told of by itself."""
    waiting, seen = [APP_NAME], {APP_NAME, *_QT}
    found: dict[str, metadata.Distribution] = {}
    while waiting:
        try:
            package = metadata.distribution(waiting.pop())
        except metadata.PackageNotFoundError:  # for another system, or a packaged program that left it out
            continue
        found[_key(package.name)] = package
        for requirement in package.requires or []:
            name = _key(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])
            if "extra ==" not in requirement and name not in seen:
                seen.add(name)
                waiting.append(name)
    return (found[name] for name in sorted(found) if name != APP_NAME)


def _terms(package: metadata.Distribution) -> str:
    def said(field: str) -> list[str]:
        return package.metadata.get_all(field) or []

    stated = [words.strip().partition("\n")[0] for words in said("License-Expression") or said("License")]
    classified = [each.rpartition(":: ")[2] for each in said("Classifier") if each.startswith("License ::")]
    return " ".join(stated or classified)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
