"""The manual page of the command, made from the help that the verbs give themselves."""

from __future__ import annotations

import re
from datetime import datetime

import click

from eitc_desktop.paths import APP_NAME
from eitc_desktop.verbs import program

_HAN = "[\u3400-\u9fff]"
_HAN_OR_STOP = "[\u3400-\u9fff，。；：、）”]"


def manual_page(version: str, date: datetime, *, chinese: bool) -> str:
    """Return the manual page: the Chinese one has the help of every verb, the other one tells of the program."""
    name = "三定规定阅读器" if chinese else "reader of Chinese agency provisions"
    lines = [f'.TH EITC-DESKTOP 1 "{date.date().isoformat()}" "{APP_NAME} {version}"']
    if not chinese:
        lines += [".SH NAME", rf"eitc\-desktop \- {name}", ".SH SYNOPSIS", r".B eitc\-desktop"]
        lines += [r"[\fIFILE\fR | \fIVERB\fR \&...]", ".SH DESCRIPTION"]
        lines += ["Without a verb the window opens. A file is a library or a review package (.eitcreview),"]
        lines += [r"which is merged after a question. The verbs are:", ".PP"]
        lines += [_roff(", ".join(sorted(program.commands))) + ".", ".PP"]
        lines += [r"\fBeitc\-desktop \-\-help\fR tells of them in Chinese, as does the Chinese version of this page."]
        return "\n".join(lines) + "\n"
    context = click.Context(program, info_name=APP_NAME)
    lines += [".ad l", ".SH 名称", rf"eitc\-desktop \- {name}", ".SH 用法", r"\fBeitc\-desktop\fR [文件 | 命令 \&...]"]
    lines += [".SH 说明", _roff(program.help or ""), ".SH 选项", *_options(program, context), ".SH 命令"]
    for verb, command in sorted(program.commands.items()):
        lines += [".SS " + _roff(verb), _roff(" ".join((command.help or "").split()))]
        inner = click.Context(command, info_name=verb, parent=context)
        if isinstance(command, click.Group):
            lines += [
                line
                for name, each in sorted(command.commands.items())
                for line in (".TP", rf"\fB{_roff(name)}\fR", _roff(" ".join((each.help or "").split())))
            ]
        lines += _options(command, inner)
    return "\n".join(lines) + "\n"


def _options(command: click.Command, context: click.Context) -> list[str]:
    records = [record for param in command.get_params(context) if (record := param.get_help_record(context))]
    return [line for names, words in records for line in (".TP", rf"\fB{_roff(names)}\fR", _roff(words))]


def _roff(words: str) -> str:
    """Return *words* as troff reads them: it breaks lines at spaces, and between Chinese characters where told to."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-")
    breakable = re.sub(rf"(?<={_HAN_OR_STOP})(?={_HAN}|[（“])", r"\\:", escaped)
    return re.sub(r"^([.'])", r"\\&\1", breakable, flags=re.MULTILINE)
