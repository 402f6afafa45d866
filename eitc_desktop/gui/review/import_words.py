"""What taking in packages would bring, in the window's words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from eitc_desktop.gui.review.entry_rows import entry_columns, entry_row, people_said
from eitc_desktop.gui.review.rows import Column, Row, Tone
from eitc_desktop.gui.wording import in_the_window, listed, said
from eitc_desktop.reviewing.placing import Confidence
from eitc_desktop.services.reviews.carrying import Refused, Source
from eitc_desktop.services.reviews.preview import NOVELTIES, Arrival, Novelty, Preview
from eitc_desktop.services.reviews.words import CONFIDENCES, TWO_DRAFTS, WITHDRAWN

_SHORT = 12  # digits of a digest that tell texts apart to the eye


class ImportWords(QObject):
    """Rows and sentences of the dialog in which packages are taken in."""

    def file_columns(self) -> tuple[Column, ...]:
        """Return the headings of the list of files."""
        return (
            Column(self.tr("文件"), 9, stretch=True),
            Column(self.tr("审阅人；未读取的原因"), 9.5, stretch=True),
            Column(said(NOVELTIES[Novelty.NEW]), 2.5, right=True),
            Column(said(NOVELTIES[Novelty.NEWER]), 3, right=True),
            Column(said(NOVELTIES[Novelty.KNOWN]), 2.5, right=True),
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
            *(preview.count(novelty) for novelty in Novelty),
            preview.drafts,
            preview.withdrawn,
            preview.by_others,
            preview.unplaced,
        )
        people = people_said(preview.authors)
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

    def sums(self, together: Preview, refused: int) -> str:
        """Say what all files together would bring."""
        counted = self._counted(together) if together.paths else ""
        words: list[str] = []
        if refused:
            words.append(self.tr("{0} 个文件未读取，并入时略过。").format(refused))
        if together.by_others:
            words.append(self.tr("有 {0} 条是对他人录入的改动，原稿仍留在历次修改中。").format(together.by_others))
        if together.drafts:
            words.append(self.tr("有 {0} 条将两稿并存，两稿都保留。").format(together.drafts))
        words += self._elsewhere(together)
        return "\n".join(filter(None, (counted, "".join(words))))

    def news_columns(self) -> tuple[Column, ...]:
        """Return the headings of the entries that would be new."""
        return (Column(self.tr("并入后"), 8.5), *entry_columns()[:-1])

    def news_rows(self, arrivals: Iterable[Arrival]) -> list[Row]:
        """Return the entries of which something is new: first those that need somebody's look."""
        return [self.news_row(arrival) for arrival in sorted(arrivals, key=_unremarkable)]

    def news_row(self, arrival: Arrival) -> Row:
        """Return an entry of which something is new."""
        newer = arrival.novelty is Novelty.NEWER and arrival.by_others
        words = [self.tr("他人改动") if newer else said(NOVELTIES[arrival.novelty])]
        if arrival.drafts:
            words.append(said(TWO_DRAFTS))
        if arrival.withdrawn:
            words.append(said(WITHDRAWN))
        if arrival.placement is Confidence.NONE:
            words.append(said(CONFIDENCES[Confidence.NONE]))
        row = entry_row(arrival.history)
        odd = arrival.drafts or arrival.placement is Confidence.NONE
        tone = Tone.BAD if odd else Tone.MUTED if arrival.withdrawn else Tone.ENTERED
        return Row((listed(words), *row.cells[:-1]), row.key, tone)

    def _counted(self, together: Preview) -> str:
        if not together.fresh:
            return self.tr("共 {0} 个文件、{1} 条，都已在审阅中，没有新内容。").format(
                len(together.paths), len(together.arrivals)
            )
        return self.tr("共 {0} 个文件、{1} 条：新增 {2}、有改动 {3}、已有 {4}。").format(
            len(together.paths), len(together.arrivals), *(together.count(novelty) for novelty in Novelty)
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
        foreign = [origin for origin in together.origins if origin.body is None]
        if foreign:
            digests = listed(origin.digest[:_SHORT] for origin in foreign)
            words.append(self.tr("其中所依据的 {0} 份原文不在当前数据库中（{1}…）。").format(len(foreign), digests))
        return words


def _unremarkable(arrival: Arrival) -> tuple[bool, bool, bool, bool]:
    lost = arrival.placement is Confidence.NONE
    return not arrival.drafts, not lost, not arrival.withdrawn, not arrival.by_others
