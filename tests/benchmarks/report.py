"""Times the documents: the example's PDF, SVG and PNG, warm and as a whole process.

Run it from the project's folder: python -m tests.benchmarks.report
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from pilotmap.assets import sample
from pilotmap.layout.draw import draw_map
from pilotmap.report.png import png
from pilotmap.report.problem_definition import problem_definition
from pilotmap.report.svg import svg
from pilotmap.storage.json_file import load

ROUNDS = 20
WHOLE_PROCESS = """
from pilotmap.assets import sample
from pilotmap.report.problem_definition import problem_definition
from pilotmap.storage.json_file import load
problem_definition(load(sample("tier1-support.pilotmap.json")))
"""


def measured(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Milliseconds: the first run, and the median of those after it."""
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return times[0], statistics.median(times[1:])


def main() -> None:
    pilot_map = load(sample("tier1-support.pilotmap.json"))
    drawing = draw_map(pilot_map)
    jobs: dict[str, Callable[[], bytes | str]] = {
        "problem definition, PDF": lambda: problem_definition(pilot_map),
        "map, SVG": lambda: svg(drawing),
        "map, PNG at scale 2": lambda: png(drawing),
    }
    print(f"{'tier 1 support':26}{'first':>9}{'median':>9}{'bytes':>10}   (ms, {ROUNDS} rounds)")
    for name, job in jobs.items():
        first, median = measured(job)
        print(f"{name:26}{first:9.1f}{median:9.1f}{len(job()):10,}")
    whole = [sys.executable, "-c", WHOLE_PROCESS]
    _, median = measured(lambda: subprocess.run(whole, check=True), rounds=5)
    print(f"{'PDF, whole process':26}{'':9}{median:9.1f}")


if __name__ == "__main__":
    main()
