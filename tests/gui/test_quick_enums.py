"""Enumerations made quickly are those that Python makes."""

# ruff: noqa: ANN401  what enumerations consist of has no types
from __future__ import annotations

import copy
import enum
from _thread import start_new_thread
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from operator import call
from queue import Queue
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets

from eitc_desktop.gui.quick_enums import make_enums_quickly

_MODULES = (QtCore, QtGui, QtWidgets, QtPrintSupport, QtSvg)
_UNKNOWN_BIT = 1 << 29


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Switch to the quick way until the test ends."""
    monkeypatch.setattr(enum.EnumType, "_create_", enum.EnumType._create_)
    return make_enums_quickly


def test_every_enumeration_of_qt_comes_out_the_same(quickly: Callable[[], None]) -> None:
    asked = [_asked(each) for each in _enumerations()]
    thorough = [_made(*each) for each in asked]
    quickly()
    quick = [_made(*each) for each in asked]
    assert len(asked) > 400
    assert {each.__base__ for each in quick} == {enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag}
    for one, other in zip(thorough, quick, strict=True):
        assert _told(one) == _told(other), one


@pytest.mark.parametrize(
    ("kind", "names", "more"),
    [
        (enum.Enum, "A B", {}),
        (enum.Enum, ["A", "B"], {}),
        (enum.Enum, [("A", "甲"), ("B", "乙")], {}),
        (enum.Enum, {"A": 1}, {}),
        (enum.Enum, [("A", 1), ("A_alias", 1), ("B", True)], {}),
        (enum.IntEnum, [("real", 1), ("name", 2), ("A", 3)], {}),
        (enum.IntEnum, [("A", -1)], {"start": 5}),
        (enum.Enum, [("A", "x")], {"type": str}),
        (enum.Flag, [("A", 1), ("B", 4), ("Both", 5), ("None_", 0)], {"boundary": enum.KEEP}),
        (enum.Flag, [("B", 4), ("A", 1)], {"boundary": enum.STRICT}),
        (enum.StrEnum, [("A", "a")], {}),
        (enum.Enum, [("A", 1)], {"module": "somewhere", "qualname": "Outer.X"}),
        (enum.Enum, [], {}),
    ],
)
def test_what_is_asked_for_otherwise_comes_out_the_same(
    kind: Any, names: Any, more: dict[str, Any], quickly: Callable[[], None]
) -> None:
    thorough = kind("X", names, **more)
    quickly()
    quick = kind("X", names, **more)
    assert _told(thorough) == _told(quick)
    assert quick.__module__ == more.get("module", __name__)


@pytest.mark.parametrize("names", [[("A", 1), ("A", 2)], [("mro", 1)], [("A",)], [("_sunder_", 1)], [(5, 1)], 7])
def test_what_python_refuses_is_refused(names: Any, quickly: Callable[[], None]) -> None:
    with pytest.raises((TypeError, ValueError)) as thorough:
        enum.Enum("X", names)
    quickly()
    with pytest.raises(thorough.type) as quick:
        enum.Enum("X", names)
    assert str(thorough.value) == str(quick.value)


def test_one_that_no_python_asks_for_is_made_too(quickly: Callable[[], None]) -> None:
    """As in a thread of Qt's, which comes upon a class for the first time."""
    quickly()
    made: Queue[Any] = Queue()
    ask = partial(enum.IntEnum, "X", [("A", 1)])
    start_new_thread(partial(deque, map(made.put, map(call, [ask])), maxlen=0), ())
    assert made.get(timeout=10).A == 1


def _enumerations() -> Iterator[Any]:
    for module in _MODULES:
        owners = [getattr(module, name) for name in dir(module)]
        for owner in [module, *(each for each in owners if isinstance(each, type))]:
            yield from (
                each for each in vars(owner).values() if isinstance(each, enum.EnumType) and len(each.__members__)
            )


def _asked(made: Any) -> tuple[Any, str, list[tuple[str, int]]]:
    """Return what PySide6 asked for when it made an enumeration."""
    return made.__base__, made.__name__, [(name, member.value) for name, member in made.__members__.items()]


def _made(kind: Any, name: str, pairs: list[tuple[str, int]]) -> Any:
    return kind(name, pairs, boundary=enum.KEEP)


def _told(made: Any) -> dict[str, object]:
    """Return what can be told of an enumeration, without what differs from class to class."""
    told: dict[str, object] = {
        "parts": set(vars(made)),
        "doc": made.__doc__,
        "qualname": made.__qualname__,
        "bases": made.__mro__[1:],
        "listed": [(each.name, each.value) for each in made],
        "members": [
            (
                name,
                member.name,
                member.value,
                type(member.value),
                repr(member),
                str(member),
                f"{member}",
                vars(member).keys(),
            )
            for name, member in made.__members__.items()
        ],
        "places": [member._sort_order_ for member in made.__members__.values()],
        "length": len(made),
        "numbers": [(member == member.value, hash(member) == hash(member.value)) for member in made],
    }
    for name, member in made.__members__.items():
        assert made[name] is getattr(made, name) is member
        assert made(member.value) is member
        assert member in made
        assert member.__objclass__ is made
        assert copy.copy(member) is copy.deepcopy(member) is member
        assert member.__reduce_ex__(2) == (made, (member.value,))
        with pytest.raises(AttributeError):
            setattr(made, name, 1)
    if issubclass(made, enum.Flag) and made._boundary_ is enum.KEEP:
        first, *_ = made.__members__.values()
        mixed = [*(first | member for member in made.__members__.values()), ~first, made(_UNKNOWN_BIT), first & first]
        told["mixed"] = [(each.name, each.value, str(each), repr(each), _parts(each)) for each in mixed]
    return told


def _parts(member: Any) -> list[str] | str:
    try:
        return [str(part) for part in member]
    except (AttributeError, ValueError) as error:  # Python's own, of bits that have no name
        return str(error)
