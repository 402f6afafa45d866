"""A page: its paper, its margins, and what stands around the content on every page."""

from __future__ import annotations

from dataclasses import dataclass

from eitc_desktop.drawing.shapes import MM, Rect
from eitc_desktop.model import papers

UNOFFICIAL = papers.UNOFFICIAL

A4 = (210 * MM, 297 * MM)
A3 = (297 * MM, 420 * MM)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A sheet as it lies (``width`` × ``height`` points) and its margins in points, the binding margin included."""

    width: float
    height: float
    top: float = 15 * MM
    right: float = 15 * MM
    bottom: float = 15 * MM
    left: float = 15 * MM

    @property
    def area(self) -> Rect:
        """What lies within the margins."""
        return Rect(self.left, self.top, self.width - self.left - self.right, self.height - self.top - self.bottom)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the content. ``secrecy`` (密级), ``maker`` (制表单位) and ``made_on`` (制表日期) as entered.

    ``notes`` are the fixed foot of the kind of paper; UNOFFICIAL always stands.
    """

    secrecy: str = ""
    maker: str = ""
    made_on: str = ""
    notes: tuple[str, ...] = ()
    numbered: bool = True
