"""三定概览: what a provision says, on a few pages for somebody who decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Block, Dossier, Heading, Paragraph, Standing
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.wording import CHANGE_KIND_WORDS
from eitc_desktop.services.agencies import agencies_of
from eitc_desktop.services.citing import place_of
from eitc_desktop.services.gaps import Gaps, division_count, division_gaps, gaps_of, item_gaps, otherwise_words
from eitc_desktop.services.links import shared_items
from eitc_desktop.services.papers.dossier_identity import identity, is_entered
from eitc_desktop.services.papers.dossier_staffing import staffing
from eitc_desktop.services.papers.dossier_tables import (
    changes_table,
    division_name,
    divisions_table,
    shared_table,
    splits_table,
    unmapped_table,
)
from eitc_desktop.services.papers.duties import left_out
from eitc_desktop.services.papers.words import USUAL_GRADES, closed_up, rooms_word
from eitc_desktop.settings import EnteredValidity

_NUMERALS = "一二三四五六七八九十"
_WORDING_DIFFERS = "wording-differs"
_SAID_IN_THE_IDENTITY = frozenset(
    {"title-not-stated", "document-number-not-stated", "issue-date-not-stated", "effective-date-not-stated"}
)


def dossier(
    provision: Provision,
    mapping: Mapping,
    grades: frozenset[Grade] = USUAL_GRADES,
    validity: EnteredValidity | None = None,
) -> Dossier:
    """Return the overview of *provision*: the parts in the text's order, what corresponds beside what is stated.

    ``grades`` are those of the correspondences that are shown: without C nothing judged stands in it. ``validity`` is
    what the user entered; None is 未核实. What the text lacks is said to be lacking, part by part.
    """
    shown = replace(
        mapping,
        duty_links=tuple(link for link in mapping.duty_links if link.grade in grades),
        change_links=tuple(link for link in mapping.change_links if link.grade in grades),
        rejections=mapping.rejections if Grade.JUDGED in grades else (),
    )
    left = tuple(left_out(mapping, grades))
    parts: list[tuple[str, Iterable[Block]]] = [
        ("基本情况", identity(provision, validity)),
        ("领导职数和人员编制", staffing(provision)),
        ("内设机构和对应职责", _divisions(provision, shown, mapping, grades)),
        ("职能转变", _changes(provision, shown)),
        ("部门间职责分工", _splits(provision, shown)),
        (f"未对应和多{rooms_word(provision)}对应", _gaps(provision, shown, gaps_of(provision, mapping, grades), left)),
        ("核查情况", _findings(provision, shown)),
        ("引用文件和附则", _closing(provision)),
    ]
    blocks: list[Block] = [_preface(grades, validity)]
    for numeral, (name, content) in zip(_NUMERALS, parts, strict=False):
        blocks += [Heading(f"{numeral}、{name}", 1), *content]
    return Dossier(f"{provision.body.text}三定概览", tuple(blocks), provision.body.text)


def _preface(grades: frozenset[Grade], validity: EnteredValidity | None) -> Paragraph:
    judged = "；标“研判”的是有关人员的理解，未经本单位确认" if Grade.JUDGED in grades else ""
    entered = "；标“录入”的由使用者填写" if is_entered(validity) else ""
    # set like what the text doesn't state: these are words about the paper
    return Paragraph(
        "本概览由程序据三定规定文本整理，方括号内为原文条款；标“推算”的（蓝字）由程序计算或比对得出，不是原文的规定"
        f"{judged}{entered}。",
        Standing.NOT_STATED,
    )


def _divisions(p: Provision, mapping: Mapping, every: Mapping, grades: frozenset[Grade]) -> Iterator[Block]:
    if not p.divisions:
        yield Paragraph("内设机构：本规定未载明。", Standing.NOT_STATED)
        for office in p.hosted_offices:
            yield Paragraph(f"{office.span.of(p.text).rstrip('。')}。", clause=place_of(p, office.span))
        return
    listed = closed_up(division_count(p.divisions))
    if p.declared_division_count is not None and p.declared_division_span is not None:
        place = place_of(p, p.declared_division_span)
        yield Paragraph(f"原文称设内设机构{p.declared_division_count}个。", clause=place)
        if listed != f"{p.declared_division_count}个":
            yield Paragraph(f"原文列出内设机构{listed}（推算）。", Standing.DERIVED)
    else:
        yield Paragraph(f"原文列出内设机构{listed}（推算），未称总数。", Standing.DERIVED)
    for co_location in p.co_locations:
        yield Paragraph(co_location.text.text, clause=place_of(p, co_location.span))
    stated = any(division.duties for division in p.divisions)
    if not stated and not any(link.grade is Grade.STATED for link in mapping.duty_links):
        yield Paragraph("各内设机构的职责：本规定未载明。", Standing.NOT_STATED)
    yield divisions_table(p, mapping, every, grades)


def _changes(p: Provision, mapping: Mapping) -> Iterator[Block]:
    if not p.changes:
        yield Paragraph("职能转变：本规定未载明。", Standing.NOT_STATED)
        return
    counts = Counter(change.kind for change in p.changes)
    listed = "，".join(f"{CHANGE_KIND_WORDS[kind]}{number}项" for kind, number in counts.items())
    yield Paragraph(f"原文所列共{len(p.changes)}项（推算）：{listed}。", Standing.DERIVED)
    yield changes_table(p, mapping)


def _splits(p: Provision, mapping: Mapping) -> Iterator[Block]:
    matters = [matter for split in p.responsibility_splits for matter in split.matters]
    if not matters:
        yield Paragraph("与其他部门的职责分工：本规定未载明。", Standing.NOT_STATED)
        return
    agencies = agencies_of(p)
    others = sum(not agency.own for agency in agencies)
    own = frozenset(form for agency in agencies if agency.own for form in agency.forms)
    led = Counter("own" if m.lead.text in own else "other" for m in matters if m.lead is not None)
    told = [f"由其他单位整体牵头的{led['other']}个"] if led["other"] else []
    told += [f"由本机关整体牵头的{led['own']}个"] if led["own"] else []
    without = [place_of(p, matter.span) for matter in matters if matter.lead is None]
    told += [f"未载明整体牵头单位的{len(without)}个（{'、'.join(without)}）"] if without else []
    yield Paragraph(f"涉及其他单位{others}个、事项{len(matters)}个（推算），其中{'，'.join(told)}。", Standing.DERIVED)
    for same in mapping.same_subjects:
        places = "与".join(place_of(p, quote.span) for quote in same.quotes)
        words = same.quotes[0].text
        yield Paragraph(f"{places}均有“{words}”，所述为同一事项（推算）。", Standing.DERIVED)
    for finding in mapping.findings:
        if finding.code == _WORDING_DIFFERS:
            yield Paragraph(f"{finding.message}（推算）。", Standing.DERIVED)
    yield splits_table(p, agencies)


def _gaps(p: Provision, mapping: Mapping, gaps: Gaps, left: tuple[str, ...]) -> Iterator[Block]:
    if not p.duties or not p.divisions:
        lacking = "和".join(name for name, there in (("主要职责", p.duties), ("内设机构", p.divisions)) if not there)
        yield Paragraph(f"{lacking}：本规定未载明，无从对应。", Standing.NOT_STATED)
        return
    yield Paragraph(f"{closed_up(''.join(left))}未对应只表示没有比对出来，不表示无机构承担（推算）。", Standing.DERIVED)
    shared = shared_items(mapping)
    total = sum(len(duty.items) for duty in p.duties)
    yield Heading("（一）未对应内设机构的职责分项", 2)
    yield Paragraph(f"职责分项共{total}项，{closed_up(item_gaps(gaps))}（推算）。", Standing.DERIVED)
    if gaps.items:
        yield unmapped_table(p, mapping, gaps)
    yield Heading("（二）未对应职责分项的内设机构", 2)
    told = f"内设机构共{division_count(p.divisions)}，{division_gaps(p, gaps)}（推算）。{_lone(p, gaps)}"
    yield Paragraph(closed_up(told), Standing.DERIVED)
    yield Heading(f"（三）多{rooms_word(p)}对应的职责分项", 2)
    count = f"共{len(shared)}项" if shared else "没有"
    yield Paragraph(f"同一分项对应两个以上内设机构的{count}（推算）。", Standing.DERIVED)
    if shared:
        yield shared_table(p, mapping, shared)


def _lone(p: Provision, gaps: Gaps) -> str:
    """Return a sentence with the divisions without a duty item, told apart by what they have by other grades."""
    names = {ref: division_name(p, p.divisions[ref.index]) for ref in gaps.divisions}
    bare = "、".join(name for ref, name in names.items() if ref not in gaps.otherwise)
    others = "、".join(name for ref, name in names.items() if ref in gaps.otherwise)
    if others:
        bare = f"各级都没有的：{bare}；" if bare else ""
        return f"{bare}另有{otherwise_words(gaps.other_grades)}的：{others}。"
    return f"没有的是：{bare}。" if bare else ""


def _findings(p: Provision, mapping: Mapping) -> Iterator[Block]:
    c = p.coverage
    yield Paragraph(
        f"程序识读全文{c.sentences}句：读作事实的{c.typed}句，读作标题、上下文的{c.context}句，"
        f"未识别的{c.unparsed}句（推算）。没有未识别的语句不等于识读无误。",
        Standing.DERIVED,
    )
    others = [finding for finding in mapping.findings if finding.code != _WORDING_DIFFERS]
    for finding in (*p.findings, *others):
        if finding.code in _SAID_IN_THE_IDENTITY:
            continue
        place = "" if finding.span is None else place_of(p, finding.span)
        yield Paragraph(f"核查（推算）：{finding.message.rstrip('。')}。", Standing.DERIVED, place)


def _closing(p: Provision) -> Iterator[Block]:
    places: dict[str, list[str]] = {}
    for reference in p.references:
        places.setdefault(reference.name.text, []).append(place_of(p, reference.span))
    if places:
        told = "、".join(f"《{name}》〔原文{'、'.join(dict.fromkeys(found))}〕" for name, found in places.items())
        yield Paragraph(f"设立依据之外的引用文件：{told}。")
    else:
        yield Paragraph("设立依据之外的引用文件：本规定未载明。", Standing.NOT_STATED)
    if p.closing is None:
        yield Paragraph("解释和调整：本规定未载明。", Standing.NOT_STATED)
        return
    yield Paragraph(p.closing.span.of(p.text).strip().rstrip("。") + "。", clause=place_of(p, p.closing.span))
