"""Reading a source text from a file or from standard input, up to the largest size a provision may have."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from eitc_desktop.errors import UnreadableText
from eitc_desktop.phrases import Phrase
from eitc_desktop.reading.decoding import MAX_BYTES

_FOLDER = Phrase("Errors", "这是文件夹，不是文件：{0}。请指明其中的文本文件")
_UNREADABLE = Phrase("Errors", "无法读取文件：{0}（{1}）。请核对路径，或换一份副本")
_TOO_LARGE = Phrase("Errors", "文件超过 {0} MiB，不像是三定规定，未读取。请另选文件")


def read_file(path: Path) -> bytes:
    """Return the bytes of the file at *path*.

    Raises:
        UnreadableText: if it is not there, is a folder, may not be read, or is larger than ``MAX_BYTES``.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableText(Phrase("Errors", "找不到文件：{0}。请核对路径"), path) from error
    except IsADirectoryError as error:
        raise UnreadableText(_FOLDER, path) from error
    except PermissionError as error:
        # Windows reports a folder this way too.
        if path.is_dir():
            raise UnreadableText(_FOLDER, path) from error
        raise UnreadableText(Phrase("Errors", "没有权限读取文件：{0}。请换一份本人可读的副本"), path) from error
    except OSError as error:
        raise UnreadableText(_UNREADABLE, path, error.strerror or error) from error


def read_stream(stream: BinaryIO) -> bytes:
    """Return all bytes of *stream*, which is not read past the limit.

    Raises:
        UnreadableText: if there are more than ``MAX_BYTES``.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableText(_TOO_LARGE, MAX_BYTES // 1024 // 1024)
    return data
