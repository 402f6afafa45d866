"""Writing a file so that it is whole at any moment, and saying in Chinese why the system refuses."""

from __future__ import annotations

import errno
import os
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
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
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
