"""`textclean report`."""

from __future__ import annotations

from pathlib import Path

import click

from textclean.cli import options
from textclean.cli.progress import shown_progress
from textclean.cli.talk import Talk


@click.command("report")
@click.argument("out")
@click.option(
    "-o", "--output", metavar="REPORT", help="A file ending in .html, or a folder; else OUT.report.html or OUT.report."
)
@options.quiet
@click.pass_context
def command(ctx: click.Context, out: str, output: str | None, *, quiet: bool) -> None:
    """Write pages to read what a run changed: OUT is the folder, .jsonl or ledger that `clean --ledger` wrote.

    A small run becomes one file, a large one a folder whose index.html leads to a page for each document. They are
    sealed: no network, no script but their own.
    """
    from textclean.report.writer import write_report  # noqa: PLC0415 - costs start-up time

    talk = Talk(quiet=quiet)
    with shown_progress(talk, None, prints=False) as advance:
        written = write_report(Path(out), Path(output) if output else None, advance)
    for message in written.damaged:
        talk.error(message)
    click.echo(written.path)
    ctx.exit(1 if written.damaged else 0)
