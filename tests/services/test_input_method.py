"""Which input method Qt is led to, by real folders and sockets: none of them needs an input method on this computer."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from eitc_desktop.services.input_method import Choice, Way, choose, programs_here

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has one way in, and needs no help")


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder with a short name: a socket's path may have some 100 bytes only."""
    with tempfile.TemporaryDirectory(prefix="h") as name:
        yield Path(name)


@pytest.fixture
def plugins(home: Path) -> Path:
    """The modules that PySide6 brings."""
    folder = home / "plugins"
    (folder / "platforminputcontexts").mkdir(parents=True)
    for name in ("ibus", "compose", "qtvirtualkeyboard"):
        add_module(folder, name)
    return folder


@pytest.fixture
def fcitx5(home: Path) -> Iterator[socket.socket]:
    """Fcitx 5 in the place of IBus, on the screen :7."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(home / "bus"))
        server.listen()
        write_address(home, f"unix:path={home}/bus,guid=1234,fcitx_random_string=5678")
        yield server


def add_module(plugins: Path, name: str) -> None:
    (plugins / "platforminputcontexts" / f"lib{name}platforminputcontextplugin.so").touch()


def write_address(home: Path, address: str, screen: str = "7") -> Path:
    folder = home / ".config" / "ibus" / "bus"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"0123456789abcdef-unix-{screen}"
    file.write_text(f"# This file is created by ibus-daemon\nIBUS_ADDRESS={address}\nIBUS_DAEMON_PID=1\n")
    return file


def chosen(home: Path, plugins: Path, **environment: str) -> Choice:
    return choose(plugins, {"HOME": str(home), "DISPLAY": ":7", "PATH": str(home / "bin")} | environment, "linux")


def test_fcitx5_is_reached_by_its_ibus_front_end_where_the_desktop_names_fcitx(
    home: Path, plugins: Path, fcitx5: socket.socket
) -> None:
    choice = chosen(home, plugins, QT_IM_MODULE="fcitx", XMODIFIERS="@im=fcitx")
    assert choice.variables == {"QT_IM_MODULES": "fcitx;ibus", "IBUS_USE_PORTAL": "1"}
    assert (choice.way, choice.method) == (Way.IBUS, "fcitx")
    assert choice.found == ("QT_IM_MODULE=fcitx", "XMODIFIERS=@im=fcitx")


@pytest.mark.parametrize(
    ("environment", "modules"),
    [
        ({}, "ibus"),
        ({"QT_IM_MODULE": ""}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "xim"}, "xim;ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "fcitx5;ibus"),
        ({"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "ibus"}, "wayland;fcitx;ibus"),
        ({"QT_IM_MODULE": "ibus"}, None),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus"}, None),
    ],
)
def test_what_the_user_named_stays_first(
    home: Path, plugins: Path, fcitx5: socket.socket, environment: dict[str, str], modules: str | None
) -> None:
    choice = chosen(home, plugins, **environment)
    assert choice.variables.get("QT_IM_MODULES") == modules
    assert choice.variables["IBUS_USE_PORTAL"] == "1"
    assert choice.way is Way.IBUS


def test_with_ibus_installed_its_own_bus_is_used(home: Path, plugins: Path, fcitx5: socket.socket) -> None:
    (home / "bin").mkdir()
    (home / "bin" / "ibus-daemon").touch(mode=0o755)
    assert chosen(home, plugins, QT_IM_MODULE="ibus").variables == {}
    assert chosen(home, plugins).variables == {"QT_IM_MODULES": "ibus"}


def test_a_bus_that_the_user_chose_is_left_alone(home: Path, plugins: Path, fcitx5: socket.socket) -> None:
    assert chosen(home, plugins, QT_IM_MODULE="ibus", IBUS_USE_PORTAL="1").variables == {}


def test_what_stands_at_a_bus_that_the_user_chose_is_not_known(home: Path, plugins: Path) -> None:
    choice = chosen(home, plugins, QT_IM_MODULE="ibus", IBUS_USE_PORTAL="1")
    assert (choice.variables, choice.way) == ({}, Way.DESKTOP)


def test_ibus_listens_at_a_name_without_a_file(home: Path, plugins: Path) -> None:
    name = f"{home}/dbus-1"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0" + name)  # Linux only
        server.listen()
        file = write_address(home, f"unix:abstract={name.replace('_', '%5f')},guid=1", screen="wayland-0")
        assert chosen(home, plugins).way is Way.NONE  # that of another screen
        choice = chosen(home, plugins, IBUS_ADDRESS_FILE=str(file))
    assert (choice.way, choice.method) == (Way.IBUS, "ibus")


@pytest.mark.parametrize(
    "address", ["", "unix:path=/nowhere/bus,guid=1", "tcp:host=localhost,port=1", "unix:path=", "unix:tmpdir=/tmp"]
)
def test_where_nobody_listens_nothing_is_set(home: Path, plugins: Path, address: str) -> None:
    write_address(home, address)
    choice = chosen(home, plugins, QT_IM_MODULE="fcitx")
    assert choice == Choice({}, Way.NONE, "fcitx", ("QT_IM_MODULE=fcitx",))


def test_damaged_address_files_are_passed_over(home: Path, plugins: Path) -> None:
    write_address(home, "").write_bytes(b"IBUS_ADDRESS=\xff\xfe")
    assert chosen(home, plugins).way is Way.NONE
    assert chosen(home, plugins, IBUS_ADDRESS_FILE=str(home)).way is Way.NONE


@pytest.mark.parametrize(
    ("environment", "method"),
    [
        ({}, ""),
        ({"XMODIFIERS": "@im=none"}, ""),
        ({"XMODIFIERS": "@im=ibus"}, "ibus"),
        ({"GTK_IM_MODULE": "fcitx5"}, "fcitx"),
        ({"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"}, "fcitx"),
    ],
)
def test_without_an_input_method_that_answers_the_one_named_is_told(
    home: Path, plugins: Path, environment: dict[str, str], method: str
) -> None:
    choice = chosen(home, plugins, **environment)
    assert (choice.variables, choice.way, choice.method) == ({}, Way.NONE, method)


def test_a_module_of_this_qt_is_used_before_all(home: Path, plugins: Path, fcitx5: socket.socket) -> None:
    add_module(plugins, "fcitx5")
    for name in ("fcitx", "fcitx5"):
        choice = chosen(home, plugins, QT_IM_MODULE=name)
        assert choice.way is Way.MODULE
        assert choice.variables["QT_IM_MODULES"] == f"{name};ibus"
    assert chosen(home, plugins, QT_IM_MODULE="hime").way is Way.IBUS


def test_without_qts_module_for_ibus_nothing_is_promised(home: Path, plugins: Path, fcitx5: socket.socket) -> None:
    for file in (plugins / "platforminputcontexts").iterdir():
        file.unlink()
    assert chosen(home, plugins, QT_IM_MODULE="fcitx").way is Way.NONE
    assert chosen(home, home / "nowhere").way is Way.NONE


@pytest.mark.parametrize("name", ["none", "simple", "compose"])
def test_who_asks_for_no_input_method_gets_none(home: Path, plugins: Path, fcitx5: socket.socket, name: str) -> None:
    choice = chosen(home, plugins, QT_IM_MODULE=name)
    assert (choice.variables, choice.way) == ({}, Way.DECLINED)


def test_on_wayland_the_compositor_is_asked_too(home: Path, plugins: Path, fcitx5: socket.socket) -> None:
    wayland = {"WAYLAND_DISPLAY": "wayland-0"}
    assert chosen(home, plugins, **wayland).variables["QT_IM_MODULES"] == "wayland;ibus"
    choice = chosen(home, plugins, QT_IM_MODULE="fcitx", **wayland)
    assert choice.variables["QT_IM_MODULES"] == "fcitx;ibus;wayland"
    choice = chosen(home, plugins, QT_IM_MODULE="fcitx", QT_QPA_PLATFORM="xcb", **wayland)
    assert choice.variables["QT_IM_MODULES"] == "fcitx;ibus"


def test_on_wayland_what_the_compositor_does_is_not_known(home: Path, plugins: Path) -> None:
    wayland = {"WAYLAND_DISPLAY": "wayland-0"}
    assert chosen(home, plugins, **wayland) == Choice({}, Way.DESKTOP)
    choice = chosen(home, plugins, QT_IM_MODULE="fcitx", **wayland)
    assert (choice.variables, choice.way) == ({"QT_IM_MODULES": "fcitx;wayland"}, Way.DESKTOP)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_need_no_help(home: Path, plugins: Path, platform: str) -> None:
    assert choose(plugins, {"QT_IM_MODULE": "fcitx"}, platform) == Choice({}, Way.SYSTEM)


@pytest.mark.parametrize("screen", ["offscreen:configfile=a.json", "vnc", "minimal"])
def test_a_screen_that_nobody_types_at_needs_none(
    home: Path, plugins: Path, fcitx5: socket.socket, screen: str
) -> None:
    assert chosen(home, plugins, QT_QPA_PLATFORM=screen) == Choice({}, Way.SYSTEM)


def test_which_input_methods_are_here(home: Path) -> None:
    (home / "bin").mkdir()
    (home / "bin" / "fcitx5").touch(mode=0o755)
    (home / "bin" / "ibus-daemon").touch(mode=0o644)  # can't be run
    for number, name in ((1, "bash"), (2, "fcitx5"), (3, "ibus-daemon")):
        (home / "proc" / str(number)).mkdir(parents=True)
        (home / "proc" / str(number) / "comm").write_text(f"{name}\n")
    (home / "proc" / "4").mkdir()  # one that ended meanwhile
    here = programs_here({"PATH": f"{home}/bin{os.pathsep}"}, home / "proc")
    assert here.installed == ("fcitx5",)
    assert here.running == ("fcitx5", "ibus-daemon")
