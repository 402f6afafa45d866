"""The area that the duty matrix is painted on: its size, what is scrolled, and what stands where."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.matrix_layout import MatrixLayout, lay_out
from eitc_desktop.gui.widgets.matrix_painter import ColumnSight, Look, MatrixPainter, Place, RowSight
from eitc_desktop.model.facts import FactRef

ZOOMS = (80, 90, 100, 115, 130, 150, 175, 200, 250)
"""Steps of the matrix's own size, in per cent."""

_LEAST_ROWS = 1.7  # that more follows is seen


class MatrixArea(QAbstractScrollArea):
    """One painting from rows and columns. A place is a row and a column; -1 names the heads or the labels."""

    zoomed = Signal(int)  # per cent

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._rows: tuple[RowSight, ...] = ()
        self._columns: tuple[ColumnSight, ...] = ()
        self._zoom = 100
        self._room = 0
        self._layout: MatrixLayout = lay_out((), 0, 0, 1.0)
        self._painter: MatrixPainter | None = None
        self._current: Place = (0, 0)
        self._over: Place | None = None
        self._chosen: FactRef | None = None
        self._explained: tuple[FactRef, FactRef] | None = None  # row and column of the crossing that is explained
        self.setFrameShape(QFrame.Shape.NoFrame)
        tokens.changed.connect(self._lay_out)

    @property
    def zoom(self) -> int:
        """The matrix's own size, in per cent."""
        return self._zoom

    @property
    def page_rows(self) -> int:
        """How many whole rows are in sight."""
        return max((self.viewport().height() - self._layout.head) // self._layout.row - 1, 1)

    @property
    def least_height(self) -> int:
        """The height in which the heads and a row or two are in sight."""
        return self._layout.head + round(_LEAST_ROWS * self._layout.row)

    def point_out(self, crossing: tuple[FactRef, FactRef] | None) -> None:
        """Mark the row and the column of a crossing that is explained elsewhere, instead of what is chosen."""
        if crossing != self._explained:
            self._explained = crossing
            self.viewport().update()

    def set_zoom(self, zoom: int) -> None:
        """Take another size, within the steps there are."""
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom != self._zoom:
            self._zoom = zoom
            self._lay_out()
            self._bring_into_sight(self._current)
            self.zoomed.emit(zoom)

    def set_room(self, height: int) -> None:
        """Take note of the height that there is for the matrix with nothing below it: the heads follow that."""
        if height != self._room:
            self._room = height
            self._lay_out()

    def zoom_by(self, step: int) -> None:
        """Go one step up (1) or down (-1), or back to the usual size (0)."""
        larger = (each for each in ZOOMS if each > self._zoom)
        smaller = (each for each in reversed(ZOOMS) if each < self._zoom)
        ways = {1: next(larger, self._zoom), -1: next(smaller, self._zoom)}
        self.set_zoom(ways.get(step, 100))

    def cell_rect(self, place: Place) -> QRect:
        """Return where a place stands in the viewport."""
        m, (row, column) = self._layout, place
        left, width = (0, m.label) if column < 0 else (m.left(column), m.right(column) - m.left(column))
        top, height = (0, m.head) if row < 0 else (row * m.row, m.row)
        x = left if column < 0 else m.label + left - self.horizontalScrollBar().value()
        y = top if row < 0 else m.head + top - self.verticalScrollBar().value()
        return QRect(x, y, width, height)

    def place_at(self, point: QPoint) -> Place | None:
        """Return the place at a point of the viewport, None beside all of them and in the corner."""
        m = self._layout
        row, column = -1, -1
        if point.x() >= m.label:
            found = m.column_at(point.x() - m.label + self.horizontalScrollBar().value())
            if found is None:
                return None
            column = found
        if point.y() >= m.head:
            row = (point.y() - m.head + self.verticalScrollBar().value()) // m.row
            if row >= len(self._rows):
                return None
        return None if row < 0 and column < 0 else (row, column)

    def _lay_out(self) -> None:
        unit = self._tokens.text_size / 100 * self._zoom / 100
        self._layout = lay_out(
            tuple(sight.column for sight in self._columns), self.viewport().width(), self._room, unit
        )
        self._painter = None
        m, size = self._layout, self.viewport().size()
        room = (max(size.width() - m.label, 0), max(size.height() - m.head, 0))
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(m.width - room[0], 0))
        across.setPageStep(room[0])
        across.setSingleStep(round(20 * unit))
        down.setRange(0, max(len(self._rows) * m.row + m.foot - room[1], 0))
        down.setPageStep(room[1])
        down.setSingleStep(m.row)
        self.viewport().update()

    def _chosen_places(self) -> tuple[int | None, int | None]:
        return self._row_of(self._chosen), self._column_of(self._chosen)

    def _marked_places(self) -> tuple[int | None, int | None]:
        """Return the row and the column that stand out: those of what is explained, or else of what is chosen."""
        if self._explained is None:
            return self._chosen_places()
        return self._row_of(self._explained[0]), self._column_of(self._explained[1])

    def _row_of(self, ref: FactRef | None) -> int | None:
        return next((at for at, sight in enumerate(self._rows) if sight.row.ref == ref), None)

    def _column_of(self, ref: FactRef | None) -> int | None:
        return next((at for at, sight in enumerate(self._columns) if sight.column.ref == ref), None)

    def _bring_into_sight(self, place: tuple[int | None, int | None]) -> None:
        m, size = self._layout, self.viewport().size()
        row, column = place
        if row is not None and row >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(max(min(bar.value(), row * m.row), (row + 1) * m.row - (size.height() - m.head)))
        if column is not None and column >= 0:
            bar = self.horizontalScrollBar()
            bar.setValue(max(min(bar.value(), m.left(column)), m.right(column) - (size.width() - m.label)))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint what is in sight."""
        if self._painter is None:
            self._painter = MatrixPainter(self._tokens, self._layout, self.font())
        rows, columns = self._marked_places()
        view = self.viewport()
        look = Look(
            (self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
            (view.width(), view.height()),
            rows,
            columns,
            self._over,
            self._current,
            self.hasFocus(),
        )
        with QPainter(view) as painter:
            self._painter.paint(painter, self._rows, self._columns, look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width between labels and columns."""
        super().resizeEvent(event)
        self._room = max(self._room, event.size().height())
        self._lay_out()
        if event.size().height() < event.oldSize().height():
            self._bring_into_sight(self._current)

    def changeEvent(self, event: QEvent) -> None:
        """Take another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._painter = None
