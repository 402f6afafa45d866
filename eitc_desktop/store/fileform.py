"""What can be said of a database file before SQLite opens it.

SQLite itself would open an empty file as an empty database, make ``-wal`` and ``-shm`` files beside a
file in WAL mode even when reading, and notice a missing tail only when it first needs a page of it.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from eitc_desktop.store import errors

_MAGIC = b"SQLite format 3\0"
_OUR_SUFFIX = ".db"  # a damaged database of this name may be built anew
_HEADER_BYTES = 100  # https://sqlite.org/fileformat2.html#the_database_header


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
        if path.is_dir():
            raise errors.FolderInsteadOfFile(path)
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise errors.MissingDatabase(path) from error
    except PermissionError as error:
        raise errors.AccessDenied(path) from error
    except OSError as error:
        raise errors.UnusableDatabase(path, error.strerror or str(error)) from error
    _require_whole(path, header, size)


def require_replaceable(path: Path) -> None:
    """Refuse to write a library over a file that is something else: a slip of the hand must not cost a document.

    Raises:
        DatabaseError: if there is a file with contents that no database begins with.
    """
    if not path.exists():
        return
    with path.open("rb") as file:
        header = file.read(len(_MAGIC))
    if header and not _MAGIC.startswith(header) and path.suffix.lower() != _OUR_SUFFIX:
        raise errors.NotReplaced(path)


def _require_whole(path: Path, header: bytes, size: int) -> None:
    if not header or not header.startswith(_MAGIC[: len(header)]):
        raise errors.NotADatabase(path)
    if len(header) < _HEADER_BYTES:
        raise errors.TruncatedDatabase(path)
    if header[18:20] != b"\x01\x01":  # not a rollback-journal file, so not written by us
        raise errors.ForeignDatabase(path)
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    if size < pages * page_size:
        raise errors.TruncatedDatabase(path)
