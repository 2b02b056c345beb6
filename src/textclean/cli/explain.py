"""`textclean explain`."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from textclean.article.field_lines import field_lines, fields_not_found
from textclean.batch import Document, open_document, read_document
from textclean.cli import options
from textclean.cli.shown_edits import AROUND, ShownNotice, check_steps, shown_edits, shown_notices
from textclean.edits import Notice
from textclean.errors import DocumentError
from textclean.io.one_document import find_document
from textclean.registry import check_reasons
from textclean.visible import shortened, visible

if TYPE_CHECKING:
    from rich.console import Console

    from textclean.article.model import Article
    from textclean.cli.evidence import Weighed
    from textclean.cli.shown_edits import ShownEdit

LONGEST = 120
"""Characters of one side of an edit shown in full: `--json` has all of it."""


@click.command("explain")
@click.argument("file")
@click.option("--reason", multiple=True, help="Only edits for this reason, or one below it; may be repeated.")
@click.option("--step", multiple=True, metavar="NAME", help="Only edits that this cleaner made; may be repeated.")
@click.option("--evidence", is_flag=True, help="Also what decided each line boundary and line-end hyphen.")
@click.option("--fields", is_flag=True, help="Each field of the article instead: value, line of the source, rule.")
@options.pipeline_options
@options.table_options
@options.as_json
def command(  # noqa: PLR0913 - one for each option
    file: str,
    *,
    reason: tuple[str, ...],
    step: tuple[str, ...],
    evidence: bool,
    fields: bool,
    as_json: bool,
    **flags: object,
) -> None:
    """Show each edit in the order of the document: line, rule, words before and after; then the warnings.

    A row of a table is FILE:ROW, as in rows.jsonl:12. With --evidence, show under each join, each paragraph break put
    in, each hyphen and each doubt about one what spoke for and against it, and the rule that overruled it, if one did.
    With --fields, show where in the source each field of the article was read instead.
    """
    if fields and (reason or step or evidence):
        given = "--reason" if reason else "--step" if step else "--evidence"
        message = f"--fields and {given} do not go together: one tells of the article, the other of edits"
        raise click.UsageError(message)
    settings, pipeline = options.settle(flags)
    largest = int(settings.max_megabytes * 1e6)
    one = find_document(file, settings.keys, settings.assumed, largest)
    check_reasons(reason, pipeline)
    steps = check_steps(step, pipeline)
    try:
        document = open_document(one, pipeline, largest)
    except DocumentError as error:
        message = f"{one.shown}: {error}"
        raise type(error)(message) from None
    if fields:
        _tell_fields(document, read_document(document, pipeline, as_of=settings.as_of), as_json=as_json)
        return
    edits = shown_edits(document.cleaned, reason, steps, evidence=evidence)
    notices = shown_notices(document.cleaned, evidence=evidence)
    if as_json:
        rows = {"edits": [one.as_dict() for one in edits], "warnings": [one.as_dict() for one in notices]}
        click.echo(json.dumps({"path": document.input.shown, **rows}, indent=2))
    else:
        _tell_edits(document.cleaned.source, edits, [] if reason or step else notices)


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
    for one in doubts:
        if one[:3] not in cleaning:
            _show_notice(console, document.cleaned.source, ShownNotice(one))
    missing = ", ".join(fields_not_found(article))
    click.echo(f"textclean: {len(lines)} fields found; not stated: {missing or 'none'}", err=True)


def _tell_edits(source: str, edits: list[ShownEdit], notices: list[ShownNotice]) -> None:
    from rich.console import Console  # noqa: PLC0415 - costs start-up time
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False)
    width = max((len(one.change.reason) for one in edits), default=0)
    for one in edits:
        line = Text.assemble(
            (f"{one.change.line:>6}  ", "cyan"),
            (f"{one.change.reason:<{width}}  ", "bold"),
            (visible(one.lead), "dim"),
            (f"[-{shortened(one.before, LONGEST)}-]" if one.before else "", "red"),
            (f"{{+{shortened(one.after, LONGEST)}+}}" if one.after else "", "green"),
            (visible(one.trail), "dim"),
        )
        console.print(line, soft_wrap=True)
        _show_evidence(console, one.evidence)
    for notice in notices:
        _show_notice(console, source, notice)
    counts = Counter(one.change.reason for one in edits).most_common()
    counted = ", ".join(f"{reason} {count:,}" for reason, count in counts)
    click.echo(f"textclean: {len(edits):,} edits ({counted or 'none'}), {len(notices):,} warnings", err=True)


def _show_notice(console: Console, source: str, shown: ShownNotice) -> None:
    from rich.text import Text  # noqa: PLC0415 - costs start-up time

    start, end, code, message = shown.notice
    number = source.count("\n", 0, start) + 1
    found = visible(source[start:end][: 2 * AROUND])
    console.print(
        Text.assemble((f"{number:>6}  ", "cyan"), (f"{code}  ", "yellow"), f"{visible(message)}: {found}"),
        soft_wrap=True,
    )
    _show_evidence(console, shown.evidence)


def _show_evidence(console: Console, weighed: Weighed | None) -> None:
    for row in weighed.rows() if weighed else ():
        console.print(row, style="magenta", markup=False, soft_wrap=True)
