"""What every test may use: the shipped provision as text, as facts, and as a library file."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitc_desktop import paths
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision

REPOSITORY = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")
    parser.addoption("--kill-rounds", type=int, default=12, help="how often a program that writes a review is killed")


@pytest.fixture(autouse=True)
def somebody_elses_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, the log or the folders of whoever runs it."""
    home = tmp_path_factory.getbasetemp() / "home"  # made only by a test that writes there
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in (
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "EITC_SETTINGS_DIR",
        "EITC_DATA_DIR",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def source_path() -> Path:
    return REPOSITORY / "resources" / "provisions" / "sheitc-2014.txt"


@pytest.fixture(scope="session")
def source_text(source_path: Path) -> str:
    from eitc_desktop.reading import decode

    return decode(source_path.read_bytes())


@pytest.fixture(scope="session")
def provision(source_text: str) -> Provision:
    from eitc_desktop.reading import read_provision

    return read_provision(source_text)


@pytest.fixture(scope="session")
def mapping(provision: Provision, source_path: Path) -> Mapping:
    """The correspondences of the shipped provision, curated judgements included."""
    from eitc_desktop.services.mapping import Mapper

    return Mapper(paths.resources_dir()).mapping(provision, source_path.name)


@pytest.fixture(scope="session")
def library_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh build of the shipped provisions. Shared: copy it before doing anything to it."""
    from eitc_desktop.services.build import build_database

    target = tmp_path_factory.mktemp("library") / "eitc.db"
    build_database(target, paths.provisions_dir())
    return target
