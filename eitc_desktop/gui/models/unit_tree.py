"""The agency's tree as a Qt model: the body, its leadership posts, divisions and hosted offices, in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from eitc_desktop.gui.models.change_words import KIND_ORDER, kind_symbol, kind_word
from eitc_desktop.gui.wording import listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import NOTHING_MAPPED
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Division, Provision
from eitc_desktop.model.units import Unit, UnitKind, units_of
from eitc_desktop.records import record
from eitc_desktop.services.matching import Searched, SearchedText, folded, matches, searched_text
from eitc_desktop.services.staffing import amount_words

_NO_TEXT = SearchedText("", ())


class UnitRole(IntEnum):
    """What a row says of itself beside its name (DisplayRole)."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef; None for a group
    ROW = Qt.ItemDataRole.UserRole + 2  # UnitRow: everything that is drawn
    GROUP = Qt.ItemDataRole.UserRole + 3  # bool: a heading, not a unit


@record
class UnitRow:
    """What one row shows, part by part; a part that it hasn't is empty. ``ref`` is None for a group."""

    name: SearchedText
    ref: FactRef | None = None
    ordinal: SearchedText = _NO_TEXT  # the text's own label
    aside: SearchedText = _NO_TEXT  # second names, muted after the name
    second_line: SearchedText = _NO_TEXT  # nameplates, under the name
    trailing: str = ""  # quota or count, at the right edge
    mark: str = ""  # 合署办公
    symbols: str = ""  # of the function changes that concern it
    changes: str = ""  # the same in words
    doubtful: bool = False  # the declared number is not the number listed
    opinions: str = ""  # how many reviewers entered, in short
    disputed: str = ""  # how many of its correspondences they think differently of, in short
    entered: str = ""  # both in words

    @property
    def sentence(self) -> str:
        """All of it in one string: tooltip and accessible text."""
        named = f"{self.ordinal.words}{self.name.words}{self.aside.words}"
        lines = " ".join(part for part in (named, self.trailing, self.mark, self.changes, self.entered) if part)
        return f"{lines}\n{self.second_line.words}" if self.second_line.words else lines


class _Group(NamedTuple):
    """What a group offers to a filter: its name, without the count beside it; and the units in it."""

    heading: Searched
    units: frozenset[FactRef]


