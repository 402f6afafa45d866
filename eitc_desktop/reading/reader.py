"""Text → Provision: the outline, one reader a chapter, then coverage and checks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from eitc_desktop.errors import NotAProvision
from eitc_desktop.model.facts import FactKind, facts_of
from eitc_desktop.model.provision import (
    ActualStaff,
    Coverage,
    Division,
    Duty,
    Finding,
    FunctionChange,
    Provision,
    Quota,
    ResponsibilitySplit,
    Section,
    SectionKind,
)
from eitc_desktop.model.text import Span
from eitc_desktop.phrases import Phrase
from eitc_desktop.reading import checks
from eitc_desktop.reading.changes import read_changes
from eitc_desktop.reading.closing import read_closing, read_hosted_offices
from eitc_desktop.reading.coverage import measure
from eitc_desktop.reading.divisions import declared_count, division_nameplates, read_co_locations, read_divisions
from eitc_desktop.reading.headings import nested_kind
from eitc_desktop.reading.identity import (
    Body,
    find_basis,
    find_body,
    find_imprint,
    find_level,
    find_nameplates,
    find_references,
    find_status,
)
from eitc_desktop.reading.outline import Outline, section_kind_of
from eitc_desktop.reading.splits import is_split, read_splits
from eitc_desktop.reading.staffing import read_staffing, unread_numbers
from eitc_desktop.reading.words import pieces, quote

_NOTHING_READ = Phrase(
    "Errors",
    "没有读到三定规定：需要写明机构名称，并至少有一章可识别的内容（职能转变、主要职责、内设机构或人员编制）。",
)
_READABLE = {SectionKind.FUNCTION_CHANGES, SectionKind.MAIN_DUTIES, SectionKind.DIVISIONS, SectionKind.STAFFING}
# An article has no heading; what it says tells what it is about. Order matters: the first that fits.
_ARTICLES: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (SectionKind.MAIN_DUTIES, r"主要(?:职责|职能|任务)(?:是|为|如下|有)?：|履行(?:下列|以下)(?:主要)?职责"),
        (
            SectionKind.DIVISIONS,
            r"设(?:置|立|有)?(?:下列|以下|[0-9一二三四五六七八九十]{1,3}个)[^。；]{0,12}(?:机构|处|科|股|室)|内设机构(?:为|有|如下)?：",
        ),
        (SectionKind.FUNCTION_CHANGES, r"^\s*(?:职能|职责)(?:转变|调整)"),
        (SectionKind.STAFFING, r"编制[^。；]{0,12}?[0-9一二三四五六七八九十百]+名|领导职数"),
        (SectionKind.SUPPLEMENTARY, r"负责解释|解释权|起?施行|生效"),
        (SectionKind.OTHER_MATTERS, r"事业单位|职责分工|设在"),
    )
)
_OPENING_ARTICLE = re.compile(
    r"制定本(?:规定|方案|办法)|^[^。：]{3,120}?(?:是|为)[^，。；：]{2,60}(?:部门|机构|单位|机关)(?=[，。])"
)
_OPENING_ARTICLES = 2


def read_provision(text: str) -> Provision:
    """Read the normalised *text* of a 三定规定.

    Raises:
        NotAProvision: if it names no body, or has no chapter that can be read.
    """
    return _Reader(text).read()


@dataclass(slots=True)
class _Facts:
    """What the chapters gave, gathered in the text's order."""

    changes: list[FunctionChange] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    declared: tuple[int, Span] | None = None
    quotas: list[Quota] = field(default_factory=list)
    actual: list[ActualStaff] = field(default_factory=list)
    splits: list[ResponsibilitySplit] = field(default_factory=list)
    unread_numbers: list[Span] = field(default_factory=list)
    shared_titles: list[Span] = field(default_factory=list)


