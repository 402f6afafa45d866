"""Views for a person with ``sqlite3`` or Datasette: Chinese columns, and in every row its clause and its span.

What the text does not state reads 本规定未载明 where a person would look for it, and is never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from eitc_desktop.model.wording import CHANGE_KIND_WORDS, DIRECTION_WORDS

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
