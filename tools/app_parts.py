"""What comes along in the packaged program: the rules by which build.spec sorts the files that PyInstaller found.

An entry is PyInstaller's ``(place in the folder, path on this computer, kind)``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

import icu_data
import plain_blas
from plain_blas import Entry

QT_PLUGINS = {
    "platforms": {
        "xcb",
        "wayland",
        "offscreen",
        "windows",
    },  # a window under X or Wayland or Windows, and pictures without one
    "wayland-shell-integration": {"xdg-shell"},  # the one that today's desktops speak
    "wayland-decoration-client": {"bradient"},  # a title bar where the desktop draws none
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},  # typing Chinese
    "printsupport": {"cupsprintersupport"},  # loaded when the user asks for a printer
    "imageformats": {"svg"},  # icons; PNG is in Qt itself
    "iconengines": {"svgicon"},
    "styles": set[str](),  # ours is Fusion, which is in Qt itself
}
"""Folder of plugins → those that stay; all of any other folder go: GL, TLS, networks' state, bare consoles, GTK."""

QT_TRANSLATIONS = {"qtbase_zh_CN.qm"}

QT_LIBRARIES = re.compile(
    r"libQt6Network\b|(lib)?Qt6?(Test|OpenGL.*|EglF[Ss].*|Qml.*|Quick.*|WlShellIntegration|VirtualKeyboard.*|Pdf.*)\b"
)
"""Libraries that only plugins and modules need which don't come along."""

FROM_THE_SYSTEM = re.compile(
    r"lib(python3.*|sqlite3|ffi|bz2|lzma|uuid|zstd|mpdec|crypt"
    r"|xcb-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb)|xkbcommon(-x11)?)\.so.*"
)
"""Libraries of the building computer that come along: Python's, and those of X that a desktop may well lack.

All others stay away, as AppImage's list of what not to bundle has it: the graphics drivers of the computer where the
program runs are loaded together with its own libX11, libGL, libstdc++, fontconfig …, and older ones would break them.
The .deb asks for them (Depends); any desktop has them.
"""

DATA_LEFT_OUT = re.compile(
    r"(^|/)(__pycache__|tests?|py\.typed|.*\.pyi|.*\.pxd|.*\.h)($|/)"
    r"|^pyqtgraph/(colors/maps|examples|icons/peegee|canvas|dockarea|flowchart|imageview/.*\.ui)"
    r"|^lxml/(includes|isoschematron)|^numpy/(_core/(include|lib)|f2py)|^docx/templates/default-docx-template/|\.dist-info/"
)
"""Headers, tests, colour maps. What is said of each package's licence is collected apart (tools/notices.py)."""


def lean(binaries: Iterable[Entry], scratch: Path) -> list[Entry]:
    """Return the libraries and plugins that come along: Python's own stripped, ICU's data cut, the plain BLAS."""
    kept = [entry for entry in wanted(binaries) if _comes_along(entry)]
    if sys.platform != "linux":
        return kept
    return [_smaller(entry, scratch) for entry in plain_blas.in_place(kept, scratch / "blas")]


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files that come along, by their places.

    The links that PyInstaller makes to libraries in deeper folders are needed by nobody here, and a memory stick that
    is to be read by Windows too has no links.
    """
    return [entry for entry in entries if entry[2] != "SYMLINK" and _wanted(PurePosixPath(Path(entry[0]).as_posix()))]


def binding_modules(scratch: Path) -> Path:
    """Return a folder with the Python modules that PySide6's binding has in its library, for PyInstaller to compile.

    At each start the binding would unzip and compile them. It takes compiled ones where ``shiboken6/files.dir`` is
    there; what writes type hints for programmers is left empty.
    """
    import shiboken6  # noqa: F401  it brings them to light

    folder = scratch / "binding"
    loader: Any = sys.modules["shibokensupport"].__loader__
    loader.zfile.extractall(folder)
    (folder / "signature_bootstrap.py").unlink(missing_ok=True)  # the library keeps that one itself
    (folder / "shibokensupport" / "signature" / "lib" / "pyi_generator.py").write_text("", encoding="ascii")
    return folder


def in_order(entries: Iterable[Entry], scratch: Path) -> list[Entry]:
    """Return the entries with the archive of Python's first modules sorted, whose order differs from run to run."""
    return [_sorted(entry, scratch) if entry[0] == "base_library.zip" else entry for entry in entries]


def _sorted(entry: Entry, scratch: Path) -> Entry:
    place, source, kind = entry
    target = scratch / "sorted" / place
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for member in sorted(old.infolist(), key=lambda each: each.filename):
            new.writestr(member, old.read(member))
    return place, str(target), kind


def _wanted(place: PurePosixPath) -> bool:
    parts = place.parts
    if "plugins" in parts and parts[0] == "PySide6":
        folder, name = parts[-2:]
        return re.sub(r"^lib|^q|\..*$", "", re.sub(r"^lib", "", name)) in QT_PLUGINS.get(folder, set())
    if "translations" in parts and parts[0] == "PySide6":
        return place.name in QT_TRANSLATIONS
    return DATA_LEFT_OUT.search(str(place)) is None and QT_LIBRARIES.match(place.name) is None


def _comes_along(entry: Entry) -> bool:
    place, source, _ = entry
    if sys.platform != "linux" or "site-packages" in Path(source).parts or Path(place).parent != Path():
        return True
    return FROM_THE_SYSTEM.fullmatch(Path(place).name) is not None


def _smaller(entry: Entry, scratch: Path) -> Entry:
    place, source, kind = entry
    name = Path(place).name
    if name.startswith("libicudata.so"):
        return place, str(icu_data.cut(Path(source), scratch / "icu")), kind
    if name.startswith("libpython3") or "lib-dynload" in Path(place).parts:
        target = scratch / "stripped" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        # Debian's are stripped already; one that was built by hand is three times as large
        subprocess.run(["strip", "--strip-unneeded", str(target)], check=True)
        return place, str(target), kind
    return entry
