"""Everything that is tried, in its order."""

from __future__ import annotations

from eitc_desktop.gui.self_check.paper_checks import PAPERS
from eitc_desktop.gui.self_check.resource_checks import RESOURCES
from eitc_desktop.gui.self_check.review_checks import KEEPING, REVIEWING
from eitc_desktop.gui.self_check.window_checks import DIALOGS, OPENING

EVERY_CHECK = (*OPENING, *REVIEWING, *PAPERS, *DIALOGS, *KEEPING, *RESOURCES)
"""The window opens, the review is filled, papers show both, and what comes along is looked at last."""
