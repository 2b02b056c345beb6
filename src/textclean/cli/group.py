"""The group of commands: imports a command when it is called, and tells every error in one line."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from textclean.errors import TextcleanError, UnknownNameError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BARE_CALL = getattr(click.exceptions, "NoArgsIsHelpError", ())


class OneLineError(click.ClickException):
    """An error told as `textclean: error: …`, without usage text and without a traceback."""

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - click's signature
        """Print the line to standard error."""
        click.echo(f"textclean: error: {self.message}", file=file, err=True)


class OneLineUsageError(OneLineError):
    """The same for a call or settings that are wrong."""

    exit_code = 2


class CommandGroup(click.Group):
    """A group that knows each command's name and summary, and imports `textclean.cli.<name>` when needed."""

    def __init__(self, *args: Any, summaries: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        """Take the commands in the order of the help page."""
        super().__init__(*args, **kwargs)
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in order."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import one command."""
        if cmd_name not in self.summaries:
            return None
        command: click.Command = import_module(f"textclean.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or name the nearest."""
        if args and args[0] not in self.summaries and not args[0].startswith("-"):
            kind = "command"
            raise UnknownNameError(kind, args[0], self.summaries)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401 - click's own
        """Parse the options before the command."""
        with _told_in_one_line():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run the command."""
        with _told_in_one_line():
            return super().invoke(ctx)


@contextmanager
def _told_in_one_line() -> Iterator[None]:
    try:
        yield
    except (click.exceptions.Exit, click.Abort, OneLineError, BrokenPipeError):
        raise
    except click.UsageError as error:
        if isinstance(error, _BARE_CALL):
            raise
        raise OneLineUsageError(error.format_message()) from None
    except UsageError as error:
        raise OneLineUsageError(str(error)) from None
    except (TextcleanError, OSError) as error:
        raise OneLineError(str(error)) from None
    except Exception as error:  # noqa: BLE001 - a user never meets a traceback
        from textclean.batch import tell_bug  # noqa: PLC0415 - costs start-up time

        raise OneLineError(tell_bug(error)) from None
