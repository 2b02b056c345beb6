"""`textclean compare`."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from textclean.cli import options
from textclean.cli.progress import shown_progress
from textclean.cli.talk import Talk
from textclean.io.reading import STANDARD_STREAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.compare.comparison import Comparison
    from textclean.io.runs import RunDocument

_TWO = 2


class Flags(TypedDict):
    """What the other options say."""

    glob: tuple[str, ...]
    fail_over: str | None
    html: str | None
    top: int


@click.command("compare")
@click.argument("runs", nargs=-1, required=True, metavar="OLD NEW | INPUT...")
@click.option(
    "--pipeline",
    "pipelines",
    multiple=True,
    metavar="NAME",
    help="A preset or a settings file; given twice, old and new are what each makes of INPUT.",
)
@options.glob
@click.option("--fail-over", metavar="LIMIT", help="Exit 1 when more documents differ: a share (0.5%) or a number.")
@click.option("--html", metavar="FILE", help="Also write a page: figures, and old beside new.")
@click.option("--top", type=click.IntRange(0), default=20, metavar="N", help="Differences listed, largest first (20).")
@options.as_json
@options.quiet
@click.pass_context
def command(
    ctx: click.Context,
    runs: tuple[str, ...],
    pipelines: tuple[str, ...],
    *,
    as_json: bool,
    quiet: bool,
    **flags: Unpack[Flags],
) -> None:
    """Tell what differs between two runs: documents, edits by rule, fields of the article, largest first.

    OLD and NEW are what `clean` wrote: folders, .jsonl files or ledgers. Runs with ledgers are compared edit by edit.
    With --pipeline twice, INPUT is cleaned by both instead. Documents are matched by path, else by their checksum.
    """
    from textclean.compare.comparison import compare_runs  # noqa: PLC0415 - costs start-up time
    from textclean.compare.limit import Limit  # noqa: PLC0415
    from textclean.compare.writer import write_page  # noqa: PLC0415
    from textclean.io.runs import read_run  # noqa: PLC0415
    from textclean.pages.sealed import refuse_other_page  # noqa: PLC0415

    fail_over, html = flags["fail_over"], flags["html"]
    limit = Limit.parse(fail_over) if fail_over is not None else None
    if html:
        refuse_other_page(Path(html))
    if pipelines:
        names = _two(pipelines, "--pipeline is given twice, for old and new")
        old, new = (_cleaned_by(name, runs, flags["glob"]) for name in names)
    else:
        names = _two(runs, "compare takes two runs, OLD and NEW; or --pipeline twice, and inputs")
        old, new = (read_run(Path(run)) for run in names)
    talk = Talk(quiet=quiet)
    with ExitStack() as stack:
        with shown_progress(talk, None, prints=False) as advance:
            compared = compare_runs(old, new, names, with_pages=html is not None, tell=advance)
            comparison = stack.enter_context(compared)
        if html:
            write_page(comparison, Path(html))
        over = limit is not None and limit.is_passed(comparison.differing, comparison.total)
        _tell(comparison, flags["top"], as_json=as_json, over=over)
        share = 100 * comparison.differing / max(1, comparison.total)
        verdict = f", over the limit of {fail_over}" if over else ""
        differ = f"{comparison.differing:,} of {comparison.total:,} documents differ ({share:.3g}%){verdict}"
        talk.say(f"textclean: {differ}")
    ctx.exit(1 if over else 0)


def _two(given: tuple[str, ...], message: str) -> tuple[str, str]:
    if len(given) != _TWO:
        raise click.UsageError(message)
    return given[0], given[1]


def _cleaned_by(name: str, inputs: tuple[str, ...], glob: tuple[str, ...]) -> Iterator[RunDocument]:
    """Return what the pipeline of a name makes of the inputs, each document when it is asked for."""
    from textclean.batch import CleanJob  # noqa: PLC0415 - two runs need no cleaner
    from textclean.config import build_pipeline, named_settings  # noqa: PLC0415
    from textclean.io.discovery import find_inputs  # noqa: PLC0415
    from textclean.io.documents import read_documents  # noqa: PLC0415
    from textclean.io.outputs import Target  # noqa: PLC0415
    from textclean.io.rendering import Form  # noqa: PLC0415
    from textclean.io.runs import document_of  # noqa: PLC0415

    if STANDARD_STREAM in inputs:
        message = "standard input can be read once, and compare cleans it twice: name a file"
        raise click.UsageError(message)
    settings = named_settings(name)
    engine = options.chosen_engine(settings)
    target = Target(None, Form.JSONL, ledger=True)
    job = CleanJob(build_pipeline(settings), target, as_of=settings.as_of, largest=int(settings.max_megabytes * 1e6))
    documents = read_documents(find_inputs(inputs, glob or settings.glob), settings.keys, job.largest)
    return map(document_of, engine(job, documents))


def _tell(comparison: Comparison, top: int, *, as_json: bool, over: bool) -> None:
    from textclean.compare.told import json_parts, tables  # noqa: PLC0415 - costs start-up time

    if as_json:
        for part in json_parts(comparison, over=over):
            click.echo(part, nl=False)
        click.echo()
        return
    from rich.console import Console  # noqa: PLC0415 - costs start-up time

    console = Console(highlight=False, markup=False)
    for table in tables(comparison, top):
        console.print(table)
        console.print()
