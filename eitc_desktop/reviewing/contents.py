"""Contents as they are entered: what was typed is cleaned before it becomes a revision."""

from __future__ import annotations

from dataclasses import fields, replace

from eitc_desktop.model.review import Allotment, AllotmentColumn, AllotmentRow, Content, Person
from eitc_desktop.reviewing.cleaning import clean_line, clean_text

_TEXTS = frozenset({"text", "proposed", "reason", "note", "explanation"})


def cleaned(content: Content) -> Content:
    """Return *content* with its lines and texts as a package may hold them."""
    if isinstance(content, Allotment):
        row = AllotmentRow(content.row.kind, content.row.unit, clean_line(content.row.body))
        column = AllotmentColumn(content.column.quota, clean_line(content.column.label), content.column.post)
        return replace(content, row=row, column=column)
    values: dict[str, str] = {}
    for each in fields(content):
        value: object = getattr(content, each.name)
        if type(value) is str:  # words of an enumeration are no text
            values[each.name] = clean_text(value) if each.name in _TEXTS else clean_line(value)
    return replace(content, **values)


def cleaned_person(person: Person) -> Person:
    """Return *person* with name and office as a package may hold them."""
    return Person(clean_line(person.name), clean_line(person.office), person.key)
