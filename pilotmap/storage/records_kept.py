"""What the map keeps of the cases beside it: taken in, held against the file, saved with it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from pilotmap.language import in_figures, tr
from pilotmap.model.beside import Beside, CasesBeside, evidence_paths
from pilotmap.model.edits.gates import edit_gate
from pilotmap.model.errors import PilotMapError
from pilotmap.model.gates.cases import Case, ShadowCase, Trial, shadow_summary, trial_summary
from pilotmap.model.gates.gate import GATE_KEYS, SealedGate
from pilotmap.model.gates.records import ShadowRecords, TrialRecords
from pilotmap.model.map import PilotMap
from pilotmap.storage.records import (
    BadRow,
    digest_of,
    digest_of_file,
    read_table,
    records_path,
    table_bytes,
)

SEALED_GATES: Final[tuple[SealedGate, ...]] = (2, 4)
_MOST_LINES: Final = 20


class Held(NamedTuple):
    """The cases of a gate, and the rows of the file that are none."""

    cases: tuple[Case, ...]
    bad: tuple[BadRow, ...] = ()


class TakenIn(NamedTuple):
    """The map with its new records, and the bytes of the file that belongs to it."""

    map: PilotMap
    data: bytes


def records_of(pilot_map: PilotMap, gate: SealedGate) -> TrialRecords | ShadowRecords | None:
    """What the map keeps of a gate's cases."""
    part = getattr(pilot_map, GATE_KEYS[gate])
    records: TrialRecords | ShadowRecords | None = None if part is None else part.records
    return records


def held_cases(pilot_map: PilotMap, map_path: Path | None, gate: SealedGate) -> Held:
    """The cases in the file beside the map, and those that the map still carries itself.

    Raises UnreadableFile where the map keeps a file that cannot be read.
    """
    records = records_of(pilot_map, gate)
    if records is None or map_path is None:
        return with_carried(pilot_map, gate, None)
    return with_carried(pilot_map, gate, map_path.with_name(Path(records.file).name))


def with_carried(pilot_map: PilotMap, gate: SealedGate, file: Path | None) -> Held:
    """The cases in a file, and those that the map still carries itself."""
    held = Held(())
    if file is not None:
        table = read_table(file, gate)
        held = Held(table.cases, table.bad)
    keys = {case.key for case in held.cases}
    carried = (case for case in _carried(pilot_map, gate) if case.key not in keys)
    return held._replace(cases=(*held.cases, *carried))


def _carried(pilot_map: PilotMap, gate: SealedGate) -> tuple[Case, ...]:
    if gate == 2 and pilot_map.feasibility is not None:
        return tuple(
            Trial(each.id, input=each.text, failed=each.failed, note=each.note)
            for each in pilot_map.feasibility.carried
        )
    if gate == 4 and pilot_map.shadow is not None:
        return tuple(
            ShadowCase(
                each.id, at=each.on.isoformat() if each.on else "", value=each.value, note=each.note
            )
            for each in pilot_map.shadow.carried
        )
    return ()


def taken_in(
    pilot_map: PilotMap, gate: SealedGate, cases: Sequence[Case], map_path: Path
) -> TakenIn:
    """The map with these as all the cases of a gate, in the file that lies beside it."""
    data = table_bytes(cases, gate)
    kept: dict[str, Any] = {
        "file": records_path(map_path, gate).name,
        "sha256": digest_of(data),
        "rows": len(cases),
    }
    records: TrialRecords | ShadowRecords
    if gate == 2:
        trials = (case for case in cases if isinstance(case, Trial))
        records = TrialRecords(**kept, summary=trial_summary(trials))
    else:
        shadows = (case for case in cases if isinstance(case, ShadowCase))
        records = ShadowRecords(**kept, summary=shadow_summary(shadows))
    return TakenIn(edit_gate(pilot_map, gate, records=records, carried=()), data)


def taken_again(pilot_map: PilotMap, gate: SealedGate, map_path: Path) -> tuple[TakenIn, Held]:
    """Take in what lies beside the map now; the second tells the rows that were left out."""
    held = held_cases(pilot_map, map_path, gate)
    return taken_in(pilot_map, gate, held.cases, map_path), held


def beside_of(pilot_map: PilotMap, map_path: Path | None, *, closely: bool = True) -> Beside:
    """What lies beside a map.

    `closely` reads a file of cases that is not the one taken in, to say what is in it, and adds up
    one that is, to see whether the map says the same.
    """
    if map_path is None:
        return Beside()
    folder = map_path.parent
    missing = frozenset(path for path in evidence_paths(pilot_map) if not _lies(folder, path))
    cases = {
        gate: _cases_beside(pilot_map, map_path, gate, closely=closely)
        for gate in SEALED_GATES
        if records_of(pilot_map, gate) is not None
    }
    return Beside(cases, missing)


def _lies(folder: Path, path: str) -> bool:
    try:
        return (folder / path.replace("\\", "/")).exists()
    except (OSError, ValueError):
        return False


def _cases_beside(
    pilot_map: PilotMap, map_path: Path, gate: SealedGate, *, closely: bool
) -> CasesBeside:
    records = records_of(pilot_map, gate)
    assert records is not None
    path = map_path.with_name(Path(records.file).name)
    try:
        found = digest_of_file(path)
        if found is None:
            return CasesBeside("missing")
        if not closely:
            return CasesBeside("fits" if found == records.sha256 else "changed")
        table = read_table(path, gate)
    except PilotMapError as error:
        return CasesBeside("unreadable", reason=error.message)
    bad = tuple(str(row) for row in table.bad[:_MOST_LINES])
    if len(table.bad) > _MOST_LINES:
        more = in_figures(f"{len(table.bad) - _MOST_LINES:,}")
        bad = (*bad, tr("{number} more", number=more))
    told = records_of(taken_in(pilot_map, gate, table.cases, map_path).map, gate)
    assert told is not None
    fits = found == records.sha256
    fits = fits and (told.rows, told.summary) == (records.rows, records.summary)
    return CasesBeside("fits" if fits else "changed", len(table.cases), bad)
