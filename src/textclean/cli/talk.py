"""What is said on standard error: errors and warnings a line each, figures at the end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from textclean.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Talk:
    """Speaks to the user; quiet, it tells errors only."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Speak straight to standard error until a progress bar stands there."""
        self.quiet = quiet
        self._print: Callable[[str], None] = lambda line: click.echo(line, err=True)

    def error(self, message: str) -> None:
        """Tell what failed."""
        self._print(visible(f"textclean: error: {message}"))

    def warning(self, message: str) -> None:
        """Tell what was assumed."""
        if not self.quiet:
            self._print(visible(f"textclean: warning: {message}"))

    def say(self, message: str) -> None:
        """Tell figures and the like."""
        if not self.quiet:
            self._print(message)

    @contextmanager
    def above(self, show: Callable[[str], None]) -> Iterator[None]:
        """Speak through `show` for a time, above what stands on the terminal."""
        straight, self._print = self._print, show
        try:
            yield
        finally:
            self._print = straight
