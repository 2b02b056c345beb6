"""`textclean restore`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from textclean.cli import options
from textclean.cli.talk import Talk
from textclean.errors import InvalidOptionError, LedgerError
from textclean.io.atomic import write_atomically
from textclean.io.ledger_lines import find_ledgers, read_ledgers, restore_source
from textclean.io.reading import STANDARD_STREAM
from textclean.io.sinks import write_to_stdout

if TYPE_CHECKING:
    from textclean.io.ledger_lines import Restored


@click.command("restore")
@click.argument("out")
@click.option(
    "-o", "--output", metavar="FOLDER", help="Where the sources go, under their names; - for one on standard output."
)
@click.option("--check", is_flag=True, help="Write nothing; only tell whether each source comes back to the byte.")
@options.quiet
@click.pass_context
def command(ctx: click.Context, out: str, output: str | None, *, check: bool, quiet: bool) -> None:
    """Give the sources back, byte for byte, from what `clean --ledger` wrote: OUT is its folder, .jsonl or ledger.

    A file that stands there already with other bytes is never overwritten.
    """
    if (output is None) is not check:
        message = "say where the sources go with -o FOLDER, or --check them without writing: one of the two"
        raise InvalidOptionError(message)
    talk = Talk(quiet=quiet)
    restored = failed = never_cleaned = 0
    for place, record in read_ledgers(find_ledgers(Path(out))):
        if isinstance(record, dict) and "error" in record:
            never_cleaned += 1
            continue
        try:
            if isinstance(record, LedgerError):
                raise record
            source = restore_source(record)
            if output is not None:
                _write(source, output, first=not restored)
        except (LedgerError, OSError) as error:
            failed += 1
            talk.error(f"{place}: {error}")
        else:
            restored += 1
    did = "would come back" if check else "restored"
    talk.say(f"textclean: {restored} sources {did}, {failed} failed, {never_cleaned} never cleaned")
    ctx.exit(1 if failed else 0)


def _write(source: Restored, output: str, *, first: bool) -> None:
    if output == STANDARD_STREAM:
        if not first:
            message = "several sources do not go to standard output: name a folder with -o"
            raise InvalidOptionError(message)
        write_to_stdout(source.data)
        return
    path = Path(output) / source.name
    if path.exists():
        if path.read_bytes() == source.data:
            return
        message = f"{path} stands there already and differs; name another folder with -o"
        raise LedgerError(message)
    write_atomically(path, source.data)
