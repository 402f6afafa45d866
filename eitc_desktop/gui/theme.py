"""Design tokens in one place, and the one function that puts them on the application."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from eitc_desktop import paths
from eitc_desktop.model.provision import ChangeKind


class ChangeColours(NamedTuple):
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


class FactColours(NamedTuple):
    """One colour for the lines under each family of facts; their patterns tell them apart without colour."""

    unit: str
    change: str
    duty: str
    staffing: str
    shared: str
    document: str


class Palette(NamedTuple):
    """Colours as #RRGGBB.

    ``text``, ``muted``, ``accent``, ``error`` and the change, derived, judged and entered colours keep a contrast of at
    least 4.5:1 on ``window``, ``surface`` and ``raised`` (WCAG 2.2, 1.4.3), ``text`` also on ``selection``
    and ``highlight``. The lines of ``facts`` keep 3:1 on ``surface``, ``selection`` and ``highlight`` (1.4.11).
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
    facts: FactColours


LIGHT = Palette(
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
    facts=FactColours(
        unit="#3A81C3",
        change="#C66529",
        duty="#77828C",
        staffing="#A66BB4",
        shared="#23907C",
        document="#9A7A20",
    ),
)

DARK = Palette(
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
    facts=FactColours(
        unit="#5690CC",
        change="#CB7743",
        duty="#84909B",
        staffing="#B07FBD",
        shared="#449B8A",
        document="#AC9040",
    ),
)


_PICTURES = "pictures"  # how the style sheet calls the folder of the pictures it names

_POINTS = (
    ("font_small", 9.0),
    ("font_base", 10.0),
    ("font_reading", 11.5),
    ("font_heading", 12.0),
    ("font_title", 14.0),
)


class Tokens(QObject):
    """The design tokens in force: a palette's colours, lengths in logical pixels, font sizes in points.

    They are live: whoever paints reads them while it paints, and whoever keeps what follows from them (sizes, fonts,
    formats) makes it anew when they ``changed``. The application has its own style by then. Who throws widgets away for
    that does so while they are ``changing``: what is left is styled anew, seen or not.
    """

    changing = Signal()
    changed = Signal()

    space_xs = 2
    space_s = 4
    space_m = 8
    space_l = 12
    space_xl = 20
    radius = 4
    line_spacing = 1.5  # of the font's height, for running Chinese text

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
    facts: FactColours
    font_small: float
    font_base: float
    font_reading: float
    font_heading: float
    font_title: float

    def __init__(self, palette: Palette, text_size: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(palette, text_size)

    @property
    def palette(self) -> Palette:
        """The palette in force."""
        return self._palette

    @property
    def text_size(self) -> int:
        """Size of all text, in per cent of the usual."""
        return self._text_size

    def wear(self, palette: Palette, text_size: int) -> None:
        """Take other colours, or another size of text (per cent), and tell everybody."""
        if (palette, text_size) != (self._palette, self._text_size):
            self.changing.emit()
            self._take(palette, text_size)
            self.changed.emit()

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

    def _take(self, palette: Palette, text_size: int) -> None:
        self._palette = palette
        self._text_size = text_size
        for name, colour in palette._asdict().items():
            setattr(self, name, colour)
        for name, points in _POINTS:
            setattr(self, name, points * text_size / 100)


def system_palette() -> Palette:
    """Return the palette for the colour scheme that the system asks for; light where it doesn't say."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def apply_theme(app: QApplication, tokens: Tokens) -> None:
    """Give the application its palette, base font size and style sheet."""
    QDir.setSearchPaths(_PICTURES, [str(paths.resources_dir() / "icons")])
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
QMenu::icon {{ padding-left: {t.space_m}px; }}
QMenu::item:selected {{ background: {t.selection}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: {t.space_s}px 0; }}
QStatusBar {{ background: {t.window}; border-top: 1px solid {t.border}; }}
QStatusBar::item {{ border: none; }}
QMainWindow::separator {{ background: {t.window}; width: 5px; height: 5px; }}
QMainWindow::separator:hover {{ background: {t.selection}; }}
QSplitter::handle {{ background: {t.window}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.border}; }}
QTabBar::tab {{ padding: {t.space_xs}px {t.space_l - 2}px {t.space_s}px; color: {t.muted}; background: {t.window};
    border: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ background: {t.selection}; border-color: {t.accent}; }}
QAbstractScrollArea {{ border: none; background: {t.surface}; }}
QDialog QAbstractScrollArea {{ border: 1px solid {t.border}; }}
QDialog QAbstractScrollArea:focus {{ border-color: {t.accent}; }}
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
QPushButton:default {{ border-color: {t.accent}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: {t.space_s - 1}px {t.space_l - 1}px; }}
QPushButton:pressed, QPushButton:checked {{ background: {t.selection}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QComboBox {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: {t.radius}px;
    padding: {t.space_s}px {t.space_m}px; }}
QComboBox:hover, QComboBox:on {{ background: {t.hover}; }}
QComboBox:focus {{ border: 2px solid {t.accent}; padding: {t.space_s - 1}px {t.space_m - 1}px; }}
QComboBox:disabled {{ color: {t.muted}; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow {{ image: url({_PICTURES}:{"arrow-dark" if t.dark else "arrow-light"}.png); }}
QToolButton {{ border: 1px solid transparent; border-radius: {t.radius}px; padding: {t.space_s}px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton[small="true"] {{ font-size: {t.font_small}pt; }}
QToolButton:checked {{ background: {t.selection}; }}
QCheckBox, QRadioButton {{ border: 1px solid transparent; border-radius: {t.radius}px; padding: {t.space_xs}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
