"""Records behave as the frozen, slotted dataclasses of the standard library do."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, field, fields, replace

import pytest

from eitc_desktop.records import record


@record(order=True)
class _Place:
    row: int
    column: int = 0

    def __post_init__(self) -> None:
        if self.row < 0:
            raise ValueError("row")


@record
class _Word:
    text: str
    place: _Place = _Place(0)
    notes: list[str] = field(default_factory=list[str])


@record
class _Other:
    text: str
    place: _Place = _Place(0)
    notes: list[str] = field(default_factory=list[str])


def test_fields_are_taken_by_place_by_name_and_by_default() -> None:
    assert _Word("a", _Place(1, 2), ["n"]) == _Word(notes=["n"], place=_Place(column=2, row=1), text="a")
    word = _Word("a")
    assert (word.text, word.place, word.notes) == ("a", _Place(0), [])
    assert word.notes is not _Word("a").notes


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("a", _Place(0), [], 1), {}), (("a",), {"text": "b"}), (("a",), {"colour": 1})]
)
def test_what_does_not_fit_is_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="_Word"):
        _Word(*given, **named)  # pyright: ignore[reportArgumentType]


def test_what_is_checked_is_checked_on_the_way_in() -> None:
    with pytest.raises(ValueError, match="row"):
        replace(_Place(1), row=-1)


def test_nothing_is_changed_or_added() -> None:
    place = _Place(1)
    for name in ("row", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(place, name, 2)
    with pytest.raises(FrozenInstanceError):
        del place.row  # pyright: ignore[reportAttributeAccessIssue]
    assert not hasattr(place, "__dict__")


def test_content_is_compared_within_one_kind_only() -> None:
    assert _Word("a") == _Word("a") != _Word("b")
    assert _Word("a") != _Other("a")
    assert len({_Place(1), _Place(1, 0), _Place(2)}) == 2
    assert sorted([_Place(2), _Place(1, 5), _Place(1)]) == [_Place(1), _Place(1, 5), _Place(2)]
    assert _Place(1) <= _Place(1) >= _Place(0) < _Place(3) > _Place(2)


def test_they_are_dataclasses() -> None:
    word = _Word("a", _Place(1))
    assert [each.name for each in fields(word)] == ["text", "place", "notes"]
    assert asdict(word) == {"text": "a", "place": {"row": 1, "column": 0}, "notes": []}
    assert replace(word, text="b") == _Word("b", _Place(1))
    assert repr(word) == "_Word(text='a', place=_Place(row=1, column=0), notes=[])"
    match word:
        case _Word(text, _Place(row)):
            assert (text, row) == ("a", 1)
        case _:
            pytest.fail("positions are known")
