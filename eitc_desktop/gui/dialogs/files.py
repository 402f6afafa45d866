"""The system's file dialog, or Qt's own made to fit: its pictures can't be seen in the dark, its columns cut words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFileDialog, QSplitter, QToolButton, QTreeView, QWidget

from eitc_desktop.gui.dialogs.fitted import room_over
from eitc_desktop.gui.icons import Icon, icon
from eitc_desktop.gui.theme import Tokens

_PICTURES = {
    "backButton": Icon.BACK,
    "forwardButton": Icon.FORWARD,
    "toParentButton": Icon.CHEVRON_UP,
}
_NAME, _SIZE, _KIND, _DATE = range(4)
_WIDTHS = {_NAME: 18, _SIZE: 6, _KIND: 7, _DATE: 11}  # columns, in Chinese characters


def file_dialog(tokens: Tokens, title: str, folder: str, parent: QWidget) -> QFileDialog:
    """Return a dialog over *parent*, which deletes itself when it is closed; the caller opens it."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, picture in _PICTURES.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:  # Qt's own dialog: the system's has no widgets of ours
            button.setIcon(icon(tokens, picture))
    places = dialog.findChild(QSplitter, "splitter")
    character = QFontMetricsF(dialog.font()).horizontalAdvance("\u4e00")
    if places is not None:
        places.setSizes([round(7 * character), round(50 * character)])
    listed = dialog.findChild(QTreeView, "treeView")
    if listed is not None:
        for column, count in _WIDTHS.items():
            listed.header().resizeSection(column, round(count * character))
        dialog.resize((QSize(60, 36) * character).boundedTo(room_over(parent)))
    return dialog
