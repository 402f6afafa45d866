"""Handing a review on and taking others in, by the dialogs, with real files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import NAMESPACE_DNS, uuid5

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.preferences import Preferences
from eitc_desktop.gui.review.carry_desk import CarryDesk
from eitc_desktop.gui.review.desk import ReviewDesk
from eitc_desktop.gui.review.dropping import dropped_reviews
from eitc_desktop.gui.review.export_dialog import ExportDialog, Scope
from eitc_desktop.gui.review.import_dialog import ImportDialog
from eitc_desktop.gui.review.imported_dialog import ImportedDialog
from eitc_desktop.gui.review.rows import RowsView
from eitc_desktop.gui.theme import DARK, LIGHT, Palette, Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.review import Anchor, Content, Opinion, OpinionCategory, Person, Revision, Scenario
from eitc_desktop.services.reviews.carrying import export, notes_of, read_source
from eitc_desktop.services.reviews.listing import local_time
from eitc_desktop.services.reviews.preview import Shown, preview
from eitc_desktop.services.reviews.session import Change, ReviewSession, added, edited
from eitc_desktop.settings import Loaded, Reviewer, Settings

_ITEM = FactRef(FactKind.DUTY_ITEM, 1, 0)
_LI = Person("李强", "市财政局", "22222222-2222-4222-8222-222222222222")


Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def carry(tokens: Tokens, desk: ReviewDesk, home: QWidget) -> CarryDesk:
    home.show()
    return CarryDesk(tokens, desk, home)


def opinion(text: str, person: Person) -> Opinion:
    return Opinion(OpinionCategory.OPINION, text, "", "", person.office, person.name)


def enter(desk: ReviewDesk, *contents: Content | str) -> None:
    assert desk.reviewer is not None
    for content in contents:
        said = opinion(content, desk.reviewer) if isinstance(content, str) else content
        assert desk.save([added(desk.anchor_of(_ITEM), said)], "录入") is None


def of_li(path: Path, opened: OpenedLibrary, anchor: Anchor, *texts: str, known: tuple[Revision, ...] = ()) -> Path:
    """A package that somebody else has made."""
    session = ReviewSession.open(path.with_name(f"{path.stem}.review.db"))
    session.take_in(known)
    session.record([added(anchor, opinion(text, _LI)) for text in texts], _LI)
    export(session.revisions, path, notes_of(opened.summaries))
    session.close()
    return path


def shown(qtbot: QtBot, home: QWidget, kind: type[Dialog]) -> Dialog:
    """The dialog of this kind that is open."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in home.findChildren(kind)))
    found = next(one for one in home.findChildren(kind) if one.isVisible())
    qtbot.waitUntil(found.isActiveWindow)  # or else keys with Alt go nowhere
    return found


def first_cells(view: RowsView) -> list[str]:
    return [row.cells[0] for row in view.rows]


# export


def test_what_goes_out_is_listed_and_written(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, tmp_path: Path
) -> None:
    enter(desk, "宜删去", Scenario("方案一", ""))
    carry.export()
    dialog = shown(qtbot, home, ExportDialog)
    assert {row.cells[2] for row in dialog.view.rows} == {"宜删去", "方案一"}
    assert "导出 2 条" in dialog.counts.text()
    for words in ("保密规定", "载体", "不加密", "不是规定载明的"):
        assert words in dialog.warning.text()
    out = tmp_path / "审阅.eitcreview"
    with qtbot.waitSignal(dialog.exported):
        dialog.write(out)
        assert dialog.counts.text() == "正在导出 2 条…"
        assert not any(button.isEnabled() for button in dialog.scopes.values())
    assert desk.session is not None
    assert set(read_source(out).revisions) == set(desk.session.revisions)
    assert str(out) in shown(qtbot, home, MessageDialog).words


