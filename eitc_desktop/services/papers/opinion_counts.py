"""How many offices were asked and answered, and what became of their opinions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from eitc_desktop.model.review import (
    Adoption,
    AskedOffice,
    Content,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Reply,
    Verdict,
)
from eitc_desktop.reviewing.review import Entry, Review
from eitc_desktop.services.papers.authorship import answers_of

_OPINION, _TAKEN, _CONTENT, _REMARK = "opinion", "taken", "content", "remark"


class Feedback(Enum):
    """What an office did, the most that it did."""

    COMMENTED = auto()  # 提出意见
    CONTENT = auto()  # 无意见
    REVIEWED = auto()  # verdicts or replies, and nothing else
    SILENT = auto()  # 未反馈


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """What one office entered: so many ``opinions``, ``taken`` (opinions that somebody else withdrew), 无意见
    (``content``), and ``remarks``: verdicts and replies.

    ``through`` are the offices that answered for it, because their names begin with its name; ``itself`` says whether
    it answered under its own, too.
    """

    name: str
    opinions: int
    taken: int
    content: int
    remarks: int
    itself: bool
    through: tuple[str, ...]

    @property
    def feedback(self) -> Feedback:
        """What counts: an office that has given an opinion is none of those without, though it has said 无意见 too."""
        if self.opinions or self.taken:
            return Feedback.COMMENTED
        if self.content:
            return Feedback.CONTENT
        return Feedback.REVIEWED if self.remarks else Feedback.SILENT

    @property
    def through_words(self) -> str:
        """Which other offices answered for this one, in brackets; empty where none did."""
        also = "另" if self.itself else ""
        return f"（{also}由{'、'.join(self.through)}反馈）" if self.through else ""


NO_ANSWER = OfficeAnswer("", 0, 0, 0, 0, itself=False, through=())


class Homes:
    """Knows for which office that was asked another one answers.

    Offices are asked by their names (市财政局) and answer by those of their divisions (市财政局行政政法处). So an
    office answers for the one asked whose name its own begins with, the longest of these; one that was asked itself,
    for itself. This is inferred from names, so papers say it.
    """

    def __init__(self, asked: Iterable[str]) -> None:
        self._asked = frozenset(office_key(name) for name in asked)
        self._longest = max((len(key) for key in self._asked), default=0)

    def of(self, office: str) -> str:
        """Return the key of the office that *office* answers for: its own, where no name that was asked fits."""
        key = office_key(office)
        ends = range(min(len(key), self._longest), 0, -1)
        return next((key[:end] for end in ends if key[:end] in self._asked), key)


@dataclass(frozen=True, slots=True)
class OfficeCounts:
    """Offices by what they did: those asked as entered, all others by name.

    无意见 is an answer, as in the 意见汇总处理表 of standards, whose 回函单位 are those with opinions and those
    without; so are verdicts and replies of an office that was asked. No office's answer is lost because somebody else
    withdrew it.
    """

    asked_answers: tuple[OfficeAnswer, ...]
    unasked_answers: tuple[OfficeAnswer, ...]
    homes: Homes

    @property
    def asked(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.asked_answers)

    @property
    def commented(self) -> tuple[str, ...]:
        return _names_with(Feedback.COMMENTED, self.asked_answers)

    @property
    def content(self) -> tuple[str, ...]:
        return _names_with(Feedback.CONTENT, self.asked_answers)

    @property
    def reviewed(self) -> tuple[str, ...]:
        return _names_with(Feedback.REVIEWED, self.asked_answers)

    @property
    def silent(self) -> tuple[str, ...]:
        return _names_with(Feedback.SILENT, self.asked_answers)

    @property
    def unasked_commented(self) -> tuple[str, ...]:
        return _names_with(Feedback.COMMENTED, self.unasked_answers)

    @property
    def unasked_content(self) -> tuple[str, ...]:
        return _names_with(Feedback.CONTENT, self.unasked_answers)

    @property
    def both(self) -> tuple[str, ...]:
        """Offices with opinions that said 无意见, too."""
        answers = (*self.asked_answers, *self.unasked_answers)
        return by_name(one.name for one in answers if one.content and one.feedback is Feedback.COMMENTED)

    @property
    def answered(self) -> int:
        """反馈 of the offices asked."""
        return len(self.asked_answers) - len(self.silent)

    def answer_of(self, office: str) -> OfficeAnswer | None:
        """Return what the office entered that *office* answers for; None for one that isn't known."""
        key = self.homes.of(office)
        answers = (*self.asked_answers, *self.unasked_answers)
        return next((one for one in answers if office_key(one.name) == key), None)

    @property
    def order(self) -> tuple[str, ...]:
        """All offices: as asked, then the others by name."""
        return (*self.asked, *(one.name for one in self.unasked_answers))


