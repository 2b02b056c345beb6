"""`textclean explain`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from textclean.batch import Document, open_document, read_document
from textclean.cli import options
from textclean.cli.field_lines import field_lines, fields_not_found
from textclean.edits import Edit, Notice, has_reason
from textclean.errors import DocumentError
from textclean.io.discovery import find_inputs
from textclean.registry import check_reasons
from textclean.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from textclean.article.model import Article
    from textclean.cleaned import Change, Cleaned

LONGEST = 120
"""Characters of one side of an edit shown in full: `--json` has all of it."""

AROUND = 24
"""Characters of the source shown on each side of an edit."""


@click.command("explain")
@click.argument("file")
@click.option("--reason", multiple=True, help="Only edits for this reason, or one below it; may be repeated.")
@click.option("--fields", is_flag=True, help="Each field of the article instead: value, line of the source, rule.")
@options.pipeline_options
@options.as_json
def command(file: str, *, reason: tuple[str, ...], fields: bool, as_json: bool, **flags: object) -> None:
    """Show each edit in the order of the document: line, rule, before and after; then the warnings.

    With --fields, show where in the source each field of the article was read, and what is doubtful about it.
    """
    if fields and reason:
        message = "--fields and --reason do not go together: one tells of the article, the other of edits"
        raise click.UsageError(message)
    settings, pipeline = options.settle(flags)
    (one, *others) = find_inputs([file])
    if others:
        message = f"{file} names {len(others) + 1} documents; explain takes one"
        raise click.UsageError(message)
    check_reasons(reason, pipeline)
    try:
        document = open_document(one, pipeline, int(settings.max_megabytes * 1e6))
    except DocumentError as error:
        message = f"{one.shown}: {error}"
        raise type(error)(message) from None
    if fields:
        _tell_fields(document, read_document(document, pipeline, as_of=settings.as_of), as_json=as_json)
    else:
        _tell_edits(document, reason, as_json=as_json)


def _tell_fields(document: Document, article: Article, *, as_json: bool) -> None:
    if as_json:
        evidence = {name: one.model_dump(mode="json") for name, one in article.evidence.items()}
        click.echo(json.dumps({"path": document.input.shown, "evidence": evidence}, indent=2))
        return
    from rich.console import Console  # noqa: PLC0415 - costs start-up time
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False)
    lines = list(field_lines(article, document.cleaned.source))
    for line in lines:
        where = str(line.first) if line.first == line.last else f"{line.first}-{line.last}"
        head = Text.assemble((f"{line.name}  ", "bold"), (line.value, "green"), f"  ({line.rule})")
        console.print(head, soft_wrap=True)
        console.print(Text.assemble((f"{where:>8}  ", "cyan"), (line.text, "dim")), soft_wrap=True)
    cleaning = {(notice.start, notice.end, notice.code) for notice in document.cleaned.notices}
    doubts = [Notice(*(one.span or (0, 0)), one.code, one.message) for one in article.warnings]
    _show_notices(console, document.cleaned.source, [one for one in doubts if one[:3] not in cleaning])
    missing = ", ".join(fields_not_found(article))
    click.echo(f"textclean: {len(lines)} fields found; not stated: {missing or 'none'}", err=True)


def _tell_edits(document: Document, reason: tuple[str, ...], *, as_json: bool) -> None:
    cleaned = document.cleaned
    changes = [change for change in cleaned.explain() if not reason or _chosen(change, reason)]
    changes.sort(key=lambda change: change.start)
    if as_json:
        warnings = [notice._asdict() for notice in cleaned.notices]
        edits = [change._asdict() for change in changes]
        click.echo(json.dumps({"path": document.input.shown, "edits": edits, "warnings": warnings}, indent=2))
    else:
        _show(cleaned, changes, () if reason else cleaned.notices)


def _chosen(change: Change, reasons: tuple[str, ...]) -> bool:
    return has_reason(Edit(change.start, change.end, change.after, change.reason), reasons)


def _show(cleaned: Cleaned, changes: list[Change], notices: tuple[Notice, ...]) -> None:
    from rich.console import Console  # noqa: PLC0415 - costs start-up time
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False)
    width = max((len(change.reason) for change in changes), default=0)
    for change in changes:
        line = Text.assemble(
            (f"{change.line:>6}  ", "cyan"),
            (f"{change.reason:<{width}}  ", "bold"),
            (visible(cleaned.source[max(0, change.start - AROUND) : change.start]), "dim"),
            (f"[-{shortened(change.before, LONGEST)}-]" if change.before else "", "red"),
            (f"{{+{shortened(change.after, LONGEST)}+}}" if change.after else "", "green"),
            (visible(cleaned.source[change.end : change.end + AROUND]), "dim"),
        )
        console.print(line, soft_wrap=True)
    _show_notices(console, cleaned.source, notices)
    counted = ", ".join(f"{reason} {count:,}" for reason, count in cleaned.edits_by_reason.items())
    click.echo(f"textclean: {len(changes):,} edits ({counted or 'none'}), {len(notices):,} warnings", err=True)


def _show_notices(console: Console, source: str, notices: Iterable[Notice]) -> None:
    from rich.text import Text  # noqa: PLC0415 - costs start-up time

    for notice in notices:
        number = source.count("\n", 0, notice.start) + 1
        found = visible(source[notice.start : notice.end][: 2 * AROUND])
        text = Text.assemble(
            (f"{number:>6}  ", "cyan"), (f"{notice.code}  ", "yellow"), f"{visible(notice.message)}: {found}"
        )
        console.print(text, soft_wrap=True)
