"""Views for a person with ``sqlite3`` or Datasette: Chinese columns, and in every row its clause and its span.

What the text does not state reads 本规定未载明 where a person would look for it, and is never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from eitc_desktop.model.mapping import Grade, WordingKind
from eitc_desktop.model.provision import ChangeKind
from eitc_desktop.model.wording import CHANGE_KIND_WORDS, DIRECTION_WORDS, GRADE_WORDS, UNCONFIRMED

_Code = TypeVar("_Code", bound=str)
_UNSTATED = "本规定未载明"

_AMOUNT = """CASE
        WHEN {q}.minimum IS NULL AND {q}.maximum IS NULL THEN {q}.rule
        WHEN {q}.minimum = {q}.maximum THEN {q}.minimum || coalesce({q}.unit, '')
        ELSE coalesce({q}.minimum, '') || '-' || coalesce({q}.maximum, '') || coalesce({q}.unit, '')
    END"""


def _listed(table: str, owner: str, column: str, alias: str) -> str:
    """Parts of a fact in their order, in one cell."""
    ordered = f"SELECT {column} FROM {table} WHERE {table}.{owner}_id = {alias}.id ORDER BY seq"
    return f"(SELECT group_concat({column}, '、') FROM ({ordered}))"


def _named(column: str, words: Mapping[_Code, str]) -> str:
    cases = " ".join(f"WHEN '{code}' THEN '{word}'" for code, word in words.items())
    return f"CASE {column} {cases} END"


_WHERE = "clause.citation AS 条款, {fact}.span_start, {fact}.span_end"

_UNIT = f"""CREATE VIEW unit AS
SELECT provision.id AS provision_id, 1 AS 类序, 0 AS seq, '机构' AS 类别, provision.body AS 名称,
    (SELECT group_concat(name, '、') FROM
        (SELECT name FROM nameplate
         WHERE nameplate.provision_id = provision.id AND of_unit IS NULL ORDER BY seq)
    ) AS 另称,
    coalesce((SELECT group_concat(line, '；') FROM
        (SELECT label || ' ' || {_AMOUNT.format(q="quota")} AS line FROM quota
         WHERE quota.provision_id = provision.id AND part_of_id IS NULL ORDER BY seq)
    ), '{_UNSTATED}') AS 编制职数,
    (SELECT citation FROM clause WHERE clause.provision_id = provision.id
        AND clause.span_start <= provision.body_start AND clause.span_end > provision.body_start
     ORDER BY depth DESC LIMIT 1) AS 条款,
    provision.body_start AS span_start, provision.body_end AS span_end
FROM provision
UNION ALL
SELECT quota.provision_id, 2, quota.seq, '领导职务', label, NULL,
    {_AMOUNT.format(q="quota")}, {_WHERE.format(fact="quota")}
FROM quota JOIN clause ON clause.id = quota.clause_id
WHERE is_leadership_post
UNION ALL
SELECT division.provision_id, 3, division.seq, '内设机构', name,
    {_listed("second_name", "division", "name", "division")},
    coalesce((SELECT group_concat(line, '；') FROM
        (SELECT label || ' ' || {_AMOUNT.format(q="quota")} AS line FROM quota
         WHERE quota.provision_id = division.provision_id AND quota.of_unit = division.name ORDER BY seq)
    ), '{_UNSTATED}'), {_WHERE.format(fact="division")}
FROM division JOIN clause ON clause.id = division.clause_id
UNION ALL
SELECT hosted_office.provision_id, 4, hosted_office.seq, '设在本机构', name, NULL, '{_UNSTATED}',
    {_WHERE.format(fact="hosted_office")}
FROM hosted_office JOIN clause ON clause.id = hosted_office.clause_id
ORDER BY 1, 2, 3"""

_DUTY_ITEM = f"""CREATE VIEW duty_item_view AS
SELECT duty.provision_id, duty.ordinal AS 职责, duty_item.seq + 1 AS 程序编号, duty_item.text AS 职责分项,
    {_WHERE.format(fact="duty_item")}
FROM duty_item JOIN duty ON duty.id = duty_item.duty_id JOIN clause ON clause.id = duty_item.clause_id
ORDER BY duty.provision_id, duty.seq, duty_item.seq"""

# As the sentence joins them: 或 is not 和.
_RECIPIENTS = """(SELECT substr(provision.text, min(recipient.span_start) + 1,
        max(recipient.span_end) - min(recipient.span_start))
     FROM function_change_recipient AS recipient JOIN provision ON provision.id = function_change.provision_id
     WHERE recipient.function_change_id = function_change.id)"""

_FUNCTION_CHANGE = f"""CREATE VIEW function_change_view AS
SELECT function_change.provision_id, {_named("function_change.kind", CHANGE_KIND_WORDS)} AS 类别,
    function_change.ordinal AS 序号, coalesce(subject, text) AS 事项, origin AS 原承担单位, scope AS 范围,
    {_RECIPIENTS} AS 去向,
    {_named("direction", DIRECTION_WORDS)} AS 方向_推算, condition AS 条件, exception AS 例外,
    text AS 原文, {_WHERE.format(fact="function_change")}
