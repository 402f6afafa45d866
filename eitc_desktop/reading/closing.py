"""What the other chapters state: offices hosted in the body, and who interprets and adjusts the provision."""

from __future__ import annotations

import re

from eitc_desktop.model.provision import Closing, HostedOffice
from eitc_desktop.model.text import Quote, Span
from eitc_desktop.reading.identity import Body
from eitc_desktop.reading.names import AGENCY_ENDING, split_names
from eitc_desktop.reading.outline import Outline
from eitc_desktop.reading.words import quote, quote_trimmed, sentences_with

_HOSTED = re.compile(r"(?P<names>[^，。；：]{2,80}?)(?:均|都|分别)?设在(?P<host>[^，。；（]{1,40}?)(?:[，。；（]|$)")
_AGENT = rf"[^，。；]{{2,60}}?{AGENCY_ENDING}"
_INTERPRETED = re.compile(
    rf"(?:由(?P<by>{_AGENT})(?:负责)?(?:解释|进行解释)|解释权(?:归|属于?|由)(?P<owner>{_AGENT})(?=[，。；]|所有|$))"
)
_ADJUSTED = re.compile(rf"(?:调整|修改|变动|变更)(?:事宜|工作)?由(?P<by>{_AGENT})(?=按|负责|依|办理|审批|[，。；]|$)")
_BOTH = re.compile(r"解释(?:和|与|、)(?:调整|修改)|(?:调整|修改)(?:和|与|、)解释")


def read_hosted_offices(outline: Outline, clauses: list[int], body: Body) -> list[HostedOffice]:
    """Return the offices that the own words of *clauses* set in the body (设在…)."""
    offices: list[HostedOffice] = []
    for index in clauses:
        for sentence in sentences_with(outline, outline.clauses[index].body, "设在"):
            for found in _HOSTED.finditer(outline.folded, sentence.start, sentence.end):
                if not _is_here(found["host"], body):
                    continue
                for start, end in split_names(outline.folded, *found.span("names")):
                    name = quote_trimmed(outline, start, end)
                    if name is not None:
                        offices.append(HostedOffice(name, sentence))
    return offices


def _is_here(host: str, body: Body) -> bool:
    bare = re.sub(r"(?:机关|内)$", "", host.strip())
    return body.is_meant(host) or body.is_meant(bare)


def read_closing(outline: Outline, clauses: list[int]) -> Closing | None:
    """Return who interprets and who adjusts the provision, from the last of *clauses* that says so."""
    for index in reversed(clauses):
        for sentence in sentences_with(outline, outline.clauses[index].body, "解释"):
            interpreted = _agent(outline, _INTERPRETED, sentence)
            if interpreted is None:
                continue
            adjusted = _agent(outline, _ADJUSTED, sentence)
            if adjusted is None and _BOTH.search(outline.folded, sentence.start, sentence.end):
                adjusted = interpreted
            return Closing(interpreted, adjusted, sentence)
    return None


def _agent(outline: Outline, pattern: re.Pattern[str], span: Span) -> Quote | None:
    found = pattern.search(outline.folded, span.start, span.end)
    if found is None:
        return None
    group = next(name for name, value in found.groupdict().items() if value)
    return quote(outline, *found.span(group))
