"""The verbs of the offline review: what was entered is listed, handed on, taken in, merged and put on paper."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eitc_desktop.chinese_click import PATH, ChineseGroup, help_option
from eitc_desktop.errors import EitcError
from eitc_desktop.opening import explained_import
from eitc_desktop.print_verb import tell_lacking
from eitc_desktop.review_options import (
    PAPERS,
    author_option,
    day_on_paper,
    kind_option,
    office_option,
    one_of,
    package_file,
    provision_option,
    replace_option,
    review_option,
)

if TYPE_CHECKING:
    from eitc_desktop.model.review import Revision
    from eitc_desktop.reviewing.placing import Confidence
    from eitc_desktop.reviewing.review import Entry
    from eitc_desktop.services.reviews.carrying import Refused, Source
    from eitc_desktop.services.reviews.choosing import Part
    from eitc_desktop.services.reviews.preview import Shown


_PARTLY, _NOTHING = 1, 2  # exit codes where files were left out


class NotRead(EitcError):
    """A file that was named can't be used."""


@click.group("review", cls=ChineseGroup, invoke_without_command=True, add_help_option=False)
@help_option
@click.pass_context
def review(ctx: click.Context) -> None:
    """审阅：列出、导出、并入、合并，印出意见汇总表。"""
    if ctx.invoked_subcommand is None:
        raise click.UsageError(f"缺少命令。可用的命令：{'、'.join(review.list_commands(ctx))}", ctx)


