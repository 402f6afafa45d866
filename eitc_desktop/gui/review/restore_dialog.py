"""从备份恢复: backups are listed with what is in them; what becomes of the present file is said before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.entry_rows import sentences
from eitc_desktop.gui.review.rows import Column, Row, RowsView, Tone
from eitc_desktop.gui.review.said_lines import FailureLine, PlainLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import said, sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.services.reviews.safekeeping import REASONS, backups_of
from eitc_desktop.store.reviews import Backup

_SIZE = QSize(46, 26)  # in characters
_CONFIRM = QSize(36, 0)


class RestoreDialog(FittedDialog):
    """Lists the backups of the review at *path*, which holds *entries* now (None: it can't be read).

    ``restore_requested`` asks for one; whoever answers calls :meth:`fail` or :meth:`accept`.
    """

    restore_requested = Signal(object)  # Backup

    def __init__(self, tokens: Tokens, path: Path, entries: int | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("从备份恢复"), _SIZE, parent)
        self._tokens = tokens
        self._entries = entries
        if entries is None:
            now = self.tr("现在的审阅文件：{0}，读不出来。").format(path)
        else:
            now = self.tr("现在的审阅文件：{0}，有 {1} 条（包括分配数、征求意见单位等）。").format(path, entries)
        self.now = PlainLine(tokens, now, self)
        self.view = RowsView(
            tokens,
            self.tr("备份"),
            (
                Column(self.tr("备份时间"), 9),
                Column(self.tr("原因"), 8, stretch=True),
                Column(self.tr("条目"), 3, right=True),
                Column(self.tr("核验"), 8),
            ),
            self,
            many=False,
        )
        self.state = PlainLine(tokens, self.tr("正在核验备份…"), self, muted=True)
        self.failure = FailureLine(tokens, self)
        self.buttons = QDialogButtonBox(self)
        self.restore_button = self.buttons.addButton(self.tr("恢复(&R)…"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        for widget, stretch in ((self.now, 0), (self.view, 1), (self.state, 0), (self.failure, 0)):
            body.addWidget(widget, stretch)
        self.fill(body, self.buttons, (self.view,))
        self.restore_button.setEnabled(False)
        self.restore_button.setDefault(True)
        self.restore_button.clicked.connect(self.confirm)
        self.view.chosen_changed.connect(self._judge)
        self.view.doubleClicked.connect(self.confirm)
        cancel.clicked.connect(self.reject)
        self.view.setFocus()
        self._work = Work(partial(_found, path), self)
        self._work.done.connect(self._list)
        self._work.start()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen."""
        found = self.view.chosen
        return found[0] if found and isinstance(found[0], Backup) else None

    @Slot()
    def confirm(self) -> None:
        """Say what will become of the present file, and ask."""
        backup = self.chosen
        if backup is None or not backup.ok:
            return
        asked = ConfirmDialog(self._tokens, backup, self._entries, self)
        asked.accepted.connect(partial(self._request, backup))
        asked.open()

    def fail(self, error: EitcError) -> None:
        """Say why nothing was restored."""
        self.failure.say(sentence_of(error))
        self.setEnabled(True)

    def _request(self, backup: Backup) -> None:
        self.failure.say("")
        self.setEnabled(False)
        self.restore_requested.emit(backup)

    @Slot(object)
    def _list(self, found: Sequence[Backup] | EitcError) -> None:
        if isinstance(found, EitcError):
            self.state.say("")
            self.failure.say(sentence_of(found))
            return
        self.view.show_rows([self._row(backup) for backup in found])
        self.state.say(
            self.tr("每次恢复之前，现在的审阅文件会先留一份备份，不会丢失。另存的审阅文件用“导入审阅”打开。")
            if found
            else self.tr("还没有备份。录入之后，程序每天、录入期间每小时、并入审阅包之前自动备份。")
        )
        usable = next((backup for backup in found if backup.ok), None)
        if usable is not None:
            self.view.choose(usable)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        self.restore_button.setEnabled(self.chosen is not None and self.chosen.ok)

    def _row(self, backup: Backup) -> Row:
        checked = self.tr("完好") if backup.ok else self.tr("不能用")
        count = str(backup.entries) if backup.ok else self.tr("不明")
        cells = (day_and_time(backup), said(REASONS[backup.reason]), count, checked)
        order = (backup.made_at, cells[1], backup.entries if backup.ok else -1, checked)
        return Row(cells, backup, Tone.USUAL if backup.ok else Tone.BAD, order, tip=str(backup.path))


class ConfirmDialog(FittedDialog):
    """Says what restoring *backup* does, and asks whether to."""

    def __init__(self, tokens: Tokens, backup: Backup, entries: int | None, parent: QWidget) -> None:
        super().__init__(self.tr("从备份恢复"), _CONFIRM, parent)
        words = [self.tr("恢复到 {0} 的备份（{1} 条）。").format(day_and_time(backup), backup.entries)]
        if entries is None:
            words.append(self.tr("现在的审阅文件读不出来，会原样存入备份文件夹，列为“损坏的原件”。"))
        else:
            kept = self.tr("现在的审阅文件（{0} 条）会先存为一份备份，可以随时再恢复回来。")
            words.append(kept.format(entries))
        words.append(self.tr("本次打开以来的撤销记录将清空。"))
        self.words = PlainLine(tokens, sentences(words), self)
        body = QVBoxLayout()
        body.addWidget(self.words)
        buttons = QDialogButtonBox(self)
        self.yes_button = buttons.addButton(self.tr("恢复"), QDialogButtonBox.ButtonRole.AcceptRole)
        no = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.yes_button.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        no.setDefault(True)  # what Enter does unread does no harm
        self.fill(body, buttons)
        no.setFocus(Qt.FocusReason.OtherFocusReason)


def day_and_time(backup: Backup) -> str:
    """Return when a backup was made by the clock of this computer."""
    return backup.made_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _found(path: Path) -> Sequence[Backup] | EitcError:
    try:
        return backups_of(path)
    except EitcError as error:
        return error
