"""Whether Qt can load what it opens windows with. Asked before the application is made: without it Qt aborts."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QPluginLoader

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase

_DEBIAN = (
    "libx11-6 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 "
    "libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
)


def require_platform_plugin(environment: Mapping[str, str] = os.environ) -> None:
    """Make sure that a library is not missing which Qt's plugin for this kind of screen needs.

    Raises:
        EitcError: if none of the plugins that Qt would take can be loaded; it names the library.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    failures: list[str] = []
    for name in _wanted(environment):
        loader = QPluginLoader(str(folder / f"libq{name}.so"))
        if loader.load():  # Qt finds it loaded then: nothing is done twice
            return
        failures.append(_reason(loader.errorString()))
    if failures:
        raise EitcError(
            Phrase("Errors", "缺少显示窗口所需的系统库（{0}）。Debian、Ubuntu 等可运行：sudo apt install {1}"),
            "; ".join(failures),
            _DEBIAN,
        )


def _wanted(environment: Mapping[str, str]) -> list[str]:
    """Return the plugins that Qt would try, of those that need libraries of the system; none where it has no choice."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        names = [part.partition(":")[0] for part in asked.split(";")]
        return [name for name in names if name in ("xcb", "wayland")] if set(names) <= {"xcb", "wayland"} else []
    if os.name == "nt":
        return []
    return [
        *(["wayland"] if environment.get("WAYLAND_DISPLAY") else []),
        *(["xcb"] if environment.get("DISPLAY") else []),
    ]


def _reason(words: str) -> str:
    """Return what is missing of Qt's long sentence about it."""
    found = re.search(r"(lib[\w.+-]+\.so[\w.]*): (.+?)\)?$", words.strip())
    return f"{found[1]}: {found[2]}" if found else words