@review.command("list", options_metavar="[选项]", add_help_option=False)
@review_option
@office_option
@author_option
@kind_option
@click.option("--withdrawn", is_flag=True, help="也列出已撤回的")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，每条含 W3C Web Annotation")
@help_option
@click.pass_context
def list_entries(
    ctx: click.Context, path: Path | None, *, withdrawn: bool, as_json: bool, **part: tuple[str, ...]
) -> None:
    """列出审阅的条目，各注明条款；依据其他版本录入的，注明在数据库的版本中能否找到原处。"""
    from eitc_desktop.services.reviews.choosing import chosen_among
    from eitc_desktop.services.reviews.listing import entries_in
    from eitc_desktop.services.reviews.told import Teller, document

    known = entries_in(_revisions(ctx, path))
    entries = [one for one in chosen_among(known, _part(known, **part)).entries if withdrawn or not one.withdrawn]
    if as_json:
        import json

        click.echo(json.dumps(document(entries), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(Teller(known, _confidences(ctx, entries)).listed(entries)))


@review.command("export", options_metavar="[选项]", add_help_option=False)
@click.option("--out", "-o", type=PATH, metavar="文件", required=True, callback=package_file, help="审阅包存到这里")
@review_option
@office_option
@author_option
@kind_option
@provision_option
@replace_option
@help_option
@click.pass_context
def export_entries(
    ctx: click.Context, out: Path, path: Path | None, provision: int | None, *, replaced: bool, **part: tuple[str, ...]
) -> None:
    """导出审阅包（.eitcreview），全部条目或其中一部分，连同历次修改和它们所针对的条目。

    文件不加密，请按本单位保密规定选择载体。
    """
    from dataclasses import replace

    from eitc_desktop.services.library import chosen_provision, open_library
    from eitc_desktop.services.reviews.carrying import export, notes_of
    from eitc_desktop.services.reviews.listing import entries_in

    _keep_existing(out, replaced=replaced)
    source = _source(ctx, path)
    revisions = source.revisions
    wanted = _part(entries_in(revisions), **part)
    with open_library(ctx.obj) as library:
        notes = (*source.provisions, *notes_of(library.provisions()))  # the library's own names count
        if provision is not None:
            wanted = replace(wanted, provisions=frozenset({chosen_provision(library, provision).sha256}))
    chosen = export(revisions, out, notes, wanted)
    drawn_in = f"，其中 {chosen.drawn_in} 条是它们所针对的" if chosen.drawn_in else ""
    click.echo(f"已导出 {out}（{len(chosen.entries)} 条{drawn_in}，连同历次修改 {len(chosen.revisions)} 稿）")
    if chosen.holds_allocations:
        click.echo("注意：其中有编制分配方案，是审阅人试算的，不是规定载明的")


@review.command("import", options_metavar="[选项]", add_help_option=False)
@click.argument("files", type=PATH, nargs=-1, required=True, metavar="文件…")
@click.option("--review", "path", type=PATH, metavar="文件", help="并入这个审阅文件，而不是本人在这份数据库上的审阅")
@click.option("--dry-run", is_flag=True, help="只说并入后会怎样，不写入")
@provision_option
@help_option
@click.pass_context
def import_files(
    ctx: click.Context, files: tuple[Path, ...], path: Path | None, provision: int | None, *, dry_run: bool
) -> None:
    """并入审阅包，一个或多个，先后次序不影响结果。

    原有的条目都保留，改法不同的两稿并存。读不了的文件略过，各说明一行，其余照常并入；
    有略过的，退出码为 1，一个也读不了的为 2。
    """
    from eitc_desktop.services.reviews.carrying import Refused

    found = _read(files)
    sources = [one for one in found if not isinstance(one, Refused)]
    refused = [one for one in found if isinstance(one, Refused)]
    if sources:
        place, shown = _place(ctx, path), _shown(ctx, provision)
        if dry_run:
            _preview(place, shown, sources)
        else:
            _take_in(place, shown, sources)
    for one in refused:
        click.echo(f"错误：{_named(one)}", err=True)
    if refused:
        ctx.exit(_PARTLY if sources else _NOTHING)


def _preview(place: Path, shown: Shown, sources: Sequence[Source]) -> None:
    """Tell what taking files in would bring to the review at *place*, which is only read."""
    from eitc_desktop.services.reviews.carrying import review_at
    from eitc_desktop.services.reviews.preview import Previewer
    from eitc_desktop.services.reviews.told import previewed

    mine = review_at(place) if place.exists() else None
    known, intakes = ((), ()) if mine is None else (mine.revisions, mine.intakes)
    previewer = Previewer(known, shown, intakes)
    parts = [previewer.preview((source,)) for source in sources]
    click.echo("\n".join(previewed(parts, previewer.preview(sources), known)))
    click.echo("没有写入（--dry-run）")


def _take_in(place: Path, shown: Shown, sources: Sequence[Source]) -> None:
    """Take files into the review at *place*, and tell what they brought."""
    from eitc_desktop.services.reviews.preview import Previewer
    from eitc_desktop.services.reviews.session import ReviewSession
    from eitc_desktop.services.reviews.told import taken

    made = not place.exists()
    session = ReviewSession.open(place)
    try:
        together = Previewer(session.revisions, shown).preview(sources)
        session.take_in(together.intake.fresh, together.deliveries, together.provisions)
    finally:
        session.close()
    if made:
        click.echo(f"已新建审阅文件 {place}")
    click.echo("\n".join(taken(together)))


@review.command("merge", options_metavar="[选项]", add_help_option=False)
@click.argument("files", type=PATH, nargs=-1, required=True, metavar="文件…")
@click.option(
    "--out", "-o", type=PATH, metavar="文件", required=True, callback=package_file, help="合并后的审阅包存到这里"
)
@replace_option
@help_option
def merge_files(files: tuple[Path, ...], out: Path, *, replaced: bool) -> None:
    """把几个审阅包合并成一个，不动任何审阅文件。

    先后次序不影响结果，逐字节相同。有一个读不了，就不合并：少了一份的合并结果看不出来。
    """
    from eitc_desktop.services.reviews.carrying import names_of, united, write_package
    from eitc_desktop.services.reviews.listing import entries_in

    if any(_is_same(out, file) for file in files):
        raise NotRead(f"{out} 是要合并的文件之一，请用 --out 另取文件名")
    _keep_existing(out, replaced=replaced)
    sources = _sources(files)
    revisions = united(sources)
    write_package(revisions, names_of(sources), out)
    entries = entries_in(revisions)
    drafts = sum(entry.in_conflict for entry in entries)
    more = f"；两稿并存 {drafts} 条" if drafts else ""
    click.echo(f"已合并 {len(files)} 个文件为 {out}（{len(entries)} 条，连同历次修改 {len(revisions)} 稿{more}）")


@review.command("report", options_metavar="[选项]", add_help_option=False)
@click.argument("paper", metavar="[内容]", default="opinions", callback=one_of(PAPERS, "内容"))
@click.option(
    "--out",
    "-o",
    type=PATH,
    metavar="文件",
    required=True,
    help="存到这个文件；结尾为 pdf、svg、png、docx（Word），意见汇总表还可以是 xlsx（Excel），审阅报告没有 Excel 格式",
)
@review_option
@click.option("--secrecy", default="", metavar="密级", help="在左上角印密级，默认不印")
@click.option("--maker", default="", metavar="单位", help="印制表单位，默认不印")
@click.option("--date", "made_on", default="", metavar="日期", callback=day_on_paper, help="印制表日期，默认不印")
@click.option("--bundled-fonts", is_flag=True, help="只用随程序提供的字体，各台电脑结果相同")
@provision_option
@help_option
@click.pass_context
def report(
    ctx: click.Context, paper: str, out: Path, path: Path | None, provision: int | None, **options: object
) -> None:
    """印出意见汇总表（opinions，默认）或审阅报告（report）。"""
    from dataclasses import replace

    from eitc_desktop.reviewing.review import review_of
    from eitc_desktop.services.library import chosen_provision, open_library
    from eitc_desktop.services.papers.versions import version_names
    from eitc_desktop.services.print_files import RESOLUTION, format_of
    from eitc_desktop.services.print_office import save_office
    from eitc_desktop.services.print_request import PaperKind, PrintRequest, check_format

    kind = PaperKind.OPINIONS if paper == "opinions" else PaperKind.REVIEW_REPORT
    form = format_of(out)
    check_format(kind, form)
    secrecy, maker, made_on = (" ".join(str(options[name]).split()) for name in ("secrecy", "maker", "made_on"))
    request = PrintRequest(kind, secrecy=secrecy, maker=maker, made_on=made_on)
    source = _source(ctx, path)
    with open_library(ctx.obj) as library:
        chosen = chosen_provision(library, provision)
        read, mapping = library.load(chosen.id), library.mapping(chosen.id)
        versions = version_names(library.provisions(), chosen.sha256, source.provisions)
    entered = replace(review_of(source.revisions, read, chosen.sha256), versions=versions)
    lacking: Sequence[str] = ()
    if form.is_office:
        save_office(request, read, mapping, out, form, review=entered)
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            from eitc_desktop.gui.printing.offscreen import print_offscreen
        except ImportError as error:
            raise explained_import(error) from error
        bundled = bool(options["bundled_fonts"])
        done = print_offscreen(request, read, mapping, out, form, dpi=RESOLUTION, bundled=bundled, review=entered)
        lacking = done.lacking
    click.echo(f"已保存 {out}（{chosen.body}{PAPERS[paper]}）")
    tell_lacking(lacking)


def _place(ctx: click.Context, path: Path | None) -> Path:
    """Return where the review lies that is meant."""
    from eitc_desktop import paths

    if path is None and ctx.obj is not None and not ctx.obj.exists():
        raise NotRead(f"找不到数据库：{ctx.obj}。请核对 --database 的路径")
    return path or paths.review_path(ctx.obj or paths.default_database())


def _source(ctx: click.Context, path: Path | None) -> Source:
    """Return what the review file or package that is meant holds; the user's own where none is named."""
    from eitc_desktop.services.reviews.carrying import own_source, read_source

    return own_source(_place(ctx, None)) if path is None else read_source(path)


def _revisions(ctx: click.Context, path: Path | None) -> tuple[Revision, ...]:
    return _source(ctx, path).revisions


def _read(files: Sequence[Path]) -> list[Source | Refused]:
    from eitc_desktop.reviewing.annotation_lines import LineReader
    from eitc_desktop.services.reviews.carrying import read_or_refuse

    reader = LineReader()
    found: list[Source | Refused] = []
    for number, path in enumerate(files, start=1):
        if sys.stderr.isatty():
            click.echo(f"读取 {number}/{len(files)}：{path.name}", err=True)
        found.append(read_or_refuse(path, reader))
    return found


def _sources(files: Sequence[Path]) -> list[Source]:
    """Return what *files* hold, each of which must be read."""
    from eitc_desktop.services.reviews.carrying import Refused

    found = _read(files)
    refused = [one for one in found if isinstance(one, Refused)]
    if refused:
        raise NotRead("；".join(map(_named, refused)))
    return [one for one in found if not isinstance(one, Refused)]


def _named(refused: Refused) -> str:
    """Return why a file wasn't read, with its name."""
    why, name = str(refused.error), refused.path.name
    return why if name in why else f"{name}：{why}"


def _keep_existing(out: Path, *, replaced: bool) -> None:
    """Refuse to write over a file that is there, unless that is wished."""
    if out.exists() and not replaced:
        raise NotRead(f"{out} 已经存在，没有写入。请另取文件名，或加 --replace 替换它")


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _confidences(ctx: click.Context, entries: Sequence[Entry]) -> dict[str, Confidence]:
    """Return how surely entries stand in the library's newest provision; nothing where no library can be read."""
    from eitc_desktop.reviewing.placing import Placer

    try:
        shown = _shown(ctx, None)
    except EitcError:
        return {}
    placer = Placer(shown.provision, shown.digest)
    return {entry.id: placer.place(entry.anchor).confidence for entry in entries}


def _shown(ctx: click.Context, number: int | None) -> Shown:
    from eitc_desktop.services.library import chosen_provision, open_library
    from eitc_desktop.services.reviews.preview import Shown

    with open_library(ctx.obj) as library:
        chosen = chosen_provision(library, number)
        return Shown(library.load(chosen.id), chosen.sha256, library.provisions())


def _part(known: Sequence[Entry], offices: tuple[str, ...], authors: tuple[str, ...], kinds: tuple[str, ...]) -> Part:
    """Return which entries the options mean.

    Raises:
        NotRead: if nobody of a name has entered anything: a misspelt one would hand on nothing, or too little.
    """
    from eitc_desktop.services.reviews.choosing import Part, authors_of, offices_among

    people = authors_of(state for entry in known for state in entry.history)
    entered = offices_among(known)
    named = set(map(_bare, entered))
    unknown = [name for name in authors if name not in {person.name for person in people}]
    unknown += [office for office in offices if _bare(office) not in named]
    if unknown:
        raise NotRead(f"审阅中没有{'、'.join(unknown)}录入的条目")
    return Part(
        authors=frozenset(person.key for person in people if person.name in authors) if authors else None,
        offices=frozenset(office for office in entered if _bare(office) in set(map(_bare, offices))) or None,
        kinds=frozenset(kinds) or None,
    )


def _bare(office: str) -> str:
    """Return an office's name without blanks: it is the same office with them."""
    return "".join(office.split())
