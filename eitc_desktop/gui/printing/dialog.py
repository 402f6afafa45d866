"""打印: what is wanted on paper, how it will look, what the proof says of it; to a printer, a file or the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.dialogs.fitted import FittedDialog, room_over
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.print_context import PrintContext
from eitc_desktop.gui.printing.composer import Composer, Proven
from eitc_desktop.gui.printing.files import save_pages
from eitc_desktop.gui.printing.options import PrintOptions
from eitc_desktop.gui.printing.page_bar import PageBar
from eitc_desktop.gui.printing.preview import PagePreview
from eitc_desktop.gui.printing.printer import Printing
from eitc_desktop.gui.printing.proof import ProofView, proof_heading
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.services.print_files import format_of
from eitc_desktop.services.print_office import save_office
from eitc_desktop.services.print_request import KINDS, FileFormat, check_format
from eitc_desktop.services.printing import PrintJob
from eitc_desktop.settings import EnteredValidity, PrintChoices

_SIZE = QSize(88, 46)  # in characters
_OPTIONS_SHARE = 0.42  # of the room that the form takes at most
_NARROW = 50  # characters of a window in which labels stand above their fields
_NARROW_OPTIONS = 13  # characters of the form's width then
_PROOF = 4  # lines of the proof that are seen


class PrintDialog(FittedDialog):
    """Offers the papers of what *opened* shows. What was chosen is told when something is made of it."""

    choices_made = Signal(object)  # PrintChoices
    notice_given = Signal(str)
    saved = Signal(object)  # tuple[Path, ...]
    not_saved = Signal(object)  # EitcError
    shown = Signal()  # pages, or why there are none

    def __init__(
        self,
        tokens: Tokens,
        opened: OpenedLibrary,
        choices: PrintChoices,
        context: PrintContext | None = None,
        validity: EnteredValidity | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("打印"), _SIZE, parent)
        self._tokens = tokens
        self._opened = opened
        self._job: PrintJob | None = None
        self._work: Work | None = None
        self.printing: Printing | None = None
        self.options = PrintOptions(tokens, opened.provision, opened.name_keys, validity, self)
        self.preview = PagePreview(tokens, self)
        self.bar = PageBar(tokens, self.preview, self)
        self.proof = ProofView(tokens, self)
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self.preview.setAccessibleName(self.tr("预览"))
        self._composer = Composer(opened.provision, opened.mapping, self)
        self._lay_out()
        self._composer.composed.connect(self._show)
        self._composer.refused.connect(self._say)
        self._composer.rested.connect(self._leave)
        self.options.changed.connect(self._ask)
        self.preview.page_changed.connect(self._name_page)
        tokens.changed.connect(self._size_parts)
        self.options.begin(choices, context or PrintContext())
        self._size_parts()
        self._ask()
        self.options.kind.setFocus()

    @property
    def job(self) -> PrintJob | None:
        """What is shown; None while it is being composed, or can't be."""
        return self._job

    @Slot()
    def print(self) -> None:
        """Ask for a printer in the system's dialog, and print what is shown."""
        if self._job is None:
            return
        self._remember()
        self.printing = Printing(self._job.document, self)
        self.printing.printed.connect(self._tell_printed)
        self.printing.not_printed.connect(self._tell_not_printed)
        self.printing.ask()

    @Slot()
    def choose_file(self) -> None:
        """Ask where to save, and as what."""
        if self._job is None:
            return
        formats = KINDS[self._job.request.kind].formats
        folder = self.options.choices.folder
        if not folder or not Path(folder).is_dir():
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = file_dialog(self._tokens, self.tr("另存为"), folder, self)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_filter_of(form) for form in formats])
        dialog.setDefaultSuffix(formats[0].value)
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(next(f.value for f in formats if f"*.{f.value}" in chosen))
        )
        dialog.selectFile(f"{_file_name(self._job.document.title)}.{formats[0].value}")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Save what is shown at *path*, in the format that its name ends with."""
        job = self._job
        if job is None or self._work is not None:
            return
        try:
            form = format_of(path)
            check_format(job.request.kind, form)
        except EitcError as error:
            self._tell_saved(error)
            return
        provision, mapping = self._opened.provision, self._opened.mapping
        if form.is_office:
            action = partial(_saved_office, partial(save_office, job.request, provision, mapping, path, form), path)
        else:
            action = partial(_saved_pages, partial(save_pages, job.document, path, form, self.options.dpi.value()))
        self._remember(folder=str(path.parent))
        self._work = Work(action, self)
        self._work.done.connect(self._tell_saved)
        self._work.start()

    @Slot()
    def copy(self) -> None:
        """Put the page that is seen on the clipboard, as a picture."""
        if self._job is None:
            return
        from eitc_desktop.gui.printing.clipboard import mime_of

        page, document = self.preview.page, self._job.document
        try:
            picture = mime_of(document.pages[page], document.title, self.options.dpi.value())
        except EitcError as error:
            open_message(self, self.tr("没有复制"), sentence_of(error), warning=True)
            return
        QGuiApplication.clipboard().setMimeData(picture)
        self._tell(self.tr("已复制第 {0} 页的图片").format(self.preview.page + 1))

    @Slot()
    def _ask(self) -> None:
        self._composer.ask(self.options.request)
        if self._job is None:
            self.preview.say(self.tr("正在排版…"))

    @Slot(object)
    def _show(self, proven: Proven) -> None:
        job = self._job = proven.job
        spread = job.proof.composed.spread
        self.preview.show_document(job.document, spread[0] if spread is not None else None)
        self.proof.show_lines(proven.proof)
        self._offer()

    @Slot(object)
    def _say(self, error: EitcError) -> None:
        self._job = None
        self.preview.say(sentence_of(error))
        self._name_page(0)
        self.bar.follow()
        self.proof.show_lines(())
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with what is shown."""
        there = self._job is not None
        for button in (self.print_button, self.save_button, self.copy_button):
            button.setEnabled(there)
        self._heading.setText(proof_heading(self.proof.warnings) if there else "")
        self.shown.emit()

    @Slot(int)
    def _name_page(self, number: int) -> None:
        """Let a screen reader hear which page is seen, and what it says."""
        document = self.preview.document
        if document is None:
            self.preview.setAccessibleName(self.tr("预览"))
            return
        words = self.tr("第 {0} 页，共 {1} 页").format(number + 1, len(document.pages))
        self.preview.setAccessibleName(self.tr("预览：{0}").format(words))
        self.preview.setAccessibleDescription("\n".join(text.words for text in document.pages[number].texts))

    @Slot(object)
    def _tell_saved(self, outcome: tuple[Path, ...] | EitcError) -> None:
        self._work = None
        if isinstance(outcome, EitcError):
            behind = self.parentWidget()
            open_message(
                self if behind is None or self.isVisible() else behind,
                self.tr("没有保存"),
                sentence_of(outcome),
                warning=True,
            )
            self.not_saved.emit(outcome)
        else:
            self._tell_paths(outcome)
        self._leave()

    def _tell_paths(self, outcome: tuple[Path, ...]) -> None:
        words = self.tr("已保存到 {0}").format(outcome[0])
        if len(outcome) > 1:
            words = self.tr("已保存 {0} 个文件，从 {1} 起").format(len(outcome), outcome[0])
        self._tell(words)
        self.saved.emit(outcome)

    @Slot(int)
    def _tell_printed(self, pages: int) -> None:
        self._tell(self.tr("已送去打印，共 {0} 页").format(pages))

    @Slot()
    def _tell_not_printed(self) -> None:
        words = self.tr("打印机没有接受。请检查打印机是否开着、纸张是否放好，或另选打印机；也可以先存为 PDF。")
        open_message(self, self.tr("没有打印"), words, warning=True)

    @property
    def _busy(self) -> bool:
        return self._composer.busy or self._work is not None

    @Slot()
    def _leave(self) -> None:
        """Go for good if the dialog was closed while something was in hand."""
        if not self.isVisible() and not self._busy and not self.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
            self.deleteLater()

    def _tell(self, words: str) -> None:
        self._heading.setText(words)
        self.notice_given.emit(words)

    def _remember(self, *, folder: str | None = None) -> None:
        choices = self.options.choices
        self.choices_made.emit(choices if folder is None else replace(choices, folder=folder))

    def _lay_out(self) -> None:
        tokens = self._tokens
        self._form_area = QScrollArea(self)
        self._form_area.setWidgetResizable(True)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_area.setWidget(self.options)
        self._form_area.setAccessibleName(self.tr("选项"))
        self._form_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QVBoxLayout()
        right.setSpacing(tokens.space_s)
        right.addWidget(self.bar)
        right.addWidget(self.preview, 1)
        right.addWidget(self._heading)
        right.addWidget(self.proof)
        body = QHBoxLayout()
        body.setSpacing(tokens.space_l)
        body.addWidget(self._form_area)
        body.addLayout(right, 1)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.copy_button = buttons.addButton(self.tr("复制图片(&C)"), role.ActionRole)
        self.save_button = buttons.addButton(self.tr("另存为(&S)…"), role.ActionRole)
        self.print_button = buttons.addButton(self.tr("打印(&P)…"), role.ActionRole)
        close = buttons.addButton(self.tr("关闭"), role.RejectRole)
        for button in (self.copy_button, self.save_button, close):
            button.setAutoDefault(False)
        self.print_button.setDefault(True)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.choose_file)
        self.print_button.clicked.connect(self.print)
        close.clicked.connect(self.reject)
        self.fill(body, buttons)

    @Slot()
    def _size_parts(self) -> None:
        """Give the form and the proof the room that text of this size needs, and the preview what is left."""
        metrics, room = QFontMetricsF(self.font()), room_over(self.parentWidget())
        character = metrics.horizontalAdvance("\u4e00")
        narrow = room.width() < _NARROW * character
        self.options.put_labels_above(above=narrow)
        bar = self._form_area.verticalScrollBar().sizeHint().width()
        beside = bar + 2 * self._form_area.frameWidth()
        wanted = _NARROW_OPTIONS * character if narrow else self.options.wanted_width + beside
        most, least = _OPTIONS_SHARE * room.width(), self.options.minimumSizeHint().width() + beside
        self._form_area.setFixedWidth(round(max(min(wanted, most), least)))
        proof = min((_PROOF + 0.8) * metrics.lineSpacing(), room.height() / 4)
        self.proof.setFixedHeight(round(proof))

    # Qt overrides

    def done(self, result: int) -> None:
        """Remember what was chosen; stay, unseen, until what is being made beside the window is done."""
        self._remember()
        self._composer.drop()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not self._busy)
        super().done(result)


def _filter_of(form: FileFormat) -> str:
    translate = QCoreApplication.translate
    words = {
        FileFormat.PDF: translate("PrintDialog", "PDF 文件"),
        FileFormat.SVG: translate("PrintDialog", "SVG 矢量图"),
        FileFormat.PNG: translate("PrintDialog", "PNG 图片"),
        FileFormat.WORD: translate("PrintDialog", "Word 文档"),
        FileFormat.EXCEL: translate("PrintDialog", "Excel 工作簿"),
    }
    return f"{words[form]} (*.{form.value})"


def _file_name(title: str) -> str:
    """Return *title* without what a file's name can't hold on some system."""
    return "".join(char for char in title if char.isprintable() and char not in '<>:"/\\|?*')


def _saved_pages(save: Callable[[], tuple[Path, ...]]) -> tuple[Path, ...] | EitcError:
    try:
        return save()
    except EitcError as error:
        return error


def _saved_office(save: Callable[[], None], path: Path) -> tuple[Path, ...] | EitcError:
    try:
        save()
    except EitcError as error:
        return error
    return (path,)
