"""打印: what is wanted on paper, how it will look, what the proof says of it; to a printer, a file or the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.dialogs.message import open_message
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.print_context import PrintContext
from eitc_desktop.gui.printing.composer import Composer, Proven
from eitc_desktop.gui.printing.form_area import FormArea
from eitc_desktop.gui.printing.options import PrintOptions
from eitc_desktop.gui.printing.page_bar import PageBar
from eitc_desktop.gui.printing.preview import PagePreview
from eitc_desktop.gui.printing.printer import Printing
from eitc_desktop.gui.printing.proof import ProofView, proof_heading
from eitc_desktop.gui.printing.saving import Saved, file_chooser, lacking_note, saving_of
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.dates import NoDate
from eitc_desktop.services.papers.verdicts import holds_verdicts
from eitc_desktop.services.printing import PrintJob
from eitc_desktop.settings import EnteredValidity, PrintChoices

_SIZE = QSize(88, 46)  # in characters
_SHARE = 0.9  # of the screen: the larger the preview, the better it tells
_AROUND = QSize(40, 56)  # logical pixels of a small screen: the frame of the dialog, and what is seen of the window
_OPTIONS_SHARE = 0.42  # of the room that the form takes at most
_NARROW = 50  # characters of a dialog in which labels stand above their fields
_NARROW_OPTIONS = 13  # characters of the form's width then
_PROOF = 4  # lines of the proof that are seen at least


class PrintDialog(FittedDialog):
    """Offers the papers of what *opened* shows and of its *review*. What was chosen is told when something is made
    of it.
    """

    choices_made = Signal(object)  # PrintChoices
    resized = Signal(object)  # QSize: the user has given the dialog another size
    notice_given = Signal(str)
    saved = Signal(object)  # tuple[Path, ...]
    not_saved = Signal(object)  # EitcError
    shown = Signal()  # pages, or why there are none
    saving_begun = Signal()
    saving_ended = Signal(bool)  # whether the files are there

    def __init__(
        self,
        tokens: Tokens,
        opened: OpenedLibrary,
        choices: PrintChoices,
        context: PrintContext | None = None,
        validity: EnteredValidity | None = None,
        parent: QWidget | None = None,
        *,
        size: QSize | None = None,
        review: Review = NOTHING_REVIEWED,
    ) -> None:
        super().__init__(self.tr("打印"), _SIZE, parent)
        self._review = review
        self._kept_size = size
        self._fitted_size = QSize()
        self._tokens = tokens
        self._opened = opened
        self._job: PrintJob | None = None
        self._lacking: tuple[str, ...] = ()  # characters of the pages that no font has
        self._work: Work | None = None
        self.printing: Printing | None = None
        self._saving = choices  # of what is being saved
        self._told = ""  # of what was done last
        self._no_date: NoDate | None = None  # what stands as the date of the paper is none
        self._resting: QWidget | None = None  # the button that had the keyboard before something was under way
        self._wish: Callable[[], object] | None = None  # what waits for the pages that are being set
        self.options = PrintOptions(
            tokens, opened.provision, opened.name_keys, validity, self, reviewed=holds_verdicts(review)
        )
        self.preview = PagePreview(tokens, self)
        self.bar = PageBar(tokens, self.preview, self)
        self.proof = ProofView(tokens, self)
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self._notice = QLabel(self)
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self.preview.setAccessibleName(self.tr("预览"))
        self._composer = Composer(opened.provision, opened.mapping, review, self)
        self._lay_out()
        self._composer.composed.connect(self._show)
        self._composer.refused.connect(self._say)
        self._composer.rested.connect(self._do_what_waits)
        self._composer.rested.connect(self._leave)
        self.options.changed.connect(self._ask)
        self.preview.page_changed.connect(self._name_page)
        tokens.changed.connect(self._share_room)
        self.options.begin(choices, context or PrintContext())
        self._ask()
        self.options.kind.setFocus()

    @property
    def job(self) -> PrintJob | None:
        """What is shown; None while it is being composed, or can't be."""
        return self._job

    @Slot()
    def print(self) -> None:
        """Ask for a printer in the system's dialog, and print what is shown."""
        if not self._at_hand(self.print) or self._job is None:
            return
        self.printing = Printing(self._job.document, self)
        self.printing.begun.connect(self._say_printing)
        self.printing.printed.connect(self._tell_printed)
        self.printing.not_printed.connect(self._tell_not_printed)
        self.printing.finished.connect(self._end_printing)
        self._follow()
        self.printing.ask()

    @Slot()
    def choose_file(self) -> None:
        """Ask where to save, and as what."""
        if not self._at_hand(self.choose_file) or self._job is None:
            return
        dialog = file_chooser(self._tokens, self._job, self.options.choices.folder, self)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Save what is shown at *path*, in the format that its name ends with; one file at a time."""
        job = self._job
        if job is None or self._work is not None:
            return
        try:
            action = saving_of(job, self._opened, self._review, path, self.options.dpi.value())
        except EitcError as error:
            self._tell_not_saved(error)
            return
        self._saving = replace(self.options.choices, folder=str(path.parent))
        self._work = Work(action, self)
        self._work.done.connect(self._tell_saved)
        self._work.failed.connect(self._give_up)
        self._work.start()
        self._follow()
        self.saving_begun.emit()

    @Slot()
    def copy(self) -> None:
        """Put the page that is seen on the clipboard, as a picture."""
        if not self._at_hand(self.copy) or self._job is None:
            return
        from eitc_desktop.gui.printing.clipboard import mime_of

        page, document = self.preview.page, self._job.document
        try:
            picture = mime_of(document.pages[page], document.title, self.options.dpi.value())
        except EitcError as error:
            open_message(self, self.tr("没有复制"), sentence_of(error), warning=True)
            return
        QGuiApplication.clipboard().setMimeData(picture)
        self._remember(self.options.choices)
        self._tell(self.tr("已复制第 {0} 页的图片").format(self.preview.page + 1))

    def _at_hand(self, wish: Callable[[], object]) -> bool:
        """Say whether the pages wanted are there; where they are being set, *wish* is done once they are."""
        if self._composer.busy and not self._in_hand:
            self._wish = wish
            self._follow()
            return False
        return not self._in_hand

    @Slot()
    def _ask(self) -> None:
        self._told, self._no_date = "", None
        try:
            request = self.options.request
        except NoDate as error:
            self._composer.drop()
            self._no_date = error
            self._say(error)
            return
        self._composer.ask(request)
        if self._job is None:
            self.preview.say(self.tr("正在排版…"))
        self._follow()

    @Slot(object)
    def _show(self, proven: Proven) -> None:
        if self._no_date is not None:  # it was under way before
            return
        job, self._lacking = proven.job, proven.lacking
        self._job = job
        spread = job.proof.composed.spread
        self.preview.show_document(job.document, spread[0] if spread is not None else None)
        self.proof.show_lines(proven.proof)
        self._offer()

    @Slot()
    def _do_what_waits(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None and self._job is not None and self.isVisible():
            wish()

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
        proof = self.proof
        self._heading.setText("" if self._job is None else proof_heading(proof.warnings, stands_in=proof.stands_in))
        self._follow()
        self.shown.emit()

    def _follow(self) -> None:
        """Say what is under way; one thing is done at a time, and nothing with pages that are no longer wanted."""
        buttons = (self.print_button, self.save_button, self.copy_button)
        # what is being set can be asked for: a click right after an entry would be lost
        offered = not self._in_hand and (self._job is not None or (self._composer.busy and self._no_date is None))
        if not offered and self.focusWidget() in buttons:  # Qt would go on to the next that is there: 关闭
            self._resting = self.focusWidget()
            self.preview.setFocus()
        for button in buttons:
            button.setEnabled(offered)
        if offered and self._resting is not None:
            if self.focusWidget() is self.preview:
                self._resting.setFocus()
            self._resting = None
        if self._work is not None:
            self._notice.setText(self.tr("正在保存…"))
        elif self._composer.busy and self._job is not None:
            self._notice.setText(self.tr("正在排版…"))
        else:
            self._notice.setText(self._told)

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

    @Slot()
    def _give_up(self) -> None:
        """Go on after what nobody foresaw: it is told by the window."""
        self._work = None
        self._told = self.tr("没有保存")
        self._follow()
        self.saving_ended.emit(False)  # noqa: FBT003  Qt's own
        self._leave()

    @Slot(object)
    def _tell_saved(self, outcome: Saved) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self.saving_ended.emit(not isinstance(outcome, EitcError))
        if isinstance(outcome, EitcError):
            self._tell_not_saved(outcome)
        else:
            self._remember(self._saving)
            words = self.tr("已保存到 {0}").format(outcome[0])
            if len(outcome) > 1:
                words = self.tr("已保存 {0} 个文件，从 {1} 起").format(len(outcome), outcome[0])
            self._tell(words + lacking_note(outcome, self._lacking))
            self.saved.emit(outcome)
        self._leave()

    def _tell_not_saved(self, error: EitcError) -> None:
        behind = self.parentWidget()
        over = self if behind is None or self.isVisible() else behind
        open_message(over, self.tr("没有保存"), sentence_of(error), warning=True)
        self._told = self.tr("没有保存")
        self._follow()
        self.not_saved.emit(error)

    @Slot()
    def _say_printing(self) -> None:
        """Say so at once: the window stands still until the pages are sent."""
        self._notice.setText(self.tr("正在打印…"))
        self._notice.repaint()

    @Slot(int)
    def _tell_printed(self, pages: int) -> None:
        self._remember(self.options.choices)
        self._tell(self.tr("已送去打印，共 {0} 页").format(pages))

    @Slot()
    def _tell_not_printed(self) -> None:
        words = self.tr("打印机没有接受。请检查打印机是否开着、纸张是否放好，或另选打印机；也可以先存为 PDF。")
        open_message(self, self.tr("没有打印"), words, warning=True)

    @Slot()
    def _end_printing(self) -> None:
        self.printing = None
        self._follow()
        self._leave()

    @property
    def _in_hand(self) -> bool:
        """Whether something is being saved or printed."""
        return self._work is not None or self.printing is not None

    @property
    def _busy(self) -> bool:
        return self._composer.busy or self._in_hand

    @Slot()
    def _leave(self) -> None:
        """Go for good if the dialog was closed while something was in hand."""
        if not self.isVisible() and not self._busy and not self.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
            self.deleteLater()

    def _tell(self, words: str) -> None:
        self._told = words
        self._follow()
        self.notice_given.emit(words)

    def _remember(self, choices: PrintChoices) -> None:
        """Let *choices* be there the next time: something was made of them."""
        self.options.keep(choices)
        self.choices_made.emit(choices)

    def _lay_out(self) -> None:
        tokens = self._tokens
        self._form_area = FormArea(self.options, self)
        self._form_area.setAccessibleName(self.tr("选项"))
        self.proof.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        left = QVBoxLayout()
        left.setSpacing(tokens.space_s)
        left.addWidget(self._form_area)
        left.addWidget(self._heading)
        left.addWidget(self.proof, 1)
        right = QVBoxLayout()
        right.setSpacing(tokens.space_s)
        right.addWidget(self.bar)
        right.addWidget(self.preview, 1)
        right.addWidget(self._notice)
        body = QHBoxLayout()
        body.setSpacing(tokens.space_l)
        body.addLayout(left)
        body.addLayout(right, 1)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.copy_button = buttons.addButton(self.tr("复制图片(&C)"), role.ActionRole)
        self.save_button = buttons.addButton(self.tr("另存为(&S)…"), role.ActionRole)
        self.print_button = buttons.addButton(self.tr("打印(&P)…"), role.ActionRole)
        close = buttons.addButton(self.tr("关闭"), role.RejectRole)
        self.print_button.setDefault(True)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.choose_file)
        self.print_button.clicked.connect(self.print)
        close.clicked.connect(self.reject)
        self.fill(body, buttons)

    @Slot()
    def _share_room(self) -> None:
        self._size_parts(self.size())

    def _size_parts(self, room: QSize) -> None:
        """Give the form and the proof what text of this size needs of *room*, and the preview what is left."""
        metrics = QFontMetricsF(self.font())
        character = metrics.horizontalAdvance("\u4e00")
        narrow = room.width() < _NARROW * character
        self.options.put_labels_above(above=narrow)
        bar = self._form_area.verticalScrollBar().sizeHint().width()
        beside = bar + 2 * self._form_area.frameWidth()
        wanted = _NARROW_OPTIONS * character if narrow else self.options.wanted_width + beside
        most, least = _OPTIONS_SHARE * room.width(), self.options.minimumSizeHint().width() + beside
        width = round(max(min(wanted, most), least))
        for part in (self._form_area, self._heading, self.proof):
            part.setFixedWidth(width)
        self._form_area.setMinimumHeight(round(3 * metrics.lineSpacing()))
        self.proof.setMinimumHeight(round(min((_PROOF + 0.8) * metrics.lineSpacing(), room.height() / 4)))
        self._notice.setMinimumHeight(round(metrics.lineSpacing()))

    def fit(self) -> None:
        """Take the size that the dialog had last, or else most of the screen."""
        screen = self.screen().availableSize()
        usual = (_SIZE * QFontInfo(self.font()).pixelSize()).boundedTo(screen - _AROUND)
        most = (screen * _SHARE).expandedTo(usual)
        wanted = most if self._kept_size is None else self._kept_size.boundedTo(most)
        self._size_parts(wanted)
        self.resize(wanted.expandedTo(self.minimumSizeHint()))
        self._fitted_size = self.size()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and nothing else: an entry is taken, not printed."""
        focused = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or isinstance(focused, QPushButton):
            super().keyPressEvent(event)
        elif isinstance(focused, QToolButton):
            focused.click()

    def done(self, result: int) -> None:
        """Stay, unseen, until what is being made beside the window is done. What was only looked at is forgotten."""
        if self.size() != self._fitted_size:
            self.resized.emit(self.size())
        self._composer.drop()
        self._wish = None
        if self._work is not None:
            self.notice_given.emit(self.tr("正在保存…"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not self._busy)
        super().done(result)
