"""What a reader should be told: numbers that disagree, ordinals out of order, chapters missing, things not stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitc_desktop.model.findings import FINDING_PHRASES
from eitc_desktop.model.provision import (
    ChangeKind,
    Coverage,
    Division,
    Finding,
    FunctionChange,
    Quota,
    ResponsibilitySplit,
    Section,
    SectionKind,
    Severity,
)
from eitc_desktop.model.text import Span
from eitc_desktop.reading.identity import DATE_LINE, Imprint, is_signature
from eitc_desktop.reading.outline import Outline

_MOST_UNPARSED = 200
_NEEDED = {
    SectionKind.MAIN_DUTIES: "主要职责",
    SectionKind.DIVISIONS: "内设机构",
    SectionKind.STAFFING: "人员编制",
}


def check_outline(outline: Outline) -> Iterator[Finding]:
    """Yield ordinals that repeat or leave a gap."""
    for span, expected, found in outline.order_faults:
        words = span.of(outline.text).strip()
        if found < expected:
            yield _warning("numbering-repeat", span, words, expected - 1)
        else:
            yield _warning("numbering-gap", span, words, expected)


def check_end(outline: Outline) -> Iterator[Finding]:
    """Yield a warning where the text breaks off in the middle of a sentence."""
    last = outline.clauses[-1]
    span = last.body
    heading = outline.heading(last.index)
    words = span.of(outline.folded)
    if is_signature(words) or DATE_LINE.fullmatch(words):
        return
    if len(span) and heading is None and outline.folded[span.end - 1] not in "。！？”）》：":
        yield _warning("text-breaks-off", Span(span.start, span.end))


def check_sections(sections: tuple[Section, ...], *, duties: int, divisions: int, quotas: int) -> Iterator[Finding]:
    """Yield chapters that a provision should have and this one has not, or that hold nothing that could be read."""
    kinds = {section.kind for section in sections}
    counts = {SectionKind.MAIN_DUTIES: duties, SectionKind.DIVISIONS: divisions, SectionKind.STAFFING: quotas}
    for kind, name in _NEEDED.items():
        if kind not in kinds and not counts[kind]:
            yield _warning("chapter-missing", None, name)
        elif not counts[kind]:
            span = next((section.span for section in sections if section.kind is kind), None)
            yield _warning("chapter-empty", span, name)


def check_divisions(divisions: tuple[Division, ...], declared: int | None, span: Span | None) -> Iterator[Finding]:
    """Yield a warning where the number of divisions declared is not the number listed."""
    counted = sum(1 for division in divisions if division.counted)
    if declared is not None and declared != counted:
        yield _warning("division-count-mismatch", span, declared, counted)


def check_quotas(quotas: tuple[Quota, ...], folded: str) -> Iterator[Finding]:
    """Yield quotas whose parts add up to more than the whole they lie within (least of each range).

    A whole may be taken apart twice, 11名（含专职副书记1名），其中正科9名，副科2名: each time by itself.
    """
    sums: dict[int, list[int]] = {}
    last: dict[int, Quota] = {}
    for quota in quotas:
        whole = quota.part_of
        if whole is None:
            continue
        groups = sums.setdefault(whole, [0])
        before = last.get(whole)
        if before is not None and _parted_anew(folded[before.span.end : quota.span.start]):
            groups.append(0)
        groups[-1] += quota.minimum or 0
        last[whole] = quota
    for i, groups in sums.items():
        whole, least = quotas[i], max(groups)
        if whole.maximum is not None and least > whole.maximum:
            yield _warning("quota-exceeded", whole.span, whole.label, whole.maximum, least)


def _parted_anew(between: str) -> bool:
    return between.count("）") > between.count("（") or "其中" in re.sub(r"（[^）]*）", "", between)


def check_numbers(unread: list[Span]) -> Iterator[Finding]:
    """Yield numbers of posts that stand in the chapter on staffing and became no quota."""
    for span in unread:
        yield _warning("number-unread", span)


def check_titles(shared: list[Span]) -> Iterator[Finding]:
    """Yield titles that are listed under the number of the title behind them."""
    for span in shared:
        yield _information("title-shares-number", span)


def check_changes(changes: tuple[FunctionChange, ...]) -> Iterator[Finding]:
    """Yield changes whose kind neither heading nor verb shows."""
    for change in changes:
        if change.kind is ChangeKind.UNSPECIFIED:
            yield _information("change-kind-unclear", change.span)


def check_splits(splits: tuple[ResponsibilitySplit, ...]) -> Iterator[Finding]:
    """Yield shared matters in which no agency's role could be read."""
    for split in splits:
        for matter in split.matters:
            if not matter.roles:
                yield _warning("matter-without-role", matter.span)


def check_coverage(coverage: Coverage, unparsed: list[Span]) -> Iterator[Finding]:
    """Yield the sentences that were not understood; past a bound, how many more there are."""
    for span in unparsed[:_MOST_UNPARSED]:
        yield _warning("sentence-unparsed", span)
    if len(unparsed) > _MOST_UNPARSED:
        yield _warning("sentences-unparsed", None, coverage.unparsed - _MOST_UNPARSED)


def check_imprint(imprint: Imprint) -> Iterator[Finding]:
    """Yield, as information, what the text does not state of itself."""
    for value, code in (
        (imprint.title, "title-not-stated"),
        (imprint.document_number, "document-number-not-stated"),
        (imprint.issued, "issue-date-not-stated"),
        (imprint.effective, "effective-date-not-stated"),
    ):
        if value is None:
            yield _information(code, None)


def _warning(code: str, span: Span | None, *values: object) -> Finding:
    return Finding(Severity.WARNING, code, FINDING_PHRASES[code].words.format(*values), span)


def _information(code: str, span: Span | None) -> Finding:
    return Finding(Severity.INFO, code, FINDING_PHRASES[code].words, span)
