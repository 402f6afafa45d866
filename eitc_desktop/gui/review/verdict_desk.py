"""Gives verdicts on links: at once where one agrees, with a dialog for the reason where one doesn't."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from eitc_desktop.errors import EitcError
from eitc_desktop.gui.models.review_sight import ReviewSight, stance_word
from eitc_desktop.gui.models.verdict_wish import Link, VerdictWish, Wish
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Stance, UnitName, Verdict
from eitc_desktop.reviewing.cleaning import clean_line
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.citing import Citing, item_mark
from eitc_desktop.services.print_units import unit_label
from eitc_desktop.services.reviews.session import Change, added, edited, withdrawn

_OPENING = 40  # characters of a duty item in the dialog


class VerdictDesk(QObject):
    """What panes wish of links becomes entries of the review that *desk* keeps; dialogs open over *window*."""

    notice_given = Signal(str)

    def __init__(self, tokens: Tokens, desk: ReviewDesk, window: QWidget) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._desk = desk
        self._window = window

    @Slot(object)
    def answer(self, wish: VerdictWish) -> None:
        """Do what is wished; who reviews is asked first where that isn't known."""
        if self._desk.opened is None or not wish.links:
            return
        if wish.wish is Wish.WITHDRAW:
            self._withdraw(wish.links)
        else:
            self._desk.with_reviewer(partial(self._go_on, wish))

    def give(self, item: FactRef, unit: FactRef | None, stance: Stance, proposed: FactRef | None = None) -> None:
        """Give a verdict on a duty item corresponding to *unit*, None: to none."""
        self.answer(VerdictWish(((item, unit),), Wish(stance.value), proposed))

    def withdraw(self, item: FactRef, unit: FactRef | None) -> None:
        """Take one's own verdict on a link back."""
        self.answer(VerdictWish(((item, unit),), Wish.WITHDRAW))

    def _go_on(self, wish: VerdictWish) -> None:
        opened = self._desk.opened
        if opened is None:
            return
        sight = self._sight(opened)
        if wish.wish is Wish.AGREE:
            links = tuple(link for link in wish.links if sight.own(link) != wish.wish.value)
            if not links:
                self.notice_given.emit(self.tr("您已同意，没有改动"))
                return
            if any(self._says_why(opened, link) for link in links):  # that would go without a word
                self._open(opened, wish, Stance.AGREE)
                return
            error = self._save(opened, links, Stance.AGREE)
            if error is not None:
                self._open(opened, wish, Stance.AGREE, error)
        elif wish.wish is Wish.EXPLAIN:
            own = sight.own(wish.links[0])
            self._open(opened, wish, Stance(own) if own else Stance.DOUBT)
        else:
            self._open(opened, wish, Stance(wish.wish.value))

    def _open(self, opened: OpenedLibrary, wish: VerdictWish, stance: Stance, error: EitcError | None = None) -> None:
        from eitc_desktop.gui.review.verdict_dialog import VerdictDialog

        first, *others = wish.links
        before = None if others else self._own(opened, first)
        proposed = wish.proposed
        if proposed is None and before is not None and before.proposed is not None:
            proposed = self._desk.review.unit_ref(before.proposed)
        dialog = VerdictDialog(
            self._tokens,
            opened,
            self._about(opened, wish.links),
            stance,
            lambda numbers, *verdict: self._save(opened, tuple(wish.links[number] for number in numbers), *verdict),
            self._window,
            links=[self._listed(opened, link) for link in wish.links] if others else (),
            left_out=frozenset(
                number for number, link in enumerate(wish.links) if others and self._own(opened, link) is not None
            ),
            disputed=frozenset(unit for _, unit in wish.links if unit is not None),
            reason="" if before is None else before.reason,
            proposed=proposed,
            of_none=all(unit is None for _, unit in wish.links),
        )
        if error is not None:
            dialog.show_failure(error)
        dialog.open()

    def _save(
        self,
        opened: OpenedLibrary,
        links: tuple[Link, ...],
        stance: Stance,
        reason: str = "",
        proposed: FactRef | None = None,
    ) -> EitcError | None:
        sight, other = self._sight(opened), _unit_name(opened, proposed)
        try:
            changes = [
                self._change(sight.own_entry(link), link, Verdict(_unit_name(opened, link[1]), stance, reason, other))
                for link in links
            ]
        except EitcError as error:
            return error
        return self._desk.save(changes, self._step_words(opened, links, stance_word(stance)))

    def _change(self, own: Entry | None, link: Link, verdict: Verdict) -> Change:
        return added(self._desk.anchor_of(link[0]), verdict) if own is None else edited(own, verdict)

    def _withdraw(self, links: tuple[Link, ...]) -> None:
        opened = self._desk.opened
        if opened is None:
            return
        sight = self._sight(opened)
        own = {link: entry for link in links if (entry := sight.own_entry(link)) is not None}
        if not own:
            self.notice_given.emit(self.tr("此处没有您的审阅可撤回"))
            return
        words = self._step_words(opened, tuple(own), self.tr("撤回审阅"))
        error = self._desk.save([withdrawn(entry) for entry in own.values()], words)
        if error is not None:
            from eitc_desktop.gui.dialogs.message import open_message
            from eitc_desktop.gui.wording import sentence_of

            open_message(self._window, self.tr("没有撤回"), sentence_of(error), warning=True)

    def _sight(self, opened: OpenedLibrary) -> ReviewSight:
        return ReviewSight(self._desk.review, self._desk.reviewer, opened.provision, opened.mapping)

    def _own(self, opened: OpenedLibrary, link: Link) -> Verdict | None:
        entry = self._sight(opened).own_entry(link)
        return entry.content if entry is not None and isinstance(entry.content, Verdict) else None

    def _says_why(self, opened: OpenedLibrary, link: Link) -> bool:
        """Whether one has given a reason for a link, or proposed another unit."""
        own = self._own(opened, link)
        return own is not None and bool(own.reason or own.proposed)

    def _step_words(self, opened: OpenedLibrary, links: tuple[Link, ...], what: str) -> str:
        first, *others = links
        return labelled(what, self.tr("{0} 项对应").format(len(links)) if others else self._link_words(opened, first))

    def _link_words(self, opened: OpenedLibrary, link: Link) -> str:
        item, unit = link
        name = self.tr("未对应") if unit is None else unit_label(opened.provision, unit)
        return f"{item_mark(Citing(opened.provision), item)} × {name}"

    def _listed(self, opened: OpenedLibrary, link: Link) -> str:
        """Return a link as one of several, with what one thinks of it already."""
        own = self._own(opened, link)
        words = self._link_words(opened, link)
        return words if own is None else self.tr("{0}（您已录：{1}）").format(words, stance_word(own.stance))

    def _about(self, opened: OpenedLibrary, links: tuple[Link, ...]) -> str:
        """Return what the dialog is about: the one link with the item's words, or how many there are."""
        first, *others = links
        if others:
            return self.tr("对下列 {0} 项对应录入同样的审阅；不录的，取消勾选。").format(len(links))
        item = first[0]
        words = "".join(opened.provision.duties[item.index].items[item.part].text.split())
        opening = f"{words[:_OPENING]}…" if len(words) > _OPENING else words
        return f"{self._link_words(opened, first)}\n“{opening}”"


def _unit_name(opened: OpenedLibrary, unit: FactRef | None) -> UnitName | None:
    if unit is None:
        return None
    provision = opened.provision
    units = provision.hosted_offices if unit.kind is FactKind.HOSTED_OFFICE else provision.divisions
    return UnitName(unit, clean_line(units[unit.index].name.text))
