"""Composes pages beside the window: the newest wish wins, and older ones that wait are dropped."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.printing.fonts_used import fonts_used
from eitc_desktop.gui.workers import Work
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.review import Review
from eitc_desktop.services.print_proof import ProofLine, proof_lines
from eitc_desktop.services.print_request import PrintRequest
from eitc_desktop.services.printing import PrintJob, compose


class Proven(NamedTuple):
    """A paper in pages, its proof, and the characters in it that no font can draw."""

    job: PrintJob
    proof: tuple[ProofLine, ...]
    lacking: tuple[str, ...] = ()


class Composer(QObject):
    """Composes papers of one provision, one at a time."""

    composed = Signal(object)  # Proven
    refused = Signal(object)  # EitcError
    rested = Signal()  # nothing is in hand

    def __init__(self, provision: Provision, mapping: Mapping, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision = provision
        self._mapping = mapping
        self._review = review
        self._work: Work | None = None
        self._next: PrintRequest | None = None

    @property
    def busy(self) -> bool:
        """Whether pages are still to come."""
        return self._work is not None

    def ask(self, request: PrintRequest) -> None:
        """Compose what is asked for, as soon as what is in hand is done."""
        self._next = request
        if self._work is None:
            self._begin()

    def drop(self) -> None:
        """Forget what waits: nobody wants it any more."""
        self._next = None

    def _begin(self) -> None:
        request, self._next = self._next, None
        if request is not None:
            self._work = Work(partial(_composed, request, self._provision, self._mapping, self._review), self)
            self._work.done.connect(self._tell)
            self._work.failed.connect(self._give_up)
            self._work.start()

    @Slot(object)
    def _tell(self, outcome: Proven | EitcError) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        if self._next is not None:  # somebody has changed their mind meanwhile
            self._begin()
            return
        if isinstance(outcome, EitcError):
            self.refused.emit(outcome)
        else:
            self.composed.emit(outcome)
        self.rested.emit()

    @Slot()
    def _give_up(self) -> None:
        self._tell(EitcError(Phrase("Printing", "程序出现意外错误，没有排出")))


def _composed(request: PrintRequest, provision: Provision, mapping: Mapping, review: Review) -> Proven | EitcError:
    # fonts belong to the thread that made them: those of the preview are others
    fonts = PaperFonts()
    try:
        job = compose(request, provision, mapping, QtMeasurer(fonts), review=review)
    except EitcError as error:
        return error
    used = fonts_used(job.document.pages, fonts)
    return Proven(job, proof_lines(job.proof, used), used.lacking)
