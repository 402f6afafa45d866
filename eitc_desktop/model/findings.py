"""What each kind of finding says, by its code. A finding keeps the Chinese sentence; a window may say it otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from eitc_desktop.model.provision import Finding
from eitc_desktop.phrases import Phrase

FINDING_PHRASES: Mapping[str, Phrase] = MappingProxyType(
    {
        "numbering-repeat": Phrase("Findings", "序号“{0}”重复或倒序：前面已有第 {1} 项。"),
        "numbering-gap": Phrase("Findings", "序号“{0}”之前有缺号：应接第 {1} 项。"),
        "text-breaks-off": Phrase("Findings", "文字在句中结束，文件可能不完整。"),
        "chapter-missing": Phrase("Findings", "未见“{0}”一章。"),
        "chapter-empty": Phrase("Findings", "“{0}”一章未读出内容。"),
        "division-count-mismatch": Phrase("Findings", "原文称设 {0} 个内设机构，实际列出 {1} 个。"),
        "quota-exceeded": Phrase("Findings", "“{0}”为 {1}，其中各项合计至少 {2}，超出。"),
        "number-unread": Phrase("Findings", "此处的人数未读作编制或职数。"),
        "title-shares-number": Phrase("Findings", "此职务与其后的职务同列一个职数，未单列。"),
        "change-kind-unclear": Phrase("Findings", "职能转变事项的类别未能从标题或动词判明。"),
        "matter-without-role": Phrase("Findings", "职责分工事项中未读出任何部门的角色。"),
        "wording-differs": Phrase("Findings", "{0}用“{1}”，{2}用“{3}”，所述均有“{4}”；两处用语不同，请对照原文"),
        "sentence-unparsed": Phrase("Findings", "未识别的语句。"),
        "sentences-unparsed": Phrase("Findings", "另有 {0} 句未识别，未逐一列出。"),
        "title-not-stated": Phrase("Findings", "标题：原文未载明。"),
        "document-number-not-stated": Phrase("Findings", "文号：原文未载明。"),
        "issue-date-not-stated": Phrase("Findings", "印发日期：原文未载明。"),
        "effective-date-not-stated": Phrase("Findings", "施行日期：原文未载明。"),
    }
)

_PLACE = re.compile(r"\\\{\d+\\\}")


def phrase_of(finding: Finding) -> tuple[Phrase, tuple[str, ...]] | None:
    """Return the phrase that *finding* fills and the words in its places; None where its message is another's."""
    phrase = FINDING_PHRASES.get(finding.code)
    if phrase is None:
        return None
    found = re.fullmatch(_PLACE.sub("(.*)", re.escape(phrase.words)), finding.message, re.DOTALL)
    return None if found is None else (phrase, found.groups())
