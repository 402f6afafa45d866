"""A large library of made-up provisions: ``python benchmarks/library_maker.py OUT.db [--clauses N]``.

Each text is made of an office's usual phrases, of names nobody has, and of a long tail of rare characters; it goes
through the program's own reader and writer, so that the file is what the program itself would make of such texts. The
same seed and number give the same texts.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from eitc_desktop.reading import read_provision
from eitc_desktop.store.indexing import fill_index
from eitc_desktop.store.migrations import migrate
from eitc_desktop.store.rows import Rows

CLAUSES = 1_000_000
SEED = 2014
BATCH = 100  # provisions held in memory at a time


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


VERBS = _words(
    "拟订 组织实施 指导 协调 监督管理 推进 统筹 负责 承担 参与 会同有关部门拟订 组织协调 监测分析 研究提出 促进 规划 "
    "督促检查 综合协调 配合做好 牵头推进 审核 受理 归口管理 引导 扶持 培育 规范 完善 推广 评估"
)
FIELDS = _words(
    "工业 农业 水利 林业 渔业 交通 运输 能源 电力 煤炭 石油 环境 生态 土地 矿产 海洋 气象 地震 测绘 住房 城市 乡村 "
    "建设 教育 科技 文化 体育 旅游 卫生 医药 食品 药品 质量 计量 标准 安全 消防 应急 救灾 民政 社会 养老 就业 劳动 "
    "人才 工资 财政 税收 金融 保险 证券 信用 统计 审计 物价 商务 贸易 外资 口岸 粮食 物资 储备 民族 宗教 侨务 外事 "
    "法制 司法 公安 信访 档案 保密 信息 网络 数据 软件 通信 无线电 邮政 知识产权 新闻 出版 广播 电影 园林 绿化 市容 "
    "水务 防汛 节能 减排 循环 制造 装备 汽车 船舶 航空 材料 化工 轻工 纺织 盐业 烟草 电子 集成电路 机器人 生物"
)
THINGS = _words(
    "规划 政策 标准 办法 制度 体系 项目 资金 资源 市场 秩序 行业 企业 园区 平台 服务 工程 设施 队伍 机构 人员 活动 "
    "工作 事业 产业 发展 改革 创新 应用 示范 试点 合作 交流 培训 宣传 考核 统计 监测 预警 检查 许可 备案 认定 登记"
)
UNITS = _words("办公室 综合处 法规处 规划处 财务处 人事处 监督处 审批处 执法处 科技处 合作处 信息处 评估处 调研处")
COMMON = [chr(code) for code in range(0x4E00, 0x9FA6)]


class Writer:
    """Writes one provision after the other; everything it chooses follows from the seed."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311  nothing here is secret
        self._rare = self._dice.sample(COMMON, 3000)

    def text(self, number: int) -> str:
        """Return the text of provision *number*: about a hundred clauses."""
        place = f"{self._name(2)}{self._dice.choice('市县区')}"
        body = f"{place}{self._dice.choice(FIELDS)}{self._dice.choice(FIELDS)}局"
        basis = (
            f"根据《{place}人民政府机构改革方案》（{self._name(1)}字〔{2000 + number % 25}〕{number % 90 + 1}号）的规定"
        )
        staff, deputies, heads = (self._dice.randint(*ends) for ends in ((20, 400), (2, 6), (10, 80)))
        posts = f"局长1名，副局长{deputies}名，正副处级领导职数{heads}名"
        lines = [
            f"{basis}，设立{body}，为{place}政府工作部门。",
            "一、职能转变",
            "（一）取消的职责",
            *(f"{i}.取消对{self._thing()}的审批。" for i in range(1, 7)),
            "（二）加强的职责",
            *(f"{i}.加强{self._thing()}职责，{self._piece()}；{self._piece()}。" for i in range(1, 7)),
            "二、主要职责",
            *(f"（{han(i)}）{self._duty()}" for i in range(1, 31)),
            "三、内设机构",
            f"{body}设30个内设机构：",
            *(f"（{han(i)}）{self._division(i)}" for i in range(1, 31)),
            "四、人员编制",
            f"{body}机关行政编制为{staff}名。其中，{posts}。",
            "五、其他事项",
            f"（一）与{place}{self._dice.choice(FIELDS)}局的职责分工。",
            *(f"{i}.{place}{self._dice.choice(FIELDS)}局牵头负责{self._thing()}，{body}配合。" for i in range(1, 9)),
            "六、附则",
            "本规定由机构编制委员会办公室负责解释。",
        ]
        return "\n".join(lines) + "\n"

    def _name(self, length: int) -> str:
        return "".join(self._dice.choices(self._rare, k=length))

    def _thing(self) -> str:
        name = self._name(2) if self._dice.random() < 0.2 else ""
        return f"{name}{self._dice.choice(FIELDS)}{self._dice.choice(FIELDS)}{self._dice.choice(THINGS)}"

    def _piece(self) -> str:
        return f"{self._dice.choice(VERBS)}{self._thing()}、{self._thing()}和{self._dice.choice(THINGS)}"

    def _duty(self) -> str:
        pieces = [self._piece() for _ in range(self._dice.choice((2, 3, 3, 4)))]
        return "；".join(pieces) + "。"

    def _division(self, number: int) -> str:
        first = self._dice.choice(UNITS) if number < 4 else f"{self._dice.choice(FIELDS)}{self._dice.choice(THINGS)}处"
        second = f"（{self._dice.choice(FIELDS)}管理处）" if self._dice.random() < 0.3 else ""
        return f"{first}{second}"


