"""Mapping → rows: links point to the rows of their facts, evidence has its own words and place."""

from __future__ import annotations

from collections.abc import Iterable

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Evidence, Judgement, Mapping
from eitc_desktop.model.text import Quote
from eitc_desktop.store.rows import Added, Row, Rows, finding_row

UNIT_COLUMNS = {FactKind.DIVISION: "division_id", FactKind.HOSTED_OFFICE: "hosted_office_id"}
"""The column that refers to a unit, by what the unit is."""

TARGET_COLUMNS = {FactKind.DUTY_ITEM: "duty_item_id", **UNIT_COLUMNS, FactKind.MATTER: "matter_id"}
"""The column that refers to what a change concerns, by what that is."""


def add_mapping(rows: Rows, added: Added, mapping: Mapping) -> None:
    """Add all rows of the *mapping* of a provision that was *added* to the same rows.

    Raises:
        KeyError: if it speaks of facts that the provision doesn't have.
    """
    _MappingRows(rows, added).add_all(mapping)


class _MappingRows:
    """The rows of one mapping."""

    def __init__(self, rows: Rows, added: Added) -> None:
        self._rows = rows
        self._added = added
        self._ids = added.ids
        self._judgements: dict[Judgement, int] = {}

    def add_all(self, mapping: Mapping) -> None:
        self._duty_links(mapping)
        self._rejections(mapping)
        self._wordings(mapping)
        self._change_links(mapping)
        for seq, same in enumerate(mapping.same_subjects):
            number = self._own("same_subject", seq, {})
            for place, (matter, quote) in enumerate(zip(same.matters, same.quotes, strict=True)):
                row: Row = {"same_subject_id": number, "seq": place, "matter_id": self._ids[matter]}
                self._rows.append("same_subject_matter", {**row, **self._words(quote)})
        for seq, finding in enumerate(mapping.findings):
            self._own("mapping_finding", seq, finding_row(self._added, finding))

    def _duty_links(self, mapping: Mapping) -> None:
        for seq, link in enumerate(mapping.duty_links):
            row: Row = {
                "duty_item_id": self._ids[link.item],
                **self._pointing(UNIT_COLUMNS, link.unit),
                "grade": link.grade.value,
                "judgement_id": self._judgement(link.judgement),
                "method": link.method.value,
                "part": int(link.part),
            }
            self._evidence("duty_link", self._own("duty_link", seq, row), link.evidence)

    def _rejections(self, mapping: Mapping) -> None:
        for seq, rejection in enumerate(mapping.rejections):
            row: Row = {
                "duty_item_id": self._ids[rejection.item],
                **self._pointing(UNIT_COLUMNS, rejection.unit),
                "judgement_id": self._judgement(rejection.judgement),
            }
            self._evidence("rejection", self._own("rejection", seq, row), rejection.evidence)

    def _wordings(self, mapping: Mapping) -> None:
        for seq, wording in enumerate(mapping.wordings):
            row: Row = {"duty_item_id": self._ids[wording.item], "kind": wording.kind.value, "name": wording.name}
            self._own("wording", seq, {**row, **self._words(wording.quote)})

    def _change_links(self, mapping: Mapping) -> None:
        for seq, link in enumerate(mapping.change_links):
            row: Row = {
                "function_change_id": self._ids[link.change],
                **self._pointing(TARGET_COLUMNS, link.target),
                "via_item_id": None if link.via is None else self._ids[link.via],
                "grade": link.grade.value,
                "judgement_id": self._judgement(link.judgement),
            }
            number = self._own("change_link", seq, row)
            self._evidence("change_link", number, link.evidence)
            for place, quote in enumerate(link.counterpart):
                part: Row = {"change_link_id": number, "seq": place, **self._words(quote)}
                self._rows.append("change_link_counterpart", part)

    def _own(self, table: str, seq: int, row: Row) -> int:
        return self._rows.append(table, {"provision_id": self._added.provision_id, "seq": seq, **row})

    def _evidence(self, owner: str, number: int, evidence: Iterable[Evidence]) -> None:
        for seq, one in enumerate(evidence):
            row: Row = {f"{owner}_id": number, "seq": seq, "term": one.term, "ground": one.ground}
            self._rows.append(f"{owner}_evidence", {**row, **self._words(one.quote)})

    def _words(self, quote: Quote) -> Row:
        return {"text": quote.text, **self._added.place(quote.span)}

    def _pointing(self, columns: dict[FactKind, str], ref: FactRef) -> Row:
        row: Row = dict.fromkeys(columns.values())
        row[columns[ref.kind]] = self._ids[ref]
        return row

    def _judgement(self, judgement: Judgement | None) -> int | None:
        """Return the id of a judgement; what several links rest on is written once."""
        if judgement is None:
            return None
        if judgement not in self._judgements:
            row: Row = {"reason": judgement.reason, "judge": judgement.judge, "date": judgement.date}
            self._judgements[judgement] = self._own("judgement", len(self._judgements), row)
        return self._judgements[judgement]
