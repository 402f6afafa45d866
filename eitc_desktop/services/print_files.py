"""Files that a paper is saved as: which format is meant, what they are called, and writing them whole."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.print_request import CannotPrint, FileFormat
from eitc_desktop.whole_file import reason_of, write_all

RESOLUTIONS = (72, 1200)
"""Dots per inch of a PNG picture, both included."""

RESOLUTION = 300
"""Dots per inch where none are asked for: what office printers print."""


class NotSaved(EitcError):
    """The files can't be written; none is there then, and none is half written."""

    def __init__(self, path: Path, reason: EitcError) -> None:
        super().__init__(Phrase("Printing", "没有保存 {1}（{0}）。请另选位置"), reason, path)


def format_of(path: Path) -> FileFormat:
    """Return the format that the end of a file's name stands for.

    Raises:
        CannotPrint: if it stands for none.
    """
    try:
        return FileFormat(path.suffix[1:].lower())
    except ValueError:
        known = " ".join(f".{form.value}" for form in FileFormat)
        raise CannotPrint(
            Phrase("Printing", "看不出 {0} 要存成什么格式。文件名应以其一结尾：{1}"), path, known
        ) from None


def write_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write *files* into folders that are there, each beside its place first; renamed when all are written.

    Raises:
        NotSaved: if the system refuses; what was there is as it was.
    """
    for path, _data in files:
        try:
            obstacle = _obstacle(path)
        except OSError as error:  # even to look may be refused: a folder of somebody else's, a name that is too long
            raise NotSaved(path, reason_of(error)) from error
        if obstacle is not None:
            raise NotSaved(path, reason_of(OSError(obstacle, "")))
    try:
        write_all(files)
    except OSError as error:
        reason = reason_of(error)
        if error.errno == errno.ENOENT:  # the folder is there, as was seen: some take no files (/proc)
            reason = EitcError(Phrase("Files", "这个文件夹里不能新建文件"))
        raise NotSaved(files[0][0], reason) from error


def _obstacle(path: Path) -> int | None:
    """Return the number of the error for which no file can be put at *path*, as far as can be seen."""
    if not path.parent.is_dir():
        return errno.ENOTDIR if path.parent.exists() else errno.ENOENT
    return errno.EISDIR if path.is_dir() else None
