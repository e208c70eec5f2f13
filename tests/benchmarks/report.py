"""Times the documents: the example's PDF, SVG and PNG, and PDFs of maps of 5 to 1,000 steps.

Run it from the project's folder: python -m tests.benchmarks.report
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import pypdfium2

from pilotmap.assets import sample
from pilotmap.layout.draw import draw_map
from pilotmap.report.document.map_page import smallest_type_pt
from pilotmap.report.png import png
from pilotmap.report.problem_definition import problem_definition
from pilotmap.report.svg import svg
from pilotmap.storage.json_file import load
from tests.benchmarks.generate import piloted

ROUNDS = 20
SIZES = (5, 40, 200, 1000)
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


def sizes() -> None:
    """CPU time, size and pages of the documents of maps as they are met, with an AI step."""
    print(f"\n{'steps':>6}{'CPU ms':>9}{'bytes':>11}{'pages':>7}{'type pt':>9}")
    for steps in SIZES:
        pilot_map = piloted(steps)
        start = time.process_time()
        data = problem_definition(pilot_map)
        took = (time.process_time() - start) * 1000
        pages = len(pypdfium2.PdfDocument(data))
        size_pt = smallest_type_pt(pilot_map)
        print(f"{steps:6}{took:9.0f}{len(data):11,}{pages:7}{size_pt:9.1f}")


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
    sizes()


if __name__ == "__main__":
    main()
