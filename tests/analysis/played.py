"""Cases played one by one, with the AI's pattern acted out at its step: no derived map, no chain.

`python -m tests.analysis.played 100` compares as many random maps, the suite the first few.
"""

import math
import sys
from collections import Counter
from random import Random
from statistics import fmean, stdev
from typing import NamedTuple

from pilotmap.analysis.figures import Figures, figures
from pilotmap.model.edits.fields import edit_map, edit_outcome
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES
from tests.analysis import chains
from tests.analysis.random_maps import random_map
from tests.analysis.small import marked

CASES = 1_500
CASES_A_DAY = 40
_SURE_OF_IT = 5.0
"""Standard errors: one comparison in two million is off by luck."""


class Case(NamedTuple):
    """What a case meets, in order: the step and its hours; the hours of work by lane."""

    way: list[tuple[str, float]]
    work: Counter[str]


class Sample(NamedTuple):
    """Hours from first to last step of the cases that pass both; work of all by lane."""

    times: list[float]
    work: dict[str, list[float]]


def drawn_map(seed: int) -> PilotMap:
    """A random process in two lanes, with an AI step, a mode, and from where to where it counts."""
    random = Random(seed)
    pilot_map = random_map(random)
    lanes = tuple(
        pilot_map.lanes[0].replace(
            id=f"lane{n}", name=f"Lane {n}", people={"value": 3.0}, hours_per_day=6.0
        )
        for n in range(2)
    )
    steps = tuple(s.replace(lane=random.choice(("lane0", "lane1"))) for s in pilot_map.steps)
    pilot_map = pilot_map.replace(lanes=lanes, steps=steps)
    plain = [step.id for step in steps if step.kind == "step"] or [""]
    inner = [step.id for step in steps if step.kind in ("step", "decision")]
    first, last = (random.choice((*inner, None)) for _ in range(2))
    pilot_map = edit_outcome(
        edit_map(pilot_map, volume={"value": float(CASES_A_DAY), "unit": "per day"}),
        change="reduce",
        baseline={"value": 50.0, "unit": "h"},
        target={"value": 20.0, "unit": "h"},
        starts_at=first,
        ends_at=last,
    )
    ai = random.choice(plain)
    if not ai:
        return pilot_map
    return marked(
        pilot_map,
        ai,
        mode=random.choice(MODES),
        human="lane0",
        escalates_to=random.choice(("lane1", None)),
        stopped_by="lane1",
        unsure={"value": random.choice((0.1, 0.4))},
        rejected={"value": random.choice((0.05, 0.3))},
        ai_time={"value": 30.0, "unit": "s"},
        review={"value": random.choice((6.0, 90.0)), "unit": "min"},
        review_wait=random.choice((None, {"value": 2.0, "unit": "h"})),
        veto=random.choice((None, {"value": 2.0, "unit": "h"})),
    )


def play(pilot_map: PilotMap, random: Random, *, with_ai: bool, nothing: bool = False) -> Case:
    """One case; `nothing`: today's process whose AI step takes no time."""
    way, work = [], Counter[str]()
    for step in chains.one_case(pilot_map, random):
        if step == pilot_map.pilot.step and with_ai:
            way.append((step, _pattern(pilot_map, random, work)))
            continue
        idle = nothing and step == pilot_map.pilot.step
        hours = 0.0 if idle else chains.work(pilot_map, step) + chains.wait(pilot_map, step)
        work[pilot_map.step_by_id[step].lane] += 0.0 if idle else chains.work(pilot_map, step)
        way.append((step, hours))
    return Case(way, work)


def _pattern(pilot_map: PilotMap, random: Random, work: Counter[str]) -> float:
    """The AI answers; somebody may take over, look, edit, send back, have time to stop it."""
    pilot, step = pilot_map.pilot, pilot_map.pilot.step or ""
    before = chains.wait(pilot_map, step)
    hours = pilot.ai_time.value / 3600
    review = pilot.review.value / 60

    def by_hand(lane: str) -> float:
        work[lane] += chains.work(pilot_map, step)
        return before + chains.work(pilot_map, step)

    if pilot.escalates_to is not None and random.random() < number_of(pilot.unsure):
        return hours + by_hand(pilot.escalates_to)
    if pilot.mode == "autonomous":
        if pilot.veto is None:
            return hours
        work[pilot.stopped_by] += review
        return hours + pilot.veto.value + review
    work[pilot.human] += review
    hours += review + (before if pilot.review_wait is None else pilot.review_wait.value)
    if pilot.mode == "recommendation" and random.random() < number_of(pilot.rejected):
        return hours + by_hand(pilot.human)
    return hours


def sampled(pilot_map: PilotMap, seed: int, *, with_ai: bool, nothing: bool = False) -> Sample:
    """Many cases of one process."""
    random, times = Random(seed), []
    work: dict[str, list[float]] = {lane.id: [] for lane in pilot_map.lanes}
    for _ in range(CASES):
        case = play(pilot_map, random, with_ai=with_ai, nothing=nothing)
        time = between(case.way, pilot_map.outcome.starts_at, pilot_map.outcome.ends_at)
        times += [] if time is None else [time]
        for lane, hours in work.items():
            hours.append(case.work[lane])
    return Sample(times, work)


def between(way: list[tuple[str, float]], first: str | None, last: str | None) -> float | None:
    """From the first arrival at one step to the first leaving of the other after that."""
    steps = [step for step, _ in way]
    begin = 0 if first is None else steps.index(first) if first in steps else -1
    if begin < 0 or (last is not None and last not in steps[begin:]):
        return None
    end = len(steps) - 1 if last is None else steps.index(last, begin)
    return sum(hours for _, hours in way[begin : end + 1])


def agrees(sample: list[float], told: float) -> bool:
    """Whether a mean lies where the sample says, as far as that many cases can tell."""
    error = stdev(sample) / math.sqrt(len(sample))
    return abs(fmean(sample) - told) <= _SURE_OF_IT * error + 1e-9 * abs(told) + 1e-12


def differences(seed: int) -> list[str]:
    """The figures of one random map that played cases contradict, by name."""
    pilot_map = drawn_map(seed)
    numbers = figures(pilot_map)
    return [*_of_times(pilot_map, numbers, seed), *_of_loads(pilot_map, numbers, seed)]


def _of_times(pilot_map: PilotMap, numbers: Figures, seed: int) -> list[str]:
    asked: tuple[tuple[str, dict[str, bool]], ...] = (("today", {"with_ai": False}),)
    if pilot_map.pilot.step is not None:
        asked += (
            ("floor", {"with_ai": False, "nothing": True}),
            ("with_ai", {"with_ai": True}),
        )
    found = []
    for name, how in asked:
        times, told = sampled(pilot_map, seed, **how).times, getattr(numbers, name)
        if told is None or len(times) < 60:
            found += [name] if told is None and len(times) > 5 else []
        elif not agrees(times, told):
            found.append(name)
    return found


def _of_loads(pilot_map: PilotMap, numbers: Figures, seed: int) -> list[str]:
    found = []
    for with_ai, loads in ((False, numbers.lane_load), (True, numbers.lane_load_with_ai)):
        if loads is None:
            continue
        for lane, hours in sampled(pilot_map, seed, with_ai=with_ai).work.items():
            if not agrees([CASES_A_DAY * each for each in hours], loads[lane].hours):
                found.append(f"{lane} {'with AI' if with_ai else 'today'}")
    return found


def main() -> None:
    maps = int(sys.argv[1])
    wrong = {seed: found for seed in range(maps) if (found := differences(seed))}
    print(wrong or f"{maps} maps agree")


if __name__ == "__main__":
    main()
