"""Figures of a map computed a second way, from its bare JSON: cases are followed one by one.

Shares nothing with the analysis: no model, no graph, no matrix. Where there is no parallel work the
cases flow through the map as fractions until next to nothing is left; with parallel work single
cases are walked with a random number generator.
"""

import heapq
import json
import random
from collections import Counter, defaultdict
from pathlib import Path
from statistics import fmean, stdev
from typing import Any, NamedTuple

HOURS = {"s": 1 / 3600, "min": 1 / 60, "h": 1.0, "d": 24.0, "wd": 8.0}


class Bare(NamedTuple):
    """A map as JSON with the flows and times at hand."""

    steps: dict[str, Any]
    flows: dict[str, list[Any]]
    ways_in: Counter[str]
    pilot: Any

    @property
    def starts(self) -> list[str]:
        return [key for key, step in self.steps.items() if step["kind"] == "start"]

    def work(self, step: str) -> float:
        return hours(self.steps[step].get("work"))

    def time(self, step: str) -> float:
        return self.work(step) + hours(self.steps[step].get("wait"))

    def branches(self, step: str) -> list[tuple[str, float]]:
        flows = self.flows[step]
        given = sum(flow.get("share", 0.0) for flow in flows)
        open_ones = sum("share" not in flow for flow in flows) or 1
        if self.steps[step]["kind"] != "decision":
            return [(flow["target"], 1.0) for flow in flows]
        return [(flow["target"], flow.get("share", (1 - given) / open_ones)) for flow in flows]


def hours(quantity: Any) -> float:
    return quantity["value"] * HOURS[quantity["unit"]] if quantity else 0.0


def bare(path: Path) -> Bare:
    data = json.loads(path.read_bytes())
    flows = defaultdict(list)
    for flow in data["flows"]:
        flows[flow["source"]].append(flow)
    ways_in = Counter(flow["target"] for flow in data["flows"])
    return Bare({step["id"]: step for step in data["steps"]}, flows, ways_in, data["pilot"])


def visits(m: Bare) -> Counter[str]:
    """Visits of each step by following fractions of one case; only without parallel work."""
    total: Counter[str] = Counter()
    here = {start: 1 / len(m.starts) for start in m.starts}
    while sum(here.values()) > 1e-14:
        total.update(here)
        there: Counter[str] = Counter()
        for step, part in here.items():
            for target, share in m.branches(step):
                there[target] += part * share
        here = dict(there)
    return total


def elapsed(m: Bare, cases: int, *, idle: str | None = None, seed: int = 7) -> tuple[float, float]:
    """Mean time of walked cases and its standard error; `idle` takes no time."""
    dice = random.Random(seed)
    times = [_walk(m, dice, idle) for _ in range(cases)]
    return fmean(times), stdev(times) / cases**0.5


def _walk(m: Bare, dice: random.Random, idle: str | None) -> float:
    queue = [(0.0, dice.choice(m.starts))]
    waiting: dict[str, list[float]] = defaultdict(list)
    last = 0.0
    while queue:
        now, step = heapq.heappop(queue)
        is_join = m.steps[step]["kind"] == "parallel" and m.ways_in[step] > 1
        if is_join:
            waiting[step].append(now)
            if len(waiting[step]) < m.ways_in[step]:
                continue
            now = max(waiting.pop(step))
        now += 0.0 if step == idle else m.time(step)
        last = max(last, now)
        ways = m.branches(step)
        if m.steps[step]["kind"] == "decision":
            targets, shares = zip(*ways, strict=True)
            ways = [(dice.choices(targets, shares)[0], 1.0)]
        for target, _ in ways:
            heapq.heappush(queue, (now, target))
    return last
