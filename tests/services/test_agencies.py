from __future__ import annotations

from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import read_provision
from eitc_desktop.services.agencies import agencies_of

TEXT = """白石区水务局主要职责内设机构和人员编制规定

根据《某通知》的规定，设立白石区水务局，为区政府工作部门。

一、主要职责

（一）负责河道管理。

二、其他事项

（一）与区自然资源局的有关职责分工。1.白石区自然资源局牵头负责采砂管理；区水务局配合做好相关工作。2.区自然资源局负责矿产登记，区应急管理局负责矿山安全。
"""


def test_the_body_comes_first_and_then_the_texts_order_third_parties_too(provision: Provision) -> None:
    agencies = agencies_of(provision)
    assert [agency.name for agency in agencies] == [
        "上海市经济和信息化委员会",
        "上海市商务委员会",
        "上海市发展和改革委员会",
        "上海市科学技术委员会",
        "上海市人民政府办公厅",
    ]
    assert [agency.own for agency in agencies] == [True, False, False, False, False]


def test_an_agency_called_by_two_forms_of_its_name_is_one() -> None:
    agencies = agencies_of(read_provision(TEXT))
    assert [(agency.name, agency.own) for agency in agencies] == [
        ("白石区水务局", True),
        ("白石区自然资源局", False),
        ("区应急管理局", False),
    ]
    assert agencies[1].forms == {"白石区自然资源局", "区自然资源局"}


def test_a_body_without_a_role_has_no_column() -> None:
    assert [agency.own for agency in agencies_of(read_provision(TEXT.replace("区水务局配合", "区财政局配合")))][:1] == [
        False
    ]
    assert agencies_of(read_provision(TEXT.partition("二、")[0])) == ()
