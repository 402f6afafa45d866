"""Two scenarios as bars. Imported only when they are asked for: pyqtgraph costs more than the whole window."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from eitc_desktop.gui.allocation.compare_model import difference_words, number_words
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import labelled
from eitc_desktop.reviewing.allocation_compare import Pair

_LONGEST_NAME = 16  # characters of a unit's name beside its bars
_THICK = 0.36  # of a row: a bar


class CompareBars(QWidget):
    """A row for each unit with a bar for each scenario and its number; a legend that stays above."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shown: tuple[str, tuple[str, str], list[tuple[str, Pair]]] | None = None
        self.legend = _Legend(tokens, self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("两个方案的条形图"))
        self._chart = pg.PlotItem(enableMenu=False)
        self._chart.hideButtons()
        self.plot = _Plot(self._scroll, plotItem=self._chart, useOpenGL=False)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(self._scroll, 1)
        tokens.changed.connect(self._draw)

    def show_pairs(self, item: str, names: tuple[str, str], rows: Sequence[tuple[str, Pair]]) -> None:
        """Show the numbers of *item* in both scenarios, of each named unit."""
        self._shown = (item, names, list(rows))
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        item, names, rows = self._shown
        t = self._tokens
        self._chart.clear()
        self.legend.show_names(item, names)
        self.plot.setBackground(QColor(t.surface))
        font = QFont(self.font())
        font.setPointSizeF(t.font_small)
        metrics = QFontMetricsF(font)
        most = max((number for _name, pair in rows for number in pair[:2] if number is not None), default=0)
        for part, brush in enumerate(bar_brushes(t)):
            self._add_bars(part, brush, [pair for _name, pair in rows], font)
        self._dress_axes([name for name, _pair in rows], font, metrics, max(most, 1))
        height = round(len(rows) * 2.3 * metrics.height() + 3 * metrics.height())
        self.plot.setMinimumHeight(height)
        told = [labelled(name, " / ".join((*_both(pair), difference_words(pair)))) for name, pair in rows]
        self._scroll.setAccessibleDescription("\n".join(told))

    def _add_bars(self, part: int, brush: QBrush, pairs: list[Pair], font: QFont) -> None:
        """Add the bars of one scenario, each with its number; an empty cell has no bar, and says that it is empty."""
        t = self._tokens
        places = [row + (part - 0.5) * _THICK for row in range(len(pairs))]
        numbers = [pair[part] for pair in pairs]
        known = [(place, number) for place, number in zip(places, numbers, strict=True) if number]
        if known:
            bars = pg.BarGraphItem(
                x0=[0] * len(known),
                y=[place for place, _number in known],
                width=[number for _place, number in known],
                height=_THICK * 0.86,
                brush=brush,
                pen=QPen(brush.color(), 0),
            )
            self.plot.addItem(bars)
        told = [number_words(pair, part) for pair in pairs]
        for place, number, words in zip(places, numbers, told, strict=True):
            label = pg.TextItem(words, color=QColor(t.muted if number is None else t.text), anchor=(0, 0.5))
            label.setFont(font)
            label.setPos(number or 0, place)
            self.plot.addItem(label)

    def _dress_axes(self, names: list[str], font: QFont, metrics: QFontMetricsF, most: int) -> None:
        t, chart = self._tokens, self._chart
        short = [name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…" for name in names]
        left, bottom = chart.getAxis("left"), chart.getAxis("bottom")
        left.setTicks([list(enumerate(short))])
        left.setWidth(round(max((metrics.horizontalAdvance(name) for name in short), default=0)) + 3 * t.space_m)
        left.setStyle(tickFont=font, tickLength=0, autoExpandTextSpace=False, hideOverlappingLabels=False)
        bottom.setStyle(tickFont=font, tickLength=0)
        bottom.setHeight(round(2 * metrics.height()))
        for axis in (left, bottom):
            axis.setZValue(-1)  # the grid stays behind the bars
            axis.setPen(QPen(QColor(t.border), 1.0))
            axis.setTextPen(QColor(t.text if axis is left else t.muted))
        chart.showGrid(x=True, y=False, alpha=0.15)
        box = chart.getViewBox()
        box.invertY(True)  # noqa: FBT003 - the library's signature
        box.setYRange(-0.7, max(len(names) - 0.3, 0.7), padding=0)
        box.setXRange(0, most * 1.12, padding=0)


class _Plot(pg.PlotWidget):
    """Leaves the wheel to the area that it is scrolled in."""

    # Qt overrides

    def wheelEvent(self, ev: QWheelEvent) -> None:
        """Take no notice of it."""
        ev.ignore()


class _Legend(QWidget):
    """Which bars are whose, above what is scrolled."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._parts: tuple[str, ...] = ()
        self._item = QLabel(self)
        self._item.hide()

    def show_names(self, item: str, names: tuple[str, str]) -> None:
        """Say what is shown of which scenarios."""
        self._parts = (item, *names)
        self.setAccessibleName(" ".join(self._parts))
        self.updateGeometry()
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(200, round(QFontMetricsF(self.font()).height()) + 2 * self._tokens.space_m)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the item's name and a small bar before each scenario's."""
        if not self._parts:
            return
        t, metrics = self._tokens, QFontMetricsF(self.font())
        with QPainter(self) as painter:
            x, room = float(t.space_l), (self.width() - 2 * t.space_l) / 3
            for words, brush in zip(self._parts, (None, *bar_brushes(t)), strict=True):
                if brush is not None:
                    painter.fillRect(round(x), round(self.height() / 2 - 5), 22, 10, brush)
                    painter.setPen(QPen(brush.color(), 1.0))
                    painter.drawRect(round(x), round(self.height() / 2 - 5), 22, 10)
                    x += 22 + t.space_s
                painter.setPen(QColor(t.muted if brush is None else t.text))
                fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - 40)
                painter.drawText(round(x), round((self.height() + metrics.ascent() - metrics.descent()) / 2), fitted)
                x += metrics.horizontalAdvance(fitted) + t.space_xl


def _both(pair: Pair) -> tuple[str, str]:
    return number_words(pair, 0), number_words(pair, 1)


def bar_brushes(tokens: Tokens) -> tuple[QBrush, QBrush]:
    """Return how the two scenarios' bars are filled: told apart by pattern as well as by colour."""
    return QBrush(QColor(tokens.facts.unit)), QBrush(QColor(tokens.facts.change), Qt.BrushStyle.BDiagPattern)
