"""编制职数表: what the text states of establishment and posts, what lies within what, and sums marked 推算."""

from __future__ import annotations

from collections.abc import Iterator

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Align, Cell, CellLine, Column, Row, Standing, Table, cell
from eitc_desktop.model.provision import Provision, Quota, QuotaKind
from eitc_desktop.services.citing import Citing
from eitc_desktop.services.papers.words import NOT_STATED, USUAL_GRADES, amount
from eitc_desktop.services.staffing import amount_words, parts_of, sum_of_parts

DERIVED = "推算"

_SUM = cell(DERIVED, Standing.DERIVED)

_KINDS = {QuotaKind.ESTABLISHMENT: "编制", QuotaKind.LEADERSHIP: "职数"}


def quotas_table(provision: Provision, mapping: Mapping, grades: frozenset[Grade] = USUAL_GRADES) -> Table:
    """Return 范围｜名称｜数额｜类别｜说明｜条款; nothing in it depends on correspondences."""
    del mapping, grades
    made = tuple(_Rows(provision).rows())
    notes = ["编制、职数为本规定所核定，不是实有人数。数额一律用阿拉伯数字，原文写法见所引条款。"]
    if any(one.cells[3] == _SUM for one in made):
        notes.append("标“推算”的行（蓝字）由程序按原文数额相加得出，原文没有该数。")
    return Table(
        title=f"{provision.body.text}编制职数表",
        columns=(
            Column("范围", 22),
            Column("名称", 26),
            Column("数额", 26, Align.CENTRE),
            Column("类别", 10, Align.CENTRE),
            Column("说明", 30),
            Column("条款", 10, Align.CENTRE),
        ),
        rows=made,
        notes=tuple(notes),
        merged=(0,),
        subject=provision.body.text,
    )


class _Rows:
    """The rows of one provision's table."""

    def __init__(self, provision: Provision) -> None:
        self._provision = provision
        self._citing = Citing(provision)

    def rows(self) -> Iterator[Row]:
        p = self._provision
        for i in parts_of(p, None):
            of = p.quotas[i].of
            yield from self._with_parts(i, "本机关" if of is None else of.text, frozenset())
        if not p.quotas:
            yield self._absent("本机关", "编制、职数")
        told = {quota.of.text for quota in p.quotas if quota.of is not None}
        if untold := [division for division in p.divisions if division.name.text not in told]:
            place = "各内设机构" if len(untold) == len(p.divisions) else "其他内设机构"
            yield self._absent(place, "编制、职数")
        for i, staff in enumerate(p.actual_staff):
            number = f"{staff.count} {staff.unit or ''}".strip()
            clause = self._citing.mark(FactRef(FactKind.ACTUAL_STAFF, i))
            note = cell("实有人数，不是编制")
            yield Row((cell("实有"), cell(staff.label.text), cell(number), cell("实有"), note, cell(clause)))
        if not p.actual_staff:
            yield self._absent("实有", "实有人数")

    def _with_parts(self, index: int, place: str, above: frozenset[int]) -> Iterator[Row]:
        """Yield a quota, what lies within it, and the sum of that. ``above`` guards against a damaged database."""
        p = self._provision
        quota = p.quotas[index]
        clause = cell(self._citing.mark(FactRef(FactKind.QUOTA, index)))
        kind = cell(f"{quota.type or ''}{_KINDS[quota.kind]}")
        yield Row((cell(place), cell(quota.label.text), Cell((amount(quota),)), kind, self._remark(quota), clause))
        within = f"其中（{quota.label.text}）"
        for part in parts_of(p, index):
            if part not in above:
                yield from self._with_parts(part, within, above | {index})
        total = sum_of_parts(p, index)
        if total is not None:
            words = amount_words(total.minimum, total.maximum, total.unit) or ""
            derived = Standing.DERIVED
            yield Row(
                (
                    cell(within),
                    cell("以上各项相加", derived),
                    cell(words, derived),
                    _SUM,
                    cell("推算，原文未载明此数", derived),
                    cell("—", Standing.NOT_STATED),
                )
            )

    def _remark(self, quota: Quota) -> Cell:
        """Say what a number leaves open, and to whom it belongs where that isn't the body itself."""
        lines: list[CellLine] = []
        if quota.of is not None and quota.part_of is not None:
            lines.append(CellLine(f"所属：{quota.of.text}"))
        if "正副" in quota.label.text and quota.rule is None:
            lines.append(CellLine("正、副未分列", Standing.NOT_STATED))
        if quota.rule is not None:
            lines.append(CellLine("数额本规定未载明", Standing.NOT_STATED))
        if quota.minimum is not None and quota.minimum != quota.maximum:
            lines.append(CellLine("原文为幅度"))
        return Cell(tuple(lines))

    def _absent(self, place: str, name: str) -> Row:
        dash = cell("—", Standing.NOT_STATED)
        return Row((cell(place), cell(name), cell(NOT_STATED, Standing.NOT_STATED), dash, Cell(), dash))
