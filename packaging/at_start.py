"""Run by the packaged program before anything else (PyInstaller calls this a runtime hook)."""

import os
import sys
from types import ModuleType


class _NoOpenGLWidget:
    """Stands where pyqtgraph derives a view from Qt's OpenGL widget; nobody makes one."""


def _leave_out_opengl() -> None:
    # pyqtgraph imports Qt's OpenGL modules whether or not anything is drawn with them. Ours draws bars with Qt's
    # painter, so 9 MB of them don't come along. A module that is missing would fail its import.
    widgets = ModuleType("PySide6.QtOpenGLWidgets")
    widgets.QOpenGLWidget = _NoOpenGLWidget  # pyright: ignore[reportAttributeAccessIssue]
    sys.modules["PySide6.QtOpenGLWidgets"] = widgets
    sys.modules["PySide6.QtOpenGL"] = ModuleType("PySide6.QtOpenGL")


def _give_back_library_path() -> None:
    # The executable has put the folder in front of where libraries are looked for; the loader has read that by now.
    # A program that is started from here, a PDF viewer for instance, must find its own.
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original:
        os.environ["LD_LIBRARY_PATH"] = original


_leave_out_opengl()
if sys.platform == "linux":
    _give_back_library_path()
