"""The files of cases that belong to the open map: taken in, and saved together with it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from pilotmap.lazy import lazy_imports
from pilotmap.model.beside import Beside, CasesBeside
from pilotmap.model.gates.gate import GATE_KEYS, SealedGate
from pilotmap.model.map import PilotMap
from pilotmap.ui.session import Session

with lazy_imports():  # most maps have no cases
    from pilotmap.storage import records as tables
    from pilotmap.storage import records_kept as kept
    from pilotmap.storage import records_shelf

if TYPE_CHECKING:
    from pilotmap.storage.records import Table
    from pilotmap.storage.records_kept import Held

_UNSAVED: Final = "unsaved.pilotmap.json"


class Cases(QObject):
    """Knows where the cases of each gate are: beside the map, or on the shelf until it is saved."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self._session = session
        self._folder = folder
        self._read: dict[SealedGate, tuple[str | None, Held]] = {}

    @cached_property
    def _shelf(self) -> "records_shelf.RecordsShelf":
        return records_shelf.RecordsShelf(self._folder)

    def beside(self) -> Beside:
        """What lies beside the map; cases on the shelf are where they belong when it is saved."""
        pilot_map, path = self._session.map, self._session.file.path
        found = kept.beside_of(pilot_map, path, closely=False)
        cases = dict(found.cases)
        for gate in kept.SEALED_GATES:
            records = kept.records_of(pilot_map, gate)
            if records is None or not self._shelf.holds(records.sha256):
                continue
            lying = None if path is None else _digest(tables.records_path(path, gate))
            if lying is None or self._shelf.holds(lying):
                cases[gate] = CasesBeside("fits")
        return found._replace(cases=cases)

    def held(self, gate: SealedGate) -> "Held":
        """The cases of a gate as the map has them now; raises UnreadableFile.

        A file is read once: as long as the map names the same cases, they are those.
        """
        records = kept.records_of(self._session.map, gate)
        name = None if records is None else records.sha256
        known = self._read.get(gate)
        if name is None or known is None or known[0] != name:
            known = self._read[gate] = (name, self._read_cases(gate, name))
        return known[1]

    def _read_cases(self, gate: SealedGate, digest: str | None) -> "Held":
        if digest is None or not self._shelf.holds(digest):
            return kept.held_cases(self._session.map, self._session.file.path, gate)
        return kept.with_carried(self._session.map, gate, self._shelf.path_of(digest))

    def take_in(self, gate: SealedGate, table: "Table", label: str) -> None:
        """Update cases by id and add the others, as one edit; raises PilotMapError."""
        pilot_map = self._session.map
        old = self.held(gate).cases
        path = self._session.file.path or Path(_UNSAVED)
        taken = kept.taken_in(pilot_map, gate, tables.merged(old, table), path)
        self._keep_present(gate)
        self._shelf.keep(taken.data)
        self._session.commit(taken.map, label)

    def adopt(self, path: Path) -> None:
        """Keep the cases that lie beside a map which is opened as a copy, without a path."""
        for gate in kept.SEALED_GATES:
            records = kept.records_of(self._session.map, gate)
            data = None if records is None else _bytes_of(path.with_name(Path(records.file).name))
            if records is not None and data is not None and not self._shelf.holds(records.sha256):
                self._shelf.keep(data)

    def take_again(self, gate: SealedGate, label: str) -> None:
        """Take in what lies beside the map, or what an earlier version left in the map."""
        path = self._session.file.path
        held = kept.held_cases(self._session.map, path, gate)
        taken = kept.taken_in(self._session.map, gate, held.cases, path or Path(_UNSAVED))
        self._shelf.keep(taken.data)
        self._session.commit(taken.map, label)

    def _keep_present(self, gate: SealedGate) -> None:
        """Keep what lies beside the map before it is replaced, so that undo finds it."""
        records, path = kept.records_of(self._session.map, gate), self._session.file.path
        if records is None or path is None or self._shelf.holds(records.sha256):
            return
        data = _bytes_of(path.with_name(Path(records.file).name))
        if data is not None:
            self._shelf.keep(data)

    def save_beside(self, path: Path) -> PilotMap:
        """Write the cases of the map beside a path, and say the map that names them there.

        Comes before the map itself is written: a crash between the two is found by the digest.
        Raises UnwritableFile.
        """
        pilot_map = self._session.map
        for gate in kept.SEALED_GATES:
            records = kept.records_of(pilot_map, gate)
            if records is None:
                continue
            target = tables.records_path(path, gate)
            if _digest(target) != records.sha256:
                data = self._found(records.file, records.sha256)
                if data is not None:
                    self._put_aside(target)
                    tables.save_table(target, data)
            if records.file != target.name:
                key = GATE_KEYS[gate]
                part = getattr(pilot_map, key)
                moved = part.replace(records=records.replace(file=target.name))
                pilot_map = pilot_map.replace(**{key: moved})
        return pilot_map

    def _put_aside(self, target: Path) -> None:
        """Keep beside the map what somebody wrote into the file and nobody has taken in."""
        lying = _bytes_of(target)
        if lying is not None and not self._shelf.holds(tables.digest_of(lying)):
            tables.save_table(target.with_suffix(f".{tables.digest_of(lying)[:8]}.csv"), lying)

    def _found(self, file: str, digest: str) -> bytes | None:
        """The bytes of the cases, from the shelf or beside the map as it was opened."""
        data = self._shelf.find(digest)
        if data is not None:
            return data
        here = self._session.file.path
        if here is not None:
            lying = _bytes_of(here.with_name(Path(file).name))
            if lying is not None and tables.digest_of(lying) == digest:
                return lying
        return None


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(path: Path) -> str | None:
    data = _bytes_of(path)
    return None if data is None else tables.digest_of(data)
