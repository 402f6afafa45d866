"""That this window is the only one for its library: it answers second starts, and asks before it takes another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from eitc_desktop.errors import EitcError
from eitc_desktop.services.instance import Claim, Request, Spot, hand_over, spot_of, try_claim

if TYPE_CHECKING:
    from eitc_desktop.gui.pipe_reception import PipeReception
    from eitc_desktop.gui.reception import SocketReception
    from eitc_desktop.gui.workers import Work

_PATIENCE = 3.0  # seconds for another window to come forward


class OnlyWindow(QObject):
    """Holds the claim that the start made, and changes it for another with the library that is open.

    Without a claim – there was no private place for one – all of this does nothing.
    """

    asked = Signal(object)  # Request: the program was started a second time
    elsewhere = Signal(object)  # None: a library that was wanted is open in another window; EitcError: which is deaf

    def __init__(self, claim: Claim | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claim = claim
        self._reception: SocketReception | PipeReception | None = None
        self._work: Work | None = None

    def listen(self) -> None:
        """Hear second starts; who called before waits for it."""
        if self._claim is not None and self._reception is None:
            self._hear(self._claim)

    def change(self, library: Path, open_it: Callable[[], bool]) -> None:
        """Let *open_it* open *library*, and stand for it if that says so; if another window does, call that instead."""
        spot = None if self._claim is None else spot_of(library)
        if self._claim is None or spot is None or spot == self._claim.spot:
            open_it()
            return
        try:
            claim = try_claim(spot)
        except OSError:  # without its guard it is opened all the same
            open_it()
            return
        if claim is None:
            self._call(spot)
        elif open_it():
            self.release()
            self._claim = claim
            self._hear(claim)
        else:
            claim.release()

    @Slot()
    def release(self) -> None:
        """Let another start have the library."""
        if self._reception is not None:
            self._reception.close()
            self._reception = None
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def _hear(self, claim: Claim) -> None:
        import logging

        from eitc_desktop.gui.reception import open_reception

        try:
            self._reception = open_reception(claim, self)
        except OSError:
            logging.getLogger(__name__).warning("second starts are not heard", exc_info=True)
            return
        self._reception.asked.connect(self.asked)

    def _call(self, spot: Spot) -> None:
        from eitc_desktop.gui.workers import Work

        self._work = Work(partial(_called, spot), self)
        self._work.done.connect(self.elsewhere)
        self._work.start()


def _called(spot: Spot) -> EitcError | None:
    try:
        hand_over(spot, Request(), _PATIENCE)
    except EitcError as error:
        return error
    return None
