"""Settings as a JSON object, in both directions. What can't be is ignored and named; what isn't known is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TypeVar, cast

from eitc_desktop.errors import EitcError
from eitc_desktop.phrases import Phrase
from eitc_desktop.settings.values import (
    MAX_MAKER,
    MAX_NOTE,
    MAX_RECENT,
    MAX_REVIEWER,
    TEXT_SIZES,
    ChangesView,
    EnteredValidity,
    Language,
    PrintChoices,
    ProvisionMemory,
    Reviewer,
    Settings,
    Theme,
    Validity,
    WindowPlace,
)

_MAX_KEY = 200  # characters of a place, of a splitter's name
_MAX_LAYOUT = 65_536  # characters; a layout of the window has some 1,500
_MAX_PATH = 4096
_MAX_SPLITTERS = 50
_FARTHEST = 100_000  # logical pixels
_MAX_WORD = 20  # characters of a word of the command line
_MOST_WORDS = 20  # of such words in a list
_LONGEST = 5000  # millimetres
_MOST_SHEETS = 100  # of a poster, each way
_LARGEST_TYPE = 500  # points

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_T = TypeVar("_T")


class Damaged(EitcError):
    """The bytes are no settings; the words are the reason, without a full stop."""


def object_in(data: bytes) -> dict[str, object]:
    """Return the JSON object that *data* is.

    Raises:
        Damaged: if it is none.
    """
    try:
        words = data.removeprefix(b"\xef\xbb\xbf").decode()  # Windows' Notepad marks UTF-8
    except UnicodeDecodeError as error:
        raise Damaged(Phrase("Settings", "不是 UTF-8 文本")) from error
    try:
        found = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise Damaged(Phrase("Settings", "内容残缺或格式不对")) from error
    if not isinstance(found, dict):
        raise Damaged(Phrase("Settings", "内容残缺或格式不对"))
    return cast("dict[str, object]", found)


def bytes_of(settings: Settings) -> bytes:
    """Return *settings* as a file for people to read: UTF-8, indented."""
    words = json.dumps(_joined(_document(settings), settings.beyond), ensure_ascii=False, indent=2)
    # a half of a surrogate pair, as in names of files that are no UTF-8, becomes its JSON escape
    return words.encode(errors="backslashreplace") + b"\n"


class Reading:
    """Takes the values out of a JSON object, so that a newer version's stay behind in it."""

    def __init__(self) -> None:
        self.ignored: list[str] = []

    def settings(self, source: dict[str, object]) -> Settings:
        """Return what *source* says; ``ignored`` names what can't be."""
        plain = Settings()
        text_size = _whole(*TEXT_SIZES)
        return Settings(
            language=self._take(source, "language", Language, plain.language),
            theme=self._take(source, "theme", Theme, plain.theme),
            text_size=self._take(source, "text_size", text_size, plain.text_size),
            underlines=self._take(source, "underlines", _truth, plain.underlines),
            changes_view=self._take(source, "changes_view", ChangesView, self._changes_view_before(source)),
            chart_layout=self._take(source, "chart_layout", _words(_MAX_WORD), plain.chart_layout),
            chart_overlays=self._take(source, "chart_overlays", _few_words, plain.chart_overlays),
            chart_shown=self._take(source, "chart_shown", _truth, plain.chart_shown),
            window=self._window(source),
            layout=self._take(source, "layout", _words(_MAX_LAYOUT), None),
            layout_narrow=self._take(source, "layout_narrow", _words(_MAX_LAYOUT), None),
            splitters=self._take(source, "splitters", _splitters, {}),
            drawer_open=self._take(source, "drawer_open", _truth, plain.drawer_open),
            database=self._take(source, "database", _words(_MAX_PATH), None),
            printing=self._printing(source),
            reviewer=self._reviewer(source),
            provisions=self._provisions(source),
            beyond=source,
        )

    def _changes_view_before(self, source: dict[str, object]) -> ChangesView:
        """Return what an older version's file says, which knew cards and table only."""
        as_table = self._take(source, "changes_as_table", _truth, False)  # noqa: FBT003  the default
        return ChangesView.TABLE if as_table else ChangesView.BOARD

    def _window(self, source: dict[str, object]) -> WindowPlace | None:
        inner = self._inner(source, "window", "window")
        if inner is None:
            return None
        before = len(self.ignored)
        place, size = _whole(-_FARTHEST, _FARTHEST), _whole(1, _FARTHEST)
        x, y = (self._take(inner, key, place, None, "window.") for key in ("x", "y"))
        width, height = (self._take(inner, key, size, None, "window.") for key in ("width", "height"))
        maximized = self._take(inner, "maximized", _truth, False, "window.")  # noqa: FBT003  the default
        _sweep(source, "window")
        if x is None or y is None or width is None or height is None:
            if len(self.ignored) == before:
                self.ignored.append("window")
            return None
        return WindowPlace(x, y, width, height, maximized)

    def _printing(self, source: dict[str, object]) -> PrintChoices:
        inner = self._inner(source, "printing", "printing")
        plain = PrintChoices()
        if inner is None:
            return plain
        length, sheets, word, line = _whole(0, _LONGEST), _whole(1, _MOST_SHEETS), _words(_MAX_WORD), _line(MAX_MAKER)
        found = PrintChoices(
            kind=self._take(inner, "kind", word, plain.kind, "printing."),
            paper=self._take(inner, "paper", word, plain.paper, "printing."),
            width=self._take(inner, "width", length, plain.width, "printing."),
            height=self._take(inner, "height", length, plain.height, "printing."),
            orientation=self._take(inner, "orientation", word, plain.orientation, "printing."),
            layout=self._take(inner, "layout", word, plain.layout, "printing."),
            scaling=self._take(inner, "scaling", word, plain.scaling, "printing."),
            type_size=self._take(inner, "type_size", _points, plain.type_size, "printing."),
            columns=self._take(inner, "columns", sheets, plain.columns, "printing."),
            rows=self._take(inner, "rows", sheets, plain.rows, "printing."),
            overlap=self._take(inner, "overlap", length, plain.overlap, "printing."),
            binding=self._take(inner, "binding", _truth, plain.binding, "printing."),
            maker=self._take(inner, "maker", line, plain.maker, "printing."),
            dpi=self._take(inner, "dpi", _whole(1, _FARTHEST), plain.dpi, "printing."),
            folder=self._take(inner, "folder", _words(_MAX_PATH), plain.folder, "printing."),
        )
        _sweep(source, "printing")
        return found

    def _reviewer(self, source: dict[str, object]) -> Reviewer | None:
        inner = self._inner(source, "reviewer", "reviewer")
        if inner is None:
            return None
        line = _line(MAX_REVIEWER)
        name, office = (self._take(inner, each, line, "", "reviewer.") for each in ("name", "office"))
        key = self._take(inner, "key", _uuid, "", "reviewer.")
        _sweep(source, "reviewer")
        return Reviewer(name, office, key) if name and key else None

    def _provisions(self, source: dict[str, object]) -> dict[str, ProvisionMemory]:
        inner = self._inner(source, "provisions", "provisions") or {}
        found: dict[str, ProvisionMemory] = {}
        for digest in list(inner):
            place = f"provisions.{digest}"
            memory = self._inner(inner, digest, place)
            if memory is None:
                continue
            found[digest] = ProvisionMemory(
                selection=self._take(memory, "selection", _words(_MAX_KEY), None, f"{place}."),
                recent=self._take(memory, "recent", _places, (), f"{place}."),
                validity=self._validity(memory, f"{place}.validity"),
            )
            _sweep(inner, digest)
        _sweep(source, "provisions")
        return found

    def _validity(self, source: dict[str, object], place: str) -> EnteredValidity | None:
        inner = self._inner(source, "validity", place)
        if inner is None:
            return None
        state = self._take(inner, "state", Validity, None, f"{place}.")
        note = self._take(inner, "note", _line(MAX_NOTE), "", f"{place}.")
        entered_on = self._take(inner, "entered_on", _date, "", f"{place}.")
        _sweep(source, "validity")
        return None if state is None else EnteredValidity(state, note, entered_on)

    def _take(
        self, source: dict[str, object], key: str, read: Callable[[object], _T], default: _T, place: str = ""
    ) -> _T:
        value = source.pop(key, None)
        if value is None:
            return default
        try:
            return read(value)
        except ValueError:
            self.ignored.append(place + key)
            return default

    def _inner(self, source: dict[str, object], key: str, place: str) -> dict[str, object] | None:
        value = source.get(key)
        if isinstance(value, dict):
            return cast("dict[str, object]", value)
        if source.pop(key, None) is not None:
            self.ignored.append(place)
        return None


