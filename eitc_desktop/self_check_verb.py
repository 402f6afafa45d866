"""The verb by which the program tries itself, in its real window, and says what is amiss."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from eitc_desktop.chinese_click import help_option
from eitc_desktop.opening import explained_import

if TYPE_CHECKING:
    from eitc_desktop.services.self_check import Outcome, SelfReport

_FINE, _FAILED = 0, 1


@click.command("self-check", options_metavar="[选项]", add_help_option=False)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@help_option
@click.pass_context
def self_check(ctx: click.Context, *, as_json: bool) -> None:
    """打开窗口，把各项功能试一遍，说明哪一项不正常；不动本人的设置和审阅。

    退出码：0 都正常；1 有不正常的；2 无法运行。
    """
    from eitc_desktop.services.display import require_display

    require_display()
    try:
        from eitc_desktop.app import check_itself
    except ImportError as error:
        raise explained_import(error) from error
    report = check_itself(ctx.obj, _silent if as_json else _tell, _tell_document if as_json else _tell_end)
    (_tell_document if as_json else _tell_end)(report)
    ctx.exit(_FINE if report.ok else _FAILED)


def _silent(_outcome: Outcome) -> None:
    """Say nothing yet: a document is written whole."""


def _tell(outcome: Outcome) -> None:
    from eitc_desktop.services.self_check import line_of

    click.echo(line_of(outcome))


def _tell_end(report: SelfReport) -> None:
    from eitc_desktop.services.self_check import closing_lines

    click.echo("\n".join(closing_lines(report)))


def _tell_document(report: SelfReport) -> None:
    from eitc_desktop.services.self_check import document

    click.echo(json.dumps(document(report), ensure_ascii=False, indent=2))
