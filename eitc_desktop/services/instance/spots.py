"""Where a window and a second start meet: a lock and an address in a folder that nobody else may enter."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from eitc_desktop import paths

_LONGEST_ADDRESS = 107  # bytes: Linux has room for 108 with the zero at the end
_SHARED = Path("/tmp")  # noqa: S108  what is made there is made for this user alone, and checked
_PRIVATE = 0o700
_OTHERS = 0o077
_NO_SCREEN = {"offscreen", "minimal", "vnc"}  # of Qt's platforms: such a window never meets one on a screen


class Spot(NamedTuple):
    """``lock`` is the file that the first start locks; it listens at ``address``: a socket, on Windows a pipe."""

    lock: Path
    address: str


def spot_of(library: Path, environment: Mapping[str, str] = os.environ, shared: Path = _SHARED) -> Spot | None:
    """Return where the windows of *library* meet, None where there is no private place for it.

    Windows on another screen, or that keep settings or the review elsewhere, meet elsewhere: the one could not come
    forward for the other, or would take a review in at the wrong place.
    """
    name = _name_of(library, environment)
    for folder in _private_folders(environment, shared):
        if sys.platform == "win32":
            return Spot(folder / f"{name}.lock", f"{paths.APP_NAME}-{name}")
        address = str(folder / f"{name}.sock")
        if len(os.fsencode(address)) <= _LONGEST_ADDRESS:
            return Spot(folder / f"{name}.lock", address)
    return None


def _name_of(library: Path, environment: Mapping[str, str]) -> str:
    import hashlib

    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY", "").partition(".")[0]
    parts = (
        os.path.normcase(os.path.realpath(library)),
        str(paths.user_settings_path()),
        str(paths.review_path(library)),
        platform if platform in _NO_SCREEN else screen,
    )
    return hashlib.sha256(b"\0".join(map(os.fsencode, parts))).hexdigest()[:16]


def _private_folders(environment: Mapping[str, str], shared: Path) -> Iterator[Path]:
    """Yield folders that are the user's alone, made if need be, the best place first; in *shared* anybody may write."""
    if sys.platform != "win32":
        runtime = environment.get("XDG_RUNTIME_DIR", "")
        if runtime.startswith("/") and is_private(Path(runtime)) and _made_private(Path(runtime, paths.APP_NAME)):
            yield Path(runtime, paths.APP_NAME)
        folder = shared / f"{paths.APP_NAME}-{os.geteuid()}"
        if _made_private(folder):
            yield folder
    with suppress(OSError, RuntimeError):  # no home at all
        own = paths.user_data_dir() / "run"
        own.parent.mkdir(parents=True, exist_ok=True)
        if _made_private(own):
            yield own


def _made_private(folder: Path) -> bool:
    with suppress(OSError):
        folder.mkdir(_PRIVATE, exist_ok=True)
        return is_private(folder)
    return False


def is_private(folder: Path) -> bool:
    """Return whether *folder* is this user's own and closed to everybody else; no link to one is."""
    try:
        state = folder.lstat()
    except OSError:
        return False
    if sys.platform == "win32":  # the user's own part of the system is private as it is
        return stat.S_ISDIR(state.st_mode)
    return stat.S_ISDIR(state.st_mode) and state.st_uid == os.geteuid() and not state.st_mode & _OTHERS
