"""Every dialog that the window opens, by name: for the pictures of them, and to see that each can be opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from eitc_desktop.gui.dialogs.crash import CrashDialog
from eitc_desktop.gui.main_window import MainWindow

Openers = tuple[tuple[Callable[[], object], str], ...]
"""What opens a dialog, and the dialog's name."""


def window_dialogs(window: MainWindow) -> Openers:
    """Return the dialogs of the provision, the program and its failures."""
    desk = window.dialogs
    return (
        (desk.print_paper, "print"),
        (desk.go_to_clause, "clause"),
        (desk.show_findings, "findings"),
        (desk.enter_validity, "validity"),
        (desk.show_settings, "settings"),
        (desk.show_keys, "keys"),
        (desk.show_input_method, "input-method"),
        (desk.show_review_help, "review-help"),
        (desk.show_about, "about"),
        (desk.choose_database, "open"),
        (desk.export_diagnostics, "export"),
        (window.show_doubt, "doubt"),
        (CrashDialog("Traceback (most recent call last):\n  …\nValueError: …", window).open, "crash"),
    )


def review_dialogs(window: MainWindow) -> Openers:
    """Return the dialogs of the review, in which there is an opinion already."""
    ways, first = window.reviewing, window.reviewing.desk.review.opinions[0].id
    return (
        (ways.add_opinion_here, "opinion"),
        (partial(ways.opinions.reply, first), "reply"),
        (partial(ways.opinions.handle, first), "handling"),
        (ways.ask_reviewer, "reviewer"),
        (ways.ask_offices, "asked"),
        (ways.enter_no_opinion, "no-opinion"),
        (ways.export, "export-review"),
        (ways.restore, "restore"),
    )
