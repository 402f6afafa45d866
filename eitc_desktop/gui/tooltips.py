"""Tooltips that show a provision's words as they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget


def plain_tooltip(words: str) -> str:
    """Return *words* as escaped rich text: QToolTip guesses, and words that look like HTML must not become it.

    Rich text also wraps, which a plain tooltip does not.
    """
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    lines = "<br>".join(escaped.splitlines())
    return f"<div>{lines}</div>" if words else ""


def set_plain_tooltip(widget: QWidget, words: str) -> None:
    """Give *widget* a tooltip that shows *words*, and let a screen reader hear them: it would read the markup."""
    widget.setToolTip(plain_tooltip(words))
    widget.setAccessibleDescription(words)


def show_plain_tooltip(place: QPoint, words: str, widget: QWidget) -> None:
    """Show *words* at *place* (global), or hide the tooltip where there are none."""
    QToolTip.showText(place, plain_tooltip(words), widget)
