"""Times and judges the layout on random swimlane maps, beside graphviz in the same run.

    python -m tests.benchmarks.layout [--sizes 50 200] [--maps 21] [--dot]

Prints medians: milliseconds of `draw_map`, of its placement and routing alone, and of `dot` with
lanes as clusters and orthogonal lines; crossings, bends a flow and defects.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from typing import Any

from pilotmap.layout.defects import defects, measures
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing, Geometry, PlacedFlow, Point
from pilotmap.model.map import PilotMap
from tests.benchmarks.generate import swimlanes


def best_of(function: Callable[[], Any], turns: int) -> float:
    """The shortest time of several turns, in milliseconds."""
    times = []
    for _ in range(turns):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def dot_source(pilot_map: PilotMap) -> str:
    """The map for graphviz: lanes as clusters, boxes of our size, orthogonal lines."""
    lines = ["digraph {", "rankdir=LR; splines=ortho; nodesep=0.4; ranksep=0.8;"]
    lines.append('node [shape=box, fixedsize=true, width=1.83, height=0.8, label=""];')
    for lane in pilot_map.lanes:
        lines.append(f"subgraph cluster_{lane.id} {{")
        lines += [f"{step.id};" for step in pilot_map.steps if step.lane == lane.id]
        lines.append("}")
    lines += [f"{flow.source} -> {flow.target};" for flow in pilot_map.flows]
    return "\n".join([*lines, "}"])


def run_dot(source: str) -> str:
    """Graphviz's answer as JSON text; its warnings are not ours."""
    command = ["dot", "-Tjson"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    return done.stdout


def dot_crossings(answer: str) -> int:
    """Crossings of the lines that graphviz drew, counted as our own are."""
    edges = json.loads(answer).get("edges", [])
    flows = tuple(
        PlacedFlow(str(number), _straightened(edge["pos"])) for number, edge in enumerate(edges)
    )
    return measures(Drawing(Geometry(1, 1, (), (), flows), ())).crossings


def _straightened(position: str) -> tuple[Point, ...]:
    """The corners of an orthogonal line that is written as Bézier points."""
    tip: list[Point] = []
    points: list[Point] = []
    for part in position.split():
        if part.startswith(("e,", "s,")):
            x, y = part[2:].split(",")
            if part.startswith("e,"):
                tip = [(float(x), float(y))]
            continue
        x, y = part.split(",")
        points.append((float(x), float(y)))
    corners = points[::3] + tip
    return tuple(corner for n, corner in enumerate(corners) if n == 0 or corner != corners[n - 1])


def report(size: int, count: int, with_dot: bool) -> None:
    """One line of the table."""
    times: list[float] = []
    crossings: list[int] = []
    bends: list[float] = []
    dot_times: list[float] = []
    dot_counts: list[int] = []
    wrong = 0
    for seed in range(count):
        pilot_map = swimlanes(size, seed)
        drawing = draw_map(pilot_map)
        times.append(best_of(lambda given=pilot_map: draw_map(given), 3))
        found = measures(drawing)
        crossings.append(found.crossings)
        bends.append(found.bends / max(1, len(pilot_map.flows)))
        wrong += len(defects(pilot_map, drawing))
        if with_dot:
            source = dot_source(pilot_map)
            dot_times.append(best_of(lambda given=source: run_dot(given), 1))
            dot_counts.append(dot_crossings(run_dot(source)))
    median = statistics.median
    line = f"{size:5d} steps: {median(times):8.1f} ms, crossings {median(crossings):g}"
    line += f", bends a flow {median(bends):.2f}, defects {wrong}"
    if with_dot:
        ratio = median(dot_times) / median(times)
        line += f" | dot {median(dot_times):.0f} ms ({ratio:.1f} x), crossings {median(dot_counts):g}"
    print(line)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[40, 50, 200, 1000])
    parser.add_argument("--maps", type=int, default=21)
    parser.add_argument("--dot", action="store_true")
    given = parser.parse_args()
    with_dot = given.dot and shutil.which("dot") is not None
    for size in given.sizes:
        report(size, given.maps if size < 1000 else 3, with_dot)


if __name__ == "__main__":
    main()
