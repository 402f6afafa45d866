"""Words that the papers of a review share: who entered something, where it stands, which of two drafts it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from eitc_desktop.model.facts import FactKind
from eitc_desktop.model.papers import Cell, CellLine, Standing
from eitc_desktop.model.provision import Provision
from eitc_desktop.model.review import Person, Reply, Revision
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.citing import Citing, item_mark, place_of
from eitc_desktop.services.papers.authorship import mover_of, rewriter_of, taken_from_author
from eitc_desktop.services.reviews.words import CONFIDENCES, NO_OPINION, WHOLE

REVIEWERS = "审阅人意见，非规定内容"
"""Stands on every page of a paper that holds what reviewers entered."""

NO_OFFICE = "未填单位"
NO_PLACE = str(CONFIDENCES[Confidence.NONE])
DASH = Cell((CellLine("—", Standing.NOT_STATED),))

_LONGEST = 400  # characters of the text that are quoted
_SHORTENED = 300


def entered(words: str) -> tuple[CellLine, ...]:
    """Return what was entered, a paragraph for each of its lines."""
    return tuple(CellLine(line.strip(), Standing.ENTERED) for line in words.splitlines() if line.strip())


def person_words(person: Person) -> str:
    """Return a reviewer's name with the office."""
    name = person.name or "未具名"
    return f"{name}（{person.office}）" if person.office else name


def time_words(made_at: str) -> str:
    """Return when something was entered, by the clock of this computer."""
    try:
        return datetime.fromisoformat(made_at).astimezone().strftime("%Y年%m月%d日%H:%M")
    except ValueError:
        return made_at


def short_digest(digest: str) -> str:
    """Return enough of a text's SHA-256 to tell versions apart."""
    return digest[:12]


def place_words(provision: Provision, citing: Citing, entry: Entry) -> str:
    """Return the clause that an entry is on, 全文, or where it was in the version that it was made on."""
    placed = entry.placement
    if entry.anchor.is_whole:
        return str(WHOLE)
    if placed.span is None:
        return entry.anchor.clause or NO_PLACE
    if placed.ref is not None and placed.ref.kind is FactKind.DUTY_ITEM and placed.ref in citing:
        return item_mark(citing, placed.ref)
    return placed.clause or place_of(provision, placed.span)


def quoted_words(provision: Provision, entry: Entry) -> Cell:
    """Return 原文: the words that an entry is on, as far as a table has room; those of another version beside them.

    They are the ones that the window shows: what is proposed instead stands for them and for no others. Words of
    another version are what the reviewer's file says of it, so they stand as entered.
    """
    placed = entry.placement
    if entry.anchor.is_whole:
        return DASH
    if placed.span is None:
        return Cell((CellLine(f"（另一版本）{_shortened(entry.anchor.exact)}", Standing.ENTERED),))
    lines = [CellLine(_shortened(placed.span.of(provision.text)))]
    if placed.confidence is Confidence.SIMILAR:
        lines.append(CellLine(f"（另一版本）{_shortened(entry.anchor.exact)}", Standing.ENTERED))
    return Cell(tuple(lines))


def version_called(review: Review, digest: str) -> str:
    """Return what the text of this digest is called, the beginning of the digest where that isn't known."""
    return review.versions.get(digest) or short_digest(digest)


def reviewed_version(review: Review) -> str:
    """Return which text a review's paper is on: what it is called where there are several of its body, its digest."""
    called = review.versions.get(review.digest, "")
    digest = f"文本校验码 {short_digest(review.digest)}"
    return "，".join((called, *(() if digest in called else (digest,)))) if called else digest


def version_words(entry: Entry, review: Review) -> str:
    """Return that an entry was made on another version and how it was placed here; empty where it wasn't."""
    placed = entry.placement
    if entry.anchor.provision == review.digest:
        return "" if placed.span is not None else f"{NO_PLACE}：所引文字与本规定不符"
    version = f"据另一版本（{version_called(review, entry.anchor.provision)}）提出"
    match placed.confidence:
        case Confidence.NONE:
            return f"{version}，在本版本中{NO_PLACE}"
        case Confidence.SIMILAR:
            return f"{version}，按相近文字定位（相似 {round(placed.likeness * 100)}%）"
        case _:
            return version if entry.anchor.is_whole else f"{version}，按相同文字定位"


def drafts_of(entry: Entry) -> tuple[tuple[str, Revision], ...]:
    """Return the states of an entry that count, each with what it is called: one without a name, or 稿一, 稿二 …"""
    if not entry.in_conflict:
        return (("", entry.current),)
    numerals = "一二三四五六七八九十"
    names = (f"稿{numerals[i] if i < len(numerals) else i + 1}" for i in range(len(entry.heads)))
    return tuple(zip(names, map(entry.origin, entry.heads), strict=True))


def draft_line(name: str, draft: Revision) -> tuple[CellLine, ...]:
    """Return the line above what one of several drafts says; none where there is one."""
    if not name:
        return ()
    gone = "，已撤回" if draft.withdrawn else ""
    words = f"［{name}：{person_words(draft.author)}，{time_words(draft.made_at)}{gone}］"
    return (CellLine(words, Standing.ENTERED),)


def hand_lines(entry: Entry) -> Iterator[CellLine]:
    """Yield who else had a hand in an entry: wrote its words anew, moved it, or took it back.

    Of several drafts each says whose it is.
    """
    if not entry.in_conflict:
        if rewriter := rewriter_of(entry, entry.current):
            yield CellLine(f"{person_words(rewriter)}改录", Standing.ENTERED)
        if mover := mover_of(entry, entry.current):
            yield CellLine(f"条款由{person_words(mover)}改定", Standing.ENTERED)
    if taken_from_author(entry):
        yield CellLine(f"{person_words(entry.current.author)}撤回", Standing.ENTERED)


def replies_by_entry(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return the answers among *entries* by the entry that they are to, oldest first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.content, Reply):
            found[entry.content.to].append(entry)
    return {to: sorted(replies, key=lambda one: one.made_at) for to, replies in found.items()}


def reply_lines(replies: Iterable[Entry]) -> Iterator[CellLine]:
    """Yield what the answers to an entry say, and who wrote them anew or took them back."""
    for one in replies:
        for name, draft in drafts_of(one):
            reply = draft.content
            if not isinstance(reply, Reply) or (draft.withdrawn and not one.withdrawn):
                continue
            words = "，".join(
                part for part in (str(NO_OPINION) if reply.no_objection else "", reply.text.strip()) if part
            )
            who = draft.author if name else one.author
            hands = [line.words for line in hand_lines(one)]
            which = "".join(f"（{part}）" for part in (name, "，".join(hands)) if part)
            first, *rest = words.splitlines() or [""]
            yield CellLine(f"{person_words(who)}回复{which}：{first}", Standing.ENTERED)
            yield from entered("\n".join(rest))


def _shortened(words: str) -> str:
    """Return a quotation as long as a table has room for."""
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_SHORTENED]}……（共 {len(line)} 字，以下从略）"
