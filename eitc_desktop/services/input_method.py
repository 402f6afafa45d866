"""How Chinese is typed on Linux: which input method the desktop names, whether Qt reaches it, and what helps it there.

Qt looks for its input modules while the application object is made; so this is settled before that, from the
environment and a few files. PySide6 brings Qt's module for IBus and none for Fcitx, but Fcitx 5 answers as IBus does,
through an add-on that it starts with. What was seen with Qt 6.11, IBus 1.5 and Fcitx 5.0:

* The modules named in ``QT_IM_MODULES`` are tried in turn until one works: one that is appended displaces none.
  It outweighs ``QT_IM_MODULE``. Where nothing is named, X11 gets no input method, even if one runs.
* The IBus module gives up where no ``ibus-daemon`` is installed, unless ``IBUS_USE_PORTAL`` sends it to the session
  bus, by a name that Fcitx 5 takes too.
* Qt 6 has no XIM. Modules built for another Qt don't load. Fcitx 4 doesn't answer as IBus.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

_IBUS = "ibus"
_WAYLAND = "wayland"
_DECLINING = {"none", "simple", "compose"}  # names that ask for no input method
_NO_METHODS = _DECLINING | {"xim", "local", _WAYLAND, "qtvirtualkeyboard"}
_FCITX_MARK = "fcitx_random_string="  # in the address by which Fcitx 5 stands in for IBus
_ANSWER_SECONDS = 0.05  # a local socket answers at once or not at all


class Way(StrEnum):
    """How typed Chinese reaches the program."""

    SYSTEM = "system"  # by the system's own means, which need no help: Windows, macOS
    DESKTOP = "desktop"  # by the desktop's own means, which can't be asked: Wayland, or a bus that the user chose
    MODULE = "module"  # by a module of this Qt for the input method that the desktop names
    IBUS = "ibus"  # by Qt's module for IBus
    DECLINED = "declined"  # not at all: the user's environment asks for no input method
    NONE = "none"  # not at all


class Choice(NamedTuple):
    """What to put into the environment before Qt starts, and what came of it.

    Attributes:
        variables: to be set; empty where the environment is right as it is.
        way: how Chinese reaches the program with them.
        method: the input method that the desktop names or that answers: ``fcitx``, ``ibus``, …; empty where none does.
        found: what the environment said, as ``NAME=value``.
    """

    variables: Mapping[str, str]
    way: Way
    method: str = ""
    found: tuple[str, ...] = ()


class Programs(NamedTuple):
    """The input methods on this computer by their programs' names: ``fcitx5``, ``fcitx``, ``ibus-daemon``."""

    installed: tuple[str, ...]
    running: tuple[str, ...]