class UnitTreeModel(QStandardItemModel):
    """One column; the body is the only top-level row. Rows never change: another provision resets the model.

    Qt holds the rows: views and filters ask for what stands above a row hundreds of times while they paint one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._items: dict[FactRef, QStandardItem] = {}
        self._searched: dict[FactRef, Searched] = {}
        self._groups: list[_Group] = []
        self._keys: Mapping[str, NameKey] = {}
        self._mapping = NOTHING_MAPPED

    @property
    def unit_count(self) -> int:
        """Number of units shown, groups not counted."""
        return len(self._items)

    def set_provision(
        self, provision: Provision, keys: Mapping[str, NameKey], mapping: DutyMapping = NOTHING_MAPPED
    ) -> None:
        """Show the units of *provision*; *keys* hold the pinyin of names, *mapping* the changes that concern them."""
        self._keys = keys
        self._mapping = mapping
        self._items, self._searched, self._groups = {}, {}, []
        body = self._build(provision)
        self.beginResetModel()
        with QSignalBlocker(self):
            self.removeRows(0, self.rowCount())
            self.appendRow(body)
        self.endResetModel()

    def show_review(self, opinions: Mapping[FactRef, int], disputed: Mapping[FactRef, int]) -> None:
        """Say at the units how many opinions are entered on them, and of how many correspondences reviewers differ.

        Nothing is said at those that aren't in the counts.
        """
        for ref, item in self._items.items():
            row: UnitRow = item.data(UnitRole.ROW)
            count, differing = opinions.get(ref, 0), disputed.get(ref, 0)
            short = self.tr("意见 {0}").format(count) if count else ""
            apart = self.tr("分歧 {0}").format(differing) if differing else ""
            if (short, apart) != (row.opinions, row.disputed):
                words = [self.tr("审阅意见 {0} 条（录入）").format(count)] if count else []
                words += [self.tr("职责对应有分歧 {0} 处（录入）").format(differing)] if differing else []
                self._dress(item, replace(row, opinions=short, disputed=apart, entered=" ".join(words)))

    def index_of(self, ref: FactRef) -> QModelIndex:
        """Return the row of the unit that *ref* is or belongs to; invalid where it belongs to none.

        A second name or a duty of a division belongs to the division, what is said of the body to the body.
        """
        item = self._items.get(ref)
        if item is None and ref.kind in _OF_DIVISION:
            item = self._items.get(FactRef(FactKind.DIVISION, ref.index))
        return self.index(0, 0) if item is None else item.index()

    def matching(self, asked: Sequence[str]) -> frozenset[FactRef]:
        """Return the units whose rows answer the *asked* words; a group answers none."""
        return frozenset(ref for ref, searched in self._searched.items() if matches(asked, searched))

    def in_group(self, asked: Sequence[str]) -> frozenset[FactRef]:
        """Return the units of the groups whose headings answer the *asked* words."""
        return frozenset().union(*(group.units for group in self._groups if matches(asked, group.heading)))

    def ref_at(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> FactRef | None:
        """Return the unit in this row below *parent*; None for a group."""
        ref: FactRef | None = self.index(row, 0, parent).data(UnitRole.REF)
        return ref

    def _item(self, shown: UnitRow) -> QStandardItem:
        item = QStandardItem(shown.name.words)
        self._dress(item, shown)
        item.setData(shown.ref is None, UnitRole.GROUP)
        if shown.ref is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            return item
        item.setData(shown.ref, UnitRole.REF)
        item.setFlags(_OF_UNIT)
        self._items[shown.ref] = item
        texts = (shown.ordinal, shown.name, shown.aside, shown.second_line)
        self._searched[shown.ref] = Searched(folded(shown.sentence), texts)
        return item

    @staticmethod
    def _dress(item: QStandardItem, shown: UnitRow) -> None:
        """Let *item* show a row."""
        sentence = shown.sentence
        item.setToolTip(sentence)
        item.setAccessibleText(sentence)
        item.setData(shown, UnitRole.ROW)

    def _spelled(self, *pieces: str) -> SearchedText:
        return searched_text(pieces, self._keys)

    def _build(self, provision: Provision) -> QStandardItem:
        units = units_of(provision)
        plates = [plate.name.text for plate in provision.nameplates if plate.of is None]
        body = self._item(
            UnitRow(self._spelled(units[0].name), units[0].ref, second_line=self._nameplates(plates)),
        )
        makers = (
            (UnitKind.POST, self._posts_group, self._post),
            (UnitKind.DIVISION, self._divisions_group, self._division),
            (UnitKind.HOSTED_OFFICE, self._hosted_group, self._hosted),
        )
        for kind, make_group, make_row in makers:
            members = [unit for unit in units if unit.kind is kind]
            if not members:
                continue
            shown = make_group(provision, len(members))
            group = self._item(shown)
            body.appendRow(group)
            for unit in members:
                item = self._item(make_row(provision, unit))
                item.setFlags(_OF_UNIT | Qt.ItemFlag.ItemNeverHasChildren)
                group.appendRow(item)
            heading = Searched(folded(shown.name.words), (shown.name,))
            self._groups.append(_Group(heading, frozenset(unit.ref for unit in members)))
        return body

    def _nameplates(self, names: Sequence[str]) -> SearchedText:
        if not names:
            return _NO_TEXT
        before, after = self.tr("牌子：{}").split("{}")
        comma = QCoreApplication.translate("Punctuation", "、")
        return self._spelled(before, *[piece for name in names for piece in (comma, name)][1:], after)

    def _posts_group(self, _provision: Provision, _count: int) -> UnitRow:
        # no count: the number of kinds of post is easily taken for a number of persons
        return UnitRow(self._spelled(self.tr("领导职务")))

    def _divisions_group(self, provision: Provision, _count: int) -> UnitRow:
        name = self._spelled(self.tr("内设机构"))
        listed = sum(division.counted for division in provision.divisions)
        declared = provision.declared_division_count
        if declared is None:
            return UnitRow(name, trailing=self.tr("列出 {}").format(listed))
        stated = self.tr("原文 {}").format(declared)
        if declared == listed:
            return UnitRow(name, trailing=stated)
        return UnitRow(name, trailing=self.tr("{}，列出 {}").format(stated, listed), doubtful=True)

    def _hosted_group(self, _provision: Provision, count: int) -> UnitRow:
        return UnitRow(self._spelled(self.tr("设在本机关的机构")), trailing=self.tr("列出 {}").format(count))

    def _with_changes(self, provision: Provision, row: UnitRow) -> UnitRow:
        """Add to the *row* of a unit the kinds of function changes that concern it."""
        unit = row.ref or FactRef(FactKind.BODY)
        kinds = [provision.changes[link.change.index].kind for link in self._mapping.changes_of(unit)]
        found = [kind for kind in KIND_ORDER if kind in kinds]
        if not found:
            return row
        words = self.tr("涉及职能转变：{0}").format(listed(map(kind_word, found)))
        return replace(row, symbols="".join(map(kind_symbol, found)), changes=words)

    def _post(self, provision: Provision, unit: Unit) -> UnitRow:
        quota = provision.quotas[unit.ref.index]
        amount = amount_words(quota.minimum, quota.maximum, quota.unit) or ""
        return UnitRow(self._spelled(unit.name), unit.ref, trailing=amount)

    def _division(self, provision: Provision, unit: Unit) -> UnitRow:
        division = provision.divisions[unit.ref.index]
        second_names = (piece for name in division.second_names for piece in ("（", name.text, "）"))
        row = UnitRow(
            self._spelled(unit.name),
            unit.ref,
            ordinal=self._spelled(division.ordinal or ""),
            aside=self._spelled(*second_names),
            second_line=self._nameplates([plate.text for plate in division.nameplates]),
            mark=self.tr("合署办公") if _works_together(provision, division) else "",
        )
        return self._with_changes(provision, row)

    def _hosted(self, provision: Provision, unit: Unit) -> UnitRow:
        return self._with_changes(provision, UnitRow(self._spelled(unit.name), unit.ref))


_OF_UNIT = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OF_DIVISION = frozenset({FactKind.SECOND_NAME, FactKind.DIVISION_NAMEPLATE, FactKind.DIVISION_DUTY})


def _works_together(provision: Provision, division: Division) -> bool:
    return any(unit.text == division.name.text for place in provision.co_locations for unit in place.units)
