"""Names of offices as they stand in letters and tables."""

from __future__ import annotations

import pytest

from eitc_desktop.services.reviews.office_names import office_names


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("市财政局\r\n  市发展改革委  \n\n市财政局", ("市财政局", "市发展改革委")),
        ("市审计局\t刘\t6312", ("市审计局",)),
        ("1\t市审计局\t刘", ("市审计局",)),
        ("\t市审计局", ("市审计局",)),
        (
            "市科委、市住建委，市交通委；市水务局;市体育局,市民政局",
            ("市科委", "市住建委", "市交通委", "市水务局", "市体育局", "市民政局"),
        ),
        ("市经信委（市国防科工办、市中小企业局）、市科委", ("市经信委（市国防科工办、市中小企业局）", "市科委")),
        (
            "1.市科委\n2．市住建委\n3、市交通委\n（4）市水务局\n(五)市体育局\n六、市民政局\n⑦市气象局",
            ("市科委", "市住建委", "市交通委", "市水务局", "市体育局", "市民政局", "市气象局"),
        ),
        ("一中心\n3.5研究所\n100号办公室", ("一中心", "3.5研究所", "100号办公室")),
        ("市科委（未闭合、市住建委", ("市科委（未闭合、市住建委",)),
        ("", ()),
        ("\t\t\n12\t34", ()),
        ("、、，", ()),
    ],
)
def test_names_are_told_apart(pasted: str, names: tuple[str, ...]) -> None:
    assert office_names(pasted) == names
