"""The review: entered, handed on, taken in elsewhere and here, allocated and compared."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog

from eitc_desktop import paths
from eitc_desktop.errors import EitcError
from eitc_desktop.gui.looking import dialogs_over, settle, until
from eitc_desktop.gui.review.import_dialog import ImportDialog
from eitc_desktop.gui.review.imported_dialog import ImportedDialog
from eitc_desktop.gui.review.opinion_dialog import OpinionDialog
from eitc_desktop.gui.review.reviewer_dialog import ReviewerDialog
from eitc_desktop.gui.self_check.reading_back import words_in
from eitc_desktop.gui.self_check.scene import Check, Scene, require, require_picture
from eitc_desktop.model.facts import FactKind, FactRef, facts_of
from eitc_desktop.model.review import Opinion
from eitc_desktop.reviewing.allocation import sheet_of
from eitc_desktop.reviewing.annotation_lines import LineReader
from eitc_desktop.reviewing.review import review_of
from eitc_desktop.services.reviews.allocation_export import FORMATS, save_allocation
from eitc_desktop.services.reviews.carrying import export, notes_of, read_source, review_at, take_in, write_package
from eitc_desktop.services.reviews.preview import Previewer, Shown
from eitc_desktop.services.reviews.sample import PEOPLE, sample_review

DialogT = TypeVar("DialogT", bound=QDialog)

_WORDS = "自检录入的意见：宜写明牵头单位，<b>“引号”</b>、&、'等字符原样保存。"


def enter(scene: Scene) -> str:
    """Say who reviews, enter an opinion in its dialog, undo it and do it again."""
    window, opened = scene.window, scene.opened
    ways = window.reviewing
    ways.ask_reviewer()
    dialog = _dialog(scene, ReviewerDialog)
    dialog.name.setText(PEOPLE[0].name)
    dialog.office.setText(PEOPLE[0].office)
    dialog.enter()
    settle()
    items = [fact.ref for fact in facts_of(opened.provision) if fact.ref.kind is FactKind.DUTY_ITEM]
    place = items[0] if items else FactRef(FactKind.BODY)
    ways.add_opinion(place)
    form = _dialog(scene, OpinionDialog)
    form.text.edit.setPlainText(_WORDS)
    form.save()
    require(not form.message, form.message)
    settle()
    for step, count in ((None, 1), (ways.undo, 0), (ways.redo, 1)):
        if step is not None:
            step()
            settle()
        opinions = ways.desk.review.opinions
        require(len(opinions) == count, f"应有 {count} 条意见，实有 {len(opinions)} 条")
    content = ways.desk.review.opinions[0].content
    require(isinstance(content, Opinion) and content.text == _WORDS, "保存的意见与录入的不同")
    require(ways.desk.path is not None and ways.desk.path.is_file(), "没有审阅文件")
    return "录入、撤销、重做各一次"


def fill(scene: Scene) -> str:
    """Take in a made-up review with entries of every kind, and see it marked in the window."""
    window, opened = scene.window, scene.opened
    sample = sample_review(opened.provision, opened.mapping, opened.digest)
    count = window.reviewing.desk.take_in(sample.own)
    require(count, "示例审阅没有写入")
    for pane, name in ((window.review, "审阅"), (window.source, "原文"), (window.duty_map, "职责对应")):
        window.go_to(pane)
        settle()
        require_picture(pane, name)
    window.review.show_entry(window.reviewing.desk.review.opinions[0].id)
    settle()
    kinds = {type(entry.content).__name__ for entry in window.reviewing.desk.review.live}
    return f"{len(window.reviewing.desk.review.live)} 条，{len(kinds)} 类"


def hand_on(scene: Scene) -> str:
    """Export a package, take it into another review twice, and find the same in it, once."""
    opened, desk = scene.opened, scene.window.reviewing.desk
    require(desk.session is not None, "没有审阅可以导出")
    revisions = () if desk.session is None else desk.session.revisions
    package = scene.folder / "自检 审阅.eitcreview"
    other = scene.folder / "另一台电脑" / "other.review.db"
    export(revisions, package, notes_of(opened.summaries))
    source = read_source(package, LineReader())
    require({one.id for one in source.revisions} == {one.id for one in revisions}, "审阅包中的内容与导出的不同")
    other.parent.mkdir()
    shown = Shown(opened.provision, opened.digest, opened.summaries)
    for wanted in (len(revisions), 0):
        known = review_at(other).revisions if other.exists() else ()
        preview = Previewer(known, shown).preview((source,))
        new = take_in(other, preview.intake.fresh, preview.deliveries, preview.provisions)
        require(new == wanted, f"并入了 {new} 稿，应为 {wanted} 稿")
    there = review_of(review_at(other).revisions, opened.provision, opened.digest)
    here = review_of(revisions, opened.provision, opened.digest)
    require(there.entries == here.entries, "并入后的条目与原来的不同")
    return f"{len(here.entries)} 条、{len(revisions)} 稿，审阅包 {package.stat().st_size} 字节"


def import_here(scene: Scene) -> str:
    """Take another reviewer's package in by the window's dialog; a file that is missing is told of."""
    window, opened = scene.window, scene.opened
    package = scene.folder / f"{PEOPLE[2].name}.eitcreview"
    write_package(
        sample_review(opened.provision, opened.mapping, opened.digest).package, notes_of(opened.summaries), package
    )
    before = len(window.reviewing.desk.review.entries)
    window.reviewing.import_files([package, package.with_name("缺失.eitcreview")])
    preview = _dialog(scene, ImportDialog)
    require(until(lambda: preview.looked is not None), "导入对话框没有读完文件")
    require_picture(preview, "导入对话框")
    preview.take_button.click()
    require(until(lambda: window.findChild(ImportedDialog) is not None), "导入后没有报告结果")
    with dialogs_over(window) as seen:
        require(seen, "导入后没有报告结果")
    review = window.reviewing.desk.review
    require(review.conflicts, "两稿并存的条目没有标出")
    window.reviewing.show_drafts()
    settle()
    require_picture(window.review, "审阅")
    return f"新增 {len(review.entries) - before} 条，两稿并存 {len(review.conflicts)} 条"


def allocate(scene: Scene) -> str:
    """Compare two scenarios as a table and as bars, and save one as Excel and Word."""
    window, opened = scene.window, scene.opened
    scenarios = window.reviewing.desk.review.scenarios
    require(len(scenarios) > 1, "没有两个方案可以比较")
    window.go_to(window.allocation)
    settle()
    page = window.allocation.page
    page.compare()
    settle()
    require_picture(page.compared, "方案比较表")
    page.compared.views.button(1).click()
    settle()
    require_picture(page.compared.bars, "方案条形图")
    page.step_back()
    settle()
    sheet = sheet_of(opened.provision, window.reviewing.desk.review, scenarios[0].id)
    told: list[str] = []
    for form in FORMATS:
        path = scene.folder / f"自检 方案.{form.value}"
        save_allocation(opened.provision, sheet, path)
        require("".join(sheet.name.split()) in words_in(path).text, f"{path.name} 中读不到方案的名称")
        told.append(form.value)
    return f"表、图、{'、'.join(told)}"


def keep(scene: Scene) -> str:
    """See that all of it lies in the review file, in the folder of the check, and that it was backed up."""
    desk = scene.window.reviewing.desk
    path = paths.review_path(scene.database)
    require(desk.path == path and path.is_relative_to(scene.folder), f"审阅没有存在自检的文件夹：{desk.path}")
    known = set() if desk.session is None else {one.id for one in desk.session.revisions}
    require(until(lambda: bool(_backups(path))), "没有备份审阅")
    desk.let_go()  # a file that is open must not be read past the engine: it would lose its locks
    kept = {one.id for one in review_at(path).revisions}
    desk.read_again()
    require(kept == known, "审阅文件中的内容与窗口中的不同")
    require(until(lambda: desk.session is not None), "审阅文件没有重新打开")
    return f"{len(kept)} 稿，备份 {_backups(path)} 份"


def _backups(path: Path) -> int:
    from eitc_desktop.services.reviews.safekeeping import backups_of

    try:
        return len(backups_of(path))
    except EitcError:
        return 0


def _dialog(scene: Scene, kind: type[DialogT]) -> DialogT:
    settle()
    found = [each for each in scene.window.findChildren(kind) if each.isVisible()]
    require(found, f"对话框没有打开：{kind.__name__}")
    return found[-1]


REVIEWING = (
    Check("opinion", "录入意见", enter),
    Check("review", "各类审阅条目", fill),
    Check("package", "导出、并入审阅包", hand_on),
    Check("import", "在窗口中导入审阅包", import_here),
    Check("allocation", "编制方案的比较与导出", allocate),
)
"""The checks that enter a review; each builds on those before it."""

KEEPING = (Check("review-file", "审阅文件与备份", keep),)
"""What is checked when nothing more is entered."""
