"""Sockets have short addresses: these tests get folders whose paths are short."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder of the test's own, near the root."""
    with tempfile.TemporaryDirectory(prefix="eitc-") as folder:
        yield Path(folder)
