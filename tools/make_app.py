"""``make app``: build the packaged program into ``dist/`` and prove that it works.

What comes out, for the version and the computer it is built on:

- ``dist/eitc-desktop/``: the folder that is the program
- ``dist/eitc-desktop-VERSION-linux-x86_64.tar.xz`` and ``dist/eitc-desktop_VERSION_amd64.deb``: the same, to hand out
- ``dist/eitc-desktop-VERSION.cdx.json``: what is in it (CycloneDX); ``dist/SHA256SUMS``: the digests of these files

The same commit gives the same bytes on the same system: the seed of Python's hashes and the time of the sources are
fixed. ``tools/try_app.py`` is what tries the result.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import desktop_files
import elf
import make_deb
import notices
import sbom
import version_resource

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
NAME = "eitc-desktop"
MEBIBYTE = 1 << 20
MEGABYTE = 1_000_000

AIM_UNPACKED, BOUND_UNPACKED = 140 * MEBIBYTE, 170 * MEBIBYTE
AIM_ARCHIVE, BOUND_ARCHIVE = 45 * MEGABYTE, 50 * MEGABYTE
"""Bytes. A build over a bound fails; over an aim it says so."""

READ_ME = ROOT / "packaging" / "linux" / "使用说明.txt"
"""What lies beside the executable for whoever unpacks the archive."""


def source_epoch() -> int:
    """Return the time of the sources in seconds: SOURCE_DATE_EPOCH, or that of the commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


def freeze(epoch: int) -> Path:
    """Run PyInstaller on build.spec; return the folder."""
    environment = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(epoch), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTHONPATH", None)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(ROOT / "build"), str(ROOT / "build.spec")]
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    return DIST / NAME


def settle(folder: Path, epoch: int) -> None:
    """Give all files the time of the sources, and rights that don't depend on who builds."""
    for path in [folder, *folder.rglob("*")]:
        runs = path.is_dir() or path.suffix == ".sh" or path.name == NAME or ".so" in path.name
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch))


def pack(folder: Path, version: str, epoch: int) -> Path:
    """Put the folder into an archive, the same bytes each time; return its path."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = epoch
        return member

    out = DIST / f"{folder.name}-{version}-linux-{platform.machine()}.tar.xz"
    scratch = out.with_suffix("")
    with tarfile.open(scratch, "w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(folder.rglob("*")):
            archive.add(path, f"{folder.name}-{version}/{path.relative_to(folder)}", recursive=False, filter=plain)
    # a thread for each core; the number of threads doesn't change the bytes, xz counts blocks by size
    subprocess.run(["xz", "--force", "-6", "--threads=0", "--block-size=64MiB", str(scratch)], check=True)
    return out


def write_sums(files: list[Path]) -> Path:
    """Write SHA256SUMS as ``sha256sum --check`` reads it."""
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(f"{_digest(file)}  {file.name}\n" for file in sorted(files)), encoding="utf-8")
    return sums


def parts_by_size(folder: Path) -> Iterator[tuple[int, str]]:
    """Yield bytes and places of all files, largest first."""
    sizes = ((path.stat().st_size, str(path.relative_to(folder))) for path in folder.rglob("*") if path.is_file())
    yield from sorted(sizes, reverse=True)


def keep_to_budget(folder: Path, archive: Path | None) -> None:
    """Report the sizes and the ten largest parts.

    Raises:
        SystemExit: if a bound is passed.
    """
    parts = list(parts_by_size(folder))
    unpacked = sum(size for size, _ in parts)
    print(f"展开后 {unpacked / MEBIBYTE:.1f} MiB（目标 {AIM_UNPACKED // MEBIBYTE}，上限 {BOUND_UNPACKED // MEBIBYTE}）")
    packed = archive.stat().st_size if archive else 0
    if archive:
        print(f"压缩后 {packed / MEGABYTE:.1f} MB（目标 {AIM_ARCHIVE // MEGABYTE}，上限 {BOUND_ARCHIVE // MEGABYTE}）")
    for size, place in parts[:10]:
        print(f"  {size / MEBIBYTE:6.1f} MiB  {place}")
    if unpacked > BOUND_UNPACKED or packed > BOUND_ARCHIVE:
        raise SystemExit("超过了大小上限")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def main() -> None:
    """Build everything."""
    parser = argparse.ArgumentParser(description="Build the packaged program into dist/.")
    parser.add_argument("--folder-only", action="store_true", help="no archive, no .deb")
    options = parser.parse_args()
    version, epoch = version_resource.version_of(ROOT), source_epoch()
    shutil.rmtree(DIST, ignore_errors=True)
    folder = freeze(epoch)
    if sys.platform == "linux":
        elf.forget_search_paths(folder)
        desktop_files.add_to_folder(folder)
        shutil.copy(READ_ME, folder)
    parts = notices.write_notices(folder)
    settle(folder, epoch)
    if options.folder_only or sys.platform != "linux":
        keep_to_budget(folder, None)
        return
    with ThreadPoolExecutor() as both:  # each waits for a program that packs
        packing = both.submit(pack, folder, version, epoch)
        package = make_deb.make_deb(folder, DIST, version, epoch)
        archive = packing.result()
    listed = sbom.write_sbom(folder, DIST, version, epoch, parts)
    write_sums([archive, package, listed])
    keep_to_budget(folder, archive)


if __name__ == "__main__":
    main()
