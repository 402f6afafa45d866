"""The page of 机构图: the bar, and the chart."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eitc_desktop.chart.content import chart_content
from eitc_desktop.chart.kinds import LayoutKind
from eitc_desktop.gui.chart.bar import ChartBar
from eitc_desktop.gui.chart.cards import UnitCards
from eitc_desktop.gui.chart.folding import groups_of
from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.chart.view import ChartView
from eitc_desktop.gui.chart.words import group_name, layout_name
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import plain_tooltip, set_plain_tooltip
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.labels import WrappedLabel
from eitc_desktop.gui.wording import labelled
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Mapping as DutyMapping
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision

_LEGEND = 4  # lines that the legend takes at most
_BAR = 24  # logical pixels: more than a scroll bar beside the page takes, and gives back when the legend is shortened
_STEPS = {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ShiftModifier: -1}  # of F3, to and fro


class ChartPage(QWidget):
    """One provision's chart."""

    fact_chosen = Signal(object)  # FactRef
    clause_requested = Signal(object)  # FactRef
    words_copied = Signal(str, str)  # the words, and what to say of it

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._asked = ""
        self._said: tuple[str, ...] = ()  # what the legend has to say
        self._short_up_to = -1  # logical pixels of width up to which it says it in one line
        self.bar = ChartBar(tokens, self)
        self.view = ChartView(tokens, self)
        self.legend = WrappedLabel(tokens, "", self, muted=True)
        self.legend.hide()
        space = tokens.space_s
        above = QVBoxLayout()
        above.setContentsMargins(space, space, space, 0)
        above.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_xs)
        column.addLayout(above)
        column.addWidget(self.view, 1)
        below = QVBoxLayout()
        below.setContentsMargins(space, 0, space, space)
        below.addWidget(self.legend)
        column.addLayout(below)
        self._connect()

    @property
    def words(self) -> FilterLine:
        """Where words are typed that find units."""
        return self.bar.words

    def show_provision(self, provision: Provision, keys: Mapping[str, NameKey], mapping: DutyMapping) -> None:
        """Show the chart of *provision*, all of it."""
        content = chart_content(provision)
        counts = groups_of(content)
        folded = {
            kind: self.tr("{0}（已收起 {1} 项）").format(group_name(kind), count) for kind, count in counts.items()
        }
        self.words.clear()
        self.view.show_chart(content, UnitCards(content, provision, mapping), keys, folded)
        self._show_legend()

    def show_review(self, opinions: Mapping[FactRef, int], disputed: Mapping[FactRef, int]) -> None:
        """Show how many opinions are entered on units, and how many of their links are disputed, where it is asked."""
        self.view.show_review(opinions, disputed)
        self.bar.offer_review(offered=bool(opinions or disputed))
        self._show_legend()

    def show_selected(self, ref: FactRef) -> None:
        """Mark the unit that *ref* is or belongs to."""
        self.view.show_selected(ref)

    def step_back(self) -> None:
        """Clear the words; without any, let no unit stand out; without that, show all of the chart."""
        if self.words.text():
            self.words.clear()
        elif self.view.is_focused:
            self.view.set_focused(focused=False)
        else:
            self.view.fit()

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.layout_wanted.connect(view.choose_layout)
        bar.overlays_wanted.connect(self._show_overlays)
        bar.focus_wanted.connect(lambda on: view.set_focused(focused=on))
        bar.group_wanted.connect(lambda kind, on: view.fold_group(kind, folded=not on))
        bar.unfolding_wanted.connect(view.unfold_all)
        bar.words_settled.connect(self._find)
        bar.next_wanted.connect(view.go_to_found)
        bar.size_wanted.connect(lambda step: view.zoom_by(step) if step else view.zoom_to(100))
        bar.fit_wanted.connect(view.fit)
        bar.words.left_below.connect(lambda: view.setFocus(Qt.FocusReason.TabFocusReason))
        view.zoomed.connect(self._show_zoom)
        view.folding_changed.connect(self._show_groups)
        view.focus_changed.connect(bar.show_focused)
        view.layout_made.connect(self._show_layout)
        view.found_changed.connect(self._show_found)
        view.fact_chosen.connect(self.fact_chosen)
        view.clause_requested.connect(self.clause_requested)
        view.unit_copied.connect(self._copy)
        self._tokens.changed.connect(self._show_legend)

    def _show_zoom(self, percent: int) -> None:
        self.bar.show_zoom(percent)
        self.bar.show_sight(whole=self.view.sees_all)

    def _show_overlays(self, overlays: frozenset[Overlay]) -> None:
        self._show_legend()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the chart is laid out for the room that is left beside the legend
        self.view.show_overlays(overlays)

    def _show_legend(self) -> None:
        self._said = tuple(self.view.legend(self.bar.chosen_overlays))
        self._short_up_to = -1
        self.legend.setVisible(bool(self._said))
        self._fit_legend()

    def _fit_legend(self) -> None:
        """Show all of the legend, or as much as has room in one line where the chart would lose too much by it."""
        legend, width = self.legend, self.width() - 2 * self._tokens.space_s
        words, metrics = "\n".join(self._said), legend.fontMetrics()
        if sum(metrics.horizontalAdvance(each) // max(width, 1) + 1 for each in self._said) > _LEGEND:
            self._short_up_to = max(self._short_up_to, width + _BAR)
        is_long = width <= self._short_up_to
        line = metrics.elidedText(" · ".join(self._said), Qt.TextElideMode.ElideRight, width)
        legend.setText(line if is_long else words)
        legend.setAccessibleName(words)
        legend.setToolTip(plain_tooltip(words) if is_long else "")
        legend.setMinimumHeight(legend.heightForWidth(width))  # what can shrink beside it would leave it one line

    def _find(self, words: str) -> None:
        self._asked = words.strip()
        self.view.find_units(words)

    def _show_found(self, place: int, count: int) -> None:
        self.bar.show_found(place, count, asked=bool(self._asked))

    def _show_groups(self) -> None:
        if self.view.folds is not None:
            self.bar.show_groups(self.view.folds.groups)

    def _show_layout(self, kind: LayoutKind, picked: bool) -> None:
        """Say which layout 自动 picked, and why."""
        name = layout_name(kind)
        words = self.tr("自动选用{0}：在现在的窗口中字最大，或相差不多").format(name) if picked else name
        set_plain_tooltip(self.bar.layouts, labelled(self.tr("布局"), words))

    def _copy(self, words: str, clause: str) -> None:
        notice = self.tr("已复制（含出处）：{0}").format(clause) if clause else self.tr("已复制名称")
        self.words_copied.emit(words, notice)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next unit found from wherever the keyboard is: the line for words has no use for the key."""
        step = _STEPS.get(event.modifiers())
        if event.key() == Qt.Key.Key_F3 and step is not None:
            self.view.go_to_found(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit_legend()
