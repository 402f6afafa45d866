"""Texts made to be slow to read: the time must grow with their length and no faster."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import suppress

from eitc_desktop.errors import EitcError
from eitc_desktop.reading import read_provision

HEAD = "根据《某方案》（某字〔2014〕20号）的规定，设立某市水务局，为市政府工作部门。\n"
OTHER = HEAD + "一、主要职责\n（一）负责供水。\n二、其他事项\n"
SMALL, LARGE = 40_000, 160_000


def times(unit: str, length: int) -> str:
    """A unit of text repeated up to a length in characters."""
    return unit * (length // len(unit) + 1)


KINDS: dict[str, Callable[[int], str]] = {
    "duties": lambda n: HEAD + "一、主要职责\n" + times("（一）负责拟订规划；组织实施标准。\n", n),
    "duties on one line": lambda n: HEAD + "一、主要职责" + times("（一）负责拟订规划；组织实施标准。", n),
    "one long duty": lambda n: HEAD + "一、主要职责\n（一）" + times("负责拟订规划，组织实施标准、", n) + "。",
    "many items": lambda n: HEAD + "一、主要职责\n（一）" + times("负责拟订规划；", n) + "。",
    "divisions": lambda n: HEAD + "一、内设机构\n设9个内设机构：\n" + times("（一）办公室（法制处）\n", n),
    "divisions in one sentence": lambda n: (
        HEAD + "一、内设机构\n设" + times("办公室、法制处（审批处）、", n) + "等9个内设机构。"
    ),
    "changes": lambda n: HEAD + "一、职能转变\n（一）取消的职责\n" + times("1.取消对某事的审批，转由某协会办理。\n", n),
    "one long change": lambda n: (
        HEAD + "一、职能转变\n（二）下放的职责\n将" + times("某事、", n) + "下放到" + times("某区、", n)
    ),
    "posts": lambda n: HEAD + "一、人员编制\n机关行政编制为294名。其中，" + times("主任1名，", n) + "。",
    "splits": lambda n: OTHER + "（一）与甲局的职责分工。" + times("1.甲局牵头负责某事，某市水务局配合。", n),
    "agencies": lambda n: OTHER + "（一）与甲局的职责分工。" + times("甲局、乙局、", n) + "配合。",
    "co-location": lambda n: HEAD + "一、内设机构\n（一）办公室\n" + times("办公室与人事处", n) + "合署办公。",
    "hosted": lambda n: OTHER + times("（一）某某办公室设在某市水务局。\n", n),
    "books": lambda n: HEAD + "一、主要职责\n（一）" + times("执行《某法》、", n) + "。",
    "open books": lambda n: HEAD + "一、主要职责\n（一）" + times("《", n),
    "no lines": lambda n: times("市政府设立某委员会的规定", n) + "一、主要职责（一）负责供水。",
    "opening brackets": lambda n: HEAD + "一、主要职责\n（一）" + times("（", n),
    "brackets": lambda n: HEAD + "一、内设机构\n" + times("（）", n),
    "digits": lambda n: HEAD + "一、人员编制\n编制" + times("1", n),
    "numerals": lambda n: HEAD + "一、人员编制\n编制" + times("十", n) + "名",
    "ordinals": lambda n: HEAD + "一、主要职责\n" + times("（一）", n),
    "sections": lambda n: HEAD + times("一、主要职责\n", n),
    "articles": lambda n: HEAD + times("第一条　主要职责\n", n),
    "blank lines": lambda n: HEAD + "一、主要职责\n（一）负责。" + times("\n", n),
    "spaces": lambda n: HEAD + "一、主要职责\n（一）负责" + times(" ", n) + "。",
    "full stops": lambda n: HEAD + "一、主要职责\n（一）" + times("。", n),
    "words of a change": lambda n: HEAD + "一、职能转变\n将" + times("将下放到经除外由", n) + "。",
    "words of a basis": lambda n: times("根据《关于", n),
    "setting up": lambda n: times("设立某局，", n) + "\n一、主要职责\n（一）负责供水。\n",
}


def seconds(text: str) -> float:
    """Least of two readings of a text, in seconds of processor time; a text that is refused counts too."""
    gc.collect()
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        with suppress(EitcError):
            read_provision(text)
        best = min(best, time.process_time() - start)
    return best


def worst_growth() -> tuple[str, float, float]:
    """Return the kind of text whose reading grows most when it is four times as long, with ratio and seconds."""
    results: list[tuple[float, str, float]] = []
    for kind, make in KINDS.items():
        small, large = seconds(make(SMALL)), seconds(make(LARGE))
        # What takes a moment only tells the clock's grain.
        results.append((large / max(small, 0.01), kind, large))
    ratio, kind, large = max(results)
    return kind, ratio, large
