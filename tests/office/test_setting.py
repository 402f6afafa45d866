"""What office files share with every other format."""

from __future__ import annotations

import pytest

from eitc_desktop.composing.table_setting import INK_OF_STANDING
from eitc_desktop.drawing.shapes import PAPER_COLOURS
from eitc_desktop.gui.drawing.painter import PAPER_INKS
from eitc_desktop.model.papers import Standing
from eitc_desktop.office.setting import STANDING_COLOURS


@pytest.mark.parametrize("standing", Standing)
def test_a_standing_has_the_same_colour_in_files_of_every_format(standing: Standing) -> None:
    ink = INK_OF_STANDING[standing]
    colour = f"#{STANDING_COLOURS.get(standing, '000000').lower()}"
    assert colour == PAPER_COLOURS[ink] == PAPER_INKS[ink].name()
