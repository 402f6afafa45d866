"""What kinds of entries and their values are called: on paper in Chinese, in the window in its language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from eitc_desktop.model.review import (
    Adoption,
    Allotment,
    AskedOffice,
    Content,
    Handling,
    NoOpinion,
    Opinion,
    OpinionCategory,
    Post,
    Reply,
    Scenario,
    Stance,
    Verdict,
)
from eitc_desktop.phrases import Phrase
from eitc_desktop.reviewing.placing import Confidence

WHOLE = Phrase("Review", "全文")
"""The place of what is said about the provision as a whole."""

ENTERED = Phrase("Review", "录入")
ON_BEHALF = Phrase("Review", "代录")
TWO_DRAFTS = Phrase("Review", "两稿并存")
WITHDRAWN = Phrase("Review", "已撤回")
NO_OPINION = Phrase("Review", "无意见")
NO_LINK = Phrase("Review", "未对应")
UNHANDLED = Phrase("Review", "未处理")

CATEGORIES: Mapping[OpinionCategory, Phrase] = MappingProxyType(
    {
        OpinionCategory.OPINION: Phrase("Review", "意见"),
        OpinionCategory.QUESTION: Phrase("Review", "疑问"),
        OpinionCategory.SUGGESTION: Phrase("Review", "建议"),
        OpinionCategory.GROUND: Phrase("Review", "依据"),
    }
)

ADOPTIONS: Mapping[Adoption, Phrase] = MappingProxyType(
    {
        Adoption.ADOPTED: Phrase("Review", "采纳"),
        Adoption.PARTLY: Phrase("Review", "部分采纳"),
        Adoption.REJECTED: Phrase("Review", "不采纳"),
        Adoption.PENDING: Phrase("Review", "待研究"),
    }
)

STANCES: Mapping[Stance, Phrase] = MappingProxyType(
    {
        Stance.AGREE: Phrase("Review", "同意"),
        Stance.DISAGREE: Phrase("Review", "不同意"),
        Stance.DOUBT: Phrase("Review", "存疑"),
    }
)

POSTS: Mapping[Post, Phrase] = MappingProxyType(
    {Post.CHIEF: Phrase("Review", "正职"), Post.DEPUTY: Phrase("Review", "副职")}
)

CONFIDENCES: Mapping[Confidence, Phrase] = MappingProxyType(
    {
        Confidence.EXACT: Phrase("Review", "原处"),
        Confidence.MOVED: Phrase("Review", "另一版本，原文相同"),
        Confidence.SIMILAR: Phrase("Review", "另一版本，原文相近"),
        Confidence.NONE: Phrase("Review", "未能定位"),
    }
)

_KINDS: Mapping[type[Content], Phrase] = MappingProxyType(
    {
        NoOpinion: NO_OPINION,
        Reply: Phrase("Review", "回复"),
        Handling: Phrase("Review", "处理"),
        Verdict: Phrase("Review", "对应审阅"),
        Scenario: Phrase("Review", "编制分配方案"),
        Allotment: Phrase("Review", "分配数"),
        AskedOffice: Phrase("Review", "征求意见单位"),
    }
)


def kind_words(content: Content) -> Phrase:
    """Return what an entry of this content is called; opinions go by their category."""
    return CATEGORIES[content.category] if isinstance(content, Opinion) else _KINDS[type(content)]
