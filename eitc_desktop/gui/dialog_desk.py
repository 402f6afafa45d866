"""Opens the window's dialogs: each is made when it is asked for, and none is waited for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from eitc_desktop import __version__
from eitc_desktop.gui.theme import Tokens

if TYPE_CHECKING:
    from eitc_desktop.gui.main_window import MainWindow


class DialogDesk(QObject):
    """Gives dialogs what they show, and the window what came of them."""

    def __init__(self, tokens: Tokens, window: MainWindow) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._window = window

    def choose_database(self) -> None:
        """Ask which database to open."""
        from PySide6.QtWidgets import QFileDialog

        opened = self._window.opened
        dialog = QFileDialog(self._window, self.tr("打开数据库"), str(opened.path.parent) if opened is not None else "")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("三定规定数据库 (*.db)"), self.tr("所有文件 (*)")])
        dialog.fileSelected.connect(lambda name: self._window.database_requested.emit(Path(name)))
        dialog.open()

    def go_to_clause(self) -> None:
        """Ask for a clause, and show it."""
        opened = self._window.opened
        if opened is None:
            return
        from eitc_desktop.gui.dialogs.go_to_clause import GoToClauseDialog

        dialog = GoToClauseDialog(self._tokens, opened.provision, self._window)
        dialog.place_requested.connect(self._window.visit_place)
        dialog.open()

    def show_findings(self) -> None:
        """List what the reader and the checks noticed."""
        opened = self._window.opened
        if opened is None:
            return
        from eitc_desktop.gui.dialogs.findings import FindingsDialog

        dialog = FindingsDialog(self._tokens, opened.provision, self._window)
        dialog.place_requested.connect(self._window.visit_place)
        dialog.open()

    def enter_validity(self) -> None:
        """Ask whether the provision is in force."""

    def show_settings(self) -> None:
        """Offer what can be set."""

    def show_keys(self) -> None:
        """List what each key does."""
        from eitc_desktop.gui.dialogs.keys import KeysDialog, uses_of

        window = self._window
        panes = (window.tree, window.detail, window.changes, window.source)
        KeysDialog(self._tokens, uses_of(window.menuBar(), panes), window).open()

    def show_input_method(self) -> None:
        """Say how Chinese is typed on this computer."""

    def export_diagnostics(self) -> None:
        """Ask where to write what helps to find a fault."""

    def show_about(self) -> None:
        """Say what the program is, and what it shows."""
        from eitc_desktop.gui.dialogs.message import open_message

        open_message(
            self._window,
            self.tr("关于"),
            self.tr(
                "三定规定阅读器 {0}\n\n"
                "把机构的职能、内设机构和人员编制读成可逐条核对的图文，不联网。\n\n"
                "所显示的内容为非正式文件，以正式印发文本为准。\n\n"
                "随附字体：思源黑体（SIL 开放字体许可证 1.1）。",
            ).format(__version__),
        )
