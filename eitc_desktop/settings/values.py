"""What is remembered, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from eitc_desktop.records import record

TEXT_SIZES = (80, 200)  # per cent, both included
MAX_MAKER = 60  # characters of 制表单位
MAX_REVIEWER = 120  # characters of a reviewer's name, or office
MAX_NOTE = 200  # characters of the note on validity
MAX_RECENT = 20  # places of one provision
_MAX_PLACES = 50  # provisions whose places are remembered; what was entered is remembered for all


class Theme(StrEnum):
    """Which of the two palettes is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """The interface's language; provisions are shown as they are."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


class ChangesView(StrEnum):
    """How the function changes are shown: 对照, 表格 or 去向图."""

    BOARD = "board"
    TABLE = "table"
    FLOW = "flow"


class Validity(StrEnum):
    """Whether a provision is in force, as the user entered it: 现行, 已修订, 已废止, 未核实."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    REPEALED = "repealed"
    UNVERIFIED = "unverified"


@record
class WindowPlace:
    """Where the window stood, in logical pixels; while maximized, where it goes back to."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool


@record
class EnteredValidity:
    """What the user entered. ``note`` is one line of up to ``MAX_NOTE`` characters, ``entered_on`` an ISO date."""

    state: Validity
    note: str = ""
    entered_on: str = ""


@record
class Reviewer:
    """Who reviews on this computer, asked for once. ``key`` is a UUID that tells people of one name apart."""

    name: str
    office: str
    key: str


@record
class ProvisionMemory:
    """What is remembered of one provision: the places, newest first, in the window's own notation."""

    selection: str | None = None
    recent: tuple[str, ...] = ()
    validity: EnteredValidity | None = None


@record
class PrintChoices:
    """What was chosen in the print dialog last; words are those of the command line, lengths in millimetres.

    ``maker`` (制表单位) was entered. 密级 and 制表日期 belong to one paper and aren't remembered, nor that grade C was
    asked for.
    """

    kind: str = ""
    paper: str = "A4"  # A4, A3, or else ``width`` × ``height``
    width: int = 210
    height: int = 297
    orientation: str = ""  # portrait, landscape, or as suits the kind of paper
    layout: str = "auto"
    scaling: str = "fit"
    type_size: float = 10.5  # points
    columns: int = 2
    rows: int = 2
    overlap: int = 10
    binding: bool = False
    maker: str = ""
    dpi: int = 300
    folder: str = ""  # where a paper was saved last


@record
class Settings:
    """Everything that is remembered.

    ``chart_layout`` is a word of the command line, ``chart_overlays`` are words of the window; ``chart_shown`` says
    whether the chart was the tab in front.
    ``text_size`` is in per cent within ``TEXT_SIZES``; ``layout`` is Qt's state of the docks in base64,
    ``layout_narrow`` that of a narrow window; ``splitters`` holds sizes in logical pixels by the splitter's name;
    ``provisions`` are keyed by the SHA-256 of the text, the one touched last at the end. ``beyond`` is what a newer
    version wrote, handed back when saving.
    """

    language: Language = Language.CHINESE
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    underlines: bool = True
    changes_view: ChangesView = ChangesView.BOARD
    chart_layout: str = "auto"
    chart_overlays: tuple[str, ...] = ()
    chart_shown: bool = False
    window: WindowPlace | None = None
    layout: str | None = None
    layout_narrow: str | None = None
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    drawer_open: bool = True
    database: str | None = None
    printing: PrintChoices = PrintChoices()
    reviewer: Reviewer | None = None
    provisions: Mapping[str, ProvisionMemory] = field(default_factory=dict[str, ProvisionMemory])
    beyond: Mapping[str, object] = field(default_factory=dict[str, object])

    def of_provision(self, digest: str) -> ProvisionMemory:
        """Return what is remembered of the provision whose text has this SHA-256."""
        return self.provisions.get(digest, ProvisionMemory())

    def with_provision(self, digest: str, memory: ProvisionMemory) -> Settings:
        """Return settings that remember *memory*; of provisions long not seen only what was entered stays."""
        kept = {key: value for key, value in self.provisions.items() if key != digest}
        for key in list(kept)[: -(_MAX_PLACES - 1)]:
            entered = kept.pop(key).validity
            if entered is not None:
                kept[key] = ProvisionMemory(validity=entered)
        kept[digest] = replace(memory, recent=memory.recent[:MAX_RECENT])
        return replace(self, provisions=kept)
