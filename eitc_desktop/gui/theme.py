"""Design tokens in one place, and the one function that puts them on the application."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from eitc_desktop.model.provision import ChangeKind


@dataclass(frozen=True, slots=True)
class ChangeColours:
    """One colour for each kind of change, from a palette that colour-blind readers can tell apart."""

    abolished: str
    devolved: str
    transferred_in: str
    transferred_out: str
    integrated: str
    added: str
    strengthened: str
    handed_over: str
    unspecified: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #RRGGBB, lengths in logical pixels, font sizes in points.

    ``text``, ``muted``, ``accent`` and the change, derived, judged and entered colours keep a contrast of at
    least 4.5:1 on ``window``, ``surface`` and ``raised`` (WCAG 2.2, 1.4.3), ``text`` also on ``selection``
    and ``highlight``.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    text: str
    muted: str
    accent: str
    on_accent: str
    border: str
    hover: str
    selection: str
    highlight: str
    error: str
    derived: str
    judged: str
    entered: str
    changes: ChangeColours
    space_xs: int = 2
    space_s: int = 4
    space_m: int = 8
    space_l: int = 12
    space_xl: int = 20
    radius: int = 4
    line_spacing: float = 1.5  # of the font's height, for running Chinese text
    font_small: float = 9.0
    font_base: float = 10.0
    font_reading: float = 11.5
    font_heading: float = 12.0
    font_title: float = 14.0

    def change_colour(self, kind: ChangeKind) -> str:
        """Return the colour of a kind of change."""
        return {
            ChangeKind.ABOLISHED: self.changes.abolished,
            ChangeKind.DEVOLVED: self.changes.devolved,
            ChangeKind.TRANSFERRED_IN: self.changes.transferred_in,
            ChangeKind.TRANSFERRED_OUT: self.changes.transferred_out,
            ChangeKind.INTEGRATED: self.changes.integrated,
            ChangeKind.ADDED: self.changes.added,
            ChangeKind.STRENGTHENED: self.changes.strengthened,
            ChangeKind.HANDED_OVER: self.changes.handed_over,
            ChangeKind.UNSPECIFIED: self.changes.unspecified,
        }[kind]


LIGHT = Tokens(
    dark=False,
    window="#F4F5F6",
    surface="#FFFFFF",
    raised="#F8F9FA",
    text="#1D2329",
    muted="#5A636D",
    accent="#1F5A94",
    on_accent="#FFFFFF",
    border="#D3D8DD",
    hover="#EEF2F6",
    selection="#D9E7F5",
    highlight="#FFEFB8",
    error="#A8321F",
    derived="#6A4A00",
    judged="#7A3A86",
    entered="#0B6156",
    changes=ChangeColours(
        abolished="#B03A00",
        devolved="#00609B",
        transferred_in="#006B52",
        transferred_out="#7A5200",
        integrated="#9A2F72",
        added="#006B52",
        strengthened="#7A5200",
        handed_over="#4C4FA8",
        unspecified="#565E66",
    ),
)

DARK = Tokens(
    dark=True,
    window="#1B1F24",
    surface="#21262C",
    raised="#2A3037",
    text="#E4E8EC",
    muted="#A6AFB8",
    accent="#7FB5E8",
    on_accent="#10202F",
    border="#3B434B",
    hover="#2C343C",
    selection="#24405C",
    highlight="#4A3D10",
    error="#F0917E",
    derived="#E0BC6A",
    judged="#D3A0DE",
    entered="#6FCDBE",
    changes=ChangeColours(
        abolished="#F2935C",
        devolved="#6CBBF0",
        transferred_in="#4FCDA6",
        transferred_out="#E3B14A",
        integrated="#E39AC6",
        added="#4FCDA6",
        strengthened="#E3B14A",
        handed_over="#A9ABF2",
        unspecified="#B4BCC4",
    ),
)


def system_tokens() -> Tokens:
    """Return the tokens for the colour scheme that the system asks for; light where it doesn't say."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def apply_theme(app: QApplication, tokens: Tokens) -> None:
    """Give the application its style, palette, base font size and style sheet."""
    app.setStyle("Fusion")
    app.setPalette(_palette(tokens))
    font = app.font()
    font.setPointSizeF(tokens.font_base)
    app.setFont(font)
    app.setStyleSheet(_style_sheet(tokens))


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for place, colour in (
        (role.Window, t.window),
        (role.WindowText, t.text),
        (role.Base, t.surface),
        (role.AlternateBase, t.raised),
        (role.Text, t.text),
        (role.PlaceholderText, t.muted),
        (role.Button, t.raised),
        (role.ButtonText, t.text),
        (role.BrightText, t.error),
        (role.ToolTipBase, t.raised),
        (role.ToolTipText, t.text),
        (role.Highlight, t.selection),
        (role.HighlightedText, t.text),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.Accent, t.accent),
        (role.Light, t.surface),
        (role.Midlight, t.raised),
        (role.Mid, t.border),
        (role.Dark, t.border),
        (role.Shadow, t.border),
    ):
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(t.muted))
    return palette


def _style_sheet(t: Tokens) -> str:
    """One sheet for what the palette can't say. Kept short: every rule costs time before the first paint."""
    return f"""
QToolTip {{ color: {t.text}; background: {t.raised}; border: 1px solid {t.border}; padding: {t.space_s}px; }}
QMenuBar {{ background: {t.window}; border-bottom: 1px solid {t.border}; }}
QMenuBar::item {{ padding: {t.space_s}px {t.space_m}px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.selection}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.border}; padding: {t.space_s}px 0; }}
QMenu::item {{ padding: {t.space_s}px {t.space_xl}px; }}
QMenu::item:selected {{ background: {t.selection}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: {t.space_s}px 0; }}
QStatusBar {{ background: {t.window}; border-top: 1px solid {t.border}; }}
QStatusBar::item {{ border: none; }}
QMainWindow::separator {{ background: {t.window}; width: 5px; height: 5px; }}
QMainWindow::separator:hover {{ background: {t.selection}; }}
QSplitter::handle {{ background: {t.window}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.border}; }}
QTabBar::tab {{ padding: {t.space_s}px {t.space_l}px; color: {t.muted}; background: {t.window};
    border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ background: {t.selection}; }}
QAbstractScrollArea {{ border: none; background: {t.surface}; }}
QTreeView::item, QTableView::item, QListView::item {{ border: none; padding: 2px {t.space_s}px; }}
QTreeView::item:hover, QTableView::item:hover, QListView::item:hover {{ background: {t.hover}; }}
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{
    background: {t.selection}; color: {t.text}; }}
QHeaderView::section {{ background: {t.raised}; color: {t.muted}; border: none;
    border-bottom: 1px solid {t.border}; border-right: 1px solid {t.border}; padding: {t.space_s}px {t.space_m}px; }}
QLineEdit {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {t.radius}px;
    padding: {t.space_s}px {t.space_m}px; }}
QLineEdit:focus {{ border-color: {t.accent}; }}
QPushButton {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: {t.radius}px;
    padding: {t.space_s}px {t.space_l}px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus, QPushButton:default {{ border-color: {t.accent}; }}
QPushButton:pressed, QPushButton:checked {{ background: {t.selection}; }}
QToolButton {{ border: 1px solid transparent; border-radius: {t.radius}px; padding: {t.space_s}px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton:checked {{ background: {t.selection}; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
