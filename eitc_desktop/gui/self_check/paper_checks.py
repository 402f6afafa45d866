"""Papers: each kind is composed and saved in each of its formats as the verb print and the dialog do, and read back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.looking import dialogs_over, until
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.printing.offscreen import print_offscreen
from eitc_desktop.gui.self_check.reading_back import words_in
from eitc_desktop.gui.self_check.scene import Check, Scene, require
from eitc_desktop.model.units import names_of
from eitc_desktop.phrases import Phrase
from eitc_desktop.services.print_office import save_office
from eitc_desktop.services.print_papers import require_content
from eitc_desktop.services.print_proof import lacking_words
from eitc_desktop.services.print_request import KINDS, CannotPrint, FileFormat, PaperKind, PrintRequest
from eitc_desktop.services.print_units import printable_units

_DPI = 72  # a picture that is only looked at for whether there is anything on it
_KINDS = tuple(kind for kind in PaperKind if kind is not PaperKind.DIVISIONS)  # which is DIVISION many times over
_PICTURES = {FileFormat.SVG, FileFormat.PNG}


def print_kind(kind: PaperKind, scene: Scene) -> str:
    """Save papers of *kind* as PDF, Word and Excel, a chart as pictures too, and find their words in them."""
    opened, review = scene.opened, scene.window.reviewing.desk.review
    units = printable_units(opened.provision)
    request = PrintRequest(kind, unit=units[0] if kind is PaperKind.DIVISION and units else None)
    try:
        require_content(request, opened.provision, review)
    except CannotPrint as error:
        return f"略过：{error}"
    told: list[str] = []
    for form in KINDS[kind].formats:
        if form in _PICTURES and kind is not PaperKind.CHART:
            continue  # they are painted by what paints the chart
        path = scene.folder / f"自检 {kind.value}.{form.value}"
        pages = None
        saved: tuple[Path, ...] = (path,)
        if form.is_office:
            save_office(request, opened.provision, opened.mapping, path, form, review=review)
        else:
            done = print_offscreen(
                request, opened.provision, opened.mapping, path, form, dpi=_DPI, bundled=True, review=review
            )
            saved, pages = done.paths, done.facts.pages
            require(not done.lacking, str(lacking_words(done.lacking)))
        told.append(_read_back(scene, request, form, saved, pages))
    return "，".join(told)


def save_from_dialog(scene: Scene) -> str:
    """Save what the dialog shows, which is composed and written beside the window with the fonts of this computer."""
    window, path = scene.reading, scene.folder / "自检 对话框.pdf"
    ended: list[object] = []
    window.dialogs.print_paper(PaperKind.CHART.value)
    with dialogs_over(window) as seen:
        dialogs = [dialog for dialog in seen if isinstance(dialog, PrintDialog)]
        require(dialogs, "打印对话框没有打开")
        dialog = dialogs[0]
        require(until(lambda: dialog.job is not None), "打印对话框没有排出版面")
        dialog.saved.connect(ended.append)
        dialog.not_saved.connect(ended.append)
        dialog.save(path)
        require(until(lambda: bool(ended)), "打印对话框没有存出文件")
    if isinstance(ended[0], EitcError):
        raise ended[0]
    return _read_back(scene, PrintRequest(PaperKind.CHART), FileFormat.PDF, (path,), None)


def _read_back(
    scene: Scene, request: PrintRequest, form: FileFormat, saved: tuple[Path, ...], pages: int | None
) -> str:
    """Read the files of a paper, find in them what it is about, and return what they are.

    *pages* is how many there must be; None where an office program sets them.
    """
    provision = scene.opened.provision
    found = [words_in(path) for path in saved]
    read = sum(each.pages for each in found)
    name = form.name if form in _PICTURES | {FileFormat.PDF} else form.value
    if pages is not None:
        require(read == pages, f"{name} 有 {read} 页，应有 {pages} 页")
    if form is FileFormat.PNG:
        return f"{name} {read} 页"
    text = "".join(each.text for each in found)
    expected = names_of(provision) if request.kind is PaperKind.CHART else (provision.body.text,)
    missing = [each for each in expected if _plain(each) not in text]
    require(not missing, f"{name} 中读不到：{'、'.join(missing[:5])}")
    return f"{name} {read} 页" if pages is not None else f"{name} {len(text)} 字"


def _plain(words: str) -> str:
    return "".join(words.split())


def _title(kind: PaperKind) -> str:
    name = KINDS[kind].name
    return f"打印{name.words if isinstance(name, Phrase) else name}"


PAPERS = (
    *(Check(f"print-{kind.value}", _title(kind), partial(print_kind, kind)) for kind in _KINDS),
    Check("print-dialog", "从打印对话框存为 PDF", save_from_dialog),
)
"""A check for each kind of paper, and one for the dialog."""