def office_counts(review: Review) -> OfficeCounts:
    """Return what the offices of *review* did. Names that differ in blanks only are one office's."""
    asked = _names(one.content.name for one in review.asked if isinstance(one.content, AskedOffice))
    homes = Homes(asked)
    others: dict[str, str] = {}
    told: dict[str, Counter[str]] = defaultdict(Counter)
    under: dict[str, dict[str, str]] = defaultdict(dict)  # the names that each office answered by
    for entry in answers_of(review):
        office, kind = _answer_of(entry)
        key = homes.of(office)
        if key not in asked:
            if kind == _REMARK or not _is_named(entry.content):
                continue
            others.setdefault(key, office)
        told[key][kind] += 1
        under[key].setdefault(office_key(office), office)

    def answer(key: str, name: str) -> OfficeAnswer:
        count, names = told[key], under[key]
        through = by_name(one for own, one in names.items() if own != key)
        return OfficeAnswer(
            name, count[_OPINION], count[_TAKEN], count[_CONTENT], count[_REMARK], key in names, through
        )

    keys = {name: key for key, name in others.items()}
    return OfficeCounts(
        tuple(answer(key, name) for key, name in asked.items()),
        tuple(answer(keys[name], name) for name in by_name(keys)),
        homes,
    )


def _answer_of(entry: Entry) -> tuple[str, str]:
    """Return whose answer an entry is, and which kind of one; no office's name where it is none's.

    It is the answer of who an opinion is said to come from; where that isn't said, of its author's office, but for
    what was typed in for somebody else.
    """
    content = entry.content
    match content:
        case Opinion() | NoOpinion():
            kind = _CONTENT if isinstance(content, NoOpinion) else _TAKEN if entry.withdrawn else _OPINION
            return content.office if _is_named(content) or content.on_behalf else entry.author.office, kind
        case Reply() | Verdict():
            return entry.author.office, _REMARK
        case _:
            return "", _REMARK


def _is_named(content: Content) -> bool:
    return isinstance(content, Opinion | NoOpinion) and bool(office_key(content.office))


def _names_with(feedback: Feedback, answers: Iterable[OfficeAnswer]) -> tuple[str, ...]:
    return tuple(one.name for one in answers if one.feedback is feedback)


def handling_counts(review: Review, opinions: Iterable[Entry]) -> Mapping[tuple[OpinionCategory, Adoption | None], int]:
    """Return how many of *opinions* are of each 类别 and 采纳情况; None is 未处理."""
    found = Counter[tuple[OpinionCategory, Adoption | None]]()
    for entry in opinions:
        if isinstance(entry.content, Opinion):
            found[entry.content.category, adoption_of(review, entry)] += 1
    return found


def adoption_of(review: Review, entry: Entry) -> Adoption | None:
    """Return the 采纳情况 of an opinion, None where nobody has handled it; of two drafts the newer counts."""
    handling = review.handling_of(entry.id)
    return None if handling is None else getattr(handling.content, "adoption", None)


def office_key(name: str) -> str:
    """Return what two spellings of one office's name have in common."""
    return "".join(name.split())


def by_name(names: Iterable[str]) -> tuple[str, ...]:
    """Return *names* in the order of their pinyin, as far as GB 18030 has it: its common characters stand in that."""
    return tuple(sorted(names, key=lambda name: name.encode("gb18030", "replace")))


def _names(names: Iterable[str]) -> dict[str, str]:
    """Return the names that aren't empty by their key, in order, as they were first spelt."""
    found: dict[str, str] = {}
    for name in names:
        if office_key(name):
            found.setdefault(office_key(name), name)
    return found
