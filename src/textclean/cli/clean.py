"""`textclean clean`."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import click

from textclean.batch import CleanJob
from textclean.cli import options
from textclean.cli.stopping import stoppable
from textclean.cli.talk import Talk, Tally
from textclean.errors import InvalidOptionError
from textclean.io.decoding import ASSUMED_ENCODING
from textclean.io.discovery import find_inputs
from textclean.io.documents import count_documents, read_documents
from textclean.io.outcomes import Failed
from textclean.io.outputs import choose_target, plan_outputs
from textclean.io.rendering import Form
from textclean.io.sinks import open_sink

if TYPE_CHECKING:
    from collections.abc import Generator

    from textclean.io.outcomes import Outcome
    from textclean.io.outputs import Target


@click.command("clean")
@options.inputs
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    help="A folder, or a file: .jsonl(.gz, .zst), .parquet, .json, .txt, .md, .ninjs.json or .jsonld; else stdout.",
)
@click.option(
    "--to", type=click.Choice([form.value for form in Form]), help="The form of the output, where OUT does not say it."
)
@click.option("--ledger/--no-ledger", default=None, help="Keep every edit beside the output, so that `restore` works.")
@click.option("--shards", type=int, metavar="N", help="Share the lines of OUT among N files, NAME-00000-of-0000N.")
@options.pipeline_options
@options.glob
@options.engine_options
@options.table_options
@click.option("--as-of", metavar="DATE", help="The day that counts as today: dates after it are doubtful (YYYY-MM-DD).")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON on standard output; needs -o.")
@options.quiet
@click.pass_context
def command(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    output: str | None,
    *,
    as_json: bool,
    quiet: bool,
    **flags: object,
) -> None:
    """Clean documents and write each as an article: text, Markdown, folders, patterns, or - for standard input.

    OUT is a folder that gets one .json a document (--to for others), or one file. json and jsonl are our
    own articles, txt the cleaned text alone, markdown has YAML front matter, ninjs is IPTC ninjs 3.1, jsonld a
    schema.org NewsArticle, rows are those of web-corpus datasets. jsonl and rows are one line a document, and so
    are ninjs and jsonld in a .jsonl file or on standard output. .parquet holds rows, and with --ledger the edits of
    each in a column. A document that cannot be read is told in one line
    and in the output; the others go on, and the exit code is 1.
    """
    settings, pipeline = options.settle(flags)
    engine = options.chosen_engine(settings)
    form = Form(str(flags["to"])) if flags["to"] else None
    target = choose_target(output, form, ledger=settings.ledger, default=settings.to, shards=settings.shards)
    target = target._replace(pipeline=pipeline.name)
    if target.path is None and (as_json or flags["ledger"]):
        message = "--json and --ledger need an output beside standard output: name one with -o"
        raise InvalidOptionError(message)
    found = find_inputs(inputs, settings.glob, leave_out=target.path, assumed=settings.assumed)
    found = plan_outputs(found, target)
    job = CleanJob(
        pipeline,
        target,
        as_of=settings.as_of,
        largest=int(settings.max_megabytes * 1e6),
    )
    documents = read_documents(found, settings.keys, job.largest)
    total = count_documents(found)
    talk = Talk(quiet=quiet)
    tally = Tally()
    stopped = _run(engine(job, documents), total, target, talk, tally)
    if as_json:
        click.echo(json.dumps(tally.as_dict(), indent=2))
    elif target.path:
        talk.say(tally.table())
    if stopped:
        talk.error(f"stopped; {tally.documents} of {total or 'the'} documents are done and kept")
    ctx.exit(1 if stopped or tally.failures else 0)


def _run(outcomes: Generator[Outcome, None, None], total: int | None, target: Target, talk: Talk, tally: Tally) -> bool:
    """Write every outcome; return whether the user stopped it."""
    try:
        with (
            stoppable(),
            closing(outcomes),
            open_sink(target) as sink,
            talk.progress(total, prints=target.path is None) as advance,
        ):
            for outcome in outcomes:
                written = sink.write(outcome)
                tally.add(written)
                if isinstance(written, Failed):
                    talk.error(f"{written.input.shown}: {written.reason}")
                elif ASSUMED_ENCODING in written.warnings:
                    talk.warning(f"{written.input.shown}: is not UTF-8; read as Windows-1252")
                advance()
    except KeyboardInterrupt:
        return True
    return False
