"""Provisions made to be mapped: many different ones, and single ones with very many duties and units."""

from __future__ import annotations

import random
import time

from eitc_desktop import paths
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import read_provision
from eitc_desktop.services.mapping import Mapper

_FIELDS = """
    供水 排水 燃气 供热 园林 绿化 道路 桥梁 公交 出租汽车 港口 航道 渔业 种植业 畜牧业 农田水利 水土保持 森林防火
    湿地保护 自然保护地 野生动物 公共卫生 疾病预防 妇幼健康 中医药 医疗保障 养老服务 社会救助 殡葬 学前教育 职业教育
    体育设施 文物保护 公共图书馆 广播电视 出版物 旅游景区 房屋安全 物业服务 历史建筑 地下管线 建筑节能 工程造价
    招标投标 特种设备 计量 食品安全 药品流通 广告 商标 价格 统计调查 档案 地方志 防震减灾 人民防空
"""
FIELDS = tuple(_FIELDS.split())
VERBS = ("拟订{}发展规划并组织实施", "负责{}的监督管理", "会同有关部门协调{}工作中的重大问题", "指导{}和{}的信息化建设",
         "推进{}服务体系建设，完善相关制度", "组织编制{}、{}标准", "按照规定承担{}专项资金的管理工作")  # fmt: skip
KINDS = ("取消对{}的资质认定。", "将{}行政许可下放到区（县）主管部门。", "将{}的有关职责划入市{}局。")


def made(number: int, duties: int = 16, divisions: int = 18) -> str:
    """Return the text of a provision, always the same for a *number*."""
    rolled = random.Random(number)  # noqa: S311 - nothing secret

    def fields(count: int) -> list[str]:
        return [rolled.choice(FIELDS) for _ in range(count)]

    def worded(pattern: str) -> str:
        return pattern.format(*fields(2))

    body = f"第{number}市{fields(1)[0]}和{fields(1)[0]}局"
    lines = [
        f"根据《某市机构改革方案》（某发〔2014〕{number}号），设立{body}，为市政府工作部门。",
        "一、职能转变",
        "（一）调整的职责",
    ]
    lines += [f"{n}.{worded(rolled.choice(KINDS))}" for n in range(1, 9)]
    lines += ["（二）加强的职责"]
    lines += [f"{n}.加强{worded('{}的统筹协调职责，推进{}服务体系建设')}。" for n in range(1, 5)]
    lines += ["二、主要职责"]
    for n in range(1, duties + 1):
        items = "；".join(worded(rolled.choice(VERBS)) for _ in range(3))
        lines.append(f"（{numeral(n)}）{items}。")
    lines += ["三、内设机构", f"根据上述职责，{body}设{divisions}个内设机构："]
    for n in range(1, divisions + 1):
        second = f"（{fields(1)[0]}处）" if n % 4 == 0 else ""
        lines.append(f"（{numeral(n)}）{worded(rolled.choice(('{}处', '{}管理处', '{}和{}处', '{}推进处')))}{second}")
    lines += ["四、其他事项"]
    for n in range(1, 4):
        agency = f"市{fields(1)[0]}局"
        lines.append(
            f"（{numeral(n)}）与{agency}的职责分工。{agency}牵头负责{worded('{}、{}管理')}；{body}配合做好{worded('{}')}工作。"
        )
    return "\n".join(lines) + "\n"


def numeral(number: int) -> str:
    """Return *number* below 10,000 in Chinese."""
    found = ""
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            found += ("" if number < 20 and power == 10 else "零一二三四五六七八九"[digit]) + name
        elif found and not found.endswith("零") and number % power:
            found += "零"
    return found


def seconds(mapper: Mapper, provision: Provision) -> float:
    """Return the processor time that mapping *provision* takes, in seconds: the least of three."""
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        mapper.mapping(provision, "made.txt")
        best = min(best, time.process_time() - began)
    return best


def many(number: int) -> float:
    """Return the seconds that so many different provisions take."""
    mapper = Mapper(paths.resources_dir())
    return sum(seconds(mapper, read_provision(made(n))) for n in range(number))


def long(duties: int, divisions: int = 200) -> float:
    """Return the seconds that one provision with so many duties (three items each) and divisions takes."""
    return seconds(Mapper(paths.resources_dir()), read_provision(made(1, duties, divisions)))
