"""The print dialog: what is chosen becomes pages, files, a picture on the clipboard, and is remembered."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from eitc_desktop.composing.page import A3, A4
from eitc_desktop.drawing.shapes import MM, Document, Drawing
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.dialogs.message import MessageDialog
from eitc_desktop.gui.drawing.faces import texts_of
from eitc_desktop.gui.opened import OpenedLibrary
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.printing.printer import Printing
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade
from eitc_desktop.services.print_request import KINDS, FileFormat
from eitc_desktop.services.printing import PaperKind, Scaling
from eitc_desktop.settings import PrintChoices

MakeDialog = Callable[..., PrintDialog]
DIVISION = FactRef(FactKind.DIVISION, 11)


def document_of(dialog: PrintDialog) -> Document:
    assert dialog.job is not None
    return dialog.job.document


def words_of(document: Document) -> str:
    return "\n".join(text.words for page in document.pages for text in texts_of(page))


def choose(dialog: PrintDialog, box: str, data: object) -> None:
    field = getattr(dialog.options, box)
    at = field.findData(data)
    assert at >= 0
    field.setCurrentIndex(at)


def composed(qtbot: QtBot, dialog: PrintDialog) -> AbstractContextManager[object]:
    return qtbot.waitSignal(dialog.shown)


# what is chosen


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_paper_is_shown_with_its_proof(qtbot: QtBot, make_dialog: MakeDialog, kind: PaperKind) -> None:
    dialog = make_dialog("quotas" if kind is PaperKind.CHART else "chart")
    with composed(qtbot, dialog):
        choose(dialog, "kind", kind)
    assert dialog.job is not None
    assert dialog.job.request.kind is kind
    assert dialog.preview.document is dialog.job.document
    lines = dialog.proof.toPlainText().splitlines()
    assert lines[0].startswith(f"页数：{len(dialog.job.document.pages)} 页，A4")
    assert "截断、重叠：0 处" in lines
    assert lines[-1].startswith("公文格式：")
    assert any("Noto" in line for line in lines)
    dialog.reject()


@pytest.mark.parametrize(
    ("kind", "box", "data"),
    [
        ("chart", "paper", "A3"),
        ("chart", "orientation", "portrait"),
        ("chart", "layout_kind", "grid"),
        ("chart", "scaling", Scaling.FIXED),
        ("chart", "scaling", Scaling.POSTER),
        ("duties", "scaling", Scaling.LARGE),
        ("duties", "paper", "own"),
    ],
)
def test_every_choice_changes_the_pages(
    qtbot: QtBot, make_dialog: MakeDialog, kind: str, box: str, data: object
) -> None:
    dialog = make_dialog(kind, layout="hanging", width=250, height=400)
    before = document_of(dialog)
    with composed(qtbot, dialog):
        choose(dialog, box, data)
    assert document_of(dialog) != before
    dialog.reject()


@pytest.mark.parametrize(
    ("kind", "box", "value"),
    [
        ("chart", "type_size", 24.0),
        ("duties", "type_size", 12.0),
        ("chart", "columns", 3),
        ("chart", "rows", 3),
        ("chart", "overlap", 20),
        ("chart", "paper_width", 320),
        ("chart", "paper_height", 500),
    ],
)
def test_every_number_changes_the_pages(
    qtbot: QtBot, make_dialog: MakeDialog, kind: str, box: str, value: float
) -> None:
    poster = box in {"columns", "rows", "overlap"}
    scaling = "poster" if poster else "fixed" if box == "type_size" else "fit"
    paper = "own" if box.startswith("paper") else "A4"
    dialog = make_dialog(kind, layout="hanging", scaling=scaling, paper=paper)
    before = document_of(dialog)
    field = getattr(dialog.options, box)
    assert field.isVisible()
    with composed(qtbot, dialog):
        field.setValue(value)
    assert document_of(dialog) != before
    dialog.reject()


@pytest.mark.parametrize(
    ("box", "typed", "printed"),
    [
        ("secrecy", "  某某 办公室 ", "某某 办公室"),
        ("maker", "  某某 办公室 ", "某某 办公室"),
        ("made_on", " 2026-01-05 ", "2026年1月5日"),
    ],
)
def test_what_is_entered_stands_on_the_pages(
    qtbot: QtBot, make_dialog: MakeDialog, box: str, typed: str, printed: str
) -> None:
    dialog = make_dialog("quotas")
    line = getattr(dialog.options, box)
    assert line.text() == ""
    assert "制表" not in words_of(document_of(dialog))
    with composed(qtbot, dialog):
        line.setText(typed)
    assert printed in words_of(document_of(dialog))
    dialog.reject()


@pytest.mark.parametrize(("box", "kind"), [("binding", "quotas"), ("judged", "duties")])
def test_what_is_ticked_changes_the_pages(qtbot: QtBot, make_dialog: MakeDialog, box: str, kind: str) -> None:
    dialog = make_dialog(kind)
    before = document_of(dialog)
    field = getattr(dialog.options, box)
    assert not field.isChecked()
    with composed(qtbot, dialog):
        qtbot.keyClick(field, Qt.Key.Key_Space)
    assert document_of(dialog) != before
    assert dialog.job is not None
    assert (Grade.JUDGED in dialog.job.request.grades) == (box == "judged")
    dialog.reject()


def test_a_division_is_found_by_pinyin_and_printed(
    qtbot: QtBot, make_dialog: MakeDialog, opened: OpenedLibrary
) -> None:
    dialog = make_dialog("division", unit=FactRef(FactKind.DIVISION, 0))
    assert dialog.options.unit.chosen == FactRef(FactKind.DIVISION, 0)
    with composed(qtbot, dialog):
        qtbot.keyClicks(dialog.options.unit.line, "dscy")
    assert dialog.options.unit.chosen == DIVISION
    assert "都市产业处" in words_of(document_of(dialog))
    with composed(qtbot, dialog):
        dialog.options.unit.line.clear()
    with composed(qtbot, dialog):
        qtbot.keyClick(dialog.options.unit.line, Qt.Key.Key_Down)
    assert opened.provision.divisions[12].name.text in words_of(document_of(dialog))
    with composed(qtbot, dialog):
        qtbot.keyClick(dialog.options.unit.line, Qt.Key.Key_Up)
    assert dialog.options.unit.chosen == DIVISION
    with composed(qtbot, dialog):
        dialog.options.unit.line.setText("没有这个处")
    assert dialog.options.unit.chosen is None
    assert dialog.job is None
    dialog.reject()


def test_only_what_counts_is_shown(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    options = dialog.options

    def seen() -> set[str]:
        names = (
            *("unit", "paper", "paper_width", "orientation", "layout_kind", "scaling", "type_size", "columns"),
            *("overlap", "binding", "judged", "secrecy", "maker", "made_on", "dpi"),
        )
        return {name for name in names if getattr(options, name).isVisible()}

    always = {"secrecy", "maker", "made_on", "dpi"}
    free = {"paper", "orientation", "scaling", "binding"} | always
    assert seen() == free | {"layout_kind"}
    choose(dialog, "scaling", Scaling.POSTER)
    assert seen() == free | {"layout_kind", "columns", "overlap"}
    choose(dialog, "kind", PaperKind.DUTIES)
    assert seen() == free | {"judged"}
    with composed(qtbot, dialog):
        choose(dialog, "kind", PaperKind.DOSSIER)
    assert seen() == always | {"judged"}
    choose(dialog, "kind", PaperKind.DIVISION)
    choose(dialog, "paper", "own")
    with composed(qtbot, dialog):
        choose(dialog, "scaling", Scaling.FIXED)
    assert seen() == free | {"judged", "unit", "paper_width", "type_size"}
    dialog.reject()


def test_what_cannot_be_printed_says_why_and_offers_nothing(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart", paper="own", width=55, height=60)
    assert dialog.job is None
    assert dialog.preview.document is None
    assert "纸张太小" in dialog.preview.accessibleDescription()
    buttons = (dialog.print_button, dialog.save_button, dialog.copy_button)
    assert not any(button.isEnabled() for button in buttons)
    assert dialog.proof.toPlainText() == ""
    with composed(qtbot, dialog):
        choose(dialog, "paper", "A4")
    assert dialog.job is not None
    assert all(button.isEnabled() for button in buttons)
    dialog.reject()


def test_the_newest_wish_wins(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    shown: list[str] = []
    dialog.shown.connect(lambda: shown.append(document_of(dialog).title))
    for kind in (PaperKind.DIVISIONS, PaperKind.MATRIX, PaperKind.DUTIES, PaperKind.QUOTAS):
        choose(dialog, "kind", kind)
    qtbot.waitUntil(lambda: bool(shown))
    assert [title[-5:] for title in shown] == ["编制职数表"]
    dialog.reject()


def test_a_dialog_that_closes_while_something_is_made_goes_when_that_is_done(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog("divisions")
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.save(tmp_path / "各处室.pdf")
    choose(dialog, "kind", PaperKind.MATRIX)
    choose(dialog, "kind", PaperKind.DIVISIONS)
    dialog.reject()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)
    assert [path.name for path in tmp_path.iterdir()] == ["各处室.pdf"]


# what is remembered


def test_what_was_only_looked_at_is_forgotten(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    with qtbot.assertNotEmitted(dialog.choices_made):
        choose(dialog, "kind", PaperKind.MATRIX)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", ["save", "copy"])
def test_what_is_chosen_is_told_when_something_is_made_of_it(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path, way: str
) -> None:
    dialog = make_dialog("chart", dpi=72)
    choose(dialog, "kind", PaperKind.MATRIX)
    choose(dialog, "paper", "A3")
    choose(dialog, "orientation", "portrait")
    dialog.options.maker.setText("某某办公室")
    dialog.options.secrecy.setText("内部")
    dialog.options.made_on.setText("2026年1月5日")
    with composed(qtbot, dialog):
        dialog.options.judged.setChecked(True)
    with qtbot.waitSignal(dialog.choices_made) as told:
        dialog.save(tmp_path / "表.pdf") if way == "save" else dialog.copy()
    folder = str(tmp_path) if way == "save" else ""
    expected = PrintChoices("matrix", "A3", orientation="portrait", maker="某某办公室", dpi=72, folder=folder)
    assert told.args == [expected]
    with qtbot.assertNotEmitted(dialog.choices_made):
        dialog.reject()


def test_a_date_is_written_as_papers_have_it_and_what_is_none_is_not_printed(
    qtbot: QtBot, make_dialog: MakeDialog
) -> None:
    dialog = make_dialog("quotas")
    line = dialog.options.made_on
    with qtbot.assertNotEmitted(dialog.options.changed):
        qtbot.keyClicks(line, "2026-1")  # on the way to a date
    with composed(qtbot, dialog):
        qtbot.keyClicks(line, "1-5")
    assert dialog.job is not None
    assert dialog.job.request.made_on == "2026年11月5日"
    line.setText("昨天")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.job is None
    assert "昨天" in dialog.preview.accessibleDescription()
    assert not dialog.save_button.isEnabled()
    with composed(qtbot, dialog):
        line.clear()
    assert dialog.save_button.isEnabled()


def test_the_folder_saved_to_stays_when_something_else_is_made(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog("quotas", dpi=72)
    told: list[PrintChoices] = []
    dialog.choices_made.connect(told.append)
    with qtbot.waitSignal(dialog.saved):
        dialog.save(tmp_path / "表.pdf")
    dialog.copy()
    assert [each.folder for each in told] == [str(tmp_path)] * 2
    dialog.reject()


def test_the_unit_chosen_in_the_window_is_offered_first_and_is_no_kind_for_another_time(
    qtbot: QtBot, make_dialog: MakeDialog
) -> None:
    dialog = make_dialog(unit=DIVISION, choices=PrintChoices("quotas", dpi=72))
    kind = dialog.options.kind
    assert kind.itemText(0) == "所选机构：都市产业处"
    assert kind.currentData() == PaperKind.QUOTAS
    with composed(qtbot, dialog):
        kind.setCurrentIndex(0)
    assert dialog.job is not None
    assert (dialog.job.request.kind, dialog.job.request.unit) == (PaperKind.DIVISION, DIVISION)
    assert not dialog.options.unit.isVisible()
    with qtbot.waitSignal(dialog.choices_made) as told:
        dialog.copy()
    assert told.args is not None
    assert told.args[0].kind == "quotas"
    dialog.reject()


def test_without_a_unit_that_has_a_paper_none_is_offered(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("selected unit", unit=FactRef(FactKind.DUTY, 0), choices=PrintChoices("quotas"))
    assert dialog.options.kind.findText("所选机构", Qt.MatchFlag.MatchStartsWith) < 0
    assert dialog.options.kind.currentData() == PaperKind.QUOTAS
    dialog.reject()


# keys


@pytest.mark.parametrize("box", ["secrecy", "maker", "dpi", "binding", "kind", "paper"])
def test_enter_prints_nothing_where_something_is_chosen_or_entered(
    qtbot: QtBot, make_dialog: MakeDialog, box: str
) -> None:
    dialog = make_dialog("quotas")
    field = getattr(dialog.options, box)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.printing is None
    assert dialog.isVisible()
    dialog.reject()


def test_escape_clears_the_words_that_narrow_the_units_before_it_closes(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("division", unit=DIVISION, choices=PrintChoices("division"))
    choose(dialog, "kind", PaperKind.DIVISION)
    line = dialog.options.unit.line
    qtbot.keyClicks(line, "zzzz")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), dialog.isVisible()) == ("", True)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_takes_the_number_that_was_typed(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("duties", paper="own", width=250, height=400)
    width = dialog.options.paper_width
    width.selectAll()
    qtbot.keyClicks(width, "300")
    with composed(qtbot, dialog):
        qtbot.keyClick(width, Qt.Key.Key_Enter)
    page = document_of(dialog).pages[0]
    sides = (page.width, page.height)
    assert max(sides) == pytest.approx(400 * MM)
    assert min(sides) == pytest.approx(300 * MM)
    assert dialog.printing is None
    dialog.reject()


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("quotas")
    dialog.bar.whole.setFocus()
    dialog.preview.zoom_by(2)
    qtbot.keyClick(dialog.bar.whole, Qt.Key.Key_Return)
    assert dialog.preview.fits
    dialog.save_button.setFocus()
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)
    (files,) = dialog.findChildren(QFileDialog)
    files.reject()
    assert dialog.printing is None
    dialog.reject()


# what is under way


def shown_words(dialog: PrintDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_while_a_file_is_saved_that_is_said_and_nothing_else_can_be_begun(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path
) -> None:
    dialog = make_dialog("quotas")
    buttons = (dialog.print_button, dialog.save_button, dialog.copy_button)
    dialog.save_button.setFocus()
    with qtbot.waitSignal(dialog.saved):
        dialog.save(tmp_path / "甲.pdf")
        assert "正在保存…" in shown_words(dialog)
        assert not any(button.isEnabled() for button in buttons)
        dialog.save(tmp_path / "乙.pdf")
        dialog.print()
        dialog.choose_file()
    assert dialog.printing is None
    assert dialog.findChildren(QFileDialog) == []
    assert all(button.isEnabled() for button in buttons)
    assert dialog.focusWidget() is dialog.save_button
    assert f"已保存到 {tmp_path / '甲.pdf'}" in shown_words(dialog)
    assert [path.name for path in tmp_path.iterdir()] == ["甲.pdf"]
    dialog.reject()


def test_what_is_asked_for_while_pages_are_being_set_is_done_with_those(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("quotas")
    with composed(qtbot, dialog):
        dialog.options.secrecy.setText("内部")
        assert "正在排版…" in shown_words(dialog)
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        assert dialog.findChild(QFileDialog) is None
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is not None)
    assert "正在排版…" not in shown_words(dialog)
    assert "内部" in words_of(document_of(dialog))
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.reject()
    dialog.reject()


def test_what_waited_for_pages_that_cannot_be_set_is_forgotten(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    with composed(qtbot, dialog):
        choose(dialog, "paper", "own")
        dialog.options.paper_width.setValue(60)
        dialog.options.paper_height.setValue(60)
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.job is None)
    assert dialog.findChild(QFileDialog) is None
    dialog.reject()


def test_a_scaling_that_a_paper_has_not_is_not_shown_for_it(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart", scaling="poster", columns=2, rows=1)
    assert dialog.preview.together
    with composed(qtbot, dialog):
        choose(dialog, "kind", PaperKind.MATRIX)
    assert dialog.options.scaling.currentData() == Scaling.FIT
    assert not dialog.preview.together
    with composed(qtbot, dialog):
        choose(dialog, "kind", PaperKind.CHART)
    assert dialog.options.scaling.currentData() == Scaling.POSTER
    dialog.reject()


def test_a_page_grows_around_the_middle_of_the_view(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("quotas")
    preview = dialog.preview
    preview.fit()
    before = preview.place_of(0)
    middle = preview.viewport().rect().center()
    part = ((middle.x() - before.x()) / before.width(), (middle.y() - before.y()) / before.height())
    for _ in range(4):
        preview.zoom_by(1)
    after = preview.place_of(0)
    assert after.width() > before.width()
    assert (middle.x() - after.x()) / after.width() == pytest.approx(part[0], abs=0.02)
    assert (middle.y() - after.y()) / after.height() == pytest.approx(part[1], abs=0.02)
    dialog.reject()


@pytest.mark.parametrize("name", ["长" * 300 + ".pdf", "长" * 300 + "/表.pdf"])
def test_a_name_that_the_system_refuses_is_told_and_the_dialog_lives(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path, name: str
) -> None:
    dialog = make_dialog("quotas")
    with qtbot.waitSignal(dialog.saved):
        dialog.save(tmp_path / "先.pdf")
    with qtbot.waitSignal(dialog.not_saved) as refused:
        dialog.save(tmp_path / name)
    assert "文件名过长" in str(refused.args[0])
    assert "没有保存" in shown_words(dialog)
    assert not any("已保存到" in words for words in shown_words(dialog))
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_fonts_that_stand_in_are_told_over_the_proof_and_can_be_read(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    assert dialog.proof.stands_in, "on a computer with the office fonts nothing stands in"
    assert "打印校样：没有问题；字体有替代（见 ※）" in shown_words(dialog)
    assert any(line.startswith("※ 宋体：") for line in dialog.proof.toPlainText().splitlines())
    dialog.reject()


def test_what_needs_a_look_stands_first_in_the_proof(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("duties", scaling="fixed", type_size=7.0)
    assert dialog.proof.toPlainText().startswith("⚠ 最小字号：7 磅，如“")
    assert "打印校样：有 1 处需要注意；字体有替代（见 ※）" in shown_words(dialog)
    dialog.reject()


# what was remembered


def test_what_was_chosen_is_there_again(make_dialog: MakeDialog) -> None:
    choices = PrintChoices("splits", "own", 300, 500, "landscape", "grid", "large", 12.5, 3, 4, 15, True, "某办", 600)
    dialog = make_dialog(choices=choices)
    assert dialog.options.choices == choices
    assert dialog.job is not None
    page = dialog.job.document.pages[0]
    assert (page.width, page.height) == pytest.approx((500 * MM, 300 * MM))
    assert not dialog.options.judged.isChecked()
    assert dialog.options.secrecy.text() == dialog.options.made_on.text() == ""
    dialog.reject()


def test_words_of_another_version_choose_nothing(make_dialog: MakeDialog) -> None:
    odd = PrintChoices("brochure", "B4", orientation="?", layout="round", scaling="huge", dpi=5)
    dialog = make_dialog(choices=odd)
    assert dialog.job is not None
    assert dialog.job.request.kind is PaperKind.CHART
    assert dialog.job.request.paper == A4
    dialog.reject()


# files


# a table, one of many pages, and those that the verb print doesn't know: its tests save all others in each format
_IN_EACH_FORMAT = (PaperKind.DUTIES, PaperKind.DIVISIONS, PaperKind.OPINIONS, PaperKind.REVIEW_REPORT)


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        *((kind, FileFormat.PDF) for kind in PaperKind),
        *((kind, form) for kind in _IN_EACH_FORMAT for form in list(KINDS[kind].formats)[1:]),
    ],
)
def test_each_format_is_saved_and_can_be_read(
    qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path, kind: PaperKind, form: FileFormat
) -> None:
    dialog = make_dialog(kind.value, dpi=72, unit=DIVISION)
    pages = document_of(dialog).pages
    with qtbot.waitSignal(dialog.saved, timeout=30_000) as saved:
        dialog.save(tmp_path / f"某 表.{form.value}")
    assert saved.args is not None
    (paths,) = saved.args
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    each_page = form in {FileFormat.SVG, FileFormat.PNG}
    assert len(paths) == (len(pages) if each_page else 1)
    for path, page in zip(paths, pages, strict=False):
        assert_readable(path, form, page, document_of(dialog))
    dialog.reject()


def assert_readable(path: Path, form: FileFormat, page: Drawing, document: Document) -> None:
    data = path.read_bytes()
    match form:
        case FileFormat.PDF:
            read = pypdfium2.PdfDocument(data)
            assert len(read) == len(document.pages)
            assert [read.get_page_size(number) for number in range(len(read))] == [
                pytest.approx((each.width, each.height), abs=1) for each in document.pages
            ]
            assert read.get_metadata_value("Title") == document.title
            read.close()
        case FileFormat.PNG:
            image = QImage.fromData(data)
            assert (image.width(), image.height()) == (round(page.width), round(page.height))
        case FileFormat.SVG:
            words = data.decode()
            assert "<svg" in words
            assert "非正式文件" in words
        case FileFormat.WORD | FileFormat.EXCEL:
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                assert packed.testzip() is None


def test_the_format_is_chosen_in_the_dialog_for_files(qtbot: QtBot, make_dialog: MakeDialog, tmp_path: Path) -> None:
    dialog = make_dialog("duties", folder=str(tmp_path))
    dialog.save_button.click()
    (files,) = dialog.findChildren(QFileDialog)
    assert files.directory().absolutePath() == str(tmp_path)
    assert files.nameFilters() == [
        *("PDF 文件 (*.pdf)", "SVG 矢量图 (*.svg)", "PNG 图片 (*.png)", "Word 文档 (*.docx)", "Excel 工作簿 (*.xlsx)")
    ]
    with qtbot.waitSignal(dialog.saved):
        files.fileSelected.emit(str(tmp_path / "表.xlsx"))
    assert (tmp_path / "表.xlsx").exists()
    files.reject()
    dialog.reject()


def test_a_name_ends_as_the_format_that_is_chosen(make_dialog: MakeDialog, tmp_path: Path) -> None:
    dialog = make_dialog("duties", folder=str(tmp_path))
    dialog.save_button.click()
    (files,) = dialog.findChildren(QFileDialog)
    files.selectFile("1.2 稿.pdf")
    files.filterSelected.emit("Word 文档 (*.docx)")
    assert [Path(name).name for name in files.selectedFiles()] == ["1.2 稿.docx"]
    files.reject()
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("没有/图.pdf", "文件夹不存在"),
        ("没有/图.docx", "不能存为 .docx"),
        ("图.bmp", "看不出"),
        ("图", "看不出"),
        ("夹.pdf", "同名的是一个文件夹"),
    ],
)
def test_what_cannot_be_saved_says_why_and_leaves_nothing(
    qtbot: QtBot, make_dialog: MakeDialog, behind: QWidget, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "夹.pdf").mkdir()
    dialog = make_dialog("chart")
    refused: list[EitcError] = []
    dialog.not_saved.connect(refused.append)
    dialog.save(tmp_path / name)
    qtbot.waitUntil(lambda: bool(refused))
    assert said in str(refused[0])
    (message,) = dialog.findChildren(MessageDialog)
    assert said in message.words
    message.accept()
    assert [path.name for path in tmp_path.iterdir()] == ["夹.pdf"]
    assert dialog.isVisible()
    dialog.reject()


def test_the_page_that_is_seen_goes_to_the_clipboard(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("duties", dpi=72)
    assert len(document_of(dialog).pages) > 1
    dialog.preview.show_page(1)
    dialog.copy_button.click()
    held = QApplication.clipboard().mimeData()
    assert held.hasImage()
    image = QApplication.clipboard().image()
    page = document_of(dialog).pages[1]
    assert (image.width(), image.height()) == (round(page.width), round(page.height))
    dialog.reject()


# printers


NO_PRINTER = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from eitc_desktop.app import make_application, make_tokens, make_window
from eitc_desktop.gui.printing.dialog import PrintDialog
from eitc_desktop.gui.theme import LIGHT
app = make_application()
window = make_window(Path(sys.argv[1]), make_tokens(app, LIGHT))
window.show()
window.dialogs.print_paper()
(dialog,) = window.findChildren(PrintDialog)
loop = QEventLoop()
dialog.shown.connect(loop.quit)
loop.exec()
dialog.saved.connect(loop.quit)
dialog.save(Path(sys.argv[2]))
loop.exec()
dialog.copy()
app.clipboard().clear()  # the offscreen platform's own doesn't survive the end of the process
print("PySide6.QtPrintSupport" in sys.modules)
dialog.reject()
"""


