"""What chapters and their parts are called in 三定规定 of several years and places."""

from __future__ import annotations

import re

from eitc_desktop.model.provision import ChangeKind, SectionKind

# Longest wording first within each line, since a heading may run straight into the sentence behind it.
_SECTION_WORDS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.FUNCTION_CHANGES,
        r"(?:关于)?(?:职能|职责|主要职责|机构职能)(?:的)?(?:转变和调整|调整和转变|转变|调整|变化|变动|划转)(?:情况|事项)?",
    ),
    (
        SectionKind.DIVISIONS,
        (
            r"(?:关于)?(?:内设|内部|职能)(?:机构|科室|处室|股室|部门|组织)(?:设置)?(?:及|和|与)?(?:其)?(?:主要)?(?:职责|职能)?(?:任务|分工)?"
            r"|(?:机关)?(?:机构|科室|处室)设置(?:及(?:主要)?职责)?"
        ),
    ),
    (
        SectionKind.MAIN_DUTIES,
        r"(?:关于)?(?:主要|基本|工作)(?:职责|职能|任务)(?:任务|和任务)?|职责任务|职能配置|职责配置|(?:部门|机构|单位)(?:职责|职能)",
    ),
    (
        SectionKind.STAFFING,
        (
            r"(?:关于)?(?:人员|机构|机关|核定)?编制(?:配备|核定)?(?:(?:和|及|与|、)(?:领导|内设机构领导|处级领导|科级领导)?(?:职数|干部职数))?(?:配备|核定|事项)?"
            r"|(?:人员|编制)(?:配备|核定)|领导职数(?:和|及|、)(?:人员)?编制|领导职数"
        ),
    ),
    (SectionKind.OTHER_MATTERS, r"其他(?:有关)?(?:事项|规定|问题)|有关事项|其他|(?:有关|相关|部门间)?职责分工"),
    (SectionKind.SUPPLEMENTARY, r"附\s{0,4}则|解释和调整|附件说明"),
)
_SECTIONS = tuple((kind, re.compile(rf"\s*(?:{words})")) for kind, words in _SECTION_WORDS)

_CHANGE_WORDS: tuple[tuple[ChangeKind, str], ...] = (
    (ChangeKind.ABOLISHED, r"取消|废止|停止"),
    (ChangeKind.DEVOLVED, r"下放|委托下放"),
    (ChangeKind.TRANSFERRED_IN, r"划转?入|转入|调入|承接|接收"),
    (ChangeKind.TRANSFERRED_OUT, r"划转?出|转出|调出|剥离"),
    (ChangeKind.INTEGRATED, r"整合|归并|合并"),
    (ChangeKind.ADDED, r"增加|新增|增设"),
    (ChangeKind.STRENGTHENED, r"加强|强化|进一步加强|进一步强化|突出"),
    (ChangeKind.HANDED_OVER, r"移交|转交|交由|转由|交给"),
)
_OTHER_KINDS = re.compile(r"调整|划转|转变|转移")
"""Words of a heading that stand for several kinds of change: beside a listed one they leave the kind to the verbs."""
_ANY_CHANGE = "|".join(words for _, words in _CHANGE_WORDS) + r"|划转|转变|转移|调整|弱化|保留|改进"
_OBJECT = (
    r"(?:有关|相关|部分|行政|管理)?(?:职责|职能|事项|行政审批(?:事项|项目)|审批事项|审批项目|行政权力|权限|工作|内容)"
)
_CHANGE_HEADING = re.compile(
    rf"\s*(?:{_ANY_CHANGE})(?:(?:、|和|并|与|及|或)(?:{_ANY_CHANGE}))*的?(?:{_OBJECT})(?:方面)?(?![^。：\s（\d]{{0,3}}[，、])"
)
_CHANGE_KINDS = tuple((kind, re.compile(words)) for kind, words in _CHANGE_WORDS)

_SPLIT = re.compile(
    r"\s*(?:(?:关于)?(?:与|和|同)(?P<counterpart>[^。；：]{2,120}?)(?:(?:在|就|有关|关于)[^。；：]{1,60}?(?:方面|中)?)?的?"
    r"|关于(?P<subject>[^。；：]{2,60}?)(?:方面)?的?|)"
    r"(?:有关|相关|部门间|部门之间的?|主要)?(?:职责|职能|工作)(?:的)?(?:分工|划分|边界|界定|界限)"
)
"""A heading that opens the division of responsibilities with other agencies."""
_TOPIC = re.compile(
    r"\s*(?P<parties>[^。；：，\n]{2,100}?)的(?:有关|相关|部门间)?(?:职责|职能|工作)(?:分工|划分|边界|界定|界限)(?=[。：\s]|$)"
)
"""The same, headed by its subject or by both agencies: 河道采砂管理的职责分工, 甲局与乙局在…方面的职责分工."""

_NESTED = (
    (SectionKind.FUNCTION_CHANGES, re.compile(r"\s*(?:关于)?(?:职能|职责)(?:转变|调整)(?=[。：\s]|$)")),
    (SectionKind.OTHER_MATTERS, re.compile(rf"(?:{_SPLIT.pattern})(?=[。：\s]|$)")),
)


def section_heading(folded: str) -> tuple[SectionKind, int] | None:
    """Return what the chapter headed by the start of *folded* is about and where its heading ends, or None."""
    best: tuple[SectionKind, int] | None = None
    for kind, pattern in _SECTIONS:
        found = pattern.match(folded)
        if found and (best is None or found.end() > best[1]):
            best = (kind, found.end())
    return best


def nested_kind(folded: str) -> SectionKind | None:
    """Return the kind of a numbered duty that is a chapter in itself (职能转变。…, 有关职责分工。…), else None."""
    for kind, pattern in _NESTED:
        if pattern.match(folded):
            return kind
    return None


def split_heading(folded: str) -> re.Match[str] | None:
    """Return the heading at the start of *folded* that opens a division of responsibilities, or None.

    Its group ``counterpart`` or ``parties`` holds whom it names, or what it is about.
    """
    return _SPLIT.match(folded) or _TOPIC.match(folded)


def item_heading_end(folded: str) -> int:
    """Return where the heading at the start of an item ends, 0 where the item has none that is known by its words."""
    found = _CHANGE_HEADING.match(folded) or split_heading(folded) or _NESTED[0][1].match(folded)
    return found.end() if found else 0


def change_kind_of_heading(folded: str) -> ChangeKind | None:
    """Return the kind of change that a heading names; None where it names none of the listed ones, or several.

    取消和调整的职责 is none: an item under it may as well be devolved.
    """
    kinds = [kind for kind, pattern in _CHANGE_KINDS if pattern.search(folded)]
    return kinds[0] if len(kinds) == 1 and not _OTHER_KINDS.search(folded) else None


def change_kind_at_start(folded: str) -> ChangeKind | None:
    """Return the kind of change whose verb opens the sentence *folded*, or None."""
    for kind, pattern in _CHANGE_KINDS:
        if re.match(rf"\s*(?:进一步|着力|切实)?(?:{pattern.pattern})", folded):
            return kind
    return None
