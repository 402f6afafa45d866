"""The verb review as its users meet it: files, lines, one line of complaint, an exit code."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from eitc_desktop import cli, paths
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import (
    Allotment,
    AllotmentColumn,
    AllotmentRow,
    AskedOffice,
    Content,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Person,
    Reply,
    RowKind,
    Scenario,
)
from eitc_desktop.reviewing.allocation import cell_entry
from eitc_desktop.reviewing.anchors import anchor_of_fact, digest_of, unit_name, whole
from eitc_desktop.reviewing.package import ProvisionNote
from eitc_desktop.services.reviews.carrying import export, read_source
from eitc_desktop.services.reviews.listing import entries_in
from eitc_desktop.services.reviews.session import Change, ReviewSession, added, edited
from eitc_desktop.store.reviews import ReviewFile

Process = subprocess.CompletedProcess[bytes]

_PEOPLE = {
    "chen": Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111"),
    "li": Person("李强", "研究室", "22222222-2222-4222-8222-222222222222"),
    "wang": Person("王芳", "市财政局", "33333333-3333-4333-8333-333333333333"),
}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EITC_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Process]:
    """Run the program inside this process, where coverage sees it."""

    def call(*arguments: object) -> Process:
        words = [str(one) for one in arguments]
        code = cli.run(["review", *words])
        captured = capsysbinary.readouterr()
        return subprocess.CompletedProcess(words, code, captured.out, captured.err)

    return call


Enter = Callable[..., Path]


@pytest.fixture
def enter(provision: Provision) -> Enter:
    """Enter something into a review file, as the window would."""
    digest = digest_of(provision)
    item = anchor_of_fact(provision, digest, FactRef(FactKind.DUTY_ITEM, 1, 0))

    def enter_one(path: Path, who: str, *contents: Content | str) -> Path:
        person = _PEOPLE[who]
        session = ReviewSession.open(path)
        for content in contents:
            anchor = item if isinstance(content, str | Opinion) else whole(digest)
            said = opinion(content, person) if isinstance(content, str) else content
            session.record([added(anchor, said)], person)
        session.close()
        return path

    return enter_one


def opinion(text: str, person: Person) -> Opinion:
    return Opinion(OpinionCategory.SUGGESTION, text, "", "", person.office, person.name)


def own() -> Path:
    return paths.review_path(paths.default_database())


def revisions_in(path: Path) -> set[str]:
    session = ReviewSession.open(path)
    found = {revision.id for revision in session.revisions}
    session.close()
    return found


def packed(review: Path, out: Path) -> Path:
    session = ReviewSession.open(review)
    export(session.revisions, out, ())
    session.close()
    return out


def lines(done: Process) -> list[str]:
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().splitlines()


def complaint(done: Process) -> str:
    """The one line on standard error of a call that failed."""
    assert (done.returncode, done.stdout) == (cli.UNUSABLE, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("错误：")
    return line


# list


def test_list_tells_what_was_entered(run: Callable[..., Process], enter: Enter) -> None:
    enter(own(), "chen", "宜删去", "宜明确牵头处室", AskedOffice("市财政局"))
    *entries, count = lines(run("list"))
    assert len(entries) == 3
    assert "建议｜二（二）[1]｜宜删去｜办公室｜陈敏｜" in "\n".join(entries)
    assert count == "共 3 条：建议 2、征求意见单位 1"
    assert lines(run("list", "--kind", "征求意见单位"))[-1] == "共 1 条：征求意见单位 1"
    assert lines(run("list", "--kind", "opinion", "--author", "陈敏", "--office", "办公室"))[-1] == "共 2 条：建议 2"


def test_list_as_json_holds_the_annotations(run: Callable[..., Process], enter: Enter) -> None:
    enter(own(), "chen", "宜删去")
    (told,) = json.loads(run("list", "--json").stdout)
    assert (told["kind"], told["text"], told["place"]) == ("opinion", "宜删去", "二（二）[1]")
    assert told["heads"][0]["type"] == "Annotation"
    assert told["author"] == {"name": "陈敏", "office": "办公室"}


def test_list_reads_a_package_too(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    package = packed(enter(tmp_path / "li.review.db", "li", "意见"), tmp_path / "li.eitcreview")
    assert lines(run("list", "--review", package))[-1] == "共 1 条：建议 1"
    assert lines(run("list", "--review", tmp_path / "li.review.db"))[-1] == "共 1 条：建议 1"
    assert not own().exists()


def test_without_a_review_nothing_is_made(run: Callable[..., Process]) -> None:
    assert "还没有审阅" in complaint(run("list"))
    assert not own().parent.exists()


# export


def test_export_writes_a_package(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    enter(own(), "chen", "意见", Scenario("方案一", ""))
    out = tmp_path / "审阅.eitcreview"
    said = lines(run("export", "--out", out))
    assert said == [
        f"已导出 {out}（2 条，连同历次修改 2 稿）",
        "注意：其中有编制分配方案，是审阅人试算的，不是规定载明的",
    ]
    with zipfile.ZipFile(out) as package:
        assert "上海市经济和信息化委员会" in package.read("manifest.json").decode()
    before = out.read_bytes()
    assert "已经存在，没有写入" in complaint(run("export", "--out", out))
    assert out.read_bytes() == before
    assert lines(run("export", "-o", out, "--kind", "意见", "--provision", "1", "--replace")) == [
        f"已导出 {out}（1 条，连同历次修改 1 稿）"
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--out", "x.zip"], "--out 的文件名须以 .eitcreview 结尾，而不是“x.zip”"),
        (["export"], "缺少选项 --out"),
        (["export", "--out", "x.eitcreview", "--author", "无名"], "审阅中没有无名录入的条目"),
        (["export", "--out", "x.eitcreview", "--office", "无此处"], "审阅中没有无此处录入的条目"),
        (["export", "--out", "x.eitcreview", "--kind", "诗"], "没有这种类别：诗"),
        (["export", "--out", "x.eitcreview", "--kind", "verdict"], "没有可导出的条目"),
        (["export", "--out", "x.eitcreview", "--provision", "9"], "没有编号为 9 的三定规定"),
        (["list", "--review", "没有.eitcreview"], "找不到文件"),
        (["import"], "缺少参数"),
        (["merge", "a.eitcreview"], "缺少选项 --out"),
        (["report", "诗", "--out", "x.pdf"], "没有这种内容：诗"),
        (["report", "--out", "x.odt"], "看不出 x.odt 要存成什么格式"),
        (["dance"], "没有这个命令：dance"),
        ([], "缺少命令。可用的命令：list、export、import、merge、report"),
    ],
)
def test_what_is_asked_for_wrongly_is_said_in_one_line(
    run: Callable[..., Process],
    enter: Enter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    enter(own(), "chen", "意见")
    monkeypatch.chdir(tmp_path)
    assert said in complaint(run(*arguments))
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_list_names_scenarios_and_what_is_answered(
    run: Callable[..., Process], enter: Enter, provision: Provision
) -> None:
    enter(own(), "chen", "职责边界不清，建议明确", Scenario("方案一", ""))
    session = ReviewSession.open(own())
    said, scenario = entries_in(session.revisions)
    if isinstance(said.content, Scenario):
        said, scenario = scenario, said
    session.record([added(said.anchor, Reply(said.id, "同意"))], _PEOPLE["li"])
    column = AllotmentColumn(0, "行政编制")
    for number, index in enumerate((10, 2)):
        row = AllotmentRow(RowKind.UNIT, unit_name(provision, FactRef(FactKind.DIVISION, index)))
        cell = cell_entry(scenario.id, row, column)
        session.record([Change(cell, scenario.anchor, Allotment(scenario.id, row, column, number))], _PEOPLE["chen"])
    session.close()
    told = lines(run("list"))
    assert any(
        line.startswith("回复｜二（二）[1]｜同意（针对陈敏：职责边界不清，建议明确）｜研究室｜李强｜") for line in told
    )
    numbers = [line.split("｜")[1:3] for line in told if line.startswith("分配数")]
    names = [provision.divisions[index].name.text for index in (2, 10)]
    assert numbers == [["方案一", f"{names[0]}，行政编制：1"], ["方案一", f"{names[1]}，行政编制：0"]]


def test_list_of_another_version_says_what_finds_no_place(
    run: Callable[..., Process], enter: Enter, provision: Provision, tmp_path: Path
) -> None:
    review = enter(tmp_path / "旧.review.db", "chen", "意见")
    session = ReviewSession.open(review)
    old = replace(
        session.revisions[0].anchor, provision="ab" * 32, exact="本规定里没有这些字", prefix="", suffix="", clause="九"
    )
    session.record([added(old, opinion("依据旧本", _PEOPLE["chen"]))], _PEOPLE["chen"])
    session.close()
    here, there, _count = lines(run("list", "--review", review))
    if "依据旧本" in here:
        here, there = there, here
    assert "未能定位" not in here
    assert there.endswith("｜未能定位")


def test_an_office_is_known_with_blanks_or_without(run: Callable[..., Process], enter: Enter) -> None:
    enter(
        own(), "chen", Opinion(OpinionCategory.OPINION, "代录的意见", "", "", "市 科 委", "", on_behalf=True), "自己的"
    )
    assert lines(run("list", "--office", "市科委"))[-1] == "共 1 条：意见 1"
    assert lines(run("list", "--office", "办公室"))[-1] == "共 1 条：建议 1"  # what was typed in for others is theirs


def test_export_says_what_goes_along(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    enter(own(), "chen", "意见")
    session = ReviewSession.open(own())
    (said,) = entries_in(session.revisions)
    session.record([added(said.anchor, Reply(said.id, "同意"))], _PEOPLE["li"])
    session.close()
    (line,) = lines(run("export", "--kind", "回复", "--out", tmp_path / "a.eitcreview"))
    assert "2 条，其中 1 条是它们所针对的，连同历次修改 2 稿" in line


def test_a_database_that_is_not_there_is_complained_of(tmp_path: Path) -> None:
    done = call("list", database=tmp_path / "没有.db")
    assert "找不到数据库" in done.stderr.decode()
    assert done.returncode == cli.UNUSABLE


# import


def test_what_needs_a_look_comes_first_in_the_preview(
    run: Callable[..., Process], enter: Enter, tmp_path: Path
) -> None:
    enter(own(), "chen", "我的意见")
    theirs = tmp_path / "li.review.db"
    session, mine = ReviewSession.open(theirs), ReviewSession.open(own())
    session.take_in(mine.revisions)
    (entry,) = entries_in(session.revisions)
    session.record([edited(entry, opinion("李强改的", _PEOPLE["li"]))], _PEOPLE["li"])
    mine.close()
    session.close()
    package = packed(enter(theirs, "li", "新的意见"), tmp_path / "li.eitcreview")
    _file, first, second, _sum, _nothing = lines(run("import", package, "--dry-run"))
    assert first.startswith("有改动（李强改动）｜建议｜二（二）[1]｜李强改的｜")
    assert second.startswith("新增｜建议｜二（二）[1]｜新的意见｜")


def test_a_package_is_no_review_to_take_into(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    package = packed(enter(tmp_path / "li.review.db", "li", "意见"), tmp_path / "li.eitcreview")
    before = package.read_bytes()
    for more in ((), ("--dry-run",)):
        assert "不是审阅文件" in complaint(run("import", package, "--review", package, *more))
    assert package.read_bytes() == before


def test_import_previews_and_takes_in(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    enter(own(), "chen", "我的意见")
    package = packed(enter(tmp_path / "li.review.db", "li", "李强的意见"), tmp_path / "li.eitcreview")
    before = revisions_in(own())
    said = lines(run("import", package, "--dry-run"))
    assert said[0] == "li.eitcreview：李强（研究室）；1 条：新增 1、有改动 0、已有 0"
    assert said[1].startswith("新增｜建议｜二（二）[1]｜李强的意见｜研究室｜李强｜")
    assert said[2:] == ["合计 1 条：新增 1、有改动 0、已有 0", "没有写入（--dry-run）"]
    assert revisions_in(own()) == before
    assert lines(run("import", package)) == ["已并入 1 个文件，1 条：新增 1、有改动 0、已有 0"]
    after = revisions_in(own())
    assert len(after) == 2
    assert lines(run("import", package, package)) == ["已并入 2 个文件，1 条：新增 0、有改动 0、已有 1"]
    assert revisions_in(own()) == after


def test_import_leaves_bad_files_out_and_says_so(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    good = packed(enter(tmp_path / "li.review.db", "li", "意见"), tmp_path / "li.eitcreview")
    bad, gone = tmp_path / "坏.eitcreview", tmp_path / "没有.eitcreview"
    bad.write_bytes(good.read_bytes()[:-40])
    for arguments in (("--dry-run", bad, good, gone), (bad, good, gone)):
        done = run("import", *arguments)
        assert done.returncode == 1
        first, second = done.stderr.decode().splitlines()
        assert first.startswith("错误：坏.eitcreview：")
        assert second.startswith("错误：找不到文件：")
        assert second.count("没有.eitcreview") == 1
        assert "1 条：新增 1、有改动 0、已有 0" in done.stdout.decode()
    assert revisions_in(own()) == revisions_in(tmp_path / "li.review.db")


def test_import_of_bad_files_alone_makes_nothing(run: Callable[..., Process], tmp_path: Path) -> None:
    bad = tmp_path / "坏.eitcreview"
    bad.write_bytes(b"PK")
    assert "坏.eitcreview：" in complaint(run("import", bad))
    assert not own().exists()


def test_merge_of_one_bad_file_writes_nothing(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    good = packed(enter(tmp_path / "li.review.db", "li", "意见"), tmp_path / "li.eitcreview")
    bad = tmp_path / "坏.eitcreview"
    bad.write_bytes(good.read_bytes()[:-40])
    gone = tmp_path / "没有.eitcreview"
    said = complaint(run("merge", good, bad, gone, "--out", tmp_path / "合.eitcreview"))
    assert "坏.eitcreview：" in said
    assert said.count("没有.eitcreview") == 1  # each bad file is named, once
    assert not (tmp_path / "合.eitcreview").exists()


def test_import_says_when_a_package_was_taken_in_before(
    run: Callable[..., Process], enter: Enter, tmp_path: Path
) -> None:
    package = packed(enter(tmp_path / "li.review.db", "li", "意见"), tmp_path / "li.eitcreview")
    assert "并入过" not in lines(run("import", package, "--dry-run"))[0]
    lines(run("import", package))
    renamed = package.rename(tmp_path / "改名.eitcreview")
    assert re.fullmatch(
        r"改名\.eitcreview：.*已有 1；\d{4}-\d\d-\d\d \d\d:\d\d 并入过", lines(run("import", renamed, "--dry-run"))[0]
    )


def test_what_a_package_calls_a_provision_goes_on_with_its_entries(
    run: Callable[..., Process], enter: Enter, tmp_path: Path
) -> None:
    session = ReviewSession.open(enter(tmp_path / "li.review.db", "li", "意见"))
    called = replace(session.revisions[0].anchor, provision="ab" * 32)
    person = _PEOPLE["li"]
    session.record([added(called, opinion("作于旧本", person))], person)
    theirs = tmp_path / "li.eitcreview"
    export(session.revisions, theirs, (ProvisionNote("ab" * 32, "某市某局", "某局三定规定（1999）"),))
    session.close()
    lines(run("import", theirs))
    out = tmp_path / "再导出.eitcreview"
    lines(run("export", "--out", out))
    notes = {note.sha256: note.title for note in read_source(out).provisions}
    assert notes["ab" * 32] == "某局三定规定（1999）"
    assert len(notes) == 2
    copy = tmp_path / "另存.review.db"
    with ReviewFile.open(own()) as file:
        file.save_copy(copy)
    assert {note.sha256: note.title for note in read_source(copy).provisions} == {"ab" * 32: "某局三定规定（1999）"}


def test_import_makes_a_review_where_there_is_none(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    package = packed(enter(tmp_path / "li.review.db", "li", "意见"), tmp_path / "li.eitcreview")
    assert lines(run("import", package, "--dry-run"))[-1] == "没有写入（--dry-run）"
    assert not own().exists()
    other = tmp_path / "别处" / "汇总.review.db"
    assert lines(run("import", package, "--review", other))[0] == f"已新建审阅文件 {other}"
    assert revisions_in(other) == revisions_in(tmp_path / "li.review.db")
    assert not own().exists()


# merge


def test_merge_gives_the_same_bytes_in_any_order(run: Callable[..., Process], enter: Enter, tmp_path: Path) -> None:
    first = enter(tmp_path / "chen.review.db", "chen", "共同的意见")
    packages = [packed(first, tmp_path / "chen.eitcreview")]
    for who in ("li", "wang"):
        session = ReviewSession.open(tmp_path / f"{who}.review.db")
        other = ReviewSession.open(first)
        session.take_in(other.revisions)
        other.close()
        (entry,) = entries_in(session.revisions)
        session.record([edited(entry, opinion(f"{who} 改", _PEOPLE[who]))], _PEOPLE[who])
        session.close()
        packages.append(packed(tmp_path / f"{who}.review.db", tmp_path / f"{who}.eitcreview"))
    one, two = tmp_path / "一.eitcreview", tmp_path / "二.eitcreview"
    said = lines(run("merge", *packages, "-o", one))
    assert said == [f"已合并 3 个文件为 {one}（1 条，连同历次修改 3 稿；两稿并存 1 条）"]
    lines(run("merge", *reversed(packages), packages[0], one, "--out", two))
    assert "已经存在，没有写入" in complaint(run("merge", *packages, "--out", one))
    assert "是要合并的文件之一" in complaint(run("merge", *packages, "--out", packages[0], "--replace"))
    assert one.read_bytes() == two.read_bytes()
    assert not own().exists()
    assert "是审阅文件，不能用审阅包覆盖" in complaint(
        run("merge", *packages, "-o", _review_named_like_a_package(tmp_path), "--replace")
    )


def _review_named_like_a_package(tmp_path: Path) -> Path:
    path = tmp_path / "其实是审阅文件.eitcreview"
    path.write_bytes((tmp_path / "chen.review.db").read_bytes())
    return path


# report


@pytest.mark.parametrize("paper", ["opinions", "审阅报告"])
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_report_writes_papers(
    run: Callable[..., Process], enter: Enter, tmp_path: Path, paper: str, ending: str
) -> None:
    enter(own(), "chen", "宜删去该项职责", NoOpinion("市商务委", "", on_behalf=True), AskedOffice("市商务委"))
    out = tmp_path / f"表.{ending}"
    done = call("report", paper, "--out", str(out), "--maker", "办公室", "--bundled-fonts")
    name = "意见汇总表" if paper == "opinions" else "审阅报告"
    assert lines(done) == [f"已保存 {out}（上海市经济和信息化委员会{name}）"]
    if ending == "pdf":
        read = pypdfium2.PdfDocument(out)
        words = "".join(page.get_textpage().get_text_range() for page in read)
        read.close()
    else:
        with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as packed_up:
            words = packed_up.read("word/document.xml").decode()
    if paper == "opinions":
        assert "宜删去该项职责" in words.replace("\r\n", "")


def test_report_tells_characters_that_no_font_has(enter: Enter, tmp_path: Path) -> None:
    path = enter(tmp_path / "甲.review.db", "chen", "请核“\U0010fffd\U0010fffc”二字，\U0010fffd")
    for ending, told in (("pdf", "注意：2 个字没有字形，以〓代替：\U0010fffd、\U0010fffc\n"), ("docx", "")):
        done = call("report", "--review", str(path), "--out", str(tmp_path / f"表.{ending}"), "--bundled-fonts")
        assert (done.returncode, done.stderr.decode()) == (0, told)


def test_report_says_which_paper_has_no_excel(run: Callable[..., Process], enter: Enter) -> None:
    enter(own(), "chen", "意见")
    words = run("report", "--help").stdout.decode()
    assert "审阅报告没有 Excel 格式" in " ".join(words.split())
    assert "不能" in complaint(run("report", "report", "--out", "甲.xlsx"))


def call(*arguments: str, database: Path | None = None) -> Process:
    """Run the program in a process of its own, without a screen."""
    of_database = () if database is None else ("--database", str(database))
    no_screen = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-m", "eitc_desktop", *of_database, "review", *arguments],
        env={**os.environ, **no_screen},
        capture_output=True,
        check=False,
    )


def test_the_real_command_line_helps_in_chinese(enter: Enter) -> None:
    enter(own(), "chen", "意见")
    help_ = call("--help")
    assert help_.returncode == 0
    assert "用法：eitc-desktop review [选项] [命令] [参数]" in help_.stdout.decode()
    for verb in ("list", "export", "import", "merge", "report"):
        told = call(verb, "--help").stdout.decode()
        assert f"用法：eitc-desktop review {verb}" in told
        assert "显示帮助" in told
    assert lines(call("list"))[-1] == "共 1 条：建议 1"
