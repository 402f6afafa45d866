"""What taking in packages would bring, in the window's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from eitc_desktop.gui.review.entry_rows import entry_columns, entry_row, people_said, sentences
from eitc_desktop.gui.review.rows import Column, LazyRows, Row, Tone
from eitc_desktop.gui.wording import in_the_window, listed, said
from eitc_desktop.reviewing.merging import Arrival, News
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.services.reviews.carrying import Refused, Source
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.preview import NEWS, Preview
from eitc_desktop.services.reviews.words import CONFIDENCES, TWO_DRAFTS, WITHDRAWN

_SHORT = 12  # digits of a digest that tell texts apart to the eye


class ImportWords(QObject):
    """Rows and sentences of the dialog in which packages are taken in."""

    def file_columns(self) -> tuple[Column, ...]:
        """Return the headings of the list of files."""
        return (
            Column(self.tr("文件"), 9, stretch=True),
            Column(self.tr("审阅人；未读取的原因"), 9.5, stretch=True),
            Column(said(NEWS[News.NEW]), 2.5, right=True),
            Column(said(NEWS[News.NEWER]), 3, right=True),
            Column(said(NEWS[News.KNOWN]), 2.5, right=True),
            Column(said(TWO_DRAFTS), 4, right=True),
            Column(said(WITHDRAWN), 3, right=True),
            Column(self.tr("改动他人的"), 5, right=True),
            Column(said(CONFIDENCES[Confidence.NONE]), 4, right=True),
        )

    def file_row(self, found: tuple[Source, Preview] | Refused) -> Row:
        """Return what one file would bring, or why it was refused."""
        if isinstance(found, Refused):
            reason = in_the_window(found.error)
            return Row((found.path.name, reason, *[""] * 7), found.path, Tone.BAD, tip=f"{found.path}\n{reason}")
        source, preview = found
        numbers = (
            preview.new,
            preview.newer,
            preview.known,
            preview.drafts,
            preview.withdrawn,
            preview.by_others,
            preview.unplaced,
        )
        people = people_said(preview.authors)
        if preview.earlier[0]:
            people = self.tr("{0}；{1} 并入过").format(people, local_time(preview.earlier[0]))
        cells = (source.path.name, people, *(str(number) for number in numbers))
        tone = Tone.USUAL if preview.fresh else Tone.MUTED
        return Row(cells, source.path, tone, (source.path.name, people, *numbers), tip=f"{source.path}\n{people}")

    def waiting_row(self, path: Path) -> Row:
        """Return a file that is being read."""
        return Row((path.name, self.tr("正在读取…"), *[""] * 7), path, Tone.MUTED, tip=str(path))

    def waiting(self, count: int) -> str:
        """Say what is to be done, or waited for."""
        if not count:
            return self.tr("请添加对方交来的审阅包（.eitcreview）。可以一次添加多个，先后次序不影响结果。")
        return self.tr("正在读取 {0} 个文件…").format(count)

    def taking(self, count: int) -> str:
        """Say that entries are being written down."""
        return self.tr("正在并入 {0} 条…").format(count)

    def sums(self, together: Preview, refused: int) -> str:
        """Say what all files together would bring."""
        counted = self._counted(together) if together.paths else ""
        words: list[str] = []
        earlier = [one for one in zip(together.paths, together.earlier, strict=True) if one[1]]
        if len(earlier) == 1:
            words.append(self.tr("{0} 已于 {1} 并入过。").format(earlier[0][0].name, local_time(earlier[0][1])))
        elif earlier:
            words.append(self.tr("其中 {0} 个文件以前并入过。").format(len(earlier)))
        if refused:
            words.append(self.tr("{0} 个文件未读取，并入时略过。").format(refused))
        if together.by_others:
            words.append(self.tr("有 {0} 条是对他人录入的改动，原稿仍留在历次修改中。").format(together.by_others))
        if together.drafts:
            words.append(self.tr("有 {0} 条将两稿并存，两稿都保留。").format(together.drafts))
        words += self._elsewhere(together)
        return "\n".join(filter(None, (counted, sentences(words))))

    def news_columns(self) -> tuple[Column, ...]:
        """Return the headings of the entries that would be new."""
        return (Column(self.tr("并入后"), 10.5), *entry_columns()[:-1])

    def news_rows(self, told: Preview, arrivals: Iterable[Arrival]) -> Sequence[Row]:
        """Return those entries of *told*: first the ones that need somebody's look."""
        ordered = sorted(arrivals, key=lambda one: _unremarkable(told, one))
        return LazyRows(ordered, lambda arrival: self._news_row(arrival, lost=told.is_lost(arrival)))

    def _news_row(self, arrival: Arrival, *, lost: bool) -> Row:
        newer = arrival.news is not News.NEW and arrival.by_others
        words = [self.tr("他人改动") if newer else said(NEWS[arrival.news])]
        entry = arrival.after
        named = ((entry.in_conflict, TWO_DRAFTS), (entry.withdrawn, WITHDRAWN), (lost, CONFIDENCES[Confidence.NONE]))
        words += [said(phrase) for applies, phrase in named if applies]
        row = entry_row(entry)
        tone = Tone.BAD if entry.in_conflict or lost else Tone.MUTED if entry.withdrawn else Tone.ENTERED
        return Row((listed(words), *row.cells[:-1]), row.key, tone)

    def _counted(self, together: Preview) -> str:
        if not together.fresh:
            return self.tr("共 {0} 个文件、{1} 条，都已在审阅中，没有新内容。").format(
                len(together.paths), len(together.arrivals)
            )
        return self.tr("共 {0} 个文件、{1} 条：新增 {2}、有改动 {3}、已有 {4}。").format(
            len(together.paths), len(together.arrivals), together.new, together.newer, together.known
        )

    def _elsewhere(self, together: Preview) -> list[str]:
        """Say what was made on other texts, and how much of it finds its place again."""
        placed = together.placed
        words: list[str] = []
        if placed.get(Confidence.MOVED) or placed.get(Confidence.SIMILAR):
            words.append(
                self.tr("按另一版本录入的，原文相同 {0} 条、相近 {1} 条，已找到位置。").format(
                    placed.get(Confidence.MOVED, 0), placed.get(Confidence.SIMILAR, 0)
                )
            )
        if together.unplaced:
            words.append(
                self.tr("有 {0} 条在当前规定中未能定位，并入后列在“未能定位”中，可以手工定位。").format(
                    together.unplaced
                )
            )
        foreign = [origin for origin in together.origins if not origin.here]
        if foreign:
            named = listed(
                self.tr("{0}（{1}…）").format(origin.name or self.tr("名称未知"), origin.digest[:_SHORT])
                for origin in foreign
            )
            words.append(self.tr("所依据的 {0} 份原文不在当前数据库中：{1}。").format(len(foreign), named))
        return words


def _unremarkable(told: Preview, arrival: Arrival) -> tuple[bool, bool, bool, bool]:
    return (
        not arrival.after.in_conflict,
        not told.is_lost(arrival),
        not arrival.withdrawn_now,
        not arrival.by_others,
    )
