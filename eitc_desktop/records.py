"""Records: frozen, slotted dataclasses that come into being quickly.

For each of its own frozen dataclasses the standard library writes six methods as text and compiles them, which takes
thirty times as long as the class itself. What the window needs for its start is made of records, whose methods are
shared; :func:`dataclasses.fields`, ``replace`` and ``asdict`` know them as dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

_T = TypeVar("_T")


@overload
def record(made: type[_T], /) -> type[_T]: ...


@overload
def record(*, order: bool) -> Callable[[type[_T]], type[_T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: type[_T] | None = None, /, *, order: bool = False) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """Make of a class what ``dataclass(frozen=True, slots=True)`` makes of it; with *order*, values also compare."""

    def make(kind: type[_T]) -> type[_T]:
        return _made(dataclass(init=False, repr=False, eq=False, slots=True)(kind), order=order)

    return make if made is None else make(made)


def _made(kind: type[_T], *, order: bool) -> type[_T]:
    names = tuple(each.name for each in fields(kind))  # pyright: ignore[reportArgumentType]
    values = attrgetter(*names)
    methods: dict[str, Callable[..., object]] = {
        "__init__": _initialiser(kind, names),
        "__repr__": lambda self: f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})",
        "__eq__": lambda self, other: values(self) == values(other) if type(other) is kind else NotImplemented,
        "__hash__": lambda self: hash(values(self)),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    if order:
        methods |= {
            "__lt__": lambda self, other: values(self) < values(other) if type(other) is kind else NotImplemented,
            "__le__": lambda self, other: values(self) <= values(other) if type(other) is kind else NotImplemented,
            "__gt__": lambda self, other: values(self) > values(other) if type(other) is kind else NotImplemented,
            "__ge__": lambda self, other: values(self) >= values(other) if type(other) is kind else NotImplemented,
        }
    for name, method in methods.items():
        setattr(kind, name, method)
    return kind


def _initialiser(kind: type[_T], names: tuple[str, ...]) -> Callable[..., None]:
    """Return ``__init__`` for *kind*, which takes its fields by place or by name."""
    puts: tuple[Callable[[Any, object], None], ...] = tuple(getattr(kind, name).__set__ for name in names)
    shape = tuple(
        (each.name, put, each.default, each.default_factory)
        for each, put in zip(fields(kind), puts, strict=True)  # pyright: ignore[reportArgumentType]
    )
    behind = tuple(shape[place:] for place in range(len(shape) + 1))
    check: Callable[[Any], None] | None = getattr(kind, "__post_init__", None)

    def initialise(self: _T, /, *args: object, **named: object) -> None:
        for put, value in zip(puts, args, strict=False):
            put(self, value)
        if named or len(args) != len(puts):
            used = 0
            for name, put, default, factory in behind[min(len(args), len(puts))]:
                if name in named:
                    put(self, named[name])
                    used += 1
                elif default is not MISSING:
                    put(self, default)
                elif factory is not MISSING:
                    put(self, factory())
                else:
                    raise TypeError(f"{kind.__name__}() lacks {name}")
            if used != len(named) or len(args) > len(puts):
                raise TypeError(f"{kind.__name__}() takes {', '.join(names)}, each once")
        if check is not None:
            check(self)

    return initialise


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} can't be changed")