def test_only_ones_own_or_those_of_some_offices(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, opened: OpenedLibrary, tmp_path: Path
) -> None:
    enter(desk, "本人的")
    desk.take_in(
        read_source(of_li(tmp_path / "li.eitcreview", opened, desk.anchor_of(_ITEM), "对方的", "又一条")).revisions
    )
    carry.export()
    dialog = shown(qtbot, home, ExportDialog)
    assert len(dialog.view.rows) == 3
    qtbot.keyClick(dialog, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.scopes[Scope.MINE].isChecked)
    assert [row.cells[2] for row in dialog.view.rows] == ["本人的"]
    assert not dialog.offices.isVisible()
    dialog.scopes[Scope.OFFICES].click()
    assert [dialog.offices.item(n).text() for n in range(2)] == ["办公室（1 条）", "市财政局（2 条）"]
    assert [row.cells[2] for row in dialog.view.rows] == ["本人的"]
    dialog.offices.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.export_button.isEnabled()
    assert dialog.counts.text() == "没有可导出的条目。"
    dialog.offices.item(1).setCheckState(Qt.CheckState.Checked)
    assert {row.cells[2] for row in dialog.view.rows} == {"对方的", "又一条"}


def test_a_system_that_refuses_is_told_of_and_the_dialog_stays(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, tmp_path: Path
) -> None:
    enter(desk, "意见")
    (tmp_path / "文件").write_text("x")
    carry.export()
    dialog = shown(qtbot, home, ExportDialog)
    dialog.write(tmp_path / "文件" / "审阅.eitcreview")
    qtbot.waitUntil(dialog.failure.isVisible)
    assert "没有导出到" in dialog.failure.text()
    assert "导出 1 条" in dialog.counts.text()
    assert dialog.isVisible()
    assert dialog.export_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reviews", "文件"]


def test_where_to_is_asked_with_a_name(
    qtbot: QtBot, desk: ReviewDesk, carry: CarryDesk, home: QWidget, tokens: Tokens
) -> None:
    enter(desk, "意见")
    assert desk.session is not None
    dialog = ExportDialog(tokens, desk.review.entries, (), desk.reviewer, date(2026, 11, 27), home)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    asked = shown(qtbot, home, QFileDialog)
    assert [Path(name).name for name in asked.selectedFiles()] == ["审阅-办公室-陈敏-20261127.eitcreview"]
    asked.reject()


def test_without_entries_there_is_nothing_to_export(
    qtbot: QtBot, carry: CarryDesk, home: QWidget, review_file: Path
) -> None:
    carry.export()
    assert "还没有录入" in shown(qtbot, home, MessageDialog).words
    assert not review_file.exists()


# import


@pytest.fixture
def importing(qtbot: QtBot, carry: CarryDesk, home: QWidget) -> Callable[..., ImportDialog]:
    """Open the dialog with files, and wait until they are read."""

    def open_with(*paths: Path) -> ImportDialog:
        carry.import_files(paths)
        dialog = shown(qtbot, home, ImportDialog)
        qtbot.waitUntil(lambda: dialog.looked is not None)
        return dialog

    return open_with


