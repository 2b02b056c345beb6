"""The command line. Each command is one file here, imported only when it runs, and mirrors one library call.

Data goes to standard output, talk to standard error. Exit codes: 0 done; 1 some document failed, or would change;
2 the call or the settings are wrong, and nothing was written.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import click

from textclean.cli.group import CommandGroup
from textclean.version import __version__

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""Numpy's threads would compete with the processes of a batch, and starting them takes 0.1 s of each."""

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
"""No model here is for plugins of pydantic, and looking for some reads the metadata of every installed package."""

COMMANDS = {
    "clean": "Clean documents and write each as an article.",
    "check": "Tell which documents cleaning would change; exit 1 when any.",
    "explain": "Show each edit: rule, line, before and after; or where each field was read.",
    "restore": "Give the sources back, byte for byte, from the ledgers.",
    "compare": "Tell what differs between two runs, by rule, field and document.",
    "report": "Write pages to read what a run changed, before beside after.",
    "cleaners": "List the cleaners, each with an example.",
    "schema": "Print the JSON Schema of an article.",
}


@click.group(cls=CommandGroup, summaries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="textclean")
def main() -> None:
    """Repair what PDF converters, OCR engines and print pages did to texts, with every edit on record.

    Settings come from flags, then from textclean.toml or [tool.textclean] in pyproject.toml.
    """
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal of another encoding shows escapes instead of failing
        sys.stdout.reconfigure(errors="backslashreplace")
