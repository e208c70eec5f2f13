"""Thousands of random maps drawn, folded for a window and judged; a summary of defects by kind.

Run: python -m tests.benchmarks.sweep [--count 5000] [--seed 0] [--steps 0] [--worst FOLDER]
"""

import argparse
import multiprocessing
import statistics
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from math import inf
from pathlib import Path

from pilotmap.layout.draw import draw_map
from pilotmap.layout.folding import LeastType, fold
from pilotmap.report.png import png
from tests.benchmarks.overlay import marked
from tests.layout.defects import defects, folded_defects, measures
from tests.layout.random_maps import random_map, random_tags

_WINDOW = 1_100.0  # pixels wide


@dataclass(frozen=True)
class Judged:
    """One map's defects by kind, with the ids of the first of each, and its measures."""

    seed: int
    steps: int
    flows: int
    found: dict[str, int]
    examples: dict[str, tuple[str, ...]]
    crossings: int = 0
    bends: int = 0
    milliseconds: float = 0.0


def judge(job: tuple[int, int]) -> Judged:
    """Draw the map of a seed and count what is wrong; a crash is a defect too."""
    seed, steps = job
    made = random_map(seed, steps)
    size = (len(made.steps), len(made.flows))
    begun = time.perf_counter()
    try:
        drawing = draw_map(made, tags=random_tags(made, seed))
        taken = (time.perf_counter() - begun) * 1000
        strips = fold(drawing, _WINDOW, inf, LeastType(11.0)).strips
        folded = folded_defects(drawing, [strip.drawing for strip in strips])
        found = (*defects(made, drawing), *folded)
    except Exception as error:  # noqa: BLE001 -- any crash is what this script looks for
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"crash: {type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
        return Judged(seed, *size, {kind: 1}, {kind: (str(error)[:60],)})
    small = measures(drawing)
    return Judged(
        seed,
        *size,
        dict(Counter(defect.kind for defect in found)),
        {defect.kind: defect.ids for defect in reversed(found)},
        small.crossings,
        small.bends,
        taken,
    )


def sweep(count: int, first: int, steps: int, processes: int) -> list[Judged]:
    """Judge so many seeds, telling on stderr how far it is."""
    jobs = [(seed, steps) for seed in range(first, first + count)]
    done: list[Judged] = []
    with multiprocessing.Pool(processes) as pool:
        for judged in pool.imap_unordered(judge, jobs, chunksize=4):
            done.append(judged)
            if len(done) % 100 == 0 or len(done) == count:
                faulty = sum(bool(one.found) for one in done)
                print(f"\r{len(done)} of {count}, {faulty} with defects", end="", file=sys.stderr)
    print(file=sys.stderr)
    return sorted(done, key=lambda one: one.seed)


def summary(done: list[Judged]) -> str:
    """A table of kinds: how many, in how many maps, and the smallest map that shows each."""
    totals: Counter[str] = Counter()
    for one in done:
        totals.update(one.found)
    faulty = sum(bool(one.found) for one in done)
    bends = sum(one.bends for one in done) / max(1, sum(one.flows for one in done))
    lines = [
        f"{len(done)} maps, {sum(one.steps for one in done):,} steps: "
        f"{sum(totals.values())} defects in {faulty} maps; "
        f"median {statistics.median(one.crossings for one in done)} crossings, "
        f"{bends:.2f} bends a flow, {sum(one.milliseconds for one in done) / len(done):.1f} ms",
        "",
        "| defect | count | maps | smallest map | ids |",
        "|---|--:|--:|---|---|",
    ]
    for kind, total in totals.most_common():
        having = [one for one in done if kind in one.found]
        least = min(having, key=lambda one: (one.steps, one.seed))
        ids = ", ".join(least.examples[kind])
        lines.append(
            f"| {kind} | {total} | {len(having)} | seed {least.seed}, {least.steps} steps | {ids} |"
        )
    return "\n".join(lines)


def save_worst(done: list[Judged], steps: int, folder: Path) -> None:
    """The smallest map of each kind of defect, marked, as a PNG named for its seed."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in {kind for one in done for kind in one.found if not kind.startswith("crash")}:
        least = min((one for one in done if kind in one.found), key=lambda one: one.steps)
        made = random_map(least.seed, steps)
        drawing = draw_map(made, tags=random_tags(made, least.seed))
        picture = png(marked(drawing, defects(made, drawing)), scale=1.0)
        (folder / f"{kind.replace(' ', '-')}-{least.seed}.png").write_bytes(picture)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--steps", type=int, default=0, help="steps of every map; 0: 5 to 300")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--worst", type=Path, help="a folder for pictures of the defects")
    arguments = parser.parse_args()
    done = sweep(arguments.count, arguments.seed, arguments.steps, arguments.processes)
    print(summary(done))
    if arguments.worst is not None:
        save_worst(done, arguments.steps, arguments.worst)
    return 1 if any(one.found for one in done) else 0


if __name__ == "__main__":
    sys.exit(main())
