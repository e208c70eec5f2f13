"""What a finding is, and what the checks look at."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.findings.rules import RULES, Severity
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.seats import SeatNow
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Waiver
from pilotmap.model.signoff import Seat


class Fix(NamedTuple):
    """An edit that takes a finding away, and the words for its button and for undo."""

    label: str
    edit: Callable[[PilotMap], PilotMap]


class Finding(NamedTuple):
    """One thing that is wrong or worth knowing, in the map's own words.

    `refs` are ids of the map, the first the place to go to; `place` names the field to go to
    (`outcome.baseline`, `flow.label`); `answered` is the waiver that answers it.
    """

    rule: str
    severity: Severity
    message: str
    refs: tuple[str, ...] = ()
    fix: Fix | None = None
    place: str = ""
    answered: Waiver | None = None

    def as_json(self) -> dict[str, Any]:
        """As one of the `findings` of `check --format json`."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "message": self.message,
            "refs": list(self.refs),
        }

    def answer(self, reason: str, by: str = "", on: date | None = None) -> Waiver:
        """The answer to it in writing, to be put into the map's `waivers`."""
        return Waiver(rule=self.rule, refs=self.refs, reason=reason, by=by, on=on)


class Facts(NamedTuple):
    """All that a check may look at."""

    map: PilotMap
    graph: Graph
    numbers: Figures
    seats: Mapping[Seat, SeatNow]
    today: date


def found(
    rule: str,
    message: str,
    refs: tuple[str, ...] = (),
    *,
    fix: Fix | None = None,
    place: str = "",
    severity: Severity | None = None,
) -> Finding:
    """A finding with the severity and the place of its rule, unless others are given."""
    row = RULES[rule]
    return Finding(rule, severity or row.severity, message, refs, fix, place or row.at)
