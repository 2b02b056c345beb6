"""Pages that are sealed: one file each, nothing fetched, no script or style but those hashed in their policy."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from textclean.errors import InvalidOptionError
from textclean.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Environment


_GENERATOR = b'<meta name="generator" content="textclean '
_HEAD = 4096
"""Bytes at the beginning of a page that say who made it."""

VIEWER_SCRIPTS = ("common.js", "order.js", "texts.js", "lines.js", "viewer.js", "side.js", "keys.js", "reading.js")
"""What a page needs that shows one text beside another; it then starts a `Reading`."""


def render(room: str, template: str, *, styles: tuple[str, ...], scripts: tuple[str, ...], **values: object) -> str:
    """Return the page that a template of a room makes of `values`, all of them escaped.

    `styles` and `scripts` name files of the room `pages`. They stand in the page itself, and its policy (the header
    Content-Security-Policy) allows those and nothing else: no other script or style, no request, no form, no frame.
    """
    style, script = _joined(styles), _joined(scripts)
    theme = _joined(("theme.js",))
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(theme)} {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _environment(room).get_template(template)
    return page.render(values, style=style, script=script, theme=theme, policy=policy, version=__version__)


def refuse_other_page(path: Path) -> None:
    """Raise `InvalidOptionError` where a page would replace a file that is none of ours."""
    if path.is_file():
        with path.open("rb") as file:
            ours = _GENERATOR in file.read(_HEAD)
        if ours:
            return
    elif not path.exists():
        return
    message = f"{path} is no page of textclean; name another with the ending .html"
    raise InvalidOptionError(message)


@cache
def _environment(room: str) -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - only pages need it

    def load(name: str) -> str:
        return _text(room, name) if _exists(room, name) else _text("pages", name)

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["thousands"] = _thousands
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return environment


def _thousands(number: int) -> str:
    return f"{number:,}"


def _exists(room: str, name: str) -> bool:
    return files(f"textclean.{room}").joinpath(name).is_file()


def _text(room: str, name: str) -> str:
    return files(f"textclean.{room}").joinpath(name).read_text(encoding="utf-8")


@cache
def _joined(names: tuple[str, ...]) -> Any:  # noqa: ANN401 - markupsafe's Markup, imported late
    """Return files as one, without their comments and indentation: each page of a large run carries them."""
    from markupsafe import Markup  # noqa: PLC0415 - only pages need it

    lines = [line for name in names for line in _bare_lines(_text("pages", name))]
    return Markup("\n" + "\n".join(lines) + "\n")  # noqa: S704 - our own files, no document's text


def _bare_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        bare = line.strip()
        if bare and not bare.startswith(("//", "/*")):
            yield bare


@cache
def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
