"""The verbs of the command line. They need neither Qt nor a screen; what one needs is imported inside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitc_desktop import __version__
from eitc_desktop.chinese_click import PATH, ChineseGroup, help_option
from eitc_desktop.errors import EitcError
from eitc_desktop.opening import explained_import, open_files, opens
from eitc_desktop.paths import APP_NAME
from eitc_desktop.print_verb import WHICH_PROVISION, print_paper, provision_number
from eitc_desktop.review_verb import review
from eitc_desktop.self_check_verb import self_check

if TYPE_CHECKING:
    from eitc_desktop.services.progress import Step

FINE, PROBLEMS = 0, 1


class WrongUsage(EitcError):
    """The command line was not understood."""


@click.command("", add_help_option=False)
@click.argument("words", nargs=-1)
@click.pass_context
def _open_files(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Open the window on files that were named among options; alone they never come here."""
    options = ctx.find_root().params
    ctx.exit(open_files(words, options["database"], reset=options["reset"]))


@click.group(cls=ChineseGroup, invoke_without_command=True, add_help_option=False, opener=_open_files, opens=opens)
@click.option("--database", type=PATH, metavar="文件", help="打开这个数据库，而不是随程序提供的")
@click.option("--reset", is_flag=True, help="恢复默认的外观和布局，忘记浏览过的位置（录入的时效不受影响），再打开窗口")
@click.version_option(__version__, "--version", prog_name=APP_NAME, message="%(prog)s %(version)s", help="显示版本")
@help_option
@click.pass_context
def program(ctx: click.Context, database: Path | None, *, reset: bool) -> None:
    """三定规定阅读器。不带命令时打开窗口。

    也可以写文件名来打开：审阅包（.eitcreview）先询问再并入，数据库（.db）与 --database 相同。
    """
    ctx.obj = database
    if ctx.invoked_subcommand is None:
        ctx.exit(open_files((), database, reset=reset))
    if reset and ctx.invoked_subcommand != _open_files.name:
        raise click.UsageError("--reset 只用于打开窗口，不能与命令同用", ctx)


@program.command("build-db", options_metavar="[选项]", add_help_option=False)
@click.option("--out", type=PATH, metavar="文件", help="写到这里，而不是随程序提供的位置")
@help_option
def build_db(out: Path | None) -> None:
    """由三定规定原文重新生成数据库。"""
    from eitc_desktop import paths
    from eitc_desktop.services.build import build_database

    report = build_database(out or paths.default_database(), paths.provisions_dir(), _tell)
    for name, provision in report.provisions:
        click.echo(f"{name}：{provision.body.text}")
    click.echo(f"已生成 {report.target}（{len(report.provisions)} 份三定规定）")


@program.command("check-db", options_metavar="[选项]", add_help_option=False)
@click.argument("path", type=PATH, required=False, metavar="[文件]")
@help_option
@click.pass_context
def check_db(ctx: click.Context, path: Path | None) -> None:
    """检查数据库是否完好、是否与原文一致。

    退出码：0 完好；1 有问题；2 无法使用。
    """
    from eitc_desktop import paths
    from eitc_desktop.services.checking import check_database, describe_state

    state = check_database(path or ctx.obj or paths.default_database(), paths.provisions_dir(), _tell)
    click.echo("\n".join(describe_state(state)))
    click.echo("\n".join(_fonts_checked(state.path)))
    ctx.exit(FINE if state.sound else PROBLEMS)


def _fonts_checked(database: Path) -> tuple[str, ...]:
    """Say which characters in *database* this computer has no font for; that needs Qt, but no screen."""
    from eitc_desktop import paths
    from eitc_desktop.services.lacking import describe_lacking
    from eitc_desktop.services.library import open_library

    try:
        from eitc_desktop.gui.fonts import report_without_window
    except ImportError as error:
        explained = explained_import(error)
        if explained is error:
            raise
        return (f"字体未检查：{explained}",)
    with open_library(database) as library:
        provisions = [library.load(summary.id) for summary in library.provisions()]
    report = report_without_window("".join(provision.text for provision in provisions), paths.resources_dir() / "fonts")
    first, *others = describe_lacking(report.lacking, provisions)
    return (f"字体：{report.family}（{'随程序提供' if report.bundled else '本机'}）；{first}", *others)


