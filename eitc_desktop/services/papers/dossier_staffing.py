"""领导职数和人员编制 of a dossier: establishment, posts within it, and what their sums are."""

from __future__ import annotations

from collections.abc import Iterator

from eitc_desktop.model.papers import Paragraph, Standing
from eitc_desktop.model.provision import Provision, Quota
from eitc_desktop.services.citing import place_of
from eitc_desktop.services.papers.words import closed_up
from eitc_desktop.services.staffing import amount_words, parts_of, sum_of_parts


def staffing(p: Provision) -> Iterator[Paragraph]:
    """Yield every quota with what lies within it, each sum marked 推算, then what isn't stated of the divisions."""
    if not p.quotas:
        yield Paragraph("人员编制、领导职数：本规定未载明。", Standing.NOT_STATED)
    # Neighbours of one place that have nothing within them share a sentence: 设局长1名、副局长3名
    run: list[int] = []
    for index in parts_of(p, None):
        parts = parts_of(p, index)
        if not parts and p.quotas[index].rule is None:
            run.append(index)
            continue
        yield from _listed(p, run)
        run = []
        yield from _one(p, index, parts)
    yield from _listed(p, run)
    for actual in p.actual_staff:
        words = f"{actual.label.text}{actual.count}{actual.unit or ''}，为原文所载的实有人数，不是编制。"
        yield Paragraph(words, clause=place_of(p, actual.span))
    if p.divisions and not _stated_of_a_division(p):
        yield Paragraph("各内设机构的编制、职数和实有人数：本规定未载明。", Standing.NOT_STATED)


def _listed(p: Provision, indices: list[int]) -> Iterator[Paragraph]:
    if indices:
        quotas = [p.quotas[index] for index in indices]
        yield Paragraph(f"{'，'.join(_words(quota) for quota in quotas)}。", clause=place_of(p, quotas[0].span))


def _one(p: Provision, index: int, parts: tuple[int, ...]) -> Iterator[Paragraph]:
    quota = p.quotas[index]
    within = f"，其中{'，'.join(_with_parts(p, part) for part in parts)}" if parts else ""
    yield Paragraph(f"{_words(quota)}{within}。", clause=place_of(p, quota.span))
    total = sum_of_parts(p, index)
    if total is not None:
        amount = _closed_up(amount_words(total.minimum, total.maximum, total.unit))
        yield Paragraph(f"{quota.label.text}之下所列各项职数合计{amount}（推算）。", Standing.DERIVED)


def _with_parts(p: Provision, index: int) -> str:
    parts = parts_of(p, index)
    inner = f"（其中{'，'.join(_with_parts(p, part) for part in parts)}）" if parts else ""
    return _words(p.quotas[index]) + inner


def _words(quota: Quota) -> str:
    """Return 主任1名, or the rule where there is no number."""
    amount = _closed_up(amount_words(quota.minimum, quota.maximum, quota.unit))
    if amount:
        return quota.label.text + amount
    return quota.label.text + (quota.rule.text if quota.rule is not None else "：人数未载明")


def _closed_up(amount: str | None) -> str:
    """Return an amount as running text has it: no space between number and 名."""
    return closed_up(amount or "")


def _stated_of_a_division(p: Provision) -> bool:
    """Say whether any quota is a division's: 政工股股长1名. An office's own name may stand within another's."""
    names = {division.name.text for division in p.divisions}
    return any(
        (quota.of is not None and quota.of.text in names) or any(quota.label.text.startswith(name) for name in names)
        for quota in p.quotas
    )
