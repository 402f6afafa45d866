from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import Document, Drawing, Face, Placed, Rect, Run, Style, Text
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.printing.svg import svg_of, svgs_of

SVG = "{http://www.w3.org/2000/svg}"


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 (our own file)


def texts(data: bytes) -> list[str]:
    """The texts that readers meet, in order."""
    found = parsed(data).iter(f"{SVG}text")
    return ["".join(text.itertext()) for text in found if text.get("aria-hidden") != "true"]


def test_names_are_texts_of_their_own_whole_and_in_order(paper: Drawing, lines_of_paper: list[str]) -> None:
    assert texts(svg_of(paper, measurer=EvenMeasurer())) == lines_of_paper


def test_characters_stand_where_the_runs_have_them(standing_name: Callable[..., Text]) -> None:
    name = standing_name("研究室（政策）", 100, 50, 10, Face.HEI)
    root = parsed(svg_of(Drawing(200, 200, texts=(name,)), measurer=EvenMeasurer()))
    whole, *others = root.iter(f"{SVG}text")
    places = [(float(span.get("x", "")), float(span.get("y", ""))) for span in whole]
    assert places == [(run.x, pytest.approx(run.y)) for run in name.runs]
    assert [span.text for span in whole if span.get("fill") == "none"] == ["（", "）"]
    assert [(other.text, other.get("aria-hidden")) for other in others] == [("︵", "true"), ("︶", "true")]


def test_a_name_whose_runs_do_not_answer_to_its_words_is_still_whole() -> None:
    runs = (Run("经济-", 10, 20), Run("运行处", 10, 35))
    name = Text("经济运行处", runs, Style(Face.SONG, 12), Rect(10, 8, 36, 30), as_one=True)
    data = svg_of(Drawing(100, 50, texts=(name,)), measurer=EvenMeasurer())
    assert texts(data) == ["经济运行处"]
    assert "经济-" in data.decode()


def test_it_is_as_large_as_the_page_and_says_what_it_is(paper: Drawing) -> None:
    root = parsed(svg_of(paper, "机构<图> & 表", EvenMeasurer()))
    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
    assert root.get("viewBox") == "0 0 595.276 841.89"
    assert root.findtext(f"{SVG}title") == "机构<图> & 表"


def test_what_xml_cannot_hold_does_not_spoil_the_file() -> None:
    text = Text("a\x01<b>\ufffe", (Run("a\x01<b>\ufffe", 0, 10),), Style(Face.SONG, 10), Rect(0, 0, 50, 10))
    assert texts(svg_of(Drawing(50, 20, texts=(text,)), "\x00", EvenMeasurer())) == ["a\ufffd<b>\ufffd"]


def test_fonts_are_named_by_all_their_names(paper: Drawing) -> None:
    style = parsed(svg_of(paper, measurer=EvenMeasurer())).findtext(f"{SVG}style") or ""
    for name in ("仿宋_GB2312", "FangSong", "方正小标宋简体", "SimHei", "KaiTi", "Noto Serif SC"):
        assert f"'{name}'" in style


def test_letters_keep_their_room_in_other_fonts(fonts: PaperFonts) -> None:
    line = Text("IPv6处", (Run("IPv6处", 0, 12),), Style(Face.SONG, 12), Rect(0, 0, 60, 14))
    (text,) = parsed(svg_of(Drawing(60, 20, texts=(line,)), measurer=QtMeasurer(fonts))).iter(f"{SVG}text")
    width = QtMeasurer(fonts).advance("IPv6处", line.style)
    assert float(text.get("textLength", "")) == pytest.approx(width, abs=0.001)


def test_parts_are_cut_and_what_is_not_seen_is_left_away(paper: Drawing) -> None:
    part = Placed(paper, 0, 0, 0.5, Rect(0, 0, 300, 60))
    data = svg_of(Drawing(300, 400, parts=(part,)), measurer=EvenMeasurer())
    assert texts(data) == ["某市经济和信息化委员会机构设置图"]
    root = parsed(data)
    (clip,) = root.iter(f"{SVG}clipPath")
    assert next(group.get("clip-path") for group in root.iter(f"{SVG}g")) == f"url(#{clip.get('id')})"


def test_one_file_for_each_page_and_the_same_each_time(paper: Drawing) -> None:
    document = Document("图", (paper, paper))
    files = svgs_of(document, "机构图", EvenMeasurer())
    assert [name for name, _ in files] == ["机构图-1.svg", "机构图-2.svg"]
    assert files == svgs_of(document, "机构图", EvenMeasurer())
    assert [name for name, _ in svgs_of(Document("", (paper,)), "图", EvenMeasurer())] == ["图.svg"]
