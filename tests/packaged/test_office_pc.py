"""What the packaged program does on the computers that it is for, and where something that it needs is missing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaged.conftest import NOBODY, Run

SYSTEM_LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")
as_root = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root may hide files, leave networks and become somebody else"
)


def failed(done: subprocess.CompletedProcess[str]) -> str:
    """What a self-check found wrong; empty where all is well."""
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return f"no report (exit code {done.returncode}): {done.stdout[-2000:]}{done.stderr[-2000:]}"
    found = [f"{check['title']}: {check['detail']}" for check in report["checks"] if not check["ok"]]
    return "\n".join(found) or ("" if done.returncode == 0 else f"exit code {done.returncode}: {done.stderr[-2000:]}")


def test_all_of_it_works_in_a_window(app: Path, screen: str, run: Run) -> None:
    done = run([app, "self-check", "--json"], {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"})
    assert failed(done) == ""
    assert json.loads(done.stdout)["home"] == "packaged"
    assert done.stderr == ""


def test_it_never_phones(app: Path, screen: str, run: Run, tmp_path: Path) -> None:
    """Every socket that is made while all of it is used is one of this computer's own, for the screen."""
    log = tmp_path / "calls"
    traced = ["strace", "--follow-forks", "--seccomp-bpf", "--trace=%network", "--output", log]
    done = run([*traced, app, "self-check", "--json"], {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"})
    assert failed(done) == ""
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    families = {found[1] for call in calls if (found := re.search(r"\b(?:socket|socketpair)\((\w+)", call))}
    assert families == {"AF_UNIX"}
    connected = {found[1] for call in calls if (found := re.search(r'sun_path=@?"([^"]+)"', call))}
    assert {place for place in connected if "cups" in place} == set()  # nobody asked for a printer
    assert any("X11-unix" in place for place in connected)  # the log holds what it is meant to hold


@as_root
def test_all_of_it_works_where_little_is_allowed(elsewhere: Path, screen: str, run: Run, tmp_path: Path) -> None:
    """Without a network, as nobody, from a folder that can't be written, without a home, a bus or a language."""
    command = ["unshare", "--net", "setpriv", f"--reuid={NOBODY.pw_uid}", f"--regid={NOBODY.pw_gid}", "--clear-groups"]
    variables = {"DISPLAY": screen, "HOME": "/nonexistent", "LANG": "C", "LC_ALL": "C"}
    done = run([*command, elsewhere, "self-check", "--json"], variables, cwd="/")
    assert failed(done) == ""


@as_root
def test_the_window_opens_where_nothing_can_be_kept(elsewhere: Path, screen: str, run: Run) -> None:
    command = ["setpriv", f"--reuid={NOBODY.pw_uid}", f"--regid={NOBODY.pw_gid}", "--clear-groups", elsewhere]
    variables = {"DISPLAY": screen, "HOME": "/nonexistent", "EITC_MARK_FIRST_PAINT": "1", "EITC_QUIT_AFTER_PAINT": "1"}
    done = run(command, variables, cwd="/")
    assert (done.returncode, done.stdout.split()[:1]) == (0, ["first-paint"]), done.stderr


def test_without_a_display_one_line_says_so(app: Path, run: Run) -> None:
    done = run([app])
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("错误：没有可用的图形显示")


@as_root
@pytest.mark.parametrize("library", ["libGL.so.1", "libEGL.so.1", "libX11-xcb.so.1", "libxcb.so.1"])
def test_without_a_library_of_the_system_one_line_names_it(app: Path, screen: str, run: Run, library: str) -> None:
    hidden = (SYSTEM_LIBRARIES / library).resolve()
    hide = 'mount --bind /dev/null "$1" && shift && exec "$@"'
    done = run(["unshare", "--mount", "sh", "-c", hide, "sh", hidden, app], {"DISPLAY": screen})
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert library in done.stderr
    assert "sudo apt install" in done.stderr


def test_the_verbs_work_without_a_display(app: Path, run: Run, tmp_path: Path) -> None:
    chart = tmp_path / "机构设置图.pdf"
    done = run([app, "print", "chart", "--out", chart])
    assert done.returncode == 0, done.stderr
    assert chart.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", str(chart), "-"], check=True, capture_output=True, encoding="utf-8").stdout
        assert "机构设置图" in text


def test_a_second_start_finds_the_window_and_a_killed_one_is_no_hindrance(
    app: Path, screen: str, run: Run, home: Path
) -> None:
    desktop = {"DISPLAY": screen, "EITC_MARK_FIRST_PAINT": "1"}
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "zh_CN.UTF-8", **desktop}
    with subprocess.Popen([app], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline().startswith("first-paint")
        second = run([app], desktop)
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert first.poll() is None
        first.kill()
    third = run([app], {**desktop, "EITC_QUIT_AFTER_PAINT": "1"})
    assert (third.returncode, third.stdout.split()[:1], third.stderr) == (0, ["first-paint"], "")
