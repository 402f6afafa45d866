"""基本情况 of a dossier: who the provision is about, what it says of itself, and whether it is in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from eitc_desktop.model.papers import Paragraph, Standing
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.text import Quote
from eitc_desktop.services.citing import place_of
from eitc_desktop.services.gaps import division_count
from eitc_desktop.services.papers.words import closed_up
from eitc_desktop.settings import EnteredValidity, Validity

_VALIDITY_WORDS = {
    Validity.IN_FORCE: "现行",
    Validity.AMENDED: "已修订",
    Validity.REPEALED: "已废止",
}


def identity(p: Provision, validity: EnteredValidity | None) -> Iterator[Paragraph]:
    """Yield what is stated of the document and the body, what isn't, validity as entered, and how much there is."""
    plates = [plate.name for plate in p.nameplates if plate.of is None]
    facts: tuple[tuple[str, Sequence[Quote]], ...] = (
        ("标题", _given(p.title)),
        ("文号", _given(p.document_number)),
        ("印发日期", _given(p.issued)),
        ("施行日期", _given(p.effective)),
        ("机关性质", _given(p.status)),
        ("机关规格", _given(p.level)),
        ("机关牌子", plates),
    )
    missing = [label for label, quotes in facts if not quotes]
    if missing:
        yield Paragraph(f"{'、'.join(missing)}：原文未载明。", Standing.NOT_STATED)
    stated = ((place_of(p, quotes[0].span), f"{label}：{_listed(quotes)}") for label, quotes in facts if quotes)
    for place, told in groupby(stated, key=itemgetter(0)):
        yield Paragraph(f"{'；'.join(words for _, words in told)}。", clause=place)
    yield from _basis(p)
    yield _validity(validity)
    yield _extent(p)


def is_entered(validity: EnteredValidity | None) -> bool:
    """Say whether somebody entered that the provision is in force or isn't."""
    return validity is not None and validity.state is not Validity.UNVERIFIED


def _given(quote: Quote | None) -> tuple[Quote, ...]:
    return () if quote is None else (quote,)


def _listed(quotes: Iterable[Quote]) -> str:
    return "、".join(_one_line(quote.text) for quote in quotes)


def _basis(p: Provision) -> Iterator[Paragraph]:
    for basis in p.basis:
        title = f"《{_one_line(basis.title).translate(str.maketrans('《》', '〈〉'))}》"
        number = f"（{basis.number}）" if basis.number else ""
        yield Paragraph(f"设立依据：{title}{number}。", clause=place_of(p, basis.span))
    if not p.basis:
        yield Paragraph("设立依据：原文未载明。", Standing.NOT_STATED)


def _validity(validity: EnteredValidity | None) -> Paragraph:
    if validity is None or not is_entered(validity):
        return Paragraph("时效：未核实。是否现行有效，原文不载明。", Standing.NOT_STATED)
    told = ["录入", *([f"{validity.entered_on}"] if validity.entered_on else [])]
    told += [f"依据：{validity.note}"] if validity.note else []
    return Paragraph(f"时效：{_VALIDITY_WORDS[validity.state]}（{'，'.join(told)}）。", Standing.ENTERED)


def _extent(p: Provision) -> Paragraph:
    """Count what there is, so that the page says at a glance how large the agency's business is."""
    items = sum(len(duty.items) for duty in p.duties)
    splits = sum(len(split.matters) for split in p.responsibility_splits)
    counts: tuple[tuple[object, str], ...] = (
        (len(p.changes), "职能转变事项{}项"),
        (len(p.duties), f"主要职责{{}}条（程序按分号、句号分为{items}个职责分项）"),
        (_divisions(p), "内设机构{}"),
        (len(p.hosted_offices), "设在本机关的机构{}个"),
        (splits, "与其他部门分工的事项{}个"),
    )
    told = "，".join(words.format(number) for number, words in counts if number)
    return Paragraph(
        f"全文所载（推算）：{told}。" if told else "全文未读出职责、机构和分工（推算）。", Standing.DERIVED
    )


def _divisions(p: Provision) -> str:
    return closed_up(division_count(p.divisions)) if p.divisions else ""


def _one_line(words: str) -> str:
    return "".join(line.strip() for line in words.splitlines())
