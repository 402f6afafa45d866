"""How long an entry takes until it is saved: on the disk, in a review file that holds many already.

Times depend on the disk; the last column is a plain write of the same document to a file, flushed to the same disk.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Anchor, Opinion, OpinionCategory, Person, Revision
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.annotations import annotation_of, canonical, entry_id_for, seal
from eitc_desktop.store.reviews import ReviewFile

SIZES = (2_000, 40_000)
AUTHOR = Person("陈敏", "办公室", "11111111-1111-4111-8111-111111111111")


def revision(number: int) -> Revision:
    """An opinion as long as people's are, on one of some hundred places."""
    place = number % 400
    anchor = Anchor(
        "a" * 64,
        FactRef(FactKind.DUTY_ITEM, place // 4, place % 4),
        f"二（{place // 4}）",
        Span(40 * place, 40 * place + 36),
        "拟订并组织实施本市产业发展规划和政策，推进产业结构战略性调整和优化升级",
        "负责综合协调本市工业和信息化发展，监测分析运行态势，统计并发布信息",
        "；提出优化产业布局的政策建议，组织拟订行业技术规范并实施相关工作",
    )
    content = Opinion(
        OpinionCategory.SUGGESTION,
        f"第 {number} 条意见：建议明确由哪一处室牵头，并写明与相关部门的衔接方式。",
        "拟订并组织实施本市产业发展规划和政策，会同有关部门推进产业结构调整和优化升级",
        "现有表述未明确牵头处室，执行中容易出现衔接不畅的情况。",
        "办公室",
        "陈敏",
    )
    return seal(entry_id_for("benchmark", str(number)), (), AUTHOR, "2026-11-27T04:00:00Z", anchor, content)


def milliseconds(action: Callable[[], object]) -> float:
    """Time of an action by the clock."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def percentiles(times: list[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 don't exceed."""
    return statistics.median(times), statistics.quantiles(times, n=100, method="inclusive")[94]


def flushed(path: Path, entries: list[Revision]) -> list[float]:
    """Times of the least that any program must do: append the document, and wait for the disk."""
    documents = [canonical(annotation_of(one)) for one in entries]
    with path.open("ab", buffering=0) as file:

        def write(document: bytes) -> None:
            file.write(document)
            os.fsync(file.fileno())

        return [milliseconds(lambda document=document: write(document)) for document in documents]


def measure(folder: Path, size: int, entries: int) -> None:
    """Make a file of so many revisions, add entries one by one, and print how long that took."""
    path = folder / f"{size}.review.db"
    with ReviewFile.open(path) as file:
        held = list(map(revision, range(size)))
        all_at_once = milliseconds(lambda: file.add(held))
        added = [revision(size + number) for number in range(entries)]
        times = [milliseconds(lambda one=one: file.add([one])) for one in added]
    plain = flushed(folder / f"{size}.plain", added)
    file = ReviewFile.open(path)
    reading = milliseconds(file.revisions)
    file.close()
    opening = milliseconds(lambda: ReviewFile.open(path).close())
    (p50, p95), (plain50, plain95) = percentiles(times), percentiles(plain)
    print(f"{size:>7,} revisions held: an entry saved in p50 {p50:.2f}, p95 {p95:.2f}, at most {max(times):.2f} ms")
    print(f"{'':>26}a plain flushed write p50 {plain50:.2f}, p95 {plain95:.2f} ms")
    print(f"{'':>26}all added at once {all_at_once:.0f}, opened {opening:.0f}, read {reading:.0f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how long an entry takes until it is saved.")
    parser.add_argument("--entries", type=int, default=500, help="entries added one by one (500)")
    parser.add_argument("--folder", type=Path, help="where the files are made: the disk that is measured")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        for size in SIZES:
            measure(Path(folder), size, asked.entries)


if __name__ == "__main__":
    main()
