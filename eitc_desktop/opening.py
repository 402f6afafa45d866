"""Opening the window from the command line: what must hold before Qt is imported, and what to say where it can't be."""

from __future__ import annotations

import gc
from pathlib import Path

from eitc_desktop.errors import EitcError


def open_window(database: Path | None = None, *, reset: bool = False) -> int:
    """Open the window on *database*, or on the shipped one, and return the exit code when it is closed.

    With *reset* it begins afresh: looks, layout and places are forgotten.

    Raises:
        EitcError: if there is no screen, or Qt can't be loaded.
    """
    from eitc_desktop.services.display import require_display

    require_display()
    gc.disable()  # until the window is up: nothing of what starting makes is garbage
    try:
        from eitc_desktop.gui.plain_imports import import_plainly

        import_plainly()
        from eitc_desktop.app import run_window
    except ImportError as error:
        raise explained_import(error) from error
    return run_window(database, reset=reset)


def explained_import(error: ImportError) -> Exception:
    """Qt itself cannot be loaded on a bare system: say what to install. A mistake of ours stays one."""
    if (error.name or "").startswith("eitc_desktop"):
        return error
    return EitcError(
        f"缺少图形界面所需的系统库（{error}）。Debian、Ubuntu 等可运行："
        "sudo apt install libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 "
        "libx11-6 libgssapi-krb5-2 libbrotli1"
    )
