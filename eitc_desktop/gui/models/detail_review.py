"""What the pages of the detail pane say of a review, and how one adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from eitc_desktop.gui.models.detail_page import Block, Entered, Offer, Part, Verdicts
from eitc_desktop.model.facts import FactRef

if TYPE_CHECKING:
    from eitc_desktop.gui.models.review_sight import ReviewSight


class ReviewParts(QObject):
    """Builds what stands below links and at the end of each page; nothing until something may be entered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offered = False
        self._sight: ReviewSight | None = None

    def offer(self) -> None:
        """Offer from now on to enter something."""
        self._offered = True

    def show_review(self, sight: ReviewSight | None) -> None:
        """Say from now on what *sight* tells, None where nothing is entered."""
        self._sight = sight

    def of_link(self, item: FactRef, unit: FactRef | None) -> tuple[Block, ...]:
        """Return the verdicts on a duty item corresponding to *unit* (None: to none), and how to give one."""
        if not self._offered:
            return ()
        if self._sight is None:
            return (Verdicts(item, unit),)
        link = (item, unit)
        remarks = (Entered(remark.heading, remark.words) for remark in self._sight.remarks(link))
        return (*remarks, Verdicts(item, unit, self._sight.own(link)))

    def of_fact(self, ref: FactRef) -> tuple[Part, ...]:
        """Return the opinions on a fact, and how to add one."""
        if not self._offered:
            return ()
        offer = Offer(self.tr("添加意见…"), ref)
        remarks = () if self._sight is None else self._sight.opinions(ref)
        if not remarks:
            return (Part("", (offer,)),)
        blocks = (Entered(remark.heading, remark.words, remark.entry) for remark in remarks)
        return (Part(self.tr("审阅 {0}").format(len(remarks)), (*blocks, offer)),)
