"""The settings' file: written beside and renamed, set aside where it is damaged, shared by several windows."""

from __future__ import annotations

import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase
from eitc_desktop.settings.form import Damaged, Reading, bytes_of, object_in
from eitc_desktop.settings.values import EnteredValidity, PrintChoices, ProvisionMemory, Settings
from eitc_desktop.whole_file import reason_of, write_whole

_MAX_BYTES = 1024 * 1024
_MAX_SET_ASIDE = 5
_LONG_AGO = 3600  # seconds: nobody is writing that draft any more


class SettingsNotSaved(EitcError):
    """The settings can't be written; the program goes on and remembers nothing."""

    def __init__(self, path: Path, reason: EitcError) -> None:
        super().__init__(
            Phrase("Settings", "设置没有保存（{0}）：{1}。程序可以照常使用，但关闭后不会记住这次的设置"), reason, path
        )
        self.reason = reason


class TroubleKind(StrEnum):
    """What was wrong: the whole file, single values, or that it can't be read; or that beginning afresh failed."""

    DAMAGED = "damaged"
    VALUES = "values"
    UNREADABLE = "unreadable"
    NOT_RESET = "not_reset"


class Trouble(NamedTuple):
    """What to tell the user about the file at ``path``; ``error`` is it in one line.

    ``set_aside`` is where the damaged file is now (for single values: a copy of the file as it was), None if it
    could not be put there. ``ignored`` names the values by their keys, parts joined by a dot.
    """

    kind: TroubleKind
    path: Path
    reason: EitcError | None = None
    set_aside: Path | None = None
    ignored: tuple[str, ...] = ()

    @property
    def error(self) -> EitcError:
        """The trouble in words, which a window says in its own language."""
        if self.kind is TroubleKind.VALUES:
            kept = self.set_aside or self.path
            return EitcError(Phrase("Settings", "有些设置无法识别，已改用默认值。原来的设置文件：{0}"), kept)
        if self.kind is TroubleKind.NOT_RESET:
            words = Phrase("Settings", "没有恢复默认设置（{0}）：{1}。本次按默认设置打开，下次仍用原来的设置")
            return EitcError(words, self.reason, self.path)
        if self.set_aside is not None:
            words = Phrase("Settings", "设置文件已损坏（{0}），已改用默认设置。原来的文件移到了 {1}")
            return EitcError(words, self.reason, self.set_aside)
        words = Phrase("Settings", "设置文件无法读取（{0}）：{1}。本次按默认设置打开，不改动该文件")
        return EitcError(words, self.reason, self.path)


class Loaded(NamedTuple):
    """Settings to go by, and what to tell; None if all is well."""

    settings: Settings
    trouble: Trouble | None = None


class SettingsFile:
    """The settings' file at *path*. Several windows may use it at once: what was entered in each is kept.

    Of looks and layout the one that saves last leaves its own.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: Mapping[str, ProvisionMemory] = {}  # as this window last read or gave them
        self._stamp: tuple[int, int] | None = None  # of the file, when this window last read or wrote it
        self._untouchable: EitcError | None = None  # why the file may not be replaced
        self._swept = False  # of what programs that were killed left beside the file

    def load(self) -> Loaded:
        """Return what the file holds; without one, the defaults."""
        self._untouchable = None
        try:
            data = _bytes_at(self.path)
            loaded = Loaded(Settings()) if data is None else self._understood(data)
        except Damaged as damage:
            loaded = self._without_file(TroubleKind.DAMAGED, damage)
        except OSError as error:
            loaded = self._without_file(TroubleKind.UNREADABLE, reason_of(error))
        self._known = loaded.settings.provisions
        self._stamp = _stamp_of(self.path)
        return loaded

    def save(self, settings: Settings) -> None:
        """Write *settings*; what another window has entered meanwhile is kept.

        Raises:
            SettingsNotSaved: if that can't be done; the old file is as it was.
        """
        if self._untouchable is not None:
            raise SettingsNotSaved(self.path, self._untouchable)
        merged = replace(settings, provisions=self._joined(settings.provisions))
        data = bytes_of(merged)
        if len(data) > _MAX_BYTES:
            raise SettingsNotSaved(self.path, EitcError(Phrase("Settings", "内容过多")))
        try:
            write_whole(self.path, data)
        except OSError as error:
            raise SettingsNotSaved(self.path, reason_of(error)) from error
        self._sweep()
        self._known = settings.provisions
        if merged.provisions == settings.provisions:  # else somebody else's is in it, for entered_elsewhere to find
            self._stamp = _stamp_of(self.path)

    def entered_elsewhere(self) -> Mapping[str, EnteredValidity | None]:
        """Return the validities that another window has entered since this one looked, by the text's SHA-256."""
        stamp = _stamp_of(self.path)
        if stamp == self._stamp:
            return {}
        self._stamp = stamp
        theirs = _provisions_at(self.path)
        nothing = ProvisionMemory()
        news = {key: each for key, each in theirs.items() if each.validity != self._known.get(key, nothing).validity}
        self._known = {**self._known, **news}
        return {key: each.validity for key, each in news.items()}

    def set_aside(self, why: str, *, leave_original: bool = False) -> Path:
        """Put the file at the next free ``settings.why-N.json`` and return that; the last five of a kind are kept.

        Raises:
            OSError: if the system refuses.
        """
        older = sorted(self.path.parent.glob(f"{self.path.stem}.{why}-*{self.path.suffix}"), key=_number)
        target = self.path.with_name(f"{self.path.stem}.{why}-{_number(older[-1]) + 1 if older else 1}.json")
        if leave_original:
            write_whole(target, self.path.read_bytes())
        else:
            self.path.rename(target)
        for path in older[: -(_MAX_SET_ASIDE - 1)]:
            with suppress(OSError):  # a folder stays
                path.unlink()
        return target

    def _sweep(self) -> None:
        if self._swept:
            return
        self._swept = True
        with suppress(OSError):
            for draft in self.path.parent.glob(f".{self.path.name}.*.tmp"):
                if time.time() - draft.stat().st_mtime > _LONG_AGO:
                    draft.unlink()

    def _understood(self, data: bytes) -> Loaded:
        reading = Reading()
        settings = reading.settings(object_in(data))
        if not reading.ignored:
            return Loaded(settings)
        copy = None
        with suppress(OSError):
            copy = self.set_aside("damaged", leave_original=True)
        return Loaded(settings, Trouble(TroubleKind.VALUES, self.path, set_aside=copy, ignored=tuple(reading.ignored)))

    def _without_file(self, kind: TroubleKind, reason: EitcError) -> Loaded:
        moved = None
        try:
            moved = self.set_aside("damaged")
        except OSError:  # what can't be read may hold what the user entered: it is not to be replaced
            self._untouchable = EitcError(Phrase("Settings", "原来的设置文件无法读取，也无法移开"))
        return Loaded(Settings(), Trouble(kind, self.path, reason, moved))

    def _joined(self, ours: Mapping[str, ProvisionMemory]) -> Mapping[str, ProvisionMemory]:
        theirs = _provisions_at(self.path)
        joined = {digest: memory for digest, memory in theirs.items() if digest not in self._known} | dict(ours)
        for digest, memory in ours.items():
            before, now = self._known.get(digest), theirs.get(digest)
            if now is not None and memory.validity == (before.validity if before is not None else None):
                joined[digest] = replace(memory, validity=now.validity)
        return joined


