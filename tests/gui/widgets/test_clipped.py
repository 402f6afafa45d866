from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QTextLayout
from PySide6.QtWidgets import QApplication

from eitc_desktop.gui.widgets.clipped import clipped_layout

WORDS = "研究提出本市工业和信息化发展战略；" * 5


def laid_out(words: str, width: float, lines: int) -> tuple[QTextLayout, float, bool]:
    font = QFont(QGuiApplication.font())
    layout = QTextLayout()
    layout.setFont(font)
    height, cut = clipped_layout(words, QFontMetricsF(font), layout, width, 24.0, lines)
    return layout, height, cut


@pytest.mark.parametrize("words", [WORDS, "𠮷" * 80, "甲\n" * 9])
@pytest.mark.parametrize("width", [60.0, 133.0, 257.0])
def test_long_words_end_with_the_last_line(qapp: QApplication, words: str, width: float) -> None:
    layout, height, cut = laid_out(words, width, 2)
    assert cut
    assert layout.lineCount() == 2
    assert height == pytest.approx(48.0, abs=12.0)
    assert layout.text().endswith("…")
    assert layout.text()[:3] == words.replace("\n", "\u2028")[:3]


def test_short_words_stay_whole(qapp: QApplication) -> None:
    layout, _, cut = laid_out("办公室", 200.0, 2)
    assert not cut
    assert layout.text() == "办公室"
