"""What the words of a duty item say of the agency's part in it: roles, acts, and what bounds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from eitc_desktop.linking.matching import part_of
from eitc_desktop.linking.words import ACTS, LONGEST_ACT, act_at_end
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Wording, WordingKind
from eitc_desktop.model.provision import Provision

ROLES = ("牵头", "会同", "协同", "配合", "参与", "承办", "协助")
"""Roles that a verb states; without one the item reads 未载明协作角色."""

_PHRASE = re.compile("[^，；。：]+")
# A role is a verb: it opens a phrase, or follows what joins it to another; 协作配合机制 is a noun.
_ROLE = re.compile(rf"(?:^|(?<=[、和并与后由及])|(?<=负责|具体|积极|依法|规定))(?:{'|'.join(ROLES)})(?!机制|工作|协作)")
_ANY_ACT = "|".join(sorted(ACTS, key=len, reverse=True))
_ACT = re.compile(f"(?:{_ANY_ACT})(?!业(?![主务]))")  # 服务业 is no 服务
_BETWEEN = re.compile(r"(?:(?:有关|相关)(?:部门|方面|单位)|并|后|和|及|、|与|进行)?")
_OF = re.compile("的(?:统一|日常|具体|相应)?$")
_CARRIED_OUT = re.compile(r"(?:组织|监督)?实施$")
_ALSO = re.compile(f"(?<!合)并(?P<act>{_ANY_ACT})")  # 协调解决有关问题并提出政策建议
_ABOUT = re.compile(f"^对.+?(?P<act>提出|(?<=进行)(?:{_ANY_ACT}))")  # 对某项目提出意见
_BEARING = re.compile("负责|承担")
_LIMITS = re.compile(
    r"按照?[^，；。]{0,40}?(?:规定|权限|要求|程序|分工|授权)(?:的?(?:权限|程序|要求|分工)(?:[、和](?:权限|程序|要求))*)?"
    r"|依照[^，；。]{0,40}?规定|依法(?!治|行政)|在[^，；。]{1,12}范围内"
    r"|等?(?:有关|相关)(?:职责|工作|事务|事项)$|除[^，；。]{1,60}?外"
)

FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "拟订": ("拟订", "拟定", "起草", "制定", "制订", "编制", "修订", "规划"),
        "组织实施": ("实施", "贯彻", "执行", "落实", "履行"),
        "统筹": ("统筹", "综合协调", "综合管理", "综合监督"),
        "指导": ("指导", "引导", "扶持", "培育"),
        "协调": ("协调", "处理", "解决"),
        "监督管理": (
            *("监督", "监管", "管理", "监控", "检查", "督查", "督促", "查处", "执法"),
            *("审批", "审核", "审查", "核准", "评审"),
        ),
        "推进": ("推进", "推动", "促进", "推广"),
        "监测分析": ("监测", "分析", "统计", "发布", "预测", "预警", "评估"),
        "建立完善": ("建立", "完善", "健全", "改进"),
        "提出": ("提出",),
    }
)
"""Acts by what they are chosen by: each family with the verbs that belong to it. A verb may be of two: 统筹推进."""


def wordings_of(provision: Provision) -> Iterator[Wording]:
    """Yield the roles, acts and limits that the duty items of *provision* state, in the text's order."""
    for i, duty in enumerate(provision.duties):
        for j, item in enumerate(duty.items):
            ref = FactRef(FactKind.DUTY_ITEM, i, j)
            for kind, spans in (
                (WordingKind.ROLE, _roles(item.text)),
                (WordingKind.ACT, _acts(item.text)),
                (WordingKind.LIMIT, _limits(item.text)),
            ):
                for start, end in spans:
                    words = item.text[start:end]
                    for name in families_of(words) if kind is WordingKind.ACT else (words,):
                        yield Wording(ref, kind, name, part_of(item, start, end))


def families_of(act: str) -> tuple[str, ...]:
    """Return the families that an act as worded belongs to, in the order of the list above; none for 负责, 开展."""
    return tuple(family for family, verbs in FAMILIES.items() if any(verb in act for verb in verbs))


def _roles(text: str) -> list[tuple[int, int]]:
    return [
        (phrase.start() + found.start(), phrase.start() + found.end())
        for phrase in _PHRASE.finditer(text)
        for found in _ROLE.finditer(phrase[0])
    ]


def _acts(text: str) -> list[tuple[int, int]]:
    """Find the verbs that open a phrase (组织、协调和指导…), close it (…的规划、协调和管理), or are added by 并."""
    found: set[tuple[int, int]] = set()
    for phrase in _PHRASE.finditer(text):
        words = re.sub("(?:等|有关|相关){0,3}工作$", "", phrase[0])
        spans = list(_opening_acts(words))
        spans += _closing_acts(words, alone=bool(spans) and all(_BEARING.fullmatch(words, *span) for span in spans))
        carried_out = _CARRIED_OUT.search(words)
        if carried_out is not None:
            spans.append(carried_out.span())
        spans += [one.span("act") for pattern in (_ALSO, _ABOUT) for one in pattern.finditer(words)]
        found |= {(phrase.start() + start, phrase.start() + end) for start, end in _widest(spans)}
    return sorted(found)


def _widest(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > reached:
            yield start, end
            reached = end


def _closing_acts(words: str, *, alone: bool) -> list[tuple[int, int]]:
    """Find the acts that close a phrase after 的, or after anything where it has no other verb (*alone*)."""
    found: list[tuple[int, int]] = []
    end = place = len(words)
    while act := act_at_end(words[max(place - LONGEST_ACT, 0) : place]):
        end = place - len(act)
        found.append((end, place))
        place = end - (words[end - 1 : end] in tuple("、和与"))
    return found if alone or _OF.search(words[:end]) else []


def _opening_acts(phrase: str) -> Iterator[tuple[int, int]]:
    place = 0
    drawn_up = False
    while True:
        joint = _BETWEEN.match(phrase, place)
        begin = joint.end() if joint else place
        act = _ACT.match(phrase, begin)
        if act is None or (drawn_up and begin == place and act[0] == "规划"):  # 拟订规划 is one act
            return
        yield act.span()
        drawn_up = "拟订" in families_of(act[0])
        place = act.end()


def _limits(text: str) -> list[tuple[int, int]]:
    return [
        (phrase.start() + found.start(), phrase.start() + found.end())
        for phrase in _PHRASE.finditer(text)
        for found in _LIMITS.finditer(phrase[0])
    ]
