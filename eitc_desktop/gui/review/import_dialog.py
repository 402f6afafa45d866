"""导入审阅: files are chosen or dropped, what they would bring is shown, and only then is it taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, QStandardPaths, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.dropping import dropped_reviews
from eitc_desktop.gui.review.import_words import ImportWords
from eitc_desktop.gui.review.rows import RowsView
from eitc_desktop.gui.review.said_lines import FailureLine, PlainLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.model.review import Revision
from eitc_desktop.reviewing.annotation_lines import LineReader
from eitc_desktop.services.reviews.carrying import Refused, Source, read_or_refuse
from eitc_desktop.services.reviews.preview import Preview, Previewer, Shown
from eitc_desktop.store.reviews import Intake

_SIZE = QSize(80, 42)  # in characters


class Looked(NamedTuple):
    """What was found in files: each with what it alone would bring or why it was refused, and all of them together."""

    files: tuple[tuple[Source, Preview] | Refused, ...]
    together: Preview


class ImportDialog(FittedDialog):
    """Shows what files would bring to a review that has the *known* revisions, on the provision *shown*.

    *intakes* are the packages that were taken in before, oldest first; *own* is the file that the review lies in.

    ``take_in_requested`` asks for it; whoever answers calls :meth:`fail` or :meth:`accept`.
    """

    take_in_requested = Signal(object)  # Preview

    def __init__(
        self,
        tokens: Tokens,
        known: Sequence[Revision],
        shown: Shown,
        parent: QWidget | None = None,
        *,
        intakes: Sequence[Intake] = (),
        own: Path | None = None,
    ) -> None:
        super().__init__(self.tr("导入审阅"), _SIZE, parent)
        self._tokens = tokens
        self._own = own
        self._previewer = partial(Previewer, tuple(known), shown, tuple(intakes))
        self._words = ImportWords(self)
        self._paths: list[Path] = []
        self._looked: Looked | None = None
        self._work: Work | None = None
        self.setAcceptDrops(True)
        self.add_button = QPushButton(self.tr("添加文件(&A)…"), self)
        self.remove_button = QPushButton(self.tr("移出(&R)"), self)
        self.hint = PlainLine(
            tokens, self.tr("也可以把文件拖到这里。在点“并入”之前，什么都不会写入。"), self, muted=True
        )
        self.files = RowsView(tokens, self.tr("要并入的文件"), self._words.file_columns(), self)
        self.sums = PlainLine(tokens, "", self)
        self.news = RowsView(tokens, self.tr("并入后新增或改动的条目"), self._words.news_columns(), self)
        self.failure = FailureLine(tokens, self)
        self.buttons = QDialogButtonBox(self)
        self.take_button = self.buttons.addButton(self.tr("并入(&T)"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(tokens)
        self.add_button.clicked.connect(self.ask)
        self.add_button.setAutoDefault(False)
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self.remove_chosen)
        self.files.chosen_changed.connect(self._judge)
        self.take_button.setDefault(True)
        self.take_button.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        self._show(None)
        self.add_button.setFocus()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files in the list."""
        return tuple(self._paths)

    @property
    def looked(self) -> Looked | None:
        """What was found in them; None while they are being read."""
        return self._looked

    @Slot()
    def ask(self) -> None:
        """Ask for files."""
        folder = str(self._paths[-1].parent) if self._paths else ""
        folder = folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = file_dialog(self._tokens, self.tr("导入审阅"), folder, self)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("审阅包和审阅文件 (*.eitcreview *.review.db)"), self.tr("所有文件 (*)")])
        dialog.filesSelected.connect(lambda names: self.add_files(map(Path, names)))
        dialog.open()

    def add_files(self, paths: Iterable[Path]) -> None:
        """Put files into the list, and read what is in it beside the window; one that is there isn't there twice."""
        fresh = [path for path in dict.fromkeys(paths) if path not in self._paths]
        if fresh:
            self._paths += fresh
            self._look()

    @Slot()
    def remove_chosen(self) -> None:
        """Take the chosen files out of the list; the files stay."""
        gone = set(self.files.chosen)
        self._paths = [path for path in self._paths if path not in gone]
        self._look()

    def fail(self, error: EitcError) -> None:
        """Say why nothing was taken in; all stays as it is, to be tried again."""
        self._show(self._looked)
        self.failure.say(sentence_of(error))
        self.add_button.setEnabled(True)
        self.setAcceptDrops(True)

    @Slot()
    def _take(self) -> None:
        if self._looked is None:
            return
        self.failure.say("")
        self.sums.say(self._words.taking(len(self._looked.together.fresh)))
        for button in (self.add_button, self.remove_button, self.take_button):
            button.setEnabled(False)
        self.setAcceptDrops(False)
        self.take_in_requested.emit(self._looked.together)

    def _look(self) -> None:
        """Read the files; what was found in them before needn't be read again."""
        read: dict[Path, Source | Refused] = {}
        for found in self._looked.files if self._looked is not None else ():
            source = found if isinstance(found, Refused) else found[0]
            read[source.path] = source
        self._show(None)
        self._work = Work(partial(_looked, self.paths, self._own, read, self._previewer), self)
        self._work.done.connect(self._take_over)
        self._work.start()

    @Slot(object)
    def _take_over(self, looked: Looked) -> None:
        if self.sender() is self._work:  # files may have come or gone meanwhile
            self._work = None
            self._show(looked)

    def _show(self, looked: Looked | None) -> None:
        self._looked = looked
        self.failure.say("")
        if looked is None:
            self.files.show_rows([self._words.waiting_row(path) for path in self._paths])
            self.news.show_rows(())
            self.sums.say(self._words.waiting(len(self._paths)))
        else:
            self.files.show_rows([self._words.file_row(found) for found in looked.files])
            self.news.show_rows(self._words.news_rows(looked.together, looked.together.fresh))
            self.sums.say(self._words.sums(looked.together, self._refused(looked)))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        self.remove_button.setEnabled(bool(self.files.chosen))
        self.take_button.setEnabled(self._looked is not None and bool(self._looked.together.fresh))

    def _refused(self, looked: Looked) -> int:
        return sum(isinstance(found, Refused) for found in looked.files)

    def _lay_out(self, tokens: Tokens) -> None:
        line = QHBoxLayout()
        line.setSpacing(tokens.space_m)
        line.addWidget(self.add_button)
        line.addWidget(self.remove_button)
        line.addWidget(self.hint, 1)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addLayout(line)
        body.addWidget(self.files, 2)
        body.addWidget(self.sums)
        body.addWidget(self.news, 3)
        body.addWidget(self.failure)
        self.fill(body, self.buttons, (self.files, self.news))

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of a review."""
        if dropped_reviews(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the files that were dropped into the list."""
        event.acceptProposedAction()
        self.add_files(dropped_reviews(event.mimeData()))


def _looked(
    paths: Sequence[Path], own: Path | None, read: dict[Path, Source | Refused], make: Callable[[], Previewer]
) -> Looked:
    previewer = make()
    reader = LineReader()
    sources = [read.get(path) or read_or_refuse(path, reader, own) for path in paths]
    files = tuple(one if isinstance(one, Refused) else (one, previewer.preview((one,))) for one in sources)
    good = [found for found in files if not isinstance(found, Refused)]
    together = good[0][1] if len(good) == 1 else previewer.preview([source for source, _ in good])
    return Looked(files, together)
