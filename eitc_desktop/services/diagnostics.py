"""导出诊断信息: what somebody far away needs to know to help, as text that holds no words of a provision.

The user's home folder and name are left out. Of the log, every Chinese character is: a message may quote the text.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

from eitc_desktop import __version__
from eitc_desktop.errors import EitcError
from eitc_desktop.log import log_tail
from eitc_desktop.model.facts import facts_of
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import units_of
from eitc_desktop.paths import user_home
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.input_method import Choice
from eitc_desktop.settings import Language, Settings, Theme, Validity
from eitc_desktop.whole_file import reason_of, write_whole

_LOG_CHARACTERS = 64 * 1024
_CHUNK = 1024 * 1024
_PACKAGES = ("PySide6-Essentials", "shiboken6", "sqlite-utils", "click", "platformdirs", "pyqtgraph")
_VARIABLES = (
    "LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORM",
    "QT_IM_MODULE", "QT_IM_MODULES", "GTK_IM_MODULE", "XMODIFIERS", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS",
    "QT_FONT_DPI", "QT_STYLE_OVERRIDE",
)  # fmt: skip
_LANGUAGES = {Language.CHINESE: "简体中文", Language.ENGLISH: "英文"}
_THEMES = {Theme.SYSTEM: "跟随系统", Theme.LIGHT: "浅色", Theme.DARK: "深色"}
_STATES = {
    Validity.IN_FORCE: "现行",
    Validity.AMENDED: "已修订",
    Validity.REPEALED: "已废止",
    Validity.UNVERIFIED: "未核实",
}
# Chinese as it stands, and as Python, JSON and addresses write it where it may not stand. A row of backslashes is
# tried from its first alone: from each of them, a long one would take seconds.
_WORDS = re.compile(
    r"(?P<plain>[^\x00-\x7f]+)|(?:(?<!\\)\\+(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2})|%[0-9A-Fa-f]{2})+"
)


class DiagnosisNotSaved(EitcError):
    """The file can't be written."""

    def __init__(self, path: Path, reason: EitcError) -> None:
        super().__init__(Phrase("Diagnosis", "诊断信息没有导出（{0}）：{1}。请另选位置"), reason, path)


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen: size in logical pixels, device pixels to a logical one, dots to an inch."""

    name: str
    width: int
    height: int
    scale: float
    dpi: float


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """What only Qt knows. ``lacking`` are the text's characters that no font can draw."""

    qt: str
    binding: str
    platform: str
    input_method: Choice
    locale: str
    fonts: tuple[str, ...]
    lacking: tuple[str, ...]
    screens: tuple[ScreenFacts, ...]
    window: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The database that is open, how many provisions it holds, and the one that is shown.

    ``agrees``: whether reading its text anew gives the same; None as long as that isn't known.
    """

    path: Path
    provisions: int
    provision: Provision
    agrees: bool | None


def diagnosis_name(now: datetime) -> str:
    """Return the name of a file of *now*."""
    return f"eitc-desktop-诊断-{now:%Y%m%d-%H%M}.txt"


def diagnosis(facts: WindowFacts, opened: Opened | None, settings: Settings, log_folder: Path, now: datetime) -> str:
    """Return everything as text for a person. Reads the whole database file: not for the window's thread."""
    sections = (
        ("程序", _program(facts, now)),
        ("系统", _system()),
        ("显示与字体", _display(facts)),
        ("数据库", _database(opened)),
        ("设置（不含录入的说明）", _settings(settings)),
        ("环境变量", _variables()),
    )
    lines = [
        "三定规定阅读器 · 诊断信息",
        "供维护人员查找问题。不含三定规定的原文，不含用户名和个人文件夹；发送前请自行过目。",
    ]
    for title, rows in sections:
        lines += ["", f"【{title}】", *(f"{name}：{without_person(str(value))}" for name, value in rows)]
    log = without_person(without_words(log_tail(log_folder, _LOG_CHARACTERS)))
    lines += ["", "【日志】汉字可能引自原文，一律以〔几字〕代替", log]
    return "\n".join(lines).rstrip() + "\n"


