"""What the interface calls the grades of a link, and what kind of content a link of a grade is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.widgets.provenance import Provenance
from eitc_desktop.model.mapping import Grade


def grade_words(grade: Grade) -> str:
    """Return a grade in words with its letter: 名称对应 B."""
    translate = QCoreApplication.translate
    match grade:
        case Grade.STATED:
            return translate("Grade", "明文 A")
        case Grade.NAMED:
            return translate("Grade", "名称对应 B")
        case Grade.JUDGED:
            return translate("Grade", "职能研判 C")


def unconfirmed() -> str:
    """Return what is said of every judgement: 未经本单位确认."""
    return QCoreApplication.translate("Grade", "未经本单位确认")


def grade_provenance(grade: Grade) -> Provenance:
    """Return what a link of *grade* is: what the text states, what a machine matched, or somebody's reading."""
    match grade:
        case Grade.STATED:
            return Provenance.STATED
        case Grade.NAMED:
            return Provenance.DERIVED
        case Grade.JUDGED:
            return Provenance.JUDGED
