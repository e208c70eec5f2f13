"""The map as small integers, the form in which placement and routing work."""

from dataclasses import dataclass, field

from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap


@dataclass(slots=True)
class Net:
    """Nodes and flows by number, in file order.

    `outs` and `ins` hold flow numbers by node, `forward_outs` and `forward_ins` without those that
    go back; `rank` is a node's place breadth first from the starts; `back` marks the flows that go
    back (see `cycles.py`), `late` the nodes that were appended last (see `appended.py`).
    """

    ids: list[str]
    kinds: list[str]
    lane: list[int]
    lane_count: int
    source: list[int]
    target: list[int]
    share: list[float | None]
    rework: list[bool]
    pin: list[tuple[int, int] | None]
    rank: list[int]
    outs: list[list[int]]
    ins: list[list[int]]
    back: list[bool] = field(init=False)
    forward_outs: list[list[int]] = field(init=False)
    forward_ins: list[list[int]] = field(init=False)
    late: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.set_back([False] * len(self.source))
        self.late = [False] * len(self.ids)

    def set_back(self, back: list[bool]) -> None:
        """Say which flows go back; the others lead forward."""
        self.back = back
        self.forward_outs = self._without_back(self.outs)
        self.forward_ins = self._without_back(self.ins)

    def _without_back(self, flows: list[list[int]]) -> list[list[int]]:
        gone = {flow for flow, is_back in enumerate(self.back) if is_back}
        return [
            some if gone.isdisjoint(some) else [flow for flow in some if flow not in gone]
            for some in flows
        ]

    @property
    def size(self) -> int:
        """The number of nodes."""
        return len(self.ids)


def net_of(pilot_map: PilotMap) -> Net:
    """The numbers of a map; which flows go back is left open."""
    index = {step.id: number for number, step in enumerate(pilot_map.steps)}
    lanes = {lane.id: number for number, lane in enumerate(pilot_map.lanes)}
    rank = [0] * len(index)
    for place, step_id in enumerate(pilot_map.breadth_first):
        rank[index[step_id]] = place
    source = [index[flow.source] for flow in pilot_map.flows]
    target = [index[flow.target] for flow in pilot_map.flows]
    outs: list[list[int]] = [[] for _ in index]
    ins: list[list[int]] = [[] for _ in index]
    for flow, (start, end) in enumerate(zip(source, target, strict=True)):
        outs[start].append(flow)
        ins[end].append(flow)
    return Net(
        ids=[step.id for step in pilot_map.steps],
        kinds=[step.kind for step in pilot_map.steps],
        lane=[lanes[step.lane] for step in pilot_map.steps],
        lane_count=len(lanes),
        source=source,
        target=target,
        share=[number_of(flow.share) for flow in pilot_map.flows],
        rework=[flow.rework for flow in pilot_map.flows],
        pin=[(s.pin.column, s.pin.row) if s.pin else None for s in pilot_map.steps],
        rank=rank,
        outs=outs,
        ins=ins,
    )
