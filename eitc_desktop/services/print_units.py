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
    """Return the unit whose name, second name, nameplate or ordinal (（十二）, 十二, 12) *typed* is.

    Raises:
        UnknownUnit: if there is none, or several; the message suggests names that are near.
    """
    asked = _plain(typed)
    units = printable_units(provision)
    found = [ref for ref in units if asked and asked in _names(provision, ref)]
    if not found and (number := _numeral(typed)) is not None:
        found = [ref for ref in units if _numeral(_ordinal(provision, ref)) == number]
    if len(found) == 1:
        return found[0]
    if found:
        names = "、".join(unit_label(provision, ref) for ref in found)
        raise UnknownUnit(Phrase("Printing", "有几个机构都叫“{0}”：{1}。请写全名称或用序号指明"), typed, names)
    if not units:
        raise UnknownUnit(Phrase("Printing", "没有名为“{0}”的内设机构：这份三定规定未载明内设机构"), typed)
    if _numeral(typed) is not None:
        words = Phrase("Printing", "没有序号为“{0}”的内设机构。可写名称、括号内名称或序号：{1}")
        raise UnknownUnit(words, typed, _overview(provision))
    near = _near({name: unit_label(provision, ref) for ref in units for name in _names(provision, ref)}, asked)
    if near:
        raise UnknownUnit(Phrase("Printing", "没有名为“{0}”的内设机构。名称相近的有：{1}"), typed, "、".join(near))
    words = Phrase("Printing", "没有名为“{0}”的内设机构。可写名称、括号内名称或序号：{1}")
    raise UnknownUnit(words, typed, _overview(provision))


def _names(provision: Provision, ref: FactRef) -> dict[str, None]:
    """Return all by which a unit may be meant, in the order in which one thinks of them."""
    label = unit_label(provision, ref)
    if ref.kind is FactKind.HOSTED_OFFICE:
        return {_plain(label): None}
    division = provision.divisions[ref.index]
    others = [quote.text for quote in (*division.second_names, *division.nameplates)]
    every = (division.name.text, label, *others, division.ordinal or "")
    return dict.fromkeys(plain for name in every if (plain := _plain(name)))


def _ordinal(provision: Provision, ref: FactRef) -> str:
    return "" if ref.kind is FactKind.HOSTED_OFFICE else provision.divisions[ref.index].ordinal or ""


def _numeral(words: str) -> int | None:
    """Return the number that an ordinal writes: （十二）, 十二, 12, 第12."""
    return parse_number(_plain(words).strip("第条项、.．"))


def _overview(provision: Provision) -> str:
    """Return the first divisions and the last one with their ordinals, and how many there are."""
    units = [ref for ref in printable_units(provision) if ref.kind is FactKind.DIVISION or not provision.divisions]
    names = [_ordinal(provision, ref) + unit_label(provision, ref) for ref in units]
    if len(names) > _NEAR + 1:
        names[_NEAR:-1] = ["……"]
    return "、".join(names) + f"（共 {len(units)} 个）"


def _near(names: dict[str, str], asked: str) -> list[str]:
    """Return the labels whose names hold what was typed, then those of names that differ little, each once."""
    holding = [name for name in names if asked and asked in name]
    alike = difflib.get_close_matches(asked, names, n=_NEAR, cutoff=0.4)
    return list(dict.fromkeys(names[name] for name in (*holding, *alike)))[:_NEAR]


def _plain(words: str) -> str:
    """Return *words* without blanks and brackets, which are easily typed otherwise."""
    return "".join(char for char in words if not char.isspace() and char not in "（）()")
