"""Opening the window from the command line: what must hold before Qt is imported, and what to say where it can't be."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eitc_desktop.errors import EitcError
from eitc_desktop.paths import LIBRARY_ENDING, REVIEW_ENDINGS

if TYPE_CHECKING:
    from eitc_desktop.services.instance import Claim


def opens(word: str) -> bool:
    """Return whether *word* of the command line names a file for the window, by how it ends; it may not be there."""
    return not word.startswith("-") and word.lower().endswith((*REVIEW_ENDINGS, LIBRARY_ENDING))


def open_files(words: Sequence[str], database: Path | None = None, *, reset: bool = False) -> int:
    """Open the window on the files that *words* name: reviews to be taken in, and at most one library.

    Raises:
        EitcError: if there are several libraries, *database* among them; or as for :func:`open_window`.
    """
    reviews = [word for word in words if word.lower().endswith(REVIEW_ENDINGS)]
    libraries = [Path(word) for word in words if word not in reviews]
    if database is not None:
        libraries.append(database)
    if len(libraries) > 1:
        raise EitcError(f"一个窗口只能打开一个数据库，这里给出了 {len(libraries)} 个。请分别打开")
    return open_window(libraries[0] if libraries else None, reset=reset, reviews=[Path(word) for word in reviews])


def open_window(database: Path | None = None, *, reset: bool = False, reviews: Sequence[Path] = ()) -> int:
    """Open the window on *database*, or on the one opened last, and return the exit code when it is closed.

    It offers to take *reviews* in. Where a window is open for that library it is the one to do so, and comes forward.
    With *reset* the window begins afresh: looks, layout and places are forgotten.

    Raises:
        EitcError: if there is no screen, Qt can't be loaded, or a window that is open doesn't answer.
    """
    from eitc_desktop.services.display import require_display

    require_display()
    reviews = [review.absolute() for review in reviews]
    database = None if database is None else database.absolute()
    claim, handed = _claim(database, reviews, reset=reset)
    if handed:
        return 0
    gc.disable()  # until the window is up: nothing of what starting makes is garbage
    try:
        return _window_runner()(database, reset=reset, claim=claim, reviews=reviews)
    finally:
        gc.enable()
        if claim is not None:  # where the window didn't get as far as to let go of it
            claim.release()


def _window_runner() -> Callable[..., int]:
    try:
        from eitc_desktop.gui.quick_enums import make_enums_quickly

        make_enums_quickly()  # before Qt makes its first
        from eitc_desktop.gui.plain_imports import import_plainly

        import_plainly()
        from eitc_desktop.app import run_window
    except ImportError as error:
        raise explained_import(error) from error
    return run_window


def _claim(database: Path | None, reviews: Sequence[Path], *, reset: bool) -> tuple[Claim | None, bool]:
    """Return the claim to the library that will be opened, and whether a window that has it took over."""
    from eitc_desktop import paths
    from eitc_desktop.services.instance import Request, claim_or_hand_over
    from eitc_desktop.services.instance.messages import token_of
    from eitc_desktop.settings import remembered_database

    if database is None:
        remembered = None if reset else remembered_database(paths.user_settings_path())
        database = paths.library_at_start(remembered)
    claim, handed = claim_or_hand_over(database, Request(tuple(reviews), token_of(os.environ)))
    if handed and reset:
        raise EitcError("窗口已经打开，没有恢复默认设置。请先关闭它，再用 --reset 打开")
    return claim, handed


def explained_import(error: ImportError) -> Exception:
    """Qt itself cannot be loaded on a bare system: say what to install. A mistake of ours stays one."""
    if (error.name or "").startswith("eitc_desktop"):
        return error
    return EitcError(
        f"缺少图形界面所需的系统库（{error}）。Debian、Ubuntu 等可运行："
        "sudo apt install libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 "
        "libx11-6 libgssapi-krb5-2 libbrotli1"
    )
