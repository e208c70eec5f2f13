"""One row for each map of a folder, computed on all the cores there are."""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from pilotmap.analysis import verdict_words
from pilotmap.analysis.figures import needed_figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.forecast import Verdict
from pilotmap.analysis.gate1 import Gate1, State, gate1
from pilotmap.analysis.gates.state import LaterGateNow, LaterState, later_gates
from pilotmap.language import Language, language, speak
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from pilotmap.storage.records_kept import beside_of
from pilotmap.storage.versions import last_change

_IDLE_DAYS: Final = 30
_FEW: Final = 16  # up to here starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of one file; only `file` and `error` where it could not be read."""

    file: str
    error: str | None = None
    title: str | None = None
    gate: int | None = None
    state: State | LaterState | None = None
    errors: int | None = None
    warnings: int | None = None
    signed: int | None = None
    stale: int | None = None
    days_open: int | None = None
    verdict: Verdict | None = None
    verdict_title: str | None = None
    verdict_words: str | None = None
    days_over: int | None = None
    next_review: str | None = None
    idle: bool | None = None
    gates: Mapping[str, str] | None = None

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
    first = gate1(pilot_map, today, findings=findings)
    path = Path(file)
    gates = later_gates(pilot_map, first, today, beside_of(pilot_map, path, closely=False))
    number = _gate_number(pilot_map)
    later = next((now for now in gates.values() if now.gate == number), None)
    now: Gate1 | LaterGateNow = first if later is None else later
    findings = findings if later is None else later.findings
    states = [seat.state for seat in now.seats.values()]
    review = later.next_review if later else None
    return Row(
        file,
        title=pilot_map.title,
        gate=number,
        state=now.state,
        errors=sum(finding.severity == "error" for finding in findings),
        warnings=sum(finding.severity == "warning" for finding in findings),
        signed=sum(seat.agrees for seat in now.seats.values()),
        stale=states.count("stale"),
        days_open=now.days_open,
        days_over=max(0, -later.days_left) if later and later.days_left is not None else 0,
        next_review=review.isoformat() if review else None,
        idle=_is_idle(path, now, review, today),
        gates={"1": first.state} | {str(gate): each.state for gate, each in gates.items()},
        verdict=numbers.verdict,
        verdict_title=verdict_words.title(numbers),
        verdict_words=verdict_words.verdict_words(pilot_map, numbers),
    )


def _is_idle(path: Path, now: Gate1 | LaterGateNow, review: date | None, today: date) -> bool:
    """Whether nothing has changed, or no date was ahead, for 30 days; never what is at its end."""
    ended = ("killed", "stopped") if isinstance(now, LaterGateNow) else ()
    if now.state in ended or (
        isinstance(now, LaterGateNow) and now.gate == 4 and now.state == "cleared"
    ):
        return False
    if review is not None and (today - review).days >= _IDLE_DAYS:
        return True
    changed = last_change(path)
    return changed is not None and (today - changed).days >= _IDLE_DAYS


def _gate_number(pilot_map: PilotMap) -> int:
    """The last gate that was opened."""
    opened = (pilot_map.feasibility, pilot_map.integration, pilot_map.shadow)
    return max((gate for gate, part in enumerate(opened, start=2) if part is not None), default=1)


def _begin(spoken: Language) -> None:
    """Speak as the parent does, and leave interrupts to it."""
    speak(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
