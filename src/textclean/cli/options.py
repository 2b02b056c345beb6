"""Options that several commands share. None stands for "not given", so that the settings file can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from textclean.io.tables.formats import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textclean.config import Settings
    from textclean.engines import Engine
    from textclean.pipeline import Pipeline

_PIPELINE = (
    click.option("--pipeline", metavar="NAME", help="A preset: standard (default), careful or typography."),
    click.option(
        "--cleaner", multiple=True, metavar="NAME", help="Run this cleaner and no preset; may be repeated, in order."
    ),
    click.option(
        "--without", multiple=True, metavar="NAME", help="Leave out a reason, all below it, or a cleaner; repeatable."
    ),
    click.option(
        "--keep-furniture/--no-keep-furniture", default=None, help="Keep running heads, feet and page numbers."
    ),
    click.option("--max-megabytes", type=float, metavar="MB", help="Refuse larger documents (default 64)."),
)

_ENGINE = (
    click.option(
        "--engine",
        metavar="NAME",
        help="auto (default): processes where they pay; serial, processes or ray.",
    ),
    click.option("--jobs", type=int, metavar="N", help="How many documents are cleaned at once (default: all cores)."),
    click.option("--timeout", type=float, metavar="SECONDS", help="Give up a document that takes longer."),
    click.option("--address", metavar="ADDRESS", help="The Ray cluster to join, for --engine ray: auto, or host:port."),
)

quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
glob = click.option(
    "--glob", multiple=True, metavar="PATTERN", help="Which files of a folder to take, instead of texts and tables."
)
inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")

_TABLES = (
    click.option(
        "--from",
        type=click.Choice([ending[1:] for ending in TABLES]),
        help="How to read what has no ending, such as -, when it is a table.",
    ),
    click.option("--text-key", metavar="COLUMN", help="The column of a table that holds the text (default: text)."),
    click.option("--id-key", metavar="COLUMN", help="The column with the name of each document."),
    click.option("--url-key", metavar="COLUMN", help="The column with the address; it counts as declared."),
    click.option("--date-key", metavar="COLUMN", help="The column with the date; it counts as declared."),
)


def table_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how to read tables."""
    for option in reversed(_TABLES):
        command = option(command)
    return command


def pipeline_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how to clean."""
    for option in reversed(_PIPELINE):
        command = option(command)
    return command


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say who does the work."""
    for option in reversed(_ENGINE):
        command = option(command)
    return command


def chosen_engine(settings: Settings) -> Engine:
    """Return the engine that settings mean."""
    from textclean.engines import choose_engine  # noqa: PLC0415 - costs start-up time

    return choose_engine(settings.engine, jobs=settings.jobs, timeout=settings.timeout, address=settings.address)


def settle(flags: dict[str, object]) -> tuple[Settings, Pipeline]:
    """Return the settings that flags and file make together, and the pipeline that they mean."""
    from textclean.config import build_pipeline, load_settings  # noqa: PLC0415 - costs start-up time

    settings = load_settings(flags)
    return settings, build_pipeline(settings)
