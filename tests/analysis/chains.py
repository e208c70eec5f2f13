"""A second computation with another structure: cases drawn one by one, and dense matrices."""

from collections.abc import Mapping
from random import Random

import numpy as np

from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap

FACTORS = {"s": 1 / 3600, "min": 1 / 60, "h": 1.0}
WORK = FACTORS | {"d": 8.0, "wd": 8.0}
CALENDAR = FACTORS | {"d": 24.0, "wd": 168 / 5}
WORKING = FACTORS | {"d": 40 / 7, "wd": 8.0}


def work(pilot_map: PilotMap, step: str) -> float:
    time = pilot_map.step_by_id[step].work
    return 0.0 if time is None else time.value * WORK[time.time_unit]


def wait(pilot_map: PilotMap, step: str) -> float:
    time, baseline = pilot_map.step_by_id[step].wait, pilot_map.outcome.baseline
    factors = WORKING if baseline is not None and baseline.unit == "wd" else CALENDAR
    return 0.0 if time is None else time.value * factors[time.time_unit]


def ways(pilot_map: PilotMap, step: str) -> Mapping[str, float]:
    """The chance of each step to be next."""
    flows = pilot_map.flows_out(step)
    given = [number_of(flow.share) for flow in flows]
    rest = 1 - sum(share for share in given if share is not None)
    open_ways = given.count(None)
    if pilot_map.step_by_id[step].kind != "decision":
        return {flow.target: 1.0 for flow in flows}
    return {
        flow.target: rest / open_ways if share is None else share
        for flow, share in zip(flows, given, strict=True)
    }


def matrix(pilot_map: PilotMap, without: frozenset[tuple[str, str]] = frozenset()) -> np.ndarray:
    """Transition chances between all steps, without some flows."""
    at = {step.id: number for number, step in enumerate(pilot_map.steps)}
    made = np.zeros((len(at), len(at)))
    for step in at:
        for target, chance in ways(pilot_map, step).items():
            if (step, target) not in without:
                made[at[step], at[target]] = chance
    return made


def visits(pilot_map: PilotMap) -> Mapping[str, float]:
    """Row sums of the starts in the inverse of I - P."""
    starts = np.array([1.0 if step.kind == "start" else 0.0 for step in pilot_map.steps])
    found = (starts / starts.sum()) @ np.linalg.inv(
        np.eye(len(pilot_map.steps)) - matrix(pilot_map)
    )
    return {step.id: found[number] for number, step in enumerate(pilot_map.steps)}


def return_chance(pilot_map: PilotMap, steps: tuple[str, ...]) -> float:
    """The chance to come back to the first step of a loop, by cutting its closing flow."""
    first, last = steps[0], steps[-1]
    at = {step.id: number for number, step in enumerate(pilot_map.steps)}
    others = frozenset((source, first) for source in at)
    chances = matrix(pilot_map, others)
    reached = np.linalg.inv(np.eye(len(at)) - chances)[at[first], at[last]]
    return float(reached * ways(pilot_map, last)[first])


def one_case(pilot_map: PilotMap, random: Random) -> list[str]:
    """The steps that one case comes to, in order."""
    here = random.choice([step.id for step in pilot_map.steps if step.kind == "start"])
    way = [here]
    while onward := ways(pilot_map, here):
        here = random.choices(list(onward), list(onward.values()))[0]
        way.append(here)
    return way


def between(pilot_map: PilotMap, way: list[str], first: str, last: str) -> float | None:
    """Hours of a case from its first arrival to its first leaving after that."""
    if first not in way or last not in way[way.index(first) :]:
        return None
    begin = way.index(first)
    end = way.index(last, begin)
    return sum(work(pilot_map, step) + wait(pilot_map, step) for step in way[begin : end + 1])