@program.command("inspect", options_metavar="[选项]", add_help_option=False)
@click.argument("file", metavar="文件", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@click.option("--text", "as_text", is_flag=True, help="只输出规范化后的原文")
@help_option
def inspect(file: str, *, as_json: bool, as_text: bool) -> None:
    """读一份三定规定，输出其中载明的内容。

    文件为 - 时从标准输入读取。
    """
    if as_json and as_text:
        raise click.UsageError("--json 与 --text 只能选一个")
    from eitc_desktop.reading import decode, read_provision
    from eitc_desktop.services.files import read_file

    text = decode(_read_input() if file == "-" else read_file(Path(file)))
    provision = read_provision(text)
    if as_text:
        _write(text)
        return
    from eitc_desktop.services.inspect import describe, document

    if as_json:
        import json

        _write(json.dumps(document(provision), ensure_ascii=False, indent=2) + "\n")
    else:
        _write(describe(provision).rstrip("\n") + "\n")


@program.command("links", options_metavar="[选项]", add_help_option=False)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@click.option("--provision", callback=provision_number, metavar="编号", help=WHICH_PROVISION)
@help_option
@click.pass_context
def links(ctx: click.Context, provision: int | None, *, as_json: bool) -> None:
    """输出职责与内设机构的对应、依据和未对应的部分。"""
    from eitc_desktop.services.library import chosen_provision, open_library
    from eitc_desktop.services.links import describe, document

    with open_library(ctx.obj) as library:
        number = chosen_provision(library, provision).id
        read, mapping = library.load(number), library.mapping(number)
    if as_json:
        import json

        _write(json.dumps(document(read, mapping), ensure_ascii=False, indent=2) + "\n")
    else:
        _write(describe(read, mapping) + "\n")


program.add_command(print_paper)
program.add_command(review)
program.add_command(self_check)


@program.command("render", options_metavar="[选项]", add_help_option=False)
@click.option("--out", type=PATH, metavar="文件夹", required=True, help="图片放在这个文件夹")
@click.option(
    "--look",
    "looks",
    multiple=True,
    metavar="样子",
    help="只画这种样子，默认都画：语言（zh、en）-主题（light、dark）-窗口的宽（1366、911），如 zh-light-1366；可写几次",
)
@help_option
@click.pass_context
def render(ctx: click.Context, out: Path, looks: tuple[str, ...]) -> None:
    """不打开窗口，把界面画成 PNG 图片。"""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from eitc_desktop import paths

    try:
        from eitc_desktop.app import render_pictures
    except ImportError as error:
        raise explained_import(error) from error
    for picture in render_pictures(out, ctx.obj or paths.default_database(), looks):
        click.echo(str(picture))


def _tell(step: Step) -> None:
    """Show progress to somebody who watches; a pipe or a log is spared."""
    if sys.stderr is not None and sys.stderr.isatty():  # pyright: ignore[reportUnnecessaryComparison]  closed
        end = "\n" if step.done == step.total else ""
        click.echo(f"\r\033[K[{step.done}/{step.total}] {step.what}{end}", nl=False, err=True)


def _read_input() -> bytes:
    from eitc_desktop.services.files import read_stream

    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison]  closed
        raise EitcError("标准输入已关闭，没有可读的内容。请给出文件名，或用 < 文件名 送入原文")
    return read_stream(sys.stdin.buffer)


def _write(text: str) -> None:
    """Write *text* as UTF-8 and nothing else: no locale, no changed line ends."""
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]  closed
        raise EitcError("标准输出已关闭，无处输出。请在终端中运行，或用 > 文件名 保存结果")
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def run_verb(arguments: Sequence[str] | None) -> int:
    """Run what *arguments* (without them: those of the process) ask for, and return the exit code.

    Raises:
        EitcError: if it can't be done; wrong usage is a :class:`WrongUsage`.
        KeyboardInterrupt: if the user interrupted it.
    """
    try:
        code = program.main(None if arguments is None else list(arguments), prog_name=APP_NAME, standalone_mode=False)
        return code if isinstance(code, int) else FINE
    except click.UsageError as error:
        raise WrongUsage(_explained(error)) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error


def _explained(error: click.UsageError) -> str:
    """Say in Chinese what click objects to, and where help is to be had."""
    path = error.ctx.command_path if error.ctx is not None else APP_NAME
    if isinstance(error, click.NoSuchOption):
        message = f"没有这个选项：{error.option_name}"
    elif isinstance(error, click.MissingParameter):
        parameter = error.param
        named = isinstance(parameter, click.Option)
        message = f"缺少选项 {parameter.opts[0]}" if named else f"缺少参数：{parameter and parameter.metavar}"
    elif isinstance(error, click.BadOptionUsage):
        message = f"选项 {error.option_name} 的写法不对（是否缺少或多写了值）"
    else:
        message = error.format_message()
    return f"{message}。用法见 {path} --help"
