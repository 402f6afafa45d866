"""The licences of everything that comes with the program, and their texts."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from eitc_desktop import __version__
from eitc_desktop.paths import APP_NAME, find_home, resources_dir

_QT = ("pyside6-essentials", "shiboken6")  # they come with Qt, and without the texts of its licence
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)


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
    """Return the program, its fonts and icons, Qt, Python, and the packages that are installed for it."""
    resources = resources_dir()
    lesser = tuple(resources / "licenses" / name for name in ("LGPL-3.0.txt", "GPL-3.0.txt"))
    return (
        Licence("eitc-desktop", __version__, "MIT", (find_home().root / "LICENSE",)),
        Licence("Noto Sans SC, Noto Serif SC", "", "OFL-1.1", (resources / "fonts" / "OFL.txt",)),
        Licence("EITC WenKai (LXGW WenKai)", "", "OFL-1.1", (resources / "fonts" / "EITCWenKai-OFL.txt",)),
        Licence("Lucide", "", "ISC", (resources / "icons" / "lucide-LICENSE.txt",)),
        Licence("Qt, PySide6", _version(_QT[0]), "LGPL-3.0", lesser),
        Licence("Python", platform.python_version(), "PSF-2.0", (Path(os.__file__).parent / "LICENSE.txt",)),
        *(_of_package(each) for each in _packages()),
    )


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


def _of_package(package: metadata.Distribution) -> Licence:
    files = [
        Path(str(package.locate_file(file)))
        for file in package.files or []
        if _TEXT.search(file.name) and file.suffix not in (".py", ".pyc")
    ]
    return Licence(package.name, package.version, _terms(package), tuple(files))


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
