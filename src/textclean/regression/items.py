"""What a case and a document have in common as pytest items: the project's pipeline, and how a failure is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from textclean.errors import TextcleanError
from textclean.regression.expectation import Mismatch

if TYPE_CHECKING:
    from pathlib import Path

    from textclean.pipeline import Pipeline

_PIPELINE: pytest.StashKey[Pipeline] = pytest.StashKey()


def project_pipeline(config: pytest.Config) -> Pipeline:
    """Return the pipeline of the ini option `textclean_pipeline`, else that of the project's settings; made once a run.

    Raises `UsageError` for settings that are wrong.
    """
    if _PIPELINE not in config.stash:
        from textclean.config import build_pipeline, load_settings  # noqa: PLC0415 - only runs with cases pay for it
        from textclean.presets import find_pipeline  # noqa: PLC0415
        from textclean.registry import load_plugins  # noqa: PLC0415

        load_plugins()
        named = str(config.getini("textclean_pipeline"))
        config.stash[_PIPELINE] = find_pipeline(named) if named else build_pipeline(load_settings({}, config.rootpath))
    return config.stash[_PIPELINE]


class TextItem(pytest.Item):
    """A test made of a file."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401 - pytest's signature
        """Show the report alone, without the plugin's own frames."""
        if isinstance(excinfo.value, Mismatch | TextcleanError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the test by its file."""
        return self.path, None, self.path.name
