"""Which number matters, and how sure the forecast is."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.inputs import Input, inputs, is_reckoned
from pilotmap.analysis.many import Floats
from pilotmap.analysis.numbers_in import Versions
from pilotmap.language import N_
from pilotmap.model.known import Basis
from pilotmap.model.map import PilotMap

DRAWS: Final = 2_000
MOST_STEPS: Final = 500
MOST_LISTED: Final = 10
_LEAST: Final = 1e-9
"""A difference below this part of the forecast is none."""

NO_VERDICT: Final = N_("there is no forecast that could be held against the target")
TOO_LARGE: Final = N_("the map has over 500 steps")
PARALLEL: Final = N_("parallel work makes each draw a simulation of its own")


class Influence(NamedTuple):
    """What the forecast becomes at both ends of one number's range; times in hours."""

    ref: str
    low: float
    high: float
    forecast_low: float
    forecast_high: float
    basis: Basis | None

    @property
    def difference(self) -> float:
        """How much of the forecast it decides."""
        return abs(self.forecast_high - self.forecast_low)

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        return self._asdict()


class Ranges(NamedTuple):
    """All of it; None with the reason where it cannot be told.

    chance: the share of the draws in which the target is met; already_met: of those in which the
    baseline itself is no worse than the target, which do not count as met.
    """

    influence: tuple[Influence, ...] = ()
    measure_first: str | None = None
    chance: float | None = None
    already_met: float | None = None
    forecast_p10: float | None = None
    forecast_p90: float | None = None
    because: str = ""

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        data = {name: value for name, value in self._asdict().items() if name != "because"}
        return data | {"influence": [one.as_json() for one in self.influence]}


def ranges(
    pilot_map: PilotMap, numbers: Figures, *, draws: int = DRAWS, seed: int | None = None
) -> Ranges:
    """Move one number at a time, then all at once in seeded draws, uniform in their ranges."""
    if numbers.forecast is None or not is_reckoned(pilot_map):
        return Ranges(because=NO_VERDICT)
    if len(pilot_map.steps) > MOST_STEPS:
        return Ranges(because=TOO_LARGE)
    given = inputs(pilot_map)
    versions = Versions(pilot_map, given)
    parallel = versions.today.is_parallel or versions.with_ai.is_parallel
    if parallel and versions.about != "work":
        return Ranges(because=PARALLEL)
    listed = _influence(versions, given)
    first = next((one.ref for one in listed if one.basis != "measured"), None)
    known = Ranges(listed[:MOST_LISTED], first)
    if numbers.verdict in (None, "cannot_tell"):
        return known._replace(because=NO_VERDICT)
    return _drawn(
        versions, given, numbers, known, draws, _seed(pilot_map) if seed is None else seed
    )


def _influence(versions: Versions, given: Sequence[Input]) -> tuple[Influence, ...]:
    count = 2 * len(given)
    values = {one.ref: np.full(count, one.value) for one in given}
    for number, one in enumerate(given):
        values[one.ref][2 * number : 2 * number + 2] = one.low, one.high
    found = _forecasts(versions, values, scaled=False)
    listed = [
        Influence(
            one.ref,
            one.low,
            one.high,
            float(found[2 * number]),
            float(found[2 * number + 1]),
            one.basis,
        )
        for number, one in enumerate(given)
    ]
    telling = (one for one in listed if one.difference > _LEAST * max(abs(one.forecast_high), 1e-9))
    return tuple(sorted(telling, key=lambda one: -one.difference))


def _drawn(
    versions: Versions,
    given: Sequence[Input],
    numbers: Figures,
    known: Ranges,
    draws: int,
    seed: int,
) -> Ranges:
    random = np.random.default_rng(seed)
    values = {one.ref: random.uniform(one.low, one.high, draws) for one in given}
    found = _forecasts(versions, values, scaled=True)
    target = numbers.stated_target or 0.0
    already = values["outcome.baseline"] <= target
    met = (found <= target) & ~already
    p10, p90 = np.quantile(found[np.isfinite(found)], (0.1, 0.9))
    return known._replace(
        chance=float(met.mean()),
        already_met=float(already.mean()),
        forecast_p10=float(p10),
        forecast_p90=float(p90),
    )


def _forecasts(versions: Versions, values: dict[str, Floats], *, scaled: bool) -> Floats:
    """The careful reading in each version, as `forecast.readings` has it."""
    today, after = versions.figures(values, scaled=scaled)
    baseline = values["outcome.baseline"]
    in_proportion = baseline * after / np.where(today > 0, today, np.nan)
    untouched = baseline - (today - after)
    found: Floats = np.where(today > baseline, in_proportion, np.maximum(untouched, in_proportion))
    return found


def _seed(pilot_map: PilotMap) -> int:
    """From the numbers alone: no title, name or owner changes a figure."""
    given = repr([tuple(one) for one in inputs(pilot_map)])
    return int(hashlib.sha256(given.encode()).hexdigest()[:16], 16)
