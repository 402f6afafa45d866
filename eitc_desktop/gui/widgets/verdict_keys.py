"""Keys that give verdicts where one is in a table or in the matrix, and what menus call them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.models.verdict_wish import Link, Wish
from eitc_desktop.gui.widgets.key_uses import KeyUse
from eitc_desktop.phrases import Phrase

translate = QCoreApplication.translate

VERDICT_KEYS = (
    KeyUse(("A",), Phrase("KeyUses", "审阅：同意此处的对应，或同意未对应"), lambda view: view.wish(Wish.AGREE)),
    KeyUse(("D",), Phrase("KeyUses", "审阅：不同意，或建议对应"), lambda view: view.wish(Wish.DISAGREE)),
    KeyUse(("Q",), Phrase("KeyUses", "审阅：存疑"), lambda view: view.wish(Wish.DOUBT)),
    KeyUse(("W",), Phrase("KeyUses", "审阅：撤回本人在此处的审阅"), lambda view: view.wish(Wish.WITHDRAW)),
)
"""For widgets that have a method ``wish``."""


def wish_words(links: tuple[Link, ...]) -> tuple[tuple[Wish, str], ...]:
    """Return what can be wished for *links*, as a menu says it."""
    if all(unit is None for _, unit in links):
        agree, disagree = translate("VerdictKeys", "同意未对应"), translate("VerdictKeys", "建议对应…")
    elif len(links) > 1:
        agree = translate("VerdictKeys", "同意这 {0} 项对应").format(len(links))
        disagree = translate("VerdictKeys", "不同意这 {0} 项对应…").format(len(links))
    else:
        agree, disagree = translate("VerdictKeys", "同意此对应"), translate("VerdictKeys", "不同意此对应…")
    doubt, withdraw = translate("VerdictKeys", "存疑…"), translate("VerdictKeys", "撤回本人的审阅")
    return (
        (Wish.AGREE, f"{agree}\tA"),
        (Wish.DISAGREE, f"{disagree}\tD"),
        (Wish.DOUBT, f"{doubt}\tQ"),
        (Wish.WITHDRAW, f"{withdraw}\tW"),
    )