def entered_validity(path: Path, digest: str) -> EnteredValidity | None:
    """Return what the user entered of the provision whose text has this SHA-256, None for nothing.

    Unlike :class:`SettingsFile` this only looks: a damaged file stays where it is, and nothing is known then.
    """
    return _provisions_at(path).get(digest, ProvisionMemory()).validity


def remembered_database(path: Path) -> str | None:
    """Return the library that the settings at *path* remember, None for none; this only looks, too."""
    with suppress(OSError, Damaged):
        data = _bytes_at(path)
        if data is not None:
            return Reading().settings(object_in(data)).database
    return None


def _provisions_at(path: Path) -> Mapping[str, ProvisionMemory]:
    with suppress(OSError, Damaged):
        data = _bytes_at(path)
        if data is not None:
            return Reading().settings(object_in(data)).provisions
    return {}


def begin_afresh(file: SettingsFile) -> Loaded:
    """Forget looks, layout and places; a copy of the file stays as ``settings.before-reset-N.json``.

    What the user entered is theirs, not a setting: it stays, as does what a newer version
    remembers of provisions.
    """
    loaded = file.load()
    entered = {
        digest: ProvisionMemory(validity=memory.validity)
        for digest, memory in loaded.settings.provisions.items()
        if memory.validity is not None
    }
    beyond = {key: value for key, value in loaded.settings.beyond.items() if key == "provisions"}
    printing = PrintChoices(maker=loaded.settings.printing.maker)
    fresh = Settings(printing=printing, reviewer=loaded.settings.reviewer, provisions=entered, beyond=beyond)
    try:
        if file.path.exists():
            file.set_aside("before-reset", leave_original=True)
        file.save(fresh)
    except OSError as error:
        return Loaded(fresh, Trouble(TroubleKind.NOT_RESET, file.path, reason_of(error)))
    except SettingsNotSaved as error:
        return Loaded(fresh, Trouble(TroubleKind.NOT_RESET, file.path, error.reason))
    return Loaded(fresh, loaded.trouble)


def _stamp_of(path: Path) -> tuple[int, int] | None:
    """Return what changes with each writing: when it was, and the number of the file, which is a new one each time."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_ino


def _bytes_at(path: Path) -> bytes | None:
    """Return what the file holds, None if there is none."""
    try:
        kind = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if stat.S_ISDIR(kind):
        raise Damaged(Phrase("Settings", "同名的是一个文件夹"))
    if not stat.S_ISREG(kind):  # to read a pipe would wait for ever
        raise Damaged(Phrase("Settings", "不是普通文件"))
    with path.open("rb") as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise Damaged(Phrase("Settings", "文件过大"))
    return data


def _number(path: Path) -> int:
    digits = path.stem.rpartition("-")[2]
    return int(digits) if digits.isascii() and digits.isdecimal() else 0