def han(number: int) -> str:
    """Return a number below a hundred in Chinese numerals."""
    digits = DIGITS
    tens, ones = divmod(number, 10)
    return f"{'' if tens < 2 else digits[tens]}{'十' if tens else ''}{digits[ones] if ones else ''}"


DIGITS = "〇一二三四五六七八九"


def texts(seed: int) -> Iterator[str]:
    """Yield texts without end."""
    writer = Writer(seed)
    number = 0
    while True:
        number += 1
        yield writer.text(number)


def make_library(path: Path, clauses: int = CLAUSES, seed: int = SEED) -> dict[str, float]:
    """Write a library of at least *clauses* clauses to *path*; return how long reading, writing and indexing took."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    seconds = {"read": 0.0, "write": 0.0, "index": 0.0}
    with closing(sqlite3.connect(draft)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        migrate(Database(connection, execute_plugins=False))
        rows, written = Rows(), 0
        for number, text in enumerate(texts(seed), 1):
            began = time.perf_counter()
            provision = read_provision(text)
            seconds["read"] += time.perf_counter() - began
            began = time.perf_counter()
            digest = hashlib.sha256(text.encode()).hexdigest()
            rows.add(provision, source_name=f"{number:05}.txt", source_sha256=digest, text_sha256=digest)
            written += len(provision.clauses)
            if number % BATCH == 0 or written >= clauses:
                _insert(connection, rows)
            seconds["write"] += time.perf_counter() - began
            if written >= clauses:
                break
        began = time.perf_counter()
        fill_index(connection)
        connection.commit()
        seconds["index"] = time.perf_counter() - began
        connection.execute("VACUUM")
    draft.replace(path)
    return seconds


def _insert(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, listed in rows.take().items():
        names = ", ".join(listed[0])
        places = ", ".join("?" * len(listed[0]))
        connection.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608  our own tables
            [tuple(row.values()) for row in listed],
        )


def main() -> None:
    """Make the library that is asked for."""
    parser = argparse.ArgumentParser(description="Make a large library of made-up provisions.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--clauses", type=int, default=CLAUSES)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    seconds = make_library(asked.out, asked.clauses, asked.seed)
    print(f"{asked.out}: {asked.out.stat().st_size / 1_000_000:.0f} MB", {k: round(v, 1) for k, v in seconds.items()})


if __name__ == "__main__":
    main()
