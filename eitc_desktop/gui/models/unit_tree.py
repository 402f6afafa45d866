"""The agency's tree as a Qt model: the body, its leadership posts, divisions and hosted offices, in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Division, Provision
from eitc_desktop.model.units import Unit, UnitKind, units_of
from eitc_desktop.services.matching import Searched, SearchedText, folded, matches, searched_text
from eitc_desktop.services.staffing import amount_words

_ROOT = QModelIndex()
_NO_TEXT = SearchedText("", ())


class UnitRole(IntEnum):
    """What a row says of itself beside its name (DisplayRole)."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef; None for a group
    ROW = Qt.ItemDataRole.UserRole + 2  # UnitRow: everything that is drawn
    GROUP = Qt.ItemDataRole.UserRole + 3  # bool: a heading, not a unit


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What one row shows, part by part; a part that it hasn't is empty. ``ref`` is None for a group."""

    name: SearchedText
    ref: FactRef | None = None
    ordinal: SearchedText = _NO_TEXT  # the text's own label
    aside: SearchedText = _NO_TEXT  # second names, muted after the name
    second_line: SearchedText = _NO_TEXT  # nameplates, under the name
    trailing: str = ""  # quota or count, at the right edge
    mark: str = ""  # 合署办公
    doubtful: bool = False  # the declared number is not the number listed

    @property
    def sentence(self) -> str:
        """All of it in one string: tooltip and accessible text."""
        named = f"{self.ordinal.words}{self.name.words}{self.aside.words}"
        lines = " ".join(part for part in (named, self.trailing, self.mark) if part)
        return f"{lines}\n{self.second_line.words}" if self.second_line.words else lines


@dataclass(slots=True, eq=False)
class _Node:
    shown: UnitRow
    searched: Searched
    parent: _Node | None = None
    row: int = 0
    number: int = 0
    children: list[_Node] = field(default_factory=list)

    @property
    def heading(self) -> Searched:
        """What a group offers to a filter: its name, without the count beside it."""
        return Searched(folded(self.shown.name.words), (self.shown.name,))


def _node_of(shown: UnitRow) -> _Node:
    texts = (shown.ordinal, shown.name, shown.aside, shown.second_line)
    return _Node(shown, Searched(folded(shown.sentence), texts))


class UnitTreeModel(QAbstractItemModel):
    """One column; the body is the only top-level row. Rows never change: another provision resets the model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes = [
            _node_of(UnitRow(_NO_TEXT))
        ]  # indexes carry a place in this list: never a pointer that a reset leaves dangling
        self._by_ref: dict[FactRef, _Node] = {}
        self._keys: Mapping[str, NameKey] = {}

    @property
    def unit_count(self) -> int:
        """Number of units shown, groups not counted."""
        return len(self._by_ref)

    def set_provision(self, provision: Provision, keys: Mapping[str, NameKey]) -> None:
        """Show the units of *provision*; *keys* hold the pinyin of their names, by name."""
        self.beginResetModel()
        self._keys = keys
        self._nodes = [_node_of(UnitRow(_NO_TEXT))]
        self._by_ref = {}
        self._build(provision)
        self.endResetModel()

    def index_of(self, ref: FactRef) -> QModelIndex:
        """Return the row of the unit that *ref* is or belongs to; invalid where it belongs to none.

        A second name or a duty of a division belongs to the division, what is said of the body to the body.
        """
        node = self._by_ref.get(ref)
        if node is None and ref.kind in _OF_DIVISION:
            node = self._by_ref.get(FactRef(FactKind.DIVISION, ref.index))
        if node is None and self._top.children:
            node = self._top.children[0]
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node.number)

    def matching(self, asked: Sequence[str]) -> frozenset[FactRef]:
        """Return the units whose rows answer the *asked* words; a group answers none."""
        return frozenset(ref for ref, node in self._by_ref.items() if matches(asked, node.searched))

    def in_group(self, asked: Sequence[str]) -> frozenset[FactRef]:
        """Return the units of the groups whose headings answer the *asked* words."""
        return frozenset(
            unit.shown.ref
            for group in self._nodes[1:]
            if group.shown.ref is None and matches(asked, group.heading)
            for unit in group.children
            if unit.shown.ref is not None
        )

    def ref_at(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> FactRef | None:
        """Return the unit in this row below *parent*; None for a group."""
        return self._node(parent).children[row].shown.ref

    @property
    def _top(self) -> _Node:
        return self._nodes[0]

    def _add(self, above: _Node, shown: UnitRow) -> _Node:
        node = _node_of(shown)
        node.parent, node.row, node.number = above, len(above.children), len(self._nodes)
        above.children.append(node)
        self._nodes.append(node)
        if shown.ref is not None:
            self._by_ref[shown.ref] = node
        return node

    def _spelled(self, *pieces: str) -> SearchedText:
        return searched_text(pieces, self._keys)

    def _build(self, provision: Provision) -> None:
        units = units_of(provision)
        plates = [plate.name.text for plate in provision.nameplates if plate.of is None]
        body = self._add(
            self._top, UnitRow(self._spelled(units[0].name), units[0].ref, second_line=self._nameplates(plates))
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
            group = self._add(body, make_group(provision, len(members)))
            for unit in members:
                self._add(group, make_row(provision, unit))

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

    def _post(self, provision: Provision, unit: Unit) -> UnitRow:
        quota = provision.quotas[unit.ref.index]
        amount = amount_words(quota.minimum, quota.maximum, quota.unit) or ""
        return UnitRow(self._spelled(unit.name), unit.ref, trailing=amount)

    def _division(self, provision: Provision, unit: Unit) -> UnitRow:
        division = provision.divisions[unit.ref.index]
        second_names = (piece for name in division.second_names for piece in ("（", name.text, "）"))
        return UnitRow(
            self._spelled(unit.name),
            unit.ref,
            ordinal=self._spelled(division.ordinal or ""),
            aside=self._spelled(*second_names),
            second_line=self._nameplates([plate.text for plate in division.nameplates]),
            mark=self.tr("合署办公") if _works_together(provision, division) else "",
        )

    def _hosted(self, _provision: Provision, unit: Unit) -> UnitRow:
        return UnitRow(self._spelled(unit.name), unit.ref)

    def _node(self, index: QModelIndex | QPersistentModelIndex) -> _Node:
        return self._nodes[int(index.internalId())] if index.isValid() else self._top

    # Qt overrides

    def index(
        self,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex = _ROOT,
    ) -> QModelIndex:
        """Return the row's index."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the index of the row above in the tree."""
        if not index.isValid():
            return QModelIndex()
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._top else self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of rows below."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: ARG002
        """Return 1."""
        return 1

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return what can be done with a row: choose it, unless it is a group."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if self._node(index).shown.ref is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags if self._node(index).children else flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the row says under *role*."""
        if not index.isValid():
            return None
        shown = self._node(index).shown
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown.name.words
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return shown.sentence
            case UnitRole.REF:
                return shown.ref
            case UnitRole.ROW:
                return shown
            case UnitRole.GROUP:
                return shown.ref is None
            case _:
                return None


_OF_DIVISION = frozenset({FactKind.SECOND_NAME, FactKind.DIVISION_NAMEPLATE, FactKind.DIVISION_DUTY})


def _works_together(provision: Provision, division: Division) -> bool:
    return any(unit.text == division.name.text for place in provision.co_locations for unit in place.units)
