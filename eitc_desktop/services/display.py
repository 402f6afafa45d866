"""Whether there is a screen to open a window on. Asked before Qt is imported: without one Qt aborts the process."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from eitc_desktop.errors import EitcError

_NEEDS_NO_SCREEN = {"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs"}
_TIMEOUT_SECONDS = 2.0
_X11_FIRST_PORT = 6000  # display N of a host listens at 6000 + N
_X11_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108  where X servers put their sockets, by convention


class NoDisplay(EitcError):
    """There is no screen."""

    def __init__(self) -> None:
        super().__init__(
            "没有可用的图形显示，无法打开窗口。请在桌面会话中运行，"
            "或用 eitc-desktop render --out 文件夹 输出界面图片，或使用命令行功能（--help）"
        )


def require_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Make sure that a window can be opened.

    Raises:
        NoDisplay: if neither an X server nor a Wayland compositor answers (Windows and macOS always have one).
    """
    if platform in ("win32", "darwin"):
        return
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _NEEDS_NO_SCREEN:
        return
    if not (_wayland_answers(environment) or _x11_answers(environment.get("DISPLAY", ""))):
        raise NoDisplay


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _unix_answers(str(Path(runtime) / name))


def _x11_answers(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not colon or not number.isdecimal():
        return False
    if host in ("", "unix") or host.startswith("/"):
        path = f"{host}:{rest}" if host.startswith("/") else _X11_SOCKETS + number
        return _unix_answers(path) or _unix_answers("\0" + path)
    try:
        with socket.create_connection((host.strip("[]"), _X11_FIRST_PORT + int(number)), _TIMEOUT_SECONDS):
            return True
    except (OSError, OverflowError):
        return False


def _unix_answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_TIMEOUT_SECONDS)
        try:
            connection.connect(path)
        except OSError:
            return False
    return True
