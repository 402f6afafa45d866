"""Which sentences became a fact, which only lead or repeat, and which the reader did not understand."""

from __future__ import annotations

import re
from bisect import bisect_right

from eitc_desktop.model.facts import FactKind
from eitc_desktop.model.provision import Coverage, SectionKind
from eitc_desktop.model.text import Span
from eitc_desktop.reading.identity import DATE_LINE, is_signature
from eitc_desktop.reading.outline import Outline, trimmed
from eitc_desktop.reading.words import sentences

# Sentences that carry no fact of their own: they announce, repeat, or point to other rules.
_FORMULAS = re.compile(
    r"：$|^(?:根据|按照?)(?:上述|以上)|另行(?:规定|制定|公布|发文)|^(?:为|为了)[^。]*制定本规定|现予印发|主要职责(?:是|为|如下)|"
    r"^所属事业单位|按(?:照)?[^，。]*规定(?:程序)?(?:执行|办理|设置|派驻|配备)[。]?$|^本规定|^附(?:件|表)?[：:0-9]|^(?:中共)?[^，。]{2,30}(?:文件|印发)$|^[^。]{0,80}关于印发[^。]{2,80}的通知$|"
    r"^[^。]{0,60}(?:各|有关)[^。]{2,60}：$"
)
_TOO_WIDE = {FactKind.SECTION, FactKind.SPLIT}


def all_sentences(outline: Outline) -> list[tuple[Span, bool]]:
    """Return every sentence of the text with whether it is a heading, in text order.

    A sentence ends in 。 or is a heading or list line without one; the ordinal before it is part of it.
    """
    result: list[tuple[Span, bool]] = []
    for clause in outline.clauses:
        heading = outline.heading(clause.index)
        spans = sentences(outline, clause.body)
        if not spans and clause.ordinal is not None:
            spans = [trimmed(outline.folded, clause.span.start, clause.body.start)]
        for i, span in enumerate(spans):
            start = clause.span.start if i == 0 else span.start
            is_heading = i == 0 and heading is not None and heading.start <= span.start and heading.end >= span.end - 1
            result.append((Span(start, span.end), is_heading))
    return result


def measure(
    outline: Outline, facts: list[tuple[FactKind, Span]], sections: list[tuple[SectionKind, Span]]
) -> tuple[Coverage, list[Span]]:
    """Count the sentences, and return those that were not understood.

    *facts* are the kind and span of every fact; a section or split as a whole types nothing by itself. Before the
    list of main duties stands only what leads to it, so a sentence there is context.
    """
    spans = sorted((span for kind, span in facts if kind not in _TOO_WIDE), key=lambda s: s.start)
    starts = [span.start for span in spans]
    furthest: list[int] = []
    for span in spans:
        furthest.append(max(span.end, furthest[-1] if furthest else 0))
    duties = [span for kind, span in sections if kind is SectionKind.MAIN_DUTIES]
    typed = context = 0
    unparsed: list[Span] = []
    all_of_them = all_sentences(outline)
    for sentence, is_heading in all_of_them:
        place = bisect_right(starts, sentence.end - 1) - 1
        if place >= 0 and furthest[place] > sentence.start:
            typed += 1
        elif is_heading or _is_context(outline, sentence, duties):
            context += 1
        else:
            unparsed.append(sentence)
    return Coverage(len(all_of_them), typed, context, len(unparsed)), unparsed


def _is_context(outline: Outline, sentence: Span, duties: list[Span]) -> bool:
    words = re.sub(r"^(?:（[^）]{1,5}）|[0-9]{1,3}[.、]|第[^条]{1,6}条)\s*", "", sentence.of(outline.folded))
    if "。" not in words and (is_signature(words) or DATE_LINE.fullmatch(words)):
        return True
    return _FORMULAS.search(words) is not None or any(section.covers(sentence) for section in duties)
