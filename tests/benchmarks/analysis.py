"""CPU time of figures and findings: `python -m tests.benchmarks.analysis`.

The bar: all exact figures and findings of a map of 5,000 steps in under 1 s, `check` on the
example in under 0.5 s from a cold start; how sure the forecast of 40 steps is in under 0.6 s, with
parallel work in under 10 s.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from random import Random

from pilotmap.analysis.figures import figures, quick_figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.inputs import inputs
from pilotmap.analysis.ranges import ranges
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import Duration, Quantity, Volume
from pilotmap.model.reading import map_from_json
from tests.analysis.small import marked, process
from tests.benchmarks.generate import swimlanes, wild
from tests.conftest import SAMPLES

TODAY = date(2027, 3, 5)
WORDS = (
    *("log", "check", "send", "approve", "read", "write", "order", "invoice", "ticket", "claim"),
    *("customer", "contract", "payment", "release", "report", "call", "answer", "review"),
    *("price", "stock", "delivery", "return", "letter", "file", "case", "note", "plan"),
)


def large(steps: int, seed: int, *, parallel: float = 0.0, around: bool = False) -> PilotMap:
    """A chain with 15 % decisions, 3 % of them leading back, in eight lanes, and an AI step.

    `parallel` is the share of places where two steps run at the same time; with `around` one loop
    goes round everything.
    """
    random = Random(seed)
    nodes = ["a0"]
    flows = ["s-a0"]
    times = []
    while len(nodes) < steps - 4:
        at = len(nodes)
        last = nodes[-1]
        if random.random() < parallel:
            flows += [f"{last}-p{at}", f"p{at}-x{at}", f"p{at}-y{at}"]
            flows += [f"x{at}-p{at}b", f"y{at}-p{at}b"]
            nodes += [f"p{at}", f"x{at}", f"y{at}", f"p{at}b"]
        elif random.random() < 0.15:
            flows += [f"{last}-d{at}", f"d{at}-a{at}:0.7"]
            back = random.random() < 0.2 and at > 60
            other = random.choice([n for n in nodes[-50:-5] if n[0] == "a"]) if back else f"b{at}"
            flows.append(f"d{at}-{other}:0.3")
            flows += [] if back else [f"b{at}-a{at}"]
            nodes += [f"d{at}", *([] if back else [f"b{at}"]), f"a{at}"]
        else:
            flows.append(f"{last}-a{at}")
            nodes.append(f"a{at}")
    flows.append(f"{nodes[-1]}-dz")
    flows += ["dz-a0:0.1", "dz-e:0.9"] if around else ["dz-e:0.9", "dz-z:0.1", "z-e"]
    nodes = ["s", *nodes, "dz", "e", *([] if around else ["z"])]
    times = [f"{node}={random.randint(1, 5)}+{random.randint(0, 9)}" for node in nodes]
    lanes = " ".join(f"Lane{n}={','.join(nodes[n::8])}" for n in range(8))
    m = process(" ".join(flows), " ".join(times), lanes)
    steps_named = tuple(
        step.replace(name=" ".join(random.sample(WORDS, 3)).capitalize()) for step in m.steps
    )
    return _complete(m.replace(steps=steps_named), nodes[len(nodes) // 2], nodes)


def _complete(pilot_map: PilotMap, wanted: str, nodes: list[str]) -> PilotMap:
    """With an outcome, a volume and an AI step whose every question is answered."""
    plain = [node for node in nodes[nodes.index(wanted) :] if node[0] == "a"]
    minute = Duration(value=3, unit="min")
    hours = Quantity(value=5_000, unit="h", basis="measured")
    outcome = Outcome(change="reduce", baseline=hours, target=hours.replace(value=10))
    lane = pilot_map.lanes[1].id
    pilot_map = pilot_map.replace(outcome=outcome, volume=Volume(value=100, unit="per day"))
    more = {"human": lane, "escalates_to": lane, "unsure": 0.1, "review": minute}
    return marked(pilot_map, plain[0], mode="recommendation", **more)


def cpu(work: Callable[[], object]) -> float:
    """The best of three, in seconds of CPU."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def cold(code: str) -> float:
    """CPU seconds of a fresh interpreter, the best of five."""
    taken = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def row(name: str, pilot_map: PilotMap) -> None:
    quick = quick_figures(pilot_map)
    print(
        f"{name:34} {len(pilot_map.steps):6,} {cpu(lambda: quick_figures(pilot_map)) * 1e3:10.0f} "
        f"{cpu(lambda: find(pilot_map, TODAY, numbers=quick)) * 1e3:10.0f} "
        f"{cpu(lambda: gate1(pilot_map, TODAY, findings=())) * 1e3:8.0f} "
        f"{cpu(lambda: figures(pilot_map)) * 1e3:10.0f}"
    )


def sure(name: str, pilot_map: PilotMap) -> None:
    """How long the ranges take of a map that says what it adds up to."""
    today = figures(pilot_map).today or 0.0
    numbers = figures(edit_outcome(pilot_map, baseline={"value": today, "unit": "h"}))
    pilot_map = edit_outcome(pilot_map, baseline={"value": today, "unit": "h"})
    found = ranges(pilot_map, numbers)
    assert found.chance is not None, found.because
    taken = cpu(lambda: ranges(pilot_map, numbers))
    moved = len(inputs(pilot_map))
    print(f"{name:34} {len(pilot_map.steps):6,} {taken:10.2f} s of CPU, {moved} numbers")


def main() -> None:
    example = (SAMPLES / "tier1-support.pilotmap.json").read_text(encoding="utf-8")
    print(f"{'milliseconds of CPU':34} {'steps':>6} {'exact':>10} {'findings':>10} ", end="")
    print(f"{'gate 1':>8} {'simulated':>10}")
    row("the example", map_from_json(example))
    for steps in (40, 200, 1_000, 4_990):
        row("15 % decisions, some leading back", large(steps, 1))
    row("one loop around everything", large(4_990, 2, around=True))
    row("parallel work at one place in 20", large(4_990, 3, parallel=0.05))
    row("as drawn by `generate.swimlanes`", swimlanes(4_990, 1))
    row("as drawn by `generate.wild`", wild(4_990, 1))
    print("how sure the forecast is")
    sure("the example", map_from_json(example))
    for steps in (40, 200, 490):
        sure("15 % decisions, some leading back", large(steps, 1))
    onboarding = (SAMPLES / "employee-onboarding.pilotmap.json").read_text(encoding="utf-8")
    sure("employee onboarding, in parallel", map_from_json(onboarding))
    sure("parallel work at one place in 10", large(40, 3, parallel=0.1))
    code = (
        "from pathlib import Path\n"
        "from pilotmap.analysis.figures import figures\n"
        "from pilotmap.analysis.findings import find\n"
        "from pilotmap.model.reading import map_from_json\n"
        f"m = map_from_json(Path({str(SAMPLES / 'tier1-support.pilotmap.json')!r}).read_text())\n"
        "find(m, numbers=figures(m))\n"
    )
    print(f"cold start, example, all figures and findings: {cold(code) * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
