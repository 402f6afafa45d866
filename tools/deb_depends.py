"""Which Debian packages the program in a finished folder needs: ``python tools/deb_depends.py dist/eitc-desktop``.

Its ELF files say which libraries they need; what doesn't lie in the folder must come from packages of this system, and
``dpkg-shlibdeps`` (dpkg-dev) tells which, of which version. What only a plugin needs that Qt can do without is
recommended or suggested.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import elf

FIELDS = ("Depends", "Recommends", "Suggests")
_PLUGINS = (
    # Qt goes on without them. A printer needs CUPS, a Wayland session its library; the rest serves special devices.
    (re.compile(r"/plugins/printsupport/"), "Recommends"),
    (re.compile(r"/plugins/(platforms/libqwayland|wayland-)"), "Recommends"),
    (re.compile(r"/plugins/platformthemes/"), "Suggests"),
    (re.compile(r"/plugins/(egldeviceintegrations|generic|networkinformation|tls)/"), "Suggests"),
    (re.compile(r"/plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)"), "Suggests"),
)
_LIBRARY = re.compile(r"/lib[^/]*\.so[.\d]*$")
_LOADED = {
    # asked for by name while running, so that no ELF file says so; all of them can be missing
    "Recommends": ("libcups2",),
    "Suggests": ("cups", "ibus | fcitx5"),
}
_ALWAYS = ("xkb-data",)
"""Read by libxkbcommon, whether that lies in the folder or not: without it the keyboard is dead."""


class Needs(NamedTuple):
    """The relations to other packages, each as Debian's control files have it."""

    depends: tuple[str, ...]
    recommends: tuple[str, ...]
    suggests: tuple[str, ...]


def needs(folder: Path) -> Needs:
    """Return what the program in *folder* needs of the system that this runs on, and later ones of its kind.

    Raises:
        SystemExit: if a library that is needed is neither in the folder nor in a package of this system.
    """
    files = {path: elf.needed(path) for path in sorted(folder.rglob("*")) if elf.is_elf(path)}
    bundled = {path.name for path in folder.rglob("*.so*")}
    found = _shlibdeps(_by_field(files), bundled, folder)
    for field, packages in _LOADED.items():
        found[field] += packages
    found["Depends"] += _ALWAYS
    stronger: set[str] = set()
    result: list[tuple[str, ...]] = []
    for field in FIELDS:
        # of one package the relation with a version, which sorts last, says more
        kept = {_name(each): each for each in sorted(found[field]) if _name(each) not in stronger}
        stronger |= set(kept)
        result.append(tuple(kept.values()))
    return Needs(*result)


def _name(relation: str) -> str:
    return relation.partition(" ")[0]


def _by_field(files: dict[Path, tuple[str, ...]]) -> dict[str, list[Path]]:
    """Tell the files apart by how much the program needs them: a library as much as the most needed of its users."""
    by_name = {path.name: path for path in files}
    rank = {path: FIELDS.index(_field(path)) for path in files if not _LIBRARY.search(path.as_posix()) or _plugin(path)}
    waiting = sorted(rank, key=lambda path: -rank[path])
    while waiting:
        path = waiting.pop()
        for name in files[path]:
            library = by_name.get(name)
            if library is not None and rank.get(library, len(FIELDS)) > rank[path]:
                rank[library] = rank[path]
                waiting.append(library)
    by_field: dict[str, list[Path]] = defaultdict(list)
    for path in files:  # what nothing names may be loaded by name; Qt's libraries never are
        by_field[FIELDS[rank.get(path, 2 if path.name.startswith("libQt6") else 0)]].append(path)
    return by_field


def _plugin(path: Path) -> bool:
    return "/plugins/" in path.as_posix()


def _field(path: Path) -> str:
    return next((field for pattern, field in _PLUGINS if pattern.search(path.as_posix())), FIELDS[0])


def _shlibdeps(by_field: dict[str, list[Path]], bundled: set[str], folder: Path) -> dict[str, tuple[str, ...]]:
    """Ask dpkg-shlibdeps; it would name the packages of bundled libraries too where the system has them."""
    places = sorted({path.parent for path in folder.rglob("lib*.so*") if not _plugin(path)})
    with tempfile.TemporaryDirectory() as scratch:
        control = Path(scratch) / "debian" / "control"
        control.parent.mkdir()
        control.write_text("Source: x\n\nPackage: x\nArchitecture: any\n", encoding="ascii")
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *(f"-l{place.resolve()}" for place in places)]
        command += [f"-x{package}" for package in _packages_of(bundled)]
        for field in FIELDS:
            command += [f"-d{field}", *(f"-e{path.resolve()}" for path in by_field.get(field, []))]
        done = subprocess.run(command, check=False, cwd=scratch, capture_output=True, text=True)
    if done.returncode != 0:
        errors = [line for line in done.stderr.splitlines() if "error:" in line]
        raise SystemExit("无法确定系统依赖：\n" + "\n".join(errors or [done.stderr]))
    lines = dict(line.partition("=")[::2] for line in done.stdout.splitlines())
    return {
        field: tuple(each.strip() for each in lines.get(f"shlibs:{field}", "").split(",") if each.strip())
        for field in FIELDS
    }


def _packages_of(libraries: set[str]) -> list[str]:
    """Return the packages of this system whose libraries all lie in the folder, as far as their names begin alike."""
    places = [f"{home}/lib/x86_64-linux-gnu/{name}" for name in sorted(libraries) for home in ("", "/usr")]
    # what others may stand in for is a link that no package owns
    places += sorted({str(Path(place).resolve()) for place in places} - set(places))
    done = subprocess.run(["dpkg-query", "-S", *places], check=False, capture_output=True, text=True)
    owners = {line.split(":")[0] for line in done.stdout.splitlines() if not line.startswith("diversion")}
    return sorted(owner for owner in owners if owner)


def main() -> None:
    """Print the three fields."""
    parser = argparse.ArgumentParser(description="Tell which Debian packages a finished folder needs.")
    parser.add_argument("folder", type=Path, help="the folder of the program, such as dist/eitc-desktop")
    for field, packages in zip(FIELDS, needs(parser.parse_args().folder), strict=True):
        print(f"{field}: {', '.join(packages)}")


if __name__ == "__main__":
    main()
