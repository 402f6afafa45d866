"""What is said of the units of a chart, in words: on their cards, and to those who hear them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QCoreApplication

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit
from eitc_desktop.gui.chart.marks import DISPUTE_SIGN, GAP_SIGN, NO_MARKS, Overlay, UnitMarks, marks_of
from eitc_desktop.gui.models.change_words import KIND_ORDER
from eitc_desktop.gui.models.duty_words import concerning_words, grade_word, graded, unconfirmed
from eitc_desktop.gui.models.quotas import amount
from eitc_desktop.gui.wording import fact_kind_name, labelled, listed, sentence_said
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.citing import Citing
from eitc_desktop.services.gaps import division_gaps, gaps_of

translate = QCoreApplication.translate


class UnitCards:
    """Says what a provision states of the units of its chart, and what corresponds to them."""

    def __init__(self, content: ChartContent, provision: Provision, mapping: DutyMapping) -> None:
        self._content = content
        self._provision = provision
        self._citing = Citing(provision)
        self._gaps = gaps_of(provision, mapping)
        self._marks = marks_of(provision, mapping, (unit.ref for unit in content.units if unit.ref is not None))
        self._opinions: Mapping[FactRef, int] = {}
        self._disputed: Mapping[FactRef, int] = {}
        self._together: dict[int, list[str]] = {}
        for tie in content.ties:
            self._together.setdefault(tie.unit, []).append(content.units[tie.other].name)

    def marks(self, number: int) -> UnitMarks:
        """Return what the overlays say of a unit."""
        ref = self._content.units[number].ref
        marks = NO_MARKS if ref is None else self._marks.get(ref, NO_MARKS)
        if ref is None or marks is NO_MARKS:  # posts, and the body: their boxes may lie within others
            return NO_MARKS
        opinions, disputed = self._opinions.get(ref, 0), self._disputed.get(ref, 0)
        return marks._replace(opinions=opinions, disputed=disputed) if opinions or disputed else marks

    def show_review(self, opinions: Mapping[FactRef, int], disputed: Mapping[FactRef, int]) -> None:
        """Say from now on how many opinions are entered on units, and how many of their links are disputed."""
        self._opinions = {unit: count for unit, count in opinions.items() if unit in self._marks}
        self._disputed = {unit: count for unit, count in disputed.items() if unit in self._marks}

    def lines(self, number: int) -> list[str]:
        """Return what is to be said of a unit beside its name, a line for each thing."""
        unit = self._content.units[number]
        lines = [labelled(translate("UnitCards", "括号内名称"), name) for name in unit.second_names]
        lines += [labelled(translate("UnitCards", "牌子"), name) for name in unit.nameplates]
        others = self._together.get(number, ())
        lines += [labelled(fact_kind_name(FactKind.CO_LOCATION), name) for name in others]
        lines += self._staffing(unit)
        marks = self.marks(number)
        if unit.ref in self._marks:
            lines.append(labelled(translate("UnitCards", "对应职责分项"), _grade_words(marks)))
            if marks.changes:
                lines.append(labelled(translate("UnitCards", "涉及职能转变"), _change_words(marks)))
        if marks.opinions or marks.disputed:
            lines.append(_review_words(marks.opinions, marks.disputed))
        if unit.ref is not None and unit.ref in self._citing:
            lines.append(labelled(translate("UnitCards", "条款"), self._citing.mark(unit.ref)))
        return lines

    def overlay_words(self, number: int, overlays: AbstractSet[Overlay]) -> list[str]:
        """Return what the *overlays* mark a unit with, in words."""
        marks = self.marks(number)
        words: list[str] = []
        if Overlay.CHANGES in overlays and marks.changes:
            words.append(labelled(translate("UnitCards", "涉及职能转变"), _change_words(marks)))
        if marks.grades and Overlay.GRADES in overlays:
            words.append(labelled(translate("UnitCards", "对应职责分项"), _grade_words(marks)))
        if marks.is_gap and Overlay.GAPS in overlays:
            words.append(_unmapped())
        if Overlay.REVIEW in overlays and (marks.opinions or marks.disputed):
            words.append(_review_words(marks.opinions, marks.disputed))
        return words

    def legend(self, overlays: AbstractSet[Overlay]) -> list[str]:
        """Return what the marks of the *overlays* mean, as far as there are any."""
        words: list[str] = []
        marks = list(self._marks.values())
        if Overlay.CHANGES in overlays:
            kinds = {kind for each in marks for kind in each.changes}
            found = listed(concerning_words(kind) for kind in KIND_ORDER if kind in kinds)
            words.append(labelled(translate("UnitCards", "涉及职能转变"), found or translate("UnitCards", "没有")))
        if Overlay.GRADES in overlays:
            grades = {grade for each in marks for grade, _ in each.grades}
            found = listed(_legend_of(grade) for grade in Grade if grade in grades)
            several = {grade for each in marks for grade, count in each.grades if count > 1}
            example = next((grade for grade in Grade if grade in several), None)
            if example is not None:
                counted = translate("UnitCards", "{0}；字母后为项数，{1}2 即{2} 2 项")
                found = counted.format(found, example.value, grade_word(example))
            words.append(labelled(translate("UnitCards", "对应职责分项"), found or translate("UnitCards", "没有")))
        if Overlay.GAPS in overlays:
            told = division_gaps(self._provision, self._gaps)
            words.append(labelled(f"{GAP_SIGN} {_unmapped()}", sentence_said(told)))
            offices = sum(marks.is_gap for ref, marks in self._marks.items() if ref.kind is FactKind.HOSTED_OFFICE)
            if offices:
                words.append(translate("UnitCards", "设在本机关的机构未对应 {0} 个").format(offices))
        if Overlay.REVIEW in overlays:
            told = _review_words(sum(self._opinions.values()), sum(self._disputed.values()))
            note = translate("UnitCards", "{0}；数字为意见数，{1} 后为有分歧的对应数")
            words.append(note.format(told, DISPUTE_SIGN))
        return words

    def cited(self, number: int) -> tuple[str, str] | None:
        """Return a unit quoted with its source, and its clause; None where no fact states it."""
        ref = self._content.units[number].ref
        if ref is None or ref not in self._citing:
            return None
        return self._citing.cite(ref), self._citing.mark(ref)

    def _staffing(self, unit: ChartUnit) -> list[str]:
        """Return what is stated of a unit's own staffing; that of the body is never given to a part of it."""
        quotas = self._provision.quotas
        unstated = translate("QuotasModel", "本规定未载明")
        if unit.kind is ChartKind.OUTSIDE:
            return [translate("UnitCards", "不在本机关内")]
        if unit.kind is ChartKind.POST:
            return [labelled(translate("UnitCards", "职数"), unit.amount or unstated)]
        if unit.kind is ChartKind.BODY:
            own = [quota for quota in quotas if quota.of is None and not quota.is_post]
        else:
            own = [quota for quota in quotas if quota.of is not None and quota.of.text == unit.name]
        stated = listed(f"{quota.label.text} {amount(quota)}" for quota in own)
        return [labelled(translate("UnitCards", "编制、职数"), stated or unstated)]


