"""What the interface says of one link."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.models.grade_words import grade_words
from eitc_desktop.model.mapping import Evidence, Grade, Judgement


def link_title(grade: Grade, *, part: bool) -> str:
    """Return the grade of a link, and that it covers its duty item only in part where it does."""
    if part:
        return QCoreApplication.translate("Grade", "{0} · 部分").format(grade_words(grade))
    return grade_words(grade)


def judgement_note(judgement: Judgement) -> str:
    """Return the reason of a judgement, whose it is and of when, and that the body hasn't confirmed it."""
    words = QCoreApplication.translate("Grade", "研判理由：{0}（{1}，{2}；未经本单位确认）")
    return words.format(judgement.reason.rstrip("。"), judgement.judge, judgement.date)


def evidence_note(evidence: Iterable[Evidence]) -> str:
    """Return which terms of the name matched by what other words, and why; empty where the words hold the terms."""
    translate = QCoreApplication.translate
    lines: dict[str, None] = {}
    for one in evidence:
        if one.term is None or one.term in one.quote.text:
            continue
        if one.ground is None:
            words = translate("Grade", "名称中的“{0}”，条文写作“{1}”").format(one.term, one.quote.text)
        else:
            words = translate("Grade", "名称中的“{0}”，条文写作“{1}”（{2}）")
            words = words.format(one.term, one.quote.text, one.ground.rstrip("。"))
        lines.setdefault(words)
    return "\n".join(lines)
