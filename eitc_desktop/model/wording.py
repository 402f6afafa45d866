"""What the kinds of fact are called in Chinese, wherever words and not widgets are needed (design vocabulary)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from eitc_desktop.model.mapping import Grade
from eitc_desktop.model.provision import ChangeKind, Direction, Role, RolePosition

CHANGE_KIND_WORDS: Mapping[ChangeKind, str] = MappingProxyType(
    {
        ChangeKind.ABOLISHED: "取消",
        ChangeKind.DEVOLVED: "下放",
        ChangeKind.TRANSFERRED_IN: "划入",
        ChangeKind.TRANSFERRED_OUT: "划出",
        ChangeKind.INTEGRATED: "整合",
        ChangeKind.ADDED: "增加",
        ChangeKind.STRENGTHENED: "加强",
        ChangeKind.HANDED_OVER: "转由、交由",
        ChangeKind.UNSPECIFIED: "未归类",
    }
)

DIRECTION_WORDS: Mapping[Direction, str] = MappingProxyType(
    {Direction.IN: "划入本机关", Direction.OUT: "移出本机关"},
)

GRADE_WORDS: Mapping[Grade, str] = MappingProxyType(
    {Grade.STATED: "明文", Grade.NAMED: "名称对应", Grade.JUDGED: "职能研判"},
)

UNCONFIRMED = "研判（未经本单位确认）"
"""What stands beside every judgement."""


def role_words(role: Role) -> str:
    """Return what the text says of an agency's part: its verb as worded, or that another agency's verb is about it.

    办公厅会同发展改革委编制…: 会同 is the office's doing; the commission is whom it is done with.
    """
    return f"{role.verb.text}的对象" if role.position is RolePosition.PARTNER else role.verb.text
