"""The three homes of the program, the last one built and run for real."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.paths import HomeKind


def test_a_checkout(repository: Path) -> None:
    assert paths.find_home() == paths.Home(HomeKind.CHECKOUT, repository)
    assert paths.default_database() == repository / "data" / "eitc.db"
    assert (paths.provisions_dir() / "sheitc-2014.txt").is_file()


def test_a_packaged_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.find_home() == paths.Home(HomeKind.PACKAGED, tmp_path)
    assert paths.default_database() == tmp_path / "data" / "eitc.db"


def test_an_installed_program_beside_somebody_elses_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages that leave a folder of this name in site-packages exist."""
    package = tmp_path / "eitc_desktop"
    (package / "_bundle" / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.find_home() == paths.Home(HomeKind.INSTALLED, package / "_bundle")


def test_a_broken_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "eitc_desktop" / "paths.py"))
    with pytest.raises(EitcError, match="安装不完整"):
        paths.resources_dir()


def test_the_users_own_folder_lies_outside_the_program(repository: Path) -> None:
    folder = paths.user_log_dir()
    assert paths.APP_NAME in folder.parts
    assert not folder.is_relative_to(repository)


def test_what_the_user_entered_lies_in_a_folder_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.APP_NAME in paths.user_data_dir().parts
    monkeypatch.setenv("EITC_SETTINGS_DIR", str(tmp_path / "便携"))
    assert paths.user_data_dir() == tmp_path / "便携"
    monkeypatch.setenv("EITC_DATA_DIR", str(tmp_path / "数据"))
    assert paths.user_data_dir() == tmp_path / "数据"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such variable")
def test_the_systems_folder_for_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.user_data_dir() == tmp_path / paths.APP_NAME
    monkeypatch.setenv("XDG_DATA_HOME", " ")
    assert paths.user_data_dir() == Path.home() / ".local" / "share" / paths.APP_NAME


def test_the_review_of_the_shipped_library_is_found_by_an_update_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {paths.review_path(paths.default_database())}
    for version in ("1.0", "新版 2.0"):
        (tmp_path / version / "resources").mkdir(parents=True)
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / version), raising=False)
        found.add(paths.review_path(paths.default_database()))
    assert found == {paths.user_data_dir() / "reviews" / "eitc.review.db"}


def test_each_other_library_has_a_review_of_its_own(tmp_path: Path) -> None:
    libraries = [tmp_path / "a" / "eitc.db", tmp_path / "b" / "eitc.db", tmp_path / ("长" * 80 + ".db")]
    reviews = [paths.review_path(library) for library in libraries]
    assert len({*reviews, paths.review_path(paths.default_database())}) == 4
    assert reviews[0].name.startswith("eitc-")
    assert all(len(os.fsencode(review.name)) < 200 for review in reviews)  # a draft's name is longer
    assert paths.review_path(tmp_path / "b" / ".." / "a" / "eitc.db") == reviews[0]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """A wheel built from this checkout, unpacked into a folder of its own, without any network."""
    folder = tmp_path_factory.mktemp("已 安装")
    tree = folder / "tree"
    tree.mkdir()
    # From a copy: a build beside other work must not see half-written files, nor leave any.
    ignored = shutil.ignore_patterns("__pycache__", "_bundle")
    for name in ("eitc_desktop", "resources", "data", "tools"):
        shutil.copytree(repository / name, tree / name, ignore=ignored)
    for path in repository.iterdir():
        if path.is_file() and path.suffix in ("", ".md", ".toml") and not path.name.startswith("."):
            shutil.copy(path, tree)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    offline = ["--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, "wheel", *offline, "--no-build-isolation", "-w", str(folder), str(tree)], check=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    subprocess.run([*pip, "install", *offline, "--no-compile", "--target", str(site), str(wheel)], check=True)
    return site


def run_installed(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "eitc_desktop", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        check=False,
    )


def test_the_installed_wheel_finds_its_own_files_from_another_folder(installed: Path, tmp_path: Path) -> None:
    code = "from eitc_desktop import paths; print(paths.find_home().kind.value, paths.default_database())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    kind, database = done.stdout.strip().split(" ", 1)
    assert kind == "installed"
    assert Path(database) == installed / "eitc_desktop" / "_bundle" / "data" / "eitc.db"


def test_the_installed_wheel_has_every_resource_and_its_licence(installed: Path, repository: Path) -> None:
    bundle = installed / "eitc_desktop" / "_bundle"
    resources = [path.relative_to(repository) for path in (repository / "resources").rglob("*") if path.is_file()]
    assert Path("resources/icons/lucide.txt") in resources
    assert all((bundle / path).read_bytes() == (repository / path).read_bytes() for path in resources)
    (licences,) = installed.glob("eitc_desktop-*.dist-info/licenses")
    expected = {"LICENSE", "OFL.txt", "EITCWenKai-OFL.txt", "lucide-LICENSE.txt"}
    assert {path.name for path in licences.rglob("*") if path.is_file()} == expected


def test_the_installed_wheel_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    checked = run_installed(installed, "check-db", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, b"")
    assert str(installed) in checked.stdout.decode()
    source = installed / "eitc_desktop" / "_bundle" / "resources" / "provisions" / "sheitc-2014.txt"
    inspected = run_installed(installed, "inspect", str(source), "--json", cwd=tmp_path)
    assert json.loads(inspected.stdout)["body"] == "上海市经济和信息化委员会"
    assert list(tmp_path.iterdir()) == []


def test_the_library_at_start_is_the_one_opened_last_if_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "甲.db").write_bytes(b"")
    assert paths.library_at_start(str(tmp_path / "甲.db")) == tmp_path / "甲.db"
    for gone in (None, str(tmp_path / "没有.db"), str(tmp_path), "a\0b"):
        assert paths.library_at_start(gone) == paths.default_database()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can become somebody without a home")
def test_a_user_without_a_home_has_folders_that_nothing_can_be_written_to() -> None:
    code = (
        "import os, pwd, platformdirs\n"
        "from eitc_desktop import paths\n"
        "paths.user_log_dir()\n"  # all that it needs is imported now
        "os.environ.pop('HOME'), os.setuid(54321)\n"
        "print(paths.user_settings_path(), paths.user_data_dir(), paths.user_log_dir())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [word.startswith("/nonexistent/") for word in done.stdout.split()] == [True] * 3
