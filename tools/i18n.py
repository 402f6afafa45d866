"""The window's translations: ``python tools/i18n.py`` brings them up to date, ``--check`` says what is wrong with them.

``resources/i18n/eitc_desktop_en.ts`` holds every string of the code (Chinese) with its English translation; Qt's own
lupdate collects the strings, lrelease makes the ``.qm`` files that the program loads. ``qt_gaps_zh_CN.ts`` is written
by hand: what Qt's own Chinese translation leaves in English.

The code is read a second time here, as Python reads it: lupdate guesses at names (``tr = QCoreApplication.translate``
makes it take the context for the text) and takes an f-string as it stands.
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "eitc_desktop"
FOLDER = ROOT / "resources" / "i18n"
ENGLISH = FOLDER / "eitc_desktop_en.ts"
QT_GAPS = FOLDER / "qt_gaps_zh_CN.ts"

IN_CONTEXT = ("QCoreApplication.translate", "translate", "QT_TRANSLATE_NOOP", "Phrase")
"""Calls whose first argument is a context, and whose second is a string to translate."""

_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_WIDE_MARKS = re.compile("[“”‘’…]")
_PLACE = re.compile(r"\{\d*\}")
_MNEMONIC = re.compile(r"&(?=[^\s&])")


@dataclass(frozen=True, slots=True)
class Entry:
    """A string of a ``.ts`` file. ``note`` is the translator's own; ``kind`` is empty for a finished one."""

    context: str
    source: str
    translation: str
    kind: str
    note: str

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r}"


@dataclass(frozen=True, slots=True)
class Found:
    """A string in the code; ``complaint`` says why it can't be translated, empty where it can."""

    context: str
    source: str
    place: str
    complaint: str = ""


def strings_in(path: Path) -> Iterator[Found]:
    """Yield the strings of a Python file that go through a translation, with the context they have when it runs."""
    yield from _strings_below(ast.parse(path.read_text(encoding="utf-8")), "", path.relative_to(ROOT).as_posix())


def _strings_below(node: ast.AST, context: str, file: str) -> Iterator[Found]:
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        place = f"{file}:{node.lineno}"
        name = ast.unparse(node.func)
        if name.endswith(".tr"):
            yield _found(place, [ast.Constant(context), *node.args[:1]])
        elif name in IN_CONTEXT:
            yield _found(place, node.args[:2])
        elif name == "tr":
            yield Found("", "", place, "lupdate would take the context for the string: name it translate")
    for child in ast.iter_child_nodes(node):
        yield from _strings_below(child, context, file)


def _found(place: str, arguments: list[ast.expr]) -> Found:
    words = [node.value for node in arguments if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    if len(words) == 2:
        return Found(words[0], words[1], place)
    return Found("", "", place, "" if _is_known(arguments) else "no literal: lupdate can't find it")


def _is_known(arguments: list[ast.expr]) -> bool:
    """Whether a string is passed on that a Phrase or QT_TRANSLATE_NOOP marked elsewhere."""
    return isinstance(arguments[-1], (ast.Name, ast.Attribute))


def entries_of(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a ``.ts`` file."""
    entries: list[Entry] = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None, path  # noqa: S101
            entries.append(
                Entry(
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    translation.text or "",
                    translation.get("type", ""),
                    message.findtext("translatorcomment") or "",
                )
            )
    return tuple(entries)


def faults_of(entry: Entry) -> Iterator[str]:
    """Yield what is wrong with a translation."""
    source, words = entry.source, entry.translation
    if entry.kind:
        yield entry.kind
    if not words.strip():
        yield "empty"
        return
    if sorted(_PLACE.findall(source)) != sorted(_PLACE.findall(words)):
        yield f"other places than the source: {words!r}"
    if len(_MNEMONIC.findall(source)) != len(_MNEMONIC.findall(words)):
        yield f"a mnemonic in one language only: {words!r}"
    if source.partition("\t")[2] != words.partition("\t")[2]:
        yield f"another key behind the tab: {words!r}"
    if source.endswith("…") != words.endswith("..."):
        yield f"an ellipsis in one language only: {words!r}"
    if _WIDE_MARKS.search(words):
        yield f"marks that a Chinese font makes as wide as a character: {words!r}"
    if _HAN.search(words) and not entry.note:
        yield f"Chinese in the translation; if it belongs there, a translatorcomment says why: {words!r}"


def complaints() -> list[str]:
    """Return what is wrong with the translations as they lie in the folder; changes nothing."""
    found = [string for path in sorted(PACKAGE.rglob("*.py")) for string in strings_in(path)]
    wrong = [f"{string.place}: {string.complaint}" for string in found if string.complaint]
    entries = entries_of(ENGLISH)
    wrong += [f"{entry}: {fault}" for entry in entries for fault in faults_of(entry)]
    known = {(entry.context, entry.source) for entry in entries}
    used = {(string.context, string.source): string.place for string in found if string.source}
    wrong += [f"{used[key]}: not in {ENGLISH.name}: {key}" for key in sorted(used.keys() - known)]
    wrong += [f"in {ENGLISH.name}, but nowhere in the code: {key}" for key in sorted(known - used.keys())]
    with tempfile.TemporaryDirectory(prefix="eitc-") as folder:
        fresh = Path(folder) / ENGLISH.name
        shutil.copy(ENGLISH, fresh)
        collect(fresh)
        if fresh.read_bytes() != ENGLISH.read_bytes():
            wrong.append(f"{ENGLISH.name} is not what lupdate makes of the code")
        for source in (ENGLISH, QT_GAPS):
            compiled = Path(folder) / "compiled.qm"
            release(source, compiled)
            if compiled.read_bytes() != source.with_suffix(".qm").read_bytes():
                wrong.append(f"{source.stem}.qm is not what lrelease makes of {source.name}")
    return wrong


def collect(target: Path) -> None:
    """Bring the strings of the code into the ``.ts`` file *target*: new ones unfinished, vanished ones dropped."""
    modules = [path.relative_to(ROOT).as_posix() for path in sorted(PACKAGE.rglob("*.py"))]
    _run(
        *("pyside6-lupdate", *modules, "-ts", str(target), "-silent"),
        *("-source-language", "zh_CN", "-target-language", "en", "-tr-function-alias", "QT_TRANSLATE_NOOP+=Phrase"),
        *("-locations", "none", "-no-obsolete", "-sort-messages"),
        *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
    )


def release(source: Path, target: Path) -> None:
    """Compile a ``.ts`` file into a ``.qm`` file, in one step: a program that has the old one mapped would crash."""
    fresh = target.with_suffix(".new")
    _run("pyside6-lrelease", str(source), "-qm", str(fresh), "-silent")
    fresh.replace(target)


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit(f"{tool} is not installed beside {sys.executable}")
    subprocess.run([program, *arguments], cwd=ROOT, check=True, stdin=subprocess.DEVNULL)


def main(arguments: Iterable[str] | None = None) -> int:
    """Refresh, or check, and say what is left to do."""
    parser = argparse.ArgumentParser(description="the window's translations")
    parser.add_argument("--check", action="store_true", help="change nothing; exit code 1 if anything is wrong")
    if not parser.parse_args(None if arguments is None else list(arguments)).check:
        collect(ENGLISH)
        for source in (ENGLISH, QT_GAPS):
            release(source, source.with_suffix(".qm"))
    wrong = complaints()
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{ENGLISH.name}: {len(entries_of(ENGLISH))} strings, {len(wrong)} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
