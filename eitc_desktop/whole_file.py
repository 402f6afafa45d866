"""Writing a file so that it is whole at any moment, and saying in Chinese why the system refuses."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path*, whose folder is made if need be: beside it first, then renamed.

    Whoever reads meanwhile finds the old file or the new one; of two writers the last one stays.

    Raises:
        OSError: if the system refuses; nothing is left behind then, and the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_all([(path, data)])


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files, whose folders are there: all of them beside their places first, then renamed.

    Raises:
        OSError: if the system refuses; nothing is left behind then, and what can't be written beside replaces nothing.
    """
    beside = [path.with_name(f".{path.name}.{os.getpid()}.tmp") for path, _data in files]
    try:
        for temporary, (_path, data) in zip(beside, files, strict=True):
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for temporary, (path, _data) in zip(beside, files, strict=True):
            temporary.replace(path)
    except OSError:
        for temporary in beside:
            with suppress(OSError):
                temporary.unlink()
        raise


def reason_of(error: OSError) -> EitcError:
    """Return why the system refused, in words without a full stop."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return EitcError(Phrase("Files", "磁盘已满"))
        case errno.EACCES | errno.EPERM:
            return EitcError(Phrase("Files", "没有权限"))
        case errno.EROFS:
            return EitcError(Phrase("Files", "所在位置是只读的"))
        case errno.ENOENT:
            return EitcError(Phrase("Files", "文件夹不存在"))
        case errno.ENOTDIR | errno.EEXIST:
            return EitcError(Phrase("Files", "路径中的一级是文件，不是文件夹"))
        case errno.EISDIR:
            return EitcError(Phrase("Files", "同名的是一个文件夹"))
        case errno.ENAMETOOLONG:
            return EitcError(Phrase("Files", "文件名过长"))
        case _:
            return EitcError(Phrase("Files", "系统错误代码 {0}"), error.errno)
