"""How long a document takes to export, to sign and to verify: `python -m tests.benchmarks.signing`.

CPU time, so that other work on the machine counts less; `apart` is the wall time of a verdict in a
process of its own, start and imports included, and of a file signed on the disk.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pilotmap.report.problem_definition import problem_definition
from pilotmap.signing.fill import Task, Tools, sign_file
from pilotmap.signing.sandbox import verify_in_sandbox
from pilotmap.signing.verify import verify
from tests.benchmarks.generate import swimlanes
from tests.signing.files import AT, ORDER, PLAIN, draw, identity, sign


def _timed(work: Callable[[], Any], clock: Callable[[], float]) -> tuple[float, Any]:
    start = clock()
    answer = work()
    return clock() - start, answer


def main(sizes: list[int]) -> None:
    print(
        f"{'steps':>6} {'kB':>6} {'export':>7} {'sign':>7} {'verify':>7} {'apart':>7} {'file':>7}"
    )
    for steps in sizes:
        pilot_map = swimlanes(steps, seed=1)
        problem_definition(pilot_map)  # fonts and measures are loaded once
        export, data = _timed(
            lambda pilot_map=pilot_map: problem_definition(pilot_map), time.process_time
        )
        signing = 0.0
        for seat in ORDER:
            taken, data = _timed(lambda d=data, s=seat: sign(d, s), time.process_time)
            signing = max(signing, taken)
        checking, report = _timed(lambda d=data: verify(d, PLAIN), time.process_time)
        assert report.verdict == "accept", report.reason
        apart, _ = _timed(lambda d=data: verify_in_sandbox(d, PLAIN), time.perf_counter)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "map.pdf"
            path.write_bytes(problem_definition(pilot_map))
            task = Task(path, path, "it", AT)
            tools = Tools(PLAIN, draw("Holder of it"))
            file, _ = _timed(
                lambda t=task, k=tools: sign_file(t, identity("it"), k), time.perf_counter
            )
        row = (export, signing, checking, apart, file)
        print(f"{steps:6} {len(data) // 1000:6} " + " ".join(f"{each:6.2f}s" for each in row))


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [40, 200, 1000])
