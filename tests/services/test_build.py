"""Building a library from a folder of texts."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from eitc_desktop.errors import EitcError, NotAProvision, UnreadableText
from eitc_desktop.linking import UnusableJudgements
from eitc_desktop.model.mapping import Grade, Judgement, Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading.decoding import MAX_BYTES
from eitc_desktop.services.build import build_database
from eitc_desktop.services.files import read_file
from eitc_desktop.services.library import newest, open_library
from eitc_desktop.services.mapping import Mapper
from eitc_desktop.services.progress import Step
from eitc_desktop.store.content import damage
from eitc_desktop.store.errors import NotReplaced


@pytest.fixture
def sources(tmp_path: Path, source_path: Path) -> Path:
    folder = tmp_path / "三定 规定"
    folder.mkdir()
    shutil.copy(source_path, folder / "b-2014.txt")
    return folder


def test_what_the_reader_made_is_what_the_library_gives(library_path: Path, provision: Provision) -> None:
    with open_library(library_path) as library:
        summary = newest(library)
        assert library.load(summary.id) == provision
    assert summary.body == provision.body.text
    assert summary.sha256 == hashlib.sha256(provision.text.encode()).hexdigest()


def test_the_digest_of_the_source_is_that_of_its_bytes(library_path: Path, source_path: Path) -> None:
    with open_library(library_path) as library:
        summary = library.provisions()[0]
    assert summary.source_sha256 == hashlib.sha256(source_path.read_bytes()).hexdigest()
    assert summary.source_name == source_path.name


def test_every_provision_of_the_tests_comes_back_equal(tmp_path: Path, repository: Path) -> None:
    target = tmp_path / "all.db"
    report = build_database(target, repository / "tests" / "reading" / "provisions")
    assert len(report.provisions) >= 3
    with open_library(target) as library:
        loaded = [(summary.source_name, library.load(summary.id)) for summary in library.provisions()]
    assert loaded == list(report.provisions)


def test_texts_are_taken_in_the_order_of_their_names_and_a_later_version_is_the_newest(
    sources: Path, tmp_path: Path, source_text: str
) -> None:
    (sources / "c-2024.txt").write_bytes(source_text.replace("294名", "280名").encode("gb18030"))
    (sources / "a-notes.md").write_text("不是三定规定", encoding="utf-8")
    (sources / "z.txt").mkdir()
    report = build_database(tmp_path / "two.db", sources)
    assert [name for name, _ in report.provisions] == ["b-2014.txt", "c-2024.txt"]
    with open_library(tmp_path / "two.db") as library:
        old, new = library.provisions()
        assert old.body_id == new.body_id
        assert newest(library) == new
        assert library.load(new.id).quotas[0].maximum == 280
        assert library.load(old.id).quotas[0].maximum == 294


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2024年3月1日", "2014年9月5日", "2019年1月2日"), ["b.txt", "c.txt", "a.txt"]),
        (("2024年3月1日", "", "2019年1月2日"), ["a.txt", "b.txt", "c.txt"]),
    ],
)
def test_versions_that_state_their_dates_are_added_in_the_order_of_issue(
    tmp_path: Path, repository: Path, dates: tuple[str, ...], order: list[str]
) -> None:
    folder = tmp_path / "文"
    folder.mkdir()
    made_up = repository / "tests" / "reading" / "provisions"
    text = (made_up / "linxi-forestry-2019.txt").read_text(encoding="utf-8")
    for name, day in zip("abc", dates, strict=True):
        (folder / f"{name}.txt").write_text(text.replace("\n2019年2月20日\n", f"\n{day}\n"), encoding="utf-8")
    shutil.copy(made_up / "qinghe-petitions.txt", folder / "ab.txt")
    report = build_database(tmp_path / "a.db", folder)
    order = [order[0], "ab.txt", *order[1:]]  # another body keeps its place
    assert [name for name, _ in report.provisions] == order
    with open_library(tmp_path / "a.db") as library:
        assert [summary.source_name for summary in library.provisions()] == order


def test_progress_is_told_from_first_to_last(sources: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    build_database(tmp_path / "a.db", sources, steps.append)
    assert [step.done for step in steps] == [0, 1, 2]
    assert {step.total for step in steps} == {2}
    assert steps[0].what == "读取 b-2014.txt"


def test_a_failed_build_leaves_the_old_file(sources: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "eitc.db"
    build_database(target, sources)
    before = target.read_bytes()
    (sources / "x.txt").write_text("从前有座山，山里有座庙。", encoding="utf-8")
    with pytest.raises(NotAProvision, match=r"^x\.txt：") as caught:
        build_database(target, sources)
    assert "\n" not in str(caught.value)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["eitc.db"]


_LINK = """
[[link]]
duty = "（十八）"
item = 1
opening = "负责本市无线电"
division = "信息安全处"
quotes = ["无线电管理"]
reason = "只为试验。"
date = 2026-01-02
"""
_HEAD = 'body = "上海市经济和信息化委员会"\njudge = "试验者"\n'
_REJECT = _LINK.replace("[[link]]", "[[reject]]")
_CHANGE = """
[[change]]
kind = "abolished"
change = "取消对煤炭"
to_duty = "（十）"
item = 1
opening = "负责全社会"
quotes = ["煤炭"]
counterpart = ["煤炭"]
reason = "只为试验。"
date = 2026-01-02
"""


@pytest.fixture
def resources(tmp_path: Path, source_path: Path) -> Path:
    """A folder of resources of our own: one text, the shipped list of abbreviations, and no judgements yet."""
    folder = tmp_path / "资源"
    for name in ("provisions", "links"):
        (folder / name).mkdir(parents=True)
    shutil.copy(source_path, folder / "provisions")
    shutil.copy(source_path.parents[1] / "abbreviations.toml", folder)
    return folder


def judge(resources: Path, text: str) -> None:
    (resources / "links" / "sheitc-2014.toml").write_text(text, encoding="utf-8")


def test_the_mapping_in_the_library_is_the_one_that_was_made(
    library_path: Path, provision: Provision, mapping: Mapping
) -> None:
    with open_library(library_path) as library:
        assert library.mapping(newest(library).id) == mapping
    assert mapping.duty_links


def test_every_mapping_of_the_tests_comes_back_equal(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / "资源"
    shutil.copytree(repository / "tests" / "reading" / "provisions", folder / "provisions")
    shutil.copy(repository / "resources" / "abbreviations.toml", folder)
    build_database(tmp_path / "all.db", folder / "provisions")
    mapper = Mapper(folder)
    grades: set[str] = set()
    with open_library(tmp_path / "all.db") as library:
        for summary in library.provisions():
            mapping = library.mapping(summary.id)
            assert mapping == mapper.mapping(library.load(summary.id), summary.source_name), summary.source_name
            grades |= {link.grade for link in mapping.duty_links}
        assert damage(library) == ()
    assert grades == {"A", "B"}


def test_judgements_beside_the_texts_go_into_the_library(resources: Path, tmp_path: Path) -> None:
    judge(resources, _HEAD + _LINK + _CHANGE)
    build_database(tmp_path / "a.db", resources / "provisions")
    with open_library(tmp_path / "a.db") as library:
        mapping = library.mapping(1)
    judged = [link for link in mapping.duty_links if link.grade is Grade.JUDGED]
    assert [link.judgement for link in judged] == [Judgement("只为试验。", "试验者", "2026-01-02")]
    assert not any(link.judgement for link in mapping.duty_links if link.grade is Grade.NAMED)
    assert any(link.judgement for link in mapping.change_links)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[link", "不是有效的 TOML"),
        (_HEAD.replace("经济和信息化", "某某"), "body（机构）应为“上海市经济和信息化委员会”"),
        (_HEAD.replace("试验者", " "), "须有 judge"),
        (_HEAD + "judges = 1\n", "不认识“judges”"),
        (_HEAD + _LINK.replace("[[link]]", "[[links]]"), "不认识“links”"),
        (_HEAD + _LINK.replace("[[link]]", "[link]"), r"“link”须写成 \[\[link\]\]"),
        (_HEAD + "link = [1]\n", "“link”须写成"),
        (_HEAD + _LINK + "parts = false\n", "link 第 1 条：不认识“parts”"),
        (_HEAD + _LINK + 'part = "false"\n', "link 第 1 条：part 须为"),
        (_HEAD + _LINK.replace("（十八）", "（二十八）"), "link 第 1 条：没有职责（二十八）第 1 项"),
        (_HEAD + _LINK.replace("item = 1", "item = 2"), "没有职责（十八）第 2 项"),
        (_HEAD + _LINK.replace('"负责本市无线电"', '"承办"'), "不以“承办”开头"),
        (_HEAD + _LINK.replace("信息安全处", "无线电处"), "没有名为“无线电处”的内设机构或设在机构"),
        (_HEAD + _LINK.replace("无线电管理", "频谱管理"), "“频谱管理”不在所指原文中"),
        (_HEAD + _LINK.replace('["无线电管理"]', "[]"), "须有 quotes"),
        (_HEAD + _LINK.replace("只为试验。", " "), "须有 reason"),
        (_HEAD + _LINK.replace("2026-01-02", '"今天"'), "须有 reason（理由）和 date"),
        (_HEAD + _LINK.replace("2026-01-02", "2026-01-02T08:00:00"), "须有 reason（理由）和 date"),
        (_HEAD + _LINK + _LINK, "link 第 2 条：与前面的条目重复"),
        (
            _HEAD
            + _LINK.replace("（十八）", "（九）").replace("负责本市无线电", "推进生产性")
            .replace("信息安全处", "生产性服务业处").replace("无线电管理", "生产性服务业"),
            "与名称对应（B）的结果重复",
        ),
        (_HEAD + _REJECT, "reject 第 1 条：名称本来没有对应，无须排除"),
        (_HEAD + _CHANGE.replace("取消对煤炭", "取消对石油"), "没有以“取消对石油”开头的职能转变"),
        (_HEAD + _CHANGE.replace("abolished", "added"), "没有以“取消对煤炭”开头的职能转变（added）"),
        (_HEAD + _CHANGE.replace('counterpart = ["煤炭"]', ""), "须有 counterpart"),
        (" ", "文件是空的"),
    ],
)  # fmt: skip
def test_judgements_that_do_not_hold_refuse_the_build(resources: Path, tmp_path: Path, text: str, said: str) -> None:
    target = tmp_path / "out" / "eitc.db"
    build_database(target, resources / "provisions")
    before = target.read_bytes()
    judge(resources, text)
    with pytest.raises(UnusableJudgements, match=said) as caught:
        build_database(target, resources / "provisions")
    assert str(caught.value).startswith("sheitc-2014.toml：")
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["eitc.db"]


def test_every_fault_is_told_at_once(resources: Path, tmp_path: Path) -> None:
    judge(resources, _HEAD + _LINK.replace("信息安全处", "甲处") + _LINK.replace("无线电管理", "乙"))
    with pytest.raises(UnusableJudgements, match=r"link 第 1 条：.*甲处.*；link 第 2 条：“乙”"):
        build_database(tmp_path / "a.db", resources / "provisions")


def test_judgements_on_a_text_that_is_not_there(resources: Path, tmp_path: Path) -> None:
    (resources / "links" / "sheitc-2041.toml").write_text(_HEAD, encoding="utf-8")
    with pytest.raises(UnusableJudgements, match=r"^sheitc-2041\.toml：没有同名的三定规定文本.*请"):
        build_database(tmp_path / "a.db", resources / "provisions")
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abbreviation = 3", "须写成"),
        ('[[abbreviation]]\nterm = "节能"\n', "abbreviation 第 1 条：须有 term"),
        ('[[abbreviation]]\nterm = "节能"\nforms = ["省能"]\nground = "试验"\n' * 2, "“节能”的写法“省能”列了两次"),
        ('[[abbreviation]]\nterm = "节能"\nforms = [1]\nground = "试验"\n', "须有 term"),
    ],
)
def test_a_list_of_abbreviations_that_cannot_be_used(resources: Path, tmp_path: Path, text: str, said: str) -> None:
    (resources / "abbreviations.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UnusableJudgements, match=rf"^abbreviations\.toml：.*{said}"):
        build_database(tmp_path / "a.db", resources / "provisions")
    assert not (tmp_path / "a.db").exists()


def test_work_that_is_cancelled_leaves_the_old_file(sources: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "eitc.db"
    build_database(target, sources)
    before = target.read_bytes()

    class Cancelled(Exception):
        pass

    def cancel(step: Step) -> None:
        if step.what.startswith("写入"):
            raise Cancelled

    with pytest.raises(Cancelled):
        build_database(target, sources, cancel)
    assert target.read_bytes() == before


def test_a_draft_that_a_killed_build_left_behind_is_no_hindrance(sources: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "eitc.db"
    target.parent.mkdir()
    (target.parent / f".eitc.db.{os.getpid()}.tmp").write_bytes(b"\0" * 500)
    build_database(target, sources)
    assert [path.name for path in target.parent.iterdir()] == ["eitc.db"]


@pytest.mark.parametrize("prepare", ["empty", "missing", "file"])
def test_a_folder_without_texts(tmp_path: Path, prepare: str) -> None:
    folder = tmp_path / "夹"
    if prepare == "empty":
        folder.mkdir()
    elif prepare == "file":
        folder.touch()
    with pytest.raises(UnreadableText, match=f"{folder}.*请"):
        build_database(tmp_path / "a.db", folder)
    assert not (tmp_path / "a.db").exists()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    for path, reason in (
        (tmp_path / "没有.txt", "找不到文件"),
        (tmp_path / "a.txt" / "b.txt", "找不到文件"),
        (tmp_path, "这是文件夹"),
        (tmp_path / ("长" * 300), "无法读取文件"),
    ):
        with pytest.raises(EitcError, match=f"{reason}.*请"):
            read_file(path)


def test_the_largest_file_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)
    assert len(read_file(path)) == MAX_BYTES
    with path.open("ab") as file:
        file.write(b"1")
    with pytest.raises(EitcError, match="16 MiB"):
        read_file(path)


def test_the_shipped_library_is_opened_by_default() -> None:
    with open_library() as library:
        assert library.provisions()


def test_a_document_is_not_overwritten(sources: Path, tmp_path: Path) -> None:
    document = tmp_path / "规定.txt"
    document.write_text("一份文件", encoding="utf-8")
    with pytest.raises(NotReplaced, match="没有覆盖"):
        build_database(document, sources)
    assert document.read_text(encoding="utf-8") == "一份文件"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [("eitc.db", b"\0" * 500), ("eitc.db", b"SQLite format 3\0\x10\0"), ("eitc.db", b""), ("eitc", b"")],
)
def test_what_holds_nothing_of_worth_is_built_anew(sources: Path, tmp_path: Path, name: str, content: bytes) -> None:
    target = tmp_path / name
    target.write_bytes(content)
    build_database(target, sources)
    with open_library(target) as library:
        assert library.provisions()
