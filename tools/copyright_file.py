"""Debian's machine-readable copyright files (format 1.0)."""

from __future__ import annotations

import re
from typing import NamedTuple

COMMON = re.compile(r"/usr/share/common-licenses/([A-Za-z]+(?:-[0-9.]*[0-9])?)")
"""A text that the file leaves to a common one."""


class Paragraph(NamedTuple):
    """What it is about, whose it is, under which licence; ``text`` is that of the licence, empty if it stands apart."""

    files: tuple[str, ...]
    copyright: str
    licence: str
    text: str


def paragraphs(content: str) -> list[Paragraph]:
    """Read *content*; of a file in no format nothing useful comes out."""
    found: list[Paragraph] = []
    for block in re.split(r"\n\s*\n", re.sub(r"^#.*\n", "", content, flags=re.MULTILINE)):
        fields = dict(re.findall(r"^([A-Za-z-]+):((?:.*)(?:\n[ \t].*)*)", block, flags=re.MULTILINE))
        licence, _, text = fields.get("License", "").strip("\n").partition("\n")
        lines = [re.sub(r"^ ?\.?$|^ ", "", line) for line in text.splitlines()]
        holders = "\n".join(line.strip() for line in fields.get("Copyright", "").strip().splitlines())
        found.append(Paragraph(tuple(fields.get("Files", "").split()), holders, licence.strip(), "\n".join(lines)))
    return found


def terms(content: str) -> str:
    """Return the names of the licences of what is in a package's binaries; empty where the file has no format."""
    if not content.startswith("Format:"):
        return ""
    names = {each.licence for each in paragraphs(content) if each.files and not each.files[0].startswith("debian/")}
    return ", ".join(sorted(names - {""}))
