"""Thin scroll bars upon the edges of a chart: they say that it reaches beyond the view, and move it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollBar, QWidget

from eitc_desktop.gui.chart.camera import Strip
from eitc_desktop.gui.chart.painting import see_through
from eitc_desktop.gui.theme import Tokens

_STEP = 40  # logical pixels that a turn of the wheel upon a bar moves the chart, a line at a time
_OPAQUE = 0.7  # how much of the chart a bar covers


class ScrollBars(QObject):
    """Take no room of their own: what is fitted into the view would otherwise change with them."""

    moved = Signal(float, float)  # logical pixels that the chart is to be moved

    def __init__(self, tokens: Tokens, view: QWidget) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view
        self._across = self._bar(Qt.Orientation.Horizontal)
        self._down = self._bar(Qt.Orientation.Vertical)
        self._starts = [0, 0]
        self._across.valueChanged.connect(lambda value: self.moved.emit(float(self._starts[0] - value), 0.0))
        self._down.valueChanged.connect(lambda value: self.moved.emit(0.0, float(self._starts[1] - value)))
        self._wear()
        tokens.changed.connect(self._wear)

    @property
    def bars(self) -> tuple[QScrollBar, QScrollBar]:
        """The bars: from side to side, and from top to bottom."""
        return self._across, self._down

    def show(self, across: Strip, down: Strip) -> None:
        """Show where the view is in a chart of which so much is seen; no bar where all is."""
        width, height = self._view.width(), self._view.height()
        thick = self._down.sizeHint().width()
        for place, (bar, strip, page) in enumerate(((self._across, across, width), (self._down, down, height))):
            self._starts[place] = strip.start
            with QSignalBlocker(bar):
                bar.setRange(0, strip.hidden)
                bar.setPageStep(page)
                bar.setValue(strip.start)
            if bar.isHidden() is (strip.hidden > 0):
                bar.setVisible(strip.hidden > 0)
        self._across.setGeometry(0, height - thick, width - (thick if down.hidden else 0), thick)
        self._down.setGeometry(width - thick, 0, thick, height - (thick if across.hidden else 0))

    def _bar(self, orientation: Qt.Orientation) -> QScrollBar:
        bar = QScrollBar(orientation, self._view)
        bar.setSingleStep(_STEP)
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart has keys of its own for it
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        bar.setCursor(Qt.CursorShape.ArrowCursor)
        bar.hide()
        return bar

    def _wear(self) -> None:
        for bar in self.bars:  # upon a chart they must be seen more plainly than beside a text
            handle = see_through(self._tokens.muted, _OPAQUE).name(QColor.NameFormat.HexArgb)
            bar.setStyleSheet(
                f"QScrollBar::handle {{ background: {handle}; }}"
                f"QScrollBar::handle:hover {{ background: {self._tokens.muted}; }}"
            )
