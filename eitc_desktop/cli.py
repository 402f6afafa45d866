"""The command line: without arguments the window opens, and nothing is imported that the window doesn't need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from eitc_desktop.errors import EitcError

UNUSABLE = 2
_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; every expected failure is one line on standard error."""
    _speak_utf8()
    try:
        if not (sys.argv[1:] if arguments is None else arguments):
            from eitc_desktop.opening import open_window

            return open_window()
        from eitc_desktop.verbs import run_verb

        return run_verb(arguments)
    except EitcError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        _complain("已取消")
        return _INTERRUPTED


def main() -> None:
    """Entry point of the ``eitc-desktop`` command."""
    sys.exit(run())


def _fail(message: str) -> int:
    _complain(f"错误：{' '.join(message.split())}")
    return UNUSABLE


def _complain(words: str) -> None:
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  None in a windowed program
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()


def _speak_utf8() -> None:
    # Under LC_ALL=C, or redirected on Windows, Python would write another encoding or fail on Chinese.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
