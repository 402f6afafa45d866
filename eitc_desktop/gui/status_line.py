"""The status bar's words: who the provision is, how much of it was read, and passing notices."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QStatusBar, QToolButton, QWidget

from eitc_desktop.gui.identity import identity_parts
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import set_plain_tooltip, show_plain_tooltip
from eitc_desktop.gui.wording import validity_word
from eitc_desktop.model.provision import Provision
from eitc_desktop.settings import EnteredValidity, Validity

_NOTICE_MS = 4000
_FILE_WIDTH = 200  # logical pixels at the usual size of text
_PART = " · "


class ElidedLabel(QLabel):
    """One line of plain text that is elided where it doesn't fit; its tooltip repeats it in full."""

    def __init__(self, parent: QWidget | None = None, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def shown(self) -> str:
        """What can be read in the room there is."""
        return self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())

    def event(self, event: QEvent) -> bool:
        """Show the words in full; as a tooltip of the widget a screen reader would read them twice."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            show_plain_tooltip(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the window be narrow."""
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw what fits."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(self.contentsRect(), flags, self.shown)


class PartsLabel(ElidedLabel):
    """Parts of one line that are left out whole from its end: cut anywhere, they would say what they don't."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """As many parts as fit; of the first alone, its beginning."""
        room = self.contentsRect().width()
        metrics = self.fontMetrics()
        for count in range(len(self._parts), 0, -1):
            left_out = ("…",) if count < len(self._parts) else ()
            words = _PART.join((*self._parts[:count], *left_out))
            if metrics.horizontalAdvance(words) <= room:
                return words
        return metrics.elidedText("".join(self._parts[:1]), Qt.TextElideMode.ElideRight, room)

    def show_parts(self, *parts: str) -> None:
        """Show *parts* one after the other."""
        self._parts = parts
        self.setText(_PART.join(parts))


class StatusLine(QStatusBar):
    """Identity at the left, file and findings at the right; a notice covers the identity for a few seconds.

    That what is shown is not what its own text gives stays to be read as long as it is shown.
    """

    findings_requested = Signal()
    validity_requested = Signal()
    doubt_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._entered: EnteredValidity | None = None
        self.setAccessibleName(self.tr("状态栏"))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(tokens.space_s, 0, 0, 0)
        # Qt's own message would let what it covers come through again where the style changes
        self._left = QStackedWidget(self)
        self.identity = PartsLabel(self._left)
        self._notice = ElidedLabel(self._left)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_NOTICE_MS)
        self._rest.timeout.connect(self._show_usual)
        self._left.addWidget(self.identity)
        self._left.addWidget(self._notice)
        self.addWidget(self._left)
        self.validity = QToolButton(self)
        self.validity.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.validity.clicked.connect(self.validity_requested)
        self.addWidget(self.validity)
        self.validity.hide()
        self.file = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self.file.setContentsMargins(tokens.space_m, 0, tokens.space_m, 0)
        self.addPermanentWidget(self.file)
        self.findings = QToolButton(self)
        self.findings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.findings.setToolTip(self.tr("程序识读了多少，核查中注意到什么"))
        self.findings.clicked.connect(self.findings_requested)
        self.addPermanentWidget(self.findings)
        self.findings.hide()
        self.doubt = QToolButton(self)
        self.doubt.setText(self.tr("内容与原文不一致"))
        self.doubt.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.doubt.clicked.connect(self.doubt_requested)
        self.addPermanentWidget(self.doubt)
        self.doubt.hide()
        self._dress()
        tokens.changed.connect(self._dress)

    @property
    def notice(self) -> str:
        """The notice that is shown; empty without one."""
        return self._notice.text() if self._left.currentWidget() is self._notice else ""

    def show_provision(self, provision: Provision, path: Path, findings: int) -> None:
        """Say who *provision* is, how it was read, and which database file it comes from."""
        self.file.setText(path.name)
        set_plain_tooltip(self.file, self.tr("打开的数据库：{0}").format(path))
        self.file.show()
        self.identity.show_parts(*identity_parts(provision))
        self.findings.setText(
            self.tr("未识别 {0} 句 · 核查结果 {1} 条").format(provision.coverage.unparsed, findings),
        )
        self.show_doubt(doubtful=False)

    def show_doubt(self, *, doubtful: bool) -> None:
        """Say that what is shown is not what its own text gives, in the place of what was made of that text.

        On a small screen with large text there is no room for both.
        """
        self.findings.setVisible(not doubtful)
        self.doubt.setVisible(doubtful)

    def show_validity(self, validity: EnteredValidity | None) -> None:
        """Say whether the provision is in force, which only the user can know: entered, and never stated."""
        self.validity.show()
        if validity == self._entered and self.validity.text():
            return  # told at every choice, for that is remembered beside it
        self._entered = validity
        entered = validity is not None and validity.state is not Validity.UNVERIFIED
        word = validity_word(Validity.UNVERIFIED if validity is None else validity.state)
        words = self.tr("时效 {0}（录入）") if entered else self.tr("时效 {0}")
        self.validity.setText(words.format(word))
        self.validity.setProperty("entered", entered)
        self._dress()
        tip = [self.tr("是否现行有效，原文不载明：由使用者核实后录入，只存在本机。")]
        if validity is not None and validity.entered_on:
            tip.append(self.tr("录入日期 {0}").format(validity.entered_on))
        if validity is not None and validity.note:
            tip.append(self.tr("依据 {0}").format(validity.note))
        set_plain_tooltip(self.validity, "\n".join(tip))

    def show_nothing(self) -> None:
        """Say that nothing is open."""
        self.validity.hide()
        self.identity.show_parts(self.tr("没有打开的三定规定"))
        self.file.hide()
        self.findings.hide()
        self.doubt.hide()

    def show_notice(self, words: str) -> None:
        """Show *words* for a few seconds, and let a screen reader say them."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # large, and no notice belongs to the first picture

        self._notice.setText(words)
        self._left.setCurrentWidget(self._notice)
        self._rest.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self._notice, QAccessible.Event.Alert))

    def _show_usual(self) -> None:
        self._left.setCurrentWidget(self.identity)

    def _dress(self) -> None:
        self.file.setMaximumWidth(round(_FILE_WIDTH * self._tokens.text_size / 100))
        entered = bool(self.validity.property("entered"))
        t, repealed = self._tokens, self._entered is not None and self._entered.state is Validity.REPEALED
        colour = t.error if repealed else t.entered if entered else t.text
        self.validity.setStyleSheet(f"color: {colour};")
        self.doubt.setStyleSheet(f"color: {self._tokens.changes.abolished}; font-weight: bold;")
