"""What was typed into a scenario until it is on disk: nothing of it is lost where saving fails."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.allocation.strip import CellStrip
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.review import Allotment
from eitc_desktop.reviewing.allocation import row_words
from eitc_desktop.services.reviews.session import Change


class Keeping(QObject):
    """Saves through the desk, asking first who reviews; what isn't saved yet is held in the strip."""

    kept = Signal()

    def __init__(self, strip: CellStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._desk: ReviewDesk | None = None
        self._waiting: dict[str, Change] = {}  # by entry: what is typed later counts
        self._words = ""
        strip.retry_wanted.connect(self.try_again)
        strip.copy_wanted.connect(self._copy)

    @property
    def waiting(self) -> bool:
        """Whether something typed isn't on disk."""
        return bool(self._waiting)

    def set_desk(self, desk: ReviewDesk) -> None:
        """Save through *desk* from now on."""
        self._desk = desk

    def keep(self, changes: Sequence[Change], words: str) -> None:
        """Save *changes* as one step called *words*."""
        self._words = words if not self._waiting else self.tr("填写若干格")
        self._waiting |= {change.entry: change for change in changes}
        self.try_again()

    @Slot()
    def try_again(self) -> None:
        """Save what waits; it goes on waiting where that fails."""
        if self._desk is None or not self._waiting:
            return
        if self._desk.reviewer is None:
            self._strip.hold_unsaved(self.tr("还不知道审阅人是谁，尚未保存：{0}").format(self._words))
            self._desk.with_reviewer(self._save)
        else:
            self._save()

    def let_go(self) -> None:
        """Forget what waits."""
        self._waiting = {}

    @Slot()
    def _save(self) -> None:
        if self._desk is None or not self._waiting:
            return
        error: EitcError | None = self._desk.save(tuple(self._waiting.values()), self._words)
        if error is None:
            self._waiting = {}
            self._strip.release()
            self.kept.emit()
        else:
            self._strip.hold_unsaved(self.tr("没有保存 {0}：{1}").format(self._words, sentence_of(error)))

    @Slot()
    def _copy(self) -> None:
        """Copy what waits, a number in a line."""
        lines = [
            "\t".join((row_words(one.row), one.column.label, "" if one.count is None else str(one.count)))
            for one in (change.content for change in self._waiting.values())
            if isinstance(one, Allotment)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
