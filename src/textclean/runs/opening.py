"""Which sink a target has."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from textclean.io.sinks import FileSink, StreamSink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textclean.io.outputs import Target
    from textclean.io.sinks import Sink


def open_run(target: Target, settings: Mapping[str, Any], *, fresh: bool = False) -> Sink:
    """Return the sink for a target; what an earlier run with the same `settings` has done is done, unless `fresh`.

    Raises `UsageError` where a run with other settings was, where another is going on, and where nothing can be made.
    """
    if target.path is None:
        return StreamSink(target)
    if not (target.is_folder or target.lines):
        return FileSink(target)
    plain = json.loads(json.dumps(settings, default=str))
    if target.is_folder:
        from textclean.runs.files import FilesRun  # noqa: PLC0415 - costs start-up time

        return FilesRun(target, target.path, plain, fresh=fresh)
    from textclean.runs.lines import LinesRun  # noqa: PLC0415 - costs start-up time

    return LinesRun(target, target.path, plain, fresh=fresh)
