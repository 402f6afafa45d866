"""Commands whose help and usage errors are Chinese."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


class ChineseCommand(click.Command):
    """A command whose help and usage errors are Chinese."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            raise click.UsageError(f"多余的参数：{' '.join(rest)}", ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)


class ChineseGroup(click.Group):
    """The program: its verbs, and the window without one.

    What stands in the place of a verb and is a file by *opens* goes to the *opener*, a command without a name to call.
    """

    command_class = ChineseCommand

    def __init__(
        self,
        *,
        opener: click.Command | None = None,
        opens: Callable[[str], bool] = lambda _word: False,
        **kwargs: Any,  # noqa: ANN401  click's own
    ) -> None:
        super().__init__(**kwargs)
        self._opener = opener
        self._opens = opens

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        first = args[0]
        if self.get_command(ctx, first) is not None or first.startswith("-"):
            return super().resolve_command(ctx, args)
        if self._opener is None or not _is_file_name(first):
            raise click.UsageError(f"没有这个命令：{first}。可用的命令：{'、'.join(self.list_commands(ctx))}", ctx)
        strange = next((word for word in args if not self._opens(word)), None)
        if strange is not None:
            raise click.UsageError(f"不能打开 {strange}：只能打开审阅包（.eitcreview）和数据库（.db）", ctx)
        return self._opener.name, self._opener, args

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)  # in the order of this file, not of the alphabet

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[选项] [命令] [参数]", prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str()) for name in self.list_commands(ctx)]
        _write_list(formatter, "命令", rows)


def _is_file_name(word: str) -> bool:
    """Return whether *word* is meant as a file, there or not: no verb has a dot or a slash."""
    return "." in word or os.sep in word or os.path.lexists(word)


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    records = [
        (record[0], record[1].replace("  [required]", "（必填）"))
        for parameter in command.get_params(ctx)
        if not isinstance(parameter, click.Argument) and (record := parameter.get_help_record(ctx)) is not None
    ]
    _write_list(formatter, "选项", records)


def _write_list(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    formatter.write_paragraph()
    formatter.write(f"{heading}：\n")  # click's own sections end their headings with a Latin colon
    with formatter.indentation():
        formatter.write_dl(rows)


help_option = click.help_option("-h", "--help", help="显示帮助")
PATH = click.Path(path_type=Path)
