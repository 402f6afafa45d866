"""The real provision and people who review it."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Person
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.reviewing.anchors import digest_of

_TEXT = Path(__file__).parents[2] / "resources" / "provisions" / "sheitc-2014.txt"


@pytest.fixture(scope="session")
def provision() -> Provision:
    return read_provision(decode(_TEXT.read_bytes()))


@pytest.fixture(scope="session")
def digest(provision: Provision) -> str:
    return digest_of(provision)


@pytest.fixture
def chen() -> Person:
    return Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")


@pytest.fixture
def li() -> Person:
    return Person("李强", "研究室", "22222222-2222-4222-8222-222222222222")
