"""The line under a scenario's table: what was not taken, which drafts are to be chosen from, what is worth a look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from eitc_desktop.gui.allocation.words import draft_told, draft_words
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import set_plain_tooltip
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.wording import labelled
from eitc_desktop.reviewing.allocation_sheet import Draft


class CellStrip(QWidget):
    """What was typed and not taken stays here until it is settled; else it speaks of the current cell."""

    again_wanted = Signal()  # to type once more
    retry_wanted = Signal()  # to save once more
    copy_wanted = Signal()
    dismissed = Signal()
    draft_chosen = Signal(object)  # int, or None for an empty cell

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._holds = False
        self._buttons: list[QPushButton] = []
        self._label = _Words(tokens, "", self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, tokens.space_xs, 0, tokens.space_xs)
        self._line.setSpacing(tokens.space_s)
        self._line.addWidget(self._label, 1)
        self.setAccessibleName(self.tr("表下的说明"))
        self._dress()
        tokens.changed.connect(self._dress)

    @property
    def holds(self) -> bool:
        """Whether something typed is kept here that was not taken."""
        return self._holds

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.text()

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """What it offers, by the buttons' words."""
        return {button.text(): button for button in self._buttons}

    def hold_refused(self, words: str) -> None:
        """Keep what was typed and is no number."""
        self._say(words, error=True, holds=True)
        self._offer(self.tr("继续修改"), self.again_wanted)
        self._offer(self.tr("放弃"), self.dismissed)

    def hold_unsaved(self, words: str) -> None:
        """Keep what could not be saved."""
        self._say(words, error=True, holds=True)
        self._offer(self.tr("再试一次"), self.retry_wanted)
        self._offer(self.tr("复制内容"), self.copy_wanted)
        self._offer(self.tr("放弃"), self.dismissed)

    def warn(self, words: str) -> None:
        """Say what was not taken, where it is still somewhere else: in the open line, on the clipboard."""
        if not self._holds:
            self._say(words, error=True)

    def show_drafts(self, place: str, drafts: Sequence[Draft]) -> None:
        """Offer the drafts of a cell to choose from."""
        if self._holds:
            return
        self._say(labelled(self.tr("两稿并存，请选定"), place))
        for draft in drafts:
            words = self.tr("采用 {0}（{1}）").format(draft_words(draft), draft.author)
            button = self._button(words)
            set_plain_tooltip(button, draft_told(draft))
            button.clicked.connect(lambda _checked=False, count=draft.count: self.draft_chosen.emit(count))

    def tell(self, words: str) -> None:
        """Say something of the current cell; nothing where there is nothing to say."""
        if not self._holds:
            self._say(words)

    def release(self) -> None:
        """Let go of what was kept."""
        self._say("")

    def _say(self, words: str, *, error: bool = False, holds: bool = False) -> None:
        for button in self._buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._holds, self._label.is_error = holds, error
        self._label.setText(words)
        self._label.update()
        self.setVisible(bool(words))

    def _offer(self, words: str, wish: SignalInstance) -> None:
        button = self._button(words)
        button.clicked.connect(lambda _checked=False: wish.emit())

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words.replace("&", "&&"), self)
        button.setProperty("small", True)  # noqa: FBT003
        self._line.addWidget(button)
        self._buttons.append(button)
        return button

    def _dress(self) -> None:
        font = self.font()
        font.setPointSizeF(self._tokens.font_small)
        self._label.setFont(font)


class _Words(WrappedLabel):
    """Muted words, in the colour of errors where something was not taken."""

    is_error = False

    @property
    def ink(self) -> str:
        return self._tokens.error if self.is_error else self._tokens.muted
