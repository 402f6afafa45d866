"""The verb print as its users meet it: files, or one line of complaint and nothing left behind."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from eitc_desktop import cli, paths
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Person, Stance, Verdict
from eitc_desktop.reviewing.anchors import anchor_of_fact, digest_of, unit_name
from eitc_desktop.services.print_request import KINDS
from eitc_desktop.services.reviews.session import ReviewSession, added
from eitc_desktop.settings import EnteredValidity, ProvisionMemory, Settings, SettingsFile, Validity

Process = subprocess.CompletedProcess[bytes]
Run = Callable[..., Process]

_NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
_POOR = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
_KINDS = ("chart", "dossier", "changes", "matrix", "duties", "quotas", "splits", "division", "divisions")
_FORMATS = {
    "chart": ("pdf", "svg", "png"),
    "dossier": ("pdf", "svg", "png", "docx"),
    "division": ("pdf", "svg", "png", "docx"),
    "divisions": ("pdf", "svg", "png", "docx"),
}
_ALL = ("pdf", "svg", "png", "docx", "xlsx")
_UNIT = {"division": ["都市产业处"]}


def call(*arguments: str, **environment: str) -> Process:
    """Run the verb in a process of its own, without a screen."""
    return subprocess.run(
        [sys.executable, "-m", "eitc_desktop", "print", *arguments],
        env={**os.environ, **_NO_SCREEN, **environment},
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


@pytest.fixture
def run(qapp: QApplication, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the verb inside this process, where coverage sees it; ``database`` stands before it."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ["QT_QPA_PLATFORM"])  # the verb sets it

    def call_here(*arguments: str, database: Path | None = None) -> Process:
        library = [] if database is None else ["--database", str(database)]
        code = cli.run([*library, "print", *arguments])
        captured = capsysbinary.readouterr()
        return subprocess.CompletedProcess(arguments, code, captured.out, captured.err)

    return call_here


def said_by(done: Process) -> list[str]:
    """What a call that succeeded said, line by line."""
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize(("kind", "ending"), [(kind, ending) for kind in _KINDS for ending in _FORMATS.get(kind, _ALL)])
def test_every_paper_in_every_format(run: Run, tmp_path: Path, kind: str, ending: str) -> None:
    out = tmp_path / f"某 表.{ending}"
    said = said_by(run(kind, *_UNIT.get(kind, []), "--out", str(out), "--dpi", "72"))
    written = sorted(tmp_path.iterdir())
    assert [line.partition("（")[0] for line in said] == [f"已保存 {path}" for path in written]
    assert all(line.endswith("上海市经济和信息化委员会）") for line in said)
    assert all(path.suffix == f".{ending}" for path in written)
    data = written[0].read_bytes()
    match ending:
        case "pdf":
            assert written == [out]
            read = pypdfium2.PdfDocument(data)
            assert "非正式文件" in read[0].get_textpage().get_text_range()
            read.close()
        case "svg":
            assert data.lstrip().startswith(b"<")
            assert "非正式文件" in data.decode()
        case "png":
            assert data.startswith(b"\x89PNG")
        case _:
            assert written == [out]
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                assert packed.testzip() is None


@pytest.mark.parametrize(
    ("kind", "ending"), [(kind, ending) for kind, forms in _FORMATS.items() for ending in _ALL if ending not in forms]
)
def test_a_format_that_a_paper_has_not(run: Run, tmp_path: Path, kind: str, ending: str) -> None:
    line = complaint(run(kind, *_UNIT.get(kind, []), "--out", str(tmp_path / f"图.{ending}")))
    assert f"不能存为 .{ending}。可以存为：.pdf、.svg、.png" in line
    assert list(tmp_path.iterdir()) == []


def sizes_of(path: Path) -> list[tuple[int, int]]:
    read = pypdfium2.PdfDocument(path)
    sizes = [read.get_page_size(number) for number in range(len(read))]
    read.close()
    return [(round(width / 72 * 25.4), round(height / 72 * 25.4)) for width, height in sizes]


@pytest.mark.parametrize(
    ("options", "sizes"),
    [
        ([], [(297, 210)]),
        (["--portrait"], [(210, 297)]),
        (["--paper", "a3"], [(420, 297)]),
        (["--paper", "300x500", "--landscape"], [(500, 300)]),
        (["--poster", "3x2"], [(297, 210)] * 6),
        (["--poster", "2×1", "--overlap", "15", "--paper", "A3", "--portrait"], [(297, 420)] * 2),
    ],
)
def test_pages_have_the_size_asked_for(
    run: Run, tmp_path: Path, options: list[str], sizes: list[tuple[int, int]]
) -> None:
    said_by(run("chart", *options, "--out", str(tmp_path / "图.pdf")))
    assert sizes_of(tmp_path / "图.pdf") == sizes


def test_the_proof_is_told_with_the_file_and_without(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "图.pdf"
    said = said_by(run("chart", "--layout", "网格", "--out", str(out), "--proof"))
    assert said[0] == f"已保存 {out}（共 1 页，上海市经济和信息化委员会）"
    assert said[1] == "页数：1 页，A4 横放"
    assert "截断、重叠：0 处" in said
    assert any(line.startswith("版式：网格") for line in said)
    assert said[-1].startswith("公文格式：")
    out.unlink()
    assert said_by(run("chart", "--layout", "grid", "--proof")) == said[1:]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("options", [["--type-size", "60"], ["--large"]])
def test_a_chart_that_takes_several_sheets_unasked_is_told(run: Run, tmp_path: Path, options: list[str]) -> None:
    out = tmp_path / "图.pdf"
    saved, hint = said_by(run("chart", *options, "--bundled-fonts", "--out", str(out)))
    sheets = len(sizes_of(out))
    assert sheets > 1
    assert saved == f"已保存 {out}（共 {sheets} 页，上海市经济和信息化委员会）"
    assert hint.startswith(f"注意：这样大的字一张纸放不下，分成了 {sheets} 张（")
    assert hint.endswith(f"请去掉 {options[0]}，或换大一些的纸张")


def test_a_poster_that_was_asked_for_needs_no_hint(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "图.svg"
    said = said_by(run("chart", "--poster", "2x1", "--out", str(out)))
    assert said == [
        f"已保存 {tmp_path / f'图-{number}.svg'}（第 {number} 页，共 2 页，上海市经济和信息化委员会）"
        for number in (1, 2)
    ]


@pytest.mark.parametrize("typed", ["12", "十二", "（十二）"])
def test_a_division_by_its_ordinal(run: Run, tmp_path: Path, typed: str) -> None:
    out = tmp_path / "处.svg"
    said_by(run("division", typed, "--out", str(out)))
    assert "都市产业处" in out.read_text(encoding="utf-8")


def test_what_was_entered_of_validity_in_the_window_is_printed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, provision: Provision
) -> None:
    entered = EnteredValidity(Validity.AMENDED, "沪编〔2019〕3号", "2026-11-23")
    memory = ProvisionMemory(validity=entered)
    digest = hashlib.sha256(provision.text.encode()).hexdigest()
    SettingsFile(tmp_path / "settings.json").save(Settings().with_provision(digest, memory))
    words: dict[str, str] = {}
    for folder in (str(tmp_path), str(tmp_path / "没有")):
        monkeypatch.setenv("EITC_SETTINGS_DIR", folder)
        said_by(run("dossier", "--out", str(tmp_path / "概览.pdf")))
        read = pypdfium2.PdfDocument(tmp_path / "概览.pdf")
        told = "".join(page.get_textpage().get_text_range() for page in read)
        words[folder] = "".join(told.split())
        read.close()
    known, unknown = words.values()
    assert "时效：已修订（录入，2026-11-23，依据：沪编〔2019〕3号）" in known
    assert "时效：未核实" in unknown
    assert not (tmp_path / "没有").exists()


def test_of_several_bodies_one_must_be_named(run: Run, tmp_path: Path, repository: Path) -> None:
    from eitc_desktop.services.build import build_database

    database = tmp_path / "库.db"
    made = build_database(database, repository / "tests" / "reading" / "provisions").provisions
    bodies = [each.body.text for _name, each in made]

    for kind, ending in (("chart", "pdf"), ("dossier", "docx")):
        line = complaint(run(kind, "--out", str(tmp_path / f"某.{ending}"), database=database))
        assert "请用 --provision 编号 指明一份" in line
        assert all(f"{number} {body}" in line for number, body in enumerate(bodies, 1))
    out = tmp_path / "某.docx"
    done = run("dossier", "--provision", "2", "--out", str(out), database=database)
    assert said_by(done) == [f"已保存 {out}（{bodies[1]}）"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["库.db", "某.docx"]


def test_what_is_entered_and_which_grades(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "表.svg"
    entered = ["--secrecy", "内部", "--maker", "某某 办公室", "--date", "2026年1月5日", "--grades", "abc"]
    said_by(run("quotas", *entered, "--out", str(out)))
    words = out.read_text(encoding="utf-8")
    for each in ("内部", "某某 办公室", "2026年1月5日"):
        assert each in words


def test_bundled_fonts_give_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("一", "二"):
        said = said_by(call("chart", "--bundled-fonts", "--out", str(tmp_path / f"{name}.pdf"), "--proof"))
        assert any(line.startswith("小标宋：Noto Serif SC") for line in said)
    assert (tmp_path / "一.pdf").read_bytes() == (tmp_path / "二.pdf").read_bytes()


def test_a_poor_locale_changes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "chart.pdf"
    done = call("chart", "--out", str(out), "--proof", **_POOR)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines()[1] == "页数：1 页，A4 横放"


def test_word_and_excel_need_no_qt(tmp_path: Path) -> None:
    (tmp_path / "没有").mkdir()
    (tmp_path / "没有" / "PySide6.py").write_text("raise ImportError('none here', name='PySide6')", encoding="utf-8")
    for kind, ending in (("duties", "docx"), ("matrix", "xlsx"), ("dossier", "docx")):
        out = tmp_path / f"{kind}.{ending}"
        done = call(
            kind, "--out", str(out), PYTHONPATH=f"{tmp_path / '没有'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["division", "都市", "--out", "图.pdf"], "没有名为“都市”的内设机构。名称相近的有：都市产业处"),
        (["division", "甲乙丙丁", "--out", "图.docx"], "没有名为“甲乙丙丁”的内设机构"),
        (["division", "26", "--out", "图.pdf"], "没有序号为“26”的内设机构"),
        (["chart", "--paper", "60x60", "--out", "图.pdf"], "纸张太小"),
        (["duties", "--paper", "75x75", "--out", "图.pdf"], "纸张太小"),
        (["chart", "--paper", "20x60", "--out", "图.pdf"], "50 至 2000 毫米"),
        (["chart", "--out", "没有/图.pdf"], "没有保存 没有/图.pdf（文件夹不存在）"),
        (["quotas", "--out", "没有/表.xlsx"], "没有保存 没有/表.xlsx（文件夹不存在）"),
        (["chart", "--out", "图"], "看不出 图 要存成什么格式"),
        (["chart", "--out", "图.bmp"], "看不出 图.bmp 要存成什么格式"),
        (["duties", "--poster", "2x2", "--out", "图.pdf"], "不能拼成海报"),
        (["dossier", "--paper", "A3", "--out", "图.pdf"], "GB/T 9704-2012"),
        (["dossier", "--large", "--out", "图.docx"], "没有大字版"),
        (["chart", "--provision", "99", "--out", "图.pdf"], "可用的编号：1 上海市经济和信息化委员会"),
    ],
)
def test_errors_are_one_line_and_leave_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in complaint(run(*arguments))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no such folder")
def test_a_folder_that_takes_no_files(run: Run) -> None:
    for kind, ending in (("chart", "pdf"), ("quotas", "xlsx")):
        line = complaint(run(kind, "--out", f"/proc/某.{ending}"))
        assert f"没有保存 /proc/某.{ending}（这个文件夹里不能新建文件）" in line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少参数：内容"),
        (["图"], "没有这种内容：图"),
        (["chart"], "缺少选项 --out"),
        (["division", "--out", "图.pdf"], "division 后面要写处室的名称"),
        (["chart", "都市产业处", "--out", "图.pdf"], "多余的参数：都市产业处"),
        (["chart", "一", "二"], "多余的参数：二"),
        (["chart", "--paper", "B4", "--proof"], "--paper 须是 A4、A3"),
        (["chart", "--layout", "圆", "--proof"], "没有这种版式：圆"),
        (["chart", "--poster", "3", "--proof"], "--poster 须写成 列数x行数"),
        (["chart", "--type-size", "0", "--proof"], "--type-size 须是 5 至 72 的数"),
        (["chart", "--type-size", "大", "--proof"], "--type-size 须是 5 至 72 的数"),
        (["chart", "--dpi", "9999", "--proof"], "--dpi 须是 72 至 1200 的数"),
        (["chart", "--grades", "ABD", "--proof"], "--grades 须由 A、B、C 组成"),
        (["chart", "--landscape", "--portrait", "--proof"], "只能选一个"),
        (["chart", "--large", "--type-size", "12", "--proof"], "只能选一个"),
        (["chart", "--overlap", "5", "--proof"], "只与 --poster 同用"),
        (["quotas", "--proof", "--out", "表.docx"], "没有打印校样"),
        (["chart", "--date", "昨天", "--proof"], "制表日期须是一个日期，如 2026年11月27日 或 2026-11-27，而不是“昨天”"),
    ],
)
def test_usage_errors_are_chinese_and_name_the_help(run: Run, arguments: list[str], said: str) -> None:
    line = complaint(run(*arguments))
    assert said in line
    assert line.endswith("--help")


def test_a_paper_of_nothing(run: Run, tmp_path: Path, repository: Path) -> None:
    from eitc_desktop.services.build import build_database

    source = tmp_path / "文"
    source.mkdir()
    text = repository / "tests" / "reading" / "provisions" / "jiangcheng-library-2020.txt"
    (source / "a.txt").write_bytes(text.read_bytes())
    database = tmp_path / "库.db"
    build_database(database, source)
    done = run("splits", "--proof", database=database)
    assert "没有可打印的内容：这份三定规定中没有部门间职责分工" in complaint(done)


@pytest.fixture
def judged(tmp_path: Path, provision: Provision, mapping: Mapping) -> Path:
    """A review in which the first link is disputed."""
    anchor = anchor_of_fact(provision, digest_of(provision), mapping.duty_links[0].item)
    unit = unit_name(provision, mapping.duty_links[0].unit)
    person = Person("李强", "市委编办", "22222222-2222-4222-8222-222222222222")
    path = tmp_path / "李强.review.db"
    session = ReviewSession.open(path)
    session.record([added(anchor, Verdict(unit, Stance.DISAGREE, "名称相近而已"))], person)
    session.close()
    return path


@pytest.mark.parametrize("kind", ["duties", "matrix"])
def test_verdicts_are_printed_when_they_are_asked_for_and_marked_as_entered(
    run: Run, tmp_path: Path, judged: Path, kind: str
) -> None:
    def words(*options: str) -> str:
        out = tmp_path / "表.pdf"
        said_by(run(kind, "--out", str(out), "--grades", "ABC", "--bundled-fonts", *options))
        read = pypdfium2.PdfDocument(out)
        found = "".join(page.get_textpage().get_text_range() for page in read)
        read.close()
        return "".join(found.split())

    assert "审阅人" not in words()
    told = words("--review", str(judged))
    assert "为审阅人录入，非规定内容" in told
    assert ("不同意：李强（市委编办）" in told) is (kind == "duties")  # in the matrix as a mark


def test_verdicts_of_ones_own_are_printed_and_none_are_said_to_be_none(
    run: Run, tmp_path: Path, judged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EITC_DATA_DIR", str(tmp_path / "data"))
    out = ("--out", str(tmp_path / "表.pdf"))
    assert "还没有审阅" in complaint(run("duties", "--verdicts", *out))
    mine = paths.review_path(paths.default_database())
    mine.parent.mkdir(parents=True, exist_ok=True)
    ReviewSession.open(mine).close()
    first, second = said_by(run("duties", "--verdicts", *out))
    assert first == "注意：审阅中没有录入对职责对应的意见，印出的只有规定和对应关系"
    assert second.startswith("已保存 ")
    mine.write_bytes(judged.read_bytes())
    assert len(said_by(run("duties", "--verdicts", *out))) == 1
    for kind in ("quotas", "chart"):
        assert "只用于 duties 和 matrix" in complaint(run(kind, "--verdicts", *out))
    assert {kind.value for kind, facts in KINDS.items() if facts.judged} == {"duties", "matrix"}
