"""Draws a row of the agency's tree: ordinal, name and second names in two tones, count or quota at the right."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from eitc_desktop.gui.filling import fill
from eitc_desktop.gui.models.unit_tree import UnitRole, UnitRow
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import show_plain_tooltip
from eitc_desktop.gui.widgets.row_state import row_state
from eitc_desktop.services.matching import SearchedText, matched_places

_LEAST_OF_NAME = 6  # characters, the ordinal's among them
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine)
_LINE = 2  # thickness of the line under what a filter found


class _Face:
    """A font and its measures, also those of the words drawn in it: all take longer to make than a row to draw."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.metrics = QFontMetrics(self.font)
        self.height = self.metrics.height()
        self._widths: dict[str, int] = {}

    def width(self, words: str) -> int:
        """Return the width of *words*."""
        width = self._widths.get(words)
        if width is None:
            width = self._widths[words] = self.metrics.horizontalAdvance(words)
        return width


class _Faces(NamedTuple):
    """The faces of a row."""

    usual: _Face
    bold: _Face
    small: _Face


class _Run(NamedTuple):
    """Words in one tone; ``found`` are the places in them, ``[start, end)``, that a filter found."""

    words: str
    colour: str
    face: _Face
    found: tuple[tuple[int, int], ...] = ()


class UnitDelegate(QStyledItemDelegate):
    """Rows are one line high, two where a nameplate stands under the name. Elided rows have a tooltip."""

    def __init__(self, tokens: Tokens, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view
        self._asked: tuple[str, ...] = ()
        self._faces: _Faces | None = None  # of the font that was drawn last

    def mark_words(self, asked: tuple[str, ...]) -> None:
        """Underline what the *asked* words of a filter found in each row."""
        self._asked = asked
        self._view.viewport().update()

    def is_elided(self, rect: QRect, font: QFont, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether the row's words don't fit into *rect*."""
        faces, row = self._faces_of(font), _row(index)
        runs = [*self._runs(faces, row, index), *self._right_runs(faces, row)]
        if sum(map(_width, runs)) + 3 * self._tokens.space_m > rect.width():
            return True
        return _width(self._below(faces, row)) + 2 * self._tokens.space_s > rect.width()

    def _faces_of(self, font: QFont) -> _Faces:
        size = self._tokens.font_small
        if self._faces is None or self._faces.usual.font != font or self._faces.small.font.pointSizeF() != size:
            bold, small = QFont(font), QFont(font)
            bold.setBold(True)
            small.setPointSizeF(size)
            self._faces = _Faces(_Face(font), _Face(bold), _Face(small))
        return self._faces

    def _run(self, text: SearchedText, colour: str, face: _Face) -> _Run:
        return _Run(text.words, colour, face, matched_places(self._asked, text) if self._asked else ())

    def _runs(self, faces: _Faces, row: UnitRow, index: QModelIndex | QPersistentModelIndex) -> list[_Run]:
        tokens, is_unit = self._tokens, row.ref is not None
        runs = [
            self._run(row.ordinal, tokens.muted, faces.small),
            self._run(
                row.name,
                tokens.text,
                faces.usual if is_unit and index.parent().isValid() else faces.bold,
            ),
            self._run(row.aside, tokens.muted, faces.usual),
        ]
        return [run for run in runs if run.words]

    def _right_runs(self, faces: _Faces, row: UnitRow) -> list[_Run]:
        tokens = self._tokens
        runs = [
            _Run(row.symbols, tokens.muted, faces.small),
            _Run(row.disputed, tokens.entered, faces.small),
            _Run(row.opinions, tokens.entered, faces.small),
            _Run(row.mark, tokens.accent, faces.small),
            _Run(row.trailing, tokens.error if row.doubtful else tokens.muted, faces.small),
        ]
        return [run for run in runs if run.words]

    def _draw(self, painter: QPainter, rect: QRect, run: _Run) -> int:
        """Draw *run* at the left of *rect*, elided where it must be, and return its width."""
        face, words, room = run.face, run.words, rect.width()
        width = face.width(words)
        if width >= room:
            words = face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
            width = face.metrics.horizontalAdvance(words)
        painter.setFont(face.font)
        painter.setPen(QColor(run.colour))
        painter.drawText(rect, _ONE_LINE, words)
        foot = rect.top() + (rect.height() + face.height) // 2 - 1
        for start, end in run.found:
            left, right = (min(face.width(run.words[:at]), width) for at in (start, end))
            fill(painter, QRect(rect.left() + left, foot, right - left, _LINE), self._tokens.accent)
        return width

    def _below(self, faces: _Faces, row: UnitRow) -> _Run:
        return self._run(row.second_line, self._tokens.muted, faces.small)

    # Qt overrides

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's ground, and the words in our tones."""
        tokens = self._tokens
        state = row_state(self._view, index)
        if state.chosen or state.over:
            fill(painter, option.rect, tokens.selection if state.chosen else tokens.hover)
        if state.focused:
            fill(painter, QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), tokens.accent)
        faces, row = self._faces_of(option.font), _row(index)
        rect = QRect(option.rect).adjusted(tokens.space_s, 0, -tokens.space_m, 0)
        line = QRect(rect)
        painter.save()
        if row.second_line.words:
            line.setHeight(rect.height() // 2 + 2)
            under = QRect(rect.left(), line.bottom() - 2, rect.width(), rect.bottom() - line.bottom())
            self._draw(painter, under, self._below(faces, row))
        for run in reversed(self._right_runs(faces, row)):
            width = _width(run)
            if line.width() - width < _LEAST_OF_NAME * faces.usual.height:
                continue  # the name comes first: what stands beside it is in the tooltip and in the details
            self._draw(painter, QRect(line.right() - width, line.top(), width + 1, line.height()), run)
            line.setRight(line.right() - width - tokens.space_m)
        for run in self._runs(faces, row, index):
            line.setLeft(line.left() + self._draw(painter, line, run))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the row's lines; the width takes what there is."""
        faces = self._faces_of(option.font)
        height = faces.usual.height + self._tokens.space_s
        if _row(index).second_line.words:
            height += faces.small.height + self._tokens.space_s
        return QSize(120, height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole row as a tooltip where it is elided, or says in short what is entered."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        shown = bool(_row(index).entered) or self.is_elided(option.rect, option.font, index)
        show_plain_tooltip(event.globalPos(), _row(index).sentence if shown else "", view)
        return True


def _row(index: QModelIndex | QPersistentModelIndex) -> UnitRow:
    row: UnitRow = index.data(UnitRole.ROW)
    return row


def _width(run: _Run) -> int:
    return run.face.width(run.words)
