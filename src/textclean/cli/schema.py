"""`textclean schema`."""

from __future__ import annotations

import json

import click

from textclean.article.model import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of an article."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
