"""What lies on the disk beside a map, as far as its gates are judged by it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from pilotmap.model.gates.gate import SealedGate
from pilotmap.model.map import PilotMap

FileState = Literal["unknown", "fits", "missing", "changed", "unreadable"]


class CasesBeside(NamedTuple):
    """The file of a gate's cases: how it stands to the map, and what is said of a changed one.

    `rows` is how many cases it holds now, `bad` what is wrong with rows of it, by line.
    """

    state: FileState = "unknown"
    rows: int | None = None
    bad: tuple[str, ...] = ()
    reason: str = ""


class Beside(NamedTuple):
    """Files of cases by gate, and evidence that is a path where nothing lies.

    Nothing is known of the disk where a map has none, such as one that was never saved.
    """

    cases: Mapping[SealedGate, CasesBeside] = {}
    missing_evidence: frozenset[str] = frozenset()

    def of(self, gate: SealedGate) -> CasesBeside:
        """The file of a gate."""
        return self.cases.get(gate, CasesBeside())


UNKNOWN = Beside()


def evidence_paths(pilot_map: PilotMap) -> frozenset[str]:
    """The evidence of Gate 3 that reads as a path: a slash or a suffix, no blank, no address."""
    rows = pilot_map.integration.rows if pilot_map.integration else ()
    return frozenset(row.evidence.strip() for row in rows if _is_path(row.evidence.strip()))


def _is_path(text: str) -> bool:
    if not text or " " in text or "://" in text or text.startswith(("mailto:", "www.")):
        return False
    _, dot, suffix = text.rpartition(".")
    return "/" in text or "\\" in text or (bool(dot) and suffix.isalnum() and 1 < len(suffix) < 6)
