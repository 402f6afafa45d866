"""The verb that puts papers into files, without a window and without a screen."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitc_desktop.chinese_click import PATH, ChineseCommand, help_option
from eitc_desktop.opening import explained_import

if TYPE_CHECKING:
    from eitc_desktop.gui.printing.offscreen import Printed
    from eitc_desktop.model.mapping import Grade
    from eitc_desktop.model.mapping import Mapping as DutyMapping
    from eitc_desktop.model.provision import Provision
    from eitc_desktop.reviewing.review import Review
    from eitc_desktop.services.print_request import FileFormat, PrintRequest

_PAIR = re.compile(r"(\d{1,4})\s*[xX×*]\s*(\d{1,4})")
_DIGITS = 18  # of a number that SQLite can hold

WHICH_PROVISION = (
    "三定规定的编号，见 check-db；库中只有一个机关时，默认取编号最大（最后入库）的一份，有几个机关时必须写明"
)
"""Help of ``--provision``."""


def provision_number(ctx: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Read the number of a provision."""
    del parameter
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= _DIGITS):
        raise click.UsageError(f"--provision 须是三定规定的编号（至多 {_DIGITS} 位数字），而不是“{value}”", ctx)
    return int(value)


def _among(words: Mapping[str, str], what: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Return what reads one of *words*, by itself or by its Chinese name."""

    def read(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        del parameter
        named = {name: word for word, name in words.items()}
        found = value if value is None or value in words else named.get(value)
        if value is not None and found is None:
            known = "、".join(f"{word}（{name}）" for word, name in words.items())
            raise click.UsageError(f"没有这种{what}：{value}。可用的：{known}", ctx)
        return found

    return read


def _sizes(low: float, high: float, unit: str) -> Callable[[click.Context, click.Parameter, str | None], float | None]:
    """Return what reads a number within bounds."""

    def read(ctx: click.Context, parameter: click.Parameter, value: str | None) -> float | None:
        if value is None:
            return None
        if not re.fullmatch(r"\d{1,5}(\.\d{1,3})?", value) or not low <= float(value) <= high:
            name = parameter.opts[0]
            raise click.UsageError(f"{name} 须是 {low:g} 至 {high:g} 的数（{unit}），而不是“{value}”", ctx)
        return float(value)

    return read


def _pair(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[int, int] | None:
    """Read two whole numbers with an x between them."""
    if value is None:
        return None
    found = _PAIR.fullmatch(value.strip())
    if found is None:
        raise click.UsageError(f"{parameter.opts[0]} 须写成 列数x行数，如 3x2，而不是“{value}”", ctx)
    return int(found[1]), int(found[2])


def _paper(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[float, float]:
    """Read A4, A3, or width and height in millimetres; return points."""
    del parameter
    from eitc_desktop.composing.page import A3, A4
    from eitc_desktop.drawing.shapes import MM

    found = _PAIR.fullmatch(value.strip())
    if found is not None:
        return int(found[1]) * MM, int(found[2]) * MM
    known = {"A4": A4, "A3": A3}
    if value.upper() not in known:
        raise click.UsageError(f"--paper 须是 A4、A3，或以毫米为单位的 宽x高，如 297x600，而不是“{value}”", ctx)
    return known[value.upper()]


def _grades(ctx: click.Context, parameter: click.Parameter, value: str) -> frozenset[Grade]:
    """Read the letters of grades."""
    del parameter
    from eitc_desktop.model.mapping import Grade

    letters = value.upper()
    if not letters or set(letters) - {grade.value for grade in Grade}:
        raise click.UsageError(f"--grades 须由 A、B、C 组成，如 AB，而不是“{value}”", ctx)
    return frozenset(Grade(letter) for letter in letters)


def _date(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """Read a day; return it as it is printed."""
    from eitc_desktop.services.dates import NoDate, date_of_paper

    del parameter
    try:
        return date_of_paper(value, date.today())  # noqa: DTZ011  the day that the user's calendar shows
    except NoDate as error:
        raise click.UsageError(str(error), ctx) from error


_KINDS = {
    "chart": "机构设置图",
    "dossier": "三定概览",
    "changes": "职能转变对照表",
    "matrix": "职责对应矩阵",
    "duties": "处室职责对应一览表",
    "quotas": "编制职数表",
    "splits": "部门间职责分工表",
    "division": "单个处室及其职责",
    "divisions": "各处室及其职责，每处另起一页",
}
_LAYOUTS = {
    "auto": "自动",
    "official": "公文式",
    "hanging": "双列悬挂",
    "grid": "网格",
    "sideways": "左右",
}
_HELP = "\n\n".join(
    (
        "把图表、概览存为 PDF、SVG、PNG、Word 或 Excel 文件，不打开窗口，也不需要显示器。",
        "\b\n内容是其中之一：\n" + "\n".join(f"  {word:<10}{name}" for word, name in _KINDS.items()),
        "内容为 division 时，后面写处室的名称、括号内名称或序号，如 都市产业处、（十二）、12；设在本机关的机构写名称。",
        "格式看文件名的结尾；SVG 和 PNG 多于一页时，每页一个文件，文件名加页码。",
        "三定概览中的时效是在窗口中录入的，没有录入的印“未核实”。",
        "职责对应矩阵和一览表可以列出审阅人的意见（--verdicts）：为录入，与规定的内容分开标明。",
    )
)


@click.command(
    "print",
    cls=ChineseCommand,
    options_metavar="[选项]",
    add_help_option=False,
    help=_HELP,
    short_help="把图、表和概览存为 PDF、Word、Excel 等文件。",
)
@click.argument("kind", metavar="内容", callback=_among(_KINDS, "内容"))
@click.argument("name", metavar="[处室]", required=False)
@click.option(
    "--out", type=PATH, metavar="文件", help="存到这个文件；结尾为 pdf、svg、png、docx（Word）或 xlsx（Excel）"
)
@click.option(
    "--paper", default="A4", metavar="纸张", callback=_paper, help="A4（默认）、A3，或以毫米为单位的 宽x高，如 297x600"
)
@click.option("--landscape", is_flag=True, help="横放；机构设置图和各表默认横放")
@click.option("--portrait", is_flag=True, help="竖放；处室和三定概览默认竖放")
@click.option(
    "--layout",
    metavar="版式",
    callback=_among(_LAYOUTS, "版式"),
    help="机构设置图的版式，默认自动：" + "、".join(f"{word} {name}" for word, name in _LAYOUTS.items()),
)
@click.option(
    "--type-size", metavar="磅", callback=_sizes(5, 72, "磅"), help="字号，5 至 72 磅；机构设置图一张纸放不下时分成几张"
)
@click.option("--large", is_flag=True, help="大字版：至少 14 磅；机构设置图一张纸放不下时分成几张")
@click.option("--poster", metavar="列x行", callback=_pair, help="机构设置图拼成海报，如 3x2 是 3 列 2 行，共 6 张")
@click.option(
    "--overlap", metavar="毫米", callback=_sizes(0, 50, "毫米"), help="海报相邻两张重叠的宽度，0 至 50，默认 10"
)
@click.option("--binding", is_flag=True, help="留装订边：竖放的在左，横放的在上")
@click.option("--secrecy", default="", metavar="密级", help="在左上角印密级，默认不印")
@click.option("--maker", default="", metavar="单位", help="印制表单位，默认不印")
@click.option(
    "--date",
    "made_on",
    default="",
    metavar="日期",
    callback=_date,
    help="印制表日期，如 2026年11月27日、2026-11-27 或 今天，默认不印",
)
@click.option(
    "--grades",
    default="AB",
    metavar="等级",
    callback=_grades,
    help="列出哪些等级的职责对应，默认 AB；A 明文，B 名称对应，C 职能研判",
)
@click.option("--verdicts", is_flag=True, help="duties 和 matrix：列出审阅人对职责对应的意见，默认不列")
@click.option(
    "--review",
    type=PATH,
    metavar="文件",
    help="列出这个审阅文件或审阅包中的意见，而不是本人在这份数据库上的；写了就不必再写 --verdicts",
)
@click.option("--dpi", metavar="点数", callback=_sizes(72, 1200, "每英寸点数"), help="PNG 的精度，72 至 1200，默认 300")
@click.option("--bundled-fonts", is_flag=True, help="只用随程序提供的字体，各台电脑结果相同")
@click.option("--proof", is_flag=True, help="输出打印校样：页数、最小字号、截断、字体；不写 --out 时只校不存")
@click.option("--provision", callback=provision_number, metavar="编号", help=WHICH_PROVISION)
@help_option
@click.pass_context
def print_paper(
    ctx: click.Context, kind: str, name: str | None, out: Path | None, provision: int | None, **options: object
) -> None:
    """Compose a paper, save it, tell where and whose it is, and prove it."""
    from eitc_desktop.paths import user_settings_path
    from eitc_desktop.reviewing.review import NOTHING_REVIEWED
    from eitc_desktop.services.library import chosen_provision, open_library
    from eitc_desktop.services.print_files import format_of
    from eitc_desktop.services.print_office import save_office
    from eitc_desktop.services.print_request import check, check_format
    from eitc_desktop.services.print_units import unit_named
    from eitc_desktop.settings import entered_validity

    request = _request(ctx, kind, name, options)
    proof = bool(options["proof"])
    if out is None and not proof:
        raise click.UsageError("缺少选项 --out（或用 --proof 只看校样）", ctx)
    form = None if out is None else format_of(out)
    if form is not None:
        check_format(request.kind, form)
    check(request)
    if form is not None and form.is_office and proof:
        raise click.UsageError("Word 和 Excel 文件由办公软件排版，没有打印校样。请去掉 --proof", ctx)
    with open_library(ctx.obj) as library:
        chosen = chosen_provision(library, provision)
        read, mapping = library.load(chosen.id), library.mapping(chosen.id)
    entered = _reviewed(ctx, options["review"], read, chosen.sha256) if request.verdicts else NOTHING_REVIEWED
    request = replace(
        request,
        unit=None if name is None else unit_named(read, name),
        validity=entered_validity(user_settings_path(), chosen.sha256),
    )
    if out is not None and form is not None and form.is_office:
        save_office(request, read, mapping, out, form, review=entered)
        click.echo(f"已保存 {out}（{chosen.body}）")
        return
    done = _printed(request, read, mapping, out, form, options, entered)
    for line in _saved(done.paths, done.facts.pages, chosen.body):
        click.echo(line)
    tell_lacking(done.lacking)
    spread = done.facts.composed.spread
    if done.paths and spread is not None and options["poster"] is None:
        sheets = f"{done.facts.pages} 张（{spread[0]} 列 {spread[1]} 行）"
        option = "--large" if options["large"] else "--type-size"
        way_out = f"要放在一张上，请去掉 {option}，或换大一些的纸张"
        click.echo(f"注意：这样大的字一张纸放不下，分成了 {sheets}，打印后须拼接。{way_out}")
    if proof:
        for line in done.proof:
            click.echo(f"{'注意：' if line.warning else ''}{line}")


def tell_lacking(lacking: Sequence[str]) -> None:
    """Say on standard error which characters of a paper no font has: it is saved all the same."""
    from eitc_desktop.services.print_proof import lacking_words

    if lacking:
        click.echo(f"注意：{lacking_words(lacking)}", err=True)


def _printed(
    request: PrintRequest,
    provision: Provision,
    mapping: DutyMapping,
    out: Path | None,
    form: FileFormat | None,
    options: dict[str, object],
    review: Review,
) -> Printed:
    """Compose a paper without a screen, and save it where a file is named."""
    from eitc_desktop.services.print_files import RESOLUTION

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from eitc_desktop.gui.printing.offscreen import print_offscreen
    except ImportError as error:
        raise explained_import(error) from error
    dpi = round(options["dpi"]) if isinstance(options["dpi"], float) else RESOLUTION
    bundled = bool(options["bundled_fonts"])
    return print_offscreen(request, provision, mapping, out, form, dpi=dpi, bundled=bundled, review=review)


def _reviewed(ctx: click.Context, path: object, provision: Provision, digest: str) -> Review:
    """Return the review whose verdicts are printed: of the file or package at *path*, or else the user's own."""
    from eitc_desktop.paths import default_database, review_path
    from eitc_desktop.reviewing.review import review_of
    from eitc_desktop.services.papers.verdicts import holds_verdicts
    from eitc_desktop.services.reviews.carrying import own_source, read_source

    source = read_source(path) if isinstance(path, Path) else own_source(review_path(ctx.obj or default_database()))
    review = review_of(source.revisions, provision, digest)
    if not holds_verdicts(review):
        click.echo("注意：审阅中没有录入对职责对应的意见，印出的只有规定和对应关系")
    return review


def _saved(paths: Sequence[Path], pages: int, body: str) -> Iterator[str]:
    """Say what was saved: each file, its pages, and whose provision it is of."""
    for number, path in enumerate(paths, 1):
        which = f"第 {number} 页，" if len(paths) > 1 else ""
        yield f"已保存 {path}（{which}共 {pages} 页，{body}）"


def _request(ctx: click.Context, kind: str, name: str | None, options: dict[str, object]) -> PrintRequest:
    """Return what the options say, without the unit.

    Raises:
        click.UsageError: if they contradict each other.
    """
    from eitc_desktop.chart.kinds import LayoutKind
    from eitc_desktop.drawing.shapes import MM
    from eitc_desktop.services.print_request import KINDS, OVERLAP, PaperKind, PrintRequest, Scaling

    if (kind == "division") != (name is not None):
        raise click.UsageError(
            "division 后面要写处室的名称" if name is None else f"多余的参数：{name}。只有 division 后面写处室", ctx
        )
    verdicts = bool(options["verdicts"]) or options["review"] is not None
    if verdicts and not KINDS[PaperKind(kind)].judged:
        raise click.UsageError("--verdicts 和 --review 只用于 duties 和 matrix", ctx)
    if options["landscape"] and options["portrait"]:
        raise click.UsageError("--landscape 与 --portrait 只能选一个", ctx)
    scalings = {
        Scaling.LARGE: bool(options["large"]),
        Scaling.FIXED: options["type_size"] is not None,
        Scaling.POSTER: options["poster"] is not None,
    }
    asked = [scaling for scaling, wanted in scalings.items() if wanted]
    if len(asked) > 1:
        raise click.UsageError("--large、--type-size 与 --poster 只能选一个", ctx)
    if options["overlap"] is not None and Scaling.POSTER not in asked:
        raise click.UsageError("--overlap 只与 --poster 同用", ctx)
    request = PrintRequest(
        PaperKind(kind),
        paper=options["paper"],  # pyright: ignore[reportArgumentType]  the callbacks made them so
        landscape=True if options["landscape"] else False if options["portrait"] else None,
        layout=LayoutKind(options["layout"] or "auto"),
        scaling=asked[0] if asked else Scaling.FIT,
        binding=bool(options["binding"]),
        secrecy=" ".join(str(options["secrecy"]).split()),
        maker=" ".join(str(options["maker"]).split()),
        made_on=" ".join(str(options["made_on"]).split()),
        grades=options["grades"],  # pyright: ignore[reportArgumentType]
        verdicts=verdicts,
    )
    overlap, type_size, poster = options["overlap"], options["type_size"], options["poster"]
    return replace(
        request,
        overlap=overlap * MM if isinstance(overlap, float) else OVERLAP,
        type_size=type_size if isinstance(type_size, float) else request.type_size,
        sheets=poster if poster is not None else request.sheets,  # pyright: ignore[reportArgumentType]
    )
