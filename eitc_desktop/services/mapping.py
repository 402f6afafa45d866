"""Correspondences of a provision, from the curated files beside the source texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from eitc_desktop.linking import Listed, UnusableJudgements, map_provision, read_abbreviations
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode
from eitc_desktop.services.files import read_file

_Text = TypeVar("_Text", str, str | None)
_Made = TypeVar("_Made")

_ABBREVIATIONS = "abbreviations.toml"
_JUDGEMENTS = "links"  # a folder: <name of the source text>.toml


class Mapper:
    """Maps provisions with what one folder of resources lists and judges."""

    def __init__(self, resources: Path) -> None:
        """Read the listed abbreviations.

        Raises:
            EitcError: if they can't be read or used.
        """
        self._judgements = resources / _JUDGEMENTS
        self._abbreviations: Listed = {}
        path = resources / _ABBREVIATIONS
        if path.is_file():
            self._abbreviations = _used(path, read_abbreviations, decode(read_file(path)))

    def mapping(self, provision: Provision, source_name: str) -> Mapping:
        """Return the mapping of *provision*, with the judgements in the file that is named as its source is.

        Raises:
            EitcError: if there are judgements that don't hold; the message names the file and every fault.
        """
        path = self._judgements / f"{Path(source_name).stem}.toml"
        judgements = decode(read_file(path)) if path.is_file() else None
        return _used(path, lambda text: map_provision(provision, self._abbreviations, text), judgements)


def _used(path: Path, use: Callable[[_Text], _Made], text: _Text) -> _Made:
    try:
        return use(text)
    except UnusableJudgements as error:
        raise UnusableJudgements(f"{path.name}：{error}") from error
