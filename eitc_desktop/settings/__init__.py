"""What the program remembers for its user: looks, layout, places visited, and what was entered by hand.

One JSON file of the user's own. Reading it never fails: a damaged file is set aside and told of, a single value that
can't be is ignored and named, and what a newer version wrote survives.
"""

from eitc_desktop.settings.file import (
    Loaded,
    SettingsFile,
    SettingsNotSaved,
    Trouble,
    TroubleKind,
    begin_afresh,
    entered_validity,
    remembered_database,
)
from eitc_desktop.settings.values import (
    MAX_MAKER,
    MAX_NOTE,
    MAX_RECENT,
    MAX_REVIEWER,
    TEXT_SIZES,
    ChangesView,
    EnteredValidity,
    Language,
    PrintChoices,
    ProvisionMemory,
    Reviewer,
    Settings,
    Theme,
    Validity,
    WindowPlace,
)

__all__ = [
    "MAX_MAKER",
    "MAX_NOTE",
    "MAX_RECENT",
    "MAX_REVIEWER",
    "TEXT_SIZES",
    "ChangesView",
    "EnteredValidity",
    "Language",
    "Loaded",
    "PrintChoices",
    "ProvisionMemory",
    "Reviewer",
    "Settings",
    "SettingsFile",
    "SettingsNotSaved",
    "Theme",
    "Trouble",
    "TroubleKind",
    "Validity",
    "WindowPlace",
    "begin_afresh",
    "entered_validity",
    "remembered_database",
]
