"""Write the pages of `docs/reference/` that follow from the code: `python docs/generate.py`.

Each page is made from the objects that the program itself uses (commands, settings, models, registry), so a page is
wrong only when it is old; a test says when it is.
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import textclean
from textclean import cleaners, errors, pytest_plugin
from textclean.article import model
from textclean.cli import COMMANDS, main
from textclean.cli.cleaners import describe
from textclean.config import settings_model
from textclean.notices import NOTICES
from textclean.presets import PRESETS
from textclean.reasons import REASONS
from textclean.registry import find_cleaner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textclean.registry import Cleaner

REFERENCE = Path(__file__).resolve().parent / "reference"
HEAD = "<!-- Written by docs/generate.py from the code; do not edit. -->\n"
RECORDS = (
    *(model.Article, model.Author, model.Dateline, model.Publisher, model.Block),
    *(model.Evidence, model.ArticleWarning, model.Source, model.Cleaning),
)


def pages() -> dict[str, str]:
    """Return every generated page by its file name."""
    written = {
        "article.md": article_page(),
        "cleaners.md": cleaners_page(),
        "command-line.md": command_line_page(),
        "python.md": python_page(),
        "pytest-plugin.md": pytest_page(),
        "reasons.md": reasons_page(),
        "settings.md": settings_page(),
        "warnings.md": warnings_page(),
    }
    return {name: HEAD + "\n" + "\n".join(lines).strip() + "\n" for name, lines in written.items()}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    head = list(head)
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in row) + " |"
    yield ""


def session(source: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a fenced Python session."""
    yield from ("```python", *source, "", "```", "")


def ordered_cleaners() -> list[Cleaner]:
    """Return the cleaners of this package in the order in which the presets run them."""
    names = dict.fromkeys(step.name for preset in PRESETS.values() for step in preset)
    return [find_cleaner(name) for name in dict.fromkeys((*names, *cleaners.__all__))]


def cleaners_page() -> Iterator[str]:
    """Yield what each cleaner does, leaves alone, can be told, and gives as reasons, with its example."""
    yield from (
        "# Cleaners",
        "",
        "In the order in which the presets run them. Names are written with hyphens on the command line and in",
        "settings, with underscores in Python (`textclean.cleaners.expand_ligatures`).",
        "",
    )
    for cleaner in ordered_cleaners():
        told = describe(cleaner)
        yield from (f"## {told['name']}", "", f"*{', '.join(told['presets']) or 'in no preset'}*", "")
        text, _, _ = (inspect.getdoc(cleaner) or "").partition("\n>>> ")
        yield from (text.strip(), "")
        options = [(f"`{name}`", f"`{kind}`", f"`{toml(value)}`") for name, kind, value in options_of(cleaner)]
        if options:
            yield from table(("option", "values", "default"), options)
        yield f"Reasons: {', '.join(f'[`{reason}`](reasons.md)' for reason in told['reasons'])}"
        yield ""
        yield from session((f">>> from textclean.cleaners import {cleaner.name}", *told["example"]))


def options_of(cleaner: Cleaner) -> Iterator[tuple[str, str, object]]:
    """Yield each option of a cleaner: its name, the values it takes, its default."""
    parameters = inspect.signature(cleaner).parameters
    for name, default in cleaner.option_defaults.items():
        values = str(parameters[name].annotation).removeprefix("Literal[").removesuffix("]")
        yield name.replace("_", "-"), values, default


def reasons_page() -> Iterator[str]:
    """Yield every reason with its sentence, by cleaner."""
    yield from (
        "# Reasons",
        "",
        "Every edit has a reason, a name with a point in it. `--without`, `--reason` and `Cleaned.undo` take a reason,",
        "or what stands before the point for all below it.",
        "",
    )
    for cleaner in ordered_cleaners():
        yield from (f"## {describe(cleaner)['name']}", "")
        yield from table(("reason", "what was done"), ((f"`{r}`", REASONS[r]) for r in sorted(cleaner.reasons)))


def warnings_page() -> Iterator[str]:
    """Yield every code of a notice or warning with its sentence."""
    yield from (
        "# Warnings",
        "",
        "What is doubtful is left alone, or done and told. A cleaner's notice (`Cleaned.notices`) and a field's doubt",
        "both become warnings of the article: a `code` that stays the same, a message for people, and the span.",
        "",
    )
    yield from table(("code", "what it says"), ((f"`{code}`", sentence) for code, sentence in NOTICES.items()))


def article_page() -> Iterator[str]:
    """Yield every field of an article and of its parts."""
    yield from (
        "# The article",
        "",
        "`textclean schema` prints the JSON Schema. Nothing that the document does not state is filled in: such a",
        "field is null, or empty.",
        "",
    )
    for record in RECORDS:
        properties = record.model_json_schema()["properties"]
        yield from (f"## {record.__name__}", "", inspect.getdoc(record) or "", "")
        yield from table(
            ("field", "type", "meaning"),
            ((f"`{name}`", f"`{shape(one)}`", one.get("description", "")) for name, one in properties.items()),
        )


def settings_page() -> Iterator[str]:
    """Yield every key of a settings file, with its flag, its type and its default."""
    command = main.get_command(click.Context(main), "clean")
    flags = {str(p.name): p for p in command.params if isinstance(p, click.Option)} if command else {}
    yield from (
        "# Settings",
        "",
        "Flags come first, then the nearest `textclean.toml` (or `[tool.textclean]` in `pyproject.toml`) from the",
        "working directory upwards. An unknown key, cleaner or reason is an error that names the nearest known one.",
        "",
    )
    rows = []
    model = settings_model()
    schema = model.model_json_schema()
    for field in model.model_fields.values():
        flag = flags.get(str(field.alias).replace("-", "_"))
        one = schema["properties"][str(field.alias)]
        said = field.description or (flag.help if flag else "") or ""
        rows.append(
            (
                f"`{field.alias}`",
                f"`{'/'.join(flag.opts + flag.secondary_opts)}`" if flag else "–",
                f"`{shape(one, schema)}`",
                f"`{toml(field.default)}`" if field.default is not None else "–",
                said,
            )
        )
    yield from table(("key", "flag", "type", "default", "meaning"), rows)


