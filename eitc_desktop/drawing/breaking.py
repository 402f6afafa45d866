"""Where lines of Chinese text may break: no closing mark begins one, no opening mark ends one (GB/T 15834-2011)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eitc_desktop.drawing.measuring import TextMeasurer
from eitc_desktop.drawing.shapes import Style

NOT_FIRST = frozenset("，。、；：？！）〕】》〉」』”’％℃·…—～-,.;:?!)]}%°′″／/")
"""What never begins a line."""

NOT_LAST = frozenset("（〔【《〈「『“‘([{￥$")
"""What never ends one."""


_NAMES_ARE_MADE_OF = """
办公室 委员会 领导小组 协调小组 工作组 指挥部 联席会议 管理局 监督局 办公厅 服务业 制造业 中小企业
机关党委 离退休 人事 教育 财务 审计 监察 政策 法规 法制 规划 计划 综合 统计 经济 运行 发展 改革
产业 企业 工业 农业 商业 商务 贸易 投资 外资 科技 技术 信息 网络 数据 大数据 软件 电子 通信 安全
应急 消防 保密 档案 信用 征信 市场 质量 标准 价格 资源 能源 节能 环境 生态 卫生 健康 医疗 社会
保障 民政 民族 宗教 文化 旅游 体育 新闻 宣传 组织 统战 纪检 党委 党组 工会 干部 人才 老干部
人民 政府 工作 行政 审批 执法 监督 监管 检查 管理 服务 协调 推进 促进 指导 建设 基础 设施 城市 城乡 农村
水利 交通 运输 国防 军工 装备 材料 航空 船舶 专项 重大 项目 结构 调整 专职 副主任 副局长 副书记
总工程师 秘书长 主任 局长 书记 处长 科长 股长
"""

TERMS = frozenset(_NAMES_ARE_MADE_OF.split())
"""Words that names of units are made of: a line of a name rather ends beside one than within it."""

_LONGEST_TERM = max(len(term) for term in TERMS)

_KIND = frozenset("市省县区州旗镇乡处科股室局委厅部司院所队站")
"""What ends the name of a place or unit, and rather begins no line."""

_WITHIN_TERM = 6.0  # what a break within a term costs: (a line 2.4 em longer than its even share) squared


def pieces_of(words: str, keep: Sequence[str] = ()) -> tuple[str, ...]:
    """Return *words* cut at every place where a line may break; joined they are *words* again.

    Latin words and numbers stay whole, marks stay with what they belong to, and so do the strings in *keep*.
    """
    kept = {start + i for name in keep for start in _places(words, name) for i in range(1, len(name))}
    pieces: list[str] = []
    start = 0
    for at in range(1, len(words)):
        if at not in kept and _may_break(words[at - 1], words[at]):
            pieces.append(words[start:at])
            start = at
    if start < len(words):
        pieces.append(words[start:])
    return tuple(pieces)


def break_lines(
    words: str, style: Style, width: float, measurer: TextMeasurer, keep: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return *words* in lines no wider than *width* points; "\\n" in them begins a new line.

    Where one piece alone is wider (a long Latin word, a kept name), it is cut between characters. White space at the
    end of a line is dropped. Empty words make one empty line.
    """
    lines: list[str] = []
    for paragraph in words.split("\n"):
        lines += _lines_of(paragraph, style, width, measurer, keep)
    return tuple(lines)


def break_evenly(
    words: str, style: Style, count: int, measurer: TextMeasurer, keep: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return *words* in at most *count* lines, as even as the rules allow and rather not broken within TERMS."""
    pieces = pieces_of(words, keep)
    if count < 2 or len(pieces) < 2:
        return (words,)
    reach = [0.0]
    places = [0]
    for piece in pieces:
        reach.append(reach[-1] + measurer.advance(piece, style) / style.size)
        places.append(places[-1] + len(piece))
    within = _within_terms(words)
    last = len(pieces)
    if count == 2:
        total = reach[-1]
        at = min(
            range(1, last),
            key=lambda i: reach[i] ** 2 + (total - reach[i]) ** 2 + (_WITHIN_TERM if places[i] in within else 0.0),
        )
        return words[: places[at]].strip(), words[places[at] :].strip()
    best = [(length * length, 0) for length in reach]  # for each place: what one line up to it costs, where it begins
    begins = [best]
    for _ in range(min(count, last) - 1):
        before = best
        best = [(0.0, 0)]
        for end in range(1, last + 1):
            options = [
                (before[at][0] + (reach[end] - reach[at]) ** 2 + (_WITHIN_TERM if places[at] in within else 0.0), at)
                for at in range(end)
            ]
            best.append(min(options))
        begins.append(best)
    lines: list[str] = []
    end = last
    for table in reversed(begins):
        start = table[end][1]
        lines.append(words[places[start] : places[end]].strip())
        end = start
    return tuple(line for line in reversed(lines) if line)


def _within_terms(words: str) -> frozenset[int]:
    """Return the places in *words* within a term, or before what names a kind of place or unit (…市, …处)."""
    found: set[int] = set()
    starts: set[int] = set()
    for start in range(len(words)):
        for size in range(2, _LONGEST_TERM + 1):
            if words[start : start + size] in TERMS:
                found.update(range(start + 1, start + size))
                starts.add(start)
    return frozenset(found | {at for at, char in enumerate(words) if char in _KIND and at not in starts})


def _lines_of(words: str, style: Style, width: float, measurer: TextMeasurer, keep: Sequence[str]) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces_of(words, keep):
        if measurer.advance((line + piece).rstrip(), style) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = ""
        if measurer.advance(piece.rstrip(), style) <= width:
            line = piece.lstrip(" ")
            continue
        *whole, line = _cut(piece, style, width, measurer)
        lines += whole
    return [*lines, line.rstrip()]


def _cut(piece: str, style: Style, width: float, measurer: TextMeasurer) -> list[str]:
    """Cut what is wider than a line: by the rules if it was kept whole, between any characters otherwise."""
    lines: list[str] = []
    line = ""
    for char in pieces_of(piece) if len(pieces_of(piece)) > 1 else piece:
        if line and measurer.advance(line + char, style) > width:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


def _places(words: str, name: str) -> Iterator[int]:
    at = words.find(name) if name else -1
    while at >= 0:
        yield at
        at = words.find(name, at + len(name))


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    if after.isspace():
        return False
    return before.isspace() or not (_latin(before) and _latin(after))


def _latin(char: str) -> bool:
    """Say whether a character belongs to a word or number that isn't broken: all but Han and full-width characters."""
    return ord(char) < 0x2E80 and not char.isspace() and char not in NOT_LAST and char not in "“”‘’—…·"
