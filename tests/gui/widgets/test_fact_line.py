from __future__ import annotations

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QImage, QPainter

from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.widgets.fact_line import FAMILIES, FactFamily, FactPens
from eitc_desktop.model.facts import FactKind


def drawn(tokens: Tokens, family: FactFamily, width: int = 1) -> tuple[tuple[bool, ...], ...]:
    """Return which pixels a level line covers, row by row: what is left when colour is gone."""
    image = QImage(60, 9, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        FactPens(tokens, width).draw(painter, family, QLineF(0, 2.5, 60, 2.5))
    white = image.pixel(0, 8)
    return tuple(tuple(image.pixel(x, y) != white for x in range(60)) for y in range(9))


def test_every_kind_of_fact_has_a_family() -> None:
    assert set(FAMILIES) == set(FactKind)


def test_families_are_told_apart_without_colour(tokens: Tokens) -> None:
    for width in (1, 2):
        assert len({drawn(tokens, family, width) for family in FactFamily}) == len(FactFamily)


def test_every_family_has_its_own_colour() -> None:
    facts = LIGHT.facts
    colours = (facts.unit, facts.change, facts.duty, facts.staffing, facts.shared, facts.document)
    assert len(set(colours)) == len(FactFamily)


def test_the_text_is_not_covered_with_ink(tokens: Tokens) -> None:
    """Duties and changes fill whole pages: their lines leave about half of the way white."""
    for family in (FactFamily.DUTY, FactFamily.CHANGE):
        assert max(sum(row) for row in drawn(tokens, family)) <= 33