class _Reader:
    def __init__(self, text: str) -> None:
        self._outline = Outline(text)
        self._sections = self._read_sections()
        self._facts = _Facts()
        self._duty_clauses: set[int] = set()

    def read(self) -> Provision:
        """Return the provision, checked."""
        outline = self._outline
        opening = self._opening()
        body = find_body(outline, opening)
        if body is None or not any(section.kind in _READABLE for section in self._sections):
            raise NotAProvision(_NOTHING_READ)
        for section in self._sections:
            self._read_section(section, body)
        if not self._facts.quotas:
            self._read_stray_staffing(body)
        provision = self._assembled(body, opening)
        return self._checked(provision)

    def _opening(self) -> Span:
        """The preamble and the articles that open the provision."""
        end = self._outline.clauses[0].span.end
        for section in self._sections[1:3]:
            if section.kind is not SectionKind.PREAMBLE:
                break
            end = section.span.end
        return Span(0, end)

    def _read_sections(self) -> tuple[Section, ...]:
        outline = self._outline
        result: list[Section] = []
        for index in outline.roots:
            clause = outline.clauses[index]
            if index == 0:
                if len(clause.span):
                    result.append(Section(None, None, SectionKind.PREAMBLE, clause.span, 0))
                continue
            kind = section_kind_of(outline, index) or self._kind_by_content(index)
            result.append(Section(clause.ordinal, clause.heading, kind, clause.span, index))
        return tuple(result)

    def _kind_by_content(self, index: int) -> SectionKind:
        span = self._outline.content(index)
        words = self._outline.folded[span.start : min(span.end, span.start + 1500)]
        if (self._outline.clauses[index].number or 99) <= _OPENING_ARTICLES and _OPENING_ARTICLE.search(words):
            return SectionKind.PREAMBLE
        for kind, pattern in _ARTICLES:
            if pattern.search(words):
                return kind
        return SectionKind.OTHER

    def _read_section(self, section: Section, body: Body) -> None:
        index = section.clause
        if section.kind is SectionKind.FUNCTION_CHANGES:
            self._facts.changes += read_changes(self._outline, index, body)
        elif section.kind is SectionKind.MAIN_DUTIES:
            self._read_duties(index, body)
        elif section.kind is SectionKind.DIVISIONS:
            self._facts.divisions += read_divisions(self._outline, index)
            self._facts.declared = self._facts.declared or declared_count(self._outline, index)
        elif section.kind is SectionKind.STAFFING:
            self._read_staffing(index, body)
        if section.kind in (SectionKind.OTHER_MATTERS, SectionKind.OTHER):
            self._read_splits_of(index, body)

    def _read_splits_of(self, index: int, body: Body) -> None:
        if is_split(self._outline, index):
            self._facts.splits += read_splits(self._outline, index, body)
            return
        for child in self._outline.children(index):
            self._facts.splits += read_splits(self._outline, child, body)

    def _read_duties(self, index: int, body: Body) -> None:
        outline = self._outline
        members = outline.numbered(index)
        if not members:
            members = [i for i in outline.children(index) if not outline.content(i).of(outline.folded).endswith("：")]
        for member in members:
            content = outline.content(member)
            nested = nested_kind(content.of(outline.folded))
            if nested is SectionKind.FUNCTION_CHANGES:
                self._facts.changes += read_changes(outline, member, body)
            elif nested is SectionKind.OTHER_MATTERS:
                self._facts.splits += read_splits(outline, member, body)
            elif len(content):
                ordinal = outline.clauses[member].ordinal
                self._duty_clauses.add(member)
                words = quote(outline, content.start, content.end)
                self._facts.duties.append(Duty(ordinal, words, pieces(outline, content)))

    def _read_staffing(self, index: int, body: Body) -> None:
        clauses = list(self._below(index))
        for clause in clauses:
            span = self._outline.clauses[clause].body
            if clause == index and self._outline.heading(index) is not None:
                continue
            staff = read_staffing(self._outline, span, body)
            offset = len(self._facts.quotas)
            self._facts.quotas += [
                q if q.part_of is None else replace(q, part_of=q.part_of + offset) for q in staff.quotas
            ]
            self._facts.actual += staff.actual
            self._facts.shared_titles += staff.shared_titles
            read = sorted(fact.span for fact in (*staff.quotas, *staff.actual))
            self._facts.unread_numbers += unread_numbers(self._outline, span, read)

    def _read_stray_staffing(self, body: Body) -> None:
        """Without a chapter on staffing, read what other chapters (not the duties) say of establishment."""
        for section in self._sections:
            if section.kind not in (SectionKind.MAIN_DUTIES, SectionKind.FUNCTION_CHANGES, SectionKind.STAFFING):
                words = section.span.of(self._outline.folded)
                if "编制" in words or "职数" in words:
                    self._read_staffing(section.clause, body)

    def _below(self, index: int) -> list[int]:
        found = [index]
        for child in self._outline.children(index):
            found += self._below(child)
        return found

    def _clauses_outside_duties(self) -> list[int]:
        skipped = {i for duty in self._duty_clauses for i in self._below(duty)}
        return [clause.index for clause in self._outline.clauses if clause.index not in skipped]

    def _assembled(self, body: Body, opening: Span) -> Provision:
        outline, facts = self._outline, self._facts
        imprint = find_imprint(outline)
        basis = find_basis(outline, opening)
        elsewhere = self._clauses_outside_duties()
        return Provision(
            text=outline.text,
            title=imprint.title,
            document_number=imprint.document_number,
            issued=imprint.issued,
            effective=imprint.effective,
            body=body.name,
            status=find_status(outline, body, opening),
            level=find_level(outline, opening),
            basis=basis,
            nameplates=(*find_nameplates(outline, opening, None), *division_nameplates(facts.divisions)),
            sections=self._sections,
            clauses=outline.clauses,
            changes=tuple(facts.changes),
            duties=tuple(facts.duties),
            divisions=tuple(facts.divisions),
            declared_division_count=facts.declared[0] if facts.declared else None,
            declared_division_span=facts.declared[1] if facts.declared else None,
            co_locations=tuple(read_co_locations(outline, elsewhere)),
            quotas=tuple(facts.quotas),
            actual_staff=tuple(facts.actual),
            responsibility_splits=tuple(facts.splits),
            hosted_offices=tuple(read_hosted_offices(outline, elsewhere, body)),
            references=find_references(outline, basis, imprint.title),
            closing=read_closing(outline, elsewhere),
            coverage=Coverage(0, 0, 0, 0),
            findings=(),
        )

    def _checked(self, provision: Provision) -> Provision:
        facts: list[tuple[FactKind, Span]] = [(fact.ref.kind, fact.span) for fact in facts_of(provision)]
        sections = [(section.kind, section.span) for section in provision.sections]
        coverage, unparsed = measure(self._outline, facts, sections)
        findings: list[Finding] = [
            *checks.check_outline(self._outline),
            *checks.check_end(self._outline),
            *checks.check_sections(
                provision.sections,
                duties=len(provision.duties),
                divisions=len(provision.divisions),
                quotas=len(provision.quotas),
            ),
            *checks.check_divisions(
                provision.divisions, provision.declared_division_count, provision.declared_division_span
            ),
            *checks.check_quotas(provision.quotas, self._outline.folded),
            *checks.check_numbers(self._facts.unread_numbers),
            *checks.check_titles(self._facts.shared_titles),
            *checks.check_changes(provision.changes),
            *checks.check_splits(provision.responsibility_splits),
            *checks.check_coverage(coverage, unparsed),
            *checks.check_imprint(
                checks.Imprint(provision.title, provision.document_number, provision.issued, provision.effective)
            ),
        ]
        return replace(provision, coverage=coverage, findings=tuple(findings))
