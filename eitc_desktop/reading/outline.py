"""Text → clause tree, from the ordinals alone: 一、 （一） 1. （1） 第一条, one below the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from eitc_desktop.model.provision import Clause, SectionKind
from eitc_desktop.model.text import Span
from eitc_desktop.reading.folding import fold
from eitc_desktop.reading.headings import item_heading_end, section_heading, split_heading
from eitc_desktop.reading.names import DIVISION_ENDING
from eitc_desktop.reading.ordinals import ARTICLE, BARE, CHAPTER, PART, Ordinal, find_ordinals

_HEADING_LIMIT = 60
_LONGEST_NAME = 40
_NAME_STOPS = re.compile("[（。：]")
_JOINTS = re.compile("[与和同]")
_NO_ACT = (
    r"(?!负责|承担|承办|指导|组织|监督|管理|拟订|协助|参与"
    r"|[^。；：，]{0,60}(?:将|把|划[入给归出转]|交由|下放|移交|取消))"
)
"""Stands before what names a unit: a sentence that tells what is done, or what moves, only ends in a name."""
# What speaks of a whole list, or of a unit outside it, standing after the last item: it belongs to the chapter.
_OF_CHAPTER = re.compile(
    r"\s*(?:机关党(?:委|总支|支部|组织|的)|机关纪委|机关工会|离退休|派驻|纪检|上述|以上|各(?:内设)?(?:处|科|机构)|所属"
    r"|按照?(?:有关)?规定(?:设置|设立|派驻|配备)|另设|另按|其他内设|[^。；]{1,80}合署办公"
    rf"|{_NO_ACT}[^。；：，、（）]{{1,20}}{DIVISION_ENDING}(?:（[^（）]{{1,20}}）)?。"
    rf"|{_NO_ACT}[^。；：，]{{1,60}}{DIVISION_ENDING}(?:（[^（）]{{1,20}}）)?(?:为|是)[^。；，]{{2,30}}(?:机构|单位|部门)"
    rf"|{_NO_ACT}[^。；：，]{{1,80}}(?:按照?|依照|根据)[^。；，]{{1,20}}(?:规定|章程)(?:设置|设立|派驻|配备))"
)


@dataclass(slots=True)
class _Node:
    """A clause while the tree grows; *depth* and *end* are known once its followers are."""

    parent: int | None
    depth: int
    ordinal: Ordinal | None
    start: int
    body_start: int
    body_end: int
    heading: Span | None = None
    end: int = 0
    children: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """What the headings of the children name, without brackets and what follows."""

    def heading_words(self, text: str) -> str:
        """The heading without the spaces that stretch it (附  则)."""
        return "".join(self.heading.of(text).split()) if self.heading else ""


class Outline:
    """The clause tree of one text, with the text and its folded shadow.

    ``clauses`` are in text order; ``children(index)`` and ``heading(index)`` look into it. ``order_faults`` are
    ``(span, expected, found)`` of ordinals that do not follow the one before them.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        ordinals, self.order_faults = find_ordinals(self.folded)
        self.ordinals = ordinals
        self._nodes = _grow(self.folded, ordinals)
        _close(self.folded, self._nodes)
        self.clauses = tuple(self._frozen(i) for i in range(len(self._nodes)))

    @property
    def roots(self) -> list[int]:
        """Indices of the sections, the preamble first."""
        return [i for i, node in enumerate(self._nodes) if node.parent is None]

    def children(self, index: int) -> list[int]:
        """Return the indices of the clauses directly below *index*."""
        return self._nodes[index].children

    def numbered(self, index: int) -> list[int]:
        """Return the children of *index* that carry an ordinal."""
        return [i for i in self.children(index) if self._nodes[i].ordinal is not None]

    def heading(self, index: int) -> Span | None:
        """Return where the heading of clause *index* stands, without its ordinal and closing mark."""
        return self._nodes[index].heading

    def content(self, index: int) -> Span:
        """Return what clause *index* says after its ordinal, all below it included, trimmed."""
        node = self._nodes[index]
        return trimmed(self.folded, node.body_start, node.end)

    def after_heading(self, index: int) -> Span:
        """Return the content of clause *index* behind its heading and the mark that closes it."""
        content = self.content(index)
        heading = self.heading(index)
        if heading is None:
            return content
        start = heading.end
        while start < content.end and self.folded[start] in "。：: ":
            start += 1
        return trimmed(self.folded, start, max(start, content.end))

    def _frozen(self, index: int) -> Clause:
        node = self._nodes[index]
        heading = node.heading
        return Clause(
            index=index,
            parent=node.parent,
            depth=node.depth,
            ordinal=node.ordinal.label_in(self.text) or None if node.ordinal else None,
            number=node.ordinal.number or None if node.ordinal else None,
            heading=heading.of(self.text) if heading else None,
            citation=self._citation(index),
            span=Span(node.start, node.end),
            body=trimmed(self.folded, max(node.body_start, node.start), max(node.body_end, node.start)),
        )

    def _citation(self, index: int) -> str:
        labels: list[str] = []
        at: int | None = index
        while at is not None:
            node = self._nodes[at]
            if node.ordinal is not None:
                labels.append(node.ordinal.cited or node.heading_words(self.text))
            at = node.parent
        return "".join(reversed(labels)) or "引言"


