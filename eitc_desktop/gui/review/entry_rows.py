"""Entries as rows of a dialog's list, in the window's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.review.rows import Column, Row, Tone
from eitc_desktop.gui.wording import listed, said, sentence_said
from eitc_desktop.model.review import Person
from eitc_desktop.phrases import Phrase, Sentence
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.listing import (
    Words,
    entered_by,
    local_time,
    office_named,
    place_words,
    said_of,
    state_words,
)
from eitc_desktop.services.reviews.words import kind_words

_BETWEEN = " ／ "
_DAY = len("2026-11-27")


def entry_columns() -> tuple[Column, ...]:
    """Return the headings of entries."""
    translate = QCoreApplication.translate
    return (
        Column(translate("EntryRows", "类别"), 6),
        Column(translate("EntryRows", "条款"), 5),
        Column(translate("EntryRows", "内容"), 8, stretch=True),
        Column(translate("EntryRows", "单位"), 4, stretch=True),
        Column(translate("EntryRows", "录入人"), 7),
        Column(translate("EntryRows", "最后改动"), 5.5),
        Column(translate("EntryRows", "状态"), 4),
    )


def entry_row(entry: Entry) -> Row:
    """Return an entry as a row under :func:`entry_columns`; it stands for the entry's id."""
    drafts = dict.fromkeys(words_said(said_of(head.content)) for head in entry.heads)
    cells = (
        said(kind_words(entry.content)),
        words_said(place_words(entry)),
        _BETWEEN.join(drafts),  # of several drafts, each
        office_named(entry),
        words_said(entered_by(entry)),
        local_time(entry.changed_at)[:_DAY],
        listed(said(words) for words in state_words(entry)),
    )
    return Row(cells, entry.id, Tone.MUTED if entry.withdrawn else Tone.USUAL)


def words_said(words: Words) -> str:
    """Return in the window's language what is the program's, and what was typed as it is."""
    match words:
        case Phrase():
            return said(words)
        case Sentence():
            return sentence_said(words)
        case _:
            return words


def sentences(words: Iterable[str]) -> str:
    """Return sentences one behind the other, with what the language has between them."""
    pattern = QCoreApplication.translate("EntryRows", "{0}{1}")
    whole = ""
    for sentence in words:
        whole = pattern.format(whole, sentence) if whole else sentence
    return whole


def people_said(people: Iterable[Person]) -> str:
    """Return people with their offices, in a row."""
    pattern = QCoreApplication.translate("EntryRows", "{0}（{1}）")
    return listed(pattern.format(person.name, person.office) if person.office else person.name for person in people)


def counts_said(counts: Iterable[tuple[Phrase, int]]) -> str:
    """Return kinds with how many there are of each: 意见 5、疑问 2."""
    pattern = QCoreApplication.translate("EntryRows", "{0} {1}")
    return listed(pattern.format(said(phrase), count) for phrase, count in counts)
