"""The shipped provision and every made-up one of the reader's tests, each with its mapping."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitc_desktop import paths
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.mapping import Mapper

MADE_UP = {path.name: path for path in sorted((Path(__file__).parents[2] / "reading" / "provisions").glob("*.txt"))}


@pytest.fixture(scope="session", params=["sheitc-2014.txt", *MADE_UP])
def read(request: pytest.FixtureRequest, provision: Provision, mapping: Mapping) -> tuple[Provision, Mapping]:
    """Each of the provisions in turn."""
    if request.param not in MADE_UP:
        return provision, mapping
    found = read_provision(decode(MADE_UP[request.param].read_bytes()))
    return found, Mapper(paths.resources_dir()).mapping(found, request.param)
