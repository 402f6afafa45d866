"""A virtual display whose pixels can be watched from outside, so that a program is timed as it is, without hooks."""

from __future__ import annotations

import mmap
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH, HEIGHT = 1366, 768
COVERED = 0.4
"""Share of the screen that must be other than black before a window counts as painted."""
TINY = 0.002
"""A smaller share of changed pixels is a caret or a focus frame, not content."""
STEP = 4  # every fourth pixel of every fourth row is looked at
QUIET_SECONDS = 1.5
LIMIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds from the process's start to the first picture and to the last change of it; memory in MB."""

    painted: float
    complete: float
    resident: float


@dataclass(frozen=True, slots=True)
class Screen:
    """A running virtual display."""

    name: str
    frame: Callable[[], NDArray[np.uint32]]


@contextmanager
def virtual_screen() -> Iterator[Screen]:
    """Run Xvfb with its frame buffer in a file; yields the display."""
    program = shutil.which("Xvfb")
    if program is None:
        raise SystemExit("Xvfb is missing: make bench installs it")
    with tempfile.TemporaryDirectory(prefix="eitc-bench-") as folder:
        reading, writing = os.pipe()
        command = [program, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-nocursor", "-br"]
        command += ["-nolisten", "tcp", "-displayfd", str(writing)]
        server = subprocess.Popen(command, pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            if not number:
                raise SystemExit("Xvfb did not start")
            with _frame_buffer(Path(folder) / "Xvfb_screen0") as frame:
                yield Screen(f":{number}", frame)
        finally:
            server.terminate()
            server.wait(10)


@contextmanager
def _frame_buffer(path: Path) -> Iterator[Callable[[], NDArray[np.uint32]]]:
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as view:
        header = struct.unpack(">25I", view[:100])  # XWD: big-endian words
        offset, line, colours = header[0], header[12], header[19]
        start = offset + colours * 12

        def frame() -> NDArray[np.uint32]:
            pixels = np.frombuffer(view[start : start + line * HEIGHT], dtype="<u4").reshape(HEIGHT, line // 4)
            return pixels[::STEP, :WIDTH:STEP] & 0xFFFFFF

        yield frame


def time_start(screen: Screen, command: Sequence[str]) -> Start:
    """Start a program on the screen, wait until its picture rests, and end it."""
    with tempfile.TemporaryDirectory(prefix="eitc-home-") as home:
        environment = _environment(screen, home)
        began = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            painted, complete = _watch(screen, process, began)
            return Start(painted, complete, _resident(process.pid))
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # some programs are started by another
            process.wait(10)
            _until_black(screen)


def inside(screen: Screen, command: Sequence[str]) -> str:
    """Run a program on the screen that measures itself, and return what it prints."""
    with tempfile.TemporaryDirectory(prefix="eitc-home-") as home:
        done = subprocess.run(
            command, env=_environment(screen, home), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True
        )
    return done.stdout.decode()


def _environment(screen: Screen, home: str) -> dict[str, str]:
    # PYTHONDONTWRITEBYTECODE would have every start compile the program anew, which no user's start does
    left_out = ("XDG_", "WAYLAND_", "PYTHONDONT")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
    return environment | {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "HOME": home, "LC_ALL": "C.UTF-8"}


def _watch(screen: Screen, process: subprocess.Popen[bytes], began: float) -> tuple[float, float]:
    painted = complete = 0.0
    before = screen.frame()
    while True:
        now = time.perf_counter() - began
        picture = screen.frame()
        if not painted and float((picture != 0).mean()) > COVERED:
            painted = complete = now
        if painted and float((picture != before).mean()) > TINY:
            complete = now
        before = picture
        if painted and now - complete > QUIET_SECONDS:
            return painted, complete
        if process.poll() is not None:
            raise SystemExit(f"the program ended with exit code {process.returncode} before it was measured")
        if now > LIMIT_SECONDS:
            raise SystemExit("no window was painted, or it never came to rest")
        time.sleep(0.004)


def _until_black(screen: Screen) -> None:
    deadline = time.perf_counter() + 5
    while float((screen.frame() != 0).mean()) > TINY and time.perf_counter() < deadline:
        time.sleep(0.01)


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")