def write_diagnosis(path: Path, words: str) -> None:
    """Write *words* to *path*, beside it first.

    Raises:
        DiagnosisNotSaved: if that can't be done.
    """
    try:
        write_whole(path, words.encode(errors="backslashreplace"))
    except OSError as error:
        raise DiagnosisNotSaved(path, reason_of(error)) from error


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the file in hexadecimal digits.

    Raises:
        OSError: if it can't be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def package_version(name: str) -> str:
    """Return the version of an installed package, or that it isn't known."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # a packaged program may leave it out
        return "（不详）"


def without_words(words: str) -> str:
    """Return *words* with each run of Chinese, escaped characters too, replaced by its length."""
    return _WORDS.sub(lambda run: f"〔{len(run['plain'])}字〕" if run["plain"] else "〔…〕", words)


def without_person(words: str) -> str:
    """Return *words* with the user's home folder as ~ and the user's name as <user>."""
    home = user_home()
    flags = re.IGNORECASE if os.name == "nt" else re.NOFLAG
    for folder in dict.fromkeys((str(home), home.as_posix(), repr(str(home))[1:-1])):
        if len(folder) > 1:  # the home of a service may be the root
            words = re.sub(rf"{re.escape(folder)}(?![\w.-])", "~", words, flags=flags)
    names = {home.name, *(os.environ.get(name, "") for name in ("USER", "USERNAME", "LOGNAME"))}
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:
            words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "<user>", words, flags=flags)
    return words


Rows = Iterator[tuple[str, object]]


def _program(facts: WindowFacts, now: datetime) -> Rows:
    yield "导出时间", f"{now:%Y-%m-%d %H:%M:%S}"
    yield "版本", __version__
    yield "Python", platform.python_version()
    yield "Qt", facts.qt
    yield "PySide", facts.binding
    for name in _PACKAGES:
        yield name, package_version(name)


def _system() -> Rows:
    yield "系统", platform.platform()
    if platform.system() == "Linux":
        try:
            yield "发行版", platform.freedesktop_os_release().get("PRETTY_NAME", "（不详）")
        except OSError:
            yield "发行版", "（不详）"
        yield "C 库", " ".join(platform.libc_ver()).strip() or "（不详）"
    yield "处理器", f"{platform.machine()}，{os.cpu_count()} 个"


def _display(facts: WindowFacts) -> Rows:
    yield "显示平台", facts.platform
    method = facts.input_method
    yield "输入法", " ".join((method.way.value, method.method, *method.found)).strip()
    yield "区域", facts.locale
    yield "窗口", facts.window
    for screen in facts.screens:
        size = f"{screen.width}×{screen.height}，缩放 {screen.scale:g}，{screen.dpi:.0f} dpi"
        yield f"屏幕 {screen.name}", size
    yield "字体", "、".join(facts.fonts)
    codes = " ".join(f"U+{ord(character):04X}" for character in facts.lacking)
    yield "字体缺少的字符", codes or "无"


def _database(opened: Opened | None) -> Rows:
    if opened is None:
        yield "数据库", "没有打开"
        return
    yield "文件名", opened.path.name
    try:
        yield "大小", f"{opened.path.stat().st_size:,} 字节"
        yield "文件校验值（SHA-256）", file_digest(opened.path)
    except OSError as error:
        yield "文件校验值（SHA-256）", f"无法读取（{reason_of(error)}）"
    provision, coverage = opened.provision, opened.provision.coverage
    yield "与原文重新识读的结果", {True: "一致", False: "不一致", None: "尚未核对"}[opened.agrees]
    yield "三定规定", f"{opened.provisions} 份"
    yield "显示的一份", f"{len(provision.text)} 字，原文校验值（SHA-256）{_digest(provision.text)}"
    yield "机构", len(units_of(provision))
    kinds = Counter(fact.ref.kind.value for fact in facts_of(provision))
    yield "事实", "，".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    yield (
        "语句",
        (f"共 {coverage.sentences}，识读 {coverage.typed}，标题引语等 {coverage.context}，未识别 {coverage.unparsed}"),
    )
    codes = Counter(f"{finding.severity.value} {finding.code}" for finding in provision.findings)
    yield "核查结果", "，".join(f"{code} × {count}" for code, count in sorted(codes.items())) or "无"


def _settings(settings: Settings) -> Rows:
    yield "界面语言", _LANGUAGES[settings.language]
    yield "外观", _THEMES[settings.theme]
    yield "文字大小", f"{settings.text_size}%"
    yield "标出事实", "是" if settings.underlines else "否"
    place = settings.window
    yield (
        "窗口",
        (
            "（未记住）"
            if place is None
            else f"({place.x}, {place.y}) {place.width}×{place.height}{'，最大化' if place.maximized else ''}"
        ),
    )
    yield "布局", "（未记住）" if settings.layout is None else f"{len(settings.layout)} 个字符"
    yield "详情抽屉", "打开" if settings.drawer_open else "收起"
    states = [memory.validity.state for memory in settings.provisions.values() if memory.validity]
    yield "记住的三定规定", f"{len(settings.provisions)} 份"
    counts = [f"{_STATES[state]} {states.count(state)} 份" for state in _STATES if state in states]
    yield "录入的时效", "，".join(counts) or "无"


def _variables() -> Rows:
    unset = [name for name in _VARIABLES if name not in os.environ]
    for name in _VARIABLES:
        if name in os.environ:
            yield name, os.environ[name]
    yield "未设置", "、".join(unset) or "无"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
