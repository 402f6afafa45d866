"""The packaged program as an office PC has it: ``make try-app``, after ``make app``."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

NOBODY = pwd.getpwnam("nobody")
PATIENCE = 300  # seconds

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Without a packaged program there is nothing to try."""
    return True if config.getoption("--app") is None and collection_path.name.startswith("test_") else None


@pytest.fixture(scope="session")
def app(pytestconfig: pytest.Config) -> Path:
    """The executable of the packaged program."""
    folder = Path(str(pytestconfig.getoption("--app"))).resolve()
    executable = folder / "eitc-desktop"
    assert executable.is_file(), f"{folder} holds no packaged program"
    return executable


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A display of 1366×768 without a graphics card."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-displayfd", str(writing)]
    server = subprocess.Popen(command, pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of somebody's own, with nothing in it."""
    place = tmp_path / "用户 甲"
    place.mkdir()
    return place


@pytest.fixture
def run(home: Path) -> Run:
    """Runs a command in an environment that holds only what is given, as a desktop would start it."""

    def run_it(
        command: Sequence[object], more: Mapping[str, str] | None = None, **options: object
    ) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "zh_CN.UTF-8", **(more or {})}
        return subprocess.run(
            [str(word) for word in command],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
            **options,  # pyright: ignore[reportArgumentType, reportCallIssue]
        )

    return run_it


@pytest.fixture
def elsewhere(app: Path) -> Iterator[Path]:
    """The same program in a folder with Chinese characters and spaces, that anybody may read and nobody may write."""
    with tempfile.TemporaryDirectory(prefix="别处 ", dir="/var/tmp") as folder:
        Path(folder).chmod(0o755)  # pytest's own folders are their owner's alone
        place = Path(folder) / "三定规定 阅读器（副本）"
        shutil.copytree(app.parent, place)
        yield place / app.name
