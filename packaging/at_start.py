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


def _leave_out_linear_algebra() -> None:
    # numpy imports these two when it is imported, and calls them when somebody solves equations, which nobody does here
    # (pyqtgraph would, for views in space). LAPACK, which they need, doesn't come along.
    for name in ("_umath_linalg", "lapack_lite"):
        sys.modules[f"numpy.linalg.{name}"] = ModuleType(f"numpy.linalg.{name}")


def _give_back_library_path() -> None:
    # The executable has put the folder in front of where libraries are looked for; the loader has read that by now.
    # A program that is started from here, a PDF viewer for instance, must find its own.
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original:
        os.environ["LD_LIBRARY_PATH"] = original


_leave_out_opengl()
_leave_out_linear_algebra()
if sys.platform == "linux":
    _give_back_library_path()