def test_files_are_previewed_and_taken_in(
    qtbot: QtBot,
    desk: ReviewDesk,
    home: QWidget,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    tmp_path: Path,
) -> None:
    enter(desk, "本人的")
    assert desk.session is not None
    before = set(desk.session.revisions)
    package = of_li(tmp_path / "来件.eitcreview", opened, desk.anchor_of(_ITEM), "一", "二")
    dialog = importing(package)
    assert dialog.files.rows[0].cells == ("来件.eitcreview", "李强（市财政局）", "2", "0", "0", "0", "0", "0", "0")
    assert dialog.sums.text() == "共 1 个文件、2 条：新增 2、有改动 0、已有 0。"
    assert {(row.cells[0], row.cells[3]) for row in dialog.news.rows} == {("新增", "一"), ("新增", "二")}
    assert set(desk.session.revisions) == before
    with qtbot.waitSignal(desk.changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert len(desk.session.revisions) == 3
    summary = shown(qtbot, home, ImportedDialog)
    assert "新增 2 条" in summary.words.text()
    assert not summary.view.isVisible()
    qtbot.keyClick(summary, Qt.Key.Key_Return)
    assert not summary.isVisible()


def test_the_review_in_use_is_not_opened_a_second_time(
    desk: ReviewDesk, importing: Callable[..., ImportDialog], tmp_path: Path
) -> None:
    enter(desk, "本人的")
    assert desk.path is not None
    link = tmp_path / "别名.review.db"
    link.symlink_to(desk.path)
    dialog = importing(desk.path, link)
    assert [row.cells[1] for row in dialog.files.rows] == [
        f"{path.name} 就是本机正在使用的审阅，不必导入" for path in (desk.path, link)
    ]
    assert not dialog.take_button.isEnabled()


def test_what_came_is_there_when_it_is_told_of(
    qtbot: QtBot,
    desk: ReviewDesk,
    home: QWidget,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    tmp_path: Path,
) -> None:
    there: list[int] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Show and isinstance(watched, ImportedDialog):
                there.append(len(desk.review.entries))
            return False

    watch = Watch()
    for number, name in enumerate(("甲", "乙"), start=1):  # first without a review file, then with one
        dialog = importing(of_li(tmp_path / f"{name}.eitcreview", opened, desk.anchor_of(_ITEM), name))
        QApplication.instance().installEventFilter(watch)
        dialog.take_button.click()
        shown(qtbot, home, ImportedDialog).reject()
        QApplication.instance().removeEventFilter(watch)
        assert there == list(range(1, number + 1))


def test_a_package_that_was_taken_in_before_is_known_again(
    qtbot: QtBot,
    desk: ReviewDesk,
    home: QWidget,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    tmp_path: Path,
) -> None:
    known = of_li(tmp_path / "来件.eitcreview", opened, desk.anchor_of(_ITEM), "一")
    dialog = importing(known)
    assert dialog.files.rows[0].cells[1] == "李强（市财政局）"
    dialog.take_button.click()
    shown(qtbot, home, ImportedDialog).reject()
    qtbot.waitUntil(lambda: desk.session is not None)
    assert desk.session is not None
    (intake,) = desk.session.file.intakes()
    assert intake.delivery[0] == "来件.eitcreview"
    assert intake.delivery[2:] == (1, 1)
    fresh = of_li(tmp_path / "又一件.eitcreview", opened, desk.anchor_of(_ITEM), "二")
    dialog = importing(known.rename(tmp_path / "改名.eitcreview"), fresh)
    assert dialog.files.rows[0].cells[1] == f"李强（市财政局）；{local_time(intake.taken_at)} 并入过"
    assert dialog.files.rows[1].cells[1] == "李强（市财政局）"
    assert f"改名.eitcreview 已于 {local_time(intake.taken_at)} 并入过。" in dialog.sums.text()
    dialog.reject()


def test_a_hostile_file_is_listed_with_its_reason_and_skipped(
    qtbot: QtBot,
    desk: ReviewDesk,
    home: QWidget,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    tmp_path: Path,
) -> None:
    good = of_li(tmp_path / "好.eitcreview", opened, desk.anchor_of(_ITEM), "<b>一</b>")
    bad = tmp_path / "坏.eitcreview"
    bad.write_bytes(good.read_bytes()[:-9])
    dialog = importing(bad, good, tmp_path / "没有.eitcreview")
    assert first_cells(dialog.files) == ["坏.eitcreview", "好.eitcreview", "没有.eitcreview"]
    assert "审阅包" in dialog.files.rows[0].cells[1]
    assert "找不到文件" in dialog.files.rows[2].cells[1]
    assert "2 个文件未读取，并入时略过" in dialog.sums.text()
    assert dialog.news.rows[0].cells[3] == "<b>一</b>"
    dialog.take_button.click()
    shown(qtbot, home, ImportedDialog).reject()
    qtbot.waitUntil(lambda: len(desk.review.entries) == 1)


def test_who_closes_the_dialog_meanwhile_is_told_all_the_same(
    qtbot: QtBot,
    desk: ReviewDesk,
    home: QWidget,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    tmp_path: Path,
) -> None:
    dialog = importing(of_li(tmp_path / "来件.eitcreview", opened, desk.anchor_of(_ITEM), "一"))
    dialog.take_button.click()
    dialog.reject()
    shown(qtbot, home, ImportedDialog)
    qtbot.waitUntil(lambda: len(desk.review.entries) == 1)


def test_three_profiles_merged_in_a_fourth_are_the_same_in_any_order(
    qtbot: QtBot, tokens: Tokens, opened: OpenedLibrary, home: QWidget, tmp_path: Path
) -> None:
    home.show()

    def profile(name: str) -> ReviewDesk:
        reviewer = Reviewer(name, f"{name}的单位", str(uuid5(NAMESPACE_DNS, name)))
        preferences = Preferences(Loaded(replace(Settings(), reviewer=reviewer)))
        desk = ReviewDesk(tokens, preferences, lambda _library: tmp_path / name / "eitc.review.db", home)
        desk.show_library(opened)
        return desk

    def import_into(desk: ReviewDesk, *paths: Path) -> None:
        CarryDesk(tokens, desk, home).import_files(paths)
        dialog = shown(qtbot, home, ImportDialog)
        qtbot.waitUntil(lambda: dialog.looked is not None)
        if dialog.take_button.isEnabled():
            dialog.take_button.click()
            shown(qtbot, home, ImportedDialog).reject()
        else:  # another one has brought all of it
            dialog.reject()
        qtbot.waitUntil(lambda: not home.findChildren(ImportDialog) and bool(desk.review.entries))

    packages: list[Path] = []
    first = profile("甲")
    enter(first, "共同的意见")
    for name in ("甲", "乙", "丙"):
        desk = first if name == "甲" else profile(name)
        if packages:
            import_into(desk, packages[0])
        shared = next(entry for entry in desk.review.entries if getattr(entry.content, "text", "") == "共同的意见")
        packages.append(tmp_path / f"{name}.eitcreview")
        if name != "甲":
            assert desk.reviewer is not None
            assert desk.save([edited(shared, opinion(f"{name}改", desk.reviewer))], "修改") is None
            enter(desk, f"{name}的意见")
        CarryDesk(tokens, desk, home).export()
        dialog = shown(qtbot, home, ExportDialog)
        with qtbot.waitSignal(dialog.exported):
            dialog.write(packages[-1])
        shown(qtbot, home, MessageDialog).accept()
    merged: set[frozenset[Revision]] = set()
    for number, order in enumerate((packages, packages[::-1], [packages[1], packages[0], packages[2]])):
        fourth = profile(f"丁{number}")
        for path in order:
            import_into(fourth, path)
        assert fourth.session is not None
        merged.add(frozenset(fourth.session.revisions))
        assert len(fourth.review.conflicts) == 1
        fourth.let_go()
    assert [len(revisions) for revisions in merged] == [5]


def test_with_nothing_new_there_is_nothing_to_take_in(
    desk: ReviewDesk, importing: Callable[..., ImportDialog], tmp_path: Path
) -> None:
    enter(desk, "意见")
    assert desk.session is not None
    export(desk.session.revisions, tmp_path / "自己.eitcreview", ())
    dialog = importing(tmp_path / "自己.eitcreview")
    assert "都已在审阅中" in dialog.sums.text()
    assert not dialog.take_button.isEnabled()


def test_files_come_and_go(
    qtbot: QtBot, desk: ReviewDesk, importing: Callable[..., ImportDialog], opened: OpenedLibrary, tmp_path: Path
) -> None:
    one = of_li(tmp_path / "一.eitcreview", opened, desk.anchor_of(_ITEM), "一")
    two = of_li(tmp_path / "二.eitcreview", opened, desk.anchor_of(_ITEM), "二")
    dialog = importing(one)
    dialog.add_files([one, two])
    qtbot.waitUntil(lambda: dialog.looked is not None)
    assert (dialog.paths, len(dialog.news.rows)) == ((one, two), 2)
    dialog.files.choose(one)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: dialog.looked is not None)
    assert (dialog.paths, [row.cells[3] for row in dialog.news.rows]) == ((two,), ["二"])
    assert one.exists()


