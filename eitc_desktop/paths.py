"""Where the program finds what it ships with, and where the user's own files go.

The program lives in one of three homes, each with ``resources/`` and ``data/`` side by side:

========== ================================ ==========================================
home       root                             how it came there
========== ================================ ==========================================
checkout   the repository                   ``git clone``, editable installation
installed  ``eitc_desktop/_bundle``         a wheel
packaged   the folder that was unpacked     PyInstaller (``sys._MEIPASS``)
========== ================================ ==========================================
"""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase

APP_NAME = "eitc-desktop"
DATABASE_NAME = "eitc.db"
SETTINGS_FOLDER = "EITC_SETTINGS_DIR"  # environment variable: the folder of the settings, for a portable program
DATA_FOLDER = "EITC_DATA_DIR"  # environment variable: the folder of what the user entered
LIBRARY_ENDING = ".db"
REVIEW_ENDINGS = (".eitcreview", ".review.db")  # packages, and whole reviews; lower case
_SETTINGS_NAME = "settings.json"
_NO_HOME = Path("/nonexistent")  # Debian's name for it
_LONGEST_STEM = 40  # characters: a file name of that many Chinese ones still fits into 255 bytes


class HomeKind(StrEnum):
    """How the program came to this computer."""

    CHECKOUT = "checkout"
    INSTALLED = "installed"
    PACKAGED = "packaged"


class Home(NamedTuple):
    """The folder that holds ``resources/`` and ``data/``."""

    kind: HomeKind
    root: Path


def find_home() -> Home:
    """Return the home of the running program.

    Raises:
        EitcError: if the program's own files are nowhere to be found.
    """
    package = Path(__file__).resolve().parent
    unpacked = getattr(sys, "_MEIPASS", None)
    candidates = [Home(HomeKind.PACKAGED, Path(unpacked))] if isinstance(unpacked, str) else []
    candidates += [Home(HomeKind.INSTALLED, package / "_bundle"), Home(HomeKind.CHECKOUT, package.parent)]
    for home in candidates:
        if (home.root / "resources").is_dir():
            return home
    raise EitcError(Phrase("Errors", "程序安装不完整：在 {0} 旁找不到 resources 文件夹，请重新安装本程序"), package)


def resources_dir() -> Path:
    """Return the folder of provisions, fonts and the like."""
    return find_home().root / "resources"


def provisions_dir() -> Path:
    """Return the folder of the source texts that the shipped database is built from."""
    return resources_dir() / "provisions"


def default_database() -> Path:
    """Return the path of the shipped database, whether or not it is there."""
    return find_home().root / "data" / DATABASE_NAME


def library_at_start(remembered: str | None) -> Path:
    """Return the library to open where none is asked for: the one *remembered*, if it is there, or else the shipped."""
    return Path(remembered) if remembered is not None and os.path.isfile(remembered) else default_database()  # noqa: PTH113


def user_log_dir() -> Path:
    """Return the user's folder for logs and crash reports; it may not exist yet."""
    import platformdirs

    try:
        folder = platformdirs.user_log_path(APP_NAME, appauthor=False)
    except RuntimeError:  # there is no home; earlier versions return a path that begins with ~
        return _NO_HOME / APP_NAME
    return folder if folder.is_absolute() else _NO_HOME / APP_NAME


def user_settings_path() -> Path:
    """Return the path of the user's settings; neither file nor folder may exist yet."""
    folder = os.environ.get(SETTINGS_FOLDER)
    if folder:
        return Path(folder).absolute() / _SETTINGS_NAME
    return _user_config_dir() / _SETTINGS_NAME


def user_data_dir() -> Path:
    """Return the folder of what the user entered; it may not exist yet. A portable program keeps all in one place."""
    folder = os.environ.get(DATA_FOLDER) or os.environ.get(SETTINGS_FOLDER)
    return Path(folder).absolute() if folder else _user_data_dir()


def review_path(library: Path) -> Path:
    """Return the path of the user's review of a library; neither file nor folder may exist yet.

    That of the shipped library is the same wherever the program lies: an update unpacked elsewhere finds it.
    """
    place = os.path.normcase(os.path.realpath(library))
    name = Path(DATABASE_NAME).stem
    if place != os.path.normcase(os.path.realpath(default_database())):
        import hashlib

        digest = hashlib.sha256(os.fsencode(place)).hexdigest()
        name = f"{library.stem[:_LONGEST_STEM]}-{digest[:8]}"
    return user_data_dir() / "reviews" / f"{name}.review.db"


def user_home() -> Path:
    """Return the user's home; for a user that the system has none for, a folder that nothing can be written to."""
    try:
        return Path.home()
    except RuntimeError:
        return _NO_HOME


def _user_config_dir() -> Path:
    if sys.platform == "linux":  # as platformdirs has it, whose import takes 3 ms of each start
        configured = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return Path(configured or user_home() / ".config") / APP_NAME
    import platformdirs

    return platformdirs.user_config_path(APP_NAME, appauthor=False)


def _user_data_dir() -> Path:
    if sys.platform == "linux":  # likewise
        configured = os.environ.get("XDG_DATA_HOME", "").strip()
        return Path(configured or user_home() / ".local" / "share") / APP_NAME
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)
