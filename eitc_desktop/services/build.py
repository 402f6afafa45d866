"""Building the database from a folder of provisions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from eitc_desktop.errors import EitcError, UnreadableText
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.dates import day_of
from eitc_desktop.services.files import read_file
from eitc_desktop.services.mapping import Mapper
from eitc_desktop.services.progress import Progress, Step, silent
from eitc_desktop.store.writing import Source, write_library

if TYPE_CHECKING:
    from eitc_desktop.services.pinyin import Speller


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: the file and the provisions in it, by source file name."""

    target: Path
    provisions: tuple[tuple[str, Provision], ...]


def build_database(target: Path, sources_dir: Path, progress: Progress = silent) -> BuildReport:
    """Read every ``*.txt`` in *sources_dir*, in the order of their names, map them, and write them to *target*.

    Versions of one body that all state their date of issue change places so that the latest is the last of them.
    The lists and judgements that mapping needs lie beside *sources_dir*, as in ``resources/``.

    After any failure the file that was at *target* before is still there, unchanged.

    Raises:
        EitcError: if there is no text, one of them cannot be read, a judgement on it doesn't hold, or the file can't be
            written.
    """
    # Its dictionaries take 0.2 s to import: who only looks into this module needn't wait for them.
    from eitc_desktop.services.pinyin import Speller

    speller = Speller()
    paths = _source_paths(sources_dir)
    mapper = Mapper(sources_dir.parent)
    mapper.require_sources(path.name for path in paths)
    sources: list[Source] = []
    for done, path in enumerate(paths):
        progress(Step(done, len(paths) + 1, f"读取 {path.name}"))
        sources.append(_read_source(path, speller, mapper))
    sources = _latest_last(sources)
    progress(Step(len(paths), len(paths) + 1, f"写入 {target.name}"))
    write_library(target, sources)
    progress(Step(len(paths) + 1, len(paths) + 1, "完成"))
    return BuildReport(target, tuple((source.name, source.provision) for source in sources))


def _source_paths(sources_dir: Path) -> list[Path]:
    try:
        paths = sorted(path for path in sources_dir.iterdir() if path.suffix == ".txt" and path.is_file())
    except OSError as error:
        reason = error.strerror or error
        raise UnreadableText(
            f"无法读取三定规定文件夹：{sources_dir}（{reason}）。请检查该文件夹，或重新安装本程序"
        ) from error
    if not paths:
        raise UnreadableText(f"文件夹中没有三定规定文本（*.txt）：{sources_dir}。请先放入文本再生成数据库")
    return paths


def _latest_last(sources: list[Source]) -> list[Source]:
    """Return *sources* with the dated versions of one body, among the places that they have, in the order of issue."""
    ordered = list(sources)
    places: dict[str, list[int]] = {}
    for place, source in enumerate(sources):
        places.setdefault(source.provision.body.text, []).append(place)
    for own in places.values():
        days = {place: day for place in own if (day := _issued(sources[place].provision)) is not None}
        if len(days) == len(own):
            for place, other in zip(own, sorted(own, key=lambda each: days[each]), strict=True):
                ordered[place] = sources[other]
    return ordered


def _issued(provision: Provision) -> date | None:
    return None if provision.issued is None else day_of(provision.issued.text)


def _read_source(path: Path, speller: Speller, mapper: Mapper) -> Source:
    data = read_file(path)
    try:
        provision = read_provision(decode(data))
    except EitcError as error:
        raise type(error)(f"{path.name}：{error}") from error
    mapping = mapper.mapping(provision, path.name)
    return Source(path.name, hashlib.sha256(data).hexdigest(), provision, speller.name_keys(provision), mapping)
