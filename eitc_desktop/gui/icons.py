"""Icons of one family, drawn from lines in the colours of the palette in force, and the program's own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap
from shiboken6 import Shiboken

from eitc_desktop import paths
from eitc_desktop.gui.theme import Tokens

WINDOW_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

_FIELD = 24  # side of the square that the lines are drawn on
_STROKE = 1.75  # in the same unit: the family's 2 is heavier than our text
_SIDE = 18  # logical pixels of an icon beside text of the usual size
_DISABLED_ALPHA = 0.45


class Icon(Enum):
    """What an icon stands for; the value is its name in the family (Lucide)."""

    BACK = "arrow-left"
    FORWARD = "arrow-right"
    RECENT = "history"
    FILTER = "list-filter"
    SEARCH = "search"
    GO_TO = "corner-down-right"
    COPY = "copy"
    QUOTE = "text-quote"
    TREE = "list-tree"
    SOURCE = "file-text"
    SPLITS = "split"
    DETAIL = "panel-right"
    CHANGES = "arrow-right-left"
    DUTY_MAP = "grid-3x3"
    CHART = "network"
    REVIEW = "message-square-text"
    ALLOCATION = "users"
    ADD_OPINION = "message-square-plus"
    UNDO = "undo-2"
    REDO = "redo-2"
    EXPORT = "file-output"
    IMPORT = "file-input"
    REVIEWER = "user-pen"
    OFFICES = "landmark"
    RESTORE = "archive-restore"
    SAVE_AS = "save"
    FINDINGS = "list-checks"
    VALIDITY = "calendar-check"
    OPEN = "folder-open"
    PRINT = "printer"
    DIAGNOSTICS = "life-buoy"
    QUIT = "log-out"
    SETTINGS = "settings"
    LANGUAGE = "languages"
    LARGER_TEXT = "a-arrow-up"
    SMALLER_TEXT = "a-arrow-down"
    USUAL_TEXT = "type"
    RESTORE_LAYOUT = "panels-top-left"
    WHOLE_WINDOW = "maximize-2"
    FLOAT = "picture-in-picture-2"
    CLOSE = "x"
    KEYBOARD = "keyboard"
    INFO = "info"
    CHEVRON_UP = "chevron-up"


def icon(tokens: Tokens, which: Icon) -> QIcon:
    """Return an icon that is painted in the colours in force when it is painted, sharp at every scale."""
    return QIcon(_LiveEngine(tokens, which))


def icon_size(tokens: Tokens) -> QSize:
    """Return the size of an icon beside text of the size in force, in logical pixels."""
    side = round(_SIDE * tokens.text_size / 100)
    return QSize(side, side)


def paint_icon(painter: QPainter, box: QRectF, which: Icon, colour: QColor | str) -> None:
    """Paint an icon as large as fits into the middle of *box*."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pixel = 1 / painter.deviceTransform().m11()
    # a line an odd number of pixels wide is sharp in the middle of a pixel: our lines lie on whole numbers
    nudge = pixel / 2 if round(_STROKE * side / _FIELD / pixel) % 2 else 0.0
    painter.translate(box.center().x() - side / 2 + nudge, box.center().y() - side / 2 + nudge)
    painter.scale(side / _FIELD, side / _FIELD)
    round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(QColor(colour), _STROKE, *round_ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_outline(which))
    painter.restore()


def window_icon() -> QIcon:
    """Return the program's icon in all its sizes; a file is read when its size is asked for."""
    found = QIcon()
    folder = paths.resources_dir() / "icons"
    for side in WINDOW_ICON_SIZES:
        found.addFile(str(folder / f"eitc-desktop-{side}.png"), QSize(side, side))
    return found


class _LiveEngine(QIconEngine):
    """Paints one icon from the live tokens, so that a change of palette needs no new icon."""

    def __init__(self, tokens: Tokens, which: Icon) -> None:
        super().__init__()
        self._tokens = tokens
        self._which = which

    # Qt overrides

    def clone(self) -> QIconEngine:
        """Return a twin, for a copy of the icon that somebody adds a picture to."""
        twin = _LiveEngine(self._tokens, self._which)
        # PySide would delete it before Qt owns it. An icon takes it out of Python's hands, and is itself forgotten.
        Shiboken.invalidate(QIcon(twin))
        return twin

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        colour = QColor(self._tokens.text)
        if mode is QIcon.Mode.Disabled:
            colour.setAlphaF(_DISABLED_ALPHA)
        paint_icon(painter, QRectF(rect), self._which, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return pixmap


@cache
def _outline(which: Icon) -> QPainterPath:
    """Return the lines of an icon on the square field; none where the program's files are gone."""
    path = QPainterPath()
    words = iter(_drawings().get(which.value, "").split())
    for letter in words:
        if letter == "M":
            path.moveTo(float(next(words)), float(next(words)))
        elif letter == "L":
            path.lineTo(float(next(words)), float(next(words)))
        elif letter == "C":
            x1, y1, x2, y2, x, y = (float(next(words)) for _ in range(6))
            path.cubicTo(x1, y1, x2, y2, x, y)
        else:
            path.closeSubpath()
    return path


@cache
def _drawings() -> Mapping[str, str]:
    """Read the lines of all icons, by name."""
    try:
        lines = (paths.resources_dir() / "icons" / "lucide.txt").read_text(encoding="ascii").splitlines()
    except OSError:
        return {}  # every icon stands beside a name or has one for readers: the window works without
    return {name: words for name, _, words in (line.partition(" ") for line in lines) if name != "#"}
