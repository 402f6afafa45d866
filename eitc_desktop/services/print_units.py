"""Which units can have a paper of their own, and which is meant by what was typed."""

from __future__ import annotations

import difflib

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.provision import Provision
from eitc_desktop.phrases import Phrase
from eitc_desktop.reading.numerals import parse_number

_NEAR = 3  # names suggested


class UnknownUnit(EitcError):
    """No unit has this name."""


def printable_units(provision: Provision) -> tuple[FactRef, ...]:
    """Return the units that can have a paper of their own: divisions, then hosted offices, in the text's order."""
    divisions = (FactRef(FactKind.DIVISION, number) for number in range(len(provision.divisions)))
    return (*divisions, *(FactRef(FactKind.HOSTED_OFFICE, number) for number in range(len(provision.hosted_offices))))


def unit_label(provision: Provision, ref: FactRef) -> str:
    """Return what one of the printable units is called in a list: its name and what stands in （）after it."""
    if ref.kind is FactKind.HOSTED_OFFICE:
        return provision.hosted_offices[ref.index].name.text
    division = provision.divisions[ref.index]
    return division.name.text + "".join(f"（{quote.text}）" for quote in division.second_names)


def unit_named(provision: Provision, typed: str) -> FactRef:
    """Return the unit whose name, second name, nameplate or ordinal *typed* is.

    Raises:
        UnknownUnit: if there is none, or several; the message suggests names that are near.
    """
    asked = _plain(typed)
    asked = str(int(asked)) if asked.isdecimal() else asked  # １２ is 12
    units = printable_units(provision)
    found = [ref for ref in units if asked and asked in _names(provision, ref)]
    if len(found) == 1:
        return found[0]
    if found:
        names = "、".join(unit_label(provision, ref) for ref in found)
        raise UnknownUnit(Phrase("Printing", "有几个机构都叫“{0}”：{1}。请写全名称或用序号指明"), typed, names)
    near = _near({name: unit_label(provision, ref) for ref in units for name in _names(provision, ref)}, asked)
    if near:
        raise UnknownUnit(Phrase("Printing", "没有名为“{0}”的内设机构。名称相近的有：{1}"), typed, "、".join(near))
    raise UnknownUnit(Phrase("Printing", "没有名为“{0}”的内设机构"), typed)


def _names(provision: Provision, ref: FactRef) -> dict[str, None]:
    """Return all by which a unit may be meant, in the order in which one thinks of them."""
    label = unit_label(provision, ref)
    if ref.kind is FactKind.HOSTED_OFFICE:
        return {_plain(label): None}
    division = provision.divisions[ref.index]
    others = [quote.text for quote in (*division.second_names, *division.nameplates)]
    ordinal = _plain(division.ordinal or "")
    number = parse_number(ordinal)  # （十二） may be asked for as 12
    every = (division.name.text, label, *others, ordinal, "" if number is None else str(number))
    return dict.fromkeys(plain for name in every if (plain := _plain(name)))


def _near(names: dict[str, str], asked: str) -> list[str]:
    """Return the labels whose names hold what was typed, then those of names that differ little, each once."""
    holding = [name for name in names if asked and asked in name]
    alike = difflib.get_close_matches(asked, names, n=_NEAR, cutoff=0.4)
    return list(dict.fromkeys(names[name] for name in (*holding, *alike)))[:_NEAR]


def _plain(words: str) -> str:
    """Return *words* without blanks and brackets, which are easily typed otherwise."""
    return "".join(char for char in words if not char.isspace() and char not in "（）()")
