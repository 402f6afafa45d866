"""Pictures of the review: its tabs, what it marks elsewhere, and its dialogs, filled with a made-up review."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.every_dialog import review_dialogs
from eitc_desktop.gui.looking import dialogs_over, put_away, until
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.review.import_dialog import ImportDialog
from eitc_desktop.gui.review.imported_dialog import ImportedDialog
from eitc_desktop.gui.studio import Look, Studio
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.services.reviews.carrying import notes_of, write_package
from eitc_desktop.services.reviews.sample import PEOPLE, Sample, sample_review
from eitc_desktop.settings import Reviewer


def draw_review(studio: Studio, look: Look) -> Iterator[Path]:
    """Draw a window before anything is entered, and one with a review in it."""
    me = Reviewer(PEOPLE[0].name, PEOPLE[0].office, PEOPLE[0].key)
    with TemporaryDirectory() as folder:
        window = studio.window(look, reviewer=me, review=Path(folder, "sample.review.db"))
        if window.opened is not None:
            yield from _empty(studio, window, look)
            opened = window.opened
            sample = sample_review(opened.provision, opened.mapping, opened.digest)
            window.reviewing.desk.take_in(sample.own)
            yield from _marks(studio, window, look)
            yield from _tabs(studio, window, look)
            yield from _entering(studio, window, look)
            yield from _carrying(studio, window, look, _package(sample, opened, Path(folder)))
            yield from _papers(studio, window, look)
        window.reviewing.desk.let_go()
        put_away(window)


def _empty(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    window.drawer.set_open(open_=False)
    for pane, name in ((window.review, "review-empty"), (window.allocation, "allocation-empty")):
        window.go_to(pane)
        yield studio.take(window, f"{look.name}-{name}")
    window.drawer.set_open(open_=True)


def _marks(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    """Draw what the review says where the provision is read."""
    window.selection.select(_an_item(window))
    for pane, name in ((window.source, "source"), (window.chart, "chart"), (window.duty_map, "matrix")):
        window.go_to(pane)
        window.chart.page.bar.overlays[Overlay.REVIEW].setChecked(pane is window.chart)
        yield studio.take(window, f"{look.name}-review-{name}")
    for number, name in ((1, "divisions"), (2, "unmapped")):
        window.duty_map.page.bar.choose_view(number)
        yield studio.take(window, f"{look.name}-review-{name}")
    window.duty_map.page.bar.choose_view(0)


def _tabs(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    window.go_to(window.review)
    review, page = window.reviewing.desk.review, window.review.page
    yield studio.take(window, f"{look.name}-review")
    for entry, name in ((review.opinions[0].id, "chosen"), (review.verdicts[0].id, "verdict")):
        window.review.show_entry(entry)
        yield studio.take(window, f"{look.name}-review-{name}")
    page.bar.grouped.setChecked(True)
    yield studio.take(window, f"{look.name}-review-grouped")
    page.bar.grouped.setChecked(False)
    if not review.scenarios:  # a provision without staffing
        return
    window.drawer.set_open(open_=False)
    window.go_to(window.allocation)
    yield studio.take(window, f"{look.name}-allocation")
    window.allocation.page.compare()
    yield studio.take(window, f"{look.name}-allocation-compared")
    window.allocation.page.step_back()
    window.drawer.set_open(open_=True)


def _entering(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    window.selection.select(_an_item(window))
    for show, name in review_dialogs(window):
        show()
        with dialogs_over(window) as seen:
            for dialog in seen:
                yield studio.take(dialog, f"{look.name}-dialog-{name}")


def _carrying(studio: Studio, window: MainWindow, look: Look, package: Path) -> Iterator[Path]:
    """Draw a package being taken in: its preview, what it brought, and two drafts of one entry."""
    window.reviewing.import_files([package, package.with_name("缺失.eitcreview")])
    preview = window.findChild(ImportDialog)
    if preview is None:
        return
    until(lambda: preview.looked is not None)
    yield studio.take(preview, f"{look.name}-dialog-import")
    preview.take_button.click()
    until(lambda: window.findChild(ImportedDialog) is not None)
    with dialogs_over(window) as seen:
        for dialog in seen:
            yield studio.take(dialog, f"{look.name}-dialog-imported")
    window.reviewing.show_drafts()
    for entry in window.reviewing.desk.review.conflicts[:1]:
        window.review.show_entry(entry.id)
    yield studio.take(window, f"{look.name}-review-drafts")


def _papers(studio: Studio, window: MainWindow, look: Look) -> Iterator[Path]:
    for show, name in ((window.reviewing.print_summary, "opinions"), (window.reviewing.print_report, "report")):
        show()
        with dialogs_over(window) as seen:
            for dialog in seen:
                if isinstance(dialog, PrintDialog):
                    until(lambda shown=dialog: shown.job is not None)
                yield studio.take(dialog, f"{look.name}-dialog-print-{name}")


def _package(sample: Sample, opened: OpenedLibrary, folder: Path) -> Path:
    path = folder / "王丙.eitcreview"
    write_package(sample.package, notes_of(opened.summaries), path)
    return path


def _an_item(window: MainWindow) -> FactRef:
    """Return a duty item on which something was entered, or else the body."""
    entered = (entry.placement.ref for entry in window.reviewing.desk.review.opinions)
    return next((ref for ref in entered if ref is not None and ref.kind is FactKind.DUTY_ITEM), FactRef(FactKind.BODY))
