"""One row for each map of a folder, computed on all the cores there are."""

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from pilotmap.analysis import verdict_words
from pilotmap.analysis.figures import needed_figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.forecast import Verdict
from pilotmap.analysis.gate1 import State, gate1
from pilotmap.language import Language, language, speak
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load

_FEW: Final = 16  # up to here starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of one file; only `file` and `error` where it could not be read."""

    file: str
    error: str | None = None
    title: str | None = None
    gate: int | None = None
    state: State | None = None
    errors: int | None = None
    warnings: int | None = None
    signed: int | None = None
    stale: int | None = None
    days_open: int | None = None
    verdict: Verdict | None = None
    verdict_title: str | None = None
    verdict_words: str | None = None

    @property
    def is_clean(self) -> bool:
        """Whether the file was read and its map has no errors."""
        return self.error is None and not self.errors

    def as_json(self) -> dict[str, Any]:
        """As one object of `status --format json`."""
        return asdict(self)


def survey(files: Sequence[str], today: date) -> Iterator[Row]:
    """The rows of files, in their order, each as soon as it and those before it are done."""
    row = partial(row_of, today=today)
    workers = min(os.cpu_count() or 1, len(files))
    if len(files) <= _FEW or workers == 1:
        yield from map(row, files)
        return
    chunk = max(1, min(32, len(files) // (4 * workers)))
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(language(),))
    try:
        yield from pool.map(row, files, chunksize=chunk)
    finally:
        pool.shutdown(cancel_futures=True)


def row_of(file: str, today: date) -> Row:
    """The row of one file; what cannot be read is told in it."""
    try:
        return _row(file, load(file), today)
    except PilotMapError as error:
        return Row(file, error=error.message)


def _row(file: str, pilot_map: PilotMap, today: date) -> Row:
    numbers = needed_figures(pilot_map)
    findings = find(pilot_map, today, numbers=numbers)
    gate = gate1(pilot_map, today, findings=findings)
    states = [seat.state for seat in gate.seats.values()]
    return Row(
        file,
        title=pilot_map.title,
        gate=_gate_number(pilot_map),
        state=gate.state,
        errors=sum(finding.severity == "error" for finding in findings),
        warnings=sum(finding.severity == "warning" for finding in findings),
        signed=sum(seat.agrees for seat in gate.seats.values()),
        stale=states.count("stale"),
        days_open=gate.days_open,
        verdict=numbers.verdict,
        verdict_title=verdict_words.title(numbers),
        verdict_words=verdict_words.verdict_words(pilot_map, numbers),
    )


def _gate_number(pilot_map: PilotMap) -> int:
    """The last gate that was opened."""
    return max(
        1,
        4 * bool(pilot_map.shadow),
        3 * bool(pilot_map.integration),
        2 * bool(pilot_map.feasibility),
    )


def _begin(spoken: Language) -> None:
    """Speak as the parent does, and leave interrupts to it."""
    speak(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
