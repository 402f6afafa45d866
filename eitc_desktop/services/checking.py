"""The state of a database file: sound or not, and whether it is what its sources give."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from eitc_desktop.errors import EitcError
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import read_provision
from eitc_desktop.services.build import build_database
from eitc_desktop.services.mapping import Mapper
from eitc_desktop.services.progress import Progress, Step, silent
from eitc_desktop.store import Library, ProvisionSummary, open_library
from eitc_desktop.store.content import content_digest, damage, row_counts


@dataclass(frozen=True, slots=True)
class Rebuild:
    """A fresh build to compare with: its content digest, or why there is none."""

    digest: str | None
    failure: str | None


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """What a check found. ``counts`` are rows by table, ``complaints`` SQLite's own words.

    ``rebuild`` is None where no comparison was asked for.
    """

    path: Path
    size: int
    schema_version: int
    digest: str
    provisions: tuple[ProvisionSummary, ...]
    counts: tuple[tuple[str, int], ...]
    complaints: tuple[str, ...]
    rebuild: Rebuild | None

    @property
    def current(self) -> bool:
        """Whether a fresh build has the same content; True where none was asked for."""
        return self.rebuild is None or self.rebuild.digest == self.digest

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.complaints and self.current


def check_database(path: Path, sources_dir: Path | None = None, progress: Progress = silent) -> DatabaseState:
    """Check the database at *path* and, if *sources_dir* is given, compare it with a fresh build of that folder.

    Raises:
        DatabaseError: if the file cannot be used at all.
    """
    steps = 3 if sources_dir is None else 4
    with open_library(path) as library:
        progress(Step(0, steps, "检查文件结构"))
        complaints = damage(library)
        progress(Step(1, steps, "逐份读取三定规定"))
        provisions = library.provisions()
        for summary in provisions:
            complaints += tuple(_strayed(library, summary, sources_dir))
        progress(Step(2, steps, "计算内容校验值"))
        digest = content_digest(library)
        counts = tuple(row_counts(library).items())
        version = library.schema_version
    rebuild = None
    if sources_dir is not None:
        progress(Step(3, steps, "与原文重建的内容比对"))
        rebuild = _rebuild(sources_dir)
    progress(Step(steps, steps, "完成"))
    return DatabaseState(path, path.stat().st_size, version, digest, provisions, counts, complaints, rebuild)


def agrees_with_text(provision: Provision) -> bool:
    """Say whether reading the text anew gives the same provision.

    Loading holds every quotation against the text; this finds what else was altered (a number, a kind, an order),
    and a database that an older reader made.
    """
    try:
        return read_provision(provision.text) == provision
    except EitcError:
        return False


def _strayed(library: Library, summary: ProvisionSummary, sources_dir: Path | None) -> Iterator[str]:
    """Say where the facts of a provision, or what corresponds to what in it, aren't what its text gives."""
    provision = library.load(summary.id)
    mapping = library.mapping(summary.id)
    if not agrees_with_text(provision):
        yield f"编号 {summary.id} 的内容与其原文重新识读的结果不一致"
    elif sources_dir is not None and (sources_dir / summary.source_name).is_file():
        with suppress(EitcError):  # of lists or judgements that can't be used a fresh build tells
            if Mapper(sources_dir.parent).mapping(provision, summary.source_name) != mapping:
                yield f"编号 {summary.id} 的职责对应与由其原文、用语表和研判重新得出的不一致"


def describe_state(state: DatabaseState) -> tuple[str, ...]:
    """Return the state in Chinese lines for a person."""
    lines = [
        f"数据库：{state.path}",
        f"大小：{state.size:,} 字节；格式版本：{state.schema_version}",
        f"内容校验值（SHA-256）：{state.digest}",
        f"三定规定：{len(state.provisions)} 份",
    ]
    lines += [
        f"  {summary.id}. {summary.body}（{summary.source_name}，原文 SHA-256 {summary.sha256[:16]}…）"
        for summary in state.provisions
    ]
    lines.append("各表行数：" + "，".join(f"{table} {count}" for table, count in state.counts))
    lines += [f"问题：{complaint}" for complaint in state.complaints] or ["结构与外键：完好"]
    if state.rebuild is not None:
        lines.append(_comparison(state, state.rebuild))
    lines.append(f"结论：{_verdict(state)}")
    return tuple(lines)


def _verdict(state: DatabaseState) -> str:
    if state.sound:
        return "可以使用"
    if not state.complaints and state.rebuild is not None and state.rebuild.failure is not None:
        return "文件本身完好，未能与原文比对；排除上述原因后请再检查一次"
    return "有问题，建议用 eitc-desktop build-db 重新生成"


def _comparison(state: DatabaseState, rebuild: Rebuild) -> str:
    if rebuild.failure is not None:
        return f"与原文重建的内容比对：未能重建（{rebuild.failure}）"
    return f"与原文重建的内容比对：{'一致' if state.current else f'不一致（重建为 {rebuild.digest}）'}"


def _rebuild(sources_dir: Path) -> Rebuild:
    try:
        with tempfile.TemporaryDirectory(prefix="eitc-") as folder:
            fresh = Path(folder) / "fresh.db"
            build_database(fresh, sources_dir)
            with open_library(fresh) as library:
                return Rebuild(content_digest(library), None)
    except EitcError as error:
        return Rebuild(None, str(error))
    except OSError as error:
        return Rebuild(None, f"无法使用临时文件夹：{error.strerror or error}。请检查磁盘空间和环境变量 TMPDIR")
