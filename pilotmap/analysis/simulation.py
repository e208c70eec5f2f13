"""Time from start to end of many simulated cases."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.random import SeedSequence, default_rng

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.network import Network, network
from pilotmap.analysis.passage import Span
from pilotmap.analysis.stopwatch import Stopwatch, passed
from pilotmap.analysis.tokens import Batch, Floats, Ints, Watch
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
    counted: float = 1.0


def simulate(
    graph: Graph,
    known: Visits,
    seed: int,
    *,
    idle: str | None = None,
    cases: int = CASES,
    span: Span | None = None,
) -> Simulated | Unknown:
    """Simulate cases from start to end; only the choice of branches is left to chance.

    A parallel with several ways out starts them all, one with several ways in goes on when the
    slowest has come, a case is done when its last part ends. The step `idle` takes no time; with
    the same seed the choices are the same. With a span only the time between its ends counts, of
    the cases that pass both. Unknown where work would wait for ever.
    """
    net = network(graph, kept_by(graph, span))
    too_many = too_many_turns(net, known, cases)
    if too_many is not None:
        return too_many
    times = [
        _timed(graph, net, seeded, many, span, idle) for seeded, many in _batches(net, seed, cases)
    ]
    unknown = next((time for time in times if isinstance(time, Unknown)), None)
    if unknown is not None:
        return unknown
    hours = np.concatenate([time for time in times if not isinstance(time, Unknown)])
    if len(hours) < 2:
        return Unknown(tr("no case passes both its first and its last step"))
    hours.sort()
    return Simulated(
        mean=float(hours.mean()),
        standard_error=float(hours.std(ddof=1) / np.sqrt(len(hours))),
        p50=float(hours[-(-len(hours) * 5 // 10) - 1]),
        p90=float(hours[-(-len(hours) * 9 // 10) - 1]),
        counted=len(hours) / cases,
    )


def too_many_turns(net: Network, known: Visits, cases: int) -> Unknown | None:
    """Why that many cases are not simulated, where it would take too long."""
    turns = sum(known.steps[step] for step in net.nodes[1:])
    if turns * cases <= MOST_MOVES:
        return None
    often = in_figures(f"{turns:,.0f}")
    return Unknown(tr("a case takes {turns} turns on average, too many to simulate", turns=often))


def _batches(net: Network, seed: int, cases: int) -> Iterator[tuple[SeedSequence, int]]:
    """The cases in batches whose waiting tokens fit in memory, each with a seed of its own."""
    at_once = max(1, min(cases, _SLOTS_AT_ONCE // max(1, net.slots)))
    batches = -(-cases // at_once)
    for number, seeded in enumerate(SeedSequence(seed).spawn(batches)):
        yield seeded, min(at_once, cases - number * at_once)


def _timed(
    graph: Graph,
    net: Network,
    seeded: SeedSequence,
    cases: int,
    span: Span | None,
    idle: str | None,
) -> Floats | Unknown:
    """The hours of each case of one batch, those of a span of the cases that pass it."""

    def own(step: str) -> float:
        return 0.0 if step == idle else graph.hours(step)

    def batch(watch: Stopwatch | None) -> Batch:
        return _Drawn(net, default_rng(seeded), own, cases, watch)

    found = passed(graph, net, span, cases, batch, own)
    return found if isinstance(found, Unknown) else found[np.isfinite(found)]


class _Drawn(Batch):
    """Cases whose branches a generator draws as they come."""

    def __init__(
        self,
        net: Network,
        random: np.random.Generator,
        own: Callable[[str], float],
        cases: int,
        watch: Watch | None,
    ) -> None:
        super().__init__(net, cases, watch)
        self.random = random
        self.hours = np.array([sum(map(own, steps)) for steps in net.steps])
        self.chance = np.array(net.chance)

    def chosen(self, case: Ints, node: Ints) -> Ints:
        drawn = node + self.random.random(len(case))
        return np.searchsorted(self.chance, drawn, side="right")

    def spent(self, case: Ints, edge: Ints) -> Floats:
        spent: Floats = self.hours[edge]
        return spent


def kept_by(graph: Graph, span: Span | None) -> frozenset[str]:
    """The steps that a span begins or ends at."""
    if span is None:
        return frozenset()
    sources = (step for step, flows in graph.out.items() for f in flows if f.id in span.leaves)
    ends = (step for step in (span.start, span.end) if step is not None)
    return frozenset((*sources, *ends))
