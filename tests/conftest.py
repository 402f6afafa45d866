"""What every test may use: the shipped provision as text, as facts, and as a library file."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

import coverage
import pytest
from hypothesis import settings

from eitc_desktop import paths
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Adoption,
    Anchor,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Revision,
)
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.anchors import anchor_of_fact, anchor_of_passage, digest_of, whole
from eitc_desktop.reviewing.annotations import entry_id_for, seal
from eitc_desktop.reviewing.review import Review, review_of

REPOSITORY = Path(__file__).parents[1]
_WINDOWS = Path(__file__).with_name("gui")

# before anything makes a QApplication: else its screen is 800×800, and Qt warns of a locale without UTF-8
_SCREEN = _WINDOWS / "offscreen.json"
os.environ["QT_QPA_PLATFORM"] = "offscreen" if sys.platform == "win32" else f"offscreen:configfile={_SCREEN}"
if sys.platform != "win32":
    os.environ["LC_ALL"] = "C.UTF-8"

# examples made up for a property: enough to find what is plainly wrong; --hypothesis-profile=thorough hunts longer
settings.register_profile("usual", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=400)
settings.load_profile("usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")
    parser.addoption("--app", help="the folder of a packaged program to try (tests/packaged)")
    parser.addoption("--kill-rounds", type=int, default=12, help="how often a program that writes a review is killed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Count lines only where they are tested: a window runs most of the rest by the way, and proves little of it.

    Counting them there, too, would make the tests of the window half as long again.
    """
    counting = coverage.Coverage.current() if item.path.is_relative_to(_WINDOWS) else None
    if counting is not None:
        counting.stop()
    try:
        return (yield)
    finally:
        if counting is not None:
            counting.start()


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


class Pen:
    """Writes revisions on one provision, as reviewers' programs would, a minute after each other."""

    def __init__(self, provision: Provision, digest: str = "") -> None:
        self.provision = provision
        self.digest = digest or digest_of(provision)
        self.revisions: list[Revision] = []

    def person(self, name: str, office: str) -> Person:
        return Person(name, office, str(uuid.uuid5(uuid.NAMESPACE_OID, name + office)))

    def anchor(self, place: FactRef | Span | None) -> Anchor:
        if place is None:
            return whole(self.digest)
        if isinstance(place, Span):
            return anchor_of_passage(self.provision, self.digest, place)
        return anchor_of_fact(self.provision, self.digest, place)

    def write(
        self,
        author: Person,
        content: Content,
        place: FactRef | Span | Anchor | None = None,
        *,
        entry: str = "",
        replaces: Sequence[Revision] = (),
        withdrawn: bool = False,
    ) -> Revision:
        """Add a revision; where it replaces others it is of their entry."""
        anchor = place if isinstance(place, Anchor) else self.anchor(place)
        number = len(self.revisions)
        entry = entry or (replaces[0].entry if replaces else entry_id_for(self.digest, str(number)))
        time = f"2026-11-27T{1 + number // 60:02}:{number % 60:02}:00Z"
        ids = tuple(one.id for one in replaces)
        made = seal(entry, ids, author, time, anchor, content, withdrawn=withdrawn)
        self.revisions.append(made)
        return made

    @property
    def review(self) -> Review:
        """What the revisions make."""
        return review_of(self.revisions, self.provision, digest_of(self.provision))


@pytest.fixture
def pen(provision: Provision) -> Pen:
    """What writes a review of the shipped provision."""
    return Pen(provision)


@pytest.fixture(scope="session")
def reviewed(provision: Provision) -> Review:
    """A small review of the shipped provision: three offices asked, an opinion from one, 无意见 from another."""
    pen = Pen(provision)
    author = pen.person("张伟", "规划处")
    for name in ("上海市财政局", "上海市统计局", "上海市规划和国土资源管理局"):
        pen.write(author, AskedOffice(name))
    item = FactRef(FactKind.DUTY_ITEM, 0, 0)
    words = Opinion(OpinionCategory.SUGGESTION, "建议明确分工。", "会同拟订", "避免交叉", "上海市财政局", "陈晨")
    opinion = pen.write(author, words, item)
    pen.write(author, Handling(opinion.entry, Adoption.ADOPTED, "照改。", "张伟"), item)
    pen.write(author, NoOpinion("上海市统计局", "", on_behalf=True))
    return pen.review
