"""Make the Debian package of a finished folder: ``python tools/make_deb.py dist/eitc-desktop dist``.

The folder goes to ``/opt/eitc-desktop``; menu entry, file type, icons, manual page and AppStream data to where desktops
look for them. There are no maintainer scripts: what keeps lists of those files watches the places itself. The same
folder, version and date give the same bytes. Needs dpkg-deb and dpkg-shlibdeps (dpkg-dev), and readelf (binutils).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from deb_depends import needs
from desktop_files import LINUX, SCRIPT, SHARE, write_share
from inventory import INTERNAL
from manual_page import manual_page

from eitc_desktop import __version__
from eitc_desktop.paths import APP_NAME
from eitc_desktop.services.licences import INDEX

MAINTAINER = "eitc-desktop packaging <packaging@eitc-desktop.invalid>"
"""No person and no mailbox: whoever built the package hands it on. Names under .invalid lead nowhere (RFC 2606)."""
HOME = Path("opt") / APP_NAME
_FOR_THE_FOLDER = (SCRIPT, "使用说明.txt")
"""What speaks of a folder that somebody unpacked."""
METAINFO = "local.eitc_desktop.reader.metainfo.xml"

_DESCRIPTION = """\
reader of Chinese agency provisions (三定规定)
 Reads the provision that fixes a Chinese government agency's functions,
 internal divisions and staffing, and shows what it states as a chart, tables
 and text, each fact linked to its clause. Prints posters and tables, writes
 Word and Excel files, exchanges review opinions as files. Works offline.
 .
 三定规定阅读器：把机构的职能、内设机构和人员编制读成可核对、可打印的图文，
 每一项都能对照原文条款；可导出 Word 和 Excel，可交换审阅意见；不联网。"""


def make_deb(folder: Path, out: Path, version: str, epoch: int) -> Path:
    """Make the package of the program in *folder* (as PyInstaller leaves it, with its notices) in *out*.

    All files bear the date *epoch*, in seconds; returns the path of the package.

    Raises:
        SystemExit: if the folder is no finished program, or dpkg can't do its part.
    """
    if not (folder / INTERNAL / INDEX).is_file():
        raise SystemExit(f"{folder} 里没有 {INTERNAL}/{INDEX}：请先运行 tools/notices.py")
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"{APP_NAME}_{version}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=out) as scratch:
        tree = Path(scratch) / "tree"
        _fill(tree, folder, version, epoch)
        control = _control(tree, folder, version)
        (tree / "DEBIAN").mkdir()
        _write(tree / "DEBIAN" / "control", control)
        _write(tree / "DEBIAN" / "md5sums", _md5sums(tree))
        _settle(tree, epoch)
        _build(tree, package, epoch)
    return package


def _fill(tree: Path, folder: Path, version: str, epoch: int) -> None:
    """Lay out all files below *tree*, as they will lie below ``/``."""
    shutil.copytree(folder, tree / HOME, symlinks=True)
    shutil.rmtree(tree / HOME / SHARE, ignore_errors=True)  # all users get it
    for name in _FOR_THE_FOLDER:
        (tree / HOME / name).unlink(missing_ok=True)
    command = tree / "usr" / "bin" / APP_NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(Path("/") / HOME / APP_NAME)  # absolute, as policy asks between top-level folders
    share = tree / "usr" / "share"
    write_share(share)
    date = datetime.fromtimestamp(epoch, UTC)
    metainfo = (LINUX / METAINFO).read_text(encoding="utf-8")
    metainfo = metainfo.replace("@VERSION@", version).replace("@DATE@", date.date().isoformat())
    _write(share / "metainfo" / METAINFO, metainfo)
    documents = share / "doc" / APP_NAME
    _write(documents / "copyright", _copyright(folder))
    _write_packed(documents / "changelog.gz", _changelog(version, date))
    _write_packed(share / "man" / "man1" / f"{APP_NAME}.1.gz", manual_page(version, date, chinese=False))
    _write_packed(share / "man" / "zh_CN" / "man1" / f"{APP_NAME}.1.gz", manual_page(version, date, chinese=True))
    _write(share / "lintian" / "overrides" / APP_NAME, (LINUX / f"{APP_NAME}.lintian-overrides").read_text("utf-8"))


def _changelog(version: str, date: datetime) -> str:
    what = f"  * Version {version}; what changed stands in CHANGELOG.md."
    return f"{APP_NAME} ({version}) unstable; urgency=medium\n\n{what}\n\n -- {MAINTAINER}  {format_datetime(date)}\n"


def _control(tree: Path, folder: Path, version: str) -> str:
    depends, recommends, suggests = needs(folder)
    # as dpkg-gencontrol counts: files in whole KiB, everything else as one
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    others = sum(1 for path in tree.rglob("*") if path.is_symlink() or path.is_dir())
    size = sum((path.stat().st_size + 1023) // 1024 for path in files) + others
    fields = {
        "Package": APP_NAME,
        "Version": version,
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(recommends),
        "Suggests": ", ".join(suggests),
        "Section": "editors",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def _copyright(folder: Path) -> str:
    """Return the machine-readable copyright file: what is ours, and what else the folder's own index names."""
    lines = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        f"Upstream-Name: {APP_NAME}",
        "Comment:",
        " Parts by others keep their own terms. Their texts and notices in full lie in the",
        f" folder of the program, /{HOME}/{INTERNAL}, where the list below says, and",
        " are shown by the program itself (帮助 → 关于 → 许可证).",
        " .",
    ]
    for each in json.loads((folder / INTERNAL / INDEX).read_text(encoding="utf-8")):
        lines.append(f" {each['name']} {each['version']}".rstrip() + (f": {each['terms']}" if each["terms"] else ""))
        lines += [f"  {file}" for file in each["files"]]
    text = (folder / INTERNAL / "LICENSE").read_text(encoding="utf-8").strip()
    holder = re.search(r"^Copyright (?:\(c\) )?(.+)$", text, re.MULTILINE)
    lines += ["", "Files: *", f"Copyright: {holder[1] if holder else APP_NAME}", "License: Expat"]
    lines += [f" {line}" if line else " ." for line in text.splitlines()]
    return "\n".join(lines) + "\n"


def _md5sums(tree: Path) -> str:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    sums = (
        (hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(), path.relative_to(tree)) for path in files
    )
    return "".join(f"{digest}  {path}\n" for digest, path in sums if path.parts[0] != "DEBIAN")


def _settle(tree: Path, epoch: int) -> None:
    """Give every file plain rights and the same date: neither is of this computer then."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.parent == tree / HOME and path.stat().st_mode & 0o100)
            path.chmod(0o755 if runs else 0o644)
    for path in [*tree.rglob("*"), tree]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _build(tree: Path, package: Path, epoch: int) -> None:
    packing = ["--uniform-compression", "-Zxz", "-z3"]  # 6, the default, takes three times as long for 4 %
    command = ["dpkg-deb", "--root-owner-group", *packing, "--build", str(tree), str(package)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"dpkg-deb 没有做成软件包：{done.stderr.strip()}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    """Make it, and name the file."""
    parser = argparse.ArgumentParser(description="Make the Debian package of a finished folder.")
    parser.add_argument("folder", type=Path, help="the folder of the program, such as dist/eitc-desktop")
    parser.add_argument("out", type=Path, help="the folder where it goes")
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--epoch", type=int, default=int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    chosen = parser.parse_args()
    print(make_deb(chosen.folder, chosen.out, chosen.version, chosen.epoch))


if __name__ == "__main__":
    main()
