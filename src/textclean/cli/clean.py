"""`textclean clean`."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

import click

from textclean.batch import CleanJob
from textclean.cli import options
from textclean.cli.progress import shown_progress
from textclean.cli.stopping import stoppable
from textclean.cli.talk import Talk
from textclean.errors import InvalidOptionError
from textclean.io.decoding import ASSUMED_ENCODING
from textclean.io.discovery import find_inputs
from textclean.io.documents import column_types, count_documents, read_documents
from textclean.io.lines.endings import PARQUET, line_ending
from textclean.io.outcomes import Failed
from textclean.io.outputs import choose_target, plan_outputs
from textclean.io.rendering import Form
from textclean.io.sampling import parse_sample, sample_documents
from textclean.runs.opening import open_run
from textclean.runs.record import run_record
from textclean.runs.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textclean.io.discovery import Input
    from textclean.io.outcomes import Done
    from textclean.io.sinks import Sink


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
@click.option("--max-loss", type=float, metavar="SHARE", help="Warn of documents that lose more letters (default 0.3).")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Take the first N documents.")
@click.option("--sample", metavar="SHARE|N", help="Take 1% or 0.01 of the documents, or 1000, by their names.")
@click.option("--fresh", is_flag=True, help="Start over, whatever an earlier run into the same output has done.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON on standard output; needs -o.")
@options.quiet
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    output: str | None,
    *,
    to: str | None,
    limit: int | None,
    sample: str | None,
    fresh: bool,
    as_json: bool,
    quiet: bool,
    **flags: object,
) -> None:
    """Clean documents and write each as an article: text, Markdown, folders, patterns, or - for standard input.

    OUT is a folder that gets one .json a document (--to for others), or one file. json and jsonl are our
    own articles, txt the cleaned text alone, markdown has YAML front matter, ninjs is IPTC ninjs 3.1, jsonld a
    schema.org NewsArticle, rows are those of web-corpus datasets. jsonl and rows are one line a document, and so
    are ninjs and jsonld in a .jsonl file or on standard output. .parquet holds rows, and with --ledger the edits of
    each in a column. A document that cannot be read is told in one line and in the output; the others go on, and the
    exit code is 1. The same command again does what is missing.
    """
    settings, pipeline = options.settle(flags)
    engine = options.chosen_engine(settings)
    target = choose_target(
        output, Form(to) if to else None, ledger=settings.ledger, default=settings.to, shards=settings.shards
    )
    target = target._replace(pipeline=pipeline.name)
    if target.path is None and (as_json or flags["ledger"]):
        message = "--json and --ledger need an output beside standard output: name one with -o"
        raise InvalidOptionError(message)
    found = find_inputs(inputs, settings.glob, leave_out=target.path, assumed=settings.assumed)
    found = plan_outputs(found, target)
    if target.path and line_ending(target.path.name) == PARQUET:
        target = target._replace(types=column_types(found, settings.keys))
    job = CleanJob(
        pipeline,
        target,
        as_of=settings.as_of,
        largest=int(settings.max_megabytes * 1e6),
        max_loss=settings.max_loss,
    )
    documents, total = _chosen(read_documents(found, settings.keys, job.largest), count_documents(found), sample, limit)
    talk = Talk(quiet=quiet)
    tally = Tally()
    stopped, is_new = False, True
    depends_on = job.settings() | {"columns": settings.keys}
    try:
        with stoppable(), open_run(target, depends_on, fresh=fresh) as sink:
            with (
                shown_progress(talk, total, prints=target.path is None) as advance,
                closing(engine(job, _marked(documents, sink))) as outcomes,
            ):
                for written in map(sink.write, outcomes):
                    tally.add(written)
                    _tell(written, talk)
                    advance(written)
            is_new = sink.finish(lambda: run_record(depends_on, tally, settings, pipeline))
    except KeyboardInterrupt:
        stopped = True
    if as_json:
        click.echo(json.dumps(tally.as_dict(), indent=2))
    elif target.path:
        talk.say(tally.table())
    if losses := tally.told_losses():
        talk.warning(losses)
    if stopped:
        goes_on = "; the same command goes on" if target.path else ""
        talk.error(f"stopped; {tally.documents} of {total or 'the'} documents are done and kept{goes_on}")
    elif not is_new:
        talk.say("textclean: nothing to do: every document is as it was when it was done; --fresh does them again")
    ctx.exit(1 if stopped or tally.failures else 0)


def _chosen(
    documents: Iterable[Input], total: int | None, sample: str | None, limit: int | None
) -> tuple[Iterable[Input], int | None]:
    """Return the documents to clean and their number, None where that is not known before."""
    if sample:
        documents, total = sample_documents(documents, parse_sample(sample)), None
    if limit is not None:
        documents, total = islice(documents, limit), min(total, limit) if total is not None else None
    return documents, total


def _marked(documents: Iterable[Input], sink: Sink) -> Iterator[Input]:
    """Yield the documents, each with the digest that the sink knows it by."""
    for one in documents:
        known = sink.known(one)
        yield one if known is None else one._replace(known=known)


def _tell(outcome: Done | Failed, talk: Talk) -> None:
    if isinstance(outcome, Failed):
        talk.error(f"{outcome.input.shown}: {outcome.reason}")
    elif ASSUMED_ENCODING in outcome.warnings:
        talk.warning(f"{outcome.input.shown}: is not UTF-8; read as Windows-1252")
