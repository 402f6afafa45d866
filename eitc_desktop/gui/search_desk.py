"""Searches for the box at the top of the window, and shows what was found below it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.search_box import SearchBox
from eitc_desktop.gui.wording import sentence_of
from eitc_desktop.gui.workers import Work

if TYPE_CHECKING:
    from eitc_desktop.gui.opened import OpenedLibrary
    from eitc_desktop.gui.widgets.search_popup import SearchPopup
    from eitc_desktop.services.search import Found, FoundGroup, ProvisionSearch
    from eitc_desktop.store import Library

_AT_ONCE = 0.01  # seconds: what takes longer is searched for beside the window
_SAID = 24  # characters of what was typed, where nothing was found


class _Answer(NamedTuple):
    """What came of a search beside the window; nothing where a newer one took its place."""

    number: int
    query: str
    groups: tuple[FoundGroup, ...] | None
    error: EitcError | None


class SearchDesk(QObject):
    """Opens the library when words are typed, and closes it when the box is left: nothing is opened before."""

    fact_requested = Signal(object)  # FactRef
    clause_requested = Signal(object)  # Span

    def __init__(self, tokens: Tokens, box: SearchBox, window: QWidget) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._box = box
        self._window = window
        self._opened: OpenedLibrary | None = None
        self._search: ProvisionSearch | None = None
        self._library: Library | None = None
        self._popup: SearchPopup | None = None
        self._number = 0  # of the newest question
        self._works: dict[int, Work] = {}
        self._before: QWidget | None = None  # what had the keyboard
        box.words_settled.connect(self._ask)
        box.entered.connect(self._come)
        box.left.connect(self._go_back)
        box.keyboard_lost.connect(self._leave)
        box.hit_taken.connect(self._take)
        box.row_moved.connect(self._move_rows)
        box.page_moved.connect(self._move_pages)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note_focus)

    @property
    def popup(self) -> SearchPopup:
        """The list; made when it is first asked for."""
        if self._popup is None:
            from eitc_desktop.gui.widgets.search_popup import SearchPopup

            self._popup = SearchPopup(self._tokens, self._box, self._window)
            self._popup.hit_chosen.connect(self._go)
        return self._popup

    @property
    def is_searching(self) -> bool:
        """Whether a search beside the window hasn't come back yet."""
        return bool(self._works)

    def show_library(self, opened: OpenedLibrary | None) -> None:
        """Search in another provision from now on, or in none."""
        self._close()
        self._opened, self._search = opened, None
        self._box.setEnabled(opened is not None)

    def call(self) -> None:
        """Give the box the keyboard."""
        if self._box.isEnabled():
            self._window.activateWindow()
            self._box.call()

    @property
    def _shown(self) -> SearchPopup | None:
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    @Slot()
    def _come(self) -> None:
        if self._shown is None:
            self._ask(self._box.text())

    @Slot(str)
    def _ask(self, query: str) -> None:
        self._number += 1
        opened = self._opened
        if opened is None or not query.strip():
            self._hide()
            return
        try:
            search = self._made(opened)
            if self._library is None:
                from eitc_desktop.services.library import open_library

                self._library = open_library(opened.path)
            groups = self._found_at_once(search, self._library, query)
        except EitcError as error:
            self._show(_Answer(self._number, query, None, error))
            return
        if groups is None:
            self._ask_beside(search, opened.path, query)
        else:
            self._show(_Answer(self._number, query, groups, None))

    @staticmethod
    def _found_at_once(search: ProvisionSearch, library: Library, query: str) -> tuple[FoundGroup, ...] | None:
        from eitc_desktop.services.search import SearchStopped

        end = time.perf_counter() + _AT_ONCE
        try:
            return search.find(library, query, lambda: time.perf_counter() > end)
        except SearchStopped:
            return None

    def _made(self, opened: OpenedLibrary) -> ProvisionSearch:
        if self._search is None:
            from eitc_desktop.services.search import ProvisionSearch

            self._search = ProvisionSearch(opened.chosen, opened.provision, opened.name_keys)
        return self._search

    def _ask_beside(self, search: ProvisionSearch, path: Path, query: str) -> None:
        number = self._number
        work = Work(partial(_found_beside, search, path, (number, query), lambda: number != self._number), self)
        self._works[number] = work
        work.done.connect(self._told)
        work.start()

    @Slot(object)
    def _told(self, answer: _Answer) -> None:
        self._works.pop(answer.number, None)
        if answer.number == self._number and (answer.groups is not None or answer.error is not None):
            self._show(answer)

    def _show(self, answer: _Answer) -> None:
        if answer.error is not None:
            self.popup.say(sentence_of(answer.error))
        elif answer.groups:
            self.popup.show_groups(answer.groups)
        else:
            self.popup.say(
                self.tr(
                    "没有找到“{0}”。\n可查机构、职责分项、职能转变、编制职数、分工事项和条款中的字词，"
                    "一个字起；几个词以空格分开，须同时出现。机构名称也可用拼音或首字母，如 bgs。"
                    "按条款序号查找请用“转到条款”（Ctrl+G）。"
                ).format(_short(answer.query))
            )

    @Slot(QWidget, QWidget)
    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._box and old is not None:
            self._before = old

    @Slot(int)
    def _move_rows(self, step: int) -> None:
        if self._shown is not None:
            self._shown.move_rows(step)

    @Slot(int)
    def _move_pages(self, step: int) -> None:
        if self._shown is not None:
            self._shown.move_pages(step)

    @Slot()
    def _take(self) -> None:
        if self._shown is not None:
            self._shown.take_current()

    @Slot(object)
    def _go(self, hit: Found) -> None:
        self._hide()
        self._before = None
        if hit.ref is None:
            self.clause_requested.emit(hit.span)
        else:
            self.fact_requested.emit(hit.ref)

    @Slot()
    def _go_back(self) -> None:
        """Put the list away, and give the keyboard back."""
        self._hide()
        before = self._before
        if before is not None and Shiboken.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._box.clearFocus()

    @Slot()
    def _leave(self) -> None:
        self._hide()
        self._close()

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _close(self) -> None:
        self._number += 1
        if self._library is not None:
            self._library.close()
            self._library = None


def _found_beside(search: ProvisionSearch, path: Path, question: tuple[int, str], stop: Callable[[], bool]) -> _Answer:
    """Search in a thread of its own, in the library opened anew: a connection belongs to one thread."""
    from eitc_desktop.services.library import open_library
    from eitc_desktop.services.search import SearchStopped

    try:
        with open_library(path) as library:
            return _Answer(*question, search.find(library, question[1], stop), None)
    except SearchStopped:
        return _Answer(*question, None, None)
    except EitcError as error:
        return _Answer(*question, None, error)


def _short(query: str) -> str:
    words = " ".join(query.split())
    return words if len(words) <= _SAID else f"{words[:_SAID]}…"