def _sweep(source: dict[str, object], key: str) -> None:
    if source.get(key) == {}:
        del source[key]


def _whole(low: int, high: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if type(value) is int and low <= value <= high:  # True is an int too
            return value
        raise ValueError

    return read


def _words(limit: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and len(value) <= limit:
            return value
        raise ValueError

    return read


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError


def _line(limit: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        words = _words(limit)(value)
        if words.splitlines() not in ([], [words]):
            raise ValueError
        return words

    return read


def _points(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= _LARGEST_TYPE:
        return float(value)
    raise ValueError


def _date(value: object) -> str:
    from datetime import date

    words = _words(10)(value)
    if words and date.fromisoformat(words).isoformat() != words:
        raise ValueError
    return words


def _uuid(value: object) -> str:
    words = _words(36)(value)
    if not _UUID.fullmatch(words):
        raise ValueError
    return words


def _places(value: object) -> tuple[str, ...]:
    return tuple(_words(_MAX_KEY)(each) for each in _list(value, MAX_RECENT))


def _few_words(value: object) -> tuple[str, ...]:
    return tuple(_words(_MAX_WORD)(each) for each in _list(value, _MOST_WORDS))


def _splitters(value: object) -> dict[str, tuple[int, ...]]:
    if not isinstance(value, dict):
        raise ValueError  # noqa: TRY004  one kind of error for all
    named = cast("dict[str, object]", value)
    if len(named) > _MAX_SPLITTERS:
        raise ValueError
    return {name: tuple(_whole(0, _FARTHEST)(size) for size in _list(sizes, 20)) for name, sizes in named.items()}


def _list(value: object, limit: int) -> list[object]:
    if isinstance(value, list) and len(found := cast("list[object]", value)) <= limit:
        return found
    raise ValueError


def _document(settings: Settings) -> dict[str, object]:
    return {
        "language": settings.language.value,
        "theme": settings.theme.value,
        "text_size": settings.text_size,
        "underlines": settings.underlines,
        "changes_view": settings.changes_view.value,
        "chart_layout": settings.chart_layout,
        "chart_overlays": list(settings.chart_overlays),
        "chart_shown": settings.chart_shown,
        "window": None if settings.window is None else asdict(settings.window),
        "layout": settings.layout,
        "layout_narrow": settings.layout_narrow,
        "splitters": {name: list(sizes) for name, sizes in settings.splitters.items()},
        "drawer_open": settings.drawer_open,
        "database": settings.database,
        "printing": asdict(settings.printing),
        "reviewer": None if settings.reviewer is None else asdict(settings.reviewer),
        "provisions": {digest: asdict(memory) for digest, memory in settings.provisions.items()},
    }


def _joined(known: dict[str, object], beyond: Mapping[str, object]) -> dict[str, object]:
    """Return *known* with what only *beyond* has, at every depth."""
    joined = dict(known)
    for key, value in beyond.items():
        mine = joined.get(key)
        if mine is None:
            joined[key] = value
        elif isinstance(mine, dict) and isinstance(value, dict):
            joined[key] = _joined(cast("dict[str, object]", mine), cast("dict[str, object]", value))
    return joined
