"""Why a database cannot be used. Each message is one Chinese line that names a way out."""

from __future__ import annotations

from pathlib import Path

from eitc_desktop.errors import DatabaseError
from eitc_desktop.phrases import Phrase

_REBUILD = Phrase("Errors", "可用 eitc-desktop build-db 重新生成，或换用完好的副本")


class MissingDatabase(DatabaseError):
    """There is no file at this path."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "找不到数据库文件：{0}。请核对路径，或用 eitc-desktop build-db 生成"), path)


class FolderInsteadOfFile(DatabaseError):
    """The path leads to a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "这是文件夹，不是数据库文件：{0}。请指明其中的文件，例如 eitc.db"), path)


class NotADatabase(DatabaseError):
    """The file is something else: a text, a picture, an empty file."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "不是数据库文件：{0}。请选择本程序生成的数据库；{1}"), path, _REBUILD)


class NotReplaced(DatabaseError):
    """Where a database is to be written there is something else, another program's database included."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Errors", "已有同名文件且不是本程序的数据库，没有覆盖：{0}。请用 --out 另选文件名，或先移走该文件"),
            path,
        )


class ForeignDatabase(DatabaseError):
    """A sound SQLite database, but not one of this program's."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Errors", "这个数据库不是本程序生成的：{0}。请选择本程序生成的数据库；{1}"), path, _REBUILD
        )


class AlteredDatabase(DatabaseError):
    """One of this program's, which another program has put into write-ahead mode: reading it would make files."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "数据库的存储方式被其他软件改动过：{0}。{1}"), path, _REBUILD)


class TruncatedDatabase(DatabaseError):
    """The file ends before its contents do, as after a broken copy."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "数据库文件不完整（可能复制中断）：{0}。请重新复制；{1}"), path, _REBUILD)


class CorruptDatabase(DatabaseError):
    """The contents are damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "数据库文件已损坏：{0}。{1}"), path, _REBUILD)


class UnfinishedWrite(DatabaseError):
    """A write was broken off and its journal still lies beside the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "数据库上次写入中断，尚未恢复：{0}。{1}"), path, _REBUILD)


class LockedDatabase(DatabaseError):
    """Another process is writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "数据库正被另一个程序占用：{0}。请关闭占用它的程序后重试"), path)


class NewerDatabase(DatabaseError):
    """A later version of the program wrote it."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            Phrase(
                "Errors",
                "数据库由较新版本的程序生成（格式 {0}，本程序只认到 {1}）：{2}。"
                "请升级本程序，或用 eitc-desktop build-db 另行生成",
            ),
            found,
            known,
            path,
        )


class OlderDatabase(DatabaseError):
    """An earlier version of the program wrote it."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            Phrase(
                "Errors",
                "数据库由较旧版本的程序生成（格式 {0}，本程序需要 {1}）：{2}。请用 eitc-desktop build-db 重新生成",
            ),
            found,
            known,
            path,
        )


class EmptyLibrary(DatabaseError):
    """A database of ours without a single provision."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "数据库中没有任何三定规定：{0}。{1}"), path, _REBUILD)


class UnknownProvision(DatabaseError):
    """The library holds no provision of this number."""

    def __init__(self, path: Path, provision_id: int) -> None:
        super().__init__(
            Phrase("Errors", "数据库中没有编号为 {0} 的三定规定：{1}。请从列表中另选一份"), provision_id, path
        )


class AccessDenied(DatabaseError):
    """The operating system does not let this user read or write here."""

    def __init__(self, path: Path, *, writing: bool = False) -> None:
        to_write = Phrase("Errors", "没有权限写入：{0}。请用 --out 指定可写的位置，或请管理员授权")
        to_read = Phrase("Errors", "没有权限读取数据库：{0}。请复制到本人可读的文件夹，或请管理员授权")
        super().__init__(to_write if writing else to_read, path)


class NoCurrentFolder(DatabaseError):
    """A relative path, in a folder that is no longer there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Errors", "当前文件夹已不存在，无法确定文件位置：{0}。请换到其他文件夹，或给出完整路径"), path
        )


class InexpressibleName(DatabaseError):
    """The file system's encoding, that of a poor locale for instance, has no such characters."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Errors", "文件名含有系统编码无法表示的字符：{0}。请换用其他文件名，或在支持中文的系统环境中运行"),
            path,
        )


class DiskFull(DatabaseError):
    """No room left for the new database."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Errors", "磁盘空间不足，无法写入：{0}。请清理磁盘，或用 --out 指定其他位置"), path)


class UnusableDatabase(DatabaseError):
    """Anything else that keeps a file from being read; the system's or the engine's own words stand in brackets."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            Phrase("Errors", "数据库无法读取：{0}（{1}）。请检查磁盘与路径；{2}"),
            path,
            " ".join(reason.split()),
            _REBUILD,
        )


class NotWritten(DatabaseError):
    """Anything else that keeps a file from being written; the reason stands in brackets."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            Phrase("Errors", "数据库无法写入：{0}（{1}）。请检查磁盘与路径，或用 --out 指定其他位置"),
            path,
            " ".join(reason.split()),
        )
