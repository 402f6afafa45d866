"""The file that holds an office document's parts (ECMA-376 part 2): a ZIP whose bytes follow from its content alone.

No part tells a time: the same paper gives the same bytes, and nobody reads a date that nobody stated.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from eitc_desktop.model.papers import UNOFFICIAL
from eitc_desktop.office.markup import DECLARATION, element, text

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-"
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first time a ZIP can tell."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its ``name`` (word/document.xml) with the end of its content ``type`` and its XML.

    ``owner`` is the part that refers to it, by ``relation``; empty where the package itself does.
    """

    name: str
    type: str
    relation: str
    xml: str
    owner: str = ""


def relation_id(parts: Iterable[Part], part: Part) -> str:
    """Return the id by which the owner of *part* refers to it."""
    return f"rId{[each.name for each in parts if each.owner == part.owner].index(part.name) + 1}"


def packed(parts: tuple[Part, ...], *, title: str, subject: str, maker: str) -> bytes:
    """Return the file of *parts*, properties added. ``maker`` is told as its author where one was entered."""
    parts = (*parts, _core(title, subject, maker), _application())
    files = {"[Content_Types].xml": _content_types(parts)}
    for owner in dict.fromkeys(part.owner for part in parts):
        folder, _, name = owner.rpartition("/")
        files[f"{folder}{'/' if folder else ''}_rels/{name}.rels"] = _relations(parts, owner)
    files |= {part.name: part.xml for part in parts}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # as on every system
            archive.writestr(entry, (DECLARATION + xml).encode())
    return data.getvalue()


def _content_types(parts: tuple[Part, ...]) -> str:
    return element(
        "Types",
        element("Default", Extension="rels", ContentType=f"{_TYPES}package.relationships+xml"),
        element("Default", Extension="xml", ContentType="application/xml"),
        *(element("Override", PartName=f"/{part.name}", ContentType=f"{_TYPES}{part.type}+xml") for part in parts),
        xmlns=f"{_PACKAGE}/content-types",
    )


def _relations(parts: tuple[Part, ...], owner: str) -> str:
    folder = owner.rpartition("/")[0]
    return element(
        "Relationships",
        *(
            element(
                "Relationship",
                Id=relation_id(parts, part),
                Type=f"{_PACKAGE if part.relation.startswith('metadata') else RELATIONS[: -len('/relationships')]}"
                f"/relationships/{part.relation}",
                Target=part.name.removeprefix(f"{folder}/") if folder else part.name,
            )
            for part in parts
            if part.owner == owner
        ),
        xmlns=f"{_PACKAGE}/relationships",
    )


def _core(title: str, subject: str, maker: str) -> Part:
    told = (
        ("dc:title", title),
        ("dc:subject", subject),
        ("dc:creator", maker),
        ("dc:description", UNOFFICIAL),
        ("dc:language", "zh-CN"),
    )
    xml = element(
        "cp:coreProperties",
        *(element(name, text(words)) for name, words in told if words),
        xmlns__cp=f"{_PACKAGE}/metadata/core-properties",
        xmlns__dc="http://purl.org/dc/elements/1.1/",
    )
    return Part("docProps/core.xml", "package.core-properties", "metadata/core-properties", xml)


def _application() -> Part:
    xml = element(
        "Properties",
        element("Application", "eitc-desktop"),
        xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    )
    return Part("docProps/app.xml", "officedocument.extended-properties", "extended-properties", xml)
