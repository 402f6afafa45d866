"""Qt's enumerations, made in a fraction of the time.

PySide6 makes one of Python's for each that a class of Qt has, 3,000 members before the window is up, by calling
``IntEnum("Key", [("Key_Space", 32), …])``. Python makes each member as if anything could come next. Here they are pairs
of a word and a number, and what comes of them is the same: the tests compare every enumeration of Qt.
"""

# ruff: noqa: ANN401  what enumerations consist of has no types
from __future__ import annotations

import sys
from contextlib import suppress
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from functools import reduce
from operator import or_
from typing import Any

_thorough = EnumType._create_  # pyright: ignore[reportAttributeAccessIssue]
_UNSAID = {"qualname": None, "type": None, "start": 1}  # how Python passes on what the caller left out
_TAKEN = frozenset((*dir(EnumType), *dir(IntFlag)))  # words that mean something else
_SINGLES = "_singles_mask_"
_EMPTY: dict[type[Enum], dict[str, Any]] = {}  # what an enumeration without members consists of


def make_enums_quickly() -> None:
    """Make enumerations quickly from now on that are asked for as PySide6 asks; all others are made as ever."""
    for kind in (Enum, IntEnum, Flag, IntFlag):
        empty = vars(_thorough(kind, "Empty", (), module=__name__))
        if not issubclass(kind, Flag) or _SINGLES in empty:  # the first releases of 3.11 reckon masks otherwise
            _EMPTY[kind] = {word: value for word, value in empty.items() if word not in ("__dict__", "__weakref__")}
    EnumType._create_ = _create  # pyright: ignore[reportAttributeAccessIssue]


def _create(
    kind: type[Enum], word: str, names: Any, *, module: str | None = None, boundary: Any = None, **others: Any
) -> type[Enum]:
    if module is None:  # Python looks for who called two frames up, where it would find this function's caller now
        with suppress(ValueError):  # nobody who is written in Python
            module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
    if kind not in _EMPTY or others != _UNSAID or not _are_plain(names):
        return _thorough(kind, word, names, module=module, boundary=boundary, **others)
    parts = {key: type(part)() if type(part) in (list, dict) else part for key, part in _EMPTY[kind].items()}
    made: Any = type.__new__(EnumType, word, (kind,), parts | {"__module__": module})
    _fill(made, names)
    if issubclass(made, Flag):
        _mask(made, boundary)
    return made


def _are_plain(names: Any) -> bool:
    if type(names) is not list or not names or {type(pair) for pair in names} != {tuple}:
        return False
    if {(type(word), type(number)) for word, number in names} != {(str, int)}:
        return False
    words = {word for word, _ in names}
    return len(words) == len(names) and words.isdisjoint(_TAKEN) and not any(word.startswith("_") for word in words)


def _fill(made: Any, pairs: list[tuple[str, int]]) -> None:
    """Give *made*, which has no members, those of *pairs*; a second word for a number is an alias."""
    words, by_word, by_value = made._member_names_, made._member_map_, made._value2member_map_
    hashable: list[int] = made.__dict__.get("_hashable_values_", [])  # since Python 3.12
    is_int, is_flag = issubclass(made, int), issubclass(made, Flag)
    for word, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_int else object.__new__(made)
            member._value_ = value
            member._name_ = word
            member.__objclass__ = made
            member._sort_order_ = len(words)
            by_value[value] = member
            hashable.append(value)
            if not is_flag or _is_single_bit(value):
                words.append(word)
        by_word[word] = member
    for word, member in by_word.items():  # not above: with each the class forgets where it finds what
        type.__setattr__(made, word, member)


def _mask(made: Any, boundary: Any) -> None:
    """Tell flags which bits they have, and what becomes of others."""
    values, listed = list(made._value2member_map_), [made._member_map_[word]._value_ for word in made._member_names_]
    made._boundary_ = boundary or made._boundary_
    made._flag_mask_ = reduce(or_, values)
    made._singles_mask_ = reduce(or_, listed, 0)
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    if listed != sorted(listed):
        made._iter_member_ = made._iter_member_by_def_


def _is_single_bit(value: int) -> bool:
    return value > 0 and not value & (value - 1)
