"""`textclean cleaners`."""

from __future__ import annotations

import json
from doctest import DocTestParser, Example
from inspect import getdoc
from typing import Any

import click

from textclean import cleaners as _own  # noqa: F401 - importing registers them
from textclean.cli import options
from textclean.presets import PRESETS
from textclean.reasons import REASONS
from textclean.registry import Cleaner, load_plugins, registered_cleaners


@click.command("cleaners")
@options.as_json
def command(*, as_json: bool) -> None:
    """List the cleaners with the presets they run in, what each does, the reasons of its edits, and an example."""
    load_plugins()
    rows = [describe(cleaner) for cleaner in registered_cleaners().values()]
    if as_json:
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        click.echo(f"{row['name']}  ({', '.join(row['presets']) or 'in no preset'})")
        click.echo(f"    {row['summary']}")
        for reason in row["reasons"]:
            click.echo(f"    {reason}: {REASONS.get(reason, 'a reason of another package')}")
        if not row["reasons"]:
            click.echo("    the reasons of its edits are not declared")
        for example in row["example"]:
            click.echo(f"    {example}")
        click.echo()


def describe(cleaner: Cleaner) -> dict[str, Any]:
    """Return what users choose a cleaner by: name, summary, presets, options, reasons of its edits, last example."""
    documentation = getdoc(cleaner) or ""
    examples = [part for part in DocTestParser().parse(documentation) if isinstance(part, Example)]
    return {
        "name": cleaner.name.replace("_", "-"),
        "summary": " ".join(documentation.partition("\n\n")[0].split()),
        "presets": [name for name, preset in PRESETS.items() if cleaner.name in {step.name for step in preset}],
        "options": {name.replace("_", "-"): value for name, value in cleaner.option_defaults.items()},
        "reasons": sorted(cleaner.reasons),
        "example": [
            line for example in examples[-1:] for line in (f">>> {example.source.strip()}", example.want.strip())
        ],
    }
