"""Chinese words for the kinds of things, used alike by every pane."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from eitc_desktop.model.facts import FactKind

_BUILD_COMMAND = re.compile(r"用 eitc-desktop build-db ?(?:重新|另行)?生成")


def in_the_window(message: str) -> str:
    """Return an error's words for somebody at a window: a menu as the way out instead of a command line."""
    way_out = QCoreApplication.translate("Errors", "从菜单“文件”的“打开数据库”另选一个")
    return _BUILD_COMMAND.sub(way_out, message)


def fact_kind_name(kind: FactKind) -> str:
    """Return what the interface calls a kind of fact."""
    tr = QCoreApplication.translate
    return {
        FactKind.TITLE: tr("FactKind", "标题"),
        FactKind.DOCUMENT_NUMBER: tr("FactKind", "文号"),
        FactKind.ISSUED: tr("FactKind", "印发日期"),
        FactKind.EFFECTIVE: tr("FactKind", "施行日期"),
        FactKind.BODY: tr("FactKind", "机关名称"),
        FactKind.STATUS: tr("FactKind", "机关性质"),
        FactKind.LEVEL: tr("FactKind", "规格"),
        FactKind.BASIS: tr("FactKind", "设立依据"),
        FactKind.NAMEPLATE: tr("FactKind", "机关牌子"),
        FactKind.SECTION: tr("FactKind", "章节"),
        FactKind.CHANGE: tr("FactKind", "职能转变"),
        FactKind.CHANGE_ITEM: tr("FactKind", "职能转变分项"),
        FactKind.DUTY: tr("FactKind", "主要职责"),
        FactKind.DUTY_ITEM: tr("FactKind", "职责分项"),
        FactKind.DIVISION: tr("FactKind", "内设机构"),
        FactKind.SECOND_NAME: tr("FactKind", "括号内名称"),
        FactKind.DIVISION_NAMEPLATE: tr("FactKind", "内设机构牌子"),
        FactKind.DIVISION_DUTY: tr("FactKind", "内设机构职责"),
        FactKind.DIVISION_COUNT: tr("FactKind", "内设机构数"),
        FactKind.CO_LOCATION: tr("FactKind", "合署办公"),
        FactKind.QUOTA: tr("FactKind", "编制职数"),
        FactKind.ACTUAL_STAFF: tr("FactKind", "实有人数"),
        FactKind.SPLIT: tr("FactKind", "职责分工"),
        FactKind.MATTER: tr("FactKind", "分工事项"),
        FactKind.ROLE: tr("FactKind", "协作角色"),
        FactKind.MECHANISM: tr("FactKind", "协调机制"),
        FactKind.HOSTED_OFFICE: tr("FactKind", "设在机构"),
        FactKind.REFERENCE: tr("FactKind", "引用文件"),
        FactKind.CLOSING: tr("FactKind", "附则"),
    }[kind]
