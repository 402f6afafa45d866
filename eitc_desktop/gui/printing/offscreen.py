"""Papers into files, in a process that has no window and needs no screen, or in any other."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from eitc_desktop.gui.drawing.glyphs import PaperFonts
from eitc_desktop.gui.drawing.measurer import QtMeasurer
from eitc_desktop.gui.printing.files import save_pages
from eitc_desktop.gui.printing.fonts_used import fonts_used
from eitc_desktop.gui.screenless import without_screen
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.review import NOTHING_REVIEWED, Review
from eitc_desktop.services.print_proof import ProofFacts, ProofLine, proof_lines
from eitc_desktop.services.print_request import FileFormat, PrintRequest
from eitc_desktop.services.printing import compose


class Printed(NamedTuple):
    """The files that were written, what stands on the pages, the proof of it, and the characters that no font has."""

    paths: tuple[Path, ...]
    facts: ProofFacts
    proof: tuple[ProofLine, ...]
    lacking: tuple[str, ...]


def print_offscreen(
    request: PrintRequest,
    provision: Provision,
    mapping: Mapping,
    out: Path | None,
    form: FileFormat | None,
    *,
    dpi: int,
    bundled: bool,
    review: Review = NOTHING_REVIEWED,
) -> Printed:
    """Compose a paper and save it as *form* at *out*; without them only prove it.

    Where a window is up already its process serves.

    Raises:
        EitcError: if it can't be printed so, or not saved.
    """
    with without_screen():
        return _printed(request, provision, mapping, out, form, dpi, bundled=bundled, review=review)


def _printed(
    request: PrintRequest,
    provision: Provision,
    mapping: Mapping,
    out: Path | None,
    form: FileFormat | None,
    dpi: int,
    *,
    bundled: bool,
    review: Review,
) -> Printed:
    fonts = PaperFonts(bundled_only=bundled)  # gone with this function: an application that has ended has no fonts
    job = compose(request, provision, mapping, QtMeasurer(fonts), review=review)
    paths = () if out is None or form is None else save_pages(job.document, out, form, dpi, fonts)
    used = fonts_used(job.document.pages, fonts)
    return Printed(paths, job.proof, proof_lines(job.proof, used), used.lacking)
