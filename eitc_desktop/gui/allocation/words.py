"""Words of scenarios in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.wording import labelled, listed, said, sentence_said
from eitc_desktop.model.provision import Provision
from eitc_desktop.phrases import Listed, Phrase, Sentence
from eitc_desktop.reviewing.allocation_sheet import AllocationSheet, Draft, SheetCell, SheetRow
from eitc_desktop.services.reviews.allocation_words import STATED, hint_words, posts_words
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.words import TWO_DRAFTS


def spoken(words: Phrase | Sentence | Listed | str | None) -> str:
    """Return *words* in the window's language; names and the text's own words stay as they are."""
    match words:
        case Phrase():
            return said(words)
        case Sentence():
            return sentence_said(words)
        case Listed():
            return listed(str(each) for each in words.values)
        case _:
            return words or ""


def row_name(row: SheetRow) -> str:
    """Return what a row is called, with its ordinal."""
    return f"{row.ordinal or ''}{spoken(row.label)}"


def posts_said(provision: Provision, row: SheetRow) -> str:
    """Return what the text states of a row: named posts; empty where it states nothing."""
    return labelled(said(STATED), spoken(posts_words(provision, row.posts))) if row.posts else ""


def cell_words(cell: SheetCell) -> str:
    """Return what stands in a cell; nothing where nothing is entered."""
    if cell.drafts:
        return " ⇄ ".join(draft_words(draft) for draft in cell.drafts)
    return "" if cell.count is None else str(cell.count)


def cell_spoken(cell: SheetCell) -> str:
    """Return what a screen reader says of a cell."""
    if cell.drafts:
        return labelled(said(TWO_DRAFTS), listed(draft_told(draft) for draft in cell.drafts))
    return cell_words(cell) or QCoreApplication.translate("Allocation", "未填")


def draft_words(draft: Draft) -> str:
    """Return a draft's number, or that it is an empty cell."""
    return QCoreApplication.translate("Allocation", "空") if draft.count is None else str(draft.count)


def draft_told(draft: Draft) -> str:
    """Return a draft with who entered it and when, by the clock of this computer."""
    return QCoreApplication.translate("Allocation", "{0}（{1}，{2}）").format(
        draft_words(draft), draft.author, local_time(draft.made_at)
    )


def hints_of(sheet: AllocationSheet, row: int) -> list[str]:
    """Return what is worth a look in a row."""
    return [sentence_said(hint_words(sheet, hint)) for hint in sheet.hints if hint.row == row]
