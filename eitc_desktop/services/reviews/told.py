"""Reviews in words and JSON, for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eitc_desktop.model.review import Person
from eitc_desktop.reviewing.annotations import annotation_of, kind_of
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.listing import (
    kinds_among,
    local_time,
    office_named,
    place_words,
    said_of,
    state_words,
)
from eitc_desktop.services.reviews.preview import NEWS, Preview
from eitc_desktop.services.reviews.words import CONFIDENCES, TWO_DRAFTS, WITHDRAWN, kind_words


def described(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield one line for each entry, and one that counts them."""
    for entry in entries:
        yield _line(entry)
    counts = "、".join(f"{phrase} {count}" for phrase, count in kinds_among(entries).items())
    yield f"共 {len(entries)} 条" + (f"：{counts}" if counts else "")


def document(entries: Iterable[Entry]) -> list[dict[str, object]]:
    """Return entries as JSON has them; ``heads`` are W3C Web Annotations, several where there are two drafts."""
    return [
        {
            "entry": entry.id,
            "kind": kind_of(entry.content),
            "place": str(place_words(entry)),
            "text": str(said_of(entry.content)),
            "office": office_named(entry),
            "author": {"name": entry.author.name, "office": entry.author.office},
            "made_at": entry.made_at,
            "changed_at": entry.changed_at,
            "withdrawn": entry.withdrawn,
            "in_conflict": entry.in_conflict,
            "revisions": len(entry.history),
            "heads": [annotation_of(head) for head in entry.heads],
        }
        for entry in entries
    ]


def previewed(parts: Sequence[Preview], together: Preview) -> Iterator[str]:
    """Yield what taking files in would bring: each file by itself, what is new in them, all of it in sum."""
    for part in parts:
        before = f"；{local_time(part.earlier[0])} 并入过" if part.earlier[0] else ""
        yield f"{part.paths[0].name}：{people(part.authors)}；{_counted(part)}{before}"
    for arrival in together.fresh:
        lost = (CONFIDENCES[Confidence.NONE],) if together.is_lost(arrival) else ()
        yield f"{'、'.join(map(str, (NEWS[arrival.news], *lost)))}｜{_line(arrival.after)}"
    for origin in together.origins:
        if not origin.here:
            yield f"注意：{origin.entries} 条依据的原文不在数据库中：{origin.name or '名称未知'}（{origin.digest}）"
    yield f"合计 {_counted(together)}"


def taken(together: Preview) -> str:
    """Return what was taken in, in one line."""
    return f"已并入 {len(together.paths)} 个文件，{_counted(together)}"


def people(persons: Iterable[Person]) -> str:
    """Return people with their offices in a row."""
    return "、".join(f"{person.name}（{person.office}）" if person.office else person.name for person in persons)


def _counted(told: Preview) -> str:
    counts = f"{len(told.arrivals)} 条：新增 {told.new}、有改动 {told.newer}、已有 {told.known}"
    others = (
        (TWO_DRAFTS, told.drafts),
        (WITHDRAWN, told.withdrawn),
        ("改动他人的", told.by_others),
        (CONFIDENCES[Confidence.MOVED], told.placed.get(Confidence.MOVED, 0)),
        (CONFIDENCES[Confidence.SIMILAR], told.placed.get(Confidence.SIMILAR, 0)),
        (CONFIDENCES[Confidence.NONE], told.unplaced),
    )
    return counts + "".join(f"；{words} {count}" for words, count in others if count)


def _line(entry: Entry) -> str:
    said = " ／ ".join(dict.fromkeys(str(said_of(head.content)) for head in entry.heads))
    cells = (kind_words(entry.content), place_words(entry), said, office_named(entry), entry.author.name)
    state = "、".join(map(str, state_words(entry)))
    return "｜".join(filter(None, (*map(str, cells), local_time(entry.changed_at), state)))