def spoken_name(unit: ChartUnit) -> str:
    """Return the name of a unit with its ordinal, its second names and the number of a post."""
    return " ".join(filter(None, (written_name(unit), unit.amount)))


def written_name(unit: ChartUnit) -> str:
    """Return the name of a unit with its ordinal and its second names."""
    second = "".join(f"（{name}）" for name in unit.second_names)
    return f"{unit.ordinal}{unit.name}{second}"


def _grade_words(marks: UnitMarks) -> str:
    """Return how many duty items of each grade correspond to a unit, or that none does."""
    if marks.is_gap:
        return _unmapped()
    if not marks.grades:
        return translate("UnitCards", "没有；原文写有本机构的职责")
    words = listed(f"{graded(grade, part=False)} {count}" for grade, count in marks.grades)
    if any(grade is Grade.JUDGED for grade, _ in marks.grades):
        return translate("UnitCards", "{0}（{1}）").format(words, unconfirmed())
    return words


def _legend_of(grade: Grade) -> str:
    words = graded(grade, part=False)
    return translate("UnitCards", "{0}（{1}）").format(words, unconfirmed()) if grade is Grade.JUDGED else words


def _change_words(marks: UnitMarks) -> str:
    return listed(concerning_words(kind) for kind in marks.changes)


def _review_words(opinions: int, disputed: int) -> str:
    """Return how many opinions are entered, and how many links reviewers think differently of."""
    words = translate("UnitCards", "意见 {0} 条，有分歧的对应 {1} 项").format(opinions, disputed)
    return labelled(translate("UnitCards", "审阅（录入）"), words)


def _unmapped() -> str:
    return translate("ChartView", "未对应")
