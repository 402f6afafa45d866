"""What a Linux desktop reads of the program: menu entry, file type and icons.

``python tools/desktop_files.py dist/eitc-desktop`` puts them into a finished folder (``_internal/share``), with the
script that enters them into the menu of somebody without rights (``install-desktop-entry.sh``).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
SHARE = Path("_internal") / "share"
SCRIPT = "install-desktop-entry.sh"
FILE_TYPE = "application-x-eitcreview+zip"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def write_share(share: Path) -> None:
    """Write entry, file type and icons below *share*, which is laid out as ``/usr/share`` is."""
    _copy(LINUX / "eitc-desktop.desktop", share / "applications" / "eitc-desktop.desktop")
    _copy(LINUX / "eitc-desktop.xml", share / "mime" / "packages" / "eitc-desktop.xml")
    hicolor = share / "icons" / "hicolor"
    program, package = ROOT / "resources" / "icons" / "eitc-desktop", LINUX / "icons" / "eitcreview"
    for source, kind, name in ((program, "apps", "eitc-desktop"), (package, "mimetypes", FILE_TYPE)):
        for side in SIZES:
            _copy(Path(f"{source}-{side}.png"), hicolor / f"{side}x{side}" / kind / f"{name}.png")
        _copy(Path(f"{source}.svg"), hicolor / "scalable" / kind / f"{name}.svg")


def add_to_folder(folder: Path) -> None:
    """Put the files and the script that installs them for one user into a finished *folder*; again is no harm."""
    shutil.rmtree(folder / SHARE, ignore_errors=True)
    write_share(folder / SHARE)
    _copy(LINUX / SCRIPT, folder / SCRIPT)
    (folder / SCRIPT).chmod(0o755)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def main() -> None:
    """Put them in."""
    parser = argparse.ArgumentParser(description="Put menu entry, file type and icons into a finished folder.")
    parser.add_argument("folder", type=Path, help="the folder of the program, such as dist/eitc-desktop")
    add_to_folder(parser.parse_args().folder)


if __name__ == "__main__":
    main()
