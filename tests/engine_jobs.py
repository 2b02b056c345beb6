"""Jobs and documents for the tests of engines, in a module that worker processes can import."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from textclean.io.discovery import Input
from textclean.io.outcomes import Done, Failed

if TYPE_CHECKING:
    from textclean.io.outcomes import Outcome


def documents(folder: Path, texts: list[str]) -> list[Input]:
    """Write documents and return them as inputs, in order."""
    inputs = []
    for number, text in enumerate(texts):
        path = folder / f"{number:04}.txt"
        path.write_text(text, encoding="utf-8")
        inputs.append(Input(str(path), path.name))
    return inputs


def timeless(outcome: Outcome) -> Outcome:
    """Return an outcome without the time that it took."""
    return outcome._replace(seconds=()) if isinstance(outcome, Done) else outcome


def obey(one: Input) -> Outcome:
    """Do what the document says: die, hang, fail, wait, or come back as it is."""
    text = Path(one.path).read_text(encoding="utf-8")
    match text.split():
        case ["kill"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["crash"]:
            os.kill(os.getpid(), signal.SIGSEGV)
        case ["exit"]:
            os._exit(3)
        case ["leave"]:
            sys.exit(4)
        case ["hang"]:
            time.sleep(600)
        case ["wait", seconds]:
            time.sleep(float(seconds))
        case ["fail"]:
            return Failed(one, "ValueError", "was told to")
    return Done(one, text.encode(), None, {}, {})


class Unloadable:
    """A job that pickles, and that no worker can unpickle."""

    def __reduce__(self) -> tuple[object, ...]:
        """Name something that fails."""
        return int, ("no number",)


class Deadly:
    """A job that ends every process that takes it."""

    def __reduce__(self) -> tuple[object, ...]:
        """End whoever unpickles it."""
        return os._exit, (5,)
