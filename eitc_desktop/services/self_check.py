"""What the program's check of itself found, for a person and for a program that reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

_UNFORESEEN = "程序出现意外错误"


class NotAsItShould(Exception):
    """Something that was looked for isn't so; the message is one Chinese line."""


class Outcome(NamedTuple):
    """One check: its name for programs, its title for people, and what was found, or why it failed, in one line."""

    name: str
    title: str
    ok: bool
    detail: str
    seconds: float


@dataclass(frozen=True, slots=True)
class SelfReport:
    """Every check in the order in which they ran, and what they ran on.

    ``home`` is how the program came here (paths.HomeKind), ``platform`` Qt's name of the screen's system (xcb,
    offscreen); it is empty where Qt did not get as far.
    """

    version: str
    home: str
    platform: str
    system: str
    python: str
    qt: str
    database: str
    checks: tuple[Outcome, ...]

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.checks if not outcome.ok)

    @property
    def ok(self) -> bool:
        """Whether there were checks, and none of them failed."""
        return bool(self.checks) and not self.failed


def document(report: SelfReport) -> dict[str, object]:
    """Return *report* as it is written in JSON."""
    return {
        "ok": report.ok,
        "version": report.version,
        "home": report.home,
        "platform": report.platform,
        "system": report.system,
        "python": report.python,
        "qt": report.qt,
        "database": report.database,
        "checks": [{**outcome._asdict(), "seconds": round(outcome.seconds, 3)} for outcome in report.checks],
    }


def line_of(outcome: Outcome) -> str:
    """Return one check as a line for a person."""
    verdict = "通过" if outcome.ok else "失败"
    return f"{verdict}　{outcome.title}：{outcome.detail}（{outcome.seconds:.1f} 秒）"


def closing_lines(report: SelfReport) -> tuple[str, ...]:
    """Return what there is to say of all checks together."""
    homes: Mapping[str, str] = {"checkout": "源代码", "installed": "已安装的包", "packaged": "打包的程序"}
    seconds = sum(outcome.seconds for outcome in report.checks)
    told = f"{report.version}，{homes.get(report.home, report.home)}，显示平台 {report.platform or '未知'}，"
    told += f"Python {report.python}，Qt {report.qt}，{report.system}"
    failed = report.failed
    verdict = f"自检通过：{len(report.checks)} 项，用时 {seconds:.1f} 秒"
    if failed:
        names = "、".join(outcome.title for outcome in failed)
        verdict = f"自检未通过：{len(report.checks)} 项中有 {len(failed)} 项失败（{names}）"
    return f"程序：{told}", verdict


def reason_of(error: Exception) -> str:
    """Return why a check failed, in one line: our own errors say it themselves, of others their kind is told too."""
    from eitc_desktop.errors import EitcError

    words = " ".join(str(error).split())
    if isinstance(error, NotAsItShould | EitcError):
        return words
    if isinstance(error, ImportError):
        return f"缺少模块 {error.name or '（未知）'}（{words}）"
    if isinstance(error, FileNotFoundError) and error.filename is not None:
        return f"缺少文件 {error.filename}"
    return f"{_UNFORESEEN}：{type(error).__name__}: {words}"
