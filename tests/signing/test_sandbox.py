"""Reading a file in a process of its own: what it does there stays there."""

import multiprocessing
import os
import time

import pytest

from pilotmap.model.map import PilotMap
from pilotmap.signing.sandbox import Limits, verify_in_sandbox
from tests.signing.files import PLAIN, document, signed


def sleeps(_: bytes) -> tuple[PilotMap, bool | None]:
    time.sleep(600)
    raise AssertionError


def dies(_: bytes) -> tuple[PilotMap, bool | None]:
    os._exit(7)


def eats(_: bytes) -> tuple[PilotMap, bool | None]:
    return bytearray(8 * 1024**3), None  # type: ignore[return-value]


def test_the_verdict_comes_back_whole() -> None:
    report = verify_in_sandbox(signed("operations", "it", "business"), PLAIN)
    assert report.verdict == "accept"
    assert report.seats["it"].name == "Holder of it"
    assert report.pages_match is True


def test_what_takes_too_long_is_refused() -> None:
    report = verify_in_sandbox(document(), PLAIN._replace(compare=sleeps), limits=Limits(seconds=2))
    assert report.verdict == "reject"
    assert "longer than 2 seconds" in report.reason
    assert multiprocessing.active_children() == []


def test_what_kills_its_reader_is_refused() -> None:
    assert (
        "before there was a result"
        in verify_in_sandbox(document(), PLAIN._replace(compare=dies)).reason
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no memory here")
def test_what_takes_too_much_memory_is_refused() -> None:
    assert "MemoryError" in verify_in_sandbox(document(), PLAIN._replace(compare=eats)).reason
