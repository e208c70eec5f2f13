"""How the steps of a process hang together, found by networkx: reach, order, loops, dominators.

The only module that loads networkx. Its sets of names come in another order in every run, so all
that leaves here is in the order of the file or of a search; that a set of strings decides nothing
is what "same map, same figures" rests on.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import takewhile
from typing import Any, Final, NamedTuple

import networkx as nx

START: Final = "(start)"
"""Before all starts; no step has this id."""
END: Final = "(end)"
"""Behind all ends; no step has this id."""
MOST_FLOWS: Final = 70_000
"""Flows that a search for loops looks at before it gives up, which takes a second or two."""


class Group(NamedTuple):
    """A component, and all steps that follow from it, the component among them."""

    part: tuple[str, ...]
    steps: tuple[str, ...]


class Structure:
    """Steps by id and their flows, between one node before all starts and one behind all ends.

    Nothing recurses, so a chain of 5,000 steps is as good as one of five.
    """

    def __init__(
        self,
        steps: Iterable[str],
        flows: Iterable[tuple[str, str]],
        starts: Iterable[str],
        ends: Iterable[str],
    ) -> None:
        self._flows = nx.DiGraph()
        self._flows.add_nodes_from(steps)
        self._flows.add_edges_from(flows)
        self._flows.add_edges_from((START, start) for start in starts)
        self._flows.add_edges_from((end, END) for end in ends)
        self._flows.add_nodes_from((START, END))

    @cached_property
    def reached(self) -> frozenset[str]:
        """Every step that some start leads to, the starts among them."""
        return frozenset(nx.descendants(self._flows, START) - {END})

    @cached_property
    def ending(self) -> frozenset[str]:
        """Every step from which some end can be reached, the ends among them."""
        return frozenset(nx.ancestors(self._flows, END) - {START})

    def after(self, step: str, but: Iterable[str]) -> frozenset[str]:
        """Every step that this one leads to on ways that do not enter some others, itself too."""
        allowed = nx.restricted_view(self._flows, (*but, END), ())
        return frozenset((step, *nx.descendants(allowed, step)))

    def before(self, step: str, but: Iterable[str]) -> frozenset[str]:
        """Every step that leads to this one on ways that do not enter some others, itself too."""
        allowed = nx.restricted_view(self._flows, (*but, START), ())
        return frozenset((step, *nx.ancestors(allowed, step)))

    def loop_body(self, last: str, first: str) -> tuple[str, ...]:
        """What leads to the last step of a loop without passing its first, and follows from that.

        All of it lies in one component, so the search never looks at more.
        """
        component, before = self.component_of[first], self._flows.pred
        rest, waiting = set(component) - {first, last}, [last] if last != first else []
        while waiting:
            for step in before[waiting.pop()]:
                if step in rest:
                    rest.remove(step)
                    waiting.append(step)
        return tuple(step for step in component if step not in rest)

    @cached_property
    def component_of(self) -> Mapping[str, tuple[str, ...]]:
        """By step, the strongly connected component that it is in."""
        return {step: part for part in self.parts for step in part}

    @cached_property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The strongly connected components, sources first."""
        return tuple(part for part in _parts(self._flows) if part[0] not in (START, END))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Topological order; inside a loop, reversed depth-first finish from where it is entered.

        What the starts lead to comes last.
        """
        lost = [step for step in self._flows if step not in self.reached]
        finished = [
            *nx.dfs_postorder_nodes(self._flows, START),
            *(lost[at] for at in nx.dfs_postorder_nodes(self._numbered(lost))),
        ]
        return tuple(step for step in reversed(finished) if step not in (START, END))

    def first_of(self, steps: Sequence[str]) -> Iterator[Group]:
        """Components that no other of some steps leads to, each with all of them behind it."""
        among = self._numbered(steps)
        return _groups(steps, among, _parts(among), nx.descendants)

    def last_of(self, steps: Sequence[str]) -> Iterator[Group]:
        """Components that lead to no other of some steps, each with all of them before it."""
        among = self._numbered(steps)
        return _groups(steps, among, reversed(_parts(among)), nx.ancestors)

    def partings(self, pairs: Set[tuple[str, str]]) -> Mapping[tuple[str, str], str | None]:
        """For pairs of reached steps the last one that every way to either comes through.

        None where they have only the beginning in common. It is the nearest that dominates both.
        """
        if not pairs:
            return {}
        above = nx.immediate_dominators(self._flows, START)
        tree = nx.DiGraph((over, step) for step, over in above.items() if step != START)
        found = nx.tree_all_pairs_lowest_common_ancestor(tree, START, pairs)
        return {pair: None if parting == START else parting for pair, parting in found}

    @cached_property
    def meetings(self) -> Mapping[str, str]:
        """For each step the next one that every way from it to an end comes through.

        A step whose ways have only an end in common has none.
        """
        below = nx.immediate_dominators(self._flows.reverse(copy=False), END)
        return {step: meeting for step, meeting in below.items() if meeting != END}

    def cycles(self, most: int) -> tuple[list[tuple[str, ...]], bool]:
        """Elementary cycles, those nearest the starts first, and whether these are all.

        Each begins with the step that a search enters first. A tangle can have more cycles than
        there are atoms, so the search ends after some, or after it has looked at many flows.
        """
        found: list[tuple[str, ...]] = []
        looked_at = 0
        tangles = [part for part in self.parts if len(part) > 1]
        while tangles:
            part = tangles.pop(0)
            among = self._numbered(part)
            looked_at += among.number_of_edges()
            # networkx tells all cycles through one node before the others, of numbers the first
            for cycle in takewhile(lambda cycle: 0 in cycle, nx.simple_cycles(among)):
                if len(found) == most or looked_at > MOST_FLOWS:
                    return found, False
                found.append(tuple(part[at] for at in cycle))
            among.remove_node(0)
            inner = [tuple(part[at] for at in one) for one in _parts(among) if len(one) > 1]
            tangles[:0] = inner
        return found, True

    def _numbered(self, steps: Sequence[str]) -> nx.DiGraph:
        """Some steps by their place from 0, in order, and the flows between them.

        A view of networkx would give them in the order of a set, and of strings that is another
        one in every run.
        """
        place = {step: at for at, step in enumerate(steps)}
        among = nx.DiGraph()
        among.add_nodes_from(place.values())
        among.add_edges_from(
            (at, place[other])
            for step, at in place.items()
            for other in self._flows[step]
            if other in place
        )
        return among


def _parts(flows: nx.DiGraph) -> list[tuple[Any, ...]]:
    """The strongly connected components, sources first, each as a search enters it."""
    entered = {step: at for at, step in enumerate(nx.dfs_preorder_nodes(flows))}
    parts = nx.strongly_connected_components(flows)
    return [tuple(sorted(part, key=entered.__getitem__)) for part in parts][::-1]


def _groups(
    steps: Sequence[str],
    among: nx.DiGraph,
    parts: Iterable[tuple[int, ...]],
    beyond: Callable[[nx.DiGraph, int], set[int]],
) -> Iterator[Group]:
    """A step that belongs to several is told with the first of them only."""
    for part in parts:
        if part[0] in among:
            group = sorted({part[0], *beyond(among, part[0])})
            among.remove_nodes_from(group)
            yield Group(tuple(steps[at] for at in part), tuple(steps[at] for at in group))
