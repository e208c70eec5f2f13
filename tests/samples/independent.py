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
    lanes: dict[str, Any]

    def is_ours(self, step: str) -> bool:
        return self.lanes[self.steps[step]["lane"]]["kind"] not in ("outside", "ai")

    @property
    def starts(self) -> list[str]:
        return [key for key, step in self.steps.items() if step["kind"] == "start"]

    def work(self, step: str) -> float:
        return hours(self.steps[step].get("work"))

    def time(self, step: str) -> float:
        return self.work(step) + hours(self.steps[step].get("wait"))

    def branches(self, step: str) -> list[tuple[str, float]]:
        flows = self.flows[step]
        told = [share(flow) for flow in flows]
        given = sum(part for part in told if part is not None)
        open_ones = told.count(None) or 1
        if self.steps[step]["kind"] != "decision":
            return [(flow["target"], 1.0) for flow in flows]
        rest = (1 - given) / open_ones
        pairs = zip(flows, told, strict=True)
        return [(flow["target"], rest if part is None else part) for flow, part in pairs]


def share(flow: Any) -> float | None:
    return number(flow.get("share"))


def number(told: Any) -> float | None:
    """A number with or without its basis."""
    return told["value"] if isinstance(told, dict) else told


def hours(quantity: Any) -> float:
    return quantity["value"] * HOURS[quantity["unit"]] if quantity else 0.0


def bare(path: Path) -> Bare:
    data = json.loads(path.read_bytes())
    flows = defaultdict(list)
    for flow in data["flows"]:
        flows[flow["source"]].append(flow)
    ways_in = Counter(flow["target"] for flow in data["flows"])
    lanes = {lane["id"]: lane for lane in data["lanes"]}
    return Bare({s["id"]: s for s in data["steps"]}, flows, ways_in, data["pilot"], lanes)


def visits(m: Bare) -> Counter[str]:
    """Visits of each step by following fractions of one case; a join takes its share of each."""
    total: Counter[str] = Counter()
    here = {start: 1 / len(m.starts) for start in m.starts}
    while sum(here.values()) > 1e-14:
        total.update(here)
        there: Counter[str] = Counter()
        for step, part in here.items():
            for target, share in m.branches(step):
                is_join = m.steps[target]["kind"] == "parallel"
                there[target] += part * share / (m.ways_in[target] if is_join else 1)
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


def crossings_of_lanes(m: Bare) -> int:
    """The handoffs: flows between two lanes."""
    lane = {step: each["lane"] for step, each in m.steps.items()}
    return sum(lane[one] != lane[flow["target"]] for one in m.flows for flow in m.flows[one])


def met_unchecked(m: Bare) -> set[str]:
    """The steps that an answer given on its own meets before someone checks it."""
    ai = m.pilot["step"]
    waiting = [ai] if m.steps[ai]["kind"] == "decision" else [to for to, _ in m.branches(ai)]
    met: set[str] = set()
    while waiting:
        step = waiting.pop()
        if step not in met and not m.steps[step].get("checks_ai"):
            met.add(step)
            waiting += [to for to, _ in m.branches(step)]
    return met


def with_approval(m: Bare) -> Bare:
    """The map with an AI that is sure or not and a person who approves it; no AI decision."""
    pilot, ai = m.pilot, m.pilot["step"]
    by_hand = m.steps[ai] | {"kind": "step"}
    look = {
        "kind": "decision",
        "lane": pilot["human"],
        "work": pilot["review"],
        "wait": pilot["review_wait"],
    }
    steps = m.steps | {
        ai: {"kind": "step", "lane": "ai", "work": pilot["ai_time"]},
        "sure": {"kind": "decision", "lane": "ai"},
        "look": look,
        "unsure, by hand": by_hand,
        "rejected, by hand": by_hand,
    }
    (onward,) = m.flows[ai]
    flows = defaultdict(list, m.flows)
    flows[ai] = [{"target": "sure"}]
    flows["sure"] = [{"target": "unsure, by hand", "share": pilot["unsure"]}, {"target": "look"}]
    flows["look"] = [{"target": "rejected, by hand", "share": pilot["rejected"]}, onward]
    flows["unsure, by hand"] = flows["rejected, by hand"] = [onward]
    ways_in = Counter(flow["target"] for ways in flows.values() for flow in ways)
    lanes = m.lanes | {"ai": {"kind": "ai"}}
    return Bare(steps, flows, ways_in, pilot, lanes)
