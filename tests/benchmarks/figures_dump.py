"""Every figure and finding of many maps: `python -m tests.benchmarks.figures_dump OUT.json`.

For changes that must change no digit: dump before and after, under two values of PYTHONHASHSEED,
and compare the files. The maps are the samples and random ones, the same for the same numbers.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from pilotmap.analysis.figures import figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.variants import variants
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES
from pilotmap.storage.json_file import load
from tests.analysis.random_maps import random_map, tangle
from tests.analysis.small import marked
from tests.analysis.trees import random_tree
from tests.benchmarks.analysis import large
from tests.benchmarks.generate import swimlanes, wild
from tests.conftest import SAMPLES

TODAY = date(2027, 3, 5)
MAPS = 200


def random_maps(count: int) -> Iterator[tuple[str, PilotMap]]:
    """Maps with loops, parallels, tangles, dead ends; every other one has a step for an AI."""
    for number in range(count):
        random = Random(number)
        m = _drawn(number % 8, random)
        if number % 3 == 0:
            m = _torn(m, random)
        if number % 2 == 0:
            m = _with_pilot(m, random)
        yield f"random {number}", m


def _drawn(kind: int, random: Random) -> PilotMap:
    size, seed = random.choice((5, 15, 40, 120, 300)), random.randrange(1_000_000)
    if kind in (0, 1):
        return random_map(random, size)
    if kind in (2, 3):
        return random_tree(random)[0]
    if kind == 4:
        return tangle(random)
    if kind == 5:
        return swimlanes(size, seed)
    if kind == 6:
        return wild(size, seed)
    return large(size + 60, seed, parallel=random.choice((0.0, 0.1)), around=random.random() < 0.3)


def _torn(pilot_map: PilotMap, random: Random) -> PilotMap:
    """Without some of its flows: steps that nothing leads to, and decisions into dead ends."""
    gone = set(random.sample(range(len(pilot_map.flows)), max(1, len(pilot_map.flows) // 20)))
    return pilot_map.replace(
        flows=tuple(flow for at, flow in enumerate(pilot_map.flows) if at not in gone)
    )


def _with_pilot(pilot_map: PilotMap, random: Random) -> PilotMap:
    wanted = [step.id for step in pilot_map.steps if step.kind in ("step", "decision")]
    if not wanted:
        return pilot_map
    lane = random.choice(pilot_map.lanes).id
    answers = {"human": lane, "escalates_to": lane, "unsure": 0.1, "rejected": 0.05}
    return marked(pilot_map, random.choice(wanted), mode=random.choice(MODES), **answers)


def told(pilot_map: PilotMap) -> dict[str, Any]:
    """What the analysis says of one map, as JSON data."""
    numbers = figures(pilot_map)
    return {
        "numbers": numbers.as_json(),
        "complete": numbers.loops_complete,
        "missing": [repr(missing) for missing in numbers.missing],
        "findings": [
            [*finding.as_json().values(), finding.place, finding.fix and finding.fix.label]
            for finding in find(pilot_map, TODAY, numbers=numbers)
        ],
        "variants": [repr(variant) for variant in variants(pilot_map)],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--maps", type=int, default=MAPS, help="how many random maps")
    given = parser.parse_args()
    found = {path.name: told(load(path)) for path in sorted(SAMPLES.glob("*.pilotmap.json"))}
    found |= {name: told(m) for name, m in random_maps(given.maps)}
    text = json.dumps(found, indent=1, ensure_ascii=False)
    given.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
