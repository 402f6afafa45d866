"""What Windows wants of an executable: its version resource and its icon, made for build.spec from what is there."""

from __future__ import annotations

import re
import struct
from pathlib import Path

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

_LANGUAGE, _CODE_PAGE = 0x0804, 1200  # simplified Chinese, Unicode
_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=0x1, subtype=0),
  kids=[
    StringFileInfo([StringTable({table!r}, [{strings}])]),
    VarFileInfo([VarStruct('Translation', [{language}, {code_page}])]),
  ],
)
"""


def version_of(root: Path) -> str:
    """Return the program's version without importing it."""
    text = (root / "eitc_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise ValueError("eitc_desktop/__init__.py names no version")
    return found[1]


def write(root: Path, scratch: Path, name: str) -> str:
    """Write the version resource of the executable *name* as PyInstaller reads it; return its path."""
    version = version_of(root)
    numbers = tuple([*(int(part) for part in re.findall(r"\d+", version)), 0, 0, 0, 0][:4])
    strings = {
        "FileDescription": "三定规定阅读器",
        "ProductName": "三定规定阅读器",
        "InternalName": name,
        "OriginalFilename": f"{name}.exe",
        "FileVersion": version,
        "ProductVersion": version,
        "LegalCopyright": "MIT",
    }
    text = _RESOURCE.format(
        numbers=numbers,
        table=f"{_LANGUAGE:04X}{_CODE_PAGE:04X}",
        strings=", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items()),
        language=_LANGUAGE,
        code_page=_CODE_PAGE,
    )
    scratch.mkdir(parents=True, exist_ok=True)
    path = scratch / f"{name}-version.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def icon(root: Path, scratch: Path) -> str:
    """Put the program's PNG icons into one ``.ico``, as Windows reads them since Vista; return its path."""
    pictures = [(root / "resources" / "icons" / f"eitc-desktop-{size}.png").read_bytes() for size in ICON_SIZES]
    place = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(ICON_SIZES, pictures, strict=True):
        # 0 stands for 256; one plane, 32 bits a pixel
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    scratch.mkdir(parents=True, exist_ok=True)
    path = scratch / "eitc-desktop.ico"
    path.write_bytes(directory + b"".join(pictures))
    return str(path)
