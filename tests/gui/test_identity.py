from __future__ import annotations

from dataclasses import replace

from eitc_desktop.gui.identity import identity_parts
from eitc_desktop.model.provision import Basis, Provision
from eitc_desktop.model.text import Quote, Span


def test_says_what_is_stated_and_what_is_not(provision: Provision) -> None:
    assert identity_parts(provision) == ("标题、文号、印发日期、施行日期：原文未载明", "设立依据 厅字〔2014〕20号")


def test_stated_title_and_missing_basis(provision: Provision) -> None:
    named = replace(provision, title=Quote("某局三定规定", Span(0, 6)), basis=())
    assert identity_parts(named) == (
        "标题 某局三定规定",
        "文号、印发日期、施行日期：原文未载明",
        "设立依据：原文未载明",
    )


def test_basis_without_number_goes_by_its_title(provision: Provision) -> None:
    unnumbered = replace(provision, basis=(Basis("关于印发《方案》的通知", None, Span(0, 1)),))
    assert "设立依据 《关于印发〈方案〉的通知》" in identity_parts(unnumbered)


def test_a_title_over_two_lines_becomes_one(provision: Provision) -> None:
    broken = replace(provision, title=Quote("某厅\n　　三定规定", Span(0, 9)))
    assert identity_parts(broken)[0] == "标题 某厅三定规定"
