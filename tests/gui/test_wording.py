from __future__ import annotations

import inspect
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from eitc_desktop.errors import DatabaseError, EitcError
from eitc_desktop.gui.wording import finding_words, in_the_window, sentence_of, sentence_said
from eitc_desktop.model.provision import Finding, Severity
from eitc_desktop.phrases import Listed, Phrase, Sentence
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
        error = made(kind)
        words = str(error)
        shown = in_the_window(error)
        assert "eitc-desktop" not in shown
        if "eitc-desktop" in words:
            commands += 1
            assert "从菜单“文件”的“打开数据库”另选一个" in shown
    assert commands >= 5


def test_other_words_stay() -> None:
    locked = errors.LockedDatabase(Path("/甲.db"))
    assert in_the_window(locked) == str(locked) == "数据库正被另一个程序占用：/甲.db。请关闭占用它的程序后重试"
    assert in_the_window(EitcError("一句{话}")) == "一句{话}"


def test_a_finding_that_fits_no_phrase_keeps_its_own_words() -> None:
    assert finding_words(Finding(Severity.INFO, "later", "以后的话。", None)) == "以后的话。"
    assert finding_words(Finding(Severity.INFO, "numbering-gap", "别的话。", None)) == "别的话。"


def test_an_error_that_stands_alone_ends_with_a_full_stop() -> None:
    assert sentence_of(errors.NotADatabase(Path("/甲.db"))).endswith("另选一个，或换用完好的副本。")
    assert sentence_of(EitcError("读不了。")) == "读不了。"


class Marked(QTranslator):
    """Puts every phrase in brackets: what stands outside of them was said in no language."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        del disambiguation, n
        return f"[{source}]" if context != "Punctuation" else ", "


def test_a_sentence_is_said_with_all_that_stands_in_it(qapp: QApplication) -> None:
    part = Sentence(Phrase("ChartLayout", "{0} {1} 磅"), (Phrase("LayoutKind", "网格"), 9))
    sentence = Sentence(Phrase("Proof", "{0}；{1}"), ("处", Listed((part, "甲"))))
    assert str(sentence) == "处；网格 9 磅、甲"
    marked = Marked()
    qapp.installTranslator(marked)
    try:
        assert sentence_said(sentence) == "[处；[[网格] 9 磅], 甲]"
    finally:
        qapp.removeTranslator(marked)
