"""All findings of a map: `find`.

A finding says what is wrong or could be better, where, and what to do about it; `rules` has each
with its number and severity, the other modules look for those of one part of Gate 1. Findings that
were answered in writing are kept apart in `waivers`.
"""

from datetime import date
from typing import Final

from pilotmap.analysis.figures import Figures, needed_figures
from pilotmap.analysis.findings import (
    characters,
    completeness,
    forecast,
    load,
    measured,
    names,
    outcome,
    pilot,
    process,
    signoff,
)
from pilotmap.analysis.findings.finding import Facts, Finding, Fix
from pilotmap.analysis.findings.waivers import answered
from pilotmap.analysis.seats import seats
from pilotmap.model.map import PilotMap

__all__ = ["Finding", "Fix", "find"]

_CHECKS: Final = (
    outcome.check,
    forecast.check,
    load.check,
    process.check,
    completeness.check,
    names.check,
    pilot.check,
    signoff.check,
    measured.check,
    characters.check,
)
_ORDER: Final = {"error": 0, "warning": 1, "note": 2}


def find(
    pilot_map: PilotMap, today: date | None = None, *, numbers: Figures | None = None
) -> tuple[Finding, ...]:
    """All findings, errors first, then warnings and notes, each in the order of the rules.

    `numbers` are the map's figures where the caller has them already; otherwise they are computed
    here, with a simulation only where parallel work needs one.
    """
    numbers = numbers or needed_figures(pilot_map)
    facts = Facts(pilot_map, numbers.graph, numbers, seats(pilot_map), today or date.today())
    everything = (finding for check in _CHECKS for finding in check(facts))
    found = sorted(answered(everything, pilot_map.waivers), key=lambda finding: finding.rule)
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))
