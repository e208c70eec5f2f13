"""Which number matters, and how sure the forecast is."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import numpy as np

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.inputs import inputs, is_reckoned
from pilotmap.analysis.many import Floats
from pilotmap.analysis.many_cases import Replications
from pilotmap.analysis.numbers_in import Versions
from pilotmap.analysis.simulation import CASES
from pilotmap.analysis.visits import Unknown
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
_CASES: Final = 400
"""Cases that are followed in each draw where parallel work asks for it."""
_CASES_IN_ALL: Final = 200_000
"""Cases that are followed to learn what each number alone does."""


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
    """All of it; None with the reason where it cannot be progress.

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
    pilot_map: PilotMap,
    numbers: Figures,
    *,
    draws: int = DRAWS,
    seed: int | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> Ranges:
    """Move one number at a time, then all at once in seeded draws, uniform in their ranges.

    With parallel work cases are followed in each draw, which takes seconds; `progress` is given the
    share that is done.
    """
    if numbers.forecast is None or not is_reckoned(pilot_map):
        return Ranges(because=NO_VERDICT)
    if len(pilot_map.steps) > MOST_STEPS:
        return Ranges(because=TOO_LARGE)
    sensitivity = _Sensitivity(
        pilot_map, numbers, _seed(pilot_map) if seed is None else seed, progress
    )
    listed = sensitivity.influence()
    if isinstance(listed, Unknown):
        return Ranges(because=listed.reason)
    first = next((one.ref for one in listed if one.basis != "measured"), None)
    known = Ranges(listed[:MOST_LISTED], first)
    if numbers.verdict in (None, "cannot_tell"):
        return known._replace(because=NO_VERDICT)
    return sensitivity.drawn(known, draws)


class _Sensitivity:
    """The numbers of one map, to be moved."""

    def __init__(
        self, pilot_map: PilotMap, numbers: Figures, seed: int, progress: Callable[[float], None]
    ) -> None:
        self.given = inputs(pilot_map)
        self.versions = Versions(pilot_map, self.given)
        self.numbers = numbers
        self.seed = seed
        self.progress = progress

    def influence(self) -> tuple[Influence, ...] | Unknown:
        """What each number alone does to the forecast, the most first."""
        count = 2 * len(self.given)
        values = {one.ref: np.full(count, one.value) for one in self.given}
        for number, one in enumerate(self.given):
            values[one.ref][2 * number : 2 * number + 2] = one.low, one.high
        cases = min(CASES, _CASES_IN_ALL // max(1, count))
        how = Replications(cases, self.seed, lambda share: self.progress(share / 2))
        found = self._forecasts(values, how, scaled=False)
        if isinstance(found, Unknown):
            return found
        listed = [
            Influence(one.ref, one.low, one.high, float(low), float(high), one.basis)
            for one, (low, high) in zip(self.given, found.reshape(-1, 2), strict=True)
        ]
        telling = (
            one for one in listed if one.difference > _LEAST * max(abs(one.forecast_high), 1e-9)
        )
        return tuple(sorted(telling, key=lambda one: -one.difference))

    def drawn(self, known: Ranges, draws: int) -> Ranges:
        """The same with the chance, and the forecasts between which 8 of 10 draws lie."""
        random = np.random.default_rng(self.seed)
        values = {one.ref: random.uniform(one.low, one.high, draws) for one in self.given}
        how = Replications(_CASES, self.seed, lambda share: self.progress((1 + share) / 2))
        found = self._forecasts(values, how, scaled=True)
        if isinstance(found, Unknown):
            return known._replace(because=found.reason)
        target = self.numbers.stated_target or 0.0
        already = values["outcome.baseline"] <= target
        met = (found <= target) & ~already
        p10, p90 = np.quantile(found[np.isfinite(found)], (0.1, 0.9))
        return known._replace(
            chance=float(met.mean()),
            already_met=float(already.mean()),
            forecast_p10=float(p10),
            forecast_p90=float(p90),
        )

    def _forecasts(
        self, values: Mapping[str, Floats], how: Replications, *, scaled: bool
    ) -> Floats | Unknown:
        """The careful reading in each version, as `forecast.readings` has it."""
        if self.versions.is_simulated:
            found = self._simulated(values, how, scaled=scaled)
        else:
            found = self.versions.figures(values, how, scaled=scaled)
        if isinstance(found, Unknown):
            return found
        today, after = found
        baseline = values["outcome.baseline"]
        in_proportion = baseline * after / np.where(today > 0, today, np.nan)
        untouched = baseline - (today - after)
        careful: Floats = np.where(
            today > baseline, in_proportion, np.maximum(untouched, in_proportion)
        )
        return careful

    def _simulated(
        self, values: Mapping[str, Floats], how: Replications, *, scaled: bool
    ) -> tuple[Floats, Floats] | Unknown:
        """Figures at the level of the 20,000 cases, which a few hundred only miss by luck.

        The same cases follow the map as it stands, too: what they miss it by, all versions are
        scaled by.
        """
        stated = {one.ref: one.value for one in self.given}
        more = {ref: np.append(moved, stated[ref]) for ref, moved in values.items()}
        found = self.versions.figures(more, how, scaled=scaled)
        if isinstance(found, Unknown):
            return found
        today, after = found
        return _calibrated(today, self.numbers.today), _calibrated(after, self.numbers.with_ai)


def _calibrated(followed: Floats, known: float | None) -> Floats:
    """All but the last, scaled so that the last would be what is known."""
    last = followed[-1]
    by = known / last if known and last > 0 else 1.0
    found: Floats = followed[:-1] * by
    return found


def _seed(pilot_map: PilotMap) -> int:
    """From the numbers alone: no title, name or owner changes a figure."""
    given = repr([tuple(one) for one in inputs(pilot_map)])
    return int(hashlib.sha256(given.encode()).hexdigest()[:16], 16)
