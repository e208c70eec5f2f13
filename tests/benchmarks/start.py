"""How long a start takes: the window to its first paint, and `check` as a whole process.

Run: python -m tests.benchmarks.start [--runs 7]

Every figure stands beside the same run of the least that could be: a bare Qt window with one line
of text, and a Python that does nothing. Times are from the start of the process, in milliseconds;
the processor's time is the least of the runs, for a machine that does other things too. Ready is
when all is built and judged that follows the first paint, and the memory is of then. As in an
installed program, the modules are compiled beforehand.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pilotmap.storage.json_file import save
from tests.benchmarks.generate import swimlanes

SAMPLE = Path(__file__).parent.parent.parent / "sample_maps" / "tier1-support.pilotmap.json"

_TELL = """
import sys
def tell():
    import resource, time
    spent = (time.clock_gettime(time.CLOCK_MONOTONIC) - float(sys.argv[1])) * 1000
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = (used.ru_utime + used.ru_stime) * 1000
    print(spent, cpu, used.ru_maxrss / 1024, flush=True)
def tell_and_quit():
    from PySide6.QtCore import QCoreApplication, QTimer
    tell()
    QTimer.singleShot(0, lambda: QCoreApplication.exit(0))
"""

# the canvas is watched as it is loaded: to load it here would change what is measured
_EDITOR = (
    _TELL
    + """
from importlib.machinery import PathFinder
class Watch:
    def find_spec(self, name, path, target=None):
        if name != "pilotmap.ui.canvas.canvas":
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path)
        load = spec.loader.exec_module
        spec.loader.exec_module = lambda module: (load(module), watch(module.Canvas))
        return spec
def watch(canvas_class):
    inner = canvas_class.paintEvent
    painted = []
    def paint_and_tell(canvas, event):
        inner(canvas, event)
        if not painted:
            from PySide6.QtCore import QTimer
            painted.append(True)
            QTimer.singleShot(0, lambda: (tell(), wait(canvas.window())))
    canvas_class.paintEvent = paint_and_tell
def wait(window):
    left = {"built", "judged"}
    def have(what):
        left.discard(what)
        if not left:
            tell_and_quit()
    window.after_paint.done.connect(lambda: have("built"))
    window.analyzer.ready.connect(lambda: have("judged"))
    if window.analyzer.verdict is not None:
        have("judged")
sys.meta_path.insert(0, Watch())
from pilotmap.__main__ import run
run(sys.argv[2:])
"""
)

_HELLO = (
    _TELL
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Hello(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, tell_and_quit)
app = QApplication([])
hello = Hello("hello")
hello.show()
app.exec()
"""
)


class Start(NamedTuple):
    """One start: milliseconds to the first paint, of the processor, until ready; most memory."""

    spent_ms: float
    cpu_ms: float
    ready_ms: float
    memory_mb: float


def environment(folder: Path) -> dict[str, str]:
    """That of a user who starts the program for the second time; nothing is left behind."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    homes = {"PYTHONPYCACHEPREFIX": "compiled", "XDG_CONFIG_HOME": "set", "XDG_DATA_HOME": "data"}
    mine |= {name: str(folder / place) for name, place in homes.items()}
    return {"QT_QPA_PLATFORM": "offscreen", **mine}


def first_paint(around: dict[str, str], program: str, *arguments: str) -> Start:
    """One run to the first paint, and on until all is ready."""
    started = str(time.clock_gettime(time.CLOCK_MONOTONIC))
    done = subprocess.run(
        [sys.executable, "-c", program, started, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=around,
    )
    painted, ready = (line.split() for line in (done.stdout.splitlines()[i] for i in (0, -1)))
    return Start(float(painted[0]), float(painted[1]), float(ready[0]), float(ready[2]))


def whole_process(around: dict[str, str], *arguments: str) -> Start:
    """From start to end of a Python process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=False, capture_output=True, env=around)
    spent = (time.perf_counter() - started) * 1000
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Start(spent, cpu * 1000, spent, 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.pilotmap.json"
        save(swimlanes(200, seed=1), large)
        around = environment(Path(folder))
        rows = {
            "bare Qt window": partial(first_paint, around, _HELLO),
            "editor, empty map": partial(first_paint, around, _EDITOR),
            "editor, tier-1 support": partial(first_paint, around, _EDITOR, str(SAMPLE)),
            "editor, 200 steps": partial(first_paint, around, _EDITOR, str(large)),
            "python -c pass": partial(whole_process, around, "-c", "pass"),
            "check, tier-1 support": partial(
                whole_process, around, "-m", "pilotmap", "check", str(SAMPLE)
            ),
        }
        found: dict[str, list[Start]] = {name: [] for name in rows}
        for number in range(runs + 1):
            for name, run in rows.items():
                start = run()
                if number > 0:  # the first run compiles
                    found[name].append(start)
    print(f"{'':26}{'median ms':>10}{'min':>8}{'max':>8}{'CPU ms':>8}{'ready':>8}{'MB':>8}")
    for name, starts in found.items():
        times = [start.spent_ms for start in starts]
        cpu = min(start.cpu_ms for start in starts)
        ready = statistics.median(start.ready_ms for start in starts)
        memory = statistics.median(start.memory_mb for start in starts)
        print(
            f"{name:26}{statistics.median(times):10.0f}{min(times):8.0f}{max(times):8.0f}"
            f"{cpu:8.0f}{ready:8.0f}{f'{memory:.0f}' if memory else '':>8}"
        )


if __name__ == "__main__":
    main()
