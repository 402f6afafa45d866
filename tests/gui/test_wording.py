from __future__ import annotations

import inspect
from pathlib import Path

from eitc_desktop.errors import DatabaseError
from eitc_desktop.gui.wording import in_the_window
from eitc_desktop.store import errors


def made(kind: type[DatabaseError]) -> DatabaseError:
    """Return an error as it comes up: a path, and something for whatever else it takes."""
    needed = [p for p in inspect.signature(kind).parameters.values() if p.default is inspect.Parameter.empty]
    extras: list[object] = [7 if "int" in str(p.annotation) else "原因" for p in needed[1:]]
    return kind(Path("/库/甲.db"), *extras)  # type: ignore[arg-type]


def test_a_window_points_to_a_menu_not_to_a_command_line() -> None:
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, DatabaseError)]
    kinds.remove(DatabaseError)
    commands = 0
    for kind in kinds:
        words = str(made(kind))
        shown = in_the_window(words)
        assert "eitc-desktop" not in shown
        if "eitc-desktop" in words:
            commands += 1
            assert "从菜单“文件”的“打开数据库”另选一个" in shown
    assert commands >= 5


def test_other_words_stay(tmp_path: Path) -> None:
    assert in_the_window("数据库正被另一个程序占用：/甲.db。") == "数据库正被另一个程序占用：/甲.db。"
