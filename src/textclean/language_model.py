"""The classifier of languages, its model unpacked once for all processes: py3langid takes most of a second to do it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]
from py3langid.modelio import load_model  # type: ignore[import-untyped]

from textclean.user_cache import cache_folder, written_whole

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


class _Model(NamedTuple):
    """What py3langid reads from its file, in the order in which it gives it; each array is a file of the cache."""

    likelihoods: NDArray[Any]
    priors: NDArray[Any]
    labels: NDArray[Any]
    transitions: NDArray[Any]
    rows: NDArray[Any]
    features: NDArray[Any]


def load_identifier() -> LanguageIdentifier:
    """Return py3langid's identifier, which gives probabilities.

    The unpacked model (100 MB) lies in the user's cache folder, and every process maps the same pages of it. Where
    that folder cannot be written, the model is unpacked in memory. Raises nothing of its own.
    """
    folder = cache_folder("py3langid")
    try:
        model = _read(folder)
    except (OSError, ValueError):
        model = _unpack()
        with suppress(OSError):
            _write(model, folder)
    return LanguageIdentifier(
        model.likelihoods,
        model.priors,
        model.labels.tolist(),
        model.transitions.data,
        model.features.data,
        norm_probs=True,
        tk_row=model.rows.tolist(),
    )


def _unpack() -> _Model:
    """Return the model of the package, its half-precision numbers widened: numpy would widen them for each text."""
    likelihoods, *others = map(np.asarray, load_model(MODEL_DIR / MODEL_FILE))
    return _Model(likelihoods.astype(np.float32), *others)


def _read(folder: Path) -> _Model:
    return _Model(*(np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in _Model._fields))


def _write(model: _Model, folder: Path) -> None:
    with written_whole(folder) as parts:
        parts.mkdir()
        for name, part in model._asdict().items():
            np.save(parts / f"{name}.npy", part)