FROM function_change JOIN clause ON clause.id = function_change.clause_id
ORDER BY function_change.provision_id, function_change.seq"""

_QUOTA = f"""CREATE VIEW quota_view AS
SELECT quota.provision_id, {_named("quota.kind", {"establishment": "编制", "leadership": "职数"})} AS 类别,
    quota.type AS 编制类型, quota.label AS 名称, {_AMOUNT.format(q="quota")} AS 数额或规则,
    quota.of_unit AS 所属, whole.label AS 其中之于, {_WHERE.format(fact="quota")}
FROM quota JOIN clause ON clause.id = quota.clause_id LEFT JOIN quota AS whole ON whole.id = quota.part_of_id
ORDER BY quota.provision_id, quota.seq"""

_ROLE = f"""CREATE VIEW responsibility_view AS
SELECT responsibility_split.provision_id, counterpart AS 对方, matter.ordinal AS 事项序号, lead AS 牵头单位,
    agency AS 单位, verb AS 原文用语,
    {_named("position", {"subject": "自行", "joint": "共同", "partner": "对象"})} AS 地位,
    role.text AS 原文, {_WHERE.format(fact="role")}
FROM role JOIN matter ON matter.id = role.matter_id
JOIN responsibility_split ON responsibility_split.id = matter.responsibility_split_id
JOIN clause ON clause.id = role.clause_id
ORDER BY responsibility_split.provision_id, responsibility_split.seq, matter.seq, role.seq"""

_CLAUSE = """CREATE VIEW clause_view AS
SELECT clause.provision_id, clause.citation AS 条款, clause.heading AS 标题,
    substr(provision.text, clause.body_start + 1, clause.body_end - clause.body_start) AS 原文,
    clause.span_start, clause.span_end
FROM clause JOIN provision ON provision.id = clause.provision_id
ORDER BY clause.provision_id, clause.seq"""

VIEWS = (_UNIT, _DUTY_ITEM, _FUNCTION_CHANGE, _QUOTA, _ROLE, _CLAUSE)

_GRADED = {grade: f"{grade.value} {word}" for grade, word in GRADE_WORDS.items()}

# The words of the evidence, each in quotation marks, in the text's order.
_EVIDENCE = """(SELECT group_concat(words, '') FROM
        (SELECT '“' || text || '”' AS words FROM {table} WHERE {table}.{owner}_id = {owner}.id ORDER BY seq))"""

# Why words that are not literally those of the name may stand for it, once each.
_GROUNDS = """(SELECT group_concat(reason, '；') FROM
        (SELECT term || '：' || ground AS reason FROM {owner}_evidence
         WHERE {owner}_evidence.{owner}_id = {owner}.id AND ground IS NOT NULL
         GROUP BY term, ground ORDER BY min(seq)))"""

_REASON = f"coalesce(judgement.reason, {_GROUNDS}) AS 理由"
_JUDGED = "judgement.judge AS 研判者, judgement.date AS 研判日期"
_NATURE = {Grade.STATED: "原文", Grade.NAMED: "推算", Grade.JUDGED: UNCONFIRMED}
_UNIT_NAMED = """coalesce(division.name, hosted_office.name) AS 对应单位,
    CASE WHEN division.id IS NULL THEN '设在本机构' ELSE '内设机构' END AS 单位类别"""
_ITEM_NAMED = "duty.ordinal AS 职责, duty_item.seq + 1 AS 程序编号, duty_item.text AS 职责分项"


def _of_items(link: str) -> str:
    return f"""FROM {link}
JOIN duty_item ON duty_item.id = {link}.duty_item_id JOIN duty ON duty.id = duty_item.duty_id
JOIN clause ON clause.id = duty_item.clause_id
LEFT JOIN division ON division.id = {link}.division_id
LEFT JOIN hosted_office ON hosted_office.id = {link}.hosted_office_id
LEFT JOIN judgement ON judgement.id = {link}.judgement_id
ORDER BY {link}.provision_id, {link}.seq"""


_DUTY_LINK = f"""CREATE VIEW duty_link_view AS
SELECT duty_link.provision_id, {_ITEM_NAMED}, {_UNIT_NAMED},
    {_named("duty_link.grade", _GRADED)} AS 等级,
    {_EVIDENCE.format(table="duty_link_evidence", owner="duty_link")} AS 依据原文,
    {_REASON.format(owner="duty_link")}, {_named("duty_link.grade", _NATURE)} AS 性质, {_JUDGED},
    CASE WHEN duty_link.part THEN '部分' ELSE '整项' END AS 整项或部分, {_WHERE.format(fact="duty_item")}
{_of_items("duty_link")}"""

_REJECTION = f"""CREATE VIEW rejection_view AS
SELECT rejection.provision_id, {_ITEM_NAMED}, {_UNIT_NAMED},
    {_EVIDENCE.format(table="rejection_evidence", owner="rejection")} AS 名称所对应的原文,
    {_REASON.format(owner="rejection")}, '{UNCONFIRMED}' AS 性质, {_JUDGED}, {_WHERE.format(fact="duty_item")}
{_of_items("rejection")}"""

# An office that is only hosted is no division: an item that corresponds to it alone counts as without one.
_GAP = f"""CREATE VIEW duty_gap_view AS
SELECT duty.provision_id, 1 AS 类序, '职责分项未对应内设机构' AS 类别, duty.ordinal AS 序号,
    duty_item.seq + 1 AS 程序编号, duty_item.text AS 原文, {_WHERE.format(fact="duty_item")}
