"""Times the layout in stages on random swimlane maps, and counts what should be few.

    python -m tests.benchmarks.layout [--sizes 40 50 200 1000 4900] [--maps 21]

Prints medians, in milliseconds of processor time (other work on the machine does not count):
placement, all of `arrange` (placement, ways, coordinates), all of `draw_map`; then crossings,
bends a flow, and defects. Peers in the same run: `tests/benchmarks/peers.py`.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from typing import Any

from pilotmap.layout.arrange import arrange, placed
from pilotmap.layout.draw import draw_map
from tests.benchmarks.generate import swimlanes
from tests.layout.defects import defects, measures


def best_of(function: Callable[[], Any], turns: int = 3) -> float:
    """The shortest time of several turns, in milliseconds."""
    times = []
    for _ in range(turns):
        start = time.process_time()
        function()
        times.append(time.process_time() - start)
    return min(times) * 1000


def report(size: int, count: int) -> None:
    """One line of the table."""
    stages: list[tuple[float, float, float]] = []
    crossings: list[int] = []
    bends: list[float] = []
    wrong = 0
    for seed in range(count):
        pilot_map = swimlanes(size, seed)
        drawing = draw_map(pilot_map)
        stages.append(
            (
                best_of(lambda given=pilot_map: placed(given)),
                best_of(lambda given=pilot_map: arrange(given, {})),
                best_of(lambda given=pilot_map: draw_map(given)),
            )
        )
        found = measures(drawing)
        crossings.append(found.crossings)
        bends.append(found.bends / max(1, len(pilot_map.flows)))
        wrong += len(defects(pilot_map, drawing))
    placing, arranging, drawing_ms = (
        statistics.median(stage) for stage in zip(*stages, strict=True)
    )
    print(
        f"{size:5d} steps: placed {placing:6.1f}, arranged {arranging:6.1f}, "
        f"drawn {drawing_ms:6.1f} ms; crossings {statistics.median(crossings):g}, "
        f"bends a flow {statistics.median(bends):.2f}, defects {wrong}",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[40, 50, 200, 1000, 4900])
    parser.add_argument("--maps", type=int, default=21)
    given = parser.parse_args()
    for size in given.sizes:
        report(size, given.maps if size < 1000 else 3 if size < 4000 else 1)


if __name__ == "__main__":
    main()
