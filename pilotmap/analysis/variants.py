"""The process with AI in each mode, in figures that can stand side by side."""

from typing import NamedTuple

from pilotmap.analysis.elapsed import Elapsed, exact_elapsed, full_elapsed, has_parallel_work
from pilotmap.analysis.exposure import Exposure, exposure
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.times import expected_work
from pilotmap.analysis.visits import Unknown, visits
from pilotmap.analysis.with_ai import NoPictureWithAi, derive, with_ai
from pilotmap.language import speaking
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES, Mode


class Variant(NamedTuple):
    """One mode: hours from start to end, hours of work, reach of a wrong answer."""

    mode: Mode
    elapsed: float | None
    work: float | None
    exposure: Exposure
    trouble: Unknown | None


def variants(m: PilotMap) -> tuple[Variant, ...]:
    """All three modes on the marked step, whatever mode is chosen; none where none can be drawn.

    With parallel work the elapsed times are simulated.
    """
    try:
        return tuple(variant(m, mode, simulating=True) for mode in MODES)
    except NoPictureWithAi:
        return ()


def variant(m: PilotMap, mode: Mode, *, simulating: bool) -> Variant:
    """The figures of the map with AI in one mode. Raises NoPictureWithAi."""
    graph = Graph(derive(m, mode))
    known = visits(graph)
    reach = exposure(m, mode)
    if isinstance(known, Unknown):
        return Variant(mode, None, None, reach, known)
    work = expected_work(graph.steps.values(), known.steps)
    elapsed = exact_elapsed(graph, known)
    if simulating and has_parallel_work(graph):
        elapsed = _simulated(m, mode)
    return Variant(mode, elapsed.mean, work, reach, elapsed.trouble)


def _simulated(m: PilotMap, mode: Mode) -> Elapsed:
    """From the derived map itself, so that its own figures, in English, say the same."""
    try:
        derived = with_ai(m, mode).map
        with speaking("en"):  # one seed, and so the same figures, in every language
            seeded = with_ai(m, mode).map
    except NoPictureWithAi as error:
        return Elapsed(trouble=Unknown(error.message))
    graph = Graph(derived)
    known = visits(graph)
    if isinstance(known, Unknown):
        return Elapsed(trouble=known)
    return full_elapsed(graph, known, seeded)
