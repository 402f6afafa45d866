"""Pictures of the window: where they can't be drawn, and how they look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eitc_desktop.app import make_window
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.screenshots import draw_all
from eitc_desktop.gui.studio import LOOKS, looks_named
from eitc_desktop.gui.theme import Tokens


def test_looks_have_names() -> None:
    assert looks_named(()) == LOOKS
    assert len({look.name for look in LOOKS}) == 8
    assert [look.name for look in looks_named(("en-dark-911", "zh-light-1366"))] == ["zh-light-1366", "en-dark-911"]


@pytest.mark.parametrize(
    ("place", "looks", "said"),
    [
        ("文件", (), "是一个文件"),
        ("文件/里", (), "是一个文件"),
        ("图", ("zh-pink-1366",), "没有这种样子：zh-pink-1366。--look 可用：zh-light-1366、zh-light-911、zh-dark-1366"),
    ],
)
def test_what_cannot_be_drawn_is_told_before_anything_is(
    qapp: QApplication, tokens: Tokens, tmp_path: Path, place: str, looks: tuple[str, ...], said: str
) -> None:
    (tmp_path / "文件").write_text("")
    with pytest.raises(EitcError, match=said):
        draw_all(qapp, tokens, tmp_path / place, tmp_path / "没有.db", make_window, looks)
    assert [path.name for path in tmp_path.iterdir()] == ["文件"]