def command_line_page() -> Iterator[str]:
    """Yield every command with its arguments and options."""
    yield from ("# Command line", "", inspect.cleandoc(main.help or ""), "")
    yield from table(("command", "what it does"), ((f"[`{n}`](#textclean-{n})", said) for n, said in COMMANDS.items()))
    yield from (
        "Exit codes: 0, done; 1, some document failed, would change, or changed more than allowed, or the run was",
        "stopped; 2, the call or the settings are wrong, and nothing was written. Data goes to standard output, talk",
        "to standard error.",
        "",
    )
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        if command is None:
            continue
        context = click.Context(command, info_name=name, parent=click.Context(main, info_name="textclean"))
        yield from (
            f"## textclean {name}",
            "",
            "```text",
            command.get_usage(context).removeprefix("Usage: "),
            "```",
            "",
        )
        yield from (inspect.cleandoc(command.help or ""), "")
        options = [p for p in command.params if isinstance(p, click.Option)]
        yield from table(("option", "meaning"), (option_row(option, context) for option in options))


def option_row(option: click.Option, context: click.Context) -> tuple[str, str]:
    """Return an option as it is written, and what it means."""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    value = "" if option.is_flag else f" `{option.make_metavar(ctx=context)}`"
    return names + value + (", may be repeated" if option.multiple else ""), option.help or ""


def python_page() -> Iterator[str]:
    """Yield what `import textclean` offers, and the errors it raises."""
    yield from ("# Python", "", "What `import textclean` offers; everything else may change between versions.", "")
    for name in sorted(set(textclean.__all__) - {"__version__", "TextcleanError"}, key=str.lower):
        value = getattr(textclean, name)
        if value is model.Article:
            yield from ("## Article", "", "A record, described on [a page of its own](article.md).", "")
            continue
        kind = "class" if inspect.isclass(value) else "def"
        yield from (f"## {name}", "", "```text", f"{kind} {name}{signature(value)}", "```", "")
        yield from (docstring(value), "")
        if inspect.isclass(value) and not hasattr(value, "_fields"):
            yield from table(("member", "what it is"), members(value))
    yield from ("## TextcleanError", "", "```text", inspect.getdoc(errors) or "", "```", "")


def signature(value: Any) -> str:  # noqa: ANN401 - a class or a function
    """Return a signature as it is written, its annotations without quotes."""
    return re.sub(r"ForwardRef\('([^']*)'\)|(?<=[:>] )'([^']*)'", r"\1\2", str(inspect.signature(value)))


def members(kind: type) -> Iterator[tuple[str, str]]:
    """Yield the public methods and properties of a class with the first line of what they say."""
    for name, value in vars(kind).items():
        said = inspect.getdoc(value if not isinstance(value, property) else value.fget) or ""
        if name.startswith("_") or not hasattr(value, "__get__"):
            continue
        yield f"`{name}{'()' if inspect.isfunction(value) else ''}`", said.partition("\n\n")[0]


def docstring(value: object) -> str:
    """Return a docstring whose examples are fenced, with what they import and without what tidies up behind them."""
    text, mark, example = (inspect.getdoc(value) or "").partition(">>> ")
    if not mark:
        return text.strip()
    names = [name for name in sorted(textclean.__all__) if re.search(rf"\b{name}\(|@{name}\b", example)]
    lines = [line for line in (mark + example).splitlines() if "forget_cleaner" not in line]
    return "\n".join((text.strip(), "", *session((f">>> from textclean import {', '.join(names)}", *lines)))).strip()


def pytest_page() -> Iterator[str]:
    """Yield what the pytest plugin says of itself, its ini options and its fixtures."""
    yield from ("# Pytest plugin", "", inspect.getdoc(pytest_plugin) or "", "")
    yield from ("## Ini options", "")
    yield from table(("option", "meaning"), ((f"`{name}`", said) for name, said in pytest_plugin.INI_OPTIONS.items()))
    yield from ("## Fixtures", "")
    fixtures = ("cleaned_regression", "article_regression")
    rows = ((f"`{name}`", inspect.getdoc(getattr(pytest_plugin, name)) or "") for name in fixtures)
    yield from table(("fixture", "meaning"), rows)


def shape(schema: dict[str, Any], whole: dict[str, Any] | None = None) -> str:
    """Say in short what a JSON Schema takes; lists of values are looked up in the `whole` it stands in."""
    if "anyOf" in schema:
        return " or ".join(shape(one, whole) for one in schema["anyOf"])
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        meant = (whole or {}).get("$defs", {}).get(name, {})
        return shape(meant, whole) if "enum" in meant else name
    if "enum" in schema:
        return ", ".join(map(toml, schema["enum"]))
    if schema.get("type") == "array":
        inner = shape(schema["items"], whole) if "items" in schema else ""
        return f"list of {inner}" if inner else f"[{', '.join(shape(one) for one in schema.get('prefixItems', ()))}]"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"table of {shape(schema['additionalProperties'], whole)}"
    return {"object": "table"}.get(str(schema.get("type")), str(schema.get("format") or schema.get("type") or "any"))


def toml(value: object) -> str:
    """Write a value as a settings file does, where JSON writes it in the same way."""
    return json.dumps(getattr(value, "value", value))


def write() -> None:
    """Write every page whose text is not what stands there."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        path = REFERENCE / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
