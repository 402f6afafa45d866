"""Tools for the tests of the reader: the source, comparison with hand-made expectations, a walk over every span."""

# ruff: noqa: ANN401 - a document is JSON, its values are of any type
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eitc_desktop.model.facts import facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.inspect import document

SOURCE = Path(__file__).parents[2] / "resources" / "provisions" / "sheitc-2014.txt"
NOT_FACTS = frozenset({"span", "coverage", "findings"})

Agreement = Callable[[Any, Any], list[str]]


@pytest.fixture(scope="session")
def source_bytes() -> bytes:
    return SOURCE.read_bytes()


@pytest.fixture(scope="session")
def source_text(source_bytes: bytes) -> str:
    return decode(source_bytes)


@pytest.fixture(scope="session")
def source(source_text: str) -> Provision:
    return read_provision(source_text)


@pytest.fixture(scope="session")
def source_document(source: Provision) -> dict[str, Any]:
    return document(source)


@pytest.fixture(scope="session")
def differences() -> Agreement:
    """Compare a document with an expectation that names only what it knows for certain.

    A dict of the expectation may leave keys out; ``key__starts``, ``__ends`` and ``__has`` speak of a part of a list,
    ``key__contains`` of a part of a string, ``key__any`` lists what is right alike; ``_key`` is for the test itself.
    """
    return _differences


@pytest.fixture(scope="session")
def facts_only() -> Callable[[Any], Any]:
    """Strip spans, coverage and findings from a document: what is left must not depend on the file's form."""
    return _facts_only


@pytest.fixture(scope="session")
def wrong_spans() -> Callable[[Provision], list[str]]:
    """List what is wrong with the places that a provision's facts name."""
    return lambda provision: list(_wrong_spans(provision))


def _differences(expected: Any, got: Any, path: str = "") -> list[str]:
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            return [f"{path}: expected an object, got {got!r}"]
        return [line for key, value in expected.items() for line in _of_key(key, value, got, path)]
    if isinstance(expected, list):
        if not isinstance(got, list):
            return [f"{path}: expected a list, got {got!r}"]
        lines = [f"{path}: {len(expected)} expected, {len(got)} got: {got!r}"] if len(expected) != len(got) else []
        pairs = zip(expected, got, strict=False)
        return lines + [
            line for i, (one, other) in enumerate(pairs) for line in _differences(one, other, f"{path}[{i}]")
        ]
    return [] if expected == got and type(expected) is type(got) else [f"{path}: expected {expected!r}, got {got!r}"]


def _of_key(key: str, value: Any, got: dict[str, Any], path: str) -> list[str]:
    name, _, how = key.partition("__")
    where = f"{path}.{name}"
    if key.startswith("_"):
        return []
    if name not in got:
        return [f"{where}: missing"]
    found = got[name]
    if how == "has":
        lacking = [one for one in value if all(_differences(one, other) for other in found)]
        return [f"{where}: lacks {one!r} among {found!r}" for one in lacking]
    if how == "contains":
        return [] if found is not None and value in found else [f"{where}: {value!r} is not in {found!r}"]
    if how == "any":
        return [] if found in value else [f"{where}: {found!r} is none of {value!r}"]
    if how == "starts":
        found = found[: len(value)]
    elif how == "ends":
        found = found[-len(value) :]
    elif how:
        raise AssertionError(f"unknown comparison {key}")
    return _differences(value, found, where)


def _facts_only(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _facts_only(one) for key, one in value.items() if key not in NOT_FACTS}
    if isinstance(value, list | tuple):
        return [_facts_only(one) for one in value]
    return value


def _wrong_spans(p: Provision) -> Iterator[str]:
    for place, span in _spans_in(p, "provision"):
        if span.end > len(p.text):
            yield f"{place}: {span} is beyond the text"
    for place, quote in _quotes_in(p, "provision"):
        if quote.span.of(p.text) != quote.text:
            yield f"{place}: {quote.text!r} is not at its span, {quote.span.of(p.text)!r} is"
    for fact in facts_of(p):
        held = fact.span.of(p.text)
        for words in fact.words:
            if words not in held:
                yield f"{fact.ref}: {words!r} is not in {held!r}"
        if p.clauses and fact.span.start < len(p.text):
            clause = p.clause_at(fact.span.start)
            if not clause.span.start <= fact.span.start < clause.span.end:
                yield f"{fact.ref}: clause_at gives {clause.citation} {clause.span} for {fact.span}"
    yield from _wrong_clauses(p)


def _wrong_clauses(p: Provision) -> Iterator[str]:
    for i, clause in enumerate(p.clauses):
        if clause.index != i:
            yield f"clause {i} says it is {clause.index}"
        if not clause.span.covers(clause.body):
            yield f"clause {i}: body {clause.body} outside {clause.span}"
        if i and p.clauses[i - 1].span.start > clause.span.start:
            yield f"clause {i} begins before the one ahead of it"
        if clause.parent is None:
            if clause.depth != 0:
                yield f"clause {i} has no parent at depth {clause.depth}"
        else:
            parent = p.clauses[clause.parent]
            if not parent.span.covers(clause.span) or clause.parent >= i or parent.depth >= clause.depth:
                yield f"clause {i} {clause.span} is not within its parent {parent.index} {parent.span}"
    for section in p.sections:
        if p.clauses[section.clause].span != section.span:
            yield f"section {section.heading}: {section.span} but its clause {p.clauses[section.clause].span}"


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        yield from ((f"[{i}]", one) for i, one in enumerate(value))
    elif hasattr(value, "__dataclass_fields__"):
        yield from ((f".{name}", getattr(value, name)) for name in value.__dataclass_fields__)


def _spans_in(value: Any, place: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield place, value
        return
    for name, one in _fields(value):
        yield from _spans_in(one, place + name)


def _quotes_in(value: Any, place: str) -> Iterator[tuple[str, Quote]]:
    if isinstance(value, Quote):
        yield place, value
        return
    for name, one in _fields(value):
        yield from _quotes_in(one, place + name)
