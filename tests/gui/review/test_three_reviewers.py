"""Three officials review in windows of their own; a fourth takes their files in and makes the papers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.app import make_window
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.main_window import MainWindow
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.export_dialog import ExportDialog
from eitc_desktop.gui.review.import_dialog import ImportDialog
from eitc_desktop.gui.review.imported_dialog import ImportedDialog
from eitc_desktop.gui.review.no_opinion_dialog import NoOpinionDialog
from eitc_desktop.gui.review.opinion_dialog import OpinionDialog
from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog
from eitc_desktop.gui.review.verdict_dialog import VerdictDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import DutyLink
from eitc_desktop.model.review import NoOpinion, Stance, Verdict
from eitc_desktop.model.text import Span
from eitc_desktop.reviewing.review import Review
from eitc_desktop.services.papers.opinions import opinions_table
from eitc_desktop.services.reviews.progress import ItemState, progress
from eitc_desktop.settings import Loaded, Settings

_ITEM = FactRef(FactKind.DUTY_ITEM, 5, 0)
_KEYS = {Stance.AGREE: Qt.Key.Key_A, Stance.DISAGREE: Qt.Key.Key_D, Stance.DOUBT: Qt.Key.Key_Q}

D = TypeVar("D", bound=QDialog)


def _opened(qtbot: QtBot, window: QWidget, kind: type[D]) -> D:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isVisible())


class _Official:
    """Sits before a window with a profile of their own."""

    def __init__(self, qtbot: QtBot, tokens: Tokens, library: Path, profile: Path, name: str, office: str) -> None:
        self.qtbot = qtbot
        self.name, self.office = name, office
        self.profile = profile
        preferences = Preferences(Loaded(Settings()))
        self.window: MainWindow = make_window(library, tokens, preferences, lambda _library: profile / "eitc.review.db")
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def review(self) -> Review:
        return self.window.reviewing.desk.review

    def say_who(self) -> None:
        """Answer what is asked before the first entry."""
        asked = _opened(self.qtbot, self.window, ReviewerDialog)
        asked.name.setText(self.name)
        asked.office.setText(self.office)
        asked.enter_button.click()

    def object_to(self, text: str, proposed: str = "", *, first: bool = False) -> None:
        """Enter an opinion on what is chosen."""
        self.window.reviewing.add_opinion_here()
        if first:
            self.say_who()
        dialog = _opened(self.qtbot, self.window, OpinionDialog)
        dialog.text.edit.insertPlainText(text)
        dialog.proposed.edit.insertPlainText(proposed)
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not dialog.isVisible()

    def judge(self, link: DutyLink, stance: Stance) -> None:
        """Give a verdict by key in the matrix."""
        window = self.window
        window.go_to(window.duty_map)
        view = window.duty_map.page.view
        window.selection.select(link.item)
        view.stand_on_unit(link.unit)
        self.qtbot.keyClick(view, _KEYS[stance])
        if stance is not Stance.AGREE:
            dialog = _opened(self.qtbot, window, VerdictDialog)
            dialog.reason.insertPlainText("名称相近而已")
            dialog.enter()
        given = self.review.verdicts_on(link.item, link.unit)
        assert [one.content.stance for one in given if isinstance(one.content, Verdict)] == [stance]

    def hand_on(self) -> Path:
        """Export everything into one file."""
        path = self.profile / f"{self.name}.eitcreview"
        self.window.reviewing.export()
        dialog = _opened(self.qtbot, self.window, ExportDialog)
        dialog.write(path)
        told = _opened(self.qtbot, self.window, MessageDialog)
        assert path.is_file()
        told.close()
        return path

    def take_in(self, paths: Sequence[Path]) -> None:
        """Import files, having looked at what is new in them."""
        self.window.reviewing.import_files(paths)
        dialog = _opened(self.qtbot, self.window, ImportDialog)
        self.qtbot.waitUntil(dialog.take_button.isEnabled, timeout=20_000)
        dialog.take_button.click()
        _opened(self.qtbot, self.window, ImportedDialog).close()
        self.qtbot.waitUntil(lambda: bool(self.review.entries))

    def find_nothing_new(self, paths: Sequence[Path]) -> None:
        """Offer files once more that were taken in."""
        self.window.reviewing.import_files(paths)
        dialog = _opened(self.qtbot, self.window, ImportDialog)
        self.qtbot.waitUntil(lambda: dialog.looked is not None)
        assert not dialog.take_button.isEnabled()
        dialog.close()


def test_what_three_have_said_is_merged_and_printed(
    qtbot: QtBot, tokens: Tokens, library_path: Path, tmp_path: Path
) -> None:
    def sit(name: str, office: str) -> _Official:
        return _Official(qtbot, tokens, library_path, tmp_path / name, name, office)

    first, second, third = sit("王芳", "市财政局"), sit("李强", "市委编办"), sit("赵敏", "市统计局")
    opened = first.window.opened
    assert opened is not None
    link = opened.mapping.duty_links[0]

    first.window.selection.select(_ITEM)
    first.object_to("范围宜明确", "拟订并组织实施", first=True)
    first.judge(link, Stance.AGREE)

    start = opened.provision.text.index("信息化")
    second.window.go_to(second.window.source)
    cursor = second.window.source.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 3, QTextCursor.MoveMode.KeepAnchor)
    second.window.source.text.setTextCursor(cursor)
    assert second.window.source.marked == Span(start, start + 3)
    second.object_to("全文用语宜统一", first=True)
    second.judge(link, Stance.DISAGREE)

    third.window.reviewing.enter_no_opinion()
    third.say_who()
    _opened(qtbot, third.window, NoOpinionDialog).save_button.click()

    files = [one.hand_on() for one in (first, second, third)]
    for one in (first, second, third):
        one.window.close()

    merged: list[Review] = []
    for number, way in enumerate((files, files[::-1])):
        gatherer = sit(f"汇总{number}", "市经信委")
        gatherer.take_in(way)
        gatherer.find_nothing_new(way[:1])
        merged.append(gatherer.review)
        gatherer.window.close()
    review, other = merged
    assert {entry.current.id for entry in review.entries} == {entry.current.id for entry in other.entries}
    assert len(review.entries) == 5
    assert [entry.content.office for entry in review.no_opinions if isinstance(entry.content, NoOpinion)] == [
        "市统计局"
    ]
    assert progress(review, opened.provision, opened.mapping).states[link.item] is ItemState.DISPUTED
    words = "\n".join(cell.words for row in opinions_table(opened.provision, review).rows for cell in row.cells)
    for said in ("范围宜明确", "拟订并组织实施", "全文用语宜统一", "市财政局", "市委编办", "市统计局"):
        assert said in words
