"""The command line: without arguments the window opens, and nothing is imported that the window doesn't need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from eitc_desktop.errors import EitcError

UNUSABLE = 2
_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; every expected failure is one line on standard error."""
    _speak_utf8()
    try:
        from eitc_desktop.opening import open_files, opens

        words = sys.argv[1:] if arguments is None else arguments
        if all(map(opens, words)):  # none, as from the menu of programs, or files that were double-clicked
            return open_files(words)
        from eitc_desktop.verbs import run_verb

        return run_verb(arguments)
    except EitcError as error:
        return _fail(str(error))
    except OSError as error:  # what nobody below could explain better: mostly an output that takes no more
        _flush_or_close(sys.stdout)
        place = f"：{error.filename}" if error.filename else ""
        return _fail(f"系统拒绝了读写{place}（{error.strerror or error}）。请检查磁盘空间、权限和输出位置后重试")
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
        with suppress(OSError):  # nobody is left to tell
            sys.stderr.write(f"{words}\n")
        _flush_or_close(sys.stderr)


def _flush_or_close(stream: TextIO | None) -> None:
    # Of a stream that takes no more Python would complain in its own words at its end, with an exit code of its own.
    if stream is None:  # closed from the start
        return
    try:
        stream.flush()
    except OSError:
        with suppress(OSError):
            stream.close()


def _speak_utf8() -> None:
    # Under LC_ALL=C, or redirected on Windows, Python would write another encoding or fail on Chinese.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
