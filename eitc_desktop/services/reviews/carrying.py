"""Carrying a review from computer to computer: packages and whole review files, written whole and read with care."""

from __future__ import annotations

import hashlib
import shutil
import stat
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from eitc_desktop import __version__
from eitc_desktop.errors import EitcError
from eitc_desktop.model.review import Person, Revision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.annotation_lines import LineReader
from eitc_desktop.reviewing.cleaning import clean_line
from eitc_desktop.reviewing.merging import merged
from eitc_desktop.reviewing.package import ProvisionNote, names_in, package_of, read_package
from eitc_desktop.reviewing.package_zip import MAX_FILE
from eitc_desktop.services.reviews.choosing import EVERYTHING, Chosen, Part, chosen_of
from eitc_desktop.store import ProvisionSummary
from eitc_desktop.store.reviews import Delivery, Intake, ReviewFile
from eitc_desktop.whole_file import reason_of, write_whole

PACKAGE = ".eitcreview"
"""How the name of a package ends."""

WHOLE_FILE = ".review.db"
"""How the name of a whole review file ends that was saved elsewhere (另存审阅)."""

_SQLITE = b"SQLite format 3\x00"
_NEVER_IN_NAMES = frozenset('<>:"/\\|?*')
_LARGEST_REVIEW = 1 << 30  # bytes of a whole review file
_LONGEST_PART = 36  # bytes of an office or a name: systems take 255 in all, and a draft is called something longer


_NO_FILE = Phrase("Carrying", "{0} 不是普通文件，未读取")
_TOO_LARGE = Phrase("Carrying", "{0} 超过 {1} MiB，不像是审阅包，未读取")


class CannotCarry(EitcError):
    """A review can't be read from a file, or written into one; the review itself is as it was."""


@dataclass(frozen=True)
class Source:
    """What was read from one file: every revision in it, each of which is sound.

    ``provisions`` is what the file calls the provisions that they were made on, as far as it knows; ``intakes`` are the
    packages that were taken into a whole review file.
    """

    path: Path
    revisions: tuple[Revision, ...]
    provisions: tuple[ProvisionNote, ...] = ()
    intakes: tuple[Intake, ...] = ()

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of what is in it: the same entries in another file have the same."""
        return hashlib.sha256("\n".join(sorted(revision.id for revision in self.revisions)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why."""

    path: Path
    error: EitcError


def export(
    revisions: Iterable[Revision], path: Path, provisions: Sequence[ProvisionNote], part: Part = EVERYTHING
) -> Chosen:
    """Write the entries of *part* into a package at *path*, whole or not at all, and return them.

    *provisions* are what the texts are called that they were made on (:func:`notes_of`).

    Raises:
        EitcError: if there is nothing to hand on, or the system refuses; what was at *path* is as it was.
    """
    chosen = chosen_of(revisions, part)
    if not chosen.entries:
        raise CannotCarry(Phrase("Carrying", "没有可导出的条目"))
    write_package(chosen.revisions, provisions, path)
    return chosen


def write_package(revisions: Iterable[Revision], provisions: Sequence[ProvisionNote], path: Path) -> None:
    """Write *revisions* into a package at *path*; the same ones give the same bytes, in whatever order they come.

    Raises:
        EitcError: if it would be too large, or the system refuses; what was at *path* is as it was.
    """
    data = package_of(revisions, provisions, __version__)
    try:
        if path.is_file() and _is_review(path):
            raise CannotCarry(Phrase("Carrying", "{0} 是审阅文件，不能用审阅包覆盖。请另选文件名"), path)
        write_whole(path, data)
    except OSError as error:
        raise CannotCarry(Phrase("Carrying", "没有导出到 {0}（{1}）。请另选位置"), path, reason_of(error)) from error


def notes_of(summaries: Iterable[ProvisionSummary]) -> tuple[ProvisionNote, ...]:
    """Return what the provisions of a library are called."""
    return tuple(ProvisionNote(each.sha256, each.body, each.title or "") for each in summaries)


