"""Why a review can't be read or kept. Each message is one Chinese line that names a way out.

The same error is met when a file is opened, written and copied: no message says more than is true of all three.
"""

from __future__ import annotations

from pathlib import Path

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase

_RESTORE = Phrase("Review", "请用“审阅→从备份恢复”换用完好的备份")


class ReviewError(EitcError):
    """Base: a review file that can't be used as asked. ``path`` is the file."""

    def __init__(self, words: Phrase, path: Path, *values: object) -> None:
        super().__init__(words, path, *values)
        self.path = path


class MissingReview(ReviewError):
    """There is no file at this path."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "找不到审阅文件：{0}。请核对路径，或从备份恢复"), path)


class ReviewVanished(ReviewError):
    """The file that was open has been removed, moved or replaced: what is written now would be found nowhere."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase(
                "Review",
                "审阅文件已被移走、删除或替换：{0}。此后录入的内容无法保存，请先复制；"
                "再用“另存审阅”留存已有条目，然后重新打开本程序",
            ),
            path,
        )


class ReviewDiskFull(ReviewError):
    """No room left where the file is."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "磁盘空间不足，无法写入：{0}。请清理磁盘后重试，或另存到其他磁盘"), path)


class ReviewReadOnly(ReviewError):
    """The file may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "审阅文件是只读的：{0}。请取消文件的只读属性，或联系管理员授权后重试"), path)


class ReviewFolderReadOnly(ReviewError):
    """Nothing may be written in the folder of the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Review", "审阅文件所在的文件夹不可写：{0}。请换到可写的文件夹，或联系管理员授权后重试"), path
        )


class ReviewUnreadable(ReviewError):
    """The operating system doesn't let this user read the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "没有权限读取审阅文件：{0}。请联系管理员授权后重试"), path)


class ReviewLocked(ReviewError):
    """Somebody else is writing, or keeps the file from being replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Review", "审阅文件正被另一个窗口或程序占用：{0}。请稍候重试，或先关闭占用它的程序"), path
        )


class NewerReview(ReviewError):
    """A later version of the program wrote it."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            Phrase(
                "Review", "审阅文件由较新版本的程序写成（格式 {1}，本程序只认到 {2}）：{0}。原文件未改动，请升级本程序"
            ),
            path,
            found,
            known,
        )


class DamagedReview(ReviewError):
    """The contents are damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "审阅文件已损坏：{0}。损坏的文件留在原处；{1}"), path, _RESTORE)


class AlteredReview(ReviewError):
    """A revision isn't what its id was made from: a word of it was changed by something else than this program."""

    def __init__(self, path: Path, sequence: int) -> None:
        super().__init__(
            Phrase("Review", "审阅文件中有条目的内容与编号不符，可能被改动过（第 {1} 条）：{0}。{2}"),
            path,
            sequence,
            _RESTORE,
        )
        self.sequence = sequence


class NotAReview(ReviewError):
    """The file is something else, or its very beginning is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Review", "不是审阅文件，或文件头已损坏：{0}。文件未改动；请核对路径，或从备份恢复"), path
        )


class ForeignReview(ReviewError):
    """A sound SQLite database, but not a review."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Phrase("Review", "这是其他用途的数据库，不是审阅文件：{0}。文件未改动；请核对路径，或移走后重试"), path
        )


class FolderInsteadOfReview(ReviewError):
    """The path leads to a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "这是文件夹，不是审阅文件：{0}。请另选文件名"), path)


class NotReplaced(ReviewError):
    """Where a copy is to be put there is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "已有同名文件且不是审阅文件，没有覆盖：{0}。请另选文件名"), path)


class CopyOfItself(ReviewError):
    """A copy is to be put where the review itself is."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "这就是正在使用的审阅文件，不必另存：{0}。请另选文件名"), path)


class CopyFailed(ReviewError):
    """What was read back of a copy isn't what was written; the copy was thrown away."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "写出的副本读回时不一致，没有保存：{0}。请检查磁盘，或另选位置"), path)


class UnusableBackup(ReviewError):
    """A backup that isn't whole: nothing was restored from it."""

    def __init__(self, path: Path) -> None:
        super().__init__(Phrase("Review", "这份备份不完整或不可用，没有恢复：{0}。请另选一份备份"), path)


class UnusableReview(ReviewError):
    """Anything else that keeps the file from being read or written; the reason stands in brackets."""

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(Phrase("Review", "审阅文件无法读写：{0}（{1}）。请检查磁盘与路径后重试"), path, reason)
