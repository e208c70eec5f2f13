"""Time from start to end of many simulated cases."""

from typing import Final, NamedTuple

import numpy as np

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.network import Network, network
from pilotmap.analysis.tokens import Batch, Floats
from pilotmap.analysis.visits import Unknown, Visits
from pilotmap.language import in_figures, tr

CASES: Final = 20_000
MOST_MOVES: Final = 50_000_000
"""Moves in all that a simulation may take, some seconds."""
_SLOTS_AT_ONCE: Final = 4_000_000


class Simulated(NamedTuple):
    """Hours from start to end over all cases: mean, its standard error, median, 90th percentile.

    The percentiles are nearest ranks: the time within which that share of the cases was done.
    """

    mean: float
    standard_error: float
    p50: float
    p90: float


def simulate(
    graph: Graph, known: Visits, seed: int, *, idle: str | None = None, cases: int = CASES
) -> Simulated | Unknown:
    """Simulate cases from start to end; only the choice of branches is left to chance.

    A parallel with several ways out starts them all, one with several ways in goes on when the
    slowest has come, a case is done when its last part ends. The step `idle` takes no time; with
    the same seed the choices are the same. Unknown where work would wait for ever.
    """
    net = network(graph, idle)
    turns = sum(known.steps[step] for step in net.nodes[1:])
    if turns * cases > MOST_MOVES:
        often = in_figures(f"{turns:,.0f}")
        return Unknown(
            tr("a case takes {turns} turns on average, too many to simulate", turns=often)
        )
    hours = _hours(net, np.random.default_rng(seed), cases)
    if isinstance(hours, Unknown):
        return hours
    hours.sort()
    return Simulated(
        mean=float(hours.mean()),
        standard_error=float(hours.std(ddof=1) / np.sqrt(cases)),
        p50=float(hours[-(-cases * 5 // 10) - 1]),
        p90=float(hours[-(-cases * 9 // 10) - 1]),
    )


def _hours(net: Network, random: np.random.Generator, cases: int) -> Floats | Unknown:
    """The hours of each case, a batch at a time so that the waiting tokens fit in memory."""
    at_once = max(1, min(cases, _SLOTS_AT_ONCE // max(1, net.slots)))
    done: list[Floats] = []
    for first in range(0, cases, at_once):
        times = Batch(net, random, min(at_once, cases - first)).run()
        if isinstance(times, Unknown):
            return times
        done.append(times)
    return np.concatenate(done)
