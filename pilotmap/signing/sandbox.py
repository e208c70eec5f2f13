"""Judges a file in a process of its own, within limits: a hostile file harms nothing but itself."""

import contextlib
import multiprocessing
import sys
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final, NamedTuple

from pilotmap.language import Language, language, speak, tr
from pilotmap.lazy import lazy_imports
from pilotmap.signing.verdict import Report, refused

with lazy_imports():  # only the process that judges needs what judging takes
    from pilotmap.signing import verify

if TYPE_CHECKING:
    from pilotmap.signing.document import Document
    from pilotmap.signing.trust import Trust
    from pilotmap.signing.weighing import Expected

_GRACE_S: Final = 5.0
_BUSY: Final = 3
"""So many times as long may pass by the clock: computers have other things to do too."""
# a fork would take along what this process holds, with its threads in the middle of something
_BEGIN: Final = multiprocessing.get_context("spawn")


class Limits(NamedTuple):
    """How long a processor may read a file, and how much memory that may take."""

    seconds: float = 20.0
    bytes: int = 1024**3


def verify_in_sandbox(
    data: bytes,
    document: "Document",
    trust: "Trust | None" = None,
    expected: "Expected | None" = None,
    limits: Limits | None = None,
) -> Report:
    """Judge a file as `verify` does; what takes too long or too much memory is refused.

    `document` holds functions of modules, so that the other process can find them.
    """
    limits = limits or Limits()
    here, there = _BEGIN.Pipe(duplex=False)
    held = {seat: tuple(prints) for seat, prints in (trust or {}).items()}
    child = _BEGIN.Process(
        target=_work, args=(there, language(), limits, data, document, held, expected), daemon=True
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
        if not here.poll(limits.seconds * _BUSY):
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
    document: "Document",
    trust: "Trust",
    expected: "Expected | None",
) -> None:
    speak(spoken)
    _limit(limits)
    with contextlib.suppress(OSError):  # nobody waits for the answer any more
        there.send(verify.verify(data, document, trust, expected))
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
