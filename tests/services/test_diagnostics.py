"""What the diagnosis holds, and above all what it doesn't."""

from __future__ import annotations

import hashlib
import logging
import time
import traceback
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from eitc_desktop import __version__
from eitc_desktop.log import LOG_NAME, LogHandler
from eitc_desktop.model.facts import facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import units_of
from eitc_desktop.services.diagnostics import (
    DiagnosisNotSaved,
    Opened,
    ScreenFacts,
    WindowFacts,
    diagnosis,
    diagnosis_name,
    file_digest,
    package_version,
    without_person,
    without_words,
    write_diagnosis,
)
from eitc_desktop.services.input_method import Choice, Way
from eitc_desktop.settings import EnteredValidity, ProvisionMemory, Settings, Validity, WindowPlace

NOW = datetime(2026, 11, 23, 9, 5, 7)  # noqa: DTZ001  the clock on the wall
FACTS = WindowFacts(
    qt="6.11.3",
    binding="6.11.3",
    platform="xcb",
    input_method=Choice({}, Way.MODULE, "fcitx", ("QT_IM_MODULE=fcitx",)),
    locale="zh_CN",
    fonts=("Noto Sans SC", "Noto Sans CJK SC"),
    lacking=("\U00030000",),
    screens=(ScreenFacts("HDMI-1", 911, 512, 1.5, 96.0),),
    window="1366×768",
)
ENTERED = Settings(
    window=WindowPlace(3, 4, 1000, 700, maximized=True),
    database="/资料/机密.db",
    provisions={"ab": ProvisionMemory("duty/1", (), EnteredValidity(Validity.REPEALED, "沪编〔2019〕3号已代替"))},
)


@pytest.fixture
def opened(library_path: Path, provision: Provision) -> Opened:
    return Opened(library_path, 1, provision, agrees=None)


def test_it_says_what_helps(
    opened: Opened, provision: Provision, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    words = diagnosis(FACTS, opened, ENTERED, tmp_path, NOW)
    for expected in (
        f"版本：{__version__}",
        "导出时间：2026-11-23 09:05:07",
        "Qt：6.11.3",
        "输入法：module fcitx QT_IM_MODULE=fcitx\n",
        "屏幕 HDMI-1：911×512，缩放 1.5，96 dpi",
        "字体：Noto Sans SC、Noto Sans CJK SC",
        "字体缺少的字符：U+30000",
        "文件名：eitc.db",
        f"文件校验值（SHA-256）：{hashlib.sha256(opened.path.read_bytes()).hexdigest()}",
        "与原文重新识读的结果：尚未核对",
        f"机构：{len(units_of(provision))}\n",
        "division 25",
        "未识别 0",
        "QT_IM_MODULE：fcitx\n",
        "XMODIFIERS",
        "窗口：(3, 4) 1000×700，最大化",
        "录入的时效：已废止 1 份\n",
        "界面语言：简体中文\n",
        "外观：跟随系统\n",
    ):
        assert expected in words


def test_without_a_database(tmp_path: Path) -> None:
    words = diagnosis(FACTS, None, Settings(), tmp_path, NOW)
    assert "数据库：没有打开" in words
    assert "窗口：（未记住）" in words
    assert "录入的时效：无" in words


def test_a_database_that_went_away(opened: Opened, tmp_path: Path) -> None:
    words = diagnosis(FACTS, replace(opened, path=tmp_path / "没了.db"), Settings(), tmp_path, NOW)
    assert "文件名：没了.db" in words
    assert "文件校验值（SHA-256）：无法读取" in words


def test_it_quotes_nothing_of_the_provision_and_no_notes(opened: Opened, provision: Provision, tmp_path: Path) -> None:
    handler = LogHandler(lambda: tmp_path)
    for fact in facts_of(provision):
        for words in fact.words:
            for form in (words, ascii(words), words.encode()):
                handler.emit(logging.makeLogRecord({"msg": "ValueError: %s", "args": (form,), "levelno": 50}))
    assert provision.divisions[0].name.text in (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    said = diagnosis(FACTS, opened, ENTERED, tmp_path, NOW)
    assert "ValueError: 〔" in said
    for fact in facts_of(provision):
        assert not any(words in said for words in fact.words if len(words) > 2)
    log = said.partition("【日志】")[2].partition("\n")[2]
    assert set(log) & set(provision.text) <= set("〔〕字0123456789") | {"\n"}
    assert "沪编" not in said
    assert "机密" not in said
    assert "/资料" not in said


def test_the_stack_of_an_error_can_still_be_read(tmp_path: Path) -> None:
    def painted() -> None:
        raise KeyError("综合规划处")

    with pytest.raises(KeyError) as caught:
        painted()
    report = "".join(traceback.format_exception(caught.value))
    LogHandler(lambda: tmp_path).emit(logging.makeLogRecord({"msg": report, "levelno": 50}))
    said = diagnosis(FACTS, None, Settings(), tmp_path, NOW)
    assert "test_diagnostics.py" in said
    assert "in painted" in said
    assert "KeyError: '〔5字〕'" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("主任1名，副主任", "〔2字〕1〔5字〕"),
        (r"'\u4e3b\u4efb'", "'〔…〕'"),
        (r"b'\xe4\xb8\xbb'", "b'〔…〕'"),
        (r"\\u4e3b", "〔…〕"),
        (r"\u4e3b\\u4efb\n", r"〔…〕\n"),
        (r"\U00030000", "〔…〕"),
        ("file:///%E4%B8%BB", "file:///〔…〕"),
        ("\U00030000\u3400", "〔2字〕"),
    ],
)
def test_chinese_is_counted_however_it_is_written(words: str, expected: str) -> None:
    assert without_words(words) == expected


