"""The agency's tree as a Qt model: the body, its leadership posts, divisions and hosted offices, in groups."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eitc_desktop.gui.wording import listed
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Division, Provision
from eitc_desktop.model.units import Unit, UnitKind, units_of
from eitc_desktop.services.staffing import amount_words

_ROOT = QModelIndex()
_NUMBER_AND_UNIT = re.compile(r"(\d)\s+名")


class UnitRole(IntEnum):
    """What a row says of itself beside its name (DisplayRole)."""

    REF = Qt.ItemDataRole.UserRole + 1  # FactRef; None for a group
    ORDINAL = Qt.ItemDataRole.UserRole + 2  # the text's own label
    ASIDE = Qt.ItemDataRole.UserRole + 3  # second names, drawn muted after the name
    SECOND_LINE = Qt.ItemDataRole.UserRole + 4  # nameplate, drawn under the name
    TRAILING = Qt.ItemDataRole.UserRole + 5  # quota or count, at the right edge
    MARK = Qt.ItemDataRole.UserRole + 6  # 合署办公
    DOUBTFUL = Qt.ItemDataRole.UserRole + 7  # bool: the declared number is not the number listed
    GROUP = Qt.ItemDataRole.UserRole + 8  # bool: a heading, not a unit
    SEARCH = Qt.ItemDataRole.UserRole + 9  # str: what a filter looks in, folded; empty for a group


@dataclass(slots=True, eq=False)
class _Node:
    name: str
    ref: FactRef | None = None
    ordinal: str = ""
    aside: str = ""
    second_line: str = ""
    trailing: str = ""
    mark: str = ""
    doubtful: bool = False
    parent: _Node | None = None
    row: int = 0
    number: int = 0
    children: list[_Node] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """Everything the row shows, in one string: tooltip and accessible text."""
        lines = " ".join(part for part in (f"{self.ordinal}{self.name}{self.aside}", self.trailing, self.mark) if part)
        return f"{lines}\n{self.second_line}" if self.second_line else lines


def folded(words: str) -> str:
    """Return *words* as a filter compares them: full and half width alike, a number and its 名 together."""
    return _NUMBER_AND_UNIT.sub(r"\1名", unicodedata.normalize("NFKC", words).casefold())


class UnitTreeModel(QAbstractItemModel):
    """One column; the body is the only top-level row. Rows never change: another provision resets the model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes = [_Node("")]  # indexes carry a place in this list: never a pointer that a reset leaves dangling
        self._by_ref: dict[FactRef, _Node] = {}

    @property
    def unit_count(self) -> int:
        """Number of units shown, groups not counted."""
        return len(self._by_ref)

    def set_provision(self, provision: Provision) -> None:
        """Show the units of *provision*."""
        self.beginResetModel()
        self._nodes = [_Node("")]
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

    @property
    def _top(self) -> _Node:
        return self._nodes[0]

    def _add(self, above: _Node, node: _Node) -> _Node:
        node.parent, node.row, node.number = above, len(above.children), len(self._nodes)
        above.children.append(node)
        self._nodes.append(node)
        return node

    def _build(self, provision: Provision) -> None:
        units = units_of(provision)
        body = self._add(self._top, _Node(units[0].name, units[0].ref, second_line=self._nameplates(provision)))
        self._by_ref[units[0].ref] = body
        makers = (
            (UnitKind.POST, self._posts_group, self._post),
            (UnitKind.DIVISION, self._divisions_group, self._division),
            (UnitKind.HOSTED_OFFICE, self._hosted_group, self._hosted),
        )
        for kind, make_group, make_node in makers:
            members = [unit for unit in units if unit.kind is kind]
            if not members:
                continue
            group = self._add(body, make_group(provision, len(members)))
            for unit in members:
                self._by_ref[unit.ref] = self._add(group, make_node(provision, unit))

    def _nameplates(self, provision: Provision) -> str:
        names = listed(plate.name.text for plate in provision.nameplates if plate.of is None)
        return self.tr("牌子：{}").format(names) if names else ""

    def _posts_group(self, _provision: Provision, _count: int) -> _Node:
        # no count: the number of kinds of post is easily taken for a number of persons
        return _Node(self.tr("领导职务"))

    def _divisions_group(self, provision: Provision, _count: int) -> _Node:
        listed = sum(division.counted for division in provision.divisions)
        declared = provision.declared_division_count
        if declared is None:
            return _Node(self.tr("内设机构"), trailing=self.tr("列出 {}").format(listed))
        stated = self.tr("原文 {}").format(declared)
        if declared == listed:
            return _Node(self.tr("内设机构"), trailing=stated)
        return _Node(self.tr("内设机构"), trailing=self.tr("{}，列出 {}").format(stated, listed), doubtful=True)

    def _hosted_group(self, _provision: Provision, count: int) -> _Node:
        return _Node(self.tr("设在本机关的机构"), trailing=self.tr("列出 {}").format(count))

    @staticmethod
    def _post(provision: Provision, unit: Unit) -> _Node:
        quota = provision.quotas[unit.ref.index]
        return _Node(unit.name, unit.ref, trailing=amount_words(quota.minimum, quota.maximum, quota.unit) or "")

    def _division(self, provision: Provision, unit: Unit) -> _Node:
        division = provision.divisions[unit.ref.index]
        aside = "".join(f"（{name.text}）" for name in division.second_names)
        plates = listed(plate.text for plate in division.nameplates)
        return _Node(
            unit.name,
            unit.ref,
            ordinal=division.ordinal or "",
            aside=aside,
            second_line=self.tr("牌子：{}").format(plates) if plates else "",
            mark=self.tr("合署办公") if _works_together(provision, division) else "",
        )

    @staticmethod
    def _hosted(_provision: Provision, unit: Unit) -> _Node:
        return _Node(unit.name, unit.ref)

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
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row].number)

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
        if self._node(index).ref is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags if self._node(index).children else flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the row says under *role*."""
        if not index.isValid():
            return None
        node = self._node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return node.sentence
            case UnitRole.REF:
                return node.ref
            case UnitRole.ORDINAL:
                return node.ordinal
            case UnitRole.ASIDE:
                return node.aside
            case UnitRole.SECOND_LINE:
                return node.second_line
            case UnitRole.TRAILING:
                return node.trailing
            case UnitRole.MARK:
                return node.mark
            case _:
                return _trait(node, role)


_OF_DIVISION = frozenset({FactKind.SECOND_NAME, FactKind.DIVISION_NAMEPLATE, FactKind.DIVISION_DUTY})


def _trait(node: _Node, role: int) -> object:
    match role:
        case UnitRole.DOUBTFUL:
            return node.doubtful
        case UnitRole.GROUP:
            return node.ref is None
        case UnitRole.SEARCH:
            return "" if node.ref is None else folded(node.sentence)
        case _:
            return None


def _works_together(provision: Provision, division: Division) -> bool:
    return any(unit.text == division.name.text for place in provision.co_locations for unit in place.units)
