"""What can be said of a database file before SQLite opens it.

SQLite itself would open an empty file as an empty database, make ``-wal`` and ``-shm`` files beside a
file in WAL mode even when reading, and notice a missing tail only when it first needs a page of it.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath
from urllib.parse import quote

from eitc_desktop.store import errors
from eitc_desktop.store.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_OUR_SUFFIX = ".db"  # a damaged database of this name may be built anew
_HEADER_BYTES = 100  # https://sqlite.org/fileformat2.html#the_database_header


def absolute(path: str | os.PathLike[str]) -> Path:
    """Return *path* from the root on.

    Raises:
        DatabaseError: if it is relative to a folder that has been removed, or the system can't express it.
    """
    try:
        os.fsencode(path)
        return Path(path).absolute()
    except FileNotFoundError as error:
        raise errors.NoCurrentFolder(Path(path)) from error
    except UnicodeEncodeError as error:
        raise errors.InexpressibleName(Path(path)) from error


def uri_of(path: PurePath) -> str:
    """Return a read-only SQLite URI of the absolute *path*.

    A Windows share keeps its two slashes behind the empty host (``file:////server/share``): ``as_uri`` would
    make the server the host, and SQLite takes none in a URI.
    """
    place = path.as_posix()
    slash = "" if place.startswith("/") else "/"  # before a drive letter
    return f"file://{slash}{quote(os.fsencode(place), safe='/:')}?mode=ro"


def require_readable_file(path: Path) -> None:
    """Refuse what cannot be a library of ours.

    Raises:
        DatabaseError: if there is no file, no permission, or the file is cut off or something else.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise errors.FolderInsteadOfFile(path)
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for
            raise errors.NotADatabase(path)
        header = _header(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise errors.MissingDatabase(path) from error
    except PermissionError as error:
        raise errors.AccessDenied(path) from error
    except OSError as error:
        raise errors.UnusableDatabase(path, error.strerror or str(error)) from error
    _require_whole(path, header, status.st_size)


def require_replaceable(path: Path) -> None:
    """Refuse to write a library over a file that is something else: a slip of the hand must not cost a document.

    Raises:
        DatabaseError: if there is a folder, a device, another program's database, or a file that is none.
        OSError: if the system doesn't let it be looked at.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise errors.FolderInsteadOfFile(path)
    if not stat.S_ISREG(mode) or not _may_go(path):
        raise errors.NotReplaced(path)


def _may_go(path: Path) -> bool:
    header = _header(path)
    if header.startswith(_MAGIC) and len(header) == _HEADER_BYTES:
        return _is_ours(header)
    return not header or path.suffix.lower() == _OUR_SUFFIX


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _is_ours(header: bytes) -> bool:
    return header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _require_whole(path: Path, header: bytes, size: int) -> None:
    if not header or not header.startswith(_MAGIC[: len(header)]):
        raise errors.NotADatabase(path)
    if len(header) < _HEADER_BYTES:
        raise errors.TruncatedDatabase(path)
    if not _is_ours(header):
        raise errors.ForeignDatabase(path)
    if header[18:20] != b"\x01\x01":  # not a rollback-journal file any more
        raise errors.AlteredDatabase(path)
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    if size < pages * page_size:
        raise errors.TruncatedDatabase(path)
