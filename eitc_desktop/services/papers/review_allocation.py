"""编制分配方案 in a review report: each scenario as a table, held against the totals that the text states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eitc_desktop.model.papers import Block, Heading, Paragraph, Standing
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.allocation import sheet_of
from eitc_desktop.reviewing.review import Review
from eitc_desktop.services.papers.review_words import person_words
from eitc_desktop.services.papers.words import NOT_STATED
from eitc_desktop.services.reviews.allocation_table import allocation_table
from eitc_desktop.services.reviews.allocation_words import ENTERED_ONLY

NOT_THE_TEXTS = "方案为录入，不是规定内容"
"""Stands with every scenario: what the text states are the totals, never how they are spread."""

_ORDINALS = "一二三四五六七八九十"


def allocation_blocks(provision: Provision, review: Review) -> Iterator[Block]:
    """Yield each scenario under a heading of its own."""
    if not review.scenarios:
        yield Paragraph("没有录入编制分配方案。", Standing.NOT_STATED)
        return
    yield Paragraph(str(ENTERED_ONLY), Standing.NOT_STATED)
    for number, entry in enumerate(review.scenarios):
        sheet = sheet_of(provision, review, entry.id)
        ordinal = _ORDINALS[number] if number < len(_ORDINALS) else str(number + 1)
        yield Heading(f"（{ordinal}）{sheet.name or '未命名方案'}", 2)
        yield Paragraph(f"本方案由{person_words(entry.author)}录入。", Standing.ENTERED)
        if not sheet.columns:
            yield Paragraph(f"可供分配的编制、职数：{NOT_STATED}。", Standing.NOT_STATED)
        elif not any(total.filled for total in sheet.column_totals) and not sheet.strays:
            note = f"方案说明：{' '.join(sheet.note.split())}" if sheet.note.strip() else ""
            yield from (Paragraph(words, Standing.ENTERED) for words in (note,) if words)
            yield Paragraph("本方案没有填写数额。", Standing.NOT_STATED)
        else:  # the name stands in the heading, which has room for any
            yield replace(allocation_table(provision, sheet), title=f"编制分配方案（{NOT_THE_TEXTS}）")
