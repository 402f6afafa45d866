"""Put the licences of all that a finished folder holds into it: ``python tools/notices.py dist/eitc-desktop``.

``_internal/licenses`` gets the texts, a folder for each part, and ``index.json``, which the about box reads. Texts that
lie in the folder already, those of the fonts and of Qt, are pointed to. Nothing of it tells of this computer, and a
second run writes the same.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path

from inventory import INTERNAL, Part, inventory

from eitc_desktop.paths import find_home
from eitc_desktop.services.licences import INDEX


def write_notices(folder: Path) -> tuple[Part, ...]:
    """Write texts and index into *folder*, as PyInstaller leaves it; returns the parts that it told of.

    Raises:
        SystemExit: if something in the folder belongs to nothing known, or has no text of its terms.
    """
    index = folder / INTERNAL / INDEX
    shutil.rmtree(index.parent, ignore_errors=True)
    parts = inventory(folder)
    listed = [
        {
            "name": part.licence.name,
            "version": part.licence.version,
            "terms": part.licence.terms,
            "files": [_brought(text, folder / INTERNAL, part) for text in _different(part)],
        }
        for part in parts
    ]
    index.parent.mkdir(parents=True, exist_ok=True)
    index.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return parts


def _different(part: Part) -> list[Path]:
    """Return the texts of a part, each once: numpy brings some of them along in two places."""
    return list({text.read_bytes(): text for text in reversed(part.licence.files) if text.is_file()}.values())[::-1]


def _brought(text: Path, internal: Path, part: Part) -> str:
    """Return where *text* lies in the folder, from ``_internal``; copies it if it doesn't yet."""
    home = find_home().root
    if text.is_relative_to(home / "resources") or text == home / "LICENSE":
        inside = text.relative_to(home)
        if (internal / inside).is_file():
            return inside.as_posix()
    place = Path(INDEX).parent / re.sub(r"[^\w.+-]+", "-", part.licence.name) / _name(text)
    (internal / place).parent.mkdir(parents=True, exist_ok=True)
    content = text.read_text(encoding="utf-8", errors="replace")
    (internal / place).write_text(content, encoding="utf-8", newline="\n")
    return place.as_posix()


def _name(text: Path) -> str:
    """Return a file name that tells texts of one package apart: what stands behind its own ``licenses`` folder."""
    parts = text.parts
    for index, part in enumerate(parts):
        if part.endswith(".dist-info"):
            inside = parts[index + 1 :]
            return "-".join(inside[1:] if inside[0] == "licenses" and len(inside) > 1 else inside)
    return f"{text.parent.name}-{text.name}" if text.parent.name != "common-licenses" else text.name


def main() -> None:
    """Write, and say how many."""
    parser = argparse.ArgumentParser(description="Put the licences of all that comes along into a finished folder.")
    parser.add_argument("folder", type=Path, help="the folder of the program, such as dist/eitc-desktop")
    parts = write_notices(parser.parse_args().folder)
    print(f"{len(parts)} 个组成部分的许可证已放入 {INTERNAL}/{Path(INDEX).parent}")


if __name__ == "__main__":
    main()
