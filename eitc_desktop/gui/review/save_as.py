"""另存审阅: a whole copy of the review file, anywhere the user says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.review import Person
from eitc_desktop.services.reviews.carrying import WHOLE_FILE, copy_name
from eitc_desktop.services.reviews.session import ReviewSession


class SaveAs(QObject):
    """Asks once, over *window*, where the review of *session* is to be saved too, and is gone then.

    The copy is made from the open file, even if that has gone from its folder meanwhile.
    """

    saved = Signal(object)  # Path
    not_saved = Signal(object)  # EitcError

    def __init__(
        self, tokens: Tokens, session: ReviewSession, reviewer: Person | None, today: date, window: QWidget
    ) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._session = session
        self._reviewer = reviewer
        self._today = today
        self._window = window

    def ask(self) -> None:
        """Ask where to save, and save there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = file_dialog(self._tokens, self.tr("另存审阅"), folder, self._window)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("审阅文件 (*.review.db)"))
        dialog.setDefaultSuffix(WHOLE_FILE[1:])
        dialog.selectFile(copy_name(self._reviewer, self._today))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.rejected.connect(self.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Save at *path*, and say so or why not."""
        self.deleteLater()
        title = self.tr("另存审阅")
        try:
            self._session.file.save_copy(path)
        except EitcError as error:
            open_message(self._window, title, sentence_of(error), warning=True)
            self.not_saved.emit(error)
            return
        words = self.tr(
            "已另存到 {0}\n\n这是全部审阅的副本，含历次修改，不加密。此后录入的内容仍保存在原来的审阅文件中。"
        )
        open_message(self._window, title, words.format(path))
        self.saved.emit(path)
