"""What the tests against other people's libraries share; imported before any of them, which stay off the network."""

from __future__ import annotations

import os

os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1", HF_HUB_DISABLE_PROGRESS_BARS="1")
os.environ.update(
    RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO="0", RAY_DATA_DISABLE_PROGRESS_BARS="1", RAY_USAGE_STATS_ENABLED="0"
)

DAMAGED = "The o\ufb03ce was closed, and\nnobody knew why it was so."
CLEAN = "The office was closed, and nobody knew why it was so."
