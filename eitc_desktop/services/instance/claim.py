"""The claim to be a library's one window, and how a second start asks the window that has it."""

from __future__ import annotations

import os
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.instance.messages import SHOWN, Request, line_of
from eitc_desktop.services.instance.spots import Spot, spot_of

PATIENCE = 20.0
"""Seconds that a second start waits for a window that is itself just starting, or busy."""

_REST = 0.05  # seconds between two tries
_QUEUE = 8  # second starts that may wait at once
_MINE = 0o600


class NoAnswer(EitcError):
    """A window has the library, and doesn't answer."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("Instance", "这个数据库已在另一个窗口中打开，但那个窗口没有回应。请切换到它，等它忙完或关闭它后重试")
        )


class Claim:
    """What a window holds as long as it is the one for a library; the system drops it with the process.

    ``listener`` is the socket at which second starts call; None on Windows, where the window opens a pipe for them.
    """

    def __init__(self, spot: Spot, lock: int, listener: socket.socket | None) -> None:
        self.spot = spot
        self.listener = listener
        self._lock = lock

    def release(self) -> None:
        """Let the next start have it. Who waits at the socket is turned away, and tries again."""
        if self._lock < 0:
            return
        if self.listener is not None:
            with suppress(OSError):
                os.unlink(self.spot.address)  # noqa: PTH108  an address is words
            self.listener.close()
        if sys.platform != "win32":
            with suppress(OSError):
                self.spot.lock.unlink()  # while it is locked: see _open_locked
        os.close(self._lock)
        self._lock = -1


def claim_or_hand_over(library: Path, request: Request, patience: float = PATIENCE) -> tuple[Claim | None, bool]:
    """Return the claim to *library* and whether another window has taken the *request* instead.

    Without either – there is no private place for the lock – the window opens all the same.

    Raises:
        EitcError: if a window has it and doesn't answer within *patience* seconds, or the request is too large.
    """
    spot = spot_of(library)
    if spot is None:
        return None, False
    line = line_of(request)
    until = time.monotonic() + patience
    while True:
        try:
            claim = try_claim(spot)
        except OSError:
            return None, False
        if claim is not None:
            return claim, False
        if _ask(spot.address, line, until):
            return None, True
        if time.monotonic() >= until:
            raise NoAnswer
        time.sleep(_REST)  # the window is just starting, or just closing


def hand_over(spot: Spot, request: Request, patience: float = PATIENCE) -> None:
    """Have the window that has the claim at *spot* take the *request*.

    Raises:
        EitcError: if none answers within *patience* seconds, or the request is too large.
    """
    line = line_of(request)
    until = time.monotonic() + patience
    while not _ask(spot.address, line, until):
        if time.monotonic() >= until:
            raise NoAnswer
        time.sleep(_REST)


def try_claim(spot: Spot) -> Claim | None:
    """Return the claim at *spot*, None while another window has it. What a dead one left behind is cleared away.

    Raises:
        OSError: if the system grants neither.
    """
    lock = _open_locked(spot.lock)
    if lock is None:
        return None
    if sys.platform == "win32":
        return Claim(spot, lock, None)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with suppress(FileNotFoundError):
            os.unlink(spot.address)  # noqa: PTH108
        listener.bind(spot.address)
        listener.listen(_QUEUE)
        listener.settimeout(0)
    except OSError:
        listener.close()
        os.close(lock)
        raise
    return Claim(spot, lock, listener)


def _open_locked(path: Path) -> int | None:
    """Return an open handle on the file at *path*, locked; None if another process has the lock.

    Whoever lets go removes the file first. One that was removed between opening and locking locks nothing.
    """
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), _MINE)
        try:
            if not _lock(handle):
                os.close(handle)
                return None
            if sys.platform == "win32" or _is_at(handle, path):
                return handle
        except OSError:
            os.close(handle)
            raise
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(handle), there)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _ask(address: str, line: bytes, until: float) -> bool:
        """Send *line* to the pipe at *address*; a thread waits for the answer, for a pipe itself knows no patience."""
        import ctypes
        from threading import Thread

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # this start was clicked: whoever answers may come forward
        answers: list[bytes] = []

        def ask() -> None:
            with suppress(OSError), open(rf"\\.\pipe\{address}", "r+b", buffering=0) as pipe:  # noqa: PTH123
                pipe.write(line)
                answers.append(pipe.read(len(SHOWN)))

        asking = Thread(target=ask, daemon=True)
        asking.start()
        asking.join(max(0.0, until - time.monotonic()))
        return answers == [SHOWN]

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _ask(address: str, line: bytes, until: float) -> bool:
        """Send *line* to the socket at *address*, and return whether the answer came in time."""
        answer = b""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection, suppress(OSError):
            for step in (lambda: connection.connect(address), lambda: connection.sendall(line)):
                connection.settimeout(max(_REST, until - time.monotonic()))
                step()
            while len(answer) < len(SHOWN):
                connection.settimeout(max(_REST, until - time.monotonic()))
                piece = connection.recv(len(SHOWN))
                if not piece:
                    break
                answer += piece
        return answer == SHOWN