FROM duty_item JOIN duty ON duty.id = duty_item.duty_id JOIN clause ON clause.id = duty_item.clause_id
WHERE duty_item.id NOT IN (SELECT duty_item_id FROM duty_link WHERE division_id IS NOT NULL)
UNION ALL
SELECT division.provision_id, 2, '内设机构未对应职责分项', division.ordinal, NULL, division.name,
    {_WHERE.format(fact="division")}
FROM division JOIN clause ON clause.id = division.clause_id
WHERE division.id NOT IN (SELECT division_id FROM duty_link WHERE division_id IS NOT NULL)
ORDER BY 1, 2, 8"""

_TARGET = """coalesce('职责' || coalesce(duty.ordinal, '') || '第 ' || (duty_item.seq + 1) || ' 项（程序编号）',
        division.name, hosted_office.name,
        '与' || coalesce(responsibility_split.counterpart, '有关部门') || '的职责分工'
            || coalesce(matter.ordinal, ''))"""

# Of a function that was abolished or devolved a link names the field, not what is left of it.
_MEANING = dict.fromkeys((ChangeKind.ABOLISHED, ChangeKind.DEVOLVED), "涉及领域")

_CHANGE_LINK = f"""CREATE VIEW change_link_view AS
SELECT change_link.provision_id, {_named("function_change.kind", CHANGE_KIND_WORDS)} AS 类别,
    function_change.ordinal AS 序号, function_change.text AS 职能转变,
    coalesce({_named("function_change.kind", _MEANING)}, '对应') AS 关系, {_TARGET} AS 所涉,
    '职责' || coalesce(via_duty.ordinal, '') || '第 ' || (via_item.seq + 1) || ' 项（程序编号）' AS 经由,
    {_named("change_link.grade", _GRADED)} AS 等级,
    {_EVIDENCE.format(table="change_link_evidence", owner="change_link")} AS 依据原文,
    {_EVIDENCE.format(table="change_link_counterpart", owner="change_link")} AS 对应原文,
    {_REASON.format(owner="change_link")}, {_named("change_link.grade", _NATURE)} AS 性质, {_JUDGED},
    {_WHERE.format(fact="function_change")}
FROM change_link
JOIN function_change ON function_change.id = change_link.function_change_id
JOIN clause ON clause.id = function_change.clause_id
LEFT JOIN duty_item ON duty_item.id = change_link.duty_item_id LEFT JOIN duty ON duty.id = duty_item.duty_id
LEFT JOIN division ON division.id = change_link.division_id
LEFT JOIN hosted_office ON hosted_office.id = change_link.hosted_office_id
LEFT JOIN matter ON matter.id = change_link.matter_id
LEFT JOIN responsibility_split ON responsibility_split.id = matter.responsibility_split_id
LEFT JOIN duty_item AS via_item ON via_item.id = change_link.via_item_id
LEFT JOIN duty AS via_duty ON via_duty.id = via_item.duty_id
LEFT JOIN judgement ON judgement.id = change_link.judgement_id
ORDER BY change_link.provision_id, change_link.seq"""

_WORDING_WORDS = {WordingKind.ROLE: "协作角色", WordingKind.ACT: "行为", WordingKind.LIMIT: "限定"}

_WORDING = f"""CREATE VIEW wording_view AS
SELECT wording.provision_id, {_ITEM_NAMED}, {_named("wording.kind", _WORDING_WORDS)} AS 类别,
    wording.name AS 归类, wording.text AS 原文用语, {_WHERE.format(fact="wording")}
FROM wording JOIN duty_item ON duty_item.id = wording.duty_item_id JOIN duty ON duty.id = duty_item.duty_id
JOIN clause ON clause.id = wording.clause_id
ORDER BY wording.provision_id, wording.seq"""

_SAME_SUBJECT = f"""CREATE VIEW same_subject_view AS
SELECT same_subject.provision_id, same_subject.seq + 1 AS 组, responsibility_split.counterpart AS 对方,
    matter.ordinal AS 事项序号, same_subject_matter.text AS 共同用语, {_WHERE.format(fact="same_subject_matter")}
FROM same_subject_matter JOIN same_subject ON same_subject.id = same_subject_matter.same_subject_id
JOIN matter ON matter.id = same_subject_matter.matter_id
JOIN responsibility_split ON responsibility_split.id = matter.responsibility_split_id
JOIN clause ON clause.id = same_subject_matter.clause_id
ORDER BY same_subject.provision_id, same_subject.seq, same_subject_matter.seq"""

MAPPING_VIEWS = (_DUTY_LINK, _GAP, _REJECTION, _CHANGE_LINK, _WORDING, _SAME_SUBJECT)
