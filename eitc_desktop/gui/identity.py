"""The identity line: what the provision says of itself, and what it does not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from eitc_desktop.model.provision import Basis, Provision


def identity_line(provision: Provision) -> str:
    """Return title, number, dates and basis as stated; what isn't stated is named as such.

    Whether the text is in force is for the user to enter: until then it reads 未核实.
    """
    tr = QCoreApplication.translate
    stated: list[str] = []
    missing: list[str] = []
    for label, quote in (
        (tr("Identity", "标题"), provision.title),
        (tr("Identity", "文号"), provision.document_number),
        (tr("Identity", "印发日期"), provision.issued),
        (tr("Identity", "施行日期"), provision.effective),
    ):
        if quote is None:
            missing.append(label)
        else:
            stated.append(tr("Identity", "{0} {1}").format(label, _one_line(quote.text)))
    parts = stated
    if missing:
        parts.append(tr("Identity", "{0}：原文未载明").format("、".join(missing)))
    basis = "、".join(_basis_name(each) for each in provision.basis)
    parts.append(
        tr("Identity", "设立依据 {0}").format(basis) if basis else tr("Identity", "设立依据：原文未载明"),
    )
    parts.append(tr("Identity", "时效 未核实"))
    return " · ".join(parts)


def _one_line(words: str) -> str:
    """Return a title that the text breaks over lines in one."""
    return "".join(line.strip() for line in words.splitlines())


def _basis_name(basis: Basis) -> str:
    if basis.number is not None:
        return basis.number
    return f"《{basis.title.translate(str.maketrans('《》', '〈〉'))}》"
