"""Single sentences in the ways that offices word them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from eitc_desktop.model.provision import Provision, Severity
from eitc_desktop.reading import read_provision
from eitc_desktop.services.inspect import document

HEAD = """根据《江城市机构改革方案》（江发〔2011〕7号），设立江城市园林局，为市政府工作部门。
一、主要职责
（一）负责园林。
"""

Differences = Callable[[Any, Any], list[str]]


def read(chapter: str, words: str) -> dict[str, Any]:
    return document(read_provision(f"{HEAD}二、{chapter}\n{words}\n"))


def post(label: str, number: int, part_of: int | None) -> dict[str, Any]:
    return {"kind": "leadership", "label": label, "min": number, "max": number, "part_of": part_of}


def posts(label: str, number: int) -> dict[str, Any]:
    return {"kind": "leadership", "label": label, "min": number, "max": number}


def staff(label: str, number: int, kind: str | None, part_of: int | None = None) -> dict[str, Any]:
    return {"kind": "establishment", "label": label, "min": number, "max": number, "type": kind, "part_of": part_of}


STAFFING: dict[str, list[dict[str, Any]]] = {
    "江城市园林局机关行政编制为120名（含援派机动编制2名、离退休干部工作人员编制3名）。其中：局长1名、副局长5名。": [
        staff("机关行政编制", 120, "行政"),
        staff("援派机动编制", 2, None, part_of=0),
        staff("离退休干部工作人员编制", 3, None, part_of=0),
        post("局长", 1, 0),
        post("副局长", 5, 0),
    ],
    "核定机关行政编制二十名、机关工勤编制3名。领导职数：局长1名，副局长3名，总规划师1名。": [
        {"kind": "establishment", "min": 20, "type": "行政"},
        staff("机关工勤编制", 3, "工勤"),
        posts("局长", 1),
        posts("副局长", 3),
        posts("总规划师", 1),
    ],
    "机关行政编制38名。其中：局长（主任）1名、副局长（副主任）3名，正科级领导职数11名（含机关党委专职副书记1名）。": [
        staff("机关行政编制", 38, "行政"),
        post("局长（主任）", 1, 0),
        post("副局长（副主任）", 3, 0),
        post("正科级领导职数", 11, 0),
        post("机关党委专职副书记", 1, 3),
    ],
    "机关行政编制为九十六名。其中：局长一名，副局长四名，处级领导职数二十八名（正处十二名，副处十六名）。": [
        staff("机关行政编制", 96, "行政"),
        post("局长", 1, 0),
        post("副局长", 4, 0),
        post("处级领导职数", 28, 0),
        post("正处", 12, 3),
        post("副处", 16, 3),
    ],
    "设局长1名、副局长3名、纪检组长（纪委书记）1名。": [
        posts("局长", 1),
        posts("副局长", 3),
        posts("纪检组长（纪委书记）", 1),
    ],
    "机关行政编制45名，机关后勤服务人员编制5名。非领导职数按有关规定核定。": [
        staff("机关行政编制", 45, "行政"),
        {"kind": "establishment", "label": "机关后勤服务人员编制", "min": 5},
        {"label": "非领导职数", "min": None, "max": None, "rule": "按有关规定核定", "part_of": None},
    ],
    "设局长1名。科级领导职数11名（含专职副书记1名），其中正科9名，副科2名。": [
        posts("局长", 1),
        posts("科级领导职数", 11),
        post("专职副书记", 1, 1),
        post("正科", 9, 1),
        post("副科", 2, 1),
    ],
    "人员编制共60名，其中行政编制45名，事业编制15名。领导职数4名，其中局长1名、副局长3名。": [
        {"kind": "establishment", "min": 60, "part_of": None},
        staff("行政编制", 45, "行政", part_of=0),
        staff("事业编制", 15, "事业", part_of=0),
        {"kind": "leadership", "min": 4, "part_of": None},
        post("局长", 1, 3),
        post("副局长", 3, 3),
    ],
    "行政编制由50名调整为45名。": [staff("行政编制", 45, "行政")],
    "机关行政编制45名。2010年底实有人员52人，离退休人员30人，核定公务用车3辆，办公经费200万元。": [
        staff("机关行政编制", 45, "行政")
    ],
    "市园林局核定编制86名：其中行政编制42名、事业编制44名。": [
        staff("编制", 86, None),
        staff("行政编制", 42, "行政", part_of=0),
        staff("事业编制", 44, "事业", part_of=0),
    ],
    "设总规划师、总工程师各1名，园林局局长1名，副局长4名（含兼任市公园办主任1名）。": [
        {**posts("总规划师", 1), "of": None},
        posts("总工程师", 1),
        {**posts("园林局局长", 1), "of": None},
        posts("副局长", 4),
        {**post("兼任市公园办主任", 1, 3), "of": "市公园办"},
    ],
    "机关行政编制45名，核减事业编制3名。": [staff("机关行政编制", 45, "行政")],
    "机关行政编制45名。市园林局所属事业单位：苗圃、公园管理处，核定事业编制36名。": [staff("机关行政编制", 45, "行政")],
    "1.机关行政编制45名。\n2.局长1名，副局长二至三名。": [
        staff("机关行政编制", 45, "行政"),
        posts("局长", 1),
        {"label": "副局长", "min": 2, "max": 3},
    ],
}

DIVISIONS: dict[str, tuple[int | None, list[dict[str, Any]]]] = {
    "江城市园林局设2个职能科（室）：\n（一）办公室（挂信访办公室牌子）\n（二）人事科（机关党委办公室、离退休干部科）": (
        2,
        [
            {"ordinal": "（一）", "name": "办公室", "second_names": []},
            {"ordinal": "（二）", "name": "人事科", "second_names": ["机关党委办公室", "离退休干部科"]},
        ],
    ),
    "根据上述职责，江城市园林局内设5个科室（均为正科级）：办公室、绿化科、公园科（风景名胜科）、法规科和人事科。": (
        5,
        [
            {"ordinal": None, "name": "办公室"},
            {"name": "绿化科"},
            {"name": "公园科", "second_names": ["风景名胜科"]},
            {"name": "法规科"},
            {"name": "人事科"},
        ],
    ),
    "设3个正科级内设机构，即办公室、绿化科、人事科。": (
        3,
        [{"name": "办公室"}, {"name": "绿化科"}, {"name": "人事科"}],
    ),
    "（一）办公室。\n（二）绿化处（科技处）。\n（三）人事处与机关党委办公室合署办公。": (
        None,
        [{"name": "办公室"}, {"name": "绿化处", "second_names": ["科技处"]}, {"name": "人事处"}],
    ),
    "江城市园林局设办公室、绿化处、人事处3个内设机构。": (
        3,
        [{"name": "办公室"}, {"name": "绿化处"}, {"name": "人事处"}],
    ),
    "市园林局设以下内设机构：\n1.办公室。负责机关运转；负责信访。\n2.绿化科：负责绿化。负责古树。\n3.人事科。": (
        None,
        [
            {"ordinal": "1.", "name": "办公室", "duties": [{"text": "负责机关运转"}, {"text": "负责信访"}]},
            {"ordinal": "2.", "name": "绿化科", "duties": [{"text": "负责绿化"}, {"text": "负责古树"}]},
            {"ordinal": "3.", "name": "人事科", "duties": []},
        ],
    ),
    "（一）办公室\n1.负责文电。\n2.负责会务。\n（二）绿化科\n1.负责绿化；\n2.负责古树。": (
        None,
        [
            {"name": "办公室", "duties": [{"text": "负责文电"}, {"text": "负责会务"}]},
            {"name": "绿化科", "duties": [{"text": "负责绿化"}, {"text": "负责古树"}]},
        ],
    ),
    "（一）办公室\n按照规定承担编制工作。\n负责车辆按规定配备。\n（二）绿化科。负责绿化。\n规划局（副科级）。直属。": (
        None,
        [
            {
                "name": "办公室",
                "duties": [{"text": "按照规定承担编制工作"}, {"text": "负责车辆按规定配备"}],
            },
            {"name": "绿化科", "duties": [{"text": "负责绿化"}]},
        ],
    ),
    "（一）办公室。\n（二）绿化科。\n工会、共青团、妇联等群团组织按有关规定设置。\n机关党组织。按照有关规定设置。": (
        None,
        [{"name": "办公室", "duties": []}, {"name": "绿化科", "duties": []}],
    ),
    "市园林局内设办公室、绿化科等2个职能科室和机关党委。": (
        2,
        [{"name": "办公室"}, {"name": "绿化科"}, {"name": "机关党委", "ordinal": None}],
    ),
    "（一）办公室\n（二）许可科（服务科）（设在市政务服务中心）": (
        None,
        [{"name": "办公室"}, {"name": "许可科", "second_names": ["服务科"]}],
    ),
    "（一）办公室\n（二）公园科（风景科、挂应急办牌子）\n市公安局园林分局为市公安局派出机构，实行双重管理。": (
        None,
        [
            {"name": "办公室"},
            {"name": "公园科", "second_names": ["风景科"], "nameplates": ["应急办"], "duties": []},
        ],
    ),
    "设3个内设机构：\n（一）办公室。负责文电。\n（二）绿化科、公园科。负责绿化；负责公园。": (
        3,
        [
            {"ordinal": "（一）", "name": "办公室", "duties": [{"text": "负责文电"}]},
            {"ordinal": "（二）", "name": "绿化科", "duties": []},
            {"ordinal": "（二）", "name": "公园科", "duties": []},
        ],
    ),
    "设2个内设机构：\n（一）办公室\n负责文电。\n（二）绿化科\n负责绿化。\n机关党委\n负责机关党的工作。": (
        2,
        [
            {"ordinal": "（一）", "name": "办公室", "duties": [{"text": "负责文电"}]},
            {"ordinal": "（二）", "name": "绿化科", "duties": [{"text": "负责绿化"}]},
            {"ordinal": None, "name": "机关党委", "duties": [{"text": "负责机关党的工作"}]},
        ],
    ),
}

IDENTITIES: dict[str, dict[str, Any]] = {
    "江城市园林局是市政府工作部门，机构规格为正处级，对外加挂江城市公园管理局、江城市绿化办公室牌子。": {
        "body": "江城市园林局",
        "status": "市政府工作部门",
        "level": "正处级",
        "nameplates": [{"name": "江城市公园管理局", "of": None}, {"name": "江城市绿化办公室", "of": None}],
    },
    "江城市园林局（挂江城市绿化委员会办公室牌子）为江城市人民政府直属机构，副厅级。": {
        "body": "江城市园林局",
        "status": "江城市人民政府直属机构",
        "level": "副厅级",
        "nameplates": [{"name": "江城市绿化委员会办公室"}],
    },
    "江城市园林局（简称市园林局），加挂“江城市绿化局”牌子，为主管全市园林工作的市政府组成部门。": {
        "body": "江城市园林局",
        "status__contains": "市政府组成部门",
        "nameplates": [{"name": "江城市绿化局"}],
    },
    "中共江城市委办公室（以下简称市委办公室）是市委工作机关，为正处级，挂市委机要局、市档案局牌子。": {
        "body": "中共江城市委办公室",
        "status": "市委工作机关",
        "level": "正处级",
        "nameplates": [{"name": "市委机要局"}, {"name": "市档案局"}],
    },
}

CHANGES: dict[str, dict[str, Any]] = {
    "（一）将市建设局承担的城市绿化管理职责划入江城市园林局。": {
        "kind": "transferred_in",
        "direction": "in",
        "ordinal": "（一）",
        "subject__contains": "城市绿化管理职责",
    },
    "（一）将风景名胜区管理职责划给市旅游局。": {
        "kind": "transferred_out",
        "direction": "out",
        "subject": "风景名胜区管理职责",
        "recipients": ["市旅游局"],
    },
    "（一）取消和调整的职责\n将古树移植审批下放到区园林局。": {"kind": "devolved", "recipients": ["区园林局"]},
    "（一）取消园林企业评级，工作由市园林协会自律管理。": {
        "kind": "abolished",
        "subject": "园林企业评级",
        "recipients": ["市园林协会"],
    },
    "（一）将林木管理职责划给本市林业局。": {
        "kind": "transferred_out",
        "direction": "out",
        "recipients": ["本市林业局"],
    },
    "（一）不再承担园林职称评审工作，转由市园林学会承担。": {
        "kind": "handed_over",
        "subject": "园林职称评审工作",
        "recipients": ["市园林学会"],
    },
    "（一）将绿地养护职责由市园林局调整到市城管局。": {
        "kind": "transferred_out",
        "direction": "out",
        "subject": "绿地养护职责",
        "origin": "市园林局",
    },
    "（一）取消园林企业资质初审。": {"kind": "abolished", "subject": "园林企业资质初审", "recipients": []},
    "（一）加强古树名木保护职责。": {"kind": "strengthened", "subject": "古树名木保护职责", "direction": None},
    "（一）将园林绿化工程质量评比交给市园林绿化行业协会。": {
        "kind": "handed_over",
        "subject": "园林绿化工程质量评比",
        "recipients": ["市园林绿化行业协会"],
    },
    "（一）下放的职责\n除市管公园外，将公园配套项目审批下放给区人民政府管理。": {
        "kind": "devolved",
        "subject": "公园配套项目审批",
        "recipients": ["区人民政府"],
        "exception__contains": "市管公园",
    },
    "（一）下放的职责\n将网点审批，在开发区的下放到开发区管委会；其他的，经市政府同意后下放到区园林局或者区城管局。": {
        "kind": "devolved",
        "recipients": ["开发区管委会", "区园林局", "区城管局"],
        "condition__contains": "经市政府同意",
        "items": [{}, {}],
    },
    "（一）划出的职责\n将绿化带养护职责，划转至各区城市管理局、市市政工程管理处。": {
        "kind": "transferred_out",
        "direction": "out",
        "subject": "绿化带养护职责",
        "recipients": ["各区城市管理局", "市市政工程管理处"],
    },
    "（一）整合的职责\n将市绿化办公室的职责与市公园管理处的职责整合，划入江城市园林局。": {
        "kind": "integrated",
        "direction": "in",
        "subject__any": ["市绿化办公室的职责与市公园管理处的职责", "市绿化办公室的职责与市公园管理处的职责整合", None],
    },
}

SPLITS: dict[str, list[dict[str, Any]]] = {
    "（一）与市农业局有关苗木管理的职责分工。1.市农业局负责检疫，市园林局予以协助。": [
        {"counterpart": "市农业局", "matters": [{"ordinal": "1.", "lead": None}]}
    ],
    "（一）与市水务局的职责分工：由市水务局牵头，市园林局、市环保局配合，做好河道绿化。": [
        {
            "counterpart": "市水务局",
            "matters": [
                {
                    "lead": "市水务局",
                    "roles__has": [
                        {"agency": "市水务局", "verb": "牵头"},
                        {"agency": "市园林局", "verb": "配合"},
                        {"agency": "市环保局", "verb": "配合"},
                    ],
                }
            ],
        }
    ],
}

SPLITS |= {
    "（一）健全部门间的职责分工。": [],
    "（一）湿地保护与公园建设的职责分工。市林业局对湿地保护负责，市园林局对公园建设负责。两部门要加强协调与配合。": [
        {
            "counterpart": "市林业局",
            "matters": [
                {
                    "lead": None,
                    "roles": [
                        {"agency": "市林业局", "verb": "负责", "text": "市林业局对湿地保护负责"},
                        {"agency": "市园林局", "verb": "负责", "text": "市园林局对公园建设负责"},
                    ],
                }
            ],
        }
    ],
    "（一）市建设局与市园林局在绿地建设方面的职责划分：由市建设局办理施工许可，市园林局负责验收，双方建立协商机制。": [
        {
            "counterpart": "市建设局",
            "matters": [
                {
                    "roles": [
                        {"agency": "市建设局", "verb": "办理"},
                        {"agency": "市园林局", "verb": "负责", "text": "市园林局负责验收"},
                    ]
                }
            ],
        }
    ],
}

CLOSINGS: dict[str, dict[str, Any]] = {
    "本规定由中共江城市委机构编制委员会负责解释，具体解释工作由中共江城市委机构编制委员会办公室承担，"
    "其调整由中共江城市委机构编制委员会办公室按规定程序办理。": {
        "closing": {"adjusted_by": "中共江城市委机构编制委员会办公室"},
        "effective": None,
    },
    "本规定由市委编办负责解释和调整。本规定自2011年5月1日起施行。": {
        "closing": {"interpreted_by": "市委编办", "adjusted_by": "市委编办"},
        "effective": "2011年5月1日",
    },
}


@pytest.mark.parametrize("words", STAFFING, ids=count(1))
def test_staffing(words: str, differences: Differences) -> None:
    got = read("人员编制", words)
    assert differences(STAFFING[words], got["quotas"]) == []
    assert not [finding for finding in got["findings"] if finding["code"] == "quota-exceeded"]


def test_a_number_of_posts_that_is_not_understood_is_shown() -> None:
    """Nothing may be lost in the half of a sentence whose other half was read."""
    got = read("人员编制", "市园林局行政编制45名，处级领导职数11正6副。")
    labels = [quota["label"] for quota in got["quotas"]]
    assert "处级领导职数" in labels or any(finding["severity"] != "info" for finding in got["findings"])


def test_other_bodies_staff_is_not_the_bodys() -> None:
    got = read("人员编制", "机关行政编制45名。纪检、监察机构的设置、人员编制和领导职数按有关规定执行。")
    assert [quota["label"] for quota in got["quotas"] if quota["of"] is None] == ["机关行政编制"]


@pytest.mark.parametrize(
    "words",
    [
        "机关行政编制45名。内设机构领导职数正科9名、副科4名。",
        "设局长1名。机关行政编制45名，内设机构领导职数9正4副。",
    ],
)
def test_no_number_of_posts_is_lost(words: str) -> None:
    got = read("人员编制", words)
    assert 9 in {quota["min"] for quota in got["quotas"]} or any(
        finding["span"] is not None and finding["severity"] != "info" for finding in got["findings"]
    )


def test_a_title_under_the_number_of_another_is_told() -> None:
    text = f"{HEAD}二、人员编制\n设党组书记、局长1名，正、副科长各1名。"
    got = document(read_provision(text))
    assert [quota["label"] for quota in got["quotas"]] == ["局长"]
    shown = {f["code"]: text[slice(*f["span"])] for f in got["findings"] if f["span"] is not None}
    assert shown["title-shares-number"] == "党组书记"
    assert shown["number-unread"] == "1名"


def test_who_works_together_may_stand_in_brackets() -> None:
    got = read("内设机构", "（一）规划科（与市规划局派出科合署办公）\n（二）绿化科")
    assert [one["units"] for one in got["co_locations"]] == [["规划科", "市规划局派出科"]]


def test_no_line_of_the_list_is_lost() -> None:
    got = read("内设机构", "（一）秘书一处、秘书二处\n（二）绿化处")
    names = [division["name"] for division in got["divisions"]]
    assert names[-1] == "绿化处"
    shown = [finding for finding in got["findings"] if finding["span"] is not None and finding["severity"] != "info"]
    assert len(names) == 3 or shown


@pytest.mark.parametrize("words", DIVISIONS, ids=count(1))
def test_divisions(words: str, differences: Differences) -> None:
    count, divisions = DIVISIONS[words]
    got = read("内设机构", words)
    assert differences(divisions, got["divisions"]) == []
    assert got["declared_division_count"] == count
    assert not [finding for finding in got["findings"] if finding["code"] == "division-count-mismatch"]


@pytest.mark.parametrize(
    "words", ["机关党委按有关规定设置。", "机关党委、工会按有关章程设置。", "派驻纪检组按有关规定设置。"]
)
def test_a_sentence_about_a_unit_is_not_its_name(words: str) -> None:
    got = read("内设机构", f"设1个内设机构：\n（一）办公室\n{words}")
    names = [division["name"] for division in got["divisions"]]
    assert names[0] == "办公室"
    assert set(names[1:]) <= {"机关党委", "工会", "派驻纪检组"}


def test_posts_in_brackets_are_no_second_name() -> None:
    got = read("内设机构", "设1个内设机构：\n（一）办公室（主任1名，副主任1名）\n负责文电。")
    [division] = got["divisions"]
    assert division["name"] == "办公室"
    assert division["second_names"] == []


def test_a_plate_in_quotation_marks_is_named_without_them() -> None:
    got = read("内设机构", "设1个内设机构：\n（一）行政审批科（加挂“政务服务科”牌子）")
    [division] = got["divisions"]
    assert division["second_names"] == []
    shown = [*division["nameplates"], *(one["name"] for one in got["nameplates"] if one["of"] == "行政审批科")]
    assert {one["name"] if isinstance(one, dict) else one for one in shown} == {"政务服务科"}


@pytest.mark.parametrize("words", IDENTITIES, ids=count(1))
def test_identity(words: str, differences: Differences) -> None:
    got = document(read_provision(f"{words}\n一、主要职责\n（一）负责园林。\n"))
    assert differences(IDENTITIES[words], got) == []


@pytest.mark.parametrize("words", CHANGES, ids=count(1))
def test_changes(words: str, differences: Differences) -> None:
    got = read("职责调整", words)
    assert differences([CHANGES[words]], got["changes"]) == []


@pytest.mark.parametrize("words", SPLITS, ids=count(1))
def test_shared_responsibilities(words: str, differences: Differences) -> None:
    assert differences(SPLITS[words], read("其他事项", words)["responsibility_splits"]) == []


def test_who_is_guided_does_not_guide() -> None:
    words = "（一）与市建设委员会的职责分工。市建设委员会负责规划；市园林局在市建设委员会指导下开展绿化。"
    [split] = read("其他事项", words)["responsibility_splits"]
    roles = [(role["agency"], role["verb"]) for matter in split["matters"] for role in matter["roles"]]
    assert ("市建设委员会", "负责") in roles
    assert ("市园林局", "指导") not in roles


def test_a_split_always_names_its_counterpart() -> None:
    got = read("其他事项", "（一）关于湿地公园管理的职责分工。市林业局负责湿地保护；市园林局负责公园建设。")
    assert all(split["counterpart"] for split in got["responsibility_splits"])


def test_every_article_is_one_whatever_word_begins_it() -> None:
    articles = (
        "第一条 为规范机构设置，制定本规定。",
        "第二条 中共江城市委老干部局（简称市委老干部局）是市委工作部门，为正处级。",
        "第三条 主要职责是：\n（一）负责老干部工作。",
        "第四条 市委老干部局与市民政局的有关职责分工。市民政局负责养老服务，市委老干部局负责老干部服务。",
        "第五条 所属事业单位的机构编制事项另行规定。",
        "第六条 按照第四条\n规定执行；第三条所列职责不变。",
    )
    got = document(read_provision("\n".join(articles)))
    assert [one["ordinal"] for one in got["sections"]] == [words[:3] for words in articles]
    assert (got["body"], got["level"]) == ("中共江城市委老干部局", "正处级")
    [split] = got["responsibility_splits"]
    assert split["counterpart"] == "市民政局"
    assert [role["agency"] for role in split["matters"][0]["roles"]] == ["市民政局", "市委老干部局"]


def test_items_under_a_heading_without_ordinal_begin_anew() -> None:
    chapters = "主要职责\n（一）负责园林。\n（二）负责公园。\n内设机构\n（一）办公室\n（二）绿化科\n"
    got = document(read_provision(HEAD.partition("\n")[0] + "\n" + chapters))
    assert [division["name"] for division in got["divisions"]] == ["办公室", "绿化科"]
    assert not [finding for finding in got["findings"] if finding["code"].startswith("numbering")]


def test_the_status_stands_where_the_body_is_said_to_be_something() -> None:
    first = "江城市园林局主要职责规定\n第一条 为规范设置，制定本规定。\n"
    second = "第二条 城建工委、江城市园林局（简称园林局）分别是市委、市政府的派出机关。\n"
    got = document(read_provision(f"{first}{second}第三条 主要职责是：\n（一）负责园林。\n"))
    assert (got["body"], got["status"]) == ("江城市园林局", "市委、市政府的派出机关")


def test_the_provision_is_no_reference_of_its_own() -> None:
    title = "江城市园林局主要职责规定"
    head = f"关于印发《{title}》的通知\n《{title}》已经批准，现予印发。\n{title}\n"
    provision = read_provision(f"{head}{HEAD}（二）履行《植物新品种公约》职责。\n")
    assert [one.name.text for one in provision.references] == ["植物新品种公约"]
    assert provision.coverage.unparsed == 0


@pytest.mark.parametrize("words", CLOSINGS, ids=count(1))
def test_closing(words: str, differences: Differences) -> None:
    assert differences(CLOSINGS[words], read("附则", words)) == []


@pytest.mark.parametrize("words", [*STAFFING, *DIVISIONS, *CHANGES, *SPLITS, *CLOSINGS], ids=count(1))
def test_places_and_sums(words: str, wrong_spans: Callable[[Provision], list[str]]) -> None:
    for chapter in ("人员编制", "内设机构", "职责调整", "其他事项", "附则"):
        provision = read_provision(f"{HEAD}二、{chapter}\n{words}\n")
        assert wrong_spans(provision) == []
        coverage = provision.coverage
        assert coverage.sentences == coverage.typed + coverage.context + coverage.unparsed
        assert all(finding.severity is not Severity.ERROR for finding in provision.findings)