def read_source(path: Path, reader: LineReader | None = None) -> Source:
    """Return what a package, or a whole review file, holds; nothing is written anywhere.

    A *reader* that is used for several packages reads them more quickly.

    Raises:
        EitcError: if it can't be read, or isn't what it ought to be; the message says why.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            what = Phrase("Carrying", "{0} 是文件夹，不是文件") if path.is_dir() else _NO_FILE
            raise CannotCarry(what, path.name)
        with path.open("rb") as file:
            start = file.read(len(_SQLITE))
            if start == _SQLITE:
                return _whole_review(path)
            data = start + file.read(MAX_FILE + 1 - len(start))
    except FileNotFoundError as error:
        raise CannotCarry(Phrase("Carrying", "找不到文件：{0}。请核对路径"), path) from error
    except OSError as error:
        raise CannotCarry(Phrase("Carrying", "不能读取 {0}（{1}）"), path.name, reason_of(error)) from error
    if len(data) > MAX_FILE:
        raise CannotCarry(_TOO_LARGE, path.name, MAX_FILE >> 20)
    package = read_package(data, reader)
    return Source(path, package.revisions, package.provisions)


def own_source(review: Path) -> Source:
    """Return what the user's own review file at *review* holds.

    Raises:
        EitcError: if there is none, or it can't be used.
    """
    if not review.exists():
        raise CannotCarry(f"还没有审阅：{review} 不存在。请先在窗口中录入，或用 --review 指明审阅文件")
    with ReviewFile.open(review) as file:
        return _held(file, review)


def review_at(path: Path) -> Source:
    """Return what the review file at *path* holds, which is only read.

    Raises:
        EitcError: if it can't be read, or is no review file.
    """
    if path.is_file() and not _is_review(path):
        raise CannotCarry(Phrase("Carrying", "{0} 不是审阅文件，不能并入其中"), path)
    return read_source(path)


def read_or_refuse(path: Path, reader: LineReader, own: Path | None = None) -> Source | Refused:
    """Return what :func:`read_source` does, or why it can't.

    *own* is the review file that this process has open. It isn't touched: opened past the engine and closed again,
    it would lose its locks.
    """
    if own is not None and own.exists() and path.exists() and path.samefile(own):
        return Refused(path, CannotCarry(Phrase("Carrying", "{0} 就是本机正在使用的审阅，不必导入"), path.name))
    try:
        return read_source(path, reader)
    except EitcError as error:
        return Refused(path, error)


def united(sources: Iterable[Source]) -> tuple[Revision, ...]:
    """Return every revision of *sources* once, in an order that doesn't depend on theirs."""
    return merged(*(source.revisions for source in sources))


def names_of(sources: Iterable[Source]) -> tuple[ProvisionNote, ...]:
    """Return what *sources* call provisions: where they differ, always the same of them."""
    return names_in(note for source in sources for note in source.provisions)


def take_in(
    review: Path, revisions: Sequence[Revision], deliveries: Sequence[Delivery], notes: Sequence[ProvisionNote]
) -> int:
    """Write *revisions* down in the review file at *review*, beside whoever has it open; return how many were new.

    They came in the packages *deliveries*, which are noted, and so is what these call provisions. All of it is there
    then, or nothing.

    Raises:
        EitcError: if they can't be written.
    """
    with ReviewFile.open(review) as file:
        return file.take_in(revisions, deliveries, notes)


def package_name(person: Person | None, day: date) -> str:
    """Return what a package is called by default: 审阅-单位-姓名-日期.eitcreview."""
    return _name(person, day) + PACKAGE


def copy_name(person: Person | None, day: date) -> str:
    """Return what a whole review file saved elsewhere is called by default."""
    return _name(person, day) + WHOLE_FILE


def _is_review(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _held(file: ReviewFile, path: Path) -> Source:
    return Source(path, file.revisions(), file.provisions(), file.intakes())


def _whole_review(path: Path) -> Source:
    """Read a whole review file from a copy of it: opening one may bring it to a newer form."""
    if path.stat().st_size > _LARGEST_REVIEW:
        raise CannotCarry(_TOO_LARGE, path.name, _LARGEST_REVIEW >> 20)
    with tempfile.TemporaryDirectory(prefix="eitc-review-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        log = path.with_name(path.name + "-wal")
        if log.is_file():  # somebody has it open
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
        try:
            with ReviewFile.open(copy) as file:
                return _held(file, path)
        except EitcError as error:
            if error.phrase is None or not error.values:
                raise
            raise CannotCarry(error.phrase, path, *error.values[1:]) from error  # the copy's path says nothing


def _name(person: Person | None, day: date) -> str:
    named = () if person is None else (person.office, person.name)
    parts = ("审阅", *(part for words in named if (part := _storable(words))), f"{day:%Y%m%d}")
    return "-".join(parts)


def _storable(words: str) -> str:
    """Return *words* without what a file's name can't hold on some system, and not too long for any."""
    kept = "".join(char for char in clean_line(words) if char.isprintable() and char not in _NEVER_IN_NAMES)
    return kept.encode()[:_LONGEST_PART].decode(errors="ignore").strip(" .")
