"""The fonts that pages are really set in, as the print proof tells them."""

from __future__ import annotations

from collections.abc import Sequence

from eitc_desktop.drawing.shapes import Drawing
from eitc_desktop.gui.drawing.faces import fonts_report
from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.services.print_proof import FontFacts, FontUse


def fonts_used(pages: Sequence[Drawing], fonts: PaperFonts) -> FontFacts:
    """Return the fonts of *pages*, which are set with *fonts*."""
    report = fonts_report(pages, fonts)
    uses = tuple(FontUse(use.face, use.family, use.genuine, use.bundled) for use in report.uses)
    return FontFacts(uses, tuple(each.char for each in report.lacking))
