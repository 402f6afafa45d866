"""What kinds of entries and their values are called; the words themselves are below, where packages need them."""

from __future__ import annotations

from eitc_desktop.reviewing.words import (
    ADOPTIONS,
    CATEGORIES,
    CONFIDENCES,
    ENTERED,
    NO_LINK,
    NO_OPINION,
    ON_BEHALF,
    POSTS,
    STANCES,
    TWO_DRAFTS,
    UNHANDLED,
    WHOLE,
    WITHDRAWN,
    kind_words,
)

__all__ = [
    "ADOPTIONS",
    "CATEGORIES",
    "CONFIDENCES",
    "ENTERED",
    "NO_LINK",
    "NO_OPINION",
    "ON_BEHALF",
    "POSTS",
    "STANCES",
    "TWO_DRAFTS",
    "UNHANDLED",
    "WHOLE",
    "WITHDRAWN",
    "kind_words",
]
