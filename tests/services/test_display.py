"""A screen is asked for with real sockets, before Qt could abort the process."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from eitc_desktop.services.display import NoDisplay, require_display

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a screen")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: a socket's path may have some 100 bytes only."""
    with tempfile.TemporaryDirectory(prefix="d") as name:
        yield Path(name)


@pytest.fixture
def listening(folder: Path) -> Iterator[Path]:
    path = folder / "wayland-9"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield path


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":47123"},
        {"DISPLAY": "unix:47123.0"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":x"},
        {"DISPLAY": "localhost:99999999"},
        {"DISPLAY": "localhost:47123"},
        {"DISPLAY": "/nowhere/org.xquartz:0"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_no_screen_answers(environment: dict[str, str]) -> None:
    with pytest.raises(NoDisplay) as caught:
        require_display(environment, "linux")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "offscreen:configfile=a.json"])
def test_platforms_that_need_none(platform: str) -> None:
    require_display({"QT_QPA_PLATFORM": platform}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_systems_that_always_have_one(platform: str) -> None:
    require_display({}, platform)


def test_wayland_answers(listening: Path) -> None:
    require_display({"WAYLAND_DISPLAY": listening.name, "XDG_RUNTIME_DIR": str(listening.parent)}, "linux")
    require_display({"WAYLAND_DISPLAY": str(listening)}, "linux")


def test_an_x_server_answers_at_its_socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "x:0"))
        server.listen()
        require_display({"DISPLAY": f"{folder}/x:0"}, "linux")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX") or os.name == "nt", reason="needs local sockets")
def test_an_x_server_answers_at_its_usual_name() -> None:
    number = 40000 + os.getpid() % 20000
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{number}")  # Linux only: a name that leaves no file
        server.listen()
        require_display({"DISPLAY": f":{number}.0"}, "linux")


def test_an_x_server_answers_over_the_network() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        number = server.getsockname()[1] - 6000
        require_display({"DISPLAY": f"127.0.0.1:{number}"}, "linux")
