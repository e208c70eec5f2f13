"""Judges a file in a process of its own, within limits: a hostile file harms nothing but itself."""

import contextlib
import multiprocessing
import sys
from multiprocessing.connection import Connection
from typing import Final, NamedTuple

from pilotmap.language import Language, language, speak, tr
from pilotmap.signing.verdict import Report, refused
from pilotmap.signing.verify import Pages, Trust, verify

_GRACE_S: Final = 5.0
# a fork would take along what this process holds, with its threads in the middle of something
_BEGIN: Final = multiprocessing.get_context("spawn")


class Limits(NamedTuple):
    """How long reading a file may take, and how much memory."""

    seconds: float = 120.0
    bytes: int = 4 * 1024**3


def verify_in_sandbox(
    data: bytes,
    pages: Pages,
    trust: Trust | None = None,
    expected: str | None = None,
    limits: Limits | None = None,
) -> Report:
    """Judge a file as `verify` does; what takes too long or too much memory is refused.

    `pages` is a function of a module, so that the other process can find it.
    """
    limits = limits or Limits()
    here, there = _BEGIN.Pipe(duplex=False)
    held = {seat: tuple(prints) for seat, prints in (trust or {}).items()}
    child = _BEGIN.Process(
        target=_work, args=(there, language(), limits, data, pages, held, expected), daemon=True
    )
    child.start()
    there.close()
    try:
        return _answer(here, limits)
    finally:
        here.close()
        child.join(_GRACE_S if not child.is_alive() else 0.2)
        if child.is_alive():
            child.kill()
            child.join(_GRACE_S)
        child.close()


def _answer(here: Connection, limits: Limits) -> Report:
    try:
        if not here.poll(limits.seconds):
            return refused(
                tr("Reading it took longer than {seconds} seconds.", seconds=int(limits.seconds))
            )
        found = here.recv()
    except (EOFError, OSError):
        return refused(tr("It cannot be read safely: reading it ended before there was a result."))
    if not isinstance(found, Report):
        return refused(tr("It cannot be read safely: reading it ended before there was a result."))
    return found


def _work(
    there: Connection,
    spoken: Language,
    limits: Limits,
    data: bytes,
    pages: Pages,
    trust: Trust,
    expected: str | None,
) -> None:
    speak(spoken)
    _limit(limits)
    with contextlib.suppress(OSError):  # nobody waits for the answer any more
        there.send(verify(data, pages, trust, expected))
        there.close()


def _limit(limits: Limits) -> None:
    if sys.platform == "win32":  # has no such limits; the time is limited from outside
        return
    import resource  # noqa: PLC0415 (is not there on Windows)

    for what, most in (
        (resource.RLIMIT_AS, limits.bytes),
        (resource.RLIMIT_CPU, int(limits.seconds) + 1),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):  # a system that sets them itself
            resource.setrlimit(what, (allowed, hard))
