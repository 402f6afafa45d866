"""Packages that the desktop asked to open: they wait until the window can ask what to do with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from eitc_desktop.gui.main_window import MainWindow


class PendingImports(QObject):
    """Opens 导入审阅 for them in *window* as soon as a library is open there, and no other dialog.

    Nothing is forgotten: they wait as long as it takes. What is pending goes along to another window.
    """

    def __init__(self, window: MainWindow, pending: Iterable[Path] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._pending = list(pending)
        window.installEventFilter(self)  # it is told when the last dialog over it has gone
        window.feed.library_changed.connect(self._go_on_soon)
        if self._pending:
            self._go_on_soon()

    @property
    def pending(self) -> tuple[Path, ...]:
        """What waits."""
        return tuple(self._pending)

    def add(self, paths: Iterable[Path]) -> None:
        """Offer to take *paths* in, now or later; where it is later that is said."""
        self._pending = list(dict.fromkeys((*self._pending, *paths)))
        self._go_on()

    @Slot()
    def _go_on_soon(self) -> None:
        QTimer.singleShot(0, self, self._go_on)  # what has just gone, or come, is complete then

    @Slot()
    def _go_on(self) -> None:
        if not self._pending:
            return
        modal = QApplication.activeModalWidget()
        if modal is not None:
            self._add_to(modal)
        elif self._window.opened is None:
            self._window.status.show_notice(self.tr("先打开一个数据库，随后会询问是否并入：{0}").format(self._names()))
        else:
            paths, self._pending = self.pending, []
            self._window.reviewing.import_files(paths)

    def _add_to(self, modal: QObject) -> None:
        """Put them into the list of the dialog that is open, if it is one for them, or else say that they wait."""
        from eitc_desktop.gui.review.import_dialog import ImportDialog

        if isinstance(modal, ImportDialog) and modal.acceptDrops():
            paths, self._pending = self.pending, []
            modal.add_files(paths)
        else:
            self._window.status.show_notice(
                self.tr("先完成当前的对话框，随后会询问是否并入：{0}").format(self._names())
            )

    def _names(self) -> str:
        return self.tr("、").join(path.name for path in self._pending)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on when no dialog stands over the window any more."""
        if event.type() is QEvent.Type.WindowUnblocked and watched is self._window and self._pending:
            self._go_on_soon()
        return False
