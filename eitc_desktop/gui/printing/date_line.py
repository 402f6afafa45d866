"""A line for 制表日期: a day in any common notation becomes one as papers have it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from eitc_desktop.services.dates import NoDate, date_of_paper


class DateLine(QLineEdit):
    """Half a date is no mistake while it is being typed: what is none is told of when the line is left."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._tell)
        self.editingFinished.connect(self._settle)

    @property
    def day(self) -> str:
        """The date as papers have it, or nothing.

        Raises:
            NoDate: if what stands there is none.
        """
        return date_of_paper(self.text(), date.today())  # noqa: DTZ011  the day that the user's calendar shows

    @Slot()
    def _tell(self) -> None:
        try:
            _ = self.day
        except NoDate:
            return
        self.changed.emit()

    @Slot()
    def _settle(self) -> None:
        try:
            self.setText(self.day)
        except NoDate:
            self.changed.emit()
