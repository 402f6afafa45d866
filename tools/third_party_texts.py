"""Write what Qt and Python say of code by others inside them: ``python tools/third_party_texts.py`` (needs apt).

The wheels of PySide6 carry no such texts, and Python's own licence file doesn't name everything. Debian has looked
through both sources file by file; what concerns the parts that are in the binaries goes to
``resources/licenses/qt-third-party.txt`` and ``python-third-party.txt``. The packages are pinned, and a second run
writes the same bytes. A new minor version of Qt asks for a look: its list is
https://doc.qt.io/qt-6/licenses-used-in-qt.html, and what Debian's version doesn't have yet is named in ``NEWER``.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path

from copyright_file import paragraphs
from debian_package import Package

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "licenses"

QT = Package("libqt6core6", "6.4.2+dfsg-10", "2849e8e686c3f7a1b60ad30373b64d6be33003f4b80953eacf331901c20beeb7")
ICU = Package("libicu72", "72.1-3+deb12u1", "f7f6f99c6d7b025914df2447fc93e11d22c44c0c8bdd8b6f36691c9e7ddcef88")
WEBP = Package("libwebp7", "1.2.4-0.2+deb12u1", "7259b7ce46444694ce536360ad53acb68eb3b47a7ff81d7b1b8a3939b2ac9918")
TIFF = Package("libtiff6", "4.5.0-6+deb12u4", "255cd1d9f204355c366638ee21756234a8d43c03a3de18a5af6cdd94765b5053")
PYTHON = Package(
    "libpython3.11-minimal", "3.11.2-6+deb12u9", "69f41cfa3f4ba17284e538f843069d7529c53c207d2ae17a5b02785944870e33"
)

ELSEWHERE = re.compile(r"src/3rdparty/(gradle|android|wasm)/|freetype/src/tools/|^(cmake|tests|util)/")
"""Parts of the source that are in no binary of ours."""
MORE = re.compile(r"src/corelib/text/qlocale_data_p|src/gui/(opengl|vulkan)/|src/testlib/3rdparty/")
NEWER = (
    # what, copyright, licence: of which the text is among the others
    ("src/3rdparty/emoji-segmenter (since Qt 6.9)", "2019 Google LLC", "Apache-2.0"),
    ("src/corelib/tools/qhash.cpp (SipHash)", "2012-2016 Jean-Philippe Aumasson; Daniel J. Bernstein", "CC0-1.0"),
)


def qt_text(qt: str, others: dict[str, str]) -> str:
    """Return the text for Qt out of Debian's copyright files: Qt's, and those of what stands beside it."""
    known = paragraphs(qt)
    parts = [
        each
        for each in known
        if any(("3rdparty" in path or MORE.search(path)) and not ELSEWHERE.search(path) for path in each.files)
        and each.licence != "LGPL-3 or GPL-2"  # Qt's own terms
    ]
    lines = [
        "Code by others in the libraries and plugins of Qt that this program carries.\n",
        "Taken from the copyright files of the Debian packages",
        *(f"    {each.name} {each.version}" for each in (QT, ICU, WEBP, TIFF)),
        "Qt's own list: https://doc.qt.io/qt-6/licenses-used-in-qt.html\n",
    ]
    needed: list[str] = []
    for part in parts:
        files = [path for path in part.files if not ELSEWHERE.search(path)]
        lines += _entry("\n".join(files), part.copyright, part.licence)
        needed += re.split(r" (?:and|or) ", part.licence)
    for what, holders, licence in NEWER:
        lines += _entry(what, holders, licence)
        needed.append(licence)
    texts = {each.licence: each.text for each in known if not each.files and each.text.strip()}
    # The GNU licences lie beside this file; of a choice the other one is taken.
    wanted = sorted({name for name in needed if name in texts and "GPL" not in name})
    lacking = {name for name in needed if name not in texts and name != "public-domain"}
    if lacking:
        raise SystemExit(f"no text for {', '.join(sorted(lacking))}")
    for name in wanted:
        lines += [_rule(name), texts[name].strip("\n"), ""]
    for name, content in others.items():
        lines += [_rule(name), content.strip("\n"), ""]
    return "\n".join(lines)


def _entry(files: str, holders: str, licence: str) -> list[str]:
    return [
        files,
        *(f"    Copyright {line}" for line in holders.splitlines() if line != "-"),
        f"    Licence: {licence}\n",
    ]


def _rule(name: str) -> str:
    return f"{'-' * 70}\n{name}\n{'-' * 70}\n"


def upstream_part(content: str) -> str:
    """Return a copyright file without what is said of Debian's own files and of tests, which we don't carry."""
    kept = [
        block
        for block in re.split(r"\n\s*\n", content)
        if not re.match(r"(Files: (debian|tests?)/|License: GPL|Format:)", block)
    ]
    return "\n\n".join(kept)


def python_text(content: str) -> str:
    """Return what is said of code by others in Python; its own licence comes with it."""
    start = content.index("Licenses and Acknowledgements for Incorporated Software")
    head = (
        f"Code by others in Python. Taken from the copyright file of the Debian package {PYTHON.name} {PYTHON.version}."
    )
    return f"{head}\n\n{content[start:].strip()}\n"


def main() -> None:
    """Fetch and write."""
    parser = argparse.ArgumentParser(description="Write the licences of code by others in Qt and Python.")
    parser.add_argument("--target", type=Path, default=TARGET, help="where they go (resources/licenses)")
    target: Path = parser.parse_args().target
    with tempfile.TemporaryDirectory() as scratch:

        def said(package: Package) -> str:
            file = package.unpack(Path(scratch)) / "usr" / "share" / "doc" / package.name / "copyright"
            return file.read_text(encoding="utf-8")

        others = {"ICU": said(ICU), "libwebp": said(WEBP), "libtiff": said(TIFF)}
        written = qt_text(said(QT), {name: upstream_part(content) for name, content in others.items()})
        (target / "qt-third-party.txt").write_text(written, encoding="utf-8", newline="\n")
        (target / "python-third-party.txt").write_text(python_text(said(PYTHON)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
