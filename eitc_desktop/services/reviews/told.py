"""Reviews in words and JSON, for the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from eitc_desktop.model.review import Allotment, Content, Handling, Person, Reply, Revision
from eitc_desktop.reviewing.allocation import column_order, row_order
from eitc_desktop.reviewing.annotations import annotation_of, kind_of
from eitc_desktop.reviewing.merging import Arrival, News
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.reviewing.review import Entry
from eitc_desktop.services.reviews.listing import (
    entered_by,
    entries_in,
    kinds_among,
    local_time,
    office_named,
    place_words,
    said_of,
    scenario_of,
    state_words,
)
from eitc_desktop.services.reviews.preview import NEWS, Preview
from eitc_desktop.services.reviews.words import CONFIDENCES, TWO_DRAFTS, WITHDRAWN, kind_words

_OPENING = 16  # characters of an opinion by which it is named


class Teller:
    """Puts entries in lines; *known* are all there are, of which those are named that others speak of.

    *confidences* tell by entry how sure its place on the provision shown is, where that was looked for.
    """

    def __init__(self, known: Iterable[Entry], confidences: Mapping[str, Confidence] | None = None) -> None:
        self._known = {entry.id: entry for entry in known}
        self._confidences = confidences or {}

    def listed(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Yield one line for each entry, the numbers of a scenario in its own order, and one that counts them."""
        entries = sorted(entries, key=_in_scenario)
        for entry in entries:
            yield self.line(entry)
        counts = "、".join(f"{phrase} {count}" for phrase, count in kinds_among(entries).items())
        yield f"共 {len(entries)} 条" + (f"：{counts}" if counts else "")

    def line(self, entry: Entry) -> str:
        """Return what an entry is, where it was made, what it says, whose it is, and what else is to be known."""
        said = " ／ ".join(dict.fromkeys(self._said(entry, head) for head in entry.heads))
        place = self.scenario_name(entry) or str(place_words(entry))
        cells = (kind_words(entry.content), place, said, office_named(entry), entered_by(entry))
        states = [*map(str, state_words(entry))]
        confidence = self._confidences.get(entry.id, Confidence.EXACT)
        if confidence is not Confidence.EXACT:
            states.append(str(CONFIDENCES[confidence]))
        return "｜".join(filter(None, (*map(str, cells), local_time(entry.changed_at), "、".join(states))))

    def scenario_name(self, entry: Entry) -> str:
        """Return what the scenario is called that *entry* is a number of; empty where it is none."""
        scenario = self._known.get(scenario_of(entry))
        return "" if scenario is None else str(said_of(scenario.content))

    def _said(self, entry: Entry, head: Revision) -> str:
        said = str(said_of(head.content))
        if entry.in_conflict and head.withdrawn:
            said += f"（{WITHDRAWN}）"
        answered = self._known.get(_answered_by(head.content))
        if answered is not None:
            said += f"（针对{answered.author.name}：{_opening(str(said_of(answered.content)))}）"
        return said


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


def previewed(parts: Sequence[Preview], together: Preview, known: Iterable[Revision]) -> Iterator[str]:
    """Yield what taking files in would bring: each file by itself, what is new in them, all of it in sum.

    What somebody must look at comes first; the numbers of scenarios are only counted. *known* is what was there.
    """
    for part in parts:
        before = f"；{local_time(part.earlier[0])} 并入过" if part.earlier[0] else ""
        yield f"{part.paths[0].name}：{people(part.authors)}；{_counted(part)}{before}"
    entries = {entry.id: entry for entry in entries_in(known)} | {one.after.id: one.after for one in together.arrivals}
    teller = Teller(entries.values(), together.placements)
    numbers: Counter[str] = Counter()
    for arrival in sorted(together.fresh, key=partial(_urgency, together)):
        if _is_plain_number(together, arrival):
            numbers[f"{NEWS[arrival.news]}｜分配数｜{teller.scenario_name(arrival.after)}"] += 1
        else:
            yield f"{_news_of(arrival)}｜{teller.line(arrival.after)}"
    yield from (f"{words}：{count} 个" for words, count in numbers.items())
    yield from _unknown_origins(together)
    yield f"合计 {_counted(together)}"


def taken(together: Preview) -> Iterator[str]:
    """Yield what was taken in, in one line, and what is to be known of it."""
    yield from _unknown_origins(together)
    yield f"已并入 {len(together.paths)} 个文件，{_counted(together)}"


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


def _unknown_origins(together: Preview) -> Iterator[str]:
    for origin in together.origins:
        if not origin.here:
            yield f"注意：{origin.entries} 条依据的原文不在数据库中：{origin.name or '名称未知'}（{origin.digest}）"


def _urgency(together: Preview, arrival: Arrival) -> int:
    """Return what comes first: two drafts, what others changed, what has no place, what is newer, what is new."""
    return next(
        number
        for number, applies in enumerate(
            (
                arrival.after.in_conflict,
                bool(arrival.by_others),
                together.is_lost(arrival),
                arrival.news is not News.NEW,
                True,
            )
        )
        if applies
    )


def _is_plain_number(together: Preview, arrival: Arrival) -> bool:
    return bool(scenario_of(arrival.after)) and not together.needs_a_look(arrival) and not arrival.by_others


def _news_of(arrival: Arrival) -> str:
    changers = "、".join(dict.fromkeys(one.author.name for one in arrival.by_others))
    return f"{NEWS[arrival.news]}（{changers}改动）" if changers else str(NEWS[arrival.news])


def _in_scenario(entry: Entry) -> tuple[object, ...]:
    """Return by what entries are sorted that are numbers of scenarios; all others stay in their order before them."""
    content = entry.content
    if not isinstance(content, Allotment):
        return ("",)
    return content.scenario, row_order(content.row), column_order(content.column)


def _answered_by(content: Content) -> str:
    match content:
        case Reply(to=entry) | Handling(of=entry):
            return entry
        case _:
            return ""


def _opening(words: str) -> str:
    return words if len(words) <= _OPENING else f"{words[:_OPENING]}…"