def test_files_can_be_dropped(
    qtbot: QtBot, desk: ReviewDesk, importing: Callable[..., ImportDialog], opened: OpenedLibrary, tmp_path: Path
) -> None:
    one = of_li(tmp_path / "一.eitcreview", opened, desk.anchor_of(_ITEM), "一")
    data = QMimeData()
    data.setUrls(
        [
            QUrl.fromLocalFile(str(one)),
            QUrl.fromLocalFile(str(tmp_path / "图.png")),
            QUrl("https://example.org/x.eitcreview"),
        ]
    )
    assert dropped_reviews(data) == (one,)
    dialog = importing(one)
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(dialog, event)
    assert dialog.paths == (one,)


def test_cancelling_touches_nothing(
    qtbot: QtBot,
    desk: ReviewDesk,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    review_file: Path,
    tmp_path: Path,
) -> None:
    package = of_li(tmp_path / "来件.eitcreview", opened, desk.anchor_of(_ITEM), "一")
    dialog = importing(package)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not review_file.exists()


def test_what_cannot_be_written_stays_to_be_tried_again(
    qtbot: QtBot,
    desk: ReviewDesk,
    home: QWidget,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    review_file: Path,
    tmp_path: Path,
) -> None:
    package = of_li(tmp_path / "来件.eitcreview", opened, desk.anchor_of(_ITEM), "一")
    dialog = importing(package)
    review_file.parent.write_text("a file where the folder ought to be")
    dialog.take_button.click()
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.text().endswith("。")
    assert dialog.isVisible()
    review_file.parent.unlink()
    dialog.take_button.click()
    shown(qtbot, home, ImportedDialog)
    assert review_file.exists()


