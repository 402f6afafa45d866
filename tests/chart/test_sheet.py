"""Title, chart and legend on a sheet."""

from __future__ import annotations

from itertools import pairwise

import pytest

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit, Tie, chart_content
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.chart.layout import PLANNERS
from eitc_desktop.chart.sheet import FOOT, FOOT_OTHERS, ChartSheet, chart_sheet
from eitc_desktop.drawing.measuring import EvenMeasurer
from eitc_desktop.drawing.shapes import MM
from eitc_desktop.reading import read_provision

AREA = (267 * MM, 170 * MM)


def sheet(
    content: ChartContent, kind: LayoutKind = LayoutKind.OFFICIAL, area: tuple[float, float] = AREA
) -> ChartSheet:
    return chart_sheet(content, kind, area, EvenMeasurer())


def words(made: ChartSheet) -> list[str]:
    return [text.words for part in made.drawing.parts for text in part.drawing.texts]


@pytest.mark.parametrize("kind", PLANNERS)
@pytest.mark.parametrize("area", [AREA, AREA[::-1], (390 * MM, 250 * MM)])
def test_the_parts_stand_one_under_the_other_on_the_sheet(
    content: ChartContent, kind: LayoutKind, area: tuple[float, float]
) -> None:
    made = sheet(content, kind, area)
    assert made.findings == ()
    assert (made.drawing.width, made.drawing.height) == area
    ends = [(part.y, part.y + part.drawing.height) for part in made.drawing.parts]
    assert ends[0][0] == 0
    assert all(end <= start + 0.01 for (_, end), (start, _) in pairwise(ends))
    assert ends[-1][1] == pytest.approx(area[1])
    for part in made.drawing.parts:
        for text in part.drawing.texts:
            assert text.area.right <= area[0] + 0.01


def test_it_is_read_from_the_title_to_the_legend(content: ChartContent) -> None:
    said = words(sheet(content))
    assert said[0] == "上海市经济和信息化委员会机构设置图"
    assert said.index("办公室") < said.index("重大专项办公室") < said.index("图例：")
    assert "机关行政编制为294名（其中正副处级领导职数77名）；非领导职数按照《公务员法》有关规定核定。" in "".join(said)


def test_the_legend_explains_what_occurs_and_nothing_else(content: ChartContent) -> None:
    assert {"（名称）", "（挂…牌子）", "×名", "设在该机关的机构"} <= set(words(sheet(content)))
    assert "原文序号" not in words(sheet(content))
    assert "原文序号" in words(sheet(content, LayoutKind.GRID))
    bare = ChartContent("某局机构设置图", (ChartUnit("某局", ChartKind.BODY), ChartUnit("某股", parent=0)))
    assert words(sheet(bare)) == ["某局机构设置图", "某局", "某股"]


def test_a_tie_alone_is_explained_alone() -> None:
    units = (ChartUnit("某局", ChartKind.BODY), ChartUnit("某股", parent=0), ChartUnit("某部", ChartKind.OUTSIDE))
    said = words(sheet(ChartContent("题", units, (Tie(1, 2),))))
    assert said[-2:] == ["图例：", "合署办公（虚线框为该机关内设机构以外的单位）"]


def test_the_foot_does_not_deny_what_the_chart_shows(content: ChartContent) -> None:
    assert sheet(content).foot == FOOT
    units = (ChartUnit("某局", ChartKind.BODY), ChartUnit("机关党委", parent=0, counted=False))
    assert sheet(ChartContent("题", units)).foot == FOOT_OTHERS


def test_units_working_together_within_the_body_are_noted_in_the_texts_words() -> None:
    text = "设立江城市图书馆局。\n一、内设机构\n设2个内设机构：\n（一）人事科\n（二）财务科\n人事科与财务科合署办公。\n"
    assert "合署办公（原文）：人事科与财务科合署办公。" in words(sheet(chart_content(read_provision(text))))


def test_a_title_too_long_for_the_sheet_is_set_smaller_then_in_lines() -> None:
    name = "某某省某某市某某区推进某某工作领导小组暨某某建设协调指导委员会办公室机构设置图"
    made = sheet(ChartContent(name, (ChartUnit("某局", ChartKind.BODY),)), area=(180 * MM, 250 * MM))
    [title] = made.drawing.parts[0].drawing.texts
    assert title.words == name
    assert "".join(run.words for run in title.runs) == name
    narrow = sheet(ChartContent(name, (ChartUnit("某局", ChartKind.BODY),)), area=(90 * MM, 250 * MM))
    [title] = narrow.drawing.parts[0].drawing.texts
    assert len(title.runs) > 1
