"""What the window remembers from one session to the next: the one holder of the settings while it runs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eitc_desktop.services.input_method import Choice, Way
from eitc_desktop.settings import (
    EnteredValidity,
    Loaded,
    ProvisionMemory,
    Settings,
    SettingsFile,
    SettingsNotSaved,
    Trouble,
)

_REST_MS = 800  # what changes together is written together


class Preferences(QObject):
    """Holds the settings, tells who changed them, and writes them down a moment later.

    Without a file nothing is remembered: as in tests and for pictures.
    """

    changed = Signal(object)  # Settings
    not_saved = Signal(object)  # SettingsNotSaved: once, not at every attempt

    def __init__(
        self,
        loaded: Loaded,
        file: SettingsFile | None = None,
        input_method: Choice | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = loaded.settings
        self._trouble = loaded.trouble
        self._file = file
        self._input_method = input_method
        self._told = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.save)

    @property
    def current(self) -> Settings:
        """The settings in force."""
        return self._settings

    @property
    def trouble(self) -> Trouble | None:
        """What was wrong with the file when it was read."""
        return self._trouble

    @property
    def input_method(self) -> Choice:
        """How Chinese is typed, as it was settled when the program started."""
        return self._input_method or Choice({}, Way.SYSTEM)

    def take(self, settings: Settings) -> None:
        """Let *settings* be in force, and remember them."""
        if settings == self._settings and tuple(settings.provisions) == tuple(self._settings.provisions):
            return
        self._settings = settings
        self._rest.start()
        self.changed.emit(settings)

    def remember(self, digest: str, memory: ProvisionMemory) -> None:
        """Remember *memory* of the provision whose text has this SHA-256."""
        self.take(self._settings.with_provision(digest, memory))

    def enter_validity(self, digest: str, validity: EnteredValidity) -> None:
        """Remember what the user says of the validity of the provision whose text has this SHA-256."""
        self.remember(digest, replace(self._settings.of_provision(digest), validity=validity))
        self.save()

    @Slot()
    def look_again(self) -> None:
        """Take over what was entered in another window meanwhile."""
        news = {} if self._file is None else self._file.entered_elsewhere()
        settings = self._settings
        for digest, validity in news.items():
            settings = settings.with_provision(digest, replace(settings.of_provision(digest), validity=validity))
        self.take(settings)

    @Slot()
    def save(self) -> None:
        """Write down what is in force."""
        self._rest.stop()
        if self._file is None:
            return
        try:
            self._file.save(self._settings)
        except SettingsNotSaved as error:
            if not self._told:
                self._told = True
                self.not_saved.emit(error)
