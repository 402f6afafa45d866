"""The command line as its users meet it: bytes out, one line of complaint, an exit code."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import runpy
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from eitc_desktop import __version__, cli, paths
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.opening import explained_import
from eitc_desktop.services.build import build_database
from eitc_desktop.services.inspect import document
from eitc_desktop.services.links import describe as describe_links
from eitc_desktop.services.links import document as links_document
from eitc_desktop.verbs import FINE, PROBLEMS

Process = subprocess.CompletedProcess[bytes]

# A locale without Chinese, and Python told not to mend that by itself.
_POOR = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
_NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def call(*arguments: str, stdin: bytes = b"", **environment: str) -> Process:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "eitc_desktop", *arguments],
        input=stdin,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def complaint(done: Process) -> str:
    """The one line on standard error of a call that failed."""
    assert done.returncode == cli.UNUSABLE
    assert done.stdout == b""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("错误：")
    return lines[0]


class Called:
    """The program run inside this process, where coverage sees it."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str) -> Process:
        code = cli.run(arguments)
        captured = self._capture.readouterr()
        return subprocess.CompletedProcess(arguments, code, captured.out, captured.err)


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Called:
    return Called(capsysbinary)


# inspect


def test_inspect_json_is_the_document_and_nothing_else(run: Called, source_path: Path, provision: Provision) -> None:
    done = run("inspect", str(source_path), "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == json.dumps(document(provision), ensure_ascii=False, indent=2) + "\n"


def test_inspect_text_is_the_normalised_text_and_nothing_else(run: Called, source_path: Path, source_text: str) -> None:
    done = run("inspect", "--text", str(source_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == source_text.encode()


def test_inspect_for_a_person(run: Called, source_path: Path) -> None:
    done = run("inspect", str(source_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "上海市经济和信息化委员会" in done.stdout.decode()
    assert done.stdout.endswith(b"\n")
    assert not done.stdout.endswith(b"\n\n")


@pytest.mark.parametrize("option", ["--json", "--text", None])
def test_output_is_utf8_whatever_the_locale(source_path: Path, option: str | None) -> None:
    arguments = ["inspect", str(source_path)] + ([option] if option else [])
    poor, rich = call(*arguments, **_POOR), call(*arguments, PYTHONUTF8="1")
    assert (poor.returncode, poor.stderr) == (0, b"")
    assert poor.stdout == rich.stdout
    assert "委员会" in poor.stdout.decode("utf-8")


def test_complaints_are_utf8_whatever_the_locale() -> None:
    assert "找不到文件" in complaint(call("inspect", "/没有/这个.txt", **_POOR))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_inspect_reads_standard_input(source_text: str, encoding: str) -> None:
    done = call("inspect", "-", "--text", stdin=source_text.replace("\n", "\r\n").encode(encoding))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == source_text.encode()


def test_inspect_reads_standard_input_in_this_process(
    run: Called, source_path: Path, source_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with source_path.open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert run("inspect", "-", "--text").stdout == source_text.encode()


@pytest.mark.parametrize("content", [b"", b" \n", os.urandom(5000), "从前有座山，山里有座庙。".encode(), bytes(1000)])
@pytest.mark.parametrize("option", ["--json", "--text"])
def test_rubbish_gets_one_line(content: bytes, option: str) -> None:
    complaint(call("inspect", "-", option, stdin=content))


def test_a_file_that_is_too_large_is_not_read_to_its_end(run: Called, tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(500 * 1024 * 1024)  # a hole: takes no room on the disk
    assert "16 MiB，不像是三定规定，未读取。请" in complaint(run("inspect", str(path)))


@pytest.mark.skipif(sys.platform == "win32", reason="no such device")
def test_an_endless_input_is_refused() -> None:
    assert "16 MiB" in complaint(call("inspect", "/dev/zero"))


@pytest.mark.parametrize("where", ["", "没有.txt", "a.txt/b.txt"])
def test_inspect_of_what_is_no_file(run: Called, tmp_path: Path, where: str) -> None:
    (tmp_path / "a.txt").touch()
    complaint(run("inspect", str(tmp_path / where), "--json"))


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are bytes elsewhere")
def test_a_name_that_is_no_utf8(tmp_path: Path, source_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xb9\xe6.txt")
    shutil.copy(source_path, name)
    assert call("inspect", name, "--json").returncode == 0
    complaint(call("inspect", name + "x"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_goes_away_gets_no_traceback(source_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "eitc_desktop", "inspect", str(source_path), "--json"],
        env=os.environ | {"PYTHONUNBUFFERED": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == PROBLEMS


def call_by_shell(redirection: str, *arguments: str) -> Process:
    """Run the program with its streams as a shell sets them: ``>&-`` closes, ``> /dev/full`` takes nothing."""
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "eitc_desktop", *arguments]
    environment = os.environ | {"PYTHONUNBUFFERED": ""}  # set, it would leave nothing for Python to write at its end
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)


_BY_SHELL = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a shell")


@_BY_SHELL
@pytest.mark.parametrize("arguments", [["inspect"], ["inspect", "--json"], ["inspect", "--text"], ["check-db"], []])
def test_output_that_takes_no_more(arguments: list[str], source_path: Path) -> None:
    file = [str(source_path)] if "inspect" in arguments else []
    assert "系统拒绝了读写" in complaint(call_by_shell("> /dev/full", *(arguments or ["--help"]), *file))


def test_output_that_takes_no_more_in_this_process(
    source_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    class Full(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, _content: object, /) -> int:
            raise OSError(errno.ENOSPC, "No space left on device", "结果.json")

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(Full())))
    assert cli.run(["inspect", str(source_path)]) == cli.UNUSABLE
    assert "系统拒绝了读写：结果.json（No space left on device）" in capsysbinary.readouterr().err.decode()


@_BY_SHELL
def test_streams_that_are_closed(tmp_path: Path, source_path: Path) -> None:
    assert "标准输出已关闭" in complaint(call_by_shell(">&-", "inspect", str(source_path)))
    assert "标准输入已关闭" in complaint(call_by_shell("<&-", "inspect", "-"))
    for number, redirection in enumerate(("2>&-", ">&-", ">&- 2>&- <&-")):
        built = call_by_shell(redirection, "build-db", "--out", str(tmp_path / f"{number}.db"))
        assert (built.returncode, built.stderr) == (0, b"")
        assert (tmp_path / f"{number}.db").exists()
    for redirection in ("2>&-", "2> /dev/full"):
        assert call_by_shell(redirection, "inspect", str(tmp_path / "没有.txt")).returncode == cli.UNUSABLE


@pytest.mark.parametrize(("stream", "arguments"), [("stdout", ["inspect"]), ("stdin", ["inspect", "-"])])
def test_a_stream_that_is_closed_in_this_process(
    stream: str, arguments: list[str], run: Called, source_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, stream, None)
    file = [] if "-" in arguments else [str(source_path)]
    assert "已关闭" in complaint(run(*arguments, *file))


# build-db and check-db


def test_a_database_is_built_and_checked(run: Called, tmp_path: Path) -> None:
    target = tmp_path / "新 库" / "eitc.db"
    built = run("build-db", "--out", str(target))
    assert (built.returncode, built.stderr) == (0, b"")
    assert "已生成" in built.stdout.decode()
    for checked in (run("check-db", str(target)), run("--database", str(target), "check-db")):
        assert (checked.returncode, checked.stderr) == (0, b"")
        assert str(target) in checked.stdout.decode()
        assert "结论：可以使用" in checked.stdout.decode()


def test_a_build_gives_the_same_bytes_wherever_it_is_made(tmp_path: Path, library_path: Path) -> None:
    places = (
        {"LC_ALL": "C", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C.UTF-8", "TZ": "America/New_York", "PYTHONHASHSEED": "77"},
    )
    for number, place in enumerate(places):
        target = tmp_path / f"{number}.db"
        assert call("build-db", "--out", str(target), **place).returncode == 0
        assert target.read_bytes() == library_path.read_bytes()


def test_the_shipped_database_is_checked_by_default(run: Called) -> None:
    done = run("check-db")
    assert done.returncode == 0
    assert str(paths.default_database()) in done.stdout.decode()


def test_a_database_with_another_content_has_problems(run: Called, tmp_path: Path, library_path: Path) -> None:
    path = Path(shutil.copy(library_path, tmp_path / "a.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM finding")
        connection.commit()
    done = run("check-db", str(path))
    assert done.returncode == PROBLEMS
    assert "不一致" in done.stdout.decode()


def test_characters_that_no_font_can_draw_are_told(run: Called, tmp_path: Path, source_text: str) -> None:
    (tmp_path / "rare.txt").write_text(source_text.replace("都市产业处", "\U0003fff0市产业处"), encoding="utf-8")
    path = tmp_path / "rare.db"
    build_database(path, tmp_path)
    lines = run("check-db", str(path)).stdout.decode().splitlines()
    assert "原文中有 1 个字符没有字体可以显示" in lines[-2]
    assert "（U+3FFF0）共 1 处" in lines[-1]
    assert lines[-1].endswith("三（十二）")


def test_fonts_that_cannot_be_checked_change_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1: 没有', name='PySide6')", "utf-8")
    with_qt, without = call("check-db"), call("check-db", PYTHONPATH=str(tmp_path))
    assert (without.returncode, without.stderr) == (with_qt.returncode, with_qt.stderr) == (FINE, b"")
    *same, last = without.stdout.decode().splitlines()
    assert same == with_qt.stdout.decode().splitlines()[:-1]
    assert last.startswith("字体未检查：")
    assert "libEGL.so.1" in last


def test_a_database_that_cannot_be_used(run: Called, tmp_path: Path) -> None:
    assert "找不到数据库文件" in complaint(run("check-db", str(tmp_path / "没有.db")))
    assert "文件夹" in complaint(run("check-db", str(tmp_path)))
    (tmp_path / "a.db").write_bytes(b"SQLite format 3\0" + bytes(50))
    assert "不完整" in complaint(run("check-db", str(tmp_path / "a.db")))


def test_a_database_that_cannot_be_written(run: Called, tmp_path: Path) -> None:
    assert "文件夹" in complaint(run("build-db", "--out", str(tmp_path)))


def test_progress_is_shown_to_somebody_who_watches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pty = pytest.importorskip("pty", reason="no terminals of that kind on this system")
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        assert cli.run(["build-db", "--out", str(tmp_path / "a.db")]) == FINE
        seen = os.read(ours, 4096).decode()
    os.close(ours)
    assert "读取 sheitc-2014.txt" in seen
    assert "写入 a.db" in seen


# links


def test_links_json_is_the_document_and_nothing_else(run: Called, provision: Provision, mapping: Mapping) -> None:
    done = run("links", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == json.dumps(links_document(provision, mapping), ensure_ascii=False, indent=2) + "\n"


def test_links_for_a_person(run: Called, provision: Provision, mapping: Mapping) -> None:
    done = run("links")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == describe_links(provision, mapping) + "\n"


def test_links_are_utf8_whatever_the_locale() -> None:
    poor, rich = call("links", "--json", **_POOR), call("links", "--json", PYTHONUTF8="1")
    assert (poor.returncode, poor.stderr) == (0, b"")
    assert poor.stdout == rich.stdout


def test_links_of_another_library_and_another_provision(run: Called, tmp_path: Path, repository: Path) -> None:
    path = tmp_path / "多.db"
    names = [name for name, _ in build_database(path, repository / "tests" / "reading" / "provisions").provisions]
    bodies = []
    for number in range(1, len(names) + 1):
        done = run("--database", str(path), "links", "--json", "--provision", str(number))
        assert (done.returncode, done.stderr) == (0, b"")
        bodies.append(json.loads(done.stdout)["body"])
        assert run("--database", str(path), "links", "--provision", str(number)).returncode == 0
    for form in ([], ["--json"]):
        line = complaint(run("--database", str(path), "links", *form))
        assert "数据库中有不止一个机关的三定规定，请用 --provision 编号 指明一份：" in line
        assert all(f"{number} {body}" in line for number, body in enumerate(bodies, 1))
    line = complaint(run("--database", str(path), "links", "--provision", str(len(names) + 1)))
    assert f"没有编号为 {len(names) + 1} 的三定规定" in line


def test_links_of_a_library_that_an_earlier_version_wrote(run: Called, tmp_path: Path, library_path: Path) -> None:
    path = Path(shutil.copy(library_path, tmp_path / "旧.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    assert "由较旧版本的程序生成" in complaint(run("--database", str(path), "links"))
    assert "找不到数据库文件" in complaint(run("--database", str(tmp_path / "没有.db"), "links", "--json"))


def test_judgements_that_do_not_hold_refuse_the_build_in_one_line(
    run: Called, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: Path
) -> None:
    shutil.copytree(repository / "resources" / "provisions", tmp_path / "provisions")
    shutil.copytree(repository / "resources" / "links", tmp_path / "links")
    file = tmp_path / "links" / "sheitc-2014.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("研究起草", "研究起早"), encoding="utf-8")
    monkeypatch.setattr(paths, "provisions_dir", lambda: tmp_path / "provisions")
    line = complaint(run("build-db", "--out", str(tmp_path / "a.db")))
    assert line.startswith("错误：sheitc-2014.toml：link 第 1 条：")
    assert not (tmp_path / "a.db").exists()


# The program itself


def test_version(run: Called) -> None:
    assert run("--version").stdout.decode().strip() == f"eitc-desktop {__version__}"


@pytest.mark.parametrize("verb", [[], ["build-db"], ["check-db"], ["inspect"], ["links"], ["print"], ["render"]])
def test_help_is_chinese(run: Called, verb: list[str]) -> None:
    done = run(*verb, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert text.startswith("用法：eitc-desktop")
    verbs = ("eitc-desktop", "build-db", "check-db", "inspect", "links", "print", "review", "render", "self-check")
    kinds = ("chart", "dossier", "changes", "matrix", "duties", "quotas", "splits", "divisions", "division")
    layouts = ("auto", "official", "hanging", "grid", "sideways")
    names = (*verbs, *kinds, *layouts, "PNG", "JSON", "PDF", "SVG", "Word", "Excel", "A4", "A3", "AB")
    endings = (
        "pdf",
        "svg",
        "png",
        "docx",
        "xlsx",
        "3x2",
        "eitcreview",
        "db",
        "(zh|en)-(light|dark)-(1366|911)",
        "zh",
        "en",
        "light",
        "dark",
    )
    words = re.findall(r"(?<![-\w])[A-Za-z][\w-]+", re.sub("|".join((*names, *endings)), "", text))
    assert words == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["foo"], "没有这个命令：foo"),
        (["--foo"], "没有这个选项：--foo"),
        (["inspect"], "缺少参数：文件"),
        (["inspect", "a", "b"], "多余的参数：b"),
        (["inspect", "--json", "--text", "a"], "只能选一个"),
        (["inspect", "--jsn", "a"], "没有这个选项：--jsn"),
        (["render"], "缺少选项 --out"),
        (["render", "--out"], "选项 --out 的写法不对"),
        (["build-db", "--out"], "选项 --out 的写法不对"),
        (["links", "1"], "多余的参数：1"),
        (["links", "--provision"], "选项 --provision 的写法不对"),
        (["links", "--provision", "一"], "--provision 须是三定规定的编号"),
        (["links", "--provision", "-1"], "--provision 须是三定规定的编号"),
        (["links", "--provision", "9" * 30], "--provision 须是三定规定的编号"),
        (["check-db", "a", "b"], "多余的参数：b"),
        (["规定.txt"], "不能打开 规定.txt：只能打开审阅包（.eitcreview）和数据库（.db）"),
        (["甲.db", "foo"], "不能打开 foo"),
        ([str(Path(__file__).parent)], "不能打开"),
        (["check-db", "甲.db", "乙.db"], "多余的参数：乙.db"),
    ],
)
def test_usage_errors_are_chinese(run: Called, arguments: list[str], said: str) -> None:
    line = complaint(run(*arguments))
    assert said in line
    assert line.endswith("--help")


def test_no_screen_is_told_in_one_line(run: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("this system always has a screen")
    for name in _NO_SCREEN:
        monkeypatch.delenv(name, raising=False)
    assert "没有可用的图形显示" in complaint(run())
    assert "没有可用的图形显示" in complaint(call(**_NO_SCREEN, **_POOR))


def test_qt_that_cannot_be_loaded_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file', name='PySide6')", encoding="utf-8"
    )
    environment = {"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    picture = str(tmp_path / "图.pdf")
    for arguments in ([], ["render", "--out", str(tmp_path / "out")], ["print", "chart", "--out", picture]):
        assert "libEGL.so.1" in complaint(call(*arguments, **environment))


@pytest.mark.parametrize("arguments", [(), ("render", "--out", "out")])
def test_a_missing_module_of_our_own_is_no_missing_library(
    run: Called, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "eitc_desktop.app", None)
    with pytest.raises(ImportError, match="eitc_desktop"):
        run(*arguments)


def test_a_missing_library_is_told_with_what_to_install() -> None:
    explained = explained_import(ImportError("libEGL.so.1: cannot open shared object file", name="PySide6"))
    assert "apt install" in str(explained)


def test_what_to_install_is_what_the_set_up_installs(repository: Path) -> None:
    bootstrap = runpy.run_path(str(repository / "tools" / "bootstrap.py"))
    named = str(explained_import(ImportError("libEGL.so.1", name="PySide6"))).rpartition("apt install ")[2]
    assert named.split() == list(bootstrap["OFFSCREEN_LIBRARIES"].values())


def test_the_package_is_the_program(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["eitc-desktop", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("eitc_desktop", run_name="__main__")
    assert ended.value.code == 0
    assert __version__ in capsysbinary.readouterr().out.decode()


class _Interrupted(io.RawIOBase):
    """Standard input at which the user presses Ctrl+C."""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:  # noqa: ARG002  its name is the base's
        raise KeyboardInterrupt


def test_work_that_is_interrupted(run: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(_Interrupted()))  # type: ignore[type-var]
    done = run("inspect", "-")
    assert (done.returncode, done.stdout) == (130, b"")
    assert "已取消" in done.stderr.decode()


def test_starting_and_opening_a_library_import_nothing_slow() -> None:
    code = (
        "import sys, eitc_desktop.cli; before = set(sys.modules)\n"
        "assert not {'click', 'sqlite3', 'json', 'platformdirs', 'eitc_desktop.store', 'PySide6'} & before\n"
        "from eitc_desktop.services.library import newest, open_library\n"
        "with open_library() as library: library.load(newest(library).id), library.mapping(newest(library).id)\n"
        "slow = {'sqlite_utils', 'numpy', 'pyqtgraph', 'pypinyin', 'PySide6', 'eitc_desktop.reading'}\n"
        "print(sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_installed_command_is_the_same_program() -> None:
    command = Path(sys.executable).with_name("eitc-desktop" + (".exe" if sys.platform == "win32" else ""))
    if not command.exists():
        pytest.skip("the program is not installed beside this interpreter")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"eitc-desktop {__version__}"


# the window


@pytest.mark.parametrize(
    "arguments", [["甲.db", "乙.db"], ["--database", "甲.db", "乙.DB"], ["--reset", "甲.db", "丙.eitcreview", "乙.db"]]
)
def test_one_window_opens_one_library(run: Called, arguments: list[str]) -> None:
    assert "一个窗口只能打开一个数据库，这里给出了 2 个" in complaint(run(*arguments))


def test_beginning_afresh_is_for_the_window_only(run: Called) -> None:
    assert "--reset 只用于打开窗口" in complaint(run("--reset", "check-db"))
