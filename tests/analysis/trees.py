"""Random block-structured processes, and a walk of the block that knows no graph."""

from collections.abc import Callable
from random import Random

from pilotmap.model.map import PilotMap
from tests.analysis.small import process

Walk = Callable[[Random], float]
Block = tuple[str, str, Walk]
"""The first node, the last node, and the time a case takes through."""


class Growing:
    """Flows and times written down while blocks are nested."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.flows: list[str] = []
        self.times: list[str] = []
        self.count = 0

    def node(self, kind: str) -> str:
        self.count += 1
        return f"{kind}{self.count}"

    def block(self, depth: int) -> Block:
        kinds = ("step",) if depth == 0 else ("step", "row", "choice", "together", "loop")
        return getattr(self, self.random.choice(kinds))(depth)

    def step(self, _: int) -> Block:
        name, work, wait = self.node("a"), self.random.randint(0, 5), self.random.randint(0, 20)
        self.times.append(f"{name}={work}+{wait}")
        return name, name, lambda _: work + wait

    def row(self, depth: int) -> Block:
        first, second = self.block(depth - 1), self.block(depth - 1)
        self.flows.append(f"{first[1]}-{second[0]}")
        return first[0], second[1], lambda random: first[2](random) + second[2](random)

    def choice(self, depth: int) -> Block:
        split, merge = self.node("d"), self.node("a")
        one, other = self.block(depth - 1), self.block(depth - 1)
        self.flows += [f"{split}-{one[0]}:0.3", f"{split}-{other[0]}:0.7"]
        self.flows += [f"{one[1]}-{merge}", f"{other[1]}-{merge}"]
        return split, merge, lambda random: (one if random.random() < 0.3 else other)[2](random)

    def together(self, depth: int) -> Block:
        fork, join = self.node("p"), self.node("p")
        parts = [self.block(depth - 1) for _ in range(self.random.choice((2, 3)))]
        for first, last, _ in parts:
            self.flows += [f"{fork}-{first}", f"{last}-{join}"]
        return fork, join, lambda random: max(walk(random) for _, _, walk in parts)

    def loop(self, depth: int) -> Block:
        merge, asks = self.node("a"), self.node("d")
        first, last, walk = self.block(depth - 1)
        after = self.node("a")
        self.flows += [f"{merge}-{first}", f"{last}-{asks}", f"{asks}-{merge}:0.4"]
        self.flows.append(f"{asks}-{after}:0.6")

        def again(random: Random) -> float:
            time = walk(random)
            while random.random() < 0.4:
                time += walk(random)
            return time

        return merge, after, again


def random_tree(random: Random) -> tuple[PilotMap, Walk]:
    """A process nested five deep with parallel work around everything, and its walk."""
    growing = Growing(random)
    first, last, walk = growing.together(4)
    flows = [f"s-{first}", *growing.flows, f"{last}-e"]
    return process(" ".join(flows), " ".join(growing.times)), walk