def test_no_printer_is_there_before_somebody_asks_for_one(library_path: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_PRINTER, str(library_path), str(tmp_path / "图.pdf")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("False", 0), done.stderr
    assert (tmp_path / "图.pdf").exists()


# how it stands there


def test_every_control_has_a_label_with_a_key_of_its_own(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart", paper="own", width=300, height=400, scaling="poster")
    words = [widget.text() for widget in dialog.findChildren(QWidget) if isinstance(widget, QLabel | QAbstractButton)]
    keys = [each[each.index("&") + 1] for each in words if "&" in each]
    assert len(set(keys)) == len(keys)
    for box in ("kind", "paper", "orientation", "layout_kind", "scaling", "columns", "maker", "dpi"):
        field = getattr(dialog.options, box)
        assert [label for label in dialog.findChildren(QLabel) if label.buddy() is field], box
    dialog.reject()


def test_the_preview_tells_a_screen_reader_which_page_and_what_it_says(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("duties")
    assert dialog.preview.accessibleName() == f"预览：第 1 页，共 {len(document_of(dialog).pages)} 页"
    assert "办公室" in dialog.preview.accessibleDescription()
    dialog.reject()


def test_the_dialog_takes_most_of_the_screen_and_shows_the_whole_page(make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    screen = dialog.screen().availableSize()
    assert dialog.width() >= 0.85 * screen.width()
    assert dialog.height() >= 0.85 * screen.height()
    assert dialog.preview.fits
    place = dialog.preview.place_of(0)
    assert dialog.preview.viewport().rect().contains(place)
    assert place.width() > screen.width() / 2
    dialog.reject()


def test_the_size_that_somebody_gave_it_is_told(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    with qtbot.assertNotEmitted(dialog.resized):
        dialog.reject()
    dialog = make_dialog("chart")
    dialog.resize(1000, 600)
    with qtbot.waitSignal(dialog.resized) as told:
        dialog.reject()
    assert told.args == [QSize(1000, 600)]


def test_a_chart_on_a_larger_sheet(qtbot: QtBot, make_dialog: MakeDialog) -> None:
    dialog = make_dialog("chart")
    with composed(qtbot, dialog):
        choose(dialog, "paper", "A3")
    page = document_of(dialog).pages[0]
    assert (page.width, page.height) == A3[::-1]
    assert Printing.__init__  # its module is loaded, Qt's printing isn't
    dialog.reject()
