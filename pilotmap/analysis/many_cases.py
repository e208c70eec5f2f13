"""Mean times of many versions of a map's numbers where parallel work leaves only simulation.

All versions follow the same cases: a case that comes to a decision draws a number that depends on
the case, the decision and how often it has been there, and on nothing else, so that versions differ
by their numbers and not by luck (common random numbers; Law, "Simulation Modeling and Analysis",
5th ed., 11.2). Today's process and the one with AI draw alike where they are alike.
"""

import hashlib
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.network import Network, network
from pilotmap.analysis.passage import Span
from pilotmap.analysis.simulation import kept_by, too_many_turns
from pilotmap.analysis.stopwatch import Stopwatch, passed
from pilotmap.analysis.tokens import Batch, Floats, Ints, Watch
from pilotmap.analysis.visits import Unknown, Visits

_AT_ONCE: Final = 20_000
"""Cases moved together: enough for numpy, few enough to stay in a processor's cache."""
_NUMBERS: Final = 2.0**-53

Longs = NDArray[np.uint64]


class Replications(NamedTuple):
    """How many cases of each version are followed, the seed of their choices, who waits.

    progress: is given the share of the versions that are done.
    """

    cases: int
    seed: int
    progress: Callable[[float], None]

    def half(self, number: int) -> "Replications":
        """The same for the first or the second half of what is waited for."""
        return self._replace(progress=lambda share: self.progress((number + share) / 2))


class ManyCases:
    """The structure of one process, to be filled with numbers."""

    def __init__(self, graph: Graph, known: Visits, span: Span) -> None:
        self.graph = graph
        self.known = known
        self.span = span
        self.net = network(graph, kept_by(graph, span), unlikely=True)

    def means(
        self,
        versions: int,
        weights: Mapping[str, Floats | float],
        hours: Mapping[str, Floats | float],
        how: Replications,
    ) -> Floats | Unknown:
        """The mean hours of the cases that pass the span, in each version; NaN where none does.

        weights: of the branches, by flow id. hours: what each step takes.
        """
        too_many = too_many_turns(self.net, self.known, versions * how.cases)
        if too_many is not None:
            return too_many
        found = np.full(versions, np.nan)
        whole = {step: np.broadcast_to(time, versions) for step, time in hours.items()}
        chances = self._cumulative(versions, weights)
        step = max(1, _AT_ONCE // how.cases)
        for first in range(0, versions, step):
            part = slice(first, min(first + step, versions))
            known = {key: time[part] for key, time in whole.items()}
            times = self._timed(chances[:, part], known, how)
            if isinstance(times, Unknown):
                return times
            found[part] = _mean(times.reshape(-1, how.cases))
            how.progress(part.stop / versions)
        return found

    def _timed(
        self, chances: Floats, hours: Mapping[str, Floats], how: Replications
    ) -> Floats | Unknown:
        versions = chances.shape[1]
        spent = np.zeros((len(self.net.steps), versions))
        for edge, steps in enumerate(self.net.steps):
            for step in steps:
                spent[edge] += hours[step]

        def own(step: str) -> Floats:
            return np.repeat(hours[step], how.cases)

        def batch(watch: Stopwatch | None) -> Batch:
            return _Versions(self.net, chances, spent, how, watch)

        return passed(self.graph, self.net, self.span, versions * how.cases, batch, own)

    def _cumulative(self, versions: int, weights: Mapping[str, Floats | float]) -> Floats:
        """The upper end of each edge's part of its node's unit interval, in each version."""
        found = np.ones((len(self.net.steps), versions))
        for first, outgoing in zip(self.net.first, self.net.outgoing, strict=True):
            total = np.zeros(versions)
            for edge in range(first, first + outgoing - 1):
                flow = self.net.leaves_by[edge]
                total += weights.get(flow, 1 / outgoing)
                found[edge] = total
        return found


def _mean(times: Floats) -> Floats:
    passing = np.isfinite(times)
    often = passing.sum(axis=1)
    total = np.where(passing, times, 0.0).sum(axis=1)
    found: Floats = np.where(often > 0, total / np.maximum(often, 1), np.nan)
    return found


class _Versions(Batch):
    """The same cases in several versions, one version's cases after another's."""

    def __init__(
        self,
        net: Network,
        chances: Floats,
        hours: Floats,
        how: Replications,
        watch: Watch | None,
    ) -> None:
        cases, versions = how.cases, hours.shape[1]
        super().__init__(net, cases * versions, watch)
        self.hours = hours
        self.chances = chances
        self.version = np.repeat(np.arange(versions), cases)
        self.often = np.zeros((len(net.nodes), cases * versions), dtype=np.uint64)
        self.keys = np.array([_key(node, how.seed) for node in net.nodes], dtype=np.uint64)
        self.numbers = np.tile(np.arange(cases, dtype=np.uint64), versions)
        self.most = max(net.outgoing)

    def chosen(self, case: Ints, node: Ints) -> Ints:
        turn = self.often[node, case]
        self.often[node, case] = turn + np.uint64(1)
        drawn = _drawn(self.keys[node], self.numbers[case], turn)
        version, edge, left = self.version[case], self.first[node].copy(), self.count[node] - 1
        first = edge.copy()
        for way in range(self.most - 1):
            open_to = way < left
            at = np.where(open_to, first + way, first)
            edge += open_to & (drawn >= self.chances[at, version])
        return edge

    def spent(self, case: Ints, edge: Ints) -> Floats:
        spent: Floats = self.hours[edge, self.version[case]]
        return spent


def _key(node: str, seed: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed} {node}".encode()).digest()[:8])


def _drawn(key: Longs, case: Longs, turn: Longs) -> Floats:
    """A number in 0..1 for each: SplitMix64's last step (Steele, Lea and Flood, 2014)."""
    mixed = key + case * np.uint64(0x9E3779B97F4A7C15) + turn * np.uint64(0xD1B54A32D192ED03)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    found: Floats = (mixed >> np.uint64(11)).astype(np.float64) * _NUMBERS
    return found
