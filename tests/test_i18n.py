"""Every word that the window shows is translated, and nothing of it can drift unnoticed."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

HAN = re.compile(r"[\u3400-\u9fff]|^[：、，；。]$")

MEASURED = "一"
"""A character whose width is asked for."""

NOT_WORDS_OF_THE_WINDOW = {
    "gui/fonts.py": None,  # names of fonts
    "gui/allocation/compare_model.py": {"："},  # between a quota and its half, in words translated elsewhere
    "gui/drawing/families.py": None,  # names of fonts
    "gui/drawing/glyphs.py": {"国"},  # a character whose height is asked for
    "gui/screenshots.py": None,  # speaks to the command line
    "gui/studio.py": None,  # likewise
    "gui/review_screenshots.py": None,  # names of files
    **dict.fromkeys(  # likewise: the verb self-check tells what was found
        (
            *("gui/self_check/noise.py", "gui/self_check/paper_checks.py", "gui/self_check/reading_back.py"),
            *("gui/self_check/resource_checks.py", "gui/self_check/review_checks.py", "gui/self_check/running.py"),
            *("gui/self_check/scene.py", "gui/self_check/window_checks.py"),
        )
    ),
    "gui/diagnosing.py": {"，系统 ", "，缩放 "},  # the diagnosis is Chinese for whoever maintains the program
    "gui/dialogs/settings.py": {"中文"},  # the name of the language, in the language itself
    "gui/models/outline.py": {"、", "条", "章", "节"},  # how the text itself sets off its ordinals
    "gui/models/change_ties.py": {"保留|仍由"},  # what the text says
    "gui/models/link_words.py": {"。"},  # where a reason ends
    "gui/models/caret_sentence.py": {"。"},  # where a sentence of the text ends
    "gui/models/changes.py": {"；"},  # between two quotations of the text, in a copied table
    "gui/models/detail_units.py": {"(?:增|加)挂", "正副"},  # what the text says
    "gui/wording.py": {"用 eitc-desktop build-db ?(?:重新|另行)?生成"},  # the command in Chinese errors
}


@pytest.fixture
def i18n(repository: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(repository / "tools"))
    return importlib.import_module("i18n")


@pytest.mark.skipif(PySide6.__version_info__ < (6, 10), reason="an older lupdate can't sort what it collects")
def test_every_string_of_the_code_has_its_translation_and_the_compiled_files_are_those(i18n: ModuleType) -> None:
    assert i18n.complaints() == []


def test_no_chinese_reaches_the_window_untranslated(repository: Path, i18n: ModuleType) -> None:
    package = repository / "eitc_desktop"
    found = {
        (file, words)
        for path in (package / "app.py", *sorted((package / "gui").rglob("*.py")))
        for words in plain_literals(path, i18n.IN_CONTEXT)
        if HAN.search(words) and not known(file := path.relative_to(package).as_posix(), words)
    }
    assert found == set()


def known(file: str, words: str) -> bool:
    allowed = NOT_WORDS_OF_THE_WINDOW.get(file, set())
    return words == MEASURED or allowed is None or words in allowed


def plain_literals(path: Path, translating: tuple[str, ...]) -> Iterator[str]:
    """Strings of a file that are neither documentation nor an argument of a translating call."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    aside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            aside.add(id(node.value))
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.endswith(".tr") or name in translating:
                aside.update(map(id, node.args))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node.value


@pytest.mark.parametrize(
    ("source", "translation", "complaint"),
    [
        ("复制", "", "empty"),
        ("共 {0} 项", "in all", "places"),
        ("文件(&F)", "File", "mnemonic"),
        ("复制\tCtrl+C", "Copy\tCtrl+X", "key behind the tab"),
        ("打开…", "Open", "ellipsis"),
        ("原文", "Source 原文", "Chinese"),
        ("“甲”", "“A”", "wide"),
    ],
)
def test_what_is_wrong_with_a_translation_is_said(
    i18n: ModuleType, source: str, translation: str, complaint: str
) -> None:
    (fault,) = i18n.faults_of(i18n.Entry("C", source, translation, "", ""))
    assert complaint in fault


def test_a_good_translation_has_no_fault(i18n: ModuleType) -> None:
    assert list(i18n.faults_of(i18n.Entry("C", "打开 {0}(&O)…\tF2", "&Open {0}...\tF2", "", ""))) == []
    assert (
        list(i18n.faults_of(i18n.Entry("C", "例：三（十二）", "Example: 三（十二）", "", "an ordinal of the text")))
        == []
    )
    assert list(i18n.faults_of(i18n.Entry("C", "甲", "A", "unfinished", ""))) == ["unfinished"]


def test_what_lupdate_would_misread_is_refused(
    i18n: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "ROOT", tmp_path)
    code = tmp_path / "a.py"
    code.write_text(
        "class A:\n"
        "    def b(self, n):\n"
        "        self.tr('甲')\n"
        "        self.tr(f'乙{n}')\n"
        "        tr = QCoreApplication.translate\n"
        "        tr('C', '丙')\n"
        "        QCoreApplication.translate('C', '丁')\n"
        "        painter.translate(1, 2)\n",
        encoding="utf-8",
    )
    found = list(i18n.strings_in(code))
    assert [(each.context, each.source) for each in found if not each.complaint] == [("A", "甲"), ("C", "丁")]
    assert [each.place for each in found if each.complaint] == ["a.py:4", "a.py:6"]
