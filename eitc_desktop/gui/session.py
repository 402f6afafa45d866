"""Puts the window as it was left, and remembers how it is left: the bond between one window and the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from eitc_desktop import paths
from eitc_desktop.gui.history import Visit, words_of
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.window_place import place_of, show_at
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.services.input_method import Way
from eitc_desktop.settings import Settings, Theme

TEXT_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of text that Ctrl++ and Ctrl+- lead through, in per cent."""

_DRAWER = "drawer"  # its width among the splitters' sizes


class Session(QObject):
    """Lives as long as its window."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        window.theme_wanted.connect(self._take_theme)
        window.text_size_wanted.connect(self._step_text_size)
        window.underlines_wanted.connect(lambda shown: self._change(underlines=shown))
        window.changes.view_chosen.connect(lambda view: self._change(changes_view=view))
        window.chart.layout_chosen.connect(lambda word: self._change(chart_layout=word))
        window.chart.overlays_chosen.connect(lambda words: self._change(chart_overlays=words))
        window.drawer.opened_changed.connect(lambda open_: self._change(drawer_open=open_))
        window.layout_reset.connect(self._forget_layout)
        window.history.changed.connect(self._note_places)
        window.closing.connect(self.remember)
        window.activated.connect(preferences.look_again)
        preferences.changed.connect(self._follow)
        self._follow(preferences.current)

    def show_window(self) -> None:
        """Show the window where and as it was left."""
        settings = self._preferences.current
        self._window.docks.restore(settings.layout, settings.layout_narrow)
        self._window.drawer.set_open(open_=settings.drawer_open)
        self._window.changes.show_view(settings.changes_view)
        self._window.chart.choose_layout(settings.chart_layout)
        self._window.chart.choose_overlays(settings.chart_overlays)
        if settings.chart_shown:
            self._window.docks.bring_forward(self._window.chart)
        show_at(self._window, settings.window)
        QTimer.singleShot(0, self, self._share_splitters)  # they have their own sizes then

    @Slot()
    def remember(self) -> None:
        """Remember where and how the window stands, and write everything down."""
        wide, narrow = self._window.docks.layouts
        self._change(
            window=place_of(self._window),
            layout=wide,
            layout_narrow=narrow,
            chart_shown=self._window.docks.is_in_front(self._window.chart),
            splitters={**self._preferences.current.splitters, **self._shares()},
        )
        self._preferences.save()

    @Slot(object)
    def note_database(self, database: Path) -> None:
        """Remember the library that the user opened; the one that comes with the program needs no remembering."""
        self._change(database=None if database == paths.default_database() else str(database))

    def tell_trouble(self) -> None:
        """Say what was wrong with the settings when they were read, and whether Chinese can be typed."""
        if self._preferences.input_method.way is Way.NONE:
            from eitc_desktop.gui.dialogs.input_method import start_notice

            self._window.status.show_notice(start_notice(self._preferences.input_method) or "")
        trouble = self._preferences.trouble
        if trouble is not None:
            from eitc_desktop.gui.dialogs.message import open_message

            open_message(self._window, self.tr("设置"), sentence_of(trouble.error), warning=True)

    def tell_missed(self, database: Path) -> None:
        """Say that the library opened last is gone, and forget it."""
        from eitc_desktop.gui.dialogs.message import open_message

        self._change(database=None)
        words = self.tr("上次打开的数据库找不到了：{0}\n现在打开的是随程序提供的数据库。").format(database)
        open_message(self._window, self.tr("打开数据库"), words, warning=True)

    def _change(self, **values: object) -> None:
        self._preferences.take(replace(self._preferences.current, **values))

    @Slot(object)
    def _take_theme(self, theme: Theme) -> None:
        self._change(theme=theme)

    @Slot(int)
    def _step_text_size(self, step: int) -> None:
        now = self._preferences.current.text_size
        ways = {
            1: next((size for size in TEXT_STEPS if size > now), now),
            -1: next((size for size in reversed(TEXT_STEPS) if size < now), now),
        }
        self._change(text_size=ways.get(step, 100))
        self._window.status.show_notice(self.tr("文字大小 {0}%").format(self._preferences.current.text_size))

    @Slot()
    def _forget_layout(self) -> None:
        self._change(layout=None, layout_narrow=None, splitters={}, drawer_open=True)

    @Slot()
    def _note_places(self) -> None:
        opened, chosen = self._window.opened, self._window.selection.current
        if opened is None or chosen is None:
            return
        memory = self._preferences.current.of_provision(opened.digest)
        visits = self._window.history.recent
        if memory.selection is None and visits == (Visit(FactRef(FactKind.BODY)),):
            return  # as at first start: nothing was chosen yet
        here = self._window.history.here  # first, also after going back: the next session begins there
        recent = tuple(words_of(visit) for visit in dict.fromkeys((here, *visits)) if visit is not None)
        self._preferences.remember(opened.digest, replace(memory, selection=words_of(Visit(chosen)), recent=recent))

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        """Show in the window what is set."""
        self._window.menus.show_theme(settings.theme)
        self._window.menus.underlines.setChecked(settings.underlines)
        self._window.source.set_underlines_shown(settings.underlines)
        opened = self._window.opened
        if opened is not None:
            self._window.show_validity(settings.of_provision(opened.digest).validity)

    def _shares(self) -> dict[str, tuple[int, ...]]:
        """Return how the middle of the window is shared; where a part is hidden, that is not how it is wanted."""
        shares = {
            splitter.objectName(): tuple(splitter.sizes())
            for splitter in self._window.splitters
            if all(splitter.sizes())
        }
        return {**shares, _DRAWER: (self._window.drawer.pane_width,)}

    def _share_splitters(self) -> None:
        kept = self._preferences.current.splitters
        for splitter in self._window.splitters:
            sizes = kept.get(splitter.objectName(), ())
            if len(sizes) == splitter.count() and all(sizes):
                splitter.setSizes(list(sizes))
        if kept.get(_DRAWER):
            self._window.drawer.set_pane_width(kept[_DRAWER][0])
