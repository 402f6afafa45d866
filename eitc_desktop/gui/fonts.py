"""One table of Chinese fonts by all their names, and the choice among them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

# Fonts of the user's own system first, in this order; the same font goes by several names.
INTERFACE_FAMILIES = (
    "Microsoft YaHei UI",
    "微软雅黑",
    "Microsoft YaHei",
    "PingFang SC",
    "苹方-简",
    "HarmonyOS Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "WenQuanYi Micro Hei",
    "文泉驿微米黑",
    "WenQuanYi Zen Hei",
    "文泉驿正黑",
)

_BUNDLED = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def installed_family() -> str | None:
    """Return the first interface family that this system has, None on a system without any of them."""
    return next((family for family in INTERFACE_FAMILIES if QFontDatabase.hasFamily(family)), None)


def choose_font(app: QApplication, fonts_folder: Path) -> str:
    """Set the application's font and return its family; the bundled one where the system has none.

    Without any Chinese font (the bundled files are gone too) the system's default stays.
    """
    installed = installed_family()
    family = installed or _bundled_family(fonts_folder)
    if family is not None:
        font = QFont(app.font())
        font.setFamilies([family])
        if installed is None:  # our files hold no hints; to make them up for Chinese takes longer than to draw
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        app.setFont(font)
        return family
    return app.font().family()


def _bundled_family(folder: Path) -> str | None:
    families: list[str] = []
    for name in _BUNDLED:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else None
