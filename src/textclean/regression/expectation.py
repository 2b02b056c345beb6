"""An expected file: compared byte for byte, or written anew when pytest-regressions' flags ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


class Mismatch(Exception):  # noqa: N818 - what pytest prints of a failed test, not an error to catch
    """What came is not what is expected; the text is the report."""


def encode(text: str) -> bytes:
    """Return the bytes of an expected file: UTF-8, with lone surrogates as they are."""
    return text.encode("utf-8", "surrogatepass")


def decode(path: Path) -> str:
    """Return the text of an expected file with its line ends as they are. Raises `Mismatch` when it is no UTF-8."""
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        message = f"{path.name} is not UTF-8 (byte {error.start}); cases and expected files are"
        raise Mismatch(message) from None


def compare(path: Path, got: str, config: pytest.Config, tell: Callable[[str], str]) -> None:
    """Compare `got` with the file at `path`, or write it, as pytest-regressions does with files of its own.

    `--regen-all` writes and passes; a file that is missing, or wrong under `--force-regen`, is written and fails once.
    `tell` is given the expected text and returns the report. Raises `Mismatch`.
    """
    if config.getoption("regen_all", default=False):
        _write(path, got)
        return
    if not path.exists():
        _write(path, got)
        message = f"{path.name} did not exist and was written: look at it, and keep it"
        raise Mismatch(message)
    if path.read_bytes() == encode(got):
        return
    report = tell(decode(path))
    if config.getoption("force_regen", default=False):
        _write(path, got)
        report = f"{path.name} was written anew: look at it, and keep it\n{report}"
    raise Mismatch(report)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode(text))
