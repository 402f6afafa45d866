"""Correspondences of a provision, from the curated files beside the source texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from eitc_desktop.errors import EitcError
from eitc_desktop.linking import Listed, UnusableJudgements, map_provision, read_abbreviations
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode
from eitc_desktop.services.files import read_file

_Made = TypeVar("_Made")

_ABBREVIATIONS = "abbreviations.toml"
_JUDGEMENTS = "links"  # a folder: <name of the source text>.toml


class Mapper:
    """Maps provisions with what one folder of resources lists and judges."""

    def __init__(self, resources: Path) -> None:
        """Read the listed abbreviations.

        Raises:
            EitcError: if they can't be read or used; the message names the file and every fault.
        """
        self._judgements = resources / _JUDGEMENTS
        path = resources / _ABBREVIATIONS
        self._abbreviations: Listed = _used(path, read_abbreviations) if path.is_file() else {}

    def mapping(self, provision: Provision, source_name: str) -> Mapping:
        """Return the mapping of *provision*, with the judgements in the file that is named as its source is.

        Raises:
            EitcError: if there are judgements that don't hold; the message names the file and every fault.
        """
        path = self._judgements / f"{Path(source_name).stem}.toml"
        if not path.is_file():
            return map_provision(provision, self._abbreviations)
        return _used(path, lambda text: map_provision(provision, self._abbreviations, text))

    def require_sources(self, source_names: Iterable[str]) -> None:
        """Refuse judgements on a text that isn't there: by a slip in a name they would be lost in silence.

        Raises:
            UnusableJudgements: if there are some.
        """
        known = {Path(name).stem for name in source_names}
        strayed = sorted(path.name for path in self._judgements.glob("*.toml") if path.stem not in known)
        if strayed:
            raise UnusableJudgements(f"{'、'.join(strayed)}：没有同名的三定规定文本，研判无所归属。请核对文件名")


def _used(path: Path, use: Callable[[str], _Made]) -> _Made:
    try:
        return use(decode(read_file(path)))
    except EitcError as error:
        raise UnusableJudgements(f"{path.name}：{error}") from error
