"""Claims in one process: a lock belongs to the open file, so that two of one process meet as those of two do."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from eitc_desktop.errors import EitcError
from eitc_desktop.services.instance import SHOWN, Request, Spot, claim_or_hand_over, hand_over, spot_of, try_claim
from eitc_desktop.services.instance.messages import request_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes in their place")

ASKED = Request((Path("/家/审阅.eitcreview"),), "token_TIME1")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    runtime = tmp_path / "r"
    runtime.mkdir(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return tmp_path / "甲.db"


@pytest.fixture
def spot(library: Path) -> Spot:
    found = spot_of(library)
    assert found is not None
    return found


class Answering(Thread):
    """Takes calls one after another and gives each of them the next of *answers*."""

    def __init__(self, listener: socket.socket, *answers: bytes) -> None:
        super().__init__()
        self.heard: list[bytes] = []
        self._listener = listener.dup()
        self._listener.settimeout(20)
        self._answers = answers

    def run(self) -> None:
        with self._listener:
            for answer in self._answers:
                connection, _ = self._listener.accept()
                with connection, connection.makefile("rb") as lines:
                    self.heard.append(lines.readline())
                    connection.sendall(answer)


@pytest.fixture
def answering() -> Iterator[list[Answering]]:
    started: list[Answering] = []
    yield started
    for one in started:
        one.join()


def test_the_first_has_it_until_it_lets_go_and_nothing_is_left(spot: Spot) -> None:
    first = try_claim(spot)
    assert first is not None
    assert try_claim(spot) is None
    assert spot.lock.stat().st_mode & 0o777 == 0o600
    first.release()
    first.release()
    assert list(spot.lock.parent.iterdir()) == []
    second = try_claim(spot)
    assert second is not None
    second.release()


def test_what_a_dead_window_left_is_no_hindrance(spot: Spot, library: Path) -> None:
    spot.lock.write_bytes(b"")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left:
        left.bind(spot.address)
    claim, handed = claim_or_hand_over(library, Request(), 0)
    assert claim is not None
    assert not handed
    claim.release()


def test_the_second_hands_over(spot: Spot, library: Path, answering: list[Answering]) -> None:
    claim = try_claim(spot)
    assert claim is not None
    assert claim.listener is not None
    answering.append(Answering(claim.listener, SHOWN, SHOWN))
    answering[0].start()
    assert claim_or_hand_over(library, ASKED) == (None, True)
    hand_over(spot, Request())
    claim.release()
    answering[0].join()
    assert list(map(request_in, answering[0].heard)) == [ASKED, Request()]


def test_who_is_turned_away_tries_again_and_takes_the_place_that_is_free(
    spot: Spot, library: Path, answering: list[Answering]
) -> None:
    claim = try_claim(spot)
    assert claim is not None
    assert claim.listener is not None

    class Closing(Answering):
        def run(self) -> None:
            super().run()
            claim.release()

    answering.append(Closing(claim.listener, b"", b"no\n"))
    answering[0].start()
    second, handed = claim_or_hand_over(library, ASKED)
    assert second is not None
    assert not handed
    second.release()


def test_a_window_that_never_answers_is_told_of(spot: Spot, library: Path) -> None:
    claim = try_claim(spot)
    assert claim is not None
    for ask in (lambda: claim_or_hand_over(library, ASKED, 0.1), lambda: hand_over(spot, ASKED, 0.1)):
        with pytest.raises(EitcError, match="已在另一个窗口中打开，但那个窗口没有回应"):
            ask()
    claim.release()


def test_where_the_system_grants_no_lock_there_is_none(spot: Spot, library: Path) -> None:
    spot.lock.mkdir()
    assert claim_or_hand_over(library, ASKED) == (None, False)
    spot.lock.rmdir()
    Path(spot.address).mkdir()
    assert claim_or_hand_over(library, ASKED) == (None, False)
    Path(spot.address).rmdir()
    claim, _ = claim_or_hand_over(library, ASKED)
    assert claim is not None
    claim.release()
