from __future__ import annotations

from pathlib import Path

from eitc_desktop.errors import EitcError, UnreadableText
from eitc_desktop.phrases import Phrase


def test_an_error_fills_its_phrase_and_keeps_phrase_and_values() -> None:
    missing, advice = Phrase("Errors", "找不到文件：{0}。{1}"), Phrase("Errors", "请核对路径")
    path = Path("/库/{甲}.txt")
    error = UnreadableText(missing, path, advice)
    assert str(error) == f"找不到文件：{path}。请核对路径"
    assert error.phrase == missing
    assert error.values == (path, advice)


def test_a_whole_sentence_is_left_as_it_is() -> None:
    error = EitcError("文件名是 {甲}")
    assert str(error) == "文件名是 {甲}"
    assert error.phrase is None
    assert error.values == ()
