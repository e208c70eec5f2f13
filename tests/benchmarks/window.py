"""How quick the window's middle is: edit to repainted picture, and frames of panning and zooming.

Run: python -m tests.benchmarks.window [--steps 40 200 1000]
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from pilotmap.model.edits.steps import append_step, rename
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Flow, Lane, Step, System
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.session import Session

_NAMES = (
    "Log the ticket", "Triage and classify", "Ask the customer", "Send the known fix", "Diagnose",
    "Check the invoice against the order", "Approve", "Book it", "Fix and verify", "Call back",
)  # fmt: skip


def a_map(steps: int, seed: int = 7) -> PilotMap:
    """A seeded random process of so many nodes: 15 % decisions, 3 % loops, 30 % handoffs."""
    draw = random.Random(seed)
    lanes = tuple(Lane(id=f"lane{n}", name=f"Team {n}", kind="team") for n in range(6))
    systems = tuple(System(id=f"sys{n}", name=f"System {n}") for n in range(5))
    nodes = [Step(id="n0", kind="start", name="It begins", lane="lane0")]
    flows: list[Flow] = []
    open_ends = ["n0"]
    for number in range(1, steps - 1):
        lane = nodes[-1].lane if draw.random() < 0.7 else draw.choice(lanes).id
        kind = "decision" if draw.random() < 0.15 else "step"
        touched = tuple(draw.sample([system.id for system in systems], draw.randint(0, 2)))
        name = f"{draw.choice(_NAMES)} {number}"
        nodes.append(Step(id=f"n{number}", kind=kind, name=name, lane=lane, systems=touched))
        before = open_ends.pop(draw.randrange(len(open_ends)))
        flows.append(Flow(id=f"f{len(flows)}", source=before, target=f"n{number}"))
        open_ends.extend([f"n{number}"] * (2 if kind == "decision" else 1))
    nodes.append(Step(id="end", kind="end", name="Done", lane="lane0"))
    ends = {(flow.source, flow.target) for flow in flows} | {(o, "end") for o in set(open_ends)}
    known = {(flow.source, flow.target) for flow in flows}
    flows += [Flow(id=f"e{n}", source=a, target=b) for n, (a, b) in enumerate(sorted(ends - known))]
    return empty_map().replace(lanes=lanes, systems=systems, steps=tuple(nodes), flows=tuple(flows))


def milliseconds(action: Callable[[], object]) -> float:
    """How long an action takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def summary(times: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(times):6.1f}  p95 {p95:6.1f}  worst {ordered[-1]:6.1f}"


def edits(canvas: Canvas, count: int) -> list[float]:
    """Appends and renames in turn, each until the new picture is on the widget."""
    session = canvas.session
    times = []
    for number in range(count):
        steps = [step for step in session.map.steps if step.kind == "step"]
        step = steps[(number * 7) % len(steps)].id

        def edit(step: str = step, number: int = number) -> None:
            if number % 2:
                session.edit("Rename", lambda m: rename(m, step, f"Another name {number}"))
            else:
                session.edit("Append", lambda m: append_step(m, step, f"New step {number}"))
            canvas.repaint()

        times.append(milliseconds(edit))
    return times


def frames(canvas: Canvas, scale: float, count: int = 120) -> list[float]:
    """Panning at a scale, each frame until it is painted."""
    canvas.show_view(canvas.view.zoomed(scale, (0, 0)))
    canvas.repaint()
    times = []
    for number in range(count):
        by = 23 if number % 40 < 20 else -23

        def frame(by: int = by) -> None:
            canvas.show_view(canvas.view.scrolled(by, by / 3))
            canvas.repaint()

        times.append(milliseconds(frame))
    return times


def zooms(canvas: Canvas, count: int = 60) -> list[float]:
    """Zooming in and out again at the middle."""
    canvas.fit()
    times = []
    for number in range(count):
        factor = 1.12 if number % 30 < 15 else 1 / 1.12

        def frame(factor: float = factor) -> None:
            canvas.show_view(canvas.view.zoomed(canvas.view.scale * factor, (700, 350)))
            canvas.repaint()

        times.append(milliseconds(frame))
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, nargs="+", default=[40, 200, 1000])
    parser.add_argument("--edits", type=int, default=30)
    arguments = parser.parse_args()
    app = QApplication([])
    for steps in arguments.steps:
        session = Session(a_map(steps))
        canvas = Canvas(session)
        canvas.resize(1400, 800)
        canvas.show()
        app.processEvents()
        fit = canvas.zoom
        print(f"{steps} steps, milliseconds (fit is {fit:.0%})")
        for name, scale in (("whole map", fit), ("50 %", 0.5), ("100 %", 1.0), ("200 %", 2.0)):
            print(f"  pan at {name:<12}     {summary(frames(canvas, scale))}")
        print(f"  zoom                    {summary(zooms(canvas))}")
        print(f"  edit to repainted       {summary(edits(canvas, arguments.edits))}")
        canvas.close()
        canvas.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main()
