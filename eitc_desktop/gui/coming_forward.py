"""How a window comes forward for somebody who started the program a second time."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_WAYLAND_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  Qt takes it from there when it asks to be activated


def bring_forward(window: QWidget, token: str) -> None:
    """Put *window*, and what stands over it, before all others and give it the keyboard.

    *token* is what the desktop gave the second start for that. Where the desktop refuses, the window asks for attention
    in the task bar.
    """
    if token and QApplication.platformName().startswith("wayland"):
        os.environ[_WAYLAND_TOKEN] = token
    popup = QApplication.activePopupWidget()
    if popup is not None:  # a menu that is open would keep mouse and keyboard
        popup.close()
    front = QApplication.activeModalWidget() or window
    for each in dict.fromkeys((window, front)):
        if each.isMinimized():
            each.setWindowState(each.windowState() & ~Qt.WindowState.WindowMinimized)
        each.show()
        each.raise_()
    front.activateWindow()
    QApplication.alert(window)
