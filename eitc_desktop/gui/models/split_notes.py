"""What is noticed about one shared matter: others on its subject, tensions in wording, changes that it explains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject

from eitc_desktop.gui.models.change_words import kind_symbol, kind_word
from eitc_desktop.gui.models.grade_words import grade_provenance, grade_words
from eitc_desktop.gui.models.link_words import judgement_note
from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.gui.wording import finding_words, labelled, listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.findings import phrase_of
from eitc_desktop.model.mapping import ChangeLink, Mapping
from eitc_desktop.model.provision import ChangeKind, Provision
from eitc_desktop.model.text import Span
from eitc_desktop.services.citing import Citing, opening_words

TENSION = "wording-differs"

_FIELD_ONLY = frozenset({ChangeKind.ABOLISHED, ChangeKind.DEVOLVED})


class Note(NamedTuple):
    """One thing noticed; ``link`` is the fact that its words lead to, ``marks`` the facts whose clauses show it."""

    label: str
    words: str
    provenance: Provenance
    link: FactRef | None
    marks: tuple[FactRef, ...]


class SplitNotes(QObject):
    """Finds what a mapping has to say of a matter."""

    def __init__(self, provision: Provision, mapping: Mapping, citing: Citing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provision = provision
        self._mapping = mapping
        self._citing = citing

    def of_matter(self, ref: FactRef) -> tuple[Note, ...]:
        """Return the notes on the matter *ref*, those on its subject first."""
        return (*self._same_subject(ref), *self._tensions(ref), *self._changes(ref))

    def _same_subject(self, ref: FactRef) -> Iterator[Note]:
        for pair in self._mapping.same_subjects:
            if ref in pair.matters:
                here = pair.matters.index(ref)
                other = pair.matters[1 - here]
                words = self.tr("与{0}同一主题：两处均有“{1}”").format(self._citing.mark(other), pair.quotes[here].text)
                yield Note(self.tr("同一主题"), words, Provenance.DERIVED, other, (other,))

    def _tensions(self, ref: FactRef) -> Iterator[Note]:
        matter = self._provision.responsibility_splits[ref.index].matters[ref.part]
        for finding in self._mapping.findings:
            found = phrase_of(finding)
            if finding.code != TENSION or finding.span is None or found is None:
                continue
            _here, _verb, place, _other, subject = found[1]
            if place == self._citing.mark(ref) and subject.rstrip("…") in matter.text.text:
                marks = tuple(self._duty_items_at(finding.span))
                yield Note(self.tr("核查结果"), finding_words(finding), Provenance.DERIVED, None, (*marks, ref))

    def _changes(self, ref: FactRef) -> Iterator[Note]:
        for link in self._mapping.changes_of(ref):
            change = self._provision.changes[link.change.index]
            subject = opening_words(change.subject or change.text)
            words = f"{kind_symbol(change.kind)}{kind_word(change.kind)} {subject}"
            if change.kind in _FIELD_ONLY:
                words = labelled(self.tr("涉及领域"), words)
            told = self.tr("{0}（{1}）").format(words, self._ground(link))
            yield Note(self.tr("职能转变"), told, grade_provenance(link.grade), link.change, (link.change,))

    def _ground(self, link: ChangeLink) -> str:
        """Return the grade, the words that show the link, and a judgement's reason."""
        words = grade_words(link.grade)
        if link.evidence:
            quotes = listed(f"“{one.quote.text}”" for one in link.evidence)
            words = labelled(words, quotes)
        return words if link.judgement is None else f"{words} {judgement_note(link.judgement)}"

    def _duty_items_at(self, span: Span) -> Iterator[FactRef]:
        for i, duty in enumerate(self._provision.duties):
            for j, item in enumerate(duty.items):
                if item.span.covers(span):
                    yield FactRef(FactKind.DUTY_ITEM, i, j)
