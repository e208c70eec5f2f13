"""Processes beside a test, and waiting for what they do: patient, and nothing is left behind."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

Found = TypeVar("Found")

PATIENCE_S = 60.0
"""How long a test waits for what takes a moment: a busy machine takes many."""


@contextmanager
def running(command: Sequence[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has ended, with its pipes closed, however its test ends."""
    with subprocess.Popen(command, **options) as process:
        try:
            yield process
        finally:
            process.kill()  # nothing happens to one that has ended


def once(ask: Callable[[], Found | None]) -> Found:
    """The first answer that is not None or False, asked for again and again."""
    end = time.monotonic() + PATIENCE_S
    while True:
        answer = ask()
        if answer is not None and answer is not False:
            return answer
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)
