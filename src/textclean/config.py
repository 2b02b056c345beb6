"""Settings: flags before the settings file before the defaults, validated as one model; and the pipeline they mean.

The file is `textclean.toml`, or the table `[tool.textclean]` of `pyproject.toml`: the nearest one from the working
directory upwards. Keys are written with hyphens, as on the command line.
"""

from __future__ import annotations

import tomllib
from datetime import date  # noqa: TC003 - pydantic reads it at run time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from textclean.errors import InvalidOptionError, UnknownNameError
from textclean.io.lines.endings import MOST_SHARDS
from textclean.io.reading import LARGEST
from textclean.io.rendering import Form  # noqa: TC001 - pydantic reads it at run time
from textclean.io.tables.formats import TableFormat  # noqa: TC001 - pydantic reads it at run time
from textclean.io.tables.row import Keys
from textclean.loss import MOST_LOST
from textclean.pipeline import Pipeline
from textclean.presets import PRESETS, find_pipeline
from textclean.registry import check_reasons, find_cleaner, registered_cleaners

if TYPE_CHECKING:
    from collections.abc import Mapping

EngineName = Literal["auto", "serial", "processes", "ray"]
"""Who does the work: `auto` is processes where they pay."""

FURNITURE_CLEANER = "remove_page_furniture"


class Settings(BaseModel):
    """Everything that can be set, each field under the name of its flag."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"))

    pipeline: str = "standard"
    cleaner: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    keep_furniture: bool = False
    options: dict[str, dict[str, Any]] = Field(default={}, description="For each cleaner, a table of its options.")
    to: Form | None = None
    ledger: bool = False
    shards: Annotated[int | None, Field(ge=1, le=MOST_SHARDS)] = None
    glob: tuple[str, ...] = ()
    assumed: Annotated[TableFormat | None, Field(alias="from")] = None
    text_key: str = "text"
    id_key: str | None = None
    url_key: str | None = None
    date_key: str | None = None
    as_of: date | None = None
    max_megabytes: Annotated[float, Field(gt=0, allow_inf_nan=False)] = LARGEST / 1e6
    max_loss: Annotated[float, Field(ge=0, le=1)] = MOST_LOST
    engine: EngineName = "auto"
    jobs: Annotated[int, Field(ge=1)] | None = None
    timeout: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    address: str | None = None

    @property
    def keys(self) -> Keys:
        """Which columns of a table say what."""
        return Keys(self.text_key, self.id_key, self.url_key, self.date_key)


def load_settings(flags: Mapping[str, object], folder: Path | None = None) -> Settings:
    """Return the settings that hold in `folder` (the working directory), given `flags` before the file's.

    Raises `UnknownNameError` for a key nobody knows, naming the nearest, and `InvalidOptionError` for a bad value.
    """
    path, values = _read_file(folder or Path.cwd())
    _check(values, f"setting in {path}")
    given = {name.replace("_", "-"): value for name, value in flags.items() if value not in {None, ()}}
    if "pipeline" in given:
        values.pop("cleaner", None)
    elif "cleaner" in given:
        values.pop("pipeline", None)
    return _check(values | given, "option")


def named_settings(name: str) -> Settings:
    """Return the settings that the name of a preset or the path of a settings file means, whatever holds elsewhere.

    Raises `UnknownNameError` for a name that is neither, `InvalidOptionError` for a file that cannot be read.
    """
    if name in PRESETS or not (name.lower().endswith(".toml") or Path(name).is_file()):
        find_pipeline(name)
        return Settings(pipeline=name)
    values = _parse(Path(name))
    if Path(name).name == "pyproject.toml":
        values = values.get("tool", {}).get("textclean", {})
    return _check(values, f"setting in {name}")


def _read_file(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    for place in (folder, *folder.parents):
        own, project = place / "textclean.toml", place / "pyproject.toml"
        if own.is_file():
            return own, _parse(own)
        if project.is_file() and "textclean" in (tools := _parse(project).get("tool", {})):
            return project, dict(tools["textclean"])
    return None, {}


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"{path} cannot be read as TOML: {error}"
        raise InvalidOptionError(message) from None


def _check(values: Mapping[str, Any], kind: str) -> Settings:
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        if first["type"] == "extra_forbidden":
            raise UnknownNameError(kind, name, [str(field.alias) for field in Settings.model_fields.values()]) from None
        message = f"{kind} {name!r}: {first['msg']} (given {first['input']!r})"
        raise InvalidOptionError(message) from None
    if "pipeline" in settings.model_fields_set and settings.cleaner:
        message = (
            f"{kind} 'pipeline' and 'cleaner' do not go together: one names a list of cleaners, the other makes one"
        )
        raise InvalidOptionError(message)
    return settings


def build_pipeline(settings: Settings) -> Pipeline:
    """Return the pipeline that settings mean: a preset or the cleaners named, with options, less what is left out.

    `without` takes the name of a cleaner, or a reason, which covers those below it. Raises `UnknownNameError`.
    """
    named = [find_cleaner(name) for name in settings.cleaner]
    base = Pipeline(*named, name="custom") if named else find_pipeline(settings.pipeline)
    left_out = {name.replace("-", "_") for name in settings.without} & set(registered_cleaners())
    if settings.keep_furniture:
        left_out.add(FURNITURE_CLEANER)
    options = {
        find_cleaner(name).name: {key.replace("-", "_"): value for key, value in given.items()}
        for name, given in settings.options.items()
    }
    for name, given in options.items():
        find_cleaner(name).with_options(**given)
    steps = [
        find_cleaner(step.name).with_options(**options[step.name]) if step.name in options else step
        for step in base.steps
        if step.name not in left_out
    ]
    reasons = tuple(name for name in settings.without if name.replace("-", "_") not in left_out)
    check_reasons(reasons, steps, also=[name.replace("_", "-") for name in registered_cleaners()])
    return Pipeline(*steps, name=base.name, without=reasons)