def test_two_drafts_and_what_found_no_place_are_shown_afterwards(
    qtbot: QtBot,
    desk: ReviewDesk,
    carry: CarryDesk,
    home: QWidget,
    importing: Callable[..., ImportDialog],
    opened: OpenedLibrary,
    tmp_path: Path,
) -> None:
    enter(desk, "共同的")
    assert desk.session is not None
    theirs = ReviewSession.open(tmp_path / "li.review.db")
    theirs.take_in(desk.session.revisions)
    shared = desk.review.entries[0]
    theirs.record([edited(shared, opinion("李强改", _LI))], _LI)
    lost = replace(desk.anchor_of(_ITEM), provision="ab" * 32, exact="Nothing like it anywhere", prefix="", suffix="")
    theirs.record([Change("44444444-4444-4444-8444-444444444444", lost, opinion("另一版本的", _LI))], _LI)
    theirs.close()
    assert desk.save([edited(shared, opinion("陈敏改", _LI))], "修改") is None
    dialog = importing(tmp_path / "li.review.db")  # a whole review file will do
    assert first_cells(dialog.news) == ["他人改动、两稿并存", "新增、未能定位"]
    assert set(dialog.news.rows[0].cells[3].split(" ／ ")) == {"李强改", "陈敏改"}
    assert "名称未知（abababababab…）" in dialog.sums.text()
    dialog.take_button.click()
    summary = shown(qtbot, home, ImportedDialog)
    assert "两稿并存 1 条，未能定位 1 条" in summary.odd.text()
    assert [entry.id for entry in desk.review.conflicts] == [shared.id]
    summary.view.choose(shared.id)
    with qtbot.waitSignal(carry.entry_requested) as told:
        qtbot.keyClick(summary.view, Qt.Key.Key_Return)
    assert told.args == [shared.id]
    assert not summary.isVisible()


def test_the_summary_leads_to_what_needs_a_look(
    qtbot: QtBot, desk: ReviewDesk, home: QWidget, tokens: Tokens, opened: OpenedLibrary, tmp_path: Path
) -> None:
    enter(desk, "共同的")
    assert desk.session is not None
    shared = desk.review.entries[0]
    theirs = ReviewSession.open(tmp_path / "li.review.db")
    theirs.take_in(desk.session.revisions)
    theirs.record([edited(shared, opinion("李强改", _LI))], _LI)
    theirs.close()
    assert desk.save([edited(shared, opinion("陈敏改", _LI))], "修改") is None
    where = Shown(opened.provision, opened.digest, opened.summaries)
    told = preview([read_source(tmp_path / "li.review.db")], desk.session.revisions, where)
    dialog = ImportedDialog(tokens, told, home)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.unplaced_button.isVisible()
    with qtbot.waitSignal(dialog.drafts_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert not dialog.isVisible()


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_dialogs_fit_a_small_screen(
    qtbot: QtBot,
    tokens: Tokens,
    desk: ReviewDesk,
    carry: CarryDesk,
    home: QWidget,
    opened: OpenedLibrary,
    tmp_path: Path,
    palette: Palette,
) -> None:
    tokens.wear(palette, 100)
    home.resize(911, 512)
    enter(desk, "很长的意见" * 40, Scenario("方案一", ""))
    carry.export()
    dialog = shown(qtbot, home, ExportDialog)
    dialog.scopes[Scope.OFFICES].click()
    carry.import_files([of_li(tmp_path / "来件.eitcreview", opened, desk.anchor_of(_ITEM), "一")])
    other = shown(qtbot, home, ImportDialog)
    qtbot.waitUntil(lambda: other.looked is not None)
    for each, button in ((dialog, dialog.export_button), (other, other.take_button)):
        assert each.height() <= 512 - 56
        assert each.width() <= 911 - 40
        assert each.rect().contains(button.mapTo(each, button.rect().bottomRight()))
        for view in each.findChildren(RowsView):
            assert view.horizontalScrollBar().maximum() == 0
