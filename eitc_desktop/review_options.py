"""Options of the verb review, and how what is typed for them is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from eitc_desktop.chinese_click import PATH
from eitc_desktop.print_verb import WHICH_PROVISION, provision_number

KINDS = {
    "opinion": "意见",
    "no_opinion": "无意见",
    "reply": "回复",
    "handling": "处理",
    "verdict": "对应审阅",
    "scenario": "编制分配方案",
    "allotment": "分配数",
    "asked_office": "征求意见单位",
}
PAPERS = {"opinions": "意见汇总表", "report": "审阅报告"}
PACKAGE = ".eitcreview"


def one_of(words: Mapping[str, str], what: str) -> Callable[[click.Context, click.Parameter, str], str]:
    """Return what reads one of *words*, by itself or by its Chinese name."""

    def read(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
        del parameter
        named = {name: word for word, name in words.items()}
        if value not in words and value not in named:
            known = "、".join(f"{word}（{name}）" for word, name in words.items())
            raise click.UsageError(f"没有这种{what}：{value}。可用的：{known}", ctx)
        return named.get(value, value)

    return read


def some_of(
    words: Mapping[str, str], what: str
) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[str, ...]]:
    """Return what reads several of *words*."""
    one = one_of(words, what)
    return lambda ctx, parameter, values: tuple(one(ctx, parameter, value) for value in values)


def package_file(ctx: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """Read where a package is to be written."""
    if not value.name.lower().endswith(PACKAGE):
        raise click.UsageError(f"{parameter.opts[0]} 的文件名须以 {PACKAGE} 结尾，而不是“{value.name}”", ctx)
    return value


def day_on_paper(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """Read a day; return it as it is printed."""
    from eitc_desktop.services.dates import NoDate, date_of_paper

    del parameter
    try:
        return date_of_paper(value, date.today())  # noqa: DTZ011  the day that the user's calendar shows
    except NoDate as error:
        raise click.UsageError(str(error), ctx) from error


review_option = click.option(
    "--review", "path", type=PATH, metavar="文件", help="审阅文件或审阅包，而不是本人在这份数据库上的审阅"
)
office_option = click.option("--office", "offices", multiple=True, metavar="单位", help="只要这个单位的，可以写多次")
author_option = click.option("--author", "authors", multiple=True, metavar="姓名", help="只要这个人的，可以写多次")
kind_option = click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="类别",
    callback=some_of(KINDS, "类别"),
    help="只要这类的，可以写多次：" + "、".join(f"{word} {name}" for word, name in KINDS.items()),
)
replace_option = click.option("--replace", "replaced", is_flag=True, help="已有同名文件时替换它，默认不替换")
provision_option = click.option("--provision", callback=provision_number, metavar="编号", help=WHICH_PROVISION)
