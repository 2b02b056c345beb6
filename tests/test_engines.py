"""Engines: the same outcomes in the same order from each, and one document lost to what goes wrong, never two."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from engine_jobs import Deadly, Unloadable, documents, obey, timeless
from textclean.batch import CleanJob
from textclean.engines import automatic, choose_engine
from textclean.engines.chunks import CHUNK, IN_FLIGHT, ChunkedInputs
from textclean.engines.processes import run_in_processes
from textclean.errors import EngineError, InvalidOptionError, UsageError
from textclean.io.discovery import Input, find_inputs
from textclean.io.outcomes import Done, Failed
from textclean.io.outputs import Target
from textclean.io.rendering import Form
from textclean.pipeline import Pipeline
from textclean.presets import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.config import EngineName


def test_processes_give_what_one_process_gives(fixtures: Path) -> None:
    """Articles and ledgers are the same to the byte and in the same order, whatever the number of workers."""
    inputs = find_inputs([str(fixtures / "documents"), "gone.txt"])
    job = CleanJob(STANDARD, Target(None, Form.JSONL, ledger=True))
    outcomes = [timeless(outcome) for outcome in choose_engine("serial")(job, inputs)]
    for jobs in (1, 2, 3):
        assert list(map(timeless, choose_engine("processes", jobs=jobs)(job, inputs))) == outcomes


def test_outcomes_come_in_order_whoever_is_done_first(tmp_path: Path) -> None:
    """Slow documents among quick ones, in chunks of one, keep their places."""
    draw = random.Random(3)  # noqa: S311 - no secret
    texts = [f"wait {draw.random() / 100}".ljust(CHUNK) for _ in range(30)]
    inputs = documents(tmp_path, texts)
    outcomes = list(run_in_processes(obey, inputs, jobs=3))
    assert [outcome.input for outcome in outcomes] == inputs
    assert [outcome.data.decode() for outcome in outcomes if isinstance(outcome, Done)] == texts


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("kill", "was killed by SIGKILL (out of memory?)"),
        ("crash", "was killed by SIGSEGV"),
        ("exit", "ended with exit code 3"),
        ("leave", "ended with exit code 4"),
    ],
)
def test_a_worker_that_dies_costs_one_document(tmp_path: Path, told: str, reason: str) -> None:
    """What was at fault is an error that says how the process ended; the rest of its chunk is done, and the others."""
    texts = ["sound", told, *["sound"] * 20, told, told, "sound"]
    inputs = documents(tmp_path, texts)
    outcomes = list(run_in_processes(obey, inputs, jobs=2))
    assert [outcome.input for outcome in outcomes] == inputs
    assert [isinstance(outcome, Failed) for outcome in outcomes] == [text == told for text in texts]
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            assert outcome.error == "WorkerDiedError"
            assert reason in outcome.reason


def test_a_document_that_takes_too_long_costs_itself(tmp_path: Path) -> None:
    """It is stopped and told; those behind it in its chunk are done, and a slow one within the limit too."""
    texts = ["sound", "hang", "wait 0.2", "fail", "hang", "sound"]
    outcomes = list(run_in_processes(obey, documents(tmp_path, texts), jobs=2, timeout=0.6))
    failures = [outcome.error if isinstance(outcome, Failed) else None for outcome in outcomes]
    assert failures == [None, "TimeLimitError", None, "ValueError", "TimeLimitError", None]
    assert "took more than 0.6 seconds; raise --timeout" in str(outcomes[1])


def test_a_consumer_that_takes_its_time_stops_no_document(tmp_path: Path) -> None:
    """The time limit is that of cleaning: an outcome that waits to be fetched has kept it."""
    import time  # noqa: PLC0415 - for this test alone

    outcomes = run_in_processes(obey, documents(tmp_path, ["sound"] * 8), jobs=2, timeout=0.3)
    kinds = []
    for outcome in outcomes:
        kinds.append(type(outcome))
        time.sleep(0.4 if len(kinds) in {1, 4} else 0)
    assert kinds == [Done] * 8


def test_inputs_are_drawn_as_they_are_needed(tmp_path: Path) -> None:
    """An endless stream yields its first outcomes, and what was drawn by then is bounded."""
    (tmp_path / "a.txt").write_text("x" * 100_000, encoding="utf-8")
    drawn = 0

    def stream() -> Iterator[Input]:
        nonlocal drawn
        while True:
            drawn += 1
            yield Input(str(tmp_path / "a.txt"), "a.txt")

    outcomes = run_in_processes(obey, stream(), jobs=2)
    for _ in range(10):
        next(outcomes)
    outcomes.close()
    assert drawn < 10 + IN_FLIGHT / 100_000 + 2


def test_what_is_in_flight_is_bounded_by_bytes(tmp_path: Path) -> None:
    """A document that holds up the order stops drawing at the bound, and what is given back goes out first."""
    heavy = documents(tmp_path, ["x" * 1_000_000] * 100)
    inputs = ChunkedInputs(heavy)
    drawn = []
    while chunk := inputs.next_chunk():
        drawn += chunk
    assert IN_FLIGHT <= inputs.in_flight < IN_FLIGHT + 1_100_000
    inputs.give_back(drawn[3:5])
    assert [inputs.next_chunk()[0].place for _ in range(2)] == [3, 4]
    inputs.finish(drawn[0])
    assert inputs.next_chunk()[0].place == len(drawn)


@pytest.mark.parametrize(
    ("job", "error", "message"),
    [
        (
            CleanJob(Pipeline(lambda text: text), Target(None, Form.TXT)),
            UsageError,
            "cannot be sent to other processes",
        ),
        (Unloadable(), UsageError, "cannot take the pipeline (ValueError: invalid literal"),
        (Deadly(), EngineError, "ended with exit code 5 before it could start; a script"),
    ],
    ids=["lambda", "unloadable", "deadly"],
)
def test_a_job_that_processes_cannot_take_is_told(
    tmp_path: Path,
    job: Any,  # noqa: ANN401 - no real job
    error: type[Exception],
    message: str,
) -> None:
    """One clear error, with the way out, instead of workers that die for ever."""
    with pytest.raises(error, match=message.replace("(", r"\(")):
        list(run_in_processes(job, documents(tmp_path, ["sound"]), jobs=2))


def test_little_work_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few bytes, one document or one core stay in this process; more is shared."""
    started: list[int] = []

    def note(job: Any, inputs: Any, *, jobs: int) -> Iterator[Any]:  # noqa: ANN401 - stands in for the engine
        started.append(jobs)
        return map(job, inputs)

    monkeypatch.setattr("textclean.engines.processes.run_in_processes", note)
    small = documents(tmp_path, ["sound"] * 5)
    (tmp_path / "large").mkdir()
    large = documents(tmp_path / "large", ["x" * automatic.ENOUGH_WORK] * 2)
    for inputs, jobs, shared in ((small, 2, 0), (large[:1], 2, 0), (large, 1, 0), (large, 2, 1), (small + large, 2, 1)):
        started.clear()
        assert [outcome.input for outcome in choose_engine(jobs=jobs)(obey, inputs)] == inputs
        assert len(started) == shared


@pytest.mark.parametrize(
    ("name", "options"),
    [("serial", {"timeout": 1.0}), ("serial", {"jobs": 2}), ("processes", {"address": "auto"})],
)
def test_options_that_an_engine_cannot_heed_are_errors(name: EngineName, options: dict[str, Any]) -> None:
    """Nothing that was asked for is left out in silence."""
    with pytest.raises(InvalidOptionError):
        choose_engine(name, **options)
