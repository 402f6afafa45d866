"""The line above the preview: which page is seen, one or all of them, and how large."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from eitc_desktop.gui.printing.preview import PagePreview
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import set_plain_tooltip
from eitc_desktop.gui.widgets.flow_layout import FlowLayout
from eitc_desktop.gui.widgets.outlined import outline


class PageBar(QWidget):
    """Leads through the pages of *preview*."""

    def __init__(self, tokens: Tokens, preview: PagePreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._preview = preview
        self.page = QSpinBox(self)
        self.page.setAccessibleName(self.tr("页码"))
        self.page.setKeyboardTracking(False)
        self._count = QLabel(self)
        self._zoom = QLabel(self)
        self.all = self._button(self.tr("并排"), self.tr("所有页并排，或只看一页"))
        self.all.setCheckable(True)
        self.smaller = self._button("−", self.tr("缩小"))
        self.larger = self._button("＋", self.tr("放大"))
        self.whole = self._button(self.tr("整页"), self.tr("缩放到看得见整页"))
        line = FlowLayout(tokens.space_m, self)
        for group in ((self.page, self._count, self.all), (self.smaller, self._zoom, self.larger, self.whole)):
            line.addWidget(self._together(*group))
        self.page.valueChanged.connect(lambda number: preview.show_page(number - 1))
        self.all.toggled.connect(lambda on: preview.show_together(together=on))
        self.smaller.clicked.connect(lambda: preview.zoom_by(-1))
        self.larger.clicked.connect(lambda: preview.zoom_by(1))
        self.whole.clicked.connect(preview.fit)
        preview.page_changed.connect(self.follow)
        preview.view_changed.connect(self.follow)
        tokens.changed.connect(self._dress)
        self._dress()
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Show what the preview shows."""
        preview = self._preview
        count = 0 if preview.document is None else len(preview.document.pages)
        self.page.blockSignals(True)  # noqa: FBT003  Qt's own
        self.page.setRange(min(1, count), count)
        self.page.setValue(preview.page + 1 if count else 0)
        self.page.blockSignals(False)  # noqa: FBT003
        self.all.blockSignals(True)  # noqa: FBT003
        self.all.setChecked(preview.together)
        self.all.blockSignals(False)  # noqa: FBT003
        self._count.setText(self.tr("/ {0} 页").format(count))
        self._zoom.setText(f"{round(100 * preview.zoom)}%")
        for widget in (self.page, self.all, self.smaller, self.larger, self.whole):
            widget.setEnabled(count > 0)

    def _together(self, *widgets: QWidget) -> QWidget:
        """Return what holds *widgets* in a line that is not broken."""
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._tokens.space_s)
        for widget in widgets:
            line.addWidget(widget)
        return holder

    def _button(self, words: str, use: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        set_plain_tooltip(button, use)
        button.setAccessibleName(use)
        return button

    @Slot()
    def _dress(self) -> None:
        outline(self._tokens, self.page)
