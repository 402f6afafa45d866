"""What is shown of the correspondences: the view, the grades, a role, an act, words, and the matrix's size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QToolButton, QWidget

from eitc_desktop.gui.models.duty_matrix import NO_ROLE, Narrowing
from eitc_desktop.gui.models.duty_words import grade_word
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.gui.widgets.filter_line import FilterLine
from eitc_desktop.gui.widgets.flow_layout import FlowBar
from eitc_desktop.model.mapping import Grade
from eitc_desktop.services.matching import asked_words

_WORDS = 11  # characters: width of the filter's line
_CHOICES = 8.5  # characters: width of a choice


class DutyMapBar(FlowBar):
    """Two lines at most where the window has its usual size."""

    view_chosen = Signal(int)  # 0 the matrix, 1 the table of divisions, 2 the items without a division
    narrowed = Signal()
    zoom_wanted = Signal(int)  # 1, -1, or 0 for the usual size
    unfolding_wanted = Signal(bool)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens.space_s, parent)
        self._tokens = tokens
        self._make_views()
        self.words = FilterLine(self)
        self.words.setAccessibleName(self.tr("按词筛选职责分项"))
        self.words.setPlaceholderText(self.tr("按词筛选"))
        self.words.setToolTip(self.tr("职责分项的原文，或与之对应的机构名称"))
        self.words.words_settled.connect(lambda _words: self.narrowed.emit())
        self.flow.addWidget(self.words)
        self.grades: dict[Grade, QToolButton] = {}
        for grade in Grade:
            button = self.grades[grade] = self._toggle(
                grade.value, self.tr("显示或隐藏这一等级：{0}").format(grade_word(grade))
            )
            button.setAccessibleName(f"{grade.value} {grade_word(grade)}")
            button.setChecked(True)
            button.toggled.connect(lambda _checked: self.narrowed.emit())
        self.role = self._choice(self.tr("协作角色"))
        self.act = self._choice(self.tr("行为"))
        self.unmapped = self._toggle(self.tr("只看未对应"), self.tr("只看没有对应处室的职责分项"))
        self.unmapped.toggled.connect(lambda _checked: self.narrowed.emit())
        self._make_review()
        self._make_sizes()
        self._dress()
        tokens.changed.connect(self._dress)

    @property
    def narrowing(self) -> Narrowing:
        """What is to be shown."""
        return Narrowing(
            frozenset(grade for grade, button in self.grades.items() if button.isChecked()),
            self.role.currentData(),
            self.act.currentData(),
            asked_words(self.words.text()),
            self.unmapped.isChecked(),
            self.review.currentData() if self.reviews else None,
        )

    def show_progress(self, reviewed: int, total: int, disputed: int) -> None:
        """Say how many of so many duty items are reviewed, and offer to filter by that; 0 of 0 for nothing."""
        self.reviews = bool(total)
        words = self.tr("已审 {0}/{1}").format(reviewed, total)
        if disputed:
            words = self.tr("{0} · 有分歧 {1}").format(words, disputed)
        self.progress.setText(words)
        for widget in (self.review, self.progress):
            widget.setVisible(self.reviews)
        if not self.reviews:
            with QSignalBlocker(self.review):
                self.review.setCurrentIndex(0)

    def offer(self, roles: Sequence[str], acts: Sequence[str]) -> None:
        """Offer the roles and acts that occur."""
        some = [(self.tr("全部角色"), None), *((role, role) for role in roles), (self.tr("未载明协作角色"), NO_ROLE)]
        for box, choices in (
            (self.role, some),
            (self.act, [(self.tr("全部行为"), None), *((act, act) for act in acts)]),
        ):
            with QSignalBlocker(box):
                box.clear()
                for words, name in choices:
                    box.addItem(words, name)

    def clear_filters(self) -> None:
        """Show everything again."""
        with QSignalBlocker(self):
            self.words.clear()
            for button in self.grades.values():
                button.setChecked(True)
            self.role.setCurrentIndex(0)
            self.act.setCurrentIndex(0)
            self.review.setCurrentIndex(0)
            self.unmapped.setChecked(False)
        self.narrowed.emit()

    def choose_view(self, number: int) -> None:
        """Show one of the views."""
        self._views.button(number).setChecked(True)

    def show_state(self, *, matrix: bool, unfolded: bool) -> None:
        """Offer what belongs to the matrix alone only with it, and say what the button for unfolding would do."""
        for button in (self.unmapped, self.unfold, *self.sizes):
            button.setVisible(matrix)
        with QSignalBlocker(self.unfold):
            self.unfold.setChecked(unfolded)

    def _make_views(self) -> None:
        self._views = QButtonGroup(self)
        for number, (words, tip) in enumerate(
            (
                (self.tr("矩阵"), self.tr("职责与机构的交叉表")),
                (self.tr("一览表"), self.tr("处室职责对应一览表：每个处室一行")),
                (self.tr("未对应分项"), self.tr("没有对应处室的职责分项")),
            )
        ):
            button = self._toggle(words, tip)
            self._views.addButton(button, number)
        self._views.button(0).setChecked(True)
        self._views.idToggled.connect(self._tell_view)

    def _make_review(self) -> None:
        """Make what filters by the review, unseen until something is entered."""
        self.reviews = False
        self.review = self._choice(self.tr("审阅情况"))
        with QSignalBlocker(self.review):
            self.review.addItem(self.tr("全部审阅"), None)
            for state in ("unreviewed", "disputed", "reviewed"):
                self.review.addItem(_state_word(state), state)
        self.progress = QLabel(self)
        self.progress.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setToolTip(
            self.tr("录入：已有人审阅的职责分项，共多少项；多处对应的，逐一审阅后才计入。有分歧的另计，包括未审完的")
        )
        self.flow.addWidget(self.progress)
        self.review.hide()
        self.progress.hide()

    def _make_sizes(self) -> None:
        self.unfold = self._toggle(self.tr("展开全部"), self.tr("展开或收起全部职责的分项"))
        self.unfold.toggled.connect(self.unfolding_wanted)
        self.sizes: list[QToolButton] = []
        for words, name, step in (("－", self.tr("缩小矩阵"), -1), ("＋", self.tr("放大矩阵"), 1)):
            button = self._toggle(words, self.tr("{0}（Ctrl+滚轮）").format(name))
            button.setCheckable(False)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, step=step: self.zoom_wanted.emit(step))
            self.sizes.append(button)

    def _toggle(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setProperty("small", True)  # noqa: FBT003
        self.flow.addWidget(button)
        return button

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.currentIndexChanged.connect(lambda _index: self.narrowed.emit())
        self.flow.addWidget(box)
        return box

    def _tell_view(self, number: int, checked: bool) -> None:
        if checked:
            self.view_chosen.emit(number)

    def _dress(self) -> None:
        character = QFontInfo(self.font()).pixelSize()
        self.words.setFixedWidth(round(character * _WORDS))
        for box in (self.role, self.act, self.review):
            box.setFixedWidth(round(character * _CHOICES))


def _state_word(state: str) -> str:
    """Return the word for the value of an ItemState: not imported until something is entered."""
    match state:
        case "unreviewed":
            return QCoreApplication.translate("Review", "未审")
        case "disputed":
            return QCoreApplication.translate("Review", "有分歧")
        case _:
            return QCoreApplication.translate("Review", "已审")
