from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from eitc_desktop import paths
from eitc_desktop.drawing.shapes import Drawing, Face, Rect, Run, Style, Text
from eitc_desktop.gui.drawing.faces import font_of, fonts_report
from eitc_desktop.gui.drawing.families import FAMILIES
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.fonts import lacking

OURS = {Face.SONG: "Noto Serif SC", Face.FANG: "Noto Serif SC", Face.KAI: "EITC WenKai", Face.HEI: "Noto Sans SC"}


def page(words: str, *faces: Face) -> Drawing:
    area = Rect(0, 0, 400, 20)
    return Drawing(400, 20, texts=tuple(Text(words, (Run(words, 0, 15),), Style(face, 12), area) for face in faces))


def test_every_face_has_a_font_that_comes_with_the_program(fonts: PaperFonts, source_text: str) -> None:
    report = fonts_report([page(source_text, *Face)], fonts)
    assert {use.face: use.family for use in report.uses} == OURS | {Face.TITLE: "Noto Serif SC"}
    assert all(use.bundled and not use.genuine for use in report.uses)
    assert [use.asked for use in report.uses] == ["宋体", "仿宋", "楷体", "黑体", "小标宋"]
    assert (report.lacking, report.conforms) == ((), False)


def test_stand_ins_do_not_pass_for_the_face_itself() -> None:
    for face in Face:
        families = FAMILIES[face]
        assert families.bundled not in families.genuine
        assert not set(families.genuine) & {*families.stand_ins, *families.heavy}


def test_a_character_without_a_font_is_told_of_where_it_first_stands(fonts: PaperFonts) -> None:
    pages = [page("办公室", Face.SONG), page("\U0003fff0处\ue815", Face.KAI, Face.SONG)]
    report = fonts_report(pages, fonts)
    assert [(each.char, each.page) for each in report.lacking] == [("\U0003fff0", 1), ("\ue815", 1)]
    assert report.lacking[0].words == "\U0003fff0处\ue815"
    stand_in = fonts.glyph("〓", Face.KAI, bold=False)
    assert fonts.glyph("\U0003fff0", Face.KAI, bold=False) == stand_in._replace(found=False)


def test_what_one_font_lacks_another_draws(fonts: PaperFonts) -> None:
    """〖 standing is in the serif, not in the 楷体."""
    kai, other = (fonts.glyph(char, Face.KAI, bold=False) for char in "楷\ufe17")
    assert kai.found
    assert other.found
    assert kai.font is not None
    assert other.font is not None
    assert (kai.font.familyName(), other.font.familyName()) == ("EITC WenKai", "Noto Serif SC")
    assert len(fonts.line("楷\ufe17体", Face.KAI, bold=False).runs) == 3


def test_titles_are_heavy(fonts: PaperFonts) -> None:
    title, song = (fonts.glyph("会", face, bold=False).font for face in (Face.TITLE, Face.SONG))
    assert title is not None
    assert song is not None
    assert (title.weight(), song.weight()) == (700, 400)


def test_standing_forms_are_there(fonts: PaperFonts) -> None:
    forms = "".join(map(chr, (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE50))))
    for face in Face:
        assert all(fonts.glyph(char, face, bold=False).found for char in forms), face
        assert fonts.advance("︵︶︑︒﹁﹂︹︺︽︾︱", face, bold=False) == pytest.approx(11)


def test_words_by_the_interface_get_the_same_family(fonts: PaperFonts) -> None:
    for face in Face:
        font = font_of(Style(face, 12), 30)
        assert font.pixelSize() == 30
        assert font.families()[0] == PaperFonts().choice(face, bold=False).family
        assert lacking("办公室（政策法规处）︵︶", font) == ()


@pytest.mark.parametrize(
    ("family", "face", "genuine"),
    [
        ("FangSong_GB2312", Face.FANG, True),
        ("方正小标宋简体", Face.TITLE, True),
        ("Noto Serif CJK SC", Face.SONG, False),
    ],
)
def test_the_computers_own_fonts_come_first(tmp_path: Path, family: str, face: Face, genuine: bool) -> None:
    """By any of their names; the program's own help out with what they lack."""
    if not sys.platform.startswith("linux"):
        pytest.skip("fontconfig decides which fonts there are on Linux only")
    font = TTFont(paths.resources_dir() / "fonts" / "EITCWenKai-Regular.ttf")
    for record in font["name"].names:
        if record.nameID in {1, 4, 6}:
            record.string = family if record.nameID != 6 else "Other"
    (tmp_path / "fonts").mkdir()
    font.save(tmp_path / "fonts" / "other.ttf")
    file = tmp_path / "fonts.conf"
    file.write_text(f"<fontconfig><dir>{tmp_path}/fonts</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    code = (
        "from PySide6.QtGui import QGuiApplication\n"
        "from eitc_desktop.drawing.shapes import Face\n"
        "from eitc_desktop.gui.drawing.glyphs import PaperFonts\n"
        "app = QGuiApplication(['x', '-platform', 'offscreen'])\n"
        f"choice = PaperFonts().choice(Face('{face}'), bold=False)\n"
        "print(choice.family, choice.genuine, choice.bundled)\n"
        f"print(PaperFonts(bundled_only=True).choice(Face('{face}'), bold=False).bundled)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "FONTCONFIG_FILE": str(file)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{family} {genuine} False\nTrue\n", "")


def test_the_window_does_not_read_the_fonts_of_papers() -> None:
    code = (
        "from eitc_desktop.app import make_application\n"
        "app = make_application()\n"
        "from PySide6.QtGui import QFontDatabase\n"
        "from eitc_desktop.gui.drawing import faces, measurer, painter\n"
        "print([name for name in ('Noto Serif SC', 'EITC WenKai') if QFontDatabase.hasFamily(name)])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("[]\n", 0)
