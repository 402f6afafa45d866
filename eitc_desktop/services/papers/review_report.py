"""审阅报告: what was reviewed by whom, where reviewers differ, what they would have otherwise, for whoever decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping
from eitc_desktop.model.papers import Block, Dossier, Heading, Paragraph, Standing
from eitc_desktop.model.provision import Provision
from eitc_desktop.reviewing.review import Review
from eitc_desktop.services.citing import Citing, document_name, item_mark
from eitc_desktop.services.papers.opinion_counts import office_counts
from eitc_desktop.services.papers.opinions import lead_words, reviewed_name
from eitc_desktop.services.papers.review_allocation import allocation_blocks
from eitc_desktop.services.papers.review_report_tables import (
    conflicts_table,
    opinion_counts_table,
    reviewers_table,
    signature_table,
    unplaced_entries,
    unplaced_table,
    verdicts_table,
)
from eitc_desktop.services.papers.review_words import NO_PLACE, REVIEWERS, reviewed_version, version_called
from eitc_desktop.services.papers.verdicts import is_objected, verdict_drafts
from eitc_desktop.services.reviews.progress import Progress, progress
from eitc_desktop.services.reviews.words import STANCES, TWO_DRAFTS

_AROUND_NUMBERS = re.compile(r"(?<=[^\x00-\x7f]) (?=\d)|(?<=\d) (?=[^\x00-\x7f])")  # names keep their blanks
_NUMERALS = "一二三四五六七八九十"


def review_report(provision: Provision, mapping: Mapping, review: Review) -> Dossier:
    """Return the report on *review*: what reviewers differ on or don't agree with first, then all other verdicts,
    opinions, allocations, and the boxes to sign in. All of it is what reviewers entered, which every page and every
    part says.
    """
    done = progress(review, provision, mapping)
    contested = _contested_items(review, done)
    parts: list[tuple[str, Iterable[Block]]] = [
        ("审阅概况", _overview(provision, review, done)),
        ("有分歧或有不同意见的职责对应", _contested(provision, mapping, review, contested)),
        ("其他职责对应的审阅情况", _reviewed(provision, mapping, review, done, contested)),
        ("未对应职责分项的审阅情况", _unmapped(provision, mapping, review, done, contested)),
        ("征求意见和采纳情况", _opinions(review)),
        ("编制分配方案", allocation_blocks(provision, review)),
        (f"{TWO_DRAFTS}和{NO_PLACE}的条目", _unsettled(provision, review)),
    ]
    blocks: list[Block] = [_preface()]
    for numeral, (name, content) in zip(_NUMERALS, parts, strict=False):
        blocks += [Heading(f"{numeral}、{name}", 1), *content]
    blocks.append(signature_table())
    return Dossier(f"{reviewed_name(provision)}审阅报告", tuple(blocks), provision.body.text, REVIEWERS)


def _preface() -> Paragraph:
    return Paragraph(
        f"本报告汇总{REVIEWERS}。绿字为审阅人录入，黑字引自三定规定原文，蓝字由程序比对或计算得出；职责对应的等级由程序按名称"
        "比对（B）或由有关人员研判（C）得出，不是规定所作的分配。",
        Standing.NOT_STATED,
    )


def _said(words: str) -> Paragraph:
    """Return what is told of the review as a paragraph: closed up around numbers, as running text is."""
    return Paragraph(_AROUND_NUMBERS.sub("", words), Standing.ENTERED)


def _nothing(words: str) -> Paragraph:
    return Paragraph(words, Standing.NOT_STATED)


def _overview(provision: Provision, review: Review, done: Progress) -> Iterator[Block]:
    yield Paragraph(f"审阅对象：{document_name(provision)}，{_AROUND_NUMBERS.sub('', reviewed_version(review))}。")
    others = Counter(one.anchor.provision for one in review.live if one.anchor.provision != review.digest)
    if others:
        told = "、".join(f"{version_called(review, digest)}（{count}条）" for digest, count in others.items())
        lost_entries = unplaced_entries(review)
        lost = f"，其中在本版本中{NO_PLACE}的{len(lost_entries)}条见第七部分" if lost_entries else ""
        yield _said(f"据另一版本录入的条目：{told}{lost}。")
    if done.total:
        unreviewed = done.total - done.reviewed
        partly = f"（其中 {done.disputed_unreviewed} 项未审完）" if done.disputed_unreviewed else ""
        none = "；没有分歧" if done.reviewed else ""
        disputed = f"；有分歧 {done.disputed} 项{partly}" if done.disputed else none
        yield _said(
            f"审阅进度：职责分项 {done.total} 项，已审 {done.reviewed}/{done.total}，未审 {unreviewed} 项{disputed}。"
        )
    if review.verdicts:
        placed = [entry for item in done.states for entry in review.verdicts_of_item(item)]
        counts = Counter(verdict.stance for _, verdict in verdict_drafts(placed))
        told = "／".join(f"{words} {counts[stance]}" for stance, words in STANCES.items())
        yield _said(f"对职责对应的意见 {counts.total()} 条：{told}。")
    yield reviewers_table(review)


class _Contested(NamedTuple):
    """Duty items that reviewers differ on, and others with whose correspondences somebody doesn't agree."""

    disputed: tuple[FactRef, ...]
    objected: tuple[FactRef, ...]

    @property
    def items(self) -> frozenset[FactRef]:
        return frozenset((*self.disputed, *self.objected))


