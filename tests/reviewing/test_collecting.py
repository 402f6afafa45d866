"""The garbage collector rests while many objects are made, and only then."""

from __future__ import annotations

import gc

import pytest

from eitc_desktop.reviewing.collecting import collector_paused, leave_alone


def test_the_collector_goes_on_afterwards_whatever_happens() -> None:
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="amiss"), collector_paused():
        raise ValueError("amiss")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_only_many_objects_are_left_alone() -> None:
    before = gc.get_freeze_count()
    leave_alone(9_999)
    assert gc.get_freeze_count() == before
    leave_alone(10_000)
    try:
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
