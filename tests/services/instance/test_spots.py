from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from eitc_desktop.services.instance.spots import Spot, spot_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there everything of the user's own is private")


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    folder = tmp_path / "运行"
    folder.mkdir(0o700)
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "甲.db"


def spot(library: Path, runtime: Path | str = "", **more: str) -> Spot:
    found = spot_of(library, {"XDG_RUNTIME_DIR": str(runtime), **more}, library.parent)
    assert found is not None
    return found


def test_one_spot_for_one_library_however_it_is_named(runtime: Path, library: Path, tmp_path: Path) -> None:
    (tmp_path / "别处").symlink_to(tmp_path)
    here = spot(library, runtime)
    assert here.lock.parent == runtime / "eitc-desktop"
    assert here.lock.parent.stat().st_mode & 0o777 == 0o700
    assert spot(tmp_path / "别处" / "甲.db", runtime) == here
    assert spot(tmp_path / "乙.db", runtime) != here


def test_windows_that_could_not_stand_in_for_each_other_do_not_meet(
    runtime: Path, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spots = [
        spot(library, runtime, DISPLAY=":0"),
        spot(library, runtime, DISPLAY=":1"),
        spot(library, runtime, DISPLAY=":0", WAYLAND_DISPLAY="wayland-0"),
        spot(library, runtime, DISPLAY=":0", QT_QPA_PLATFORM="offscreen:configfile=a"),
    ]
    for name in ("EITC_DATA_DIR", "EITC_SETTINGS_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
        spots.append(spot(library, runtime, DISPLAY=":0"))
        monkeypatch.delenv(name)
    assert len(set(spots)) == len(spots)
    assert spot(library, runtime, DISPLAY=":0.0") == spot(library, runtime, DISPLAY=":0")
    assert spot(library, runtime, DISPLAY=":0", QT_QPA_PLATFORM="xcb") == spot(library, runtime, DISPLAY=":0")


def test_a_folder_that_others_may_enter_or_own_is_not_used(runtime: Path, library: Path, tmp_path: Path) -> None:
    shared = tmp_path / f"eitc-desktop-{os.geteuid()}"
    (tmp_path / "link").symlink_to(runtime)
    runtime.chmod(0o755)
    for no in (runtime, tmp_path / "link", tmp_path / "没有", "", "运行", library):
        assert spot(library, no).lock.parent == shared
    assert shared.stat().st_mode & 0o777 == 0o700
    shared.chmod(0o777)  # somebody waits there
    own = spot(library, runtime).lock.parent
    assert own.name == "run"
    assert own.is_relative_to(Path.home())


def test_an_address_too_long_for_the_system_is_none(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("很长的文件夹名" * 5)
    deep.mkdir(0o700)
    assert spot(library, deep).lock.parent == tmp_path / f"eitc-desktop-{os.geteuid()}"
    (tmp_path / f"eitc-desktop-{os.geteuid()}").chmod(0o777)
    monkeypatch.setenv("EITC_DATA_DIR", str(deep))
    assert spot_of(library, {"XDG_RUNTIME_DIR": str(deep)}, tmp_path) is None
