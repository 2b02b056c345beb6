"""Settings: flags before the settings file before the defaults, validated as one model; and the pipeline they mean.

The file is `textclean.toml`, or the table `[tool.textclean]` of `pyproject.toml`: the nearest one from the working
directory upwards. Keys are written with hyphens, as on the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date  # noqa: TC003 - pydantic reads it at run time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_type_hints

from textclean.errors import InvalidOptionError, UnknownNameError
from textclean.io.lines.endings import MOST_SHARDS
from textclean.io.reading import LARGEST
from textclean.io.rendering import Form  # noqa: TC001 - pydantic reads it at run time
from textclean.io.tables.formats import TableFormat  # noqa: TC001 - pydantic reads it at run time
from textclean.io.tables.row import Keys
from textclean.loss import MOST_LOST
from textclean.pipeline import Pipeline
from textclean.presets import PRESETS, find_pipeline
from textclean.registry import check_reasons, find_cleaner, load_plugins, registered_cleaners

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

EngineName = Literal["auto", "serial", "processes", "ray"]
"""Who does the work: `auto` is processes where they pay."""

FURNITURE_CLEANER = "remove_page_furniture"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that can be set, each field under the name of its flag; `metadata` is what pydantic's `Field` takes.

    Values are taken as they are: `load_settings` and `check_settings` validate those that a user gave.
    """

    pipeline: str = "standard"
    cleaner: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    keep_furniture: bool = False
    options: dict[str, dict[str, Any]] = field(
        default_factory=dict, metadata={"description": "For each cleaner, a table of its options."}
    )
    to: Form | None = None
    ledger: bool = False
    shards: int | None = field(default=None, metadata={"ge": 1, "le": MOST_SHARDS})
    glob: tuple[str, ...] = ()
    assumed: TableFormat | None = field(default=None, metadata={"alias": "from"})
    text_key: str = "text"
    id_key: str | None = None
    url_key: str | None = None
    date_key: str | None = None
    as_of: date | None = None
    max_megabytes: float = field(default=LARGEST / 1e6, metadata={"gt": 0, "allow_inf_nan": False})
    max_loss: float = field(default=MOST_LOST, metadata={"ge": 0, "le": 1})
    engine: EngineName = "auto"
    jobs: int | None = field(default=None, metadata={"ge": 1})
    timeout: float | None = field(default=None, metadata={"gt": 0, "allow_inf_nan": False})
    address: str | None = None

    @property
    def keys(self) -> Keys:
        """Which columns of a table say what."""
        return Keys(self.text_key, self.id_key, self.url_key, self.date_key)


@lru_cache(maxsize=1)
def settings_model() -> type[BaseModel]:
    """Return the model that settings are validated by; made only for who sets something, since that takes 0.1 s."""
    from pydantic import ConfigDict, Field, create_model  # noqa: PLC0415 - costs start-up time

    config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))
    hints = get_type_hints(Settings)
    plain = Settings()
    made: dict[str, Any] = {
        one.name: (hints[one.name], Field(default=getattr(plain, one.name), **one.metadata)) for one in fields(Settings)
    }
    return create_model("Settings", __config__=config, **made)


def load_settings(flags: Mapping[str, object], folder: Path | None = None) -> Settings:
    """Return the settings that hold in `folder` (the working directory), given `flags` before the file's.

    Raises `UnknownNameError` for a key nobody knows, naming the nearest, and `InvalidOptionError` for a bad value.
    """
    path, values = _read_file(folder or Path.cwd())
    check_settings(values, f"setting in {path}")
    given = {name.replace("_", "-"): value for name, value in flags.items() if value not in {None, ()}}
    if "pipeline" in given:
        values.pop("cleaner", None)
    elif "cleaner" in given:
        values.pop("pipeline", None)
    return check_settings(values | given, "option")


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
    return check_settings(values, f"setting in {name}")


def _read_file(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    for place in (folder, *folder.parents):
        own, project = place / "textclean.toml", place / "pyproject.toml"
        if own.is_file():
            return own, _parse(own)
        if project.is_file() and "textclean" in (tools := _parse(project).get("tool", {})):
            return project, dict(tools["textclean"])
    return None, {}


def _parse(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - costs start-up time

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"{path} cannot be read as TOML: {error}"
        raise InvalidOptionError(message) from None


def check_settings(values: Mapping[str, Any], kind: str) -> Settings:
    """Return the settings that values mean, by their keys in a file; `kind` says in an error where they stood.

    Raises `UnknownNameError` for a key nobody knows, naming the nearest, and `InvalidOptionError` for a bad value.
    """
    if not values:
        return Settings()
    from pydantic import ValidationError  # noqa: PLC0415 - costs start-up time

    model = settings_model()
    try:
        checked = model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        if first["type"] == "extra_forbidden":
            raise UnknownNameError(kind, name, [str(one.alias) for one in model.model_fields.values()]) from None
        message = f"{kind} {name!r}: {first['msg']} (given {first['input']!r})"
        raise InvalidOptionError(message) from None
    settings = Settings(**{name: getattr(checked, name) for name in checked.model_fields_set})
    if "pipeline" in values and settings.cleaner:
        message = (
            f"{kind} 'pipeline' and 'cleaner' do not go together: one names a list of cleaners, the other makes one"
        )
        raise InvalidOptionError(message)
    return settings


def build_pipeline(settings: Settings) -> Pipeline:
    """Return the pipeline that settings mean: a preset or the cleaners named, with options, less what is left out.

    `without` takes the name of a cleaner, or a reason, which covers those below it. Installed plugins are looked for
    where the settings name a cleaner or a reason; presets hold none. Raises `UnknownNameError`.
    """
    if settings.cleaner or settings.without or settings.options:
        load_plugins()
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