def _contested_items(review: Review, done: Progress) -> _Contested:
    disputed = tuple(item for item in done.states if done.is_disputed(item))
    return _Contested(
        disputed, tuple(item for item in done.states if item not in disputed and is_objected(review, item))
    )


def _contested(p: Provision, mapping: Mapping, review: Review, contested: _Contested) -> Iterator[Block]:
    disputed, objected = len(contested.disputed), len(contested.objected)
    if not contested.items:
        nothing = "审阅人之间没有分歧，也没有人不同意或存疑。"
        yield _nothing(nothing if review.verdicts else "没有录入对职责对应的审阅意见。")
        return
    told = [
        *([f"有分歧的 {disputed} 项"] if disputed else ()),
        *([f"{'其他' if disputed else ''}有人不同意或存疑的 {objected} 项"] if objected else ()),
    ]
    yield _said(f"{'，'.join(told)}。")
    groups = (("有分歧", contested.disputed), ("不同意或存疑（没有分歧）", contested.objected))
    yield verdicts_table(p, mapping, review, [(f"{name}：{len(items)} 项", items) for name, items in groups if items])


def _reviewed(p: Provision, mapping: Mapping, review: Review, done: Progress, contested: _Contested) -> Iterator[Block]:
    linked = {link.item for link in mapping.duty_links}
    items = [i for i in done.states if i in linked and i not in contested.items and review.verdicts_of_item(i)]
    if items:
        yield verdicts_table(p, mapping, review, [("", items)])
    else:
        yield _nothing("没有其他已审的职责对应。" if review.verdicts else "没有录入。")


def _unmapped(p: Provision, mapping: Mapping, review: Review, done: Progress, contested: _Contested) -> Iterator[Block]:
    linked = {link.item for link in mapping.duty_links}
    unmapped = [item for item in done.states if item not in linked]
    if not unmapped:
        yield _nothing("没有未对应的职责分项。")
        return
    told = [i for i in unmapped if review.verdicts_of_item(i) and i not in contested.items]
    above = sum(item in contested.items for item in unmapped)
    if told:
        yield verdicts_table(p, mapping, review, [("", told)])
    citing = Citing(p)
    silent = [item_mark(citing, item) for item in unmapped if not review.verdicts_of_item(item)]
    if above:
        yield _said(f"有分歧或有不同意见的 {above} 项见第二部分。")
    if silent:
        yield _nothing(f"各级都没有对应、也没有审阅意见的{len(silent)}项：{'、'.join(silent)}。")


def _opinions(review: Review) -> Iterator[Block]:
    if not review.opinions and not review.no_opinions and not review.asked:
        yield _nothing("没有录入意见。")
        return
    for words in lead_words(review):
        yield _said(words)
    if review.opinions:
        yield opinion_counts_table(review)
        yield _nothing("意见原文、理由和逐条采纳情况见意见汇总表。")
    if office_counts(review).both:
        yield _said("既有意见又称无意见的单位按提出意见计。")


def _unsettled(p: Provision, review: Review) -> Iterator[Block]:
    conflicts: Sequence[Block] = conflicts_table(p, review)
    unplaced: Sequence[Block] = unplaced_table(review)
    if not conflicts and not unplaced:
        yield _nothing("没有。")
    yield from conflicts
    yield from unplaced
