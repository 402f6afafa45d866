from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from eitc_desktop import paths
from eitc_desktop.gui.fonts import (
    BUNDLED_FAMILY,
    INTERFACE_FAMILIES,
    choose_font,
    fonts_report,
    installed_family,
    lacking,
    report_without_window,
)


@pytest.fixture(scope="module")
def bundled(qapp: QApplication) -> QFont:
    """The program's own font, without those of this computer that could stand in."""
    number = QFontDatabase.addApplicationFont(str(paths.resources_dir() / "fonts" / "NotoSansSC-Regular.ttf"))
    assert QFontDatabase.applicationFontFamilies(number) == [BUNDLED_FAMILY]
    font = QFont(BUNDLED_FAMILY)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def test_the_chosen_font_holds_every_character_of_the_provision(qapp: QApplication, source_text: str) -> None:
    choose_font(qapp, paths.resources_dir() / "fonts")
    font = QRawFont.fromFont(qapp.font())
    missing = {char for char in source_text if not char.isspace() and not font.supportsCharacter(ord(char))}
    assert not missing
    assert QFontMetrics(qapp.font()).horizontalAdvance("国") > 0


def test_the_systems_own_font_comes_first(qapp: QApplication) -> None:
    family = installed_family()
    if family is not None:
        assert family in INTERFACE_FAMILIES
        assert QFontDatabase.hasFamily(family)
        assert choose_font(qapp, Path("/nowhere")) == family
        assert BUNDLED_FAMILY in qapp.font().families()


def test_rare_characters_without_a_glyph_are_named_once_in_the_order_of_the_text(bundled: QFont) -> None:
    assert lacking("𠮷林㐂处，𬭊与㐂，一𠮷", bundled) == ("𠮷", "㐂")


def test_what_has_no_shape_is_not_lacking(bundled: QFont) -> None:
    assert lacking(" \u3000\n\t\r\u00a0\u200b\u200d\ufeff\ufe0f\U000e0100 ", bundled) == ()


def test_private_and_unassigned_characters_are_lacking(bundled: QFont) -> None:
    assert lacking("\ue815处\U000323b0", bundled) == ("\ue815", "\U000323b0")


def test_another_font_of_the_computer_counts_where_it_stands_in(bundled: QFont, source_text: str) -> None:
    latin = QFont("DejaVu Sans")
    latin.setFamilies(["DejaVu Sans", BUNDLED_FAMILY])
    assert lacking(source_text, latin) == ()


def test_the_report_names_the_font_in_use(qapp: QApplication, source_text: str) -> None:
    report = fonts_report(source_text)
    assert (report.family, report.lacking) == (qapp.font().family(), ())
    assert report_without_window(source_text, Path("/nowhere")) == report  # where the application is there already


def run_apart(code: str, **environment: str) -> None:
    """Run *code* in a process of its own, where no application is yet; it must end well and say nothing."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_report_without_a_window_leaves_no_application_behind() -> None:
    """A process may ask twice, and open a window afterwards."""
    code = (
        "from PySide6.QtGui import QGuiApplication\n"
        "from eitc_desktop import paths\n"
        "from eitc_desktop.gui.fonts import report_without_window\n"
        "reports = [report_without_window('国\\U0003fff0', paths.resources_dir() / 'fonts') for _ in range(2)]\n"
        "assert reports[0] == reports[1], reports\n"
        "assert reports[0].lacking == ('\\U0003fff0',), reports\n"
        "assert QGuiApplication.instance() is None\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication(['x', '-platform', 'offscreen'])\n"
        "label = QLabel('国')\n"
        "label.grab()\n"
    )
    run_apart(code)


@pytest.fixture
def little_fonts(tmp_path: Path) -> Path:
    """The fontconfig file of a computer whose only font is called 文泉驿微米黑 and has two characters."""
    if not sys.platform.startswith("linux"):
        pytest.skip("fontconfig decides which fonts there are on Linux only")

    font = TTFont(paths.resources_dir() / "fonts" / "NotoSansSC-Regular.ttf")
    subsetter = Subsetter(Options(name_IDs=[1, 2, 4, 6]))
    subsetter.populate(text="国家")
    subsetter.subset(font)
    for name in font["name"].names:
        name.string = "WenQuanYi Micro Hei" if name.nameID in {1, 4} else name.toUnicode().replace("NotoSansSC", "Wqy")
    return fontconfig(tmp_path, font)


def fontconfig(folder: Path, font: TTFont) -> Path:
    """Return a fontconfig file under which there is *font* and no other."""
    (folder / "fonts").mkdir()
    font.save(folder / "fonts" / "little.ttf")
    file = folder / "fonts.conf"
    file.write_text(f"<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>", "utf-8")
    return file


def test_the_bundled_font_stands_in_where_the_systems_lacks_characters(little_fonts: Path) -> None:
    """A label that is on the screen already draws what it couldn't before."""
    code = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "from eitc_desktop import paths\n"
        "from eitc_desktop.gui.fonts import choose_font, complete_font, fonts_report, lacking\n"
        "fonts = paths.resources_dir() / 'fonts'\n"
        "app = QApplication(['x', '-platform', 'offscreen'])\n"
        "assert choose_font(app, fonts) == 'WenQuanYi Micro Hei'\n"
        "label = QLabel('镇')\n"
        "label.show()\n"
        "box = label.grab().toImage()\n"
        "assert not complete_font('国家', fonts)\n"
        "report = fonts_report('国家乡镇\\U0003fff0')\n"
        "assert (report.bundled, report.lacking) == (False, ('乡', '镇', '\\U0003fff0')), report\n"
        "assert complete_font('国家乡镇\\U0003fff0', fonts)\n"
        "report = fonts_report('国家乡镇\\U0003fff0')\n"
        "assert (report.family, report.bundled) == ('WenQuanYi Micro Hei', False), report\n"
        "assert report.lacking == ('\\U0003fff0',), report\n"
        "assert label.grab().toImage() != box\n"
        "assert not complete_font('国家乡镇\\U0003fff0', fonts)\n"
    )
    run_apart(code, FONTCONFIG_FILE=str(little_fonts))
