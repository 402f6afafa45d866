"""Making very many objects at once without the garbage collector going through all of them again and again."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

_MANY = 10_000
"""Objects that stay, from which on it is noticed when the collector goes through them."""


@contextmanager
def collector_paused() -> Generator[None]:
    """Within it, nothing looks for reference cycles.

    Revisions and entries are frozen and refer to nothing that refers to them, so that there is nothing to be found
    among them; yet a collector that is called once for some hundred new objects takes a third of the time in which
    40,000 are made. Several threads may be within it at once: whoever comes first lets the collector go on.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def leave_alone(count: int) -> None:
    """Tell the collector that what is there now stays, *count* revisions among it, if those are many.

    It would go through all of them whenever a quarter as many objects were made, and the window would stand still for
    that long. What isn't used any more goes nevertheless, unless it is part of a cycle already.
    """
    if count >= _MANY:
        gc.freeze()
