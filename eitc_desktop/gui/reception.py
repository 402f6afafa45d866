"""Where second starts of the program are received: what they ask is read, checked, told, and answered.

Whoever may connect is this user; what they send may still be broken, or never come. So a call is short, small and few
are heard at once. Nothing here waits, and no clock runs while nobody calls.
"""

from __future__ import annotations

import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from eitc_desktop.services.instance import SHOWN, BadMessage, Claim, Request, request_in
from eitc_desktop.services.instance.messages import MAX_BYTES

if TYPE_CHECKING:
    from eitc_desktop.gui.pipe_reception import PipeReception

_PATIENCE_MS = 5000  # for a call to say what it wants
_MOST_CALLS = 8  # at once; others wait in the system's queue
_PIECE = 64 * 1024


def open_reception(claim: Claim, parent: QObject) -> SocketReception | PipeReception:
    """Return what hears the second starts that meet at *claim*, and tells what they ask.

    Raises:
        OSError: if the system refuses.
    """
    if claim.listener is not None:
        return SocketReception(claim.listener, parent)
    from eitc_desktop.gui.pipe_reception import PipeReception

    return PipeReception(claim.spot.address, parent)


class SocketReception(QObject):
    """Hears what comes in at a listening socket, which stays its owner's."""

    asked = Signal(object)  # Request

    def __init__(self, listener: socket.socket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = listener
        self._calls: list[_Call] = []
        self._bell = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._accept)

    def close(self) -> None:
        """Hear nobody any more."""
        self._bell.setEnabled(False)
        for call in tuple(self._calls):
            call.end()
        self.deleteLater()

    @Slot()
    def _accept(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except OSError:  # whoever it was has gone already
            return
        if not _is_mine(connection):
            connection.close()
            return
        call = _Call(connection, self)
        self._calls.append(call)
        call.asked.connect(self.asked)
        call.ended.connect(self._forget)
        self._bell.setEnabled(len(self._calls) < _MOST_CALLS)

    @Slot(object)
    def _forget(self, call: _Call) -> None:
        self._calls.remove(call)
        self._bell.setEnabled(True)


class _Call(QObject):
    """One connection, from its first byte to the answer."""

    asked = Signal(object)  # Request
    ended = Signal(object)  # itself

    def __init__(self, connection: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        connection.settimeout(0)
        self._connection = connection
        self._heard = bytearray()
        self._bell = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._hear)
        QTimer.singleShot(_PATIENCE_MS, self, self.end)

    @Slot()
    def end(self) -> None:
        """Hang up."""
        if self._connection.fileno() < 0:
            return
        self._bell.setEnabled(False)
        self._connection.close()
        self.ended.emit(self)
        self.deleteLater()

    @Slot()
    def _hear(self) -> None:
        try:
            piece = self._connection.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._heard += piece
        request = request_of(self._heard)
        if request is not None:
            with suppress(OSError):  # it asked, and is gone: the window comes forward all the same
                self._connection.send(SHOWN)
            self.end()
            self.asked.emit(request)
        elif not piece or is_hopeless(self._heard):
            self.end()


def request_of(heard: bytes | bytearray) -> Request | None:
    """Return the request that *heard* begins with; None as long as its line isn't complete, or where it is none."""
    line, end, _rest = bytes(heard).partition(b"\n")
    if not end or len(line) > MAX_BYTES:
        return None
    try:
        return request_in(line)
    except BadMessage:
        return None


def is_hopeless(heard: bytes | bytearray) -> bool:
    """Return whether *heard* can't become a request, whatever follows."""
    return len(heard) > MAX_BYTES or (b"\n" in heard and request_of(heard) is None)


def _is_mine(connection: socket.socket) -> bool:
    """Return whether the other end is a process of this user, as far as the system tells."""
    if sys.platform != "linux":
        return True
    import os
    import struct

    form = struct.Struct("3i")  # ucred: process, user, group
    try:
        found = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, form.size)
    except OSError:
        return False
    return form.unpack(found)[1] == os.geteuid()
