"""What is said to whoever is asked who they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.settings import Reviewer


def test_who_reviews_is_told_what_a_change_changes(tokens: Tokens, home: QWidget) -> None:
    assert "只问这一次" in ReviewerDialog(tokens, None, home).words.text()
    again = ReviewerDialog(tokens, Reviewer("陈敏", "办公室", "k"), home)
    assert "只问这一次" not in again.words.text()
    assert "此前录入的仍是当时的" in again.words.text()
