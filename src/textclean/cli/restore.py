"""`textclean restore`."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from textclean.cli import options
from textclean.cli.talk import Talk
from textclean.errors import InvalidOptionError, LedgerError
from textclean.io.places import is_remote, place
from textclean.io.reading import STANDARD_STREAM
from textclean.io.restored_files import RestoredFiles, dump_columns
from textclean.io.restoring import find_ledgers, read_ledgers
from textclean.io.sinks import write_to_stdout

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import Protocol

    from textclean.io.restoring import Restored

    class Place(Protocol):
        """Takes sources."""

        def write(self, source: Restored) -> None:
            """Take one."""


@click.command("restore")
@click.argument("out")
@click.option(
    "-o", "--output", metavar="FOLDER", help="Where the sources go, under their names; - for one on standard output."
)
@click.option("--check", is_flag=True, help="Write nothing; only tell whether each source comes back to the byte.")
@options.quiet
@click.pass_context
def command(ctx: click.Context, out: str, output: str | None, *, check: bool, quiet: bool) -> None:
    """Give the sources back, byte for byte, from what `clean --ledger` wrote: OUT is its folder, file or ledger.

    Rows of a table come back as rows of a table of its name, in its format (a .json as .jsonl), with their columns, and
    the text to the character; rows that were never cleaned are not among them. A file that stands there already with
    other bytes is never overwritten.
    """
    if (output is None) is not check:
        message = "say where the sources go with -o FOLDER, or --check them without writing: one of the two"
        raise InvalidOptionError(message)
    talk = Talk(quiet=quiet)
    restored = failed = never_cleaned = 0
    with _place(output) as sources:
        for where, source in read_ledgers(find_ledgers(place(out))):
            if source is None:
                never_cleaned += 1
                continue
            try:
                if isinstance(source, LedgerError):
                    raise source
                sources.write(source)
            except (LedgerError, OSError) as error:
                failed += 1
                talk.error(f"{where}: {error}")
            else:
                restored += 1
    did = "would come back" if check else "restored"
    talk.say(f"textclean: {restored} sources {did}, {failed} failed, {never_cleaned} never cleaned")
    ctx.exit(1 if failed else 0)


def _place(output: str | None) -> AbstractContextManager[Place]:
    if output is None:
        return nullcontext(_Nowhere())
    if is_remote(output):
        message = f"sources are restored to a folder of this machine, not to {output}"
        raise InvalidOptionError(message)
    return nullcontext(_Stream()) if output == STANDARD_STREAM else RestoredFiles(Path(output))


class _Nowhere:
    """Takes sources that are only checked."""

    def write(self, source: Restored) -> None:
        pass


class _Stream:
    """Standard output, for one source: a file, or the rows of one table."""

    def __init__(self) -> None:
        self._name: str | None = None

    def write(self, source: Restored) -> None:
        if self._name is not None and (source.columns is None or source.name != self._name):
            message = "several sources do not go to standard output: name a folder with -o"
            raise InvalidOptionError(message)
        self._name = source.name
        write_to_stdout(source.data if source.columns is None else dump_columns(source.columns))
