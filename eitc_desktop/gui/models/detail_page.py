"""What the detail pane says of a fact, as plain data: easily tested, drawn elsewhere.

Named tuples: dataclasses take ten times as long to come into being, and the first picture waits for these.
"""

from __future__ import annotations

from typing import NamedTuple

from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.facts import FactRef


class Row(NamedTuple):
    """A label and a short value; ``words`` None where the text doesn't state it. ``absent`` words that differently."""

    label: str
    words: str | None = None
    ref: FactRef | None = None
    absent: str | None = None
    provenance: Provenance = Provenance.STATED
    opens: bool = False  # the value is a way to the page of ``ref``


class Passage(NamedTuple):
    """Words of the text in full, under a small label; ``marks`` are ``[start, end)`` of those to be marked."""

    words: str
    ref: FactRef
    label: str = ""
    opens: bool = False
    marks: tuple[tuple[int, int], ...] = ()


class Linked(NamedTuple):
    """Something that corresponds: its words with those marked that show it, the grade as title, and why as note.

    ``marks`` are ``[start, end)`` in characters of the words.
    """

    words: str
    ref: FactRef
    title: str
    provenance: Provenance
    marks: tuple[tuple[int, int], ...] = ()
    note: str = ""


class Remark(NamedTuple):
    """The interface speaking about the page, never about the agency."""

    words: str


class QuotaTable(NamedTuple):
    """The provision's quotas; with ``whole`` only that one and what lies within it."""

    whole: int | None = None


class DutyTree(NamedTuple):
    """All main duties, unfolding into items."""


class Entered(NamedTuple):
    """What a reviewer entered: who and what, over the words, which may be empty. ``entry``: the id of what it opens."""

    heading: str
    words: str
    entry: str = ""


class Verdicts(NamedTuple):
    """How one gives a verdict on a duty item corresponding to *unit*, None: to none.

    ``own`` is the verdict that the reader gave: the value of a Stance, empty without one.
    """

    item: FactRef
    unit: FactRef | None
    own: str = ""


class Offer(NamedTuple):
    """The way to add an opinion on a fact."""

    words: str
    ref: FactRef


Block = Row | Passage | Linked | Remark | QuotaTable | DutyTree | Entered | Verdicts | Offer


class Part(NamedTuple):
    """A headed part of a page; ``heading`` may be empty for the first."""

    heading: str
    blocks: tuple[Block, ...]


class Page(NamedTuple):
    """All that is shown of one fact. ``kind`` says what it is, with its ordinal: 内设机构（十二）."""

    ref: FactRef
    title: str
    kind: str
    parts: tuple[Part, ...]
