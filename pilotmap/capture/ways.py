"""Which decision or parallel a line belongs to, seen from where the cursor is."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from pilotmap.model.known import Share, number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.process import StepKind


class Way(Protocol):
    """As much of a flow as is asked here."""

    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def share(self) -> Share | float | None: ...


class Ways(NamedTuple):
    """A graph of steps: a map, or one that is still being written or read."""

    kind: Callable[[str], StepKind]
    into: Callable[[str], Sequence[Way]]
    out: Callable[[str], Sequence[Way]]


def ways_of(m: PilotMap, promised: Sequence[Way] = ()) -> Ways:
    """The ways of a map, with those whose target a later line of an outline will bring."""

    def out(step: str) -> Sequence[Way]:
        return (*m.flows_out(step), *(way for way in promised if way.source == step))

    return Ways(lambda step: m.step_by_id[step].kind, m.flows_in, out)


def decision_for(ways: Ways, step: str) -> str | None:
    """The decision that a new branch belongs to: this one, else the innermost open one above.

    Open is a decision with fewer than two ways out, or whose shares leave some cases over. Where
    none is open it is the innermost one.
    """
    if ways.kind(step) == "decision":
        return step
    decisions = [s for s, _ in _above(ways, step) if ways.kind(s) == "decision"]
    return next((s for s in decisions if is_open(ways, s)), next(iter(decisions), None))


def is_open(ways: Ways, decision: str) -> bool:
    """Whether a decision still waits for a branch."""
    branches = ways.out(decision)
    shares = [number_of(branch.share) for branch in branches]
    given = [share for share in shares if share is not None]
    return len(shares) < 2 or (len(given) == len(shares) and sum(given) < 1 - 1e-9)


def parallel_for(ways: Ways, step: str) -> str | None:
    """The parallel that a new branch belongs to: the innermost above that has not been joined."""
    if ways.kind(step) == "parallel" and not is_join(ways, step):
        return step
    found = (s for s, joined in _above(ways, step) if ways.kind(s) == "parallel" and not joined)
    return next((s for s in found if not is_join(ways, s)), None)


def is_join(ways: Ways, step: str) -> bool:
    """Whether a parallel waits for several branches rather than starting them."""
    return ways.kind(step) == "parallel" and len(ways.into(step)) > 1 and len(ways.out(step)) < 2


def open_ends(ways: Ways, parallel: str) -> tuple[str, ...]:
    """The steps after a parallel on which nothing follows yet, ends left out; branch by branch."""
    seen: set[str] = set()
    found = []
    waiting = [parallel]
    while waiting:
        step = waiting.pop()
        if step in seen:
            continue
        seen.add(step)
        onward = ways.out(step)
        if not onward and step != parallel and ways.kind(step) != "end":
            found.append(step)
        waiting.extend(way.target for way in reversed(onward))
    return tuple(found)


def leads_to(ways: Ways, source: str, target: str) -> bool:
    """Whether one step can come after another."""
    return source == target or any(step == source for step, _ in _above(ways, target, plain=True))


def _above(ways: Ways, step: str, *, plain: bool = False) -> Iterator[tuple[str, int]]:
    """The steps before one, nearest first, each with how many joins lie between unmatched.

    The way into a step that was typed first counts as the nearest, into an end the one typed last.
    """
    seen = {step}
    waiting = deque([(step, int(is_join(ways, step)))])
    while waiting:
        here, joined = waiting.popleft()
        if here != step:
            yield here, joined
        if here != step and ways.kind(here) == "parallel":
            joined = joined + 1 if is_join(ways, here) else max(0, joined - 1)
        into = ways.into(here)
        for way in into[-1:] if ways.kind(here) == "end" and not plain else into:
            if way.source not in seen:
                seen.add(way.source)
                waiting.append((way.source, joined))
