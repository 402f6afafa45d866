"""The identity line: what the provision says of itself, and what it does not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eitc_desktop.gui.wording import listed
from eitc_desktop.model.provision import Basis, Provision


def identity_parts(provision: Provision) -> tuple[str, ...]:
    """Return title, number, dates and basis as stated; what isn't stated is named as such.

    Each part is to be read whole: the number at the end is that of the basis. Whether the text is in force is not
    stated but entered: it stands beside this line.
    """
    translate = QCoreApplication.translate
    stated: list[str] = []
    missing: list[str] = []
    for label, quote in (
        (translate("Identity", "标题"), provision.title),
        (translate("Identity", "文号"), provision.document_number),
        (translate("Identity", "印发日期"), provision.issued),
        (translate("Identity", "施行日期"), provision.effective),
    ):
        if quote is None:
            missing.append(label)
        else:
            stated.append(translate("Identity", "{0} {1}").format(label, _one_line(quote.text)))
    parts = stated
    if missing:
        parts.append(translate("Identity", "{0}：原文未载明").format(listed(missing)))
    basis = listed(_basis_name(each) for each in provision.basis)
    parts.append(
        translate("Identity", "设立依据 {0}").format(basis) if basis else translate("Identity", "设立依据：原文未载明"),
    )
    return tuple(parts)


def _one_line(words: str) -> str:
    """Return a title that the text breaks over lines in one."""
    return "".join(line.strip() for line in words.splitlines())


def _basis_name(basis: Basis) -> str:
    if basis.number is not None:
        return basis.number
    return f"《{basis.title.translate(str.maketrans('《》', '〈〉'))}》"
