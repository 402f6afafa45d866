"""One table of Chinese fonts by all their names, the choice among them, and what characters they lack."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

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

BUNDLED_FAMILY = "Noto Sans SC"
_BUNDLED = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")

_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})  # controls, joiners, halves of a pair, spaces
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


class FontsReport(NamedTuple):
    """The font in use, whether it is the program's own, and the characters that no font of this computer can draw.

    ``lacking`` stands in the order in which the text first has them.
    """

    family: str
    bundled: bool
    lacking: tuple[str, ...]


def installed_family() -> str | None:
    """Return the first interface family that this system has, None on a system without any of them."""
    return next((family for family in INTERFACE_FAMILIES if QFontDatabase.hasFamily(family)), None)


def choose_font(app: QGuiApplication, fonts_folder: Path) -> str:
    """Set the application's font and return its family; the bundled one where the system has none.

    The bundled family stands second after one of the system's, though its files are not read: see ``complete_font``.
    Without any Chinese font (the bundled files are gone too) the system's default stays.
    """
    installed = installed_family()
    family = installed or _bundled_family(fonts_folder)
    if family is not None:
        font = QFont(app.font())
        font.setFamilies([family] if family == BUNDLED_FAMILY else [family, BUNDLED_FAMILY])
        if installed is None:  # our files hold no hints; to make them up for Chinese takes longer than to draw
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        app.setFont(font)
        return family
    return app.font().family()


def complete_font(text: str, fonts_folder: Path) -> bool:
    """Read the bundled font if *text* has a character that the system's fonts lack; say whether that was needed.

    Takes some milliseconds: call it when the window is up.
    """
    if QFontDatabase.hasFamily(BUNDLED_FAMILY) or not lacking(text):
        return False
    return _bundled_family(fonts_folder) is not None


def lacking(text: str, font: QFont | None = None) -> tuple[str, ...]:
    """Return the characters of *text* that come out as an empty box in *font* (without it: the application's).

    Other fonts that Qt falls back to count as well, unless *font* has the style strategy NoFontMerging.
    Each is named once, in the order of the text; controls and spaces need no shape and don't count.
    """
    font = QFont(QGuiApplication.font()) if font is None else font
    from PySide6.QtGui import QRawFont

    own = QRawFont.fromFont(font)
    candidates = (char for char in dict.fromkeys(text) if _has_shape(char) and not own.supportsCharacter(ord(char)))
    return tuple(char for char in candidates if not _drawn(char, font))


def fonts_report(text: str) -> FontsReport:
    """Report on the application's font and the characters of *text*. Takes some milliseconds."""
    family = QGuiApplication.font().family()
    ours = (QFontDatabase.applicationFontFamilies(number) for number in range(len(_BUNDLED)))
    return FontsReport(family, any(family in families for families in ours), lacking(text))


def report_without_window(text: str, fonts_folder: Path) -> FontsReport:
    """Report as :func:`fonts_report` does in a process that has no window and needs no screen."""
    from eitc_desktop.gui.screenless import without_screen

    with without_screen() as app:
        if app is not None:
            choose_font(app, fonts_folder)
            complete_font(text, fonts_folder)
        return fonts_report(text)


def _has_shape(char: str) -> bool:
    return unicodedata.category(char) not in _SHAPELESS and not any(ord(char) in some for some in _VARIATION_SELECTORS)


def _drawn(char: str, font: QFont) -> bool:
    """Lay *char* out as on the screen; glyph 0 is the empty box."""
    from PySide6.QtGui import QTextLayout

    layout = QTextLayout(char, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    return bool(glyphs) and 0 not in glyphs


def _bundled_family(folder: Path) -> str | None:
    families: list[str] = []
    for name in _BUNDLED:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else None
