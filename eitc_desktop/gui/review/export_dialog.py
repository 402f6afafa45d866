"""导出审阅: which entries go into a package, shown one by one before they go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.files import file_dialog
from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.review.entry_rows import counts_said, entry_columns, entry_row, sentences
from eitc_desktop.gui.review.rows import LazyRows, RowsView
from eitc_desktop.gui.review.said_lines import FailureLine, PlainLine, WarningLine
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work
from eitc_desktop.model.review import Person
from eitc_desktop.reviewing.package import ProvisionNote
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.carrying import PACKAGE, package_name, write_package
from eitc_desktop.services.reviews.choosing import EVERYTHING, Chosen, Part, chosen_among, offices_among

_SIZE = QSize(74, 38)  # in characters
_OFFICES = 15  # characters of the list of offices


class Scope(IntEnum):
    """Which entries are asked for."""

    ALL = 0
    MINE = 1
    OFFICES = 2


class ExportDialog(FittedDialog):
    """Offers what *reviewer* may hand on of *entries*, and writes it where the user says."""

    exported = Signal(object, object)  # Path, Chosen

    def __init__(
        self,
        tokens: Tokens,
        entries: Iterable[Entry],
        provisions: Sequence[ProvisionNote],
        reviewer: Person | None,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("导出审阅"), _SIZE, parent)
        self._tokens = tokens
        self._entries = tuple(entries)
        self._provisions = tuple(provisions)
        self._reviewer = reviewer
        self._today = today
        self._work: Work | None = None
        self._chosen = Chosen(())
        self._group = QButtonGroup(self)
        self.scopes = {
            Scope.ALL: QRadioButton(self.tr("全部条目(&A)"), self),
            Scope.MINE: QRadioButton(self.tr("只要本人录入或改过的(&M)"), self),
            Scope.OFFICES: QRadioButton(self.tr("按单位选择(&U)"), self),
        }
        for scope, button in self.scopes.items():
            self._group.addButton(button, scope)
        self.offices = QListWidget(self)
        self.offices.setAccessibleName(self.tr("导出哪些单位的条目"))
        self.view = RowsView(tokens, self.tr("将要导出的条目"), entry_columns(), self)
        self.counts = PlainLine(tokens, "", self)
        self.warning = WarningLine(tokens, "", self)
        self.failure = FailureLine(tokens, self)
        self.buttons = QDialogButtonBox(self)
        self.export_button = self.buttons.addButton(self.tr("导出(&E)…"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(tokens)
        self._dress()
        tokens.changed.connect(self._dress)
        self.scopes[Scope.ALL].setChecked(True)
        self.scopes[Scope.MINE].setEnabled(reviewer is not None)
        self._group.idClicked.connect(self._choose)
        self.offices.itemChanged.connect(self._choose)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.ask)
        cancel.clicked.connect(self.reject)
        self._choose()
        self.scopes[Scope.ALL].setFocus()

    @property
    def part(self) -> Part:
        """Which entries are asked for."""
        match self._group.checkedId():
            case Scope.MINE if self._reviewer is not None:
                return Part(authors=frozenset({self._reviewer.key}))
            case Scope.OFFICES:
                items = (self.offices.item(number) for number in range(self.offices.count()))
                return Part(
                    offices=frozenset(
                        item.data(Qt.ItemDataRole.UserRole)
                        for item in items
                        if item.checkState() is Qt.CheckState.Checked
                    )
                )
            case _:
                return EVERYTHING

    @property
    def chosen(self) -> Chosen:
        """The entries that will go out."""
        return self._chosen

    @Slot()
    def ask(self) -> None:
        """Ask where the package is to be written."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = file_dialog(self._tokens, self.tr("导出审阅"), folder, self)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("审阅包 (*.eitcreview)"))
        dialog.setDefaultSuffix(PACKAGE[1:])
        dialog.selectFile(package_name(self._reviewer, self._today))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the package at *path*, beside the window; tell of it and close, or say why not and stay."""
        self.failure.say("")
        self.counts.say(self.tr("正在导出 {0} 条…").format(len(self._chosen.entries)))
        self._let_choose(allowed=False)
        self._work = Work(partial(_written, self._chosen, path, self._provisions), self)
        self._work.done.connect(self._tell)
        self._work.start()

    @Slot(object)
    def _tell(self, outcome: tuple[Path, Chosen] | EitcError) -> None:
        if isinstance(outcome, EitcError):
            self._let_choose(allowed=True)
            self.counts.say(self._counted())
            self.failure.say(sentence_of(outcome))
            return
        self.accept()
        self.exported.emit(*outcome)

    @Slot()
    def _choose(self) -> None:
        """Show what the choice of now would hand on."""
        if self._group.checkedId() == Scope.OFFICES and not self.offices.count():
            self._fill_offices()
        self.offices.setVisible(self._group.checkedId() == Scope.OFFICES)
        self._chosen = chosen_among(self._entries, self.part)
        self.view.show_rows(LazyRows(self._chosen.entries, entry_row))
        self.counts.say(self._counted())
        self.warning.say(self._warned())
        self.failure.say("")
        self.export_button.setEnabled(bool(self._chosen.entries))

    def _counted(self) -> str:
        chosen = self._chosen
        if not chosen.entries:
            return self.tr("没有可导出的条目。")
        counts = counts_said(chosen.kinds.items())
        words = [
            self.tr("导出 {0} 条：{1}。连同历次修改共 {2} 稿。").format(
                len(chosen.entries), counts, len(chosen.revisions)
            )
        ]
        if chosen.withdrawn:
            words.append(self.tr("其中已撤回 {0} 条，对方并入后同样撤回。").format(chosen.withdrawn))
        if chosen.in_conflict:
            words.append(self.tr("两稿并存 {0} 条，两稿都导出。").format(chosen.in_conflict))
        if chosen.drawn_in:
            words.append(self.tr("所回复、处理或从属的 {0} 条一并导出。").format(chosen.drawn_in))
        return sentences(words)

    def _warned(self) -> str:
        words = [self.tr("文件不加密，含姓名、单位和录入的全部文字。请按本单位保密规定选择载体和传递方式。")]
        if self._chosen.holds_allocations:
            words.append(self.tr("其中有编制分配方案：是审阅人试算的，不是规定载明的。"))
        return sentences(words)

    def _let_choose(self, *, allowed: bool) -> None:
        """Let something else be chosen, or keep what is chosen while it is written."""
        for scope, button in self.scopes.items():
            button.setEnabled(allowed and (scope != Scope.MINE or self._reviewer is not None))
        self.offices.setEnabled(allowed)
        self.export_button.setEnabled(allowed)

    def _fill_offices(self) -> None:
        """List the offices there are, when they are first asked for: every entry has to be looked at."""
        with QSignalBlocker(self.offices):
            self._list_offices()

    def _list_offices(self) -> None:
        for office, count in offices_among(self._entries).items():
            item = QListWidgetItem(self.tr("{0}（{1} 条）").format(office, count), self.offices)
            item.setData(Qt.ItemDataRole.UserRole, office)
            own = self._reviewer is not None and office == self._reviewer.office
            item.setCheckState(Qt.CheckState.Checked if own else Qt.CheckState.Unchecked)

    def _lay_out(self, tokens: Tokens) -> None:
        scopes = FlowLayout(tokens.space_l)
        for button in self.scopes.values():
            scopes.addWidget(button)
        self.offices.setFixedWidth(_OFFICES * self.fontMetrics().horizontalAdvance("\u4e00"))
        lists = QHBoxLayout()
        lists.setSpacing(tokens.space_m)
        lists.addWidget(self.offices)
        lists.addWidget(self.view, 1)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addLayout(scopes)
        body.addLayout(lists, 1)
        body.addWidget(self.counts)
        body.addWidget(self.warning)
        body.addWidget(self.failure)
        self.fill(body, self.buttons, (self.view, self.offices))

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, *self.scopes.values())


def _written(chosen: Chosen, path: Path, provisions: Sequence[ProvisionNote]) -> tuple[Path, Chosen] | EitcError:
    try:
        write_package(chosen.revisions, provisions, path)
    except EitcError as error:
        return error
    return path, chosen
