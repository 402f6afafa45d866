"""What of a chart is shown: laid out, folded, searched, marked, and walked from box to box."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from eitc_desktop.chart.content import ChartContent, ChartKind, ChartUnit
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.gui.chart.canvas import ChartCanvas
from eitc_desktop.gui.chart.cards import UnitCards, spoken_name, written_name
from eitc_desktop.gui.chart.finding import UnitFinder
from eitc_desktop.gui.chart.folding import GROUPS, Folds, ShownChart, lit_around
from eitc_desktop.gui.chart.laying import Laid, Layer
from eitc_desktop.gui.chart.mark_places import MarkSetter
from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.chart.painting import Scene, mark_side, scale_at_first
from eitc_desktop.gui.chart.short_names import short_name
from eitc_desktop.gui.chart.walking import Walk, Way
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.name_key import NameKey

_REST = 200  # milliseconds after which a view that changed its size has its new one
_OF_DIVISION = frozenset({FactKind.SECOND_NAME, FactKind.DIVISION_NAMEPLATE, FactKind.DIVISION_DUTY})


class ChartStage(ChartCanvas):
    """Units are known by their number in the whole chart, folded groups by a negative one (folding.ShownChart).

    Boxes are known by their number in what is shown.
    """

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    unit_copied = Signal(str, str)  # its words, and its clause, empty without one
    layout_made = Signal(object, bool)  # LayoutKind, and whether 自动 picked it
    folding_changed = Signal()
    focus_changed = Signal(bool)  # whether a unit stands out
    found_changed = Signal(int, int)  # the place of the unit shown among those found, from 0, and their number

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent)
        self._layer = Layer(self._fonts)
        self._laid: Laid | None = None
        self._folds: Folds | None = None
        self._shown: ShownChart | None = None
        self._names: list[str] = []
        self._walk: Walk | None = None
        self._cards: UnitCards | None = None
        self._finder: UnitFinder | None = None
        self._by_ref: Mapping[FactRef, int] = {}
        self._overlays: frozenset[Overlay] = frozenset()
        self._found: tuple[int, ...] = ()
        self._is_focused = False
        self._chosen: int | None = None
        self._current = 0
        self._was_painted = False
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_REST)
        self._resized.timeout.connect(self._pick_again)

    @property
    def shown(self) -> ShownChart | None:
        """What of the chart is shown, None before there is one."""
        return self._shown

    @property
    def folds(self) -> Folds | None:
        """The whole chart, and what of it is folded."""
        return self._folds

    @property
    def chosen(self) -> int | None:
        """The unit that is chosen, None where what is chosen is no unit of the chart."""
        return self._chosen

    @property
    def current(self) -> int:
        """The unit, or the folded group, where the keyboard is."""
        return self._current

    @property
    def current_box(self) -> int | None:
        """The box where the keyboard is, None before there is a chart."""
        return None if self._shown is None else self._shown.places[self._current]

    @property
    def box_count(self) -> int:
        """How many boxes there are."""
        return 0 if self._shown is None else len(self._shown.units)

    @property
    def is_focused(self) -> bool:
        """Whether one unit stands out, with what is above and below it."""
        return self._is_focused

    def show_chart(
        self,
        content: ChartContent,
        cards: UnitCards | None = None,
        keys: Mapping[str, NameKey] | None = None,
        group_words: Mapping[ChartKind, str] | None = None,
    ) -> None:
        """Show a chart, unfolded and whole.

        Without *cards* nothing is said of its units but their names; *keys* are the pinyin of names, *group_words*
        what stands in the place of the groups that can be folded.
        """
        self._folds = Folds(content, group_words or {})
        self._cards = cards
        self._finder = UnitFinder(content, keys or {})
        self._by_ref = {
            unit.ref: number
            for number, unit in enumerate(content.units)
            if unit.ref is not None and unit.kind is not ChartKind.OUTSIDE
        }
        self._found, self._chosen, self._current = (), None, 0
        self._layer.pick_anew()
        self._lay_out()
        self.open()

    def choose_layout(self, kind: LayoutKind) -> None:
        """Lay the chart out another way, and show it as at first."""
        if kind is not self._layer.wanted:
            self._layer.want(kind)
            self._lay_out()
            self.open()

    def show_overlays(self, overlays: frozenset[Overlay]) -> None:
        """Lay marks over the chart."""
        if overlays == self._overlays:
            return
        self._overlays = overlays
        self._mark_anew()

    def show_review(self, opinions: Mapping[FactRef, int], disputed: Mapping[FactRef, int]) -> None:
        """Take note of how many opinions are entered on units, and how many of their links are disputed."""
        if self._cards is not None:
            self._cards.show_review(opinions, disputed)
            if Overlay.REVIEW in self._overlays:
                self._mark_anew()

    def _mark_anew(self) -> None:
        if self._fitting:
            if self._shown is not None:
                self._layer.would_change(self._shown.content, self._room)  # the legend took or left room
            self._lay_out()
            self._fit_again()
        else:
            self._lay_out_around(max(self._current, 0))

    def set_focused(self, *, focused: bool) -> None:
        """Let the unit where the keyboard is stand out, with the way to it and what is below it; or none."""
        if focused != self._is_focused:
            self._is_focused = focused
            self._refresh()
            self.focus_changed.emit(focused)

    def show_selected(self, ref: FactRef) -> None:
        """Mark the unit that *ref* is or belongs to, and bring it into sight, unfolded if need be."""
        if ref.kind in _OF_DIVISION:
            ref = FactRef(FactKind.DIVISION, ref.index)
        self._chosen = self._by_ref.get(ref)
        if self._chosen is not None:
            self._go_to(self._chosen)
        self.update()

    def find_units(self, words: str) -> int:
        """Mark the units that *words* find, show the first in the middle, and return how many there are."""
        self._found = () if self._finder is None else self._finder.find(words)
        self._refresh()
        if self._found:
            self.go_to_found(0)
        else:
            self.found_changed.emit(-1, 0)
        return len(self._found)

    @property
    def found_box(self) -> int | None:
        """The box of the unit found that is shown, None where none was asked for or the keyboard went elsewhere."""
        return self.current_box if self._current in self._found else None

    def go_to_found(self, step: int) -> int:
        """Show the first of the units found (0), the next (1) or the one before (-1); return its place, -1 for none."""
        if not self._found:
            return -1
        place = 0
        if step and self._current in self._found:
            place = (self._found.index(self._current) + step) % len(self._found)
        self._go_to(self._found[place])
        box = self.current_box
        if box is not None and not (self.is_fitted and self.is_readable):
            self.centre_on(box)
        self.found_changed.emit(place, len(self._found))
        return place

    def fold(self, unit: int, *, folded: bool) -> None:
        """Fold away what is below a unit, or in a group (negative), or unfold it.

        The box stays where it is seen, unless all has room then: that stands in the middle.
        """
        if self._folds is not None and self._folds.fold(unit, folded=folded):
            self._lay_out_folded(max(unit, 0))

    def toggle(self, unit: int) -> None:
        """Fold or unfold a unit or a group."""
        unfolded = None if self._folds is None else self._folds.is_unfolded(unit)
        if unfolded is not None:
            self.fold(unit, folded=unfolded)

    def fold_group(self, kind: ChartKind, *, folded: bool) -> None:
        """Fold a group under the body away, or unfold it; the body's box stays where it is seen."""
        self.fold(-1 - GROUPS.index(kind), folded=folded)

    def unfold_all(self) -> None:
        """Unfold everything; the current box stays where it is seen."""
        if self._folds is not None and self._folds.unfold_all():
            self._lay_out_folded(max(self._current, 0))

    def go(self, way: Way) -> None:
        """Move the keyboard's place to parent, child or sibling, as they stand in the picture."""
        if self._walk is not None and self._shown is not None:
            self._stand_on(self._shown.units[self._walk.next(self._shown.places[self._current], way)])

    def go_to_end(self, *, last: bool) -> None:
        """Move the keyboard's place to the root, or to the last box."""
        if self._shown is not None:
            self._stand_on(self._shown.units[-1 if last else 0])

    def choose_current(self) -> None:
        """Choose the unit where the keyboard is; unfold a folded group."""
        if self._current < 0:
            self.toggle(self._current)
            return
        self._chosen = self._current
        self.update()
        ref = self.ref_of(self._current)
        if ref is not None:
            self.fact_chosen.emit(ref)

    def ask_for_clause(self) -> None:
        """Ask where the text states the unit where the keyboard is."""
        ref = self.ref_of(self._current)
        if ref is not None:
            self.clause_requested.emit(ref)

    def copy_current(self) -> None:
        """Copy the unit where the keyboard is, with its source."""
        box = self.current_box
        if box is not None and self._current >= 0:
            cited = None if self._cards is None else self._cards.cited(self._current)
            self.unit_copied.emit(*(cited or (spoken_name(self._unit(box)), "")))

    def ref_of(self, unit: int) -> FactRef | None:
        """Return the fact that states a unit, None where none does."""
        return None if self._folds is None or unit < 0 else self._folds.whole.units[unit].ref

    def number_of(self, box: int) -> int:
        """Return which unit, or folded group, a box is."""
        return 0 if self._shown is None else self._shown.units[box]

    def name_of(self, box: int) -> str:
        """Return the name of a box as it is heard, with what the overlays mark it with."""
        number = self.number_of(box)
        words = [] if self._cards is None or number < 0 else self._cards.overlay_words(number, self._overlays)
        return " ".join((spoken_name(self._unit(box)), *words))

    def description_of(self, box: int) -> str:
        """Return what is to be said of a box beside its name, a line for each thing."""
        number = self.number_of(box)
        return "" if self._cards is None or number < 0 else "\n".join(self._cards.lines(number))

    def is_in_sight(self, box: int) -> bool:
        """Say whether some of a box is seen."""
        return QRectF(*self.box_rect(box)).intersects(QRectF(self.rect()))

    def card_of(self, box: int) -> str:
        """Return all that is to be said of a box."""
        return "\n".join(filter(None, (written_name(self._unit(box)), self.description_of(box))))

    def legend(self, overlays: frozenset[Overlay]) -> list[str]:
        """Return what the marks of *overlays* mean."""
        return [] if self._cards is None else self._cards.legend(overlays)

    def _unit(self, box: int) -> ChartUnit:
        return ChartUnit("") if self._shown is None else self._shown.content.units[box]

    def _fold_words(self, box: int) -> str:
        number = self.number_of(box)
        unfolded = None if self._folds is None else self._folds.is_unfolded(number)
        if unfolded is None or self._folds is None:
            return ""
        below = self._folds.count_below(number)
        return "-" if unfolded else f"+{below}" if below else "+"

    def _lay_out(self) -> None:
        """Lay out what is shown."""
        if self._folds is None:
            return
        self._shown = shown = self._folds.shown()
        setter = self._mark_setter(shown) if self._overlays else None
        self._laid = laid = self._layer.lay_out(shown.content, self._room, setter, self._mark_side)
        self._names = [short_name(unit) for unit in shown.content.units]
        self._walk = Walk(laid.sheet, shown.content)
        if self._current not in shown.places:
            above = self._folds.way_up(self._current) if self._current >= 0 else []
            self._current = next((unit for unit in above if unit in shown.places), 0)
        self._refresh()
        self.layout_made.emit(laid.kind, laid.picked)
        self.folding_changed.emit()
        self._tell_reset()

    def _mark_setter(self, shown: ShownChart) -> MarkSetter:
        boxes = range(len(shown.units))
        folds = frozenset(box for box in boxes if self._fold_words(box))
        cards = self._cards
        marks = {} if cards is None else {box: cards.marks(unit) for box, unit in enumerate(shown.units) if unit >= 0}
        return MarkSetter(shown.content, marks, self._overlays, folds, self._layer.ems)

    def _mark_side(self, size: tuple[float, float], type_size: float) -> float:
        """Return how many points high marks are to be where all of a sheet (points) is in sight."""
        scale = self._camera_of_all(size).scale
        if not self._whole:
            scale = scale_at_first(type_size, scale)
        return mark_side(self._tokens, type_size * scale) / scale

    @property
    def _room(self) -> tuple[float, float]:
        """The size of the view in points of a chart at its usual size."""
        return self.width() / self._usual, self.height() / self._usual

    def _pick_again(self) -> None:
        """Lay out anew where another layout or shape suits the room there is now, unless one has moved or zoomed."""
        if not self._fitting or self._shown is None:
            return
        if self._layer.would_change(self._shown.content, self._room) or self._overlays:  # marks have another size then
            self._lay_out()
            self._fit_again()

    def _lay_out_folded(self, unit: int) -> None:
        """Lay out anew after folding, with the box of *unit* where it is seen, unless too little would be seen then.

        What has room is seen whole, in the middle, and who saw all of it before sees it as at first.
        """
        saw_all = self.sees_all
        self._lay_out_around(unit)
        if self._laid is None:
            return
        size, view = self._laid.sheet.size, (self.width(), self.height())
        first = self._camera_at_first(self._laid.sheet)
        shown = self._camera.showing(size, view, self._laid.sheet.type_size)
        if (first.scale > self._camera.scale and not self.is_readable) or (
            saw_all and shown.hides(size, view, self._laid.sheet.type_size)
        ):
            self.open()
        else:
            self._look(shown)

    def _lay_out_around(self, unit: int) -> None:
        """Lay out anew with the box of a unit where it is seen, and the same size of type."""
        if self._shown is None or self._laid is None:
            return
        was, camera = self._laid.sheet.rect(self._shown.places.get(unit, 0)), self._camera
        self._fitting = False
        self._lay_out()
        after = self._shown.places.get(unit, 0)
        self._look(camera.pinned(camera.scale, was, self._laid.sheet.rect(after)))

    def _fit_again(self) -> None:
        super()._fit_again()
        if self._was_painted and self.current_box:
            self.bring_into_sight(self.current_box)

    def _refresh(self) -> None:
        """Show the sheet with what stands out, is marked or was found now."""
        if self._shown is None or self._laid is None:
            return
        lit, path = None, ()
        if self._is_focused and self._folds is not None:
            lit, path = lit_around(self._folds, self._shown, self._current)
        places = self._shown.places
        self._show_scene(
            Scene(
                self._laid.sheet,
                self._names,
                self._fold_words,
                self._laid.marks,
                lit,
                path,
                frozenset(places[unit] for unit in self._found if unit in places),
            )
        )

    def _go_to(self, unit: int) -> None:
        """Stand on a unit, unfolded if need be."""
        if self._folds is not None and self._folds.reveal(unit):
            self._lay_out_around(max(self._current, 0))
        self._stand_on(unit)

    def _stand_on(self, unit: int) -> None:
        self._current = unit
        box = self.current_box
        if box is None:
            return
        if self._is_focused:
            self._refresh()
        if self._was_painted:
            self.bring_into_sight(box)
        self.setAccessibleDescription(self.card_of(box))
        if QAccessible.isActive() and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(box)
            QAccessible.updateAccessibility(event)
        self.update()

    def _tell_reset(self) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectReorder))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let 自动 pick for the new size when it rests."""
        super().resizeEvent(event)
        if self._was_painted:
            self._resized.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let 自动 pick for the size that the view has when it is first seen, and not for those on the way to it."""
        if not self._was_painted:
            self._was_painted = True
            self._pick_again()
            self._fit_again()
        super().paintEvent(event)
