"""What `run.json` says of a finished run: its figures, what they depend on, and how long it took."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textclean.config import Settings
    from textclean.pipeline import Pipeline
    from textclean.runs.tally import Tally

_LIBRARIES = ("dateparser", "ftfy", "langcodes", "numpy", "py3langid", "pydantic", "rapidfuzz", "wordfreq")
"""Those of which the results depend on the version."""


def run_record(depends_on: Mapping[str, Any], tally: Tally, settings: Settings, pipeline: Pipeline) -> dict[str, Any]:
    """Return the record; all but `session` is the same for a run that was killed and went on."""
    from importlib.metadata import version  # noqa: PLC0415 - costs start-up time

    return {
        **tally.as_dict(),
        "settings": dict(depends_on),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}},
        "session": {
            "engine": settings.engine,
            "jobs": settings.jobs,
            **tally.timings(step.name for step in pipeline.steps),
        },
    }
