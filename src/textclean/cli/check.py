"""`textclean check`."""

from __future__ import annotations

import json
import sys
from contextlib import closing

import click

from textclean.batch import Document, Job
from textclean.cli import options
from textclean.cli.progress import shown_progress
from textclean.cli.talk import Talk
from textclean.diff import unified_diff
from textclean.errors import EmptyDocumentError
from textclean.io.discovery import find_inputs
from textclean.io.documents import count_documents, read_documents
from textclean.io.outcomes import Done, Failed, Outcome, as_failed
from textclean.io.sinks import write_to_stdout
from textclean.runs.tally import Tally
from textclean.visible import visible


class CheckJob(Job):
    """Cleans and keeps nothing but the diff."""

    def finish(self, document: Document) -> Done:
        """Return the diff as the data."""
        cleaned = document.cleaned
        diff = "".join(unified_diff(cleaned, document.input.shown))
        return Done(document.input, diff.encode("utf-8", "surrogatepass"), None, cleaned.edits_by_reason, {})


@click.command("check")
@options.inputs
@click.option("--diff", is_flag=True, help="Show what would change, as a unified diff.")
@options.pipeline_options
@options.glob
@options.engine_options
@options.table_options
@options.as_json
@options.quiet
@click.pass_context
def command(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    *,
    diff: bool,
    as_json: bool,
    quiet: bool,
    **flags: object,
) -> None:
    """Tell which documents cleaning would change, and write nothing; exit 1 when any would, or cannot be read.

    Made for hooks and continuous integration: only what is named is read, and an empty file passes.
    """
    settings, pipeline = options.settle(flags)
    engine = options.chosen_engine(settings)
    found = find_inputs(inputs, settings.glob, assumed=settings.assumed)
    job = CheckJob(pipeline, int(settings.max_megabytes * 1e6))
    talk = Talk(quiet=quiet)
    tally = Tally()
    rows: list[dict[str, object]] = []
    documents = read_documents(found, settings.keys, job.largest)
    with (
        closing(engine(job, documents)) as outcomes,
        shown_progress(talk, count_documents(found), prints=not as_json) as advance,
    ):
        for outcome in outcomes:
            checked = _as_checked(outcome)
            tally.add(checked)
            advance(checked)
            if isinstance(checked, Failed):
                talk.error(f"{checked.input.shown}: {checked.reason}")
                rows.append({"path": checked.input.shown, "error": checked.error, "reason": checked.reason})
            elif as_json:
                rows.append({"path": checked.input.shown, "edits": checked.edits, **_diff_row(checked, diff=diff)})
            elif checked.edits:
                _show(checked, diff=diff)
    if as_json:
        click.echo(json.dumps(rows, indent=2))
    else:
        talk.say(f"textclean: {tally.changed} of {tally.documents} documents would change")
    ctx.exit(1 if tally.changed or tally.failures else 0)


def _as_checked(outcome: Outcome) -> Done | Failed:
    """Let an empty document pass: it gives no article, but there is nothing in it to change."""
    if isinstance(outcome, Failed) and outcome.error == EmptyDocumentError.__name__:
        return Done(outcome.input, b"", None, {}, {})
    return outcome if isinstance(outcome, Done) else as_failed(outcome)


def _diff_row(outcome: Done, *, diff: bool) -> dict[str, str]:
    return {"diff": outcome.data.decode("utf-8", "replace")} if diff else {}


def _show(outcome: Done, *, diff: bool) -> None:
    if not diff:
        edits = ", ".join(f"{reason} {count:,}" for reason, count in outcome.edits.items())
        click.echo(f"{visible(outcome.input.shown)}: {edits}")
    elif sys.stdout.isatty():
        _show_in_colour(outcome.data.decode("utf-8", "surrogatepass"))
    else:
        write_to_stdout(outcome.data)


def _show_in_colour(diff: str) -> None:
    """Show a diff to a person: coloured, and with what cannot be seen as escapes."""
    from rich.console import Console  # noqa: PLC0415 - costs start-up time

    colours = {"+": "green", "-": "red", "@": "cyan"}
    console = Console(highlight=False, markup=False)
    for line in diff.split("\n")[:-1]:
        console.print(visible(line), style=colours.get(line[:1]), soft_wrap=True)
