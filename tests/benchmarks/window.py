"""How quick the window is: edit to repainted picture, and frames of panning and zooming.

Run: python -m tests.benchmarks.window [--steps 40 200 1000] [--cpu] [--flat]

The whole window is edited, all panels following; `--cpu` counts the time of this thread alone, for
a machine that does other things too.
"""

import argparse
import gc
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pilotmap.model.edits.steps import append_step, rename
from pilotmap.model.map import empty_map
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.garbage import Garbage
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look, load_fonts, window_font
from pilotmap.ui.window import MainWindow
from tests.benchmarks.generate import swimlanes

_clock = time.perf_counter


def milliseconds(action: Callable[[], object]) -> float:
    """How long an action takes."""
    start = _clock()
    action()
    return (_clock() - start) * 1000


def summary(times: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(times):6.1f}  p95 {p95:6.1f}  worst {ordered[-1]:6.1f}"


def edits(window: MainWindow, count: int) -> list[float]:
    """Appends and renames in turn, each until the new picture is painted; then a pause."""
    session = window.session
    steps_now = len(session.map.steps)
    times = []
    for number in range(count):
        steps = [step for step in session.map.steps if step.kind == "step"]
        step = steps[(number * 7) % len(steps)].id
        session.select(step)
        QTest.qWait(10)

        def edit(step: str = step, number: int = number) -> None:
            if number % 2:
                session.edit(
                    "Rename", lambda pilot_map: rename(pilot_map, step, f"Another name {number}")
                )
            else:
                session.edit(
                    "Append", lambda pilot_map: append_step(pilot_map, step, f"New step {number}")
                )
            QApplication.sendPostedEvents()  # the request to paint is among them

        times.append(milliseconds(edit))
        QTest.qWait(150 + steps_now)  # findings and figures come in the pause
    return times


def frames(canvas: Canvas, scale: float, count: int = 120) -> list[float]:
    """Panning at a scale, each frame until it is painted."""
    canvas.viewport.show_view(canvas.view.zoomed(scale, (0, 0)))
    canvas.repaint()
    times = []
    for number in range(count):
        by = 23 if number % 40 < 20 else -23

        def frame(by: int = by) -> None:
            canvas.viewport.show_view(canvas.view.scrolled(by, by / 3))
            canvas.repaint()

        times.append(milliseconds(frame))
    return times


def zooms(canvas: Canvas, count: int = 60) -> list[float]:
    """Zooming in and out again at the middle."""
    canvas.viewport.fit()
    times = []
    for number in range(count):
        factor = 1.12 if number % 30 < 15 else 1 / 1.12

        def frame(factor: float = factor) -> None:
            canvas.viewport.show_view(canvas.view.zoomed(canvas.view.scale * factor, (700, 350)))
            canvas.repaint()

        times.append(milliseconds(frame))
    return times


def measure(window: MainWindow, steps: int, edit_count: int, *, flat: bool) -> None:
    """Print the figures of one size of map."""
    canvas = window.canvas
    pilot_map = swimlanes(steps, seed=7)

    def show() -> None:
        window.session.open(pilot_map)
        canvas.repaint()

    opened = milliseconds(show)
    QTest.qWait(400)
    if flat:
        window.bindings.run("fold")
    canvas.viewport.fit()
    fit = canvas.viewport.zoom
    print(f"{steps} steps, milliseconds (fit is {fit:.0%})")
    print(f"  open to painted         {opened:6.1f}")
    for name, scale in (("whole map", fit), ("50 %", 0.5), ("100 %", 1.0), ("200 %", 2.0)):
        print(f"  pan at {name:<12}     {summary(frames(canvas, scale))}")
    print(f"  zoom                    {summary(zooms(canvas))}")
    canvas.viewport.fit()
    print(f"  edit, whole map seen    {summary(edits(window, edit_count))}")
    canvas.viewport.zoom_to(1.0)
    print(f"  edit at 100 %           {summary(edits(window, edit_count))}")


def main() -> None:
    global _clock
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, nargs="+", default=[40, 200, 1000])
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--flat", action="store_true", help="long maps in one piece")
    arguments = parser.parse_args()
    _clock = time.thread_time if arguments.cpu else time.perf_counter
    app = QApplication([])
    load_fonts()
    app.setFont(window_font())
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        window = MainWindow(Session(empty_map()), Look(app, "light"), settings)
        gc.disable()  # as the program does
        window.resize(1600, 960)
        window.show()
        QTest.qWait(300)
        Garbage(window.session)
        for steps in arguments.steps:
            measure(window, steps, arguments.edits, flat=arguments.flat)
        window.session.file.mark_saved(Path(folder) / "map.pilotmap.json")
        window.close()


if __name__ == "__main__":
    main()
