"""`textclean explain`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from textclean.batch import Document, Job
from textclean.cli import options
from textclean.edits import Edit, has_reason
from textclean.errors import DocumentError
from textclean.io.discovery import find_inputs
from textclean.io.outcomes import Done
from textclean.visible import visible

if TYPE_CHECKING:
    from textclean.cleaned import Change, Cleaned
    from textclean.edits import Notice

LONGEST = 120
"""Characters of one side of an edit shown in full."""

AROUND = 24
"""Characters of the source shown on each side of an edit."""


class ExplainJob(Job):
    """Opens a document; nothing is written."""

    def finish(self, document: Document) -> Done:
        """Return no data: the command reads the document itself."""
        return Done(document.input, b"", None, document.cleaned.edits_by_reason, {})


@click.command("explain")
@click.argument("file")
@click.option("--reason", multiple=True, help="Only edits for this reason, or one below it; may be repeated.")
@options.pipeline_options
@options.as_json
def command(file: str, *, reason: tuple[str, ...], as_json: bool, **flags: object) -> None:
    """Show each edit in the order of the document: line, rule, before and after; then the warnings."""
    settings, pipeline = options.settle(flags)
    (one, *others) = find_inputs([file])
    if others:
        message = f"{file} names {len(others) + 1} documents; explain takes one"
        raise click.UsageError(message)
    try:
        cleaned = ExplainJob(pipeline, int(settings.max_megabytes * 1e6)).open(one).cleaned
    except DocumentError as error:
        message = f"{one.shown}: {error}"
        raise type(error)(message) from None
    changes = [change for change in cleaned.explain() if not reason or _chosen(change, reason)]
    changes.sort(key=lambda change: change.start)
    if as_json:
        warnings = [notice._asdict() for notice in cleaned.notices]
        edits = [change._asdict() for change in changes]
        click.echo(json.dumps({"path": one.shown, "edits": edits, "warnings": warnings}, indent=2))
    else:
        _show(cleaned, changes, () if reason else cleaned.notices)


def _chosen(change: Change, reasons: tuple[str, ...]) -> bool:
    return has_reason(Edit(change.start, change.end, change.after, change.reason), reasons)


def _shortened(text: str) -> str:
    """Show the ends of a long text: `--json` has all of it."""
    if len(text) <= LONGEST:
        return visible(text)
    return f"{visible(text[: LONGEST // 2])} … {visible(text[-LONGEST // 2 :])}"


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
            (f"[-{_shortened(change.before)}-]" if change.before else "", "red"),
            (f"{{+{_shortened(change.after)}+}}" if change.after else "", "green"),
            (visible(cleaned.source[change.end : change.end + AROUND]), "dim"),
        )
        console.print(line, soft_wrap=True)
    for notice in notices:
        number = cleaned.source.count("\n", 0, notice.start) + 1
        found = visible(cleaned.source[notice.start : notice.end][: 2 * AROUND])
        text = Text.assemble(
            (f"{number:>6}  ", "cyan"), (f"{notice.code}  ", "yellow"), f"{visible(notice.message)}: {found}"
        )
        console.print(text, soft_wrap=True)
    counted = ", ".join(f"{reason} {count:,}" for reason, count in cleaned.edits_by_reason.items())
    click.echo(f"textclean: {len(changes):,} edits ({counted or 'none'}), {len(notices):,} warnings", err=True)