def test_a_long_row_of_backslashes_takes_no_time() -> None:
    """Tried from each of its places it takes ten seconds for 60,000."""
    row = "\\" * 60_000
    began = time.process_time()
    assert without_words(f"{row}n 主任") == f"{row}n 〔2字〕"
    assert without_words(f"{row}u4e3b") == "〔…〕"
    assert time.process_time() - began < 1.0


def test_a_person_called_like_one_of_our_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "Qt")
    (tmp_path / LOG_NAME).write_text("/media/Qt/eitc.db\n", encoding="utf-8")
    words = diagnosis(FACTS, None, Settings(), tmp_path, NOW)
    assert "\nQt：6.11.3\n" in words
    assert "/media/<user>/eitc.db" in words


def test_the_person_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/zhang.san")
    monkeypatch.setenv("USERPROFILE", "/home/zhang.san")
    monkeypatch.setenv("USER", "zhangs")
    words = "/home/zhang.san/a.py /home/zhang.sanders /media/zhangs/b zhangs1 zhang.san"
    assert without_person(words) == "~/a.py /home/zhang.sanders /media/<user>/b zhangs1 <user>"


def test_a_home_that_is_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, "/")
    for name in ("USER", "USERNAME", "LOGNAME"):
        monkeypatch.delenv(name, raising=False)
    assert without_person("/a/b 机") == "/a/b 机"


def test_it_is_written_whole_or_refused_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / diagnosis_name(NOW)
    assert path.name == "eitc-desktop-诊断-20261123-0905.txt"
    write_diagnosis(path, "甲\udcff\n")
    assert path.read_bytes() == "甲\\udcff\n".encode()
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(DiagnosisNotSaved, match="诊断信息没有导出（路径中的一级是文件，不是文件夹）"):
        write_diagnosis(path / "内.txt", "乙")
    with pytest.raises(DiagnosisNotSaved, match="同名的是一个文件夹"):
        write_diagnosis(tmp_path, "乙")
    assert list(tmp_path.iterdir()) == [path]


def test_versions_and_digests(tmp_path: Path) -> None:
    assert package_version("click")[0].isdecimal()
    assert package_version("no-such-package-here") == "（不详）"
    (tmp_path / "a").write_bytes(b"a")
    assert file_digest(tmp_path / "a") == hashlib.sha256(b"a").hexdigest()
