"""What all dialogs have in common: a size that grows with the text, within what the window and the screen leave."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from eitc_desktop.gui.theme import Tokens

_ROWS = 3  # of a list, or lines of a text, that are seen at least
_SMALLEST = QSize(911, 512)  # logical pixels: a screen of 1366×768 at 150 %
_AROUND = QSize(40, 56)  # logical pixels: the frame of a dialog, and what is seen of the window


def room_over(widget: QWidget | None) -> QSize:
    """Return the largest size of a dialog over *widget*, or alone on the screen: logical pixels.

    It stays within the screen, and within the window unless that is smaller than the smallest screen.
    """
    screen = (QGuiApplication.primaryScreen() if widget is None else widget.screen()).availableSize()
    window = screen if widget is None else widget.window().size().expandedTo(_SMALLEST)
    return window.boundedTo(screen) - _AROUND


class FittedDialog(QDialog):
    """A dialog of a body over buttons; a body too tall for the screen scrolls, so that the buttons are always seen.

    Its *size* is in Chinese characters across and down; it becomes as high as wrapped words need.
    """

    def __init__(self, title: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._wanted = size
        self._sheet = _Sheet(title, self)
        self._buttons: QDialogButtonBox | None = None
        self._column = QVBoxLayout(self)
        self._views: tuple[QAbstractItemView | QPlainTextEdit, ...] = ()

    def fill(
        self, body: QLayout, buttons: QDialogButtonBox, views: tuple[QAbstractItemView | QPlainTextEdit, ...] = ()
    ) -> None:
        """Show *body* over *buttons*; of each of *views* in it a few rows are seen at least."""
        self._buttons = buttons
        self._views = views
        self._sheet.hold(body)
        self._column.setSpacing(Tokens.space_l)
        self._column.addWidget(self._sheet, 1)
        self._column.addWidget(buttons)

    @Slot()
    def fit(self) -> None:
        """Take the size that the text asks for in its size of now, as far as there is room."""
        for view in self._views:
            view.setMinimumHeight(_least_height(view))
        self._sheet.updateGeometry()
        room, wanted = room_over(self.parentWidget()), self._wanted * QFontInfo(self.font()).pixelSize()
        width = max(min(wanted.width(), room.width()), self._column.totalMinimumSize().width())
        frame = self._column.contentsMargins()
        body = self._sheet.height_at(width - frame.left() - frame.right())
        buttons = 0 if self._buttons is None else self._buttons.sizeHint().height()
        needed = frame.top() + body + self._column.spacing() + buttons + frame.bottom()
        self.resize(width, min(max(wanted.height(), needed), room.height()))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right size before the place is found for it."""
        if not event.spontaneous():
            self.fit()
        super().showEvent(event)


class _Sheet(QScrollArea):
    """Scrolls a body up and down, never sideways; without need it looks and feels as if it weren't there."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._body = _Body(self)
        self.setObjectName("sheet")
        self.setStyleSheet(
            "#sheet { border: 1px solid transparent; background: transparent; }"
            " #sheet:focus { border-color: palette(link); }"
        )
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._be_a_stop)

    def hold(self, body: QLayout) -> None:
        """Show *body*."""
        self._body.hold(body)
        self.setWidget(self._body)

    def height_at(self, width: int) -> int:
        """Return the height in which nothing has to scroll at *width*."""
        frame = 2 * self.frameWidth()
        return self._body.heightForWidth(width - frame) + frame

    def _be_a_stop(self, least: int, most: int) -> None:
        """Let the keyboard come here only where there is something to scroll."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > least else Qt.FocusPolicy.NoFocus)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Return the width of the body beside a scroll bar, and a height that leaves room for the buttons."""
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        lines = _ROWS * round(QFontMetricsF(self.font()).lineSpacing())
        return QSize(self._body.minimumSizeHint().width() + beside, lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; keys that something in the body had no use for are the dialog's."""
        if self.hasFocus():
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Body(QWidget):
    """As high as its layout needs at least: what would like more gets what is left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout: QLayout | None = None

    def hold(self, layout: QLayout) -> None:
        """Show what is in *layout*."""
        layout.setContentsMargins(0, 0, 0, 0)
        self._layout = layout
        self.setLayout(layout)

    # Qt overrides

    def heightForWidth(self, width: int) -> int:
        """Return the least height at *width*."""
        if self._layout is None:
            return 0
        least = self._layout.minimumSize().height()
        return max(least, self._layout.minimumHeightForWidth(width)) if self._layout.hasHeightForWidth() else least


def _least_height(view: QAbstractItemView | QPlainTextEdit) -> int:
    rows = round(QFontMetricsF(view.font()).lineSpacing())
    height = 2 * view.frameWidth() + view.horizontalScrollBar().sizeHint().height()
    if isinstance(view, QAbstractItemView):
        rows = max(rows, view.sizeHintForRow(0))
    else:
        height += 2 * round(view.document().documentMargin())
    if isinstance(view, QTreeView):
        height += view.header().sizeHint().height()
    return height + _ROWS * rows
