"""What runs in a worker process: it takes chunks of documents, and answers each document as soon as it is done."""

from __future__ import annotations

import os
import pickle
import signal
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from textclean.io.discovery import Input

READY = ""
"""The first message of a worker that has the job; any other text says why it has not."""


def serve(connection: Connection, job: bytes) -> None:
    """Run the pickled job on every document that comes, until the other side closes or its process ends.

    An answer is the class of the outcome and its fields without the first, the input, which the other side has.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; one of them decides
    with suppress(BrokenPipeError, ConnectionResetError):  # the other side is gone, and nobody is left to answer
        _work(connection, job)


def _work(connection: Connection, job: bytes) -> None:
    try:
        run = pickle.loads(job)  # noqa: S301 - comes from the process that started this one
    except Exception as error:  # noqa: BLE001 - whatever it is, the user is told
        connection.send(f"{type(error).__name__}: {error}")
        return
    connection.send(READY)
    chunks: SimpleQueue[list[Input]] = SimpleQueue()
    Thread(target=_receive, args=(connection, chunks), daemon=True).start()
    while True:
        for one in chunks.get():
            outcome = run(one)
            connection.send((type(outcome), outcome[1:]))


def _receive(connection: Connection, chunks: SimpleQueue[list[Input]]) -> None:
    """Queue what comes, so that sending never waits for a busy worker; end the process with the other side's."""
    try:
        while True:
            chunks.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)
