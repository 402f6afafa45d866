"""Words of administration that carry no field of their own: what agencies do, whatever it is that they do it with.

None of them belongs to a body or a field: they are the verbs, the joints and the class nouns of every 三定规定.
"""

from __future__ import annotations

import re


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


ACTS = _listed(
    """
    贯彻执行 贯彻落实 组织实施 组织协调 组织编制 组织起草 组织拟订 组织开展 组织推进
    组织推广 组织规划 组织指导 综合协调 综合管理 综合评价 综合监督 统筹推进 统筹协调
    统筹规划 研究起草 研究拟订 研究制定 研究提出 监督管理 监督检查 监督指导 监测分析
    监测预警 预测预警 协调推进 协调推动 协调解决 协调处理 协调保障 协调实施 指导协调
    指导监督 指导推进 归口管理 业务指导 专业评审 行政执法 行政审批 推广应用 培育发展
    建立完善 建立健全 引导扶持 宣传教育 宣传培训 会同 牵头 协同 配合 参与 承办 协助
    贯彻 执行 落实 起草 拟订 拟定 制定 制订 编制 修订 组织 实施 协调 统筹 综合
    指导 监督 管理 监管 监控 检查 督查 督促 推进 推动 促进 推广 引导 扶持 培育
    负责 承担 规划 计划 监测 分析 统计 发布 预测 预警 提出 建立 完善 健全 开展
    做好 加强 深化 处理 解决 审批 审核 审查 核准 备案 评审 评估 评价 考核 认定
    登记 受理 查处 执法 保障 保护 服务 宣传 培训 研究 调查 发展 建设 改造 提升
    优化 调整 配套 防治 防控 救助 维护 养护 整治 治理 改革 创新 合作 交流 履行
    完成 改进 扩大 拓展 取消 下放 划入 划出 整合 增加 强化 工作 事务 业务
    """
)
"""What an agency does."""

HEADS = ("服务业", "制造业", "产业", "行业", "事业", "企业", "市场", "领域", "业")
"""Class nouns that end a coordinated name and belong to each of its parts: 航空、船舶等产业."""

ENTITIES = _listed(
    """
    基金 公司 集团 银行 协会 学会 商会 联合会 公约 条约 博览会 展览会 交易会 学校
    大学 学院 医院 法院 委员会
    """
)
"""What makes a name of something else of the words before it: 产业投资基金 is a fund, and no 产业投资.

A group that coordinates a field (领导小组, 协调小组) isn't among them: who works for it works on the field.
"""

INSTRUMENTS = _listed(
    """
    法律 法规 规章 地方性 方针 政策 措施 标准 规范 制度 草案 意见 方案 战略 职责
    """
)
"""What agencies do it by: words of every field."""

JOINTS = "、和与及或并"
"""What joins the parts of an enumeration."""

GROUPS = _listed("领导小组 协调小组 工作小组 工作组 指挥部 联席会议 委员会")
"""What coordinates a field, and has an office: 防汛抗旱指挥部办公室."""

_FUNCTION = "的各其该此对由为以在从到向被把将于等和与及或并而且也又、，；。：（）《》“”"
FUNCTION_WORDS = frozenset(f"{_FUNCTION}全本内外前后")
"""Single characters that may stand right beside a term and leave it what it is."""

PLACES = frozenset("省市县区旗州盟国")
"""Levels of places, which may stand right before a term: 跨省市信用体系."""

_JOINING = ("有关", "相关", "相应", "具体", "一些")
_NO_CONTENT = re.compile("|".join(sorted((*ACTS, *_JOINING), key=len, reverse=True)))
_KNOWN_ACTS = frozenset(ACTS)
_LENGTHS = tuple(sorted({len(act) for act in ACTS}, reverse=True))
LONGEST_ACT = max(_LENGTHS)  # characters


def act_at_end(words: str) -> str | None:
    """Return the longest act that *words* end with, None where they end with none."""
    return next((words[-length:] for length in _LENGTHS if words[-length:] in _KNOWN_ACTS), None)


def act_at_start(words: str) -> str | None:
    """Return the longest act that *words* begin with, None where they begin with none."""
    return next((words[:length] for length in _LENGTHS if words[:length] in _KNOWN_ACTS), None)


def begins_word(text: str, start: int) -> bool:
    """Say whether a word surely begins at *start*: nothing stands before it, or what joins, places or acts."""
    before = text[max(start - LONGEST_ACT, 0) : start]
    return not before or before[-1] in FUNCTION_WORDS or before[-1] in PLACES or act_at_end(before) is not None


def content_runs(words: str) -> list[str]:
    """Return the runs of *words* that are left without acts and function words."""
    marked = _NO_CONTENT.sub(lambda found: "、" * len(found[0]), words)
    return [run for run in re.split(f"[{re.escape(_FUNCTION)}]+", marked) if run]
