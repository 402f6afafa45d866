"""What can be chosen of a paper: the form that becomes a PrintRequest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from eitc_desktop.chart.kinds import LAYOUTS, LayoutKind
from eitc_desktop.composing.page import A3, A4
from eitc_desktop.drawing.shapes import MM
from eitc_desktop.gui.print_context import SELECTED_UNIT, PrintContext
from eitc_desktop.gui.printing.date_line import DateLine
from eitc_desktop.gui.printing.unit_box import UnitBox
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.tooltips import set_plain_tooltip
from eitc_desktop.gui.widgets.outlined import outline
from eitc_desktop.gui.wording import said
from eitc_desktop.model.facts import FactRef
from eitc_desktop.model.mapping import Grade
from eitc_desktop.model.name_key import NameKey
from eitc_desktop.model.provision import Provision
from eitc_desktop.services.print_files import RESOLUTIONS
from eitc_desktop.services.print_request import (
    KINDS,
    MOST_SHEETS,
    SIDES,
    TYPE_SIZES,
    PaperKind,
    PrintRequest,
    Scaling,
)
from eitc_desktop.services.print_units import printable_units, unit_label
from eitc_desktop.settings import MAX_MAKER, EnteredValidity, PrintChoices

_MAX_WORDS = 30  # characters of 密级 and 制表日期
_MOST_OVERLAP = 50  # millimetres
_PAPERS = {"A4": A4, "A3": A3}
_OWN = "own"
_ORIENTATIONS = {"": None, "portrait": False, "landscape": True}


class PrintOptions(QWidget):
    """Shows what can be chosen of one *provision*'s papers, and tells of each change.

    ``reviewed``: there are verdicts on its links, which can stand beside them.
    """

    changed = Signal()

    def __init__(
        self,
        tokens: Tokens,
        provision: Provision,
        name_keys: Mapping[str, NameKey],
        validity: EnteredValidity | None,
        parent: QWidget | None = None,
        *,
        reviewed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._provision = provision
        self._validity = validity
        self._reviewed = reviewed
        self._remembered = PrintChoices()
        self._selected: FactRef | None = None
        self._kept_scaling = Scaling.FIT  # chosen by the user: it waits while a kind is shown that hasn't it
        self.kind = self._choice((said(KINDS[kind].name), kind) for kind in PaperKind)
        self.unit = UnitBox(provision, printable_units(provision), name_keys, self)
        self.paper = self._choice((("A4", "A4"), ("A3", "A3"), (self.tr("其他尺寸"), _OWN)))
        self.paper_width = self._number(int(SIDES[0]), int(SIDES[1]), self.tr(" 毫米"))
        self.paper_height = self._number(int(SIDES[0]), int(SIDES[1]), self.tr(" 毫米"))
        self.orientation = self._choice(
            ((self.tr("按内容"), ""), (self.tr("竖放"), "portrait"), (self.tr("横放"), "landscape"))
        )
        self.layout_kind = self._choice((said(LAYOUTS[kind]), kind) for kind in LayoutKind)
        self.scaling = self._choice(
            (
                (self.tr("适合页面"), Scaling.FIT),
                (self.tr("指定字号"), Scaling.FIXED),
                (self.tr("大字版（至少 14 磅）"), Scaling.LARGE),
                (self.tr("拼成海报"), Scaling.POSTER),
            )
        )
        self.type_size = QDoubleSpinBox(self)
        self.type_size.setRange(*TYPE_SIZES)
        self.type_size.setDecimals(1)
        self.type_size.setSingleStep(0.5)
        self.type_size.setSuffix(self.tr(" 磅"))
        self.type_size.setKeyboardTracking(False)
        self.columns = self._number(1, MOST_SHEETS, "")
        self.rows = self._number(1, MOST_SHEETS, "")
        self.overlap = self._number(0, _MOST_OVERLAP, self.tr(" 毫米"))
        self.binding = QCheckBox(self.tr("留装订边(&B)"), self)
        self.judged = QCheckBox(self.tr("列出 C 级研判(&J)"), self)
        set_plain_tooltip(self.judged, self.tr("职能研判是有关人员的理解，未经本单位确认"))
        self.verdicts = QCheckBox(self.tr("列出审阅录入(&K)"), self)
        self.verdicts.setChecked(True)
        set_plain_tooltip(self.verdicts, self.tr("审阅人对职责对应的意见为录入，不是规定的内容"))
        self.secrecy, self.maker, self.made_on = QLineEdit(self), QLineEdit(self), DateLine(self)
        for line, most in ((self.secrecy, _MAX_WORDS), (self.maker, MAX_MAKER), (self.made_on, _MAX_WORDS)):
            line.setPlaceholderText(self.tr("空白则不印"))
            line.setMaxLength(most)
        self.dpi = self._number(*RESOLUTIONS, " dpi")
        self._form = QFormLayout(self)
        self._lay_out()
        self._dress()
        tokens.changed.connect(self._dress)

    def put_labels_above(self, *, above: bool) -> None:
        """Put each label above its field, as a narrow form needs it, or beside it."""
        wrap = QFormLayout.RowWrapPolicy.WrapAllRows if above else QFormLayout.RowWrapPolicy.DontWrapRows
        self._form.setRowWrapPolicy(wrap)

    @property
    def wanted_width(self) -> int:
        """The width at which no entry of a choice is cut, with labels beside the fields: logical pixels."""
        boxes = (self.kind, self.paper, self.orientation, self.layout_kind, self.scaling)
        metrics = self.fontMetrics()
        entries = (
            box.itemText(row) for box in boxes for row in range(box.count()) if box.itemData(row) != SELECTED_UNIT
        )
        option = QStyleOptionComboBox()
        option.initFrom(self.kind)
        inside = QSize(max(map(metrics.horizontalAdvance, entries)) + metrics.averageCharWidth(), metrics.height())
        field = self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inside, self.kind).width()
        labels = max(label.sizeHint().width() for label in self.findChildren(QLabel) if label.buddy() is not None)
        edges = self._form.contentsMargins()
        return labels + self._form.horizontalSpacing() + field + edges.left() + edges.right()

    def begin(self, choices: PrintChoices, context: PrintContext) -> None:
        """Show what was chosen last, and what goes with the place that the user comes from."""
        self._remembered = choices
        with QSignalBlocker(self):
            self._offer_selected(context.unit)
            known = self.kind.findData(context.kind) >= 0
            _choose(self.kind, context.kind if known else choices.kind or PaperKind.CHART)
            self.unit.choose(context.unit)
            _choose(self.paper, choices.paper)
            self.paper_width.setValue(choices.width)
            self.paper_height.setValue(choices.height)
            _choose(self.orientation, choices.orientation)
            _choose(self.layout_kind, choices.layout)
            _choose(self.scaling, choices.scaling)
            self._kept_scaling = self._scaling
            self.type_size.setValue(choices.type_size)
            self.columns.setValue(choices.columns)
            self.rows.setValue(choices.rows)
            self.overlap.setValue(choices.overlap)
            self.binding.setChecked(choices.binding)
            self.maker.setText(choices.maker)
            self.dpi.setValue(choices.dpi)
        self._connect()
        self._show_what_counts()

    @property
    def request(self) -> PrintRequest:
        """The paper as it is chosen; what doesn't count for its kind is left out.

        Raises:
            NoDate: if what stands as the date of the paper is none.
        """
        kind = self._kind
        facts = KINDS[kind]
        grades = frozenset({Grade.STATED, Grade.NAMED} | ({Grade.JUDGED} if self.judged.isChecked() else set()))
        request = PrintRequest(
            kind,
            unit=self._unit if kind is PaperKind.DIVISION else None,
            secrecy=_one_line(self.secrecy),
            maker=_one_line(self.maker),
            made_on=self.made_on.day,
            grades=grades if facts.graded else PrintRequest(kind).grades,
            validity=self._validity,
            verdicts=self.verdicts.isChecked() if facts.judged and self._reviewed else True,
        )
        if facts.official:
            return request
        return replace(
            request,
            paper=_PAPERS.get(
                self.paper.currentData(), (self.paper_width.value() * MM, self.paper_height.value() * MM)
            ),
            landscape=_ORIENTATIONS[self.orientation.currentData()],
            layout=LayoutKind(self.layout_kind.currentData()) if facts.layouts else LayoutKind.AUTO,
            scaling=self._scaling,
            type_size=self.type_size.value(),
            sheets=(self.columns.value(), self.rows.value()),
            overlap=self.overlap.value() * MM,
            binding=self.binding.isChecked(),
        )

    @property
    def choices(self) -> PrintChoices:
        """What is to be remembered; the unit that happened to be chosen in the window is no kind for another time."""
        is_selected = self.kind.currentData() == SELECTED_UNIT
        return replace(
            self._remembered,
            kind=self._remembered.kind if is_selected else self._kind.value,
            paper=self.paper.currentData(),
            width=self.paper_width.value(),
            height=self.paper_height.value(),
            orientation=self.orientation.currentData(),
            layout=LayoutKind(self.layout_kind.currentData()).value,
            scaling=Scaling(self.scaling.currentData()).value,
            type_size=self.type_size.value(),
            columns=self.columns.value(),
            rows=self.rows.value(),
            overlap=self.overlap.value(),
            binding=self.binding.isChecked(),
            maker=_one_line(self.maker),
            dpi=self.dpi.value(),
        )

    def keep(self, choices: PrintChoices) -> None:
        """Go on from *choices* in what is to be remembered."""
        self._remembered = choices

    @property
    def _kind(self) -> PaperKind:
        """The kind of paper; that of the unit chosen in the window is the one of any unit."""
        data = self.kind.currentData()
        return PaperKind.DIVISION if data == SELECTED_UNIT else PaperKind(data)

    @property
    def _unit(self) -> FactRef | None:
        return self._selected if self.kind.currentData() == SELECTED_UNIT else self.unit.chosen

    def _offer_selected(self, unit: FactRef | None) -> None:
        """Offer the paper of *unit* before all others, if it can have one."""
        if unit is not None and unit in printable_units(self._provision):
            self._selected = unit
            name = unit_label(self._provision, unit).partition("（")[0]  # there is room for one
            self.kind.insertItem(0, self.tr("所选机构：{0}").format(name), SELECTED_UNIT)

    @property
    def _scaling(self) -> Scaling:
        """What is chosen of the scalings that this kind of paper has."""
        return Scaling(self.scaling.currentData())

    def _choice(self, entries: Iterable[tuple[str, object]]) -> QComboBox:
        box = QComboBox(self)
        for words, data in entries:
            box.addItem(words, data)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        return box

    def _number(self, low: int, high: int, suffix: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setSuffix(suffix)
        box.setKeyboardTracking(False)  # 2 and 29 are on the way to 297
        return box

    def _lay_out(self) -> None:
        form = self._form
        form.setSpacing(self._tokens.space_m)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (self.tr("内容(&T)"), self.kind),
            (self.tr("处室(&D)"), self.unit),
            (self.tr("纸张(&A)"), self.paper),
            (self.tr("宽(&W)"), self.paper_width),
            (self.tr("高(&H)"), self.paper_height),
            (self.tr("方向(&O)"), self.orientation),
            (self.tr("版式(&L)"), self.layout_kind),
            (self.tr("大小(&Z)"), self.scaling),
            (self.tr("字号(&F)"), self.type_size),
            (self.tr("列数(&N)"), self.columns),
            (self.tr("行数(&I)"), self.rows),
            (self.tr("重叠(&V)"), self.overlap),
        ):
            self._add(words, field)
        form.addRow(self.binding)
        form.addRow(self.judged)
        form.addRow(self.verdicts)
        for words, field in (
            (self.tr("密级(&E)"), self.secrecy),
            (self.tr("制表单位(&U)"), self.maker),
            (self.tr("制表日期(&R)"), self.made_on),
            (self.tr("图片精度(&G)"), self.dpi),
        ):
            self._add(words, field)

    def _add(self, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(field)
        self._form.addRow(label, field)

    def _connect(self) -> None:
        self.scaling.currentIndexChanged.connect(self._keep_scaling)
        for box in (self.kind, self.paper, self.orientation, self.layout_kind, self.scaling):
            box.currentIndexChanged.connect(self._tell)
        for number in (self.paper_width, self.paper_height, self.columns, self.rows, self.overlap):
            number.valueChanged.connect(self._tell)
        self.type_size.valueChanged.connect(self._tell)
        for box in (self.binding, self.judged, self.verdicts):
            box.toggled.connect(self._tell)
        for line in (self.secrecy, self.maker):
            line.textChanged.connect(self._tell)
        self.made_on.changed.connect(self._tell)
        self.unit.unit_chosen.connect(self._tell)

    @Slot()
    def _keep_scaling(self) -> None:
        self._kept_scaling = self._scaling

    @Slot()
    def _tell(self) -> None:
        self._show_what_counts()
        self.changed.emit()

    def _show_what_counts(self) -> None:
        """Show the rows that count for the kind of paper; the rest keep what was chosen."""
        facts = KINDS[self._kind]
        own, free = self.paper.currentData() == _OWN, not facts.official
        with QSignalBlocker(self.scaling):  # it says what is done
            _choose(self.scaling, self._kept_scaling if self._kept_scaling in facts.scalings else Scaling.FIT)
        for field, counts in (
            (self.unit, self.kind.currentData() == PaperKind.DIVISION),
            (self.paper, free),
            (self.paper_width, free and own),
            (self.paper_height, free and own),
            (self.orientation, free),
            (self.layout_kind, facts.layouts),
            (self.scaling, len(facts.scalings) > 1),
            (self.type_size, self._scaling is Scaling.FIXED),
            (self.columns, self._scaling is Scaling.POSTER),
            (self.rows, self._scaling is Scaling.POSTER),
            (self.overlap, self._scaling is Scaling.POSTER),
            (self.binding, free),
            (self.judged, facts.graded),
            (self.verdicts, facts.judged and self._reviewed),
        ):
            self._form.setRowVisible(field, counts)
        for row in range(self.scaling.count()):
            offered = Scaling(self.scaling.itemData(row)) in facts.scalings
            _offer(self.scaling, row, offered=offered)

    @Slot()
    def _dress(self) -> None:
        outline(
            self._tokens,
            *(
                self.kind,
                self.unit,
                self.paper,
                self.paper_width,
                self.paper_height,
                self.orientation,
                self.layout_kind,
            ),
            *(self.scaling, self.type_size, self.columns, self.rows, self.overlap, self.binding, self.judged),
            *(self.verdicts, self.dpi),
        )


def _choose(box: QComboBox, data: object) -> None:
    """Choose the entry of *data*, or the first where there is none such: it comes from a file."""
    box.setCurrentIndex(max(0, box.findData(data)))


def _offer(box: QComboBox, row: int, *, offered: bool) -> None:
    """Let an entry be chosen, or show it as one that can't be."""
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if offered else Qt.ItemFlag.NoItemFlags
    box.model().setData(box.model().index(row, 0), flags.value, Qt.ItemDataRole.UserRole - 1)


def _one_line(line: QLineEdit) -> str:
    return " ".join(line.text().split())
