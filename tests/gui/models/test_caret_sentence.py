from __future__ import annotations

import pytest

from eitc_desktop.gui.models.caret_sentence import sentence_at
from eitc_desktop.model.provision import Provision

RADIO = "（十八）负责本市无线电管理工作。"


@pytest.mark.parametrize("offset", [-2, -1, 0, 1, 6, len(RADIO) - 1, len(RADIO)])
def test_anywhere_in_a_line_leads_to_its_sentence(provision: Provision, offset: int) -> None:
    start = provision.text.index(RADIO)
    assert sentence_at(provision, start + offset).of(provision.text) == "负责本市无线电管理工作。"


def test_a_sentence_among_others_stands_alone(provision: Provision) -> None:
    text = provision.text
    for point in range(len(text) + 1):
        words = sentence_at(provision, point).of(text)
        assert words.strip() == words
        assert "\n" not in words
        assert "。" not in words[:-1]


def test_every_agency(other_provisions: tuple[Provision, ...]) -> None:
    for each in other_provisions:
        for point in range(0, len(each.text) + 1, 7):
            words = sentence_at(each, point).of(each.text)
            assert words.strip() == words
