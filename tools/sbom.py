"""Write the bill of materials of a finished folder: ``python tools/sbom.py dist/eitc-desktop dist``.

``eitc-desktop-VERSION.cdx.json`` is CycloneDX 1.6: the parts of the program with versions, package URLs and terms, and
for each its libraries, programs and fonts with their SHA-256. The same folder and date give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inventory import Part, inventory

from eitc_desktop import __version__
from eitc_desktop.paths import APP_NAME

_BINARY = re.compile(r"\.(so|dll|pyd|exe|ttf|db|zip)\b|^[^.]+$")
_EXPRESSION = re.compile(
    r"(0BSD|Apache-2\.0|BSD-[23]-Clause|CC0-1\.0|FTL|IJG|ISC|LGPL-3\.0|MIT|OFL-1\.1|bzip2-1\.0\.6|PSF-2\.0|Zlib)"
)


def write_sbom(folder: Path, out: Path, version: str, epoch: int, parts: tuple[Part, ...] = ()) -> Path:
    """Write the bill of what *folder* holds into folder *out* and return its path; *epoch* is the date it bears.

    *parts*, where they are known already, needn't be found again.

    Raises:
        SystemExit: if something in the folder belongs to nothing known.
    """
    content = bill(folder, parts or inventory(folder), version, epoch)
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{APP_NAME}-{version}.cdx.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return path


def bill(folder: Path, parts: tuple[Part, ...], version: str, epoch: int) -> dict[str, Any]:
    """Return the document; *parts* begin with the program."""
    components = [_component(part, folder) for part in parts]
    program, rest = components[0], components[1:]
    digest = hashlib.sha256(json.dumps([version, epoch, components], sort_keys=True).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "lifecycles": [{"phase": "post-build"}],
            "component": {**program, "version": version},
        },
        "components": rest,
        "dependencies": [
            {"ref": program["bom-ref"], "dependsOn": [each["bom-ref"] for each in rest]},
            *({"ref": each["bom-ref"], "dependsOn": []} for each in rest),
        ],
    }


def _component(part: Part, folder: Path) -> dict[str, Any]:
    licence = part.licence
    files = [
        {
            "type": "file",
            "bom-ref": f"file:{path.as_posix()}",
            "name": path.as_posix(),
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256((folder / path).read_bytes()).hexdigest()}],
        }
        for path in part.files
        if _BINARY.search(path.name) and "licenses" not in path.parts
    ]
    return {
        "type": part.kind,
        "bom-ref": part.purl,
        "name": licence.name,
        **({"version": licence.version} if licence.version else {}),
        **({"licenses": [_terms(licence.terms)]} if licence.terms else {}),
        "purl": part.purl,
        **({"components": files} if files else {}),
    }


def _terms(terms: str) -> dict[str, Any]:
    """Return an SPDX expression as such; other words, as some packages have them, as a name."""
    words = re.split(r" (?:AND|OR) ", terms)
    if all(_EXPRESSION.fullmatch(word) for word in words):
        return {"expression": re.sub(r"LGPL-3\.0", "LGPL-3.0-only", terms)}
    return {"license": {"name": terms}}


def main() -> None:
    """Write, and name the file."""
    parser = argparse.ArgumentParser(description="Write the bill of materials of a finished folder.")
    parser.add_argument("folder", type=Path, help="the folder of the program, such as dist/eitc-desktop")
    parser.add_argument("out", type=Path, help="the folder where it goes")
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--epoch", type=int, default=int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    chosen = parser.parse_args()
    print(write_sbom(chosen.folder, chosen.out, chosen.version, chosen.epoch))


if __name__ == "__main__":
    main()
