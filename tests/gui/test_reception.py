"""The reception with real sockets: whoever calls, the window neither waits nor falls."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from eitc_desktop.gui import reception as module
from eitc_desktop.gui.pipe_reception import PipeReception
from eitc_desktop.gui.reception import SocketReception, open_reception
from eitc_desktop.services.instance import SHOWN, Claim, Request, Spot, try_claim
from eitc_desktop.services.instance.messages import MAX_BYTES, line_of

ASKED = Request((Path("/家/审阅.eitcreview"),), "token")


class Heard(QObject):
    """Keeps what a reception told."""

    def __init__(self, reception: SocketReception | PipeReception) -> None:
        super().__init__()
        self.requests: list[Request] = []
        reception.asked.connect(self.requests.append)


@pytest.fixture
def claim(tmp_path: Path) -> Iterator[Claim]:
    if sys.platform == "win32":
        pytest.skip("Windows has pipes in their place")
    claim = try_claim(Spot(tmp_path / "l", str(tmp_path / "s")))
    assert claim is not None
    yield claim
    claim.release()


@pytest.fixture
def heard(claim: Claim, qapp: QObject) -> Iterator[Heard]:
    reception = open_reception(claim, qapp)
    assert isinstance(reception, SocketReception)
    yield Heard(reception)
    reception.close()


def call(claim: Claim, said: bytes = b"") -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.connect(claim.spot.address)
    connection.settimeout(0)
    connection.sendall(said)
    return connection


def answer(qtbot: QtBot, connection: socket.socket) -> bytes:
    """What is answered before the reception hangs up."""
    got = bytearray()

    def ended() -> bool:
        try:
            piece = connection.recv(100)
        except BlockingIOError:
            return False
        except ConnectionResetError:
            return True
        got.extend(piece)
        return not piece

    qtbot.waitUntil(ended)
    connection.close()
    return bytes(got)


def test_a_request_is_told_and_answered_also_one_from_before(qtbot: QtBot, claim: Claim, qapp: QObject) -> None:
    early = call(claim, line_of(ASKED))  # while the window was still starting
    reception = open_reception(claim, qapp)
    heard = Heard(reception)
    assert answer(qtbot, early) == SHOWN
    slow = call(claim, line_of(ASKED)[:5])
    assert answer(qtbot, call(claim, line_of(Request()))) == SHOWN
    slow.sendall(line_of(ASKED)[5:])
    assert answer(qtbot, slow) == SHOWN
    assert heard.requests == [ASKED, Request(), ASKED]
    reception.close()


@pytest.mark.parametrize("said", [b"\n", b"{}\n", b"\0" * 100 + b"\n", b'{"version": 9}\n' + b"x" * 1000])
def test_nonsense_is_hung_up_on(qtbot: QtBot, claim: Claim, heard: Heard, said: bytes) -> None:
    assert answer(qtbot, call(claim, said)) == b""
    assert heard.requests == []


def test_who_says_no_end_is_hung_up_on(qtbot: QtBot, claim: Claim, heard: Heard) -> None:
    connection = call(claim)
    sent = 0

    def pour() -> bool:
        nonlocal sent
        try:
            sent += connection.send(b"x" * 10_000)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return False

    qtbot.waitUntil(pour)
    connection.close()
    assert sent < 4 * MAX_BYTES
    assert heard.requests == []


def test_who_hangs_up_at_once_harms_nobody(qtbot: QtBot, claim: Claim, heard: Heard) -> None:
    call(claim).close()
    call(claim, line_of(ASKED)[:9]).close()
    call(claim, line_of(ASKED)).close()
    assert answer(qtbot, call(claim, line_of(Request()))) == SHOWN
    assert heard.requests == [ASKED, Request()]


def test_who_says_nothing_is_hung_up_on_and_others_wait_that_long(
    qtbot: QtBot, claim: Claim, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_MS", 50)
    silent = [call(claim) for _ in range(8)]
    assert answer(qtbot, call(claim, line_of(ASKED))) == SHOWN
    for connection in silent:
        assert answer(qtbot, connection) == b""
    assert heard.requests == [ASKED]


def test_the_pipe_hears_the_same(qtbot: QtBot, tmp_path: Path, qapp: QObject) -> None:
    """What Windows uses, over a socket where there are no pipes."""
    address = "eitc-test" if sys.platform == "win32" else str(tmp_path / "p")
    reception = PipeReception(address, qapp)
    heard = Heard(reception)
    for said, answered in ((line_of(ASKED), SHOWN), (b"{}\n", b""), (b"x" * (MAX_BYTES + 10), b"")):
        caller = QLocalSocket()
        caller.connectToServer(address)
        caller.write(said)
        qtbot.waitUntil(lambda caller=caller: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState)
        assert caller.readAll().data() == answered
    qtbot.waitUntil(lambda: heard.requests == [ASKED])
    with pytest.raises(OSError, match=r"\w"):
        PipeReception(str(tmp_path / "没有" / "p") if sys.platform != "win32" else address, qapp)
    reception.close()