def choose(plugins: Path, environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Choice:
    """Return how Chinese gets into a program whose Qt keeps its plugins in the folder *plugins*.

    A module that the user named is never displaced. Takes well under a millisecond.
    """
    screens = [name.partition(":")[0] for name in _listed(environment, "QT_QPA_PLATFORM")]
    if platform in ("win32", "darwin") or (screens and not any(_is_desktop(name) for name in screens)):
        return Choice({}, Way.SYSTEM)
    found = tuple(f"{name}={environment[name]}" for name in _NAMING if environment.get(name))
    asked = _listed(environment, "QT_IM_MODULES") or [name for name in (environment.get("QT_IM_MODULE", ""),) if name]
    named = _method_named(asked, environment)
    if asked and _DECLINING.issuperset(asked):
        return Choice({}, Way.DECLINED, named, found)
    modules = _modules_in(plugins / "platforminputcontexts")
    on_wayland = bool(environment.get("WAYLAND_DISPLAY")) and (
        not screens or any(name.startswith(_WAYLAND) for name in screens)
    )
    address = _answering_address(environment) if any(name.startswith(_IBUS) for name in modules) else ""
    variables = _variables(asked, environment, on_wayland=on_wayland, answers=bool(address))
    if any(name != _IBUS and module.startswith(name) for name in asked for module in modules):
        way = Way.MODULE
    elif address:
        way, named = Way.IBUS, "fcitx" if _FCITX_MARK in address else _IBUS
    elif on_wayland or (_IBUS in asked and "IBUS_USE_PORTAL" in environment):
        way = Way.DESKTOP
    else:
        way = Way.NONE
    return Choice(variables, way, named, found)


def programs_here(environment: Mapping[str, str] = os.environ, processes: Path = Path("/proc")) -> Programs:
    """Return which input methods are installed and which of the user's run. Takes some milliseconds."""
    names = ("fcitx5", "fcitx", "ibus-daemon")
    running = set(_process_names(processes))
    return Programs(
        tuple(name for name in names if _is_installed(name, environment)),
        tuple(name for name in names if name in running),
    )


_NAMING = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")


def _variables(
    asked: list[str], environment: Mapping[str, str], *, on_wayland: bool, answers: bool
) -> Mapping[str, str]:
    """Return what to set so that Qt also tries IBus where that *answers*, and the compositor."""
    wanted = list(asked)
    if on_wayland and not asked and answers:
        wanted.append(_WAYLAND)  # what Qt does there where nothing is named, before all else
    if answers:
        wanted.append(_IBUS)
    if on_wayland and asked:
        wanted.append(_WAYLAND)  # nothing to lose: what was named may not work
    wanted = list(dict.fromkeys(wanted))
    variables: dict[str, str] = {}
    if wanted != asked:
        variables["QT_IM_MODULES"] = ";".join(wanted)
    if answers and not _is_installed("ibus-daemon", environment) and "IBUS_USE_PORTAL" not in environment:
        variables["IBUS_USE_PORTAL"] = "1"
    return variables


def _method_named(asked: list[str], environment: Mapping[str, str]) -> str:
    """Return the first input method that *asked* or the variables of other toolkits name, or nothing."""
    others = (environment.get("XMODIFIERS", "").rpartition("@im=")[2], environment.get("GTK_IM_MODULE", ""))
    names = (name.partition(":")[0].lower() for name in (*asked, *others))
    return next((name.rstrip("5") for name in names if name and name not in _NO_METHODS), "")


def _answering_address(environment: Mapping[str, str]) -> str:
    """Return the address at which an IBus listens, or something in its place; nothing where none does."""
    for file in _address_files(environment):
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for line in lines:
            name, _, address = line.partition("=")
            if name == "IBUS_ADDRESS" and _answers(address):
                return address
    return ""


def _address_files(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield the files in which an IBus for this screen says where it listens."""
    if environment.get("IBUS_ADDRESS_FILE"):
        yield Path(environment["IBUS_ADDRESS_FILE"])
        return
    host, _, number = environment.get("DISPLAY", "").rpartition(":")
    screens = [f"{host.removeprefix('unix') or 'unix'}-{number.partition('.')[0]}"] if number else []
    if environment.get("WAYLAND_DISPLAY"):
        screens.append(f"unix-{environment['WAYLAND_DISPLAY']}")
    home = environment.get("XDG_CONFIG_HOME") or str(Path(environment.get("HOME") or "/") / ".config")
    folder = Path(home) / "ibus" / "bus"
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return
    for screen in screens:
        yield from (file for file in files if file.name.endswith(f"-{screen}"))  # before it: the computer's number


def _answers(address: str) -> bool:
    """Return whether somebody listens at the D-Bus *address*."""
    found = re.match(r"unix:(?:[^;]*,)?(path|abstract)=([^,;]+)", address)
    if found is None:
        return False
    import socket  # takes longer than all the rest here

    place = ("\0" if found[1] == "abstract" else "") + unquote(found[2])
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_ANSWER_SECONDS)
        try:
            connection.connect(place)
        except (OSError, ValueError):
            return False
    return True


def _modules_in(folder: Path) -> tuple[str, ...]:
    """Return what the input modules in *folder* are called, as in libNAMEplatforminputcontextplugin.so."""
    try:
        return tuple(file.name.removeprefix("lib") for file in folder.iterdir())
    except OSError:
        return ()


def _is_installed(program: str, environment: Mapping[str, str]) -> bool:
    folders = environment.get("PATH", os.defpath).split(os.pathsep)
    return any(os.access(f"{folder}/{program}", os.X_OK) for folder in folders if folder)


def _process_names(processes: Path) -> Iterator[str]:
    """Yield the names of the user's processes."""
    for folder in processes.glob("[0-9]*"):
        try:
            if folder.stat().st_uid == os.getuid():
                yield (folder / "comm").read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            continue  # it ended meanwhile


def _is_desktop(screen: str) -> bool:
    return screen == "xcb" or screen.startswith(_WAYLAND)


def _listed(environment: Mapping[str, str], name: str) -> list[str]:
    return [part for part in environment.get(name, "").split(";") if part]
