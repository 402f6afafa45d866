"""What the interface calls the kinds of change, with the symbol that tells them apart without colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eitc_desktop.model.provision import ChangeKind, Direction, direction_told

KIND_ORDER = (
    ChangeKind.ABOLISHED,
    ChangeKind.DEVOLVED,
    ChangeKind.TRANSFERRED_IN,
    ChangeKind.TRANSFERRED_OUT,
    ChangeKind.INTEGRATED,
    ChangeKind.ADDED,
    ChangeKind.STRENGTHENED,
    ChangeKind.HANDED_OVER,
    ChangeKind.UNSPECIFIED,
)
"""The order in which the kinds stand beside each other."""


def kind_word(kind: ChangeKind) -> str:
    """Return the word for a kind of change."""
    translate = QCoreApplication.translate
    return {
        ChangeKind.ABOLISHED: translate("ChangeKind", "取消"),
        ChangeKind.DEVOLVED: translate("ChangeKind", "下放"),
        ChangeKind.TRANSFERRED_IN: translate("ChangeKind", "划入"),
        ChangeKind.TRANSFERRED_OUT: translate("ChangeKind", "划出"),
        ChangeKind.INTEGRATED: translate("ChangeKind", "整合"),
        ChangeKind.ADDED: translate("ChangeKind", "增加"),
        ChangeKind.STRENGTHENED: translate("ChangeKind", "加强"),
        ChangeKind.HANDED_OVER: translate("ChangeKind", "转由、交由"),
        ChangeKind.UNSPECIFIED: translate("ChangeKind", "未归类"),
    }[kind]


def kind_symbol(kind: ChangeKind) -> str:
    """Return the symbol for a kind of change; every kind has its own."""
    return {
        ChangeKind.ABOLISHED: "✕",
        ChangeKind.DEVOLVED: "↓",
        ChangeKind.TRANSFERRED_IN: "⇐",
        ChangeKind.TRANSFERRED_OUT: "⇒",
        ChangeKind.INTEGRATED: "→",
        ChangeKind.ADDED: "＋",
        ChangeKind.STRENGTHENED: "↑",
        ChangeKind.HANDED_OVER: "↗",
        ChangeKind.UNSPECIFIED: "·",
    }[kind]


def direction_words(kind: ChangeKind, direction: Direction | None) -> str:
    """Return → 移出本机关, ← 划入本机关, or nothing: where the sentence shows none, or the kind says it already.

    That is the program's reading of the sentence, never its words: it is shown as 推算 and not copied as text.
    """
    match direction_told(kind, direction):
        case Direction.OUT:
            return QCoreApplication.translate("Direction", "→ 移出本机关")
        case Direction.IN:
            return QCoreApplication.translate("Direction", "← 划入本机关")
        case None:
            return ""
