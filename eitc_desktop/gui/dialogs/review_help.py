"""怎样审阅: the way from the first opinion to the printed summary, in a few steps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from eitc_desktop.gui.dialogs.message import MessageDialog


class ReviewHelp(MessageDialog):
    """Tells the steps by the names that they have in the menus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("ReviewHelp", "怎样审阅"), "\n\n".join(_steps()), parent)


def _steps() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate(
            "ReviewHelp", "1. 点中一个机构、一项职责、一条变化，或在原文里选中几个字，按 Ctrl+I（也可右键）添加意见。"
        ),
        translate(
            "ReviewHelp", "2. 在“职责对应”里选中一处对应，按 A 同意、D 不同意、Q 存疑，可以写理由、建议其他机构。"
        ),
        translate(
            "ReviewHelp", "3. “审阅”（Ctrl+8）列出全部条目，在那里回复、填采纳情况、编辑、撤回；录错了按 Ctrl+Z。"
        ),
        translate("ReviewHelp", "4. 别的单位送来的纸质意见，录入时勾选“代录”；没有意见的单位用“审阅”菜单的“无意见”。"),
        translate("ReviewHelp", "5. “编制方案”（Ctrl+9）可以试着分配编制和职数；那只是录入的设想，不是规定。"),
        translate("ReviewHelp", "6. 用“导出审阅”存成一个文件交给汇总人；汇总人用“导入审阅”一次选几份，先预览再并入。"),
        translate(
            "ReviewHelp", "7. 汇总人在“征求意见单位”里登记问过谁，再打印意见汇总表、审阅报告，或存为 Word、Excel。"
        ),
        translate(
            "ReviewHelp", "8. 显示“已保存”就已写入磁盘，并自动备份，可用“从备份恢复”取回。规定和数据库从不改动。"
        ),
    )
