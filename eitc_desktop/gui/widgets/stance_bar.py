"""同意 · 不同意 · 存疑: how a reader gives a verdict on a link, small and out of the way."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eitc_desktop.gui.models.verdict_wish import Link, VerdictWish, Wish
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import labelled

_PAD, _GAP, _RISE = 5.0, 3.0, 2.0  # logical pixels: at the sides of a word, between words, above and below it
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Choice(NamedTuple):
    """A word that can be chosen; ``wish`` is what that asks for."""

    words: str
    wish: Wish
    chosen: bool
    box: QRectF


class StanceBar(QWidget):
    """One widget for all the words: a page has one of these for each link.

    The reader's own verdict stands in a double frame, as all that is entered; to choose it again takes it back.
    """

    wished = Signal(object)  # VerdictWish

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._links: tuple[Link, ...] = ()
        self._own = ""
        self._at = 0  # the choice where the keyboard is
        self._over = -1
        self._placed: tuple[int, tuple[_Choice, ...]] | None = None  # for a width
        font = self.font()
        font.setPointSizeF(tokens.font_small)
        self.setFont(font)
        self._metrics: QFontMetricsF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def links(self) -> tuple[Link, ...]:
        """What a verdict is given on."""
        return self._links

    @property
    def own(self) -> str:
        """The reader's own verdict: the value of a Stance, empty without one."""
        return self._own

    def show_links(self, links: tuple[Link, ...], own: str = "") -> None:
        """Offer verdicts on *links*, of which the reader's *own* is the value of a Stance, or empty."""
        if (links, own) == (self._links, self._own) and self.accessibleName():
            return
        self._links, self._own = links, own
        self._at = min(self._at, len(self._words()) - 1)
        self._placed = None
        self._tell()
        self.updateGeometry()
        self.update()

    def choose(self, number: int) -> None:
        """Ask for what a word stands for."""
        wish, chosen = self._words()[number][1:]
        self.wished.emit(VerdictWish(self._links, Wish.WITHDRAW if chosen else wish))

    @property
    def _of_none(self) -> bool:
        return all(unit is None for _, unit in self._links)

    def _words(self) -> list[tuple[str, Wish, bool]]:
        agree = self.tr("同意未对应") if self._of_none else self.tr("同意")
        disagree = self.tr("建议对应…") if self._of_none else self.tr("不同意")
        words = [(agree, Wish.AGREE), (disagree, Wish.DISAGREE), (self.tr("存疑"), Wish.DOUBT)]
        if self._own:
            words.append((self.tr("理由…"), Wish.EXPLAIN))
        return [(each, wish, self._own == wish.value) for each, wish in words]

    def _tell(self) -> None:
        """Say where the keyboard is, and what was chosen."""
        words, _, chosen = self._words()[self._at]
        state = self.tr("已选，再按撤回") if chosen else self.tr("未选")
        name = f"{words} {state}" if words != self.tr("理由…") else words
        self.setAccessibleName(labelled(self.tr("审阅"), name))

    def _measures(self) -> QFontMetricsF:
        if self._metrics is None:
            self._metrics = QFontMetricsF(self.font())
        return self._metrics

    def _choices(self, width: int) -> tuple[_Choice, ...]:
        """Return the words where they stand in *width*, in as many lines as they need."""
        if self._placed is None or self._placed[0] != width:
            metrics = self._measures()
            height = metrics.height() + 2 * _RISE
            label = metrics.horizontalAdvance(self.tr("审阅"))
            x, y = label + _GAP, 0.0
            found: list[_Choice] = []
            for words, wish, chosen in self._words():
                wide = metrics.horizontalAdvance(words) + 2 * _PAD
                if x + wide > width and x > label + _GAP:
                    x, y = 0.0, y + height + _GAP
                found.append(_Choice(words, wish, chosen, QRectF(x, y, wide, height)))
                x += wide + _GAP
            self._placed = width, tuple(found)
        return self._placed[1]

    def _choice_at(self, place: QPointF) -> int:
        return next((at for at, one in enumerate(self._choices(self.width())) if one.box.contains(place)), -1)

    def _point_at(self, number: int) -> None:
        if number != self._over:
            self._over = number
            self.setCursor(Qt.CursorShape.ArrowCursor if number < 0 else Qt.CursorShape.PointingHandCursor)
            self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        boxes = self._choices(10_000)
        return QSize(round(boxes[-1].box.right()) + 1, round(boxes[-1].box.bottom()) + 1)

    def heightForWidth(self, width: int) -> int:
        return round(self._choices(width)[-1].box.bottom()) + 1

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words; the one chosen as what is entered, the one that has the keyboard framed."""
        t = self._tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(t.muted))
            choices = self._choices(self.width())
            label = QRectF(0.0, 0.0, self.width(), choices[0].box.height())
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.tr("审阅"))
            for number, one in enumerate(choices):
                frame = one.box.adjusted(0.5, 0.5, -0.5, -0.5)
                if number == self._over:
                    painter.fillRect(one.box, QColor(t.hover))
                if one.chosen:
                    painter.setPen(QPen(QColor(t.entered), 1.0))
                    painter.drawRect(frame)
                    painter.drawRect(frame.adjusted(2, 2, -2, -2))
                if self.hasFocus() and number == self._at:
                    painter.setPen(QPen(QColor(t.accent), 1.5))
                    painter.drawRoundedRect(frame, 2, 2)
                font = QFont(self.font())
                font.setBold(one.chosen)
                painter.setFont(font)
                painter.setPen(QColor(t.entered if one.chosen else t.accent))
                painter.drawText(one.box, Qt.AlignmentFlag.AlignCenter, one.words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here."""
        number = self._choice_at(event.position())
        if number >= 0:
            self._at = number
            self._tell()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the word that was clicked."""
        number = self._choice_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and number >= 0 and number == self._at:
            self.choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would choose."""
        self._point_at(self._choice_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        super().leaveEvent(event)
        self._point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from word to word and choose one; other keys are the page's."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._at = min(max(self._at + step, 0), len(self._words()) - 1)
            self._tell()
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.choose(self._at)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is gone."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._metrics = self._placed = None
