"""The agency's tree."""

from __future__ import annotations

from eitc_desktop.model.provision import Provision
from eitc_desktop.model.units import UnitKind, units_of
from eitc_desktop.reading import read_provision

HEAD = "设立江城市图书馆局，为市政府直属机构。\n一、主要职责\n（一）负责借阅。\n二、人员编制\n"


def posts(provision: Provision) -> list[str]:
    return [unit.name for unit in units_of(provision) if unit.kind is UnitKind.POST]


def test_the_tree_of_the_source(provision: Provision) -> None:
    units = units_of(provision)
    kinds = [unit.kind for unit in units]
    assert kinds.count(UnitKind.BODY) == 1
    assert kinds.count(UnitKind.DIVISION) == 25
    assert kinds.count(UnitKind.HOSTED_OFFICE) == 2
    assert posts(provision) == ["主任", "副主任", "市国防科技工业办公室专职副主任", "总工程师", "秘书长"]
    assert {unit.parent for unit in units[1:]} == {units[0].ref}


def test_a_class_of_posts_is_no_post() -> None:
    provision = read_provision(HEAD + "事业编制42名。设局长1名；内设机构领导职数8名，其中正职4名、副职4名。")
    assert posts(provision) == ["局长"]


def test_a_post_within_a_class_of_posts_is_not_the_leaderships() -> None:
    provision = read_provision(HEAD + "行政编制42名。设局长1名；正科级领导职数8名（含机关党委专职副书记1名）。")
    assert posts(provision) == ["局长"]
