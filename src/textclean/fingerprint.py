"""What the results of a pipeline depend on, as plain data: the same data mean the same results."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textclean.lifted import LiftedFunction
from textclean.registry import Cleaner

if TYPE_CHECKING:
    from textclean.pipeline import Pipeline


def fingerprint(pipeline: Pipeline) -> dict[str, Any]:
    """Return the name of a pipeline, its steps with options, and the reasons it leaves out.

    A step of another package has the digest of its file with it: our own are covered by our version.
    """
    steps = []
    for step in pipeline.steps:
        record: dict[str, Any] = {"name": step.name}
        if isinstance(step, Cleaner) and step.options:
            record["options"] = {name: repr(value) for name, value in sorted(step.options.items())}
        module = step.function.__module__ if isinstance(step, LiftedFunction) else step.__module__
        if not module.startswith("textclean."):
            record["code"] = code_digest(module)
        steps.append(record)
    return {"name": pipeline.name, "steps": steps, "without": list(pipeline.without)}


def code_digest(module: str) -> str | None:
    """Return the digest of a module's file, None where it has none."""
    file = getattr(sys.modules.get(module), "__file__", None)
    try:
        return sha256(Path(file).read_bytes()).hexdigest() if file else None
    except OSError:
        return None
