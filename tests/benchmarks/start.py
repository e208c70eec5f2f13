"""How long a start takes: the window to its first paint, and `check` as a whole process.

Run: python -m tests.benchmarks.start [--runs 7]

Every figure stands beside the same run of the least that could be: a bare Qt window with one line
of text, and a Python that does nothing. Times are from the start of the process, in milliseconds.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pilotmap.storage.json_file import save
from tests.benchmarks.generate import swimlanes

SAMPLE = Path(__file__).parent.parent.parent / "sample_maps" / "tier1-support.pilotmap.json"

_TELL = """
import sys, time, resource
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
def tell():
    spent = (time.clock_gettime(time.CLOCK_MONOTONIC) - float(sys.argv[1])) * 1000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(spent, memory, flush=True)
    QTimer.singleShot(0, lambda: QCoreApplication.exit(0))
"""

_EDITOR = (
    _TELL
    + """
from pilotmap.ui.canvas.canvas import Canvas
painted = []
inner = Canvas.paintEvent
def paint_and_tell(canvas, event):
    inner(canvas, event)
    if not painted:
        painted.append(True)
        QTimer.singleShot(0, tell)
Canvas.paintEvent = paint_and_tell
from pilotmap.ui.app import run
run(sys.argv[2] or None)
"""
)

_HELLO = (
    _TELL
    + """
from PySide6.QtWidgets import QApplication, QLabel
class Hello(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, tell)
app = QApplication([])
hello = Hello("hello")
hello.show()
app.exec()
"""
)


def first_paint(program: str, argument: str = "") -> tuple[float, float]:
    """Milliseconds to the first paint and the most memory in MB, of one run."""
    started = str(time.clock_gettime(time.CLOCK_MONOTONIC))
    done = subprocess.run(
        [sys.executable, "-c", program, started, argument],
        check=True,
        capture_output=True,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
    )
    spent, memory = done.stdout.split()[-2:]
    return float(spent), float(memory)


def whole_process(*arguments: str) -> tuple[float, float]:
    """Milliseconds from start to end of a Python process; memory is not read."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=False, capture_output=True)
    return (time.perf_counter() - started) * 1000, 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.pilotmap.json"
        save(swimlanes(200, seed=1), large)
        rows = {
            "bare Qt window": lambda: first_paint(_HELLO),
            "editor, empty map": lambda: first_paint(_EDITOR),
            "editor, tier-1 support": lambda: first_paint(_EDITOR, str(SAMPLE)),
            "editor, 200 steps": lambda: first_paint(_EDITOR, str(large)),
            "python -c pass": lambda: whole_process("-c", "pass"),
            "check, tier-1 support": lambda: whole_process("-m", "pilotmap", "check", str(SAMPLE)),
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in rows}
        for _ in range(runs):
            for name, run in rows.items():
                found[name].append(run())
    print(f"{'':26}{'median ms':>10}{'min':>8}{'max':>8}{'MB':>8}")
    for name, figures in found.items():
        times = [spent for spent, _ in figures]
        memory = statistics.median(most for _, most in figures)
        print(
            f"{name:26}{statistics.median(times):10.0f}{min(times):8.0f}{max(times):8.0f}"
            f"{memory or '':8.0f}"
            if memory
            else f"{name:26}{statistics.median(times):10.0f}{min(times):8.0f}{max(times):8.0f}"
        )


if __name__ == "__main__":
    main()