def trimmed(folded: str, start: int, end: int) -> Span:
    """Return ``[start, end)`` without white space at its ends."""
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _grow(folded: str, ordinals: list[Ordinal]) -> list[_Node]:
    first = ordinals[0].start if ordinals else len(folded)
    nodes = [_Node(None, 0, None, 0, 0, 0)]
    for line in _lines(folded, 0, first):
        _add(nodes, 0, None, line.start, line.start, line.end)
    open_nodes: list[int] = []
    for i, ordinal in enumerate(ordinals):
        end = ordinals[i + 1].start if i + 1 < len(ordinals) else len(folded)
        while open_nodes and _rank(nodes[open_nodes[-1]]) >= ordinal.rank:
            open_nodes.pop()
        parent = open_nodes[-1] if open_nodes else None
        index = _add(nodes, parent, ordinal, ordinal.start, ordinal.end, ordinal.end)
        open_nodes.append(index)
        _fill(folded, nodes, open_nodes, end)
    return nodes


def _rank(node: _Node) -> int:
    return node.ordinal.rank if node.ordinal else -1


def _add(nodes: list[_Node], parent: int | None, ordinal: Ordinal | None, start: int, body: int, end: int) -> int:
    depth = 0 if parent is None else nodes[parent].depth + 1
    nodes.append(_Node(parent, depth, ordinal, start, body, end))
    if parent is not None:
        nodes[parent].children.append(len(nodes) - 1)
    return len(nodes) - 1


def _fill(folded: str, nodes: list[_Node], open_nodes: list[int], end: int) -> None:
    """Give the clause opened last its own words up to *end*: a heading or first line, then paragraphs."""
    index = open_nodes[-1]
    node = nodes[index]
    lines = _lines(folded, node.body_start, end)
    if not lines:
        return
    first, rest = lines[0], lines[1:]
    heading, remainder = _heading(folded, node, first)
    if remainder is None:
        remainder_of_chapter = _run_in_formula(folded, nodes, index, first)
        if remainder_of_chapter is not None:
            first = trimmed(folded, first.start, remainder_of_chapter.start)
            heading = first
            rest = [remainder_of_chapter, *rest]
    elif remainder.start > first.start:
        rest = [remainder, *rest]
        first = trimmed(folded, first.start, remainder.start)
    node.heading = heading
    if heading is not None and node.parent is not None:
        nodes[node.parent].names.add(_NAME_STOPS.split(heading.of(folded), maxsplit=1)[0].strip())
    node.body_end = first.end
    for line in rest:
        parent = open_nodes[-1]
        if node.parent is not None and _OF_CHAPTER.match(folded, line.start, line.end):
            # A formula of the whole chapter closes every item that is open.
            while len(open_nodes) > 1:
                open_nodes.pop()
            parent = open_nodes[-1]
        _add(nodes, parent, None, line.start, line.start, line.end)


def _heading(folded: str, node: _Node, line: Span) -> tuple[Span | None, Span | None]:
    """Return the heading at the start of *line* and what runs on behind it on the same line, if anything does."""
    words = folded[line.start : line.end]
    known = 0
    if node.ordinal is not None and node.ordinal.style in (BARE, CHAPTER, PART) and node.parent is None:
        section = section_heading(words)
        known = section[1] if section else 0
    elif node.ordinal is not None and node.ordinal.style == ARTICLE:
        split = split_heading(words)
        known = split.end() if split and words[split.end() : split.end() + 1] in "。：" else 0
    elif node.ordinal is not None:
        known = item_heading_end(words)
    stop = words.find("。")
    if known and not words[known:].strip("。： "):
        return trimmed(folded, line.start, line.start + known), None
    if stop < 0 and "；" not in words and len(words) <= _HEADING_LIMIT and not (known and "：" in words[known:]):
        gap = words.find(" ")
        if known and 0 < gap <= known + 1 and gap + 1 < len(words):
            return Span(line.start, line.start + gap), trimmed(folded, line.start + gap, line.end)
        if "，" not in words:
            return trimmed(folded, line.start, line.start + len(words.rstrip("："))), None
    if not known:
        return None, None
    start = line.start + known
    return Span(line.start, start), _behind_mark(folded, start, line.end)


def _behind_mark(folded: str, start: int, end: int) -> Span:
    while start < end and folded[start] in "。： ":
        start += 1
    return trimmed(folded, start, end)


def _run_in_formula(folded: str, nodes: list[_Node], index: int, line: Span) -> Span | None:
    """Return the sentence of the whole chapter that runs on behind the last item of a list on one line.

    Without a line break 「（三）丙处甲科与某办公室合署办公。」 can be parted only where a unit named before begins.
    """
    node = nodes[index]
    if node.parent is None or "合署办公" not in folded[line.start : line.end]:
        return None
    siblings = nodes[node.parent].names
    for joint in _JOINTS.finditer(folded, line.start, line.end):
        for at in range(max(line.start + 1, joint.start() - _LONGEST_NAME), joint.start()):
            if folded[at : joint.start()] in siblings:
                return Span(at, line.end)
    return None


def _lines(folded: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    at = start
    while at < end:
        stop = folded.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = trimmed(folded, at, stop)
        if len(line):
            lines.append(line)
        at = stop + 1
    return lines


def _close(folded: str, nodes: list[_Node]) -> None:
    """Set where each clause ends: at its last descendant's end."""
    for node in nodes:
        node.end = max(node.body_end, node.body_start)
    for node in reversed(nodes):
        if node.parent is not None:
            parent = nodes[node.parent]
            parent.end = max(parent.end, node.end)
    for node in nodes:
        span = trimmed(folded, node.start, node.end)
        node.start, node.end = span.start, span.end


def section_kind_of(outline: Outline, index: int) -> SectionKind | None:
    """Return what the heading of section *index* says it is about, None where it has no heading or an unknown one."""
    heading = outline.heading(index)
    if heading is None:
        return None
    found = section_heading(heading.of(outline.folded))
    return found[0] if found else None
